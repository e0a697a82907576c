"""Marks: double quotation marks that are turned the wrong way or have their spaces on the wrong side.

Each mark of a line is read as opening, closing or neither, so that the whole line fits best: its glyph, the spaces on
both its sides, the words of attribution after it, and the balance with the other marks each have a cost (a Viterbi
search over how many quotations stand open). Only where the best reading disagrees with the glyph or the spaces is
anything changed, so that marks that are right stay as they are. Straight marks are never turned into curly ones.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.clean.edits import Edit
from onrecord.spans import Span

TURNED = "turned mark"
STRAY_SPACE = "stray space at a mark"
MISSING_SPACE = "missing space at a mark"

Reading = Literal["opening", "closing", "neither"]
_READINGS: tuple[Reading, ...] = ("opening", "closing", "neither")

_VERBS = (
    "said|says|say|told|tells|added|adds|continued|explained|wrote|asked|replied|noted|insisted|recalled|argued|warned"
    "|concluded|claimed|tweeted|declared|stated|announced|acknowledged|admitted|suggested|joked|remarked"
)
_NAME = r"[A-Z][\w'’-]*"
ATTRIBUTION = re.compile(
    rf"(?:(?:he|she|they|we|I|it|who|(?:Mr|Mrs|Ms|Dr)\.? {_NAME}|the \w+(?: \w+)?|{_NAME}(?: {_NAME}){{0,2}})"
    rf" (?:\w+ly |also |later |then )?(?:{_VERBS})\b|(?:{_VERBS}) (?:[A-Z]|(?:the|an?|one|his|her|von|van|de|al)\b))"
)
"""Words that tell who said it, where they follow a closing mark."""

SUSPICIOUS = re.compile(
    r"“(?:(?=\s|$)|(?<=[\w,.;:!?)]“)|[^“”]*“)"
    r"|”(?:(?=\w)|(?<=\s”)|(?<=^”))"
    r'|"(?:(?<=\s")(?=\s|$|[,;:!?.](?!\.))|(?<=^")(?=\s)|(?<=[\w,.;:!?]")(?=\w)|(?<=[,.?!…] ")(?='
    + ATTRIBUTION.pattern
    + "))",
)
"""A cheap test: a mark whose spaces or neighbour do not fit its glyph. Most lines that are right stop here."""

_LEFT_ALONE = re.compile(r'„|=["”]|""')
"""Lines with „low marks", with HTML's attributes, or with straight marks in a row."""

_MARKS = re.compile('["“”]')
_SUFFIX = re.compile(r"(?:s|d|ed|er|ers|ing|ish|ness)\b")
"""An ending that belongs to the words in marks: the “maybe”s."""

GLYPH_COST = 2.0
"""Reading “ as closing or ” as opening."""
SWAPPED_COST = 2.0
"""Reading as closing a ” with its space before it, not after it, where a comma or stop precedes (``it, ”she``)."""
ATTRIBUTED_COST = 1.0
"""The same for any glyph where an attribution follows; to read it as opening costs twice as much more."""
NESTED_COST = 1.5
"""Opening a quotation in one that stands open, with the same marks."""
UNCLOSED_COST = 2.0
"""Opening a quotation after one that was never closed."""
LONE_COST = 2.5
"""Closing what nothing opened, or opening a third one: it happens where a quotation runs over lines."""
OPEN_START_COST, OPEN_END_COST = 2.0, 0.5
"""A line that begins inside a quotation; each quotation that it leaves open."""
NEITHER_COST, INCHES_COST = 3.0, 1.0
"""Reading a straight mark as no quotation mark; the same after a digit or between letters."""

_BEFORE = {"edge": (0.0, 3.0), "space": (0.0, 2.0), "opener": (0.0, 3.0), "either": (0.0, 0.0), "solid": (3.0, 0.0)}
_AFTER = {"edge": (2.0, 0.0), "space": (2.0, 0.0), "closer": (3.0, 0.0), "either": (0.0, 0.0), "solid": (0.0, 3.0)}
"""What stands before and after a mark → cost of reading the mark as opening, as closing."""

_OPENERS = frozenset("([{<‘")
_CLOSERS = frozenset(",;:!?)]}>")
_EITHER = frozenset("—–-/\"“”'’…*_")

_MOVES: dict[int, tuple[tuple[Reading, int, float], ...]] = {
    0: (("opening", 1, 0.0), ("closing", 0, LONE_COST), ("neither", 0, 0.0)),
    1: (("closing", 0, 0.0), ("opening", 2, NESTED_COST), ("opening", 1, UNCLOSED_COST), ("neither", 1, 0.0)),
    2: (("closing", 1, 0.0), ("opening", 2, LONE_COST), ("neither", 2, 0.0)),
}
"""Quotations open → reading of the next mark, quotations open then, and the cost of it."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A double mark and what stands around it.

    Attributes:
        before, after: Keys of ``_BEFORE`` and ``_AFTER``.
        swapped: Whether its space is before it, and a comma or stop before that.
        attributed: Whether it is swapped and words of attribution follow.
        unquoting: Whether it may be inches or a slip of the keyboard: a straight mark after a digit or in a word.
    """

    place: int
    glyph: str
    before: str
    after: str
    swapped: bool
    attributed: bool
    unquoting: bool


def mend_marks(line: str) -> list[Edit]:
    """Find double quotation marks that are turned or wrongly spaced.

    Linear in the line's length.
    """
    if _LEFT_ALONE.search(line):
        return []
    indent = len(line) - len(line.lstrip())
    marks = [_look(line, match.start(), indent) for match in _MARKS.finditer(line)]
    edits: list[Edit] = []
    for mark, reading in zip(marks, _read(marks), strict=True):
        for edit in _mend(line, mark, reading):
            if not edits or edit.span.start >= edits[-1].span.end:  # two marks may share one stray space
                edits.append(edit)
    return edits


def _look(line: str, place: int, indent: int) -> _Mark:
    """See what stands around the mark at a place of a line that is indented so far."""
    left, right = line[place - 1 : place], line[place + 1 : place + 2]
    before, after = _name_left(left), _name_right(right, line[place + 2 : place + 3])
    if place <= indent:
        before = "edge"
    swapped = before == "space" and after == "solid" and line[place - 2] in ",.?!…"
    attributed = swapped and ATTRIBUTION.match(line, place + 1) is not None
    unquoting = left.isdigit() or (left.isalpha() and right.isalpha())
    return _Mark(place, line[place], before, after, swapped, attributed, unquoting)


def _name_left(left: str) -> str:
    if left.isspace():
        return "space"
    if left in _OPENERS:
        return "opener"
    return "either" if left in _EITHER else "solid"


def _name_right(right: str, next_right: str) -> str:
    if not right:
        return "edge"
    if right.isspace():
        return "space"
    if right == ".":
        return "either" if next_right == "." else "closer"
    if right in _CLOSERS:
        return "closer"
    return "either" if right in _EITHER else "solid"


def _read(marks: Sequence[_Mark]) -> list[Reading]:
    """Read the marks of a line at the least cost."""
    best = {0: 0.0, 1: OPEN_START_COST}
    steps: list[dict[int, tuple[int, Reading]]] = []
    for mark in marks:
        costs = {reading: _cost(mark, reading) for reading in _READINGS}
        reached: dict[int, float] = {}
        step: dict[int, tuple[int, Reading]] = {}
        for depth, cost in best.items():
            for reading, then, extra in _MOVES[depth]:
                total = cost + extra + costs[reading]
                if total < reached.get(then, math.inf):
                    reached[then] = total
                    step[then] = (depth, reading)
        best = reached
        steps.append(step)
    depth = min(best, key=lambda depth: best[depth] + OPEN_END_COST * depth)
    readings: list[Reading] = []
    for step in reversed(steps):
        depth, reading = step[depth]
        readings.append(reading)
    return readings[::-1]


def _cost(mark: _Mark, reading: Reading) -> float:
    """What it costs to read a mark so, whatever stands open."""
    if reading == "neither":
        return math.inf if mark.glyph != '"' else INCHES_COST if mark.unquoting else NEITHER_COST
    if reading == "opening":
        cost = _BEFORE[mark.before][0] + _AFTER[mark.after][0] + 2 * ATTRIBUTED_COST * mark.attributed
        return cost + GLYPH_COST * (mark.glyph == "”")
    cost = _BEFORE[mark.before][1] + _AFTER[mark.after][1]
    if mark.attributed:
        cost = ATTRIBUTED_COST
    elif mark.swapped and mark.glyph == "”":
        cost = SWAPPED_COST
    return cost + GLYPH_COST * (mark.glyph == "“")


def _mend(line: str, mark: _Mark, reading: Reading) -> Iterator[Edit]:
    """Edits that make a mark's glyph and spaces agree with its reading."""
    place = mark.place
    if reading == "opening":
        if mark.before == "solid" and mark.after != "space":
            yield Edit(MISSING_SPACE, Span(place, place), " ")
        if mark.glyph == "”":
            yield Edit(TURNED, Span(place, place + 1), "“")
        if mark.after == "space" and (end := _skip_spaces(line, place + 1)) < len(line):
            yield Edit(STRAY_SPACE, Span(place + 1, end), "")
    if reading == "closing":
        if mark.before == "space":
            yield Edit(STRAY_SPACE, Span(_skip_spaces_back(line, place), place), "")
        if mark.glyph == "“":
            yield Edit(TURNED, Span(place, place + 1), "”")
        if mark.after == "solid" and not _SUFFIX.match(line, place + 1):
            yield Edit(MISSING_SPACE, Span(place + 1, place + 1), " ")


def _skip_spaces(line: str, place: int) -> int:
    while place < len(line) and line[place].isspace():
        place += 1
    return place


def _skip_spaces_back(line: str, place: int) -> int:
    while place > 0 and line[place - 1].isspace():
        place -= 1
    return place
