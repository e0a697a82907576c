"""Polarity: whether the main proposition of a sentence is negated, and by which word."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.judge.clause import AUXILIARIES, PRONOUNS
from onrecord.judge.verbs import PAST, PRESENT
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

ONLY = frozenset({("nothing", "more", "than"), ("nothing", "short", "of")})
"""They say that something is so, and no less."""

MAKING = word_set("make makes making")
"""Before "no mistake": it is sure."""

PLEADING = word_set("plead pleads pleaded pleading pled")
"""A plea of not guilty is made, whatever it denies."""

POSSIBILITY = word_set("rule exclude discount")
"""What is not ruled out is left possible."""

GRANTED = word_set("deny dispute help overstate overestimate overemphasise stress agree")
"""With "cannot": what cannot be denied is granted; "couldn't agree more" agrees."""

EVIDENCE = word_set("evidence indication indications sign signs proof suggestion hint hints information confirmation")
TELLING = word_set("suggest show indicate prove believe think support")
"""With "to" before them, what follows "no evidence" is the proposition: "no evidence *to suggest* that"."""

BEFORE_EVIDENCE = 3
"""Words between "no" and the noun ("no clear or convincing evidence")."""


def find_absence(lows: Sequence[str], clause: Sequence[int]) -> tuple[int, int, int] | None:
    """Find words that tell of no evidence for a proposition, which neither assert nor deny it.

    "No evidence of fraud", without a proposition of its own, is none of these: it denies that there is any.

    Args:
        lows: The sentence's words and marks in lower case.
        clause: Places of the words of its main clause.

    Returns:
        Places of the first and the last of the words ("no indications", "not seen any sign"), and of the first word of
        the proposition; None where there are none.
    """
    for place in clause:
        if lows[place] in ("no", "any"):
            first = place if lows[place] == "no" else _negation_before(lows, place)
            for noun in range(place + 1, min(place + 2 + BEFORE_EVIDENCE, len(lows))):
                after = _proposition_after(lows, noun)
                if first >= 0 and after and lows[noun] in EVIDENCE:
                    return first, noun, after
    return None


def _negation_before(lows: Sequence[str], place: int) -> int:
    """The place of a "not" shortly before "any"; -1 without."""
    for before in range(place - 1, max(place - 6, -1), -1):
        if lows[before] in ("not", "n't", "never"):
            return before
    return -1


def _proposition_after(lows: Sequence[str], noun: int) -> int:
    """The place after "that" or "to suggest (that)" behind a noun; 0 where neither follows."""
    if lows[noun + 1 : noun + 2] == ["that"]:
        verb = lows[noun + 2] if noun + 2 < len(lows) else ""
        relative = verb in AUXILIARIES or verb in PAST or verb in PRESENT or verb.endswith("ed")
        return 0 if relative else noun + 2  # "no sign that pleased her"
    if lows[noun + 1 : noun + 2] == ["to"] and lows[noun + 2 : noun + 3] and lows[noun + 2] in TELLING:
        return noun + 3 + (lows[noun + 3 : noun + 4] == ["that"])
    return 0


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
    if (word == "not" and before in BEFORE) or (word == "no" and before == "with"):
        return False
    if word == "not" and after == "guilty" and before in PLEADING:
        return False
    if (word, *lows[place + 1 : place + 3]) in ONLY or (word == "no" and after == "mistake" and before in MAKING):
        return False
    if word == "no" and after == "." and place + 2 < len(lows) and lows[place + 2][0].isdigit():
        return False  # "No. 2 in the party"
    if after in POSSIBILITY or (after in GRANTED and before in ("can", "could")):
        return False
    return not (
        word == "n't" and after in PRONOUNS and list(lows[place + 2 : place + 3]) in (["?"], [","])
    )  # "isn't it?"
