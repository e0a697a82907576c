"""Figures: the numbers that sources gave, each with its words, what it counts, and as of when."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.ask.question import Question
from onrecord.spans import Span
from onrecord.types import Act, Bound, Spans

AsOf = Literal["claim", "said", "published"]
"""Where a figure's time is from: the claim's own, when it was said, when the report was published."""


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number that a source gave.

    Attributes:
        document_id: Of the report; ``origin``, ``publisher`` and ``published`` are its own.
        title: What it is called.
        statement_id: Of the statement that it stands in.
        speakers: Names of who gave it; ``people`` are their keys, in the same order.
        span: Of the number's words in the document's text.
        words: These words.
        low: Decimal; None for an open side.
        high: Decimal; both are None for a vague one ("dozens").
        bound: See ``Quantity``; ``unit``, ``change`` and ``per`` likewise.
        counted: The words of what is counted; None where the text does not tell.
        as_of: Of when the figure is, ISO 8601; None where nothing tells.
        as_of_by: What tells it.
        hedge: The words that say how sure the source is; None without any.
        negated: Whether the report says it was not said, or the claim is negative.
        content: Where the whole statement stands; ``statement`` is its words.
        paragraph: The paragraphs around it; ``context`` is their words.
    """

    document_id: str
    title: str
    origin: str
    publisher: str | None
    published: str | None
    statement_id: str
    act: Act
    speakers: tuple[str, ...]
    people: tuple[str, ...]
    span: Span
    words: str
    low: str | None
    high: str | None
    bound: Bound
    unit: str | None
    change: str | None
    per: str | None
    counted: str | None
    as_of: str | None
    as_of_by: AsOf | None
    hedge: str | None
    negated: bool
    content: Spans
    statement: tuple[str, ...]
    paragraph: Span
    context: str


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """Figures that count the same thing in the same unit, the earliest first; those without a date stand last.

    Attributes:
        counted: What they count, as most of the figures print it; "" where the text does not tell.
        asked: Whether it has words that were asked for.
        unit: As in the figures.
        per: Of a rate.
        change: "up", "down" or "from" where the figures tell of a change; None for amounts, and what they changed to.
        figures: At most a cap's worth.
    """

    counted: str
    asked: bool
    unit: str | None
    per: str | None
    change: str | None
    figures: tuple[Figure, ...]


class Numbers(msgspec.Struct, frozen=True, kw_only=True):
    """What sources counted.

    Attributes:
        question: What was asked.
        series: Those that count what was asked for first, then those with most figures. They count different things,
            and nothing here compares them.
        note: The difference between them in words, and which words were looked for in place of a collective one; None
            where there is neither.
        figures: How many figures there are in all.
        documents: How many reports they stand in.
        capped: Whether there were more statements than were looked at; ``looked_at`` says how many were.
        looked_at: Statements that were looked at.
    """

    question: Question
    series: tuple[Series, ...]
    note: str | None
    figures: int
    documents: int
    capped: bool
    looked_at: int
