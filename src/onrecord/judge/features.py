"""Features: what the scorer sees of a statement: its cue, its source, and what its content says and how.

Each is a readable name with a value; the values were set by hand so that what says more weighs more before anything is
learned (a feature with a greater value is held back less).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from onrecord.judge.clause import AUXILIARIES, main_clause
from onrecord.judge.said import Said
from onrecord.judge.vocabulary import class_table, stem
from onrecord.judge.wordlist import word_set

Features = dict[str, float]

SOURCES: dict[str, frozenset[str]] = {
    "expert": word_set(
        """analyst analysts author consultant consultants correspondent director economist economists editor expert
        experts fellow historian institute pollster professor researcher researchers scholar scientist scientists
        strategist strategists thinktank university"""
    ),
    "official": word_set(
        """agency authorities bank command company department government minister ministry officer officers official
        officials police prosecutors residents secretary spokesman spokesperson spokeswoman witness witnesses"""
    ),
    "document": word_set(
        """analysis article complaint data document documents email emails figures filing journal lawsuit letter memo
        news paper poll post records report research reuters statement study survey times video"""
    ),
    "critic": word_set("activists campaigners critic critics democrats groups opponent opponents republicans rival"),
    "pronoun": word_set("he her his it its she their they"),
    "company": word_set("airline co company corp council department firm government group inc ltd ministry office plc"),
}
QUOTES = frozenset('“”"')
MODALS = {"'ll": "will", "shall": "will", "'d": "would", "might": "may"}
FUTURE = word_set("'d 'll shall will would")
EXPECTING = word_set("anticipate expect expected expecting expects forecast likely unlikely")
POSSIBLE = word_set("could may might")
OBLIGING = word_set("let must need needed needs ought require requires should")
NEGATING = word_set("n't never no not")
OWN = ("he", "she", "they", "it", "his", "her", "their", "its")
TELLING = word_set("bad cause deny event feeling good harm judge must number offer plan retaliate sorry thank wrong")
"""Classes of words that say more when it is known of whom they are said."""

LENGTHS = (5, 12, 28, 65)
"""Words and marks that part short, middling and long contents."""


def features(said: Said) -> Features:
    """Describe a statement.

    Args:
        said: The statement.

    Returns:
        Name → value, in a fixed order.
    """
    found: Features = {}
    _cue(found, said)
    kinds = _source(found, said)
    _opening(found, said)
    for number, lows in enumerate(said.sentences):
        clause = said.clause if number == 0 else tuple(lows[place] for place in main_clause(lows))
        if lows:
            _sentence(found, said, kinds, lows, clause, first=number == 0)
    _words(found, said)
    return found


def _add(found: Features, name: str, value: float) -> None:
    if value > found.get(name, 0.0):
        found[name] = value


def _cue(found: Features, said: Said) -> None:
    phrase = said.phrase
    if phrase is None:
        _add(found, "cue: unlisted" if said.cue else "cue: none", 1.0)
    else:
        _add(found, f"cue: {phrase.words}", 1.5)
        if phrase.sure:
            _add(found, f"cue decides {phrase.sure}", 2.0)
        for act in phrase.leaning:
            _add(found, f"cue suggests {act}", 1.0)
    for low in said.cue_lows:
        _add(found, f"cue word {low}", 0.5)


def _source(found: Features, said: Said) -> tuple[str, ...]:
    kinds = tuple(kind for kind, words in SOURCES.items() if not words.isdisjoint(said.source_lows))
    kinds = kinds or (("name",) if said.source_lows else ("none",))
    for kind in kinds:
        _add(found, f"source {kind}", 1.0)
    if len(said.source_lows) == 1:
        _add(found, f"source {said.source_lows[0]}", 0.7)
    return kinds


def _opening(found: Features, said: Said) -> None:
    quoted = not all(QUOTES.isdisjoint(sentence) for sentence in said.sentences)
    _add(found, "quoted" if said.direct and quoted else "partly quoted" if quoted else "told", 1.0)
    size = sum(map(len, said.sentences))
    _add(found, f"length {sum(size > limit for limit in LENGTHS)}", 0.7)
    opening, style = said.opening, "quoted" if said.direct else "told"
    for place, word in enumerate(opening[:3]):
        _add(found, f"word {place} {word}", 0.8 if place < 2 else 0.5)
    _add(found, f"{style} begins {' '.join(opening[:2])}", 1.0)
    _add(found, f"{style} begins {' '.join(opening[:3])}", 0.7)


def _sentence(
    found: Features,
    said: Said,
    kinds: Sequence[str],
    lows: Sequence[str],
    clause: Sequence[str],
    *,
    first: bool,
) -> None:
    """What a sentence says of whom; the first counts double, and its names stand apart from those of the others."""
    tag, weight = ("first", 1.2) if first else ("later", 0.6)
    words = set(clause)
    verb = next((place for place, word in enumerate(clause) if word in AUXILIARIES), -1)
    subject = _subject(said, clause, verb)
    negated = not words.isdisjoint(NEGATING)
    auxiliary = MODALS.get(clause[verb], clause[verb]) if verb >= 0 else "none"
    _add(found, f"{tag} of {subject}", 0.5 * weight)
    _add(found, f"{tag} {auxiliary}", 0.8 * weight)
    _add(found, f"{tag} {auxiliary} of {subject}{' not' if negated else ''}", weight)
    if negated:
        _add(found, f"{tag} not", 0.7 * weight)
        _add(found, f"{tag} not of {subject}", 0.7 * weight)
    time = _time(words)
    if time:
        _add(found, f"{tag} {time}", weight)
        _add(found, f"{tag} {time} of {subject}", 1.2 * weight)
        for kind in kinds:
            _add(found, f"{tag} {time} by {kind}", 0.8 * weight)
    if not words.isdisjoint(OBLIGING) or ({"have", "has"} & words and "to" in words):
        _add(found, f"{tag} must", weight)
        _add(found, f"{tag} must of {subject}", weight)
    if "?" in lows[-2:]:
        _add(found, f"{tag} asks", 1.2 * weight)
    for word in clause[verb + 1 : verb + 4] if verb >= 0 else ():
        _add(found, f"{tag} predicate {stem(word)}", 0.7 * weight)
        if time and subject in ("we", "self", "source"):
            _add(found, f"{tag} {time} predicate {stem(word)}", 0.8 * weight)
    _classes(found, tag, weight, kinds, subject, lows, clause)


def _classes(
    found: Features,
    tag: str,
    weight: float,
    kinds: Sequence[str],
    subject: str,
    lows: Sequence[str],
    clause: Sequence[str],
) -> None:
    """Classes of the words of a sentence, and of its main clause."""
    table = class_table()
    for low in lows:
        for name in table.get(stem(low), ()):
            _add(found, f"{tag} has {name}", 0.8 * weight)
    for low in clause:
        for name in table.get(stem(low), ()):
            _add(found, f"{tag} says {name}", 0.6 * weight)
            if name in TELLING:
                _add(found, f"{tag} says {name} of {subject}", 0.7 * weight)
                if tag == "first":
                    for kind in kinds:
                        _add(found, f"says {name} by {kind}", 0.5)


def _subject(said: Said, clause: Sequence[str], verb: int) -> str:
    """Of whom a clause speaks: we, the source itself, you, it, or others."""
    heads = [word for word in (clause[:verb] if verb >= 0 else clause[:3]) if word[0].isalpha()]
    if "i" in heads[:3] or "we" in heads[:3]:
        return "we"
    if heads and heads[0] in OWN and not said.direct:
        return "self"
    if said.names_source(heads):
        return "source"
    if "you" in heads:
        return "you"
    return "it" if heads and heads[0] in ("this", "that", "it", "there") else "others"


def _time(words: set[str]) -> str | None:
    """Whether a clause speaks of what is to come, and how surely."""
    if not words.isdisjoint(FUTURE) or {"going", "to"} <= words:
        return "will"
    if not words.isdisjoint(EXPECTING):
        return "expects"
    return None if words.isdisjoint(POSSIBLE) else "may"


def _words(found: Features, said: Said) -> None:
    """The content's words, each the less the more there are."""
    stems = dict.fromkeys(stem(low) for lows in said.sentences for low in lows if low[0].isalpha())
    for name in stems:
        found[f"has {name}"] = 2.2 / math.sqrt(len(stems))
