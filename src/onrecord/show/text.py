"""Text for people: who said what, speaker by speaker, every statement with its words and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.show.confident import confident
from onrecord.show.details import details
from onrecord.show.harmless import one_line
from onrecord.show.layout import WIDTH, Paragraph, Piece, plain
from onrecord.show.page import Page
from onrecord.show.wording import (
    ACT_COLUMNS,
    INDENT,
    OMISSION,
    UNKNOWN_SPEAKER,
    act_words,
    count,
    listed,
    roles_words,
    standing,
)
from onrecord.types import THOUGHT, Entity, Reading, Statement


def record_text(reading: Reading, min_confidence: float = 0.0, width: int = WIDTH) -> str:
    """Write a reading for people to read, without colour.

    Args:
        reading: What was read.
        min_confidence: Least ``confidence.statement`` that is shown, 0 to 1.
        width: Columns.
    """
    return plain(record_paragraphs(reading, min_confidence), width)


def record_paragraphs(reading: Reading, min_confidence: float = 0.0) -> Iterator[Paragraph]:
    """Lay a reading out: a heading, what was said by speaker, then what was thought or wanted.

    Args:
        reading: What was read.
        min_confidence: Least ``confidence.statement`` that is shown, 0 to 1.
    """
    page = Page(confident(reading, min_confidence))
    statements = page.reading.statements
    thought = [statement for statement in statements if statement.act in THOUGHT]
    yield from _head(page)
    yield from _by_speaker(page, [statement for statement in statements if statement.act not in THOUGHT])
    if thought:
        yield Paragraph()
        yield Paragraph((Piece("Thought or wanted, not said", "title"),))
        yield from _by_speaker(page, thought)


def _head(page: Page) -> Iterator[Paragraph]:
    document = page.reading.document
    yield Paragraph((Piece(one_line(page.title), "title"),))
    facts = (document.publisher, document.published, None if page.title == document.origin else document.origin)
    if known := " · ".join(one_line(fact) for fact in facts if fact):
        yield Paragraph((Piece(known, "faint"),))
    yield Paragraph((Piece(_tally(page.reading.statements), "faint"),))


def _tally(statements: Sequence[Statement]) -> str:
    """Count what is shown; statements in headlines, and those whose speaker is not known, are counted apart too."""
    if not statements:
        return "no statements found"
    sources = {speaker for statement in statements for speaker in statement.speaker_ids}
    parts = [f"{count(len(statements), 'statement')} by {count(len(sources), 'source')}"]
    if above := sum(statement.block in {"headline", "standfirst"} for statement in statements):
        parts.append(f"{above:,} in the headline")
    if unknown := sum(not statement.speaker_ids for statement in statements):
        parts.append(f"{unknown:,} with no speaker known")
    return ", ".join(parts)


def _by_speaker(page: Page, statements: Iterable[Statement]) -> Iterator[Paragraph]:
    """Speakers in the order of their first statements; those not known last."""
    groups: dict[tuple[str, ...], list[Statement]] = {}
    for statement in statements:
        groups.setdefault(statement.speaker_ids, []).append(statement)
    unknown = groups.pop((), None)
    for spoken in groups.values():
        yield from _group(page, _speaker(page.speakers(spoken[0])), spoken)
    if unknown:
        yield from _group(page, (Piece(UNKNOWN_SPEAKER, "mark"),), unknown)


def _group(page: Page, heading: tuple[Piece, ...], statements: Iterable[Statement]) -> Iterator[Paragraph]:
    yield Paragraph()
    yield Paragraph(heading, hang=INDENT)
    for statement in statements:
        yield from _statement(page, statement)


def _speaker(speakers: Sequence[Entity]) -> tuple[Piece, ...]:
    pieces = [Piece(one_line(listed([speaker.name for speaker in speakers])), "name")]
    if len(speakers) == 1:
        if roles := roles_words(speakers[0]):
            pieces.append(Piece(f", {one_line(roles)}"))
        if what := standing(speakers[0]):
            pieces.append(Piece(f" ({one_line(what)})", "faint"))
    return tuple(pieces)


def _statement(page: Page, statement: Statement) -> Iterator[Paragraph]:
    """The act and the words; below them what they rest on and where they stand."""
    words = OMISSION.join(one_line(part) for part in page.words(statement.content))
    indent = INDENT + ACT_COLUMNS
    yield Paragraph((Piece(words, "words"),), INDENT, indent, Piece(act_words(statement), "act"))
    yield Paragraph(tuple(details(page, statement)), indent, indent)
