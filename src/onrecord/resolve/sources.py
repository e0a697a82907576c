"""Sources: the source words of a statement cut into the sources that they name, with the names set beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.resolve.apposition import behind, beside, beside_many, holder, with_place
from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import DEMONYMS
from onrecord.resolve.nouns import noun_kind
from onrecord.resolve.phrases import DETERMINERS, Phrase, read_phrase, read_pronoun
from onrecord.resolve.vocabulary import POSTMODIFIERS
from onrecord.resolve.words import CAPITAL, SHOUTED, Words
from onrecord.spans import Span
from onrecord.types import EntityKind

ADJECTIVES = frozenset(DEMONYMS) | {"western", "eastern", "local", "foreign", "federal", "state", "national", "senior"}
"""Words that are no source before "and" and another of them."""
FIELD_ENDINGS = ("cal", "ial", "mic")
"""Endings of adjectives that open a source, before "and" and a noun: *political* and space expert."""
TOGETHER = 3
"""Words that may stand between two pieces of one source."""
RELATIVES = frozenset({"who", "whom", "whose", "which"})
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
    if not indices:
        return ()
    pronoun = read_pronoun(words, figures, indices)
    if pronoun is not None:
        return (pronoun,)
    segments = _segments(words, figures, indices)
    phrases = _listed(words, figures, segments)
    if phrases:
        return phrases
    phrases = tuple(read_phrase(words, figures, part) for part in _conjuncts(words, figures, segments[0]))
    if len(phrases) == 1:
        many = beside_many(words, figures, phrases[0], _parts(words, figures, segments[1:]))
        if many:
            return many
        phrase = phrases[0]
        name = (
            holder(words, figures, phrase)
            or beside(words, figures, phrase, segments[1:])
            or behind(words, figures, phrase)
        )
        return (name or with_place(words, figures, phrase, segments[1:]),)
    last = beside(words, figures, phrases[-1], segments[1:])
    if last is not None:
        phrases = (*phrases[:-1], last)
    return phrases if any(phrase.form != "description" for phrase in phrases) else (_together(phrases),)


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
        if (relative or any(mark in gap for mark in BREAKS)) and not within:
            segments.append([])
        segments[-1].append(index)
    return _with_adjectives(words, figures, segments)


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


def _listed(words: Words, figures: Figures, segments: Sequence[list[int]]) -> tuple[Phrase, ...]:
    """Names in a row, "A, B and C"; nothing where what a comma parts is no name of its own."""
    if len(segments) < 2 or not any(words.lows[index] == "and" for index in segments[-1]):
        return ()
    phrases = [read_phrase(words, figures, part) for part in _parts(words, figures, segments)]
    return tuple(phrases) if len(phrases) > 1 and all(phrase.form == "name" for phrase in phrases) else ()


def _parts(words: Words, figures: Figures, segments: Sequence[list[int]]) -> list[list[int]]:
    """The words of the segments, each cut at "and", without one that opens it."""
    own = (segment[1:] if words.lows[segment[0]] == "and" else segment for segment in segments)
    return [part for segment in own if segment for part in _conjuncts(words, figures, segment)]


def _conjuncts(words: Words, figures: Figures, indices: Sequence[int]) -> list[list[int]]:
    """The words cut at "and" where that joins two sources; not behind a preposition, nor inside a name."""
    parts: list[list[int]] = [[]]
    for place, index in enumerate(indices):
        low = words.lows[index]
        joins = low in ("and", "or") and index not in figures.at and parts[-1] and place + 1 < len(indices)
        if joins and not _are_adjectives(words, figures, parts[-1], indices[place + 1 :]):
            parts.append([])
            continue
        parts[-1].append(index)
        if low in POSTMODIFIERS and index not in figures.at:
            parts[-1].extend(indices[place + 1 :])
            break
    return parts


def _are_adjectives(words: Words, figures: Figures, before: Sequence[int], after: Sequence[int]) -> bool:
    """Whether "and" joins two adjectives of one noun: "*Norlandic and Velmoran* negotiators"."""
    left, right = words.lows[before[-1]], words.lows[after[0]]
    noun = len(after) > 1 and after[1] not in figures.at and words.adjacent(after[0])
    pair = left in ADJECTIVES and right in ADJECTIVES
    return noun and (pair or (len(before) == 1 and left.endswith(FIELD_ENDINGS) and noun_kind(left) is None))


def _together(phrases: Sequence[Phrase]) -> Phrase:
    """Several descriptions as one: "campaigners and politicians"."""
    kinds = {phrase.kind for phrase in phrases}
    kind: EntityKind = "organisation" if kinds == {"organisation"} else "document" if kinds == {"document"} else "group"
    return Phrase(
        first=phrases[0].first,
        last=phrases[-1].last,
        head=phrases[0].head,
        form="description",
        kind=kind,
        plural=True,
        definite=phrases[0].definite,
        affiliation=next((phrase.affiliation for phrase in phrases if phrase.affiliation), None),
    )
