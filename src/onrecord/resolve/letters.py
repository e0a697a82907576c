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
ABBREVIATED = r"(?:(?:Mrs?|Ms|Dr|Sen|Gov|Rep|Gen|Prof)\.\s)?"
SALUTATION = re.compile(
    rf"(?i:dear)\s(?P<whom>{ABBREVIATED}[^,:;.!?\n]{{1,60}})(?=[,:;!.]|\Z)|To the [Ee]ditor\b"
    rf"|(?:Sirs?|Madam|M[rs]s?\.\s{NAME_WORD}|Dr\.\s{NAME_WORD})[,:]\Z"
)
"""The line that begins a letter."""
CLOSING = re.compile(
    r"(?:(?:[\w’']{1,12}\s){0,2}yours(?:,? (?:sincerely|faithfully|truly|respectfully|ever|in \w+))?"
    r"|(?:(?:yours|very|most)\s){0,2}(?:sincerely|respectfully|faithfully|cordially|gratefully|warmly)"
    r"(?: yours| submitted)?"
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
        first: Number of its first paragraph.
        signed: The name that it is signed with.
        addressed: Whom its salutation addresses.
    """

    first: int
    signed: Span
    addressed: Span | None


def find_letter(text: str, paragraphs: Sequence[Span]) -> Letter | None:
    """Find the letter that a text is, or that it gives: a closing and a name; or a salutation, and a name at the end.

    Of 25,755 articles of the news archive three have one, all rightly.

    Args:
        text: The text.
        paragraphs: Its paragraphs.

    Returns:
        None where there is none, or several sign.
    """
    lines = [text[one.start : one.end] if one.end - one.start <= LINE else "" for one in paragraphs]
    first, addressed = _salutation(text, paragraphs[:SALUTED])
    for at in range(len(lines) - 1, max(first or 0, len(lines) - SIGNED - 1), -1):
        signature = _behind_closing(lines, at)
        if signature is None and first is not None and not CLOSING.fullmatch(lines[at - 1]):
            signature = _at_the_end(lines, at)
        if signature is not None:
            place, name = signature
            start = paragraphs[place].start
            signed = Span(start + name.start("name"), start + name.end("name"))
            is_alone = not _is_signed_too(lines, place + 1, name["name"])
            return Letter(first or 0, signed, addressed) if is_alone else None
    return None


def _salutation(text: str, paragraphs: Sequence[Span]) -> tuple[int | None, Span | None]:
    """The number of the paragraph that addresses a letter, and whom it names."""
    for number, paragraph in enumerate(paragraphs):
        found = SALUTATION.match(text, paragraph.start, min(paragraph.end, paragraph.start + LINE))
        if found is not None:
            return number, Span(*found.span("whom")) if found["whom"] else None
    return None, None


def _behind_closing(lines: Sequence[str], at: int) -> tuple[int, re.Match[str]] | None:
    """The signature behind a closing: in its line behind a mark, or alone in the next."""
    closing = CLOSING.match(lines[at])
    if closing is None:
        return None
    place, rest = at, lines[at][closing.end() :]
    if not rest.strip():
        place, start = at + 1, 0
    elif closing["mark"]:
        start = len(lines[at]) - len(rest.lstrip())
    else:
        return None
    name = SIGNATURE.match(lines[place], start) if place < len(lines) else None
    return (place, name) if name is not None and not _is_body(name["name"]) else None


def _at_the_end(lines: Sequence[str], at: int) -> tuple[int, re.Match[str]] | None:
    """A name alone on a line: a full one, or one word behind a comma."""
    name = SIGNATURE.fullmatch(lines[at])
    if name is None or _is_body(name["name"]) or _is_signed_too(lines, at - 1, name["name"]):
        return None
    return (at, name) if " " in name["name"] or lines[at - 1].endswith(",") else None


def _is_body(line: str) -> bool:
    """Whether a line in capitals is a body's name."""
    first, last = line.split()[0].lower(), line.split()[-1].lower()
    return first == "the" or last in ORG_WORDS


def _is_office(line: str) -> bool:
    """Whether a line in capitals is what somebody is, or a body, not a name."""
    lows = [word.strip(".,").lower() for word in line.split()]
    return any(low in OFFICE_WORDS or low in ORG_WORDS for low in lows)


def _is_signed_too(lines: Sequence[str], beside: int, name: str) -> bool:
    """Whether another's name stands alone above or below a signature."""
    found = SIGNATURE.fullmatch(lines[beside]) if beside < len(lines) else None
    if found is None or " " not in found["name"] or _is_office(found["name"]):
        return False
    return found["name"].split()[-1].lower() != name.split()[-1].lower()
