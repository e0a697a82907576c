"""Million: a record of as many statements as are wanted, made of some reports that were read and many copies of them.

A copy has other names, another day and another publisher. New names are as long as the old ones, so that every span
holds. Rows are written past the store, for it would take an hour; that they are what it writes, a test holds.
"""

from __future__ import annotations

import hashlib
import random
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Table

from bench.texts import take_texts
from onrecord.errors import InputError
from onrecord.ids import identify
from onrecord.pipeline import load_reader
from onrecord.read import make_document
from onrecord.store import open_store, tables
from onrecord.store.check import check
from onrecord.store.columns import Json
from onrecord.store.rows import Rows, cut, find_terms, tally_row
from onrecord.store.words import tokens
from onrecord.types import Entity, Reading

Say = Callable[[str], None]

PUBLISHERS = tuple(f"The {town} {paper}" for town in ("Ness", "Arden", "Holm", "Tarn", "Velde") for paper in
                   ("Courier", "Post", "Herald", "Gazette", "Times", "Star", "Echo", "Mail"))  # fmt: skip
FIRST_DAY = date(2010, 1, 1)
DAYS = 5500
VARIANTS = 400
"""Of each name: the first is the commonest by far, as with names in the news."""

_ORDER = (
    *(tables.texts, tables.documents, tables.readings, tables.blocks, tables.entities, tables.mentions),
    *(tables.statements, tables.claims, tables.steps, tables.speakers, tables.subjects, tables.tallies),
)
_FAST = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF")


def read_some(count: int, say: Say) -> list[Reading]:
    """Read reports with the fast model.

    Args:
        count: How many.
        say: Told how far it is.
    """
    reader, readings = load_reader("fast"), []
    for number, text in enumerate(take_texts(count).texts):
        say(f"{number} of {count} reports read")
        try:
            document = make_document(text, origin=f"report-{number}.txt", title=text.split("\n", 1)[0][:120])
        except InputError:
            continue
        readings.append(reader.read(document))
    return readings


def build(place: Path, readings: Sequence[Reading], wanted: int, say: Say) -> int:
    """Make a record.

    Args:
        place: Its file, which must not be there.
        readings: What is copied.
        wanted: Statements, at the least.
        say: Told how far it is.

    Returns:
        How many it holds.
    """
    open_store(place, create=True).close()
    connection = sqlite3.connect(place, isolation_level=None)
    for pragma in _FAST:
        connection.execute(f"PRAGMA {pragma}")
    writer = _Writer(connection)
    moulds = [_Mould(reading) for reading in readings if reading.statements]
    copy = 0
    while writer.statements < wanted:
        connection.execute("BEGIN")
        for mould in moulds:
            writer.write(mould.copy(copy))
        connection.execute("COMMIT")
        copy += 1
        say(f"{writer.statements:,} of {wanted:,} statements written")
    say("indexing words")
    for index in ("statement_words", "entity_words"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608  # names of ours
    connection.execute("ANALYZE")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    return writer.statements


class _Mould:
    """A reading as rows, from which copies are made."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.rows: Rows = cut(reading, 0)
        self.places = check(reading)
        named = (entity for entity in reading.entities if entity.named)
        self.names = {word for entity in named for word in re.findall(r"\b[A-Z][a-z]{3,}\b", entity.name)}
        self.pattern = re.compile(r"\b(?:" + "|".join(sorted(self.names)) + r")\b") if self.names else None

    def copy(self, number: int) -> Rows:
        """Copy the rows; the first copy is the reading itself, but for its day and publisher."""
        chance = random.Random(f"{self.reading.id} {number}")
        variant = int(VARIANTS * chance.random() ** 4) if number else 0
        new = {name: _name(name, variant) for name in self.names}
        folded = {tokens(old)[0]: tokens(made)[0] for old, made in new.items()}
        document = msgspec.structs.replace(
            self.reading.document,
            id=identify(self.reading.document.id, str(number)),
            origin=f"copy-{number}/{self.reading.document.origin}",
            text=self._renamed(self.reading.document.text, new),
            publisher=chance.choice(PUBLISHERS),
            published=(FIRST_DAY + timedelta(days=chance.randrange(DAYS))).isoformat(),
        )
        entities = tuple(self._entity(entity, new) for entity in self.reading.entities)
        reading = msgspec.structs.replace(self.reading, document=document, entities=entities)
        return self._rows(reading, folded, f"{number:06x}")

    def _rows(self, reading: Reading, folded: Mapping[str, str], mark: str) -> Rows:
        document, entities = reading.document, reading.entities
        terms = find_terms(reading, self.places, self.rows.subjects)
        key = hashlib.sha256(document.text.encode()).hexdigest()
        told = {"origin": document.origin, "publisher": document.publisher, "published": document.published}
        reading_id = identify(self.rows.reading["id"], mark)
        return Rows(
            text={"hash": key, "text": document.text},
            document={"id": document.id, "text_hash": key},
            reading=self.rows.reading | told | {"id": reading_id, "base": reading_id, "document_id": document.id},
            blocks=self.rows.blocks,
            entities=[
                row | {"name": entity.name, "aliases": entity.aliases, "words": _in_words(row["words"], folded)}
                for row, entity in zip(self.rows.entities, entities, strict=True)
            ],
            mentions=self.rows.mentions,
            statements=[
                row
                | {"id": _marked(row["id"], mark), "parent": _marked(row["parent"], mark)}
                | {"terms": found, "lemmas": _in_words(row["lemmas"], folded)}
                for row, found in zip(self.rows.statements, terms, strict=True)
            ],
            claims=self.rows.claims,
            steps=self.rows.steps,
            speakers=self.rows.speakers,
            subjects=self.rows.subjects,
            hedges=self.rows.hedges,
            tally=tally_row(reading, self.places, [row["word_count"] for row in self.rows.statements]),
        )

    def _renamed(self, text: str, new: Mapping[str, str]) -> str:
        return text if self.pattern is None else self.pattern.sub(lambda found: new[found[0]], text)

    def _entity(self, entity: Entity, new: Mapping[str, str]) -> Entity:
        aliases = tuple(self._renamed(alias, new) for alias in entity.aliases)
        return msgspec.structs.replace(entity, name=self._renamed(entity.name, new), aliases=aliases)


def _marked(statement_id: str | None, mark: str) -> str | None:
    """A statement's id in a copy."""
    return None if statement_id is None else statement_id[: -len(mark)] + mark


def _name(word: str, variant: int) -> str:
    """A name as long as another one; the first variant is the name itself."""
    if not variant:
        return word
    chance = random.Random(f"{word} {variant}")
    return "".join(chance.choice("aeiou" if place % 2 else "bdfglmnprstv") for place in range(len(word))).capitalize()


def _in_words(words: str, new: Mapping[str, str]) -> str:
    return " ".join(new.get(word, word) for word in words.split())


class _Writer:
    """Writes rows, with keys that it counts itself."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.statements = self.entities = self.readings = 0
        self._columns = {table.name: list(table.columns) for table in _ORDER}

    def write(self, rows: Rows) -> None:
        """Write the rows of a reading."""
        reading = {"reading": self.readings + 1}
        entity, statement = self.entities + 1, self.statements + 1
        self._insert(tables.texts, [rows.text], "OR IGNORE")
        self._insert(tables.documents, [rows.document])
        self._insert(tables.readings, [rows.reading | {"key": reading["reading"]}])
        self._insert(tables.blocks, [row | reading for row in rows.blocks])
        self._insert(tables.entities, [r | reading | {"key": entity + i} for i, r in enumerate(rows.entities)])
        self._insert(tables.statements, [r | reading | {"key": statement + i} for i, r in enumerate(rows.statements)])
        self._insert(tables.mentions, [_moved(row, entity=entity) | reading for row in rows.mentions])
        self._insert(tables.tallies, [rows.tally | reading])
        self._insert(tables.claims, [_moved(row, statement=statement) for row in rows.claims])
        self._insert(tables.steps, [_moved(row, statement=statement) for row in rows.steps])
        for table, links in ((tables.speakers, rows.speakers), (tables.subjects, rows.subjects)):
            self._insert(table, [_moved(row, entity=entity, statement=statement) for row in links])
        self.readings += 1
        self.entities += len(rows.entities)
        self.statements += len(rows.statements)

    def _insert(self, table: Table, rows: Sequence[Mapping[str, Any]], how: str = "") -> None:
        columns = self._columns[table.name]
        names, marks = ", ".join(f'"{column.name}"' for column in columns), ", ".join("?" * len(columns))
        into = f"INSERT {how} INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608
        self.connection.executemany(into, _values(columns, rows))


def _moved(row: Mapping[str, Any], **first: int) -> dict[str, Any]:
    """A row whose pointers, positions in the reading, have become keys."""
    return dict(row) | {name: None if row[name] is None else row[name] + key for name, key in first.items()}


_ENCODER = msgspec.json.Encoder(order="deterministic")


def _values(columns: Sequence[Any], rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Any, ...]]:
    encoded = [isinstance(column.type, Json) for column in columns]
    for row in rows:
        cells = (row[column.name] for column in columns)
        yield tuple(
            _ENCODER.encode(cell).decode() if json and cell is not None else cell
            for json, cell in zip(encoded, cells, strict=True)
        )
