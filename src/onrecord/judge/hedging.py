"""Hedging: what the network holds to hedge a statement, beside the hedge that the rules read."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.judge.certainty import Sure, normalise
from onrecord.judge.certainty.hedges import came_about
from onrecord.judge.words import Words
from onrecord.spans import Span
from onrecord.types import Certainty

KEPT, OWN = 0.1, 0.5
"""Probability that a word of a rule's hedge must have, and from which a word hedges where no rule's does. On the
articles kept out of training (58 hedges) F1 is 72.4 from .05 to .1 and from .5 to .7, and 68.3 at .2; by rules alone
it was 70.4."""

STATED = "certainty.stated"
"""The rule of chances that the source states in numbers; they are read, not guessed, and stay."""

NO_HEDGES = frozenset({("could", "not"), ("could", "n't"), ("chance", "to"), ("chances", "to")})
"""A word and the next that say what somebody is unable to do, or has an opening for: no doubt of the source's. The
rules pass over them, and so does the network's hedge."""

Hedges = Sequence[tuple[Span, float]]
"""Words with the probability that they hedge the statement, in order."""


def weigh_hedge(words: Words, part: Sequence[int], sure: Sure | None, hedges: Hedges) -> Sure | None:
    """Decide on the hedge of a statement's main claim by rules and network together: they know different things.

    Args:
        words: The article's words.
        part: Places of the claim's words.
        sure: The hedge that the rules read.
        hedges: What the network says.

    Returns:
        The rules' hedge where the network does not rule it out; else the words that it is sure of, without a range of
        their own; None where neither has one.
    """
    if sure is not None and (sure.rule == STATED or _chance(sure.certainty.span, hedges) >= KEPT):
        return sure
    run: list[int] = []
    for place in part:
        if _chance(words.span(place, place), hedges) >= OWN:
            run.append(place)
        elif run:
            break
        if run and _is_plain(words.lows, run[-1]):
            run.clear()
    if not run:
        return None
    span = words.span(run[0], run[-1])
    phrase = normalise([words.lows[place] for place in run])
    return Sure(Certainty(span=span, phrase=phrase), None, "certainty.network")


def _is_plain(lows: Sequence[str], place: int) -> bool:
    """Whether a word hedges nothing: "could not see", but "could not only fail"; "was possible due to"."""
    unable = tuple(lows[place : place + 2]) in NO_HEDGES and lows[place + 2 : place + 3] != ["only"]
    return unable or came_about(lows, place)


def _chance(span: Span, hedges: Hedges) -> float:
    """The greatest probability of the words at a span."""
    return max((chance for word, chance in hedges if word.overlaps(span)), default=0.0)
