"""Numerals: numbers in words ("twenty-four", "two hundred", "nineteen ninety-six") and in figures with words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from onrecord.judge.times.lexicon import NUMBERS, SCALES, TENS

LONGEST = 8
"""Most words of one number that are read."""

NUMBER_WORDS = NUMBERS | TENS
"""Words that a number can begin with."""


def read_number(words: Sequence[str]) -> tuple[Fraction, int, bool] | None:
    """Read the number that some words begin with.

    Args:
        words: In small letters, hyphens left out; the first is a number word.

    Returns:
        The number, how many words it takes, and whether it is said as years are ("nineteen ninety-six"). None where the
        first word is no number.
    """
    total, group, used, last = 0, 0, 0, 0
    for place, word in enumerate(words[:LONGEST]):
        if word in SCALES and used:
            scale = SCALES[word]
            total, group = (total, (group or 1) * 100) if scale == 100 else (total + (group or 1) * scale, 0)
            last = scale
        elif word == "and" and last >= 100 and place + 1 < len(words) and words[place + 1] in NUMBER_WORDS:
            continue
        elif word in NUMBER_WORDS and _fits(word, last):
            group += NUMBER_WORDS[word]
            last = NUMBER_WORDS[word]
        else:
            break
        used = place + 1
    if not used:
        return None
    return _as_year(words, used) or (Fraction(total + group), used, False)


def _fits(word: str, last: int) -> bool:
    """Whether a word goes on with a number: "twenty four", "hundred four"; not "four five"."""
    value = NUMBER_WORDS[word]
    return last == 0 or last >= 100 or (last in TENS.values() and 0 < value < 10)


def _as_year(words: Sequence[str], used: int) -> tuple[Fraction, int, bool] | None:
    """A year said as two numbers: "nineteen ninety-six", "twenty twenty-two", "nineteen hundred"."""
    first = NUMBER_WORDS.get(words[0], 0)
    if not (10 <= first <= 20) or used != 1:
        return None
    rest = read_number(words[1:LONGEST]) if len(words) > 1 and words[1] in NUMBER_WORDS else None
    if rest is None or not 10 <= rest[0] <= 99:
        return None
    return Fraction(first * 100) + rest[0], 1 + rest[1], True
