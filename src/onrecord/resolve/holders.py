"""Holders: who has an office that ends in a name of its own: "spokesman for the *Olen Trust* *Jo Park*".

The two names run into one another; whose is whose is told by the office before them, and by a given name, by a surname
that stands alone elsewhere behind a whole body or place, or by an office's field: director for *Research* Jo Park.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from onrecord.resolve.gazetteer import CAPITALS, PLACES, STATES
from onrecord.resolve.kinds import load_classifier
from onrecord.resolve.lexicon import ORG_WORDS, TITLE_MODIFIERS, TITLE_NOUNS
from onrecord.resolve.names import Name, named
from onrecord.resolve.nouns import is_plain_person_noun
from onrecord.resolve.runs import JOINERS
from onrecord.resolve.words import POSSESSIVE, SHOUTED, Words

OFFICE_PREPOSITIONS = frozenset({"of", "for", "to", "at", "from", "with"})
"""Words between an office and what it is an office of."""
REACH = 9
"""Words before a name among which the office is looked for."""
LONGEST = 12
"""Words of the longest two names that are parted."""
CHAMBERS = frozenset({"commons", "deputies", "lords", "representatives"})
"""Last words of a parliament's name, which a body's noun or somebody's name follows: House of *Representatives*."""
GIVEN, NOT_GIVEN = 0.8, 0.0
"""Log odds that a name's first word is a person's, from which it is a given name; and under which it is none."""
FIELD_HOLDER = 4
"""Words of the longest field and person's name."""


def part_holders(words: Words, names: Sequence[Name]) -> list[Name]:
    """Part the names of holders from the names that their offices end in.

    Args:
        words: The article's words.
        names: Its names, in order.

    Returns:
        The names, in order; an office's field is none.
    """
    alone = {name.keys[0] for name in names if len(name.keys) == 1}
    out: list[Name] = []
    for name in names:
        first = _holder_at(words, name, alone)
        if first is None:
            out.append(name)
            continue
        if not _is_field(words, name.first, first):
            out.append(named(words, range(name.first, first)))
        out.append(named(words, range(first, name.last + 1)))
    return out


def _holder_at(words: Words, name: Name, alone: Container[str]) -> int | None:
    """Number of the word in a name behind an office at which its holder's name begins; None where none does."""
    lows = words.lows[name.first : name.last + 1]
    if name.title is not None or not 2 < len(lows) <= LONGEST or lows[-1] in ORG_WORDS or lows[-2] in JOINERS:
        return None
    if words.flags[name.last] & SHOUTED or not _is_behind_office(words, name.first):
        return None
    start, parted = name.last - 1, lows[-3] not in JOINERS and _leans(lows[0]) <= NOT_GIVEN
    if parted and (_leans(lows[-2]) >= GIVEN or lows[-3] in CHAMBERS):
        return start
    if _is_field(words, name.first, name.first + 1):
        short = len(lows) <= FIELD_HOLDER and all(low not in JOINERS and low not in ORG_WORDS for low in lows[1:])
        return name.first + 1 if short else None
    return start if parted and name.keys[-1] in alone and _is_whole(lows[:-2]) else None


def _is_field(words: Words, first: int, stop: int) -> bool:
    """Whether words are an office's field and no body: vice president for *Communications*."""
    return stop - first == 1 and words.lows[first] in TITLE_MODIFIERS and words.lows[first - 1] in ("for", "of")


def _is_whole(lows: Sequence[str]) -> bool:
    """Whether words name a body or a place that nothing needs to follow: the House of Representatives, Oslo."""
    whole = " ".join(lows)
    return lows[-1] in ORG_WORDS or whole in CAPITALS or whole in STATES or whole in PLACES


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
