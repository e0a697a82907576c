"""Periods that companies and offices report on: quarters, halves, fiscal years, and the same a year earlier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.judge.times.context import Match
from onrecord.judge.times.dates import step_of
from onrecord.judge.times.periods import Period, add_months, period
from onrecord.judge.times.rules import Rule
from onrecord.judge.times.tense import Tense
from onrecord.judge.times.values import Value, dated, unknown

FISCAL = "a fiscal year begins when its owner has it begin"


def _quarter(match: Match) -> Value | None:
    """Such as "the third quarter", "the 1988 third quarter", "next year's first quarter", "Q3 2021"."""
    number = 4 if match.low("o") in ("last", "final") else match.whole("o")
    if not 1 <= number <= 4:
        return None
    if match.low("k") in ("q", "quarter") or not match.has("k"):
        return _fiscal(match, _numbered(match, number, 3))
    return _numbered(match, number, 6) if number < 3 else None


def _half(match: Match) -> Value | None:
    """Such as "the first half of 1989", "the last half of the year"."""
    return _numbered(match, 1 if match.low("o") == "first" else 2, 6)


def _numbered(match: Match, number: int, months: int) -> Value | None:
    """A quarter or half by its number, in the year that is said or else the one that the tense means."""
    unit = "quarter" if months == 3 else "half"
    letter = "Q" if months == 3 else "H"
    year = _said_year(match)
    if year is None and match.has("c") and match.published is not None:
        year = match.published.year
    if year is None and match.published is None:
        return unknown("quarter" if months == 3 else "half", f"XXXX-{letter}{number}")
    if year is None and match.published is not None:
        now = match.published
        start = date(now.year, months * (number - 1) + 1, 1)
        over = add_months(start, months) or start
        year = now.year
        if start > now and match.tense() is not Tense.FUTURE and (start - now).days > 31:
            year -= 1
        elif over <= now and (now - over).days > 120 and match.tense() is Tense.FUTURE:
            year += 1
    return dated(Period(unit, date(year or 1, months * (number - 1) + 1, 1)))  # type: ignore[arg-type]


def _said_year(match: Match) -> int | None:
    for name in ("y", "y2"):
        if match.has(name):
            return match.whole(name)
    for name in ("r", "r2"):
        if match.has(name) and match.published is not None:
            return match.published.year + step_of(match.low(name))
    if match.has("g") and match.published is not None:  # "the year-ago third quarter"
        return match.published.year - 1
    return None


def _fiscal(match: Match, value: Value | None) -> Value | None:
    """A fiscal quarter's days are its owner's."""
    if value is None or not match.has("f"):
        return value
    return replace(value, start=None, end=None, granularity="fiscal quarter", note=FISCAL)


def _latest(match: Match) -> Value | None:
    """Such as "the latest quarter", "the quarter", "the period": the one that figures were last given for."""
    reported = match.context.reported
    if reported is not None:
        return dated(reported)
    if match.low("k") == "period":
        return None
    if match.published is None:
        return unknown("quarter")
    return dated(period("quarter", match.published).shifted(-1, "quarter"))


def _year_earlier(match: Match) -> Value | None:
    """Such as "the year-earlier quarter", "the corresponding period last year": a year before the reported one."""
    reported = match.context.reported
    if match.has("e") and not match.hyphened("e"):
        return None
    if match.published is None and reported is None:
        return unknown("quarter")
    if reported is None:
        reported = period("quarter" if match.low("k") == "quarter" else "year", match.published or date.min)
    return dated(reported.shifted(-1, "year"))


def _of_year(match: Match) -> Value | None:
    """Such as "the 1988 period", "last year's quarter": the reported part of another year."""
    reported, year = match.context.reported, _said_year(match)
    if year is None:
        return unknown("quarter")
    if reported is None:
        return dated(Period("year", date(year, 1, 1)))
    return dated(replace(reported, start=reported.start.replace(year=year)))


def _fiscal_year(match: Match) -> Value | None:
    """Such as "fiscal 1989", "fiscal year 2023", "FY22"."""
    year = match.whole("y")
    if year < 100:
        year += 2000 if match.low("f") == "fy" else 1900
    return Value("DATE", f"{year:04d}", granularity="fiscal year", note=FISCAL)


_YEAR_BEFORE = "(?:last year|A year (?:earlier|ago|before)|of last year)"
_HALF_OF = "of (?:<y:YEAR>|<c:THE> year|<r:this|last|next> year)"
_WHICH = "(?:<y:YEAR>|<r:this|LAST|NEXT> year POSS?|<g:year (?:ago|earlier)>)"
_OF = "(?:of? THE? (?:year)? <y2:YEAR>|of? <r2:this|last|next> year|of <c:THE> year)"
RULES = (
    Rule("reported.quarter", f"THE? {_WHICH}? (?:<f:fiscal>)? <o:ORD> (?:fiscal)? quarter {_OF}?", _quarter),
    Rule("reported.quarter", f"THE <o:last|final> quarter {_OF}", _quarter),
    Rule("reported.quarter", "<k:q> <o:DAY> (?:of? <y:YEAR>)?", _quarter),
    Rule("reported.half", "<k:h> <o:DAY> (?:of? <y:YEAR>)", _quarter),
    Rule("reported.half", f"THE? <o:first|second|last|latter> half {_HALF_OF}", _half),
    Rule("reported.latest", "THE (?:LATEST|same)? (?:fiscal)? <k:quarter|period>", _latest),
    Rule("reported.year-earlier", "THE? COMPARABLE? year (?:earlier|ago) <k:quarter|period>", _year_earlier),
    Rule("reported.year-earlier", "year <e:earlier|ago>", _year_earlier),
    Rule("reported.year-earlier", f"THE? COMPARABLE? <k:quarter|period> {_YEAR_BEFORE}", _year_earlier),
    Rule("reported.of-year", "THE? (?:<y:YEAR>|<r:last|this|next> year POSS) (?:quarter|period)", _of_year),
    Rule("reported.fiscal", "THE? (?:<f:fiscal|fy|financial>) year? <y:YEAR|YY|DAY>", _fiscal_year),
)  # fmt: skip
