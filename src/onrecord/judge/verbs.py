"""Verbs: which words of a sentence are finite verbs, by word lists. There is no parse.

What the lists do not know is no verb: a sentence is rather left whole than cut in the wrong place.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.judge.clause import AUXILIARIES
from onrecord.judge.inflect import forms
from onrecord.judge.wordlist import word_set

NOT_FINITE = word_set("be been being 's 'd")
"""Auxiliaries that are no finite verb, or are one only after a pronoun ("it's", "the mayor's")."""

MONTH_CUES = word_set("in of early late since until till from last next on by mid this , between before after")
"""After these, "may" is the month."""

SUBJECTS = word_set("i he she we they")
"""Pronouns that can only be a subject."""

CONTRACTING = SUBJECTS | word_set("it you there that this here what who everyone everybody nobody one")
"""After these, "'s" and "'d" are verbs."""

PAST = word_set(
    """rose fell went came took gave made got won lost saw said told knew grew drew threw flew blew wrote drove broke
    spoke chose stole froze swore tore wore bore woke rode began sang sank rang swam ran became sat stood understood
    met led fed fled bled held kept slept left felt dealt meant sent spent built lent found wound fought bought brought
    thought caught taught sought sold paid laid stuck struck swung hung dug spun shook forgot ate beat hid slid shot
    withdrew foresaw overtook undertook arose"""
)
"""Irregular pasts that are seldom anything but a verb."""

PRESENT = word_set(
    """remains says needs wants goes comes takes gives makes gets becomes brings begins continues stays stands lies
    holds keeps leaves lives means seems appears belongs depends knows thinks believes expects hopes sees looks feels
    tells asks calls shows plays runs works moves pays sells buys costs rises falls grows shrinks opens closes stops
    starts ends fails wins loses leads follows brings sends meets agrees insists denies deserves owns owes sits suffers
    supports opposes faces carries covers includes contains requires helps refuses accepts rejects produces provides
    spends earns employs depends exists happens occurs matters differs varies arrives departs returns"""
)
BASE = word_set(
    """remain say need want go come take give make get become bring begin continue stay stand lie hold keep leave live
    mean seem appear belong depend know think believe expect hope see look feel tell ask show pay sell buy cost rise
    fall grow shrink open close stop start end fail win lose lead follow send meet agree insist deny deserve own owe
    suffer support oppose face carry cover include contain require refuse accept reject produce provide spend earn
    exist happen differ vary arrive depart return"""
)
"""Base forms: finite after a plural ("prices rise")."""

NOT_PAST = word_set(
    """need indeed hundred red bed feed seed speed breed proceed succeed exceed deed weed greed creed embed united
    aged naked sacred wicked unprecedented unexpected so-called unarmed uninsured unnamed unchanged undisclosed
    unemployed talented allied alleged beloved limited"""
)
"""Words in "-ed" that are no past."""

LEXICAL = PAST | PRESENT | BASE
GROUPED = AUXILIARIES | word_set("to not n't also now ever just")
"""What belongs to a verb group without being its last word; so do adverbs in "-ly"."""

PASSIVE = word_set("by from with at")
"""After these a word in "-ed" is a participle ("the wages *paid* by the firm")."""
NO_NOUN = word_set("that this these those and or but some any no all most more very as than")
"""What stands before a participle that describes ("these *damaged* ships")."""
_PARTICIPLES = word_set(" ".join(form for verb in ("make", "hold", "build", "pay", "sell") for form in forms(verb)))


def finite_verbs(lows: Sequence[str]) -> bytearray:
    """Mark the finite verbs of a sentence, one a verb group ("*has* been sold", "*rose*").

    Args:
        lows: The sentence's words and marks in lower case, contractions split.

    Returns:
        A 1 for each place where one stands.
    """
    found = bytearray(len(lows))
    group = -2  # the last place of the verb group that is open
    for place, low in enumerate(lows):
        if low in GROUPED or low.endswith("ly"):
            if low in AUXILIARIES and is_auxiliary(lows, place) and group != place - 1:
                found[place] = 1
            if group == place - 1 or low in AUXILIARIES:
                group = place
        elif group == place - 1 and low[0].isalpha():
            continue  # the group's own verb: "has *sold*", "will *rise*"
        elif (low in LEXICAL or low.endswith("ed")) and _is_lexical(lows, place):
            found[place] = 1
    return found


def is_auxiliary(lows: Sequence[str], place: int) -> bool:
    """Whether a finite auxiliary stands at a place; none does after the last word."""
    if place >= len(lows):
        return False
    low = lows[place]
    if low in ("'s", "'d"):
        return place > 0 and lows[place - 1] in CONTRACTING
    if low == "may" and ((place and lows[place - 1] in MONTH_CUES) or _is_digit(lows, place + 1)):
        return False
    return low in AUXILIARIES and low not in NOT_FINITE


def _is_digit(lows: Sequence[str], place: int) -> bool:
    return place < len(lows) and lows[place][0].isdigit()


def _is_lexical(lows: Sequence[str], place: int) -> bool:
    low, before = lows[place], lows[place - 1] if place else ""
    if not before[:1].isalnum() and before not in ("”", "’", ",", ")", '"'):
        return False
    if before in ("to", "the", "a", "an", "of", "by", "their", "its", "his", "her", "our", "my"):
        return False
    after = lows[place + 1] if place + 1 < len(lows) else ""
    if low in PAST:
        return after != "by" or low not in _PARTICIPLES
    if low in PRESENT:
        return True
    if low in BASE:
        return before in ("i", "we", "they", "you") or (before.endswith("s") and not before.endswith(("ss", "'s")))
    past = low.endswith("ed") and len(low) > 4 and low not in NOT_PAST and "-" not in low
    return past and before[:1].isalnum() and before not in NO_NOUN and after not in PASSIVE
