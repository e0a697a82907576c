"""Concentration: how far statements go to few speakers, of many groups of speakers at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.ask.arrays import add_by
from onrecord.ask.audit.shares import Concentration

_TOP = (1, 5, 10)


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
    found, many = np.unique(groups.astype(np.int64) * width + counts, return_counts=True)
    group, count = found // width, found % width
    speakers = np.bincount(groups, minlength=number)
    upto = np.cumsum(many)
    smaller = upto - many - (np.cumsum(speakers) - speakers)[group]  # in the same group
    greater = speakers[group] - smaller - many
    totals = add_by(group, count * many, number)
    ranks = many * smaller + many * (many + 1) // 2
    unequal = 2 * add_by(group, ranks * count, number) - (speakers + 1) * totals
    tops = [add_by(group, np.clip(most - greater, 0, many) * count, number) for most in _TOP]
    parts = [_rounded(top / np.maximum(totals, 1)) for top in tops]
    ginis = _rounded(unequal / np.maximum(speakers * totals, 1))
    return [
        Concentration(speakers=speaking, top_1=one, top_5=five, top_10=ten, gini=gini)
        for speaking, one, five, ten, gini in zip(speakers.tolist(), *parts, ginis, strict=True)
    ]


def _rounded(shares: NDArray[np.float64]) -> list[float]:
    return [round(share, 4) for share in shares.tolist()]
