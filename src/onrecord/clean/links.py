"""Links: headlines of other reports that a page hangs on a name, and that a scraper takes for its text."""

from __future__ import annotations

import re

from onrecord.clean.edits import Edit
from onrecord.spans import Span

LINKED_HEADLINES = "headlines on a name"

MORE = re.compile(r" MORE\b")
"""The word that ends such a list."""

LONGEST = 960
"""Code points of a list, with the name that it hangs on."""

_NAME_AGAIN = re.compile(
    r"\b(?P<surname>[A-Z][\w'’-]{0,30}[^\W\d_A-Z])"
    r" (?:[^\n|]{0,60}?[ (])?(?P=surname)(?=[A-Z\d'\"‘“(\[#][^\n]{9})"
)
"""A name, and the whole name again with the first headline against its last letter.

In 11,964 news articles 2,298 such lists, in 409 articles, nearly all of one paper and guests who write for it; none
that was something else; 51 were missed."""


def drop_linked_headlines(line: str) -> list[Edit]:
    """Drop the lists of headlines behind names; the name that the sentence has stays."""
    edits: list[Edit] = []
    done = 0
    for more in MORE.finditer(line):
        name = _NAME_AGAIN.search(line, max(done, more.start() - LONGEST), more.start())
        if name is not None:
            edits.append(Edit(LINKED_HEADLINES, Span(name.end("surname"), more.end()), ""))
        done = more.end()
    return edits
