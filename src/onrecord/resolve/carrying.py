"""Carrying on: who says a statement that has no source words of its own: a turn's speaker, the one before, the one beside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.extract.attribution import Attribution
from onrecord.resolve.figures import Figure, Figures
from onrecord.resolve.lexicon import SPEECH_VERBS
from onrecord.resolve.scene import Scene
from onrecord.resolve.words import Words
from onrecord.segment.article import Turn
from onrecord.spans import Span

SENTENCE = 60
"""Words of a sentence before a quotation in which its subject is looked for."""
BESIDE = 4
"""Words beside a quotation among which a name and a verb of speech are looked for."""


class Carried(NamedTuple):
    """Who carries on, by which rule, on which words."""

    figures: tuple[Figure, ...]
    rule: str
    evidence: tuple[Span, ...]


class Said(NamedTuple):
    """A statement before, with its speakers."""

    attribution: Attribution
    figures: tuple[Figure, ...]


def turn_at(turns: Sequence[Turn], position: int) -> Turn | None:
    """The turn that governs a position of the text.

    Args:
        turns: The article's turns.
        position: The position.
    """
    return next((turn for turn in turns if turn.span.start <= position < turn.span.end), None)


def turn_speaker(words: Words, figures: Figures, turn: Turn) -> Figure | None:
    """Whom a turn's label names; nobody for "Q" and "A".

    Args:
        words: The article's words.
        figures: Its figures.
        turn: The turn.
    """
    name = next((figures.at[index] for index in words.inside(turn.name) if index in figures.at), None)
    return figures.of.get(name.first) if name is not None else None


def carry_on(scene: Scene, attribution: Attribution, before: Said | None) -> Carried | None:
    """Who says a statement without source and cue.

    Args:
        scene: The stage.
        attribution: The statement.
        before: The statement before it that is nested in none.

    Returns:
        Who, or None.
    """
    own = beside(scene, attribution.content[-1])
    return own or _opened(scene, attribution, before) or _after(scene, attribution, before)


def beside(scene: Scene, span: Span) -> Carried | None:
    """Whom the words beside a quotation name with a verb of speech: "…," said Park; Park said: "…".

    Args:
        scene: The stage.
        span: The quotation.
    """
    words, figures = scene.words, scene.figures
    after, before = words.at(span.end), words.at(span.start) - 1
    if not 0 < after <= len(words) or before + 1 >= len(words):
        return None
    for indices, anchor in (
        (range(after, after + BESIDE), after - 1),
        (range(before, before - BESIDE, -1), before + 1),
    ):
        near = [
            index for index in indices if 0 <= index < len(words) and words.sentences[index] == words.sentences[anchor]
        ]
        verb = any(words.lows[index] in SPEECH_VERBS for index in near)
        name = next((figures.at[index] for index in near if index in figures.at), None)
        figure = figures.of.get(name.first) if verb and name is not None else None
        if name is not None and figure is not None and figure.kind in ("person", "organisation", "state"):
            return Carried((figure,), "beside", (name.span,))
    return None


def _opened(scene: Scene, attribution: Attribution, before: Said | None) -> Carried | None:
    """Who is the subject of the sentence just before a quotation, and was not heard yet: "Park met the press. "…""."""
    words = scene.words
    first = words.at(attribution.content[0].start)
    start = words.at(before.attribution.content[-1].end) if before is not None else 0
    if first == 0 or first >= len(words):
        return None
    last = first - 1
    subject = scene.subject_of(words.sentences[last], max(start, first - SENTENCE))
    if subject is None or words.paragraphs[first] != words.paragraphs[last]:
        return None
    if before is not None and subject in before.figures:
        return None
    return Carried((subject,), "sentence", (words.span(last, last),))


def _after(scene: Scene, attribution: Attribution, before: Said | None) -> Carried | None:
    """Who was heard before: in the same paragraph or the one before it, over one in which nobody is named."""
    if before is None or not before.figures:
        return None
    words = scene.words
    first = min(words.at(attribution.content[0].start), len(words) - 1)
    last = words.at(before.attribution.content[-1].end) - 1
    gap = words.paragraphs[first] - words.paragraphs[last]
    if gap > 2 or (gap == 2 and scene.is_peopled(last + 1, first)):
        return None
    return Carried(before.figures, "continues", before.attribution.content[-1:])
