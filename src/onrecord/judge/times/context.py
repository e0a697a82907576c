"""Context: from when an expression is reckoned: the day of publication, and the periods told of before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from re import Match as Matched

from onrecord.judge.times import lexicon
from onrecord.judge.times.periods import Period, period
from onrecord.judge.times.tense import Tense, find_own_tense, find_tense
from onrecord.judge.times.tokens import Token, Tokens
from onrecord.judge.times.values import Value

SENTENCE = 60
"""Tokens beyond which nothing is looked for in a sentence: it keeps long ones linear."""


@dataclass(slots=True)
class Context:
    """What is known where an expression stands.

    Attributes:
        tokens: The text's.
        published: The day of publication.
        last: The period that was told of last.
        reported: The period that figures were last given for.
        end: The token after the expression that was read last. read: the rule that read it.
    """

    tokens: Tokens
    published: date | None
    last: Period | None = None
    reported: Period | None = None
    end: int = 0
    read: str = ""

    def same_sentence(self, place: int) -> bool:
        """Whether a token stands in the same sentence as the expression that was read last."""
        return place - self.end <= SENTENCE and not any(map(self.tokens.ends_sentence, range(self.end, place)))

    def remember(self, value: Value, rule: str) -> None:
        """Keep what a value tells for those that come after it."""
        if value.period is not None:
            self.last = value.period
            if rule in ("reported.quarter", "reported.half") and self._is_over(value.period):
                self.reported = value.period
        elif rule == "duration.first" and self.published is not None:
            self.reported = period("year", self.published)

    def _is_over(self, told: Period) -> bool:
        """Whether figures can be out for a period; the first that is told of counts though its year be another's."""
        return self.reported is None or self.published is None or told.end <= self.published


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match.

    Attributes:
        context: Where.
        found: Over the symbols of the text's tokens.
    """

    context: Context
    found: Matched[str]

    @property
    def first(self) -> int:
        """The first token."""
        return self.found.start()

    @property
    def last(self) -> int:
        """The last token."""
        return self.found.end() - 1

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.context.published

    def has(self, name: str) -> bool:
        """Whether an optional part is there."""
        return self.found[name] is not None if name in self.found.re.groupindex else False

    def token(self, name: str) -> Token:
        """The first token of a part."""
        return self.context.tokens[self.found.start(name)]

    def low(self, name: str) -> str:
        """The first word of a part; empty where the part is not there."""
        return self.token(name).low if self.has(name) else ""

    def lows(self, name: str) -> list[str]:
        """The words of a part."""
        start, end = self.found.span(name) if self.has(name) else (0, 0)
        return self.context.tokens.lows[start:end]

    def before(self, number: int = 1) -> str:
        """The word so many before the match."""
        return self.context.tokens.low(self.first - number)

    def after(self, number: int = 1) -> str:
        """The word so many after the match."""
        return self.context.tokens.low(self.last + number)

    def unit(self, name: str = "u") -> str:
        """The unit that a part names."""
        return lexicon.UNITS[self.low(name)]

    def whole(self, name: str) -> int:
        """The number of a part, which is a whole one."""
        return int(self.token(name).number or 0)

    def tense(self) -> Tense:
        """The tense of the clause."""
        return find_tense(self.context.tokens, self.first, self.last)

    def own_tense(self) -> Tense:
        """The tense of the verb that it hangs on, where one stands right before it."""
        return find_own_tense(self.context.tokens, self.first)

    def hyphened(self, name: str) -> bool:
        """Whether a hyphen stands before a part: "year-earlier"."""
        return self.context.tokens.text[self.token(name).start - 1] in "-‑"

    def count(self, name: str = "n") -> Fraction | None:
        """How many a part says: of a range the lower number; None where it does not say."""
        start, end = self.found.span(name)
        numbers = [number for number in self.context.tokens.numbers[start:end] if number is not None]
        lows = self.lows(name)
        half = Fraction(1, 2) if "half" in lows else Fraction(0)
        if numbers:
            return numbers[0] + (half if "and" in lows else 0)
        if "couple" in lows:
            return Fraction(2)
        if "dozen" in lows:
            return Fraction(12)
        if half:
            return Fraction(1) + half if "and" in lows else half
        return Fraction(1) if lows and lows[-1] in ("a", "an") else None
