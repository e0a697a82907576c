"""Does an attribution begin here? It tells a closing mark from an opening one, a quoted stop from a sentence's."""

from __future__ import annotations

import re

VERBS = (
    r"(?:said|says|say|added|adds|asked|asks|told|tells|wrote|writes|replied|replies|continued|continues|explained"
    r"|explains|insisted|insists|warned|warns|argued|argues|noted|notes|recalled|recalls|joked|quipped|shouted|yelled"
    r"|cried|exclaimed|whispered|muttered|declared|declares|announced|concluded|concludes|answered|responded|demanded"
    r"|wondered|tweeted|posted|commented|remarked|observed|claimed|claims|admitted|conceded|complained|lamented|urged"
    r"|stated|went\s+on|reads|read)"
)
"""Verbs that follow a quotation's closing mark in news; the commonest only: the model finds the others."""

_LOWER_CASE = re.compile(
    rf"(?:(?:he|she|they|it|we|who|I|(?:the|a|an|one|his|her|their)\s+(?:[a-z'’-]+\s+){{1,4}}?)\s*)?{VERBS}\b"
)
_NAME = (
    r"(?!(?:He|She|It|They|We|You|I|There|This|That|One|But|And|Then|When|If|As)\b)"
    r"(?:(?:[A-Z][\w'’-]*\.?|of|de|van|von|al|bin)\s+){1,5}?"
)
_QUOTES_AFTER = r"\s*(?::|,\s+[\"“'‘«„])"
_NAMED = re.compile(
    rf"{_NAME}(?:"
    rf"(?:asked|asks|wondered|wonders|told|tells)\b(?!{_QUOTES_AFTER})(?![^.?!]*\bthat\b)"
    rf"|{VERBS}\b(?!{_QUOTES_AFTER})(?:\s+(?:on|in|at|as|of|to|about|during|after|when|before|later|last|this|earlier|today"
    r"|yesterday|again|[a-z]+ly|[A-Z][a-z]+day)\b|\s*[.,;]|\s*$))"
)
_NAMED_AND_DONE = re.compile(rf"{_NAME}{VERBS}(?:\s+[A-Z][a-z]+day)?\s*(?:[.;]|$)")
_REACH = 120
"""Characters in which an attribution must show itself, so that the look-ahead is bounded."""


def starts_attribution(text: str, place: int) -> bool:
    """Whether lower-case words that attribute begin at a place: ``he said``, ``asked Doe``, ``the minister added``."""
    return _LOWER_CASE.match(text, place, place + _REACH) is not None


def starts_named_attribution(text: str, place: int, end: int, stopped: bool) -> bool:
    """Whether a name with its verb begins at a place, and says nothing more: ``Doe asked.``, ``Doe said on Monday``.

    Args:
        text: The text.
        place: Where the name would begin.
        end: The paragraph's end.
        stopped: Whether a full stop stands before the closing mark; then the attribution must be the whole sentence,
            for ``"It is so." Doe said the vote was fair.`` are two.
    """
    pattern = _NAMED_AND_DONE if stopped else _NAMED
    return pattern.match(text, place, min(end, place + _REACH)) is not None
