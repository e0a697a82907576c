"""Narrowing: the facets of a search as links, each to the same question with one condition more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from onrecord.ask.dates import within
from onrecord.ask.facets import Facets, Value
from onrecord.ask.question import Question
from onrecord.show.wording import PAST
from onrecord.web.asking import LONGEST_QUERY, query_of

_FIELDS = {
    "who": ("Speaker", "person"),
    "about": ("About", "about"),
    "kind": ("Kind of source", "kinds"),
    "named": ("Source is named", "named"),
    "act": ("Act", "acts"),
    "form": ("Form", "forms"),
    "certainty": ("Certainty", "certainty"),
    "publisher": ("Publisher", "publisher"),
    "month": ("Published", ""),
    "said": ("Said", ""),
    "times": ("Speaks of", ""),
    "document": ("Article", "document"),
}
_RANGES: Mapping[str, Literal["published", "said", "about"]] = {"month": "published", "said": "said", "times": "about"}
"""Facets whose values are months and years, and the range of a question that each of them narrows."""

_MANY = ("kinds", "acts", "forms")
_DID: dict[str, str] = {str(act): past for act, past in PAST.items()}
MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: what it is called, how many statements have it, and the query that asks for them."""

    label: str
    statements: int
    query: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with the values that narrow the question; one of a single value narrows nothing."""

    name: str
    counts: Sequence[Choice]


def narrowed(question: Question, found: Facets) -> list[Facet]:
    """Make the links.

    Args:
        question: What is asked.
        found: Its facets.
    """
    asked = {name: value for name, value in query_of(question).items() if name != "after"}
    facets = []
    for name, (label, field) in _FIELDS.items():
        every: Sequence[Value] = getattr(found, name)
        values = [value for value in every if len(value.value) <= LONGEST_QUERY]
        if len(values) > 1:
            facets.append(
                Facet(label, [_choice(question, asked, name, field, value) for value in _shown(name, values)])
            )
    return facets


def _shown(name: str, values: Sequence[Value]) -> Sequence[Value]:
    """The latest months of publication, the commonest of other times in order, the commonest of what else there is."""
    if name == "month":
        return values[-MOST_SHOWN:]
    if name in _RANGES:
        common = sorted(values, key=lambda value: -value.statements)[:MOST_SHOWN]
        return sorted(common, key=lambda value: value.value)
    return values[:MOST_SHOWN]


def _choice(question: Question, asked: Mapping[str, Any], name: str, field: str, value: Value) -> Choice:
    if name in _RANGES:
        of = _RANGES[name]
        narrower = within(question, of, value.value)
        days = {side: getattr(narrower, side) for side in (f"{of}_from", f"{of}_to")}
        return Choice(value.label, value.statements, {**asked, **days})
    given: Any = [value.value] if field in _MANY else value.value
    if field == "named":
        given = {"yes": "1", "no": "0"}.get(value.value, value.value)
    label = _DID.get(value.value, value.label) if name == "act" else value.label
    return Choice(label, value.statements, {**asked, field: given})
