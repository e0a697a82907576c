"""certainty: the words that say how sure a source is, and what they stand for on a scale."""

from onrecord.judge.certainty.clause import Sure, find_numerals, read_clause
from onrecord.judge.certainty.conjuncts import conjuncts
from onrecord.judge.certainty.months import name_months
from onrecord.judge.certainty.phrasing import normalise
from onrecord.judge.certainty.reading import Found, read_certainty
from onrecord.judge.certainty.scales import DEFAULT, SCALES, Range, Scale, on_scale, range_of

__all__ = [
    "DEFAULT",
    "SCALES",
    "Found",
    "Range",
    "Scale",
    "Sure",
    "conjuncts",
    "find_numerals",
    "name_months",
    "normalise",
    "on_scale",
    "range_of",
    "read_certainty",
    "read_clause",
]
