"""Pull quotes: words of the report that are printed a second time to draw the eye."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_QUOTES = '"“”'
SHORTEST, LONGEST = 5, 60
"""Words: fewer recur by chance; no paper prints more."""

_SAME_START = 8
"""Paragraphs with the same first words that are compared: keeps the search linear in a text of copies."""


def find_pull_quotes(lines: Sequence[str], body: Sequence[bool]) -> set[int]:
    """Which paragraphs only repeat words of a longer paragraph that quotes.

    Every run of ``SHORTEST`` words of the quoting paragraphs is looked up once.

    Args:
        lines: The paragraphs.
        body: Of each, whether it is one of the body's: what repeats, and what is repeated.

    Returns:
        The places of the pull quotes.
    """
    wanted: dict[tuple[str, ...], list[tuple[int, list[str]]]] = {}
    for number, line in enumerate(lines):
        if body[number] and len(line) <= 400 and _stands_alone(line):
            words = _WORD.findall(line.lower())
            if SHORTEST <= len(words) <= LONGEST:
                same = wanted.setdefault(tuple(words[:SHORTEST]), [])
                if len(same) < _SAME_START:
                    same.append((number, words))
    found: set[int] = set()
    for number, line in enumerate(lines):
        if wanted and body[number] and any(mark in line for mark in _QUOTES):
            words = _WORD.findall(line.lower())
            found.update(_repeated(words, wanted))
    return found


def _stands_alone(line: str) -> bool:
    """Whether a paragraph is one quotation from end to end, or has no quotation marks and no attribution to lose."""
    inner = line.strip(_QUOTES + " ")
    return not any(mark in inner for mark in _QUOTES)


def _repeated(words: list[str], wanted: dict[tuple[str, ...], list[tuple[int, list[str]]]]) -> list[int]:
    """The wanted paragraphs whose words all stand, in order, among those of a longer paragraph."""
    found = []
    for place in range(len(words) - SHORTEST + 1):
        for number, own in wanted.get(tuple(words[place : place + SHORTEST]), ()):
            if len(words) > len(own) and words[place : place + len(own)] == own:
                found.append(number)
    return found
