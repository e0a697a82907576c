"""Continued quotations: a paragraph that goes on with a quotation which the paragraph before it left open."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.attribution import Attribution
from onrecord.segment.article import Article
from onrecord.segment.quotes import Quotation
from onrecord.spans import Span, normalise, touches

CONFIDENCE = 0.9
"""Of 53 such paragraphs in the readings and ``training/labels`` 48 are statements by themselves."""


def continued_quotations(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the paragraphs that go on with a quotation, each whole.

    A quotation over several paragraphs has a mark at the head of each and, until the last, none at its end: a rule of
    typography that needs no network. A new paragraph is a new statement, without cue and source of its own: where
    nothing was found in it, one is added, and what was found at its head is one statement, all of it.

    Args:
        article: The article.
        found: Attributions that were found.

    Returns:
        Those, some of them with more content, one for each such paragraph, and the added ones at the end.
    """
    going_on = list(_going_on(article))
    taken = normalise(span for attribution in found for span in attribution.content)
    added = [
        Attribution(content=(quotation.span,), confidence=CONFIDENCE)
        for quotation in going_on
        if not touches(quotation.span, taken)
    ]
    at_head = {quotation.span.start: quotation.span for quotation in going_on}
    return [*_whole(found, at_head), *added]


def _whole(found: Sequence[Attribution], at_head: Mapping[int, Span]) -> Iterator[Attribution]:
    """Attributions; one without a cue that begins at the head of such a paragraph has all of the quotation, once."""
    given: set[Span] = set()
    for attribution in found:
        whole = at_head.get(attribution.content[0].start)
        if whole is None or attribution.cue or not whole.covers(attribution.content[-1]):
            yield attribution
        elif whole not in given:
            given.add(whole)
            yield replace(attribution, content=(whole,), hedges=None)


def _going_on(article: Article) -> Iterator[Quotation]:
    outer = [quotation for quotation in article.quotations if quotation.depth == 0]
    for before, quotation in pairwise(outer):
        place = bisect_left(article.paragraphs, quotation.span.start, key=lambda paragraph: paragraph.start)
        opens = place < len(article.paragraphs) and article.paragraphs[place].start == quotation.span.start
        opens = opens and quotation.opening.start < quotation.opening.end
        left_open = before.closing == (before.span.end, before.span.end)
        if place and opens and left_open and before.span.end == article.paragraphs[place - 1].end:
            yield quotation
