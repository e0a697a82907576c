"""Punctuation: typewriter's double marks, spaced ellipses, stray full stops and bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.clean.edits import Edit
from onrecord.spans import Span

TYPEWRITER_MARKS = "typewriter marks"
SPACED_ELLIPSIS = "spaced ellipsis"
POSSESSIVE_STOP = "full stop after a possessive"
BULLET = "bullet"

PAIRS = re.compile("(?=[`'‘’″])(?:(?<![`'‘’])(?:``|''|‘‘|’’|''')(?![`'‘’])|″)")
SPACED_STOPS = re.compile(r"\. \. \.")
ELLIPSES = re.compile(r"(?<!\.)(?<!\. )\. \. \.( \.)?(?! ?\.)")
"""Three or four full stops with spaces between them; a longer row leads to a page number."""

STOPPED = re.compile(r"['’]s\. [a-z]")
POSSESSIVES = re.compile(r"\b([^\W\d_]+)['’]s(\.)(?= [a-z]{2,}\b)")
"""``(word)'s(.)`` before a word in lower case."""

BULLETS = re.compile(r"^\s*»\s+(?=\S)")

_CURLY = {"``": "“", "‘‘": "“", "’’": "”"}
_BEFORE_OPENING = " \t([{—–-"
_CODE = re.compile(r"(?<=[^\s(\[—–-])``(?!\w)")

_CONTRACTED = frozenset(
    ("everybody", "everyone", "he", "here", "how", "it", "let", "one", "she", "that", "there", "this", "what", "who")
)
"""Words whose 's is "is" or "us": a full stop after them can end a sentence."""


def double_marks(line: str) -> list[Edit]:
    r"""Find quotation marks typed as two characters or as a double prime.

    A pair of graves opens; where it stands at a word's end the line is code and its graves are left. Two apostrophes
    close what a pair of graves opened, and are straight marks elsewhere, unless they are inches.
    """
    return [Edit(TYPEWRITER_MARKS, span, replacement) for span, replacement in _read_pairs(line)]


def _read_pairs(line: str) -> Iterator[tuple[Span, str]]:
    is_code = _CODE.search(line) is not None
    opened = False  # by a pair of graves
    inside = False  # between two apostrophes and the next two
    for match in PAIRS.finditer(line):
        glyph, (start, end) = match.group(), match.span()
        if glyph in _CURLY:
            if not (glyph == "``" and is_code):
                opened = opened or glyph == "``"
                yield Span(start, end), _CURLY[glyph]
            continue
        closes = start > 0 and line[start - 1] not in _BEFORE_OPENING
        if closes and line[start - 1].isdigit() and not (opened or inside):
            continue  # 6'2''
        if len(glyph) == 3:  # a quotation in a quotation ends or begins with it
            start, end = (start + 1, end) if closes else (start, end - 1)
        yield Span(start, end), "”" if closes and opened else '"'
        inside = not closes
        opened = opened and not closes


def close_ellipses(line: str) -> list[Edit]:
    """Find ellipses typed with spaces; the fourth full stop ends the sentence."""
    return [Edit(SPACED_ELLIPSIS, Span(*match.span()), "…." if match[1] else "…") for match in ELLIPSES.finditer(line)]


def drop_possessive_stops(line: str) -> list[Edit]:
    """Find full stops between a name's possessive and what it has."""
    return [
        Edit(POSSESSIVE_STOP, Span(*match.span(2)), "")
        for match in POSSESSIVES.finditer(line)
        if match[1].lower() not in _CONTRACTED
    ]


def drop_bullets(line: str) -> list[Edit]:
    """Find a » that begins a line and is no quotation mark (»Nein« has its pair)."""
    match = BULLETS.match(line)
    if match is None or "«" in line or line.count("»") > 1:
        return []
    return [Edit(BULLET, Span(*match.span()), "")]
