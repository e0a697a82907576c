"""Texts with their tags written in: ``{s Ann Lee} {c said} {t it was late}`` for source, cue and content."""

from __future__ import annotations

import re

import numpy as np

from onrecord.encode.model import Encoded
from onrecord.encode.words import find_words
from onrecord.extract import Attribution, Settings, extract
from onrecord.extract.decode import TAGS
from onrecord.segment.article import Article
from onrecord.segment.quotes import find_quotations
from onrecord.spans import Span

ROLE = {"s": 0, "c": 1, "t": 2}
SURE = 8.0  # log-odds of a tag that is written in

NEAREST = Settings.of(
    {
        "transitions": [[0.0] * len(TAGS)] * len(TAGS),
        "transition_weight": 0.0,
        "distance_bias": [-2.0 * (bucket % 10) for bucket in range(20)],
        "paragraph_bias": [-20.0 * abs(bucket - 3) for bucket in range(7)],
        "confidence": {"statement": [1.0, 1.0, 1.0, 0.0, -1.5], "source": [1.0, 1.0, 0.0, -1.0]},
    }
)
"""Settings by which a piece belongs to the nearest cue of its paragraph."""


def tagged(marked: str) -> tuple[Article, Encoded]:
    """The article and what a network that is sure of the tags would give for it."""
    text, spans = "", []
    for plain, role, words in re.findall(r"([^{]+)|\{(\w) ([^}]*)\}", marked):
        if role:
            spans.append((ROLE[role], Span(len(text), len(text) + len(words))))
        text += plain or words
    paragraphs = tuple(Span(*match.span()) for match in re.finditer(r"[^\n]+", text))
    quotations = find_quotations(text, paragraphs)
    words = find_words(text, paragraphs, quotations)
    logits = np.zeros((len(words), len(TAGS)), dtype=np.float32)
    logits[:, 0] = SURE
    for role, span in spans:
        for place, word in enumerate(words.touching(span)):
            logits[word] = 0.0
            logits[word, 1 + 2 * role + bool(place)] = SURE
    tags = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    states = np.zeros((len(words), 4), dtype=np.float32)
    return Article(text, (), paragraphs, (), quotations, ()), Encoded(words, tags, states, states)


def attributions(marked: str) -> tuple[str, tuple[Attribution, ...]]:
    """The text without its marks, and what is extracted from it."""
    article, encoded = tagged(marked)
    return article.text, extract(article, encoded, NEAREST)


def shown(marked: str) -> list[tuple[str, str, str]]:
    """What is extracted as (source, cue, content), the pieces of a role joined by `` … ``; an inferred source in ()."""
    text, found = attributions(marked)
    join = lambda spans: " … ".join(span.of(text) for span in spans)  # noqa: E731
    return [(f"({join(a.source)})" if a.inferred else join(a.source), join(a.cue), join(a.content)) for a in found]
