"""Futures: the words of a clause that put what it tells into the time to come, where that can be checked.

What everybody could call fulfilled ("will be remembered", "we will see", "will be great") is not foretold.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from onrecord.judge.certainty.conjuncts import SAYING
from onrecord.judge.verbs import is_auxiliary
from onrecord.judge.wordlist import word_set

Kind = Literal["will", "would", "going", "set", "to", "modal"]

WILL = word_set("will 'll shall")
MODALS = word_set("could may might should")
PRESENT_BE = word_set("am is are 'm 're 's be")
PAST_BE = word_set("was were")
BE = PRESENT_BE | PAST_BE
SET = word_set(
    """due set scheduled expected forecast projected predicted likely unlikely bound poised certain sure slated tipped
    destined planned"""
)
"""Between "is" and "to" these look ahead: "is *due* to open"."""

BETWEEN = word_set("not n't also now still soon then probably likely almost certainly just only even both all finally")
"""Words between an auxiliary and its verb; adverbs in "-ly" are, too."""

DETERMINERS = word_set("the a an his her their its our my your this that these those 's free good ill political")
"""Before these, "will" is a noun ("the *will* of his aunt"); after "to", a place or thing follows ("going to the")."""

ABSTRACT = word_set(
    """aim goal plan purpose idea job task role point key challenge way best thing answer solution priority choice hope
    wish duty intention objective mission strategy trick problem option step first next all what need point dream
    alternative temptation tendency prognosis advice rule"""
)
"""With one of these in the subject, "is to" tells what it is ("the *aim* is to save it")."""

NOT_SCHEDULED = word_set("blame be say expect do come see know believe understand ask make")
"""After "is to" these are idioms ("is to *blame*", "that is to *say*") or too vague."""

WISHING = word_set(
    """hope hopes hoped wish wishes wished want wants wanted pray prays like wonder wonders if
    whether how what who why where when which claiming saying arguing warning"""
)
"""Before a future in its clause, these make it a wish, a question or somebody else's word."""

GENERIC = word_set("you time history god nobody everyone everybody")
"""Subjects of sayings: "you will find", "time will tell"."""

EMPTY = word_set(
    """see say tell remember remembered forget know miss find admit understand learn want like love hope agree believe
    feel mean think judge recall wonder bet imagine note notice love pray like rather prefer"""
)
"""Verbs whose future says nothing that can be checked."""

EFFORTS = word_set(
    """try work fight strive seek help support ensure protect defend stand look consider examine continue remain keep
    stay do make need depend matter prove show monitor watch focus give take let get go come use put have"""
)
"""Verbs of effort, going on and support: checked only against a day by which."""

STATES = word_set(
    """great good bad better worse best worst difficult hard tough easy easier harder tougher important critical crucial
    key historic interesting challenging fine ok okay happy proud glad sad sorry grateful honoured honored nice
    wonderful terrible amazing fantastic big bigger huge tremendous successful strong stronger weak fun exciting
    disappointed remembered missed judged able willing there here fair right wrong necessary vital essential helpful
    useful clear different true honor honour privilege pleasure eager keen ready prepared reluctant to"""
)
"""After "will be (a)" these are anybody's judgement."""

PARTICIPLES = word_set(
    """built rebuilt sold held paid made cut shut set put sent brought taken given shown drawn begun broken chosen
    driven known seen spent lost found won met kept left told cast dealt hit hurt laid led lent let born torn thrown"""
)
"""After "would be" these tell of something done, as words in "-ed" do."""

DEGREES = word_set("a an the very so more most really quite too extremely incredibly pretty rather one of")
UNENDING = word_set("never always forever ever")
WINDOW = 6
"""Words after a future form that are looked at."""
REACH = 15
"""Words of a subject that are looked at."""


class Future(NamedTuple):
    """The words that look ahead, as places in a sentence.

    Attributes:
        first, last: Of the form: "will", "is due to".
        kind: Which form it is.
        past: Whether its verb is in the past, as a reporter's words for a future are ("would", "was to").
        needs_day: Whether it says too little to be checked without a day by which.
    """

    first: int
    last: int
    kind: Kind
    past: bool
    needs_day: bool


def find_future(lows: Sequence[str], clause: Sequence[int]) -> Future | None:
    """Find the first future form of a clause.

    Args:
        lows: The sentence's words and marks in lower case, contractions split.
        clause: Places of the clause's words.

    Returns:
        The form; None where there is none, where it is a wish, and where it foretells nothing.
    """
    for number, place in enumerate(clause):
        if lows[place] in WISHING or (lows[place] in SAYING and lows[place + 1 : place + 2] not in ([","], ["that"])):
            return None  # "he said I'm going to sail": another's
        if number:
            future = _read(lows, clause[0], place)
            if future is not None:
                return None if _is_empty(lows, future) else _weighed(lows, future)
    return None


def _read(lows: Sequence[str], first: int, place: int) -> Future | None:
    """The future form that begins at a place."""
    low, before = lows[place], lows[place - 1]
    if low in WILL or low in MODALS or low == "would":
        if before in DETERMINERS or lows[place + 1 : place + 2] in (["of"], [","], ["."]):
            return None
        if low == "may" and not is_auxiliary(lows, place):  # "in May"
            return None
        kind: Kind = "will" if low in WILL else "modal" if low in MODALS else "would"
        return Future(place, place, kind, low == "would", low in MODALS)
    if low not in BE:
        return None
    here = _past_adverbs(lows, place + 1)
    word, after = (lows[here] if here < len(lows) else ""), lows[here + 1 : here + 2]
    past = low in PAST_BE
    if word == "going" and after == ["to"]:
        return Future(place, here + 1, "going", past, False)
    if word in SET and after == ["to"]:
        return Future(place, here + 1, "set", past, False)
    if word == "to" and low != "'s" and low != "be" and ABSTRACT.isdisjoint(lows[max(first, place - REACH) : place]):
        return None if after and after[0] in NOT_SCHEDULED - {"be"} else Future(place, here, "to", past, False)
    return None


def _past_adverbs(lows: Sequence[str], place: int) -> int:
    """The first place from one on with no adverb or "not", within a few words."""
    end = min(place + WINDOW, len(lows))
    while place < end and (lows[place] in BETWEEN or lows[place].endswith("ly")) and lows[place] not in SET:
        place += 1
    while place < end and lows[place] in ("very", "more", "most", "almost", "highly", "widely"):
        place += 1
    return place


def _verb(lows: Sequence[str], future: Future) -> int:
    """The place of the verb that a form puts into the future."""
    end = min(future.last + 1 + WINDOW, len(lows))
    place = future.last + 1
    while place < end and (lows[place] in BETWEEN or lows[place].endswith("ly")):
        place += 1
    return place


def _is_empty(lows: Sequence[str], future: Future) -> bool:
    """Whether a form foretells nothing that can be checked, whatever the day."""
    place = _verb(lows, future)
    verb = lows[place] if place < len(lows) else ""
    after = list(lows[place + 1 : place + 2])
    if not verb[:1].isalpha() or verb in EMPTY or verb in DETERMINERS or lows[future.first - 1] in GENERIC:
        return True
    if not UNENDING.isdisjoint(lows[future.last + 1 : place + 2]):
        return True
    if verb == "leave" and after == ["it"]:
        return True
    if future.kind == "modal" and not {"not", "n't"}.isdisjoint(lows[future.first + 1 : place]):
        return True
    if (verb == "have" and after == ["to"]) or (future.kind == "would" and verb == "have"):
        return True
    return verb == "do" and after in (["everything"], ["whatever"], ["all"], ["our"], ["my"])


def _weighed(lows: Sequence[str], future: Future) -> Future:
    """A form with whether it has to have a day by which."""
    place = _verb(lows, future)
    verb = lows[place]
    if verb == "be":
        state = place + 1
        end = min(state + WINDOW, len(lows))
        while state < end and (lows[state] in DEGREES or lows[state].endswith("ly")):
            state += 1
        weak = state < len(lows) and lows[state] in STATES
        passive = state < len(lows) and (
            lows[state].endswith("ed") or lows[state] in PARTICIPLES or lows[state][0].isdigit()
        )
        return future._replace(needs_day=future.needs_day or weak or (future.kind == "would" and not passive))
    after = lows[place + 1] if place + 1 < len(lows) else ""
    perfect = verb == "have" and (after.endswith(("ed", "en")) or after in PARTICIPLES)  # "will have fallen"
    return future._replace(needs_day=future.needs_day or (verb in EFFORTS and not perfect))
