"""Features of what a name names: its words and spelling, what stands around it, and what the rules' evidence says."""

from __future__ import annotations

from collections import defaultdict

from onrecord.resolve.casing import Casing
from onrecord.resolve.figure import Figure
from onrecord.resolve.gazetteer import CAPITALS, DEMONYMS, PLACES
from onrecord.resolve.lexicon import COMMON_WORDS, NOUN_STARTERS, ORG_ENDINGS, ORG_WORDS, PLACE_NOUNS, TITLE_NOUNS
from onrecord.resolve.name_words import ENDS, LEANINGS, NOTHING_KNOWN, NameWords
from onrecord.resolve.names import Name
from onrecord.resolve.nouns import noun_kind
from onrecord.resolve.runs import JOINERS
from onrecord.resolve.words import CAPITAL, HEADING, INITIAL, POSSESSIVE, SHOUTED, Words

Features = dict[str, float]

NAMES = 12
"""Names of a figure whose surroundings are looked at, the first ones."""
MOST = 4
"""The most that a point of evidence counts."""


def features(words: Words, casing: Casing, figure: Figure, known: NameWords = NOTHING_KNOWN) -> Features:
    """Find the features of a figure that has names.

    Args:
        words: The article's words.
        casing: How the article writes them.
        figure: The figure.
        known: What is known of the words of names.

    Returns:
        Feature → its value: 1 for what is so, the share of the names that it holds for where it is about one name.
    """
    longest = max(figure.names, key=lambda name: len(name.keys))
    found: Features = {"": 1.0}
    _form(words, casing, longest, found)
    found.update(known.features(words.lows[longest.first : longest.last + 1]))
    _evidence(figure, found)
    found[_together(figure, longest, found)] = 1
    looked_at = figure.names[:NAMES]
    around: defaultdict[str, float] = defaultdict(float)
    for name in looked_at:
        for feature in _around(words, name):
            around[feature] += 1
    found.update((feature, count / len(looked_at)) for feature, count in around.items())
    return found


def _form(words: Words, casing: Casing, name: Name, found: Features) -> None:
    lows = words.lows[name.first : name.last + 1]
    count = len(lows)
    found[f"n{min(count, 5)}"] = 1
    for low in lows[1:-1]:
        found[f"m:{low}"] = 1
    found[f"f:{lows[0]}"] = 1
    found[f"l:{lows[-1]}"] = 1
    found[f"{min(count, 2)}s:{lows[-1][-3:]}"] = 1
    if count > 1:
        found[f"fs:{lows[0][-2:]}"] = 1
        found.update((f"w:{low}", 1.0) for low in (lows[0], lows[-1]))
    _shape(words, casing, name, lows, found)
    if lows[-1] in ORG_ENDINGS:
        found["org ending"] = 1
    elif lows[-1] in ORG_WORDS:
        found[f"org word {min(count, 2)}"] = 1
    elif any(low in ORG_WORDS for low in lows):
        found["org word in it"] = 1
    if lows[-1] in PLACE_NOUNS:
        found["place noun"] = 1
    if " ".join(lows) in PLACES or " ".join(lows) in CAPITALS:
        found["known place"] = 1
    if lows[0] in DEMONYMS:
        found["people"] = 1
    if lows[-1] in TITLE_NOUNS:
        found["office"] = 1


def _shape(words: Words, casing: Casing, name: Name, lows: list[str], found: Features) -> None:
    """How its words are spelled, here and elsewhere in the article."""
    flags = words.flags[name.last]
    if flags & SHOUTED and not flags & HEADING:
        found[f"capitals {min(len(lows), 2)}"] = 1
    form = name.span.of(words.text)
    if any(char.isdigit() for char in form):
        found["digit"] = 1
    if any(form[place].isupper() and form[place - 1].islower() for place in range(1, len(form))):
        found["capital inside"] = 1
    if any(len(low) == 1 for low in lows[:-1]):
        found["initial"] = 1
    for mark in "-&.":
        if mark in form:
            found[f"has {mark}"] = 1
    if any(low in JOINERS for low in lows):
        found["joined"] = 1
    if any(casing.lower[low] for low in lows if low not in JOINERS):
        found[f"small elsewhere {min(len(lows), 2)}"] = 1
    if any(low in COMMON_WORDS for low in lows):
        found[f"common {min(len(lows), 2)}"] = 1
    if len(lows) == 1 and casing.capital[lows[0]] == 0:
        found["only first"] = 1


def _evidence(figure: Figure, found: Features) -> None:
    evidence = figure.evidence
    for what in ("person", "organisation", "place", "state", "pronoun", "titled"):
        points = getattr(evidence, what)
        if points:
            found[f"e:{what}{'-' if points < 0 else ''}"] = min(MOST, abs(points)) / MOST
    if figure.kind is not None:
        found[f"kind {figure.kind}"] = 1
    if figure.surnamed and figure.full:
        found["short too"] = 1
    if len(figure.names) > 2:
        found["often"] = 1


def _together(figure: Figure, name: Name, found: Features) -> str:
    """The rules' kind, the number of words, what the words lean to and whether one is common, as one feature.

    Words that nobody counted say little by themselves; two capitals of them that the rules take for a person do.
    """
    sums = [sum(found.get(f"leans {place} {leaning}", 0.0) for place in ENDS) for leaning in LEANINGS]
    best = max(range(len(sums)), key=sums.__getitem__)
    leaning = LEANINGS[best] if sums[best] > 0 else "?"
    common = any(feature.startswith(("common", "small elsewhere")) for feature in found)
    return f"all: {figure.kind} {min(len(name.keys), 4)} {leaning} {'common' if common else 'not common'}"


def _around(words: Words, name: Name) -> list[str]:
    """What stands around one name."""
    out = []
    before, after = name.first - 1, name.last + 1
    opens = before < 0 or words.sentences[before] != words.sentences[name.first]
    if name.title is not None:
        out.append("titled")
    elif opens:
        out.append("opens")
    else:
        gap = words.gap(before).strip()
        low = words.lows[before]
        out.append(f"<{gap[:1]}" if gap else f"<{low}")
        if not gap and low not in NOUN_STARTERS:
            out.append(f"<kind {noun_kind(low)}")
        if not gap and low in ("the", "a", "an") and before and words.adjacent(before - 1):
            out.append(f"<<{words.lows[before - 1]}")
    if words.flags[name.first] & (INITIAL | HEADING):
        out.append("owed")
    if words.flags[name.last] & POSSESSIVE:
        out.append("'s")
    if after >= len(words) or words.sentences[after] != words.sentences[name.last]:
        out.append("ends")
        return out
    gap = words.gap(name.last).strip()
    low = words.lows[after]
    if gap:
        out.append(f">{gap[:1]}")
        if words.flags[after] & CAPITAL:
            out.append(f">{gap[:1]}Aa")
    else:
        out.append(f">{low}")
        if low not in NOUN_STARTERS:
            out.append(f">kind {noun_kind(low)}")
        if low.endswith(("ed", "s")):
            out.append(f">-{low[-1]}")
    return out
