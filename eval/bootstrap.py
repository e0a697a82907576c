"""Bootstrap: how far a number would move with other documents. Seeded, so that the same scores give the same bounds.

Documents are drawn with replacement; two systems are compared on the same draws (a paired bootstrap: Efron and
Tibshirani, *An Introduction to the Bootstrap*, 1993, ch. 13; Koehn 2004, "Statistical significance tests for machine
translation evaluation").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eval.task import DocScore, Headline, Task

RESAMPLES, SEED = 1000, 20221
TAILS_PERCENT = (2.5, 97.5)
"""Bounds of the middle 95% of the resamples."""


class Interval(NamedTuple):
    """The middle 95% of resampled values."""

    low: float
    high: float

    @property
    def half(self) -> float:
        """Half of its width: the ± that is printed."""
        return (self.high - self.low) / 2


def intervals(task: Task, scores: Sequence[DocScore]) -> dict[str, Interval]:
    """Intervals of a task's headlines.

    Args:
        task: The task.
        scores: One score a document; with fewer than two nothing can be said.

    Returns:
        Headline's name → interval; empty with fewer than two documents.
    """
    if len(scores) < 2:
        return {}
    values = _resample(task, scores, _draw(len(scores)))
    return {h.name: _bounds(values[:, k]) for k, h in enumerate(task.headlines)}


def differences(task: Task, new: Sequence[DocScore], old: Sequence[DocScore]) -> dict[str, Interval]:
    """Intervals of the difference between two runs, over the documents that both have.

    Args:
        task: The task.
        new: One score a document.
        old: The same of the other run.

    Returns:
        Headline's name → interval of new minus old; empty with fewer than two documents in common.
    """
    before = {score.doc: score for score in old}
    both = [score for score in new if score.doc in before]
    if len(both) < 2:
        return {}
    draws = _draw(len(both))
    change = _resample(task, both, draws) - _resample(task, [before[s.doc] for s in both], draws)
    return {h.name: _bounds(change[:, k]) for k, h in enumerate(task.headlines)}


def _draw(n_docs: int) -> NDArray[np.int64]:
    """int64 (resamples, docs): how often each document is in each resample."""
    return np.random.default_rng(SEED).multinomial(n_docs, np.full(n_docs, 1 / n_docs), size=RESAMPLES)


def _resample(task: Task, scores: Sequence[DocScore], draws: NDArray[np.int64]) -> NDArray[np.float64]:
    """float64 (resamples, headlines)."""
    keys = sorted({key for score in scores for key in score.tallies})
    table = np.array([[score.tallies[key] for key in keys] for score in scores], dtype=np.float64)
    return np.array([_values(task.headlines, task, keys, row) for row in draws @ table])


def _values(headlines: Sequence[Headline], task: Task, keys: Sequence[str], row: NDArray[np.float64]) -> list[float]:
    metrics = task.metrics(Counter(dict(zip(keys, row.tolist(), strict=True))))
    return [headline.of(metrics) for headline in headlines]


def _bounds(values: NDArray[np.float64]) -> Interval:
    low, high = np.percentile(values, TAILS_PERCENT)
    return Interval(float(low), float(high))
