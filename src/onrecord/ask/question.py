"""Question: what is asked of a record. The one object that the command line, Python and the web have for it."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.types import Act, EntityKind, Form

Order = Literal["best", "newest", "oldest"]
Missing = Literal["speaker", "publisher", "date"]

HEDGED, PLAIN = "hedged", "plain"
"""What ``Question.certainty`` may be beside a phrase: any hedge, and none."""


class Question(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Which statements are asked for, in what order and how many. All that is given must fit.

    Attributes:
        words: To be in what was said, in any form and order; in quotation marks, side by side.
        meaning: Rank by likeness of meaning to ``words``, which then need not be there themselves.
        who: The speaker: any words of the name or of another printed form of it, without regard to case and accents.
        about: Whom or what the statement mentions: a name as for ``who``, or words that were said.
        person: The speaker, by the key of a person, organisation or other source.
        kinds: Of the speaker; any of these.
        named: Whether the speaker has a proper name; None where it does not matter.
        acts, forms: Of the statement; any of these.
        certainty: "hedged", "plain", or words of a hedge, side by side: "unlikely" finds "very unlikely", too, and
            "likely" not "not likely". In quotation marks, that one normalised phrase alone.
        without: What is not known: the speaker, the publisher or the date of the report; of several, none is known.
        publisher: Of the report, without regard to case.
        published_from, published_to: When the report was published; ISO 8601, half-open.
        said_from, said_to: When it was said, where that is known; it fits if the two intervals meet.
        about_from, about_to: A time that the statement speaks of; in the same way.
        document: Id of the report.
        headlines: Whether statements of headlines, standfirsts and pull quotes count.
        said_only: Whether what was only thought or wanted is left out.
        has_number: Whether only statements with a quantity are asked for.
        forecasts: Whether only statements that foretell something are asked for.
        order: The best fitting, the latest published or the earliest published first.
        limit: How many at most.
        after: Where the page before ended, as ``Found.after`` gave it.
    """

    words: str = ""
    meaning: bool = False
    who: str | None = None
    about: str | None = None
    person: str | None = None
    kinds: tuple[EntityKind, ...] = ()
    named: bool | None = None
    acts: tuple[Act, ...] = ()
    forms: tuple[Form, ...] = ()
    certainty: str | None = None
    without: tuple[Missing, ...] = ()
    publisher: str | None = None
    published_from: str | None = None
    published_to: str | None = None
    said_from: str | None = None
    said_to: str | None = None
    about_from: str | None = None
    about_to: str | None = None
    document: str | None = None
    headlines: bool = True
    said_only: bool = False
    has_number: bool = False
    forecasts: bool = False
    order: Order = "best"
    limit: int = 50
    after: str | None = None


_NOT_ASKED = frozenset({"meaning", "order", "limit", "after"})
"""Fields that say how to answer, not what fits."""


def is_open(question: Question) -> bool:
    """Whether a question asks for nothing in particular: every statement fits.

    Args:
        question: What is asked.
    """
    asked = msgspec.structs.asdict(question)
    asked["words"] = question.words.strip()
    usual = msgspec.structs.asdict(Question())
    return all(asked[name] == usual[name] for name in usual if name not in _NOT_ASKED)


def lacking(question: Question, missing: Missing) -> Question:
    """The same question for statements of which something is not known.

    Args:
        question: What is asked.
        missing: What is not known.
    """
    return msgspec.structs.replace(question, without=tuple(dict.fromkeys((*question.without, missing))))
