"""Terms: what a statement can be chosen by, as words of an index of their own beside its lemmas.

The full text index crosses lists of rows in a moment, however long they are; a condition on columns would be looked at
row by row. So every act, form, kind, name, publisher, month and flag is a term, whose first letter says which it is.
A term may let through more than was asked for (both words of a name, but of two speakers); who asks looks again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from onrecord.ids import identify
from onrecord.store.words import tokens
from onrecord.types import THOUGHT, Document, Entity, Statement, Time

ACT: Final = "a"
CERTAINTY: Final = "c"
DOCUMENT: Final = "d"
FORM: Final = "f"
KIND: Final = "k"
NAMED: Final = "n"
PUBLISHER: Final = "p"
PERSON: Final = "q"
SUBJECT: Final = "r"
SAID: Final = "s"
ABOUT: Final = "t"
WHO: Final = "w"
WHOM: Final = "v"
PUBLISHED: Final = "y"
"""The first letters. ``WHO`` and ``WHOM`` go before words of names, ``PERSON`` and ``SUBJECT`` before whole ones."""

BODY, SAID_FLAG, NUMBER, FORECAST, HEDGED, PLAIN = "xbody", "xsaid", "xnumber", "xforecast", "xhedged", "xplain"
"""Flags: an x, and what holds of the statement."""

UNDATED: Final = "ynone"
"""In place of the month of a report without a date."""

HEADLINES = ("headline", "standfirst", "pull-quote")
"""Blocks that repeat in short what the text says; what stands in them is counted apart."""

LONGEST_WORD = 60
"""A name whose first word is longer is no name: ``ask.identity`` gives it no key of its own."""

_ARTICLE = "the"
_YEAR_MONTH = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?![0-9])")
_WIDTHS = (6, 4, 3, 2)
"""Digits that a month, a year, a decade and a century are written with, of YYYYMM."""


def terms_of(
    document: Document, statement: Statement, speakers: Sequence[Entity], subjects: Sequence[Entity]
) -> list[str]:
    """The terms of a statement, each once, in alphabetical order.

    Args:
        document: That it stands in.
        statement: The statement.
        speakers: Its speakers.
        subjects: Whom its content mentions, or it accuses, denies or addresses.
    """
    found = {ACT + statement.act, FORM + statement.form, DOCUMENT + digest(document.id)}
    found.update(_flags(statement))
    if document.publisher:
        found.add(PUBLISHER + publisher_digest(document.publisher))
    found.update(published_terms(document.published) or (UNDATED,))
    for speaker in speakers:
        found.update((KIND + speaker.kind, NAMED + ("yes" if speaker.named else "no")))
        found.add(PERSON + entity_digest(document.id, speaker))
        found.update(WHO + word for word in words_of(speaker))
    for subject in subjects:
        found.add(SUBJECT + entity_digest(document.id, subject))
        found.update(WHOM + word for word in words_of(subject))
    if statement.said_at is not None:
        found.update(_of_time(SAID, statement.said_at))
    for claim in statement.claims:
        if claim.certainty is not None:
            found.add(CERTAINTY + digest(claim.certainty.phrase))
        for time in claim.times or ():
            found.update(_of_time(ABOUT, time))
    return sorted(found)


def words_of(entity: Entity) -> list[str]:
    """The folded words of an entity's name and aliases, each once."""
    return list(dict.fromkeys(word for name in (entity.name, *entity.aliases) for word in tokens(name)))


def digest(text: str) -> str:
    """A term's rest for a text that may hold any character."""
    return identify(text)


def publisher_digest(publisher: str) -> str:
    """The same for a publisher, whatever its case, accents and marks."""
    return digest(" ".join(tokens(publisher)) or publisher.casefold())


def entity_digest(document_id: str, entity: Entity) -> str:
    """The same for a name with its kind, wherever it stands; for who is not named, in one document alone."""
    of_name = name_digest(entity.kind, entity.name) if entity.named else None
    return identify(document_id, entity.id) if of_name is None else of_name


@lru_cache(maxsize=65_536)
def name_digest(kind: str, name: str) -> str | None:
    """What stands for a name with its kind; None of one without a letter or digit, or whose first word is no name's.

    Args:
        kind: As in ``Entity``.
        name: The same.
    """
    words = tokens(name)
    words = words[1:] if len(words) > 1 and words[0] == _ARTICLE else words
    return identify(kind, " ".join(words)) if words and len(words[0]) <= LONGEST_WORD else None


def published_terms(published: str | None) -> list[str]:
    """By which terms the day of a report is found.

    Args:
        published: ISO 8601, as found; of what is no date there are none.
    """
    return list(_meeting(PUBLISHED, published or "", published or ""))


def range_terms(family: str, first: str | None, last: str | None) -> list[str]:
    """Terms of which a statement has one if its time meets a range; some that miss it by days have one too.

    Args:
        family: ``PUBLISHED``, ``SAID`` or ``ABOUT``.
        first: ISO 8601, where the range starts; None where it is open.
        last: Where it ends, not in it; None where it is open.
    """
    covering = _cover(_month(first) if first else 0, _month(last) if last else 9999 * 12 + 11)
    around = {node[:width] for node in covering for width in _WIDTHS if width < len(node)}
    return sorted({family + node for node in covering} | {f"{family}{node}x" for node in around})


def _flags(statement: Statement) -> Iterator[str]:
    if statement.block not in HEADLINES:
        yield BODY
    if statement.act not in THOUGHT:
        yield SAID_FLAG
    if any(claim.quantities for claim in statement.claims):
        yield NUMBER
    if any(claim.forecast for claim in statement.claims):
        yield FORECAST
    yield HEDGED if any(claim.certainty for claim in statement.claims) else PLAIN


def _of_time(family: str, time: Time) -> Iterable[str]:
    first, last = time.from_ or time.to, time.to or time.from_
    return _meeting(family, first, last) if first and last else ()


def _meeting(family: str, first: str, last: str) -> Iterator[str]:
    """Terms by which an interval is found from every range that meets it: its nodes, and all that hold them.

    A node that is longer than a month has a term of its own with "x" at its end, for ranges that lie within it.
    """
    try:
        start, end = _month(first), _month(last)
    except ValueError:
        return
    for node in _cover(start, max(start, min(end, start + 100_000))):
        yield from (family + node[:width] for width in _WIDTHS if width <= len(node))
        if len(node) < _WIDTHS[0]:
            yield f"{family}{node}x"


def _cover(start: int, end: int) -> list[str]:
    """The fewest centuries, decades, years and months that hold the months from one to another, both in it.

    A long interval of a statement is so a few terms, and so is a range that is asked for.
    """
    nodes: list[str] = []
    month = start
    while month <= end:
        year, place = divmod(month, 12)
        for years, width in ((100, 2), (10, 3), (1, 4)):
            if place == 0 and year % years == 0 and month + 12 * years - 1 <= end:
                nodes.append(f"{year:04d}"[:width])
                month += 12 * years
                break
        else:
            nodes.append(f"{year:04d}{place + 1:02d}")
            month += 1
    return nodes


def _month(day: str) -> int:
    """Months since the year 0 of a day in ISO 8601 whose month, and day, may be missing.

    Raises:
        ValueError: It is no such day.
    """
    found = _YEAR_MONTH.match(day)
    if found is None:
        raise ValueError(f"{day!r} is no date")
    return date(max(1, int(found[1])), int(found[2] or 1), 1).month - 1 + 12 * int(found[1])
