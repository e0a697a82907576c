"""Change: by how much something rose or fell, what it came from and went to, and how many times over it changed."""

from __future__ import annotations

from decimal import Decimal

from onrecord.judge.quantities.found import Change
from onrecord.judge.quantities.number import HALF
from onrecord.judge.quantities.tokens import Tokens
from onrecord.judge.quantities.wordnumbers import is_number_word
from onrecord.judge.wordlist import word_set

UP = word_set(
    """rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs
    climbed climbing jump jumps jumped jumping gain gains gained gaining soar soars soared soaring surge surges surged
    surging advance advances advanced advancing rally rallies rallied rallying swell swells swelled expand expands
    expanded expanding leap leaps leaped leapt spike spikes spiked raise raises raised raising appreciate appreciated
    strengthen strengthened rebound rebounds rebounded skyrocket skyrocketed accelerate accelerated upped higher lifted
    widen widened inched edged ballooned improved improve improves"""
)
DOWN = word_set(
    """fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases
    decreased decreasing lose loses lost losing slip slips slipped slipping sink sinks sank sunk slide slides slid
    plunge plunges plunged plunging plummet plummets plummeted plummeting tumble tumbles tumbled tumbling slump slumps
    slumped shed sheds shedding shrink shrinks shrank shrunk shrinking contract contracted reduce reduces reduced
    reducing dip dips dipped dipping lower lowered weaken weakened ease eased eases crash crashed slash slashed
    narrowed narrow cut cuts cutting fallen slow slowed slows retreated tanked depreciated sagged dived trimmed"""
)
DIRECTIONS: dict[str, Change] = {
    **dict.fromkeys(word_set("up upward upwards"), "up"),
    **dict.fromkeys(word_set("down downward downwards"), "down"),
}
RAISING = word_set("raise raises raised raising")
"""Of these, "from" and "to" tell more often of givers than of ends ("raised $2m from 40 donors")."""

NEEDS_BY = word_set("reduce reduces reduced reducing cut cuts cutting raise raises raised raising lower lowered")
"""Verbs of doing: "cut 300 jobs" tells what was cut, "cut by 300" by how much. Of a share, both do."""

_RISES = word_set("rise increase growth gain jump surge hike upswing uptick climb advance leap boost")
_FALLS = word_set("fall drop decline decrease loss reduction cut slump plunge dip slide discount contraction tumble")
NOUNS: dict[str, Change] = {**dict.fromkeys(_RISES, "up"), **dict.fromkeys(_FALLS, "down")}
ADVERBS = word_set(
    """by just only slightly sharply another further a an modestly steadily rapidly quickly well approximately as much
    many back even"""
)
"""Words that may stand between a verb of change and its number."""

MULTIPLES: dict[str, int | Decimal] = {
    **dict.fromkeys(word_set("doubled doubles doubling redoubled"), 2),
    **dict.fromkeys(word_set("tripled triples tripling trebled trebles trebling"), 3),
    **dict.fromkeys(word_set("quadrupled quadruples quadrupling"), 4),
    **dict.fromkeys(word_set("quintupled quintuples quintupling"), 5),
    **dict.fromkeys(word_set("halved halves halving"), HALF),
}
INFINITIVES: dict[str, int | Decimal] = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "halve": HALF}
"""Multiples only where they are verbs ("would double", "to triple"); else they are adjectives."""

BEFORE_INFINITIVE = word_set("to will would could may might can should must 'll not than nearly almost")
BEHIND = 6
"""Tokens behind a number in which its verb of change stands."""

FAR = 14
"""Tokens behind "to" and "from" in which the verb of change stands ("rose 20 pct to 60 from 50")."""

COMPARED: dict[str, Change] = {"more": "up", "fewer": "down", "less": "down"}

PARTICLED = word_set("gave give giving made make making took turned set come came end ended")
"""Verbs with which "up" and "down" are another thing ("gave up five")."""

STOPS = frozenset(".;:?!")


def find_change(tokens: Tokens, first: int, share: bool) -> tuple[Change, str] | None:
    """Find a number's part in a change from the words before it.

    Args:
        tokens: The text's tokens.
        first: First place of the number with its bound and sign of money.
        share: Whether it is a share or a point, of which "cut" tells by how much.

    Returns:
        The part and the rule; None where it has none.
    """
    before = tokens.low(first - 1)
    if before == "to" and is_changing(tokens, first - 2):
        return "to", "change.to"
    if before == "from" and is_changing(tokens, first - 2):
        return "from", "change.from"
    if before == "of" and tokens.low(first - 2) in NOUNS:
        return NOUNS[tokens.low(first - 2)], "change.noun"
    return _verb(tokens, first - 1, share)


def _verb(tokens: Tokens, place: int, share: bool) -> tuple[Change, str] | None:
    """Read "rose by just", "down about", "lost nearly" before a number."""
    by = False
    for here in range(place, place - BEHIND, -1):
        word = tokens.low(here)
        if word in DIRECTIONS:
            return None if tokens.low(here - 1) in PARTICLED else (DIRECTIONS[word], "change.word")
        if word in UP or word in DOWN:
            if word in NEEDS_BY and not by and not share:
                return None
            return "up" if word in UP else "down", "change.verb"
        if word not in ADVERBS and not word.endswith("ly"):
            break
        by = by or word == "by"
    if by and (carried := _last(tokens, place)):
        return carried, "change.carried"
    return None


def _last(tokens: Tokens, place: int) -> Change | None:
    """The last direction of the sentence, for "A was down 2.3%, B by 2.6%"."""
    for here in range(place, max(place - FAR, -1), -1):
        word = tokens.low(here)
        if word in STOPS or tokens.kind(here) == "break":
            return None
        if word in UP or DIRECTIONS.get(word) == "up":
            return "up"
        if word in DOWN or DIRECTIONS.get(word) == "down":
            return "down"
    return None


def is_changing(tokens: Tokens, place: int) -> bool:
    """Whether a word of change stands at a place or not far before it, in the same sentence.

    Args:
        tokens: The text's tokens.
        place: The place.
    """
    for here in range(place, max(place - FAR, -1), -1):
        word = tokens.low(here)
        if word in STOPS or tokens.kind(here) == "break":
            return False
        if word in RAISING:
            continue
        if word in UP or word in DOWN or word in DIRECTIONS or word in NOUNS or word in MULTIPLES:
            return True
    return False


def noun_after(tokens: Tokens, end: int) -> Change | None:
    """The direction of the noun that a quantity stands before: "a 6.5 percent drop", "a 35% pay rise".

    Args:
        tokens: The text's tokens.
        end: The place after the quantity.
    """
    for here in range(end, end + 3):
        word = tokens.low(here)
        if word in NOUNS:
            return NOUNS[word]
        if not tokens.is_word(here) or word in ("of", "in", "to", "for", "and", "at", "on", "from", "the", "a"):
            break
    return None


def than_after(tokens: Tokens, end: int) -> Change | None:
    """The direction of a difference: "two more than had been counted", not "at 40 more than half had left".

    Args:
        tokens: The text's tokens.
        end: The place after a number that nothing stands behind: no noun, no unit.
    """
    word = tokens.low(end)
    if word not in COMPARED or tokens.low(end + 1) != "than":
        return None
    behind = tokens.low(end + 2)
    bounds = tokens.is_number(end + 2) or is_number_word(behind) or behind in ("a", "an", "half", "one")
    return None if bounds else COMPARED[word]


def read_multiple(tokens: Tokens, place: int) -> tuple[Decimal, Change | None] | None:
    """Read a word that tells how many times over something changed: "quadrupled", "halved", "to triple".

    Args:
        tokens: The text's tokens.
        place: The word's place.

    Returns:
        The number of times, less than one of what shrank, and the direction; None where the word is no such one.
    """
    word = tokens.low(place)
    times = MULTIPLES.get(word)
    if times is None and word in INFINITIVES and tokens.low(place - 1) in BEFORE_INFINITIVE:
        times = INFINITIVES[word]
    if times is None:
        return None
    if word == "halves" and tokens.low(place - 1) not in ("it", "this", "that", "which"):
        return None
    return Decimal(times), "down" if times < 1 else "up"
