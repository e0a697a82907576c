"""Asking: a question from the query of an address, and the query of an address from a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec
from starlette.datastructures import QueryParams

from onrecord.ask.question import Question, is_open
from onrecord.errors import EmptyQuery
from onrecord.web.problems import Refused

T = TypeVar("T")

MOST_AT_ONCE = 200
"""Statements of one page."""

LONGEST_QUERY = 2_000
"""Characters of one field of a question."""

_MANY = ("kinds", "acts", "forms", "without")
_USUAL = msgspec.structs.asdict(Question())


def question_of(params: QueryParams, at_once: int | None = None) -> Question:
    """Read a question.

    Args:
        params: The query of an address; names that are no fields of a question are passed over, empty values too.
        at_once: How many are asked for where the query does not say.

    Raises:
        Refused: A value is none that its field can have.
    """
    given: dict[str, Any] = {} if at_once is None else {"limit": at_once}
    for name in Question.__struct_fields__:
        values = [value for value in params.getlist(name) if value != ""]
        if any(len(value) > LONGEST_QUERY for value in values):
            raise Refused(422, "bad-parameter", f"is over {LONGEST_QUERY} characters", name)
        if values:
            given[name] = values if name in _MANY else values[-1]
    try:
        question = msgspec.convert(given, Question, strict=False)
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at ")
        raise Refused(422, "bad-parameter", message, where.strip("`").removeprefix("$.") or None) from error
    if not 1 <= question.limit <= MOST_AT_ONCE:
        raise Refused(422, "bad-parameter", f"is to be from 1 to {MOST_AT_ONCE}", "limit")
    return question


def answered(ask: Callable[[], T]) -> tuple[T | None, str | None]:
    """The answer to a question, or why there is none: it has no word to look for.

    Args:
        ask: Asks it.
    """
    try:
        return ask(), None
    except EmptyQuery as error:
        return None, str(error)


def query_of(question: Question | None) -> dict[str, Any]:
    """Write a question as the values of a query: those that are not as usual.

    Args:
        question: What is asked; None gives no values.
    """
    if question is None:
        return {}
    asked = msgspec.structs.asdict(question)
    return {name: _spelt(value) for name, value in asked.items() if value != _USUAL[name]}


def asks_something(question: Question) -> bool:
    """Whether a question asks for anything in particular.

    Args:
        question: What is asked.
    """
    return not is_open(question)


def removable(question: Question, names: Mapping[str, str]) -> list[tuple[str, str, dict[str, Any]]]:
    """The filters of a question, each with the query that is without it.

    Args:
        question: What is asked.
        names: What the fields are called; others are no filters.

    Returns:
        What each is called, its value in words, and the query.
    """
    asked = query_of(question)
    asked.pop("after", None)
    filters = []
    for name in names.keys() & asked.keys():
        for value in asked[name] if isinstance(asked[name], list) else [asked[name]]:
            left = [one for one in asked[name] if one != value] if isinstance(asked[name], list) else None
            filters.append((names[name], _in_words(value), {**asked, name: left}))
    return sorted(filters, key=lambda one: (one[0], one[1]))


def _spelt(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return "0" if value is False else value


def _in_words(value: Any) -> str:
    return {True: "yes", "0": "no"}.get(value, str(value))
