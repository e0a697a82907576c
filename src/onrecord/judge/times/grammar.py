"""Grammar: all rules, compiled, and indexed by the tokens that occur in them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.judge.times import (
    apart,
    clock,
    dates,
    durations,
    holidays,
    relative,
    reported,
    sets,
    vague,
    years,
)
from onrecord.judge.times.patterns import Symbols
from onrecord.judge.times.rules import Resolve, Rule

RULES: tuple[Rule, ...] = (
    *sets.RULES, *reported.RULES, *clock.RULES, *dates.RULES, *holidays.RULES, *years.RULES, *relative.RULES,
    *apart.RULES, *durations.RULES, *vague.RULES,
)  # fmt: skip
"""Of rules that read equally many words the first decides."""

EDGES = (
    ("START", "THE? early hours of|THE? early (?:in)?|THE? OPENING of|earlier (?:in)?|THE? first half of"),
    ("MID", "THE? mid|THE? MIDDLE of"),
    ("END", "THE? late (?:in)?|THE? CLOSING of|later (?:in)?|THE? (?:last|latter|second) half of|sometime (?:in)?"),
)
"""TIMEX3's modifier → what stands before a date that it is part of."""

BOUNDS = (
    ("APPROX", "ABOUT"),
    ("LESS_THAN", "NEARLY"),
    ("MORE_THAN", "(?:more than|over|longer than) (?=NUM|A)"),
    ("LESS_THAN", "less than|fewer than|under"),
    ("EQUAL_OR_MORE", "(?:at least|no less than) (?!FEW)"),
    ("EQUAL_OR_LESS", "at most|up to|no more than|no longer than|as much as"),
)
"""The same, before a length or a time of day."""

_NAMED = re.compile(r"\(\?P<\w+>")
"""The opening of a group with a name, which may stand but once in a pattern."""


class Compiled(NamedTuple):
    """A rule, ready."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolve


class Prefix(NamedTuple):
    """What may stand before an expression, and the modifier that it makes."""

    mod: str
    pattern: re.Pattern[str]


class Grammar(NamedTuple):
    """The grammar.

    Attributes:
        symbols: Of its tokens.
        rules: Token's symbol → the rules that it occurs in.
        edges: Before dates. bounds: before lengths.
        starts: What all rules and modifiers read, in one: where it does not match, no expression begins.
        linking: Between a time of day and its day. aside: the time elsewhere, in brackets, that may stand between.
    """

    symbols: Symbols
    rules: dict[str, tuple[Compiled, ...]]
    edges: tuple[Prefix, ...]
    bounds: tuple[Prefix, ...]
    starts: re.Pattern[str]
    linking: re.Pattern[str]
    aside: re.Pattern[str]


@cache
def load_grammar() -> Grammar:
    """Compile the grammar once in this process."""
    linking, aside = "COMMA? on?", "OPEN (?:NUM|CLOCK) AMPM? TZ? CLOSE on?"
    written = [rule.pattern for rule in RULES] + [pattern for _, pattern in (*EDGES, *BOUNDS)]
    symbols = Symbols([*written, linking, aside])
    compiled = [Compiled(rule.name, symbols.compile(rule.pattern), rule.resolve) for rule in RULES]
    rules_of = {symbol: tuple(rule for rule in compiled if symbol in rule.pattern.pattern) for symbol in symbols.all()}
    edges = tuple(Prefix(mod, symbols.compile(pattern)) for mod, pattern in EDGES)
    bounds = tuple(Prefix(mod, symbols.compile(pattern)) for mod, pattern in BOUNDS)
    patterns = [rule.pattern for rule in compiled] + [prefix.pattern for prefix in (*edges, *bounds)]
    every = "|".join(pattern.pattern for pattern in patterns)
    known = "".join(symbol for symbol in symbols.all() if symbol in every)
    starts = re.compile(f"(?=[{known}])(?:{_NAMED.sub('(?:', every)})")
    return Grammar(symbols, rules_of, edges, bounds, starts, symbols.compile(linking), symbols.compile(aside))
