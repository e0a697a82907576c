"""Durations: how long something took, takes or will take."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from onrecord.judge.times import lexicon
from onrecord.judge.times.context import Match
from onrecord.judge.times.rules import COUNT, Rule
from onrecord.judge.times.values import Value, duration, vague
from onrecord.judge.wordlist import word_set

LONG_BEFORE = word_set("for in within after over through throughout during many these of last took lasted")
"""Before a bare plural ("for weeks") that says how long."""


def _length(match: Match) -> Value | None:
    """Such as "two weeks", "a 10-year plan", "several months"."""
    unit, count = match.unit(), match.count()
    lows = match.lows("n")
    if match.before() in ("aged", "age") or (match.after() == "old" and not _is_old_thing(match, unit)):
        return None  # somebody's age
    article = lows[-1:] in (["a"], ["an"])
    if article and (match.low("u") in lexicon.PLURALS or match.before() not in _BEFORE_ARTICLE):
        return None
    if unit == "second" and (count is None or article or (match.low("u") == "second" and match.before() == "the")):
        return None
    if unit == "quarter" and (match.after() == "of" or article):
        return None
    if unit == "quarter" and match.low("u") == "quarter" and count != 1:
        return None
    mod = "APPROX" if "couple" in lows else "EQUAL_OR_MORE" if len(lows) == 3 and lows[1] in ("to", "or") else None
    return duration(count, unit, mod)


def _is_old_thing(match: Match, unit: str) -> bool:
    """Whether "old" is said of a thing: "the eight-month-old truce". Years are left to people."""
    after = match.last + 2
    tokens = match.context.tokens
    if unit == "year" or after >= len(tokens) or tokens[after].kind != "word" or tokens[after].capital:
        return False
    return tokens[after].low not in _PEOPLE


_PEOPLE = frozenset(lexicon.CLASSES["PERSON"].split())

_BEFORE_ARTICLE = word_set(
    """for in within after over than about nearly almost barely just only as every under until takes took lasted
    lasting spent spend half least most offered gave him them us giving around past next last"""
)
"""Words before "a week" where it says how long: elsewhere it is a rate ("twice a week") or no length at all."""


def _and_half(match: Match) -> Value | None:
    """Such as "A minute and a half", "a year and a half"."""
    return duration(Fraction(3, 2), match.unit())


def _first(match: Match) -> Value | None:
    """Such as "the first nine months", "the nine months": how long, of a year that is told of beside it."""
    return duration(match.token("n").number, match.unit())


def _plural(match: Match) -> Value | None:
    """Such as "for weeks", "in months"."""
    before = match.before(2) if match.before() == "the" else match.before()
    if before not in LONG_BEFORE or match.after() in ("old", "ago", "later", "earlier"):
        return None
    return duration(None, match.unit())


def _plural_ago(match: Match) -> Value | None:
    """Such as "months ago", "years earlier"."""
    return vague("PAST_REF" if match.low("e") in ("ago", "earlier", "before") else "FUTURE_REF")


def _long(match: Match) -> Value | None:
    """Such as "some time", "a while", "a fairly lengthy period": no unit is said."""
    if match.low("k") == "time" and match.before() in ("at", "the", "this"):
        return None
    return Value("DURATION", "PXX")


def _extra(match: Match) -> Value | None:
    """Such as "an additional year", "20 more years", "another week"."""
    if match.low("u") in ("day", "quarter") and match.low("x") == "another":
        return None
    return duration(match.count() if match.has("n") else Fraction(1), match.unit())


def _recent(match: Match) -> Value | None:
    """Such as "recent months", "the coming weeks", "past years": some time behind or ahead."""
    past = match.low("s") in ("recent", "past", "previous", "last")
    value = vague("PAST_REF" if past else "FUTURE_REF")
    return replace(value, granularity=match.unit())


_KIND = "(?:more|full|whole|consecutive|straight|additional|trading|working|calendar)"

RULES = (
    Rule("duration.length", f"{COUNT} {_KIND}? <u:UNIT> (?:and A half)?", _length),
    Rule("duration.length", "A <u:UNIT> and A half", _and_half),
    Rule("duration.first", "THE (?:first|last|latest|initial)? <n:NUM> <u:UNITS>", _first),
    Rule("duration.extra", "(?:an additional|another|an extra|A further|A full) <u:UNIT>", _extra),
    Rule("duration.plural", "(?:THE early|THE first)? <u:UNITS>", _plural),
    Rule("duration.plural", "<u:UNITS> <e:ago>", _plural_ago),
    Rule("duration.vague", "(?:A long|some|A short) <k:time|while>", _long),
    Rule("duration.vague", "A <k:while>", _long),
    Rule("duration.recent", "THE? <s:recent|coming|future|past|previous|last|next|upcoming> <u:UNITS>", _recent),
)  # fmt: skip
