"""Present, past and future, and no more: "now", "recently", "in the future", "soon"."""

from __future__ import annotations

from onrecord.judge.times.context import Match
from onrecord.judge.times.rules import Resolve, Rule
from onrecord.judge.times.values import Value, vague
from onrecord.judge.wordlist import word_set


def _present(match: Match) -> Value | None:
    if match.low("n") == "now" and match.after() == "that" and match.before() in (".", ""):
        return None
    return vague("PRESENT_REF")


def _past_noun(match: Match) -> Value | None:
    """Such as "in the past"; not "the past two weeks", "the past president"."""
    if match.before() not in ("in", "of", "from", "than", "with", "into") or not _ends(match):
        return None
    return vague("PAST_REF")


def _future_noun(match: Match) -> Value | None:
    """Such as "in the near future"; not "the future president"."""
    return vague("FUTURE_REF") if _ends(match) or match.after() in ("is", "and", "of", "if", "to", "that") else None


def _ends(match: Match) -> bool:
    """Whether the words end a phrase: what follows is no word that they could describe."""
    after = match.last + 1
    tokens = match.context.tokens
    return after >= len(tokens) or tokens[after].kind != "word" or tokens[after].low in _AFTER_NOUN


_AFTER_NOUN = word_set(
    """it he she they we i you and but has have had is was were are will would to the that than when if in as at by
    this"""
)


def _soon(match: Match) -> Value | None:
    if match.before() in ("as", "how", "too", "so", "sooner") or match.after() in ("after", "as", "before", "became"):
        return None
    return vague("FUTURE_REF")


def _fixed(value: str) -> Resolve:
    return lambda _: vague(value)


RULES = (
    Rule("vague.present", "right? <n:now>", _present),
    Rule("vague.present", "currently|nowadays|presently", _fixed("PRESENT_REF")),
    Rule(
        "vague.present",
        "at present|these days|at THE moment|at this moment|at this time|this moment",
        _fixed("PRESENT_REF"),
    ),
    Rule("vague.past", "(?:more|very|most)? recently|lately", _fixed("PAST_REF")),
    Rule("vague.past", "THE (?:recent|distant)? past", _past_noun),
    Rule("vague.future", "THE (?:near|foreseeable|immediate|distant)? future", _future_noun),
    Rule("vague.future", "soon", _soon),
)
