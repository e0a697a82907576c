"""Numerals: numbers in digits, with magnitude, power or fraction ("2.5 million", "£4bn", "1.99×10−30", "7 3/4")."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from onrecord.judge.quantities.number import DASHES, PERCENT, TWELVE, Number
from onrecord.judge.quantities.shares import and_half, read_share
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.quantities.wordnumbers import HUNDRED, MAGNITUDES, SUFFIXES, SURE_SUFFIXES

LONGEST_NUMERAL = 30
"""Characters of the longest numeral that is a quantity; what is longer is a code."""

SIGNED = frozenset("$£€¥₹")
POWER = re.compile(r"\s?[×x]\s?10\s?(?:\^\s?)?([-−–]?[0-9]{1,2})(?![0-9])")


def read_numeral(tokens: Tokens, place: int) -> Number | None:
    """Read the number that begins with digits at a place.

    Args:
        tokens: The text's tokens.
        place: Where the digits stand.
    """
    printed = tokens.low(place)
    if len(printed) > LONGEST_NUMERAL:
        return None
    value = Decimal(printed.replace(",", ""))
    end = place + 1
    end, value = _spaced(tokens, end, printed, value)
    if tokens.low(end) == "/" and tokens.touches(end) and tokens.is_number(end + 1) and tokens.touches(end + 1):
        return _divided(tokens, place, value, end)
    if found := read_vulgar(tokens, end, value, place):
        return found
    if power := POWER.match(tokens.text, tokens.ends[end - 1]):
        value = value.scaleb(int(power[1].replace("−", "-").replace("–", "-")))
        while end < len(tokens) and tokens.ends[end - 1] < power.end():
            end += 1
        return Number(place, end, value, "number.power")
    if word_end := _magnitude(tokens, end):
        for here in range(end, word_end):
            value *= MAGNITUDES.get(tokens.low(here)) or (HUNDRED if tokens.low(here) == "hundred" else 1)
        return and_half(tokens, Number(place, word_end, value, "number.digits"))
    if tokens.low(end) == "dozen":
        return Number(place, end + 1, value * TWELVE, "number.digits")
    suffix = tokens.low(end)
    if tokens.printed(end) == "K" and len(printed) == 1 and tokens.low(place - 1) not in SIGNED:
        return None  # "4K television"
    if suffix == "mm" and tokens.low(place - 1) not in SIGNED:
        suffix = ""
    if suffix in SUFFIXES and (tokens.touches(end) or suffix in SURE_SUFFIXES or tokens.printed(end) in "BM"):
        sure = suffix in SURE_SUFFIXES
        return Number(place, end + 1, value * SUFFIXES[suffix], "number.digits", unsure=not sure, plain=value)
    mixed = _mixed(tokens, place, value, end)
    return mixed or read_share(tokens, place, value, end) or Number(place, end, value, "number.digits", bare=True)


def _spaced(tokens: Tokens, end: int, printed: str, value: Decimal) -> tuple[int, Decimal]:
    """Go on over thousands set apart by spaces ("10 000"); plain spaces only where noughts follow."""
    if "," in printed or "." in printed or len(printed) > 3:
        return end, value
    while tokens.is_number(end) and len(tokens.low(end)) == 3 and tokens.starts[end] == tokens.ends[end - 1] + 1:
        if tokens.text[tokens.ends[end - 1]] == " " and tokens.low(end) != "000":
            break
        if tokens.text[tokens.ends[end - 1]] not in " \u00a0\u2009\u202f":
            break
        value = value * 1000 + Decimal(tokens.low(end))
        end += 1
        if end - len(printed) > LONGEST_NUMERAL:
            break
    return end, value


def _magnitude(tokens: Tokens, end: int) -> int:
    """The place after the magnitude words at a place ("2.5 million", "4 hundred", "1.8-billion"); 0 where none is."""
    here = end + (tokens.low(end) in DASHES and tokens.touches(end) and tokens.touches(end + 1))
    if tokens.low(here) == "hundred":
        return here + 1 + (tokens.low(here + 1) in MAGNITUDES)
    return here + 1 if tokens.low(here) in MAGNITUDES else 0


def _divided(tokens: Tokens, place: int, value: Decimal, slash: int) -> Number | None:
    """Read "1/2"; not "24/7" or "9/11"."""
    below = Decimal(tokens.low(slash + 1)[:LONGEST_NUMERAL].replace(",", ""))
    if not 0 < value < below <= PERCENT or tokens.low(slash + 2) == "/" or (value == 9 and below == 11):
        return None
    return Number(place, slash + 2, value / below, "number.divided")


def _mixed(tokens: Tokens, place: int, value: Decimal, end: int) -> Number | None:
    """Read "7 3/4"."""
    if not (tokens.is_number(end) and tokens.low(end + 1) == "/" and tokens.is_number(end + 2)):
        return None
    part = _divided(tokens, end, Decimal(tokens.low(end)[:LONGEST_NUMERAL].replace(",", "")), end + 1)
    if part is None or part.value is None:
        return None
    return Number(place, part.end, value + part.value, "number.divided")


def read_vulgar(tokens: Tokens, place: int, whole: Decimal, first: int) -> Number | None:
    """Read "½" alone, or after a numeral ("2½")."""
    mark = tokens.printed(place)
    if len(mark) != 1 or unicodedata.category(mark) != "No":
        return None
    parts = unicodedata.normalize("NFKC", mark).split("⁄")
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() for part in parts) or not int(parts[1]):
        return None
    return Number(first, place + 1, whole + Decimal(parts[0]) / Decimal(parts[1]), "number.divided")
