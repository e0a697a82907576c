"""Sources: what the source words of a statement are: names, a pronoun, or a description, and whose its bearer is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import DEMONYMS
from onrecord.resolve.lexicon import (
    BODY_FIELDS,
    GROUP_WORDS,
    INDEFINITES,
    NAMED_BODIES,
    OFFICE_FIELDS,
    PARTICIPLES,
    PEOPLE_BEFORE_FIGURES,
    POSTMODIFIERS,
    TITLE_NOUNS,
)
from onrecord.resolve.names import Name
from onrecord.resolve.nouns import noun_kind, singular
from onrecord.resolve.words import CAPITAL, POSSESSIVE, Words
from onrecord.spans import Span
from onrecord.types import EntityKind

Form = Literal["name", "pronoun", "description", "people"]

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "they": "they", "them": "they", "their": "they", "themselves": "they",
    "it": "it", "its": "it", "itself": "it",
    "i": "i", "me": "i", "my": "i", "myself": "i",
    "we": "we", "us": "we", "our": "we", "ourselves": "we",
    "who": "who", "whom": "who", "whose": "who", "which": "which", "that": "which",
}  # fmt: skip
RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})
DEFINITES = frozenset({"the", "this", "that", "these", "those"}) | POSSESSIVES
DETERMINERS = DEFINITES | INDEFINITES
ADVERBS = frozenset({"almost", "nearly", "about", "around", "only", "even", "not", "at", "least", "just"})
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
BREAKS = ",(–—;:<"


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
        body: Whether it names a body by its state or holder: "Norland's defence ministry".
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


def read_source(words: Words, figures: Figures, source: Sequence[Span]) -> tuple[Phrase, ...]:
    """Read source words into the sources that they name; several where they are joined by "and".

    Args:
        words: The article's words.
        figures: Its figures.
        source: The spans of the source words.

    Returns:
        Phrases in order; none where the spans hold no word.
    """
    indices = [index for span in source for index in words.inside(span)]
    if not indices:
        return ()
    pronoun = _pronoun(words, figures, indices)
    if pronoun:
        return (pronoun,)
    segments = _segments(words, figures, indices)
    listed = _list(words, figures, segments)
    if listed:
        return listed
    parts = _conjuncts(words, figures, segments[0])
    phrases = [_phrase(words, figures, part) for part in parts]
    if len(phrases) == 1:
        apposed = _apposed(words, figures, phrases[0], segments[1:]) or _named_after(words, figures, phrases[0])
        return (apposed or phrases[0],)
    if any(phrase.form != "description" for phrase in phrases):
        return tuple(phrases)
    return (_joined(phrases),)


def _pronoun(words: Words, figures: Figures, indices: Sequence[int]) -> Phrase | None:
    """The source as a pronoun: alone, or with "himself", "all", "also" behind it; or as a people's name: "Norlandic"."""
    low = words.lows[indices[0]]
    if len(indices) == 1 and low in DEMONYMS and indices[0] not in figures.at:
        return Phrase(indices[0], indices[0], indices[0], "people")
    if low not in PRONOUNS or words.forms[indices[0]] == "US":
        return None
    if len(indices) > 1 and low in POSSESSIVES and words.lows[indices[1]] != "own":
        return None
    if len(indices) > 1 and low not in POSSESSIVES and (not all(_weak(words.lows[index]) for index in indices[1:])):
        return None
    pronoun = PRONOUNS[low]
    return Phrase(indices[0], indices[0], indices[0], "pronoun", pronoun=pronoun, plural=pronoun in ("they", "we"))


def _weak(low: str) -> bool:
    return low in PRONOUNS or low in ("all", "both", "also", "too", "each", "then", "later", "once", "alone", "now")


def _segments(words: Words, figures: Figures, indices: Sequence[int]) -> list[list[int]]:
    """The words cut at commas, brackets, dashes and relative pronouns, never inside a name."""
    segments: list[list[int]] = [[indices[0]]]
    for before, index in zip(indices, indices[1:], strict=False):
        name = figures.at.get(index)
        inside = name is not None and name.first <= before
        gap = words.text[words.stops[before] : words.starts[index]]
        if not inside and (
            any(mark in gap for mark in BREAKS) or "--" in gap or words.lows[index] in RELATIVES - {"that"}
        ):
            segments.append([])
        segments[-1].append(index)
    return segments


def _list(words: Words, figures: Figures, segments: Sequence[Sequence[int]]) -> tuple[Phrase, ...]:
    """Names in a row, "A, B and C"; nothing where the words after a comma are no names of their own."""
    if len(segments) < 2 or not any(words.lows[index] == "and" for index in segments[-1]):
        return ()
    parts: list[list[int]] = []
    for segment in segments:
        own = [index for index in segment]
        if words.lows[own[0]] == "and":
            own = own[1:]
        parts.extend(_conjuncts(words, figures, own) if own else [])
    phrases = [_phrase(words, figures, part) for part in parts]
    if all(phrase.form == "name" for phrase in phrases) and len(phrases) > 1:
        return tuple(phrases)
    return ()


def _conjuncts(words: Words, figures: Figures, indices: Sequence[int]) -> list[list[int]]:
    """The words cut at "and" where that joins two sources; not behind a preposition, nor inside a name."""
    parts: list[list[int]] = [[]]
    for place, index in enumerate(indices):
        low = words.lows[index]
        if low in ("and", "or") and index not in figures.at and parts[-1] and place + 1 < len(indices):
            parts.append([])
        else:
            parts[-1].append(index)
            if low in POSTMODIFIERS and index not in figures.at:
                parts[-1].extend(indices[place + 1 :])
                break
    return parts


def _phrase(words: Words, figures: Figures, indices: Sequence[int]) -> Phrase:
    """Read one noun phrase: a name if one carries it, else a description."""
    start = 0
    while start < len(indices) - 1 and _is_determiner(words, figures, indices, start):
        start += 1
    if len(indices) == 1 and words.lows[indices[0]] in PRONOUNS and indices[0] not in figures.at:
        return _pronoun(words, figures, indices) or _description(words, figures, indices, indices, ())
    cut = start + 1
    while cut < len(indices) and not _cuts(words, figures, indices, cut):
        cut += 1
    nucleus = indices[start:cut]
    if len(nucleus) > 1 and words.lows[nucleus[-1]] in REFLEXIVES:
        nucleus = nucleus[:-1]
    head = nucleus[-1]
    name = figures.at.get(head)
    if name is not None and not (
        words.flags[name.last] & POSSESSIVE and cut < len(indices) and name.last + 1 in indices
    ):
        return Phrase(indices[0], indices[-1], head, "name", name=name)
    return _description(words, figures, indices, nucleus, indices[cut:])


def _is_determiner(words: Words, figures: Figures, indices: Sequence[int], place: int) -> bool:
    """Whether a word stands before a noun; "those" and "some" do not where "at" or "of" follows."""
    low, following = words.lows[indices[place]], words.lows[indices[place + 1]]
    if low in ADVERBS:
        return True
    return (
        low in DETERMINERS
        and (following not in POSTMODIFIERS or indices[place + 1] in figures.at)
        and not (low == "those" and following.endswith("ed"))
    )


def _cuts(words: Words, figures: Figures, indices: Sequence[int], place: int) -> bool:
    """Whether a word begins what follows the noun: a preposition that is part of no name and of no office."""
    index = indices[place]
    if index not in figures.at and _is_participle(words, indices[place - 1], index):
        return True
    if words.lows[index] not in POSTMODIFIERS or index in figures.at or index in figures.titles:
        return False
    if words.lows[index] != "of" or place + 2 >= len(indices):
        return True
    if words.lows[indices[place + 1]] in OFFICE_FIELDS and words.lows[indices[place - 1]] in TITLE_NOUNS:
        return False
    last = figures.at.get(indices[-1])
    if last is None or last.first - 1 <= index or words.lows[indices[0]] in DETERMINERS:
        return True
    before = last.first - 1
    return bool(words.flags[before] & CAPITAL) or noun_kind(words.lows[before]) != "person"


def _is_participle(words: Words, before: int, index: int) -> bool:
    """Whether a word goes on after a noun: "figures given by", "a report earlier this week", "emails newly found"."""
    low = words.lows[index]
    if words.flags[index] & CAPITAL or noun_kind(words.lows[before]) is None:
        return False
    return low in PARTICIPLES or low in ("earlier", "last", "this", "today", "yesterday") or low.endswith(("ed", "ly"))


def _description(
    words: Words, figures: Figures, indices: Sequence[int], nucleus: Sequence[int], rest: Sequence[int]
) -> Phrase:
    head = nucleus[-1]
    low = words.lows[head]
    kind, plural = _kind(words, indices[0], nucleus, rest)
    owner = _owner(words, figures, nucleus)
    affiliation = owner or _after(words, figures, rest)
    bare = words.lows[indices[0]] not in DETERMINERS
    owned = any(words.flags[index] & POSSESSIVE for index in nucleus[:-1])
    definite = words.lows[indices[0]] in DEFINITES or owned or (bare and not plural and kind == "organisation")
    body = low in NAMED_BODIES and (
        owner is not None or any(words.lows[index] in BODY_FIELDS for index in nucleus[:-1])
    )
    return Phrase(
        indices[0], indices[-1], head, "description", kind=kind, plural=plural, definite=definite,
        affiliation=affiliation, body=body,
    )  # fmt: skip


def _complement(words: Words, rest: Sequence[int]) -> int:
    """The noun of what follows "of": the last word before the next preposition."""
    last = rest[1]
    for index in rest[1:]:
        if words.lows[index] in POSTMODIFIERS:
            break
        last = index
    return last


def _kind(words: Words, first: int, nucleus: Sequence[int], rest: Sequence[int]) -> tuple[EntityKind | None, bool]:
    """What a description's noun stands for, and whether it is many."""
    head = nucleus[-1]
    low = words.lows[head]
    if low[0].isdigit() or low in GROUP_WORDS:
        return "group", True
    kind = noun_kind(low)
    before = words.lows[nucleus[-2]] if len(nucleus) > 1 else ""
    if low == "figures" and before in PEOPLE_BEFORE_FIGURES:
        kind = "group"
    if kind is None and len(rest) > 1 and words.lows[rest[0]] == "of":
        kind = noun_kind(words.lows[_complement(words, rest)])
    if kind is None and before and noun_kind(before) == "document":
        kind = "document"
    if kind is None and low.removesuffix("s") in DEMONYMS:
        kind = "group"
    if kind is None and words.flags[head] & CAPITAL and low.endswith("s"):
        kind = "group"
    if kind is None and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        kind = "group"
    if kind == "person" and words.lows[first] in ("no", "not", "every", "almost"):
        kind = "group"
    if kind == "organisation" and words.lows[nucleus[0]] in ("some", "many", "several", "few", "two", "three"):
        kind = "group"
    return kind, kind == "group" or (low != singular(low) and kind != "organisation")


def _owner(words: Words, figures: Figures, nucleus: Sequence[int]) -> str | None:
    """Whose a description is, from a name or a people's name before its noun: "Norland's", "US", "French"."""
    for index in nucleus[:-1]:
        name = figures.at.get(index)
        if name is not None:
            return name.span.of(words.text)
        if words.lows[index] in DEMONYMS:
            return words.forms[index]
    return None


def _after(words: Words, figures: Figures, rest: Sequence[int]) -> str | None:
    """Whose a description is, from the first name after its preposition: "in Kyiv", "for Ann Lee"."""
    for index in rest:
        name = figures.at.get(index)
        if name is not None:
            return name.span.of(words.text)
    return None


def _apposed(words: Words, figures: Figures, phrase: Phrase, segments: Sequence[Sequence[int]]) -> Phrase | None:
    """The name that a comma sets beside a description: "a spokesman, Jo Park"; never a place behind "in"."""
    if phrase.form != "description" or not segments:
        return None
    segment = list(segments[0])
    beside = _phrase(words, figures, segment)
    name = beside.name
    if name is None or segment[-1] > name.last or words.flags[name.last] & POSSESSIVE:
        return None
    figure = figures.of.get(name.first)
    kind = (figure.kind or ("person" if len(name.keys) > 1 else None)) if figure else "person"
    if phrase.kind == "organisation":
        fits = figure is not None and figure.kind in ("organisation", None)
    else:
        fits = phrase.kind in ("person", None) and kind == "person"
    return (
        Phrase(phrase.first, name.last, name.last, "name", name=name, kind=phrase.kind)
        if fits and not phrase.plural
        else None
    )


def _named_after(words: Words, figures: Figures, phrase: Phrase) -> Phrase | None:
    """The name behind a person's description that the source words leave out: "the team's coach" Jo Park."""
    if phrase.form != "description" or phrase.kind != "person":
        return None
    after = phrase.last + 1
    while after in figures.titles and words.adjacent(after):
        after += 1
    name = figures.at.get(after)
    if name is None or name.first != after or words.flags[name.last] & POSSESSIVE:
        return None
    figure = figures.of.get(after)
    close = words.adjacent(phrase.last) or (words.gap(phrase.last) == ", " and words.gap(name.last)[:1] == ",")
    if not close or words.sentences[phrase.last] != words.sentences[after] or figure is None or figure.kind != "person":
        return None
    return Phrase(phrase.first, phrase.last, phrase.head, "name", name=name, kind="person")


def _joined(phrases: Sequence[Phrase]) -> Phrase:
    """Several descriptions as one: "campaigners and politicians"."""
    kinds = {phrase.kind for phrase in phrases}
    kind: EntityKind = "organisation" if kinds == {"organisation"} else "document" if kinds == {"document"} else "group"
    affiliation = next((phrase.affiliation for phrase in phrases if phrase.affiliation), None)
    return Phrase(
        phrases[0].first, phrases[-1].last, phrases[0].head, "description", kind=kind, plural=True,
        definite=phrases[0].definite, affiliation=affiliation,
    )  # fmt: skip
