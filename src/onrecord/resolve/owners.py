"""Owners: whose a body is that every state has one of: *Norway's* Foreign Ministry is not *Sweden's*."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.gazetteer import CAPITALS, DEMONYMS, PLACES, STATES
from onrecord.resolve.names import Name
from onrecord.resolve.runs import JOINERS
from onrecord.resolve.vocabulary import BODIES_OF_STATE, BODY_FIELDS
from onrecord.resolve.words import POSSESSIVE, Words

QUALIFIERS = frozenset(
    {"air", "armed", "border", "central", "coast", "federal", "general", "high", "military", "national", "security"}
)
"""Words of such a body's name that tell it from none of another state's."""
OF_EVERY_STATE = BODIES_OF_STATE | {
    "bank",
    "command",
    "force",
    "forces",
    "guard",
    "office",
    "prosecutor",
    "service",
    "staff",
}
"""Last words of their names, or first ones: the Foreign *Ministry*, the *Ministry* of Defence."""


def is_of_every_state(lows: Sequence[str]) -> bool:
    """Whether a name is of a body that every state may have one of by that name.

    Args:
        lows: Its words in lower case.
    """
    plain = [low for low in lows if low not in JOINERS]
    nouns = [low for low in plain if low in OF_EVERY_STATE]
    rest = [low for low in plain if low not in OF_EVERY_STATE]
    return bool(nouns) and all(low in BODY_FIELDS or low in QUALIFIERS for low in rest)


def owner_before(words: Words, name: Name, before: Name | None) -> Name | None:
    """The state or place that stands before such a body's name and has it: "*Norway's* Foreign Ministry".

    Args:
        words: The article's words.
        name: The body's name.
        before: The name before it in the text.
    """
    if before is None or before.last != name.first - 1 or not words.flags[before.last] & POSSESSIVE:
        return None
    return before if _is_land(words, before) and is_of_every_state(words.lows[name.first : name.last + 1]) else None


def owner_behind(words: Words, name: Name, after: Name | None) -> Name | None:
    """The state or place that stands behind such a body's name: "the General Staff *of Norway*".

    Args:
        words: The article's words.
        name: The body's name.
        after: The name after it in the text.
    """
    if (
        after is None
        or after.first != name.last + 2
        or words.lows[name.last + 1] != "of"
        or not words.adjacent(name.last)
    ):
        return None
    return after if _is_land(words, after) and is_of_every_state(words.lows[name.first : name.last + 1]) else None


def _is_land(words: Words, name: Name) -> bool:
    low = " ".join(words.lows[name.first : name.last + 1])
    return low in STATES or low in CAPITALS or low in PLACES


def land_of(words: Words, name: Name, owner: Name | None) -> str:
    """Whose such a body is, as the gazetteer calls the state; empty where nothing tells.

    Args:
        words: The article's words.
        name: The body's name; its first word may tell, "*Norwegian* Foreign Ministry".
        owner: The state that stands before it, or behind.
    """
    if owner is not None:
        low = " ".join(words.lows[owner.first : owner.last + 1])
        return STATES.get(low) or CAPITALS.get(low) or low
    lows = words.lows[name.first : name.last + 1]
    land = STATES.get(lows[0]) or DEMONYMS.get(lows[0]) or ""
    return land if len(lows) > 1 and is_of_every_state(lows[1:]) else ""
