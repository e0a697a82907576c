"""Units: their names, plurals and symbols, and what stands after a number as its unit and rate.

Names are those of the SI Brochure (9th edition) in British spelling, and of common use for the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.judge.quantities.money import read_name
from onrecord.judge.quantities.nouns import STOPS
from onrecord.judge.quantities.number import DASHES, Number
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.quantities.unittable import (
    CAPITALS,
    COMPOUNDS,
    FOLD,
    POWERS,
    RATES,
    SPACED,
    SQUARES,
    TOUCHING,
    UNITS,
    WORDS_THAT_ARE_MORE,
)
from onrecord.judge.wordlist import word_set

UNITS["%"] = UNITS["％"] = "percent"

UNITS["pc"] = "percent"

PER = word_set("per each every")

ARTICLE_RATES = word_set(
    """second minute hour day week month quarter year night season decade time share barrel gallon ounce tonne ton head
    litre liter person piece mile pound kilo kilogram game pop unit bushel"""
)
"""What a rate after "a" or "an" is by ("barrels a day"); after "per" it is whatever stands there."""

EVERY = {
    "annually": "year",
    "yearly": "year",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "hourly": "hour",
}

NO_RATE = word_set("ago earlier later before after previously")
"""After "a year", these make a time of it ("$2.2 billion a year earlier")."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What follows a number as its unit.

    Attributes:
        end: The place after it.
        name: ISO code or name in the singular.
        rule: The rule that read it.
        joined: Whether a hyphen joins it to the number ("a five-year plan").
        per: What it is a rate of, where the unit itself says so ("mph").
    """

    end: int
    name: str
    rule: str
    joined: bool = False
    per: str | None = None


def read_unit(tokens: Tokens, number: Number, place: int, country: str | None = None) -> Unit | None:
    """Read the unit at a place after a number.

    Args:
        tokens: The text's tokens.
        number: The number.
        place: Where the unit would begin.
        country: Of publication, for money.
    """
    dash = _is_joined(tokens, place)
    here = place + dash
    if tokens.kind(here) in ("number", "break"):
        return None
    large = number.value is not None and abs(number.value) >= 100_000
    if money := read_name(tokens, here, country, large):
        return Unit(*money, joined=dash)
    unit = _compound(tokens, here) or _rate(tokens, here) or _simple(tokens, number, here)
    return None if unit is None else Unit(unit[0], unit[1], unit[2], dash, unit[3] if len(unit) > 3 else None)


def _is_joined(tokens: Tokens, place: int) -> bool:
    """Whether a hyphen joins a unit to the number: "five-year", and "30 - year" where spaces were put around it."""
    if tokens.low(place) not in DASHES:
        return False
    if tokens.touches(place) and tokens.touches(place + 1):
        return True
    word = tokens.low(place + 1)
    return tokens.touches(place) == tokens.touches(place + 1) and UNITS.get(word) == word and len(word) > 2


def _compound(tokens: Tokens, here: int) -> tuple[int, str, str, None] | None:
    """Read "percentage points", "square miles", "degrees Celsius", "per cent"."""
    word = tokens.low(here)
    if word in SQUARES:
        base = UNITS.get(tokens.low(here + 1))
        if base is None and tokens.low(here + 1) in ("m", "km"):
            base = "metre"
        if base is None and tokens.low(here + 1) == "." and tokens.low(here + 2) in ("ft", "mi", "miles"):
            return here + 3, "square foot", "unit.word", None
        return (here + 2, f"{SQUARES[word]} {base}", "unit.word", None) if base else None
    first = UNITS.get(word, word)
    second = here + 1 + (tokens.low(here + 1) in DASHES)
    name = tokens.low(second)
    pair = COMPOUNDS.get((first, UNITS.get(name, name))) or COMPOUNDS.get((first, name)) or COMPOUNDS.get((word, name))
    if pair is None:
        return None
    end = second + 1
    if pair == "percent" and tokens.low(end) in ("point", "points"):
        return end + 1, "percentage point", "unit.percentage-point", None
    return end, pair, "unit.percentage-point" if pair == "percentage point" else "unit.word", None


def _rate(tokens: Tokens, here: int) -> tuple[int, str, str, str] | None:
    """Read "mph", "km/h", "bpd"."""
    word = tokens.low(here)
    if word == "km" and tokens.slice(here + 1, 2) == ("/", "h"):
        return here + 3, "kilometre", "unit.symbol", "hour"
    if word == "m" and tokens.slice(here + 1, 2) == ("/", "s"):
        return here + 3, "metre", "unit.symbol", "second"
    if word == "b" and tokens.slice(here + 1, 2) != ("/", "d"):
        return None
    if word in RATES:
        name, per = RATES[word]
        return here + 1 + 2 * (word == "b"), name, "unit.symbol", per
    return None


def _simple(tokens: Tokens, number: Number, here: int) -> tuple[int, str, str, None] | None:
    word = tokens.low(here)
    if word in POWERS:
        return here + 1, POWERS[word], "unit.symbol", None
    if word in ("m", "km") and tokens.low(here + 1) in ("²", "2", "³", "3") and tokens.touches(here + 1):
        square = "square" if tokens.low(here + 1) in "²2" else "cubic"
        return here + 2, f"{square} {'metre' if word == 'm' else 'kilometre'}", "unit.symbol", None
    if word == "°" or word == "º":
        scale = {"c": "celsius", "f": "fahrenheit"}.get(tokens.low(here + 1), "degree")
        return here + 1 + (scale != "degree"), scale, "unit.symbol", None
    if word == "deg" and tokens.low(here + 1) in ("c", "f"):
        return here + 2, "celsius" if tokens.low(here + 1) == "c" else "fahrenheit", "unit.symbol", None
    if tokens.printed(here) == "Nm":
        return here + 1, "newton metre", "unit.symbol", None
    if word == FOLD:
        return here + 1, "time", "unit.word", None
    if word in UNITS and not (word in WORDS_THAT_ARE_MORE and not _after_numeral(tokens, here)):
        return here + 1, UNITS[word], "unit.percent" if UNITS[word] == "percent" else "unit.word", None
    near = tokens.touches(here) or (word in SPACED and (not tokens.is_word(here + 1) or tokens.low(here + 1) in STOPS))
    if word in TOUCHING and near and number.bare and _has_case(tokens, here):
        return here + 1, TOUCHING[word], "unit.symbol", None
    if word in ("w", "l") and tokens.is_number(here - 1) and tokens.printed(here) in ("W", "l"):
        return here + 1, TOUCHING[word], "unit.symbol", None
    return None


def _has_case(tokens: Tokens, here: int) -> bool:
    """Whether letters are written as a unit is: "5G" is no weight, and "5f" no temperature."""
    word, printed = tokens.low(here), tokens.printed(here)
    return word in CAPITALS if printed != word else word not in ("f", "c")


def _after_numeral(tokens: Tokens, here: int) -> bool:
    """Whether digits stand before a place; "times" and "seconds" are plain after words as well."""
    return tokens.is_number(here - 1) or tokens.low(here).endswith("s") or tokens.low(here) == "second"


def read_rate(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """Read what a quantity is a rate of: "a day", "per gram", "/week", "-a-year".

    Args:
        tokens: The text's tokens.
        place: The place after the unit or the words that are counted.

    Returns:
        The place after it and its words in the singular; None where there is none.
    """
    here = place + (tokens.low(place) in DASHES and tokens.touches(place))
    word = tokens.low(here)
    if word in EVERY and here == place:
        return here + 1, EVERY[word]
    follows = here + 1 + (tokens.low(here + 1) in DASHES and tokens.touches(here + 1))
    base = tokens.low(follows)
    if tokens.low(follows + 1) in NO_RATE:
        return None
    if word in ("a", "an") and base in ARTICLE_RATES:
        return follows + 1, UNITS.get(base, base)
    if word == "per" and tokens.is_number(here + 1):
        end = here + 2 + (tokens.is_word(here + 2) and tokens.low(here + 2) not in STOPS)
        return end, " ".join(map(tokens.printed, range(here + 1, end)))  # "12 cases per 100,000 people"
    if word in ("/", *PER) and tokens.is_word(follows):
        name = UNITS.get(base, base)
        if word in ("/", "per"):
            if base == "common" or base == "primary" or base == "diluted":
                return follows + 2, tokens.low(follows + 1)
            if base == "square" and tokens.low(follows + 1) in UNITS:
                return follows + 2, f"square {UNITS[tokens.low(follows + 1)]}"
            return follows + 1, name
        return (follows + 1, name) if base in ARTICLE_RATES else None
    return None
