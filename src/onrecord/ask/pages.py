"""Pages: where one ended, as a string that gives the next one, whatever is added to the record meanwhile."""

from __future__ import annotations

import base64
import binascii
from typing import NamedTuple

import msgspec

from onrecord.ask.question import Question
from onrecord.errors import BadQuestion
from onrecord.ids import identify

LONGEST = 400
"""Characters of a cursor that are looked at."""

_SIGNED = 8


class Place(NamedTuple):
    """A statement's place in an answer; places sort as the statements do.

    Attributes:
        misfit: How badly it fits; 0 where that does not matter.
        age: Minus the day of publication as a number, or that number where the earliest come first.
        document_id: The document.
        position: The statement's position in it.
    """

    misfit: float
    age: int
    document_id: str
    position: int


class Cursor(msgspec.Struct, frozen=True, array_like=True):
    """Where a page ended.

    Attributes:
        upto: The greatest key of a statement that counts: what was added after the first page is left out.
        place: The last statement's place.
        question: Digest of the question that it is of.
    """

    upto: int
    place: Place
    question: str


def write_cursor(question: Question, upto: int, place: Place) -> str:
    """Write where a page ended.

    Args:
        question: What was asked.
        upto: See ``Cursor``.
        place: Of the last statement.
    """
    packed = msgspec.json.encode(Cursor(upto, place, _digest(question)))
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def read_cursor(question: Question) -> Cursor | None:
    """Read where the page before ended; None for the first page.

    Args:
        question: What is asked, with its ``after``.

    Raises:
        BadQuestion: ``after`` is no cursor, or one of another question.
    """
    if question.after is None:
        return None
    try:
        packed = base64.b64decode(question.after[:LONGEST] + "=" * (-len(question.after) % 4), b"-_", validate=True)
        cursor = msgspec.json.decode(packed, type=Cursor)
    except (binascii.Error, ValueError, msgspec.DecodeError) as error:
        raise BadQuestion("after is not the end of a page; leave it out for the first page") from error
    if cursor.question != _digest(question) or not 0 <= cursor.upto < 2**63:
        raise BadQuestion("after is the end of another question's page; leave it out for the first page of this one")
    return cursor


def _digest(question: Question) -> str:
    asked = msgspec.structs.replace(question, after=None, limit=0)
    return identify(msgspec.json.encode(asked).decode())[:_SIGNED]
