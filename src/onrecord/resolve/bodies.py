"""Bodies called in short: "the administration" for the Park administration, "the campaign" for Park's campaign."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import DEMONYMS
from onrecord.resolve.words import POSSESSIVE, Words
from onrecord.spans import Span

SHORTENED = frozenset({"administration", "campaign", "government"})
"""Nouns of bodies that are told by a name before them, and then called by the noun alone."""


class ShortBodies:
    """Where the bodies that are called in short stand in full.

    Args:
        words: The article's words.
        figures: Its figures.
    """

    def __init__(self, words: Words, figures: Figures) -> None:
        self.words = words
        self.figures = figures
        self._places: dict[str, list[int]] = defaultdict(list)
        for index in range(1, len(words)):
            if words.lows[index] in SHORTENED and words.adjacent(index - 1) and self._is_full(index - 1):
                self._places[words.lows[index]].append(index)

    def full(self, head: str, before: int) -> Span | None:
        """The full form of a body that was named last before a word: "Park administration".

        Args:
            head: Its noun.
            before: Number of the word.
        """
        places = self._places.get(head, [])
        place = bisect_left(places, before) - 1
        if place < 0:
            return None
        name = self.figures.at.get(places[place] - 1)
        return self.words.span(name.first if name is not None else places[place] - 1, places[place])

    def _is_full(self, index: int) -> bool:
        """Whether a word before the noun tells whose it is."""
        if index in self.figures.at:
            return True
        return self.words.lows[index] in DEMONYMS and not self.words.flags[index] & POSSESSIVE
