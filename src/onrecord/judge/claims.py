"""Claims: a statement's content cut into propositions, each with its polarity, condition and hedge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.judge.certainty import Sure, conjuncts, find_numerals, read_clause
from onrecord.judge.clause import main_clause, second_predicate
from onrecord.judge.condition import find_condition
from onrecord.judge.polarity import find_negation
from onrecord.judge.words import Words
from onrecord.spans import Span
from onrecord.types import Claim, Step


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
    sure = _certainty(text, words, sentence, lows, clause)
    condition = find_condition(lows)
    negative = (negation >= 0) != reversed_
    claim = Claim(
        span=words.span(sentence[0], sentence[-1]),
        polarity="negative" if negative else "positive",
        condition=None if condition is None else words.span(sentence[condition[0]], sentence[condition[1]]),
        certainty=None if sure is None else sure.certainty,
    )
    steps = []
    if negation >= 0:
        place = sentence[negation]
        steps.append(Step(rule="polarity.negation", spans=(words.span(place, place),)))
    if sure is not None:
        spans = (sure.certainty.span,) if sure.negation is None else (sure.negation, sure.certainty.span)
        steps.append(Step(rule=sure.rule, spans=tuple(sorted(spans)), note=sure.certainty.phrase))
    return claim, steps


def _certainty(
    text: str, words: Words, sentence: Sequence[int], lows: Sequence[str], clause: Sequence[int]
) -> Sure | None:
    """How sure a sentence is, by its main clause, else by a second predicate of the same subject."""
    numerals = find_numerals(text, words, sentence)
    for places in (clause, second_predicate(lows, clause), *_coordinated(lows, clause)):
        sure = read_clause(words, sentence, lows, places, numerals, front=places is clause)
        if sure is not None:
            return sure
    return None


def _coordinated(lows: Sequence[str], clause: Sequence[int]) -> Iterator[range]:
    """The clauses after the main one that "and" or "but" opens and that have a subject of their own."""
    last = clause[-1] if clause else len(lows)
    for stretch in conjuncts(lows):
        if stretch.start > last and lows[stretch.start - 1] in ("and", "but"):
            yield stretch
