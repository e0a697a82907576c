"""Inference of a source: a statement with a cue but no source of its own takes the nearest one, and says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.encode.words import Words
from onrecord.extract.statements import Draft, role_spans
from onrecord.spans import Span

FARTHEST = 400
"""Penalty from which no source is taken; the penalties below are in characters (tuned on 840 train articles)."""

LONGEST_SOURCE = 1000
"""Code points from a source's first to its last; a longer one is not looked for."""

BREAKS = re.compile(r"\n+")

PARAGRAPH_BEFORE, PARAGRAPH_AFTER, AFTER = 150, 400, 20


def find_sources(words: Words, drafts: Sequence[Draft]) -> list[tuple[Span, ...]]:
    """The words for each draft's source: its own, or, where it has a cue and none, the nearest one.

    Args:
        words: The article's words.
        drafts: Its statements.
    """
    own = [role_spans(words, draft.source) for draft in drafts]
    found = sorted(source for source in own if source)
    return [
        source or (nearest_source(words.text, role_spans(words, draft.cue)[0], found) if draft.cue else ())
        for draft, source in zip(drafts, own, strict=True)
    ]


def nearest_source(text: str, cue: Span, sources: Sequence[tuple[Span, ...]]) -> tuple[Span, ...]:
    """The source that stands nearest to a cue; one after it is taken only where none before it is as near.

    Args:
        text: The article's text.
        cue: The cue's first span.
        sources: The sources of the article's statements, sorted.

    Returns:
        One of ``sources``, or () where none is near.
    """
    best: tuple[float, tuple[Span, ...]] = (FARTHEST, ())
    low = bisect_left(sources, cue.start - FARTHEST - LONGEST_SOURCE, key=lambda source: source[0].start)
    high = bisect_left(sources, cue.end + FARTHEST, key=lambda source: source[0].start)
    for source in sources[low:high]:
        start, end = source[0].start, source[-1].end
        if max(cue.start - end, start - cue.end) >= FARTHEST:
            continue
        if end <= cue.start:
            gap = text[end : cue.start]
            penalty = len(gap) + PARAGRAPH_BEFORE * min(3, _paragraphs(gap))
        elif start >= cue.end:
            gap = text[cue.end : start]
            penalty = 2 * len(gap) + PARAGRAPH_AFTER * _paragraphs(gap) + AFTER
        else:
            continue
        if penalty < best[0]:
            best = (penalty, source)
    return best[1]


def _paragraphs(gap: str) -> int:
    """Paragraph breaks in a gap: runs of line breaks."""
    return len(BREAKS.findall(gap))
