"""Apart: so long ago, from now, before or after another time: "two weeks ago", "a year later", "the past month"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from onrecord.judge.times import lexicon
from onrecord.judge.times.context import Match
from onrecord.judge.times.dates import step_of
from onrecord.judge.times.periods import AS_PERIOD, MONTHS_OF, Granularity, Period, period
from onrecord.judge.times.rules import COUNT, Rule
from onrecord.judge.times.tense import Tense
from onrecord.judge.times.values import Value, anchored, dated, duration, unknown
from onrecord.judge.wordlist import word_set


def _ago(match: Match) -> Value | None:
    """Such as "two weeks ago", "a year ago": to the unit that is said; days and weeks to the day."""
    return _apart(match, -1, match.published)


def _hence(match: Match) -> Value | None:
    """Such as "two years from now", "in three weeks' time"."""
    return _apart(match, 1, match.published)


def _in(match: Match) -> Value | None:
    """Such as "in five years" of what will be."""
    if match.tense() is not Tense.FUTURE or match.unit() == "quarter":
        return None
    return _apart(match, 1, match.published)


def _apart(match: Match, sign: int, origin: date | None) -> Value | None:
    unit = match.unit()
    if match.has("e") and match.hyphened("e"):
        return None
    if unit in ("hour", "minute", "second"):
        return _short_apart(match, sign)
    count = match.count()
    grain: Granularity = "day" if unit in ("week", "fortnight") else AS_PERIOD[unit]
    if origin is None:
        return unknown(AS_PERIOD[unit])
    if count is None:
        return Value("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF", granularity=unit)
    reported = match.context.reported
    if unit == "year" and sign < 0 and count == 1 and reported is not None:
        return dated(reported.shifted(-1, "year"))
    if count.denominator != 1 and unit in MONTHS_OF:
        grain = "month" if unit == "year" else "year"
    value = dated(_moved(period(grain, origin), sign * count, unit))
    if value is None:
        return Value("DATE", None, granularity=unit, note="outside of the calendar")
    return replace(value, granularity="week") if unit in ("week", "fortnight") else value


def _moved(start: Period, count: Fraction, unit: str) -> Period | None:
    whole, rest = divmod(abs(count), 1)
    sign = -1 if count < 0 else 1
    moved = start.shifted(sign * int(whole), {"millennium": "century"}.get(unit, unit)) if whole < 10**5 else None
    if moved is None or not rest:
        return moved
    months = MONTHS_OF.get(unit, 0) * rest
    return moved.shifted(sign * int(months), "month") if months else moved


def _short_apart(match: Match, sign: int) -> Value | None:
    """The hour of "an hour ago", which is not known as that of the publication is not."""
    note = "the hour of publication is not known"
    return Value("TIME", None, granularity=match.unit(), note=note) if sign < 0 else None


def _later(match: Match) -> Value | None:
    """Such as "two years later", "a week earlier": from the time told of last."""
    sign = -1 if match.low("e") in ("earlier", "before", "previously") else 1
    unit, count, last = match.unit(), match.count(), match.context.last
    if match.hyphened("e") or (match.low("e") in ("after", "before") and match.after() not in (".", ",", "", ";")):
        return None  # "two days after the vote" says how long, not when
    reported = match.context.reported
    if unit == "year" and count == 1 and sign < 0 and reported is not None:
        return dated(reported.shifted(-1, "year"))
    if count is None or last is None or unit in ("hour", "minute", "second"):
        return duration(count, unit)
    start = period(last.unit, last.start, last.mark)
    if unit in ("year", "month") and last.unit == "day" and count != 1:
        start = period("month" if unit == "month" else "year", last.start)
    return dated(_moved(start, sign * count, unit)) or duration(count, unit)


def _beside(match: Match) -> Value | None:
    """Such as "the year before", "the day after", from the time told of last; not "the day after the vote"."""
    last = match.context.last
    unit = AS_PERIOD.get(match.unit())
    if match.after() not in (".", ",", "", ";", "and", "but") or unit is None or last is None:
        return None
    return dated(period(unit, last.start).shifted(1 if match.low("e") == "after" else -1, unit))


def _second(match: Match) -> Value | None:
    """Such as "the week after next", "the year before last"."""
    unit = AS_PERIOD[match.unit()]
    if match.published is None:
        return unknown(unit)
    return dated(period(unit, match.published).shifted(2 if match.low("e") == "after" else -2, unit))


def _from_event(match: Match) -> Value | None:
    """Such as "the fourth week of the war": counted from what the text does not date."""
    unit = match.unit()
    whose = match.before() in ("'s", "its", "their")
    if not (match.after() == "of" or whose) or unit == "quarter" or match.low("u") in lexicon.PLURALS:
        return None
    return Value("DATE", None, granularity=unit, note="counted from an event whose date is not said")


def _past(match: Match) -> Value | None:
    """Such as "the past two weeks", "the next few days": how long, and from or to the publication."""
    count, unit = match.count(), match.unit()
    word = match.low("s")
    sign = step_of(word)
    if word in _OF_ANOTHER:
        return duration(count, unit)
    return anchored(duration(count, unit), match.published, count, unit, sign)


_OF_ANOTHER = word_set("following subsequent ensuing previous preceding prior")
"""Reckoned from a time told of, not from the publication."""

_FULL = "(?:trading|working|full|consecutive)?"
RULES = (
    Rule("relative.ago", f"{COUNT} <u:UNIT> (?:or so)? (?:and A half)? <e:ago>", _ago),
    Rule("relative.hence", f"{COUNT} <u:UNIT> (?:from now|hence)", _hence),
    Rule("relative.hence", f"(?<=in) {COUNT} <u:UNIT> (?:POSS time)?", _in),
    Rule("relative.later", f"{COUNT} <u:UNIT> (?:or so)? <e:later|earlier|before|after|previously|afterwards>", _later),
    Rule("relative.beside", "THE <u:day|week|month|year> <e:before|after>", _beside),
    Rule("relative.second", "THE <u:week|month|year> (?:<e:after> next|<e2:before> last)", _second),
    Rule("relative.event", "THE? ORD <u:UNIT>", _from_event),
    Rule("relative.past", f"(?:EACH of)? THE? <s:LAST|NEXT|FOLLOWING> {COUNT} {_FULL} <u:UNIT> (?:or so)?", _past),
)
