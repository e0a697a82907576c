"""Modals: whether a "may", "might", "could" or "should" says how sure a clause's proposition is."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.judge.certainty.lexicon import (
    AFTER_MODALS,
    CONCESSION,
    EXPECTED,
    SEEN,
    SOFTENING,
    TO_BE,
    WHICHEVER,
    WISHES,
)

REACH = 12
"""Words before a modal that are looked at for a wish, or for a subject that is nobody."""


def modal_end(lows: Sequence[str], place: int, first: int) -> int | None:
    """Find where a modal that hedges ends, with its adverb ("may well").

    Args:
        lows: The sentence's words and marks in lower case, contractions split.
        place: Of the modal.
        first: Of the clause's first word.

    Returns:
        The place of its last word; None of the month, and of what somebody was able or unable to do.
    """
    word = lows[place]
    before = lows[place - 1] if place > first else ""
    after = lows[place + 1] if place + 1 < len(lows) else ""
    if word == "may" and (after[:1].isdigit() or not after):
        return None
    if _is_whichever(lows, place, first):
        return None
    if word == "could" and _is_most(lows[place + 1 : place + 6]):
        return None
    if word == "could" and (after == "neither" or list(lows[place + 1 : place + 3]) == ["no", "longer"]):
        return None
    if word == "might" and (
        before in ("the", "military", "its", "their", "economic") or not after[:1].isalpha() | (after == ",")
    ):
        return None
    if word == "could" and (after in ("not", "n't") or before == "you" or _unable(lows, place, first)):
        return None
    if not WISHES.isdisjoint(lows[max(0, place - REACH) : place]):
        return None
    if word in ("may", "might") and _is_granted(lows, place):
        return None
    last = place
    while last + 1 < len(lows) and lows[last + 1] in AFTER_MODALS:
        last += 1
    last += lows[last + 1 : last + 2] in (["not"], ["n't"]) if last == place else 0
    return last


def is_expected(lows: Sequence[str], place: int) -> bool:
    """Tell whether a "should" says what is to be expected, not owed: "prices should fall", "there should be no delay".

    Args:
        lows: The sentence's words and marks in lower case.
        place: Of the "should".

    Returns:
        Whether it does.
    """
    if list(lows[place + 1 : place + 3]) == ["be", "no"] and lows[max(place - 1, 0)] == "there":
        return True
    words = [low for low in lows[place + 1 : place + 5] if low not in SOFTENING]
    if words[:1] == ["see"]:
        return words[1:2] != [] and words[1] not in SEEN
    return words[:1] != [] and (words[0] in EXPECTED or (words[0] == "be" and words[1:2] != [] and words[1] in TO_BE))


def _is_most(after: Sequence[str]) -> bool:
    """Whether what follows a "could" says that something is so in the highest degree: "(not) have been any clearer"."""
    words = [low for low in after if low not in ("not", "n't")]
    degree = words[3] if len(words) > 3 else ""
    return words[:3] == ["have", "been", "any"] and (
        degree in ("more", "less", "better", "worse") or degree.endswith("er")
    )


def _is_whichever(lows: Sequence[str], place: int, first: int) -> bool:
    """Whether a modal stands in a clause such as "whoever may have seen it", "however hard it may be"."""
    for back in range(place - 1, max(first, place - REACH) - 1, -1):
        if lows[back] in WHICHEVER:
            return True
        if lows[back] == ",":
            return False
    return False


def _is_granted(lows: Sequence[str], place: int) -> bool:
    """Whether a "but" takes back what was granted: "He may be young, but he is able", "may not know it, but"."""
    granted = lows[place + 1 : place + 2] in (["be"], ["not"]) or list(lows[place + 1 : place + 3]) == ["have", "been"]
    return granted and "but" in lows[place : place + CONCESSION]


def _unable(lows: Sequence[str], place: int, first: int) -> bool:
    """Whether "could" tells what nobody was able to do, or what was not done: "no one could", "we could have"."""
    subject = lows[first:place]
    if any(word in ("no", "nobody", "none", "neither", "nothing") for word in subject[-REACH:]):
        return True
    return lows[place + 1 : place + 2] == ["have"] and bool(subject) and subject[-1] in ("i", "we")
