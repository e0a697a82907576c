"""Shares: the counts of an audit: who gets quoted, how much, and how."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.ask.question import Question

First = Literal["named", "unnamed", "unknown"]
"""Whose the first statement of an article is: somebody's with a name, without one, or not known whose."""


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A part of what was said.

    Attributes:
        label: "named", a kind, a form, a name.
        statements: How many. A joint statement counts once for each label that one of its speakers has, as in a search.
        words: Words of what was said, not of what was thought or is said not to have been said.
        share: Of all statements counted, 0 to 1; ``word_share`` of all words.
        question: Opens the list; None where no question can.
        key: Of the person, where the label is a name.
        first: Of a number of articles, whose their first statement is: ``articles.articles`` lists them, asked with
            ``question`` and this.
    """

    label: str
    statements: int
    words: int
    share: float
    word_share: float
    question: Question | None = None
    key: str | None = None
    first: First | None = None


class Concentration(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How far the statements go to few speakers.

    Attributes:
        speakers: How many there are, each who is not named being one of one document.
        top_1: Share of the statements that the one most quoted makes, 0 to 1; ``top_5`` and ``top_10`` likewise.
        gini: Gini coefficient of statements among speakers: 0 where all make as many, towards 1 where one makes all.
    """

    speakers: int
    top_1: float
    top_5: float
    top_10: float
    gini: float


class AuditRow(msgspec.Struct, frozen=True, gc=False):
    """The counts of one publisher, of one month, or of all. There are thousands: names would take half of making them.

    Attributes:
        publisher: None for all, or for reports without one (then ``label`` says so); ``month`` is ``2024-03`` or None.
        documents: With a statement; headlines never count. ``articles.articles`` lists them, asked with ``question``.
        statements: How many; ``words`` were said in them.
        named: Statements by who is named; ``unnamed`` by who is not; ``unknown`` by nobody known. With their words. A
            joint one may be of two.
        direct: Statements by form; ``mixed`` and ``indirect`` likewise.
        persons: Statements by persons; then those by the other kinds.
        first_named: Articles whose first statement is by somebody named; ``first_unnamed`` and ``first_unknown``. The
            same lists them, asked with "named", "unnamed" or "unknown" beside.
        concentration: Among the speakers of this row.
        question: Opens the list.
    """

    label: str
    publisher: str | None
    month: str | None
    documents: int
    statements: int
    words: int
    named: int
    unnamed: int
    unknown: int
    named_words: int
    unnamed_words: int
    unknown_words: int
    direct: int
    mixed: int
    indirect: int
    persons: int
    groups: int
    organisations: int
    states: int
    document_sources: int
    polls: int
    reporters: int
    first_named: int
    first_unnamed: int
    first_unknown: int
    concentration: Concentration
    question: Question | None


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """Who gets quoted.

    Attributes:
        question: Which statements were counted.
        total: All of them.
        naming: Named, not named, not known; ``kinds`` by the speaker's kind; ``forms`` direct, mixed, indirect.
        first: Who makes the first statement of an article: named, not named, not known, in articles.
        speakers: Those with most statements; at most ``MOST_SPEAKERS``.
        publishers: A row each, those with most statements first; ``months`` by month of publication, the earliest
            first; ``cells`` by publisher and month.
        capped: Whether there were more statements than were counted, the latest added.
    """

    question: Question
    total: AuditRow
    naming: tuple[Share, ...]
    kinds: tuple[Share, ...]
    forms: tuple[Share, ...]
    first: tuple[Share, ...]
    speakers: tuple[Share, ...]
    publishers: tuple[AuditRow, ...]
    months: tuple[AuditRow, ...]
    cells: tuple[AuditRow, ...]
    capped: bool
