"""Nesting: which statement stands within another's content ("Ann Lee said that Bo Ek had denied it")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.attribution import Attribution
from onrecord.spans import length


def nest(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Sort attributions by where they begin, the longer first, and give each its parent.

    A parent is the attribution with the shortest content that holds all of another's content and cue. It stands before
    what it holds.

    Args:
        attributions: Of one article, without parents.
    """
    ordered = sorted(attributions, key=lambda a: (a.content[0].start, -a.content[-1].end, a.cue))
    open_ones: list[int] = []
    nested = []
    for number, attribution in enumerate(ordered):
        open_ones = [other for other in open_ones if ordered[other].content[-1].end > attribution.content[0].start]
        holders = [other for other in open_ones if _holds(ordered[other], attribution)]
        parent = min(holders, key=lambda other: length(ordered[other].content), default=None)
        nested.append(replace(attribution, parent=parent))
        open_ones.append(number)
    return tuple(nested)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether a content covers all of another statement's content and cue."""
    words = (*inner.content, *inner.cue)
    return bool(inner.cue) and all(any(piece.covers(span) for piece in outer.content) for span in words)
