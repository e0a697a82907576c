"""Exhibits: what a dossier is made of. Groups point at exhibits by their place in ``Dossier.exhibits``."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.ask.hits import Hit
from onrecord.ask.numbers.figures import Series
from onrecord.ask.question import Question
from onrecord.types import Act, Certainty, EntityKind, Time

Position = Literal["for", "against", "untold"]
"""Whether a source holds what is asked to be so; "untold" where its words do not carry it."""

TimelineKind = Literal["said", "published", "spoken of"]


class Exhibit(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that bears on the question.

    Attributes:
        hit: The statement with its words, its document and its paragraph.
        score: How much of the question it has, 0 to 1: words weigh by how rare they are in the record.
        matched: The words of the question that it has, or means by a name, or that name its speaker.
        meaning: Likeness of meaning, where it was found by that; else None.
        position: See ``Position``; ``why`` says in words what it rests on.
        why: For instance "denies it", "its claim is negative".
        hedges: Hedges of its claims, with their range on the dossier's scale.
        conditions: Words of conditions.
        said: The day it was said or, where that is not known, published; None where neither is.
        new: Whether it was published on or after the day that changes are asked since.
    """

    hit: Hit
    score: float
    matched: tuple[str, ...]
    meaning: float | None = None
    position: Position = "untold"
    why: str = ""
    hedges: tuple[Certainty, ...] = ()
    hedge_words: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    said: str | None = None
    new: bool = False


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who was quoted on the question, or only spoken about.

    Attributes:
        key: Of the person; None for statements without a known speaker.
        name: As printed; "" without a known speaker.
        exhibits: Places of the exhibits: what was said by them or, of who is only spoken about, what mentions them.
    """

    key: str | None
    name: str
    kind: EntityKind | None
    named: bool
    exhibits: tuple[int, ...]


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Exhibits of one publisher, or of one month (``2024-03``); "" where it is not known."""

    label: str
    exhibits: tuple[int, ...]


class ActGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Exhibits of one act."""

    act: Act
    exhibits: tuple[int, ...]


class PositionGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Exhibits of one position."""

    position: Position
    exhibits: tuple[int, ...]


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A point of the timeline.

    Attributes:
        date: The day that it begins, ISO 8601; ``to`` is where it ends, half-open, None where that is open or the same.
        kind: When something was said, or published where that is not told, or a time that was spoken of.
        words: Of the time, as printed; None where the date is that of publication.
        exhibit: The place of the exhibit.
    """

    date: str
    to: str | None
    kind: TimelineKind
    words: str | None
    time: Time | None
    exhibit: int


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What a speaker did before a day and since, where the two differ, side by side.

    It is no contradiction: what is meant may differ.

    Attributes:
        key: Of the person; ``name`` as printed.
        what: "act", "position" or "figure".
        before: In words; ``since`` likewise.
        exhibits_before: Places of the exhibits; ``exhibits_since`` likewise.
    """

    key: str
    name: str
    what: Literal["act", "position", "figure"]
    before: str
    since: str
    exhibits_before: tuple[int, ...]
    exhibits_since: tuple[int, ...]


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What was read for a dossier and what was not.

    Attributes:
        documents: Reports in the record; ``matched`` of them have an exhibit.
        undated: Reports without a date of publication, which no timeline and no "since" can place.
        statements: Statements that have enough of the question.
        unsure: Of these, how many are left out because the software is less sure of them than was asked for.
        headlines: Of these, how many stand in headlines, standfirsts and pull quotes, which repeat the text.
        over: Of these, how many are left out because a dossier holds so many at most.
        capped: Whether there were more than were looked through, the latest read first.
        left_out: Words of the question that were not searched: there are too many.
        by_meaning: Whether statements were looked for by meaning as well.
        behind: Whether the latest statements were not, as they have no vectors yet.
    """

    documents: int
    matched: int
    undated: int
    statements: int
    unsure: int
    headlines: int
    over: int
    capped: bool
    left_out: tuple[str, ...]
    by_meaning: bool
    behind: bool


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """All that the record has on a question.

    Attributes:
        asked: The question as it was typed.
        words: What was searched of it.
        question: The search that comes nearest; ``min_confidence``, ``scale`` and ``since`` are as they were given.
        yes_no: Whether it asks if something is so; only then there are positions.
        exhibits: The best fitting first.
        speakers: Who was quoted, those with most exhibits first; ``spoken_about`` are those who only are mentioned.
        acts: What was done: asserted, denied, warned, predicted, …
        positions: For, against, and not told by the words; empty unless ``yes_no``.
        numbers: Series of figures in the exhibits.
        timeline: By date.
        changes: What differs before and since ``since``; ``new`` are the exhibits since then.
        months: Exhibits by month of publication.
        publishers: Exhibits by publisher.
    """

    asked: str
    words: tuple[str, ...]
    question: Question
    scale: str
    since: str | None
    min_confidence: float
    yes_no: bool
    exhibits: tuple[Exhibit, ...]
    speakers: tuple[Speaker, ...]
    spoken_about: tuple[Speaker, ...]
    acts: tuple[ActGroup, ...]
    positions: tuple[PositionGroup, ...]
    numbers: tuple[Series, ...]
    timeline: tuple[Moment, ...]
    new: tuple[int, ...]
    changes: tuple[Change, ...]
    months: tuple[Group, ...]
    publishers: tuple[Group, ...]
    coverage: Coverage
