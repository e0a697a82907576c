"""Descriptions: whom "the former mayor" or "the company" means, by the roles and names that the text gave before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.figures import Figure
from onrecord.resolve.gazetteer import DEMONYMS
from onrecord.resolve.lexicon import (
    BODIES_OF_STATE,
    FORMER,
    GENERIC_BODIES,
    LEANINGS,
    PAPER_WORDS,
    SAME_OFFICE,
    UNIQUE_OFFICES,
    UNLIKE,
)
from onrecord.resolve.nouns import singular
from onrecord.resolve.roles import is_office
from onrecord.resolve.scene import Candidate, Scene
from onrecord.resolve.sources import DETERMINERS, Phrase
from onrecord.resolve.words import Words

PAIRS = frozenset({"pair", "couple", "duo"})
PAPERS = frozenset({"paper", "newspaper", "magazine"})


def matches(scene: Scene, phrase: Phrase) -> list[Figure]:
    """The figures that a definite description fits, the most salient first.

    Args:
        scene: The stage.
        phrase: The description.
    """
    words = scene.words
    head = singular(words.lows[phrase.head])
    details = [
        words.lows[index]
        for index in range(phrase.first, phrase.head)
        if words.lows[index] not in DETERMINERS | FORMER | LEANINGS and not words.lows[index].endswith("-old")
    ]
    fitting = [figure for figure in scene.figures.all if _fits(words, figure, head, details, phrase)]
    if len(fitting) < 2:
        return fitting
    ranked = scene.candidates(phrase.first, lambda figure: figure in fitting)
    return [candidate.figure for candidate in ranked]


def _fits(words: Words, figure: Figure, head: str, details: Sequence[str], phrase: Phrase) -> bool:
    if figure.kind == "person" and figure.named:
        if phrase.kind not in ("person", None):
            return False
        return any(_role_fits(_role_words(role.title, role.organisation), head, details) for role in figure.roles)
    if figure.kind == "organisation" and figure.named and phrase.kind == "organisation":
        return any(_name_fits(words, figure, head, details) for _ in (0,))
    return False


def _role_words(title: str | None, organisation: str | None) -> list[str]:
    return [low.strip(".,") for low in f"{organisation or ''} {title or ''}".lower().replace("-", " ").split()]


def _role_fits(role: Sequence[str], head: str, details: Sequence[str]) -> bool:
    """Whether a role has the description's noun, or one for the same office, and nothing that contradicts its details."""
    if not role:
        return False
    if any(word in UNLIKE and word not in details for word in role):
        return False
    same = SAME_OFFICE.get(head, frozenset()) | {head}
    if not any(word in same for word in role):
        return False
    return all(_detail_fits(role, detail) for detail in details)


def _detail_fits(role: Sequence[str], detail: str) -> bool:
    if detail in role:
        return True
    if detail in DEMONYMS:
        return not any(word in DEMONYMS for word in role)
    return False


def _name_fits(words: Words, figure: Figure, head: str, details: Sequence[str]) -> bool:
    lows = {words.lows[index] for name in figure.names for index in range(name.first, name.last + 1)}
    if figure.printed:
        lows |= set(figure.printed.lower().split())
    return head in lows and all(detail in lows for detail in details)


def bodies(scene: Scene, phrase: Phrase) -> list[Candidate]:
    """The bodies that "the company" and the like may mean, the most salient first; none for other nouns.

    Args:
        scene: The stage.
        phrase: The description.
    """
    head = scene.words.lows[phrase.head]
    if head not in GENERIC_BODIES or phrase.head - phrase.first > 1:
        return []

    def fits(figure: Figure) -> bool:
        if figure.kind != "organisation" or not figure.named:
            return False
        lows = {scene.words.lows[index] for name in figure.names for index in range(name.first, name.last + 1)}
        if head in PAPERS:
            return bool(lows & PAPER_WORDS)
        return not lows & BODIES_OF_STATE and not lows & PAPER_WORDS

    return scene.candidates(phrase.first, fits)


def in_focus(scene: Scene, phrase: Phrase) -> list[Candidate]:
    """The people without an office so far whom "the mayor" may mean, because they have just been spoken of.

    Args:
        scene: The stage.
        phrase: The description.
    """
    words = scene.words
    if words.lows[phrase.first] != "the" or words.lows[phrase.head] not in UNIQUE_OFFICES or phrase.last > phrase.head:
        return []
    here = words.paragraphs[phrase.first]
    candidates = scene.candidates(phrase.first, lambda figure: figure.kind == "person" and figure.named)
    return [
        candidate
        for candidate in candidates
        if here - words.paragraphs[candidate.word] <= 1 and not any(role.title for role in candidate.figure.roles)
    ]


def the_pair(scene: Scene, phrase: Phrase) -> tuple[Figure, ...]:
    """The two people that "the pair" or "the two leaders" mean: those last named together, "A and B".

    Args:
        scene: The stage.
        phrase: The description.
    """
    words = scene.words
    if words.lows[phrase.first] not in ("the", "both") or phrase.last != phrase.head:
        return ()
    two = words.lows[phrase.first] == "both" or any(
        words.lows[index] == "two" for index in range(phrase.first, phrase.head)
    )
    if words.lows[phrase.head] not in PAIRS and not (two and is_office(words.lows[phrase.head])):
        return ()
    return scene.last_pair(phrase.first)
