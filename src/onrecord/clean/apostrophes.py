"""Apostrophes: made ``'`` where they are surely no quotation marks, so that ‘ and ’ are left to be marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.clean.edits import Edit
from onrecord.spans import Span

APOSTROPHE = "apostrophe"

GLYPHS = "’‘‛ʼ′`´"
"""What is typed for an apostrophe: both single quotation marks, a modifier letter, a prime, a grave, an acute."""

_INSIDE = re.compile(f"(?<=[^\\W\\d_])[{GLYPHS}](?=[^\\W\\d_])|(?<=\\d)[{GLYPHS}](?=s\\b)")
"""Between letters ("don’t", "O‘Hara") and in "the 1990’s"; not in 6′2″."""

_CLITIC = re.compile(f"(?<=\\s)[{GLYPHS}](?=(?:s|ve|re|ll|d|m)\\b)|(?<=[.\\])])[{GLYPHS}](?=s\\b)", re.ASCII)
"""After a space that should not be there ("the mayor ’s car"), and after "U.S." or "[the mayor]"."""

_DROPPED = "em|til|tis|twas|twere|twill|cause|cuz|bout|round|neath|nuff|n"
_LEADING = re.compile(f'(?<![^\\s(\\[“"—–-])(?:[{GLYPHS}](?=\\d\\ds?\\b)|[’ʼ´`](?=(?:{_DROPPED})\\b))', re.IGNORECASE)
"""Where letters or digits are left out in front: "the ’90s", "tell ’em"."""

_LEADING_OPEN = re.compile('(?<![^\\s(\\[“"—–-])‘(?=(?:em|til|tis|twas|twere)\\b)', re.IGNORECASE)
"""The same, turned into an opening mark by an editor's smart quotes; only for words that open no quotation."""

_AND = re.compile(f"(?<=\\w )[{GLYPHS}'](?=n[{GLYPHS}'] \\w)|(?<=\\w [{GLYPHS}']n)[{GLYPHS}'](?= \\w)", re.IGNORECASE)
"""Both of "rock ’n’ roll"."""

_TRAILING = re.compile(f"(?<=[sxz])[{GLYPHS}](?=\\s+[^\\W_])|(?<=[a-z]in)[{GLYPHS}](?=[\\s.,;!?])", re.IGNORECASE)
"""A plural's possessive ("the drivers’ union") and a dropped g ("goin’ home"): taken where no ‘ stands open."""

_OPEN = re.compile("(?<!\\w)[‘`](?=[^\\s])")

SUSPICIOUS = re.compile(f"[{GLYPHS}]")
"""A cheap test."""


def straighten_apostrophes(line: str) -> list[Edit]:
    """Find apostrophes that look like quotation marks or other marks.

    Where a single mark could close a quotation ("‘I saw the drivers’ he said") it is left as it is.
    """
    places = {match.start() for pattern in _SURE for match in pattern.finditer(line)}
    places |= set(_trailing(line, places))
    return [Edit(APOSTROPHE, Span(place, place + 1), "'") for place in sorted(places) if line[place] != "'"]


_SURE = (_INSIDE, _CLITIC, _LEADING, _LEADING_OPEN, _AND)


def _trailing(line: str, apostrophes: set[int]) -> Iterator[int]:
    """Marks at a word's end that nothing before them in the line opens as a quotation."""
    opened = next((match.start() for match in _OPEN.finditer(line) if match.start() not in apostrophes), len(line))
    for match in _TRAILING.finditer(line):
        if match.start() > opened:
            return
        yield match.start()
