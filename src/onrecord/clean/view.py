"""View: a text cleaned line by line, its edits kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.clean.characters import break_lines
from onrecord.clean.edits import CleanText, Edit, align, apply_edits, join_edits
from onrecord.clean.rules import PASSES
from onrecord.spans import Span

MAX_ROUNDS = 8
"""Rounds after which a line that still changes is left as it was found. One round mends nearly every line of news and
a second finds nothing more to do; the bound holds time linear and cleaning idempotent on hostile lines."""

_LINES = re.compile(r"[^\n]+")


def clean(text: str) -> CleanText:
    r"""Clean a text: mend its typing and scraping faults, and keep what became of every word.

    Every line is cleaned for itself, so no edit crosses a line break but those that make line breaks ``\n``. Cleaning
    the view again changes nothing. Linear time.

    Args:
        text: The text as it was found.

    Returns:
        The view, its alignment with the text, and the edits.
    """
    broken = break_lines(text)
    lines = apply_edits(text, broken) if broken else text
    mended = list(_mend_lines(lines))
    edits = join_edits(text, broken, lines, mended)
    return CleanText(apply_edits(lines, mended) if mended else lines, align(edits, len(text)), edits)


def _mend_lines(text: str) -> Iterator[Edit]:
    """Edits of a text with plain line breaks."""
    for match in _LINES.finditer(text):
        for rule, (start, end), replacement in settle(match.group()):
            yield Edit(rule, Span(start + match.start(), end + match.start()), replacement)


def settle(line: str) -> tuple[Edit, ...]:
    """Clean a line until nothing changes.

    Args:
        line: Text without a line break.

    Returns:
        Edits of it; none where it does not settle.
    """
    edits: tuple[Edit, ...] = ()
    view = line
    for _ in range(MAX_ROUNDS):
        before = view
        for step in PASSES:
            if step.suspicious.search(view) and (found := step.find(view)):
                edits = join_edits(line, edits, view, found)
                view = apply_edits(view, found)
        if view == before:
            return edits
    return ()
