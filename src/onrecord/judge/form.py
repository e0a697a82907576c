"""Form: whether a statement is quoted, told in the reporter's words, or both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.segment.quotes import Quotation
from onrecord.types import Form


class Quoted:
    """The quoted stretches of an article, to be asked about places.

    Args:
        quotations: Sorted by start, an outer one before those inside it.
    """

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for quotation in quotations:
            if self.ends and quotation.span.start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], quotation.span.end)
            else:
                self.starts.append(quotation.span.start)
                self.ends.append(quotation.span.end)

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch of text stands wholly in quotation marks."""
        place = bisect_right(self.starts, start) - 1
        return place >= 0 and end <= self.ends[place]


def find_form(text: str, words: Iterable[tuple[int, int]], quoted: Quoted) -> Form:
    """Tell how content is given, by its words; marks do not count.

    Args:
        text: The article's text.
        words: Where the words and marks of the content begin and end.
        quoted: The article's quoted stretches.

    Returns:
        Direct where every word is quoted, indirect where none is, else mixed.
    """
    inside = [quoted.holds(start, end) for start, end in words if text[start].isalnum()]
    if inside and all(inside):
        return "direct"
    return "mixed" if any(inside) else "indirect"
