"""What is stored comes back equal, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select
from store.any_reading import any_reading
from store.readings import budget, ferry, made

from onrecord.errors import BadReading, StoreError
from onrecord.spans import Span
from onrecord.store import Store, open_store
from onrecord.store.tables import documents, readings, texts
from onrecord.types import Reading

numbers = count()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        yield opened


def renamed(reading: Reading) -> Reading:
    """The reading with ids that no other has."""
    number = str(next(numbers))
    document = msgspec.structs.replace(reading.document, id=f"d{number}")
    return msgspec.structs.replace(reading, id=f"r{number}", document=document)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_reading())
def test_any_reading_comes_back_equal(store: Store, reading: Reading) -> None:
    reading = renamed(reading)
    assert store.add(reading)
    assert store.reading(reading.document.id) == reading


@pytest.mark.parametrize("reading", [ferry().reading(), budget().reading(), made(7)], ids=lambda r: r.document.origin)
def test_a_report_comes_back_equal_from_a_store_opened_again(tmp_path: Path, reading: Reading) -> None:
    with open_store(tmp_path / "record.db", create=True) as store:
        store.add(reading)
    with open_store(tmp_path / "record.db") as store:
        assert store.reading(reading.document.id) == reading


def test_a_document_without_statements_is_kept(store: Store) -> None:
    bare = msgspec.structs.replace(ferry().reading(), statements=(), entities=(), mentions=(), blocks=())
    assert store.add(bare)
    assert store.reading(bare.document.id) == bare


def test_a_document_read_again_comes_back_as_it_was_found_then(store: Store) -> None:
    """The same text fetched again has another time, and may have a better title. The reading tells which was read."""
    first, again = (
        ferry(fetched="2024-03-12").reading("1"),
        ferry(fetched="2024-06-01", title="Ferry saved").reading("2"),
    )
    assert first.document.id == again.document.id
    store.add(first)
    store.add(again)
    assert store.reading(first.document.id) == again


def test_a_text_is_stored_once(store: Store) -> None:
    """Two documents of one text: an agency's report in two papers, two readings of one of them."""
    store.add(ferry(id="one").reading("1"))
    store.add(ferry(id="two").reading("1"))
    store.add(ferry(id="two").reading("2"))
    with store.looking() as connection:
        sizes = [connection.scalar(select(func.count()).select_from(table)) for table in (texts, documents, readings)]
    assert sizes == [1, 2, 3]


def lost_speaker(reading: Reading) -> Reading:
    return msgspec.structs.replace(reading, entities=reading.entities[1:])


def lost_parent(reading: Reading) -> Reading:
    orphan = msgspec.structs.replace(reading.statements[0], parent="nobody")
    return msgspec.structs.replace(reading, statements=(orphan,))


def twins(reading: Reading) -> Reading:
    return msgspec.structs.replace(reading, statements=reading.statements[:1] * 2)


def wordless(reading: Reading) -> Reading:
    return msgspec.structs.replace(reading, statements=(msgspec.structs.replace(reading.statements[0], content=()),))


def outside(reading: Reading) -> Reading:
    content = (Span(0, len(reading.document.text) + 1),)
    return msgspec.structs.replace(
        reading, statements=(msgspec.structs.replace(reading.statements[0], content=content),)
    )


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (lost_speaker, r"mentions\[1\].entity_id"),
        (lost_parent, r"statements\[0\].parent is 'nobody'"),
        (wordless, r"statements\[0\].content is \[\]; it must be spans in a text of \d+ characters"),
        (outside, r"statements\[0\].content is \[\[0, \d+\]\]"),
        (twins, r"statements\[1\].id is .* and so is \$.statements\[0\].id"),
    ],
)
def test_a_reading_that_contradicts_itself_is_refused(store: Store, spoil: object, where: str) -> None:
    with pytest.raises(BadReading, match=where):
        store.add(spoil(ferry().reading()))  # type: ignore[operator]
    assert list(store.documents()) == []


def test_half_a_surrogate_pair_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="half of a surrogate pair"):
        store.add(ferry(title="Ferry \ud83d").reading())
    assert list(store.documents()) == []
