"""Facets as links: each value asks the same question with one condition more."""

from __future__ import annotations

from typing import Any

from onrecord.ask import Facets, Question
from onrecord.ask.facets import Value
from onrecord.web.narrowing import MOST_SHOWN, Facet, narrowed


def links(question: Question, **facets: dict[str, int]) -> list[Facet]:
    """The links of facets, given by their values with how many statements have them."""
    found: dict[str, Any] = {
        name: tuple(Value(label=value, value=value, statements=count) for value, count in facets.get(name, {}).items())
        for name in Facets.__struct_fields__
    }
    return narrowed(question, Facets(**{**found, "statements": 9, "capped": False}))


def test_a_month_and_a_year_ask_for_their_range_inside_what_was_asked() -> None:
    (said, times) = links(
        Question(words="quay", said_from="2024-03-10"),
        said={"2024-03": 2, "2024-12": 3},
        times={"2019": 1, "2024-03": 4},
    )
    assert (said.name, times.name) == ("Said", "Speaks of")
    in_march, in_december = (dict(choice.query) for choice in said.counts)
    assert in_march == {"words": "quay", "said_from": "2024-03-10", "said_to": "2024-04-01"}
    assert in_december == {"words": "quay", "said_from": "2024-12-01", "said_to": "2025-01-01"}
    in_2019, _ = (dict(choice.query) for choice in times.counts)
    assert in_2019 == {
        "words": "quay",
        "said_from": "2024-03-10",
        "about_from": "2019-01-01",
        "about_to": "2020-01-01",
    }


def test_the_commonest_times_are_shown_in_order_and_the_latest_months_of_publication() -> None:
    months = [f"2024-{month:02d}" for month in range(1, 13)]
    counts = {month: 9 if month in ("2024-01", "2024-12") else 1 for month in months}
    (published, times) = links(Question(), month=counts, times=counts)
    assert [choice.label for choice in published.counts] == months[-MOST_SHOWN:]
    assert [choice.label for choice in times.counts] == [*months[: MOST_SHOWN - 1], "2024-12"]


def test_one_month_narrows_nothing() -> None:
    assert links(Question(), said={"2024-03": 5}) == []


def test_acts_are_called_as_everywhere_else() -> None:
    (acts,) = links(Question(), act={"assess": 3, "warn": 2})
    assert [choice.label for choice in acts.counts] == ["judged", "warned"]
    assert [choice.query for choice in acts.counts] == [{"acts": ["assess"]}, {"acts": ["warn"]}]
