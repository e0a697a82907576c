"""Quantities: how they are paired and counted, how the record is written as the set, and the scorer beside the data."""

from __future__ import annotations

import hashlib
import importlib
import json
import random
import sys
from pathlib import Path
from typing import Any

import pytest

from eval import given, quantities
from eval.gold import GoldError, read_readings
from eval.newsquant import read_sentence
from eval.places import data_folder
from eval.task import GoldDoc, total
from eval.units import agree, canonical

SCORERS = data_folder().parent / "score"


def q(value: Any, unit: str | None = None, change: str = "=") -> dict[str, Any]:
    return {"value": value, "unit": unit, "change": change}


def score(marked: list[dict[str, Any]], *found: dict[str, Any]) -> dict[str, Any]:
    doc = GoldDoc("dam", "The dam holds 5 tonnes.", (), {"quantities": marked})
    return quantities.metrics(total([quantities.score_doc(doc, {"quantities": found})]))


def test_value_unit_and_change_are_apart() -> None:
    metrics = score([q(5.0, "metric ton", "up"), q(7.0, "boat")], q(5.0, "tonne"), q(7.0, "fishing boats"))
    assert {name: metrics[name]["tp_gold"] for name in quantities.RELATIONS} == {
        "value": 2,
        "value+unit": 2,
        "value+change": 1,
        "all": 1,
    }
    assert metrics["measures"] == {"share": 1.0, "ok": 1, "n": 1}


def test_a_range_matches_a_range_only() -> None:
    assert score([q((4.0, 5.0))], q((5.0, 4.0)))["value"]["f1"] == 1.0
    assert score([q((4.0, 5.0))], q(4.0))["value"]["f1"] == 0.0


def test_a_quantity_is_paired_once() -> None:
    assert score([q(5.0)], q(5.0), q(5.0))["value"]["p"] == 0.5


@pytest.mark.parametrize(
    ("pred", "gold", "same"),
    [
        ("USD", "dollar", True),
        ("USD per gram", "dollar per gram", True),
        ("%", "percentage", True),
        ("heart transplants", "heart transplant", True),
        ("members of the council", "council member", True),
        ("years old", "year of age", True),
        ("metre", "mile", False),
        (None, "boat", False),
        (None, "-", True),
    ],
)
def test_units(pred: str | None, gold: str, same: bool) -> None:
    assert agree(pred, gold) is same


def test_names_of_a_unit() -> None:
    assert [canonical(unit) for unit in ("km", "Kilometers", "miles an hour")] == [
        "kilometre",
        "kilometre",
        "mile per hour",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Half the homes are empty.", [q(0.5, "percent")]),
        ("Thousands of gulls came.", [q((1000.0, 10000.0), "gulls")]),
        ("Dozens of gulls came.", []),
        ("It rose from 3% to 5%.", [q((3.0, 5.0), "percent")]),
        ("It rose to 5% from 3%.", [q(5.0, "percent"), q(3.0, "percent")]),
        ("It fell by about 3%.", [q(3.0, "percent", "~")]),
        ("It fell 3%.", [q(3.0, "percent", "down")]),
        ("A 3% fall came.", [q(3.0, "percent")]),
        ("At most 3 of us went.", [q(3.0, None, "<")]),
        ("A 50-year-old sat.", [q(50.0, "years old")]),
        ("Prices quadrupled.", []),
    ],
)
def test_the_record_written_as_the_set(text: str, expected: list[dict[str, Any]]) -> None:
    assert read_sentence(text) == expected


def test_a_file_is_read_and_one_of_another_form_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    rows = [{"value": value, "normalized_unit": "boat"} for value in ("1,000", "40-50", "1.5E-3", "some")]
    path.write_text(json.dumps({"id": "a", "text": "1,000 boats", "quantities": rows}) + "\n", encoding="utf-8")
    gold = quantities.read_newsquant(path)
    assert [row["value"] for row in gold.docs[0].more["quantities"]] == [1000.0, (40.0, 50.0), 0.0015]
    assert quantities.read_gold(gold, "accurate").of("a")["quantities"] == [q(1000.0, "boats")]
    path.write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(GoldError, match="line 1"):
        quantities.read_newsquant(path)


def test_the_readings_with_their_statements_given(tmp_path: Path) -> None:
    text = "After 3 days she said at least 27 boats sank and one in five burned."
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "dam.txt").write_text(text, encoding="utf-8")
    marked = [
        {"low": 27, "high": None, "bound": "at-least"},
        {"low": 20, "high": 20, "bound": "about"},
    ]
    statement = {"content": [[text.index("at least"), len(text)]], "cue": [], "source": [], "quantities": marked}
    row = {"doc": "dam", "sha256": hashlib.sha256(text.encode()).hexdigest(), "statements": [statement]}
    (tmp_path / "dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    gold = read_readings(tmp_path / "dev.jsonl")
    metrics = given.metrics(
        total([given.score_doc(doc, given.read_gold(gold, "accurate").of(doc.doc)) for doc in gold.docs])
    )
    assert (metrics["value"]["f1"], metrics["value+bound"]["f1"]) == (1.0, 0.5)


@pytest.mark.data
@pytest.mark.skipif(
    not (SCORERS.is_dir() and (data_folder() / "quantities").is_dir()),
    reason="the corpora and their scorers are not on this machine (see $ONRECORD_DATA)",
)
def test_the_numbers_equal_the_scorer_beside_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCORERS))
    scorer = importlib.import_module("score_quantities")
    path = data_folder() / quantities.TASK.splits["dev"]
    gold = quantities.read_newsquant(path)
    rng = random.Random(5)
    found = {doc.doc: [one for one in read_sentence(doc.text) if rng.random() < 0.9] for doc in gold.docs}
    theirs = scorer.score(found, [json.loads(line) for line in path.read_text("utf-8").splitlines()])
    ours = quantities.metrics(total(quantities.score_doc(doc, {"quantities": found[doc.doc]}) for doc in gold.docs))
    for name in quantities.RELATIONS:
        assert round(100 * ours[name]["f1"], 1) == theirs[name]["F1"]
    assert round(100 * ours["measures"]["share"], 1) == theirs["value+unit (measures) R"]
    sys.modules.pop("score_quantities", None)
