"""Tokens: a text as words and numbers, each with one symbol that says which classes of the lexicon it belongs to.

The symbols of a text, put together, are a string with one character a token. The grammar's rules are regular
expressions over that string: short, and without anything that repeats without bound, so that reading is linear.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import compress
from typing import NamedTuple

from onrecord.judge.times import lexicon
from onrecord.judge.times.numerals import LONGEST, NUMBER_WORDS, read_number
from onrecord.judge.times.patterns import CONDITIONAL, OTHER, Symbols
from onrecord.judge.wordlist import word_set

TOKEN = re.compile(
    r"(?=[\S\n])(?:"  # a space is passed over at one look
    r"(?P<ampm>[ap]\.m\b\.?|[AP]\.M\b\.?|(?:[ap]m|AM|PM)\b)"
    r"|(?P<word>(?![½¼¾])(?:(?:[^\W\d_]\.){2,8}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*))"
    r"|(?P<iso>(?<![\w-])\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-]))"
    r"|(?P<numeric>(?<![\w./])\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d{2})(?![\w/]))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<decade>(?:\d{3}0|['’‘]?\d0)['’]?s\b)"
    r"|(?P<fraction>\d{1,2}/\d{1,2}(?![\d/])|[½¼¾])"
    r"|(?P<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?(?!\d)|\d{1,9}(?:\.\d{1,6})?(?!\d))"
    r"|(?P<digits>\d+)"
    r"|(?P<possessive>['’]s\b|(?<=s)['’](?=\s))"
    r"|(?P<paragraph>\n[ \t\r]*\n)"
    r"|(?P<hyphen>(?<=\w)[-‑](?=\w))"
    r"|(?P<other>[^\s]))"
)
NUMBERED = ("number", "ordinal", "fraction")
"""Kinds of token that have a number by themselves."""

FRACTIONS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
YEARS = range(1000, 2200)
"""Four figures that can be a year."""


def _each(names: dict[str, str]) -> dict[str, frozenset[str]]:
    return {key: frozenset({name}) for key, name in names.items()}


MARKS = _each(
    {".": "STOP", "?": "STOP", "!": "STOP", ",": "COMMA", "–": "DASH", "(": "OPEN", ")": "CLOSE", "%": "COUNTED"}
    | dict.fromkeys("$£€¥#№", "MONEY")
)
"""Mark → its class; any other is a "BREAK"."""

BREAK = frozenset({"BREAK"})
ALIKE = _each(
    {
        "iso": "ISO", "numeric": "NUMERIC", "clock": "CLOCK", "decade": "DECADE", "ampm": "AMPM", "possessive": "POSS",
        "paragraph": "STOP", "year": "YEAR", "digits": "OTHER",
    }
)  # fmt: skip
"""Kind of token → the class of all of that kind."""


class Token(NamedTuple):
    """A word, number or mark.

    Attributes:
        start, end: Where it stands in the text.
        low: In small letters, with straight apostrophes.
        kind: The kind of token, by ``TOKEN``.
        number: Its number, where it has one.
        capital: Whether it begins with a capital letter.
    """

    start: int
    end: int
    low: str
    kind: str
    number: Fraction | None
    capital: bool


class Tokens:
    """The tokens of a text, as parallel lists, and their symbols.

    Hyphens between words are passed over: "third-quarter" is read as "third quarter" is.

    Args:
        text: The text.
        symbols: The grammar's symbols.

    Attributes:
        starts, ends, lows, kinds, numbers: As in ``Token``, which is made only of what is asked for.
        symbols: One character a token.
    """

    def __init__(self, text: str, symbols: Symbols) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lows: list[str] = []
        self.kinds: list[str] = []
        self.numbers: list[Fraction | None] = []
        self._cut()
        self._merge()
        plain, other = symbols.plain, symbols.of(OTHER)
        self.symbols = "".join(
            (kind == "word" and plain.get(low, other)) or symbols.of(self._classes(place, symbols))
            for place, (kind, low) in enumerate(zip(self.kinds, self.lows, strict=True))
        )

    def __getitem__(self, place: int) -> Token:
        start = self.starts[place]
        capital = self.text[start].isupper()
        return Token(start, self.ends[place], self.lows[place], self.kinds[place], self.numbers[place], capital)

    def __len__(self) -> int:
        return len(self.starts)

    def low(self, place: int) -> str:
        """The word at a place; empty before the first and after the last."""
        return self.lows[place] if 0 <= place < len(self.lows) else ""

    def ends_sentence(self, place: int) -> bool:
        """Whether a mark ends a sentence. A full stop does not after an initial or before a small letter."""
        low = self.lows[place]
        if low != ".":
            return self.kinds[place] == "paragraph" or low in ("?", "!")
        after = self[place + 1] if place + 1 < len(self) else None
        if after is not None and after.kind == "word" and not after.capital:
            return False
        before = self.low(place - 1)
        return len(before) > 1 and before not in _TITLES

    def _cut(self) -> None:
        """Cut the text, the full stop after a short name being part of it."""
        text = self.text
        for match in TOKEN.finditer(text):
            kind = match.lastgroup or "other"
            start, end = match.span()
            low = match.group().lower().replace("’", "'")
            if kind == "word":
                number = _ORDINALS.get(low)
                if low in lexicon.ABBREVIATED and text[end : end + 1] == ".":
                    end += 1
            elif kind == "hyphen" or (low == "." and self.ends and self.ends[-1] > start):
                continue
            else:
                number = _number(kind, low) if kind in NUMBERED else None
            self.starts.append(start)
            self.ends.append(end)
            self.lows.append(low)
            self.kinds.append(kind)
            self.numbers.append(number)

    def _merge(self) -> None:
        """Make one token of each number in words, and of each "2 1/2"."""
        kept = [True] * len(self)
        for place, (kind, low) in enumerate(zip(self.kinds, self.lows, strict=True)):
            if low in NUMBER_WORDS and kept[place]:
                used = self._merge_words(place)
                kept[place + 1 : place + used] = [False] * (used - 1)
            elif kind == "fraction" and place and self._adds_up(place):
                kept[place - 1] = False
        if not all(kept):
            self.starts, self.ends = list(compress(self.starts, kept)), list(compress(self.ends, kept))
            self.lows, self.kinds = list(compress(self.lows, kept)), list(compress(self.kinds, kept))
            self.numbers = list(compress(self.numbers, kept))

    def _merge_words(self, place: int) -> int:
        """Make one token of the number that begins with a word; how many tokens it takes."""
        found = read_number(self.lows[place : place + LONGEST])
        if found is None:
            return 1
        value, used, said_as_year = found
        kind = "year" if said_as_year else "numeral"
        unit = lexicon.ORDINALS.get(self.low(place + used))
        if value in _TENS and unit is not None and unit < 10:
            value, used, kind = value + unit, used + 1, "ordinal"
        self.ends[place] = self.ends[place + used - 1]
        self.kinds[place], self.numbers[place] = kind, value
        return used

    def _adds_up(self, place: int) -> bool:
        """Whether a fraction goes with the whole number before it, which it then takes in."""
        whole, part = self.numbers[place - 1], self.numbers[place]
        if self.kinds[place - 1] != "number" or whole is None or part is None or whole.denominator != 1:
            return False
        self.starts[place], self.numbers[place] = self.starts[place - 1], whole + part
        return True

    def _classes(self, place: int, symbols: Symbols) -> frozenset[str]:
        kind, low = self.kinds[place], self.lows[place]
        if kind == "other":
            return MARKS.get(low, BREAK)
        if kind == "word":
            classes = symbols.words.get(low, OTHER)
            return self._in_place(place, self[place], classes, symbols) if classes & CONDITIONAL else classes
        return _kind_classes(self[place])

    def _in_place(self, place: int, token: Token, classes: frozenset[str], symbols: Symbols) -> frozenset[str]:
        """The classes of a word that is one of time in some places only."""
        drop: frozenset[str] = frozenset()
        if token.low in ("second", "sec"):
            number = self.numbers[place - 1] if place else None
            counted = number is not None and number < YEARS.start and self.low(place + 1) not in ("quarter", "half")
            drop = frozenset({"ORD", "ORDDAY"}) if counted else frozenset({"UNIT"})
        elif classes & {"MONTH", "WEEKDAY"} and not (token.capital and self._is_name(place, token.low)):
            drop = CONDITIONAL
        return symbols.without(token.low, drop)

    def _is_name(self, place: int, low: str) -> bool:
        """Whether a word with a capital is a month or weekday: "May" only beside what a month stands beside."""
        dotted = self.ends[place] - self.starts[place] > len(low)
        if dotted or low not in lexicon.DOUBTFUL | lexicon.ABBREVIATED:
            return True
        before, after = self.low(place - 1), self[place + 1] if place + 1 < len(self) else None
        if before in (_BEFORE_WEEKDAY if low in lexicon.WEEKDAYS else _BEFORE_MONTH) or (
            place > 0 and self.kinds[place - 1] in ("number", "ordinal")
        ):
            return True
        if after is not None and after.low == "," and place + 2 < len(self):
            after = self[place + 2]
        return after is not None and (after.kind in ("number", "ordinal") and (after.number or 0) < YEARS.stop)


_TITLES = word_set("mr mrs ms dr gen sen rep gov lt col capt sgt st prof rev corp inc co ltd")
_BEFORE_WEEKDAY = word_set("on last next this until till since each every")
_BEFORE_MONTH = word_set(
    """in of since by until till last next this early late mid from through before after during between and to each
    every"""
)


_TENS = frozenset(lexicon.TENS.values())
_ORDINALS = {word: Fraction(number) for word, number in lexicon.ORDINALS.items()}


def _number(kind: str, low: str) -> Fraction | None:
    if kind == "number":
        return Fraction(low.replace(",", ""))
    if kind == "ordinal":
        return Fraction(low[:-2])
    if kind == "fraction":
        top, _, bottom = low.partition("/")
        return FRACTIONS.get(low) or (Fraction(int(top), int(bottom)) if int(bottom) else None)
    return None


def _kind_classes(token: Token) -> frozenset[str]:
    if token.kind in ALIKE:
        return ALIKE[token.kind]
    if token.kind == "fraction" and token.number is None:
        return OTHER
    return frozenset(_number_classes(token).split())


def _number_classes(token: Token) -> str:
    number = token.number or Fraction(0)
    value, whole = int(number), number.denominator == 1
    if token.kind == "fraction":
        return "NUM FRACTION"
    if token.kind == "ordinal":
        return "ORD ORDDAY" if 1 <= value <= 31 else "ORD"
    if token.kind == "numeral":
        return "NUM WORDNUM HOUR" if 0 < value <= 12 else "NUM WORDNUM"
    if not whole or "." in token.low:
        return "NUM DECIMAL"
    if token.low.isdigit() and len(token.low) == 4 and value in YEARS:
        return "NUM YEAR"
    if token.low.isdigit() and len(token.low) <= 2:
        return "NUM DAY HOUR" if 1 <= value <= 24 else "NUM DAY" if value in range(25, 32) else "NUM YY"
    return "NUM"
