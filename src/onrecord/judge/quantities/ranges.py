"""Ranges: two numbers that are the ends of one ("between 40 and 50", "4 or 5", "3.2 ± 0.4")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from onrecord.judge.quantities.apart import CENTURIES, is_whole
from onrecord.judge.quantities.bounds import bound_before
from onrecord.judge.quantities.change import is_changing
from onrecord.judge.quantities.money import read_sign
from onrecord.judge.quantities.names import follows_name
from onrecord.judge.quantities.number import DASHES, Number
from onrecord.judge.quantities.numbers import read_number, scale_of
from onrecord.judge.quantities.parts import Parts
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.quantities.units import Unit, read_unit
from onrecord.judge.wordlist import word_set

RANGING = word_set(
    """range ranges ranged ranging vary varies varying varied anywhere somewhere between estimates estimated run runs
    running estimate costing priced prices"""
)
"""Words before "from" that make a range of "from A to B", not a change."""

FAR = Decimal(3)
"""How many times as much the second end may be after "by" ("rose by $2 million to $9 million" is no range)."""

NEAR = Decimal(2)
"""How many times as much the second of "four or five" may be."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The second end of a range and what stands around it.

    Attributes:
        first: The first number, multiplied by the magnitude that stands after the second only ("$89 to $93 billion").
        second: The second number.
        unit: The second's unit.
        sign: The second's sign of money: code and rule.
        end: The place after it all.
        link: The word or mark between the two.
    """

    first: Number
    second: Number
    unit: Unit | None
    sign: tuple[str, str] | None
    end: int
    link: str


def read_ends(tokens: Tokens, parts: Parts, country: str | None) -> Ends | None:
    """Read the other end where a quantity is the first of a range, or of a change from one to another.

    Args:
        tokens: The text's tokens.
        parts: The quantity as it is read without what stands around it.
        country: Of publication, for money.

    Returns:
        The ends; None where the quantity stands alone or the two are in different units.
    """
    number = parts.number
    if number.value is None or number.is_share or parts.joined:
        return None
    if number.bare and parts.unit is None and tokens.low(parts.end) == "to" and follows_name(tokens, number):
        return None
    between = "between" in (tokens.low(parts.first - 1), tokens.low(parts.lead[0] - 1))
    ends = _read_second(tokens, number, parts.end, between, country)
    return ends if ends is not None and _are_alike(tokens, parts, ends) else None


def _are_alike(tokens: Tokens, parts: Parts, ends: Ends) -> bool:
    """Whether the two ends are in one unit, and near enough where "by" stands before ("by $2m to $9m" is no range)."""
    first, second = parts.number.value, ends.second.value
    if first is None or second is None or (tokens.low(parts.first - 1) == "by" and second > first * FAR):
        return False
    if parts.unit is None:
        return True
    other = ends.sign[0] if ends.sign else ends.unit.name if ends.unit else None
    if other is None:
        return ends.link == "-" or parts.rules[-1].startswith("money")
    return other == parts.unit


def is_pair(tokens: Tokens, parts: Parts, ends: Ends) -> bool:
    """Whether "from A to B" is a change from the one to the other, not a range.

    Args:
        tokens: The text's tokens.
        parts: The first end.
        ends: Both.
    """
    start = parts.lead[0]
    if ends.link != "to" or tokens.low(start - 1) != "from" or tokens.low(start - 2) in RANGING:
        return False
    if not is_changing(tokens, start - 2):
        return False
    return not (tokens.low(ends.end) == "to" and read_number(tokens, ends.end + 1) is not None)


def make_range(parts: Parts, ends: Ends) -> None:
    """Make one quantity of the two ends.

    Args:
        parts: The first end; becomes the range.
        ends: Both.
    """
    low, high = ends.first.value, ends.second.value
    if low is None or high is None:
        return
    if ends.link == "±":
        low, high = low - high, low + high
    parts.number = replace(ends.first, value=low, bare=False)
    parts.high, parts.bound, parts.end = high, "range", ends.end
    parts.rules.append(f"range.{ends.link}")
    if ends.second.rule == "number.fold":
        parts.unit = "time"
    if parts.unit is None and ends.sign is not None:
        parts.unit = ends.sign[0]
        parts.rules.append(ends.sign[1])
    elif parts.unit is None and ends.unit is not None:
        parts.unit, parts.per, parts.joined = ends.unit.name, ends.unit.per, ends.unit.joined
        parts.rules.append(ends.unit.rule)


def _read_second(tokens: Tokens, first: Number, end: int, between: bool, country: str | None) -> Ends | None:
    """Read the second number after a link; "between" before the first lets "and" link them."""
    link = _link(tokens, end, between)
    if link is None:
        return None
    word, here = link
    place = here
    while place < here + 4 and not (second := read_number(tokens, place)):
        place += 1
    sign = read_sign(tokens, place, country)
    start = sign[0] if sign else place
    if second is None or second.value is None or second.is_share or not _adjacent(tokens, here, start):
        return None
    unit = None if sign else read_unit(tokens, second, second.end, country)
    first = _scaled(tokens, first, second)
    if not _is_range(tokens, first, second, word, unit):
        return None
    return Ends(first, second, unit, sign[1:] if sign else None, unit.end if unit else second.end, word)


def _link(tokens: Tokens, end: int, between: bool) -> tuple[str, int] | None:
    """What links two ends, and the place after it."""
    word = tokens.low(end)
    if word in DASHES and tokens.low(end + 1) == "to" and tokens.low(end + 2) in DASHES:
        return "to", end + 3
    if word in DASHES and tokens.touches(end) and tokens.low(end + 1) == "or":
        return "or", end + 3 if tokens.low(end + 2) in DASHES else end + 2
    if word in DASHES and tokens.low(end + 1) == "to":  # "four- to sixfold"
        return "to", end + 2
    if word in DASHES and (tokens.touches(end) == tokens.touches(end + 1)):
        return "-", end + 1
    if word == "to" or (word == "and" and between) or word == "or":
        return word, end + 1
    if word == "±" or tokens.slice(end, 3) == ("+", "/", "-"):
        return "±", end + (1 if word == "±" else 3)
    return None


def _adjacent(tokens: Tokens, here: int, start: int) -> bool:
    """Whether nothing but "about" or "as much as" stands between the link and the second end."""
    return here == start or bound_before(tokens, start)[0] == here


def _scaled(tokens: Tokens, first: Number, second: Number) -> Number:
    """The first end in the second's magnitude: "$89 to $93 billion", "five to ten million"."""
    scale = scale_of(tokens, second)
    if scale == 1 or first.value is None or first.value >= 1000 or scale_of(tokens, first) > 1:
        return first
    plain = first.bare or first.rule == "number.words"
    return replace(first, value=first.value * scale) if plain else first


def _is_range(tokens: Tokens, first: Number, second: Number, word: str, unit: Unit | None) -> bool:
    low, high = first.value, second.value
    if low is None or high is None:
        return False
    if word == "or":
        return low < high <= low * NEAR and tokens.low(second.end - 1) != "k"
    if word == "±":
        return True
    if word == "-":
        return low < high and not (second.bare and unit is None and is_whole(high, *CENTURIES))
    return low != high
