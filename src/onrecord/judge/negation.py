"""Negation: whether the reporter says that something was *not* said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from onrecord.judge.clause import AUXILIARIES
from onrecord.judge.cues import THINKING, WANTING
from onrecord.judge.lexicon import Match
from onrecord.judge.wordlist import word_set
from onrecord.judge.words import Words

NEGATIONS = word_set("not n't never neither nor without")
FALLING_SHORT = {
    phrase[0]: phrase
    for phrase in (
        ("stopped", "short", "of"),
        ("stop", "short", "of"),
        ("stops", "short", "of"),
        ("stopping", "short", "of"),
        ("fell", "short", "of"),
        ("falls", "short", "of"),
        ("falling", "short", "of"),
        ("held", "back", "from"),
        ("holds", "back", "from"),
        ("shied", "away", "from"),
        ("shies", "away", "from"),
        ("refrained", "from"),
        ("refrains", "from"),
        ("refraining", "from"),
        ("failed", "to"),
        ("fails", "to"),
        ("failing", "to"),
        ("refused", "to"),
        ("refuses", "to"),
        ("refusing", "to"),
        ("declined", "to"),
        ("declines", "to"),
        ("declining", "to"),
        ("neglected", "to"),
        ("omitted", "to"),
        ("yet", "to"),
        ("unable", "to"),
        ("unwilling", "to"),
        ("avoided",),
        ("avoids",),
    )
}
"""First word → the words, before another cue: "refused to say", "stopped short of accusing"."""

NO_SOURCE = word_set("no none neither")
NO_ONE = word_set("nobody none")
"""A source that begins with one of these is nobody: "none of the witnesses said"; also "not a", "not one". "No 10" is
somebody."""

ADVERBS = word_set("""yet ever also still directly immediately even once just really explicitly specifically""")
REACH = 5
"""Words before a cue among which its auxiliaries, adverbs and negation may stand ("has so far not publicly |said|")."""


class Negation(NamedTuple):
    """What was found.

    Attributes:
        kind: "unsaid" where it was not said; "thought" where a negated belief negates what is believed ("does not
            believe that" is believing that not).
        first, last: Places of the words that show it.
    """

    kind: Literal["unsaid", "thought"]
    first: int
    last: int


def find_cue_negation(
    words: Words, cue: Sequence[int], source: Sequence[int], content: frozenset[int], match: Match | None
) -> Negation | None:
    """Find whether a cue is negated.

    Args:
        words: The article's words.
        cue: Places of the cue's words.
        source: Places of the source's words.
        content: Places of the content's words; what the source says itself does not negate the cue.
        match: The phrase that the cue was read as.

    Returns:
        The negation, or None. "Declined to comment", "refused" and "denied" are acts of their own, and not negated.
    """
    if not cue:
        return None
    for place in source[:2]:
        low = words.lows[place]
        after = words.lows[place + 1] if place + 1 < len(words) else ""
        if (
            (low in NO_SOURCE and after[:1].isalpha())
            or low in NO_ONE
            or (low == "not" and after in ("a", "one", "any"))
        ):
            return Negation("unsaid", place, place)
    for place in _before(words, cue[0], content) + list(cue):
        if match and match.first <= place <= match.last and len(match.phrase.words.split()) > 1:
            continue
        if words.lows[place] in NEGATIONS or (words.lows[place] == "no" and place in cue):
            thinks = match is not None and _is_thought(match, place, cue[-1])
            return Negation("thought" if thinks and words.lows[place] != "without" else "unsaid", place, place)
        short = FALLING_SHORT.get(words.lows[place], ())
        last = place + len(short) - 1
        if short and tuple(words.lows[place : last + 1]) == short and last < cue[-1] and _goes_on(match, last):
            return Negation("unsaid", place, last)
    return None


def _is_thought(match: Match, negation: int, last: int) -> bool:
    """Whether a negated phrase tells what is thought; one of wanting only where it follows at once and ends the cue."""
    phrase = match.phrase.words.replace(" ", "-")
    whole = match.first == negation + 1 and match.last == last  # "does not want", not "did not want to say"
    return phrase in THINKING or (phrase in WANTING and whole)


def _goes_on(match: Match | None, last: int) -> bool:
    """Whether what was fallen short of is a cue of its own; "refused to comment" is one phrase, an act."""
    return match is None or match.first >= last or match.phrase.sure == "refuse"


def _before(words: Words, first: int, content: frozenset[int]) -> list[int]:
    """Places of the auxiliaries, adverbs and negations that run up to a cue in its sentence, outside the content."""
    place = first
    while (
        place > max(0, first - REACH)
        and words.sentences[place - 1] == words.sentences[first]
        and place - 1 not in content
        and _runs_up(words.lows[place - 1])
    ):
        place -= 1
    return list(range(place, first))


def _runs_up(low: str) -> bool:
    return low in AUXILIARIES or low in NEGATIONS or low in ADVERBS or low.endswith("ly") or low == "to"
