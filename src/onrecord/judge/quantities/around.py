"""Around: the words around a quantity: its bound, what it counts, its rate, its change."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.judge.quantities.apart import is_coming_age
from onrecord.judge.quantities.bounds import bound_after
from onrecord.judge.quantities.change import NOUNS, find_change, noun_after, than_after
from onrecord.judge.quantities.counted import extend, read_following, read_noun, read_of
from onrecord.judge.quantities.number import DASHES
from onrecord.judge.quantities.parts import Parts
from onrecord.judge.quantities.subject import read_subject
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.quantities.units import read_rate
from onrecord.judge.quantities.unittable import DURATIONS
from onrecord.judge.wordlist import word_set
from onrecord.types import Bound

OPEN_LOW: frozenset[Bound] = frozenset({"at-most", "less-than"})
OPEN_HIGH: frozenset[Bound] = frozenset({"at-least", "more-than"})

AGES = frozenset(["year", "month", "week", "day"])
AGO = frozenset({"ago", "earlier", "later", "previously"})
"""After a duration, these make a point of time of it."""

QUOTES = frozenset("“\"‘'")
LASTING = word_set("for of after in took take takes taken lasted lasts last lasting spent just is was been")
"""After these, "over" makes more of a duration; else it means during."""

THAN = "change.than"
"""The rule that reads a difference: "two fewer than planned"."""

BEHIND = 3
FARTHEST = 30
"""Quantities, and tokens, behind one that is compared with another."""


def read_around(tokens: Tokens, parts: Parts, before: Sequence[Parts]) -> None:
    """Read bound, age, noun, rate and change into a quantity.

    Args:
        tokens: The text's tokens.
        parts: The quantity; what is found is put into it.
        before: The quantities before it.
    """
    read_bound(tokens, parts)
    if parts.noun is None:
        find_noun(tokens, parts)
    if _read_age(tokens, parts):
        return
    if parts.noun is None and (parts.unit is not None or parts.number.value is None or tokens.low(parts.end) == "of"):
        parts.noun = _measured(tokens, parts)
    if (
        parts.noun is not None and tokens.low(parts.noun[0] - 1) not in DASHES
    ):  # "a 7.1-magnitude quake killed" nobody of it
        parts.noun = (parts.noun[0], extend(tokens, parts.noun[1]))
    _read_rate(tokens, parts)
    last = before[-1] if before else None
    restates = last is not None and _restates(tokens, last, parts)
    if last is not None and restates and parts.bound is None and last.bound in OPEN_LOW | OPEN_HIGH:
        parts.bound = last.bound
        parts.rules.append("bound.carried")
    _read_change(tokens, parts, last if restates else None)
    if parts.noun is None and parts.unit is None and (counted := read_subject(tokens, parts.first)):
        parts.noun = counted
        parts.rules.append("counted.subject")


def find_noun(tokens: Tokens, parts: Parts) -> bool:
    """Find the noun that a number without a unit counts, right after it.

    Args:
        tokens: The text's tokens.
        parts: The quantity; the noun is put into it.

    Returns:
        Whether there is one.
    """
    if parts.unit is not None:
        return False
    end, value = parts.end, parts.number.value
    if after := bound_after(tokens, end):
        end = after[0]  # "3,000-odd visitors"
    joined = tokens.low(end) in DASHES and tokens.touches(end) and tokens.touches(end + 1) and tokens.is_word(end + 1)
    quoted = tokens.low(end) in QUOTES and tokens.touches(end + 1) and not tokens.touches(end)
    start = end + joined + quoted  # "16,000 “volunteers”"
    stop = read_noun(tokens, start, joined or (value is not None and abs(value) <= 1))
    if stop == start and tokens.is_number(end - 1) and tokens.low(parts.first - 1) in ("a", "the"):
        stop = read_noun(tokens, start, True)  # "the 11 member bloc"
    if stop > start:
        parts.noun = (start, stop)
    return stop > start


def read_bound(tokens: Tokens, parts: Parts) -> None:
    """Read the bound around a quantity into it; of a range only the words are taken in.

    Args:
        tokens: The text's tokens.
        parts: The quantity.
    """
    if after := bound_after(tokens, parts.end):
        parts.end = after[0]
        _take_bound(parts, after[1])
    start, bound = parts.lead
    if parts.bound == "range" and tokens.low(start - 1) == "between":
        parts.first = start - 1
    if bound is None or (tokens.low(start) == "within" and parts.unit not in DURATIONS):
        return
    if tokens.low(start) == "over" and parts.unit in DURATIONS and tokens.low(start - 1) not in LASTING:
        return  # "spend it over five years"
    parts.first = start
    _take_bound(parts, bound)


def _take_bound(parts: Parts, bound: Bound) -> None:
    if parts.bound in (None, "about"):
        parts.bound = bound
        parts.rules.append(f"bound.{bound}")


def _read_age(tokens: Tokens, parts: Parts) -> bool:
    """Read "50-year-old", "30 years old", "five years of age", "he will be 35"."""
    if parts.unit in AGES:
        here = parts.end + (tokens.low(parts.end) in DASHES)
        if tokens.low(here) in ("old", "olds") or tokens.slice(here, 2) == ("of", "age"):
            parts.end = here + 1 + (tokens.low(here) == "of")
            parts.kind = "age"
            parts.rules.append("age.old")
    elif parts.unit is None and parts.noun is None and parts.bound is None and is_coming_age(tokens, parts.number):
        parts.unit, parts.kind = "year", "age"
        parts.rules.append("age.coming")
    return parts.kind == "age"


def _measured(tokens: Tokens, parts: Parts) -> tuple[int, int] | None:
    """What a measure, a share or a vague number is of."""
    noun = read_of(tokens, parts.end, money=(parts.unit or "").isupper())
    if noun is not None or parts.unit is None or read_rate(tokens, parts.end) is not None:
        return noun
    return read_following(tokens, parts.end + (parts.joined and tokens.low(parts.end) in DASHES))


def _read_rate(tokens: Tokens, parts: Parts) -> None:
    """Read "a day" after the unit, or after what is counted or measured."""
    if parts.per is not None:
        return
    for end in (parts.end, parts.noun[1] if parts.noun else parts.end):
        if rate := read_rate(tokens, end):
            parts.per = rate[1]
            parts.passed = rate[0]
            if end == parts.end:
                parts.end = rate[0]
            parts.rules.append("rate")
            return


def _read_change(tokens: Tokens, parts: Parts, restated: Parts | None) -> None:
    """The part in a change, of its own words or of the quantity that it restates."""
    if parts.change is not None:
        return
    if change := find_change(tokens, parts.first, parts.is_share):
        parts.change = change[0]
        parts.rules.append(change[1])
    elif parts.unit is not None and (noun := noun_after(tokens, parts.end)):
        parts.change = noun
        parts.rules.append("change.noun")
        if parts.noun is not None and tokens.low(parts.noun[0]) in NOUNS:
            parts.noun = None  # "a 4% drop" is no percentage of drop
    elif parts.unit is None and parts.noun is None and (than := than_after(tokens, parts.end)):
        parts.change = than
        parts.rules.append(THAN)
    elif restated is not None and restated.change in ("up", "down"):
        parts.change = restated.change
        parts.rules.append("change.carried")


def _restates(tokens: Tokens, last: Parts, parts: Parts) -> bool:
    """Whether it says the quantity before in another unit: "by 310 berths, or 4 per cent", "$2bn (£1.6bn)"."""
    end = last.end
    if last.noun is not None and end <= last.noun[1] <= parts.first:
        end = last.noun[1]
    return parts.first - end <= 2 and tokens.slice(end, parts.first - end) in (("or",), (",", "or"), ("(",))


def is_time(tokens: Tokens, parts: Parts) -> bool:
    """Whether a duration is a point of time: "four years ago", "in five years' time".

    Args:
        tokens: The text's tokens.
        parts: The quantity.
    """
    if parts.unit not in DURATIONS:
        return False
    return tokens.low(parts.end) in AGO or tokens.slice(parts.end, 2) == ("'", "time")


def carry_unit(tokens: Tokens, parts: Parts, before: Sequence[Parts]) -> None:
    """Give a bare number the unit and noun of the quantity that it is compared with ("460 cars … compared with 63").

    Args:
        tokens: The text's tokens.
        parts: The quantity.
        before: Those before it.
    """
    if parts.unit is not None or parts.noun is not None or parts.kind != "quantity":
        return
    words = tokens.slice(parts.first - 5, 5)
    compared = (
        parts.change in ("to", "from") or THAN in parts.rules or "compared" in words or words[-1:] == ("against",)
    )
    by = parts.change in ("up", "down") and words[-1:] == ("by",)
    last = _compared(tokens, parts.first, before, share=by and not compared) if compared or by else None
    if last is not None:
        parts.unit, parts.noun = last.unit, last.noun
        parts.rules.append("unit.carried")


def _compared(tokens: Tokens, first: int, before: Sequence[Parts], *, share: bool) -> Parts | None:
    """The last quantity of the same sentence that is a share, or that is none and no money, which has its own sign.

    A share between the two that does not restate the first has a number of its own ("rose 5% to 7,000").
    """
    for last in reversed(before[-BEHIND:]):
        between = tokens.slice(last.end, first - last.end) if first - last.end <= FARTHEST else (".",)
        if "." in between or last.kind != "quantity" or (last.unit or "").isupper():
            return None
        if last.is_share and last.unit != "point":
            if share or "change.carried" not in last.rules:
                return last if share else None
        elif not share:
            return last
    return None
