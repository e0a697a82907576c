"""Reading: the time expressions of a text, from left to right, each with its value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from onrecord.errors import InputError
from onrecord.judge.times.clock import on
from onrecord.judge.times.context import Context, Match
from onrecord.judge.times.grammar import Grammar, Prefix, load_grammar
from onrecord.judge.times.tokens import Tokens
from onrecord.judge.times.values import Value, bounded, opened
from onrecord.spans import Span
from onrecord.types import Time, TimeType

PRINTED = range(1600, 3000)
"""Years in which something can have been published: newspapers begin in the 17th century."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression and what it comes to.

    Attributes:
        span: Its words, in code points of the text.
        type: TIMEX3's type.
        value: TIMEX3's value; X stands for what is not known; None where nothing is.
        start, end: The interval, ISO 8601, half-open; None for a side that is open or not known. With "since", "until",
            "by", "before" or "after" in front it is the stretch that these mean.
        granularity: The smallest unit that is said: "day", "week", "quarter".
        mod: TIMEX3's modifier, such as START, END, APPROX; None where it has none.
        rule: The rule that read it.
        note: Why a value is not known; None where it is.
    """

    span: Span
    type: TimeType
    value: str | None
    start: str | None
    end: str | None
    granularity: str | None
    mod: str | None
    rule: str
    note: str | None

    def record(self) -> Time:
        """As the record keeps it."""
        return Time(
            span=self.span,
            type=self.type,
            value=self.value,
            from_=self.start,
            to=self.end,
            granularity=self.granularity,
            mod=self.mod,
        )


class _Found(NamedTuple):
    """An expression, in tokens, half-open."""

    first: int
    end: int
    value: Value
    rule: str


def read_times(text: str, published: str | date | None = None) -> tuple[TimeExpression, ...]:
    """Read the time expressions of a text, in time linear in its length.

    Without a date of publication, what is reckoned from it is read without an interval, and with what its own words
    tell of the value ("XXXX-03-02" for "2 March"); its note says so.

    Args:
        text: Of any kind: a whole report or a sentence.
        published: When it was published: a day, or ISO 8601 of a day or moment.

    Returns:
        The expressions, sorted and disjoint.

    Raises:
        InputError: ``published`` is no date on which something can have been published.
    """
    grammar = load_grammar()
    context = Context(Tokens(text, grammar.symbols), _day_of(published))
    return tuple(_expression(context, found) for found in _read(grammar, context))


def _day_of(published: str | date | None) -> date | None:
    if published is None:
        return None
    try:
        day = datetime.fromisoformat(published.strip() if isinstance(published, str) else published.isoformat()).date()
    except ValueError as error:
        raise _no_date(published) from error
    if day.year not in PRINTED:
        raise _no_date(published)
    return day


def _no_date(published: str | date) -> InputError:
    message = f"got {str(published)[:40]!r}; give the date as year-month-day, such as 2022-03-14"
    return InputError("published", message)


def _read(grammar: Grammar, context: Context) -> Iterator[_Found]:
    place = 0
    symbols = context.tokens.symbols
    while (start := grammar.starts.search(symbols, place)) is not None:
        found = _read_at(grammar, context, start.start())
        if found is None:
            place = start.start() + 1
            continue
        found = _with_day(grammar, context, found)
        context.remember(found.value, found.rule)
        context.end = place = found.end
        context.read = found.rule
        yield found


def _read_at(grammar: Grammar, context: Context, place: int) -> _Found | None:
    """The longest expression that begins at a token, with its modifier."""
    best = _base(grammar, context, place)
    for prefixes, dates in ((grammar.edges, True), (grammar.bounds, False)):
        for prefix in prefixes:
            found = _prefixed(grammar, context, place, prefix, dates)
            if found is not None and (best is None or found.end > best.end):
                best = found
    return best


def _prefixed(grammar: Grammar, context: Context, place: int, prefix: Prefix, dates: bool) -> _Found | None:
    """A modifier and an expression that it can stand before."""
    match = prefix.pattern.match(context.tokens.symbols, place)
    if match is None:
        return None
    found = _base(grammar, context, match.end())
    if found is None:
        return None
    dated = found.value.type in ("DATE", "TIME") and found.value.granularity is not None
    apart = found.rule in ("relative.ago", "relative.hence") or found.rule.startswith("clock")
    if (dated and dates and not apart) or (not dates and (apart or found.value.type == "DURATION")):
        value = bounded(found.value, context.tokens.low(place), context.published)
        return found._replace(first=place, value=replace(value, mod=prefix.mod))
    return None


def _base(grammar: Grammar, context: Context, place: int) -> _Found | None:
    """The longest expression without a modifier that begins at a token."""
    symbols = context.tokens.symbols
    if place >= len(symbols):
        return None
    matches = []
    for rule in grammar.rules[symbols[place]]:
        match = rule.pattern.match(symbols, place)
        if match is not None and match.end() > place:
            matches.append((match, rule))
    matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        value = rule.resolve(Match(context, match))
        if value is not None:
            return _Found(place, match.end(), value, rule.name)
    return None


def _with_day(grammar: Grammar, context: Context, found: _Found) -> _Found:
    """A time of day with its day, from after it ("9 a.m. Tuesday") or before it ("on Tuesday at 9 a.m.")."""
    if not found.rule.startswith("clock") or found.value.value is None:
        return found
    link = grammar.linking.match(context.tokens.symbols, found.end)
    after = _base(grammar, context, link.end() if link is not None else found.end)
    if after is not None and _is_day(after.value):
        if after.value.period is not None:
            return found._replace(end=after.end, value=on(found.value, after.value.period.start))
        return found._replace(end=after.end, value=replace(found.value, note=after.value.note))
    aside = grammar.aside.match(context.tokens.symbols, found.end)
    after = None if aside is None else _base(grammar, context, aside.end())
    if after is not None and _is_day(after.value) and after.value.period is not None:
        return found._replace(value=on(found.value, after.value.period.start))
    last = context.last
    if last is not None and last.unit in ("day", "part of day") and context.same_sentence(found.first):
        return found._replace(value=on(found.value, last.start))
    return found


def _is_day(value: Value) -> bool:
    return value.type == "DATE" and value.granularity == "day"


def _expression(context: Context, found: _Found) -> TimeExpression:
    tokens = context.tokens
    value = opened(found.value, tokens.low(found.first - 1), context.published)
    return TimeExpression(
        span=Span(tokens[found.first].start, tokens[found.end - 1].end),
        type=value.type,
        value=value.value,
        start=value.start,
        end=value.end,
        granularity=value.granularity,
        mod=value.mod,
        rule=found.rule,
        note=value.note,
    )
