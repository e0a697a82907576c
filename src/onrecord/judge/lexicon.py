"""Lexicon: finds the cue phrases of ``cues`` among an article's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.judge.cues import COLOURS, LEANING, NEUTRAL, SURE
from onrecord.judge.inflect import forms
from onrecord.judge.words import Words
from onrecord.types import Act


class Phrase(NamedTuple):
    """A cue phrase and what it stands for.

    Attributes:
        words: As listed: the base form, and the words after it.
        sure: The act that it decides, or None.
        leaning: Acts that it suggests.
    """

    words: str
    sure: Act | None
    leaning: tuple[Act, ...]


class Match(NamedTuple):
    """A phrase where it stands: places of its first and last word in the article's words."""

    phrase: Phrase
    first: int
    last: int


Table = dict[str, list[tuple[tuple[str, ...], Phrase]]]
"""First word as printed → the words that follow and the phrase, the longest first."""


def listed(text: str) -> list[str]:
    """The phrases of a list."""
    return [" ".join(phrase.split()) for phrase in text.split(",")]


@cache
def cue_table() -> Table:
    """The table of cue phrases, built once."""
    sure = {phrase: act for act, text in SURE.items() for phrase in listed(text)}
    leaning: dict[str, tuple[Act, ...]] = {}
    for act, text in LEANING.items():
        for phrase in listed(text):
            leaning[phrase] = (*leaning.get(phrase, ()), act)
    phrases = dict.fromkeys([*sure, *leaning, *listed(NEUTRAL)])
    return _table(Phrase(words, sure.get(words), leaning.get(words, ())) for words in phrases)


@cache
def colour_table() -> Table:
    """The table of phrases that are not neutral, built once; ``words`` is the phrase."""
    return _table(Phrase(words, None, ()) for text in COLOURS.values() for words in listed(text))


@cache
def colour_reasons() -> dict[str, str]:
    """Phrase → why it is not neutral."""
    return {phrase: reason for reason, text in COLOURS.items() for phrase in listed(text)}


def find_phrases(words: Words, places: Iterable[int], table: Table) -> list[Match]:
    """Find the phrases that begin at some words, at each the longest; they may run on past the cue ("called | for").

    Args:
        words: The article's words.
        places: Where to look.
        table: Of phrases.
    """
    matches = []
    for place in places:
        for rest, phrase in table.get(words.lows[place], ()):
            last = place + len(rest)
            if tuple(words.lows[place + 1 : last + 1]) == rest:
                matches.append(Match(phrase, place, last))
                break
    return matches


def choose(matches: Sequence[Match]) -> Match | None:
    """The phrase that tells most: one that decides before one that suggests, of these the first.

    "Announced plans" announces; "went on to deny" denies.
    """
    return max(matches, key=lambda match: (match.phrase.sure is not None, bool(match.phrase.leaning)), default=None)


def _table(phrases: Iterable[Phrase]) -> Table:
    table: Table = {}
    for phrase in phrases:
        head, *rest = phrase.words.split()
        for form in forms(head):
            entries = table.setdefault(form, [])
            if not any(words == tuple(rest) for words, _ in entries):
                entries.append((tuple(rest), phrase))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table
