"""What stands under a statement: the words it is attributed by, its hedges, who else has a part, its place."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.show.harmless import one_line
from onrecord.show.layout import Piece, Style
from onrecord.show.page import Page, spell_spans
from onrecord.show.wording import LONGEST_SOURCE, deadline_words, listed, range_words
from onrecord.spans import Span
from onrecord.types import Statement

MOODS = {"interrogative": "asked", "hypothetical": "supposed"}
"""What a claim that is not put forward is called."""

UNSURE = 0.5
"""Below this confidence a statement is marked: it is more likely none than one."""


def details(page: Page, statement: Statement) -> Iterator[Piece]:
    """Say what a statement rests on.

    Args:
        page: What was read.
        statement: One of its statements.

    Yields:
        Pieces for one paragraph.
    """
    for number, part in enumerate(_parts(page, statement)):
        if number:
            yield Piece(" · ", "faint")
        yield part


def _parts(page: Page, statement: Statement) -> Iterator[Piece]:
    yield Piece(f"line {page.line(statement.content[0].start):,}", "faint")
    yield from _marks(page, statement)
    yield Piece(_attribution(page, statement), "faint")
    for label, span, style in _words(page, statement):
        yield Piece(f"{label} “{one_line(span.of(page.text))}”", style)
    yield Piece(f"at {spell_spans(statement.content)}", "faint")


def _marks(page: Page, statement: Statement) -> Iterator[Piece]:
    """What a reader must not miss."""
    if statement.block != "body":
        yield Piece(statement.block, "mark")
    if statement.parent is not None:
        by = [speaker.name for speaker in page.speakers(page.statements[statement.parent])]
        yield Piece(f"as told by {one_line(listed(by)) if by else 'a speaker not known'}", "mark")
    sure = statement.confidence.statement
    if sure is not None and sure < UNSURE:
        yield Piece(f"unsure: {sure:.2f}", "mark")


def _attribution(page: Page, statement: Statement) -> str:
    """The words of source and cue as printed, in the order of the text."""
    if not statement.cue and not statement.source:
        return "no attribution of its own"
    parts = [(span, _shortened(span.of(page.text))) for span in statement.source]
    parts += [(span, span.of(page.text)) for span in statement.cue]
    words = ""
    end = None
    for span, part in sorted(parts):
        between = "" if end is None else page.text[end : span.start]
        words += (between if not between.strip() or words.endswith("…") else " … ") + part
        end = span.end
    return f"“{one_line(words)}”" + (", source inferred" if statement.inferred else "")


def _shortened(source: str) -> str:
    words = source.split()
    return source if len(words) <= LONGEST_SOURCE else f"{' '.join(words[:LONGEST_SOURCE])} …"


def _words(page: Page, statement: Statement) -> Iterator[tuple[str, Span, Style]]:
    """The words that judgements rest on, each with what it is called."""
    for claim in statement.claims:
        if claim.mood != "declarative" and statement.act != "ask":
            yield MOODS[claim.mood], claim.span, "faint"
        if claim.forecast is not None:
            by = claim.forecast.by
            until = "open" if by is None else deadline_words(by, by.span.of(page.text))
            yield f"forecast, {until},", claim.forecast.span, "mark"
        if claim.certainty is not None:
            told = range_words(claim.certainty)
            yield f"hedge, {told}," if told else "hedge", claim.certainty.span, "mark"
        if claim.condition is not None:
            yield "condition", claim.condition, "mark"
    references = (
        ("through", statement.via),
        ("citing", statement.basis),
        ("to", statement.addressee),
        ("about", statement.target),
        ("when", statement.said_at),
    )
    for label, reference in references:
        if reference is not None:
            yield label, reference.span, "faint"
    if statement.topic is not None:
        yield "on", statement.topic, "faint"
