from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from small_sets import TEXT, record, statement

from eval.names import same_name
from eval.readings import TASK, numbers, score_doc
from eval.task import GoldDoc, Metrics, total

MARA = {"id": "m", "name": "Mara Quill", "named": True, "kind": "person", "roles": []}
ODO = {"id": "o", "name": "Odo Fenn", "named": True, "kind": "person", "roles": [{"title": "harbour master"}]}
SOMEBODY = {"id": "s", "name": "an official", "named": False, "kind": "person", "roles": []}


def want(**more: Any) -> GoldDoc:
    fields = {"speaker": "Mara Quill", "named": True, "kind": "person", "act": "promise", "polarity": "positive"}
    return GoldDoc("town", TEXT, (statement("Mara Quill", "said", "We will go home", **(fields | more)),), {})


def have(speakers: list[str] | None = None, **more: Any) -> dict[str, Any]:
    return statement("Mara Quill", "said", "We will go home", speaker_ids=speakers or [], **more)


def run(gold: GoldDoc, *preds: dict[str, Any]) -> Metrics:
    return TASK.metrics(total([score_doc(gold, record(*preds, entities=(MARA, ODO, SOMEBODY)))]))


@pytest.mark.parametrize(
    ("speakers", "right", "wrong"), [(["m"], 1, 0), (["o"], 0, 1), (["s"], 0, 0), ([], 0, 0), (["m", "o"], 0, 1)]
)
def test_speaker_and_end_to_end(speakers: list[str], right: int, wrong: int) -> None:
    out = run(want(), have(speakers))
    assert (out["end_to_end/right"]["ok"], out["end_to_end/wrong"]["ok"]) == (right, wrong)
    assert out["speaker/named right"]["n"] == 1


def test_joint_speakers() -> None:
    gold = want(speaker="Mara Quill and Odo Fenn", kind="group")
    assert run(gold, have(["m", "o"]))["end_to_end/right"]["ok"] == 1


def test_a_missed_statement_counts_against_the_end_to_end_share() -> None:
    out = run(want())
    assert out["end_to_end/right"] == {"share": 0.0, "ok": 0, "n": 1}
    assert out["speaker/named right"]["n"] == 0


def test_an_unnamed_speaker_is_right_when_no_name_is_given() -> None:
    gold = want(speaker="an official", named=False)
    assert run(gold, have(["s"]))["speaker/unnamed right"]["ok"] == 1
    assert run(gold, have(["o"]))["speaker/unnamed right"]["ok"] == 0


def test_act_polarity_and_kind() -> None:
    out = run(want(), have(["m"], act="assert", claims=[{"polarity": "positive"}]))
    assert (out["act"]["share"], out["polarity"]["share"], out["kind"]["share"]) == (0.0, 1.0, 1.0)
    assert run(want(), have(["m"]))["act"]["n"] == 0  # a record without a value is not asked


def test_hedges_need_a_common_word() -> None:
    gold = want(certainty="will")
    hedge = TEXT.index("will")
    right = [{"certainty": {"span": [hedge, hedge + 4]}}]
    assert run(gold, have(claims=right))["certainty"]["f1"] == 1.0
    assert run(gold, have(claims=[{"certainty": {"span": [hedge + 5, hedge + 7]}}]))["certainty"]["tp"] == 0


def test_numbers_open_the_sides_that_the_bound_leaves_open() -> None:
    made = numbers(
        [
            {"low": 27, "high": None, "bound": "at-least"},
            {"low": "1,000", "high": "1000", "bound": "about"},
            {"low": 5, "high": 7, "bound": "range"},
            {"low": None, "high": 9, "bound": "less-than"},
            {"low": None, "high": None, "bound": "about"},
        ]
    )
    assert made == [
        (Decimal(27), None, "at-least"),
        (Decimal(1000), Decimal(1000), "about"),
        (Decimal(5), Decimal(7), "range"),
        (None, Decimal(9), "less-than"),
    ]


def test_quantities_by_value_and_by_bound() -> None:
    gold = want(quantities=[{"low": 27, "high": 27, "bound": "exact"}])
    claims = [{"quantities": [{"low": "27", "high": "27", "bound": "about"}]}]
    out = run(gold, have(claims=claims))
    assert (out["quantities/value"]["f1"], out["quantities/value+bound"]["f1"]) == (1.0, 0.0)


def test_a_role_counts_when_half_of_its_title_is_there() -> None:
    gold = want(speaker="Odo Fenn", role={"title": "deputy harbour master", "organisation": None})
    assert run(gold, have(["o"]))["role"] == {"share": 1.0, "ok": 1, "n": 1}
    assert run(gold, have(["m"]))["role"]["ok"] == 0


def test_the_macro_average_takes_acts_that_gold_has_five_times() -> None:
    score = score_doc(want(), record(have(act="promise")))
    assert TASK.metrics(score.tallies)["act_macro"] == {"f1": 0.0, "acts": 0}
    assert TASK.metrics(total([score] * 5))["act_macro"] == {"f1": 1.0, "acts": 1}


@pytest.mark.parametrize(
    ("gold", "pred", "kind", "same"),
    [
        ("Mara Quill", "Quill", "person", True),
        ("Mara Quill", "Bea Quill", "person", True),
        ("Port Union", "Credit Union", "organisation", False),
        ("Odo Fenn", "Mara Quill", "person", False),
        ("Odo Fenn", "", "person", False),
    ],
)
def test_same_name(gold: str, pred: str, kind: str, same: bool) -> None:
    assert same_name(gold, pred, kind) is same


def test_gold_placed_again_is_scored_beside_the_gold_as_it_is() -> None:
    text = "There the ferry sank. The mayor said today he regretted it."
    inside_there = text.index("he")  # a search for "he" hits "There" first
    gold = statement("he", "regretted", "it", text=text, speaker="the mayor", act="express")
    gold["source"] = [[inside_there, inside_there + 2]]
    pred = statement("he", "regretted", "it", text=text)
    pred["source"] = [[text.index("he regretted"), text.index("he regretted") + 2]]
    out = TASK.metrics(score_doc(GoldDoc("ferry", text, (gold,), {}), record(pred, text=text)).tallies)
    assert (out["wsw/all"]["f1"], out["exact/source"]["f1"], out["content/all"]["f1"]) == (0.0, 0.0, 1.0)
    assert (out["placed/wsw/all"]["f1"], out["placed/exact/source"]["f1"]) == (1.0, 1.0)


def test_who_said_what_by_cue_and_by_outlet() -> None:
    gold = GoldDoc("town", TEXT, want().statements, {"origin": "gazette"})
    out = run(gold, have(["m"]), statement("Odo Fenn", "believes", "that it rained"))
    assert (out["by origin/gazette"]["p"], out["by origin/gazette"]["r"]) == (0.5, 1.0)
    assert (out["by cue/say"]["f1"], out["by cue/think, want"]["n_gold"]) == (1.0, 0)
    assert out["nested/parent"]["n_gold"] == 0
