"""Nesting: which statement stands within another's content ("Ann Lee said that Bo Ek had denied it")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.attribution import Attribution
from onrecord.spans import Span


def with_parents(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Give each attribution its parent: the one with the shortest content that holds all of its content and its cue.

    Args:
        attributions: Of one article, by where their content begins.

    Returns:
        The same in the same order, with ``parent`` set.
    """
    open_ones: list[int] = []
    out = []
    for number, attribution in enumerate(attributions):
        start = attribution.content[0].start
        open_ones = [other for other in open_ones if attributions[other].content[-1].end > start]
        holders = [other for other in open_ones if _holds(attributions[other], attribution)]
        ahead = number + 1
        while ahead < len(attributions) and attributions[ahead].content[0].start == start:
            holders += [ahead] if _holds(attributions[ahead], attribution) else []
            ahead += 1
        parent = min(holders, key=lambda other: _length(attributions[other].content), default=None)
        out.append(replace(attribution, parent=parent))
        open_ones.append(number)
    return tuple(out)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether one content covers all of another statement's words but its source, and is longer than its content."""
    return bool(inner.cue) and all(
        any(piece.covers(span) for piece in outer.content) for span in (*inner.content, *inner.cue)
    )


def _length(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end in spans)
