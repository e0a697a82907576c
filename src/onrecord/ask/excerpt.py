"""Excerpt: words of a hit by their spans, out of the paragraphs that come with it."""

from __future__ import annotations

from onrecord.ask.hits import Hit
from onrecord.spans import Span


def words_at(hit: Hit, span: Span) -> str | None:
    """The words that a span of the document covers; None where it lies outside the hit's paragraphs.

    Args:
        hit: The statement.
        span: Of the document's text.
    """
    if not hit.paragraph.covers(span):
        return None
    start = hit.paragraph.start
    return hit.context[span.start - start : span.end - start]
