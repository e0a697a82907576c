"""Condition: the "if" or "unless" clause that a sentence's main proposition hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.judge.wordlist import word_set

CONDITIONALS = word_set("if unless")
LONG = (("provided", "that"), ("as", "long", "as"), ("so", "long", "as"), ("on", "condition", "that"))
"""Not "in case" and "in the event of", which more often tell why."""

OPENING = CONDITIONALS | {words[0] for words in LONG}

INTERROGATIVE = word_set(
    """ask asks asked asking see know knows knew wonder wonders wondered wondering unsure sure clear unclear check
    decide determine tell say understand remember worried doubt doubts question asked: find out"""
)
"""After these, "if" is "whether"."""

ADVERBS = word_set("yet now even")
"""Words that may stand between these and their "if"."""

NOT_CONDITIONS = word_set("not any anything ever only so")
""""If not", "if anything", "if only" open no condition where a comma or stop follows at once or they stand alone."""

AFTERTHOUGHTS = word_set("as which because since while although though but so then")
"""After a comma, these end a clause that was not fronted ("if it rained, as it often did")."""

ENDS = word_set("; : — – ? !")


INVERTED = word_set("had should were")
LONGEST_INVERTED = 20
"""Words within which the comma after an inverted condition has to come."""

ALONE = word_set("necessary needed required possible elected re-elected approved confirmed convicted asked")
"""With "if" alone before them these are a condition: "by force if necessary"."""


def find_condition(lows: Sequence[str], before: str = "") -> tuple[int, int] | None:
    """Find the first conditional clause of a sentence.

    Args:
        lows: The sentence's words and marks in lower case.
        before: The word that stands before them: "asked", of which an "if" goes on.

    Returns:
        Places of its first and last word; None where there is none, or where "if" means "whether".
    """
    inverted = _inverted(lows)
    if inverted is not None:
        return inverted
    for place, word in enumerate(lows):
        if word in OPENING and _opens(lows, place):
            if not _is_condition(lows, place, before):
                continue
            if lows[place + 1 : place + 2] and lows[place + 1] in ALONE and word == "if":
                return place, place + 1
            start = place - (place > 0 and lows[place - 1] in ("even", "only", "especially"))
            last = _end(lows, place)
            return (start, last) if last > place + 1 else None
    return None


def inverted_end(lows: Sequence[str]) -> int:
    """The place of the last word of a condition without "if" that stands in front; -1 where there is none."""
    found = _inverted(lows)
    return -1 if found is None else found[1]


def _inverted(lows: Sequence[str]) -> tuple[int, int] | None:
    """A condition without "if" in front of its clause: "Had the wind dropped, …", "should the dam fail, …"."""
    first = next((place for place, low in enumerate(lows[:4]) if low[0].isalnum() and low != "that"), 0)
    if lows[first : first + 1] and lows[first] in INVERTED and "?" not in lows[-2:]:
        for place in range(first + 2, min(first + LONGEST_INVERTED, len(lows) - 2)):
            if lows[place] == "," and lows[place + 1] not in ("and", "or", "but"):
                return first, place - 1
    return None


def _opens(lows: Sequence[str], place: int) -> bool:
    """Whether the words at a place open a conditional clause."""
    words = tuple(lows[place : place + 3])
    return words[0] in CONDITIONALS or words in LONG or words[:2] in LONG


def _is_condition(lows: Sequence[str], place: int, outside: str) -> bool:
    before = lows[place - 1] if place else outside
    if before in ADVERBS:
        before = lows[place - 2] if place > 1 else outside
    after = lows[place + 1] if place + 1 < len(lows) else ""
    if (before == "as" or before in INTERROGATIVE) and lows[place] == "if":
        return False
    return not (after in NOT_CONDITIONS and lows[place + 2 : place + 3] in ([","], ["."], []))


def _end(lows: Sequence[str], place: int) -> int:
    """The last word of a clause: before the comma where it is fronted, else where the sentence or its part ends."""
    fronted = place <= 3
    last = place
    for last in range(place, len(lows)):
        if lows[last] in ENDS or (lows[last] == "," and (fronted or _follows(lows, last + 1))):
            last -= 1
            break
    while last > place and not lows[last][0].isalnum() and not lows[last].startswith("'"):
        last -= 1
    return last


def _follows(lows: Sequence[str], place: int) -> bool:
    return place < len(lows) and lows[place] in AFTERTHOUGHTS
