"""Hedges: the words with which a source says how sure a clause's proposition is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.judge.certainty.lexicon import (
    ADJECTIVES,
    ADVERBS,
    ASKING,
    BARE,
    BE,
    BEFORE_KIND,
    BEFORE_LOCAL,
    CHANCES,
    DEGREES,
    JUDGING,
    LOCAL,
    MADE,
    MODALS,
    NEGATORS,
    NOT_HEDGED,
    NOT_SEEMING,
    OF_CHANCE,
    OF_CHANCES,
    OF_PARTICIPLES,
    OPEN,
    OPENING,
    OPINIONS,
    OWED_TO,
    PHRASES,
    PREDICATES,
    QUOTES,
    SEEMING,
    SUSPECTING,
    TAKING,
    WEAK_PHRASES,
)
from onrecord.judge.certainty.modals import is_expected, modal_end
from onrecord.judge.certainty.phrasing import Phrasing, phrase_of
from onrecord.judge.certainty.scales import is_term
from onrecord.judge.clause import AUXILIARIES, PRONOUNS
from onrecord.judge.mood import is_question

MODAL = 2
"""From this rank on a hedge is no word of probability."""

REACH = 12
"""Words of a clause that are looked at for what an "I think" judges."""

LONGEST_SUBJECT = 50
"""Words of a question that is a subject, after which what it is left as is looked for."""


HEDGING = MODALS | SEEMING | ADJECTIVES | ADVERBS | PREDICATES | CHANCES | SUSPECTING | {"should", "i", "we", *PHRASES}
"""Words that a hedge is found by."""


class Hedge(NamedTuple):
    """The words of a hedge, as places in a sentence, and how much it says.

    Attributes:
        first, last: Places of its first and last word.
        rank: 0 for a term of a standard, 1 for another word of probability, 2 for a modal or a verb of seeming, 3 for
            an opinion or its ground.
        phrase: Its words, normalised.
        negated: Whether the claim that it bears on has a "not" of its own.
        negation: The place of a negation that belongs to it and stands apart from it ("no one is likely"); -1 without.
    """

    first: int
    last: int
    rank: int
    phrase: str = ""
    negated: bool = False
    negation: int = -1


def find_hedge(lows: Sequence[str], clause: Sequence[int], front: bool = False) -> Hedge | None:
    """Find the hedge on the proposition of a clause.

    Args:
        lows: The sentence's words and marks in lower case, contractions split.
        clause: Places of the clause's words.
        front: Whether a fixed phrase before the clause belongs to it ("as far as I know, …").

    Returns:
        The one that says most ("very unlikely" before "could"), of these the first; None where there is none, and in
        a question or a condition, which assert nothing.
    """
    if is_question(lows):
        return None
    if clause and lows[clause[0]] in OPENING:
        return _open_question(lows, clause) if lows[clause[0]] in ASKING else None
    before = range(clause[0] if front and clause else 0)
    best = next(filter(None, (_phrase(lows, place) for place in before)), None)
    for place in clause:
        hedge = _read(lows, place, clause[0]) if lows[place] in HEDGING else None
        if hedge and (best is None or hedge.rank < best.rank):
            best = hedge
    return None if best is None else _phrased(lows, clause, best)


def _open_question(lows: Sequence[str], clause: Sequence[int]) -> Hedge | None:
    """What leaves a question open after it: "Whether the fund survives *remains to be seen*", "*is unclear*"."""
    for place in range(clause[0] + 1, min(clause[0] + LONGEST_SUBJECT, len(lows))):
        for phrase in OPEN:
            if lows[place] == phrase[0] and tuple(lows[place : place + len(phrase)]) == phrase:
                first = place + (phrase[0] in ("is", "was", "remains") and phrase[-1] != "seen")
                return _phrased(lows, clause, Hedge(first, place + len(phrase) - 1, 1))
    return None


def _phrased(lows: Sequence[str], clause: Sequence[int], hedge: Hedge) -> Hedge:
    phrasing: Phrasing = phrase_of(lows, clause, hedge.first, hedge.last, hedge.rank < MODAL)
    return hedge._replace(
        first=phrasing.first,
        last=phrasing.last,
        phrase=phrasing.phrase,
        negated=phrasing.negated,
        negation=phrasing.negation,
    )


def _read(lows: Sequence[str], place: int, first: int) -> Hedge | None:
    """The hedge whose main word stands at a place."""
    word = lows[place]
    after = lows[place + 1] if place + 1 < len(lows) else ""
    before = lows[place - 1] if place > first else ""
    if word in MODALS:
        phrase, last = _phrase(lows, place), modal_end(lows, place, first)
        return phrase or (None if last is None else Hedge(place, last, MODAL))
    if word in SEEMING:
        literal = word.startswith("appear") and (after in NOT_SEEMING or before == "to" or not after)
        return None if literal else Hedge(place, place + (after == "to"), 2)
    if word in ADJECTIVES or word in ADVERBS or word in PREDICATES:
        return _probability(lows, place, first)
    if word in CHANCES:
        return _chance(lows, place, first)
    if word in SUSPECTING and after == "that" and before not in ("no", "little", "a"):
        return Hedge(place, place, 3)
    if word == "should":
        return Hedge(place, place, MODAL) if is_expected(lows, place) else None
    if word in ("i", "we") and after in OPINIONS and place <= first + 1:
        return _opinion(lows, place)
    return _phrase(lows, place)


def _probability(lows: Sequence[str], place: int, first: int) -> Hedge | None:
    """A word of probability with the words of degree before it."""
    word, before = lows[place], lows[place - 1] if place > first else ""
    after = lows[place + 1] if place + 1 < len(lows) else ""
    phrase = _phrase(lows, place)
    if phrase is not None:
        return phrase
    start = back(lows, place, first, DEGREES | NEGATORS)
    if word in PREDICATES and not (before in BE or start < place):
        return None
    if word in OF_CHANCE and (CHANCES.isdisjoint(lows[first:place][-REACH:]) or after in CHANCES):
        return None
    quoted = start > first and lows[start - 1] in QUOTES
    local = word in LOCAL and start - quoted > first and lows[start - quoted - 1] in BEFORE_LOCAL
    if local and not _ends(lows, place) and after not in PRONOUNS:
        return None
    if (word == "unclear" and after in ASKING) or (word == "probable" and after in ("cause", "causes")):
        return None
    if (word == "possible" and before in ("not", "n't", "as")) or (
        word == "impossible" and before not in ("not", "n't")
    ):
        return None  # a plain no
    if came_about(lows, place):
        return None
    if word == "possibly" and before in ("n't", "not") and lows[max(place - 2, 0)] in ("can", "could"):
        return None  # "cannot possibly": a plain no
    if word in OF_PARTICIPLES and after.endswith("ing") and before not in BE and before not in AUXILIARIES:
        return None  # "two men allegedly selling tickets"
    if word == "likely" and (after in NOT_HEDGED or before in BEFORE_KIND or _is_ratio(lows, start)):
        return None
    for size in (5, 4, 3):  # "more likely than not"
        if start + size <= len(lows) and tuple(lows[start : start + size]) in PHRASES.get(lows[start], ()):
            return Hedge(start, start + size - 1, 0)
    phrase_words = " ".join(lows[start : place + 1])
    return Hedge(start, place, 0 if is_term(phrase_words) or word in ("likely", "unlikely") else 1)


def _is_ratio(lows: Sequence[str], start: int) -> bool:
    """Whether "likely" compares: "twice as likely", "three times more likely", "30 per cent more likely"."""
    before = lows[start - 1] if start else ""
    return before in ("times", "twice", "percent", "cent", "%") or (before == "as" and start > 1)


def _ends(lows: Sequence[str], place: int) -> bool:
    """Whether a word ends its sentence: "The ferry will not sail, probably."."""
    return not any(low[0].isalnum() for low in lows[place + 1 : place + 3])


def came_about(lows: Sequence[str], place: int) -> bool:
    """Tell whether a "possible" says that something is so: "was only possible due to"; but "snow is possible due to".

    Args:
        lows: Words and marks in lower case.
        place: Of the word.
    """
    before, after = lows[max(place - 1, 0) : place], lows[place + 1 : place + 2]
    return lows[place] == "possible" and not MADE.isdisjoint(before) and not OWED_TO.isdisjoint(after)


def _chance(lows: Sequence[str], place: int, first: int) -> Hedge | None:
    """A noun of chance with what says how great it is."""
    after = lows[place + 1] if place + 1 < len(lows) else ""
    start = odds(lows, place, first)
    own = lows[start:place]
    number = any(word[0].isdigit() or word in ("percent", "cent", "%") for word in own)
    if lows[place] == "risk" and not number:
        return None
    if start == place or (lows[place] == "odds" and not set(own) - BARE - {"no"}):
        return None
    if lows[place] in ("chance", "chances") and after == "to" and not number:
        return None
    before = lows[start - 1] if start > first else ""
    if not set(own) - BARE:
        there = "there" in lows[max(first, start - 4) : start]
        if before in TAKING or not there or lows[place] in ("prospect", "prospects"):
            return None
    phrase = " ".join(word for word in lows[start : place + 1] if word not in ("a", "an", "the"))
    return Hedge(start, place, 0 if is_term(phrase) or number else 1)


def _opinion(lows: Sequence[str], place: int) -> Hedge | None:
    """Read "I think" where it is unsure and does not judge ("I think we should go", "I think of it as …")."""
    after, then = lows[place + 1], lows[place + 2] if place + 2 < len(lows) else ""
    if then in ("of", "about", "so", "in") or (after == "think" and then in ("you", "your")):
        return None
    if after in ("think", "believe") and not JUDGING.isdisjoint(lows[place + 2 : place + 2 + REACH]):
        return None
    return Hedge(place, place + 1, 3)


def _phrase(lows: Sequence[str], place: int) -> Hedge | None:
    """The fixed phrase that begins at a place."""
    word = lows[place]
    for phrase in PHRASES.get(word, ()):
        end = place + len(phrase)
        if tuple(lows[place:end]) == phrase:
            if phrase[-1] in ("clear", "sure") and lows[end : end + 1] and lows[end] in ASKING:
                return None
            rank = 0 if is_term(" ".join(phrase)) else 3 if word in WEAK_PHRASES else 1
            return Hedge(place, end - 1, rank)
    return None


def odds(lows: Sequence[str], place: int, first: int) -> int:
    """Where a phrase of chance begins; "in" and "to" belong to it only between numbers ("a one in five chance")."""
    start = back(lows, place, first, OF_CHANCES)
    if start - 2 >= first and start < place and lows[start - 1] in ("in", "to", "-"):
        before = back(lows, start - 1, first, OF_CHANCES)
        return before if before < start - 1 else start
    return start


def back(lows: Sequence[str], place: int, first: int, belonging: frozenset[str]) -> int:
    """Where a phrase begins whose words before its last are of a kind; numbers are of every kind."""
    while place > first and (lows[place - 1] in belonging or lows[place - 1][0].isdigit()):
        place -= 1
    return place
