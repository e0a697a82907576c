"""Patterns: rules over classes of words, compiled to regular expressions over one symbol a token.

A pattern is a regular expression in which a name stands for one token: in capitals a class of the lexicon or a kind of
token, in small letters the word itself. ``<n:NUM>`` names a part, white space means nothing:
``THE? LAST <n:NUM> <u:UNIT>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from onrecord.judge.times import lexicon

_NAME = re.compile(r"<(?P<group>\w+):|(?P<close>>)|(?P<name>[A-Za-z']+)|(?P<space>\s+)|(?P<other>.)")
_LITERAL = re.compile(r"(?<![<\w'])[a-z][a-z']*(?![\w:])")
_FIRST_SYMBOL = 0xE000
"""The private use area: no symbol means anything to the syntax of regular expressions."""

KINDS: tuple[frozenset[str], ...] = tuple(
    frozenset(classes.split())
    for classes in [
        "ISO",
        "NUMERIC",
        "CLOCK",
        "ORD",
        "ORD ORDDAY",
        "DECADE",
        "NUM FRACTION",
        "NUM",
        "NUM YEAR",
        "YEAR",
        "NUM DAY HOUR",
        "NUM DAY",
        "NUM YY",
        "NUM DECIMAL",
        "NUM WORDNUM",
        "NUM WORDNUM HOUR",
        "AMPM",
        "POSS",
        "STOP",
        "COMMA",
        "DASH",
        "OPEN",
        "CLOSE",
        "MONEY",
        "COUNTED",
        "BREAK",
        "OTHER",
        "MARK",
    ]
)
"""The classes of tokens that are no words of the lexicon."""

OTHER = frozenset({"OTHER"})

CONDITIONAL = frozenset({"MONTH", "WEEKDAY", "ORD", "ORDDAY", "UNIT"})
"""Classes that a word has by its surroundings only: "May", "Sun", "second"."""


class Symbols:
    """Which character stands for which classes.

    Args:
        patterns: All patterns that are to be compiled; their words in small letters become classes.

    Attributes:
        words: Word → its classes.
        plain: Word → its character; "" where that hangs on its surroundings.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        words: dict[str, set[str]] = {}
        for name, listed in lexicon.CLASSES.items():
            for word in listed.split():
                words.setdefault(word, set()).add(name)
        for names, name in ((lexicon.MONTHS, "MONTH"), (lexicon.WEEKDAYS, "WEEKDAY"), (lexicon.DECADES, "DECADE")):
            for word in names:
                words.setdefault(word, set()).add(name)
        for word in lexicon.ORDINALS:
            words.setdefault(word, set()).update({"ORD", "ORDDAY"} if lexicon.ORDINALS[word] <= 31 else {"ORD"})
        for pattern in patterns:
            for literal in _LITERAL.findall(pattern):
                words.setdefault(literal, set()).add(literal)
        self.words: Mapping[str, frozenset[str]] = {word: frozenset(classes) for word, classes in words.items()}
        self._symbols: dict[frozenset[str], str] = {}
        for classes in KINDS:
            self.of(classes)
        for word, classes in self.words.items():
            self.of(classes)
            self.of(self.without(word, CONDITIONAL))
            self.of(self.without(word, CONDITIONAL - {"UNIT"}))
            self.of(self.without(word, CONDITIONAL - {"ORD", "ORDDAY"}))
        self.plain = {word: "" if classes & CONDITIONAL else self.of(classes) for word, classes in self.words.items()}

    def without(self, word: str, classes: frozenset[str]) -> frozenset[str]:
        """A word's classes less some."""
        return (self.words[word] - classes) or OTHER

    def of(self, classes: frozenset[str]) -> str:
        """The character of some classes."""
        return self._symbols.setdefault(classes, chr(_FIRST_SYMBOL + len(self._symbols)))

    def all(self) -> tuple[str, ...]:
        """Every character."""
        return tuple(self._symbols.values())

    def compile(self, pattern: str) -> re.Pattern[str]:
        """Compile a pattern.

        Args:
            pattern: As the module says.

        Raises:
            ValueError: It has a name that is no class.
        """
        return re.compile("".join(self._part(match) for match in _NAME.finditer(pattern)))

    def any_of(self, name: str) -> str:
        """The characters of all tokens of a class, or of the word itself.

        Raises:
            ValueError: There is none.
        """
        found = "".join(symbol for classes, symbol in self._symbols.items() if name in classes)
        if not found:
            raise ValueError(f"{name!r} is no class of the lexicon")
        return found

    def _part(self, match: re.Match[str]) -> str:
        if match["group"]:
            return f"(?P<{match['group']}>"
        if match["close"]:
            return ")"
        if match["name"]:
            return f"[{self.any_of(match['name'])}]"
        return "" if match["space"] else match.group()
