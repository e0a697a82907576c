"""Tally: a number in an answer, with the question that opens the list of what it counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from onrecord.ask.question import Question

_L = TypeVar("_L", bound=str)


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """So many statements of a kind.

    Attributes:
        label: What they have in common: an act, a month (``2024-03``), a word, a name.
        statements: How many.
        question: Asks for just these; None where none is made (of a speaker who is not known).
        key: Of the person, where the label is a name.
    """

    label: str
    statements: int
    question: Question | None = None
    key: str | None = None


def tallied(counts: Mapping[_L, int], ask: Callable[[_L], Question]) -> tuple[Tally, ...]:
    """Put counts in order, the most frequent first, then in alphabetical order.

    Args:
        counts: Statements by what they have in common.
        ask: Makes the question for one of these.
    """
    frequent = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Tally(label=label, statements=number, question=ask(label)) for label, number in frequent)
