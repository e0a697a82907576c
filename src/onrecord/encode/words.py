"""Words of a text with what the encoder is told about each: its paragraph, its case and whether it is quoted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.segment.quotes import Quotation
from onrecord.spans import Span

WORD = re.compile(r"\w+|[^\w\s]")
"""A word or one mark. The scorers count words by the same pattern, so spans and scores have one grain."""

FEATURES = 16
"""Number of word features: 4 case shapes × in quotation marks or not × starts a paragraph or not."""

OPENING, CLOSING = 1, 2


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, one row each.

    Attributes:
        text: The text that the offsets index.
        starts: int32 (words,), code points.
        ends: int32 (words,), code points.
        paragraphs: int32 (words,), which of the given paragraphs the word stands in.
        features: int64 (words,), in ``range(FEATURES)``.
        marks: int8 (words,): ``OPENING`` or ``CLOSING`` where the word is a quotation mark, else 0.
    """

    text: str
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    paragraphs: NDArray[np.int32]
    features: NDArray[np.int64]
    marks: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """The text's span from word ``first`` up to, not including, word ``last``."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))

    def is_quoted(self, number: int) -> bool:
        """Whether a word stands in quotation marks, or is one."""
        return bool(self.features[number] // 2 % 2)

    def touching(self, span: Span) -> range:
        """The words that a span of the text touches in one code point or more."""
        low = int(np.searchsorted(self.ends, span.start, side="right"))
        high = int(np.searchsorted(self.starts, span.end, side="left"))
        return range(low, max(low, high))


def find_words(text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation]) -> Words:
    """Cut the paragraphs of a text into words and say what the encoder needs of each.

    Args:
        text: The text.
        paragraphs: Sorted, disjoint spans of it; what lies outside of them is not read.
        quotations: Its quotations, as ``segment.find_quotations`` gives them.

    Returns:
        The words in order.
    """
    starts: list[int] = []
    ends: list[int] = []
    counts: list[int] = []
    shapes: list[int] = []
    for paragraph in paragraphs:
        before = len(starts)
        for match in WORD.finditer(text, paragraph.start, paragraph.end):
            low, high = match.span()
            starts.append(low)
            ends.append(high)
            shapes.append(_case_shape(match.group()))
        counts.append(len(starts) - before)
    begin = np.array(starts, dtype=np.int32)
    end = np.array(ends, dtype=np.int32)
    paragraph_of = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    quoted = np.zeros(len(begin), dtype=np.int64)
    marks = np.zeros(len(begin), dtype=np.int8)
    for quotation in quotations:
        quoted[bisect_left(starts, quotation.span.start) : bisect_left(starts, quotation.span.end)] = 1
        for mark, code in ((quotation.opening, OPENING), (quotation.closing, CLOSING)):
            marks[bisect_left(starts, mark.start) : bisect_left(starts, mark.end)] = code
    first = np.ones(len(begin), dtype=np.int64)
    first[1:] = paragraph_of[1:] != paragraph_of[:-1]
    features = np.array(shapes, dtype=np.int64) * 4 + quoted * 2 + first
    return Words(text, begin, end, paragraph_of, features, marks)


def _case_shape(word: str) -> int:
    """0 lower case or no letter first, 1 Capitalised, 2 CAPITALS, 3 mIxed: the encoder's vocabulary is uncased."""
    first = word[0]
    if word.islower() or not first.isalpha():
        return 0
    if first.isupper() and (len(word) == 1 or word[1:].islower()):
        return 1
    return 2 if word.isupper() else 3
