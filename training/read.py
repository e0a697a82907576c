"""Read texts with a network as it was trained, in floats: ``python -m training.read WEIGHTS --encoder DIR --corpus C``.

A teacher is too large to be exported; this is how it is measured (``python -m eval attribution --records FILE`` scores
what is printed) and how it marks articles that nobody has read (``--corpus unmarked --labels`` prints lines as those of
``training/labels``, offsets only).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from onrecord import record_json
from onrecord.encode.model import Encoded
from onrecord.encode.pairs import Pairs
from onrecord.encode.windows import cut_pieces, cut_windows
from onrecord.encode.words import Words, find_words
from onrecord.pipeline import Reader
from onrecord.read import make_document
from onrecord.segment.article import Article as Segmented
from onrecord.spans import Span
from onrecord.types import Reading, Statement
from training.batches import word_states
from training.data import CORPORA, Article, Source
from training.model import load_pretrained
from training.vocabulary import read_vocabulary

TEXTS = {
    "polnear-dev": lambda: CORPORA["polnear"]("dev"),
    "readings-dev": lambda: CORPORA["readings"]("dev"),
    "unmarked": lambda: CORPORA["unmarked"]("train"),
}


class FloatModel:
    """A trained network in the place of ``onrecord.encode.model.Model``.

    Args:
        folder: Its encoder's.
        weights: Its weights.
    """

    def __init__(self, folder: Path, weights: Path) -> None:
        self.name, self.digest = weights.parent.name, hashlib.sha256(weights.read_bytes()).hexdigest()
        self._wordpiece, self._specials = read_vocabulary(folder / "vocab.txt")
        self._network = load_pretrained(folder)
        self._network.load_state_dict(torch.load(weights, weights_only=True))
        self._network.eval()

    def encode(self, article: Segmented) -> Encoded:
        """Run the network over an article; see ``Model.encode``."""
        return self.encode_words(find_words(article.text, article.paragraphs, article.quotations))

    def encode_words(self, words: Words) -> Encoded:
        """Run the network over an article's words, window by window."""
        pieces = cut_pieces(words, self._wordpiece, self._specials)
        whole = Article("", words, pieces, None)
        columns: list[list[torch.Tensor]] = []
        with torch.inference_mode():
            for window in cut_windows(pieces, words):
                (states,) = word_states(self._network, [(whole, window)], self._specials)
                kept = states[window.label_first - window.first : window.label_last - window.first]
                out = self._network.heads(kept)
                anchors = torch.log_softmax(out.anchors, -1)
                columns.append([anchors, out.near, out.far, out.queries, out.keys, out.acts, out.content_acts])
        if not columns:
            return Encoded(words, *[np.zeros((0, 1), np.float32)] * 7)
        return Encoded(words, *(torch.cat(column).numpy() for column in zip(*columns, strict=True)))

    def score_roles(self, encoded: Encoded, pairs: Pairs) -> np.ndarray:
        """Run the network's second part, hedges too; see ``Model.score_roles``."""
        around, at = pairs.words, pairs.anchors
        given = (encoded.near[around], encoded.far[at], encoded.queries[around], encoded.keys[at], pairs.buckets)
        with torch.inference_mode():
            roles, hedges = self._network.roles.with_hedges(*map(torch.from_numpy, given))
            return torch.cat([roles, hedges[..., None]], dim=2).numpy()


def open_float(folder: Path, weights: Path) -> Reader:
    """A reader with a trained network, which decodes with the settings of the model ``accurate``."""
    reader = Reader()
    model: Any = FloatModel(folder, weights)
    reader.model, reader.settings = model, replace(reader.settings, scorer=model.score_roles)
    return reader


def as_labels(source: Source, reading: Reading) -> dict[str, Any]:
    """A reading as a line of ``training/labels``: offsets and how sure, no word."""
    places = {statement.id: number for number, statement in enumerate(reading.statements)}
    return {
        "doc": source.name,
        "sha256": hashlib.sha256(source.text.encode()).hexdigest(),
        "statements": [_label(statement, places) for statement in reading.statements],
    }


def _label(statement: Statement, places: dict[str, int]) -> dict[str, Any]:
    roles = {"content": statement.content, "cue": statement.cue, "source": statement.source}
    return {
        **{role: [_pair(span) for span in spans] for role, spans in roles.items()},
        "nested": statement.parent is not None,
        "parent": None if statement.parent is None else places[statement.parent],
        "act": statement.act,
        "confidence": [statement.confidence.statement, statement.confidence.source],
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def read_lines(reader: Reader, sources: Iterator[Source], labels: bool) -> Iterator[bytes]:
    """Read sources, one line each."""
    for source in sources:
        reading = reader.read(make_document(source.text, origin=f"{source.name}.txt"))
        yield json.dumps(as_labels(source, reading)).encode() if labels else record_json(reading)


def main() -> None:
    """Parse the options and read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="folder with config.json and vocab.txt")
    parser.add_argument("--corpus", choices=list(TEXTS), required=True)
    parser.add_argument("--labels", action="store_true", help="print offsets, not records")
    options = parser.parse_args()
    torch.set_num_threads(1)
    for line in read_lines(open_float(options.encoder, options.weights), TEXTS[options.corpus](), options.labels):
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
