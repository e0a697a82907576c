"""Span: the offsets rule. A span is a half-open range of Unicode code points into one text.

Everything the record says points into ``Document.text`` by spans, and every string shown is sliced from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of Unicode code points into a text.

    It is a plain pair of integers, so it is written to JSON as ``[start, end]``. Whether it indexes the document's
    text or a cleaned view of it is said where it is used; records hold only spans of the document's text.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers.

        Args:
            text: The text that the span indexes.
        """
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every code point of ``other`` is inside this span."""
        return self.start <= other.start and other.end <= self.end


def normalise(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sort spans, drop the empty ones and join those that overlap or touch: the form in which records hold them.

    Args:
        spans: Spans of one text, in any order.

    Returns:
        The same code points as sorted, disjoint, non-empty spans.
    """
    out: list[Span] = []
    for span in sorted(spans):
        if span.end <= span.start:
            continue
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(Span(*span))
    return tuple(out)


def length(spans: Iterable[Span]) -> int:
    """Number of code points in sorted, disjoint spans."""
    return sum(end - start for start, end in spans)


def shared(left: Iterable[Span], right: Iterable[Span]) -> int:
    """Number of code points that two sets of sorted, disjoint spans have in common."""
    right = tuple(right)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
