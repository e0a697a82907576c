"""Clause: the certainty of one clause: its hedge, with the number that the source gives beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from onrecord.judge.certainty.hedges import Hedge, find_hedge
from onrecord.judge.certainty.lexicon import CLAIM_NEGATIONS, NEGATORS
from onrecord.judge.certainty.phrasing import normalise
from onrecord.judge.certainty.scales import Range
from onrecord.judge.certainty.stated import is_stated_word, read_stated
from onrecord.judge.mood import is_question
from onrecord.judge.polarity import find_negation
from onrecord.judge.words import Words
from onrecord.spans import Span
from onrecord.types import Certainty

RULES = ("certainty.term", "certainty.word", "certainty.modal", "certainty.opinion")
"""By a hedge's rank; "certainty.stated" where a number alone is given."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A chance in numbers, as places in a sentence."""

    first: int
    last: int
    range: Range


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure a clause is.

    Attributes:
        certainty: As the record holds it.
        negation: The words of a negation that belongs to it and stands apart ("*no one* is likely").
        rule: The rule that read it.
    """

    certainty: Certainty
    negation: Span | None
    rule: str


def find_numerals(text: str, words: Words, sentence: Sequence[int]) -> list[Numeral]:
    """Read the chances in numbers of a sentence.

    Args:
        text: The text that the words stand in.
        words: Its words.
        sentence: Numbers of the sentence's words, ascending; those left out do not belong to it.
    """
    if not any(is_stated_word(words.lows[place]) for place in sentence):
        return []
    offset = words.starts[sentence[0]]
    found = []
    for stated in read_stated(text[offset : words.ends[sentence[-1]]]):
        span = Span(stated.span.start + offset, stated.span.end + offset)
        first = bisect_left(sentence, _word_at(words, span.start))
        last = bisect_left(sentence, _word_at(words, span.end - 1))
        if last < len(sentence) and sentence[last] - sentence[first] == last - first:
            found.append(Numeral(first, last, stated.range))
    return found


def _word_at(words: Words, position: int) -> int:
    """The number of the word that a position stands in."""
    return bisect_right(words.starts, position) - 1


def read_clause(
    words: Words,
    sentence: Sequence[int],
    lows: Sequence[str],
    clause: Sequence[int],
    numerals: Sequence[Numeral],
    front: bool = False,
) -> Sure | None:
    """Read how sure a clause is.

    Args:
        words: The text's words.
        sentence: Numbers of the sentence's words.
        lows: These words in lower case.
        clause: Places in ``sentence`` of the clause's words.
        numerals: The sentence's chances in numbers.
        front: Whether a fixed phrase before the clause belongs to it.
    """
    hedge = find_hedge(lows, clause, front)
    inside = set(clause)
    numeral = next((n for n in numerals if n.first in inside or n.last in inside), None)
    if hedge is None and numeral is None:
        return None
    if numeral is None or is_question(lows):
        return None if hedge is None else _sure(words, sentence, hedge, None)
    range_ = _bearing(lows, clause, numeral)
    if hedge is not None and hedge.rank == 0 and not _overlap(hedge, numeral):
        another = lows[numeral.last + 1 : numeral.last + 2] in (["of"], ["that"])  # "…, with a 20% chance of talks"
        return _sure(words, sentence, hedge, None if another else range_)
    first, last = numeral.first, numeral.last
    if hedge is not None and _overlap(hedge, numeral):
        first, last = min(first, hedge.first), max(last, hedge.last)
    own = Hedge(first, last, 0, normalise(lows[first : last + 1]))
    return _sure(words, sentence, own, range_, "certainty.stated")


def _overlap(hedge: Hedge, numeral: Numeral) -> bool:
    return hedge.first <= numeral.last and numeral.first <= hedge.last


def _bearing(lows: Sequence[str], clause: Sequence[int], numeral: Numeral) -> Range | None:
    """A number's range, of the proposition without its "not"; None where the number itself is negated."""
    before = lows[numeral.first - 1] if numeral.first else ""
    if before in NEGATORS or lows[max(0, numeral.first - 2) : numeral.first] == ["not", "a"]:
        return None
    outside = [place for place in clause if not numeral.first <= place <= numeral.last]
    negation = find_negation(lows, outside) if outside else -1
    negated = negation >= 0 and lows[negation] in CLAIM_NEGATIONS
    return numeral.range.of_the_opposite() if negated else numeral.range


def _sure(words: Words, sentence: Sequence[int], hedge: Hedge, stated: Range | None, rule: str = "") -> Sure:
    """The hedge as a record; "n't sure" is given with the verb that it is part of."""
    first = hedge.first - (words.lows[sentence[hedge.first]] == "n't" and hedge.first > 0)
    certainty = Certainty(
        span=words.span(sentence[first], sentence[hedge.last]),
        phrase=hedge.phrase,
        stated=None if stated is None else (written(stated.low), written(stated.high)),
    )
    apart = None if hedge.negation < 0 else words.span(sentence[hedge.negation], sentence[hedge.negation])
    return Sure(certainty, apart, rule or RULES[hedge.rank])


def written(value: Decimal) -> str:
    """A chance in per cent as a decimal without an exponent: "20", "66.67", "0.0001"."""
    digits = 2 if value >= 1 or value == 0 else 1 - value.adjusted()
    return format(round(value, digits).normalize() + 0, "f")
