"""Quoted paragraphs: a paragraph that is one quotation from its first mark to its last is a statement, whole."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from onrecord.extract.attribution import Attribution
from onrecord.segment.article import Article
from onrecord.segment.quotes import Quotation
from onrecord.spans import Span, length, shared

CONFIDENCE = 0.95
"""Of 47 such paragraphs of the readings and ``training/labels`` in which nothing was found, 45 are statements; of 28 in
which only parts were, 27."""

LEAST_WORDS = 8
"""Shorter ones are slogans and names of works as often."""

MARKS_AFTER = 2
"""Code points that may stand between a quotation and its paragraph's end: a full stop, a mark of a note."""

MOST = 0.8
"""Share of a quotation from which a statement is all of it, edges apart."""


def quoted_paragraphs(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with the quoted paragraphs of the body whose whole was not found.

    What was found in such a paragraph is said within it ("People say …"), or is a part of it that has no cue, which the
    whole takes the place of.

    Args:
        article: The article.
        found: Attributions that were found.

    Returns:
        Those but for the parts, and the added ones at the end, without cue and source of their own.
    """
    beside: dict[int, list[Attribution]] = defaultdict(list)
    for one in found:
        for number in dict.fromkeys(_paragraph_of(article, part) for part in one.content):
            beside[number].append(one)
    parts: set[int] = set()
    added = []
    for quotation in article.quotations:
        number = _paragraph_of(article, quotation.span)
        if quotation.depth == 0 and _is_paragraph(article, quotation, article.paragraphs[number]):
            span = quotation.span
            if all(_stands_in(span, one) and _is_part(span, one) for one in beside[number]):
                parts.update(id(one) for one in beside[number] if not one.cue)
                added.append(Attribution(content=(span,), confidence=CONFIDENCE))
    return [*(one for one in found if id(one) not in parts), *added]


def _paragraph_of(article: Article, span: Span) -> int:
    return bisect_right(article.paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1


def _stands_in(span: Span, attribution: Attribution) -> bool:
    return all(span.covers(part) for part in (*attribution.content, *attribution.cue, *attribution.source))


def _is_part(span: Span, attribution: Attribution) -> bool:
    return shared((span,), attribution.content) < MOST * length((span,))


def _is_paragraph(article: Article, quotation: Quotation, paragraph: Span) -> bool:
    """Whether a quotation, marked at both ends and of so many words, is all of its paragraph, and that of the body."""
    marked = all(mark.start < mark.end for mark in (quotation.opening, quotation.closing))
    start, end = quotation.span
    if not marked or start != paragraph.start or end < paragraph.end - MARKS_AFTER:
        return False
    block = article.blocks[bisect_right(article.blocks, start, key=lambda block: block.span.start) - 1]
    return block.kind == "body" and len(quotation.span.of(article.text).split()) >= LEAST_WORDS
