"""Choices: words that a query or a form gives, of which there are a few that can be."""

from __future__ import annotations

from typing import get_args

from onrecord.ask.predictions import OutcomeWord, Status
from onrecord.judge.certainty import SCALES, Scale
from onrecord.web.problems import Refused


def scale_of(name: str) -> Scale:
    """Check the name of a scale.

    Args:
        name: What was given.

    Raises:
        Refused: There is no such scale.
    """
    for scale in get_args(Scale):
        if scale == name:
            return scale  # type: ignore[no-any-return]  # get_args forgets what it gives
    raise Refused(422, "bad-parameter", f"{name[:40]!r} is no scale; choose {', '.join(SCALES)}", "scale")


def status_of(given: str | None) -> Status | None:
    """Check a status; None for any.

    Raises:
        Refused: There is no such status.
    """
    for status in get_args(Status):
        if given == status:
            return status  # type: ignore[no-any-return]  # get_args forgets what it gives
    if given:
        raise Refused(422, "bad-parameter", f"a status is one of {', '.join(get_args(Status))}", "status")
    return None


def outcome_of(given: str) -> OutcomeWord:
    """Check an outcome.

    Raises:
        Refused: There is no such outcome.
    """
    for outcome in get_args(OutcomeWord):
        if given == outcome:
            return outcome  # type: ignore[no-any-return]  # get_args forgets what it gives
    raise Refused(422, "bad-parameter", f"an outcome is one of {', '.join(get_args(OutcomeWord))}", "outcome")
