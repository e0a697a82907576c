"""Inflect: the forms of an English verb or noun, by rule and by a list of irregular verbs.

A cue lexicon of a few hundred words needs no table of the language: simplemma takes 0.3 s and 31 MB to give its first
lemma (measured), a quarter of what the whole tool may take to start.
"""

from __future__ import annotations

VOWELS = frozenset("aeiou")

IRREGULAR = {
    "begin": "begins began begun beginning",
    "dub": "dubs dubbed dubbing",
    "infer": "infers inferred inferring",
    "prod": "prods prodded prodding",
    "snub": "snubs snubbed snubbing",
    "admit": "admits admitted admitting",
    "agree": "agrees agreed agreeing",
    "be": "am is are was were been being",
    "beg": "begs begged begging",
    "bet": "bets betting",
    "blog": "blogs blogged blogging",
    "brag": "brags bragged bragging",
    "come": "comes came coming",
    "commit": "commits committed committing",
    "concur": "concurs concurred concurring",
    "decree": "decrees decreed decreeing",
    "demur": "demurs demurred demurring",
    "dream": "dreams dreamed dreamt dreaming",
    "feel": "feels felt feeling",
    "find": "finds found finding",
    "foresee": "foresees foresaw foreseen foreseeing",
    "foretell": "foretells foretold foretelling",
    "fret": "frets fretted fretting",
    "give": "gives gave given giving",
    "go": "goes went gone going",
    "guarantee": "guarantees guaranteed guaranteeing",
    "have": "has had having",
    "hit": "hits hitting",
    "hold": "holds held holding",
    "know": "knows knew known knowing",
    "lay": "lays laid laying",
    "make": "makes made making",
    "nod": "nods nodded nodding",
    "pan": "pans panned panning",
    "pay": "pays paid paying",
    "plan": "plans planned planning",
    "plead": "pleads pleaded pled pleading",
    "prefer": "prefers preferred preferring",
    "put": "puts putting",
    "quip": "quips quipped quipping",
    "read": "reads reading",
    "rebut": "rebuts rebutted rebutting",
    "refer": "refers referred referring",
    "regret": "regrets regretted regretting",
    "rip": "rips ripped ripping",
    "say": "says said saying",
    "see": "sees saw seen seeing",
    "seek": "seeks sought seeking",
    "set": "sets setting",
    "shoot": "shoots shot shooting",
    "show": "shows showed shown showing",
    "shrug": "shrugs shrugged shrugging",
    "sing": "sings sang sung singing",
    "slam": "slams slammed slamming",
    "snap": "snaps snapped snapping",
    "sob": "sobs sobbed sobbing",
    "speak": "speaks spoke spoken speaking",
    "sum": "sums summed summing",
    "swear": "swears swore sworn swearing",
    "take": "takes took taken taking",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "understand": "understands understood understanding",
    "withhold": "withholds withheld withholding",
    "write": "writes wrote written writing",
    "aver": "avers averred averring",
    "break": "breaks broke broken breaking",
    "draw": "draws drew drawn drawing",
    "eye": "eyes eyed eyeing",
    "flag": "flags flagged flagging",
    "keep": "keeps kept keeping",
    "label": "labels labelled labelling labeled labeling",
    "nag": "nags nagged nagging",
    "pin": "pins pinned pinning",
    "ring": "rings rang rung ringing",
    "shut": "shuts shutting",
    "sidestep": "sidesteps sidestepped sidestepping",
    "stand": "stands stood standing",
    "strike": "strikes struck striking",
}
"""Base form → its other forms, for the words of the lexicon that the rules get wrong."""


INVARIABLE = frozenset(["according", "no", "not", "of", "per", "would"])
ALWAYS_ISE = frozenset(["advise", "praise", "promise", "raise"])


def forms(lemma: str) -> tuple[str, ...]:
    """All forms of a verb; a noun's plural is among them ("warning" also gives "warnings").

    Args:
        lemma: In lower case. British "-ise" also gives American "-ize".
    """
    if lemma in INVARIABLE:
        return (lemma,)
    if lemma.endswith(("ise", "yse")) and lemma not in ALWAYS_ISE:
        return _regular(lemma) + _regular(lemma[:-2] + "ze")
    if lemma in IRREGULAR:
        return (lemma, *IRREGULAR[lemma].split())
    return _regular(lemma)


def _regular(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e"):
        return (lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return (lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return (lemma, plural, lemma + "ed", lemma + "ing")
