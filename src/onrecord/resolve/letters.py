"""Letters: who signs a letter or a statement, and to whom it is addressed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.resolve.lexicon import ORG_WORDS
from onrecord.resolve.names import OFFICE_WORDS
from onrecord.spans import Span

NAME_WORD = r"[A-ZÀ-Þ][\w.'’-]*"
NAME = rf"{NAME_WORD}(?:\s(?:(?:de|del|da|van|von|der|den|bin|al)\s)?{NAME_WORD})"
"""The first two words of a full name."""
SALUTATION = re.compile(r"(?i:dear)\s(?P<whom>(?:(?:Mrs?|Ms|Dr|Sen|Gov|Rep|Gen|Prof)\.\s)?[^,:;.!?\n]{1,60})|To the [Ee]ditor|(?:Sirs?|Madam|Mr\.|Ms\.|Dr\.)(?=[ ,:;])[^.!?\n]{0,40}[,:;]\Z")
CLOSING = re.compile(
    r"(?:(?:[\w’']{1,12}\s){0,2}yours(?:,? (?:sincerely|faithfully|truly|respectfully|ever|in \w+))?"
    r"|(?:(?:yours|very|most)\s){0,2}(?:sincerely|respectfully|faithfully|cordially|gratefully|warmly)(?: yours| submitted)?"
    r"|(?:(?:with|all|my|our|very)\s){0,3}(?:kind(?:est)?|best|warm(?:est)?)(?:\s(?:personal\s)?(?:regards|wishes))?"
    r"|regards|in solidarity|stay in touch|(?:(?:all|with|my|our|much)\s){0,3}(?:love|luv)(?:[ &+][\w’'&+]{1,12}){0,3}"
    r"|\[?signed)(?P<mark>[\]),.:;!]{0,2})(?=\s|\Z)",
    re.IGNORECASE,
)
"""The line before a signature: "Yours sincerely,", "With best regards"."""
SIGNATURE = re.compile(rf"[\[(–—-]*(?:[Ss]igned[\])]?)?\s*(?P<name>{NAME}{{0,3}})[\])]*(?=\s*(?:[,\n]|\Z))")
"""A name alone on a line, or with what its bearer is behind a comma or below."""
SALUTED = 12
"""Paragraphs from the beginning among which a letter is addressed."""
SIGNED = 8
"""Paragraphs from the end among which it is signed."""
LINE = 80
"""Characters of the longest line of a salutation, closing or signature."""


class Letter(NamedTuple):
    """A letter in a text.

    Attributes:
        first, last: Numbers of its first and last paragraph.
        signed: The name that it is signed with.
        addressed: Whom its salutation addresses.
    """

    first: int
    last: int
    signed: Span
    addressed: Span | None


def find_letter(text: str, paragraphs: Sequence[Span]) -> Letter | None:
    """The letter that a text is, or that it gives.

    A closing and a name, or a salutation at its beginning and a name alone at its end.

    Args:
        text: The text.
        paragraphs: Its paragraphs.

    Returns:
        None where there is none, or several sign.
    """
    lines = [text[one.start : min(one.end, one.start + LINE)] for one in paragraphs]
    whole = [one.end - one.start <= LINE for one in paragraphs]
    saluted = next((at for at in range(min(SALUTED, len(lines))) if SALUTATION.match(lines[at])), None)
    addressed = None
    if saluted is not None:
        found = SALUTATION.match(lines[saluted])
        start = paragraphs[saluted].start
        addressed = Span(start + found.start("whom"), start + found.end("whom")) if found and found["whom"] else None
    for at in range(len(lines) - 1, max(saluted or 0, len(lines) - SIGNED - 1), -1):
        signed = _signed_at(paragraphs, lines, whole, at, saluted is not None)
        if signed is not None:
            return Letter(saluted or 0, len(lines) - 1, signed, addressed)
    return None


def _signed_at(
    paragraphs: Sequence[Span], lines: Sequence[str], whole: Sequence[bool], at: int, saluted: bool
) -> Span | None:
    """The signature in a paragraph that is a closing with a name, or in the one behind a closing alone."""
    if not whole[at]:
        return None
    closing = CLOSING.match(lines[at])
    place, start = at, 0
    if closing is None and saluted:
        found = SIGNATURE.fullmatch(lines[at])
        if found is None or (" " not in found["name"] and not lines[at - 1].endswith(",")):
            return None
    elif closing is None:
        return None
    elif lines[at][closing.end() :].strip():
        start = closing.end()
        while lines[at][start].isspace():
            start += 1
        if not closing["mark"]:
            return None
    else:
        place = at + 1
    if place >= len(lines) or not whole[place]:
        return None
    found = SIGNATURE.match(lines[place], start)
    if found is None or _is_body(found["name"]) or _is_signed_too(lines, place + 1, found["name"]):
        return None
    base = paragraphs[place].start
    return Span(base + found.start("name"), base + found.end("name"))


def _is_body(line: str) -> bool:
    """Whether a line in capitals is a body's name."""
    first, last = line.split()[0].lower(), line.split()[-1].lower()
    return first == "the" or last in ORG_WORDS


def _is_office(line: str) -> bool:
    """Whether a line in capitals is what somebody is, or a body, not a name."""
    lows = [word.strip(".,").lower() for word in line.split()]
    return any(low in OFFICE_WORDS or low in ORG_WORDS for low in lows)


def _is_signed_too(lines: Sequence[str], after: int, name: str) -> bool:
    """Whether another's name stands below a signature."""
    found = SIGNATURE.fullmatch(lines[after]) if after < len(lines) else None
    if found is None or " " not in found["name"] or _is_office(found["name"]):
        return False
    return found["name"].split()[-1].lower() != name.split()[-1].lower()
