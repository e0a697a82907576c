"""Write ``model.json`` beside an exported network: ``python -m training.calibrate FOLDER --encoder DIR``.

It holds the tags, the link biases, how the tags of train follow each other (which decoding adds, weighted), and the
weights of the two confidences, fitted on the articles of train that were kept out of training.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from onrecord.clean import clean
from onrecord.encode.model import Model
from onrecord.encode.words import Words
from onrecord.extract import Settings
from onrecord.extract.confidence import source_features, statement_features
from onrecord.extract.decode import TAGS, best_tags, pieces_of
from onrecord.extract.links import link_pieces
from onrecord.extract.statements import draft_statements
from onrecord.segment import segment
from onrecord.spans import Alignment, Span
from training.data import Article, Statement, held_out, prepare, read_polnear
from training.vocabulary import read_vocabulary

TRANSITION_WEIGHT = 0.3
FOUND = 0.5  # content IoU from which a statement counts as found, as in the scorers
Array = NDArray[np.float64]


def transition_prior(articles: list[Article]) -> Array:
    """How much likelier a tag is after another than by itself: log P(j after i) - log P(j), over train's labels."""
    counts = np.ones((len(TAGS), len(TAGS)))
    for article in articles:
        tags = article.versions[0].tags
        np.add.at(counts, (tags[:-1], tags[1:]), 1)
    return np.log(counts / counts.sum(axis=1, keepdims=True)) - np.log(counts.sum(axis=0) / counts.sum())


def examples(model: Model, settings: Settings) -> Iterator[tuple[Array, Array | None, bool, bool]]:
    """For each draft in the articles kept out: features of both confidences, whether it and its source are right."""
    for name, text, versions in read_polnear("train"):
        if not held_out(name):
            continue
        view = clean(text)
        article = segment(view.text)
        encoded = model.encode(article)
        paragraphs = encoded.words.paragraphs
        pieces = pieces_of(best_tags(encoded.tags, settings.transitions), paragraphs)
        linked = link_pieces(encoded, pieces, settings.biases)
        golds = [_gold_words(statement, encoded.words, view.alignment) for statement in versions[0]]
        for draft in draft_statements(pieces, linked, paragraphs):
            words = {word for n in draft.content for word in range(pieces[n].first, pieces[n].last)}
            source = {word for n in draft.source for word in range(pieces[n].first, pieces[n].last)}
            match = max(golds, key=lambda gold: _iou(gold[0], words), default=(set[int](), set[int]()))
            found = _iou(match[0], words) >= FOUND
            yield (
                statement_features(encoded, pieces, linked, draft),
                source_features(encoded, pieces, linked, draft) if draft.source else None,
                found,
                bool(match[1] & source),
            )


def _gold_words(statement: Statement, words: Words, alignment: Alignment) -> tuple[set[int], set[int]]:
    """The words of a gold statement's content and source."""
    content, source = (
        {word for start, end in statement[role] for word in words.touching(alignment.to_view(Span(start, end)))}
        for role in ("content", "source")
    )
    return content, source


def _iou(left: set[int], right: set[int]) -> float:
    return len(left & right) / max(1, len(left | right))


def fit_logistic(features: Array, labels: Array) -> Array:
    """Weights of a logistic regression, lightly held to zero, the constant (last) free."""

    def loss(weights: Array) -> tuple[float, Array]:
        chance = 1 / (1 + np.exp(-(features @ weights)))
        held = np.append(weights[:-1], 0.0)
        likely = labels * np.log(chance + 1e-12) + (1 - labels) * np.log(1 - chance + 1e-12)
        return float(-likely.sum() + 0.1 * held @ held), features.T @ (chance - labels) + 0.2 * held

    result: Array = minimize(loss, np.zeros(features.shape[1]), jac=True).x
    return result


def reliability(features: Array, labels: Array, weights: Array) -> list[tuple[float, float, int]]:
    """Mean confidence, share that was right, and count, in five bands of equal size."""
    chance = 1 / (1 + np.exp(-(features @ weights)))
    return [
        (round(float(chance[band].mean()), 3), round(float(labels[band].mean()), 3), len(band))
        for band in np.array_split(np.argsort(chance), 5)
    ]


def main() -> None:
    """Parse the options, fit, and write ``model.json``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="what training.export wrote")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--transition-weight", type=float, default=TRANSITION_WEIGHT)
    options = parser.parse_args()
    wordpiece, specials = read_vocabulary(options.encoder / "vocab.txt")
    train = prepare((row for row in read_polnear("train") if not held_out(row[0])), wordpiece, specials)
    values: dict[str, Any] = {
        "sha256": hashlib.sha256((options.folder / "model.onnx").read_bytes()).hexdigest(),
        "tags": list(TAGS),
        "transitions": np.round(transition_prior(train), 4).tolist(),
        "transition_weight": options.transition_weight,
        **json.loads((options.folder / "biases.json").read_text()),
        "confidence": {"statement": [0.0] * 5, "source": [0.0] * 4},
    }
    place = options.folder / "model.json"
    place.write_text(json.dumps(values, indent=1))
    rows = list(examples(Model(options.folder.name, options.folder), Settings.of(values)))
    statements = np.array([row[0] for row in rows]), np.array([float(row[2]) for row in rows])
    linked = [row for row in rows if row[1] is not None and row[2]]
    sources = np.array([row[1] for row in linked]), np.array([float(row[3]) for row in linked])
    for name, (features, labels) in (("statement", statements), ("source", sources)):
        weights = fit_logistic(features, labels)
        values["confidence"][name] = np.round(weights, 4).tolist()
        print(name, len(labels), reliability(features, labels, weights))
    place.write_text(json.dumps(values, indent=1) + "\n")


if __name__ == "__main__":
    main()
