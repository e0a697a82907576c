"""Polarity: whether the main proposition of a sentence is negated, and by which word."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.judge.clause import AUXILIARIES, PRONOUNS
from onrecord.judge.wordlist import word_set

NEGATIONS = word_set("not n't no never none nothing nobody nowhere neither nor hardly")

AFTER = {
    "not": word_set("only just merely simply least necessarily surprisingly exactly to"),
    "no": word_set("doubt matter wonder less later sooner question surprise one's"),
    "nothing": frozenset(["but", "less"]),
    "none": frozenset(["other"]),
}
"""What follows a negation that does not negate the proposition ("not only", "no doubt")."""

BEFORE = word_set("by for of from with or if about at against on and ,")
"""What stands before a negation of a part ("by not sending", "or not", "and not a donation")."""

POSSIBILITY = word_set("rule exclude discount")
"""What is not ruled out is left possible."""

GRANTED = word_set("deny dispute help overstate overestimate overemphasise stress agree")
"""With "cannot": what cannot be denied is granted; "couldn't agree more" agrees."""


def find_negation(lows: Sequence[str], clause: Sequence[int]) -> int:
    """Find the word that negates the main proposition of a sentence.

    Args:
        lows: The sentence's words and marks in lower case, contractions split ("do", "n't").
        clause: Places of the words of its main clause.

    Returns:
        The word's place; -1 where the proposition is not negated.
    """
    for place in clause:
        if lows[place] in NEGATIONS and _negates(lows, place, clause[0]):
            return place
    return -1


def _negates(lows: Sequence[str], place: int, first: int) -> bool:
    """Whether a negation negates the proposition, and not a word or phrase in it."""
    word = lows[place]
    before = lows[place - 1] if place > first else ""
    after = lows[place + 1] if place + 1 < len(lows) else ""
    if after in AFTER.get(word, ()):
        return after == "to" and (
            place <= first + 1 or before in AUXILIARIES
        )  # "urged not to go", "the plan is not to"
    if word == "not" and before in BEFORE:
        return False
    if after in POSSIBILITY or (after in GRANTED and before in ("can", "could")):
        return False
    return not (
        word == "n't" and after in PRONOUNS and list(lows[place + 2 : place + 3]) in (["?"], [","])
    )  # "isn't it?"
