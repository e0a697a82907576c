"""Mood: whether a proposition is put forward, asked, or only supposed."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.judge.clause import AUXILIARIES
from onrecord.judge.verbs import PAST, finite_verbs
from onrecord.judge.wordlist import word_set
from onrecord.types import Mood

WH = word_set("what how why who whom whose when where which")
ASKED = WH | word_set("whether if")
"""First words of a question that is reported: "asked *whether* the pool would open"."""

SUPPOSING = word_set("imagine suppose supposing say picture")
CLOSING = frozenset("”’\"'»)")
OPENING = frozenset("“‘\"'«(")
CONDITIONAL = word_set("would could might should 'd")
SUBJUNCTIVE = word_set("i he she it this that there one")
"""Before "were", these make an unreal condition: "if I were"."""

OPENING_WORDS = 4
"""Words and marks among which "imagine that" stands."""

LONGEST_QUESTION = 100
"""Words of a quoted question among which its opening mark is looked for."""

TAG = word_set("it he she they we you i there")


def find_mood(
    lows: Sequence[str], clause: Sequence[int], condition: Sequence[str], *, asked: bool, quoted: bool
) -> Mood:
    """Find the mood of a proposition.

    Args:
        lows: Its words and marks in lower case, contractions split.
        clause: Places of the words of its main clause.
        condition: The words of the clause that it hangs on; none where there is none.
        asked: Whether its source asks, and it opens the content.
        quoted: Whether the words are the source's own: in the reporter's, "would" may be a "will" of the source.

    Returns:
        Hypothetical where it is imagined, or hangs on what is not so ("if I were", "had he come, it would have").
    """
    if is_question(lows) or (asked and _first(lows) in ASKED) or _first(lows) == "whether":
        return "interrogative"
    return "hypothetical" if _is_supposed(lows, clause, condition, quoted) else "declarative"


def is_question(lows: Sequence[str]) -> bool:
    """Whether words end with a question mark of their own; not that of a quotation in them, nor of a tag.

    "He asked her, “Who paid?”" tells, and so does "It is late, isn't it?".
    """
    last = len(lows) - 1
    closed = 0
    while last > 0 and lows[last] in CLOSING:
        last -= 1
        closed += 1
    if last < 0 or lows[last] != "?":
        return False
    if closed and _opens_inside(lows, last):
        return False
    return not _is_tag(lows, last)


def _opens_inside(lows: Sequence[str], end: int) -> bool:
    """Whether the last quotation before a place begins after the first words."""
    for place in range(end - 1, max(end - LONGEST_QUESTION, 0) - 1, -1):
        if lows[place] in OPENING:
            return place > 1
    return False


def _is_tag(lows: Sequence[str], end: int) -> bool:
    """Whether the words before a place end with a tag: ", isn't it", ", aren't you", ", right"."""
    tail = list(lows[max(end - 4, 0) : end])
    if "," not in tail or end < len(tail) + 2:
        return False
    tag = tail[len(tail) - tail[::-1].index(",") :]
    return tag == ["right"] or (len(tag) in (2, 3) and tag[0] in AUXILIARIES and tag[-1] in TAG)


def _first(lows: Sequence[str]) -> str:
    return next((low for low in lows if low[0].isalnum()), "")


def _is_supposed(lows: Sequence[str], clause: Sequence[int], condition: Sequence[str], quoted: bool) -> bool:
    own = [lows[place] for place in clause]
    words = [low for low in lows[:OPENING_WORDS] if low[0].isalnum()]
    if words[:1] and words[0] in SUPPOSING and len(words) > 1 and words[1] in ("if", "that", "for", "a", "you", "we"):
        return True
    if not condition or CONDITIONAL.isdisjoint(own):
        return False
    if _perfect(own):
        return True
    unreal = any(low == "were" and condition[place - 1] in SUBJUNCTIVE for place, low in enumerate(condition) if place)
    return unreal or (quoted and _is_past(condition))


def _perfect(own: Sequence[str]) -> bool:
    """Whether a clause has "would have"; adverbs and a "not" may stand between."""
    place = next(place for place, low in enumerate(own) if low in CONDITIONAL)
    return "have" in own[place + 1 : place + 4]


def _is_past(condition: Sequence[str]) -> bool:
    """Whether the first finite verb of a condition is in the past: "if it *rained*"."""
    finite = finite_verbs(condition)
    low = next((low for low, verb in zip(condition, finite, strict=True) if verb), "")
    return low in PAST or low in ("had", "did", "were", "was", "could") or low.endswith("ed")
