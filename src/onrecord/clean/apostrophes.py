"""Apostrophes: made ``'`` where they are surely no quotation marks, so that ‘ and ’ are left to be marks."""

from __future__ import annotations

import re

from onrecord.clean.edits import Edit
from onrecord.spans import Span

APOSTROPHE = "apostrophe"

GLYPHS = "’‘‛ʼ′`´"
"""What is typed for an apostrophe: both single quotation marks, a modifier letter, a prime, a grave, an acute."""

SUSPICIOUS = re.compile(f"[{GLYPHS}]")
"""A cheap test."""

_LETTER = r"[^\W\d_]"
_START = r"(?<![^\s(\[“\"—–-])"

_INSIDE = (
    rf"(?:(?<={_LETTER})|(?<=[\u0300-\u036f]))[{GLYPHS}](?={_LETTER})"
    rf"|(?<=\d)[{GLYPHS}](?=s\b)|(?<=[.\])])[{GLYPHS}](?=s\b)"
)
"""Between letters ("don’t", "O‘Hara"), in "the 1990’s", "the U.S.’s" and "[the mayor]’s"; not in 6′2″."""

_CLITIC = rf"(?<=\w\s)[{GLYPHS}](?=(?:s|ve|re|ll|d|m)\s)|(?<=\.\s)[{GLYPHS}](?=s\s)"
"""After a space that should not be there ("the mayor ’s car")."""

_DROPPED = r"(?i:em|til|tis|twas|twere|twill|cause|cuz|bout|round|neath|nuff|n)"
_LEADING = rf"{_START}[’ʼ′`´](?=\d\ds?\b|{_DROPPED}\b)"
"""Where letters or digits are left out in front: "the ’90s", "tell ’em"."""

_CLOSED = r"[^‘’]*’(?!\w)"
_LEADING_TURNED = (
    rf"{_START}[‘‛](?=\d\ds\b|\d\d(?:[.,;)]\s|[.,;)]?$| [a-z\d‘])(?!{_CLOSED})|(?i:em|til|tis|twas|twere)\b)"
)
"""The same, turned by an editor that knows only quotations; only what opens none ("a ‘30 per cent chance’" is one)."""

_AND = rf"(?<=\w )[{GLYPHS}](?=[nN][{GLYPHS}'] \w)|(?<=\w [{GLYPHS}'][nN])[{GLYPHS}](?= \w)"
"""Both of "rock ’n’ roll"."""

_SURE = re.compile("|".join((_INSIDE, _CLITIC, _LEADING, _LEADING_TURNED, _AND)))

_TRAILING = re.compile(rf"(?<=[sxzSXZ])[{GLYPHS}](?=\s+[^\W_])|(?<=[a-zA-Z]in)[{GLYPHS}](?=[\s.,;!?”\"])")
"""A plural's possessive ("the drivers’ union") and a dropped g ("goin’ home"): taken where no ‘ stands open."""

_OPENING = re.compile(r"(?<!\w)[‘`](?=\S)")


def straighten_apostrophes(line: str) -> list[Edit]:
    """Find apostrophes that look like quotation marks or other marks.

    Where a single mark could close a quotation ("‘I saw the drivers’ he said") it is left as it is.
    """
    edits: list[Edit] = []
    opened = False
    for match in SUSPICIOUS.finditer(line):
        place = match.start()
        if _SURE.match(line, place) or (not opened and _TRAILING.match(line, place)):
            edits.append(Edit(APOSTROPHE, Span(place, place + 1), "'"))
        elif _OPENING.match(line, place):
            opened = True
    return edits
