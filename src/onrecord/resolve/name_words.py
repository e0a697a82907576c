"""Name words: what the words of names mostly name, and how often a word is written small, learned from many articles.

Made by ``training/kinds.py`` into ``kinds.json`` beside this file. A word that few names have is not in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

ENDS = ("single", "first", "last")
"""Where a word stands in a name, if it is not inner."""
LEANINGS = ("person", "organisation", "place", "thing")
"""What a word may lean to. A thing is a work, product, event or law, or no name at all."""
INNER = "inner"


class NameWords(NamedTuple):
    """What is known of the words of names.

    Attributes:
        leaning: Place in a name → word → log odds of each of ``LEANINGS`` against what is usual there.
        small: Word → share of its uses, where nothing about their place asks for a capital, in which it has none.
    """

    leaning: Mapping[str, Mapping[str, Sequence[float]]]
    small: Mapping[str, float]

    def features(self, lows: Sequence[str]) -> dict[str, float]:
        """What the words of a name lean to.

        Args:
            lows: They, in lower case.
        """
        found: dict[str, float] = {}
        ends = [("single", lows[0])] if len(lows) == 1 else [("first", lows[0]), ("last", lows[-1])]
        for place, low in ends:
            self._add(place, [low], found)
            share = self.small.get(low)
            if share is None:
                found[f"small {place} ?"] = 1
            else:
                found[f"small {place}"] = share
                found[f"small {place} {'yes' if share > MOSTLY else 'no' if share < SELDOM else 'both'}"] = 1
        self._add(INNER, lows[1:-1], found)
        return found

    def _add(self, place: str, lows: Sequence[str], found: dict[str, float]) -> None:
        table = self.leaning.get(place, {})
        known = [table[low] for low in lows if low in table]
        for row in known:
            for name, odds in zip(LEANINGS, row, strict=True):
                key = f"leans {place} {name}"
                found[key] = found.get(key, 0.0) + odds / len(known)
        if not known and place != INNER:
            found[f"leans {place} ?"] = 1


MOSTLY, SELDOM = 0.9, 0.05
"""Shares above and below which a word is mostly, or hardly ever, written small."""
NOTHING_KNOWN = NameWords({}, {})
