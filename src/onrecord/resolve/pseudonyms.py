"""Pseudonyms: the name by which a source without a full name is called: a man who goes by “Stumpy”."""

from __future__ import annotations

import re

from onrecord.resolve.phrases import Phrase
from onrecord.resolve.words import Words
from onrecord.spans import Span

REACH = 80
"""Characters behind a description within which its pseudonym ends."""
_GOES_BY = re.compile(
    r"[ ,]{0,3}(?:who )?(?:goes by|went by|is known as|known (?:only |to \w{1,20} )?as|nicknamed|calls (?:him|her)self)"
    r"(?: the name)?(?: of)? [“\"‘']([^“”\"‘’'\n]{2,30}?)[.,]?[”\"’']"
)
_CALLED = re.compile(
    r" (?:known|identified)(?: only| to \w{1,20})? as (?:[“\"‘']([^“”\"‘’'\n]{2,30}?)[”\"’']"
    r"|([^\W\d_a-z][\w’-]{1,20}(?: [^\W\d_a-z][\w’-]{0,20}\.?)?)(?=[ ,;:.\n]))"
)


def goes_by(words: Words, phrase: Phrase) -> Span | None:
    """Where a description's pseudonym stands, in quotation marks behind it.

    Args:
        words: The article's words.
        phrase: The description.
    """
    end = words.stops[phrase.last]
    match = _GOES_BY.match(words.text, end, min(end + REACH, len(words.text)))
    if match is not None:
        return Span(*match.span(1))
    end = words.stops[phrase.head]
    match = _CALLED.match(words.text, end, min(end + REACH, len(words.text)))
    return Span(*match.span(match.lastindex or 0)) if match is not None else None
