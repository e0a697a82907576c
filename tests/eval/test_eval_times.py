"""Time expressions: how they are paired and counted, and that the numbers are those of the scorer beside the data."""

from __future__ import annotations

import importlib
import json
import random
import sys
from pathlib import Path
from typing import Any

import pytest

from eval import times
from eval.gold import GoldError
from eval.places import data_folder
from eval.task import GoldDoc, total

TEXT = "The ferry sank on Monday, three weeks after the storm of 2019, and every winter it is told again."
SCORERS = data_folder().parent / "score"


def at(words: str, type_: str, value: str | None) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"b": start, "e": start + len(words), "type": type_, "value": value}


MARKED = [at("Monday", "DATE", "2022-03-14"), at("three weeks", "DURATION", "P3W"), at("2019", "DATE", "2019")]


def score(*found: dict[str, Any]) -> tuple[dict[str, Any], Any]:
    doc = GoldDoc("ferry", TEXT, (), {"dct": "2022-03-18", "timex": MARKED})
    scored = times.score_doc(doc, {"times": found})
    return times.metrics(total([scored])), scored


def test_a_perfect_reading() -> None:
    metrics, scored = score(*MARKED)
    assert [metrics[f"{kind}/all"]["f1"] for kind in times.KINDS] == [1.0] * 4
    assert metrics["value/SET"]["n_gold"] == 0
    assert all(all(case.verdicts.values()) for case in scored.cases)


def test_overlap_value_and_type_are_apart() -> None:
    longer = at("on Monday", "TIME", "2022-03-14")
    other = at("three weeks after", "DURATION", "P4W")
    metrics, _ = score(longer, other)
    counts = {kind: metrics[f"{kind}/all"]["tp_gold"] for kind in times.KINDS}
    assert counts == {"strict": 0, "relaxed": 2, "value": 1, "type": 1}


def test_marks_at_the_edges_do_not_count() -> None:
    metrics, _ = score(at("Monday,", "DATE", "2022-03-14"))
    assert metrics["strict/all"]["tp_gold"] == 1


def test_an_expression_is_paired_once() -> None:
    metrics, scored = score(MARKED[0], MARKED[0], at("winter", "SET", "XXXX-WI"))
    assert metrics["relaxed/all"]["tp_pred"] == 1
    assert sum(case.spurious for case in scored.cases) == 2


def test_no_value_is_never_right() -> None:
    metrics, _ = score(at("Monday", "DATE", None))
    assert metrics["value/all"]["tp_gold"] == 0


def test_a_quarter_of_the_documents_is_apart() -> None:
    parts = [times.part_of(f"doc-{number}") for number in range(400)]
    assert 60 < parts.count("last quarter") < 140


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(GoldError, match="line 1"):
        times.read_timex(path)


def test_a_set_is_read_against_the_date_of_each_document(tmp_path: Path) -> None:
    row = {"id": "ferry", "text": TEXT, "dct": "2022-03-18T10:00", "timex": MARKED}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    gold = times.read_timex(path)
    found = times.read_gold(gold, "accurate").of("ferry")["times"]
    assert [time["value"] for time in found] == ["2022-03-14", "P3W", "2019", "XXXX-WI"]


@pytest.mark.data
@pytest.mark.skipif(
    not (SCORERS.is_dir() and (data_folder() / "timex").is_dir()),
    reason="the corpora and their scorers are not on this machine (see $ONRECORD_DATA)",
)
def test_the_numbers_equal_the_scorer_beside_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCORERS))
    scorer = importlib.import_module("score_timex")
    gold = times.read_timex(data_folder() / times.TASK.splits["aquaint"])
    rng = random.Random(7)
    found = {doc.doc: worsened(doc, rng) for doc in gold.docs}
    theirs = scorer.score(found, [{"id": doc.doc, "text": doc.text, "timex": doc.more["timex"]} for doc in gold.docs])
    scores = [times.score_doc(doc, {"times": found[doc.doc]}) for doc in gold.docs]
    ours = times.metrics(total(scores))
    for kind in times.KINDS:
        mine = ours[f"{kind}/all"]
        assert {"P": mine["p"], "R": mine["r"], "F1": mine["f1"]} == pytest.approx(
            {name: number / 100 for name, number in theirs[kind].items()}, abs=0.0005001
        )
    sys.modules.pop("score_timex", None)


def worsened(doc: GoldDoc, rng: random.Random) -> list[dict[str, Any]]:
    """What a middling system might find: some missing, some moved, some with another value or type."""
    out = []
    for marked in doc.more["timex"]:
        if rng.random() < 0.1:
            continue
        start, end = marked["b"] - rng.choice([0, 0, 4]), marked["e"] + rng.choice([0, 0, 1, 6])
        out.append({"b": max(0, start), "e": min(len(doc.text), end), "type": marked["type"], "value": marked["value"]})
        if rng.random() < 0.2:
            out[-1] |= {"type": "SET", "value": None}
        if rng.random() < 0.1:
            out.append(dict(out[-1]))
    return out
