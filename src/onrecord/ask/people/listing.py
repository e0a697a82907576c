"""Listing: who speaks in the record, or in the statements that a question asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.ask.arrays import Numbers, Places, add_by, nth_greatest
from onrecord.ask.identity import Identities, Who
from onrecord.ask.people.profile import People, Person
from onrecord.ask.question import Question
from onrecord.ask.quoted import Quoted, quoted, who_speaks
from onrecord.store import Store


def people(store: Store, question: Question | None = None) -> People:
    """List who makes the statements that a question asks for, those with most of them first.

    Args:
        store: The record.
        question: Which statements count; all of them without one. ``limit`` is how many people to give at most.

    Raises:
        EmptyQuery: It has words, but none to look for.
        StoreError: The record cannot be read.
    """
    question = question or Question()
    with store.looking() as connection:
        identities = Identities(connection)
        found = quoted(connection, identities, question)
        spoken = _spoken(found, headlines=question.headlines)
        most = _most(spoken, question.limit)
        forms = _forms(found, spoken, most)
        who = who_speaks(connection, identities, found, (form.voice for form in forms))
    named = _named(forms, who)
    return People(
        question=question,
        people=_listed(found, spoken, named)[: max(question.limit, 0)],
        total=int(np.count_nonzero(spoken.statements + spoken.headlines)),
        capped=found.capped,
        counted=found.statements(headlines=question.headlines),
    )


class _Spoken(NamedTuple):
    """What each person says, and each voice's part of it."""

    statements: Numbers
    headlines: Numbers
    of_voices: Numbers


class _Form(NamedTuple):
    """A printed form of a person's name: how many statements, and a voice of it."""

    person: int
    statements: int
    voice: int


def _spoken(found: Quoted, *, headlines: bool) -> _Spoken:
    theirs = add_by(found.persons, found.voices["headlines"], found.people)
    return _Spoken(
        statements=add_by(found.persons, found.voices["statements"], found.people),
        headlines=theirs if headlines else np.zeros_like(theirs),
        of_voices=found.voices["statements"] + (found.voices["headlines"] if headlines else 0),
    )


def _most(spoken: _Spoken, limit: int) -> Places:
    """Those who stand first, and whoever has as many statements as the last of them: the name decides between these."""
    score = spoken.statements * (int(spoken.headlines.max(initial=0)) + 1) + spoken.headlines
    return np.flatnonzero(score >= max(1, nth_greatest(score, max(limit, 1)))).astype(np.int32)


def _forms(found: Quoted, spoken: _Spoken, persons: Places) -> list[_Form]:
    """The printed forms of some people's names, each with the first who has it."""
    wanted = np.zeros(found.people, bool)
    wanted[persons] = True
    voices = np.flatnonzero(wanted[found.persons] & (spoken.of_voices > 0))
    named = found.persons[voices].astype(np.int64) << 32 | found.voices["name"][voices]
    _, first, form = np.unique(named, return_index=True, return_inverse=True)
    times = add_by(form, found.voices["statements"][voices], len(first)).tolist()
    chosen = voices[first]
    return [_Form(*one) for one in zip(found.persons[chosen].tolist(), times, chosen.tolist(), strict=True)]


def _named(forms: Iterable[_Form], who: Mapping[int, Who]) -> dict[int, Who]:
    """Whom each person is called after: the form of most statements, then the first in alphabetical order."""
    ordered = sorted(forms, key=lambda form: (-form.statements, who[form.voice].name, who[form.voice].kind))
    return {form.person: who[form.voice] for form in reversed(ordered)}


def _listed(found: Quoted, spoken: _Spoken, named: Mapping[int, Who]) -> tuple[Person, ...]:
    """All of some people, those with most statements first."""
    places = _places(found, spoken, named)
    listed = []
    for person, who in named.items():
        days = sorted(day for place in places[person] if (day := found.published[place]) is not None)
        listed.append(
            Person(
                key=who.key,
                name=who.name,
                kind=who.kind,
                named=who.named,
                document_id=None if who.named else who.document_id,
                documents=len(places[person]),
                statements=int(spoken.statements[person]),
                headlines=int(spoken.headlines[person]),
                first=days[0] if days else None,
                last=days[-1] if days else None,
                question=Question(person=who.key, order="newest"),
            )
        )
    return tuple(sorted(listed, key=lambda one: (-one.statements, -one.headlines, one.name, one.key)))


def _places(found: Quoted, spoken: _Spoken, named: Mapping[int, Who]) -> dict[int, Sequence[int]]:
    """In which reports each of some people speaks."""
    number = np.full(found.people, -1)
    number[list(named)] = np.arange(len(named))
    voices = np.flatnonzero((number[found.persons] >= 0) & (spoken.of_voices > 0))
    pairs = np.unique(number[found.persons[voices]] * len(found.readings) + found.places[voices])
    ends = np.searchsorted(pairs, np.arange(1, len(named)) * len(found.readings))
    parts = np.split(pairs % max(len(found.readings), 1), ends)
    return {person: part.tolist() for person, part in zip(named, parts, strict=True)} if named else {}
