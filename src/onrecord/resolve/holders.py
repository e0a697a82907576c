"""Holders: who has an office that ends in a name of its own: "spokesman for the *Olen Trust* *Jo Park*".

The two names run into one another; whose is whose is told by a given name and by the office before them.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.kinds import load_classifier
from onrecord.resolve.lexicon import ORG_WORDS, TITLE_NOUNS
from onrecord.resolve.names import Name, named
from onrecord.resolve.nouns import is_plain_person_noun
from onrecord.resolve.words import POSSESSIVE, SHOUTED, Words

OFFICE_PREPOSITIONS = frozenset({"of", "for", "to", "at", "from", "with"})
"""Words between an office and what it is an office of."""
REACH = 9
"""Words before a name among which the office is looked for."""
LONGEST = 6
"""Words of the longest two names that are parted."""
GIVEN, NOT_GIVEN = 0.8, 0.0
"""Log odds that a name's first word is a person's, from which it is a given name; and under which it is none."""


def part_holders(words: Words, names: Sequence[Name]) -> list[Name]:
    """Part the names of holders from the names that their offices end in.

    Args:
        words: The article's words.
        names: Its names, in order.

    Returns:
        The names, in order.
    """
    out: list[Name] = []
    for name in names:
        if _is_two(words, name):
            out.append(named(words, range(name.first, name.last - 1)))
            out.append(named(words, (name.last - 1, name.last)))
        else:
            out.append(name)
    return out


def _is_two(words: Words, name: Name) -> bool:
    """Whether a name's last two words are a person's and those before them are not, behind an office."""
    lows = words.lows[name.first : name.last + 1]
    if name.title is not None or not 2 < len(lows) <= LONGEST or len(lows) != len(name.keys):
        return False
    if lows[-1] in ORG_WORDS or words.flags[name.last] & SHOUTED:
        return False
    return _leans(lows[-2]) >= GIVEN and _leans(lows[0]) <= NOT_GIVEN and _is_behind_office(words, name.first)


def _leans(low: str) -> float:
    """How much a word leans to persons as the first of a name; nothing where it is not known."""
    row = load_classifier().known.leaning.get("first", {}).get(low)
    return row[0] if row is not None else 0.0


def _is_behind_office(words: Words, index: int) -> bool:
    """Whether what stands before a word is an office and its preposition: "the clerk to the council of"."""
    for before in range(index - 1, max(index - REACH, 0), -1):
        if not words.adjacent(before) or words.flags[before] & POSSESSIVE:
            return False
        noun = words.lows[before - 1]
        if words.lows[before] in OFFICE_PREPOSITIONS and (noun in TITLE_NOUNS or is_plain_person_noun(noun)):
            return words.adjacent(before - 1)
    return False
