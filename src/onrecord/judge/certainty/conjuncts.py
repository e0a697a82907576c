"""Conjuncts: a sentence cut into the stretches that a hedge can bear on: clauses, coordinated or subordinate.

It serves where a text is read without knowing its statements. A "that" after a word of probability goes on with what
is probable; an aside ("it is unlikely, she said, that …") cuts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.judge.certainty.lexicon import ADJECTIVES, CHANCES, DEGREES, LOCAL, NEGATORS, PREDICATES
from onrecord.judge.clause import AUXILIARIES, COMPLEMENT_VERBS, OPENERS, PRONOUNS, SPLICED, STOPS
from onrecord.judge.verbs import PAST, is_auxiliary
from onrecord.judge.wordlist import word_set

CUTTING = OPENERS - word_set("than so as without")
ENDED_BY_COMMA = CUTTING - {"that"}
"""A clause that opens with one of these ends at the next comma ("if it does not rain, …", "which had no crew, …")."""

CONJUNCTIONS = word_set("and but or yet nor so")
DETERMINERS = word_set("the a an this these those its his her their our my your no every each some")
CUTS = STOPS | word_set("( )")
HOLDING = COMPLEMENT_VERBS | ADJECTIVES | PREDICATES | CHANCES | word_set("doubt sure convinced certainty than")
SAYING = word_set(
    """said says say told tells added adds warned warns wrote writes argued argues predicted predicts insisted insists
    according acknowledged noted notes conceded estimates estimated explained reckons reckoned told thinks believes"""
)
LONGEST_ASIDE = 10
"""Words of an aside between commas."""


def conjuncts(lows: Sequence[str]) -> Iterator[range]:
    """Cut a sentence.

    Args:
        lows: Its words and marks in lower case, contractions split.

    Yields:
        Places of the words of each stretch, in order; together all of them but the marks between.
    """
    start = 0
    for place in range(1, len(lows)):
        mark = lows[place] in CUTS or (lows[place] == "," and lows[start] in ENDED_BY_COMMA)
        if mark or _opens(lows, place):
            if place > start:
                yield range(start, place)
            start = place + mark
    if start < len(lows):
        yield range(start, len(lows))


def _opens(lows: Sequence[str], place: int) -> bool:
    """Whether a stretch begins at a word."""
    word, before = lows[place], lows[place - 1]
    if word == "that":
        return not _holds(lows, place)
    if word in CUTTING:
        return True
    if before == "," and word in SPLICED | {"she", "you"}:
        return not is_aside(lows, place)
    if before in CONJUNCTIONS and place > 1:
        own = word in PRONOUNS or word in AUXILIARIES or word in DETERMINERS or word in NEGATORS
        return own or is_hedged_predicate(lows, place)
    return False


def is_hedged_predicate(lows: Sequence[str], place: int) -> bool:
    """Whether a predicate with a hedge of its own begins at a place: "left, and *almost certainly will* not return".

    Args:
        lows: The sentence's words and marks in lower case, contractions split.
        place: After a conjunction.
    """
    while place < len(lows) and lows[place] in DEGREES:
        place += 1
    if place + 1 >= len(lows) or lows[place] not in LOCAL:
        return False
    return is_auxiliary(lows, place + 1) or lows[place + 1] in PAST  # a present may be a plural: "and possibly lives"


def _holds(lows: Sequence[str], place: int) -> bool:
    """Whether "that" goes on with what a word before it hedges."""
    if lows[place - 1] in HOLDING or tuple(lows[max(place - 2, 0) : place]) in (("than", "not"), ("as", "not")):
        return True
    if lows[place - 1] != ",":
        return False
    for comma in range(place - 3, max(place - 2 - LONGEST_ASIDE, 0), -1):
        if lows[comma] == ",":
            return lows[comma - 1] in HOLDING
    return False


def is_aside(lows: Sequence[str], place: int) -> bool:
    """Whether words after a comma tell who says it and end with a comma ("…, she said, …") or with the sentence."""
    for comma in range(place, min(place + LONGEST_ASIDE, len(lows))):
        if lows[comma] == ",":
            return not SAYING.isdisjoint(lows[place:comma])
    return not SAYING.isdisjoint(lows[place : place + LONGEST_ASIDE])
