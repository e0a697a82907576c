"""Proposition: what a yes-or-no question asks, and whether a statement holds it to be so, by its words alone.

Where the words do not carry a position there is none: a report that is silent on it, a condition, a hedge that no scale
has, words in another order ("Vellmark will send Ostrey grain" is not "Ostrey will send Vellmark grain").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from onrecord.ask.dossier.exhibits import Position
from onrecord.ask.dossier.relevance import Term
from onrecord.judge.wordlist import word_set
from onrecord.spans import Span
from onrecord.store.words import lemmas, tokens
from onrecord.types import Act, Certainty, Claim, Statement

_OPENERS = word_set("""
    will would shall should ought can could may might must do does did is are was were has have had am
    wont wouldnt shant shouldnt cant couldnt dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt
""")
"""First words of a question that is answered by yes or no."""

_NOT = word_set(
    "not never wont wouldnt shant shouldnt cant couldnt dont doesnt didnt isnt arent wasnt werent hasnt havent"
)

_HOLDING: frozenset[Act] = frozenset(
    {"assert", "accuse", "deny", "refuse", "admit", "warn", "predict", "assess", "promise", "announce", "threaten"}
)
"""Acts by which somebody holds something to be so, or not: what is asked for, wished or put to others is not held."""

_CALLING: frozenset[Act] = frozenset({"demand", "propose", "want"})
"""Acts by which somebody holds that something should be."""

_SHOULD = word_set("should shouldnt must mustnt ought")

_OF_ONESELF: frozenset[Act] = frozenset({"refuse", "promise", "announce", "threaten"})
"""Acts on what the speaker does: "Vellmark refused to close it" has its subject before its content."""

_ITSELF = re.compile(
    r"\W{0,2}(?:that\s+)?(?:I|we|it(?!\s+(?:is|was|be|were|would\s+be|will\s+be|seem|look)))\b", re.IGNORECASE
)
"""A claim that begins with its speaker: "Vellmark denied that it would close it"; not "that it was likely"."""

_TURNING: Mapping[Act, str] = {"deny": "it is denied", "refuse": "it is refused"}
_WORD = re.compile(r"\S+")
_EVEN = Decimal(50)


class Proposition(NamedTuple):
    """What is asked to be so.

    Attributes:
        terms: Its words in their order.
        negative: Whether it is asked with a "not".
        norm: Whether it is asked what should be, not what is: "Should the tunnel close?"
    """

    terms: tuple[Term, ...]
    negative: bool
    norm: bool


Named = Mapping[Span, frozenset[str]]
"""Mentions in a document, with the folded words of the names of whom they mean."""


def proposition_of(asked: str, terms: Sequence[Term]) -> Proposition | None:
    """Read what a question asks; None where it is not answered by yes or no.

    Args:
        asked: As it was typed.
        terms: What is searched of it.
    """
    words = tokens(asked)
    if not words or words[0] not in _OPENERS:
        return None
    return Proposition(tuple(terms), not _NOT.isdisjoint(words), words[0] in _SHOULD)


def position_of(
    statement: Statement,
    hedges: Sequence[Certainty],
    text: str,
    start: int,
    asked: Proposition,
    named: Named,
    speakers: frozenset[str],
) -> tuple[Position, str]:
    """Tell what a statement holds of what is asked, and on what that rests.

    Args:
        statement: The statement.
        hedges: Of its claims, in their order, on a scale; one for each claim that has one.
        text: A stretch of the document that the statement's content lies in.
        start: Where that stretch starts in the document.
        asked: What is asked.
        named: Mentions in the document.
        speakers: Folded words of the speakers' names.
    """
    calling = asked.norm and statement.act in _CALLING
    if statement.negated or not (calling or statement.act in _HOLDING):
        return "untold", "it was not said" if statement.negated else ""
    scaled = iter(hedges)
    told = set()
    for claim in statement.claims:
        hedge = next(scaled, None) if claim.certainty is not None else None
        if _has_all(claim, statement, text, start, asked, named, speakers):
            words = frozenset(tokens(text[max(claim.span.start - start, 0) : max(claim.span.end - start, 0)]))
            if calling or asked.norm == (not _SHOULD.isdisjoint(words)):
                told.add(_held(claim, statement.act, hedge, asked, negated=not _NOT.isdisjoint(words)))
            else:
                told.add(("untold", "one is what should be, the other what is"))
    held = {answer for answer in told if answer[0] != "untold"}
    if len({position for position, _ in held}) > 1:
        return "untold", "its claims differ"
    return min(held or told, default=("untold", ""))


def _held(
    claim: Claim, act: Act, hedge: Certainty | None, asked: Proposition, *, negated: bool
) -> tuple[Position, str]:
    """What one claim holds of it.

    The polarity of what is denied is turned round already where its cue denies ("denied that it will"); where the words
    and the polarity agree, the denial is of something else ("“It will not,” he said: that was untrue").
    """
    if claim.condition is not None:
        return "untold", "on a condition"
    if claim.mood != "declarative":
        return "untold", "it is asked or supposed"
    reasons = [_TURNING[act]] if act in _TURNING else []
    if hedge is None:
        if act == "deny" and negated == (claim.polarity == "negative"):
            return "untold", "its words do not tell what is denied"
        so = claim.polarity == "positive"
        reasons.append(f"the claim is {claim.polarity}")
    else:
        low, high = hedge.stated or (hedge.low, hedge.high)
        if low is None or high is None or act in _TURNING or (Decimal(low) < _EVEN < Decimal(high)):
            return "untold", f"hedged: “{hedge.phrase}”"
        so = Decimal(low) >= _EVEN
        reasons.append(f"“{hedge.phrase}” is {low}–{high}%")
    return ("for" if so ^ (act == "refuse") ^ asked.negative else "against"), ", ".join(reasons)


def _has_all(
    claim: Claim,
    statement: Statement,
    text: str,
    start: int,
    asked: Proposition,
    named: Named,
    speakers: frozenset[str],
) -> bool:
    """Whether a claim has all that is asked, in the same order."""
    waiting = list(asked.terms)
    of_oneself = statement.act in _OF_ONESELF or _ITSELF.match(text, max(claim.span.start - start, 0))
    if of_oneself and waiting and not waiting[0].names.isdisjoint(speakers):
        waiting.pop(0)
    for words in _words(claim.span, text, start, named):
        while waiting and _is(waiting[0], words):
            waiting.pop(0)
    return not waiting


def _words(span: Span, text: str, start: int, named: Named) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    """The lemmas of each word of a claim, and the names that a mention there means."""
    at = {mention.start: names for mention, names in named.items() if span.covers(mention)}
    for word in _WORD.finditer(text, max(span.start - start, 0), max(span.end - start, 0)):
        place = start + word.start()
        names = frozenset().union(*(at[spot] for spot in range(place, start + word.end()) if spot in at))
        yield tuple(lemmas(word[0])), names


def _is(term: Term, words: tuple[tuple[str, ...], frozenset[str]]) -> bool:
    said, names = words
    return term.phrase[0] in said or not term.names.isdisjoint(names)
