"""Topic: what the reporter says a statement is about: "*Of the strike*, she said …", "Asked *about it*, he said …".

Read on closed language: a preposition of topic that opens the sentence, up to the comma before the source,
cue or content.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.attribution import Attribution
from onrecord.resolve.lexicon import CALENDAR
from onrecord.resolve.words import Words
from onrecord.spans import Span

TOPICAL = frozenset({"about", "concerning", "of", "on", "regarding"})
"""Prepositions that open what is talked of."""
PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "on the question of",
        "on the subject of",
        "when asked about",
        "with regard to",
        "speaking about",
        "speaking of",
        "asked about",
        "as for",
        "as to",
    )
)
"""The same in several words."""
COURSE = frozenset(
    {"account", "arrival", "average", "balance", "behalf", "board", "camera", "condition", "course", "day", "duty"}
    | {"evening", "facebook", "instagram", "morning", "night", "occasion", "paper", "radio", "stage", "television"}
    | {"top", "twitter", "weekend", "the", "one", "hand", "those", "them", "all"}
)
"""Nouns behind "on" and "of" that are when, where or how, never what is talked of."""
LONGEST = 16
"""Words of the longest topic."""


def find_topic(words: Words, attribution: Attribution) -> Span | None:
    """What an attribution is said of, without its preposition.

    Args:
        words: The article's words.
        attribution: The attribution; one without a cue or a source of its own has no topic.

    Returns:
        The words behind the preposition up to the comma; None where the reporter sets none apart.
    """
    if not attribution.cue or not attribution.source:
        return None
    start = min(span.start for span in (*attribution.source, *attribution.cue, *attribution.content))
    return _before(words, words.at(start))


def _before(words: Words, first: int) -> Span | None:
    """The topic that opens a sentence before its first part, parted by a comma."""
    last = first - 1
    if last < 0 or first >= len(words) or words.sentences[last] != words.sentences[first]:
        return None
    if not words.gap(last).strip().startswith((",", ":")):
        return None
    opening = last
    while opening > 0 and words.sentences[opening - 1] == words.sentences[first] and last - opening <= LONGEST:
        opening -= 1
    begin = _past_preposition(words.lows[opening : last + 1])
    if begin == 0 or opening + begin > last or _is_other(words, opening, begin, last):
        return None
    return words.span(opening + begin, last)


def _past_preposition(lows: Sequence[str]) -> int:
    """How many words of an opening are its preposition; 0 where it is none of topic."""
    for phrase in PHRASES:
        if tuple(lows[: len(phrase)]) == phrase:
            return len(phrase)
    return int(lows[0] in TOPICAL)


def _is_other(words: Words, opening: int, begin: int, last: int) -> bool:
    """Whether what opens so tells when, where or how: "On Monday", "On behalf of the club", "Of the ten, six"."""
    if begin > 1:
        return False
    noun = opening + 1
    if words.lows[noun] in ("a", "an", "the", "his", "her", "their") and noun < last:
        noun += 1
    head = words.lows[noun]
    return head[0].isdigit() or any(low in CALENDAR or low in COURSE for low in (head, words.lows[last]))
