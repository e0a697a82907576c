"""Values worked out by hand, on TEXT: four words of content in the first gold statement, three in the second."""

from __future__ import annotations

from typing import Any

import pytest
from small_sets import GOLD, TEXT, record, statement

from eval.attribution import TASK, score_doc
from eval.task import GoldDoc, Metrics, total


def run(*preds: dict[str, Any], gold: GoldDoc = GOLD) -> Metrics:
    return TASK.metrics(total([score_doc(gold, record(*preds))]))


def test_perfect_is_one() -> None:
    for name, measure in run(*GOLD.statements).items():
        if "f1" in measure and measure["n_gold"]:
            assert measure["f1"] == 1.0, name
    assert run(*GOLD.statements)["source_accuracy/all"] == {"accuracy": 1.0, "ok": 2, "n": 2}


def test_nothing_is_zero() -> None:
    for name, measure in run().items():
        if "f1" in measure:
            assert (measure["p"], measure["r"], measure["f1"]) == (0, 0, 0), name


def test_only_statements_with_a_cue_and_no_parent_are_scored_and_the_rest_is_counted() -> None:
    preds = [
        statement("Mara Quill", "said", "We will go home", parent=None),
        statement("Odo Fenn", "believes", "it rained", parent="x"),
        statement(None, None, "We will"),
    ]
    score = score_doc(GOLD, record(*preds))
    assert TASK.metrics(score.tallies)["content/all"]["n_pred"] == 1
    assert TASK.apart(score.tallies) == {
        "statements inside another's content": 1,
        "statements without a cue of their own": 1,
    }


def test_quotation_marks_and_punctuation_do_not_matter() -> None:
    out = run(statement("Mara Quill", "said,", "We will go home"), statement("Odo Fenn", "believes", "that it rained"))
    assert out["exact/content"]["f1"] == out["exact/cue"]["f1"] == 1.0


def test_token_by_hand() -> None:
    out = run(statement("Mara", "said", 'go home." Odo'))  # three words, two of them gold's seven
    assert (out["token/content"]["p"], out["token/content"]["r"]) == (2 / 3, 2 / 7)
    assert (out["token/source"]["p"], out["token/source"]["r"]) == (1.0, 1 / 4)


def test_exact_uses_each_gold_role_once() -> None:
    out = run(statement("Odo Fenn", "said", "We will"), statement("Odo Fenn", "said", "go home"))
    assert out["exact/source"]["tp_pred"] == 1
    assert out["exact/content"]["f1"] == 0.0


def test_soft_by_hand() -> None:
    out = run(statement(None, "said", "We will"), statement(None, "said", 'home." Odo'))
    assert out["soft/content"]["p"] == pytest.approx(0.75)
    assert out["soft/content"]["r"] == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("content", "found"),
    [("We will", 1), ("We", 0), ('will go home." Odo', 1), ('will go home." Odo Fenn believes', 0)],
)
def test_half_of_the_words_of_both_together(content: str, found: int) -> None:
    assert run(statement("Mara Quill", "said", content))["wsw/all"]["tp_pred"] == found


def test_a_wrong_source_counts_for_the_content_only() -> None:
    out = run(statement("Odo Fenn", "said", "We will go home"))
    assert out["content/all"]["tp_pred"] == 1
    assert out["wsw/all"]["tp_pred"] == 0
    assert out["source_accuracy/all"] == {"accuracy": 0.0, "ok": 0, "n": 1}


def test_any_source_fits_where_gold_has_none() -> None:
    gold = GoldDoc("town", TEXT, (statement(None, "said", "We will go home"),), {})
    out = run(statement("Odo Fenn", "said", "We will go home"), gold=gold)
    assert out["wsw/all"]["f1"] == 1.0
    assert out["source_accuracy/all"]["n"] == 0


def test_the_better_assignment_is_found() -> None:
    out = run(statement("Odo Fenn", "said", "We will go home"), statement("Mara", "said", "We will go"))
    assert (out["content/all"]["tp_pred"], out["wsw/all"]["tp_pred"], out["wsw/all"]["p"]) == (1, 1, 0.5)


def test_precision_by_type_is_by_the_predictions_own_type() -> None:
    text = 'Mara Quill said it was "very very bad".'
    gold = GoldDoc("town", text, (statement("Mara Quill", "said", 'it was "very very bad"', text=text),), {})
    out = run(statement("Mara Quill", "said", "very very bad", text=text), gold=gold)
    assert (out["wsw/mixed"]["r"], out["wsw/mixed"]["n_pred"]) == (1.0, 0)
    assert (out["wsw/direct"]["p"], out["wsw/direct"]["n_gold"]) == (1.0, 0)


def test_cases_say_what_was_found_and_what_is_spurious() -> None:
    score = score_doc(GOLD, record(statement("Odo", "said", "We will go home"), statement("Odo", "said", "Odo Fenn")))
    found, missed, spurious = score.cases
    assert found.verdicts == {"who said what": False, "content": True}
    assert missed.verdicts == {"who said what": False, "content": False}
    assert spurious.spurious
    assert [TEXT[a:b] for a, b in spurious.content] == ["Odo Fenn"]
