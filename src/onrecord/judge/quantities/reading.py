"""Reading: every quantity of a text, from left to right, each number with the words around it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from onrecord.judge.quantities import apart, names
from onrecord.judge.quantities.around import (
    OPEN_HIGH,
    OPEN_LOW,
    carry_unit,
    find_noun,
    is_time,
    read_around,
    read_bound,
)
from onrecord.judge.quantities.bounds import bound_before
from onrecord.judge.quantities.change import INFINITIVES, MULTIPLES, read_multiple
from onrecord.judge.quantities.counted import read_noun
from onrecord.judge.quantities.found import Found
from onrecord.judge.quantities.number import DASHES, Number
from onrecord.judge.quantities.numbers import STARTS, read_number
from onrecord.judge.quantities.parts import Parts, read_parts
from onrecord.judge.quantities.ranges import Ends, is_pair, make_range, read_ends
from onrecord.judge.quantities.tokens import Tokens
from onrecord.spans import Span
from onrecord.types import Bound

TABLE = 12
"""Numerals with nothing between them from which they are a table's, not a sentence's."""

BEGINNING = STARTS | MULTIPLES.keys() | INFINITIVES.keys()
"""Words that a quantity may begin with."""


def read_quantities(text: str, span: Span | None = None, country: str | None = None) -> tuple[Found, ...]:
    """Read the quantities of a text, in time linear in its length.

    Args:
        text: The text; a whole report or a sentence.
        span: Only those that stand wholly in this stretch, read with the words around it; None for all.
        country: ISO 3166 code of the country of publication, which decides whose dollars "$" means; None where it is
            not known.

    Returns:
        The quantities in their order, each with its span in the text; ages, and "one" that hardly counts, told apart.
    """
    found = _Reader(Tokens(text), apart.find_masks(text), country).read()
    return tuple(found) if span is None else tuple(one for one in found if span.covers(one.span))


class _Reader:
    """Reads the quantities of one text."""

    def __init__(self, tokens: Tokens, masks: apart.Masks, country: str | None) -> None:
        self.tokens = tokens
        self.masks = masks
        self.country = country
        self.found: list[Found] = []
        self.before: list[Parts] = []

    def read(self) -> list[Found]:
        place, count = 0, len(self.tokens)
        kinds, lows = self.tokens.kinds, self.tokens.lows
        while place < count:
            kind, low = kinds[place], lows[place]
            begins = low in BEGINNING if kind == "word" else kind == "number" or (kind == "mark" and low >= "\x80")
            place = self._step(place) if begins else place + 1
        return self.found

    def _step(self, place: int) -> int:
        """Read what begins at a place; the place to go on at."""
        tokens = self.tokens
        if tokens.kinds[place] == "word" and tokens.lows[place] not in STARTS:
            return self._multiple(place)
        if end := self.masks.end_at(tokens.starts[place]):
            while place < len(tokens) and tokens.starts[place] < end:
                place += 1
            return place
        if table_end := self._table_end(place):
            return table_end
        number = read_number(tokens, place)
        return place + 1 if number is None else max(self._quantity(number), place + 1)

    def _table_end(self, place: int) -> int:
        """The end of a row of figures, a scraped table's, that begins at a place; 0 where none does."""
        end = place
        while self.tokens.is_number(end):
            end += 1
        return end if end - place >= TABLE else 0

    def _quantity(self, number: Number) -> int:
        """Read the quantity of a number; the place to go on at."""
        tokens = self.tokens
        parts = read_parts(tokens, number, self.country)
        ends = read_ends(tokens, parts, self.country)
        if ends is not None and self.masks.end_at(tokens.starts[ends.second.first]):
            ends = None
        if ends is not None and is_pair(tokens, parts, ends):
            return self._pair(parts, ends)
        if ends is not None:
            make_range(parts, ends)
        elif score_end := apart.score_end(tokens, parts.number):
            return score_end
        elif self._is_apart(parts):
            return self._after_apart(parts)
        read_around(tokens, parts, self.before)
        if ends is not None and self._is_no_range(parts, ends):
            return parts.end
        if parts.kind == "age" or not is_time(tokens, parts):
            self._add(parts)
        return max(parts.end, parts.passed)

    def _pair(self, parts: Parts, ends: Ends) -> int:
        """Add the two ends of a change, the first with the second's unit where it has none."""
        tokens = self.tokens
        noun = read_noun(tokens, ends.end, False) > ends.end
        if apart.is_year(tokens, ends.second, noun, False) or apart.is_age(tokens, parts.number):
            return ends.end
        if apart.is_date(tokens, parts.number) or apart.is_date(tokens, ends.second):
            return ends.end
        target = read_parts(tokens, ends.second, self.country)
        target.change, parts.change = "to", "from"
        target.rules.append("change.to")
        parts.rules.append("change.from")
        parts.number = ends.first
        if parts.unit is None and target.unit is not None:
            parts.unit, parts.joined = target.unit, target.joined
            parts.rules.append("unit.carried")
        read_around(tokens, target, self.before)
        read_bound(tokens, parts)
        if parts.noun is None:
            parts.noun, parts.per = target.noun, target.per
        self._add(parts)
        self._add(target)
        return target.end

    def _is_no_range(self, parts: Parts, ends: Ends) -> bool:
        """Whether what looked like a range is a result, two years, two days, two ages or part of a name."""
        tokens, first = self.tokens, replace(ends.first, bare=True)
        if parts.unit is not None:
            return False
        plural = parts.noun is not None
        if apart.is_date(tokens, ends.second) or apart.is_date(tokens, first) or apart.is_age(tokens, first):
            return True
        if apart.is_year(tokens, ends.second, plural and not tokens.is_capital(parts.first), False):
            return True
        if ends.link == "-" and not plural:
            return apart.score_end(tokens, first) > 0
        return names.is_name(tokens, replace(first, end=ends.second.end), False, plural)

    def _is_apart(self, parts: Parts) -> bool:
        """Whether the number is no quantity. Finds what it counts on the way."""
        tokens, number = self.tokens, parts.number
        noun = find_noun(tokens, parts)
        bounded = parts.lead[1] is not None
        has_unit = parts.unit is not None
        if names.counts_nothing(tokens, number, has_unit, noun, bounded) or names.is_code(tokens, number.end):
            return True
        if number.is_share or (has_unit and parts.unit not in ("point", "time")):
            return False
        if apart.is_date(tokens, number) or names.is_name(tokens, number, has_unit, noun):
            return True
        if has_unit:
            return False
        year = apart.is_year(tokens, number, noun, bounded)
        return year or (not noun and apart.is_age(tokens, number)) or self._is_in_noun(number)

    def _is_in_noun(self, number: Number) -> bool:
        """Whether a numeral stands inside the name of what the number before it counts ("three old 320 Neo jets")."""
        noun = self.before[-1].noun if self.before else None
        return self.tokens.is_number(number.first) and noun is not None and noun[0] <= number.first < noun[1]

    def _after_apart(self, parts: Parts) -> int:
        """Go on after what is no quantity; "one of the captains" is given, as what it is."""
        tokens, number = self.tokens, parts.number
        if tokens.low(number.first) == "one" and tokens.low(number.end) == "of":
            read_around(tokens, parts, self.before)
            self._add(parts)
        end = number.end
        if tokens.is_number(number.first):  # the rest of "A330-300E", "2019/20"
            while tokens.touches(end) and (tokens.kind(end) in ("word", "number") or tokens.low(end) in ("/", *DASHES)):
                end += 1
        return end

    def _multiple(self, place: int) -> int:
        """A word that is a number of times: "quadrupled"."""
        if read := read_multiple(self.tokens, place):
            number = Number(place, place + 1, read[0], "number.multiple")
            parts = Parts(number, place, place + 1, unit="time", change=read[1], rules=[number.rule])
            parts.lead = bound_before(self.tokens, place)
            read_bound(self.tokens, parts)
            self._add(parts)
        return place + 1

    def _add(self, parts: Parts) -> None:
        """Close a quantity and add it."""
        carry_unit(self.tokens, parts, self.before)
        number = parts.number
        bound: Bound = parts.bound or ("about" if number.about or number.value is None else "exact")
        low, high = _sides(number.value, parts.high, bound)
        if names.is_slight(self.tokens, number, parts.unit, parts.bound):
            parts.kind = "one"
        self.before.append(parts)
        self.found.append(
            Found(
                span=self.tokens.span(parts.first, parts.end),
                kind=parts.kind,
                low=low,
                high=high,
                bound=bound,
                unit=parts.unit,
                of=self.tokens.span(*parts.noun) if parts.noun else None,
                change=parts.change,
                per=parts.per,
                order=number.order,
                rules=tuple(parts.rules),
            )
        )


def _sides(value: Decimal | None, high: Decimal | None, bound: Bound) -> tuple[Decimal | None, Decimal | None]:
    """The low and high side of a number; an open side, and both of a vague one, are None."""
    if value is None:
        return None, None
    if bound == "range":
        other = value if high is None else high
        return min(value, other), max(value, other)
    return None if bound in OPEN_LOW else value, None if bound in OPEN_HIGH else value
