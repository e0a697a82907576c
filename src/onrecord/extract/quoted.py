"""Quoted: marks tell where a quotation ends, whatever the network saw of it.

A content that begins with a quotation has all of it; and a paragraph that is one quotation from its first mark to its
last is a statement, whole.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from onrecord.extract.attribution import Attribution
from onrecord.segment.article import Article
from onrecord.segment.quotes import Quotation
from onrecord.spans import Span, holder, normalise, shared, touches

CONFIDENCE = 0.95
"""Of 47 such paragraphs of the readings and ``training/labels`` in which nothing was found, 45 are statements; of 28 in
which only parts were, 27."""

LEAST_WORDS = 8
"""Shorter ones are slogans and names of works as often."""

MARKS_AFTER = 2
"""Code points that may stand between a quotation and its paragraph's end: a full stop, a mark of a note."""

MOST = 0.8
"""Share of a quotation from which a statement is all of it, edges apart."""

LEAST_QUOTED = 6
"""Words of a quotation from which it is one that is given whole."""


def whole_quotations(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, each with all of the quotations that its content begins.

    Where its cue or source stands within the quotation ("“We won, he said, and …”") it is left as it is. Of 32 contents
    of the readings and ``training/labels`` that broke off in a quotation 30 have all of it; where others speak in it,
    too, 16 of 18.

    Args:
        article: The article.
        found: Attributions that were found.

    Returns:
        Those; what has no cue and lies within a quotation that another one has now is gone.
    """
    outer = [
        quotation
        for quotation in article.quotations
        if quotation.depth == 0
        and _is_marked(quotation)
        and len(quotation.span.of(article.text).split()) >= LEAST_QUOTED
    ]
    begun = [_begun(one, outer) for one in found]
    taken = normalise(chain.from_iterable(begun))
    return [
        _grown(one, spans) if spans else one
        for one, spans in zip(found, begun, strict=True)
        if spans or one.cue or not all(holder(part, taken) for part in one.content)
    ]


def _grown(attribution: Attribution, begun: Sequence[Span]) -> Attribution:
    """With more content; what the network said of hedges, and of the act of one without a cue, was of its beginning."""
    acts = attribution.acts if attribution.cue else ()
    return replace(attribution, content=normalise((*attribution.content, *begun)), acts=acts, hedges=None)


def _begun(attribution: Attribution, outer: Sequence[Quotation]) -> list[Span]:
    """The quotations that a content begins and has not to their end, without those that its cue or source stands in."""
    found = []
    for part in attribution.content:
        first = bisect_left(outer, part.start, key=lambda quotation: quotation.span.start)
        last = bisect_left(outer, part.end, key=lambda quotation: quotation.span.start)
        found += [quotation.span for quotation in outer[first:last] if quotation.span.end > part.end]
    reported = (attribution.cue, attribution.source)
    return [
        span for span in found if _is_part(span, attribution) and not any(touches(span, spans) for spans in reported)
    ]


def _is_marked(quotation: Quotation) -> bool:
    return all(mark.start < mark.end for mark in (quotation.opening, quotation.closing))


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
            if all(_is_said_within(span, one) and _is_part(span, one) for one in beside[number]):
                parts.update(id(one) for one in beside[number] if not one.cue)
                added.append(Attribution(content=(span,), confidence=CONFIDENCE))
    return [*(one for one in found if id(one) not in parts), *added]


def _paragraph_of(article: Article, span: Span) -> int:
    return bisect_right(article.paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1


def _is_said_within(span: Span, attribution: Attribution) -> bool:
    """Whether something is said within a quotation; not by the clause that reports it ("“We won, she said, and …”")."""
    reports = attribution.cue and attribution.content[0].start <= span.start + 1
    return not reports and all(
        span.covers(part) for part in (*attribution.content, *attribution.cue, *attribution.source)
    )


def _is_part(span: Span, attribution: Attribution) -> bool:
    return shared((span,), attribution.content) < MOST * (span.end - span.start)


def _is_paragraph(article: Article, quotation: Quotation, paragraph: Span) -> bool:
    """Whether a quotation, marked at both ends and of so many words, is all of its paragraph, and that of the body."""
    start, end = quotation.span
    if not _is_marked(quotation) or start != paragraph.start or end < paragraph.end - MARKS_AFTER:
        return False
    block = article.blocks[bisect_right(article.blocks, start, key=lambda block: block.span.start) - 1]
    return block.kind == "body" and len(quotation.span.of(article.text).split()) >= LEAST_WORDS
