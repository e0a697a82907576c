"""Propositions: a sentence cut where a full clause follows another: "A rose | and B fell".

Each part has a subject and a finite verb of its own, or before the verb a hedge of its own ("and *probably knew* it").
What hangs on a clause before it (a relative clause, a condition, what somebody is said to think) stays with it, and so
do two other predicates of one subject and a list of things.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from onrecord.judge.certainty.conjuncts import SAYING, is_aside, is_hedged_predicate
from onrecord.judge.clause import COMPLEMENT_VERBS, OPENERS, SPLICED
from onrecord.judge.verbs import SUBJECTS, finite_verbs, is_auxiliary
from onrecord.judge.wordlist import word_set

COORDINATORS = word_set("and but yet")
CONCESSIVE = word_set("while whereas although though")
"""After a comma these put another proposition beside the first; they assert it."""

CUTTING = COORDINATORS | CONCESSIVE | word_set("; , nor so")
"""Where a sentence can be cut."""

SUBORDINATORS = OPENERS - word_set("that so without")
HOLDING = (
    COMPLEMENT_VERBS
    | SAYING
    | word_set(
        """say says said saw see sees seen heard hear watched watch let make makes made showed shows show proved prove
    letting lets suggests suggest suggested warns warn fears worries doubt doubts deny denies denied imagine wish"""
    )
)
"""Verbs after which two things with "and" between can be the subject of one clause: "fears the army and the police
will fight"."""

ADVERBS = word_set(
    """then now so also later eventually today yesterday tomorrow soon still even perhaps maybe probably
    thus therefore hence consequently"""
)
"""Words that may stand between a conjunction and its subject."""

NO_SUBJECT = word_set(
    """not to of in on at by for from with into than or and but if unless because when while as who which whose what
    how why whether that where until since before after be been being have , ; : ( ) — – - ? ! ."""
)
"""What a subject does not begin with."""

PARTING = SUBORDINATORS | SUBJECTS | word_set(", ; : ( ) — – ? ! . … that it you there")
"""What ends a subject before its verb is found."""

DETERMINERS = word_set("the a an this these those its his her their our my your every each some any no all")
PREPOSITIONS = word_set("of in on at for with from by to between among over under against into about and or as than")
"""What stands before a determiner inside a subject; after another word it begins an object ("*and play down the*")."""

FRONTING = PREPOSITIONS | word_set("had should were after before during despite without until since according given")
"""First words of what may stand before a clause with a comma: "In May, we left"."""

INTERJECTIONS = word_set("well uh oh no yes look sorry so right okay ok")

LONGEST_SUBJECT = 10
"""Words within which a clause's verb has to come."""

LONGEST_FRONT = 25
"""Words within which a clause in front of a coordinated one has to end."""

LONGEST_ASIDE = 3
"""Words after a comma within which another makes an aside of them."""

SHORTEST = 2
"""Words of the shortest clause."""

Part = tuple[int, int]
"""First and last place of a proposition's words."""


def propositions(lows: Sequence[str]) -> list[Part]:
    """Cut a sentence into propositions, in time linear in its length.

    Args:
        lows: The sentence's words and marks in lower case, contractions split.

    Returns:
        The first and last place of each, in order; at least one. Conjunctions and marks between them are in none.
    """
    return _Cutter(lows).parts()


class _Cutter:
    """What is known of a sentence while it is cut from left to right."""

    def __init__(self, lows: Sequence[str]) -> None:
        self._lows = lows
        self._finite = finite_verbs(lows)
        self._verbs = [0, *accumulate(self._finite)]
        self._openers = [0, *accumulate(self._opens(place) for place in range(len(lows)))]
        self._words = [0, *accumulate(low[0].isalnum() for low in lows)]

    def _opens(self, place: int) -> bool:
        """Whether a word opens a clause inside another: one verb of the sentence is its own."""
        low = self._lows[place]
        if low == "that":
            return place > 1 and not is_determiner(self._lows, place)
        return low in SUBORDINATORS and self._lows[place - 1 : place] != ["such"]

    def parts(self) -> list[Part]:
        """Cut it."""
        cuts: list[Part] = []
        start = depth = 0
        comma = opener = holder = -1
        for place in range(1, len(self._lows) - 1):
            low = self._lows[place]
            depth += (low in ("(", "[")) - (low in (")", "]") and depth > 0)
            begin = self._cut(place, start, comma, opener, holder) if low in CUTTING and not depth else 0
            if begin and self._is_complete(start, place):
                cuts.append((start, place - 1))
                start, opener, holder = begin, -1, -1
            elif low == ",":
                comma = place
            elif self._openers[place + 1] > self._openers[place]:
                opener = place
            if low in HOLDING and place >= start:
                holder = place
        return [self._trimmed(part) for part in (*cuts, (start, len(self._lows) - 1))]

    def _cut(self, place: int, start: int, comma: int, opener: int, holder: int) -> int:
        """Where another clause begins if a word cuts there; 0 where it does not."""
        low, after = self._lows[place], self._lows[place + 1]
        parted = comma == place - 1
        if low == ";":
            begin = place + 1 + (after in COORDINATORS)
            return begin if self._has_subject(begin) else 0
        if low == "," and after in SPLICED:
            return place + 1 if self._is_spliced(place, start, comma, opener) else 0
        if low == "nor" and is_auxiliary(self._lows, place + 1):
            return place
        if (low in CONCESSIVE or low == "so") and parted:
            return place + 1 if self._has_subject(place + 1) else 0
        if low not in COORDINATORS or (low == "yet" and not parted):
            return 0
        if after == "that" and self._lows[start] == "that":  # "that A rose and that B fell"
            return place + 2 if self._has_subject(place + 2) else 0
        if not parted and (opener >= start or holder >= start):
            return 0
        if parted and low == "and" and self._is_fronted(start, opener):
            return 0
        if is_hedged_predicate(self._lows, place + 1):
            return place + 1
        return place + 1 if self._has_subject(place + 1) or self._has_clause_in_front(place + 1) else 0

    def _is_spliced(self, place: int, start: int, comma: int, opener: int) -> bool:
        """Whether a comma alone parts two clauses: "It is late, we should go"; not what is in front, nor an aside."""
        words = [low for low in self._lows[start : start + 2] if low[0].isalnum()]
        fronted = bool(words) and words[0] in FRONTING
        if fronted or opener > comma or self._lows[place - 1] in INTERJECTIONS:
            return False
        short = "," in self._lows[place + 2 : place + 2 + LONGEST_ASIDE]  # "it was, he thought, a mistake"
        return not short and self._has_subject(place + 1) and not is_aside(self._lows, place + 1)

    def _is_fronted(self, start: int, opener: int) -> bool:
        """Whether a clause in front may bear on what follows the conjunction, too: "If it rains, A shuts, and B"."""
        return self._lows[start] in ("if", "unless", "when", "even") or opener == start

    def _is_complete(self, start: int, end: int) -> bool:
        """Whether the words from a place on are a clause of their own."""
        verbs = self._verbs[end] - self._verbs[start]
        openers = self._openers[end] - self._openers[start]
        return verbs > openers and self._words[end] - self._words[start] >= SHORTEST

    def _has_subject(self, place: int) -> bool:
        """Whether a subject and its finite verb begin at a place."""
        while place < len(self._lows) and (self._lows[place] in ADVERBS or self._lows[place].endswith("ly")):
            place += 1
        if place + 1 >= len(self._lows) or self._lows[place] in NO_SUBJECT or self._finite[place]:
            return False
        low = self._lows[place]
        if low in SUBJECTS:
            return self._lows[place + 1][0].isalnum() or self._lows[place + 1][0] == "'"
        if low.endswith("ing"):
            return False
        for verb in range(place + 1, min(place + LONGEST_SUBJECT, len(self._lows))):
            if self._finite[verb]:
                return True
            inside = self._lows[verb] in DETERMINERS and self._lows[verb - 1] not in PREPOSITIONS
            if inside or self._lows[verb] in PARTING:
                return False
        return False

    def _has_clause_in_front(self, place: int) -> bool:
        """Whether a condition and then a clause begin at a place: "but *if he goes, she will* stay"."""
        if self._lows[place] not in ("if", "unless", "when", "because", "although", "while", "even"):
            return False
        for comma in range(place + 2, min(place + LONGEST_FRONT, len(self._lows) - 1)):
            if self._lows[comma] == ",":
                return self._has_subject(comma + 1)
        return False

    def _trimmed(self, part: Part) -> Part:
        """A part without the marks and the conjunction at its end; quotation marks and the last full stop stay."""
        first, last = part
        if last == len(self._lows) - 1:
            return part
        while last > first and self._lows[last] in (",", ";", "and", "but", "yet", "—", "–"):
            last -= 1
        return first, last


def is_determiner(lows: Sequence[str], place: int) -> bool:
    """Whether "that" stands before what it points to, and opens no clause: "and that was all", "at that time"."""
    before = lows[place - 1] if place else ""
    after = lows[place + 1] if place + 1 < len(lows) else ""
    return before in ("of", "in", "at", "on", "for", "to", "by", "with", "and", "but", ",") and (
        before not in ("and", "but", ",") or is_auxiliary(lows, place + 1) or after == "'s"
    )
