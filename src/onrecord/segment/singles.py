"""Single quotation marks told from apostrophes: the unions' demand, 'em, the '90s, rock 'n' roll."""

from __future__ import annotations

import re

from onrecord.segment.marks import AFTER_CLOSING, BEFORE_OPENING, CLOSES, OPENS, Mark
from onrecord.spans import Span

SINGLE = re.compile(r"(?<!')['‘’‚‛](?!')")
_ELISION = re.compile(
    r"(?:em|er|im|is|ere|ow|ave|ome|alf|ead|ello|til|till|tis|twas|twere|cause|cos|cuz|bout|round|n|nuff|neath|tude"
    r"|mid|gainst|fraid|sup|ya|d|s|re|ve|ll|t|m)\b|\d\ds?\b",
    re.IGNORECASE,
)
"""What an apostrophe stands before at the start of a word."""


def read_singles(text: str, start: int, end: int) -> list[tuple[Mark, Mark | None]]:
    """Pair the single quotation marks in a stretch of text.

    Args:
        text: The text.
        start: Where the stretch begins: a paragraph, or what stands inside of double marks.
        end: Where it ends.

    Returns:
        Opening and closing marks in order. The last opening mark has no partner where none closes it; whether it is a
        quotation that goes on or an apostrophe, its paragraph does not tell.
    """
    marks = _quoting_marks(text, start, end)
    pairs: list[tuple[Mark, Mark | None]] = []
    opening: Mark | None = None
    for number, mark in enumerate(marks):
        if mark.way != CLOSES:
            if opening is None or not _is_weaker(text, mark, opening, start):
                opening = mark
        elif opening is not None:
            following = marks[number + 1] if number + 1 < len(marks) else None
            if _is_possessive(text, mark, end) and following is not None and following.way == CLOSES:
                continue
            pairs.append((opening, mark))
            opening = None
    if opening is not None:
        pairs.append((opening, None))
    return pairs


def lone_closing(text: str, paragraph: Span) -> Mark | None:
    """The paragraph's first closing single mark that ends speech, if no mark opens before it, else None."""
    for mark in _quoting_marks(text, paragraph.start, paragraph.end):
        if mark.way == OPENS:
            return None
        if text[mark.start - 1] in ",.?!…":
            return mark
    return None


def opens_at(text: str, paragraph: Span) -> bool:
    """Whether a paragraph begins with an opening single mark."""
    marks = _quoting_marks(text, paragraph.start, min(paragraph.start + 12, paragraph.end))
    return bool(marks) and marks[0].start == paragraph.start and marks[0].way == OPENS


def _quoting_marks(text: str, start: int, end: int) -> list[Mark]:
    """The single marks that stand where a quotation may open or close."""
    marks = []
    for match in SINGLE.finditer(text, start, end):
        place = match.start()
        before = text[place - 1] if place > start else " "
        after = text[place + 1] if place + 1 < end else " "
        if before.isalnum() and after.isalnum():
            continue
        form = text[place]
        if (before.isspace() or before in BEFORE_OPENING) and not after.isspace() and form != "’":
            if not _ELISION.match(text, place + 1, min(end, place + 8)):
                marks.append(Mark(place, place + 1, OPENS))
        elif not before.isspace() and (after.isspace() or after in AFTER_CLOSING or after in "“„«") and form != "‚":
            marks.append(Mark(place, place + 1, CLOSES))
    return marks


def _is_possessive(text: str, mark: Mark, end: int) -> bool:
    """Whether a mark may be a plural's or a clipped word's apostrophe: ``the unions' demand``, ``goin' home``."""
    after = mark.end + 1
    return text[mark.start - 1].isalpha() and after < end and text[mark.end] == " " and text[after].islower()


def _is_weaker(text: str, mark: Mark, opening: Mark, start: int) -> bool:
    """Whether of two opening marks the second is the less likely one.

    One at the stretch's start or after a comma or colon introduces speech; a clipped word in lower case does not.
    """
    introduced = opening.start == start or (opening.start - 2 >= start and text[opening.start - 2] in ",:")
    return introduced and mark.end < len(text) and text[mark.end].islower()
