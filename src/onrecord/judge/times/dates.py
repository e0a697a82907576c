"""Days and months of the calendar, in full or in part: "2 March 2022", "Aug. 2", "last May"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from onrecord.judge.times import lexicon
from onrecord.judge.times.context import Match
from onrecord.judge.times.periods import LAST_YEAR, Period, make_day, period
from onrecord.judge.times.rules import Rule
from onrecord.judge.times.tense import Tense
from onrecord.judge.times.values import Value, dated, unknown
from onrecord.judge.wordlist import word_set

IMPOSSIBLE = "there is no such day"

DAY_OR_MONTH = "read by some with the month first, by others with the day"

FAR, SOON = 8, 3
"""Months: without a verb to tell, a bare month or day lies behind unless that is further back than the one and the
coming one nearer than the other."""

_COUNTED = frozenset(lexicon.CLASSES["COUNTED"].split())


def _year(match: Match) -> int | None:
    """The year that a match says by number or by "last year"; None where it says none or it cannot be reckoned."""
    if match.has("y"):
        return match.whole("y")
    if match.has("r") and match.published is not None:
        return match.published.year + step_of(match.low("r"))
    return None


def _month_of(match: Match) -> int:
    return lexicon.MONTHS[match.low("m") or match.low("m2")]


def step_of(word: str) -> int:
    """-1 of "last", 1 of "next", 0 of "this"."""
    return (word in _NEXT) - (word in _LAST)


_NEXT, _LAST = word_set(lexicon.CLASSES["NEXT"]), word_set(lexicon.CLASSES["LAST"])


def _iso(match: Match) -> Value | None:
    text = match.context.tokens[match.first].low.upper()
    try:
        moment = datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError:
        return Value("DATE", None, granularity="day", note=IMPOSSIBLE)
    if moment.year > LAST_YEAR:
        return None
    if len(text) == 10:
        return dated(Period("day", moment.date()))
    end = moment + timedelta(minutes=1)
    zone = "Z" if text.endswith("Z") else ""
    precision = "seconds" if moment.second else "minutes"
    start, stop = (side.isoformat(timespec=precision) + zone for side in (moment, end))
    return Value("TIME", text.replace(" ", "T"), start, stop, "minute")


def _numeric(match: Match) -> Value | None:
    """18/03/2022. Where both numbers can be the month it is not said which is; a point parts days from months."""
    low = match.context.tokens[match.first].low
    first, second, year = (int(part) for part in low.replace(".", "/").split("/"))
    if year < 100:
        return None if "." in low else Value("DATE", None, granularity="day", note="its century is not said")
    if "." in low or first > 12 or first == second:
        return _day_value(year, second, first)
    if second > 12:
        return _day_value(year, first, second)
    return Value("DATE", f"{year:04d}-XX-XX", granularity="day", note=DAY_OR_MONTH)


def _day_value(year: int, month: int, day: int) -> Value | None:
    found = make_day(year, month, day)
    return Value("DATE", None, granularity="day", note=IMPOSSIBLE) if found is None else dated(Period("day", found))


def read_day(match: Match) -> Value | None:
    """Such as "2 March 2022", "March 2", "the 2nd of March"."""
    month, day = _month_of(match), match.whole("d" if match.has("d") else "d2")
    if match.before() == "in" and match.after() in _COUNTED and match.has("d") and match.token("d").kind == "number":
        return None  # "in May 20 people": the month alone is read
    if make_day(2000, month, day) is None:
        return Value("DATE", None, granularity="day", note=IMPOSSIBLE)
    year = _year(match)
    if year is not None:
        return _day_value(year, month, day)
    if match.published is None:
        return unknown("day", f"XXXX-{month:02d}-{day:02d}")
    return dated(nearest_day(match, match.published, month, day))


def _next_day(match: Match) -> Value | None:
    """The 25 of "April 24 and 25"."""
    tokens, first = match.context.tokens, match.first
    last = match.context.last
    if last is None or last.unit != "day" or match.context.read != "date.day":
        return None
    joined = match.context.end == first - 1 and match.before() in ("and", "to", "or", "–")
    if not joined and not (match.context.end == first and match.hyphened("d")):
        return None
    if match.after() in _COUNTED or match.after() in lexicon.UNITS:
        return None
    if tokens[match.context.end - 1].number != last.start.day:
        return None  # "24 April and 25 …": the number before is the day, not a year
    return _day_value(last.start.year, last.start.month, match.whole("d"))


def nearest_day(match: Match, published: date, month: int, day: int) -> Period | None:
    """The day of the year that the verb means: the last one, or the next."""
    around = [make_day(published.year + step, month, day) for step in (-1, 0, 1)]
    past = [found for found in around if found is not None and found <= published]
    coming = [found for found in around if found is not None and found >= published]
    if not past or not coming:
        return None
    months_back, months_on = (published - past[-1]).days / 30, (coming[0] - published).days / 30
    chosen = coming[0] if is_ahead(match, months_back, months_on) else past[-1]
    return Period("day", chosen)


def is_ahead(match: Match, months_back: float, months_on: float) -> bool:
    """Whether of a day's or month's two nearest places in the calendar the coming one is meant.

    Args:
        match: Where it is told of.
        months_back: How far the last one lies back.
        months_on: How far the coming one is.
    """
    if match.before() in ("ended", "ending"):
        return match.before() == "ending"
    own = match.own_tense()
    if own is not Tense.NONE:
        return own is Tense.FUTURE
    tense = match.tense()
    if tense is Tense.FUTURE:
        return months_on <= months_back or months_on <= FAR
    return (
        months_back > FAR and months_on < SOON
        if tense is Tense.NONE
        else months_back > FAR + 1 and months_on < SOON - 1
    )


def _month_year(match: Match) -> Value | None:
    month = _month_of(match)
    year = _year(match)
    if year is None:
        return unknown("month", f"XXXX-{month:02d}")
    return dated(Period("month", date(year, month, 1)))


def _month(match: Match) -> Value | None:
    """Such as "december", "last May", "this September"."""
    month = _month_of(match)
    if match.published is None:
        return unknown("month", f"XXXX-{month:02d}")
    back = (match.published.month - month) % 12
    step, now = step_of(match.low("r")), period("month", match.published)
    if match.has("r") and step < 0:
        return dated(now.shifted(-(back or 12), "month"))
    if match.has("r"):
        on = (-back) % 12 or (12 if step > 0 else 0)
        return dated(now.shifted(on if step > 0 else month - match.published.month, "month"))
    ahead = back > 0 and is_ahead(match, back, 12 - back)
    return dated(now.shifted(12 - back if ahead else -back, "month"))


_WEEKDAY = "(?:this? (?:coming|past|last|next)? WEEKDAY COMMA?)?"
_OF_YEAR = "(?:COMMA? of? <y:YEAR>|COMMA? of? <r:this|last|next|past> year)"

RULES = (
    Rule("date.iso", "ISO", _iso),
    Rule("date.numeric", "NUMERIC", _numeric),
    Rule("date.day", f"{_WEEKDAY} last? <m:MONTH> THE? <d:DAY|ORDDAY> {_OF_YEAR}?", read_day),
    Rule("date.day", f"{_WEEKDAY} (?:THE (?=ORDDAY))? <d:DAY|ORDDAY> of? <m:MONTH> {_OF_YEAR}?", read_day),
    Rule(
        "date.day", "<d:DAY|ORDDAY> (?=(?:to|and|or|DASH)? (?:DAY|ORDDAY) of? <m:MONTH> (?:COMMA? <y:YEAR>)?)", read_day
    ),
    Rule("date.day", "<d:DAY|ORDDAY>", _next_day),
    Rule("date.month", f"<m:MONTH> {_OF_YEAR}", _month_year),
    Rule("date.month", "(?:<r:this|last|next|past|coming>)? (?:coming|past)? <m:MONTH>", _month),
)
