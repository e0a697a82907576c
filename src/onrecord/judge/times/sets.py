"""Sets: what comes again: "every Monday", "each year", "daily", "$2 million a year"."""

from __future__ import annotations

from fractions import Fraction

from onrecord.judge.times import lexicon
from onrecord.judge.times.context import Match
from onrecord.judge.times.rules import Rule
from onrecord.judge.times.values import Value, duration_value
from onrecord.judge.wordlist import word_set

RATE_REACH = 4
"""Words before "a year" among which a number makes it a rate: "33 million dollars a year"."""

NO_RATE = word_set("for in within after over than about nearly almost once of at on to and or just")


UNITS = {"H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}


def _every(match: Match) -> Value | None:
    """Such as "every quarter", "every two weeks", "every other day"."""
    number = match.token("n").number if match.has("n") else Fraction(1)
    if match.has("o"):
        number = Fraction(2)
    return Value("SET", duration_value(number, match.unit()), granularity=match.unit())


def _every_weekday(match: Match) -> Value | None:
    """Such as "every Monday", "each Thursday night", "on Mondays"."""
    name = match.low("w")
    number = lexicon.WEEKDAYS[name] + 1
    mark = lexicon.PARTS.get(match.low("p"), "")
    return Value("SET", f"XXXX-WXX-{number}{mark}", granularity="part of day" if mark else "day")


def _weekdays(match: Match) -> Value | None:
    return Value("SET", f"XXXX-WXX-{lexicon.WEEKDAYS[match.low('w').removesuffix('s')] + 1}", granularity="day")


def _on_weekdays(_: Match) -> Value | None:
    return Value("SET", "XXXX-WXX-WD", granularity="day")


def _every_month(match: Match) -> Value | None:
    return Value("SET", f"XXXX-{lexicon.MONTHS[match.low('m').rstrip('.')]:02d}", granularity="month")


def _every_part(match: Match) -> Value | None:
    return Value("SET", "XXXX-XX-XX" + lexicon.PARTS[match.low("p")], granularity="part of day")


def _every_season(match: Match) -> Value | None:
    return Value("SET", f"XXXX-{lexicon.SEASONS[match.low('s')]}", granularity="season")


def _every_weekend(_: Match) -> Value | None:
    return Value("SET", "XXXX-WXX-WE", granularity="weekend")


def _recurring(match: Match) -> Value | None:
    """Such as "daily", "annually"."""
    low = match.low("u")
    if match.context.tokens[match.first].capital and match.first and match.before() not in (".", '"', "“"):
        return None  # a newspaper's name
    value = lexicon.RECURRING[low]
    return Value("SET", value, granularity=UNITS[value[-1]])


def _rate(match: Match) -> Value | None:
    """Such as "twice a week", "$33 million a year": how often, or per what time."""
    before = match.before()
    tokens = match.context.tokens
    near = range(max(0, match.first - RATE_REACH), match.first)
    counted = any(tokens[place].number is not None or tokens[place].low in ("once", "twice") for place in near)
    if before in NO_RATE - {"once"} or not counted or match.after() in ("ago", "earlier", "later", "before", "after"):
        return None
    if tokens[match.first - 1].kind == "other" and before not in ("%", ")"):
        return None
    return Value("SET", duration_value(Fraction(1), match.unit()), granularity=match.unit())


RULES = (
    Rule("set.every", "EACH (?:<n:NUM>|<o:other>)? <u:UNIT>", _every),
    Rule("set.every", "EACH <w:WEEKDAY> <p:PART>?", _every_weekday),
    Rule("set.every", "EACH <m:MONTH>", _every_month),
    Rule("set.every", "EACH <p:PART>", _every_part),
    Rule("set.every", "EACH <s:SEASON>", _every_season),
    Rule("set.every", "EACH weekend|weekends", _every_weekend),
    Rule("set.weekdays", "<w:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays>", _weekdays),
    Rule("set.weekdays", "weekdays|EACH weekday", _on_weekdays),
    Rule("set.recurring", "<u:RECUR>", _recurring),
    Rule("set.rate", "(?:once|twice)? A <u:day|week|month|year|hour|minute>", _rate),
)
