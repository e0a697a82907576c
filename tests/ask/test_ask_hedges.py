"""Hedges asked for by their words, or by themselves alone in quotation marks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from ask.asked import Told
from store.older import put_back

from onrecord.ask import search
from onrecord.ask.facets import facets
from onrecord.ask.question import Question
from onrecord.store import Store, open_store

HEDGES = ("unlikely", "very unlikely", "likely", "very likely", "not likely", "doubt likely", "likely not", "may")


def report(*hedges: str) -> Told:
    """A statement with each hedge."""
    made = Told({"origin": f"{'-'.join(hedges)}.txt"})
    varga = made.entity("Ilse Varga")
    for number, hedge in enumerate(hedges):
        words = f"({hedge}) pier {number} falls"
        made.paragraph(f"Varga said {words}.")
        made.tell(words, speakers=[varga], claims=[made.claim(words, hedge=hedge)])
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        opened.add(report(*HEDGES).reading())
        yield opened


def hedges(store: Store, certainty: str) -> list[str]:
    found = search(store, Question(certainty=certainty)).hits
    return [claim.certainty.phrase for hit in found for claim in hit.statement.claims if claim.certainty]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("unlikely", ["unlikely", "very unlikely"]),
        ("Unlikely", ["unlikely", "very unlikely"]),
        ("likely", ["likely", "very likely", "likely not"]),
        ("very", ["very unlikely", "very likely"]),
        ("a very likely", ["very likely"]),
        ("not likely", ["not likely"]),
        ("like", []),
        ("unlikely very", []),
        ('"unlikely"', ["unlikely"]),
        ("“likely not”", ["likely not"]),
        ('"very"', []),
        ('"', []),
        ("the", []),
    ],
)
def test_words_of_a_hedge_or_a_hedge_alone(store: Store, asked: str, found: list[str]) -> None:
    assert hedges(store, asked) == found


def test_what_a_facet_gives_asks_for_as_many_as_it_says(store: Store) -> None:
    values = facets(store, Question()).certainty
    assert ('"unlikely"', 1) in [(value.value, value.statements) for value in values]
    for value in values:
        assert search(store, Question(certainty=value.value)).total == value.statements


def test_a_hedge_that_is_added_or_corrected_later_is_found(store: Store) -> None:
    assert hedges(store, "improbable") == []
    store.add(report("highly improbable").reading())
    assert hedges(store, "improbable") == ["highly improbable"]
    hit = search(store, Question(certainty="may")).hits[0]
    after = {"certainty": {"phrase": "remote"}}
    store.judge("change", hit.statement.id, after, document_id=hit.document_id, author="ada")
    assert hedges(store, "remote") == ["remote"]
    assert hedges(store, "may") == []


def test_hedges_of_a_record_of_an_older_version_are_found(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    with open_store(place, create=True) as opened:
        opened.add(report(*HEDGES).reading())
    with sqlite3.connect(place) as connection:
        put_back(connection, "0006")
    with open_store(place, create=True) as opened:
        assert hedges(opened, "unlikely") == ["unlikely", "very unlikely"]
