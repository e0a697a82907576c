"""Quoted paragraphs: a paragraph that is one quotation from its first mark to its last is a statement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.extract.attribution import Attribution
from onrecord.segment.article import Article
from onrecord.segment.quotes import Quotation
from onrecord.spans import normalise, touches

CONFIDENCE = 0.95
"""Of 47 such paragraphs of the readings and ``training/labels`` that nothing was found in 45 are statements."""

LEAST_WORDS = 8
"""Shorter ones are slogans and names of works as often."""

MARKS_AFTER = 2
"""Code points that may stand between a quotation and its paragraph's end: a full stop, a mark of a note."""


def quoted_paragraphs(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """Find quoted paragraphs of the body in which nothing was found: statements without a cue and source of their own.

    Args:
        article: The article.
        found: Attributions that were found.
    """
    taken = normalise(span for attribution in found for span in attribution.content)
    return [
        Attribution(content=(quotation.span,), confidence=CONFIDENCE)
        for quotation in article.quotations
        if quotation.depth == 0 and _is_paragraph(article, quotation) and not touches(quotation.span, taken)
    ]


def _is_paragraph(article: Article, quotation: Quotation) -> bool:
    """Whether a quotation, marked at both ends and of so many words, is a whole paragraph of the body."""
    marked = all(mark.start < mark.end for mark in (quotation.opening, quotation.closing))
    if not marked or len(quotation.span.of(article.text).split()) < LEAST_WORDS:
        return False
    start = quotation.span.start
    paragraph = article.paragraphs[bisect_right(article.paragraphs, start, key=lambda paragraph: paragraph.start) - 1]
    block = article.blocks[bisect_right(article.blocks, start, key=lambda block: block.span.start) - 1]
    whole = start == paragraph.start and quotation.span.end >= paragraph.end - MARKS_AFTER
    return whole and block.kind == "body"
