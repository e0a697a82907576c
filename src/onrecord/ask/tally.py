"""Tally: a number in an answer, with the question that opens the list of what it counts."""

from __future__ import annotations

import msgspec

from onrecord.ask.question import Question


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """So many statements of a kind.

    Attributes:
        label: What they have in common: an act, a month (``2024-03``), a word, a name.
        statements: How many.
        question: Asks for just these; None where no question can (a speaker who is not known).
        key: Of the person, where the label is a name.
    """

    label: str
    statements: int
    question: Question | None = None
    key: str | None = None
