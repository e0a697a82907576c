"""Odds: chances given as odds or as even: "4 to 1 against", "9/4", "odds-on", "fifty-fifty"."""

from __future__ import annotations

from decimal import Decimal

from onrecord.judge.certainty.counts import Numbered, read_count, with_bound
from onrecord.judge.certainty.scales import WHOLE, Range
from onrecord.judge.quantities.number import DASHES
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.wordlist import word_set

CHANCES = word_set("chance chances likelihood probability possibility odds risk probabilities")
BETTING = word_set(
    """odds bookmaker bookmakers bookie bookies bet bets betting bettors punters tipsters priced shot outsider outsiders
    favourite favourites favorite favorites longshot chance chances wager"""
)
REACH = 18
"""Tokens between a word of chance and its number."""
NEAR = 8
"""Tokens between a word of betting and odds; ``REACH`` before "at" ("priced her re-election at 9/4")."""
OTHERWISE = 12
"""Tokens before "50-50" among which a word of chance may stand."""
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
AFTER_FIFTY = CHANCES | word_set("bet call proposition shot whether that")
AFTER_ODDS = CHANCES | word_set("shot outsider")
ROUGHLY = word_set("roughly about around")
HALF = Range(Decimal(50), Decimal(50))


def read_even(tokens: Tokens, place: int, chance: int, betting: bool) -> Numbered | None:
    """Read "fifty-fifty", "an even chance", "odds-on"."""
    words: tuple[str, ...]
    for words in FIFTY if tokens.low(place) in ("50", "fifty") else ():
        if tokens.slice(place, len(words)) == words:
            end = place + len(words)
            near = tokens.low(end) in AFTER_FIFTY
            if near or place - chance < OTHERWISE:
                return with_bound(tokens, place, end + (tokens.low(end) in CHANCES), HALF)
    if tokens.slice(place, 3) == ("odds", "-", "on"):
        return Numbered(place, place + 3, Range(HALF.low, WHOLE))
    for words in BETTER:
        if tokens.slice(place, len(words)) == words:
            end = place + len(words)
            return Numbered(place, end + (tokens.low(end) in CHANCES), Range(HALF.low, WHOLE))
    if tokens.slice(place, 2) in (("zero", "chance"), ("zero", "probability")):
        return Numbered(place, place + 2, Range(Decimal(0), Decimal(0)))
    if not tokens.low(place).startswith("even"):
        return None
    article = tokens.low(place - 1) == "an"
    rough = tokens.low(place - 1 - article) in ROUGHLY
    for words in EVEN:
        if tokens.slice(place, len(words)) == words and not rough:
            if words == ("evens",) and not betting:
                return None
            return with_bound(tokens, place, place + len(words), HALF)
    return None


def read_odds(tokens: Tokens, place: int, bookings: int) -> Numbered | None:
    """Read "4 to 1 against", "9/4", "a million to one": against, if it is not said to be on."""
    first = read_count(tokens, place)
    if first is None:
        return None
    here = first[1]
    while tokens.low(here) in DASHES:
        here += 1
    linked = here > first[1] or tokens.low(here) in ("to", "/", ":")
    here += tokens.low(here) in ("to", "/", ":")
    while tokens.low(here) in DASHES:
        here += 1
    second = read_count(tokens, here) if linked else None
    if second is None or not first[0] or not second[0]:
        return None
    end = second[1]
    on, end, told = _side(tokens, end)
    within = REACH if tokens.low(place - 1) == "at" else NEAR
    near = 0 <= place - bookings < within or tokens.low(end) in BETTING or (tokens.low(end) in DASHES)
    if not near or (not told and tokens.low(end) == "that"):  # "three to one that she wins": for, or against?
        return None
    share = WHOLE * (first[0] if on else second[0]) / (first[0] + second[0])
    return Numbered(place, end + (tokens.low(end) in AFTER_ODDS), Range(share, share))


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
