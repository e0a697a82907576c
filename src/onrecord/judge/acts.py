"""Acts: what somebody does by a statement. Boundary pairs by rule, then the cue, then scorer and network together."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from onrecord.judge.features import features
from onrecord.judge.said import Said
from onrecord.judge.scorer import likeliest, load_scorer
from onrecord.judge.wordlist import word_set
from onrecord.types import Act

DISCLOSING = word_set(
    """comment discuss say confirm elaborate disclose name identify specify give offer provide speculate reveal
    release respond speak detail be answer"""
)
"""What one declines to do; with "refuse" too, but for answering, which is refused (readings: 3 of 3)."""

CLAIMS = word_set(
    """claim claims allegation allegations accusation accusations suggestion suggestions report reports rumour
    rumours rumor rumors charge charges argument arguments notion assertion assertions criticism criticisms
    theory"""
)
"""What is denied when it is rejected or dismissed; a plan, an offer or a demand is refused."""

UNTRUE = word_set("absurd baseless fabricated fabrication false fiction groundless lie lies nonsense unfounded untrue")
"""What is rejected or dismissed as this is denied."""

REJECTING = word_set(
    """reject rejects rejected rejecting dismiss dismisses dismissed dismissing deny denies denied denying refute
    refutes refuted refuting rebuff rebuffs rebuffed"""
)

FEELINGS = word_set(
    """happy glad proud sad sorry angry delighted pleased thrilled excited honoured honored disappointed surprised
    shocked horrified worried concerned afraid hopeful relieved frustrated devastated upset nervous
    heartbroken stunned saddened"""
)
GRATEFUL = word_set("grateful thankful thank thanks")
SORROWS = ("sorry for", "sorry that", "sorry to", "sorry about")
PLEAS = ("forgive me", "forgive us")
CLEARING = (
    "nothing to do with",
    "did nothing wrong",
    "done nothing wrong",
    "no knowledge of",
    "never happened",
    "no wrongdoing",
    "no involvement",
    "not involved in",
    "no truth to",
    "no truth in",
    "not true",
    "simply untrue",
    "is untrue",
    "are untrue",
    "is false",
    "are false",
    "was false",
    "were false",
    "no plans to",
    "no intention of",
)
NOT_RULED_OUT = re.compile(r"\b(?:not|n't|never) (?:\w+ )?rul(?:e|ed|ing) (?:\w+ ){0,3}out\b")
NO_REASON = ("no reason to", "no reason for", "no reason why")
DEGREE_WORDS = 5
"""Words after the verb among which a feeling is named ("I am very, very proud")."""


MEASURED = 5
"""Times that a cue has to be met before its share of right answers is given as a score."""


class Verdict(NamedTuple):
    """An act and what decided it.

    Attributes:
        rule: Name of the rule, or "act.cue" or "act.scorer".
        score: How often it is right, where that was measured, or the scorer's probability.
        note: What spoke most for it, where the scorer decided.
    """

    act: Act
    rule: str
    score: float | None = None
    note: str | None = None


def decline(said: Said) -> Act | None:
    """Decline or refuse: a disclosure kept is declined, anything else refused."""
    phrase = said.phrase
    if phrase is None or phrase.words not in ("decline", "refuse"):
        return None
    opening = said.opening
    infinitive = opening[1] if opening[:1] == ("to",) and len(opening) > 1 else opening[0] if opening else ""
    if infinitive in DISCLOSING and not (infinitive == "answer" and phrase.words == "refuse"):
        return "decline"
    return "refuse"


def keep_silent(said: Said) -> Act | None:
    """Decline: "we cannot comment on that", "would not say"."""
    negated = {"not", "n't"} & {*said.clause, *said.cue_lows}
    if negated and said.of_self and {"comment", "confirm", "discuss"} & set(said.clause):
        return "decline"
    if negated and {"will", "would"} & set(said.cue_lows):
        return "decline" if DISCLOSING & {*said.opening[:1], *said.cue_lows} else None
    return None


def is_silent(said: Said, act: Act) -> bool:
    """Whether a cue's "not" is the silence itself: "would not confirm"; what one "would not say" was not said.

    Of 13 such cues of the 1,400 labelled articles 11 are labelled as statements that were made, of 5 with "say" none.

    Args:
        said: The statement's words.
        act: Its act.
    """
    lows = set(said.cue_lows)
    return act == "decline" and bool({"will", "would"} & lows) and "say" not in lows


def reject(said: Said) -> Act | None:
    """Deny, refuse or criticise: a claim is denied, a demand refused, the rest dismissed."""
    if REJECTING & set(said.cue_lows) and CLAIMS & set(said.cue_lows):  # "rejected accusations that …"
        return "deny"
    phrase = said.phrase
    if phrase is None or phrase.words not in ("reject", "rejection", "dismiss", "brush off", "brush aside"):
        return None
    if CLAIMS & set(said.opening[:6]) or ("as" in said.clause and UNTRUE & set(said.clause)):
        return "deny"
    return "refuse" if phrase.words.startswith("reject") else "criticise"


def tell_to(said: Said) -> Act | None:
    """Demand: "told them to go", "insisted that they must"."""
    phrase = said.phrase
    if phrase is None:
        return None
    if phrase.words in ("tell", "remind") and said.opening[:1] == ("to",):
        return "demand"
    if phrase.words in ("insist", "stress", "emphasise") and {"must", "should"} & set(said.clause):
        return "demand"
    return None


def request(said: Said) -> Act | None:
    """Demand: "requested that it be moved", "requested to be heard"; a thing requested is asked for."""
    if said.phrase is None or said.phrase.words != "request":
        return None
    return "demand" if "that" in said.sentences[0][:1] or said.opening[:1] == ("to",) else None


def suggest(said: Said) -> Act | None:
    """Propose: "suggested raising", "suggested that they should"."""
    if said.phrase is None or said.phrase.words != "suggest":
        return None
    gerund = said.opening[:1] and said.opening[0].endswith("ing")
    return "propose" if gerund or "should" in said.clause else None


def put_at(said: Said) -> Act | None:
    """Estimate: "put the cost at $3m", "pegged it at 300 tonnes"."""
    words = {*said.cue_lows, *said.sentences[0]}
    put = said.cue_lows[-1:] == ("at",) or (said.phrase is not None and said.phrase.words == "put" and "at" in words)
    return "estimate" if put and any(word[0].isdigit() for word in words) else None


def threaten(said: Said) -> Act | None:
    """Threaten: harm that is promised."""
    harm = {"retaliate", "punish", "revenge", "destroy", "crush", "sue", "consequences", "retaliation", "strike"}
    if said.phrase and said.phrase.words in ("vow", "promise", "pledge", "swear") and harm & set(said.sentences[0]):
        return "threaten"
    return None


def thank(said: Said) -> Act | None:
    """Thank or apologise in so many words: "thank you", "we are grateful to", "I am sorry for", "forgive me"."""
    if said.direct and said.opening[:2] in (("thank", "you"), ("thanks", "to"), ("many", "thanks")):
        return "thank"
    if said.direct and (said.opening[:2] == ("sorry", "for") or _holds(said.sentences[0], PLEAS)):
        return "apologise"
    if not said.of_self or {"not", "n't"} & set(said.clause):
        return None
    if {"apologise", "apologize", "apologises", "apologized", "apologised"} & set(said.clause):
        return "apologise"
    if said.direct and _holds(said.clause, SORROWS):
        return "apologise"
    return "thank" if GRATEFUL & set(said.clause) else None


def clear(said: Said) -> Act | None:
    """Deny: "that is not true", "we had nothing to do with it"."""
    return "deny" if _holds(said.sentences[0], CLEARING) else None


def see_no_reason(said: Said) -> Act | None:
    """Assess: "there is no reason to leave" judges and refuses nothing."""
    return "assess" if _holds(said.sentences[0], NO_REASON) else None


def rule_nothing_out(said: Said) -> Act | None:
    """Predict: "could not rule out a second flood" holds it to be possible and refuses nothing."""
    return "predict" if NOT_RULED_OUT.search(" ".join(said.sentences[0])) else None


def question(said: Said) -> Act | None:
    """Ask: nothing but questions, in the source's own words."""
    return "ask" if said.direct and all("?" in sentence[-2:] for sentence in said.sentences) else None


def _holds(words: tuple[str, ...], runs: Collection[str]) -> bool:
    """Whether some of the runs of words stand among words."""
    text = f" {' '.join(words)} "
    return any(f" {run} " in text for run in runs)


def feel(said: Said) -> Act | None:
    """Express: a hope or a feeling of the source's own ("she was delighted")."""
    if not said.of_self:
        return None
    if {"hope", "hopes", "hoped"} & set(said.clause[:6]):
        return "express"
    feeling = said.verb >= 0 and FEELINGS & set(said.clause[said.verb + 1 : said.verb + 1 + DEGREE_WORDS])
    return "express" if feeling and not {"not", "n't"} & set(said.clause) else None


def expect(said: Said) -> Act | None:
    """Predict: "likely", "unlikely", "we expect"."""
    if {"likely", "unlikely"} & set(said.clause):
        return "predict"
    if said.of_self and {"expect", "expects", "expected", "anticipate"} & set(said.clause[:6]):
        return "predict"
    return None


Rule = Callable[[Said], Act | None]

BOUNDARIES: tuple[Rule, ...] = (decline, keep_silent, reject, tell_to, request, suggest, put_at, threaten)
"""Rules that look at the cue and at what is said; they come before the cue alone."""

CONTENTS: tuple[Rule, ...] = (thank, clear, see_no_reason, rule_nothing_out, question, feel, expect)
"""Rules on what is said, for cues that decide nothing. On the readings' train split: hopes right in 6 of 6, feelings in
10 of 15, "likely" in 10 of 11, expecting in 6 of 8, on both halves above the scorer; thanks and apologies are too rare
to count. With the articles of ``training/labels``: clearing oneself right in 10 of 14 (the scorer in 2), questions in
12 of 29 (in 7); "no plans to" and "no intention of" in 7 of 13 (in 1). What is requested with "that" or "to" is
demanded in 11 of 13."""


def decide_act(said: Said, seen: Mapping[Act, float]) -> Verdict:
    """Decide what somebody does by a statement.

    Args:
        said: The statement.
        seen: What the network gives each act; empty where it was not asked.

    Returns:
        The act, with the rule that decided it.
    """
    for rule in BOUNDARIES:
        act = rule(said)
        if act:
            return Verdict(act, f"act.{rule.__name__}")
    scorer = load_scorer()
    phrase = said.phrase
    if phrase and phrase.sure:
        right, met = scorer.measured.get(phrase.words, (0, 0))
        return Verdict(phrase.sure, "act.cue", right / met if met >= MEASURED else None)
    for rule in CONTENTS:
        act = rule(said)
        if act:
            return Verdict(act, f"act.{rule.__name__}")
    act, probability, reasons = likeliest(features(said), scorer, seen)
    return Verdict(act, "act.scorer", probability, "; ".join(reasons) or None)
