"""Statements: linked pieces put together, with the edges that the record's rules ask for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.words import Words
from onrecord.extract.decode import CONTENT, Piece
from onrecord.extract.links import Linked
from onrecord.segment.quotes import Quotation
from onrecord.spans import Span, normalise

TRAILING = frozenset(".,;:–—-")
"""Marks that belong to the reporter's sentence, not to the content, when they stand outside of quotation marks."""


JOINS = frozenset({"But", "And", "Yet"})
"""The reporter's conjunction at the head of a sentence; inside quotation marks a mark stands before it."""


@dataclass(slots=True)
class Draft:
    """A statement being put together: numbers of pieces by role, and how surely each belongs to it."""

    cue: list[int] = field(default_factory=list)
    source: list[int] = field(default_factory=list)
    content: list[int] = field(default_factory=list)

    def of(self, role: int) -> list[int]:
        """The list of one role."""
        return (self.source, self.cue, self.content)[role]


def draft_statements(pieces: Sequence[Piece], linked: Linked, paragraphs: NDArray[np.int32]) -> list[Draft]:
    """Group pieces by the cue that leads them; a content with no cue in reach is a statement of its own.

    A new paragraph is a new statement: content in another paragraph than the one that the cue introduces stands alone,
    with no cue and no source of its own.

    Args:
        pieces: The article's pieces, in order.
        linked: The cue of each.
        paragraphs: int32 (words,), the paragraph of each word.

    Returns:
        Drafts that have a content, by where their content begins.
    """
    drafts: dict[int, Draft] = {}
    for number, (piece, root) in enumerate(zip(pieces, linked.root, strict=True)):
        if root < 0 and piece.role != CONTENT:
            continue
        drafts.setdefault(root if root >= 0 else number, Draft()).of(piece.role).append(number)
    _keep_sources_at_home(pieces, list(drafts.values()), paragraphs)
    kept = [part for draft in drafts.values() if draft.content for part in _by_paragraph(pieces, draft, paragraphs)]
    return sorted(kept, key=lambda draft: pieces[draft.content[0]].first)


def _keep_sources_at_home(pieces: Sequence[Piece], drafts: Sequence[Draft], paragraphs: NDArray[np.int32]) -> None:
    """Give a source that was linked to a cue in another paragraph to the cue of its own that has none.

    "…, a ministry official said.¶ Hydrel declined to comment": the official is not who declined. Drafts are changed.
    """
    home = {int(paragraphs[pieces[draft.cue[0]].first]): draft for draft in drafts if draft.cue and not draft.source}
    for draft in drafts:
        for number in list(draft.source):
            place = int(paragraphs[pieces[number].first])
            if place in home and place != int(paragraphs[pieces[draft.cue[0]].first]):
                draft.source.remove(number)
                home[place].source.append(number)


def _by_paragraph(pieces: Sequence[Piece], draft: Draft, paragraphs: NDArray[np.int32]) -> list[Draft]:
    """A draft with what its cue introduces, in its own paragraph or the nearest, later before earlier, and the rest."""
    if not draft.cue:
        return [draft]
    groups: dict[int, list[int]] = {}
    for number in draft.content:
        groups.setdefault(int(paragraphs[pieces[number].first]), []).append(number)
    cue = int(paragraphs[pieces[draft.cue[0]].first])
    own = groups.pop(min(groups, key=lambda place: (place < cue, abs(place - cue))))
    return [Draft(draft.cue, draft.source, own), *(Draft(content=content) for content in groups.values())]


def role_spans(words: Words, pieces: Sequence[Piece], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """The spans of one role of a statement: pieces with nothing but marks between them joined, edges set.

    Args:
        words: The article's words.
        pieces: Of one role of one statement, in order.
        quotations: The article's outer quotations.
    """
    runs: list[tuple[int, int]] = []
    for piece in pieces:
        if runs and not _has_word(words, runs[-1][1], piece.first):
            runs[-1] = (runs[-1][0], piece.last)
        else:
            runs.append((piece.first, piece.last))
    spans = []
    for first, last in runs:
        if pieces[0].role == CONTENT:
            span = content_span(words, first, last, quotations)
        else:
            span = words.span(*_without_marks(words, first, last))
        spans.append(span)
    return normalise(spans)


def content_span(words: Words, first: int, last: int, quotations: Sequence[Quotation]) -> Span:
    """A content's edges: its quotation marks are its own, the reporter's comma and full stop are not.

    Args:
        words: The article's words.
        first: The first word tagged as content.
        last: The word after the last one.
        quotations: The article's outer quotations, by start; they are disjoint.
    """
    text = words.text
    while first < last - 1 and (
        text[words.starts[first]] in TRAILING or words.span(first, first + 1).of(text) in JOINS
    ):
        first += 1
    quoted = words.features[last - 1] // 2 % 2 == 1
    while last - 1 > first and not quoted and text[words.starts[last - 1]] in TRAILING:
        last -= 1
        quoted = words.features[last - 1] // 2 % 2 == 1
    span = words.span(first, last)
    low = bisect_left(quotations, span.start, key=lambda quotation: quotation.span.end)
    high = bisect_left(quotations, span.end, key=lambda quotation: quotation.span.start)
    for quotation in quotations[low:high]:
        if not quotation.span.overlaps(span):
            continue
        if _only_marks(text, quotation.opening.end, span.start):
            span = Span(quotation.span.start, span.end)
        if _only_marks(text, span.end, quotation.closing.start):
            span = Span(span.start, quotation.span.end)
    return span


def _only_marks(text: str, start: int, end: int) -> bool:
    """Whether a short gap holds no word: at most three code points, none a letter or digit."""
    return 0 <= end - start <= 3 and not any(ch.isalnum() or ch == "\n" for ch in text[start:end])


def _has_word(words: Words, first: int, last: int) -> bool:
    return any(words.text[start].isalnum() for start in words.starts[first:last])


def _without_marks(words: Words, first: int, last: int) -> tuple[int, int]:
    """Leave out marks at the edges of a cue or source, unless there is nothing else (a colon can be a cue)."""
    begin, end = first, last
    while begin < end and not words.text[words.starts[begin]].isalnum():
        begin += 1
    while end > begin and not words.text[words.starts[end - 1]].isalnum():
        end -= 1
    return (begin, end) if begin < end else (first, last)


def tag_probability(tags: NDArray[np.float32], pieces: Sequence[Piece]) -> float:
    """Mean probability, over the words of pieces, of the pieces' own role (begin and go on together)."""
    chances = [
        np.exp(tags[piece.first : piece.last, 1 + 2 * piece.role : 3 + 2 * piece.role]).sum(axis=1) for piece in pieces
    ]
    return float(np.concatenate(chances).mean()) if chances else 0.0
