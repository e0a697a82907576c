"""Forecasts: what is foretold and can be checked, by when, and what is none. Read on 18 March 2022, a Friday."""

import pytest
from judge.marked import read_marked

from onrecord.judge import Judged, judge

PUBLISHED = "2022-03-18"

FORECASTS = [
    # what a source says will be
    ("{Mr Orrin} [said] <the mine will close in 2025>.", "the mine will close in 2025", "2025", None),
    ('<"The ferry will sail on Monday,"> {she} [said].', "The ferry will sail on Monday", "2022-03-21", None),
    ("{The bank} [says] <that prices will double by 2030>.", "prices will double by 2030", "2030", None),
    ('<"Tarsk won\'t join the pact,"> {the envoy} [said].', "Tarsk won't join the pact", None, None),
    ("{Hydrel} [said] <it'll sell the plant next week>.", "it'll sell the plant next week", "2022-W12", None),
    ("{He} [said] <the two firms are going to merge>.", "the two firms are going to merge", None, None),
    ('<"We\'re not going to sell the club,"> {he} [said].', "We're not going to sell the club", None, None),
    ("{The council} [said] <the baths are to close in May>.", "the baths are to close in May", "2022-05", None),
    ("{The board} [said] <the line is due to open tomorrow>.", "the line is due to open tomorrow", "2022-03-19", None),
    ("{The firm} [said] <it is set to close by Christmas>.", "it is set to close by Christmas", "2022-12-25", None),
    ("{Traders} [said] <wheat is expected to fall>.", "wheat is expected to fall", None, None),
    ("{Analysts} [said] <the yard is likely to lose 400 jobs>.", "the yard is likely to lose 400 jobs", None, None),
    ("{He} [said] <the verdict is scheduled to be read on Tuesday>.",
     "the verdict is scheduled to be read on Tuesday", "2022-03-22", None),
    ("{The union} [said] <the drivers are poised to walk out>.", "the drivers are poised to walk out", None, None),
    ("{Surveyors} [said] <the wall will have fallen by June>.", "the wall will have fallen by June", "2022-06", None),
    ("{The pollster} [said] <she will win>.", "she will win", None, None),
    ("{Ms Sable} [said] <exports will reach 40,000 tonnes>.", "exports will reach 40,000 tonnes", None, None),
    ('<"I think the bill will fail,"> {Ms Sable} [said].', "the bill will fail", None, None),
    ('<"I believe that Tarsk will pay up by May,"> {he} [said].', "Tarsk will pay up by May", "2022-05", None),
    ("{He} [said] <it is likely that the port will reopen>.", "the port will reopen", None, None),
    ("{The club} [said] <the roof will be repaired this year>.", "the roof will be repaired this year", "2022", None),
    ("{The engineer} [said] <the pier will probably collapse>.", "the pier will probably collapse", None, None),
    # predicted, promised, announced, warned, estimated, threatened
    ("{Forecasters} [predicted] <a wet harvest>.", "a wet harvest", None, None),
    ("{The institute} [forecast] <growth of two per cent in 2023>.", "growth of two per cent in 2023", "2023", None),
    ("{Analysts} [expect] <the price of tin to fall>.", "the price of tin to fall", None, None),
    ("{The seer} [predicted] <that the bridge would fall>.", "the bridge would fall", None, None),
    ("{The premier} [promised] <to rebuild the school by winter>.", "to rebuild the school by winter", "2022-WI", None),
    ("{The premier} [promised] <that the school would be rebuilt>.", "the school would be rebuilt", None, None),
    ("{The firm} [pledged] <to hire 300 welders>.", "to hire 300 welders", None, None),
    ("{The twins} [announced] <that the bakery will close in June>.", "the bakery will close in June", "2022-06", None),
    ("{The sisters} [announced] <that the bakery would close>.", "the bakery would close", None, None),
    ("{Doctors} [warned] <that the ward will be full by April>.", "the ward will be full by April", "2022-04", None),
    ("{Doctors} [warned] <that 200 patients could die by May>.", "200 patients could die by May", "2022-05", None),
    ("{The generals} [threatened] <to close the strait>.", "to close the strait", None, None),
    ("{The agency} [estimated] <that the repairs will cost $3m>.", "the repairs will cost $3m", None, None),
    ("{The two councils} [agreed] <to share the cost of the ferry>.", "to share the cost of the ferry", None, None),
    # "would", in the reporter's words for "will"
    ("{She} [said] <the museum would reopen on Tuesday>.", "the museum would reopen on Tuesday", "2022-03-22", None),
    ("{Mr Reyl} [told] reporters <that sales would double by 2024>.", "sales would double by 2024", "2024", None),
    # on a condition
    ('<"If the wind drops, the ferry will sail on Sunday,"> {she} [said].',
     "the ferry will sail on Sunday", "2022-03-20", "If the wind drops"),
    ("{She} [said] <the dam will fail if the rain goes on>.", "the dam will fail", None, "if the rain goes on"),
    ("{He} [said] <the mill will close unless he pays>.", "the mill will close", None, "unless he pays"),
    ('<"Should the talks fail, we will strike on Monday,"> {he} [said].',
     "we will strike on Monday", "2022-03-21", "Should the talks fail"),
    # more than one
    ("{He} [said] <the port will close and the yard will be sold>.", "the port will close", None, None),
]  # fmt: skip

NONE = [
    "{The bureau} [said] <output grew 5.6% in May from a year earlier>.",
    # how things are or were
    "{She} [said] <the mine closed in 2015>.",
    "{She} [said] <the mine is closed>.",
    "{She} [said] <the mine was due to close in 2019>.",
    "{She} [said] <they were going to close it, but the town objected>.",
    "{He} [said] <he had found the will of his aunt>.",
    '<"We are going to Tarsk,"> {she} [said].',
    "{He} [said] <the driver is to blame>.",
    "{He} [said] <the aim is to save the school>.",
    "{He} [said] <she would often sing at night>.",
    "{The clerk} [said] <the sale of 2019 would bring in $3m>.",
    # asked, wanted, demanded, proposed, not said
    '<"Will the ferry sail?"> {she} [asked].',
    "{Parents} [asked] <whether the pool would open>.",
    "{The council} [wants] <to sell the old baths>.",
    "{The firm} [hopes] <that the plant will open>.",
    '<"I hope it will rain,"> {she} [said].',
    "{The strikers} [demanded] <that the firm pay by May>.",
    "{Neighbours} [urged] the council <to mend the road by May>.",
    "{The panel} [proposed] <to tax empty houses from 2025>.",
    "{The mayor} [did not say] <the pool would open>.",
    "{The bank} [refused] <to lend the club another penny>.",
    "{He} [asked] <if the port would close>.",
    # supposed
    '<"If I were mayor, I would sell the baths,"> {he} [said].',
    '<"Had he come, we would have won,"> {she} [said].',
    "{He} [said] <a ban would be a mistake>.",
    '{The mayor} [said]: <"The bridge would open by May 2031.">',
    "{He} [said] <a ban would cost $3m>.",
    "{He} [said] <the bridge would have fallen>.",
    '<"Imagine that it will rain,"> {she} [said].',
    # vague
    '<"He will be remembered,"> {she} [said].',
    '<"We will see,"> {he} [said].',
    '<"Time will tell,"> {he} [said].',
    '<"It will be a difficult year,"> {she} [said].',
    '<"This will be great,"> {she} [said].',
    '<"We will never forget them,"> {he} [said].',
    '<"We will always stand with Velmora,"> {he} [said].',
    '<"We will do everything we can,"> {she} [said].',
    '<"You will find a better shop nowhere,"> {he} [said].',
    '<"We will have to think about it,"> {she} [said].',
    '<"I will say this: the plan is poor,"> {he} [said].',
    "{He} [said] <the council would like to help>.",
    # may be, with no day by which
    "{She} [said] <the dam may leak>.",
    "{She} [said] <prices could rise>.",
    # what is foretold stands in a clause that only describes
    "{She} [said] <the man who will lead the choir is ill>.",
    "{She} [said] <nobody knows whether it will rain>.",
]


def judge_on(marked: str) -> tuple[str, Judged]:
    article, attribution = read_marked(marked)
    return article.text, judge(article, [attribution], PUBLISHED)[0]


@pytest.mark.parametrize(("marked", "what", "by", "condition"), FORECASTS)
def test_a_forecast(marked: str, what: str, by: str | None, condition: str | None) -> None:
    text, judged = judge_on(marked)
    claim = next(claim for claim in judged.claims if claim.forecast is not None)
    assert claim.forecast is not None
    assert claim.forecast.span.of(text) == what
    assert (claim.forecast.by and claim.forecast.by.value) == by
    assert (claim.condition and claim.condition.of(text)) == condition


@pytest.mark.parametrize("marked", NONE)
def test_no_forecast(marked: str) -> None:
    assert [claim.forecast for claim in judge_on(marked)[1].claims if claim.forecast] == []


def test_there_are_many_cases() -> None:
    assert len(FORECASTS) >= 40
    assert len(NONE) >= 40


DEADLINES = [
    ("{The mayor} [said] <the lock will be mended within ten days>.", ("ten days", "2022-03-18", "2022-03-28")),
    ("{The mayor} [promised] <to pay within a fortnight>.", ("a fortnight", "2022-03-18", "2022-04-01")),
    ('<"The lock will open within 48 hours,"> {she} [said].', ("48 hours", "2022-03-18", "2022-03-20")),
    ("{She} [said] <the yard would close within two years>.", ("two years", "2022-03-18", "2024-03-18")),
    ("{She} [said] <the lock will open in the next two weeks>.", ("the next two weeks", "2022-03-18", "2022-04-01")),
    ("{She} [said] <the lock will open by the end of the month>.", ("the end of the month", None, "2022-04-01")),
    ("{She} [said] <rents will double over the coming year>.", ("the coming year", "2022-03-18", "2023-03-18")),
    ("{She} [said] <rents will double in the next month>.", ("the next month", "2022-03-18", "2022-04-18")),
    ("{She} [said] <the lock will open in three weeks>.", ("three weeks", "2022-04-08", "2022-04-09")),
    # no number, a length without an end, or counted from another day
    ("{She} [said] <the lock will close over the next few days>.", ("the next few days", None, None)),
    ("{She} [said] <the fine will be paid within ten days of the vote>.", ("ten days", None, None)),
]


@pytest.mark.parametrize(("marked", "deadline"), DEADLINES)
def test_a_deadline_given_as_a_length_runs_from_the_publication(
    marked: str, deadline: tuple[str, str | None, str | None]
) -> None:
    text, judged = judge_on(marked)
    forecast = judged.claims[0].forecast
    assert forecast is not None
    assert forecast.by is not None
    assert (forecast.by.span.of(text), forecast.by.from_, forecast.by.to) == deadline


@pytest.mark.parametrize("published", [None, "2022-03"])
def test_a_length_has_no_day_where_the_publication_has_none(published: str | None) -> None:
    article, attribution = read_marked("{She} [said] <the lock will open within ten days>.")
    (claim,) = judge(article, [attribution], published)[0].claims
    assert claim.forecast is not None
    assert claim.forecast.by is not None
    assert (claim.forecast.by.value, claim.forecast.by.to) == ("P10D", None)


def test_every_forecast_of_a_sentence_is_on_its_own_claim() -> None:
    text, judged = judge_on("{He} [said] <the port will close in May and the yard will be sold by 2024>.")
    found = [(c.forecast.span.of(text), c.forecast.by.value) for c in judged.claims if c.forecast and c.forecast.by]
    assert found == [("the port will close in May", "2022-05"), ("the yard will be sold by 2024", "2024")]


def test_the_step_shows_the_words_that_foretell() -> None:
    text, judged = judge_on("{He} [said] <the two firms are going to merge>.")
    steps = [(step.rule, [span.of(text) for span in step.spans]) for step in judged.steps]
    assert ("forecast.going", ["are going to"]) in steps


def test_a_day_that_has_passed_is_no_deadline() -> None:
    assert [claim.forecast for claim in judge_on("{He} [said] <the port would close in 2020>.")[1].claims] == [None]


def test_without_a_day_of_publication_the_deadline_is_as_it_is_said() -> None:
    article, attribution = read_marked("{He} [said] <the port will close in 2025>.")
    (claim,) = judge(article, [attribution])[0].claims
    assert claim.forecast is not None
    assert claim.forecast.by is not None
    assert claim.forecast.by.value == "2025"
