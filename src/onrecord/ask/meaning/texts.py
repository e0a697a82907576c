"""Texts: what the sentence model reads of a statement, beside the words that were said.

"He said he would" says nothing by itself: who spoke, the sentences that it stands in, the one before them and the
title say of what. Two texts a statement, whose vectors are added: one begins with the speakers and one with the
sentence before, since of a long text the end is not read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from onrecord.segment.sentences import find_sentences
from onrecord.spans import Span
from onrecord.types import Spans

FORMAT = "speakers, sentences, title; the sentence before, sentences, title"
"""What the texts are. Part of what says which vectors may be compared: change it with them."""

LONGEST = 1_000
"""Characters of a statement's sentences, and of the one before: more than the model reads."""


class Lacking(NamedTuple):
    """A statement without a vector, and the two texts that the model is to read."""

    key: int
    spoken: str
    within: str


class Report:
    """A reading's text as it is cut into sentences, once for all of its statements.

    Args:
        text: The document's.
        title: Its title.
        blocks: The places of its blocks, in their order.
    """

    def __init__(self, text: str, title: str | None, blocks: Sequence[Span]) -> None:
        self._text = text
        self._title = f" ({title})" if title else ""
        self._blocks = blocks

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        return find_sentences(self._text, self._blocks)

    def lacking(self, key: int, content: Spans, speakers: Sequence[str]) -> Lacking:
        """What is to be read of a statement.

        Args:
            key: Its.
            content: What was said.
            speakers: The speakers' names.
        """
        places = self._places(content)
        said = self._words(self._sentences[n] for n in places) or self._words(content)
        before = self._words(self._sentences[n - 1] for n in places[:1] if n)
        spoken = f"{', '.join(speakers)}: {said}" if speakers else said
        return Lacking(key, spoken + self._title, f"{before} {said}".lstrip() + self._title)

    def _places(self, content: Spans) -> list[int]:
        """Which sentences a content has a part in."""
        found: dict[int, None] = {}
        for start, end in content:
            first = bisect_right(self._sentences, start, key=itemgetter(1))
            found.update(dict.fromkeys(range(first, bisect_left(self._sentences, end, key=itemgetter(0)))))
        return sorted(found)

    def _words(self, spans: Iterable[Span]) -> str:
        """The words at spans, as many of them as the model could read."""
        words, room = [], LONGEST
        for start, end in spans:
            words.append(self._text[start : min(end, start + room)])
            room -= min(end - start, room)
            if not room:
                break
        return " ".join(words)
