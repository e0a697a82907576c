"""Subject: what a number counts where the subject tells it: "the number of refugees has passed 2 million"."""

from __future__ import annotations

from onrecord.judge.quantities.change import STOPS, is_changing
from onrecord.judge.quantities.counted import extend, read_phrase
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.wordlist import word_set

COUNTS = word_set("number numbers tally count total")
"""With "of" and what is counted, these are the subject of a count."""

REACHED = word_set(
    """reached reaches reaching reach hit hits hitting passed passes passing pass exceeded exceeds exceeding exceed
    topped tops topping top surpassed surpasses surpassing surpass crossed crosses is was are were be been totalled
    totaled"""
)
STANDING = word_set("stood stands standing stand put puts remained remains estimated")
"""Before "at" and a number."""

OTHER_CLAUSE = word_set("but while although though whereas because if")
DETERMINERS = word_set("the a an its their his her this that it they he she we")
"""After "and", these begin another clause."""

FAR = 20
"""Tokens behind the verb in which the subject stands."""


def read_subject(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Read what the subject says is counted, where a number is what it comes to.

    Args:
        tokens: The text's tokens.
        first: First place of the number with its bound.

    Returns:
        The first place of what is counted and the place after the last; None where the subject is no count.
    """
    if not _comes_to(tokens, first - 1):
        return None
    for here in range(first - 1, max(first - 1 - FAR, -1), -1):
        word = tokens.low(here)
        if word in STOPS or word in OTHER_CLAUSE or tokens.kind(here) == "break" or tokens.is_number(here):
            return None
        if word == "and" and tokens.low(here + 1) in DETERMINERS:
            return None
        if word in COUNTS and tokens.low(here + 1) == "of":
            return _of(tokens, here + 2)
        if word == "toll" and tokens.is_word(here - 1) and tokens.low(here - 1) not in DETERMINERS:
            return here - 1, here + 1
    return None


def _comes_to(tokens: Tokens, place: int) -> bool:
    """Whether the words that end at a place say that a count comes to a number: "rose to", "stands at", "reached"."""
    word = tokens.low(place)
    if word == "to":
        return is_changing(tokens, place - 1)
    return word in REACHED or (word == "at" and tokens.low(place - 1) in STANDING)


def _of(tokens: Tokens, place: int) -> tuple[int, int] | None:
    start = place + (tokens.low(place) in DETERMINERS)
    end = read_phrase(tokens, start)
    return (start, extend(tokens, end)) if end > start and tokens.is_word(end - 1) else None
