"""Certainty: the words with which a source says how sure a sentence's main proposition is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.judge.wordlist import word_set

DEGREES = word_set(
    """very highly extremely quite almost nearly virtually practically most more less least rather fairly
    increasingly exceptionally overwhelmingly entirely absolutely only just really pretty somewhat not n't
    so too all even equally roughly reasonably"""
)
"""Words before a word of probability that belong to it ("very unlikely", "almost certainly", "not possible")."""

PROBABILITIES = word_set(
    """likely unlikely likelier likeliest probable improbable probably conceivable conceivably plausible
    implausible doubtful doubtless certainly definitely surely undoubtedly unquestionably inevitable
    inevitably perhaps maybe possibly presumably potentially apparently allegedly reportedly supposedly
    seemingly ostensibly arguably purportedly"""
)
LOCAL = word_set("perhaps maybe possibly probably potentially purportedly allegedly certainly")
BEFORE_LOCAL = word_set(", and or to into")
"""After these, an adverb hedges one phrase ("an annexation, possibly in May"), not the proposition."""
PREDICATES = word_set("possible certain unclear")
"""Words of probability only as a predicate: "certain laws" and "a possible swap" say nothing of certainty."""
BE = word_set("is 's are 're was were be been it seems looks")

MODALS = word_set("may might could")
AFTER_MODALS = word_set("well also just possibly easily conceivably yet still even")
MONTH_CUES = word_set("""in of early late since until till from last next on by mid this , between before after""")

CONCESSION = 25
"""Words within which "but" takes back a "may"."""

SEEMING = word_set("seem seems seemed appear appears appeared")
NOT_SEEMING = word_set("on in for before at as with . , ”")

OPINIONS = ("think", "guess", "suspect", "suppose", "doubt")
PHRASES: tuple[tuple[str, ...], ...] = (
    ("my", "guess", "is"),
    ("my", "sense", "is"),
    ("as", "far", "as", "i", "know"),
    ("as", "far", "as", "i", "am", "aware"),
    ("as", "far", "as", "i", "'m", "aware"),
    ("to", "my", "knowledge"),
    ("no", "doubt"),
    ("without", "doubt"),
    ("without", "a", "doubt"),
    ("beyond", "doubt"),
    ("for", "sure"),
    ("bound", "to"),
    ("sure", "to"),
    ("not", "sure"),
    ("n't", "sure"),
    ("not", "even", "sure"),
    ("percent", "sure"),
    ("percent", "certain"),
    ("percent", "confident"),
    ("cent", "sure"),
    ("cent", "certain"),
    ("utmost", "confidence"),
)
PHRASE_WORDS = frozenset(phrase[0] for phrase in PHRASES)
CHANCES = word_set("chance chances likelihood probability possibility odds")
OF_CHANCES = word_set(
    """a an no little slim good fair strong real realistic high low small remote even better great some any serious
    significant reasonable slight distinct outside fighting percent per cent pct % - one two three four five
    ten twenty hundred"""
)
"""Words before a noun of chance that belong to it ("a 30 percent chance", "little likelihood")."""


class Hedge(NamedTuple):
    """The words of a hedge, as places in a sentence, and how much it says.

    Attributes:
        first, last: Places of its first and last word.
        rank: 0 for a word of probability, 1 for a modal or a verb of seeming, 2 for an opinion.
    """

    first: int
    last: int
    rank: int


def find_hedge(lows: Sequence[str], clause: Sequence[int]) -> Hedge | None:
    """Find the hedge on the main proposition of a sentence.

    Args:
        lows: The sentence's words and marks in lower case, contractions split.
        clause: Places of the words of its main clause.

    Returns:
        The one that says most ("very unlikely" before "could"), of these the first; None where there is none, and in
        a question, which asserts nothing.
    """
    if "?" in lows[-2:] or (clause and lows[clause[0]] in ("if", "whether")):
        return None
    best = next(filter(None, (_phrase(lows, place) for place in range(clause[0] if clause else 0))), None)
    for place in clause:
        hedge = _read(lows, place, clause[0])
        if hedge and (best is None or hedge.rank < best.rank):
            best = hedge
    return best


def _read(lows: Sequence[str], place: int, first: int) -> Hedge | None:
    """The hedge whose main word stands at a place."""
    word = lows[place]
    after = lows[place + 1] if place + 1 < len(lows) else ""
    before = lows[place - 1] if place > first else ""
    if word in MODALS:
        return _modal(lows, place, before, after)
    if word in SEEMING:
        literal = word.startswith("appear") and (after in NOT_SEEMING or before == "to" or not after)
        return None if literal else Hedge(place, place + (after == "to"), 1)
    if word in PROBABILITIES or (word in PREDICATES and (before in BE or before in DEGREES)):
        start = _back(lows, place, first, DEGREES)
        if word in LOCAL and start > first and lows[start - 1] in BEFORE_LOCAL:
            return None
        return Hedge(start, place, 0)
    if word in CHANCES and after != "to":
        start = _odds(lows, place, first)
        return Hedge(start, place, 0) if start < place else None
    if word in ("i", "we") and after in OPINIONS and place <= first + 1:
        return Hedge(place, place + 1, 2)
    return _phrase(lows, place)


def _phrase(lows: Sequence[str], place: int) -> Hedge | None:
    """The fixed phrase that begins at a place."""
    word = lows[place]
    if word not in PHRASE_WORDS:
        return None
    for phrase in PHRASES:
        if tuple(lows[place : place + len(phrase)]) == phrase:
            return Hedge(place, place + len(phrase) - 1, 2 if word in ("my", "as", "to") else 0)
    return None


def _modal(lows: Sequence[str], place: int, before: str, after: str) -> Hedge | None:
    """A modal with its adverb ("may well"); not the month, and not what somebody could not do."""
    word = lows[place]
    if word == "may" and (after[:1].isdigit() or before in MONTH_CUES or not after):
        return None
    if word == "could" and (after in ("not", "n't") or before == "you"):
        return None
    if (
        word == "may" and "but" in lows[place : place + CONCESSION]
    ):  # "He may be young, but he is able": granted, not doubted
        return None
    last = place
    while last + 1 < len(lows) and lows[last + 1] in AFTER_MODALS:
        last += 1
    return Hedge(place, last, 1)


def _odds(lows: Sequence[str], place: int, first: int) -> int:
    """Where a phrase of chance begins; "in" and "to" belong to it only between numbers ("a one in five chance")."""
    start = _back(lows, place, first, OF_CHANCES)
    if start - 2 >= first and start < place and lows[start - 1] in ("in", "to", "-"):
        before = _back(lows, start - 1, first, OF_CHANCES)
        return before if before < start - 1 else start
    return start


def _back(lows: Sequence[str], place: int, first: int, belonging: frozenset[str]) -> int:
    """Where a phrase begins whose words before its last are of a kind; numbers are of every kind."""
    while place > first and (lows[place - 1] in belonging or lows[place - 1][0].isdigit()):
        place -= 1
    return place
