"""Number words: what each is worth, and how they are put together."""

from __future__ import annotations

from decimal import Decimal

from onrecord.judge.quantities.tokens import Tokens

SMALL = {
    word: Decimal(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: Decimal(10 * value)
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
HUNDRED = Decimal(100)
MAGNITUDES = {
    word: Decimal(10) ** power
    for power, words in (
        (3, "thousand"),
        (5, "lakh lakhs lac"),
        (6, "million mln mio"),
        (7, "crore crores"),
        (9, "billion bln"),
        (12, "trillion trln"),
        (15, "quadrillion"),
    )
    for word in words.split()
}
SUFFIXES = {
    "k": Decimal(10) ** 3,
    "m": Decimal(10) ** 6,
    "mn": Decimal(10) ** 6,
    "mil": Decimal(10) ** 6,
    "mm": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
    "bn": Decimal(10) ** 9,
    "t": Decimal(10) ** 12,
    "tn": Decimal(10) ** 12,
    "trn": Decimal(10) ** 12,
}
"""Letters after digits that may be a magnitude ("£4bn", "1.2m barrels"); some are units too ("a 10m platform")."""

SURE_SUFFIXES = frozenset(["k", "mn", "bn", "tn", "trn"])
"""Of these, the ones that are nothing else."""

PLURALS = {
    "dozens": Decimal(10),
    "scores": Decimal(10),
    "hundreds": Decimal(100),
    "thousands": Decimal(1000),
    "millions": Decimal(10) ** 6,
    "billions": Decimal(10) ** 9,
    "trillions": Decimal(10) ** 12,
    "lakhs": Decimal(10) ** 5,
    "crores": Decimal(10) ** 7,
}
"""Vague numbers and the power of ten that each names ("dozens": tens)."""

LONGEST = 24
"""Tokens of the longest number in words: "nine hundred and ninety-nine million …"."""


def is_number_word(word: str) -> bool:
    """Whether a word is worth a number and can begin one."""
    return word in SMALL or word in TENS


def read_words(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    """Read a number in words: "two hundred and fifty thousand", "twenty-five".

    Args:
        tokens: The text's tokens.
        place: Where it would begin.

    Returns:
        Its value and the place after it; None where none begins there.
    """
    if not is_number_word(tokens.low(place)):
        return None
    total = current = Decimal(0)
    least = Decimal(10) ** 18
    end = here = place
    while here < place + LONGEST:
        word = tokens.low(here)
        if word in SMALL and _takes_small(current, end == place):
            current += SMALL[word]
        elif word in TENS and (end == place or (current % HUNDRED == 0 and (current or total))):
            current += TENS[word]
        elif word == "hundred" and 0 < current < HUNDRED:
            current *= HUNDRED
        elif word in MAGNITUDES and current and MAGNITUDES[word] < least:
            least = MAGNITUDES[word]
            total, current = total + current * least, Decimal(0)
        elif not (_joins(tokens, here, current, total) and end == here):
            break
        else:
            here += 1
            continue
        here += 1
        end = here
    return total + current, end


def _takes_small(current: Decimal, first: bool) -> bool:
    """Whether "five" can follow: at the beginning, after a ten ("twenty-five") or after a hundred."""
    return first or (current % 10 == 0 and current % HUNDRED >= 20) or (current > 0 and current % HUNDRED == 0)


def _joins(tokens: Tokens, place: int, current: Decimal, total: Decimal) -> bool:
    """Whether a hyphen or an "and" at a place goes on with the number: "twenty-five", "a hundred and five"."""
    after = tokens.low(place + 1)
    if tokens.low(place) in ("-", "‑"):
        more = after in SMALL or after == "hundred" or after in MAGNITUDES
        return more and tokens.touches(place) and tokens.touches(place + 1)
    if tokens.low(place) != "and" or not is_number_word(after):
        return False
    return (current >= HUNDRED and current % HUNDRED == 0) or (total > 0 and current == 0)
