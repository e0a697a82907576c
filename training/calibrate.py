"""Write ``model.json`` beside an exported network: ``python -m training.calibrate FOLDER``.

It holds the role scorer, the threshold and the cost of a change of role that decode best, and the weights of the two
confidences, all chosen on articles of train that were kept out of training.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from onrecord.clean import clean
from onrecord.encode.model import Encoded, Model
from onrecord.encode.words import Words
from onrecord.extract.anchors import find_anchors
from onrecord.extract.confidence import source_features, statement_features
from onrecord.extract.roles import read_roles
from onrecord.extract.settings import Settings
from onrecord.extract.statements import Draft, draft_statements
from onrecord.segment import segment
from onrecord.spans import Alignment, Span
from training.data import CORPORA, Statement, held_out

FOUND = 0.5  # content IoU from which a statement counts as found, as in the scorers
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
SWITCHES = (0.0, 0.5, 1.0, 2.0)
Array = NDArray[np.float64]
Gold = tuple[frozenset[int], frozenset[int]]


class Held(NamedTuple):
    """An article kept out of training: the network's outputs, and the words of content and source of each statement."""

    encoded: Encoded
    golds: list[Gold]


def read_held(model: Model, corpora: list[str]) -> Iterator[Held]:
    """Run a model over the articles that were kept out."""
    for source in (source for name in corpora for source in CORPORA[name]("train") if held_out(source.name)):
        view = clean(source.text)
        encoded = model.encode(segment(view.text))
        yield Held(encoded, [_gold(statement, encoded.words, view.alignment) for statement in source.versions[0]])


def _gold(statement: Statement, words: Words, alignment: Alignment) -> Gold:
    content, source = (
        frozenset(word for span in statement[role] for word in words.touching(alignment.to_view(Span(*span))))
        for role in ("content", "source")
    )
    return content, source


def decode(held: Held, settings: Settings) -> list[Draft]:
    """The statements that settings find."""
    anchors = find_anchors(held.encoded.anchors, settings.threshold)
    return draft_statements(read_roles(held.encoded, anchors, settings.scorer, settings.switch), held.encoded.words)


def compare(drafts: list[Draft], golds: list[Gold]) -> list[tuple[bool, bool]]:
    """For each draft: whether its content is a gold one's, and whether its source is too; each gold serves once."""
    own = [(_numbers(draft.content), _numbers(draft.source)) for draft in drafts]
    overlaps = sorted(
        ((_iou(content, gold[0]), i, j) for i, (content, _) in enumerate(own) for j, gold in enumerate(golds)),
        reverse=True,
    )
    matched: dict[int, int] = {}
    used: set[int] = set()
    for overlap, i, j in overlaps:
        if overlap >= FOUND and i not in matched and j not in used:
            matched[i] = j
            used.add(j)
    return [
        (i in matched, i in matched and bool(golds[matched[i]][1] & source or not golds[matched[i]][1]))
        for i, (_, source) in enumerate(own)
    ]


def _numbers(runs: tuple[tuple[int, int], ...]) -> frozenset[int]:
    return frozenset(word for first, last in runs for word in range(first, last))


def _iou(left: frozenset[int], right: frozenset[int]) -> float:
    return len(left & right) / max(1, len(left | right))


def who_said_what(held: list[Held], settings: Settings) -> float:
    """F1 of statements found with their source, over the articles kept out."""
    right = found = wanted = 0
    for one in held:
        verdicts = compare(decode(one, settings), one.golds)
        right += sum(both for _, both in verdicts)
        found += len(verdicts)
        wanted += len(one.golds)
    return 2 * right / max(1, found + wanted)


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
    """Parse the options, choose and fit, and write ``model.json``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="what training.export wrote")
    parser.add_argument("--corpora", nargs="+", default=["readings", "more"], choices=list(CORPORA))
    options = parser.parse_args()
    graphs = (options.folder / name for name in ("model.onnx", "roles.onnx"))
    digest = hashlib.sha256(b"".join(graph.read_bytes() for graph in graphs)).hexdigest()
    values: dict[str, Any] = {
        "sha256": digest,
        "threshold": 0.5,
        "switch": 0.0,
        "confidence": {"statement": [0.0] * 5, "source": [0.0] * 3},
    }
    place = options.folder / "model.json"
    place.write_text(json.dumps(values))
    model = Model(options.folder.name, options.folder)
    held = list(read_held(model, options.corpora))

    def tried(threshold: float, switch: float) -> Settings:
        return Settings.of({**values, "threshold": threshold, "switch": switch}, model.score_roles)

    scores = {choice: who_said_what(held, tried(*choice)) for choice in product(THRESHOLDS, SWITCHES)}
    best = max(scores, key=scores.__getitem__)
    print(f"{len(held)} articles; threshold, switch: who said what", {k: round(100 * v, 1) for k, v in scores.items()})
    values["threshold"], values["switch"] = best
    settings = tried(*best)
    found = [(decode(one, settings), one.golds) for one in held]
    pairs = [pair for drafts, golds in found for pair in zip(drafts, compare(drafts, golds), strict=True)]
    statements = np.array([statement_features(d) for d, _ in pairs]), np.array([float(v[0]) for _, v in pairs])
    sourced = [(d, v) for d, v in pairs if d.source and v[0]]
    sources = np.array([source_features(d) for d, _ in sourced]), np.array([float(v[1]) for _, v in sourced])
    for name, (features, labels) in (("statement", statements), ("source", sources)):
        weights = fit_logistic(features, labels)
        values["confidence"][name] = np.round(weights, 4).tolist()
        print(name, len(labels), reliability(features, labels, weights))
    place.write_text(json.dumps(values, indent=1) + "\n")


if __name__ == "__main__":
    main()
