"""Condition: the "if" or "unless" clause that a sentence's main proposition hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.judge.wordlist import word_set

CONDITIONALS = word_set("if unless")
LONG = (("provided", "that"), ("as", "long", "as"), ("so", "long", "as"), ("on", "condition", "that"))
"""Not "in case" and "in the event of", which more often tell why."""

INTERROGATIVE = word_set(
    """ask asks asked asking see know knows knew wonder wonders wondered wondering unsure sure clear unclear check
    decide determine tell say remember doubt doubts question asked: find out"""
)
"""After these, "if" is "whether"."""

NOT_CONDITIONS = word_set("not any anything ever only so")
""""If not", "if anything", "if only" open no condition where a comma or stop follows at once or they stand alone."""

AFTERTHOUGHTS = word_set("as which because since while although though but so then")
"""After a comma, these end a clause that was not fronted ("if it rained, as it often did")."""

ENDS = word_set("; : — – ? !")


def find_condition(lows: Sequence[str]) -> tuple[int, int] | None:
    """Find the first conditional clause of a sentence.

    Args:
        lows: The sentence's words and marks in lower case.

    Returns:
        Places of its first and last word; None where there is none, or where "if" means "whether".
    """
    for place, word in enumerate(lows):
        if word in CONDITIONALS or tuple(lows[place : place + 3]) in LONG or tuple(lows[place : place + 2]) in LONG:
            if not _is_condition(lows, place):
                continue
            start = place - (place > 0 and lows[place - 1] in ("even", "only", "especially"))
            last = _end(lows, place)
            return (start, last) if last > place + 1 else None
    return None


def _is_condition(lows: Sequence[str], place: int) -> bool:
    before = lows[place - 1] if place else ""
    after = lows[place + 1] if place + 1 < len(lows) else ""
    if before in ("as", *INTERROGATIVE) and lows[place] == "if":
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
