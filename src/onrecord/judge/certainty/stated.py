"""Stated: a chance that a source gives in numbers: "a one-in-five chance", "70% sure", "odds of 4 to 1 against".

A number is a chance only beside a word of chance; "one in five voters" and "split 50-50" are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from onrecord.judge.certainty.scales import WHOLE, Range
from onrecord.judge.quantities.bounds import bound_after, bound_before
from onrecord.judge.quantities.number import DASHES
from onrecord.judge.quantities.numbers import read_number
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.quantities.wordnumbers import read_words
from onrecord.judge.wordlist import word_set
from onrecord.spans import Span
from onrecord.types import Bound

CHANCES = word_set("chance chances likelihood probability possibility odds risk probabilities")
SURE = word_set("likely sure certain confident convinced positive probable certainty")
BETTING = word_set(
    """odds bookmaker bookmakers bookie bookies bet bets betting bettors punters tipsters priced shot outsider outsiders
    favourite favourites favorite favorites longshot chance chances wager"""
)
TO_NUMBER = word_set("at is are was were be been to as than of : 's")
"""Words after which a number tells what a chance is ("put the odds of a deal at 40 per cent")."""

GOES_ON = word_set(
    """that for in by on and but or this next if when while as with he she it they we i you there the unless from
    because which who after before even given though although according at now last over within"""
)
"""Words that may follow such a number; another word is what it counts ("the risk of a 5% fall")."""

REACH = 18
"""Tokens between a word of chance and its number."""

NEAR = 8
"""Tokens between a word of betting and odds; ``REACH`` before "at" ("priced her re-election at 9/4")."""

OTHERWISE = 12
"""Tokens before "50-50" among which a word of chance may stand."""

PARTS = {
    ("a", "quarter"): Decimal(25),
    ("a", "third"): WHOLE / 3,
    ("three", "quarters"): Decimal(75),
    ("three", "-", "quarters"): Decimal(75),
}
EVEN = (
    ("evens",),
    ("even", "money"),
    ("even", "-", "money"),
    ("even", "chance"),
    ("even", "chances"),
    ("even", "odds"),
)
BETTER = (("better", "than", "even"), ("better", "-", "than", "-", "even"))
FIFTY = (("fifty", "-", "fifty"), ("50", "-", "50"), ("50", "/", "50"), ("fifty", "fifty"), ("50", ":", "50"))
OPPOSITE: dict[Bound | None, Bound] = {"more-than": "at-most", "less-than": "at-least"}
AFTER_FIFTY = CHANCES | word_set("bet call proposition shot whether that")
AFTER_ODDS = CHANCES | word_set("shot outsider")
SIZES = {"hundred": Decimal(100), "thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9)}
ROUGHLY = word_set("roughly about around")
HALF = Range(Decimal(50), Decimal(50))


class Stated(NamedTuple):
    """A chance in numbers: its words, and the chance in per cent."""

    span: Span
    range: Range


class _Number(NamedTuple):
    """A chance as a number: its tokens, its bound's among them, and what it says."""

    first: int
    end: int
    range: Range


def is_stated_word(low: str) -> bool:
    """Whether a word in lower case can stand beside a chance in numbers."""
    return low in CHANCES or low in SURE or low in BETTING or low.startswith(("odds-", "even", "fifty-"))


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
        found = _even(tokens, place, chance, betting) or (_odds(tokens, place, bookings) if betting else None)
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


def _even(tokens: Tokens, place: int, chance: int, betting: bool) -> _Number | None:
    """Read "fifty-fifty", "an even chance", "odds-on"."""
    words: tuple[str, ...]
    for words in FIFTY if tokens.low(place) in ("50", "fifty") else ():
        if tokens.slice(place, len(words)) == words:
            end = place + len(words)
            near = tokens.low(end) in AFTER_FIFTY
            if near or place - chance < OTHERWISE:
                return _bounded(tokens, place, end + (tokens.low(end) in CHANCES), HALF)
    if tokens.slice(place, 3) == ("odds", "-", "on"):
        return _Number(place, place + 3, Range(HALF.low, WHOLE))
    for words in BETTER:
        if tokens.slice(place, len(words)) == words:
            end = place + len(words)
            return _Number(place, end + (tokens.low(end) in CHANCES), Range(HALF.low, WHOLE))
    if tokens.slice(place, 2) in (("zero", "chance"), ("zero", "probability")):
        return _Number(place, place + 2, Range(Decimal(0), Decimal(0)))
    if not tokens.low(place).startswith("even"):
        return None
    article = tokens.low(place - 1) == "an"
    rough = tokens.low(place - 1 - article) in ROUGHLY
    for words in EVEN:
        if tokens.slice(place, len(words)) == words and not rough:
            if words == ("evens",) and not betting:
                return None
            return _bounded(tokens, place, place + len(words), HALF)
    return None


def _odds(tokens: Tokens, place: int, bookings: int) -> _Number | None:
    """Read "4 to 1 against", "9/4", "a million to one": against, if it is not said to be on."""
    first = _count(tokens, place)
    if first is None:
        return None
    here = first[1]
    while tokens.low(here) in DASHES:
        here += 1
    linked = here > first[1] or tokens.low(here) in ("to", "/", ":")
    here += tokens.low(here) in ("to", "/", ":")
    while tokens.low(here) in DASHES:
        here += 1
    second = _count(tokens, here) if linked else None
    if second is None or not first[0] or not second[0]:
        return None
    end = second[1]
    on, end, told = _side(tokens, end)
    within = REACH if tokens.low(place - 1) == "at" else NEAR
    near = 0 <= place - bookings < within or tokens.low(end) in BETTING or (tokens.low(end) in DASHES)
    if not near or (not told and tokens.low(end) == "that"):  # "three to one that she wins": for, or against?
        return None
    share = WHOLE * (first[0] if on else second[0]) / (first[0] + second[0])
    return _Number(place, end + (tokens.low(end) in AFTER_ODDS), Range(share, share))


def _side(tokens: Tokens, end: int) -> tuple[bool, int, bool]:
    """Whether odds are on, the place after the words that tell, and whether any do."""
    if tokens.low(end) == "against":
        return False, end + 1, True
    ends = tokens.low(end + 1) in ("for", "to") or not (tokens.is_word(end + 1) or tokens.is_number(end + 1))
    if tokens.low(end) == "on" and ends:
        return True, end + 1, True
    if tokens.slice(end, 3) in (("in", "favour", "of"), ("in", "favor", "of")):
        return True, end + 2, True
    if tokens.slice(end, 2) in (("in", "favour"), ("in", "favor")):
        return True, end + 2, True
    return False, end, False


def _count(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    """A whole number and the place after it: "4", "a million", "ten"."""
    low = tokens.low(place)
    if tokens.is_number(place):
        digits = low.replace(",", "")
        if not digits.isascii() or len(digits) > 9:
            return None
        value, end = Decimal(digits), place + 1
        size = SIZES.get(tokens.low(end))
        return (value * size, end + 1) if size else (value, end)
    if low == "a" and tokens.low(place + 1) in SIZES:
        return SIZES[tokens.low(place + 1)], place + 2
    return read_words(tokens, place) if tokens.is_word(place) else None


def _number(tokens: Tokens, place: int) -> _Number | None:
    """Read a share, a per cent or a probability that begins at a place."""
    ratio = _ratio(tokens, place)
    if ratio is not None:
        return _bounded(tokens, place, ratio[1], Range(ratio[0], ratio[0]))
    for words, share in PARTS.items():
        if tokens.slice(place, len(words)) == words and tokens.low(place + len(words)) in CHANCES:
            return _bounded(tokens, place, place + len(words), Range(share, share))
    first = read_number(tokens, place)
    if first is None or first.value is None:
        return None
    low, end = first.value, first.end
    if first.is_share and low <= WHOLE:
        return _bounded(tokens, place, end, Range(low, low))
    high = low
    link = _link(tokens, place, end)
    second = read_number(tokens, link) if link else None
    if second is not None and second.value is not None:
        high, end = second.value, second.end
    after = _percent(tokens, end)
    if after and low <= high <= WHOLE:
        return _bounded(tokens, place, after, Range(low, high))
    if low <= 1 and "." in tokens.low(place) and tokens.is_number(place) and tokens.low(place - 1) in TO_NUMBER:
        return _bounded(tokens, place, end, Range(WHOLE * low, WHOLE * high)) if high <= 1 else None
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
    first = _count(tokens, place)
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
    second = _count(tokens, here) or _dashed(tokens, here)
    if second is None or not 0 < first[0] < second[0]:
        return None
    return WHOLE * first[0] / second[0], second[1]


def _dashed(tokens: Tokens, place: int) -> tuple[Decimal, int] | None:
    """Read the end of "one-in-a-million"."""
    if tokens.low(place) == "a" and tokens.low(place + 1) in DASHES:
        size = SIZES.get(tokens.low(place + 2))
        return None if size is None else (size, place + 3)
    return None


def _bounded(tokens: Tokens, first: int, end: int, found: Range) -> _Number:
    """A number with the bound around it: "at least 80%" is 80 to 100."""
    start, bound = bound_before(tokens, first)
    if tokens.low(first - 1) == "between":
        start = first - 1
    after = bound_after(tokens, end)
    if after is not None and bound is None:
        end, bound = after
    if bound in OPPOSITE and tokens.low(start - 1) in ("no", "not"):  # "no better than one in ten"
        start, bound = start - 1, OPPOSITE[bound]
    return _Number(start, end, _opened(found, bound))


def _opened(found: Range, bound: Bound | None) -> Range:
    if bound in ("at-least", "more-than"):
        return Range(found.low, WHOLE)
    if bound in ("at-most", "less-than"):
        return Range(Decimal(0), found.high)
    return found


def _with_noun(tokens: Tokens, number: _Number) -> _Number | None:
    """The number with the word of chance that follows it: "30% chance", "90 per cent certain"."""
    here = number.end + (tokens.low(number.end) in DASHES)
    if tokens.low(here) in CHANCES or tokens.low(here) in SURE:
        article = tokens.low(number.first - 1) in ("a", "an")
        return _Number(number.first - article, here + 1, number.range)
    inside = range(number.first, number.end)
    return number if any(tokens.low(place) in ("chance", "chances") for place in inside) else None


def _after_noun(tokens: Tokens, number: _Number, chance: int) -> _Number | None:
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
