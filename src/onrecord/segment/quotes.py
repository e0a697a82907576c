"""Quotation marks: which words stand inside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.segment.marks import OPENS, Mark, guillemets_point_in, read_marks
from onrecord.segment.singles import lone_closing, opens_at, read_singles
from onrecord.spans import Span

DEEPEST = 3
"""Quotations inside one another that are told apart; more of them are marks gone wrong."""


class Quotation(NamedTuple):
    """A stretch of a text in quotation marks.

    Attributes:
        span: With its marks; where a mark is missing, up to the paragraph's edge.
        opening: The opening mark; empty where it is missing.
        closing: The closing mark; empty where it is missing (a quotation that goes on in the next paragraph).
        depth: 0 for an outer quotation, 1 for one inside it, and so on.
    """

    span: Span
    opening: Span
    closing: Span
    depth: int


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Find what stands in quotation marks.

    A document decides its style. Where double marks quote, single ones quote only inside of them; where double marks
    are hardly used and single ones are in balance, the single ones quote, as in British papers.

    Args:
        text: The text.
        paragraphs: Its paragraphs, sorted and disjoint. No quotation crosses one: a quotation over paragraphs is one
            in each.

    Returns:
        Quotations sorted by start, an outer one before those inside it; none crosses another.
    """
    doubles = _nest(_in_double_marks(text, paragraphs))
    if not any(mark in text for mark in "'‘‚‛"):
        return doubles
    singles = _in_single_marks(text, paragraphs)
    if _single_marks_quote(text, doubles, singles):
        return _nest([*doubles, *singles])
    return _nest([*doubles, *_inside_doubles(text, doubles)])


def _quotation(start: int, end: int, opening: Mark | None, closing: Mark | None) -> Quotation:
    """A quotation by its marks; what is missing is empty and lies at the edge."""
    return Quotation(
        Span(start, end),
        Span(opening.start, opening.end) if opening else Span(start, start),
        Span(closing.start, closing.end) if closing else Span(end, end),
        0,
    )


def _goes_on(quotations: Sequence[Quotation], paragraph: Span) -> bool:
    """Whether the last quotation of a paragraph is left open at its end."""
    return bool(quotations) and quotations[-1].closing == (paragraph.end, paragraph.end)


def _in_double_marks(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """The quotations in double marks, paragraph by paragraph."""
    inward = guillemets_point_in(text, paragraphs)
    quotations: list[Quotation] = []
    left_open = False
    for paragraph in paragraphs:
        marks = read_marks(text, paragraph, inward)
        found = _match(paragraph, marks, left_open) if marks else []
        left_open = _goes_on(found, paragraph)
        quotations += found
    return quotations


def _match(paragraph: Span, marks: Sequence[Mark], left_open: bool) -> list[Quotation]:
    """Match the marks of a paragraph.

    An opening mark while another is open opens a quotation inside it if the rest of the paragraph closes both, else
    the first was never closed, and ends where the second begins: its text goes on to the new mark.

    Args:
        paragraph: The paragraph.
        marks: Its marks in order.
        left_open: Whether the paragraph before left a quotation open, so that a first closing mark closes that one.
    """
    lows = _lowest_balance(marks)
    quotations: list[Quotation] = []
    held: list[Mark] = []
    for number, mark in enumerate(marks):
        if mark.way == OPENS:
            if held and (lows[number] >= 0 or len(held) == DEEPEST):
                quotations += [_quotation(opening.start, mark.start, opening, None) for opening in held]
                held.clear()
            held.append(mark)
        elif held:
            opening = held.pop()
            quotations.append(_quotation(opening.start, mark.end, opening, mark))
        elif left_open and number == 0:
            quotations.append(_quotation(paragraph.start, mark.end, None, mark))
    quotations += [_quotation(opening.start, paragraph.end, opening, None) for opening in held]
    return quotations


def _lowest_balance(marks: Sequence[Mark]) -> list[int]:
    """For each mark, the lowest that opened less closed falls from it on; below 0, what was open before is closed."""
    lows = [0] * len(marks)
    low = 0
    for number in range(len(marks) - 1, -1, -1):
        low = marks[number].way + min(low, 0)
        lows[number] = low
    return lows


def _in_single_marks(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """The quotations that single marks would make if they were the document's outer ones."""
    quotations: list[Quotation] = []
    left_open = False
    for paragraph, following in pairwise([*paragraphs, Span(len(text), len(text))]):
        found: list[Quotation] = []
        closing = lone_closing(text, paragraph) if left_open else None
        if closing:
            found.append(_quotation(paragraph.start, closing.end, None, closing))
        for first, last in read_singles(text, closing.end if closing else paragraph.start, paragraph.end):
            if last:
                found.append(_quotation(first.start, last.end, first, last))
            elif opens_at(text, following) or lone_closing(text, following):
                found.append(_quotation(first.start, paragraph.end, first, None))
        left_open = _goes_on(found, paragraph)
        quotations += found
    return quotations


def _inside_doubles(text: str, doubles: Iterable[Quotation]) -> list[Quotation]:
    """The quotations in single marks inside those in double ones."""
    return [
        _quotation(first.start, last.end, first, last)
        for outer in doubles
        if outer.depth == 0
        for first, last in read_singles(text, outer.opening.end, outer.closing.start)
        if last
    ]


def _single_marks_quote(text: str, doubles: Sequence[Quotation], singles: Sequence[Quotation]) -> bool:
    """Whether single marks are the document's outer ones.

    Counted is what stands outside of the other kind. One pair alone must look like speech or be curly, for two
    apostrophes may look like a pair.
    """
    outer_singles = _uncovered(singles, doubles)
    outer_doubles = len(_uncovered(doubles, singles))
    if len(outer_singles) == 1:
        (only,) = outer_singles
        return not outer_doubles and (text[only.span.start] != "'" or text[only.closing.start - 1] in ",.?!")
    return outer_doubles * 4 <= len(outer_singles) > 0


def _uncovered(quotations: Sequence[Quotation], others: Sequence[Quotation]) -> list[Quotation]:
    """Those quotations that stand inside none of the others. Both are sorted by start."""
    uncovered = []
    number, reach = 0, 0
    for quotation in quotations:
        while number < len(others) and others[number].span.start < quotation.span.start:
            reach = max(reach, others[number].span.end)
            number += 1
        if quotation.span.start >= reach:
            uncovered.append(quotation)
    return uncovered


def _nest(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Sort quotations, give each its depth, and drop those that cross another that begins before them."""
    nested: list[Quotation] = []
    ends: list[int] = []
    for quotation in sorted(quotations, key=lambda quotation: (quotation.span.start, -quotation.span.end)):
        while ends and ends[-1] <= quotation.span.start:
            ends.pop()
        if ends and quotation.span.end > ends[-1]:
            continue
        nested.append(quotation._replace(depth=len(ends)))
        ends.append(quotation.span.end)
    return tuple(nested)
