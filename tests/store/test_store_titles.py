"""What a report is called is one name, in whatever lists it; and a report is found by that name and by its address."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from store.older import put_back
from store.readings import Report, ferry

from onrecord.ask import Question, search
from onrecord.ask.facets import facets
from onrecord.errors import UnknownDocument
from onrecord.store import Store, open_store
from onrecord.types import Reading

ADDRESS = "https://courier.example/2024/pier"


def pier(**fields: str) -> Reading:
    """A report without a title, with a headline."""
    report = Report({"origin": "in/pier.txt"} | fields)
    holm = report.entity("Petra Holm")
    report.paragraph("KIRN -", "dateline")
    report.paragraph("Pier to open\nin the spring", "headline")
    report.paragraph("Petra Holm said the pier would open.")
    report.say("the pier would open", speakers=[holm], cue="said")
    return report.reading()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        yield opened


def names(store: Store) -> set[str]:
    """What the one report of a record is called, by all that asks the record."""
    (document,) = store.documents()
    (facet,) = facets(store, Question()).document
    return {document.title, facet.label, *(hit.title for hit in search(store, Question(words="pier")).hits)}


def test_a_report_without_a_title_is_called_by_its_headline(store: Store) -> None:
    store.add(pier())
    assert names(store) == {"Pier to open in the spring"}


def test_it_has_no_title_of_its_own_for_that(store: Store) -> None:
    reading = pier()
    store.add(reading)
    assert store.reading(reading.document.id) == reading


@pytest.mark.parametrize("wanted", ["in/pier.txt", "pier.txt", "pier to open in the spring"])
def test_it_is_found_by_what_it_is_called_and_by_where_it_is_from(store: Store, wanted: str) -> None:
    reading = pier()
    store.add_many([reading, ferry().reading()])
    assert store.find_document(wanted).id == reading.document.id
    assert store.find_document(reading.document.id[:10]).id == reading.document.id


@pytest.mark.parametrize("wanted", [ADDRESS, f"{ADDRESS}?utm_source=mail", "HTTPS://Courier.example/2024/pier#top"])
def test_it_is_found_by_its_own_address(store: Store, wanted: str) -> None:
    reading = pier(origin="table.jsonl:2", url=ADDRESS)
    store.add_many([reading, ferry().reading()])
    assert store.find_document(wanted).id == reading.document.id
    assert store.reading(reading.document.id).document.url == ADDRESS


def test_another_address_is_not_found(store: Store) -> None:
    store.add(pier(origin="table.jsonl:2", url=ADDRESS))
    with pytest.raises(UnknownDocument):
        store.find_document("https://courier.example/2024/ferry")


def test_in_a_record_of_an_older_version_it_is_called_so_too(tmp_path: Path) -> None:
    place = tmp_path / "old.db"
    with open_store(place, create=True) as store:
        store.add(pier())
    with sqlite3.connect(place) as connection:
        put_back(connection, "0006")
    with open_store(place, create=True) as store:
        assert names(store) == {"Pier to open in the spring"}
        assert store.find_document("Pier to open in the spring").title == "Pier to open in the spring"
        assert store.reading(pier().document.id) == pier()
