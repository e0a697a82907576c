"""Choices: words that a query or a form gives, of which there are a few that can be."""

from __future__ import annotations

from typing import TypeVar, get_args

from onrecord.ask.audit.shares import First
from onrecord.ask.forecasts.predictions import OutcomeWord, Status
from onrecord.judge.certainty import DEFAULT, Scale
from onrecord.web.problems import Refused

T = TypeVar("T", bound=str)


def scale_of(given: str | None) -> Scale:
    """Check the name of a scale; the usual one for none.

    Raises:
        Refused: There is no such scale.
    """
    return _chosen(given, get_args(Scale), "scale") if given else DEFAULT


def status_of(given: str | None) -> Status | None:
    """Check a status; None for any.

    Raises:
        Refused: There is no such status.
    """
    return _chosen(given, get_args(Status), "status") if given else None


def outcome_of(given: str) -> OutcomeWord:
    """Check an outcome.

    Raises:
        Refused: There is no such outcome.
    """
    return _chosen(given, get_args(OutcomeWord), "outcome")


def first_of(given: str | None) -> First | None:
    """Check whose the first statement of an article is to be; None for anybody's.

    Raises:
        Refused: There is no such word.
    """
    return _chosen(given, get_args(First), "first") if given else None


def _chosen(given: str, choices: tuple[T, ...], name: str) -> T:
    for choice in choices:
        if choice == given:
            return choice
    raise Refused(422, "bad-parameter", f"{given[:40]!r} is none of {', '.join(choices)}", name)
