"""When a statement was made, and what time its claims speak of: two fields."""

from __future__ import annotations

import pytest
from marked import read_marked

from onrecord.extract.attribution import Attribution
from onrecord.judge import Judged, judge
from onrecord.segment import segment
from onrecord.spans import Span

FRIDAY = "2022-03-18"


def judge_on(marked: str, published: str | None = FRIDAY) -> tuple[str, Judged]:
    article, attribution = read_marked(marked)
    return article.text, judge(article, [attribution], published)[0]


CASES = [
    # marked text, when it was said, what times it speaks of
    ("{Ilse Varga} [said] on Thursday <the bridge would open on Sunday>.", "2022-03-17", ["2022-03-20"]),
    ("<“We reopen next week,”> {she} [said] last night.", "2022-03-17TNI", ["2022-W12"]),
    ("On 2 March {the ministry} [warned] <that the dam could fail by June>.", "2022-03-02", ["2022-06"]),
    ("{The minister, who resigned in 2014,} [said] <he knew nothing>.", None, []),
    ("{Reyl} [told] reporters <that it began in 2019, and ended two years later>.", None, ["2019", "2021"]),
    ("<“It is over,”> {Reyl} [said] on Monday, <“and it was over last year.”>", "2022-03-14", ["2021"]),
    ("<It lasted two weeks>, {Reyl} [said] for the third time in two days.", None, ["P2W"]),
    ("{He} [says] every Monday <that rain is near>.", None, []),
    ("The fire began on Sunday. {Hydrel} [said] <nothing was lost>.", None, []),
    ("{Hydrel} [recently said] <nothing was lost>.", "PAST_REF", []),
    ("At a meeting in Olen on Tuesday, {Mr Reyl} [said] <it was over>.", "2022-03-15", []),
    ("{Mr Reyl}, whose term ends in May, [said] <it was over>.", None, []),
    ("{Mr Reyl} [said] <it was over>, six days before the vote of 2 April.", None, []),
    ("{Mr Reyl}, who visits Tarsk tomorrow, [said] <it was over>.", None, []),
    ("Next week {Mr Reyl} [says] <it is over>.", None, []),
    ("<It was over>, [according to] {a report of May 2019}.", "2019-05", []),
    ("{The author of a report of May 2019} [said] <it was over>.", None, []),
    ("{Hydrel} [said] recently <nothing was lost>.", "PAST_REF", []),
]


@pytest.mark.parametrize(("marked", "said_at", "times"), CASES)
def test_the_two_fields(marked: str, said_at: str | None, times: list[str]) -> None:
    _, judged = judge_on(marked)
    assert (judged.said_at.value if judged.said_at else None) == said_at
    assert [found.value for claim in judged.claims for found in claim.times or ()] == times


def test_each_claim_has_the_times_of_its_own_sentence() -> None:
    text, judged = judge_on("{Reyl} [said]: <“It broke in 2019. Nobody knew. It was mended last May.”>")
    found = [[time_.span.of(text) for time_ in claim.times or ()] for claim in judged.claims]
    assert found == [["2019"], [], ["last May"]]


def test_every_time_has_the_rule_that_read_it() -> None:
    text, judged = judge_on("{Ilse Varga} [said] on Thursday <it would open on 3 April>.")
    rules = {step.rule: [span.of(text) for span in step.spans] for step in judged.steps}
    assert rules["said_at.relative.weekday"] == ["Thursday"]
    assert rules["time.date.day"] == ["3 April"]


def test_without_a_date_of_publication_it_is_said_why() -> None:
    _, judged = judge_on("{Ilse Varga} [said] <it fell last week>.", None)
    ((found,),) = (claim.times for claim in judged.claims)
    assert (found.value, found.from_, found.granularity) == (None, None, "week")
    assert any(step.note and "date of publication" in step.note for step in judged.steps)


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01"])
def test_a_document_with_an_impossible_date_is_judged_as_one_without(published: str) -> None:
    _, judged = judge_on("{Ilse Varga} [said] <it fell last week>.", published)
    ((found,),) = (claim.times for claim in judged.claims)
    assert found.value is None


def test_each_of_many_statements_in_one_sentence_has_its_own_times() -> None:
    piece, number = "on Monday Reyl said it broke in May, ", 50
    article = segment("Well, " + piece * number + "and so on.")
    starts = [6 + len("on Monday ") + len(piece) * turn for turn in range(number)]
    attributions = [
        Attribution(source=(Span(at, at + 4),), cue=(Span(at + 5, at + 9),), content=(Span(at + 10, at + 25),))
        for at in starts
    ]
    for judged, attribution in zip(judge(article, attributions, FRIDAY), attributions, strict=True):
        (found,) = (found for claim in judged.claims for found in claim.times or ())
        assert attribution.content[0].covers(found.span)
        assert found.span.of(article.text) == "May"
