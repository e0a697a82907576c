"""The quantities of a statement's claims, and whose dollars they are."""

from __future__ import annotations

import pytest
from judge.marked import judge_marked

from onrecord.judge.quantities import read_quantities


def given(case: str) -> list[tuple[str, str | None, str | None, str]]:
    """The quantities of a marked case's claims: words, low, high and bound."""
    text, judged = judge_marked(case)
    return [
        (quantity.span.of(text), quantity.low, quantity.high, quantity.bound)
        for claim in judged.claims
        for quantity in claim.quantities or ()
    ]


def test_numbers_of_the_content_only() -> None:
    case = "After 12 days {the mayor, 61,} [said] <that at least 27 boats sank on 9 May and two were raised>."
    assert given(case) == [("at least 27", "27", None, "at-least"), ("two", "2", "2", "exact")]


def test_each_sentence_has_its_own() -> None:
    case = "{She} [said]: <“Nearly 40 wells are dry. One in five is deep.”>"
    _, judged = judge_marked(case)
    assert [[quantity.low for quantity in claim.quantities or ()] for claim in judged.claims] == [["40"], ["20"]]


def test_ages_and_hardly_counting_ones_are_left_out() -> None:
    assert given("{She} [said] <a 50-year-old told one of the captains>.") == []


def test_the_rule_is_a_step_with_its_words() -> None:
    text, judged = judge_marked("{She} [said] <it cost about $5m>.")
    (step,) = [step for step in judged.steps if step.rule.startswith("quantity.")]
    assert (step.rule, step.note) == ("quantity.digits", "money.dollar-assumed bound.about")
    assert step.spans[0].of(text) == "about $5m"


@pytest.mark.parametrize(
    ("country", "unit", "rule"),
    [
        (None, "USD", "money.dollar-assumed"),
        ("US", "USD", "money.sign"),
        ("AU", "AUD", "money.country"),
        ("MX", "MXN", "money.country"),
    ],
)
def test_whose_dollars(country: str | None, unit: str, rule: str) -> None:
    (found,) = read_quantities("It cost $5m.", country=country)
    assert (found.unit, found.rules[1]) == (unit, rule)


def test_whose_rupees_is_unsure_without_a_country() -> None:
    (found,) = read_quantities("It cost 40 rupees.")
    assert (found.unit, found.rules[-1]) == ("rupee", "money.unsure")
    (found,) = read_quantities("It cost 40 rupees.", country="LK")
    assert (found.unit, found.rules[-1]) == ("LKR", "money.country")
