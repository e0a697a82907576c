"""Forecasts: listed with deadline and condition, resolved by a person, scored only where a range was given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from ask.asked import Told, later, march, undated
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ask.forecasts.ledger import forecasts, resolve, status_of
from onrecord.ask.forecasts.outcomes import chance
from onrecord.ask.forecasts.predictions import Forecasts
from onrecord.ask.question import Question
from onrecord.errors import BadJudgement, BadQuestion
from onrecord.spans import Span
from onrecord.store import Store, open_store
from onrecord.types import Time


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        opened.add_many([march().reading(), later().reading(), undated().reading()])
        yield opened


def table(found: Forecasts) -> list[tuple[object, ...]]:
    return [
        (one.hit.speakers, one.words, one.by_words, one.condition, one.low, one.high, one.status)
        for one in found.predictions
    ]


FLOOD = (("the Tide Institute",), "the Ness Tunnel will flood", "by 1 May 2024", None, "80", "95")
CLOSE = (("a senior port official",), "close the Ness Tunnel", "by 1 June 2024", "if the pumps fail", None, None)


def test_the_next_due_comes_first_with_deadline_condition_and_range(store: Store) -> None:
    assert table(forecasts(store)) == [(*FLOOD, "open"), (*CLOSE, "open")]


@pytest.mark.parametrize(
    ("on", "states"),
    [
        (None, ["open", "open"]),
        ("2024-03-10", ["open", "due"]),
        ("2024-04-30", ["due", "due"]),
        ("2024-05-01", ["overdue", "due"]),
        ("2024-06-01", ["overdue", "overdue"]),
    ],
)
def test_what_is_due_on_a_day(store: Store, on: str | None, states: list[str]) -> None:
    found = forecasts(store, on=on)
    assert [one.status for one in found.predictions] == states
    assert sum(tally.statements for tally in found.statuses) == 2


def test_a_day_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(BadQuestion, match="on is '2024-02-30'"):
        forecasts(store, on="2024-02-30")


def test_what_has_no_deadline_is_open_and_last(store: Store) -> None:
    report = Told()
    report.paragraph("“The pier will fall,” said Jon Abara.")
    who = report.entity("Jon Abara")
    words = "“The pier will fall,”"
    report.tell(words, speakers=[who], claims=[report.claim(words, foretells="The pier will fall")])
    store.add(report.reading())
    last = forecasts(store, on="2030-01-01").predictions[-1]
    assert (last.words, last.by, last.status) == ("The pier will fall", None, "open")


def test_the_range_is_of_the_scale_that_is_asked_for(store: Store) -> None:
    (flood, _) = forecasts(store, scale="ipcc").predictions
    assert (flood.low, flood.high) == ("90", "100")
    (flood, _) = forecasts(store, scale="phia").predictions
    assert (flood.low, flood.high) == (None, None)


def test_a_person_resolves_a_prediction_and_may_take_it_back(store: Store) -> None:
    flood = forecasts(store).predictions[0]
    kept = resolve(store, flood.id, "yes", evidence="https://tide.example/flood", author="ada", reason="It did")
    found = forecasts(store, on="2024-06-01")
    (resolved,) = [one for one in found.predictions if one.status == "resolved"]
    assert resolved.outcome is not None
    assert (resolved.outcome.outcome, resolved.outcome.evidence) == ("yes", "https://tide.example/flood")
    assert (resolved.outcome.author, resolved.outcome.reason) == ("ada", "It did")
    assert forecasts(store, status="resolved").total == 1
    store.withdraw(kept.id, "ada")
    assert [one.outcome for one in forecasts(store).predictions] == [None, None]


def test_the_later_outcome_stands(store: Store) -> None:
    flood = forecasts(store).predictions[0].id
    resolve(store, flood, "yes", evidence="a picture", author="ada")
    resolve(store, flood, "void", evidence="", author="ben")
    (outcome,) = [one.outcome for one in forecasts(store, status="resolved").predictions]
    assert outcome is not None
    assert (outcome.outcome, outcome.author) == ("void", "ben")


@pytest.mark.parametrize("wrong", ["", "nonsuch", "nonsuch.1", ".", "x.99999999999999999999", "x.-1", "x.²"])
def test_no_such_prediction(store: Store, wrong: str) -> None:
    with pytest.raises(BadJudgement, match="has no prediction"):
        resolve(store, wrong, "yes", evidence="e", author="ada")


def test_yes_and_no_need_evidence(store: Store) -> None:
    with pytest.raises(BadJudgement):
        resolve(store, forecasts(store).predictions[0].id, "no", evidence=" ", author="ada")


def test_counts_by_speaker_and_kind(store: Store) -> None:
    found = forecasts(store, on="2024-05-10")
    assert [(one.name, one.kind, one.total, one.due, one.overdue) for one in found.speakers] == [
        ("a senior port official", "person", 1, 1, 0),
        ("the Tide Institute", "organisation", 1, 0, 1),
    ]
    assert {tally.label: tally.statements for tally in found.kinds} == {"organisation": 1, "person": 1}


def test_kinds_are_counted_by_what_has_come_of_them(store: Store) -> None:
    resolve(store, forecasts(store).predictions[0].id, "yes", evidence="a picture", author="ada")
    by_kind = {count.label: count for count in forecasts(store, on="2024-05-10").kinds}
    assert (by_kind["organisation"].yes, by_kind["organisation"].overdue) == (1, 0)
    assert (by_kind["person"].yes, by_kind["person"].due) == (0, 1)


def test_every_count_opens_its_list(store: Store) -> None:
    found = forecasts(store)
    for count in found.speakers:
        assert forecasts(store, count.question).total == count.total
    for tally in found.kinds:
        assert forecasts(store, tally.question).total == tally.statements


def test_no_score_without_a_range(store: Store) -> None:
    for one in forecasts(store).predictions:
        resolve(store, one.id, "yes", evidence="a picture", author="ada")
    (score,) = forecasts(store).scores
    assert (score.name, score.scored) == ("the Tide Institute", 1)
    assert score.brier == pytest.approx((0.875 - 1) ** 2, abs=1e-4)
    assert (score.best, score.worst) == (pytest.approx(0.05**2), pytest.approx(0.2**2))


def test_what_is_void_is_not_scored(store: Store) -> None:
    resolve(store, forecasts(store).predictions[0].id, "void", evidence="", author="ada")
    assert forecasts(store).scores == ()


def test_a_stated_chance_goes_before_the_words(tmp_path: Path) -> None:
    report = Told()
    who = report.entity("Jon Abara")
    report.paragraph("A 30 per cent chance that the pier will fall, said Jon Abara.")
    words = "A 30 per cent chance that the pier will fall"
    claim = report.claim(words, hedge="30 per cent chance", stated=("30", "30"), foretells="the pier will fall")
    report.tell(words, speakers=[who], claims=[claim])
    with open_store(tmp_path / "r.db", create=True) as store:
        store.add(report.reading())
        (one,) = forecasts(store).predictions
        assert (one.low, one.high) == ("30", "30")
        resolve(store, one.id, "no", evidence="it stands", author="ada")
        (score,) = forecasts(store).scores
    assert score.brier == pytest.approx(0.09)
    assert score.best == score.worst == score.brier


def test_a_negative_prediction_that_came_is_a_proposition_that_did_not() -> None:
    """ "Almost certainly will not flood" gives a flood 1 to 5 per cent; "yes" says that there was none."""
    told = chance("1", "5", "negative", "yes")
    assert told is not None
    assert not told.came
    assert told.errors[0] == pytest.approx(0.03**2)


@given(st.integers(0, 100), st.integers(0, 100), st.sampled_from(["positive", "negative"]), st.booleans())
def test_the_middle_lies_between_best_and_worst(one: int, other: int, polarity: str, came: bool) -> None:
    low, high = sorted((one, other))
    told = chance(str(low), str(high), polarity, "yes" if came else "no")  # type: ignore[arg-type]
    assert told is not None
    brier, best, worst = told.errors
    assert 0 <= best <= brier <= worst <= 1


def test_a_later_reading_that_cuts_the_claim_nearly_so_keeps_the_outcome(store: Store) -> None:
    flood = forecasts(store).predictions[0]
    resolve(store, flood.id, "yes", evidence="a picture", author="ada")
    better = later().reading("2026.12")
    statement = next(one for one in better.statements if one.act == "predict")
    claim = statement.claims[0]
    shorter = msgspec.structs.replace(claim, span=Span(claim.span.start + 3, claim.span.end))
    changed = msgspec.structs.replace(statement, id="another", claims=(shorter,))
    statements = tuple(changed if one is statement else one for one in better.statements)
    store.add(msgspec.structs.replace(better, statements=statements))
    found = forecasts(store, status="resolved").predictions
    assert [one.outcome.outcome for one in found if one.outcome] == ["yes"]


def test_only_what_is_asked_for(store: Store) -> None:
    assert [one.words for one in forecasts(store, Question(words="flood")).predictions] == [
        "the Ness Tunnel will flood"
    ]
    assert forecasts(store, Question(limit=1)).total == 2
    assert len(forecasts(store, Question(limit=1)).predictions) == 1


def test_a_deadline_open_to_one_side() -> None:
    until = Time(span=Span(0, 1), type="DATE", to="2024-05-01")
    assert status_of(until, "2024-04-01") == "open"
    assert status_of(until, "2024-05-01") == "overdue"
    assert status_of(Time(span=Span(0, 1), type="DATE", from_="2024-05-01"), "2025-01-01") == "open"
