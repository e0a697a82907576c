"""Apart: digits that are no quantity: dates, years, clock times, ordinals, ages, scores, telephone numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from onrecord.judge.quantities.number import DASHES, Number
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.wordlist import word_set

_PAGE = r"https?://\S+|www\.\S+"
_MAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
_SHAPE = (
    r"(?=[@#0-9+('’])(?:[@#]\w{2,}"  # all the rest begins so: most places are passed over at one look
    r"|\b[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]{4,16}Z?)?\b"  # 2022-03-18
    r"|\b[0-9]{1,2}[/.][0-9]{1,2}[/.](?:[0-9]{4}|[0-9]{2})\b"  # 18/03/2022
    r"|\b(?:24/7|9/11)\b"
    r"|\b[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?\s?(?:[ap]\.m\.?|[ap]m\b)"  # 7.05am
    r"|\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\b"
    r"|\b[0-9]{1,2}\s?(?:[ap]\.m\.?|[ap]m\b)"
    r"|\b[0-9]{4}\s?(?:GMT|BST|UTC|EST|EDT|PST|PDT|CET|CEST|IST|MSK)\b"
    r"|\b[0-9]{1,2}\s?o['’]clock\b"
    r"|\+[0-9][0-9 ()-]{7,17}[0-9]\b"  # +44 20 7946 0958
    r"|\(?\b[0-9]{3}\)?[-. ][0-9]{3}[-. ][0-9]{4}\b"
    r"|\b0[0-9]{2,4}[ -][0-9]{3,4}(?:[ -][0-9]{3,4})?\b"
    r"|\b[0-9]{3}-[0-9]{4}\b"
    r"|\b[0-9]{1,3}-to-(?:1|one)\b"  # odds and majorities
    r"|\b[0-9]{1,5}(?:\.[0-9]{1,5}){2,5}\b"  # versions and addresses of machines
    r"|\b[0-9]{1,3}(?:,[0-9]{3}){0,3}(?:st|nd|rd|th)\b"
    r"|['’][0-9]{2}s?\b|\b[0-9]{1,3}0s\b)"  # the '90s, the 1980s
)
MASKED = re.compile(f"{_PAGE}|{_SHAPE}", re.IGNORECASE)
MASKED_OR_MAIL = re.compile(f"{_PAGE}|{_MAIL}|{_SHAPE}", re.IGNORECASE)
"""The slower one, for texts with an @."""

MONTHS = word_set(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec"""
)

YEAR_BEFORE = word_set(
    """our its their his her my your in since by from during until till of before after through early late mid the year
    fiscal circa to between and around season spring summer autumn fall winter election elections class summit ©"""
)

CENTURIES = (1000, 2199)
FIRST_BARE, LAST_BARE = 1500, 2100
"""Between these, four bare digits without a noun are a year whatever stands before them."""


MODERN = (1900, 2100)

BEING = word_set("be is was am")
AFTER_AGE = frozenset({"", ".", ",", "by", "in", "when", "and", "next", "this"})
YOUNGEST = 15

OLDEST = 115

LARGEST_SCORE = 199

GROUPS = word_set("people women men adults children those anyone everyone workers voters patients under-")


@dataclass(frozen=True, slots=True)
class Masks:
    """Stretches of a text whose digits are told by their shape to be no quantities.

    Attributes:
        starts, ends: Of the stretches, sorted.
    """

    starts: Sequence[int]
    ends: Sequence[int]

    def end_at(self, position: int) -> int:
        """The end of the stretch that a position stands in; 0 where it stands in none."""
        before = bisect_right(self.starts, position) - 1
        return self.ends[before] if before >= 0 and position < self.ends[before] else 0


def find_masks(text: str) -> Masks:
    """Find the telephone numbers, clock times, addresses, ordinals and written dates of a text."""
    masked = MASKED_OR_MAIL if "@" in text else MASKED
    spans = [match.span() for match in masked.finditer(text)]
    return Masks([start for start, _ in spans], [end for _, end in spans])


def is_whole(value: Decimal | None, least: int, most: int) -> bool:
    """Whether a number is whole and within bounds."""
    return value is not None and least <= value <= most and value == int(value)


def is_date(tokens: Tokens, number: Number) -> bool:
    """Whether a number is a day or year beside a month: "9 May", "Sept. 30", "March 1-10", "July 4, 2016"."""
    if not number.bare or number.value is None or number.value != int(number.value):
        return False
    if is_whole(number.value, 1, 31) and _is_month(tokens, number.end + (tokens.low(number.end) == "of")):
        return True
    here = number.first - 1
    for _ in range(3):
        if tokens.low(here) in ("-", "–", "and", "to", ",", ".", "or") and here > 0:
            here -= 1
        if tokens.low(here) in MONTHS:
            return is_whole(number.value, 1, 31) or is_whole(number.value, *CENTURIES)
        if not (tokens.is_number(here) and len(tokens.low(here)) <= 2):
            return False
        here -= 1
    return False


def _is_month(tokens: Tokens, place: int) -> bool:
    word = tokens.low(place)
    return word in MONTHS and (tokens.is_capital(place) or word not in ("may", "march", "mar"))


def is_year(tokens: Tokens, number: Number, noun: bool, bounded: bool) -> bool:
    """Whether a number is a year.

    Args:
        tokens: The text's tokens.
        number: The number, which has no unit.
        noun: Whether a noun in the plural follows, which it would count.
        bounded: Whether words such as "more than" stand before it.
    """
    printed = tokens.low(number.first)
    if not number.bare or len(printed) != 4 or not printed.isdigit() or not is_whole(number.value, *CENTURIES):
        return False
    if number.value is None or (bounded and noun):
        return False
    before = tokens.low(number.first - 1)
    if not noun:
        dated = before in YEAR_BEFORE or before == "." or tokens.low(number.end) in ("and", "-")
        return dated or FIRST_BARE <= number.value <= LAST_BARE
    modern = is_whole(number.value, *MODERN)
    if before in ("of", "from", "by", "after", "to", "and", "between"):
        return modern and number.value % 100 != 0
    return ((before in YEAR_BEFORE or before.endswith("'s")) and modern) or (modern and number.value % 10 != 0)


def is_age(tokens: Tokens, number: Number) -> bool:
    """Whether a bare number is an age in apposition or after "aged": "Ann Lee, 25, said", "sailors aged 18 to 30"."""
    if not (number.bare or number.rule == "number.words") or not is_whole(number.value, 1, OLDEST):
        return False
    before, after = tokens.low(number.first - 1), tokens.low(number.end)
    if before in ("aged", "age", "ages"):
        return True
    if before == "than" and tokens.low(number.first - 2) in ("older", "younger"):
        return True
    if before in ("under", "over") and tokens.low(number.first - 2) in GROUPS:
        return True
    if not number.bare:
        return False
    closed = after in (",", ".", ")", ";", "and") or tokens.kind(number.end) == "break"
    if before == "," == after and tokens.is_word(number.first - 2) and not tokens.is_number(number.end + 1):
        return number.value is not None and number.value >= YOUNGEST
    return before in (",", "(") and closed and tokens.is_capital(number.first - 2)


def is_coming_age(tokens: Tokens, number: Number) -> bool:
    """Whether a bare number is an age somebody has or reaches: "she will be 40 in May", "turned 50"."""
    if not is_whole(number.value, 10, OLDEST) or "there" in tokens.slice(number.first - 4, 4):
        return False
    before, after = tokens.low(number.first - 1), tokens.low(number.end)
    if before in ("turned", "turns", "turning", "turn"):
        return True
    here = number.first - 2
    here -= tokens.low(here) in ("will", "'ll", "would")
    return before in BEING and tokens.low(here) in ("he", "she", "i", "who") and after in AFTER_AGE


def score_end(tokens: Tokens, number: Number) -> int:
    """The place after a result ("won 9-2", "a 5-4 ruling"), the number being its first half; 0 where it is none.

    "10-15 people" and "6-9 months" are ranges, which are read before.
    """
    dash = number.end
    joined = tokens.low(dash) in DASHES and tokens.touches(dash) and tokens.touches(dash + 1)
    if not (joined and tokens.is_number(dash + 1) and number.bare and is_whole(number.value, 0, LARGEST_SCORE)):
        return 0
    return dash + 2 if len(tokens.low(dash + 1)) <= 3 else 0
