"""Profile: what the record has on one person, organisation or other source; and how they stand in a list."""

from __future__ import annotations

import msgspec

from onrecord.ask.hits import Hit
from onrecord.ask.question import Question
from onrecord.ask.tally import Tally
from onrecord.spans import Span
from onrecord.types import EntityKind, Judgement


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody, or something, that statements come from.

    Attributes:
        key: See ``identity``.
        name: The form that most documents have; ``kind`` and ``named`` as in ``Entity``.
        document_id: The document of one who is not named; None for a name.
        documents: In how many documents they speak.
        statements: How many they make; those of headlines are apart, in ``headlines``.
        first: When the earliest of the documents was published; ``last`` the latest; None where no date is known.
        question: Asks for the statements.
    """

    key: str
    name: str
    kind: EntityKind
    named: bool
    document_id: str | None
    documents: int
    statements: int
    headlines: int
    first: str | None
    last: str | None
    question: Question


class People(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks, those with most statements first.

    Attributes:
        question: What was asked.
        people: At most ``question.limit``; ``total`` is how many there are.
        capped: Whether there were more statements than were counted; ``counted`` says how many were.
    """

    question: Question
    people: tuple[Person, ...]
    total: int
    capped: bool
    counted: int


class PrintedForm(msgspec.Struct, frozen=True, kw_only=True):
    """A form that they are printed in, and in how many documents."""

    words: str
    documents: int


class HeldRole(msgspec.Struct, frozen=True, kw_only=True):
    """An office or description that reports give them.

    Attributes:
        title: Or None; ``organisation`` and ``former`` as in ``Role``.
        documents: How many reports give it.
        first: When the earliest of these was published; ``last`` the latest.
        document_id: The latest of these reports; ``span`` is where the role stands in it and ``words`` what it says.
    """

    title: str | None
    organisation: str | None
    former: bool
    documents: int
    first: str | None
    last: str | None
    document_id: str
    span: Span
    words: str


class Appearance(msgspec.Struct, frozen=True, kw_only=True):
    """Them in one document: what is known to be one person, by the document's evidence.

    Attributes:
        document_id: The document; ``origin``, ``publisher`` and ``published`` are its own.
        title: What it is called.
        key: Of the name there, before any joining; ``name`` as it is there.
        roles: What the document says they are, in words.
        statements: How many they make in it, headlines apart.
        question: Asks for them.
    """

    document_id: str
    title: str
    origin: str
    publisher: str | None
    published: str | None
    key: str
    name: str
    roles: tuple[str, ...]
    statements: int
    question: Question


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Reports of one name that may well be of another person than the other parts' reports.

    Attributes:
        office: What most of them say that this one is; None for the reports that tell of no office.
        documents: Which they are, the latest read first.
        statements: How many statements are made in them, headlines apart.
    """

    office: str | None
    documents: tuple[str, ...]
    statements: int


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """All about one key.

    Attributes:
        person: Who, with the counts.
        keys: All keys that are one by judgement; itself alone without any.
        certain: Whether it is known to be one person: one document, or joined by judgement. Otherwise it is one name.
        parted: Whether a person judged that not all of the reports mean the same.
        judged: What people judged of who they are (merge: one, split: not the same) and did not take back, in order.
        parts: The reports by office, where a person parted them, or it is not certain and the offices clash; see
            ``parts_of``.
        forms: Printed forms, those of most documents first.
        roles: With dates and evidence, the latest first.
        appearances: The documents apart, the latest first; at most ``MOST_APPEARANCES`` of them.
        acts: Statements by what was done; ``spoken`` by form (direct, mixed, indirect).
        matters: By the words that they have in common, the most frequent first.
        months: By month of publication, the earliest first.
        spoken_of_by: Who speaks about them; ``speaks_of`` about whom they speak.
        beside: Who is mentioned together with them.
        latest: The latest statements.
        capped: Whether there were more statements, or more mentions, than were counted.
    """

    person: Person
    keys: tuple[str, ...]
    certain: bool
    parted: bool
    judged: tuple[Judgement, ...]
    parts: tuple[Part, ...]
    forms: tuple[PrintedForm, ...]
    roles: tuple[HeldRole, ...]
    appearances: tuple[Appearance, ...]
    acts: tuple[Tally, ...]
    spoken: tuple[Tally, ...]
    matters: tuple[Tally, ...]
    months: tuple[Tally, ...]
    spoken_of_by: tuple[Tally, ...]
    speaks_of: tuple[Tally, ...]
    beside: tuple[Tally, ...]
    latest: tuple[Hit, ...]
    capped: bool
