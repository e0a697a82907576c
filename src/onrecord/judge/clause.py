"""Clause: which words of a sentence belong to its main clause. There is no parse: it is followed from left to right.

A clause in front of the main one is passed over, and the main clause ends where another one begins. What is lost are
clauses that no word announces ("the bid he made was not serious"); they are taken for the main one's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.judge.wordlist import word_set

FRONTED = word_set(
    """if when whenever although though while whilst as since after before unless once until whereas despite"""
)
"""Words that open a clause which stands before the main one, up to a comma."""

RELATIVES = word_set("who whom whose which that where")
OPENERS = RELATIVES | word_set(
    """what when while whilst because if unless although though since until till whether how why than before after once
    whereas so as without"""
)
"""Words that open a clause inside or after the main one."""

DASHES = frozenset("—–")
"""Two of them before the verb set off an aside."""
STOPS = DASHES | word_set("; : ? ! …")
ENDING = STOPS | word_set(", and but or yet")
"""What can end the main clause."""

AUXILIARIES = word_set(
    """am is are was were be been being has have had do does did will would can could may might shall should must
    's 're 've 'll 'd 'm ought"""
)
PRONOUNS = word_set("i you he she it we they there this that these those who")
SPLICED = word_set("i he it we they there")
"""Before these, a comma alone begins another clause, once there was a verb ("It is out of my hands, there is …")."""

COMPLEMENT_VERBS = word_set(
    """think thinks thought believe believes believed guess suppose feel feels felt know knows knew mean means hope
    hopes hoped expect expects expected sure afraid clear apparent true sorry worried confident convinced
    insist promise tell assure understand understood agree agreed fear feared fact find found likely
    unlikely possible appears seems evidence"""
)
"""After these words, "that" opens the proposition itself: "I think that it won't"."""

LONGEST_FRONTED = 40
"""Words within which the comma after a fronted clause has to come."""

RELATIVE_VERB = 3
"""Words after the opener of a relative clause of the subject among which its own verb stands."""


def main_clause(lows: Sequence[str]) -> list[int]:
    """Find the words of a sentence's main clause.

    Args:
        lows: The sentence's words and marks in lower case, contractions split ("do", "n't").

    Returns:
        Their places.
    """
    places: list[int] = []
    place = first = _begin(lows)
    seen_verb = False
    asides = {dash for dash in DASHES if lows.count(dash) > 1}
    while place < len(lows):
        word = lows[place]
        if word in AUXILIARIES:
            seen_verb = True
        elif word in asides and not seen_verb and place > first:
            place = _next(lows, place + 1, word) + 1
            continue
        elif word in ENDING and place > first and _ends(lows, place, seen_verb):
            break
        elif word in OPENERS and place > first:
            before = lows[place - 1]
            if before == "," and not seen_verb:
                place = _next(lows, place, ",")
                continue
            if before not in COMPLEMENT_VERBS:
                if seen_verb or word not in RELATIVES:
                    break
                place += RELATIVE_VERB
        places.append(place)
        place += 1
    return [place for place in places if place < len(lows)]


def clause_after(lows: Sequence[str], front: int) -> list[int]:
    """Find the words of the main clause that stands behind words in front of it.

    Args:
        lows: The sentence's words and marks.
        front: The place of the last word in front ("Had he come*,* …"); -1 where there is none.

    Returns:
        Their places.
    """
    return [front + 1 + place for place in main_clause(lows[front + 1 :])]


def second_predicate(lows: Sequence[str], clause: Sequence[int]) -> list[int]:
    """Find the words of a second predicate of the same subject: "It is dear *and was very unlikely to help*".

    Args:
        lows: The sentence's words and marks.
        clause: Places of its main clause, as ``main_clause`` gave them.

    Returns:
        Their places; none where the main clause is not followed by a conjunction and an auxiliary.
    """
    place = clause[-1] + 1 if clause else len(lows)
    if lows[place : place + 1] and lows[place] in ("and", "but") and _is_auxiliary(lows, place + 1):
        return [place + 1 + rest for rest in main_clause(lows[place + 1 :])]
    return []


def _is_auxiliary(lows: Sequence[str], place: int) -> bool:
    return place < len(lows) and lows[place] in AUXILIARIES


def _begin(lows: Sequence[str]) -> int:
    """Where the main clause begins: after marks, a leading conjunction, and a clause in front of it."""
    place = 0
    while place < len(lows) and (not lows[place][0].isalnum() or lows[place] in ("that", "but", "and", "so", "well")):
        place += 1
    if lows[place : place + 1] and (lows[place] in FRONTED or list(lows[place : place + 2]) == ["even", "if"]):
        for comma in range(place + 2, min(place + LONGEST_FRONTED, len(lows))):
            if lows[comma] == "," and _goes_on(lows, comma + 1):
                return comma + 1
    return place


def _goes_on(lows: Sequence[str], place: int) -> bool:
    """Whether a clause may begin at a place: not where nothing but marks follow, nor where a list goes on."""
    return any(low[0].isalnum() for low in lows[place : place + 3]) and lows[place] not in ("and", "or")


def _ends(lows: Sequence[str], place: int, seen_verb: bool) -> bool:
    """Whether the main clause is over at a word."""
    word = lows[place]
    if word in STOPS:
        return True
    following = lows[place + 1] if place + 1 < len(lows) else ""
    if word == ",":
        return seen_verb and following in SPLICED
    if word not in ("and", "but", "or", "yet"):
        return False
    if following in PRONOUNS or following in AUXILIARIES:
        return True
    if lows[place - 1] == "," and word != "or":
        return seen_verb
    return seen_verb and following in ("not", "never", "no", "nor")


def _next(lows: Sequence[str], place: int, mark: str) -> int:
    """Where a mark next stands; the end where it does not."""
    while place < len(lows) and lows[place] != mark:
        place += 1
    return place
