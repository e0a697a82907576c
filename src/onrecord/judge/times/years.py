"""Years, decades and centuries: "1989", "the late 1970s", "the 20th century"."""

from __future__ import annotations

from datetime import date

from onrecord.judge.times import lexicon
from onrecord.judge.times.context import Match
from onrecord.judge.times.periods import Period
from onrecord.judge.times.rules import Rule
from onrecord.judge.times.tokens import YEARS
from onrecord.judge.times.values import Value, dated, unknown
from onrecord.judge.wordlist import word_set

SURE_YEARS = range(1900, 2101)
"""Years that may stand without "in" or "since" before them."""

YEAR_CUES = word_set("in since until till from by")

NO_YEAR_BEFORE = word_set(
    """some about around nearly almost over least most than approximately roughly number no page room flight highway
    route section article chapter only another"""
)

_BEFORE_NOUN = word_set("the its his her their 's a an")

_AFTER_YEAR = word_set("and but when as by to until in on at the a he she it they was were with after before or")

_COUNTED = frozenset(lexicon.CLASSES["COUNTED"].split())


_NUMBERED = frozenset("$£€¥#№/-")
"""Before a number of something else: money, a case, a fraction."""


def _bare_year(match: Match) -> Value | None:
    """A year by its number alone, where what stands beside it does not make it a number of something else."""
    year = match.whole("y")
    before, after = match.before(), match.after()
    tokens = match.context.tokens
    if before in NO_YEAR_BEFORE or after in _COUNTED or after in lexicon.UNITS:
        return None
    if before in _NUMBERED or (match.first and tokens[match.first - 1].number is not None):
        return None
    if after in ("-", "/", "%") or (year not in SURE_YEARS and not _is_old_year(match)):
        return None
    if year % 100 == 0 and after.endswith("s") and before not in _BEFORE_NOUN:
        return None  # "2000 refugees"
    return dated(Period("year", date(year, 1, 1)))


def _is_old_year(match: Match) -> bool:
    """Whether a number that is seldom a year is one here: "in 1492", and no noun after it."""
    after = match.last + 1
    tokens = match.context.tokens
    noun = after < len(tokens) and tokens[after].kind == "word" and tokens[after].low not in _AFTER_YEAR
    return match.before() in YEAR_CUES and not noun


def _named_year(match: Match) -> Value | None:
    """Such as "the year 2000", "the year two thousand"."""
    year = match.token("y").number
    if year is None or year not in YEARS:
        return None
    return dated(Period("year", date(int(year), 1, 1)))


def _decade(match: Match) -> Value | None:
    """Such as "the 1990s", "the '80s", "the nineties": of the century of publication where that is not said."""
    low = match.low("d").strip("'‘")
    tens = lexicon.DECADES.get(low) or int(low.rstrip("s").rstrip("'’"))
    if tens >= 1000:
        return dated(Period("decade", date(tens, 1, 1)))
    if tens >= 100 or (tens < 20 and match.low("d")[0].isdigit()):
        return None
    if match.published is None:
        return unknown("decade", f"XX{tens // 10}")
    century = match.published.year // 100 * 100
    return dated(Period("decade", date(century + tens - (100 if century + tens > match.published.year else 0), 1, 1)))


def _in_decade(match: Match) -> Value | None:
    """A decade in figures or words that is no count: "in her 40s", "temperatures in the 80s" are not read."""
    before = match.before()
    if match.first == match.last and match.low("d")[0].isdigit() and len(match.low("d")) < 5:
        return None
    return None if before in ("her", "his", "their", "its", "my") else _decade(match)


def _century(match: Match) -> Value | None:
    number = match.whole("o")
    if not 1 <= number <= 30:
        return None
    if number == 1:
        return Value("DATE", "00", granularity="century")
    return dated(Period("century", date((number - 1) * 100, 1, 1)))


RULES = (
    Rule("date.year", "<y:YEAR>", _bare_year),
    Rule("date.year", "THE year <y:YEAR|NUM>", _named_year),
    Rule("date.decade", "THE <d:DECADE>", _decade),
    Rule("date.decade", "<d:DECADE>", _in_decade),
    Rule("date.century", "THE? <o:ORD> century", _century),
)
