"""Phrases: one noun phrase of a source: which word carries it, what it stands for, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import DEMONYMS
from onrecord.resolve.lexicon import DAYS, TITLE_NOUNS
from onrecord.resolve.named_bodies import names_a_body, territory, without_sort
from onrecord.resolve.names import Name
from onrecord.resolve.nouns import noun_kind, singular
from onrecord.resolve.vocabulary import (
    BODIES_OF_A_STATE,
    GROUP_WORDS,
    INDEFINITES,
    OFFICE_FIELDS,
    PARTICIPLES,
    PEOPLE_BEFORE_FIGURES,
    POSTMODIFIERS,
)
from onrecord.resolve.words import CAPITAL, POSSESSIVE, Words
from onrecord.types import EntityKind

Form = Literal["name", "pronoun", "description", "people"]
SUBJECTS = {
    "he": "he him his himself",
    "she": "she her hers herself",
    "they": "they them their themselves",
    "it": "it its itself",
    "i": "i me my myself",
    "we": "we us our ourselves",
    "you": "you your yourself yourselves",
    "who": "who whom whose which that",
}
PRONOUNS = {form: subject for subject, forms in SUBJECTS.items() for form in forms.split()}
POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
DEFINITES = frozenset({"the", "this", "that", "these", "those"}) | POSSESSIVES
DETERMINERS = DEFINITES | INDEFINITES
ADVERBS = frozenset({"almost", "nearly", "about", "around", "only", "even", "not", "at", "least", "just"})
MANY = frozenset({"some", "many", "several", "few", "two", "three"})
ALL_OR_NONE = frozenset({"no", "not", "every", "almost"})
WHEN = frozenset({"earlier", "last", "this", "today", "yesterday"})
PEOPLE_ENDINGS = ("ch", "sh", "ese", "swiss")
"""Endings of peoples' names that are one word for one and many: the French."""
TURNED = "turned"
"""What joins two offices of one: councilwoman *turned* columnist Jo Park."""
OPPOSITE_NUMBER = ("opposite", "number")
"""Who holds the same office in another party or state: one person, and no number."""
OTHERS: frozenset[EntityKind | None] = frozenset({"person", "group", "organisation"})
"""Kinds of nouns behind "his own" that are another than he: "his own party", not "his own account"."""
BESIDE_PRONOUNS = frozenset({"all", "both", "also", "too", "each", "then", "later", "once", "alone", "now"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """One source as it is printed.

    Attributes:
        first, last: Numbers of its words; head: of the word that carries it.
        form: A name, a pronoun, a description, or a people's name that stands for its state ("Norlandic threats").
        name: The proper name that carries it.
        pronoun: Which pronoun, in the form of a subject.
        kind: What a description's noun stands for; None where it does not tell.
        plural: Whether it is many.
        definite: Whether it points to something known: "the", "that", "his".
        affiliation: Whose, as printed.
        body: Whether it names a body by its state, holder or field: "Norland's defence ministry".
    """

    first: int
    last: int
    head: int
    form: Form
    name: Name | None = None
    pronoun: str | None = None
    kind: EntityKind | None = None
    plural: bool = False
    definite: bool = False
    affiliation: str | None = None
    body: bool = False


def read_pronoun(words: Words, figures: Figures, indices: Sequence[int]) -> Phrase | None:
    """Read words as a pronoun: alone, or with "himself", "all", "also" behind it; or as a people's name alone.

    Args:
        words: The article's words.
        figures: Its figures.
        indices: Numbers of the words.
    """
    first = indices[0]
    low, rest = words.lows[first], [words.lows[index] for index in indices[1:]]
    if first in figures.at:
        return None
    if low in DEMONYMS and not rest:
        return Phrase(first, first, first, "people")
    if low not in PRONOUNS:
        return None
    whole = (
        rest[:1] == ["own"] and noun_kind(rest[-1]) not in OTHERS
        if low in POSSESSIVES
        else all(one in PRONOUNS or one in BESIDE_PRONOUNS for one in rest)
    )
    if rest and not whole:
        return None
    pronoun = PRONOUNS[low]
    return Phrase(first, first, first, "pronoun", pronoun=pronoun, plural=pronoun in ("they", "we"))


def read_phrase(words: Words, figures: Figures, indices: Sequence[int]) -> Phrase:
    """Read one noun phrase: a pronoun, a name if one carries it, else a description.

    Args:
        words: The article's words.
        figures: Its figures.
        indices: Numbers of the phrase's words; at least one.
    """
    pronoun = read_pronoun(words, figures, indices) if len(indices) == 1 else None
    if pronoun is not None:
        return pronoun
    start = 0
    while start < len(indices) - 1 and _is_determiner(words, figures, indices, start):
        start += 1
    cut = start + 1
    while cut < len(indices) and not _cuts(words, figures, indices, cut):
        cut += 1
    nucleus = indices[start:cut]
    if len(nucleus) > 1 and words.lows[nucleus[-1]] in REFLEXIVES:
        nucleus = nucleus[:-1]
    shorter = without_sort(words, figures, nucleus)
    head = shorter[-1]
    name = figures.at.get(head)
    owns = name is not None and words.flags[name.last] & POSSESSIVE and name.last + 1 in indices[cut:]
    if name is not None and not owns:
        return Phrase(
            indices[0], indices[-1], head, "name", name=name, kind="organisation" if shorter != nucleus else None
        )
    land = territory(words, figures, nucleus, indices[cut:])
    if land is not None:
        return Phrase(indices[0], indices[-1], land.last, "name", name=land)
    return _description(words, figures, indices, nucleus, indices[cut:])


def _is_determiner(words: Words, figures: Figures, indices: Sequence[int], place: int) -> bool:
    """Whether a word stands before a noun; "those" and "some" do not where "at" or "of" follows."""
    low, following = words.lows[indices[place]], words.lows[indices[place + 1]]
    if low in ADVERBS:
        return True
    if low not in DETERMINERS or (low == "those" and following.endswith("ed")):
        return False
    return following not in POSTMODIFIERS or indices[place + 1] in figures.at


def _cuts(words: Words, figures: Figures, indices: Sequence[int], place: int) -> bool:
    """Whether a word begins what follows the noun: a participle, or a preposition in no name and no office."""
    index, before = indices[place], indices[place - 1]
    low = words.lows[index]
    if index in figures.at or index in figures.titles:
        return False
    if _is_participle(words, before, index):
        return True
    if low.endswith("ing") and place + 1 < len(indices) and words.lows[indices[place + 1]] in ("a", "an", "the"):
        return True  # a note describing the petition
    if low != "of" or place + 2 >= len(indices):
        return low in POSTMODIFIERS
    field = indices[place + 1]
    if words.lows[field] in OFFICE_FIELDS and field not in figures.at and words.lows[before] in TITLE_NOUNS:
        return False
    return not _is_office_of(words, figures, indices, index)


def _is_participle(words: Words, before: int, index: int) -> bool:
    """Whether a word goes on after a noun: "figures *given* by", "a report *last* week", "a letter *Monday*"."""
    low = words.lows[index]
    if low in DAYS:
        return noun_kind(words.lows[before]) == "document"
    if words.flags[index] & CAPITAL or noun_kind(words.lows[before]) is None or low == TURNED:
        return False
    return low in PARTICIPLES or low in WHEN or low.endswith(("ed", "ly"))


def _is_office_of(words: Words, figures: Figures, indices: Sequence[int], index: int) -> bool:
    """Whether "of" stands in an office before a name: "Secretary *of* State spokesman Jo Park"."""
    last = figures.at.get(indices[-1])
    if last is None or last.first - 1 <= index:
        return False
    if words.lows[indices[0]] in DETERMINERS and index - 1 not in figures.at:  # but: the Tree of Life rabbi Jo Park
        return False
    before = last.first - 1
    return not words.flags[before] & CAPITAL and noun_kind(words.lows[before]) == "person"


def _description(
    words: Words, figures: Figures, indices: Sequence[int], nucleus: Sequence[int], rest: Sequence[int]
) -> Phrase:
    head, before = nucleus[-1], nucleus[:-1]
    kind, plural = _kind(words, indices[0], nucleus, rest)
    owner = _owner(words, figures, before)
    determiner = words.lows[indices[0]]
    known = determiner in DEFINITES or any(words.flags[index] & POSSESSIVE for index in before)
    bare = determiner not in DETERMINERS and not plural and kind == "organisation"
    body = determiner not in INDEFINITES and names_a_body(words, figures, before, head, rest)
    kind = "organisation" if body and words.lows[head] in BODIES_OF_A_STATE else kind
    return Phrase(
        first=indices[0],
        last=indices[-1],
        head=head,
        form="description",
        kind=kind,
        plural=plural,
        definite=known or bare,
        affiliation=owner or _first_name(words, figures, rest),
        body=body,
    )


def is_age(low: str) -> bool:
    """Whether a word calls somebody by an age: "the *61-year-old*".

    Args:
        low: In lower case.
    """
    return low.endswith("-old")


def _kind(words: Words, first: int, nucleus: Sequence[int], rest: Sequence[int]) -> tuple[EntityKind | None, bool]:
    """What a description's noun stands for, and whether it is many."""
    low = words.lows[nucleus[-1]]
    before = words.lows[nucleus[-2]] if len(nucleus) > 1 else ""
    if is_age(low) or (before, low) == OPPOSITE_NUMBER:
        return "person", False
    if low[0].isdigit() or low in GROUP_WORDS or (low == "figures" and before in PEOPLE_BEFORE_FIGURES):
        return "group", True
    kind = noun_kind(low) or _kind_by_neighbours(words, low, before, rest)
    if kind == "person" and words.lows[first] in ALL_OR_NONE:
        kind = "group"
    if kind == "organisation" and words.lows[nucleus[0]] in MANY:
        kind = "group"
    return kind, kind == "group" or (low != singular(low) and kind != "organisation")


def _kind_by_neighbours(words: Words, low: str, before: str, rest: Sequence[int]) -> EntityKind | None:
    """Kind of a noun on no list: by what it is of, by the noun before it, or by its plural."""
    if len(rest) > 1 and words.lows[rest[0]] == "of":
        kind = noun_kind(words.lows[_complement(words, rest)])
        if kind is not None:
            return kind
    if noun_kind(before) == "document":
        return "document"
    many = low.endswith("s") and not low.endswith(("ss", "us", "is"))
    if low in DEMONYMS and not many and not low.endswith(PEOPLE_ENDINGS):
        return "person"  # the Swede
    return "group" if many or low in DEMONYMS else None


def _complement(words: Words, rest: Sequence[int]) -> int:
    """The noun of what follows "of": the last word before the next preposition."""
    stop = next((place for place in range(1, len(rest)) if words.lows[rest[place]] in POSTMODIFIERS), len(rest))
    return rest[max(1, stop - 1)]


def _owner(words: Words, figures: Figures, before: Sequence[int]) -> str | None:
    """Whose a description is, from a name or a people's name before its noun: "Norland's", "US", "French"."""
    for index in before:
        name = figures.at.get(index)
        if name is not None:
            return name.span.of(words.text)
        if words.lows[index] in DEMONYMS:
            return words.forms[index]
    return None


def _first_name(words: Words, figures: Figures, rest: Sequence[int]) -> str | None:
    """Whose a description is, from the first name after its preposition: "in Kyiv", "for Ann Lee"."""
    name = next((figures.at[index] for index in rest if index in figures.at), None)
    return name.span.of(words.text) if name is not None else None
