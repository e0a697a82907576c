"""Wordings: what is left of words when articles and the like are taken off, so that the same thing is one."""

from __future__ import annotations

from onrecord.store.words import lemmas

_LEFT_OUT = frozenset({"a", "an", "the", "of", "his", "her", "its", "their", "our", "these", "those", "this", "that"})


def bare(words: str) -> tuple[str, ...]:
    """The lemmas of what is counted, without articles: "the crews" and "crew" are one.

    Args:
        words: As printed.
    """
    return tuple(lemma for lemma in lemmas(words) if lemma not in _LEFT_OUT)
