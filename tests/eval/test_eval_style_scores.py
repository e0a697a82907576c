"""The styles' own measure: halves, what is sealed, and one piece of each style read perfectly."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from small_sets import record

from eval import places
from eval.__main__ import main
from eval.style_scores import TASK, read_pages
from eval.styles import FOLDER, HALVES, half_of
from eval.task import Gold, GoldDoc, total


@pytest.fixture(scope="module")
def pages() -> Gold:
    return read_pages(FOLDER)


def perfect(doc: GoldDoc) -> dict[str, Any]:
    ids = {str(n): s for n, s in enumerate(doc.statements, 1)}
    preds = [{**s, "id": n, "parent": s["parent"] and str(s["parent"])} for n, s in ids.items()]
    return record(*preds, text=doc.text)


def test_the_halves_share_no_piece_and_are_all(pages: Gold) -> None:
    halves = {half: TASK.open(FOLDER, None, half) for half in HALVES}
    assert {half_of(doc.doc) for doc in halves["open"].docs} == {"open"}
    assert sum(len(gold.docs) for gold in halves.values()) == len(pages.docs)
    assert halves["open"].fingerprint != halves["locked"].fingerprint


def test_pages_named_on_the_command_line_give_the_open_half_only() -> None:
    assert TASK.open(FOLDER, None, "styles").docs == TASK.open(FOLDER, None, "open").docs


def test_perfect_is_one_in_every_style_and_for_every_parent(pages: Gold) -> None:
    out = TASK.metrics(total(TASK.score(doc, perfect(doc)) for doc in pages.docs))
    by_style = {name: measure["f1"] for name, measure in out.items() if name.startswith("by style/")}
    assert set(by_style) == {f"by style/{doc.more['style']}" for doc in pages.docs}
    assert set(by_style.values()) == {1.0}
    assert out["nested/parent"]["f1"] == out["nested/who said what"]["share"] == 1.0
    assert out["nested/parent"]["n_gold"] == sum(s["parent"] is not None for doc in pages.docs for s in doc.statements)


def test_statements_without_a_cue_and_nested_ones_count(pages: Gold) -> None:
    out = TASK.metrics(total(TASK.score(doc, perfect(doc)) for doc in pages.docs))
    assert out["wsw/all"]["n_gold"] == sum(len(doc.statements) for doc in pages.docs)


@pytest.mark.parametrize(("half", "kept"), [("open", True), ("locked", False)])
def test_no_case_and_no_record_of_the_locked_half_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], half: str, kept: bool
) -> None:
    monkeypatch.setattr(places, "RUNS", tmp_path / "runs")
    records = tmp_path / "records.jsonl"
    rows = [
        perfect(doc) | {"document": {"origin": f"{doc.doc}.txt", "text": doc.text}}
        for doc in TASK.open(FOLDER, None, half).docs
    ]
    records.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    for _ in range(2):  # the second is compared with the first
        assert main(["styles", "--split", half, "--records", str(records)]) == 0
    out = capsys.readouterr().out
    assert "wsw/all f1                                100.0" in out
    assert ("a sealed split: no case is kept or listed" in out) is not kept
    files = {path.name: gzip.decompress(path.read_bytes()).splitlines() for path in (tmp_path / "runs").iterdir()}
    stored = {name: [json.loads(line) for line in lines] for name, lines in files.items()}
    (run,) = (rows for name, rows in stored.items() if ".records." not in name)
    assert any(row["cases"] for row in run[1:]) is kept
    assert any(rows for name, rows in stored.items() if ".records." in name) is kept
