"""Parts: a quantity while it is read: a number with its sign, magnitude and unit, and what is found around it later."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from onrecord.judge.quantities.bounds import bound_before
from onrecord.judge.quantities.counted import read_noun
from onrecord.judge.quantities.found import Change, Kind
from onrecord.judge.quantities.money import read_sign
from onrecord.judge.quantities.number import HALF, Number
from onrecord.judge.quantities.numbers import read_number
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.quantities.units import Unit, read_unit
from onrecord.judge.wordlist import word_set
from onrecord.types import Bound

SHARES = frozenset({"percent", "percentage point", "point", "basis point"})
"""Units in which a sign before the number is a change ("-0.3%"), and "cut 10 percent" tells by how much."""

LENGTHS = word_set("high tall long wide deep away above below tower final sprint race")
"""Words after "10m" that make metres of it."""

MINUSES = frozenset("-−–")


@dataclass(slots=True)
class Parts:
    """A quantity as far as it is read.

    Attributes:
        number: Its number; of a range the lower end.
        first, end: Its first token and the one after its last.
        unit, per, bound, change, kind, rules: As in ``Found``.
        joined: Whether a hyphen joins the unit to the number.
        noun: The words that tell what is counted: first token, and the one after the last.
        high: The upper end of a range.
        passed: The token after its rate, which may stand after what is counted.
        lead: Where the words begin that stand before it as a bound, and the bound.
    """

    number: Number
    first: int
    end: int
    unit: str | None = None
    per: str | None = None
    joined: bool = False
    noun: tuple[int, int] | None = None
    bound: Bound | None = None
    change: Change | None = None
    kind: Kind = "quantity"
    high: Decimal | None = None
    lead: tuple[int, Bound | None] = (0, None)
    passed: int = 0
    rules: list[str] = field(default_factory=list)

    @property
    def is_share(self) -> bool:
        """Whether it is in per cent or points."""
        return self.unit in SHARES


def read_parts(tokens: Tokens, number: Number, country: str | None) -> Parts:
    """Read what belongs to a number itself: its sign, its money, its unit.

    Args:
        tokens: The text's tokens.
        number: The number.
        country: Of publication, for money.
    """
    parts = Parts(number, number.first, number.end, rules=[number.rule])
    if sign := read_sign(tokens, number.first, country):
        parts.first, parts.unit = sign[0], sign[1]
        parts.rules.append(sign[2])
    elif number.unsure and number.plain is not None and _is_unit(tokens, number, country):
        parts.number = replace(number, end=number.end - 1, value=number.plain, bare=True, unsure=False)
        parts.end = number.end - 1
    unit = read_unit(tokens, parts.number, parts.end, country)
    _read_minus(tokens, parts, unit)
    if number.is_share:
        parts.unit = "percent"
    elif number.rule == "number.fold":
        parts.unit = "time"
    elif unit is not None:
        _take_unit(tokens, parts, unit)
    elif tokens.low(parts.end) == "of" and parts.unit is None and (number.value is None or number.about):
        if unit := read_unit(tokens, number, parts.end + 1, country):  # "billions of dollars", "a couple of months"
            _take_unit(tokens, parts, unit)
    elif parts.unit is None and tokens.low(parts.end) == "of":
        _take_unit_of_whole(tokens, parts, country)
    parts.lead = bound_before(tokens, parts.first)
    return parts


def _is_unit(tokens: Tokens, number: Number, country: str | None) -> bool:
    """Whether the letter after the digits is a unit ("a 10m platform"), not a magnitude ("1.2m barrels")."""
    letter, after = tokens.low(number.end - 1), number.end
    if letter == "m" and read_unit(tokens, replace(number, bare=False), after, country):
        return False
    if letter in ("b", "mil") or read_noun(tokens, after, False) > after:
        return False
    if letter in ("mm", "t") or tokens.low(after) in LENGTHS or (letter == "m" and tokens.low(number.first - 1) == "a"):
        return True
    return number.plain is not None and number.plain >= 100 and "." not in tokens.low(number.first)


def _read_minus(tokens: Tokens, parts: Parts, unit: Unit | None) -> None:
    """Read "-5C", "minus 130 degrees"; a sign before a share is a change ("+0.3%")."""
    here = parts.first - 1
    mark = tokens.low(here)
    minus = tokens.low(here - (mark == "-")) == "minus"
    apart = not (tokens.touches(here) and tokens.kind(here - 1) in ("word", "number"))
    sign = tokens.touches(parts.first) and (mark == "+" or (mark in MINUSES and apart))
    if not (minus or sign) or parts.number.value is None:
        return
    start = here - (minus and mark == "-")
    if mark == "+" or (not minus and unit is not None and unit.name in SHARES):
        parts.first, parts.change = start, "up" if mark == "+" else "down"
        parts.rules.append("change.sign")
    elif minus or unit is not None or parts.unit is not None:
        parts.first = start
        parts.number = replace(parts.number, value=-parts.number.value)
        parts.rules.append("number.negative")


def _take_unit(tokens: Tokens, parts: Parts, unit: Unit) -> None:
    if parts.unit is not None:
        if unit.rule.startswith("money"):
            parts.end = unit.end  # "$5.9 billion dollars"
        return
    if unit.name == "second" and tokens.low(unit.end - 1) == "second" and not unit.joined and parts.number.value != 1:
        return
    parts.unit, parts.end, parts.per, parts.joined = unit.name, unit.end, unit.per, unit.joined
    parts.rules.append(unit.rule)
    if tokens.slice(parts.end, 3) == ("and", "a", "half") and parts.number.value is not None:
        parts.number = replace(parts.number, value=parts.number.value + HALF)
        parts.end += 3


def _take_unit_of_whole(tokens: Tokens, parts: Parts, country: str | None) -> None:
    """Read "40 million of the 3 billion shekels": the part is in the unit of the whole."""
    place = parts.end + 1 + (tokens.low(parts.end + 1) in ("the", "its", "their", "a"))
    whole = read_number(tokens, place) if tokens.is_number(place) else None
    unit = read_unit(tokens, whole, whole.end, country) if whole else None
    if unit is not None and unit.name != "percent":
        parts.unit = unit.name
        parts.rules.append("unit.carried")
