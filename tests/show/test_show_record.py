"""The JSON record keeps its contract."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from ferry import CLOSURE, LEAK, QUAY, TEXT, WARNING, ferry
from hypothesis import given
from hypothesis import strategies as st

from onrecord.schema import record_schema, schema_text
from onrecord.show.confident import confident
from onrecord.show.record import PrintedDocument, PrintedStatement, Record, record_json
from onrecord.types import Document, Statement

SCHEMA_FILE = Path(__file__).parents[2] / "docs" / "reference" / "record.schema.json"


def test_top_level_order_is_the_contracts() -> None:
    record = json.loads(record_json(ferry()))
    assert list(record) == ["schema", "document", "blocks", "mentions", "entities", "statements", "models", "rules"]
    assert record["schema"] == "onrecord.record/1"


def test_statement_as_printed() -> None:
    record = json.loads(record_json(ferry()))
    (quay,) = (statement for statement in record["statements"] if statement["id"] == QUAY.id)
    assert quay == {
        "id": QUAY.id,
        "block": "body",
        "form": "direct",
        "act": "refuse",
        "negated": False,
        "colour": None,
        "parent": None,
        "content": [[170, 216], [237, 255]],
        "cue": [[221, 225]],
        "source": [[217, 220]],
        "inferred": False,
        "words": {
            "content": ["“We will not leave the islanders on the quay,”", "“Not this winter.”"],
            "cue": ["told"],
            "source": ["she"],
        },
        "speaker_ids": ["e-minister"],
        "via": None,
        "basis": None,
        "addressee": {"span": [226, 235], "entity_id": None},
        "target": None,
        "topic": None,
        "said_at": None,
        "claims": [],
        "confidence": {"statement": 0.94, "source": None, "speaker": None},
        "steps": [],
    }


def test_said_at_keeps_its_reserved_name() -> None:
    record = json.loads(record_json(ferry()))
    (closure,) = (statement for statement in record["statements"] if statement["id"] == CLOSURE.id)
    assert closure["said_at"] == {
        "span": [60, 67],
        "type": "DATE",
        "value": "2024-03-12",
        "from": None,
        "to": None,
        "granularity": "day",
        "mod": None,
    }


def test_words_are_the_text_under_the_spans() -> None:
    record = json.loads(record_json(ferry()))
    text = record["document"]["text"]
    for statement in record["statements"]:
        for part, words in statement["words"].items():
            assert words == [text[start:end] for start, end in statement[part]]


def test_offsets_are_code_points_beyond_the_basic_plane() -> None:
    record = json.loads(record_json(ferry(text=TEXT.replace("Ferry", "🛥️🛥️🛥", 1))))
    assert record["statements"][2]["words"]["source"] == ["she"]


def test_every_field_of_a_statement_and_no_other_but_words() -> None:
    assert set(PrintedStatement.__struct_fields__) == {*Statement.__struct_fields__, "words"}


def test_all_of_a_document_is_printed_but_when_it_was_fetched() -> None:
    assert set(Document.__struct_fields__) - set(PrintedDocument.__struct_fields__) == {"fetched"}
    assert record_json(ferry(fetched="2024-03-12T10:00:00Z")) == record_json(ferry(fetched="2024-03-13T10:00:00Z"))


def test_round_trip_through_the_structs() -> None:
    printed = record_json(ferry())
    assert msgspec.json.encode(msgspec.json.decode(printed, type=Record)) == printed


def test_one_line() -> None:
    assert b"\n" not in record_json(ferry())


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_one_safe_line_that_reads_back(text: str) -> None:
    printed = record_json(msgspec.structs.replace(ferry(text=text), statements=()))
    assert json.loads(printed)["document"]["text"] == text
    assert all(ord(c) >= 0x20 and not 0x7F <= ord(c) <= 0x9F for c in printed.decode())


def test_the_schema_file_is_the_one_the_structs_make() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text(), (
        "run: python -m onrecord.schema docs/reference/record.schema.json"
    )


def test_the_schema_requires_every_field_that_is_printed() -> None:
    schema = record_schema()
    record = json.loads(record_json(ferry()))
    assert schema["required"] == list(record)
    assert schema["$defs"]["PrintedStatement"]["required"] == list(record["statements"][0])
    assert schema["$defs"]["Entity"]["required"] == list(record["entities"][0])


def test_the_schema_is_printed_by_a_command() -> None:
    printed = subprocess.run([sys.executable, "-m", "onrecord.schema"], capture_output=True, check=True)
    assert printed.stdout.decode() == schema_text()


@pytest.mark.parametrize(("least", "kept"), [(0.0, 9), (0.5, 8), (0.95, 6), (1.0, 5)])
def test_statements_without_a_measure_are_kept(least: float, kept: int) -> None:
    assert len(confident(ferry(), least).statements) == kept


def test_a_statement_inside_one_left_out_moves_up() -> None:
    reading = ferry()
    sure = msgspec.structs.replace(WARNING, confidence=msgspec.structs.replace(WARNING.confidence, statement=0.99))
    statements = tuple(sure if statement is WARNING else statement for statement in reading.statements)
    kept = confident(msgspec.structs.replace(reading, statements=statements), 0.95)
    ids = {statement.id for statement in kept.statements}
    assert LEAK.id not in ids
    assert next(statement for statement in kept.statements if statement.id == WARNING.id).parent is None
    assert all(statement.parent is None or statement.parent in ids for statement in kept.statements)
