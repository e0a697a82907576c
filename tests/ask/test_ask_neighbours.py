"""The index of neighbours of a large record: made beside it, found by, and never in the way of what is true now."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
from sqlalchemy import delete, select
from store.readings import budget, ferry, made
from typer.testing import CliRunner

from onrecord.ask import Question, search
from onrecord.ask.meaning.index import index, index_neighbours, made_by
from onrecord.ask.meaning.neighbours import Head, make_neighbours, place_of, read_neighbours
from onrecord.ask.meaning.vectors import Vectors
from onrecord.cli.app import app
from onrecord.encode.sentences import SIZE, load_sentences
from onrecord.errors import MissingExtra, StoreError
from onrecord.store import Store, open_store
from onrecord.store.tables import statements, vectors

DIGEST = "d" * 64


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five statements are many, and all cells are looked into."""
    for name, value in {"MOST_EXACT": 4, "CELLS": 4, "PROBED": 4, "ADDED_SINCE": 3}.items():
        monkeypatch.setattr(f"onrecord.ask.meaning.neighbours.{name}", value)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        opened.add(ferry().reading())
        assert index(opened) == 5
        yield opened


def answers(path: Path, words: str = "boats in the cold months", **asked: object) -> list[str]:
    """As another process gets them."""
    with open_store(path) as opened:
        found = search(opened, Question(words=words, meaning=True, **asked))  # type: ignore[arg-type]
        return [hit.statement.id for hit in found.hits]


def test_answers_are_those_of_comparing_all(store: Store) -> None:
    before, narrowed = answers(store.path), answers(store.path, acts=("want",))
    assert index_neighbours(store) == 5
    assert place_of(store).name == "record.db.neighbours"
    assert answers(store.path) == before
    assert answers(store.path, acts=("want",)) == narrowed
    assert len(narrowed) < len(before) == 5


def test_in_few_cells_most_of_the_nearest_are_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(3)
    store.add_many(made(number, statements=30, mentions=30, words=4) for number in range(40))
    with store.writing() as connection:
        keys = connection.scalars(select(statements.c.key).order_by(statements.c.key)).all()
        middles = chance.integers(-90, 91, (20, SIZE))
        noise = chance.normal(0, 20, (len(keys), SIZE))
        values = np.clip(middles[chance.integers(0, 20, len(keys))] + noise, -127, 127)
        rows = [
            {"statement": key, "model": DIGEST, "vector": value.astype(np.int8).tobytes()}
            for key, value in zip(keys, values, strict=True)
        ]
        connection.execute(delete(vectors))
        connection.execute(vectors.insert(), rows)
    monkeypatch.setattr("onrecord.ask.meaning.neighbours.CELLS", 20)
    assert make_neighbours(store, DIGEST) == len(keys) == 1205
    exact, indexed = Vectors(DIGEST), Vectors(DIGEST, read_neighbours(store, DIGEST))
    found, all_of_them = 0, 0
    with store.looking() as connection:
        exact.load(connection)
        indexed.load(connection)
        for middle in middles.astype(np.int8):
            wanted = {key for _, key in exact.nearest(connection, middle, 20)}
            found += len(wanted & {key for _, key in indexed.nearest(connection, middle, 20)})
            all_of_them += len(wanted)
    assert len(indexed) == len(exact)
    assert all_of_them == 400
    assert found > 380


def test_what_is_added_since_is_found_and_the_index_made_anew_only_for_much(store: Store) -> None:
    assert index_neighbours(store) == 5
    assert index_neighbours(store) == 0
    store.add(budget().reading())
    assert index(store) == 4
    before = answers(store.path, "what a chaos this is")
    assert len(before) == 9
    assert index_neighbours(store) == 9
    assert answers(store.path, "what a chaos this is") == before


def test_a_statement_that_is_no_more_is_not_found(store: Store) -> None:
    index_neighbours(store)
    with store.writing() as connection:
        gone = connection.scalar(select(vectors.c.statement).limit(1))
        connection.execute(delete(vectors).where(vectors.c.statement == gone))
    assert len(answers(store.path)) == 4


def test_a_small_record_gets_none(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ask.meaning.neighbours.MOST_EXACT", 5)
    assert index_neighbours(store) == 0
    assert not place_of(store).exists()


def test_an_index_of_other_vectors_is_not_used(store: Store) -> None:
    index_neighbours(store)
    assert read_neighbours(store, DIGEST) is None
    found = read_neighbours(store, made_by(load_sentences()))
    assert found is not None
    assert (found.head.count, found.head.last) == (5, 5)


def damaged(whole: bytes) -> Iterator[bytes]:
    """A file cut short at either end, with a byte changed, with another last line, and empty."""
    yield whole[:-1]
    yield whole[9:]
    yield whole[:99] + bytes([whole[99] ^ 1]) + whole[100:]
    yield whole + b"\n{}"
    yield b""


def test_a_damaged_file_is_told(store: Store) -> None:
    index_neighbours(store)
    place = place_of(store)
    for content in damaged(place.read_bytes()):
        place.write_bytes(content)
        with pytest.raises(StoreError, match=r"record\.db\.neighbours: .*`onrecord index` again"):
            answers(store.path)
    place.unlink()
    assert len(answers(store.path)) == 5


def test_what_only_looks_whole_is_told(store: Store) -> None:
    """A last line that fits what is before it, which is nothing of FAISS's."""
    nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    head = Head(made_by(load_sentences()), last=5, count=5, size=0, sha256=nothing)
    place_of(store).write_bytes(b"\n" + msgspec.json.encode(head))
    with pytest.raises(StoreError, match="cannot be read"):
        answers(store.path)


def test_without_the_package_all_are_compared(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    index_neighbours(store)
    before = answers(store.path)
    monkeypatch.setattr("onrecord.ask.meaning.neighbours.find_spec", lambda name: None)
    assert answers(store.path) == before
    with pytest.raises(MissingExtra, match=r"pip install onrecord\[neighbours\]"):
        index_neighbours(store)


def test_a_full_disk_is_told_and_nothing_is_left(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StoreError, match="cannot be written"):
        index_neighbours(store)
    assert not list(store.path.parent.glob("*.neighbours*"))


def test_the_command_says_what_it_made(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    run = CliRunner().invoke(app, ["index", "--record", str(store.path)])
    assert (run.exit_code, run.stdout) == (0, "")
    assert "0 statements added" in run.stderr
    assert "an index of 5 statements made" in run.stderr
    monkeypatch.setattr("onrecord.ask.meaning.neighbours.find_spec", lambda name: None)
    run = CliRunner().invoke(app, ["index", "--record", str(store.path)])
    assert run.exit_code == 0
    assert "pip install onrecord[neighbours]" in run.stderr
