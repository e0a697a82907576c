"""Texts with their statements written in: ``{s Ann Lee} {c said} {t it was late}`` for source, cue and content.

Where there are several statements, a digit says whose: ``{s12 Roe} {c1 denied} {t1 it} and {c2 said} {t2 so}``. Marks
may stand in each other. A statement without a cue is found by the first word of its content. The network wavers on
``{w}`` words: it gives them no role, but is not sure of that.
"""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.model import Encoded
from onrecord.encode.pairs import Pairs
from onrecord.encode.words import Words, find_words
from onrecord.extract import Attribution, Settings, extract
from onrecord.extract.anchors import CONTENT_ANCHOR, CUE_ANCHOR
from onrecord.segment.article import Article
from onrecord.segment.quotes import find_quotations
from onrecord.spans import Span
from onrecord.types import Block

ROLE = {"w": 0, "s": 1, "c": 2, "t": 3}
SURE, WAVERING = 6.0, 0.5  # log-odds of what is written in
VALUES = {
    "threshold": 0.5,
    "confidence": {"statement": [1.0, 1.0, 1.0, 0.0, -1.5], "source": [2.0, 0.0, -1.0]},
}


def read_marks(marked: str) -> tuple[str, dict[str, list[tuple[int, Span]]]]:
    """The text without its marks, and the roles and spans of each statement."""
    text, open_marks = "", []
    statements: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for match in re.finditer(r"\{([sctw])(\d*) |(\})|([^{}]+)", marked):
        role, owners, close, plain = (part or "" for part in match.groups())
        text += plain
        if role:
            open_marks.append((role, owners or "1", len(text)))
        if close:
            opened, whose, start = open_marks.pop()
            for owner in whose:
                statements[owner].append((ROLE[opened], Span(start, len(text))))
    return text, statements


def marked_article(marked: str) -> tuple[Article, Encoded, Settings]:
    """The article, and a network that is sure of what is written in."""
    text, statements = read_marks(marked)
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    quotations = find_quotations(text, paragraphs)
    words = find_words(text, paragraphs, quotations)
    anchors = np.zeros((len(words), 3), dtype=np.float32)
    anchors[:, 0] = SURE
    rows: dict[int, NDArray[np.float32]] = {}
    for spans in statements.values():
        word, kind = _anchor(words, spans)
        anchors[word] = 0.0
        anchors[word, kind] = SURE
        rows[word] = _scores(words, spans)
    logs = anchors - np.log(np.exp(anchors).sum(axis=1, keepdims=True))
    states = np.zeros((len(words), 1), dtype=np.float32)

    def scorer(_: Encoded, pairs: Pairs) -> NDArray[np.float32]:
        each = zip(pairs.anchors.tolist(), pairs.words, strict=True)
        return np.stack([rows[anchor][around] for anchor, around in each])

    blocks = (Block(span=Span(0, len(text)), kind="body"),) if text else ()
    article = Article(text, blocks, paragraphs, (), quotations, ())
    return article, Encoded(words, logs, *[states] * 6), Settings.of(VALUES, scorer)


def _anchor(words: Words, spans: list[tuple[int, Span]]) -> tuple[int, int]:
    cues = [words.touching(span) for role, span in spans if role == ROLE["c"]]
    if cues:
        return cues[0].stop - 1, CUE_ANCHOR
    return next(words.touching(span).start for role, span in spans if role == ROLE["t"]), CONTENT_ANCHOR


def _scores(words: Words, spans: list[tuple[int, Span]]) -> NDArray[np.float32]:
    scores = np.zeros((len(words), 4), dtype=np.float32)
    scores[:, 0] = SURE
    for role, span in sorted(spans, key=lambda item: -item[0]):
        for word in words.touching(span):
            scores[word] = 0.0
            scores[word, role] = SURE if role else WAVERING
    return scores


def attributions(marked: str) -> tuple[str, tuple[Attribution, ...]]:
    """The text without its marks, and what is extracted from it."""
    article, encoded, settings = marked_article(marked)
    return article.text, extract(article, encoded, settings)


def shown(marked: str) -> list[tuple[str, str, str]]:
    """What is extracted as (source, cue, content), the pieces of a role joined by `` … ``; an inferred source in ()."""
    text, found = attributions(marked)
    join = lambda spans: " … ".join(span.of(text) for span in spans)  # noqa: E731
    return [(f"({join(a.source)})" if a.inferred else join(a.source), join(a.cue), join(a.content)) for a in found]
