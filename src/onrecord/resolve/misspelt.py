"""Misspelt: a name that differs by one letter from that of somebody in the article: Hottensen, once Hottnesen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

SHORTEST, LONGEST = 6, 16
"""Letters of the names that are compared: shorter ones differ by a letter and are two people's."""

VOWELS = frozenset("aeiouy")
SHORTEST_GIVEN = 5
"""Letters of given names of which one may be a vowel for another: of shorter ones, Jan and Jon, two people's."""


class Spellings:
    """Words by what is left of them without any one letter; two that differ by a letter, or by the order of two, meet.

    Args:
        keys: The surnames of an article.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_rest: dict[str, set[str]] = defaultdict(set)
        for key in keys:
            if SHORTEST <= len(key) <= LONGEST:
                for rest in _rests(key):
                    self._by_rest[rest].add(key)

    def like(self, key: str) -> str | None:
        """The only surname that a word may be a misspelling of.

        Args:
            key: The word as names are compared.

        Returns:
            The surname, which begins with the same letter; None where none or several are like it.
        """
        if not SHORTEST <= len(key) <= LONGEST:
            return None
        found = {
            other
            for rest in _rests(key)
            for other in self._by_rest.get(rest, ())
            if other != key and other[0] == key[0] and not _is_inflected(key, other)
        }
        return found.pop() if len(found) == 1 else None


def is_variant(own: str, other: str) -> bool:
    """Whether two given names of people of one surname are one name: Kristen and Kristin, with a vowel for another.

    Not in the last place, where it tells a woman's name from a man's.

    Args:
        own: The one, as names are compared.
        other: The other.
    """
    if len(own) != len(other) or len(own) < SHORTEST_GIVEN or own[0] != other[0] or own[-1] != other[-1]:
        return False
    unlike = [(left, right) for left, right in zip(own, other, strict=True) if left != right]
    return len(unlike) == 1 and VOWELS.issuperset(unlike[0])


def _rests(key: str) -> set[str]:
    return {key, *(key[:place] + key[place + 1 :] for place in range(len(key)))}


def _is_inflected(key: str, other: str) -> bool:
    """Whether two words differ by an ending: Norland, Norlands; Hansen, Hanse."""
    longer, shorter = sorted((key, other), key=len, reverse=True)
    return len(longer) != len(shorter) and longer.startswith(shorter)
