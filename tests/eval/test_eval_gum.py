"""GUM's measure, counted by eye on two invented documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_sets import at, record, statement

from eval.gold import GoldError
from eval.gum import TASK, read_gum
from eval.task import Gold, Metrics, total

NEWS = "The harbour master said the crane fell at noon today because of wind. Nobody doubted that it rained."
ESSAY = "Plain people think that tin is a noble metal."


def row(doc: str, text: str, source: str | None, content: str, **more: Any) -> dict[str, Any]:
    start, end = at(content, text)
    place = at(source, text) if source else None
    return {
        "doc": doc,
        "caption_credit": False,
        "polarity": "positive",
        "content": [{"b": start, "e": end}],
        "source": {"b": place[0], "e": place[1]} if place else None,
    } | more


ROWS = [
    row("crane", NEWS, "The harbour master", "the crane fell at noon today"),
    row("crane", NEWS, "Nobody", "that it rained", polarity="negative"),
    row("crane", NEWS, None, "wind", caption_credit=True),
    row("tin", ESSAY, "Plain people", "that tin is a noble metal"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    docs = [{"id": "crane", "genre": "news", "text": NEWS}, {"id": "tin", "genre": "essay", "text": ESSAY}]
    docs.append({"id": "tale", "genre": "fiction", "text": "Once."})
    for name, rows in (("docs", docs), ("attributions", ROWS)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    return tmp_path


def run(gold: Gold, *preds: dict[str, Any]) -> Metrics:
    """Score the first document with these statements, the others as if nothing was found in them."""
    records = [record(*(preds if k == 0 else ()), text=doc.text) for k, doc in enumerate(gold.docs)]
    return TASK.metrics(total(TASK.score(doc, r) for doc, r in zip(gold.docs, records, strict=True)))


def said(source: str, content: str, cue: str | None = "said") -> dict[str, Any]:
    return statement(source, cue, content, text=NEWS)


@pytest.mark.parametrize(("split", "docs"), [("news", "crane"), ("other", "tin"), ("all", "crane tin tale")])
def test_splits_are_by_genre_and_have_digests_of_their_own(folder: Path, split: str, docs: str) -> None:
    gold = TASK.open(folder, None, split)
    assert [doc.doc for doc in gold.docs] == docs.split()
    assert gold.fingerprint != read_gum(folder).fingerprint


def test_photo_credits_are_passed_over(folder: Path) -> None:
    assert [len(doc.statements) for doc in read_gum(folder).docs] == [2, 1, 0]


def test_a_larger_content_of_ours_holds_the_gold(folder: Path) -> None:
    gold = TASK.open(folder, None, "news")
    out = run(gold, said("The harbour master", "the crane fell at noon today because of wind"))
    assert out["inside/all"] == out["inside/news"] == {"share": 0.5, "ok": 1, "n": 2}
    assert out["inside/negated"] == {"share": 0.0, "ok": 0, "n": 1}
    assert (out["who said what/all"]["p"], out["who said what/all"]["r"]) == (1.0, 0.5)
    assert out["length"] == {"share": 1.5, "ok": 9, "n": 6}


@pytest.mark.parametrize(("content", "found"), [("the crane fell at noon", 1), ("the crane fell at", 0)])
def test_four_fifths_of_the_words_have_to_be_inside(folder: Path, content: str, found: int) -> None:
    assert run(TASK.open(folder, None, "news"), said("The harbour master", content))["inside/all"]["ok"] == found


def test_one_large_content_pays_twice_inside_and_once_one_to_one(folder: Path) -> None:
    out = run(TASK.open(folder, None, "news"), said("Nobody", NEWS.partition(" said ")[2]))
    assert out["inside/all"]["ok"] == 2
    assert (out["one to one/all"]["tp_gold"], out["one to one/all"]["r"]) == (1, 0.5)


def test_a_wrong_source_is_content_only(folder: Path) -> None:
    out = run(TASK.open(folder, None, "news"), said("wind", "the crane fell at noon today"))
    assert (out["one to one/all"]["r"], out["who said what/all"]["r"]) == (0.5, 0.0)


def test_precision_is_over_statements_with_a_cue(folder: Path) -> None:
    gold = TASK.open(folder, None, "news")
    preds = [
        said("The harbour master", "the crane fell at noon today"),
        said("Nobody", "wind"),
        said("Nobody", "that it rained", cue=None),
    ]
    out = run(gold, *preds)
    assert (out["one to one/all"]["p"], out["one to one/all"]["n_pred"], out["one to one/all"]["r"]) == (0.5, 2, 1.0)
    assert TASK.apart(TASK.score(gold.docs[0], record(*preds, text=NEWS)).tallies) == {
        "statements without a cue of their own": 1
    }


def test_by_genre(folder: Path) -> None:
    out = run(TASK.open(folder, None, "all"), said("The harbour master", "the crane fell at noon today"))
    assert (out["inside/news"]["ok"], out["inside/essay"]["n"], out["inside/all"]["n"]) == (1, 1, 3)


def test_an_attribution_of_no_document_is_an_error(folder: Path) -> None:
    (folder / "docs.jsonl").write_text("", "utf-8")
    with pytest.raises(GoldError, match="crane, tin"):
        read_gum(folder)
