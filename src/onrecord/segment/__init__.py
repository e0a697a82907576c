"""segment: the cleaned view cut into blocks, paragraphs, sentences and quotations."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.segment.article import READ, Article, Turn
from onrecord.segment.blocks import find_blocks
from onrecord.segment.interviews import find_interview
from onrecord.segment.quotes import Quotation, find_quotations
from onrecord.segment.sentences import find_sentences
from onrecord.segment.turns import find_turns
from onrecord.spans import Span

__all__ = ["READ", "Article", "Quotation", "Turn", "find_quotations", "segment"]


def segment(text: str, title: str | None = None, publisher: str | None = None, authors: Sequence[str] = ()) -> Article:
    """Cut a text.

    Args:
        text: The cleaned view, or any text.
        title: The report's title, where it is known.
        publisher: Its publisher's name.
        authors: Its authors' names.

    Returns:
        The text with its blocks, and the paragraphs, sentences, quotations and turns of those that are read.
    """
    blocks = find_blocks(text, title, publisher, authors)
    trimmed = [_trim(text, block.span) for block in blocks if block.kind in READ]
    paragraphs = tuple(paragraph for paragraph in trimmed if paragraph.end > paragraph.start)
    return Article(
        text=text,
        blocks=blocks,
        paragraphs=paragraphs,
        sentences=find_sentences(text, paragraphs),
        quotations=find_quotations(text, paragraphs),
        turns=find_turns(text, paragraphs) or find_interview(text, paragraphs),
    )


def _trim(text: str, span: Span) -> Span:
    """A span without the white space around it."""
    words = span.of(text)
    end = span.start + len(words.rstrip())
    return Span(min(end, span.start + len(words) - len(words.lstrip())), end)
