"""Acts given, and PLOVER's events: how they are scored."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from small_sets import GOLD

from eval import acts, plover
from eval.gold import GoldError
from eval.task import Gold, GoldDoc, total
from onrecord.types import ACTS

Given = tuple[str, str, str, str]
"""The act of the gold, the act read, the one without the network, the rule."""


def score(*given: Given) -> Counter[str]:
    gold = GoldDoc("dam", "The dam holds.", tuple({"content": [[0, 3]], "act": one[0]} for one in given), {})
    found = [{"act": act, "alone": alone, "rule": rule} for _, act, alone, rule in given]
    return total([acts.score_doc(gold, {"statements": found})])


def test_acts_are_counted_one_by_one() -> None:
    tallies = score(
        ("deny", "deny", "deny", "act.cue"),
        ("deny", "assert", "deny", "act.scorer"),
        ("assert", "assert", "warn", "act.scorer"),
    )
    metrics = acts.metrics(tallies)
    assert metrics["act"] == {"share": 2 / 3, "ok": 2, "n": 3}
    assert metrics["rules and scorer"]["ok"] == 2
    assert metrics["said"] == {"share": 0.5, "ok": 1, "n": 2}
    assert (metrics["act/deny"]["p"], metrics["act/deny"]["r"]) == (1.0, 0.5)
    assert (metrics["act/assert"]["p"], metrics["act/assert"]["r"]) == (0.5, 1.0)
    assert "act/warn" not in metrics


def test_only_common_acts_enter_the_mean() -> None:
    common = [("warn", "warn", "warn", "act.cue")] * acts.COMMON_ACT
    macro = acts.metrics(score(*common, ("thank", "praise", "praise", "act.cue")))["act_macro"]
    assert macro == {"f1": 1.0, "acts": 1}


def test_the_table_has_a_row_an_act_of_the_gold() -> None:
    lines = acts.confusion_table(score(("deny", "assert", "assert", "act.scorer"), ("deny", "deny", "deny", "act.cue")))
    assert [line.split() for line in lines] == [
        ["gold", "\\", "read", "asse", "deny"],
        ["assert", "·", "·"],
        ["deny", "1", "1"],
    ]


def test_the_statements_that_are_given_are_judged() -> None:
    gold = Gold(Path("none"), (GoldDoc(GOLD.doc, GOLD.text, GOLD.statements, {}),), "")
    record = acts.read_gold(gold, "accurate").of(GOLD.doc)
    assert [one["act"] in ACTS for one in record["statements"]] == [True, True]
    assert record["statements"][1] == {"act": "think", "alone": "think", "rule": "act.cue"}
    assert set(record["models"]) == {"accurate"}


def event(name: str, markup: str) -> dict[str, Any]:
    return {"id": name, "event": name.split()[0], "textInfo": {"markup": markup}}


def read(tmp_path: Path, *rows: dict[str, Any]) -> Gold:
    path = tmp_path / "plover.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return plover.read_plover(path)


def test_events_are_read_without_their_marks(tmp_path: Path) -> None:
    gold = read(tmp_path, event("DEMAND", "{(SRC: Kestria) (EVT: demanded) that (TAR: the port) (EVT: open).}"))
    assert gold.docs[0].text == "Kestria demanded that the port open."
    assert gold.docs[0].more["source"] == [(0, 7)]
    assert gold.docs[0].more["words"] == [(8, 16), (31, 35)]


def test_events_are_scored_by_the_acts_that_stand_for_them(tmp_path: Path) -> None:
    gold = read(
        tmp_path,
        event("DEMAND right", "(SRC: Kestria) (EVT: demanded) that the port open."),
        event("THREATEN wrong", "(SRC: Kestria) (EVT: praised) the port."),
        event("REJECT done", "(SRC: Kestria) (EVT: bombed) the port."),
        event("CONSULT done", "(SRC: Kestria) (EVT: visited) the port."),
    )
    found = plover.read_gold(gold, "accurate")
    tallies = total(plover.score_doc(doc, found.of(doc.doc)) for doc in gold.docs)
    assert plover.metrics(tallies)["act"] == {"share": 0.5, "ok": 1, "n": 2}
    assert plover.apart(tallies) == {"done, not said": 1, "no act of ours": 1, "THREATEN read as praise": 1}


def test_acts_stand_for_events_by_their_names() -> None:
    assert set().union(*plover.STANDS_FOR.values()) <= set(ACTS)


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="line 1"):
        read(tmp_path, {"id": "a"})
