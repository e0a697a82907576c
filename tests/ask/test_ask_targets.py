"""Whom a statement accuses is whom it is about, also where its words only say "him"."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
from ask.asked import Told

from onrecord.ask import Question, search
from onrecord.ask.people.person import person
from onrecord.store import open_store
from onrecord.types import Reading, Reference

WORDS = "him of selling the pumps"


def accused() -> Reading:
    report = Told()
    pell, orme = report.entity("Gareth Pell"), report.entity("Ada Orme")
    report.paragraph("Gareth Pell left at noon.")
    report.paragraph(f"Ada Orme accused {WORDS}.")
    report.tell(WORDS, speakers=[orme], act="accuse", target=Reference(span=report.at("him"), entity_id=pell))
    return report.reading()


def found(place: Path) -> tuple[list[str], list[str]]:
    """What is said about Pell, by search and on his page."""
    with open_store(place) as store:
        about = search(store, Question(about="Pell", acts=("accuse",))).hits
        spoken_of = person(store, "Gareth Pell").spoken_of_by
        return [hit.words[0] for hit in about], [tally.label for tally in spoken_of]


def test_who_is_accused_is_spoken_about(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", create=True) as store:
        store.add(accused())
    assert found(tmp_path / "r.db") == ([WORDS], ["Ada Orme"])


def test_so_it_is_in_a_record_of_an_older_version(tmp_path: Path) -> None:
    """Which kept the target and made nothing of it."""
    place, reading = tmp_path / "r.db", accused()
    (told,) = reading.statements
    with open_store(place, create=True) as store:
        store.add(msgspec.structs.replace(reading, statements=(msgspec.structs.replace(told, target=None),)))
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE statements SET target = ?", [msgspec.json.encode(told.target).decode()])
        connection.execute("UPDATE alembic_version SET version_num = '0005'")
    with open_store(place, create=True):
        pass
    assert found(place) == ([WORDS], ["Ada Orme"])
    with sqlite3.connect(place) as connection:
        connection.execute("INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)")
