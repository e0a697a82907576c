"""Tokens: a text as words and numbers, each with one symbol that says which classes of the lexicon it belongs to.

The symbols of a text, put together, are a string with one character a token. The grammar's rules are regular
expressions over that string: short, and without anything that repeats without bound, so that reading is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from onrecord.judge.times import lexicon
from onrecord.judge.times.numerals import LONGEST, is_number_word, read_number
from onrecord.judge.times.patterns import CONDITIONAL, OTHER, Symbols
from onrecord.judge.wordlist import word_set

TOKEN = re.compile(
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
    r"|(?P<other>[^\s])"
)
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
    """The tokens of a text and their symbols.

    Hyphens between words are passed over: "third-quarter" is read as "third quarter" is.

    Args:
        text: The text.
        symbols: The grammar's symbols.
    """

    def __init__(self, text: str, symbols: Symbols) -> None:
        self.text = text
        self.list: list[Token] = _merged(list(_tokens(text)))
        plain, other = symbols.plain, symbols.of(OTHER)
        self.symbols = "".join(
            (token.kind == "word" and plain.get(token.low, other)) or symbols.of(self._classes(place, symbols))
            for place, token in enumerate(self.list)
        )

    def __getitem__(self, place: int) -> Token:
        return self.list[place]

    def __len__(self) -> int:
        return len(self.list)

    def low(self, place: int) -> str:
        """The word at a place; empty before the first and after the last."""
        return self.list[place].low if 0 <= place < len(self.list) else ""

    def ends_sentence(self, place: int) -> bool:
        """Whether a mark ends a sentence. A full stop does not after an initial or before a small letter."""
        token = self.list[place]
        if token.low != ".":
            return token.kind == "paragraph" or token.low in ("?", "!")
        after = self.list[place + 1] if place + 1 < len(self.list) else None
        if after is not None and after.kind == "word" and not after.capital:
            return False
        before = self.low(place - 1)
        return len(before) > 1 and before not in _TITLES

    def _classes(self, place: int, symbols: Symbols) -> frozenset[str]:
        token = self.list[place]
        if token.kind == "word":
            classes = symbols.words.get(token.low, OTHER)
            return self._in_place(place, token, classes, symbols) if classes & CONDITIONAL else classes
        return _kind_classes(token)

    def _in_place(self, place: int, token: Token, classes: frozenset[str], symbols: Symbols) -> frozenset[str]:
        """The classes of a word that is one of time in some places only."""
        drop: frozenset[str] = frozenset()
        if token.low in ("second", "sec"):
            number = self.list[place - 1].number if place else None
            counted = number is not None and number < YEARS.start and self.low(place + 1) not in ("quarter", "half")
            drop = frozenset({"ORD", "ORDDAY"}) if counted else frozenset({"UNIT"})
        elif classes & {"MONTH", "WEEKDAY"} and not (token.capital and self._is_name(place, token.low)):
            drop = CONDITIONAL
        return symbols.without(token.low, drop)

    def _is_name(self, place: int, low: str) -> bool:
        """Whether a word with a capital is a month or weekday: "May" only beside what a month stands beside."""
        dotted = self.list[place].end - self.list[place].start > len(low)
        if dotted or low not in lexicon.DOUBTFUL | lexicon.ABBREVIATED:
            return True
        before, after = self.low(place - 1), self.list[place + 1] if place + 1 < len(self.list) else None
        if before in (_BEFORE_WEEKDAY if low in lexicon.WEEKDAYS else _BEFORE_MONTH) or (
            place > 0 and self.list[place - 1].kind in ("number", "ordinal")
        ):
            return True
        if after is not None and after.low == "," and place + 2 < len(self.list):
            after = self.list[place + 2]
        return after is not None and (after.kind in ("number", "ordinal") and (after.number or 0) < YEARS.stop)


_TITLES = word_set("mr mrs ms dr gen sen rep gov lt col capt sgt st prof rev corp inc co ltd")
_BEFORE_WEEKDAY = word_set("on last next this until till since each every")
_BEFORE_MONTH = word_set(
    """in of since by until till last next this early late mid from through before after during between and to each
    every"""
)


_TENS = frozenset(lexicon.TENS.values())
_ORDINALS = {word: Fraction(number) for word, number in lexicon.ORDINALS.items()}


def _tokens(text: str) -> Iterator[Token]:
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind == "hyphen":
            continue
        word = match.group()
        start, end = match.span()
        low = word.lower().replace("’", "'")
        if kind == "word":
            number = _ORDINALS.get(low)
            if low in lexicon.ABBREVIATED and text[end : end + 1] == ".":
                end += 1
        else:
            number = _number(kind, low)
        yield Token(start, end, low, kind, number, word[0].isupper())


def _number(kind: str, low: str) -> Fraction | None:
    if kind == "number":
        return Fraction(low.replace(",", ""))
    if kind == "ordinal":
        return Fraction(low[:-2])
    if kind == "fraction":
        top, _, bottom = low.partition("/")
        return FRACTIONS.get(low) or (Fraction(int(top), int(bottom)) if int(bottom) else None)
    return None


def _merged(tokens: list[Token]) -> list[Token]:
    """Tokens with each number in words, each "2 1/2" and the full stops after short names made one."""
    merged: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        used = 1
        if token.kind == "word" and is_number_word(token.low):
            found = read_number([after.low for after in tokens[place : place + LONGEST]])
            if found is not None:
                value, used, said_as_year = found
                kind = "year" if said_as_year else "numeral"
                token = Token(token.start, tokens[place + used - 1].end, token.low, kind, value, token.capital)
                after = tokens[place + used].low if place + used < len(tokens) else ""
                if value in _TENS and after in lexicon.ORDINALS and lexicon.ORDINALS[after] < 10:
                    token = token._replace(
                        end=tokens[place + used].end, kind="ordinal", number=value + lexicon.ORDINALS[after]
                    )
                    used += 1
        elif token.kind == "fraction" and merged and _is_whole(merged[-1]) and token.number is not None:
            whole = merged.pop()
            token = token._replace(start=whole.start, number=(whole.number or 0) + token.number)
        if not (token.low == "." and merged and merged[-1].end > token.start):
            merged.append(token)
        place += used
    return merged


def _is_whole(token: Token) -> bool:
    return token.kind == "number" and token.number is not None and token.number.denominator == 1


def _kind_classes(token: Token) -> frozenset[str]:
    if token.kind == "other":
        return MARKS.get(token.low, BREAK)
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
