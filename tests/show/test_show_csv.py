"""CSV: one row a statement; nothing in it that a spreadsheet computes."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest
from ferry import JOINT, MINISTER, QUAY, WARNING, ferry
from hypothesis import given
from hypothesis import strategies as st

from onrecord.show.csv import COLUMNS, csv_header, defused, record_csv


def rows(**document: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_header() + record_csv(ferry(**document)))))


def row(statement_id: str) -> dict[str, str]:
    return next(row for row in rows() if row["statement_id"] == statement_id)


def test_one_row_a_statement() -> None:
    assert [row["statement_id"] for row in rows()] == [statement.id for statement in ferry().statements]
    assert csv_header() == ",".join(COLUMNS) + "\n"


def test_a_row() -> None:
    assert row(WARNING.id) == {
        "document_id": "d-ferry",
        "origin": "ferry.txt",
        "title": "Ferry will not close, minister insists",
        "publisher": "The Ness Courier",
        "published": "2024-03-12",
        "statement_id": WARNING.id,
        "parent_id": WARNING.parent,
        "block": "body",
        "line": "9",
        "form": "indirect",
        "act": "warn",
        "negated": "false",
        "speaker": "Ilse Varga",
        "speaker_kind": "person",
        "speaker_named": "true",
        "speaker_role": "transport minister",
        "content": "that the boat may stop by May unless the pier is mended",
        "cue": "had warned",
        "source": "Varga",
        "source_inferred": "false",
        "content_spans": "312-367",
        "cue_spans": "291-301",
        "source_spans": "285-290",
        "hedge": "may",
        "condition": "unless the pier is mended",
        "via": "",
        "basis": "",
        "addressee": "the crews",
        "target": "",
        "topic": "",
        "said_at": "",
        "confidence_statement": "0.41",
        "confidence_source": "",
        "confidence_speaker": "",
    }


def test_parts_of_a_statement_and_several_speakers_share_a_cell() -> None:
    assert row(QUAY.id)["content"] == "“We will not leave the islanders on the quay,” […] “Not this winter.”"
    assert row(QUAY.id)["content_spans"] == "170-216,237-255"
    assert row(JOINT.id)["speaker"] == "the islanders; the crews"
    assert row(JOINT.id)["speaker_role"] == ""


@pytest.mark.parametrize("formula", ['=HYPERLINK("x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\r\n=1", "＝1"])
def test_a_formula_is_shown_and_not_computed(formula: str) -> None:
    (first, *_) = rows(title=formula)
    assert first["title"] == "'" + formula.strip()


def test_a_hostile_speaker_name_is_one_cell() -> None:
    name = '=cmd|"/c calc"!A1",\n"x'
    reading = ferry()
    entities = (msgspec.structs.replace(MINISTER, name=name), *reading.entities[1:])
    table = record_csv(msgspec.structs.replace(reading, entities=entities))
    parsed = list(csv.reader(io.StringIO(table)))
    assert {len(row) for row in parsed} == {len(COLUMNS)}
    assert parsed[0][COLUMNS.index("speaker")] == '\'=cmd|"/c calc"!A1", "x'


@given(st.text())
def test_no_cell_opens_a_formula_or_breaks_its_line(text: str) -> None:
    cell = defused(text)
    assert cell[:1] not in {"=", "+", "-", "@", "＝", "＋", "－", "＠"}
    assert len(cell.splitlines()) <= 1
