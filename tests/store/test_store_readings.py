"""Readings are added, never replaced; documents are found by what people type."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select
from store.readings import budget, ferry, made

from onrecord.errors import AmbiguousDocument, UnknownDocument
from onrecord.spans import Span
from onrecord.store import Store, open_store
from onrecord.store.live import version_key
from onrecord.store.rows import cut
from onrecord.store.tables import METADATA
from onrecord.types import Mention, Reading


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    with open_store(place, create=True) as opened:
        yield opened


def files(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in place.parent.iterdir() if not path.name.endswith("-shm")}


def test_the_same_reading_again_writes_nothing(store: Store, place: Path) -> None:
    readings = [ferry().reading(), budget().reading()]
    assert store.add_many(readings) == 2
    before = files(place)
    assert "record.db-wal" in before
    assert store.add(readings[0]) is False
    assert store.add(readings[0], rank=5) is False
    assert store.add_many(readings) == 0
    assert files(place) == before


def test_a_reading_given_twice_at_once_is_added_once(store: Store) -> None:
    assert store.add_many([ferry().reading(), ferry().reading()]) == 1


def test_what_came_before_a_failure_is_stored(store: Store) -> None:
    def two_then_failure() -> Iterator[Reading]:
        yield ferry().reading()
        yield budget().reading()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add_many(two_then_failure())
    assert len(list(store.documents())) == 2


def test_adding_in_batches_equals_adding_one_by_one(tmp_path: Path) -> None:
    readings = [made(number, statements=3) for number in range(70)]
    with open_store(tmp_path / "many.db", create=True) as many, open_store(tmp_path / "one.db", create=True) as one:
        assert many.add_many(iter(readings)) == 70
        assert [one.add(reading) for reading in readings] == [True] * 70
        assert contents(many) == contents(one)


def contents(store: Store) -> list[tuple[object, ...]]:
    """All rows of all tables, but when they were added: the one thing that the clock decides."""
    with store.looking() as connection:
        return [
            tuple(row)
            for table in METADATA.sorted_tables
            for row in connection.execute(select(*(column for column in table.c if column.name != "at")))
        ]


LADDER = [("2026.9", 0), ("2026.11", 0), ("2026.11.1", 0), ("2026.2", 1), ("2026.10", 1)]
"""Rules and rank, each better than those before it."""


@pytest.mark.parametrize("order", list(permutations(range(len(LADDER)), 2)), ids=str)
def test_the_live_reading_is_the_best_whatever_came_last(tmp_path: Path, order: tuple[int, ...]) -> None:
    with open_store(tmp_path / "record.db", create=True) as store:
        for place in order:
            rules, rank = LADDER[place]
            reading = ferry().reading(rules)
            assert store.add(reading, rank)
        assert store.reading(reading.document.id).rules == LADDER[max(order)][0]
        (row,) = store.documents()
        assert row.id == reading.document.id


@pytest.mark.parametrize("turn", [1, -1], ids=["accurate first", "fast first"])
def test_a_reading_by_the_fast_model_never_stands_before_one_by_the_accurate(store: Store, turn: int) -> None:
    """Sixteen of them, since the greater id, by which equals are told apart, is a matter of chance."""
    accurate = ferry().reading(models={"accurate": "01" * 32})
    fast = [ferry().reading(models={"fast": digit * 64}) for digit in "0123456789abcdef"]
    store.add_many([accurate, *fast][::turn])
    assert store.reading(accurate.document.id) == accurate


def test_equals_are_told_apart_without_the_clock(tmp_path: Path) -> None:
    pair = [ferry().reading(models={"accurate": digit * 64}) for digit in "ab"]
    chosen = set()
    for turn, readings in enumerate((pair, pair[::-1])):
        with open_store(tmp_path / f"{turn}.db", create=True) as store:
            store.add_many(readings)
            chosen.add(store.reading(pair[0].document.id).id)
    assert len(chosen) == 1


def test_a_better_reading_leaves_the_old_one_in_place(store: Store, place: Path) -> None:
    old, new = ferry().reading("1"), ferry().reading("2")
    store.add(old)
    store.add(new)
    with sqlite3.connect(place) as connection:
        kept = connection.execute("SELECT id FROM readings ORDER BY key").fetchall()
    assert kept == [(old.id,), (new.id,)]


@pytest.mark.parametrize(
    ("less", "more"),
    [("2026.9", "2026.11"), ("2026.11", "2026.11.1"), ("9", "10"), ("1.99", "1.100"), ("1.9", "1.10"), ("", "0")],
)
def test_versions_compare_as_numbers(less: str, more: str) -> None:
    assert version_key(less) < version_key(more)


def test_leading_zeros_do_not_count() -> None:
    assert version_key("2026.011") == version_key("2026.11")


def test_documents_are_listed_by_date(store: Store) -> None:
    store.add_many([budget().reading(), ferry().reading(), made(3, statements=2)])
    rows = [
        (row.title, row.origin, row.published, row.publisher, row.statements, row.sources) for row in store.documents()
    ]
    assert rows == [
        ("Report 3", "made/3.txt", None, None, 2, 2),
        ("Ferry stays, minister says", "in/ferry.txt", "2024-03-12", None, 5, 3),
        ("Council “short of cash”", "https://courier.example/2024/budget", "2024-05-02", "The Ness Courier", 4, 3),
    ]


def test_documents_can_be_loaded_while_they_are_listed(store: Store) -> None:
    store.add_many(made(number, statements=1) for number in range(3))
    assert [store.reading(row.id).document.title for row in store.documents()] == ["Report 0", "Report 1", "Report 2"]


def test_a_listing_does_not_see_what_is_added_meanwhile(store: Store) -> None:
    store.add_many(made(number, statements=1) for number in range(2))
    seen = []
    for row in store.documents():
        store.add(made(10 + len(seen), statements=1))
        seen.append(row.title)
    assert seen == ["Report 0", "Report 1"]


@pytest.mark.parametrize(
    "wanted",
    [
        "f0f0aa",
        "f0f0",
        "in/ferry.txt",
        "ferry.txt",
        "Ferry stays, minister says",
        "FERRY STAYS MINISTER SAYS",
        " Ferry stays – minister says",
    ],
)
def test_a_document_is_found_by(store: Store, wanted: str) -> None:
    store.add_many([ferry(id="f0f0aa").reading(), budget(id="f0f1bb").reading()])
    assert store.find_document(wanted).id == "f0f0aa"


@pytest.mark.parametrize("wanted", ["https://courier.example/2024/budget", "budget", 'council "short of cash"'])
def test_an_address_and_its_end_and_a_title_with_other_marks_are_found(store: Store, wanted: str) -> None:
    store.add_many([ferry(id="f0f0aa").reading(), budget(id="f0f1bb").reading()])
    assert store.find_document(wanted).id == "f0f1bb"


def test_what_fits_whole_goes_before_what_fits_in_part(store: Store) -> None:
    store.add_many([ferry(id="abc").reading(), budget(id="abcd", title="ab").reading()])
    assert store.find_document("abc").id == "abc"
    assert store.find_document("ab").id == "abcd"


def test_an_old_name_of_a_document_still_finds_it(store: Store) -> None:
    store.add(ferry().reading("1"))
    store.add(ferry(origin="moved/elsewhere.txt").reading("2"))
    found = store.find_document("in/ferry.txt")
    assert found.origin == "moved/elsewhere.txt"
    assert found == store.find_document("elsewhere.txt")


@pytest.mark.parametrize("wanted", ["", " ", "nothing", "%", "f0f0aaz", "_0f0aa", "ferry\0", "/", "\udcff", "ferry%"])
def test_what_is_not_there_is_unknown(store: Store, wanted: str) -> None:
    store.add(ferry(id="f0f0aa").reading())
    with pytest.raises(UnknownDocument, match="has no document"):
        store.find_document(wanted)


def test_several_that_fit_are_listed(store: Store) -> None:
    store.add_many([ferry(id="f0f0aa").reading(), ferry(id="f0f1bb", origin="b/ferry.txt").reading()])
    with pytest.raises(AmbiguousDocument) as caught:
        store.find_document("ferry.txt")
    assert "\n  f0f0aa  in/ferry.txt  Ferry stays, minister says\n  f0f1bb  b/ferry.txt" in str(caught.value)
    with pytest.raises(AmbiguousDocument, match="f0f0aa"):
        store.find_document("f0")


def test_many_that_fit_are_cut_short(store: Store) -> None:
    store.add_many(ferry(id=f"f{number}").reading() for number in range(9))
    with pytest.raises(AmbiguousDocument) as caught:
        store.find_document("ferry.txt")
    assert len(str(caught.value).splitlines()) == 7
    assert str(caught.value).endswith("…")


def test_an_unknown_id_is_an_error(store: Store) -> None:
    with pytest.raises(UnknownDocument, match="'nobody'"):
        store.reading("nobody")


def test_a_file_name_that_is_no_unicode_is_found_as_it_was_stored(store: Store) -> None:
    """A path's stray bytes are stored as escapes; the shell gives them as lone surrogates."""
    store.add(ferry(origin="in/\\xffferry.txt").reading())
    assert store.find_document("in/\udcffferry.txt").origin == "in/\\xffferry.txt"


def test_whom_a_statement_mentions_is_what_stands_inside_its_content() -> None:
    base = made(1, statements=1, mentions=0)
    statement = base.statements[0]
    span = Span(0, 9)
    long = msgspec.structs.replace(
        base,
        document=msgspec.structs.replace(base.document, text="word " * 400),
        statements=tuple(
            msgspec.structs.replace(statement, id=str(place), content=(Span(10 * place, 10 * place + 9),))
            for place in range(200)
        ),
        mentions=tuple(
            Mention(
                id=str(place),
                span=Span(4 * place, 4 * place + 3),
                head=span,
                kind="name",
                entity_id=base.entities[place % 4].id,
            )
            for place in range(500)
        ),
    )
    inside = {
        (place, mention % 4)
        for place in range(200)
        for mention in range(500)
        if 10 * place <= 4 * mention and 4 * mention + 3 <= 10 * place + 9
    }
    assert {(row["statement"], row["entity"]) for row in cut(long, 0).subjects} == inside
