"""Stated: a chance that a source gives in numbers: "a one-in-five chance", "70% sure", "odds of 4 to 1 against".

A number is a chance only beside a word of chance; "one in five voters" and "split 50-50" are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from onrecord.judge.certainty.counts import SIZES, Numbered, read_count, with_bound
from onrecord.judge.certainty.odds import BETTING, CHANCES, OTHERWISE, REACH, read_even, read_odds
from onrecord.judge.certainty.scales import WHOLE, Range
from onrecord.judge.quantities.number import DASHES
from onrecord.judge.quantities.numbers import read_number
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.wordlist import word_set
from onrecord.spans import Span

SURE = word_set("likely sure certain confident convinced positive probable certainty")
BESIDE = CHANCES | SURE | BETTING
"""Words that a chance in numbers stands beside; some more begin so: "evens", "fifty-fifty"."""

TO_NUMBER = word_set("at is are was were be been to as than of : 's")
"""Words after which a number tells what a chance is ("put the odds of a deal at 40 per cent")."""
GOES_ON = word_set(
    """that for in by on and but or this next if when while as with he she it they we i you there the unless from
    because which who after before even given though although according at now last over within"""
)
"""Words that may follow such a number; another word is what it counts ("the risk of a 5% fall")."""
PARTS = {
    ("a", "quarter"): Decimal(25),
    ("a", "third"): WHOLE / 3,
    ("three", "quarters"): Decimal(75),
    ("three", "-", "quarters"): Decimal(75),
}


class Stated(NamedTuple):
    """A chance in numbers: its words, and the chance in per cent."""

    span: Span
    range: Range


def is_stated_word(low: str) -> bool:
    """Whether a word in lower case can stand beside a chance in numbers."""
    return low in BESIDE or low.startswith(("odds-", "even", "fifty-"))


def read_stated(text: str) -> Iterator[Stated]:
    """Read the chances in numbers of a sentence.

    Args:
        text: The sentence.

    Yields:
        Them in their order, spans in the sentence, none overlapping another.
    """
    tokens = Tokens(text)
    betting = any(low in BETTING for low in tokens.lows)
    near = _near(tokens)
    chance = bookings = -REACH
    place = 0
    while place < len(tokens):
        if not near[place]:
            place += 1
            continue
        low = tokens.low(place)
        found = read_even(tokens, place, chance, betting) or (read_odds(tokens, place, bookings) if betting else None)
        number = None if found else _number(tokens, place)
        if number is not None:
            found = _with_noun(tokens, number) or _after_noun(tokens, number, chance)
        if found is not None:
            yield Stated(tokens.span(found.first, found.end), found.range)
            place = found.end
            continue
        if low in CHANCES:
            chance = place
        if low in BETTING:
            bookings = place
        place += 1


def _near(tokens: Tokens) -> bytearray:
    """Which tokens stand near a word that a chance in numbers stands beside."""
    near = bytearray(len(tokens))
    for place, low in enumerate(tokens.lows):
        if is_stated_word(low) or low in ("fifty", "50"):
            first, end = max(0, place - OTHERWISE), min(len(near), place + REACH + 1)
            near[first:end] = b"\x01" * (end - first)
    return near


def _number(tokens: Tokens, place: int) -> Numbered | None:
    """Read a share, a per cent or a probability that begins at a place."""
    ratio = _ratio(tokens, place)
    if ratio is not None:
        return with_bound(tokens, place, ratio[1], Range(ratio[0], ratio[0]))
    for words, share in PARTS.items():
        if tokens.slice(place, len(words)) == words and tokens.low(place + len(words)) in CHANCES:
            return with_bound(tokens, place, place + len(words), Range(share, share))
    first = read_number(tokens, place)
    if first is None or first.value is None:
        return None
    low, end = first.value, first.end
    if first.is_share and low <= WHOLE:
        return with_bound(tokens, place, end, Range(low, low))
    high = low
    link = _link(tokens, place, end)
    second = read_number(tokens, link) if link else None
    if second is not None and second.value is not None:
        high, end = second.value, second.end
    after = _percent(tokens, end)
    if after and low <= high <= WHOLE:
        return with_bound(tokens, place, after, Range(low, high))
    if low <= 1 and "." in tokens.low(place) and tokens.is_number(place) and tokens.low(place - 1) in TO_NUMBER:
        return with_bound(tokens, place, end, Range(WHOLE * low, WHOLE * high)) if high <= 1 else None
    return None


def _link(tokens: Tokens, place: int, end: int) -> int:
    """The place of a range's second number ("60-70%", "between 60% and 70%"); 0 where there is none."""
    here = _percent(tokens, end) or end
    word = tokens.low(here)
    if word in DASHES or word == "to" or (word in ("and", "or") and tokens.low(place - 1) == "between"):
        return here + 1
    return 0


def _percent(tokens: Tokens, end: int) -> int:
    """The place after "per cent"; 0 where it does not stand at a place."""
    end += tokens.low(end) in DASHES
    if tokens.low(end) in ("%", "percent", "pct", "pc"):
        return end + 1
    return end + 2 if tokens.slice(end, 2) == ("per", "cent") else 0


def _ratio(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    """Read "one in five", "one-in-a-million", "four chances in five", "two out of three"."""
    first = read_count(tokens, place)
    if first is None:
        return None
    here = first[1]
    here += tokens.low(here) in DASHES
    chances = tokens.low(here) in ("chance", "chances")
    here += chances
    if tokens.slice(here, 2) == ("out", "of"):
        here += 2
    elif tokens.low(here) == "in":
        here += 1
    else:
        return None
    here += tokens.low(here) in DASHES
    here += tokens.low(here) == "every"
    here += tokens.low(here) in DASHES and tokens.low(here - 1) == "every"
    second = read_count(tokens, here) or _dashed(tokens, here)
    if second is None or not 0 < first[0] < second[0]:
        return None
    return WHOLE * first[0] / second[0], second[1]


def _dashed(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    """Read the end of "one-in-a-million"."""
    if tokens.low(place) == "a" and tokens.low(place + 1) in DASHES:
        size = SIZES.get(tokens.low(place + 2))
        return None if size is None else (size, place + 3)
    return None


def _with_noun(tokens: Tokens, number: Numbered) -> Numbered | None:
    """The number with the word of chance that follows it: "30% chance", "90 per cent certain"."""
    here = number.end + (tokens.low(number.end) in DASHES)
    if tokens.low(here) in CHANCES or tokens.low(here) in SURE:
        article = tokens.low(number.first - 1) in ("a", "an")
        return Numbered(number.first - article, here + 1, number.range)
    inside = range(number.first, number.end)
    return number if any(tokens.low(place) in ("chance", "chances") for place in inside) else None


def _after_noun(tokens: Tokens, number: Numbered, chance: int) -> Numbered | None:
    """The number where it tells what a chance before it is: "puts the odds of a deal at 40 per cent"."""
    before = tokens.low(number.first - 1)
    if number.first - chance > REACH or before not in TO_NUMBER:
        return None
    if before == "of" and number.first - 2 != chance:
        return None
    following = tokens.low(number.end)
    stops = not tokens.is_word(number.end) and not tokens.is_number(number.end) and following not in DASHES
    decimal = following == "of" and "." in tokens.low(number.end - 1)  # "a probability of 0.3 of rain"
    return number if stops or decimal or following in GOES_ON else None
