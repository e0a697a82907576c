"""Double quotation marks of one paragraph: which open, which close, which are none (inches, bullets)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.segment.cues import starts_attribution
from onrecord.spans import Span

OPENS, CLOSES = 1, -1

DOUBLE = re.compile(r"[\"“”„‟«»]|``|''")
BEFORE_OPENING = frozenset("([{<—–-―=/:'‘‚“„«\"")
"""Besides white space, what an opening mark may follow."""

AFTER_CLOSING = frozenset(".,;:?!)]}>—–-―/…'’”»\"")
"""Besides white space, what may follow a closing mark."""


class Mark(NamedTuple):
    """A quotation mark that opens (``OPENS``) or closes (``CLOSES``)."""

    start: int
    end: int
    way: int


def guillemets_point_in(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether the text's guillemets are in the German order, »so«, by the first that each paragraph quotes with.

    A » that begins a paragraph with no « after it is a bullet, one that ends a line an arrow: neither counts.
    """
    if "»" not in text or "«" not in text:
        return False
    votes = 0
    for paragraph in paragraphs:
        inward = text.find("»", paragraph.start, paragraph.end)
        outward = text.find("«", paragraph.start, paragraph.end)
        if inward >= 0 and outward >= 0:
            votes += 1 if inward < outward else -1
    return votes > 0


def read_marks(text: str, paragraph: Span, inward: bool) -> list[Mark]:
    """Say of each double quotation mark in a paragraph whether it opens or closes; leave out what is no mark.

    Args:
        text: The text.
        paragraph: Its paragraph.
        inward: Whether guillemets are in the German order.
    """
    found = [match.span() for match in DOUBLE.finditer(text, paragraph.start, paragraph.end)]
    marks: list[Mark] = []
    held: list[str] = []  # the marks open at this place; only the last two matter
    for number, (start, end) in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        way = _way(text, paragraph, start, end, held[-1] if held else "", following, inward)
        if way:
            marks.append(Mark(start, end, way))
        if way == OPENS:
            held = [*held[-1:], text[start]]
        elif way == CLOSES:
            held = held[:-1]
    return marks


def _way(
    text: str, paragraph: Span, start: int, end: int, held: str, following: tuple[int, int] | None, inward: bool
) -> int:
    """Which way one mark faces: by its form where that tells, else by its neighbours, else by what is open."""
    form = text[start]
    if form in "«»":
        return OPENS if (form == "»") == inward else CLOSES
    if form in "„`":
        return OPENS
    fronts, backs = _faces(text, paragraph, start, end)
    if held and fronts and not backs and _closes_before_attribution(text, paragraph, start, end):
        return CLOSES
    if form in "“‟":
        return CLOSES if held and backs and not fronts else OPENS
    if form == "”":
        turned = not held and fronts and not backs and following is not None and text[following[0]] in '”"'
        return OPENS if turned else CLOSES
    if fronts != backs:
        if backs and _is_inches(text, paragraph, start, held, following):
            return 0
        return OPENS if fronts else CLOSES
    return CLOSES if held else OPENS


def _faces(text: str, paragraph: Span, start: int, end: int) -> tuple[bool, bool]:
    """Whether a mark's neighbours are those of an opening mark, and whether they are those of a closing one."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    space_before, space_after = before.isspace(), after.isspace()
    fronts = (space_before or before in BEFORE_OPENING) and not space_after
    backs = not space_before and (space_after or after in AFTER_CLOSING)
    return fronts, backs


def _closes_before_attribution(text: str, paragraph: Span, start: int, end: int) -> bool:
    """Whether a mark that looks like an opening one is a closing one turned: ``a puppet, “he said``.

    It follows a stop and a space, and an attribution in lower case follows it.
    """
    stop = start - 2
    return stop >= paragraph.start and text[stop] in ",.?!" and starts_attribution(text, end)


def _is_inches(text: str, paragraph: Span, start: int, held: str, following: tuple[int, int] | None) -> bool:
    """Whether a straight mark after a digit measures: ``a 6" pipe``; in a quotation only if another mark closes it."""
    if text[start] not in "\"'" or start == paragraph.start or not text[start - 1].isdigit():
        return False
    if not held:
        return True
    if following is None:
        return False
    fronts, backs = _faces(text, paragraph, *following)
    return backs and not fronts
