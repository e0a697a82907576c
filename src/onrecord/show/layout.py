"""Lines for people: pieces of text with a style each, wrapped to a width by words.

The same lines are printed plain into a file or pipe and, through ``terminal``, in colour on a terminal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "title", "name", "act", "words", "mark", "faint"]
WIDTH = 96
"""Columns of text that is not printed on a terminal: two thirds of the longest line that is easy to read twice."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style. The text is harmless and has no line break."""

    text: str
    style: Style = "plain"


Line = list[Piece]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces that are wrapped together.

    Attributes:
        indent: Columns before the first line.
        hang: Columns before the lines after it.
        label: Stands before the text in the columns between ``indent`` and ``hang``; a longer one moves the text on.
    """

    pieces: tuple[Piece, ...] = ()
    indent: int = 0
    hang: int = 0
    label: Piece | None = None


def wrap(paragraph: Paragraph, width: int = WIDTH) -> Iterator[Line]:
    """Break a paragraph into lines at spaces. A word longer than a line stands alone and whole.

    Args:
        paragraph: What to wrap.
        width: Columns, the indent included.

    Yields:
        Lines; the first piece of an indented one is the indent.
    """
    line = _opening(paragraph)
    used, empty = sum(columns(piece.text) for piece in line), True
    for word, gap in _words(paragraph.pieces):
        size = sum(columns(piece.text) for piece in word)
        if not empty and used + gap + size > width:
            yield line
            line, used, empty = [Piece(" " * paragraph.hang)], paragraph.hang, True
        if gap and not empty:
            line.append(Piece(" "))
            used += gap
        line += word
        used, empty = used + size, False
    yield line


def _opening(paragraph: Paragraph) -> Line:
    """The indent and the label of a paragraph's first line."""
    line = [Piece(" " * paragraph.indent)] if paragraph.indent else []
    if paragraph.label is not None:
        room = paragraph.hang - paragraph.indent - columns(paragraph.label.text)
        line += [paragraph.label, Piece(" " * max(1, room))]
    return line


def plain(paragraphs: Iterable[Paragraph], width: int = WIDTH) -> str:
    """Write paragraphs without styles, each line ended by a line feed.

    Args:
        paragraphs: What to write.
        width: Columns.
    """
    lines = (line for paragraph in paragraphs for line in wrap(paragraph, width))
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)


def columns(text: str) -> int:
    """Columns that text takes on a terminal: two for a wide character, none for a combining one (UAX 11).

    Args:
        text: One word.
    """
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(c) in "WF" else unicodedata.category(c) not in {"Mn", "Me", "Cf"}
        for c in text
    )


def _words(pieces: Iterable[Piece]) -> Iterator[tuple[Line, int]]:
    """Cut pieces at spaces into words, which may cross pieces, each with the number of spaces before it: 0 or 1."""
    word: Line = []
    gap = 0
    for piece in pieces:
        for place, part in enumerate(piece.text.split(" ")):
            if place and word:
                yield word, gap
                word = []
            if place:
                gap = 1
            if part:
                word.append(Piece(part, piece.style))
    if word:
        yield word, gap
