"""Counted: the words that tell what a quantity counts or measures, and whose."""

from __future__ import annotations

from onrecord.judge.quantities.nouns import (
    AUXILIARIES,
    FATES,
    QUALIFYING,
    SINGULAR_PLURALS,
    STOPS,
    is_initials,
    is_plural,
)
from onrecord.judge.quantities.number import DASHES
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.quantities.wordnumbers import SMALL, TENS
from onrecord.judge.wordlist import word_set

LONGEST = 9
"""Tokens of the longest name of what is counted."""

DETERMINERS = word_set("the a an its their his her our all these those my your this that some every each us")
COMPARED = word_set("more less fewer higher lower better worse cheaper longer shorter taller older younger bigger")
"""After a measure, these compare and name nothing ("12% higher")."""

PERIODS = word_set("year month quarter week day season")
NUMERALS = SMALL.keys() | TENS.keys()
JOINERS = frozenset({"&", "and"})


def read_noun(tokens: Tokens, place: int, one: bool) -> int:
    """Read the name of what is counted, right after a number: "heart transplants", "Kia and Hyundai vehicles".

    Args:
        tokens: The text's tokens.
        place: The place after the number.
        one: Whether the number is one, or joined by a hyphen, so that the noun is in the singular.

    Returns:
        The place after its last word; the place given where nothing is named.
    """
    here = place
    found = place
    while here < place + LONGEST:
        word = tokens.low(here)
        if tokens.is_word(here) and word not in STOPS:
            if (is_plural(word) or is_initials(tokens.printed(here))) and not (
                one and here == place and word not in SINGULAR_PLURALS
            ):
                return _more_plurals(tokens, here + 1)
            if _is_verbal(tokens, here, place):
                break
            found = here + 1
        elif not _goes_on(tokens, here, place):
            break
        here += 1
    return _singular(tokens, place, found, one)


def _is_verbal(tokens: Tokens, here: int, place: int) -> bool:
    """Whether a word is a verb after the noun ("one post spoiled"), not part of a name ("decently sized towns")."""
    before = tokens.low(here - 1)
    return here > place and tokens.low(here).endswith(("ed", "ing")) and not (before.endswith("ly") or before in DASHES)


def _goes_on(tokens: Tokens, here: int, place: int) -> bool:
    """Whether a mark or numeral inside a name goes on with it: "single-battalion", "737 Max", "U.S.-built"."""
    if tokens.low(here) in DASHES:
        return here > place and tokens.touches(here) and tokens.touches(here + 1)
    if tokens.is_number(here):
        named = tokens.is_capital(here + 1) or (tokens.touches(here) and tokens.low(here - 1) in DASHES)
        return here > place and named
    if tokens.low(here) in JOINERS and here > place:
        return tokens.is_capital(here - 1) and tokens.is_capital(here + 1)
    return False


def _more_plurals(tokens: Tokens, end: int) -> int:
    """Go on where the plural stood before the head ("sports stars" is one name), as capitals show."""
    while is_plural(tokens.low(end)) and tokens.is_capital(end - 1) and end < len(tokens):
        end += 1
    return end


def _singular(tokens: Tokens, place: int, found: int, one: bool) -> int:
    """Where a name without a plural ends: of one thing, or none at all."""
    if not one or found == place:
        return place
    end = place
    while end < found and (tokens.is_word(end) or tokens.low(end) in DASHES):
        word = tokens.low(end)
        if end > place and (word.endswith("ed") or word in FATES):
            break
        end += 1
    return min(end, place + 3)


def read_of(tokens: Tokens, place: int, money: bool = False) -> tuple[int, int] | None:
    """Read what a measure or share is of: "of jet fuel", "of the workers"; of money, "in aid" as well.

    Args:
        tokens: The text's tokens.
        place: The place after the unit.
        money: Whether it is money.

    Returns:
        The first place and the place after the last; None where nothing is named.
    """
    if (
        tokens.low(place) not in (("of", "in", "worth") if money else ("of", "worth"))
        or tokens.kind(place + 1) == "break"
    ):
        return None
    here = place + 1 + (tokens.slice(place, 2) == ("worth", "of"))
    if tokens.low(place) == "in" and (
        tokens.is_number(here) or tokens.low(here) in DETERMINERS or tokens.is_capital(here)
    ):
        return None
    return _named_at(tokens, here)


def _named_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """The noun phrase at a place, without its determiners; None where there is none."""
    here = place
    while tokens.low(here) in DETERMINERS and here < place + 3:
        here += 1
    end = read_phrase(tokens, here)
    return (here, end) if end > here else None


def read_following(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Read what stands right after a measure that it measures: "a $2 billion loan", "a five-year plan".

    Args:
        tokens: The text's tokens.
        place: The place after the unit.

    Returns:
        As ``read_of``; None where the words may as well be a verb, since no stop or mark follows them.
    """
    end = read_phrase(tokens, place)
    if end > place + 1 and is_plural(tokens.low(end - 1)) and _has_object(tokens, end):
        end -= 1  # "a $2bn deal *covers* 400 homes"
    first = tokens.low(place)
    no_thing = first in COMPARED or first in NUMERALS or first.endswith(("ed", "ly", "ing"))
    same_time = first in PERIODS and "on" in tokens.slice(end, 2)  # "7% year on year"
    return (place, end) if place < end <= place + 4 and not (no_thing or same_time) else None


def _has_object(tokens: Tokens, place: int) -> bool:
    """Whether a number or a determiner follows, so that what looks like a plural is a verb."""
    return tokens.is_number(place) or (tokens.low(place) in DETERMINERS and tokens.low(place) not in ("a", "an"))


def read_phrase(tokens: Tokens, place: int) -> int:
    """Read a noun phrase that ends at a stop, a mark or its first plural.

    Args:
        tokens: The text's tokens.
        place: Where it begins.

    Returns:
        The place after its last word; the place given where there is none.
    """
    here = place
    while here < place + LONGEST:
        word = tokens.low(here)
        if tokens.is_word(here) and word not in STOPS:
            if here > place and word.endswith(("ed", "ing", "ly")):
                break
            here += 1
            if is_plural(word):
                break
        elif _goes_on(tokens, here, place):
            here += 1
        else:
            break
    return here


def extend(tokens: Tokens, end: int) -> int:
    """Take in what belongs to the counted after its noun: "categories of products", "Russians have died of hunger".

    Args:
        tokens: The text's tokens.
        end: The place after the noun.
    """
    if tokens.low(end) == "of" and (inner := read_of(tokens, end)):
        end = inner[1]
    here = end
    while tokens.low(here) in AUXILIARIES | QUALIFYING and here < end + 4:
        here += 1
    return _after_fates(tokens, here + 1) if tokens.low(here) in FATES else end


def _after_fates(tokens: Tokens, end: int) -> int:
    """Take in another fate that is counted with the first, and what somebody died of: both make another count."""
    while tokens.low(end) in ("or", "and") and tokens.low(end + 1) in FATES:
        end += 2
    cause = None
    if tokens.low(end - 1) == "died" and tokens.low(end) in ("of", "from"):
        cause = _named_at(tokens, end + 1)
    return cause[1] if cause else end
