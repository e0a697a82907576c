"""Certainty phrases, given hedges and events: how they are scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval import certainty_given, certainty_phrases, factuality
from eval.gold import GoldError
from eval.task import GoldDoc, total

ITEM = {
    "id": "a",
    "group": "plain",
    "text": "A deal is very unlikely, she said.",
    "words": "very unlikely",
    "icd203": [5, 20],
    "phia": None,
    "ipcc": [0, 10],
    "stated": None,
    "whose": "source",
}


def found(**changed: Any) -> dict[str, Any]:
    hedge = {"words": ["very unlikely"], "whose": "source", "stated": None, "phia": None}
    return hedge | {"icd203": ("5", "20"), "ipcc": ("0", "10")} | changed


def phrases(*hedges: dict[str, Any], **item: Any) -> dict[str, Any]:
    doc = GoldDoc("a", ITEM["text"], (), ITEM | item)  # type: ignore[arg-type]
    return certainty_phrases.metrics(total([certainty_phrases.score_doc(doc, {"certainty": hedges})]))


def test_a_right_range_is_right_and_a_point_off_is_allowed() -> None:
    metrics = phrases(found(ipcc=("0", "9")))
    assert (metrics["band"]["ok"], metrics["band"]["n"], metrics["wrong"]["n"]) == (2, 2, 0)
    assert metrics["whole/plain"]["ok"] == 1


def test_a_missing_range_is_not_wrong_and_not_right() -> None:
    metrics = phrases(found(icd203=None))
    assert (metrics["icd203"]["ok"], metrics["wrong"]["n"]) == (0, 0)


def test_a_range_where_the_item_has_none_is_wrong_whichever_hedge_gives_it() -> None:
    assert phrases(found(phia=("10", "20")))["wrong"]["n"] == 1
    metrics = phrases(found(), found(words=["likely"], icd203=("55", "80"), ipcc=None))
    assert (metrics["wrong"]["n"], metrics["icd203"]["ok"]) == (1, 0)


def test_an_item_without_a_hedge_wants_none() -> None:
    none = {"words": None, "icd203": None, "ipcc": None, "group": "none"}
    assert phrases(**none)["whole/none"]["ok"] == 1
    assert phrases(found(icd203=None, ipcc=None), **none)["whole/none"]["ok"] == 0


def test_our_phrases_have_no_wrong_number() -> None:
    gold = certainty_phrases.read_phrases(Path(certainty_phrases.TASK.splits["phrases"]))
    read = certainty_phrases.read_gold(gold, "accurate")
    metrics = certainty_phrases.metrics(
        total([certainty_phrases.score_doc(doc, read.records[doc.doc]) for doc in gold.docs])
    )
    assert len(gold.docs) == 120
    assert metrics["wrong"]["n"] == 0
    assert metrics["band"]["share"] >= 0.9


def test_a_line_that_lacks_a_field_is_named(tmp_path: Path) -> None:
    path = tmp_path / "phrases.jsonl"
    path.write_text(json.dumps(ITEM) + "\n" + json.dumps({"id": "b"}) + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match="line 2"):
        certainty_phrases.read_phrases(path)


def test_given_hedges_of_all_claims_and_of_the_first() -> None:
    doc = GoldDoc("a", "It may. It could.", ({"content": [[0, 17]], "certainty": "could"},), {})
    record = {"statements": [{"hedges": ["may", "could"]}]}
    metrics = certainty_given.metrics(total([certainty_given.score_doc(doc, record)]))
    assert (metrics["certainty"]["f1"], metrics["main claim"]["f1"]) == (1.0, 0.0)


def test_events_under_a_hedge_and_after_a_negation(tmp_path: Path) -> None:
    row = {
        "id": "a",
        "tokens": ["The", "dam", "may", "fail", ",", "but", "the", "crew", "did", "not", "leave", "."],
        "events": [{"tok_start": 3, "factuality": 1.0}, {"tok_start": 10, "factuality": -3.0}],
    }
    path = tmp_path / "events.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    gold = factuality.read_events(path)
    read = factuality.read_gold(gold, "accurate").records["a"]
    assert read["events"] == [{"hedged": True, "negative": False}, {"hedged": False, "negative": True}]
    metrics = factuality.metrics(total([factuality.score_doc(gold.docs[0], read)]))
    assert (metrics["hedged/all"]["f1"], metrics["polarity/all"]["share"]) == (1.0, 1.0)
