"""Titles: what a report is called, wherever one is named to people."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.types import Block, Document

BEGINNING = 2_000
"""Code points of a text in which its first line is looked for."""

LONGEST = 200
"""Code points of a headline or first line in place of a title; the rest is left out, at a word's end."""


def called(document: Document, blocks: Iterable[Block]) -> str:
    """Say what a report is called: its title, else its headline, else its first line with words, else its origin.

    Args:
        document: The report.
        blocks: Of its reading; the first headline among them counts.
    """
    headlines = (block.span.of(document.text) for block in blocks if block.kind == "headline")
    return called_by(document.title, next(headlines, None), document.text[:BEGINNING], document.origin)


def called_by(title: str | None, headline: str | None, beginning: str, origin: str) -> str:
    """The same from its parts.

    Args:
        title: As it was found or given.
        headline: The first that the text has.
        beginning: The first ``BEGINNING`` code points of the text.
        origin: Where it is from.
    """
    if title and title.strip():
        return title
    for line in (headline or "", *beginning.splitlines()):
        if any(letter.isalnum() for letter in line):
            return _shortened(" ".join(line.split()))
    return origin


def _shortened(line: str) -> str:
    if len(line) <= LONGEST:
        return line
    return f"{line[:LONGEST].rpartition(' ')[0] or line[:LONGEST]}…"
