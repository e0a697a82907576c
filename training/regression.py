"""Regression: a logistic regression of classes on named features, its weights rounded to whole numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

STEPS = 150
"""Most iterations of L-BFGS."""


class Fit(NamedTuple):
    """How weights are fitted.

    Attributes:
        classes: How many there are.
        least: Documents in which a feature has to be met: fewer would be names of one event.
        penalty: Of squared weights.
        scale: What weights are times, before they are rounded.
    """

    classes: int
    least: int
    penalty: float
    scale: int


def fit_weights(
    found: Sequence[Mapping[str, float]],
    labels: Sequence[int],
    docs: Sequence[str],
    how: Fit,
    counts: NDArray[np.float64] | None = None,
) -> tuple[list[str], NDArray[np.int64]]:
    """Fit the regression.

    Args:
        found: The features of each example.
        labels: The number of its class.
        docs: Its document.
        how: How.
        counts: What it counts, float64 (examples,); without them all count alike.

    Returns:
        The features that are met often enough, sorted, and int64 (features, classes), weights times ``how.scale``.
    """
    together: dict[str, set[str]] = {}
    for doc, features in zip(docs, found, strict=True):
        together.setdefault(doc, set()).update(features)
    met = Counter(name for names in together.values() for name in names)
    names = sorted(name for name, in_docs in met.items() if in_docs >= how.least)
    matrix = as_matrix(found, names)
    gold = np.zeros((len(found), how.classes))
    gold[np.arange(len(found)), labels] = 1.0
    rows = np.ones(len(found)) if counts is None else counts

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(len(names), how.classes)
        logits = matrix @ weights
        logits -= logits.max(axis=1, keepdims=True)
        powers = np.exp(logits)
        chances = powers / powers.sum(axis=1, keepdims=True)
        missed = -(rows * np.log((chances * gold).sum(axis=1) + 1e-12)).sum()
        value = missed + how.penalty / 2 * (weights**2).sum()
        return float(value), (matrix.T @ (rows[:, None] * (chances - gold)) + how.penalty * weights).ravel()

    start = np.zeros(len(names) * how.classes)
    result = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return names, np.rint(result.x.reshape(len(names), how.classes) * how.scale).astype(np.int64)


def as_matrix(found: Sequence[Mapping[str, float]], names: Sequence[str]) -> csr_matrix:
    """The values of features, float64 (examples, names); features that have no name there are left out."""
    place = {name: number for number, name in enumerate(names)}
    triples = [
        (number, place[name], value)
        for number, features in enumerate(found)
        for name, value in features.items()
        if name in place
    ]
    rows, columns, values = zip(*triples, strict=True)
    return csr_matrix((values, (rows, columns)), shape=(len(found), len(names)))
