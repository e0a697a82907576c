"""Phrasing: a hedge's normalised phrase: what negates it, what it is stacked with, and whether its claim is negated.

"Not likely" is a phrase of its own; "likely not" hedges a claim that has a "not". A hedge on another ("may be likely",
"I doubt it is likely") makes a phrase that no standard prints, and so has no range.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.judge.certainty.conjuncts import is_aside
from onrecord.judge.certainty.lexicon import (
    ADVERBS,
    ARTICLES,
    AT_BEST,
    BE,
    CLAIM_NEGATIONS,
    DOUBTING,
    LINKING,
    MODALS,
    NEGATORS,
    SUBJECT_NEGATIONS,
    UNBELIEVING,
    UNSAID,
)
from onrecord.judge.clause import AUXILIARIES, main_clause
from onrecord.judge.polarity import find_negation

LONGEST_CLAUSE = 40
"""Words after a hedge among which its clause's negation is looked for."""

JOINED = ((" %", "%"), (" - ", "-"), (" / ", "/"), ("can not", "cannot"))
"""Marks and words that stand apart among a sentence's words, and as they are written."""

REACH = 6
"""Words before a hedge among which what bears on it stands."""


class Phrasing(NamedTuple):
    """A hedge's words in full.

    Attributes:
        first, last: Places of its first and last word, with a negation and a modal that stand beside it.
        phrase: Normalised: lower case, without articles and without words that change nothing; " not" at its end where
            the claim is negated.
        negated: Whether the claim is.
        negation: The place of a negation of the hedge that stands apart from it; -1 without.
    """

    first: int
    last: int
    phrase: str
    negated: bool
    negation: int


def phrase_of(lows: Sequence[str], clause: Sequence[int], first: int, last: int, probability: bool) -> Phrasing:
    """Read the phrase of a hedge.

    Args:
        lows: The sentence's words and marks.
        clause: Places of the clause that it stands in.
        first: Place of the first of the hedge's own words.
        last: Place of the last.
        probability: Whether it is a word of probability, whose phrase tells of a "not" of the claim.
    """
    own = list(lows[first : last + 1])
    if own[-1] in ADVERBS and own[0] in NEGATORS and len(own) > 1 and own[-1] not in ("necessarily", "certainly"):
        first += 1  # "won't probably": the claim's own "not"
        own = own[1:]
    if lows[last + 1 : last + 2] == ["at"] and lows[last + 2 : last + 3] and lows[last + 2] in AT_BEST:
        last += 2
        own = [*own, "at", lows[last]]
    start, negation, before = _before(lows, clause, first, own)
    rest = [place for place in clause if place > last]
    negated = probability and (
        _claim_negated(lows, rest)
        or _negated_in_that(lows, last)
        or _negated_after_aside(lows, last)
        or _claim_negated_before(lows, clause, start, own)
    )
    words = [*before, *own]
    phrase = normalise(words)
    end = _adjacent_negation(lows, last) if negated else last
    return Phrasing(start, end, f"{phrase} not" if negated else phrase, negated, negation)


def normalise(words: Sequence[str]) -> str:
    """A hedge's words as a key: without articles and words that change nothing, "n't" written out."""
    kept = [("not" if word == "n't" else word) for word in words if word not in ARTICLES]
    while len(kept) > 1 and kept[0] in UNSAID:
        kept = kept[1:]
    while len(kept) > 1 and kept[-1] in UNSAID and kept[-2] != "than":  # "better than even"
        kept = kept[:-1]
    phrase = " ".join(kept)
    for apart, joined in JOINED:
        phrase = phrase.replace(apart, joined)
    return phrase


def _before(lows: Sequence[str], clause: Sequence[int], first: int, own: Sequence[str]) -> tuple[int, int, list[str]]:
    """What stands before a hedge and bears on it: where the phrase begins, a negation apart, and the words."""
    if own[-1] in ADVERBS and own[0] not in NEGATORS:
        return _stacked(lows, clause, first)
    floor = max(clause[0] if clause else 0, first - REACH)
    place = first - 1
    while place >= floor and lows[place] in LINKING:
        place -= 1
    if place >= floor and lows[place] in NEGATORS and lows[place] not in own:
        words = [low for low in lows[place + 1 : first] if low in ("at", "all", "far")]
        beside = set(lows[place + 1 : first]) <= {"at", "all"}
        return (place if beside else first), (-1 if beside else place), ["not", *words]
    if lows[max(place, 0) : place + 2] == ["no", "longer"] and "longer" not in own:
        return place, -1, ["no", "longer"]
    if place >= floor and lows[place] in MODALS:
        return place, -1, [lows[place], *(["be"] if "be" in lows[place:first] else [])]
    subject = _subject(lows, clause, first)
    if subject >= 0:
        return first, subject, ["not"]
    doubt = _doubted(lows, first)
    if doubt >= 0:
        return first, doubt, [lows[doubt] if lows[doubt] not in NEGATORS else "not think"]
    return first, -1, []


def _stacked(lows: Sequence[str], clause: Sequence[int], first: int) -> tuple[int, int, list[str]]:
    """A modal before an adverb: "could probably"."""
    start = clause[0] if clause else 0
    if first > start and lows[first - 1] in MODALS:
        return first - 1, -1, [lows[first - 1]]
    return first, -1, []


def _subject(lows: Sequence[str], clause: Sequence[int], first: int) -> int:
    """The place of a negation in the subject: "no one is likely", "neither side is likely"."""
    for place in clause[:3]:
        if place >= first:
            break
        if lows[place] in SUBJECT_NEGATIONS and lows[place + 1] not in ("doubt", "matter", "wonder", ","):
            return place if not BE.isdisjoint(lows[place + 1 : first]) else -1
    return -1


def _doubted(lows: Sequence[str], first: int) -> int:
    """The place of a word that doubts the hedge: "I doubt it is likely", "did not think it likely"."""
    for place in range(first - 1, max(first - 2 * REACH, -1), -1):
        if lows[place] in (";", ":", ".", "but"):
            return -1
        if lows[place] in DOUBTING and lows[place - 1] not in ("no", "little"):
            return place
        if lows[place] in UNBELIEVING and place and lows[place - 1] in NEGATORS:
            return place - 1
    return -1


def _claim_negated(lows: Sequence[str], places: Sequence[int]) -> bool:
    """Whether what follows a hedge is negated: "probably won't", "unlikely that she will not"."""
    places = [place for place in places if lows[place] not in ("hardly", "nowhere")]
    found = find_negation(lows, places) if places else -1
    return found >= 0 and lows[found] in CLAIM_NEGATIONS


def _negated_in_that(lows: Sequence[str], last: int) -> bool:
    """Whether the clause that "that" opens after a hedge is negated, past a relative clause in it."""
    if lows[last + 1 : last + 2] != ["that"]:
        return False
    tail = lows[last + 1 : last + 1 + LONGEST_CLAUSE]
    return _claim_negated(tail, main_clause(tail))


def _negated_after_aside(lows: Sequence[str], last: int) -> bool:
    """Whether a "not" follows the aside after a hedge: "will probably, she said, not sail"."""
    if lows[last + 1 : last + 2] != [","] or not is_aside(lows, last + 2):
        return False
    window = lows[last + 2 : last + 2 + LONGEST_CLAUSE]
    return "," in window and window[window.index(",") + 1 :][:1] in (["not"], ["never"])


def _claim_negated_before(lows: Sequence[str], clause: Sequence[int], first: int, own: Sequence[str]) -> bool:
    """Whether an adverb follows the claim's own negation: "will not sail, probably", "nobody will probably come"."""
    if own[-1] not in ADVERBS:
        return False
    for place in clause:
        if place >= first:
            break
        if lows[place] in NEGATORS and not AUXILIARIES.isdisjoint(lows[max(place - 2, 0) : place]):
            return lows[place + 1] not in ("only", "just")
        if lows[place] in SUBJECT_NEGATIONS and place < clause[0] + 2:
            return lows[place + 1] not in ("doubt", "matter", "wonder", ",")
    return False


def _adjacent_negation(lows: Sequence[str], last: int) -> int:
    """The place of a "not" that stands right after a hedge or its auxiliary; the hedge's own last place without."""
    for place in (last + 1, last + 2):
        if lows[place : place + 1] and lows[place] in NEGATORS:
            return place
    return last
