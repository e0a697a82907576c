"""CSV: one row a statement, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from onrecord.ids import spell
from onrecord.show.confident import confident
from onrecord.show.harmless import one_line
from onrecord.show.page import Page
from onrecord.show.wording import OMISSION, roles_words
from onrecord.types import Reading, Spans, Statement

COLUMNS = (
    "document_id",
    "origin",
    "title",
    "publisher",
    "published",
    "statement_id",
    "parent_id",
    "block",
    "line",
    "form",
    "act",
    "negated",
    "speaker",
    "speaker_kind",
    "speaker_named",
    "speaker_role",
    "content",
    "cue",
    "source",
    "source_inferred",
    "content_spans",
    "cue_spans",
    "source_spans",
    "hedge",
    "condition",
    "via",
    "basis",
    "addressee",
    "target",
    "topic",
    "said_at",
    "confidence_statement",
    "confidence_source",
    "confidence_speaker",
)
"""The header. What each column holds is told in ``docs/reference/cli.md``."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""Openings that make a spreadsheet compute a cell: OWASP, "CSV Injection", with the full-width forms it names."""


def csv_header() -> str:
    """The header's line."""
    return csv_line(COLUMNS)


def record_csv(reading: Reading, min_confidence: float = 0.0) -> str:
    """Write a reading's statements, one row each, without the header.

    Args:
        reading: What was read.
        min_confidence: Least ``confidence.statement`` that is kept, 0 to 1.
    """
    page = Page(confident(reading, min_confidence))
    return "".join(csv_line(_row(page, statement)) for statement in page.reading.statements)


def defused(cell: str) -> str:
    """Make a cell harmless: a spreadsheet computes nothing in it, a terminal obeys nothing, and it is on one line.

    Args:
        cell: Any text. One that opens like a formula gets an apostrophe before it.
    """
    cell = one_line(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def csv_line(cells: Iterable[object]) -> str:
    """One row by RFC 4180, but ended by a line feed alone. Unknown is an empty cell, yes and no are true and false.

    Args:
        cells: Text, numbers, booleans and None.
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(map(_cell, cells))
    return out.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return defused(value) if isinstance(value, str) else value


def _row(page: Page, statement: Statement) -> Iterable[str | float | None]:
    document, confidence = page.reading.document, statement.confidence
    row: dict[str, str | float | None] = {
        "document_id": document.id,
        "origin": document.origin,
        "title": page.title,
        "publisher": document.publisher,
        "published": document.published,
        "statement_id": statement.id,
        "parent_id": statement.parent,
        "block": statement.block,
        "line": page.line(statement.content[0].start),
        "form": statement.form,
        "act": statement.act,
        "negated": statement.negated,
        **_speaker(page, statement),
        **_spans(page, statement),
        "source_inferred": statement.inferred,
        **_details(page, statement),
        "confidence_statement": confidence.statement,
        "confidence_source": confidence.source,
        "confidence_speaker": confidence.speaker,
    }
    return (row[column] for column in COLUMNS)


def _speaker(page: Page, statement: Statement) -> dict[str, str | float | None]:
    """Speakers of a joint statement stand in the same order in each cell; roles only of those who have one."""
    speakers = page.speakers(statement)
    return {
        "speaker": "; ".join(speaker.name for speaker in speakers),
        "speaker_kind": "; ".join(speaker.kind for speaker in speakers),
        "speaker_named": "; ".join("true" if speaker.named else "false" for speaker in speakers),
        "speaker_role": " | ".join(filter(None, map(roles_words, speakers))),
    }


def _spans(page: Page, statement: Statement) -> dict[str, str]:
    parts = {"content": statement.content, "cue": statement.cue, "source": statement.source}
    words = {name: _words(page, spans) for name, spans in parts.items()}
    return words | {f"{name}_spans": spell(spans) for name, spans in parts.items()}


def _words(page: Page, spans: Spans) -> str:
    return OMISSION.join(page.words(spans))


def _details(page: Page, statement: Statement) -> dict[str, str]:
    hedges = [claim.certainty.span for claim in statement.claims if claim.certainty is not None]
    conditions = [claim.condition for claim in statement.claims if claim.condition is not None]
    details = {
        "hedge": "; ".join(page.words(tuple(hedges))),
        "condition": "; ".join(page.words(tuple(conditions))),
        "topic": statement.topic.of(page.text) if statement.topic is not None else "",
    }
    for name in ("via", "basis", "addressee", "target", "said_at"):
        reference = getattr(statement, name)
        details[name] = reference.span.of(page.text) if reference is not None else ""
    return details
