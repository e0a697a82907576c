"""Nesting: which statement stands within another's content ("Ann Lee said that Bo Ek had denied it")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.extract.attribution import Attribution
from onrecord.spans import Span, holder, length


def nest(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Sort attributions by where they begin, the longer first, and give each its parent.

    A parent is the attribution with the shortest content that holds all of another's content and cue. It stands before
    what it holds. What has no cue has no parent.

    Args:
        attributions: Of one article, without parents.
    """
    ordered = sorted(attributions, key=_outer_first)
    open_ones: list[int] = []
    nested = []
    for number, attribution in enumerate(ordered):
        open_ones = [other for other in open_ones if ordered[other].content[-1].end > attribution.content[0].start]
        holders = [other for other in open_ones if _holds(ordered[other], attribution)]
        parent = min(holders, key=lambda other: length(ordered[other].content), default=None)
        nested.append(replace(attribution, parent=parent))
        open_ones.append(number)
    return tuple(nested)


def _outer_first(attribution: Attribution) -> tuple[int, int, int, tuple[Span, ...]]:
    content = attribution.content
    return content[0].start, -content[-1].end, -length(content), attribution.cue


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether a content covers all of another statement's content and cue; logarithmic in its pieces."""
    if not inner.cue or inner.content[-1].end > outer.content[-1].end or inner.cue[-1].end > outer.content[-1].end:
        return False
    return all(holder(span, outer.content) for span in (*inner.cue, *inner.content))
