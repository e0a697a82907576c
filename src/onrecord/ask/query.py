"""Query: what a person types becomes phrases to look for. No character of it is a command."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.errors import EmptyQuery
from onrecord.store.words import lemmas, tokens

Phrase = tuple[str, ...]

MOST_WORDS = 64
"""What counts of a question: that many phrases, and that many words of a phrase. FTS5's parser has its limits."""

_QUOTATION_MARK = re.compile('["“”„«»]')

_COMMON = frozenset(
    {"a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "from", "by", "with", "as"}
    | {"be", "that", "this", "it", "he", "she", "they", "we", "i", "his", "her", "their"}
)
"""Lemmas that are not asked for by themselves: "ceasefire in Gaza" is to find "a ceasefire deal for Gaza"."""


def phrases_of(words: str) -> tuple[Phrase, ...]:
    """Cut a question into phrases, each of which is to be there with its lemmas side by side.

    What stands in quotation marks is one phrase; so is a word with a hyphen in it ("cease-fire"). A mark without its
    partner is nothing. The commonest words count only in a phrase, or where there are no others.

    Args:
        words: What was typed.

    Returns:
        Phrases of lemmas, each once, none empty.

    Raises:
        EmptyQuery: There is no word in it.
    """
    parts = _QUOTATION_MARK.split(words)
    quoted = parts[1:-1:2]
    loose = parts[::2] if len(parts) % 2 else [*parts[::2], parts[-1]]
    single = _phrases(word for part in loose for word in part.split())
    rare = [phrase for phrase in single if len(phrase) > 1 or phrase[0] not in _COMMON]
    found = [*_phrases(quoted), *rare] or single
    if not found:
        raise EmptyQuery(f"{words!r}: there is no word to look for in this")
    return tuple(dict.fromkeys(found))[:MOST_WORDS]


def names_of(words: str) -> Phrase:
    """Cut a name that is asked for into its words.

    Args:
        words: What was typed: all of a name, or any part of it.

    Raises:
        EmptyQuery: There is no word in it.
    """
    found = tuple(dict.fromkeys(tokens(words)))[:MOST_WORDS]
    if not found:
        raise EmptyQuery(f"{words!r}: there is no name to look for in this")
    return found


def _phrases(texts: Iterable[str]) -> list[Phrase]:
    """The lemmas of each text, without those of none; of each twice the number that counts, at the most."""
    phrases: list[Phrase] = []
    for text in dict.fromkeys(texts):
        phrase = tuple(lemmas(text)[:MOST_WORDS])
        if phrase:
            phrases.append(phrase)
        if len(phrases) == 2 * MOST_WORDS:
            break
    return phrases
