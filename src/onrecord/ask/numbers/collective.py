"""Collective: words for what reports print in several ways ("casualties", "dead"), and what is looked for then."""

from __future__ import annotations

_DEAD = ("killed", "dead", "died", "deaths", "toll", "fatalities")
_HURT = ("injured", "wounded", "hurt", "injuries")
_MEANT = {
    **dict.fromkeys(("casualty", "casualties"), ("casualties", *_DEAD, *_HURT)),
    "victims": ("victims", *_DEAD, *_HURT),
    **dict.fromkeys((*_DEAD, "death", "death toll", "fatality"), _DEAD),
    **dict.fromkeys((*_HURT, "injury"), _HURT),
}


def meant_by(words: str) -> tuple[str, ...]:
    """What is to be looked for where some words are asked for.

    Args:
        words: What was typed. Only such a word by itself stands for others.

    Returns:
        One or more wordings, any of which will do.
    """
    return _MEANT.get(words.strip().lower(), (words,))
