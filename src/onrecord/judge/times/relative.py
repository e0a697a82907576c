"""Relative dates: "last week", "this morning", "on Thursday", reckoned from the publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from onrecord.judge.times import lexicon
from onrecord.judge.times.context import Match
from onrecord.judge.times.dates import read_day, step_of
from onrecord.judge.times.periods import AS_PERIOD, Granularity, Period, period
from onrecord.judge.times.rules import Rule
from onrecord.judge.times.tense import Tense
from onrecord.judge.times.values import Value, dated, duration, unknown
from onrecord.judge.wordlist import word_set

DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

MARKS = lexicon.PARTS | {"tonight": "TNI"}

NOT_DAYS = word_set("times telegraph mirror mail post express herald independent tribune star review night's")
"""After a weekday with a capital: a newspaper's name."""

NOT_TOLD = "reckoned from a time that the text does not give"

_BESIDE = word_set("next following subsequent previous preceding")
"""What "the … day" is told of by: the day beside the one told of last."""


def _deictic(match: Match) -> Value | None:
    """Such as "today", "yesterday morning", "tonight"."""
    token = match.token("d")
    if token.low == "today" and token.capital and match.first and match.context.tokens[match.first - 1].kind == "word":
        return None  # a name: "USA Today"
    mark = MARKS.get(match.low("p") or token.low, "")
    unit: Granularity = "part of day" if mark else "day"
    if match.published is None:
        return unknown(unit, type_="TIME" if mark else "DATE")
    shift = DEICTIC[token.low] + (1 if match.low("x") == "after" else -1 if match.low("x") else 0)
    return dated(Period("day", match.published).shifted(shift, "day"), None) if not mark else _part(match, shift, mark)


def _part(match: Match, days: int, mark: str) -> Value | None:
    return dated(Period("part of day", match.published or date.min, mark).shifted(days, "day"))


def _this_part(match: Match) -> Value | None:
    """Such as "this morning", "last night", "that evening"."""
    mark = MARKS[match.low("p")]
    word = match.low("r")
    if match.published is None:
        return unknown("part of day", type_="TIME")
    if word in ("that", "same", "the"):
        day = match.context.last
        if day is None or day.unit not in ("day", "part of day"):
            return None if word == "the" else unknown("part of day", type_="TIME")
        return dated(Period("part of day", day.start, mark))
    return _part(match, step_of(word), mark)


def _part_of(match: Match) -> Value | None:
    """Such as "mid-afternoon yesterday"."""
    if match.published is None:
        return unknown("part of day", type_="TIME")
    return _part(match, DEICTIC[match.low("d")], MARKS[match.low("p")])


def _overnight(match: Match) -> Value | None:
    """The night that ends on the day of publication, or begins on it where the verb looks ahead."""
    if match.after() in ("success", "sensation", "train", "stay", "guest") or match.before() in ("an", "the", "a"):
        return None
    if match.published is None:
        return unknown("part of day", type_="TIME")
    value = _part(match, 0 if match.tense() is Tense.FUTURE else -1, "TNI")
    return None if value is None else replace(value, period=None)  # nothing is reckoned from it


def _next_part(match: Match) -> Value | None:
    """Such as "the next morning": of the day after the one told of last."""
    last = match.context.last
    mark = MARKS[match.low("p")]
    if last is None or last.unit not in ("day", "part of day"):
        return None
    return dated(Period("part of day", last.start, mark).shifted(1, "day"))


def _week_of(match: Match) -> Value | None:
    """Such as "the week of May 12": the one that the day lies in."""
    day = read_day(match)
    if day is None or day.period is None:
        return day
    return dated(period("week", day.period.start))


def _unit(match: Match) -> Value | None:
    """Such as "last week", "this year", "the current month", "the past decade"."""
    unit = AS_PERIOD.get(match.unit() if match.has("u") else "weekend")
    if match.low("u") in lexicon.PLURALS:
        return None
    word = match.low("r")
    if unit is None or (unit == "day" and word not in _BESIDE):
        return None
    if unit == "day":
        return _beside_last(match, unit, -1 if word[0] == "p" else 1)
    if match.published is None:
        return unknown(unit)
    if word in ("following", "subsequent", "ensuing", "previous", "preceding", "prior"):
        return _beside_last(match, unit, -1 if word[0] == "p" else 1)
    step = step_of(word)
    if unit == "weekend":
        return dated(_weekend(match, match.published, word))
    return dated(period(unit, match.published).shifted(step, unit))


def _year_end(match: Match) -> Value | None:
    """Such as "by year's end", "at year-end"."""
    if match.published is None:
        return unknown("year")
    return dated(period("year", match.published), "END")


def _weekend(match: Match, published: date, word: str) -> Period | None:
    """The weekend of a word: "last" is the one that is over, "this" the coming one, on a Monday perhaps the last."""
    this = period("weekend", published)
    over = published.weekday() < 5
    last = this.shifted(-1, "week") if over else this
    if word in ("last", "past", "previous", "preceding"):
        return last if over else this.shifted(-1, "week")
    if word in ("next", "coming", "upcoming", "forthcoming"):
        return this if over else this.shifted(1, "week")
    tense = match.tense()
    early = published.weekday() < 2
    if tense is Tense.FUTURE or (tense is Tense.NONE and not early):
        return this
    return last


def _beside_last(match: Match, unit: Granularity, step: int) -> Value | None:
    """The period before or after the one told of last: "the following year"."""
    last = match.context.last
    if last is None:
        return Value("DATE", None, granularity=unit, note=NOT_TOLD)
    return dated(period(unit, last.start).shifted(step, unit))


def _that(match: Match) -> Value | None:
    """Such as "that year", "the same day"."""
    unit = AS_PERIOD.get(match.unit())
    last = match.context.last
    if unit is None or last is None:
        return None
    if unit == "quarter" and match.context.reported is not None:
        return dated(match.context.reported)
    return dated(period(unit, last.start))


def _the(match: Match) -> Value | None:
    """Such as "the week", "the year": those of the publication."""
    unit = AS_PERIOD.get(match.unit())
    if match.low("u") in lexicon.PLURALS:
        return None
    if match.after() in ("ended", "ending") and unit == "year":
        return duration(Fraction(1), "year")
    if match.after() == "of" and match.before() == "for" and unit == "year":
        return dated(period("year", match.published)) if match.published is not None else unknown("year")
    if match.after() in ("of", "in", "to", "before", "after", "that", "when", "ago", "earlier") and not match.has("f"):
        return None
    if match.before() not in ("for", "in", "during", "of", "over", "throughout", "through", "so", "on", "and"):
        return None
    if unit is None or (
        unit == "day" and (match.before() not in ("in",) or match.before(2) not in ("later", "earlier"))
    ):
        return None
    if match.low("f") in ("fiscal", "financial"):
        return Value("DATE", None, granularity="fiscal year", note="the company's year is not said")
    if match.published is None:
        return unknown(unit)
    return dated(period(unit, match.published))


def _weekday(match: Match) -> Value | None:
    """Such as "on Thursday": the last one in reports of the past, the next where the verb looks ahead."""
    number = lexicon.WEEKDAYS[match.low("w")]
    if match.after() in NOT_DAYS and match.context.tokens[match.last + 1].capital:
        return None
    mark = lexicon.PARTS.get(match.low("p"), "")
    unit: Granularity = "part of day" if mark else "day"
    if match.has("p") and match.lows("p")[0].endswith("s"):
        return Value("SET", f"XXXX-WXX-{number + 1}{mark}", granularity=unit)
    if match.published is None:
        return unknown(unit, f"XXXX-WXX-{number + 1}{mark}", "TIME" if mark else "DATE")
    back = (match.published.weekday() - number) % 7
    word = match.low("r2") or match.low("r")
    if word in ("last", "previous", "preceding", "past"):
        shift = -(back or 7)
    elif word in ("next", "coming", "following", "upcoming"):
        shift = 7 - back
    else:
        tense = match.tense()
        ahead = tense is Tense.FUTURE or (word == "this" and tense is not Tense.PAST)
        shift = (7 - back) % 7 if ahead else -back
    return dated(Period(unit, match.published, mark).shifted(shift, "day"))


def _beside_weekday(match: Match) -> Value | None:
    """Such as "the following Monday": the first after the day told of last."""
    number = lexicon.WEEKDAYS[match.low("w")]
    last = match.context.last
    if last is None or last.unit not in ("day", "part of day"):
        return Value("DATE", f"XXXX-WXX-{number + 1}", granularity="day", note=NOT_TOLD)
    back = (last.start.weekday() - number) % 7
    return dated(Period("day", last.start).shifted(7 - back if match.low("r") == "following" else -(back or 7), "day"))


_PART = "<p:PART>"
RULES = (
    Rule("relative.day", f"<d:today|tonight|yesterday|tomorrow> {_PART}?", _deictic),
    Rule("relative.day", "THE? day <x:before|after> <d:yesterday|tomorrow>", _deictic),
    Rule("relative.part", "overnight", _overnight),
    Rule("relative.part", f"{_PART} <d:yesterday|tomorrow>", _part_of),
    Rule("relative.part", f"THE <r:following|next> {_PART}", _next_part),
    Rule("relative.part", f"<r:this|last|that|same|the> {_PART}", _this_part),
    Rule(
        "relative.unit",
        "THE? <r:this|LAST|NEXT|LATEST|FOLLOWING> (?:past|coming|fiscal|calendar)? <u:UNIT> (?:or so)?",
        _unit,
    ),
    Rule(
        "relative.week-of",
        "THE <k:week> (?:of|beginning|starting) "
        "(?:<m:MONTH> <d:DAY|ORDDAY>|<d2:DAY|ORDDAY> <m2:MONTH>) (?:COMMA? <y:YEAR>)?",
        _week_of,
    ),
    Rule("relative.year-end", "THE? year POSS? end", _year_end),
    Rule("relative.weekend", "(?:THE|<r:this|LAST|NEXT>) (?:past|coming)? weekend", _unit),
    Rule("relative.that", "(?:that|THE COMPARABLE|that same) <u:UNIT>", _that),
    Rule("relative.the", "THE (?:<f:full|entire|whole|fiscal|financial>)? <u:UNIT>", _the),
    Rule("relative.weekday", f"(?:THE|<r:this|last|next>)? (?:<r2:coming|past>)? <w:WEEKDAY> {_PART}?", _weekday),
    Rule("relative.weekday", "THE <r:following|previous|preceding> <w:WEEKDAY>", _beside_weekday),
)
