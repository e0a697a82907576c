"""Whom a statement accuses or addresses is whom it is about, also where its words only say "him", or nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest
from ask.asked import Told
from store.older import put_back

from onrecord.ask import Question, search
from onrecord.ask.people.person import person
from onrecord.store import open_store
from onrecord.types import Reading, Reference

ACCUSING, ADDRESSING = "him of selling the pumps", "the pumps were sold"


def accused() -> Reading:
    report = Told()
    pell, orme = report.entity("Gareth Pell"), report.entity("Ada Orme")
    report.paragraph("Gareth Pell left at noon.")
    report.paragraph(f"Ada Orme accused {ACCUSING}.")
    report.tell(ACCUSING, speakers=[orme], act="accuse", target=Reference(span=report.at("him"), entity_id=pell))
    return report.reading()


def addressed() -> Reading:
    report = Told()
    pell, orme = report.entity("Gareth Pell"), report.entity("Ada Orme")
    report.paragraph("Gareth Pell left at noon.")
    report.paragraph(f"Ada Orme told him that {ADDRESSING}.")
    report.tell(ADDRESSING, speakers=[orme], addressee=Reference(span=report.at("him"), entity_id=pell))
    return report.reading()


def found(place: Path) -> tuple[list[str], list[str]]:
    """What is said about Pell, by search and on his page."""
    with open_store(place) as store:
        about = search(store, Question(about="Pell")).hits
        spoken_of = person(store, "Gareth Pell").spoken_of_by
        return [hit.words[0] for hit in about], [tally.label for tally in spoken_of]


@pytest.mark.parametrize(("reading", "words"), [(accused(), ACCUSING), (addressed(), ADDRESSING)])
def test_who_is_accused_or_addressed_is_spoken_about(tmp_path: Path, reading: Reading, words: str) -> None:
    with open_store(tmp_path / "r.db", create=True) as store:
        store.add(reading)
    assert found(tmp_path / "r.db") == ([words], ["Ada Orme"])


@pytest.mark.parametrize(
    ("reading", "words", "column", "revision"),
    [(accused(), ACCUSING, "target", "0005"), (addressed(), ADDRESSING, "addressee", "0006")],
)
def test_so_it_is_in_a_record_of_an_older_version(
    tmp_path: Path, reading: Reading, words: str, column: str, revision: str
) -> None:
    """Which kept whom it points at and made nothing of it."""
    place = tmp_path / "r.db"
    (told,) = reading.statements
    pointed = msgspec.json.encode(getattr(told, column)).decode()
    with open_store(place, create=True) as store:
        bare = msgspec.structs.replace(told, target=None, addressee=None)
        store.add(msgspec.structs.replace(reading, statements=(bare,)))
    with sqlite3.connect(place) as connection:
        connection.execute(f"UPDATE statements SET {column} = ?", [pointed])
        put_back(connection, revision)
    with open_store(place, create=True):
        pass
    assert found(place) == ([words], ["Ada Orme"])
    with sqlite3.connect(place) as connection:
        connection.execute("INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)")
