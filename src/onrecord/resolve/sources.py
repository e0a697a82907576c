"""Sources: the source words of a statement cut into the sources that they name, with the names set beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.resolve.evidence import LOCATING
from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import DEMONYMS
from onrecord.resolve.phrases import Phrase, read_phrase, read_pronoun
from onrecord.resolve.vocabulary import POSTMODIFIERS
from onrecord.resolve.words import POSSESSIVE, SHOUTED, Words
from onrecord.spans import Span
from onrecord.types import EntityKind

ADJECTIVES = frozenset(DEMONYMS) | {"western", "eastern", "local", "foreign", "federal", "state", "national", "senior"}
"""Words that are no source before "and" and another of them."""
TOGETHER = 3
"""Words that may stand between two pieces of one source."""
RELATIVES = frozenset({"who", "whom", "whose", "which"})
BREAKS = ",(–—;:<"


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
        beside = _beside(words, figures, phrases[0], segments[1:]) or _behind(words, figures, phrases[0])
        return (beside or _with_place(words, figures, phrases[0], segments[1:]),)
    last = _beside(words, figures, phrases[-1], segments[1:])
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
    """The words cut at commas, brackets, dashes and relative pronouns, never inside a name."""
    segments = [[indices[0]]]
    for before, index in pairwise(indices):
        name = figures.at.get(index)
        gap = words.text[words.stops[before] : words.starts[index]]
        relative = words.lows[index] in RELATIVES and not words.flags[index] & SHOUTED
        if (relative or "--" in gap or any(mark in gap for mark in BREAKS)) and (name is None or name.first > before):
            segments.append([])
        segments[-1].append(index)
    return segments


def _listed(words: Words, figures: Figures, segments: Sequence[list[int]]) -> tuple[Phrase, ...]:
    """Names in a row, "A, B and C"; nothing where what a comma parts is no name of its own."""
    if len(segments) < 2 or not any(words.lows[index] == "and" for index in segments[-1]):
        return ()
    phrases: list[Phrase] = []
    for segment in segments:
        own = segment[1:] if words.lows[segment[0]] == "and" else segment
        phrases.extend(read_phrase(words, figures, part) for part in (_conjuncts(words, figures, own) if own else ()))
    return tuple(phrases) if len(phrases) > 1 and all(phrase.form == "name" for phrase in phrases) else ()


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
    return noun and left in ADJECTIVES and right in ADJECTIVES


def _beside(words: Words, figures: Figures, phrase: Phrase, segments: Sequence[list[int]]) -> Phrase | None:
    """The name that a comma sets beside a description: "a spokesman, *Jo Park*"; never a place behind "in"."""
    if phrase.form != "description" or phrase.plural or not segments:
        return None
    name = read_phrase(words, figures, segments[0]).name
    if name is None or segments[0][-1] > name.last or words.flags[name.last] & POSSESSIVE:
        return None
    figure = figures.of.get(name.first)
    kind: EntityKind | None = figure.kind if figure is not None else "person"
    if phrase.kind == "organisation":
        fits = kind in ("organisation", None) and not _is_placed(words, phrase)
    else:
        fits = phrase.kind in ("person", None) and (kind == "person" or (kind is None and len(name.keys) > 1))
    return Phrase(phrase.first, name.last, name.last, "name", name=name, kind=phrase.kind) if fits else None


def _with_place(words: Words, figures: Figures, phrase: Phrase, segments: Sequence[list[int]]) -> Phrase:
    """A description with the rest of its place behind the comma: "police in Harlow Falls, *Ohio*"."""
    if phrase.form != "description" or not segments or phrase.last not in figures.at or not _is_placed(words, phrase):
        return phrase
    name = figures.at.get(segments[0][0])
    return replace(phrase, last=name.last) if name is not None and segments[0][-1] == name.last else phrase


def _is_placed(words: Words, phrase: Phrase) -> bool:
    """Whether a description tells where its bearer is."""
    return any(words.lows[index] in LOCATING for index in range(phrase.first, phrase.last))


def _behind(words: Words, figures: Figures, phrase: Phrase) -> Phrase | None:
    """The name behind a person's description that the source words leave out: "the team's coach" *Jo Park*."""
    if phrase.form != "description" or phrase.kind != "person":
        return None
    after = phrase.last + 1
    while after in figures.titles and words.adjacent(after):
        after += 1
    figure = figures.of.get(after)
    if figure is None or figure.kind != "person" or words.sentences[phrase.last] != words.sentences[after]:
        return None
    name = figures.at[after]
    commas = words.gap(phrase.last) == ", " and words.gap(name.last)[:1] == ","
    if words.flags[name.last] & POSSESSIVE or not (commas or words.adjacent(phrase.last)):
        return None
    return Phrase(phrase.first, phrase.last, phrase.head, "name", name=name, kind="person")


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
