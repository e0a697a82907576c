"""Rules: what a rule of the grammar is, and the parts that several patterns share."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from onrecord.judge.times.context import Match
from onrecord.judge.times.values import Value

Resolve = Callable[[Match], Value | None]
"""Makes the value of a match; None where what was matched is no time after all."""

COUNT = (
    "<n:NUM (?:to|or|and|DASH) NUM (?=UNIT)|NUM and A? half|NUM|A good? many|A (?:couple|dozen) of?|couple of|dozen|"
    "A few|FEW of?|half A|A half|A>"
)
"""How many units: "two", "2 1/2", "two and a half", "six or seven", "a couple of", "several", "a"."""


class Rule(NamedTuple):
    """One rule of the grammar.

    Attributes:
        name: As in the record's steps.
        pattern: Of the tokens that it reads.
        resolve: Makes its value.
    """

    name: str
    pattern: str
    resolve: Resolve
