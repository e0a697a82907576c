"""Collective: words for several ways to count people ("casualties"), and what reports print in their place."""

from __future__ import annotations

_DEAD = ("killed", "dead", "died", "deaths", "toll")
_HURT = ("injured", "wounded", "hurt", "injuries")
_MEANT = {
    "casualty": ("casualties", *_DEAD, *_HURT),
    "casualties": ("casualties", *_DEAD, *_HURT),
    "victims": ("victims", *_DEAD, *_HURT),
    "deaths": _DEAD,
    "fatalities": ("fatalities", *_DEAD),
    "injuries": _HURT,
}


def meant_by(words: str) -> tuple[str, ...]:
    """What is to be looked for where some words are asked for.

    Args:
        words: What was typed. Only a collective word by itself stands for others.

    Returns:
        One or more wordings, any of which will do.
    """
    return _MEANT.get(words.strip().lower(), (words,))
