"""Staged: who is on stage without a name: whose office is told, and on whom a pronoun falls.

"*The mayor* rose. He said …": the description brings the mayor back to the foreground, as a name would.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.resolve.descriptions import Directory
from onrecord.resolve.nouns import noun_kind, singular
from onrecord.resolve.phrases import Phrase, read_phrase
from onrecord.resolve.scene import Scene
from onrecord.resolve.votes import Votes

WORDS = 4
"""Words behind "the" among which the noun of an office is looked for."""


def stage_unnamed(scene: Scene, votes: Votes, directory: Directory) -> None:
    """Bring on stage whom offices and pronouns mean beyond doubt.

    Cross-validated by document, with both the scorer is right of 2,352 pronouns of persons in 2,209 as its first
    choice and without them in 2,198.

    Args:
        scene: The stage, as it is before anybody has spoken.
        votes: On whom its pronouns fall.
        directory: Who has which office.
    """
    for word, figure in votes.clear():
        scene.refers(word, figure)
    for phrase in _offices(scene):
        meant = directory.matches(phrase)
        if len(meant) == 1 and meant[0].kind == "person":
            scene.describes(phrase.first, phrase.last, meant[0])


def _offices(scene: Scene) -> Iterator[Phrase]:
    """The phrases that say what somebody is, and stand before no name: "the mayor", "the French minister"."""
    words, figures = scene.words, scene.figures
    for first, low in enumerate(words.lows):
        head = _office(scene, first) if low == "the" else first
        titles = head in figures.titles or (words.adjacent(head) and head + 1 in figures.at)
        if head == first or titles:
            continue
        phrase = read_phrase(words, figures, range(first, head + 1))
        if phrase.form == "description" and phrase.head == head:
            yield phrase


def _office(scene: Scene, first: int) -> int:
    """Number of the last word behind an article that is the noun of one person; the article's own where none is."""
    words, head = scene.words, first
    for index in range(first + 1, min(first + 1 + WORDS, len(words))):
        if index in scene.figures.at or not words.adjacent(index - 1):
            break
        if noun_kind(words.lows[index]) == "person" and singular(words.lows[index]) == words.lows[index]:
            head = index
    return head
