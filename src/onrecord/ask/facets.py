"""Facets: what the statements that fit a question could be narrowed by, and how many would be left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, Table, select

from onrecord.ask.candidates import Asked
from onrecord.ask.hedges import quoted_hedge
from onrecord.ask.identity import Identities, Who, who_by_statement
from onrecord.ask.question import HEDGED, PLAIN, Question
from onrecord.ask.when import count_times
from onrecord.store import Store, terms
from onrecord.store.tables import claims, readings, speakers, statements, subjects
from onrecord.types import Entity

SHOWN = 12
"""Values of a facet that are given, those with most statements; months are given all."""

_LISTED = frozenset(
    {terms.PERSON, terms.SUBJECT, terms.KIND, terms.NAMED, terms.ACT, terms.FORM}
    | {terms.CERTAINTY, terms.PUBLISHER, terms.PUBLISHED}
)
"""Families of terms that are values of facets as they stand; words of names, of which there are most, are none."""


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a facet.

    Attributes:
        label: What it is called.
        value: What ``Question`` takes for it.
        statements: How many of those that fit have it.
    """

    label: str
    value: str
    statements: int


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """Counts over the statements that fit, by what ``Question`` can narrow them.

    Attributes:
        who: Speakers; the value is a person's key. about: Whom the contents mention; the value is a name.
        kind, act, form: As in the record; a statement with two speakers of one kind counts once.
        named: "yes" and "no", of speakers.
        certainty: "hedged", "plain", and hedges; the value of one of these is in quotation marks: it alone is meant.
        publisher: As it is spelt in one of the reports.
        month: Of publication, as "2024-03", in order.
        said: When it was said, where that is known: a month, or as "2024" the year of what has no month, in order.
        times: Times that the contents speak of, in the same way; a statement counts in each that its times meet.
        document: Reports; the label is what they are called.
        statements: How many statements were counted.
        capped: Whether there may be more.
    """

    who: tuple[Value, ...]
    about: tuple[Value, ...]
    kind: tuple[Value, ...]
    named: tuple[Value, ...]
    act: tuple[Value, ...]
    form: tuple[Value, ...]
    certainty: tuple[Value, ...]
    publisher: tuple[Value, ...]
    month: tuple[Value, ...]
    said: tuple[Value, ...]
    times: tuple[Value, ...]
    document: tuple[Value, ...]
    statements: int
    capped: bool


def facets(store: Store, question: Question) -> Facets:
    """Count what the statements that fit a question could be narrowed by.

    Args:
        store: The record.
        question: What is asked; everything where nothing in particular is. Its order, limit and page do not count.

    Raises:
        EmptyQuery: There are words without a word to look for.
        BadQuestion: A date is none.
        StoreError: The record cannot be read.
    """
    with store.looking() as connection:
        columns = (statements.c.terms, readings.c.title, readings.c.publisher)
        asked = Asked(connection, Identities(connection), question)
        found = asked.find(columns=columns)
        return _Counted(connection, asked, found.rows).facets(found.capped)


class _Counted:
    """Terms of statements counted, each with one statement that has it: there its name is looked up."""

    def __init__(self, connection: Connection, asked: Asked, rows: Sequence[Row[Any]]) -> None:
        self.connection = connection
        self.identities = asked.identities
        self.question = asked.question
        self.rows = rows
        self.counts: Counter[str] = Counter()
        for row in rows:
            self.counts.update(row.terms.split())
        self.by_family: dict[str, list[tuple[str, int]]] = {}
        listed = [item for item in self.counts.items() if item[0][0] in _LISTED]
        for term, count in sorted(listed, key=lambda item: (-item[1], item[0])):
            self.by_family.setdefault(term[0], []).append((term[1:], count))
        self.example = self._examples()

    def _examples(self) -> dict[str, Row[Any]]:
        """For each term whose name is looked up, a statement that has it."""
        families = (terms.PERSON, terms.SUBJECT, terms.PUBLISHER, terms.CERTAINTY)
        wanted = {family + value for family in families for value, _ in self.by_family.get(family, [])[: 2 * SHOWN]}
        found: dict[str, Row[Any]] = {}
        for row in self.rows:
            here = wanted.intersection(row.terms.split())
            found.update(dict.fromkeys(here, row))
            wanted -= here
            if not wanted:
                break
        return found

    def facets(self, capped: bool) -> Facets:
        documents = Counter(row.document_id for row in self.rows)
        titles = {row.document_id: row.title for row in self.rows}
        return Facets(
            who=self._people(terms.PERSON, speakers, lambda who: who.key),
            about=self._people(terms.SUBJECT, subjects, lambda who: who.name),
            kind=self._plain(terms.KIND),
            named=self._plain(terms.NAMED),
            act=self._plain(terms.ACT),
            form=self._plain(terms.FORM),
            certainty=self._certainty(),
            publisher=self._publishers(),
            month=self._months(),
            said=self._times("said"),
            times=self._times("about"),
            document=tuple(
                Value(label=titles[key], value=key, statements=count)
                for key, count in sorted(documents.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]
            ),
            statements=len(self.rows),
            capped=capped,
        )

    def _plain(self, family: str) -> tuple[Value, ...]:
        """Values that are spelt in the term itself."""
        found = self.by_family.get(family, ())
        return tuple(Value(label=value, value=value, statements=count) for value, count in found)

    def _months(self) -> tuple[Value, ...]:
        months = sorted((f"{value[:4]}-{value[4:]}", count) for value, count in self._digits(terms.PUBLISHED, 6))
        return tuple(Value(label=month, value=month, statements=count) for month, count in months)

    def _digits(self, family: str, width: int) -> list[tuple[str, int]]:
        found = self.by_family.get(family, ())
        return [(value, count) for value, count in found if len(value) == width and value.isdigit()]

    def _times(self, of: Literal["said", "about"]) -> tuple[Value, ...]:
        counted = count_times(self.connection, self.rows, self.question, of, SHOWN)
        return tuple(Value(label=value, value=value, statements=count) for value, count in counted)

    def _publishers(self) -> tuple[Value, ...]:
        found = []
        for value, count in self.by_family.get(terms.PUBLISHER, ())[:SHOWN]:
            name = self.example[terms.PUBLISHER + value].publisher
            found.append(Value(label=name, value=name, statements=count))
        return tuple(found)

    def _certainty(self) -> tuple[Value, ...]:
        flags = ((HEDGED, terms.HEDGED), (PLAIN, terms.PLAIN))
        found = [Value(label=name, value=name, statements=self.counts[flag]) for name, flag in flags]
        common = self.by_family.get(terms.CERTAINTY, [])[:SHOWN]
        keys = [self.example[terms.CERTAINTY + value].key for value, _ in common]
        hedges = self.connection.scalars(select(claims.c.certainty).where(claims.c.statement.in_(keys))).all()
        phrases = {terms.digest(hedge.phrase): hedge.phrase for hedge in hedges if hedge is not None}
        named = [(phrases[value], count) for value, count in common]
        found += [Value(label=phrase, value=quoted_hedge(phrase), statements=count) for phrase, count in named]
        return tuple(value for value in found if value.statements)

    def _people(self, family: str, table: Table, value_of: Callable[[Who], str]) -> tuple[Value, ...]:
        """Those who are commonest among the entities of a table; several keys of one person are added up."""
        common = self.by_family.get(family, [])[: 2 * SHOWN]
        known = self._known(table, [self.example[family + digest].key for digest, _ in common])
        found: dict[str, Value] = {}
        for digest, count in common:
            value = value_of(known[digest])
            before = found.get(value)
            found[value] = Value(
                label=before.label if before else known[digest].name,
                value=value,
                statements=count + (before.statements if before else 0),
            )
        return tuple(sorted(found.values(), key=lambda who: (-who.statements, who.label)))[:SHOWN]

    def _known(self, table: Table, keys: Sequence[int]) -> Mapping[str, Who]:
        """Those who hang on statements, by the digest that is in terms."""
        found = {}
        for who in chain.from_iterable(who_by_statement(self.connection, self.identities, table, keys).values()):
            entity = Entity(id=who.entity_id, kind=who.kind, named=who.named, name=who.name)
            found[terms.entity_digest(who.document_id, entity)] = who
        return found
