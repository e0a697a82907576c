"""Tokens: a text as numerals, words and marks, for the grammar of quantities.

``judge.words`` cuts for the rules of clauses ("2.5", "well-known"); here hyphens and signs are tokens of their own, and
letters are cut from digits ("256GB" is two tokens that touch), because units and magnitudes stand there.
"""

from __future__ import annotations

import re
from typing import Literal

from onrecord.spans import Span

Kind = Literal["number", "word", "mark", "break"]

TOKEN = re.compile(
    r"(?=[\S\n])(?:"  # a space is passed over at one look
    r"(?P<vulgar>[¼½¾⅐-⅞])"  # a fraction of one character, a mark here, though Unicode lets it into words
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*)"  # U.S., don't; first, since most are words
    r"|(?P<number>[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])(?:\.[0-9]+)?"  # 12,50,000: lakhs and crores
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"  # 10,000
    r"|[0-9]+(?:\.[0-9]+)?"  # 2.5
    r"|(?<![\w.])\.[0-9]+)"  # .5
    r"|(?P<break>\n[^\S\n]*\n)"  # an empty line ends whatever stands before it
    r"|(?P<mark>\S))"
)

_KINDS: dict[str, Kind] = {"word": "word", "number": "number", "break": "break", "mark": "mark", "vulgar": "mark"}


class Tokens:
    """The tokens of a text, as parallel lists. After the last one stands an endless run of empty marks.

    Attributes:
        text: The text.
        starts, ends: Where a token stands in it.
        lows: The token in lower case, with straight apostrophes; dashes of all lengths stay as they are.
        kinds: What it is.
    """

    def __init__(self, text: str) -> None:
        matches = list(TOKEN.finditer(text))
        self.text = text
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.lows = [match.group().lower().replace("’", "'") for match in matches]
        self.kinds: list[Kind] = [_KINDS[match.lastgroup or ""] for match in matches]

    def __len__(self) -> int:
        return len(self.starts)

    def low(self, place: int) -> str:
        """The token at a place in lower case; "" before the first and after the last."""
        return self.lows[place] if 0 <= place < len(self.lows) else ""

    def kind(self, place: int) -> Kind:
        """What stands at a place; a break outside of the text."""
        return self.kinds[place] if 0 <= place < len(self.kinds) else "break"

    def is_word(self, place: int) -> bool:
        """Whether a word stands at a place."""
        return self.kind(place) == "word"

    def is_number(self, place: int) -> bool:
        """Whether a numeral stands at a place."""
        return self.kind(place) == "number"

    def is_capital(self, place: int) -> bool:
        """Whether a word with a capital letter stands at a place."""
        return self.is_word(place) and self.text[self.starts[place]].isupper()

    def touches(self, place: int) -> bool:
        """Whether the token at a place follows the one before it without a space."""
        return 0 < place < len(self.starts) and self.starts[place] == self.ends[place - 1]

    def printed(self, place: int) -> str:
        """The token at a place as it is printed; "" outside of the text."""
        return self.text[self.starts[place] : self.ends[place]] if 0 <= place < len(self.starts) else ""

    def slice(self, first: int, count: int) -> tuple[str, ...]:
        """Some tokens in lower case, fewer at the end of the text."""
        return tuple(self.lows[max(first, 0) : max(first + count, 0)])

    def span(self, first: int, end: int) -> Span:
        """From the first token up to, not with, the one at ``end``."""
        return Span(self.starts[first], self.ends[end - 1])
