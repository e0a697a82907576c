"""Cases written as a reader would mark them: {source} [cue] <content>, in the text itself."""

from __future__ import annotations

import re

from onrecord.extract.attribution import Attribution
from onrecord.judge import Judged, judge
from onrecord.segment import segment
from onrecord.segment.article import Article
from onrecord.spans import Span

MARKS = {"{": "source", "[": "cue", "<": "content"}


def read_marked(marked: str) -> tuple[Article, Attribution]:
    """A text and its one statement."""
    text = ""
    spans: dict[str, list[Span]] = {role: [] for role in MARKS.values()}
    for opening, words, rest in re.findall(r"([{\[<])([^}\]>]*)[}\]>]|([^{\[<]+)", marked):
        if opening:
            spans[MARKS[opening]].append(Span(len(text), len(text) + len(words)))
        text += words or rest
    return segment(text), Attribution(**{role: tuple(found) for role, found in spans.items()})


def judge_marked(marked: str) -> tuple[str, Judged]:
    """The text of a marked case, and its statement judged."""
    article, attribution = read_marked(marked)
    return article.text, judge(article, [attribution])[0]
