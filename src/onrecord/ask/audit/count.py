"""Audit: who gets quoted: named or not, of what kind, in how many words, in what form, and how first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from msgspec import structs
from sqlalchemy import Connection

from onrecord.ask.arrays import add_by, differs, nth_greatest
from onrecord.ask.audit.articles import LABELS
from onrecord.ask.audit.shares import Audit, AuditRow, Share
from onrecord.ask.audit.tallying import Bodies, Labelled, Place, bodies, rows_by, total_of
from onrecord.ask.dates import in_month, month_of
from onrecord.ask.identity import Identities, Who
from onrecord.ask.question import Question, lacking
from onrecord.ask.quoted import Quoted, quoted, who_speaks
from onrecord.store import Store
from onrecord.store.tallies import FIRST, FORMS, KINDS, NAMED, UNKNOWN, UNNAMED, WORDS
from onrecord.store.terms import published_terms

MOST_SPEAKERS = 50
"""Speakers that are listed."""

NO_PUBLISHER = "publisher not known"
NO_MONTH = "date not known"


def audit(store: Store, question: Question | None = None, *, most: int | None = None) -> Audit:
    """Count who gets quoted in the statements that a question asks for.

    Args:
        store: The record.
        question: Which statements; all without one. Headlines never count.
        most: How many statements to count at most, the latest added. None for all where whole reports are asked for:
            all of them, or by publisher, day of publication or id; and for ``quoted.MOST_COUNTED`` where more is.

    Raises:
        EmptyQuery: It has words, but none to look for.
        StoreError: The record cannot be read.
    """
    question = structs.replace(question or Question(), headlines=False)
    with store.looking() as connection:
        identities = Identities(connection)
        found = quoted(connection, identities, question, most)
        spoken = bodies(found)
        people = _most_quoted(connection, identities, found, spoken)
    total, sums = total_of(spoken, question), spoken.sums()
    undated = _undated(found.published, question)
    return Audit(
        question=question,
        total=total,
        naming=tuple(_shares(total, sums, _naming(question))),
        kinds=tuple(_shares(total, sums, {kind: structs.replace(question, kinds=(kind,)) for kind in KINDS})),
        forms=tuple(_shares(total, sums, {form: structs.replace(question, forms=(form,)) for form in FORMS})),
        first=tuple(_first(total, sums, question)),
        speakers=tuple(_speakers(total, people, question)),
        publishers=_publishers(spoken, question),
        months=_months(spoken, question, undated),
        cells=_cells(spoken, question, undated),
        capped=found.capped,
    )


def _most_quoted(
    connection: Connection, identities: Identities, found: Quoted, spoken: Bodies
) -> list[tuple[Who, int, int]]:
    """Those with most statements, with how many, and the words of them; each by the name that was read first."""
    starts = np.flatnonzero(differs(spoken.persons))
    firsts = spoken.voices[starts]
    statements = np.add.reduceat(spoken.statements, starts) if len(starts) else spoken.statements
    most = np.flatnonzero(statements >= nth_greatest(statements, MOST_SPEAKERS))
    who = who_speaks(connection, identities, found, firsts[most].tolist())
    words = add_by(found.persons, found.voices["words"], found.people)
    listed = [
        (who[voice], number, int(words[found.persons[voice]]))
        for voice, number in zip(firsts[most].tolist(), statements[most].tolist(), strict=True)
    ]
    return sorted(listed, key=lambda one: (-one[1], one[0].name, one[0].key))[:MOST_SPEAKERS]


def _undated(days: Sequence[str | None], question: Question) -> Question | None:
    """What opens the reports without a month; None where one tells its year, by which a search has it dated."""
    without_month = {day for day in days if month_of(day) is None}
    return None if any(map(published_terms, without_month)) else lacking(question, "date")


def _naming(question: Question) -> Mapping[str, Question]:
    return {
        NAMED: structs.replace(question, named=True),
        UNNAMED: structs.replace(question, named=False),
        UNKNOWN: lacking(question, "speaker"),
    }


def _shares(total: AuditRow, sums: Mapping[str, int], questions: Mapping[str, Question]) -> Iterator[Share]:
    for label, asked in questions.items():
        if sums[label]:
            yield _share(total, label, sums[label], sums[WORDS + label], asked)


def _share(
    total: AuditRow, label: str, number: int, words: int, asked: Question | None, key: str | None = None
) -> Share:
    return Share(
        label=label,
        statements=number,
        words=words,
        share=round(number / total.statements, 4),
        word_share=round(words / total.words, 4) if total.words else 0.0,
        question=asked,
        key=key,
    )


def _first(total: AuditRow, sums: Mapping[str, int], question: Question) -> Iterator[Share]:
    """Articles by whose the first statement is; they have no words."""
    for first, label in LABELS.items():
        if opened := sums[FIRST + label]:
            share = round(opened / total.documents, 4)
            yield Share(
                label=label, statements=opened, words=0, share=share, word_share=0.0, question=question, first=first
            )


def _speakers(total: AuditRow, people: Iterable[tuple[Who, int, int]], question: Question) -> Iterator[Share]:
    for who, number, words in people:
        yield _share(total, who.name, number, words, structs.replace(question, person=who.key), who.key)


def _publishers(spoken: Bodies, question: Question) -> tuple[AuditRow, ...]:
    def label(publisher: str | None) -> Labelled:
        return publisher or NO_PUBLISHER, publisher, None, _of_publisher(question, publisher)

    return tuple(
        sorted(
            rows_by(spoken, [publisher or None for publisher, _ in spoken.places], label),
            key=lambda row: (-row.statements, row.label),
        )
    )


def _of_publisher(question: Question, publisher: str | None) -> Question:
    return lacking(question, "publisher") if publisher is None else structs.replace(question, publisher=publisher)


def _months(spoken: Bodies, question: Question, undated: Question | None) -> tuple[AuditRow, ...]:
    def label(month: str | None) -> Labelled:
        return month or NO_MONTH, None, month, undated if month is None else in_month(question, month)

    return tuple(
        sorted(
            rows_by(spoken, [month for _, month in spoken.places], label),
            key=lambda row: (row.month is None, row.month or ""),
        )
    )


def _cells(spoken: Bodies, question: Question, undated: Question | None) -> tuple[AuditRow, ...]:
    months = {month for _, month in spoken.places}
    asked = {month: undated if month is None else in_month(question, month) for month in months}
    places = [(publisher or None, month) for publisher, month in spoken.places]

    def label(place: Place) -> Labelled:
        publisher, month = place
        of_month = asked[month]
        opens = None if of_month is None else _of_publisher(of_month, publisher)
        return f"{publisher or NO_PUBLISHER}, {month or NO_MONTH}", publisher, month, opens

    return tuple(sorted(rows_by(spoken, places, label), key=lambda row: (row.publisher or "", row.month or "")))
