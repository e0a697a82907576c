"""Announced: whose words a paragraph says that follow: "Remarks by Governor Jo Park", "… issued this statement:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from onrecord.spans import Span

WORDS_OF = r"(?:remarks|speech|address|statement|testimony|eulogy)"
BY = re.compile(
    rf"(?:[^:\n]{{1,40}}:\s)?(?:(?:opening|closing|full|prepared|the|text of|transcript of)\s){{0,3}}{WORDS_OF}\s"
    r"(?:as (?:prepared|delivered)(?: for delivery)?\s)?(?:by|of|from)\s",
    re.IGNORECASE,
)
"""What a headline begins with over somebody's words; the name stands right behind."""
FULL = re.compile(
    rf"\b(?:full text|full transcript|text of|transcript of|read the full)\b[^\n]*\b{WORDS_OF}\b"
    rf"|\b{WORDS_OF}\b[^\n]*\b(?:in full|full text|transcript)\b",
    re.IGNORECASE,
)
"""The same with the name anywhere: "Full text of President Park's speech"."""
_ON, _ON_TO_END = r"(?:[^\n.?!]|\.(?! [A-Z]))", r"(?:[^\n,.?!]|\.(?! [A-Z]))"
FOLLOWING = re.compile(
    rf"\b(?:following|below|full)\b{_ON}{{0,80}}\b(?:{WORDS_OF}|text|transcript)\b{_ON_TO_END}{{0,160}}:\Z",
    re.IGNORECASE,
)
"""The end of a paragraph anywhere, behind a name: "… issued the following statement on the dam:"."""
HEAD = 3
"""Paragraphs from the beginning of which one may be a headline."""
LONGEST = 600
"""Characters of the longest paragraph that announces."""
OWN = 0.33
"""Share of the paragraphs behind it that say "I" or "we", without which they report the words."""


class Announcement(NamedTuple):
    """A paragraph that says whose words follow.

    Attributes:
        number: Its number.
        span: Where the name stands.
        next: Whether the name is the first thing there.
    """

    number: int
    span: Span
    next: bool


def find_announcements(text: str, paragraphs: Sequence[Span], own: Sequence[bool]) -> Iterator[Announcement]:
    """Find the paragraphs behind which enough says "I" or "we".

    Of 25,755 articles of the news archive six that say "I" outside of quotations had one by wider patterns, all
    rightly.

    Args:
        text: The text.
        paragraphs: Its paragraphs.
        own: Of each, whether somebody speaks of himself there outside of quotations.
    """
    said = [*accumulate(reversed(own), initial=0)][::-1]
    for number, paragraph in enumerate(paragraphs):
        behind = len(paragraphs) - number - 1
        if paragraph.end - paragraph.start > LONGEST or not behind or said[number + 1] < OWN * behind:
            continue
        by = BY.match(text, *paragraph) if number < HEAD else None
        if by is not None:
            yield Announcement(number, Span(by.end(), paragraph.end), next=True)
        elif FOLLOWING.search(text, *paragraph) or (number == 0 and FULL.search(text, *paragraph)):
            yield Announcement(number, paragraph, next=False)
