"""Cue classes, who said what by class, and nested statements: counted by eye."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from small_sets import statement

from eval.cues import CLASSES, cue_class
from eval.facets import facet_metrics, tally_facet
from eval.matching import pair
from eval.nesting import gold_parents, nesting_metrics, tally_nesting
from eval.task import Metrics, Statement, Tallies
from eval.words import Text
from onrecord.judge.inflect import forms

TEXT = (
    "Mara Quill said Odo Fenn had denied that the barn burned. "
    "According to the ferryman, the tide was late. Bela Stroud: nobody asked the geese."
)


def at(source: str | None, cue: str | None, content: str, **more: Any) -> dict[str, Any]:
    return statement(source, cue, content, text=TEXT, **more)


OUTER = at("Mara Quill", "said", "Odo Fenn had denied that the barn burned", nested=False)
INNER = at("Odo Fenn", "had denied", "that the barn burned", nested=True)
TIDE = at("the ferryman", "According to", "the tide was late", nested=False)
GEESE = at("Bela Stroud", ":", "nobody asked the geese", nested=False)
GOLDS = [OUTER, INNER, TIDE, GEESE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("had repeatedly denied", "deny, refuse"),
        ("Criticizing", "accuse, criticise"),
        ("according to", "according to"),
        ("was quoted as telling", "tell"),
        ("hummed", "other"),
        (":", "mark"),
        ("— ", "mark"),
    ],
)
def test_a_cue_belongs_to_the_class_of_its_first_word_that_has_one(text: str, expected: str) -> None:
    assert cue_class(text, {"cue": [[0, len(text)]]}) == expected


def test_a_statement_without_a_cue_is_a_class_of_its_own() -> None:
    assert cue_class(TEXT, {"cue": []}) == cue_class(TEXT, {}) == "no cue"


def test_no_form_belongs_to_two_classes() -> None:
    listed = [form for lemmas in CLASSES.values() for lemma in lemmas.split() for form in set(forms(lemma))]
    doubled = [form for form, count in Counter(listed).items() if count > 1]
    assert doubled == []


def by_cue(preds: list[dict[str, Any]]) -> Metrics:
    tallies: Tallies = Counter()
    tally_facet(tallies, "cue", pair(Text(TEXT), preds, GOLDS), lambda s: cue_class(TEXT, s))
    return facet_metrics(tallies)


def test_recall_is_by_the_golds_class_and_precision_by_the_predictions_own() -> None:
    wrong_source = at("Mara Quill", "asked", "the tide was late")
    out = by_cue([OUTER, wrong_source, at("Bela Stroud", "asked", "nobody asked the geese")])
    assert list(out) == sorted(
        f"by cue/{name}" for name in ("say", "deny, refuse", "according to", "mark", "ask, answer")
    )
    assert (out["by cue/say"]["p"], out["by cue/say"]["r"]) == (1.0, 1.0)
    assert (out["by cue/mark"]["r"], out["by cue/mark"]["n_pred"]) == (1.0, 0)
    assert (out["by cue/ask, answer"]["p"], out["by cue/ask, answer"]["n_gold"]) == (0.5, 0)
    assert (out["by cue/according to"]["r"], out["by cue/deny, refuse"]["r"]) == (0.0, 0.0)


def test_the_parent_is_the_shortest_content_around() -> None:
    innermost = at("the barn", "burned", "burned", nested=True)
    assert gold_parents([OUTER, INNER, TIDE, innermost]) == {1: 0, 3: 1}


def test_a_nested_statement_that_no_other_holds_has_no_link() -> None:
    assert gold_parents([INNER, TIDE]) == {}


def nested(*preds: Statement) -> Metrics:
    tallies: Tallies = Counter()
    tally_nesting(tallies, pair(Text(TEXT), preds, GOLDS))
    return nesting_metrics(tallies)


def test_a_nested_statement_and_its_parent_are_found() -> None:
    out = nested(OUTER | {"id": "a", "parent": None}, INNER | {"id": "b", "parent": "a"})
    assert out["nested/content"] == out["nested/who said what"] == {"share": 1.0, "ok": 1, "n": 1}
    assert (out["nested/parent"]["p"], out["nested/parent"]["r"]) == (1.0, 1.0)


def test_a_nested_statement_without_its_source_or_its_parent() -> None:
    inner = INNER | {"id": "b", "parent": None, "source": []}
    out = nested(OUTER | {"id": "a", "parent": None}, inner)
    assert (out["nested/content"]["ok"], out["nested/who said what"]["ok"]) == (1, 0)
    assert (out["nested/parent"]["n_pred"], out["nested/parent"]["r"]) == (0, 0.0)


def test_a_wrong_parent_is_a_wrong_link() -> None:
    tide = TIDE | {"id": "c", "parent": None}
    out = nested(OUTER | {"id": "a", "parent": None}, INNER | {"id": "b", "parent": "c"}, tide)
    assert (out["nested/parent"]["n_pred"], out["nested/parent"]["n_gold"], out["nested/parent"]["f1"]) == (1, 1, 0.0)
