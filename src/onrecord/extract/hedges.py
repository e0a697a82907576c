"""Hedges: which words of a statement's content the network holds to hedge it."""

from __future__ import annotations

from onrecord.encode.words import Words
from onrecord.extract.statements import Draft
from onrecord.spans import Span

SEEN = 0.05
"""Probability below which a word is not handed on."""


def hedge_chances(words: Words, draft: Draft) -> tuple[tuple[Span, float], ...] | None:
    """Find the words that may hedge a statement.

    Args:
        words: The article's words.
        draft: The statement.

    Returns:
        Words of its content, in order, each with its probability; None of a model that does not tell.
    """
    chances = draft.part.hedges
    if chances is None:
        return None
    numbers = [word for first, last in draft.content for word in range(first, last)]
    return tuple(
        (words.span(word, word + 1), float(chances[word - draft.part.first]))
        for word in numbers
        if chances[word - draft.part.first] >= SEEN
    )
