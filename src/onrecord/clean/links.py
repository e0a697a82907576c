"""Links: what a page hangs on its text, and a scraper takes for it: headlines behind a name, the label of a summary."""

from __future__ import annotations

import re

from onrecord.clean.edits import Edit
from onrecord.spans import Span

LINKED_HEADLINES = "headlines on a name"

SUMMARY_LABEL = "label of a summary"

SUMMARY = re.compile(r"\A\s*(?:Story [Hh]ighlights +(?=[“‘\"']?[A-Z\d])|(?:Story|Key|Article) [Hh]ighlights: +(?=\S))")
"""In 329 of 11,964 news articles, before the first line of what a report comes down to."""

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


def drop_summary_label(line: str) -> list[Edit]:
    """Drop the label that runs into the first line of a summary: "*Story highlights* The mayor says …"."""
    label = SUMMARY.match(line)
    return [] if label is None else [Edit(SUMMARY_LABEL, Span(*label.span()), "")]
