"""Pages of cases for resolve: a text, the source words, cue and content of each statement in it, and who says it.

A case is a heading, the text as an indented block, and a list. Its lines:

- ``who | source | cue | content`` is a statement. The pieces of a content are joined by `` … ``, ``–`` stands for no
  words. Who is the speaker's name in the record, several joined by `` + ``, or ``not known``; the kind may stand behind
  it in brackets, with ``unnamed`` where the speaker has no name.
- ``role: name = title @ organisation`` is a role, ``–`` for an absent part, ``former`` behind it where it is one.
- ``no role: name`` says that the record has one so called, with no role.
- ``via 2: words`` is the second statement's relay or medium; ``basis``, ``addressee`` and ``target`` the same, and
  ``none`` where it has none. ``= name`` behind it is whom they mean. Targets are given to resolve as judge finds them.
- ``not in the record: name`` says that nobody is called so; ``entities: name, name`` lists all that are named.

``Known failure: reason`` makes the case a strict xfail.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.extract.attribution import Attribution
from onrecord.spans import Span


class Line(NamedTuple):
    who: str
    source: str
    cue: str
    content: str


class Case(NamedTuple):
    page: str
    title: str
    text: str
    lines: list[Line]
    others: list[str]
    known_failure: str | None


def cases_of(page: Path) -> Iterator[Case]:
    for section in page.read_text("utf-8").split("\n## ")[1:]:
        title, _, body = section.partition("\n")
        text = textwrap.dedent("\n".join(re.findall(r"^(?: {4}.*|)$", body, re.M))).strip("\n")
        items = [line.removeprefix("- ") for line in body.splitlines() if line.startswith("- ")]
        lines = [Line(*item.split(" | ")) for item in items if " | " in item]
        failure = re.search(r"^Known failure: (.*)$", body, re.M)
        yield Case(page.stem, title, text, lines, [item for item in items if " | " not in item], failure and failure[1])


def attributions_of(case: Case) -> tuple[Attribution, ...]:
    """The statements that the lines mark; one whose content stands inside another's is nested in it."""
    contents = [tuple(_find(case.text, piece) for piece in line.content.split(" … ")) for line in case.lines]
    out = []
    for number, (line, content) in enumerate(zip(case.lines, contents, strict=True)):
        cue = _nearest(case.text, line.cue, content)
        source = _nearest(case.text, line.source, cue or content, content)
        out.append(Attribution(content=content, cue=cue, source=source, parent=_parent(contents, number)))
    return tuple(out)


def _find(text: str, piece: str) -> Span:
    assert text.count(piece) == 1, f"{piece!r} stands {text.count(piece)} times in the text"
    return Span(text.index(piece), text.index(piece) + len(piece))


def _nearest(text: str, words: str, beside: tuple[Span, ...], outside: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """Where words stand nearest to some spans, as whole words, outside of others."""
    if words == "–":
        return ()
    before, after = (r"\b" if char.isalnum() else "" for char in (words[0], words[-1]))
    places = [Span(*match.span()) for match in re.finditer(before + re.escape(words) + after, text)]
    free = [place for place in places if not any(place.overlaps(span) for span in outside)]
    assert free, f"{words!r} does not stand in the text"
    return (min(free, key=lambda place: min(_distance(place, span) for span in beside)),)


def _distance(left: Span, right: Span) -> int:
    return max(left.start - right.end, right.start - left.end, 0)


def _parent(contents: list[tuple[Span, ...]], number: int) -> int | None:
    around = [
        other
        for other, pieces in enumerate(contents)
        if other != number and all(any(piece.covers(span) for piece in pieces) for span in contents[number])
    ]
    return min(around, key=lambda other: contents[other][-1].end - contents[other][0].start, default=None)
