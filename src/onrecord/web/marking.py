"""Marking: a report cut into blocks, and these into runs of which each belongs to one statement or to none.

A run tells where it stands in the text, so that words which a person selects can be found again, and evidence be shown
where it is. A character that a terminal or a browser would obey is a run of its own, shown as what it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.show.harmless import harmless
from onrecord.spans import Span
from onrecord.types import Block, Reading, Statement

HUES = 6
LINES = 5
"""Colours, and styles of the line under a statement: together they tell 30 speakers apart, none by colour alone."""

_PIECES = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Look:
    """How the statements of a speaker look: a colour and a line, by number."""

    hue: int
    line: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look.

    Attributes:
        at: Where they begin in the text.
        text: The words, harmless.
        length: Characters of the text that they stand for, where that is not their own number; else None.
        statement: Whose content, cue or source they are; None for the reporter's words.
        role: "content", "cue", "source" or "".
        first: Whether they are the first of their statement's content.
    """

    at: int
    text: str
    length: int | None = None
    statement: Statement | None = None
    role: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a block: what the block is, and the runs."""

    kind: str
    runs: tuple[Run, ...]


def looks_of(reading: Reading) -> dict[str, Look]:
    """Give each speaker a look, in the order in which they first speak.

    Args:
        reading: The article's.

    Returns:
        Looks by entity id.
    """
    speaking = dict.fromkeys(speaker for statement in reading.statements for speaker in statement.speaker_ids)
    return {speaker: Look(number % HUES, number % LINES) for number, speaker in enumerate(speaking)}


def paragraphs_of(reading: Reading) -> list[Paragraph]:
    """Cut an article into paragraphs of runs.

    Args:
        reading: The article's.
    """
    text = reading.document.text
    owners = _owners(reading)
    starts = [span.start for span, _, _ in owners]
    begun: set[str] = set()
    paragraphs = []
    for block in reading.blocks:
        for span in _pieces(block, text):
            runs = tuple(_runs(text, span, owners, starts, begun))
            if runs:
                paragraphs.append(Paragraph(block.kind, runs))
    return paragraphs


Owned = tuple[Span, Statement, str]


def _owners(reading: Reading) -> list[Owned]:
    """Stretches of the text that belong to a statement, sorted and disjoint; of several the shortest span has it."""
    marks = [
        (span, statement, role)
        for statement in reading.statements
        for role, spans in (("content", statement.content), ("cue", statement.cue), ("source", statement.source))
        for span in spans
    ]
    begin: dict[int, list[Owned]] = defaultdict(list)
    end: dict[int, list[Owned]] = defaultdict(list)
    for mark in marks:
        begin[mark[0].start].append(mark)
        end[mark[0].end].append(mark)
    over: dict[int, Owned] = {}
    owned: list[Owned] = []
    for left, right in pairwise(sorted({*begin, *end})):
        for mark in end[left]:
            over.pop(id(mark), None)
        over |= {id(mark): mark for mark in begin[left]}
        if over:
            _, statement, role = min(over.values(), key=lambda mark: mark[0].end - mark[0].start)
            owned.append((Span(left, right), statement, role))
    return owned


def _pieces(block: Block, text: str) -> Iterator[Span]:
    """The paragraphs of a block without the white space around them."""
    at = block.span.start
    for gap in [*_PIECES.finditer(text, *block.span), None]:
        end = gap.start() if gap else block.span.end
        words = text[at:end]
        inner = words.strip()
        if inner:
            start = at + len(words) - len(words.lstrip())
            yield Span(start, start + len(inner))
        at = gap.end() if gap else end


def _runs(text: str, piece: Span, owners: list[Owned], starts: list[int], begun: set[str]) -> Iterator[Run]:
    at = piece.start
    for span, statement, role in owners[max(bisect_right(starts, piece.start) - 1, 0) :]:
        if span.start >= piece.end:
            break
        start, end = max(span.start, at), min(span.end, piece.end)
        if end <= start:
            continue
        yield from _plain(text, at, start)
        first = role == "content" and statement.id not in begun
        if first:
            begun.add(statement.id)
        yield from _shown(text, start, end, statement, role, first)
        at = end
    yield from _plain(text, at, piece.end)


def _plain(text: str, start: int, end: int) -> Iterator[Run]:
    return _shown(text, start, end, None, "", False)


def _shown(text: str, start: int, end: int, statement: Statement | None, role: str, first: bool) -> Iterator[Run]:
    """Runs of a stretch: one, where every character of it is harmless."""
    for at, stop in _harmless_stretches(text, start, end):
        words = text[at:stop]
        shown = "" if words == "\r" else harmless(words)  # half of a line break, not a stranger
        yield Run(at, shown, stop - at if len(shown) != stop - at else None, statement, role, first)
        first = False


def _harmless_stretches(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    words = text[start:end]
    if harmless(words) == words:
        return [(start, end)] if words else []
    cuts = {start, end}
    for place, character in enumerate(words, start):
        if harmless(character) != character:
            cuts |= {place, place + 1}
    return pairwise(sorted(cuts))
