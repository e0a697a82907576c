"""Span: the offsets rule. A span is a half-open range of Unicode code points into one text.

Everything the record says points into ``Document.text`` by spans, and every string shown is sliced from it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
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


def holder(span: Span, others: Sequence[Span]) -> Span | None:
    """The one of some sorted, disjoint spans that covers a span, or None. Logarithmic in their number."""
    place = bisect_right(others, span.start, key=_start) - 1
    return others[place] if place >= 0 and others[place].covers(span) else None


def touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a code point with one of some sorted, disjoint spans. Logarithmic in their number."""
    place = bisect_right(others, span.start, key=_end)
    return place < len(others) and others[place].overlaps(span)


_start = itemgetter(0)
_end = itemgetter(1)


LONG_DROP = 12
"""Code points from which a dropped stretch is no flaw in a word or between words, but text that stands in between."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which stretch of a text became which stretch of its view.

    Only the stretches whose code points do not stand one for one are kept, so an alignment is as small as the text is
    clean. Such a stretch is one piece: what touches a part of it gets the whole of it. Look-ups take logarithmic time.

    Attributes:
        original_length, view_length: Code points.
        original: The changed stretches of the original, sorted; empty where the view has something put in.
        view: What each became in the view; empty where it was dropped.
    """

    original_length: int
    view_length: int
    original: tuple[Span, ...] = ()
    view: tuple[Span, ...] = ()

    @classmethod
    def identity(cls, length: int) -> Alignment:
        """The alignment of a text with a view that is the text itself.

        Args:
            length: Code points of the text.
        """
        return cls(length, length)

    @classmethod
    def of(cls, changes: Iterable[tuple[Span, int]], length: int) -> Alignment:
        """Build the alignment of a text with what changes made of it.

        Args:
            changes: Spans of the text, sorted and disjoint, each with the length of what replaced it. Where one code
                point replaced one, nothing has to be kept.
            length: Code points of the text.
        """
        original, view, shift = [], [], 0
        for (start, end), size in changes:
            if end - start == size == 1:
                continue
            original.append(Span(start, end))
            view.append(Span(start + shift, start + shift + size))
            shift += size - (end - start)
        return cls(length, length + shift, tuple(original), tuple(view))

    def to_original(self, span: Span) -> Span:
        """Map a span of the view to the smallest span of the original whose view covers it.

        What was dropped at its edges stays outside. A span of words that were put in has an empty original.

        Args:
            span: A span of the view. An empty one gives an empty one, at its ``boundary``.
        """
        if span.start >= span.end:
            place = self.boundary(span.start)
            return Span(place, place)
        start = _carry(self.view, self.original, span.start, after=True, far=False)
        return Span(start, _carry(self.view, self.original, span.end, after=False, far=True))

    def parts(self, span: Span) -> tuple[Span, ...]:
        """Map a span of the view to the original, in parts where much was dropped between its words.

        Args:
            span: A span of the view.

        Returns:
            ``to_original(span)`` without the stretches of ``LONG_DROP`` code points and more that the view has nothing
            of, sorted and disjoint.
        """
        whole = self.to_original(span)
        first = bisect_left(self.original, whole.start, key=_start)
        last = bisect_left(self.original, whole.end, key=_start)
        parts, start = [], whole.start
        for dropped, became in zip(self.original[first:last], self.view[first:last], strict=True):
            if became.start == became.end and dropped.end - dropped.start >= LONG_DROP and dropped.end < whole.end:
                if start < dropped.start:
                    parts.append(Span(start, dropped.start))
                start = dropped.end
        return (*parts, Span(start, whole.end))

    def to_view(self, span: Span) -> Span:
        """Map a span of the original to the span of the view that holds all that became of it.

        What was put in at its edges is inside, so that ``to_view(to_original(span))`` always covers ``span``.

        Args:
            span: A span of the original. An empty one gives an empty one.
        """
        start = _carry(self.original, self.view, span.start, after=False, far=False)
        if span.start >= span.end:
            return Span(start, start)
        return Span(start, _carry(self.original, self.view, span.end, after=True, far=True))

    def boundary(self, position: int) -> int:
        """Map a position of the view to one of the original, so that a partition of the view gives a partition.

        Monotone; 0 gives 0 and the view's length the original's (of an empty view: 0). What was dropped belongs to
        what follows it, at the end to what precedes it; a position inside a changed stretch gives the stretch's start.

        Args:
            position: Between 0 and ``view_length``.
        """
        if position == 0:
            return 0
        if position == self.view_length:
            return self.original_length
        return _carry(self.view, self.original, position, after=False, far=False)


def _carry(here: tuple[Span, ...], there: tuple[Span, ...], position: int, *, after: bool, far: bool) -> int:
    """Carry a position from one side of an alignment to the other.

    Args:
        here: The changed stretches on the side of the position.
        there: The same on the other side.
        position: What to carry.
        after: Whether stretches that are empty here and stand at the position count as passed.
        far: Whether a position inside a stretch gives its end there, or its start.
    """
    if after:
        passed = bisect_right(here, position, key=_end)
    else:
        passed = bisect_left(here, position, key=_start)
        passed -= passed > 0 and here[passed - 1].end > position
    if passed < len(here) and here[passed].start < position < here[passed].end:
        return there[passed].end if far else there[passed].start
    if passed == 0:
        return position
    return there[passed - 1].end + position - here[passed - 1].end
