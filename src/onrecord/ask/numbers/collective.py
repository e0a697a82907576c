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
        One or more wordings, any of which will do; what was typed goes first, if it is one of them.
    """
    typed = words.strip().lower()
    meant = _MEANT.get(typed)
    if meant is None:
        return (words,)
    return (typed, *(one for one in meant if one != typed)) if typed in meant else meant
