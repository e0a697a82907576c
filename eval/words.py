"""Words of a text as the scores count them, and which of them stand inside double quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

TOKEN = re.compile(r"(\w+)|[^\w\s]")
"""Only the group is a word: quotation marks and punctuation never matter to a score."""

OPENING, CLOSING = "“‟", "”"

Words = frozenset[int]
"""Places of words in their text."""


class Text:
    """A text's words.

    Double quotation marks count, straight or curly, also when typed as two apostrophes or two backticks; single ones
    do not, as they cannot be told from apostrophes. A line break ends a quotation that was left open: quotations that
    go on open afresh at the next paragraph.

    Args:
        raw: The text that all spans index, in code points.

    Attributes:
        starts, ends: Where each word starts and ends.
        quoted: Places of the words inside double quotation marks.
    """

    def __init__(self, raw: str) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        quoted: set[int] = set()
        text = raw.replace("''", '" ').replace("``", "“ ")  # the same length, so that offsets stay
        inside, last = False, 0
        for match in TOKEN.finditer(text):
            inside = inside and "\n" not in text[last : match.start()]
            last = match.end()
            mark = match.group()
            if mark in OPENING:
                inside = True
            elif mark in CLOSING:
                inside = False
            elif mark == '"':
                inside = not inside
            elif match[1]:
                if inside:
                    quoted.add(len(self.starts))
                self.starts.append(match.start())
                self.ends.append(match.end())
        self.quoted: Words = frozenset(quoted)

    def words(self, spans: Iterable[Sequence[int]]) -> Words:
        """The words that spans touch in one character or more.

        Args:
            spans: Pairs of start and end in the raw text; empty ones touch nothing.
        """
        found: set[int] = set()
        for start, end in spans:
            if start < end:
                found.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return frozenset(found)

    def quote_type(self, words: Words) -> str:
        """How far words are quoted: ``direct`` (all of them), ``mixed`` or ``indirect`` (none)."""
        inside = len(words & self.quoted)
        if inside == len(words):
            return "direct"
        return "mixed" if inside else "indirect"
