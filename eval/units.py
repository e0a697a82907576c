"""Units: whether two names of a unit, or of what is counted, are one; as ``score_quantities.py`` beside the data tells.

Two agree where their names in ``units.txt`` are the same, "X per Y" part by part. Where they are no measures, the head
of the predicted noun phrase has to be among the words of the gold's, which is a bag of lemmas.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

NONE = {"", "-", "none", "null", "dimensionless", "unk", "number"}
IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "lives": "life",
    "wives": "wife",
    "mice": "mouse",
    "americans": "american",
}
PREPOSITIONS = frozenset(
    ("of", "for", "in", "on", "at", "to", "from", "with", "by", "who", "that", "which", "as", "than", "between", "into")
)
NO_MEASURE = "touch down"
"""The one name in the table that counts something."""

_PER = re.compile(r"\s+per\s+|\s*/\s*|\s+(?:an|a|each)\s+(?=\w+$)")
_ES = re.compile(r"(ss|sh|ch|x|z)es$")


@cache
def table() -> dict[str, str]:
    """Form → name of the unit."""
    forms: dict[str, str] = {}
    for line in Path(__file__).with_name("units.txt").read_text("utf-8").splitlines():
        name, sign, others = line.partition(":")
        if sign and not line.startswith("#"):
            forms |= dict.fromkeys([name, *filter(None, map(str.strip, others.split(" | ")))], name)
    return forms


def lemma(word: str) -> str:
    """A noun in the singular, by rule."""
    word = word.lower().strip(".,'’")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) > 3 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and _ES.search(word):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def canonical(unit: str | None) -> str:
    """A unit by the name in the table; a noun phrase by its lemmas; "" for none."""
    unit = re.sub(r"\s+", " ", (unit or "").strip().lower()).strip(" .")
    if unit in NONE:
        return ""
    if unit in table():
        return table()[unit]
    if unit.startswith(("% ", "percent of", "per cent of", "percent ")):
        return "percentage"
    parts = _PER.split(unit)
    if len(parts) > 1:
        return " per ".join(map(canonical, parts))
    lemmas = " ".join(map(lemma, unit.split()))
    return table().get(lemmas, lemmas)


def is_measure(name: str) -> bool:
    """Whether a canonical name is a measure's, no noun's."""
    return (name in table().values() and name != NO_MEASURE) or " per " in name


def agree(pred: str | None, gold: str | None) -> bool:
    """Whether a predicted unit is the gold's."""
    left, right = canonical(pred), canonical(gold)
    if left == right:
        return True
    if not left or not right or (is_measure(left) and is_measure(right)):
        return False
    words = left.split()
    end = next((i for i, word in enumerate(words) if word in PREPOSITIONS), len(words))
    head = lemma(words[end - 1]) if end else ""
    bag = {lemma(word) for word in re.split(r"[\s-]+", right)} | {lemma(word) for word in right.split()}
    return bool(head) and head in bag
