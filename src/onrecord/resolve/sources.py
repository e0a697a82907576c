"""Sources: the source words of a statement cut into the sources that they name, with the names set beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.resolve.apposition import behind, beside, beside_many, holder, named, with_place
from onrecord.resolve.figures import Figures
from onrecord.resolve.joint import RELATIVES, conjuncts, listed, parts_of, together
from onrecord.resolve.nouns import noun_kind
from onrecord.resolve.pairs import FORMER, LATTER, PAIRS
from onrecord.resolve.phrases import DETERMINERS, Phrase, read_phrase, read_pronoun
from onrecord.resolve.words import CAPITAL, POSSESSIVE, SHOUTED, Words
from onrecord.spans import Span

TOGETHER = 3
"""Words that may stand between two pieces of one source."""
COPULAS = frozenset({"are", "be", "been", "being", "had", "has", "have", "is", "was", "were"})
LISTING = frozenset({"committee", "department", "institute", "ministry", "subcommittee"})
"""Nouns of bodies whose fields may be parted by commas."""
BREAKS = (",", "(", "–", "—", ";", ":", "<", "--", " - ")


def read_source(words: Words, figures: Figures, source: Sequence[Span], cue: Sequence[Span]) -> tuple[Phrase, ...]:
    """Read source words into the sources that they name; several where they are joined by "and".

    Args:
        words: The article's words.
        figures: Its figures.
        source: The spans of the source words.
        cue: The spans of the cue; of source words far from one another those nearest to it are read.

    Returns:
        Phrases in order; none where the spans hold no word.
    """
    indices = [index for span in _near_cue(words, source, cue) for index in words.inside(span)]
    if all(words.lows[index] in COPULAS for index in indices):  # "who asked not to be named, said ministers *were*"
        return ()
    if len(indices) == 1 and words.lows[indices[0]] == "the":
        indices = _with_noun(words, indices[0])
    pronoun = read_pronoun(words, figures, indices)
    if pronoun is not None:
        return (pronoun,)
    segments = _whole_segments(words, figures, _segments(words, figures, indices))
    officer = _behind_list(words, figures, segments)
    if officer is not None:
        return (officer,)
    phrases = listed(words, figures, segments)
    if phrases:
        return phrases
    phrases = tuple(read_phrase(words, figures, part) for part in conjuncts(words, figures, segments[0]))
    if len(phrases) == 1:
        many = beside_many(words, figures, phrases[0], parts_of(words, figures, segments[1:]))
        if many:
            return many
        phrase = phrases[0]
        name = (
            holder(words, figures, phrase)
            or named(words, figures, phrase)
            or beside(words, figures, phrase, segments[1:])
            or behind(words, figures, phrase)
        )
        return (name or with_place(words, figures, phrase, segments[1:]),)
    last = beside(words, figures, phrases[-1], segments[1:])
    if last is not None:
        phrases = (*phrases[:-1], last)
    return phrases if any(phrase.form != "description" for phrase in phrases) else (together(phrases),)


def _with_noun(words: Words, article: int) -> list[int]:
    """An article alone with the noun that a model left out of a source: "the *latter*", "the *pair*"."""
    told = words.adjacent(article) and words.lows[article + 1] in {FORMER, LATTER, *PAIRS}
    return [article, article + 1] if told else [article]


def _near_cue(words: Words, source: Sequence[Span], cue: Sequence[Span]) -> Sequence[Span]:
    """The pieces of a source that stand together next to the cue: a model may link a second source to it."""
    if len(source) < 2 or not cue:
        return source
    pieces: list[list[Span]] = [[source[0]]]
    for before, span in pairwise(source):
        first, last = words.at(span.start), words.at(before.end)
        together = first - last <= TOGETHER and words.text[before.end : span.start].count("\n") == 0
        if not together:
            pieces.append([])
        pieces[-1].append(span)
    return min(pieces, key=lambda piece: max(piece[0].start - cue[0].end, cue[0].start - piece[-1].end))


def _segments(words: Words, figures: Figures, indices: Sequence[int]) -> list[list[int]]:
    """The words cut at commas, brackets, dashes and relative pronouns, never inside a name or its office."""
    segments = [[indices[0]]]
    for before, index in pairwise(indices):
        name = figures.at.get(index)
        gap = words.text[words.stops[before] : words.starts[index]]
        relative = words.lows[index] in RELATIVES and not words.flags[index] & SHOUTED
        within = (name is not None and name.first <= before) or (before in figures.titles and "," not in gap)
        within = within or (gap == "–" and bool(words.flags[before] & words.flags[index] & CAPITAL))  # a Halm–Oslo poll
        within = within or (gap.strip() == "(" and _are_letters(words, index, indices[-1]))
        if (relative or any(mark in gap for mark in BREAKS)) and not within:
            segments.append([])
        segments[-1].append(index)
    return _with_adjectives(words, figures, segments)


def _behind_list(words: Words, figures: Figures, segments: Sequence[list[int]]) -> Phrase | None:
    """Whose office ends in a list of fields: chairman of the Committee on *Ports, Tides, and Trade Sen. Jo Park*."""
    first = segments[0]
    listing = any(words.lows[index] in LISTING and words.lows[index + 1] in ("on", "of", "for") for index in first[:-1])
    if len(segments) < 2 or not listing or first[0] in figures.at or first[0] in figures.titles:
        return None
    titled = {
        name.first: name
        for segment in segments[1:]
        for index in segment
        if (name := figures.at.get(index)) and name.title
    }
    name = next(iter(titled.values()), None)
    if len(titled) != 1 or name is None or name.title is None or read_phrase(words, figures, first).plural:
        return None
    segment = next(one for one in segments[1:] if name.first in one)
    fields = range(segment[0], name.title[0])
    plain = all(words.flags[index] & CAPITAL or words.lows[index] == "and" for index in fields)
    return Phrase(first[0], name.last, name.last, "name", name=name, kind="person") if plain else None


def _are_letters(words: Words, index: int, last: int) -> bool:
    """Whether a body's letters stand in brackets before its officer: Harlow Port Authority *(HPA)* chairman Jo Park."""
    officer = index < last and noun_kind(words.lows[index + 1]) == "person"
    return officer and words.gap(index).strip() == ")" and bool(words.flags[index] & SHOUTED)


def _whole_segments(words: Words, figures: Figures, segments: list[list[int]]) -> list[list[int]]:
    """Without the end of another phrase before a person's name: at the coroner's *court, Ann Lee* said."""
    first = segments[0][0]
    cut_off = first > 0 and words.adjacent(first - 1) and bool(words.flags[first - 1] & POSSESSIVE)
    if len(segments) < 2 or not cut_off or noun_kind(words.lows[segments[0][-1]]) == "person":
        return segments
    figure = figures.of.get(segments[1][0])
    return segments[1:] if figure is not None and figure.kind == "person" else segments


def _with_adjectives(words: Words, figures: Figures, segments: list[list[int]]) -> list[list[int]]:
    """The segments, the first two as one where the first ends in an adjective: "the *independent, neutral* Trust"."""
    if len(segments) < 2 or len(segments[0]) != 2 or words.lows[segments[0][0]] not in DETERMINERS:
        return segments
    adjective = segments[0][1]
    comma = words.gap(adjective) == ", " and segments[1][0] == adjective + 1
    small = not words.flags[adjective] & CAPITAL and adjective not in figures.at
    if not (comma and small) or noun_kind(words.lows[adjective]) is not None:
        return segments
    return [[*segments[0], *segments[1]], *segments[2:]]
