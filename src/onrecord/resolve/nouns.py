"""Nouns: what kind of source a common noun stands for, and whether it is one or many."""

from __future__ import annotations

from functools import lru_cache

from onrecord.resolve.lexicon import OFFICES
from onrecord.resolve.vocabulary import (
    DOCUMENT_NOUNS,
    GROUP_WORDS,
    NOT_PERSONS,
    ORGANISATION_NOUNS,
    PERSON_ENDINGS,
    PERSON_HEADS,
    POLL_NOUNS,
    SINGULAR_PLURALS,
)
from onrecord.types import EntityKind

PLAIN_ENDINGS = ("woman", "person", "ist", "ician", "ologist")


def singular(low: str) -> str:
    """The singular of a plural noun by its spelling; another word as it is.

    Args:
        low: In lower case.
    """
    if low in SINGULAR_PLURALS:
        return SINGULAR_PLURALS[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


@lru_cache(maxsize=8192)
def noun_kind(low: str) -> EntityKind | None:
    """What a noun stands for as a source; None for a noun that is on no list and has no person's ending.

    Args:
        low: In lower case; one or many. Many persons are a group.
    """
    if low in POLL_NOUNS:
        return "poll"
    if low in DOCUMENT_NOUNS:
        return "document"
    if low in ORGANISATION_NOUNS:
        return "organisation"
    if low in GROUP_WORDS:
        return "group"
    if is_person_noun(low):
        return "person"
    one = singular(low)
    if one == low:
        return None
    if one in POLL_NOUNS:
        return "poll"
    if one in DOCUMENT_NOUNS:
        return "document"
    if one in ORGANISATION_NOUNS or is_person_noun(one):
        return "group"
    return None


def is_plain_person_noun(low: str) -> bool:
    """Whether a noun means a person beyond doubt: on the lists, or in -man, -ist and the like, not in mere -er.

    Args:
        low: In lower case; one or many.
    """
    one = singular(low)
    ending = one.endswith(PLAIN_ENDINGS) and one not in NOT_PERSONS
    return one in OFFICES or one in PERSON_HEADS or ending or one.rsplit("-", 1)[-1] in OFFICES


def is_person_noun(low: str) -> bool:
    """Whether a singular noun means a person: from the lists, or by its ending (-ist, -man, -er)."""
    if low in OFFICES or low in PERSON_HEADS:
        return True
    if "-" in low:
        low = low.rsplit("-", 1)[1]
        if low in OFFICES:
            return True
    return len(low) > 4 and low.endswith(PERSON_ENDINGS) and low not in NOT_PERSONS
