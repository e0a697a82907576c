"""Concentration: how far statements go to few speakers, of many groups of speakers at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.ask.audit.shares import Concentration

_TOP = (1, 5, 10)
_WIDEST = 8
"""Times the numbers at hand that a table of all that could be there may be long."""

_SHORT = 2**16
"""NumPy sorts numbers below this by radix, in a tenth of the time."""


def concentrations(groups: NDArray[Any], counts: NDArray[np.int64], number: int) -> list[Concentration]:
    """Measure how far statements go to few, by group.

    The Gini coefficient is half the mean difference between two, over the mean (Gini 1912).

    Args:
        groups: Of each speaker, the group, from 0.
        counts: How many statements each makes.
        number: How many groups there are.

    Returns:
        A measure of each group, also of one without speakers.
    """
    width = int(counts.max(initial=0)) + 1
    found, many = _histogram(groups.astype(np.int64) * width + counts)
    group, count = found // width, found % width
    speakers = np.bincount(groups, minlength=number)
    upto = np.cumsum(many)
    smaller = upto - many - (np.cumsum(speakers) - speakers)[group]  # in the same group
    greater = speakers[group] - smaller - many
    totals = _add(group, count * many, number)
    ranks = many * smaller + many * (many + 1) // 2
    unequal = 2 * _add(group, ranks * count, number) - (speakers + 1) * totals
    tops = [_add(group, np.clip(most - greater, 0, many) * count, number) for most in _TOP]
    parts = [_rounded(top / np.maximum(totals, 1)) for top in tops]
    ginis = _rounded(unequal / np.maximum(speakers * totals, 1))
    return [
        Concentration(speakers=speaking, top_1=one, top_5=five, top_10=ten, gini=gini)
        for speaking, one, five, ten, gini in zip(speakers.tolist(), *parts, ginis, strict=True)
    ]


def _rounded(shares: NDArray[np.float64]) -> list[float]:
    """Round to four places as ``round`` does, which is slow: it is asked only where a share is close to half-way."""
    scaled = shares * 1e4
    rounded = np.rint(scaled) / 1e4
    for place in np.flatnonzero(np.abs(scaled - np.floor(scaled) - 0.5) < 1e-6):
        rounded[place] = round(float(shares[place]), 4)
    listed: list[float] = rounded.tolist()
    return listed


def _histogram(numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The different numbers, the smallest first, and how often each is there."""
    if numbers.max(initial=0) > _WIDEST * (len(numbers) + 1):
        return np.unique(numbers, return_counts=True)
    times = np.bincount(numbers)
    found = np.flatnonzero(times)
    return found, times[found]


def _add(groups: NDArray[np.int64], numbers: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Add numbers up by group; their sums stay below 2**53."""
    return np.bincount(groups, weights=numbers, minlength=count).astype(np.int64)


def stable_order(numbers: NDArray[Any]) -> NDArray[np.intp]:
    """Where the numbers stand, the smallest first, equal ones as they stood.

    Args:
        numbers: None negative.
    """
    short = numbers.astype(np.uint16) if numbers.max(initial=0) < _SHORT else numbers
    return np.argsort(short, kind="stable")
