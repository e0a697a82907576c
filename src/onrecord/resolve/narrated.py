"""Narrated: who says a quotation that stands alone in its paragraph, when the paragraph before it tells of him only."""

from __future__ import annotations

from onrecord.extract.attribution import Attribution
from onrecord.resolve.figure import Figure
from onrecord.resolve.findings import Found
from onrecord.resolve.scene import SUBJECT, Mentioned, Scene
from onrecord.spans import Span

Said = tuple[Attribution, Found]
"""A statement before, with its speakers."""
SENTENCES = 3
"""Sentences of the longest paragraph that narrates who speaks in the next one."""
OPENING = '“"«„‘'
CONCERNING = frozenset({"for", "to"})
"""Words that open a sentence before whom it is about: "*For* Ada Stroud, it came too late"."""
OTHERS = frozenset({"he", "she", "him", "his", "her"})
"""Pronouns by which a speaker tells of another, who may be the one narrated."""
BEGINNING = 40
"""Words of a quotation among which they are looked for."""


def narrated_before(scene: Scene, quotation: Span, last: Said | None) -> Found | None:
    """Who is the only one that the paragraph before a quotation tells of, as the subject of a sentence.

    Args:
        scene: The stage.
        quotation: The first piece of the statement; it opens its paragraph, in quotation marks.
        last: The last statement before it; of another speaker a quotation with "he" or "she" may tell of whom the
            paragraph names, so that nobody is found.
    """
    words = scene.words
    first = words.at(quotation.start)
    if not 0 < first < len(words) or words.text[quotation.start] not in OPENING:
        return None
    paragraph = words.paragraphs[first - 1]
    if words.paragraphs[first] - paragraph != 1 or scene.is_quoted(words.starts[first - 1]):
        return None
    start = next((at + 1 for at in range(first - 1, -1, -1) if words.paragraphs[at] != paragraph), 0)
    start = max(start, _end(scene, last))
    if start >= first:
        return None
    names = [one for one in scene.names_before(first) if one.word >= start and _is_somebody(one)]
    long = words.sentences[first - 1] - words.sentences[start] >= SENTENCES
    if long or len({id(one.figure) for one in names}) != 1 or not any(_is_told_of(scene, one) for one in names):
        return None
    figure = names[0].figure
    if not _may_speak(scene, figure, quotation, last):
        return None
    return Found((figure,), "narrated", (scene.figures.at[names[-1].word].span,))


def _end(scene: Scene, last: Said | None) -> int:
    """Number of the first word behind the sentence in which the last statement ends."""
    words = scene.words
    if last is None:
        return 0
    at = words.at(max(span.end for span in (*last[0].content, *last[0].cue))) - 1
    sentence = words.sentences[at]
    while at < len(words) and words.sentences[at] == sentence:
        at += 1
    return at


def _is_somebody(name: Mentioned) -> bool:
    """Whether a name is a person's, or may be: of unknown kind, and the subject of a sentence."""
    return name.figure.kind == "person" or (name.figure.kind is None and name.weight == SUBJECT)


def _is_told_of(scene: Scene, name: Mentioned) -> bool:
    """Whether a name is a person's who is the subject of a sentence, or whom it concerns."""
    if name.figure.kind != "person" or name.figure.plural:
        return False
    if name.weight == SUBJECT:
        return True
    words, held = scene.words, scene.figures.at[name.word]
    before = (held.title[0] if held.title else held.first) - 1
    opens = before == 0 or words.sentences[before] != words.sentences[before - 1]
    return before >= 0 and words.lows[before] in CONCERNING and opens and words.gap(held.last)[:1] == ","


def _may_speak(scene: Scene, figure: Figure, quotation: Span, last: Said | None) -> bool:
    """Whether a quotation does not tell of the one narrated, as another speaker's may."""
    if last is None or figure in last[1].figures:
        return True
    words = scene.words
    return OTHERS.isdisjoint(words.lows[index] for index in words.inside(quotation)[:BEGINNING])
