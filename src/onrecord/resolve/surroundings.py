"""Surroundings: the words about an attribution that belong to none of its parts, and the phrases that begin there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.extract.attribution import Attribution
from onrecord.resolve.lexicon import CALENDAR, SPEECH_VERBS
from onrecord.resolve.words import CAPITAL, Words
from onrecord.spans import Span, normalise

REACH = 24
"""Words from an attribution's cue, source or content within which a phrase that belongs to it begins."""
LONGEST = 20
"""Words of the longest phrase."""
CLAUSES = frozenset(
    ["who", "whom", "whose", "which", "that", "when", "where", "while", "because", "whether", "if", "as"]
)
"""Words that begin another clause."""
PHRASE_ENDS = CLAUSES | frozenset({"after", "before", "but", "since", "until", "he", "she", "they", "it", "we", "i"})
TIMES = frozenset(
    ["yesterday", "today", "tonight", "earlier", "later", "last", "this", "next", "tomorrow", "late", "early", "on"]
)
BREAKS = ",;:–—(["

DANGLING = frozenset({"and", "or", "to", "of", "the", "a", "an", "with", "in", "on", "at", "for", "by", "from", "also"})
"""Small words that end no phrase."""


class Surroundings:
    """The words around the attributions of an article.

    Args:
        words: The article's words.
        attributions: Its attributions.
    """

    def __init__(self, words: Words, attributions: Sequence[Attribution]) -> None:
        self.words = words
        self._parts_of: tuple[Attribution, tuple[Span, ...]] | None = None
        contents = [indices for one in attributions for span in one.content if (indices := words.inside(span))]
        self._edges = {1: {indices[0] for indices in contents}, -1: {indices[-1] for indices in contents}}
        self._cues = {index for one in attributions for span in one.cue for index in words.inside(span)}

    def is_free(self, attribution: Attribution, index: int) -> bool:
        """Whether a word stands in none of an attribution's parts.

        Args:
            attribution: The attribution.
            index: Number of the word; one past the last is not free.
        """
        if index >= len(self.words):
            return False
        position, parts = self.words.starts[index], self._parts(attribution)
        place = bisect_right(parts, position, key=_start) - 1
        return place < 0 or position >= parts[place].end

    def _parts(self, attribution: Attribution) -> tuple[Span, ...]:
        """An attribution's cue, source and content, sorted and disjoint; kept while the same one is looked at."""
        if self._parts_of is None or self._parts_of[0] is not attribution:
            parts = normalise((*attribution.cue, *attribution.source, *attribution.content))
            self._parts_of = (attribution, parts)
        return self._parts_of[1]

    def around(self, attribution: Attribution, openers: frozenset[str]) -> list[int]:
        """Numbers of certain free words about an attribution: first those behind its parts, then those before them.

        They stand in the sentence of its cue or source, in none of its parts, within reach of one, and no cue of
        another attribution, and no content, begins between.

        Args:
            attribution: The attribution.
            openers: The words that are looked for.
        """
        words, parts = self.words, self._parts(attribution)
        sentences = {words.sentences[words.at(span.start)] for span in attribution.cue if words.inside(span)}
        firsts = [words.at(part.start) for part in parts]
        ends = [words.at(part.end) for part in parts]
        behind: list[int] = []
        before: list[int] = []
        for place, (first, end) in enumerate(zip(firsts, ends, strict=True)):
            stop = firsts[place + 1] if place + 1 < len(parts) else len(words)
            start = ends[place - 1] if place else 0
            behind.extend(self._walk(range(end, min(stop, end + REACH)), 1, sentences))
            before.extend(self._walk(range(first - 1, max(start, first - REACH) - 1, -1), -1, sentences))
        found = dict.fromkeys((*behind, *sorted(before)))
        return [index for index in found if words.lows[index] in openers]

    def _walk(self, indices: range, step: int, sentences: set[int]) -> Iterator[int]:
        """The words up to another attribution's cue or content, or the end of the sentence."""
        edges, cues, of_sentence = self._edges[step], self._cues, self.words.sentences
        for index in indices:
            if of_sentence[index] not in sentences or index in cues or index in edges:
                return
            yield index

    def end(self, attribution: Attribution, start: int, extra: frozenset[str] = frozenset()) -> int:
        """The last word of a phrase: before a mark, another clause, a time, or one of the attribution's own parts.

        Args:
            attribution: The attribution.
            start: Number of the phrase's first word.
            extra: Further words that end it.
        """
        words, last = self.words, start
        while last + 1 < len(words) and last - start < LONGEST and self._goes_on(attribution, last, extra):
            last += 1
        while last > start and words.lows[last] in DANGLING:
            last -= 1
        return last

    def _goes_on(self, attribution: Attribution, last: int, extra: frozenset[str]) -> bool:
        words, following = self.words, last + 1
        gap, low = words.gap(last), words.lows[following]
        if words.sentences[last] != words.sentences[following] or "\n\n" in gap or any(mark in gap for mark in BREAKS):
            return False
        if low in PHRASE_ENDS or low in extra or following in self._cues or self.is_time(following):
            return False
        if low in SPEECH_VERBS and low.endswith("d"):
            return False
        return self.is_free(attribution, following)

    def is_time(self, index: int) -> bool:
        """Whether a time begins at a word: "on Tuesday", "last week", "Monday".

        Args:
            index: Number of the word.
        """
        words = self.words
        low = words.lows[index]
        if low in CALENDAR:
            return words.lows[index - 1] not in ("the", "a")  # "the Sunday Courier"
        if low in ("yesterday", "today", "tonight", "earlier", "later", "tomorrow"):
            return not words.flags[index] & CAPITAL
        following = words.lows[index + 1] if index + 1 < len(words) else ""
        if low in ("on", "in", "late", "early"):
            return following in CALENDAR or following in TIMES or (following.isdigit() and len(following) == 4)
        return low in ("last", "this", "next") and following in ("week", "month", "year", "summer", "spring", "autumn")


def _start(span: Span) -> int:
    return span.start
