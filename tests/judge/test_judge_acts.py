"""Acts: what somebody does by a statement. The cases stand in ``acts.txt``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from judge.marked import judge_marked, read_marked

from onrecord.judge.lexicon import Match, choose, cue_table, find_phrases
from onrecord.judge.words import Words
from onrecord.types import ACTS

PAGE = Path(__file__).with_name("acts.txt").read_text(encoding="utf-8")
LEAST = 12
"""Cases for an act."""

OUTSIDE = 0.4
"""Share of them whose cue is in no list."""


class Case(NamedTuple):
    """A marked text, its act, and why it is read wrongly; nothing where it is read rightly."""

    act: str
    marked: str
    missed: str


def cases() -> Iterator[Case]:
    """The page's cases."""
    act, lines = "", [line for line in PAGE.split("\n\n", 1)[1].splitlines() if line]
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("# "):
            act = line[2:]
        elif not line.startswith("  "):
            yield Case(act, line, below.removeprefix("  missed: ") if below.startswith("  missed: ") else "")


CASES = list(cases())


def parameters() -> Iterator[object]:
    """The cases for pytest; those that are read wrongly are expected to be."""
    for case in CASES:
        marks = [pytest.mark.xfail(reason=case.missed, strict=True)] if case.missed else []
        yield pytest.param(case.act, case.marked, marks=marks, id=f"{case.act}: {case.marked[:50]}")


@pytest.mark.parametrize(("act", "marked"), list(parameters()))
def test_act(act: str, marked: str) -> None:
    assert judge_marked(marked)[1].act == act


NEARBY = [
    ("demand", "{The court} [requested] <that the ledger be handed over>."),
    ("ask", "{The court} [requested] <a second opinion>."),
    ("deny", "{The duke} [said] <he had no plans to sell the quarry>."),
    ("deny", "<“I have no intention of standing again,”> {the mayor} [said]."),
    ("assess", "<“There is no reason to leave,”> {the mayor} [said]."),
    ("assess", "{The mayor} [said] <the town had no reason to leave the league>."),
]
"""Acts that lie near to each other, beside those of the page."""


@pytest.mark.parametrize(("act", "marked"), NEARBY)
def test_an_act_is_told_from_its_neighbour(act: str, marked: str) -> None:
    assert judge_marked(marked)[1].act == act


def test_the_page_has_enough_of_every_act() -> None:
    count = Counter(case.act for case in CASES)
    outside = Counter(case.act for case in CASES if not phrases(case.marked))
    assert set(count) == set(ACTS)
    assert min(count.values()) >= LEAST
    assert {act: round(outside[act] / count[act], 2) for act in ACTS if outside[act] < OUTSIDE * count[act]} == {}


def test_no_case_stands_twice() -> None:
    assert [marked for marked, times in Counter(case.marked for case in CASES).items() if times > 1] == []


@pytest.mark.parametrize("case", [case for case in CASES if case.missed], ids=lambda case: case.marked[:50])
def test_the_reason_of_a_miss_is_true(case: Case) -> None:
    match, act = choose(phrases(case.marked)), judge_marked(case.marked)[1].act
    if match is not None and match.phrase.sure:
        reason = f"a word of the cue alone would be {act}"
    else:
        cue = "is in no list" if match is None else "only suggests" if match.phrase.leaning else "is neutral"
        reason = f"the cue {cue}, and the content is taken for {act}"
    assert case.missed == reason


def phrases(marked: str) -> list[Match]:
    """The words and phrases of a case's cue that the reader lists."""
    article, attribution = read_marked(marked)
    words = Words(article)
    return find_phrases(words, words.inside(attribution.cue), cue_table())


def test_the_deciding_cue_is_the_evidence() -> None:
    text, judged = judge_marked("{The mayor}, asked twice, [has flatly denied] <that he met the developers>.")
    step = judged.steps[0]
    assert (step.rule, [span.of(text) for span in step.spans]) == ("act.cue", ["denied"])
    assert 0 <= step.score <= 1


def test_the_scorer_names_its_reasons() -> None:
    judged = judge_marked('<"The roof will be mended by the spring,"> {the vicar} [said].')[1]
    assert judged.steps[0].rule == "act.scorer"
    assert judged.steps[0].note


def test_a_statement_without_cue_is_judged() -> None:
    judged = judge_marked('The hall was full. <"Nobody told us that the ferry had been sold.">')[1]
    assert judged.act in ACTS
    assert judged.form == "direct"


def test_a_run_of_words_is_no_part_of_a_word() -> None:
    assert judge_marked("{The clerk} [said] <the tale is untrue>.")[1].act == "deny"
    assert judge_marked("{The clerk} [said] <it is untruefully kept>.")[1].act != "deny"
