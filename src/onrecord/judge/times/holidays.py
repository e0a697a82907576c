"""Seasons and holidays: "last spring", "the winter of 1994", "Christmas Eve", "Easter Monday"."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.judge.times import lexicon
from onrecord.judge.times.context import Match
from onrecord.judge.times.dates import is_ahead, nearest_day, step_of
from onrecord.judge.times.periods import Period, period
from onrecord.judge.times.rules import Rule
from onrecord.judge.times.tense import Tense
from onrecord.judge.times.values import Value, dated, unknown
from onrecord.judge.wordlist import word_set

_BEFORE_SEASON = word_set("in during by until since of over through before after this last next for")


def _season(match: Match) -> Value | None:
    """Such as "last spring", "the winter of 1994". Winter is of the year that it ends in, as TimeBank has it."""
    name = match.low("s")
    mark = lexicon.SEASONS[name]
    before, after = match.before(), match.after()
    bare = not match.has("r") and not match.has("y")
    if bare and (before not in _BEFORE_SEASON or after in ("in", "of", "on", "from", "for")):
        return None
    if match.has("y"):
        return dated(Period("season", date(match.whole("y"), 1, 1), mark))
    if match.published is None:
        return unknown("season", f"XXXX-{mark}")
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}[mark] - match.published.month
    year = match.published.year
    step = step_of(match.low("r"))
    if match.has("q"):
        year += step
    elif step < 0:
        year -= middle >= 0 if match.low("r") == "last" else middle > 1
    elif step > 0 or (not match.has("r") and match.tense() is Tense.FUTURE):
        year += middle < -1
    elif not match.has("r"):
        year -= middle > 1
    return dated(Period("season", date(year, 1, 1), mark))


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian calendar (the anonymous algorithm, Meeus 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _holiday_in(name: str, year: int) -> date:
    if name == "easter":
        return easter(year)
    if name == "thanksgiving":  # the fourth Thursday of November
        first = date(year, 11, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    month, day = lexicon.FIXED_HOLIDAYS[name]
    return date(year, month, day)


def _holiday(match: Match) -> Value | None:
    """Such as "christmas Day", "last Thanksgiving", "Easter 2021"."""
    name = match.low("h")
    if not match.token("h").capital:
        return None
    if match.has("y"):
        return _on_holiday(match, _holiday_in(name, match.whole("y")))
    if match.published is None:
        return unknown("day", "XXXX-12-25" if name == "christmas" else None)
    days = [_holiday_in(name, match.published.year + step) for step in (-1, 0, 1)]
    past = max(day for day in days if day <= match.published)
    coming = min(day for day in days if day >= match.published)
    step = step_of(match.low("r"))
    ahead = step > 0 or (step == 0 and is_ahead(match, (match.published - past).days / 30, 0))
    return _on_holiday(match, coming if ahead else past)


def _new_year(match: Match) -> Value | None:
    """Such as "New Year's Eve", "New Year's Day": the nearest one that the verb allows."""
    eve = match.low("e") == "eve"
    if match.published is None:
        return unknown("day", "XXXX-12-31" if eve else "XXXX-01-01")
    return dated(nearest_day(match, match.published, *((12, 31) if eve else (1, 1))))


def _on_holiday(match: Match, day: date) -> Value | None:
    if match.has("w"):
        weekday = lexicon.WEEKDAYS[match.low("w")]
        if match.low("h") != "easter" or weekday not in (0, 6):
            return None
        day += timedelta(days=1 if weekday == 0 else 0)
    if match.has("e"):
        day -= timedelta(days=1)
    return dated(period("week", day) if match.has("k") else Period("day", day))


_OF_YEAR = "(?:COMMA? of? <y:YEAR>|of? <q:last|this|next> year)"

RULES = (
    Rule("date.season", f"(?:THE|<r:this|last|next|past>)? (?:past|coming|last)? <s:SEASON> {_OF_YEAR}?", _season),
    Rule("date.holiday", "new year POSS <e:day|eve>", _new_year),
    Rule(
        "date.holiday",
        "(?:<r:this|last|next|past>)? <h:HOLIDAY> (?:day|<e:eve>|<k:week>|<w:WEEKDAY>)? (?:COMMA? <y:YEAR>)?",
        _holiday,
    ),
)
