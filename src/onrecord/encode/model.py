"""Model: a model's files opened, the one pass of the network over an article, and the roles around its anchors."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.encode.pairs import Pairs
from onrecord.encode.windows import cut_pieces, cut_windows, window_inputs
from onrecord.encode.word_table import WordTable, load_words
from onrecord.encode.words import Words, find_words
from onrecord.errors import ModelError
from onrecord.segment.article import Article

Array = NDArray[np.float32]

OUTPUTS = ("anchors", "near", "far", "queries", "keys", "acts", "content_acts", "names")
"""The first part's outputs, in the order of ``Encoded``; a network fresh from training has no ``names`` yet."""

NAMED = ("none", "person", "organisation", "place", "people", "thing")
"""What a word may name, or be a part of the name of; a state is a place here."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """An article's words with the network's outputs, one row a word.

    Attributes:
        words: The words.
        anchors: float32 (words, 3), log-probabilities of ``onrecord.extract.anchors.ANCHORS``.
        near, far: float32 (words, 64), what a word brings to the role scores, and what an anchor does.
        queries, keys: float32 (words, 128), how a word and an anchor go together.
        acts: float32 (words, acts), the logits that an anchor gives ``onrecord.types.ACTS``.
        content_acts: float32 (words, acts), the same of a word of content, to be averaged over a statement's.
        names: float32 (words, 6), the logits of ``NAMED``; None of a network that does not tell.
    """

    words: Words
    anchors: Array
    near: Array
    far: Array
    queries: Array
    keys: Array
    acts: Array
    content_acts: Array
    names: Array | None = None


class Model:
    """One model's network and settings, over the shared word table. Opened once, then used for any number of articles.

    Args:
        name: A folder of ``onrecord/models``.
        folder: Another folder with such files, to measure a model that is not shipped.

    Raises:
        ModelError: A file is missing, or is not the one whose digest stands beside it.

    Attributes:
        name, digest: The model's name and the SHA-256 of all that it reads with: the word table's digest and both
            parts of the network.
        words: The word table.
        settings: The contents of ``model.json``: role scorer, decoding threshold, calibration.
    """

    def __init__(self, name: str, folder: Traversable | None = None) -> None:
        self.name = name
        folder = folder or files("onrecord") / "models" / name
        try:
            network = (folder / "model.onnx").read_bytes()
            roles = (folder / "roles.onnx").read_bytes()
            self.settings: dict[str, Any] = json.loads((folder / "model.json").read_text("utf-8"))
        except FileNotFoundError as error:
            raise ModelError(f"the model {name!r} is not installed: {error.filename} is missing") from error
        except ValueError as error:
            raise ModelError(f"the model {name!r} is damaged: model.json: {error}; install onrecord again") from error
        self.words = load_words()
        self.digest = network_digest(self.words.digest, network, roles)
        if self.digest != self.settings["sha256"]:
            raise ModelError(
                f"the model {name!r} is damaged: the word table, model.onnx and roles.onnx have SHA-256 {self.digest}, "
                f"not {self.settings['sha256']}; install onrecord again"
            )
        self._session, self._roles = open_network(network), open_network(roles)
        had = {output.name for output in self._session.get_outputs()}
        self._outputs = [name for name in OUTPUTS if name in had]

    def encode(self, article: Article, shift: int = 0) -> Encoded:
        """Run the network over an article, one window a run.

        Dynamic int8 depends on what shares a batch, so windows are never batched (DESIGN, rule 6).

        Args:
            article: The article; only its paragraphs are read.
            shift: Pieces by which the grid of windows is moved; for the test that results hardly depend on it.

        Returns:
            The words and the outputs for each.
        """
        words = find_words(article.text, article.paragraphs, article.quotations)
        rows = [self._session.run(self._outputs, inputs) for inputs in network_inputs(words, self.words, shift)]
        if not rows:
            nothing = np.zeros((0, 1), np.float32)
            return Encoded(words, *[nothing] * len(self._outputs))
        anchors, *others = (np.concatenate(column) for column in zip(*rows, strict=True))
        return Encoded(words, _log_softmax(anchors), *others)

    def score_roles(self, encoded: Encoded, pairs: Pairs) -> Array:
        """Run the network's second part, for some anchors of an article and the words around them.

        Args:
            encoded: The article's words with the outputs of ``encode``.
            pairs: The anchors with the words around them.

        Returns:
            float32 (anchors, words, 4), logits of no role and of ``onrecord.extract.roles.ROLES``; of a model that
            tells hedges (anchors, words, 5), the last the log-odds that the word hedges the statement.
        """
        inputs = {
            "near": encoded.near,
            "queries": encoded.queries,
            "far": encoded.far[pairs.anchors],
            "keys": encoded.keys[pairs.anchors],
            "around": pairs.words,
            "buckets": pairs.buckets,
        }
        scores: Array = self._roles.run(None, inputs)[0]
        return scores


def network_inputs(words: Words, table: WordTable, shift: int = 0) -> Iterator[dict[str, NDArray[np.generic]]]:
    """What the network's first part reads of an article, a window a time.

    Args:
        words: The article's words.
        table: The word table.
        shift: As of ``Model.encode``.

    Yields:
        ``words`` float32 (pieces, hidden), ``features`` int64 (pieces,), and ``places`` int64 (words,): the first
        pieces of the words that are the window's own.
    """
    pieces = cut_pieces(words, table.wordpiece, table.specials)
    for window in cut_windows(pieces, words, shift):
        ids, features, places = window_inputs(pieces, window, table.specials)
        kept = places[window.label_first - window.first : window.label_last - window.first]
        yield {"words": table.embed(ids), "features": features, "places": kept}


def network_digest(words: str, network: bytes, roles: bytes) -> str:
    """SHA-256 of a model.

    Args:
        words: The word table's digest.
        network: ``model.onnx``.
        roles: ``roles.onnx``.
    """
    return hashlib.sha256(words.encode("ascii") + network + roles).hexdigest()


def open_network(graph: bytes) -> onnxruntime.InferenceSession:
    """Open a network for one thread.

    Args:
        graph: An ONNX file.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # processes share the work; one thread gives the same bytes on any machine
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # a sum and a norm in one operator take the encoder an eighth longer than each by itself (onnxruntime 1.32)
    return onnxruntime.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def _log_softmax(logits: Array) -> Array:
    shifted = logits - logits.max(axis=1, keepdims=True)
    result: Array = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result
