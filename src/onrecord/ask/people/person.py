"""People: all that the record has on one person, organisation or other source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from msgspec import structs
from sqlalchemy import Connection, Row

from onrecord.ask.dates import in_month, month_of
from onrecord.ask.hits import load_hits
from onrecord.ask.identity import Identities, name_words, person_key
from onrecord.ask.people.finding import find_person
from onrecord.ask.people.gather import MOST_READ, Gathered, contents, gather, mentions_of, speakers_of, subjects_of
from onrecord.ask.people.matters import matters_of
from onrecord.ask.people.parts import parts_of, told_apart
from onrecord.ask.people.profile import Appearance, Person, PrintedForm, Profile
from onrecord.ask.people.roles import roles_of, roles_told
from onrecord.ask.question import Question
from onrecord.ask.tally import Tally, tallied
from onrecord.store import Store
from onrecord.store.terms import HEADLINES
from onrecord.types import Act, Form, Judgement

MOST_APPEARANCES = 50
"""Documents that a profile lists."""

MOST_LISTED = 12
"""Words, names and forms that a profile lists of each kind."""

LATEST = 10
"""Statements that a profile shows."""


def person(store: Store, wanted: str) -> Profile:
    """Tell all that the record has on somebody.

    Args:
        store: The record.
        wanted: A key, as ``Hit.people`` has them, or a name: all of it, or words of it that only one has.

    Raises:
        UnknownPerson: Nobody has that key or name.
        AmbiguousPerson: Several have; the message lists them.
        EmptyQuery: There is no letter or digit in it.
        StoreError: The record cannot be read.
    """
    with store.looking() as connection:
        identities = Identities(connection)
        return _profile(connection, identities, find_person(connection, store.path, identities, wanted))


def _profile(connection: Connection, identities: Identities, key: str) -> Profile:
    rows = gather(connection, identities.is_person(key))
    who = _person(rows, key)
    body = [row for row in _once(rows.statements) if row.block not in HEADLINES]
    own = [row.key for row in body[:MOST_READ]]
    mentioning = mentions_of(connection, [row.key for row in rows.entities])
    about = mentioning[:MOST_READ]
    asked = structs.replace(who.question, headlines=False)
    names = {word for row in rows.entities for word in name_words(row.name)}
    parted = bool(told_apart(rows.entities, identities.splits))
    one = len({row.document_id for row in rows.entities}) == 1 or len(identities.members(key)) > 1
    certain = one and not parted
    said = Counter(row.document_id for row in body)
    return Profile(
        person=who,
        keys=identities.members(key),
        certain=certain,
        parted=parted,
        judged=tuple(_judged(identities, rows.entities)),
        parts=() if certain else parts_of(rows.entities, said, identities.joins, identities.splits),
        forms=_forms(rows.entities),
        roles=roles_of(connection, rows.entities),
        appearances=tuple(_appearances(rows, key, body)),
        acts=_by_act(body, asked),
        spoken=_by_form(body, asked),
        matters=tuple(
            Tally(label=word, statements=times, question=structs.replace(asked, words=word))
            for word, times in matters_of(contents(connection, own), names, MOST_LISTED)
        ),
        months=_months(body, asked),
        spoken_of_by=_others(
            speakers_of(connection, identities, about), key, lambda it: Question(person=it.key, about=who.name)
        ),
        speaks_of=_others(
            subjects_of(connection, identities, own), key, lambda it: structs.replace(asked, about=it.label)
        ),
        beside=_others(subjects_of(connection, identities, about), key, lambda it: Question(about=it.label)),
        latest=tuple(load_hits(connection, identities, own[:LATEST])),
        capped=rows.capped or len(mentioning) > MOST_READ or len(body) > MOST_READ,
    )


def _judged(identities: Identities, rows: Sequence[Row[Any]]) -> Iterator[Judgement]:
    """The judgements across documents that hold and are about one of some entities."""
    ours = {(row.document_id, row.id) for row in rows}
    for judgement, pairs in identities.across:
        if not ours.isdisjoint(pairs):
            yield judgement


def _person(rows: Gathered, key: str) -> Person:
    names = Counter(row.name for row in rows.entities)
    name = min(names, key=lambda printed: (-names[printed], -len(printed), printed))
    first = rows.entities[0]
    dates = sorted(row.published for row in rows.statements if row.published is not None)
    once = _once(rows.statements)
    headlines = sum(row.block in HEADLINES for row in once)
    return Person(
        key=key,
        name=name,
        kind=first.kind,
        named=first.named,
        document_id=None if first.named else first.document_id,
        documents=len({row.document_id for row in rows.statements}),
        statements=len(once) - headlines,
        headlines=headlines,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        question=Question(person=key, order="newest"),
    )


def _once(rows: Iterable[Row[Any]]) -> list[Row[Any]]:
    """Each statement once: two entities of one name can make one together. The latest published first."""
    once = {row.key: row for row in rows}
    return sorted(once.values(), key=lambda row: (row.published or "", row.key), reverse=True)


def _forms(rows: Sequence[Row[Any]]) -> tuple[PrintedForm, ...]:
    printed = Counter(form for row in rows for form in dict.fromkeys((row.name, *row.aliases)))
    frequent = sorted(printed.items(), key=lambda item: (-item[1], item[0]))[:MOST_LISTED]
    return tuple(PrintedForm(words=words, documents=documents) for words, documents in frequent)


def _appearances(rows: Gathered, key: str, body: Sequence[Row[Any]]) -> Iterator[Appearance]:
    said = Counter(row.document_id for row in body)
    newest = sorted(rows.entities, key=lambda row: (row.published or "", row.key), reverse=True)
    for row in newest[:MOST_APPEARANCES]:
        yield Appearance(
            document_id=row.document_id,
            title=row.title,
            origin=row.origin,
            publisher=row.publisher,
            published=row.published,
            key=person_key(row.kind, row.name, named=row.named, document_id=row.document_id, entity_id=row.id),
            name=row.name,
            roles=roles_told(row.roles),
            statements=said[row.document_id],
            question=Question(person=key, document=row.document_id, headlines=False, order="oldest"),
        )


def _by_act(body: Iterable[Row[Any]], asked: Question) -> tuple[Tally, ...]:
    acts: Counter[Act] = Counter(row.act for row in body)
    return tallied(acts, lambda act: structs.replace(asked, acts=(act,)))


def _by_form(body: Iterable[Row[Any]], asked: Question) -> tuple[Tally, ...]:
    forms: Counter[Form] = Counter(row.form for row in body)
    return tallied(forms, lambda form: structs.replace(asked, forms=(form,)))


def _months(body: Iterable[Row[Any]], asked: Question) -> tuple[Tally, ...]:
    months = Counter(month for row in body if (month := month_of(row.published)) is not None)
    return tuple(
        Tally(label=month, statements=number, question=in_month(asked, month))
        for month, number in sorted(months.items())
    )


def _others(tallies: Iterable[Tally], key: str, ask: Callable[[Tally], Question]) -> tuple[Tally, ...]:
    """The first of some others, each with its question."""
    others = [tally for tally in tallies if tally.key != key][:MOST_LISTED]
    return tuple(structs.replace(tally, question=ask(tally)) for tally in others)
