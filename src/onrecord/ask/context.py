"""Context: the paragraphs around a statement, in the document's own text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from onrecord.segment.paragraphs import find_paragraphs
from onrecord.spans import Span
from onrecord.types import Spans


class Context:
    """A document's text, cut into paragraphs when they are first wanted.

    Args:
        text: ``Document.text``.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _paragraphs(self) -> list[Span]:
        return find_paragraphs(self.text)

    def around(self, content: Spans) -> Span:
        """The paragraphs that a statement stands in, from the start of the first to the end of the last.

        Args:
            content: The statement's, of the text.
        """
        start, end = content[0].start, content[-1].end
        first = bisect_right(self._paragraphs, start, key=lambda paragraph: paragraph.end)
        last = bisect_left(self._paragraphs, end, key=lambda paragraph: paragraph.start)
        inside = self._paragraphs[first:last]  # none where the content is white space alone, as no stage makes it
        return Span(min(start, inside[0].start), max(end, inside[-1].end)) if inside else Span(start, end)
