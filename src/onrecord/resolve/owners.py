"""Owners: whose a body is that every state has one of: *Norway's* Foreign Ministry is not *Sweden's*."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.gazetteer import CAPITALS, PLACES, state_of
from onrecord.resolve.names import Name
from onrecord.resolve.runs import JOINERS
from onrecord.resolve.vocabulary import BODIES_OF_STATE, BODY_FIELDS
from onrecord.resolve.words import POSSESSIVE, Words

QUALIFIERS = frozenset(
    {
        "affairs",
        "air",
        "armed",
        "border",
        "central",
        "coast",
        "commerce",
        "development",
        "digital",
        "external",
        "federal",
    }
    | {"general", "high", "human", "industry", "information", "intelligence", "internal", "investigative", "military"}
    | {
        "national",
        "religious",
        "science",
        "security",
        "services",
        "social",
        "sports",
        "technology",
        "tourism",
        "veterans",
    }
)
"""Words of such a body's name that tell it from none of another state's."""
POWERS = frozenset(
    {"army", "cabinet", "department", "force", "forces", "government", "ministry", "navy", "parliament", "staff"}
)
"""Bodies that a capital's name stands for a state's: Oslo's Foreign Ministry; not a court's or a council's."""
OF_EVERY_STATE = BODIES_OF_STATE | POWERS | {"bank", "command", "guard", "office", "prosecutor", "service"}
"""Last words of their names, or first ones: the Foreign *Ministry*, the *Ministry* of Defence."""
FURTHEST = 3
"""Words from such a name to the one behind it that tells whose it is: of, of the."""


def is_of_every_state(lows: Sequence[str]) -> bool:
    """Whether a name is of a body that every state may have one of by that name.

    Args:
        lows: Its words in lower case.
    """
    plain = [low for low in lows if low not in JOINERS]
    rest = [low for low in plain if low not in OF_EVERY_STATE]
    return len(rest) < len(plain) and all(low in BODY_FIELDS or low in QUALIFIERS for low in rest)


def owner_before(words: Words, name: Name, before: Name | None) -> Name | None:
    """The state or place that stands before such a body's name and has it: "*Norway's* Foreign Ministry".

    Args:
        words: The article's words.
        name: The body's name.
        before: The name before it in the text.
    """
    if before is None or before.last != name.first - 1 or not words.flags[before.last] & POSSESSIVE:
        return None
    known = _land(words.lows[before.first : before.last + 1], words.lows[name.first : name.last + 1])
    return before if known and is_of_every_state(words.lows[name.first : name.last + 1]) else None


def owner_behind(words: Words, name: Name, after: Name | None) -> Name | None:
    """What stands behind such a body's name and tells whose it is: "the General Staff *of Norway*".

    Args:
        words: The article's words.
        name: The body's name.
        after: The name after it in the text.
    """
    if after is None or after.first - name.last > FURTHEST or not words.adjacent(name.last):
        return None
    between = words.lows[name.last + 1 : after.first]
    return (
        after
        if between in (["of"], ["of", "the"]) and is_of_every_state(words.lows[name.first : name.last + 1])
        else None
    )


def land_of(words: Words, name: Name, owner: Name | None) -> str:
    """Whose such a body is: a state as the gazetteer calls it, another owner as printed; empty where nothing tells.

    Args:
        words: The article's words.
        name: The body's name; its first or last words may tell: the *Norwegian* Foreign Ministry, the Bank of *Norway*.
        owner: What stands before it or behind.
    """
    lows = words.lows[name.first : name.last + 1]
    if owner is not None:
        whose = words.lows[owner.first : owner.last + 1]
        return _land(whose, lows) or _land(whose[-1:], lows) or _land(whose[:1], lows) or " ".join(whose)
    for count in (2, 1):
        land = _land(lows[:count], lows)
        if land and len(lows) > count and is_of_every_state(lows[count:]):
            return land
        behind = lows[-count - 1 : -count] == ["of"] and is_of_every_state(lows[: -count - 1])
        if behind and (land := _land(lows[-count:], lows)):
            return land
    return ""


def _land(owner: Sequence[str], body: Sequence[str]) -> str:
    """The state that words name, or by its capital mean; a place by its name; empty where they are neither."""
    low = " ".join(owner)
    if low in CAPITALS and POWERS.isdisjoint(body):
        return low
    return state_of(low) or CAPITALS.get(low) or (low if low in PLACES else "")
