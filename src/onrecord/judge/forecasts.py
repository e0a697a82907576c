"""Forecasts: claims about what is to come whose outcome can be checked: what, and by when.

Precision comes first: a wish, a demand, a question, what is only supposed and what is too vague to be checked are none.
A "would" in the reporter's words stands for the source's "will" only where the act or a day to come says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from onrecord.judge.claims import Proposition
from onrecord.judge.clause import COMPLEMENT_VERBS
from onrecord.judge.deadlines import LASTING, date_deadline
from onrecord.judge.futures import Future, find_future
from onrecord.judge.verbs import finite_verbs
from onrecord.judge.wordlist import word_set
from onrecord.judge.words import Words
from onrecord.spans import Span
from onrecord.types import Act, Claim, Forecast, Step, Time

NOT_FORETELLING: frozenset[Act] = frozenset({"want", "demand", "ask", "propose", "thank", "apologise", "decline"})
FORETELLING: frozenset[Act] = frozenset({"predict", "promise", "announce", "warn", "threaten", "agree", "estimate"})
"""Acts that say by themselves that a "would" is a "will"."""

UNDERTAKING: frozenset[Act] = frozenset({"promise", "announce", "threaten", "agree"})
"""Acts whose "to" foretells: "promised | to rebuild the school"."""

BELIEVING = word_set("think believe guess suppose suspect reckon expect bet predict doubt")
ENDING = word_set("because although though since while whereas but so which who as if unless provided")
"""What ends the words of what is foretold; after a comma, except "because", "although" and "though"."""

BY = word_set("by before until till within")
NOT_BY = word_set("since from after than of starting beginning for 's between")
AROUND = word_set("the a an early late about around end next coming start middle beginning of")
"""Words between a preposition and its time: "by the end of May", "in the next"."""

COUNTED_FROM = word_set("of after from before once when")
"""After a length, these tell from what it is counted."""

REFERENCES = word_set("FUTURE_REF PRESENT_REF PAST_REF")


class Telling(NamedTuple):
    """How a statement is made, as far as its forecasts depend on it.

    Attributes:
        act: What the source does by it.
        by_cue: Whether its cue says so, and not the content alone.
        negated: Whether the reporter says that it was not said.
        quoted: Whether all of it is in the source's own words.
        published: The day of publication in ISO 8601; None where it is not known.
    """

    act: Act
    by_cue: bool
    negated: bool
    quoted: bool
    published: str | None


class Foretold(NamedTuple):
    """What is foretold, as places in a claim's words, the words that tell, and the rule."""

    first: int
    last: int
    future: Future | None


def with_forecasts(
    text: str, words: Words, claims: Sequence[Claim], read: Sequence[Proposition], telling: Telling
) -> tuple[tuple[Claim, ...], tuple[Step, ...]]:
    """Put into each claim of a statement what it foretells.

    Args:
        text: The article's text.
        words: Its words.
        claims: Its claims, with their times.
        read: The words of each.
        telling: How they are said.

    Returns:
        The claims, and for each forecast a step with the words that look ahead.
    """
    if telling.negated or (telling.by_cue and telling.act in NOT_FORETELLING):
        return tuple(claims), ()
    out: list[Claim] = []
    steps: list[Step] = []
    for claim, proposition in zip(claims, read, strict=True):
        foretelling = bool(proposition.places) and claim.mood == "declarative"
        found = _find(text, words, proposition, claim, telling) if foretelling else None
        if found is None:
            out.append(claim)
            continue
        forecast, step = found
        out.append(msgspec.structs.replace(claim, forecast=forecast))
        steps.append(step)
    return tuple(out), tuple(steps)


def _find(
    text: str, words: Words, proposition: Proposition, claim: Claim, telling: Telling
) -> tuple[Forecast, Step] | None:
    part = proposition.places
    foretold = _by_form(text, words, proposition, claim) or _by_act(proposition.lows, telling)
    if foretold is None:
        return None
    span = words.span(part[foretold.first], part[foretold.last])
    times = [time for time in claim.times or () if span.covers(time.span) and _may_be_deadline(words, time)]
    to_come = [time for time in times if not _is_past(time, telling.published)]
    by = min(to_come, key=lambda time: (_preposition(words, time) not in BY, -time.span.start), default=None)
    future = foretold.future
    if future is not None and not _is_credible(words, future, by, times, telling):
        return None
    if by is not None and not _is_from_another(words, by):
        by = date_deadline(by, _lows(words, by), _preposition(words, by), telling.published)
    shown = span if future is None else words.span(part[future.first], part[future.last])
    return Forecast(span=span, by=by), Step(rule=f"forecast.{future.kind if future else 'act'}", spans=(shown,))


def _is_credible(words: Words, future: Future, by: Time | None, times: Sequence[Time], telling: Telling) -> bool:
    """Whether a future form foretells: one in the past only in the reporter's words, for what is still to come."""
    if future.past:
        sure = telling.by_cue and telling.act in FORETELLING and not times
        return not telling.quoted and (by is not None or (sure and not future.needs_day))
    if future.kind == "modal":
        return by is not None and (_preposition(words, by) in BY | LASTING or _is_to_come(by, telling.published))
    return by is not None or not future.needs_day


def _by_form(text: str, words: Words, proposition: Proposition, claim: Claim) -> Foretold | None:
    """What a future form of the main clause foretells."""
    part, lows, clause = proposition
    future = find_future(lows, clause)
    if future is None or (future.kind == "going" and _is_name(text, words, part, future.last + 1)):
        return None
    first = _start(lows, clause, future)
    last = _end(words, part, lows, future.last, claim.condition)
    return Foretold(first, last, future) if first < future.first else None


def _by_act(lows: Sequence[str], telling: Telling) -> Foretold | None:
    """What an act alone foretells: "promised | to rebuild it", "predicted | a wet harvest"."""
    first = next((place for place, low in enumerate(lows) if low[0].isalnum() and low != "of"), -1)
    last = max((place for place, low in enumerate(lows) if low[0].isalnum() or low == "%"), default=-1)
    if not telling.by_cue or first < 0 or first >= last or lows[first] == "that":
        return None
    undertaken = telling.act in UNDERTAKING and lows[first] == "to"
    predicted = telling.act == "predict" and not any(finite_verbs(lows))
    return Foretold(first, last, None) if undertaken or predicted else None


def _is_name(text: str, words: Words, part: Sequence[int], place: int) -> bool:
    """Whether a word is written as a name is: "going to Tarsk"."""
    return place >= len(part) or text[words.starts[part[place]]].isupper()


def _start(lows: Sequence[str], clause: Sequence[int], future: Future) -> int:
    """Where what is foretold begins: after "I think", "it is likely that"."""
    first = clause[0]
    for place in clause:
        if place >= future.first - 1:
            break
        opens = lows[place] == "that" and place and lows[place - 1] in COMPLEMENT_VERBS | BELIEVING
        if opens or (lows[place] in BELIEVING and place and lows[place - 1] in ("i", "we")):
            first = place + 1
    while first < future.first and (not lows[first][0].isalnum() or lows[first] == "that"):
        first += 1
    return first


def _end(words: Words, part: Sequence[int], lows: Sequence[str], after: int, condition: Span | None) -> int:
    """Where it ends: before its condition, and before what is said about it."""
    last = after + 1
    for place in range(after + 1, len(lows)):
        if condition is not None and condition.start <= words.starts[part[place]] < condition.end:
            break
        if lows[place] in ENDING and (lows[place - 1] == "," or lows[place] in ("because", "although", "though")):
            break
        if lows[place][0].isalnum() or lows[place] == "%":
            last = place
    return min(last, len(lows) - 1)


def _may_be_deadline(words: Words, time: Time) -> bool:
    if time.type == "SET" or time.value in REFERENCES or time.granularity == "century":
        return False
    before = _preposition(words, time)
    return before in LASTING if time.type == "DURATION" else before not in NOT_BY


def _is_from_another(words: Words, time: Time) -> bool:
    """Whether a length is counted from something else than the publication: "within ten days of the vote"."""
    after = words.at(time.span.end)
    return after < len(words) and words.lows[after] in COUNTED_FROM


def _lows(words: Words, time: Time) -> Sequence[str]:
    return [words.lows[place] for place in words.inside((time.span,))]


def _preposition(words: Words, time: Time) -> str:
    """The word before a time that says how it stands to it: "by" of "by the end of May"."""
    place = words.at(time.span.start) - 1
    if place >= 0 and words.lows[place] == "of" and (place < 1 or words.lows[place - 1] not in AROUND):
        return "of"
    for back in range(place, max(place - 4, -1), -1):
        if words.lows[back] not in AROUND:
            return words.lows[back]
    return ""


def _is_to_come(time: Time, published: str | None) -> bool:
    return published is not None and time.from_ is not None and time.from_[: len(published)] > published


def _is_past(time: Time, published: str | None) -> bool:
    return published is not None and time.to is not None and time.to[: len(published)] <= published
