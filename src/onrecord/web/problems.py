"""Problems: one shape of error for pages and for the API, and which status each of our errors has."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

import msgspec

from onrecord import errors


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong.

    Attributes:
        code: A word for programs: "unknown-document".
        message: What was got and what to do, for people.
        where: The parameter, field or path that it is about; None where it is about the whole request.
    """

    code: str
    message: str
    where: str | None = None


class ErrorBody(msgspec.Struct, frozen=True, kw_only=True):
    """The body of every answer that is an error."""

    error: Problem


class Refused(Exception):
    """A request that is not carried out.

    Args:
        status: The HTTP status.
        code: See ``Problem``.
        message: See ``Problem``.
        where: See ``Problem``.
    """

    def __init__(self, status: int, code: str, message: str, where: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.problem = Problem(code=code, message=message, where=where)


_STATUSES: tuple[tuple[type[errors.OnrecordError], HTTPStatus, str], ...] = (
    (errors.UnknownDocument, HTTPStatus.NOT_FOUND, "unknown-document"),
    (errors.AmbiguousDocument, HTTPStatus.CONFLICT, "ambiguous-document"),
    (errors.UnknownPerson, HTTPStatus.NOT_FOUND, "unknown-person"),
    (errors.AmbiguousPerson, HTTPStatus.CONFLICT, "ambiguous-person"),
    (errors.BadJudgement, HTTPStatus.UNPROCESSABLE_ENTITY, "bad-judgement"),
    (errors.UnknownJudgement, HTTPStatus.NOT_FOUND, "unknown-judgement"),
    (errors.BadQuestion, HTTPStatus.UNPROCESSABLE_ENTITY, "bad-question"),
    (errors.MissingExtra, HTTPStatus.NOT_IMPLEMENTED, "missing-extra"),
    (errors.EmptyQuery, HTTPStatus.UNPROCESSABLE_ENTITY, "empty-query"),
    (errors.InputError, HTTPStatus.UNPROCESSABLE_ENTITY, "bad-input"),
    (errors.StoreLocked, HTTPStatus.SERVICE_UNAVAILABLE, "record-busy"),
    (errors.StoreFull, HTTPStatus.INSUFFICIENT_STORAGE, "disk-full"),
)
"""The first that fits counts; what is not here is a fault of the server's side."""


def refusal_of(error: errors.OnrecordError, record: Path) -> Refused:
    """Say one of our errors as an answer.

    Args:
        error: The error.
        record: The record's file. Where it lies is nobody's business who asks from elsewhere: it is left out.
    """
    message = str(error).removeprefix(f"{record}: ")
    for kind, status, code in _STATUSES:
        if isinstance(error, kind):
            return Refused(status, code, message)
    return Refused(HTTPStatus.INTERNAL_SERVER_ERROR, "record-failed", message)


def refusal_of_status(status: int, detail: str) -> Refused:
    """Say an HTTP status that the framework answers with.

    Args:
        status: The status.
        detail: What it says of it.
    """
    code = next((known.phrase.lower().replace(" ", "-") for known in HTTPStatus if known == status), "error")
    return Refused(status, code, detail)
