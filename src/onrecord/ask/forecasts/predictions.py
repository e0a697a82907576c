"""Predictions: what sources foretold, when it was to come, and what people found to have come of it."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.ask.hits import Hit
from onrecord.ask.question import Question
from onrecord.ask.tally import Tally
from onrecord.spans import Span
from onrecord.types import Certainty, EntityKind, Polarity, Time

OutcomeWord = Literal["yes", "no", "void"]
"""Whether it came as the words foretold it; "void" where that cannot be said."""

Status = Literal["open", "due", "overdue", "resolved"]
"""Due: the day asked for lies in the time in which it is to come ("in May", on a day of May). Overdue: it lies after
that."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a person found to have come of a prediction.

    Attributes:
        outcome: See ``OutcomeWord``.
        evidence: Text or address.
        author: Who found it; ``at`` when, ISO 8601; ``reason`` in their own words.
        judgement_id: Of the judgement, which can be withdrawn.
    """

    outcome: OutcomeWord
    evidence: str
    author: str
    at: str
    reason: str
    judgement_id: str


class Prediction(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that foretells something.

    Attributes:
        id: Of the statement and of the place of the claim in it: ``STATEMENT.2``, counted from 1.
        hit: The statement that it stands in.
        claim: The claim's span.
        span: Of what is to happen, with its ``words``.
        polarity: Of the claim: negative for "will not".
        by: The deadline; None where it is open. ``by_words`` as printed.
        condition: The words of an "if"; None without one.
        certainty: The hedge with its range on the scale asked for, of the proposition without its "not".
        low: The chance given, stated in numbers or on the scale, in per cent; None where there is none. ``high`` too.
        status: On the day asked for.
        outcome: None while it is not resolved.
    """

    id: str
    hit: Hit
    claim: Span
    span: Span
    words: str
    polarity: Polarity
    by: Time | None
    by_words: str | None
    condition: str | None
    certainty: Certainty | None
    low: str | None
    high: str | None
    status: Status
    outcome: Outcome | None


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """How well the chances that a speaker gave fit what came of it.

    Only of predictions with a range and an outcome of yes or no; a joint one counts for each speaker.

    Attributes:
        key: Of the person; ``name`` as printed.
        scored: How many predictions it rests on.
        brier: Mean of (chance − outcome)², the chance being the middle of its range: 0 is best, 0.25 what "50%" always
            gets (Brier 1950).
        best: The least that it can be within the ranges; ``worst`` the most.
    """

    key: str
    name: str
    scored: int
    brier: float
    best: float
    worst: float


class Came(msgspec.Struct, frozen=True, kw_only=True):
    """How many predictions are in each state: what has come of them; while nothing has, whether they are due."""

    open: int
    due: int
    overdue: int
    yes: int
    no: int
    void: int


class SpeakerCount(Came, frozen=True, kw_only=True):
    """Predictions of one speaker, by what has come of them; a joint one counts for each speaker."""

    key: str | None
    name: str
    kind: EntityKind | None
    total: int
    question: Question | None


class KindCount(Came, frozen=True, kw_only=True):
    """Predictions by speakers of one kind, by what has come of them; a joint one counts once for each kind it has.

    Attributes:
        label, statements, question, key: As of a ``Tally``; a kind has no key.
    """

    label: EntityKind
    statements: int
    question: Question
    key: None = None


class Forecasts(msgspec.Struct, frozen=True, kw_only=True):
    """Predictions, the next due first, those without a deadline last.

    Attributes:
        question: What was asked; ``on`` is the day that says what is due, ``scale`` whose ranges hedges have.
        predictions: At most ``question.limit`` of ``total``.
        statuses: How many are open, due, overdue, resolved.
        speakers: Those with most predictions first.
        kinds: Predictions by the speaker's kind, those with most first.
        scores: Of speakers with a prediction that can be scored, those with most of them first.
        capped: Whether there were more than were counted.
    """

    question: Question
    on: str | None
    scale: str
    predictions: tuple[Prediction, ...]
    total: int
    statuses: tuple[Tally, ...]
    speakers: tuple[SpeakerCount, ...]
    kinds: tuple[KindCount, ...]
    scores: tuple[Score, ...]
    capped: bool
