"""Reading: every hedge of a text, with whose it is and the stretch that it bears on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from onrecord.judge.certainty.clause import Sure, find_numerals, read_clause
from onrecord.judge.certainty.conjuncts import CONJUNCTIONS, SAYING, conjuncts
from onrecord.judge.certainty.lexicon import REPORTED
from onrecord.judge.certainty.months import name_months
from onrecord.judge.lexicon import cue_table, find_phrases
from onrecord.judge.words import Words
from onrecord.segment import find_quotations
from onrecord.segment.article import Article
from onrecord.segment.paragraphs import find_paragraphs
from onrecord.segment.sentences import find_sentences
from onrecord.spans import Span
from onrecord.types import Certainty

Whose = Literal["source", "reporter"]


@dataclass(frozen=True, slots=True)
class Found:
    """A hedge in a text.

    Attributes:
        certainty: Its words, phrase and number, as a claim holds them.
        negation: Words of a negation that belongs to it and stands apart from it; None without.
        claim: The stretch that it bears on.
        whose: "source" inside quotation marks and in a sentence that says who said it, else the reporter's.
        rule: The rule that read it.
    """

    certainty: Certainty
    negation: Span | None
    claim: Span
    whose: Whose
    rule: str


def read_certainty(text: str) -> tuple[Found, ...]:
    """Read the hedges of a text, at most one for each clause, in time linear in its length.

    Args:
        text: Any text: a sentence or a whole report.

    Returns:
        The hedges in the order of their clauses, with spans in the text.
    """
    article = _cut(text)
    words = Words(article)
    quoted = [quotation.span for quotation in article.quotations if quotation.depth == 0]
    found: list[Found] = []
    for _, places in groupby(range(len(words)), key=lambda place: words.sentences[place]):
        found.extend(_sentence(article, quoted, words, list(places)))
    return tuple(found)


def _cut(text: str) -> Article:
    """The whole text as paragraphs that are read, captions and bylines too."""
    paragraphs = find_paragraphs(text)
    return Article(text, (), tuple(paragraphs), find_sentences(text, paragraphs), find_quotations(text, paragraphs), ())


def _sentence(article: Article, quoted: Sequence[Span], words: Words, places: Sequence[int]) -> Iterator[Found]:
    lows = [words.lows[place] for place in places]
    numerals = find_numerals(article.text, words, places)
    attributed = bool(find_phrases(words, places, cue_table())) or not SAYING.isdisjoint(lows)
    named = name_months(article.text, words, places, lows)
    for stretch in conjuncts(lows):
        sure = read_clause(words, places, named, stretch, numerals)
        if sure is not None:
            ends = [place for place in stretch if lows[place][0].isalnum() and lows[place] not in CONJUNCTIONS]
            claim = words.span(places[ends[0]], places[ends[-1]])
            whose = _whose(quoted, words, sure, attributed)
            yield Found(sure.certainty, sure.negation, claim, whose, sure.rule)


def _whose(quoted: Sequence[Span], words: Words, sure: Sure, attributed: bool) -> Whose:
    """Whose a hedge is. "She apparently said" and "reportedly", outside quotation marks, are the reporter's."""
    span = sure.certainty.span
    near = bisect_right(quoted, span.start, key=lambda one: one.start) - 1
    if near >= 0 and quoted[near].covers(span):
        return "source"
    after = words.at(span.end)
    of_cue = after < len(words) and words.lows[after] in SAYING
    return "source" if attributed and not of_cue and sure.certainty.phrase not in REPORTED else "reporter"
