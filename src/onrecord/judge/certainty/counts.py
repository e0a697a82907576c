"""Counts: whole numbers of odds and ratios, and the bound around a chance in numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from onrecord.judge.certainty.scales import WHOLE, Range
from onrecord.judge.quantities.bounds import bound_after, bound_before
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.quantities.wordnumbers import read_words
from onrecord.types import Bound

OPPOSITE: dict[Bound | None, Bound] = {"more-than": "at-most", "less-than": "at-least"}
SIZES = {"hundred": Decimal(100), "thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9)}


class Numbered(NamedTuple):
    """A chance as a number: its tokens, its bound's among them, and what it says."""

    first: int
    end: int
    range: Range


def read_count(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    """A whole number and the place after it: "4", "a million", "ten"."""
    low = tokens.low(place)
    if tokens.is_number(place):
        digits = low.replace(",", "")
        if not digits.isascii() or len(digits) > 9:
            return None
        value, end = Decimal(digits), place + 1
        size = SIZES.get(tokens.low(end))
        return (value * size, end + 1) if size else (value, end)
    if low == "a" and tokens.low(place + 1) in SIZES:
        return SIZES[tokens.low(place + 1)], place + 2
    return read_words(tokens, place) if tokens.is_word(place) else None


def with_bound(tokens: Tokens, first: int, end: int, found: Range) -> Numbered:
    """A number with the bound around it: "at least 80%" is 80 to 100."""
    start, bound = bound_before(tokens, first)
    if tokens.low(first - 1) == "between":
        start = first - 1
    after = bound_after(tokens, end)
    if after is not None and bound is None:
        end, bound = after
    if bound in OPPOSITE and tokens.low(start - 1) in ("no", "not"):  # "no better than one in ten"
        start, bound = start - 1, OPPOSITE[bound]
    return Numbered(start, end, _opened(found, bound))


def _opened(found: Range, bound: Bound | None) -> Range:
    if bound in ("at-least", "more-than"):
        return Range(found.low, WHOLE)
    if bound in ("at-most", "less-than"):
        return Range(Decimal(0), found.high)
    return found
