"""The record of many copies: what is written past the store is what the store writes, and every span holds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest
from store.readings import budget, ferry

from bench.million import PUBLISHERS, build
from onrecord.ids import identify
from onrecord.store import open_store
from onrecord.store.check import check
from onrecord.types import Reading

READINGS = [ferry().reading(), budget().reading()]
STATEMENTS = sum(len(reading.statements) for reading in READINGS)
COPIES = 3


def quiet(message: str) -> None:
    """Say nothing."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("million") / "record.db"
    assert build(path, READINGS, COPIES * STATEMENTS - 1, quiet) == COPIES * STATEMENTS
    return path


def copies(place: Path, number: int) -> list[Reading]:
    with open_store(place) as store:
        return [store.reading(identify(reading.document.id, str(number))) for reading in READINGS]


def rows(place: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a record but for when they were written, and of its index of words what it finds."""
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE readings SET at = ''")
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        own = [name for name in names if "_words" not in name and not name.startswith("sqlite_")]
        found = {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in own}
        for index in ("statement_words", "entity_words"):
            words = f"SELECT term, doc, col, offset FROM temp.{index}_terms"
            connection.execute(f"CREATE VIRTUAL TABLE temp.{index}_terms USING fts5vocab(main, {index}, instance)")
            found[index] = sorted(connection.execute(words), key=repr)
    return found


def test_rows_are_what_the_store_writes(tmp_path: Path) -> None:
    once, again = tmp_path / "once.db", tmp_path / "again.db"
    build(once, READINGS, STATEMENTS, quiet)
    with open_store(again, create=True) as store:
        store.add_many(copies(once, 0))
    assert rows(once) == rows(again)


def test_the_first_copy_is_the_reading_itself_but_for_its_day_and_publisher(place: Path) -> None:
    for reading, copy in zip(READINGS, copies(place, 0), strict=True):
        assert copy.entities == reading.entities
        assert copy.document.text == reading.document.text
        assert [one.content for one in copy.statements] == [one.content for one in reading.statements]
        assert copy.document.publisher in PUBLISHERS


def test_other_copies_have_other_names_and_whole_spans(place: Path) -> None:
    names = {number: [one.name for copy in copies(place, number) for one in copy.entities] for number in range(COPIES)}
    assert names[0] != names[1] != names[2] != names[0]
    for number in range(COPIES):
        for reading, copy in zip(READINGS, copies(place, number), strict=True):
            check(copy)
            assert len(copy.document.text) == len(reading.document.text)
            printed = {one.id: {one.name, *one.aliases} for one in copy.entities if one.named}
            before = {one.id: {one.name, *one.aliases} for one in reading.entities}
            for old, new in zip(reading.mentions, copy.mentions, strict=True):
                if new.entity_id in printed and old.span.of(reading.document.text) in before[old.entity_id or ""]:
                    assert new.span.of(copy.document.text) in printed[new.entity_id]


def test_a_copy_is_the_same_again(place: Path, tmp_path: Path) -> None:
    build(tmp_path / "again.db", READINGS, COPIES * STATEMENTS, quiet)
    for number in range(COPIES):
        assert [msgspec.json.encode(one) for one in copies(place, number)] == [
            msgspec.json.encode(one) for one in copies(tmp_path / "again.db", number)
        ]
