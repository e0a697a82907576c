"""Identity: keys of people. A name is one key throughout the record; who is not named is of one document alone.

That two of one name and kind are one person is not known: who shows a key says so, and keeps documents apart. Several
keys are one where a person judged it so, and only then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, select, text, tuple_

from onrecord.ask.among import among
from onrecord.ids import identify
from onrecord.store.judgements.table import standing_across
from onrecord.store.live import is_live
from onrecord.store.sqlite import entities_with
from onrecord.store.tables import entities, readings
from onrecord.store.words import tokens
from onrecord.types import EntityKind, Judgement

LONGEST_SLUG = 60
"""Characters of a name in its key: words are left out at its end, never cut."""

MOST_LOOKED = 20_000
"""Entities with the words of a name that are looked at to find those of the name itself."""

_UNNAMED = "in"
_ARTICLE = "the"


def person_key(kind: EntityKind, name: str, *, named: bool, document_id: str, entity_id: str) -> str:
    """Make the key of somebody or something.

    Args:
        kind: See ``Entity``.
        name: See ``Entity``.
        named: See ``Entity``.
        document_id: The document that the entity is of.
        entity_id: Its id there.

    Returns:
        ``person.ilse-varga.HASH`` for a name, whatever its case, accents and a leading "the";
        ``in.DOCUMENT.ENTITY`` for who is not named, or has a name without a letter or digit.
    """
    of_name = _named_key(kind, name) if named else None
    return f"{_UNNAMED}.{document_id}.{entity_id}" if of_name is None else of_name


@lru_cache(maxsize=65_536)
def _named_key(kind: str, name: str) -> str | None:
    """The key of a name; None of one without a letter or digit, or whose first word is too long for a key."""
    words = name_words(name)
    slug = _slug(words)
    return f"{kind}.{slug}.{identify(kind, ' '.join(words))}" if slug else None


def name_words(name: str) -> list[str]:
    """The folded words of a name, without a leading article."""
    words = tokens(name)
    return words[1:] if len(words) > 1 and words[0] == _ARTICLE else words


def _slug(words: Sequence[str]) -> str:
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > LONGEST_SLUG:
            break
        slug = longer
    return slug


class Who(NamedTuple):
    """Somebody in a document.

    Attributes:
        key: See ``person_key``; that of the group where it was joined with others.
        name, kind, named: As in ``Entity``.
        document_id: The document; ``entity_id`` is the id in it.
    """

    key: str
    name: str
    kind: EntityKind
    named: bool
    document_id: str
    entity_id: str


class Identities:
    """Which keys are one person by judgement, as the record has it in one transaction.

    Args:
        connection: In a transaction.

    Attributes:
        across: What people judged of entities of several documents, and which entities those are now, each with its
            document: by the id that they had when it was judged, else by name and kind where only one has them.
        joins: Those that were judged to be one, judgement by judgement.
        splits: Those that were judged not to be the same, likewise.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.across = [(one, _pairs(one)) for one in standing_across(connection)]
        keys = _keys_of(connection, [pair for _, pairs in self.across for pair in pairs])
        self.across = [(one, _known_again(connection, one, pairs, keys)) for one, pairs in self.across]
        self.joins = [pairs for one, pairs in self.across if one.verb == "merge"]
        self.splits = [pairs for one, pairs in self.across if one.verb == "split"]
        self._one = dict(_joined(self.joins, keys))
        self._entities: dict[str, list[int]] = {}
        self._members: dict[str, list[str]] = defaultdict(list)
        for key, first in sorted(self._one.items()):
            self._members[first].append(key)

    def key(self, kind: EntityKind, name: str, *, named: bool, document_id: str, entity_id: str) -> str:
        """The key of an entity, that of its group where it was joined with others; see ``person_key``."""
        return self.canonical(person_key(kind, name, named=named, document_id=document_id, entity_id=entity_id))

    def canonical(self, key: str) -> str:
        """The key that stands for all of a group: the first in alphabetical order."""
        return self._one.get(key, key)

    def joined(self) -> Mapping[str, str]:
        """Keys that were joined with others, each with the one that stands for all of its group; itself among them."""
        return self._one

    def members(self, key: str) -> tuple[str, ...]:
        """All keys that are one with a key, itself among them."""
        return tuple(self._members.get(self.canonical(key), (key,)))

    def is_person(self, key: str) -> ColumnElement[bool]:
        """A condition on ``entities``: that they are of a key or of one joined with it. An unknown key is nobody's.

        Args:
            key: As ``person_key`` makes them; it may come from anywhere.
        """
        return entities.c.key.in_(among(self.entity_keys(key)))

    def entity_keys(self, key: str) -> list[int]:
        """Keys of the entities that are of a person's key or of one joined with it, the latest read first.

        Of a name whose words more than ``MOST_LOOKED`` entities have, the latest are looked at.

        Args:
            key: As for ``is_person``.
        """
        first = self.canonical(key)
        if first not in self._entities:
            found = {entity for member in self.members(key) for entity in self._entities_of(member)}
            self._entities[first] = sorted(found, reverse=True)
        return self._entities[first]

    def _entities_of(self, key: str) -> list[int]:
        kind, _, rest = key.partition(".")
        if kind == _UNNAMED:
            document_id, _, entity_id = rest.rpartition(".")
            of_document = select(readings.c.key).where(readings.c.document_id == document_id)
            found = select(entities.c.key).where(entities.c.reading.in_(of_document), entities.c.id == entity_id)
            return list(self._connection.scalars(found))
        words = rest.rpartition(".")[0].split("-")
        if tokens(" ".join(words)) != words:
            return []
        looked_at = entities_with(words).order_by(text("rowid DESC")).limit(MOST_LOOKED)
        alike = select(entities.c.key, entities.c.name).where(
            entities.c.key.in_(looked_at), entities.c.kind == kind, entities.c.named
        )
        return [row.key for row in self._connection.execute(alike) if _named_key(kind, row.name) == key]


def who_by_statement(
    connection: Connection, identities: Identities, table: Table, keys: Iterable[int]
) -> dict[int, list[Who]]:
    """Who makes statements, or whom they mention; by the statement's key, speakers in their order.

    Args:
        connection: In a transaction.
        identities: Of that transaction.
        table: ``speakers`` or ``subjects``.
        keys: Of the statements.
    """
    columns = (entities.c.kind, entities.c.name, entities.c.named, entities.c.id, readings.c.document_id)
    rows = connection.execute(
        select(table.c.statement, *columns)
        .select_from(table)
        .join(entities, table.c.entity == entities.c.key)
        .join(readings, entities.c.reading == readings.c.key)
        .where(table.c.statement.in_(among(keys)))
        .order_by(*table.primary_key)
    )
    found: dict[int, list[Who]] = defaultdict(list)
    for statement, kind, name, named, entity_id, document_id in rows:
        key = identities.key(kind, name, named=named, document_id=document_id, entity_id=entity_id)
        found[statement].append(Who(key, name, kind, named, document_id, entity_id))
    return found


def _joined(
    groups: Sequence[Sequence[tuple[str, str]]], keys: Mapping[tuple[str, str], str]
) -> Iterator[tuple[str, str]]:
    """Keys that stand in a judgement that joins, each with the first of its group."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while (above := parent.setdefault(key, key)) != key:
            key = above
        return key

    for group in groups:
        known = [root(keys[pair]) for pair in group if pair in keys]
        for key in known:
            parent[key] = min(known)
    for key in parent:
        yield key, root(key)


def _pairs(judgement: Judgement) -> list[tuple[str, str]]:
    """Document and entity of each that a judgement across documents is about; what is no such pair is passed over."""
    listed = judgement.after.get("entities")
    pairs = [tuple(pair) for pair in listed if isinstance(pair, list | tuple)] if isinstance(listed, list) else []
    return [(pair[0], pair[1]) for pair in pairs if len(pair) == 2 and all(isinstance(part, str) for part in pair)]


def _known_again(
    connection: Connection,
    judgement: Judgement,
    pairs: Sequence[tuple[str, str]],
    keys: dict[tuple[str, str], str],
) -> list[tuple[str, str]]:
    """The entities that a judgement means, where a later reading gave one another id.

    Args:
        connection: In a transaction.
        judgement: What it keeps of them says whom it means.
        pairs: Those it names.
        keys: Of those that live readings have; what is found joins them.
    """
    cast = judgement.after.get("cast") or {}
    found = []
    for document_id, entity_id in pairs:
        pair, who = (document_id, entity_id), cast.get(entity_id)
        if pair not in keys and who is not None:
            columns = (entities.c.id, entities.c.kind, entities.c.name, entities.c.named)
            there = select(*columns).join_from(entities, readings)
            there = there.where(readings.c.document_id == document_id, is_live(), entities.c.kind == who["kind"])
            alike = [row for row in connection.execute(there) if name_words(row.name) == name_words(who["name"])]
            if len(alike) == 1:
                (row,) = alike
                pair = document_id, row.id
                keys[pair] = person_key(row.kind, row.name, named=row.named, document_id=document_id, entity_id=row.id)
        found.append(pair)
    return found


def _keys_of(connection: Connection, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The key of each pair that a live reading has."""
    keys = {}
    for start in range(0, len(pairs), 250):
        wanted = tuple_(readings.c.document_id, entities.c.id).in_(pairs[start : start + 250])
        columns = (entities.c.kind, entities.c.name, entities.c.named, readings.c.document_id, entities.c.id)
        for row in connection.execute(select(*columns).join_from(entities, readings).where(wanted, is_live())):
            keys[row.document_id, row.id] = person_key(
                row.kind, row.name, named=row.named, document_id=row.document_id, entity_id=row.id
            )
    return keys
