"""The measure of search by questions, on rankings that can be counted by hand, and its set's own rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval import search
from eval.gold import GoldError
from eval.search import EXAMPLES, HELD_OUT, MOST, TUNE, Label, Score, as_lines, is_same, read_questions, score


def label(start: int, end: int, document: str = "wire.txt") -> Label:
    return document, frozenset(range(start, end))


@pytest.mark.parametrize(
    ("found", "same"),
    [
        (label(10, 30), True),
        (label(0, 20), False),
        (label(10, 20), True),
        (label(0, 90), True),
        (label(15, 40), True),
        (label(20, 45), False),
        (label(30, 40), False),
        (label(10, 30, "other.txt"), False),
        (("wire.txt", frozenset()), False),
    ],
    ids=["same", "a third", "inside", "around", "half", "less than half", "beside", "another report", "empty"],
)
def test_what_counts_as_the_same_statement(found: Label, same: bool) -> None:
    assert is_same(label(10, 30), found) is same


def test_a_question_is_scored_by_the_places_of_its_answers() -> None:
    other = label(500, 510)
    answers = [label(0, 10), label(20, 30)]
    assert score(answers, [other, label(0, 10), label(20, 30)]) == Score(1.0, 1.0, 0.5)
    assert score(answers, [*[other] * 3, label(20, 30)]) == Score(0.5, 1.0, 0.25)
    assert score(answers, [*[other] * 20, label(0, 10)]) == Score(0.0, 0.0, 1 / 21)
    assert score(answers, [*[other] * MOST, label(0, 10)]) == Score(0.0, 0.0, 0.0)
    assert score(answers, []) == Score(0.0, 0.0, 0.0)


def test_the_set_keeps_its_rules() -> None:
    questions = read_questions()
    assert {corpus: sum(q.corpus == corpus for q in questions) for corpus in ("examples", "ukraine")} == {
        "examples": 60,
        "ukraine": 40,
    }
    assert len({question.words for question in questions}) == len(questions)
    assert {question.half for question in questions} == {TUNE, HELD_OUT}
    assert all(question.answers for question in questions)
    articles = set((search.FOLDER / "ukraine.txt").read_text("ascii").split())
    assert len(articles) == 80
    assert {name for q in questions if q.corpus != EXAMPLES for name, _ in q.answers} <= articles
    reports = set((search.FOLDER / "examples.txt").read_text("ascii").split())
    assert {name for q in questions if q.corpus == EXAMPLES for name, _ in q.answers} <= reports


def test_a_line_that_is_no_question_is_told(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps({"id": "e01", "question": "who?"}) + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match="line 1"):
        read_questions(path)


def test_the_examples_are_measured_alone_where_the_articles_are_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path))
    monkeypatch.setattr(search, "read_questions", lambda: read_questions()[:3])
    found = search.measure()
    assert found["skipped"] == ["ukraine"]
    whole = [row for row in found["numbers"] if row["half"] == "all"]
    assert {(row["corpus"], row["way"], row["questions"]) for row in whole} == {
        (corpus, way, 3) for corpus in ("examples", "both") for way in search.WAYS
    }
    assert any(row["recall"]["value"] > 0 for row in whole if row["way"] == "meaning")
    assert as_lines(found)[-1].startswith("skipped: ukraine")
