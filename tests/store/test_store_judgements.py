"""Judgements in the record: kept, withdrawn, never overwritten; the corrected reading follows in one transaction."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from msgspec import structs
from sqlalchemy import insert, select
from store.any_reading import any_reading
from store.readings import budget, ferry, made
from store.verdict_maker import judgements_on

from onrecord.errors import BadJudgement, UnknownDocument, UnknownJudgement, UnknownStatement
from onrecord.spans import Span
from onrecord.store import Store, open_store
from onrecord.store.judgements.correct import correct
from onrecord.store.judgements.table import identified
from onrecord.store.tables import METADATA, statements, vectors
from onrecord.types import Reading, Statement, Verb

ROOT = Path(__file__).parents[2]
FERRY = ferry().reading()
DOCUMENT = FERRY.document.id
VARGA, LODZ = FERRY.entities[0].id, FERRY.entities[1].id

numbers = count()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        opened.add(FERRY)
        yield opened


def said(store: Store, words: str) -> Statement:
    reading = store.reading(DOCUMENT)
    text = reading.document.text
    (found,) = [one for one in reading.statements if one.content[0].of(text).startswith(words)]
    return found


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, but judgements, without their keys and times."""
    with store.looking() as connection:
        return {
            table.name: sorted(map(str, connection.execute(select(*(c for c in table.c if c.name != "at")))))
            for table in METADATA.sorted_tables
            if table.name != "judgements"
        }


def assert_whole(place: Path) -> None:
    with sqlite3.connect(place) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in ("statement_words", "entity_words"):
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")


def test_a_judgement_is_kept_with_author_time_and_reason(store: Store) -> None:
    statement = said(store, "Ferry stays")
    kept = store.judge(
        "change",
        statement.id,
        {"act": "announce"},
        document_id=DOCUMENT,
        author="Ann Desk",
        reason="a decision",
        at="2026-03-01T10:00:00+01:00",
    )
    assert (kept.author, kept.at, kept.reason) == ("Ann Desk", "2026-03-01T09:00:00.000000+00:00", "a decision")
    assert (kept.before, kept.after, kept.spans) == ({"act": "assert"}, {"act": "announce"}, statement.content)
    assert store.judgements() == (kept,)
    assert identified(kept) == kept, "its id is of what it says"
    assert said(store, "Ferry stays").act == "announce"


def test_the_base_reading_is_never_changed(store: Store) -> None:
    store.judge("reject", said(store, "Ferry stays").id, document_id=DOCUMENT, author="ann")
    assert store.reading(DOCUMENT, corrected=False) == FERRY
    assert len(store.reading(DOCUMENT).statements) == len(FERRY.statements) - 1
    (row,) = store.documents()
    assert row.statements == len(FERRY.statements) - 1, "all that looks at live readings sees the corrected one"


def test_what_is_taken_back_is_listed_as_such_and_the_record_is_as_before(store: Store) -> None:
    before = rows(store)
    kept = [
        store.judge("reject", FERRY.statements[0].id, document_id=DOCUMENT, author="ann"),
        store.judge("change", FERRY.statements[1].id, {"speaker_ids": [LODZ]}, document_id=DOCUMENT, author="ann"),
        store.judge("merge", VARGA, {"entities": [LODZ]}, document_id=DOCUMENT, author="bo"),
    ]
    assert rows(store) != before
    for one in kept:
        taken_back = store.withdraw(one.id, "bo", "2026-03-02")
        assert (taken_back.withdrawn, taken_back.withdrawn_by) == ("2026-03-02T00:00:00.000000+00:00", "bo")
    assert store.reading(DOCUMENT) == FERRY
    assert rows(store) == before, "nothing is left of the corrected reading, in whatever table"
    assert store.judgements() == ()
    assert [one.id for one in store.judgements(holding=False)] == [one.id for one in kept]
    assert_whole(store.path)


def test_to_take_back_a_taking_back_judge_again(store: Store) -> None:
    kept = store.judge("reject", FERRY.statements[0].id, document_id=DOCUMENT, author="ann")
    store.withdraw(kept.id, "ann")
    with pytest.raises(BadJudgement, match=r"was taken back by ann at .*; to have it again, judge again"):
        store.withdraw(kept.id, "ann")
    again = store.judge("reject", FERRY.statements[0].id, document_id=DOCUMENT, author="ann")
    assert again.id != kept.id
    assert len(store.reading(DOCUMENT).statements) == len(FERRY.statements) - 1


def test_judgements_are_listed_by_document_and_target(store: Store) -> None:
    store.add(budget().reading())
    other = budget().reading()
    here = store.judge("reject", FERRY.statements[0].id, document_id=DOCUMENT, author="ann")
    there = store.judge("reject", other.statements[0].id, document_id=other.document.id, author="ann")
    assert store.judgements(document_id=DOCUMENT) == (here,)
    assert store.judgements(target=other.statements[0].id) == (there,)
    assert store.judgements() == (here, there)


def test_one_person_in_two_documents(store: Store) -> None:
    other = budget().reading()
    store.add(other)
    pairs = [[DOCUMENT, VARGA], [other.document.id, other.entities[0].id]]
    kept = store.judge("merge", after={"entities": pairs}, author="ann")
    assert (kept.document_id, kept.target, kept.after["entities"]) == (None, VARGA, pairs)
    assert store.reading(DOCUMENT) == FERRY, "each document's record stays its own"
    with pytest.raises(BadJudgement, match="has no entity 'nobody' to merge"):
        store.judge("merge", after={"entities": [pairs[0], [other.document.id, "nobody"]]}, author="ann")
    with pytest.raises(BadJudgement, match="entities of two at least"):
        store.judge("merge", after={"entities": [pairs[0], [DOCUMENT, LODZ]]}, author="ann")
    with pytest.raises(BadJudgement, match="name the document"):
        store.judge("reject", FERRY.statements[0].id, author="ann")


@pytest.mark.parametrize(("first", "then"), [("merge", "split"), ("split", "merge")])
def test_two_are_not_judged_to_be_the_same_and_not_the_same(store: Store, first: Verb, then: Verb) -> None:
    other = budget().reading()
    store.add(other)
    pairs = [[DOCUMENT, VARGA], [other.document.id, other.entities[0].id]]
    kept = store.judge(first, after={"entities": pairs}, author="ann", reason="by age")
    assert (kept.document_id, kept.verb, kept.reason, kept.after["entities"]) == (None, first, "by age", pairs)
    with pytest.raises(BadJudgement, match=f"undo that first: {kept.id}"):
        store.judge(then, after={"entities": pairs[::-1]}, author="bo")
    assert store.kept(DOCUMENT).judgements == (kept,), "it is exported with each of its reports"
    store.judge(then, after={"entities": [[DOCUMENT, LODZ], pairs[1]]}, author="bo")
    store.withdraw(kept.id, "bo")
    assert store.judge(then, after={"entities": pairs}, author="bo").verb == then
    assert store.add_judgements([kept]) == 0


def test_not_the_same_outlives_another_reading_and_goes_to_another_record(store: Store, tmp_path: Path) -> None:
    other = budget().reading()
    store.add(other)
    pairs = [[DOCUMENT, VARGA], [other.document.id, other.entities[0].id]]
    kept = store.judge("split", after={"entities": pairs}, author="ann")
    store.add(ferry().reading("2099.1"))
    assert store.judgements() == (kept,)
    with open_store(tmp_path / "copy.db", create=True) as copy:
        assert copy.add_judgements([kept]) == 1
        assert copy.judgements() == (kept,)


@pytest.mark.parametrize("verb", ["accept", "change", "add"])
def test_of_several_documents_another_record_can_only_merge_and_split(store: Store, verb: Verb) -> None:
    other = budget().reading()
    store.add(other)
    pairs = [[DOCUMENT, VARGA], [other.document.id, other.entities[0].id]]
    kept = store.judge("split", after={"entities": pairs}, author="ann")
    with pytest.raises(BadJudgement, match=f"is about no document, and '{verb}' is about one"):
        store.add_judgements([identified(structs.replace(kept, verb=verb, after={}))])


def test_what_is_not_there_is_an_error_and_writes_nothing(store: Store) -> None:
    before = store.path.read_bytes()
    with pytest.raises(UnknownDocument):
        store.judge("reject", "x", document_id="nowhere", author="ann")
    with pytest.raises(BadJudgement, match="has no statement"):
        store.judge("reject", "x", document_id=DOCUMENT, author="ann")
    with pytest.raises(UnknownJudgement):
        store.withdraw("x", "ann")
    with pytest.raises(BadJudgement, match="is no time"):
        store.judge("reject", FERRY.statements[0].id, document_id=DOCUMENT, author="ann", at="yesterday")
    assert store.judgements(holding=False) == ()
    assert store.path.read_bytes() == before


def test_a_statement_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    statement = FERRY.statements[0]
    assert store.find_statement(statement.id[:8]) == (DOCUMENT, statement.id)
    store.judge("reject", statement.id, document_id=DOCUMENT, author="ann")
    assert store.find_statement(statement.id) == (DOCUMENT, statement.id), "a rejected one can be accepted again"
    for wanted in ("", "zz"):
        with pytest.raises(UnknownStatement, match="correct ids"):
            store.find_statement(wanted)


def test_vectors_of_unchanged_words_are_kept(store: Store) -> None:
    with store.looking() as connection:
        keys = connection.scalars(select(statements.c.key)).all()
    with store.writing() as connection:
        connection.execute(insert(vectors), [{"statement": key, "model": "m", "vector": bytes([key])} for key in keys])
    store.judge("reject", FERRY.statements[0].id, document_id=DOCUMENT, author="ann")
    store.judge("reject", FERRY.statements[1].id, document_id=DOCUMENT, author="ann")
    with store.looking() as connection:
        found = connection.execute(select(statements.c.id, vectors.c.vector).join(vectors)).all()
    by_id = {one.id: {row.vector for row in found if row.id == one.id} for one in FERRY.statements}
    assert [len(vectors) for vectors in by_id.values()] == [1] * len(FERRY.statements)
    assert len(found) == 2 * len(FERRY.statements) - 2


def as_other_models_read(reading: Reading, rules: str) -> Reading:
    """Every third statement with a bound a little off, every other third gone, with other ids."""
    kept = []
    for place, one in enumerate(reading.statements):
        first = one.content[0]
        if place % 3 == 1:
            one = msgspec.structs.replace(one, id=f"n{one.id}", content=(Span(first.start + 2, first.end),))
        if place % 3 < 2:
            kept.append(one)
    return msgspec.structs.replace(reading, id=f"{reading.id}-{rules}", statements=tuple(kept), rules=rules)


def test_fifty_corrections_outlive_another_reading(tmp_path: Path) -> None:
    """All are there after it; each is attached to its statement again, or is listed as standing alone."""
    reading = made(3, statements=51)
    document_id = reading.document.id
    with open_store(tmp_path / "record.db", create=True) as store:
        store.add(reading)
        for place in range(50):
            one = reading.statements[place]
            after = {"act": "warn"} if place % 2 else {"speaker_ids": [reading.entities[0].id]}
            store.judge("change", one.id, after, document_id=document_id, author="ann")
        better = as_other_models_read(reading, "2027.1")
        store.add(better)
        held, attached, live = store.judgements(), store.attached(document_id), store.reading(document_id)
    assert len(held) == len(attached) == 50
    alone = [one.target for one in held if attached[one.id] is None]
    assert alone == [one.id for place, one in enumerate(reading.statements[:50]) if place % 3 == 2]
    assert live.rules == "2027.1"
    by_id = {one.id: one for one in live.statements}
    for one in held:
        statement = by_id.get(attached[one.id] or "")
        if statement is not None and "act" in one.after:
            assert statement.act == "warn"
        elif statement is not None:
            assert statement.speaker_ids == (reading.entities[0].id,)


def test_a_worse_reading_that_comes_later_changes_nothing(store: Store) -> None:
    store.judge("reject", FERRY.statements[0].id, document_id=DOCUMENT, author="ann")
    before = store.reading(DOCUMENT)
    store.add(ferry().reading("2020.1"))
    assert store.reading(DOCUMENT) == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_reading(), st.data())
def test_whatever_comes_first_the_record_is_the_same(store: Store, reading: Reading, data: DataObject) -> None:
    """The reading before the judgements, or after them, or between; all taken back, it is byte for byte the base."""
    document = msgspec.structs.replace(reading.document, id=f"d{next(numbers)}")
    reading = msgspec.structs.replace(reading, id=f"r{next(numbers)}", document=document)
    judged = data.draw(judgements_on(reading, most=3))
    first = data.draw(st.integers(0, len(judged)))
    store.add_judgements(judged[first:])
    store.add(reading)
    store.add_judgements(reversed(judged[:first]))
    assert store.judgements(document_id=document.id) == tuple(sorted(judged, key=lambda one: (one.at, one.id)))
    assert store.reading(document.id) == correct(reading, judged)
    for one in data.draw(st.permutations(judged)):
        store.withdraw(one.id, "ann")
    whole = store.reading(document.id)
    assert msgspec.json.encode(whole, order="sorted") == msgspec.json.encode(reading, order="sorted")


def test_a_judgement_of_another_record_that_was_tampered_with_is_refused(store: Store) -> None:
    kept = store.judge("reject", FERRY.statements[0].id, document_id=DOCUMENT, author="ann")
    with pytest.raises(BadJudgement, match="its id does not fit it"):
        store.add_judgements([msgspec.structs.replace(kept, author="bo")])
    assert store.add_judgements([kept]) == 0
    taken_back = msgspec.structs.replace(kept, withdrawn="2026-03-02T00:00:00.000000+00:00", withdrawn_by="cy")
    assert store.add_judgements([taken_back]) == 0
    assert store.judgements(holding=False) == (taken_back,), "what was taken back there is taken back here"
    assert store.reading(DOCUMENT) == FERRY


@pytest.mark.parametrize(
    "spoilt",
    [
        {"verb": "merge", "after": {}},
        {"verb": "change", "after": {"act": "shout"}},
        {"verb": "change", "after": {"certainty": {"low": "x", "high": "y"}}},
        {"verb": "add", "after": {"content": "all"}},
        {"document_id": None, "verb": "merge", "after": {"entities": ["a", "b"]}},
        {"at": "2026"},
        {"author": ""},
    ],
    ids=str,
)
def test_a_judgement_that_nobody_could_have_made_is_refused(store: Store, spoilt: dict[str, Any]) -> None:
    """Whatever its id says: an export may come from anywhere."""
    kept = store.judge("reject", FERRY.statements[0].id, document_id=DOCUMENT, author="ann")
    with pytest.raises(BadJudgement):
        store.add_judgements([identified(msgspec.structs.replace(kept, **spoilt))])
    assert store.judgements(holding=False) == (kept,)


def test_an_addition_outside_of_the_text_stands_alone(store: Store) -> None:
    kept = store.judge("add", after={"content": [[0, 11]], "cue": [[0, 5]]}, document_id=DOCUMENT, author="ann")
    outside = identified(msgspec.structs.replace(kept, after={"content": [[5, 99999]]}, spans=(Span(5, 99999),)))
    store.add_judgements([outside])
    assert store.attached(DOCUMENT) == {kept.id: kept.target, outside.id: None}


def test_killed_between_judging_and_correcting_the_record_is_whole(tmp_path: Path) -> None:
    """Killed at any moment: the judgement and the reading that it makes are both there, or neither is."""
    place = tmp_path / "record.db"
    reading = made(1, statements=6)
    with open_store(place, create=True) as store:
        store.add(reading)
    chance = random.Random(6)
    told: list[str] = []
    for turn in range(4):
        command = [sys.executable, "-m", "store.judger", str(place), str(100 * turn), "10000"]
        paths = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}"}
        process = subprocess.Popen(command, env=paths, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(chance.randrange(2, 12))]
        process.kill()
        rest, _ = process.communicate()
        told += [
            line for line in [*lines, *rest.splitlines(keepends=True)] if line.endswith("\n") and line != "ready\n"
        ]
        assert_whole(place)
        with open_store(place) as store:
            everything = {one.id: one for one in store.judgements(holding=False)}
            assert {line.strip("-\n") for line in told} <= set(everything)
            assert all(everything[line.strip("-\n")].withdrawn for line in told if line.startswith("-"))
            held = store.judgements(document_id=reading.document.id)
            assert store.reading(reading.document.id) == correct(reading, held)
    assert len(told) >= 4
