"""Scales: what a hedge's phrase stands for in per cent, by the standard that is asked for.

Only a phrase that a standard prints has a range on it, with its plain inflections ("probable", "probably"). Terms are
not lent between standards, and an adverb of degree makes another phrase: "highly likely" is phia's, "very likely"
icd203's and ipcc's. What is on no band ("may", "quite likely") has no range: nothing is guessed.

A range belongs to the proposition *without its "not"*, so that two sources can be compared whatever words they chose:
"almost certainly not" is the chance that it is so, 1 to 5 on icd203.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple, get_args

from msgspec import structs

from onrecord.types import BY_HAND, Certainty

Scale = Literal["icd203", "phia", "ipcc", "survey"]

SCALES: tuple[Scale, ...] = get_args(Scale)
DEFAULT: Scale = "icd203"

WHOLE = Decimal(100)


class Range(NamedTuple):
    """Chances in per cent, both ends in it; the standards leave some ends out (ipcc's "likely" is *over* 66)."""

    low: Decimal
    high: Decimal

    def of_the_opposite(self) -> Range:
        """The chance that it is not so."""
        return Range(WHOLE - self.high, WHOLE - self.low)


_BANDS: dict[Scale, str] = {
    "icd203": """
        1-5: almost no chance, remote, remote chance
        5-20: very unlikely, highly improbable
        20-45: unlikely, improbable
        45-55: roughly even chance, roughly even odds
        55-80: likely, probable
        80-95: very likely, highly probable
        95-99: almost certain, nearly certain""",
    "phia": """
        0-5: remote chance
        10-20: highly unlikely
        25-35: unlikely
        40-50: realistic possibility
        55-75: likely, probable
        80-90: highly likely
        95-100: almost certain""",
    "ipcc": """
        0-1: exceptionally unlikely
        0-5: extremely unlikely
        0-10: very unlikely
        0-33: unlikely
        33-66: as likely as not, about as likely as not
        50-100: more likely than not
        66-100: likely
        90-100: very likely
        95-100: extremely likely
        99-100: virtually certain""",
    "survey": """
        90-98: almost certain
        84-95: highly likely
        75-85: very good chance
        65-80: probable, probably
        65-75: likely
        60-80: we believe
        55-60: better than even
        50-50: about even
        15-33: we doubt
        7-29: improbable
        10-30: unlikely
        20-40: probably not
        10-20: little chance
        1-5: almost no chance
        5-10: highly unlikely
        10-15: slight chance""",
}
"""icd203: Intelligence Community Directive 203 (2015), D.6.e.(2)(a). phia: the yardstick of the UK's Professional Head
of Intelligence Assessment. ipcc: AR5's guidance note on uncertainty (2010), with AR6's further terms. survey: the
middle half of 46 readers' answers, github.com/zonination/perceptions (MIT), 2015; "slight chance" was asked as "chances
are slight"."""

_INFLECTIONS = {
    "probably": "probable",
    "almost certainly": "almost certain",
    "nearly certainly": "nearly certain",
    "highly probably": "highly probable",
    "remote possibility": "remote",
    "remote likelihood": "remote",
    "remote prospect": "remote",
    "chance remote": "remote",
    "chances remote": "remote",
    "likelihood remote": "remote",
    "probability remote": "remote",
    "possibility remote": "remote",
    "prospect remote": "remote",
    "chances slight": "slight chance",
    "chance slight": "slight chance",
    "odds roughly even": "roughly even odds",
    "chances roughly even": "roughly even chance",
    "not likely": "unlikely",
}
"""Other forms of what is printed in a table. Plain "not likely" is "unlikely"; no other negated hedge is a term."""


def _read(table: str) -> dict[str, Range]:
    bands: dict[str, Range] = {}
    for line in table.strip().split("\n"):
        numbers, phrases = line.split(":")
        low, high = numbers.split("-")
        for phrase in phrases.split(","):
            bands[phrase.strip()] = Range(Decimal(low.strip()), Decimal(high))
    return bands


BANDS: dict[Scale, dict[str, Range]] = {scale: _read(table) for scale, table in _BANDS.items()}
_TERMS = frozenset(term for bands in BANDS.values() for term in bands)


def range_of(phrase: str, scale: Scale) -> Range | None:
    """Find what a phrase stands for on a scale.

    Args:
        phrase: A hedge's normalised phrase, as ``Certainty.phrase`` holds it. " not" at its end says that what it
            hedges is negated ("probably not").
        scale: The standard.

    Returns:
        The range of the proposition without its "not"; None where the standard does not print the phrase.
    """
    bands = BANDS[scale]
    for form in (phrase, _INFLECTIONS.get(phrase, "")):
        if form in bands:
            return bands[form]
    if phrase.endswith(" not"):
        positive = range_of(phrase.removesuffix(" not"), scale)
        return None if positive is None else positive.of_the_opposite()
    return None


def on_scale(certainty: Certainty, scale: Scale) -> Certainty:
    """A hedge with its range on a scale; the scale is named where it gives none, too. A range by hand stays.

    Args:
        certainty: As it is stored.
        scale: The standard.
    """
    if certainty.scale == BY_HAND:
        return certainty
    found = range_of(certainty.phrase, scale)
    low, high = (None, None) if found is None else (str(found.low), str(found.high))
    return structs.replace(certainty, scale=scale, low=low, high=high)


def is_term(phrase: str) -> bool:
    """Whether any of the standards prints a phrase."""
    return phrase in _TERMS or phrase in _INFLECTIONS
