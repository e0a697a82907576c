"""Shares: halves, fractions in words and ratios ("two-thirds", "half a million", "one in five"), in per cent."""

from __future__ import annotations

from decimal import Decimal

from onrecord.judge.quantities.change import is_changing
from onrecord.judge.quantities.number import DASHES, HALF, PERCENT, TWELVE, Number
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.quantities.unittable import UNITS
from onrecord.judge.quantities.wordnumbers import HUNDRED, MAGNITUDES, read_words
from onrecord.judge.wordlist import word_set

DENOMINATORS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
    "hundredth": 100,
    "thousandth": 1000,
}

HALVED = word_set("of the a an its their all his her my our your this that these those")
"""Words after "half" where it is a share ("half the homes"), not a period ("the second half")."""

BEFORE_PERIOD = word_set("""first second latter last other this that each every next previous final past opening
    third fourth in""")
"""Words before "half", "quarter" or "third" where it is a period, a part of a match, or a way to break."""

AFTER_PART = word_set("to from in over since on compared during between and or as when while after because this last")
"""Words after "a third" where it is a share, not an ordinal: "fell by a third *to* €4m"."""

PERIODS = word_set("year season month century decade match game play day night term")


def read_half(tokens: Tokens, first: int, place: int) -> Number | None:
    """Read "half" at a place: of a number, of a unit, or a share; not a period."""
    after = place + 1
    if tokens.low(after) in DASHES:
        after += 1
    article = tokens.low(after) in ("a", "an")
    here = after + article
    if tokens.low(here) in MAGNITUDES or tokens.low(here) in ("hundred", "dozen"):
        whole = MAGNITUDES.get(tokens.low(here), TWELVE if tokens.low(here) == "dozen" else HUNDRED)
        return Number(first, here + 1, whole / 2, "number.half")
    if article or (tokens.low(here) in UNITS and (after > place + 1 or tokens.low(here).startswith("per"))):
        return Number(first, here, HALF, "number.half")
    if after > place + 1:
        return None  # "half-brother"
    if first < place and tokens.low(first - 1) in ("and", "-"):
        return None  # "two and a half", which the number before has read
    if tokens.low(place - 1) in BEFORE_PERIOD or tokens.low(place + 1) in PERIODS:
        return None
    if first == place and not (tokens.low(after) in HALVED or tokens.low(place - 1) in ("by", "than", "about")):
        return None
    return Number(first, place + 1, PERCENT / 2, "number.fraction")


def read_share(tokens: Tokens, first: int, value: Decimal, end: int) -> Number | None:
    """A fraction in words ("two-thirds", "a quarter of") or a ratio ("one in five", "9 out of 10")."""
    return _fraction(tokens, first, value, end) or _ratio(tokens, first, value, end)


def _fraction(tokens: Tokens, first: int, value: Decimal, end: int) -> Number | None:
    place = end + (tokens.low(end) in DASHES and tokens.touches(end))
    word = tokens.low(place)
    single = word in DENOMINATORS
    below = DENOMINATORS.get(word if single else word.removesuffix("s").replace("halve", "half"))
    if below is None or single != (value == 1) or value >= below * 2:
        return None
    following = tokens.low(place + 1)
    if tokens.low(place + 1) in DASHES and tokens.low(place + 2) in ("point", "percentage", "mile"):
        return Number(first, place + 1, value / below, "number.fraction-of")
    if below == 2 and value == 1 and following in UNITS:
        return Number(first, place + 1, HALF, "number.half")
    if following in MAGNITUDES:
        return Number(first, place + 2, value / below * MAGNITUDES[following], "number.fraction-of")
    if single and following not in ("of", "the") and tokens.low(first) in ("a", "an"):
        return _part(tokens, first, place, below)
    if tokens.low(first) not in ("a", "an") and tokens.low(first - 1) in BEFORE_PERIOD:
        return None
    if following == "of" and tokens.low(place + 2) in ("a", "an") and tokens.low(place + 3) in MAGNITUDES:
        return Number(first, place + 4, value / below * MAGNITUDES[tokens.low(place + 3)], "number.fraction-of")
    if (
        following == "of"
        and tokens.low(place + 2) in ("a", "an")
        and tokens.low(place + 3)
        in (
            "percent",
            "percentage",
            "point",
            "mile",
        )
    ):
        return Number(first, place + 3, value / below, "number.fraction-of")
    if following == "of" and (tokens.kind(place + 2) == "number" or tokens.low(place + 2) in ("last", "this", "next")):
        return None
    return Number(first, place + 1, PERCENT * value / below, "number.fraction")


def _part(tokens: Tokens, first: int, place: int, below: int) -> Number | None:
    """Read "a third" without an "of" is a share after words of comparison or before a mark, else an ordinal."""
    before, after = tokens.low(first - 1), tokens.low(place + 1)
    compared = before in ("by", "than", "over", "under", "about", "nearly", "almost", "to", "around")
    of_change = before in ("than", "nearly", "almost") or (before == "by" and is_changing(tokens, first - 2))
    hour = after == "to" and (tokens.is_number(place + 2) or read_words(tokens, place + 2) is not None)
    ends = not tokens.is_word(place + 1) or (of_change and after in AFTER_PART and not (hour and below == 4))
    return Number(first, place + 1, PERCENT / below, "number.fraction") if compared and ends else None


def _ratio(tokens: Tokens, first: int, value: Decimal, end: int) -> Number | None:
    """Read "one in five", "nine out of ten", "one in every 200"; "two in 2019" and "two in three days" are none.

    "Two in three voters" is one at a sentence's beginning alone; elsewhere it may as well be two of something.
    """
    if value != int(value) or not 0 < value < 1000:
        return None
    here = end
    if tokens.low(here) in DASHES and tokens.low(here + 1) == "in":
        here += 1
    if tokens.slice(here, 2) == ("out", "of"):
        here += 2
    elif tokens.low(here) == "in":
        here += 1
    else:
        return None
    every = tokens.low(here) == "every"
    here += every
    here += tokens.low(here) in DASHES
    second = _second(tokens, here)
    if second is None:
        return None
    below, stop = second
    opens = first == 0 or tokens.kind(first - 1) == "break" or tokens.low(first - 1) in (".", "“", '"')
    small = every or value == 1 or tokens.low(end) == "out" or below in (10, PERCENT) or (opens and below < 10)
    if not value < below <= 100_000 or not small or (1500 < below < 2100 and "," not in tokens.low(here)):
        return None
    if tokens.low(stop) in ("days", "hours", "minutes", "weeks", "months", "years", "seconds", "percent", "per", "%"):
        return None
    return Number(first, stop, PERCENT * value / below, "number.ratio")


def _second(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    """The whole that a ratio is out of."""
    if tokens.is_number(place) and len(tokens.low(place)) <= 7 and "." not in tokens.low(place):
        return Decimal(tokens.low(place).replace(",", "")), place + 1
    if tokens.slice(place, 2) == ("a", "hundred"):
        return HUNDRED, place + 2
    return read_words(tokens, place)


def and_half(tokens: Tokens, number: Number) -> Number:
    """Read "two and a half", "a million and a half"."""
    here = number.end
    dash = tokens.low(here) in DASHES
    words = ("-", "and", "-", "a", "-", "half") if dash else ("and", "a", "half")
    if number.value is None or tokens.slice(here, len(words)) != words:
        return number
    whole = Decimal(1)
    last = tokens.low(number.end - 1)
    if last in MAGNITUDES or last == "hundred":
        whole = MAGNITUDES.get(last, HUNDRED)
    return Number(number.first, here + len(words), number.value + whole / 2, number.rule)
