"""Claims: a statement's content cut into propositions, each with its polarity, condition and hedge."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.judge.certainty import Hedge, find_hedge
from onrecord.judge.clause import main_clause, second_predicate
from onrecord.judge.condition import find_condition
from onrecord.judge.polarity import find_negation
from onrecord.judge.words import Words
from onrecord.spans import Span
from onrecord.types import Certainty, Claim, Step


def find_claims(
    text: str, words: Words, content: Sequence[Span], places: Sequence[int], reversed_: bool
) -> tuple[tuple[Claim, ...], tuple[Step, ...]]:
    """Read one claim from each sentence of a statement's content.

    Args:
        text: The article's text.
        words: Its words.
        content: The statement's content, sorted.
        places: Places of the content's words.
        reversed_: Whether the cue negates what is said ("denied", "does not believe").

    Returns:
        The claims, at least one, and for each negative one a step with the word that negates it.
    """
    claims: list[Claim] = []
    steps: list[Step] = []
    for sentence in _sentences(words, places):
        claim, step = _claim(text, words, sentence, reversed_)
        claims.append(claim)
        steps.extend(step)
    if not claims:
        whole = Span(content[0].start, content[-1].end)
        claims.append(Claim(span=whole, polarity="negative" if reversed_ else "positive"))
    return tuple(claims), tuple(steps)


def _sentences(words: Words, places: Sequence[int]) -> list[list[int]]:
    """The content's words by sentence; what has no word in it is none."""
    sentences: list[list[int]] = []
    for place in places:
        if not sentences or words.sentences[sentences[-1][-1]] != words.sentences[place]:
            sentences.append([])
        sentences[-1].append(place)
    return [sentence for sentence in sentences if any(words.lows[place][0].isalnum() for place in sentence)]


def _claim(text: str, words: Words, sentence: list[int], reversed_: bool) -> tuple[Claim, list[Step]]:
    lows = [words.lows[place] for place in sentence]
    clause = main_clause(lows)
    negation = find_negation(lows, clause)
    hedge = find_hedge(lows, clause) or find_hedge(lows, second_predicate(lows, clause))
    condition = find_condition(lows)
    negative = (negation >= 0) != reversed_
    claim = Claim(
        span=words.span(sentence[0], sentence[-1]),
        polarity="negative" if negative else "positive",
        condition=None if condition is None else words.span(sentence[condition[0]], sentence[condition[1]]),
        certainty=None if hedge is None else _certainty(text, words, sentence, hedge),
    )
    steps = []
    if negation >= 0:
        place = sentence[negation]
        steps.append(Step(rule="polarity.negation", spans=(words.span(place, place),)))
    return claim, steps


def _certainty(text: str, words: Words, sentence: list[int], hedge: Hedge) -> Certainty:
    """The hedge as a record; "n't sure" is given with the verb that it is part of."""
    first = hedge.first - (words.lows[sentence[hedge.first]] == "n't" and hedge.first > 0)
    span = words.span(sentence[first], sentence[hedge.last])
    return Certainty(span=span, phrase=normalise(span.of(text)))


def normalise(phrase: str) -> str:
    """A hedge's words as a key: lower case, straight apostrophes, single spaces."""
    return " ".join(phrase.lower().replace("’", "'").split())
