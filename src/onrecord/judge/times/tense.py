"""Tense: whether a clause tells of what was or of what is to come, which decides the Thursday that "on Thursday" is.

The nearest verb before the expression in its sentence decides, else the first after it. Found by word lists: a full
analysis of the sentence is not asked for.
"""

from __future__ import annotations

from enum import Enum

from onrecord.judge.times.tokens import Tokens
from onrecord.judge.wordlist import word_set

REACH = 25
"""Words to either side in which a verb is looked for."""

NEAR = 6
"""Words within which a verb in the past counts more than "until" or "by"."""

WILL = word_set("will shall won't 'll he'll she'll they'll we'll it'll you'll i'll would could may might should must")
PLANNED = word_set(
    """expected scheduled due set slated planned plans planning plan expects hopes hope hoping intends intend aims
    likely ready wants bound poised upcoming payable effective expire expires deadline coming forthcoming proposed
    prepares preparing starting beginning announcing invited urges calls redeem"""
)
SCHEDULE = word_set(
    "begins starts opens arrives leaves votes returns resumes visits meets faces ends holds takes decides goes travels "
    "appears stands meet"
)
"""Verbs in the present that speak of what is on a timetable: "the court meets on Monday"."""

PAST = word_set(
    """said was were had did told met left began went came took made got gave found held sent won lost hit fell rose
    sold bought broke led saw spoke wrote grew drew shot fought stood struck paid kept ran became brought thought
    felt knew showed quit spent blew fled flew swept drove chose built caught taught sought shook stole swore tore
    woke wore dealt dug fed froze hid hung laid lent meant read rode sank slid sprang stuck swung threw withdrew
    understood has have been killed shut cut put burst split hurt"""
)
UNCHANGED = word_set("shut cut put burst split hurt hit set let cost quit")
"""Verbs whose past is as their base."""

NOT_PAST = word_set(
    "need needed speed breed indeed united hundred red bed feed seed proceed succeed exceed deed embed creed greed "
    "expected scheduled planned proposed invited unexpected related armed"
)
PAST_TO = word_set(
    "forced began went refused failed managed used had continued tried helped came started appeared seemed "
    "led allowed declined"
)
"""After these, an infinitive tells of what was."""

AHEAD = word_set("until till by before starting beginning effective payable due through")
"""Before a date these look ahead, where no verb near it looks back."""

PLANNING = word_set("intends intend hopes expects aims")
DUE, IS = word_set("due set scheduled"), word_set("is are 's 're")
"""After these an infinitive is of what is to come: "intends to open", "is due to open"; "plans" may be a noun."""
GENERAL = word_set("said told was were had has have did been say says reported announced meet meets")
"""Verbs before a date that need not be its own: "he said on 31 March the office will shut"."""

ADVERBS = word_set("also only formally officially fully first then finally released")

NO_VERB = word_set("the a an his her its their our my this that these those all some each both more no any")


class Tense(Enum):
    """When a clause's verb places what it tells."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


def find_tense(tokens: Tokens, first: int, last: int) -> Tense:
    """Find the tense of the clause that an expression stands in.

    Args:
        tokens: The text's.
        first: The expression's first token.
        last: Its last.
    """
    ahead = _looks_ahead(tokens, first)
    for place in range(first - 1, max(-1, first - 1 - REACH), -1):
        if tokens.ends_sentence(place) or tokens[place].low == ";":
            break
        tense = _verb(tokens, place)
        if tense is not Tense.NONE:
            return Tense.FUTURE if ahead and first - place > NEAR else tense
    if tokens.low(last + 1) == "'s" or tokens.low(first - 1) in ("a", "an"):
        return Tense.NONE  # "Tuesday's vote", "a June agreement": a verb after it tells of something else
    for place in range(last + 1, min(len(tokens), last + 1 + REACH)):
        if tokens.ends_sentence(place) or tokens[place].low == ";":
            break
        tense = _verb(tokens, place)
        if tense is not Tense.NONE:
            return tense
    return Tense.FUTURE if ahead else Tense.NONE


def find_own_tense(tokens: Tokens, first: int) -> Tense:
    """Tell when the verb that an expression hangs on places it: "left *on 31 March*", "will open *on 1 February*".

    Args:
        tokens: The text's.
        first: The expression's first token.

    Returns:
        ``NONE`` where no verb stands right before its preposition, or one that may well belong to what is told of it;
        of infinitives ("asked to resign on") only those that are due or planned by somebody are future.
    """
    place = first - 2
    if place < 1 or tokens.low(first - 1) not in ("on", "in") or tokens.low(place) in GENERAL | UNCHANGED:
        return Tense.NONE
    own, before = _verb(tokens, place), tokens.low(place - 1)
    if own is Tense.PAST:
        return own
    if own is not Tense.NONE or tokens[place].kind != "word":
        return Tense.NONE
    planned = before == "to" and (
        tokens.low(place - 2) in PLANNING or (tokens.low(place - 2) in DUE and tokens.low(place - 3) in IS)
    )
    will = before in WILL and _verb(tokens, place - 1) is Tense.FUTURE
    return Tense.FUTURE if planned or will else Tense.NONE


def _looks_ahead(tokens: Tokens, first: int) -> bool:
    """Whether "until" or the like stands before an expression, or before the time of day in front of it."""
    place = first - 1
    while place > max(0, first - 4) and (
        tokens[place].kind in ("ampm", "number", "clock") or tokens.low(place) == "the"
    ):
        place -= 1
    return tokens.low(place) in AHEAD


def _verb(tokens: Tokens, place: int) -> Tense:
    """What one word tells of the tense."""
    low = tokens[place].low
    if low in WILL:
        unreal = tokens.low(place + 1) == "have" and low not in ("will", "shall", "won't", "'ll")
        return Tense.PAST if unreal else Tense.FUTURE  # "would have", but "will have gone by June"
    if low == "to":
        return _infinitive(tokens, place)
    if low in ("set", "due") and tokens.low(place + 1) not in ("to", "for", "on", "at", "by"):
        return Tense.PAST if low == "set" else Tense.FUTURE
    if low in PLANNED or low in SCHEDULE:
        return Tense.FUTURE
    before = tokens.low(place - 1)
    if low in UNCHANGED and (before in WILL or before == "to"):
        return Tense.NONE  # "will shut", "to cut": the word before it tells
    if low == "have" and before in ("will", "shall", "'ll"):
        return Tense.NONE
    if before in ("be", "being") or (before in ADVERBS and tokens.low(place - 2) == "be"):
        return Tense.NONE  # "to be completed", "will be paid": the verb before it tells
    if low in PAST or (low.endswith("ed") and len(low) > 3 and low not in NOT_PAST and not low.startswith("un")):
        return Tense.PAST
    return Tense.NONE


def _infinitive(tokens: Tokens, place: int) -> Tense:
    """Such as "To resume" looks ahead, "refused to resume" back; "to Rome" is no verb."""
    if place + 1 >= len(tokens):
        return Tense.NONE
    after = tokens[place + 1]
    if after.kind != "word" or after.capital or after.low in NO_VERB or after.low.endswith(("ing", "s")):
        return Tense.NONE
    return Tense.PAST if tokens.low(place - 1) in PAST_TO else Tense.FUTURE
