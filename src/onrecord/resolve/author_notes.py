"""Author notes: of whom a note before or behind a text tells what he is: "Jo Park is a nurse in Halm."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.resolve.figures import Figures
from onrecord.resolve.lexicon import FUNCTION_WORDS
from onrecord.resolve.names import OFFICE_WORDS, Name
from onrecord.resolve.nouns import noun_kind
from onrecord.resolve.words import Words
from onrecord.spans import Span

HEAD, TAIL = 3, 5
"""Paragraphs from the beginning and from the end in which the author is told of."""
NOTE = re.compile(r"(?i:(?:editor|author)['’]s note)\s?[:.–—-]\s*")
"""What a note at the beginning opens with."""
SENTENCES = 6
"""Sentences of a paragraph that are looked at."""
BEING, DOING = frozenset({"is"}), frozenset({"teaches", "writes"})
"""Verbs by which a note tells what the author is, or does."""
WITHIN = 30
"""Words between the author's name and the verb, within commas."""
OPENERS = frozenset({"a", "also", "an", "currently", "former", "the"})
NOUN, MODIFIERS = 12, 3
"""Words behind the verb among which the noun is looked for that tells what he is; the second without an article."""


def find_author_notes(words: Words, figures: Figures, paragraphs: Sequence[Span]) -> Iterator[Name]:
    """Find those of whom a note tells what they are, and who are named nowhere between the head and it.

    Of 43 such texts of every fourth article of the news archive that say "I" outside of quotations, 40 were their
    author's when "was" was read like "is"; in one the note ends a report on somebody, in two "I" is
    another's without quotation marks.

    Args:
        words: The article's words.
        figures: Its figures.
        paragraphs: Its paragraphs.

    Yields:
        Their names, as the notes give them.
    """
    for number, paragraph in enumerate(paragraphs):
        note = NOTE.match(words.text, *paragraph) if number < HEAD else None
        if note is None and number < max(HEAD, len(paragraphs) - TAIL):
            continue
        first = words.at(note.end() if note is not None else paragraph.start)
        for begin in _sentences(words, first, paragraph.end):
            name = _name_from(figures, begin)
            if name is not None and _tells(words, name) and not _is_told_of(words, figures, name, number):
                yield name


def tells_what(low: str) -> bool:
    """Tell whether a word tells what a person is.

    Args:
        low: In lower case.
    """
    return noun_kind(low) == "person" or low in OFFICE_WORDS


def _sentences(words: Words, first: int, end: int) -> Iterator[int]:
    """The numbers of the first words of the first sentences from a word on."""
    for _ in range(SENTENCES):
        if first >= len(words) or words.starts[first] >= end:
            return
        yield first
        sentence = words.sentences[first]
        while first < len(words) and words.sentences[first] == sentence:
            first += 1


def _name_from(figures: Figures, first: int) -> Name | None:
    """The full name that a sentence begins with, behind a title."""
    while first in figures.titles:
        first += 1
    name = figures.at.get(first)
    return name if name is not None and name.first == first and len(name.keys) > 1 else None


def _tells(words: Words, name: Name) -> bool:
    """Whether a sentence tells what somebody is: "Jo Park, of Halm, *is a nurse*", "Jo Park *teaches* physics"."""
    verb = name.last + 1
    if words.gap(name.last).strip() == ",":
        stop = min(verb + WITHIN, len(words))
        ends = (at for at in range(verb + 1, stop) if words.gap(at - 1).strip() == "," and _is_verb(words, at))
        verb = next(ends, len(words))
    elif not words.adjacent(name.last):
        return False
    if verb >= len(words) or not _is_verb(words, verb) or words.sentences[verb] != words.sentences[name.last]:
        return False
    return words.lows[verb] in DOING or _is_noun_near(words, verb + 1)


def _is_verb(words: Words, at: int) -> bool:
    return words.lows[at] in BEING | DOING and words.adjacent(at)


def _is_noun_near(words: Words, first: int) -> bool:
    """Whether what follows a verb is somebody's profession or office; "is accused", "is in" are none."""
    reach = NOUN if words.lows[first] in OPENERS else MODIFIERS
    for at in range(first, min(first + reach, len(words))):
        low = words.lows[at]
        if tells_what(low):
            return True
        ends = low.endswith(("ed", "ing")) or (reach == MODIFIERS and low in FUNCTION_WORDS)
        if ends or not words.adjacent(at):
            return False
    return False


def _is_told_of(words: Words, figures: Figures, name: Name, note: int) -> bool:
    """Whether somebody is named between the head and a note, as whom a report tells of is."""
    figure = figures.of.get(name.first)
    names = figure.names if figure is not None else []
    return any(HEAD <= words.paragraphs[one.first] < note for one in names)
