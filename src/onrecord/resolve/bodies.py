"""Bodies called in short: "the administration" for the Park administration, "the Tories" for their party."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import DEMONYMS
from onrecord.resolve.nouns import singular
from onrecord.resolve.phrases import PEOPLE_ENDINGS, Phrase
from onrecord.resolve.vocabulary import BODY_FIELDS
from onrecord.resolve.words import POSSESSIVE, Words
from onrecord.spans import Span

SHORTENED = frozenset({"administration", "campaign", "government", "ministry", "regiment"})
"""Nouns of bodies that are told by a name before them, and then called by the noun alone."""
FIELDED, FIELDS = frozenset({"ministry"}), 3
"""Those whose field stands between: Norland's *foreign* ministry; and how many words tell it at most."""

PARTIES = frozenset(
    {"conservative", "democrat", "green", "liberal", "libertarian", "nationalist", "republican", "socialist", "tory"}
)
"""Words for a party's people."""
MEMBERS = frozenset({"democrats", "gop", "republicans"})
"""A party's members who are spoken of as one body; of others ("Tories said") some are meant."""
CHAMBERS = frozenset({"congressional", "house", "senate"})


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
            if words.lows[index] in SHORTENED and words.adjacent(index - 1) and self._start(index) is not None:
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
        start = self._start(places[place])
        return self.words.span(start, places[place]) if start is not None else None

    def _start(self, noun: int) -> int | None:
        """Where a body's full form begins: with whose it is, which a ministry's field follows; None in a short one."""
        index, lows = noun - 1, self.words.lows
        if lows[noun] in FIELDED:
            while index and lows[index] in BODY_FIELDS and noun - index <= FIELDS and self.words.adjacent(index - 1):
                index -= 1
        name = self.figures.at.get(index)
        if name is not None:
            return name.first
        people = lows[index] in DEMONYMS and not self.words.flags[index] & POSSESSIVE
        return index if people else None


def is_party(words: Words, phrase: Phrase) -> bool:
    """Whether many with an article are their party, "the Tories"; without one they are some of its people.

    Args:
        words: The article's words.
        phrase: The description.
    """
    alone = phrase.head - phrase.first == 1 and phrase.last == phrase.head and phrase.plural
    return alone and words.lows[phrase.first] == "the" and singular(words.lows[phrase.head]) in PARTIES


def are_members(words: Words, phrase: Phrase) -> bool:
    """Whether a party's members go by its name alone, or with their chamber: "Democrats", "House Republicans".

    Of 224 such sources of the 1,400 labelled articles 155 are labelled as a name; with "some", "many" or an adjective
    hardly any.

    Args:
        words: The article's words.
        phrase: The description.
    """
    bare = phrase.head == phrase.last and words.lows[phrase.head] in MEMBERS
    before = [low for low in words.lows[phrase.first : phrase.head] if low != "the"]
    return bare and (not before or (len(before) == 1 and before[0] in CHAMBERS))


def state_of_people(words: Words, figures: Figures, phrase: Phrase) -> Figure | None:
    """The state that "the Norlandic side" and "the French" stand for, where the text names it.

    Args:
        words: The article's words.
        figures: Its figures.
        phrase: The description.
    """
    low, before = words.lows[phrase.head], words.lows[phrase.head - 1]
    if words.lows[phrase.first] != "the" or phrase.last > phrase.head:
        return None
    if phrase.head - phrase.first == 2 and low == "side" and before in DEMONYMS:
        return figures.by_state.get(DEMONYMS[before])
    if phrase.head - phrase.first == 1 and low in DEMONYMS and low.endswith(PEOPLE_ENDINGS):
        return figures.by_state.get(DEMONYMS[low])
    return None
