"""Apposition: the names that stand beside a source's description, behind it, or at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.resolve.evidence import LOCATING
from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import CAPITALS, PLACES, STATES
from onrecord.resolve.lexicon import FUNCTION_WORDS, ORG_WORDS, TITLE_MODIFIERS
from onrecord.resolve.names import SURNAMES_TOO, Name
from onrecord.resolve.nouns import is_plain_person_noun, singular
from onrecord.resolve.phrases import Phrase, read_phrase
from onrecord.resolve.runs import JOINERS
from onrecord.resolve.vocabulary import GROUP_WORDS
from onrecord.resolve.words import CAPITAL, POSSESSIVE, SHOUTED, Words
from onrecord.types import EntityKind

BODIES_TOO = frozenset(
    {"backer", "competitor", "importer", "miner", "owner", "partner", "producer", "rival", "supplier"}
)
"""Nouns for persons that are bodies as well."""
EDITORIALS = frozenset({("editorial",), ("editorial", "board")})
"""What stands before the paper that speaks, in a digest of opinions: Editorial, *the Harlow Times*."""
NAMING = frozenset({"called", "named"})
"""Participles behind a person's noun before a name."""
PAIRS_OF_ONE_NAME = frozenset(
    {"brothers", "children", "daughters", "grandparents", "parents", "sisters", "sons", "twins"}
)
"""People of one surname, of two of whom the first goes by the given name: his parents, *Ed* and Ann Park."""
HEADS = frozenset(
    {"boss", "chair", "chairman", "chairwoman", "chief", "director", "head", "leader", "manager", "minister"}
)
"""Offices that take a field, which may stand right before their holder's name: the head *of sales* Jo Park."""
BELONGING_TO = frozenset({"at", "for", "from", "of", "with"})
"""Prepositions behind a name that tell where its bearer belongs: Jo Park *of* Harrow."""


def holder(words: Words, figures: Figures, phrase: Phrase) -> Phrase | None:
    """The name that a description ends in: "spokesman for the Olen Trust *Jo Park*", "head of sales *Jo Park*".

    Args:
        words: The article's words.
        figures: Its figures.
        phrase: The description.
    """
    name = figures.at.get(phrase.last)
    if phrase.form != "description" or name is None or name.first - 1 <= phrase.head:
        return None
    if _is_of_body(words, figures, phrase, name):
        return Phrase(phrase.first, name.last, name.last, "name", name=name, kind="person")
    if phrase.kind != "person" and not _is_office_of_body(words, phrase, name):
        return None
    if name.last != phrase.last or not words.adjacent(name.first - 1) or words.flags[name.first - 1] & POSSESSIVE:
        return None
    before = name.first - 1
    named = before in figures.at or (words.lows[before] in TITLE_MODIFIERS and bool(words.flags[before] & CAPITAL))
    field = (
        len(name.keys) > 1
        and words.lows[phrase.head] in HEADS
        and words.lows[phrase.head + 1] == "of"
        and phrase.head + 2 < name.first
        and not words.lows[name.first - 1].endswith(("ed", "ing"))
        and words.lows[name.first - 1] not in FUNCTION_WORDS
    )
    figure = figures.of.get(name.first)
    somebody = figure is not None and (figure.kind == "person" or words.lows[name.last] in SURNAMES_TOO)
    person = somebody and (named or field or phrase.kind == "organisation")
    return Phrase(phrase.first, name.last, name.last, "name", name=name, kind="person") if person else None


def _is_of_body(words: Words, figures: Figures, phrase: Phrase, name: Name) -> bool:
    """Whether a body's name in capitals owns a person's behind it: *Norlandis for Tax Reform's* Jo Park."""
    figure, owner = figures.of.get(name.first), name.first - 1
    if figure is None or figure.kind != "person" or name.last != phrase.last or not words.flags[owner] & POSSESSIVE:
        return False
    owning = figures.of.get(figures.at[owner].first) if owner in figures.at else None
    if owning is not None and owning.kind == "person" and not owning.is_slight:
        return False
    body = range(phrase.first, owner + 1)
    capitals = all(words.adjacent(index) or index == owner for index in body) and words.adjacent(owner)
    return capitals and all(words.flags[index] & CAPITAL or words.lows[index] in JOINERS for index in body)


def _is_office_of_body(words: Words, phrase: Phrase, name: Name) -> bool:
    """Whether a body's name in capitals runs into its officer's office: *Department of Health Chief* Jo Park."""
    if phrase.kind != "organisation" or name.title is None:
        return False
    body = range(phrase.head, name.title[0])
    return all(
        words.adjacent(index) and (words.flags[index] & CAPITAL or words.lows[index] in JOINERS) for index in body
    )


def named(words: Words, figures: Figures, phrase: Phrase) -> Phrase | None:
    """The name by which a person's description tells who it is: "a miner named *Jo Park*".

    Args:
        words: The article's words.
        figures: Its figures.
        phrase: The description.
    """
    name = figures.at.get(phrase.last)
    if phrase.form != "description" or name is None or name.last != phrase.last or name.first - 1 <= phrase.head:
        return None
    person = phrase.kind == "person" and not phrase.plural and words.lows[name.first - 1] in NAMING
    return Phrase(phrase.first, name.last, name.last, "name", name=name, kind="person") if person else None


def beside(words: Words, figures: Figures, phrase: Phrase, segments: Sequence[list[int]]) -> Phrase | None:
    """The name that a comma sets beside a description: "a spokesman, *Jo Park*"; never a place behind "in".

    Args:
        words: The article's words.
        figures: Its figures.
        phrase: The description.
        segments: Numbers of the words of the segments behind it.
    """
    if phrase.form != "description" or not segments:
        return None
    person = _is_person(words, phrase)
    name = read_phrase(words, figures, segments[0]).name
    if name is None:
        return None
    figure = figures.of.get(name.first)
    if tuple(words.lows[phrase.first : phrase.last + 1]) in EDITORIALS:
        whole = segments[0][-1] == name.last and not words.flags[name.last] & POSSESSIVE
        return Phrase(phrase.first, name.last, name.last, "name", name=name, kind="organisation") if whole else None
    if phrase.plural and not person:
        firm = (
            phrase.definite and figure is not None and "&" in name.span.of(words.text) and segments[0][-1] == name.last
        )
        return Phrase(phrase.first, name.last, name.last, "name", name=name, kind="organisation") if firm else None
    if words.flags[name.last] & POSSESSIVE or (
        segments[0][-1] > name.last and not _belongs(words, phrase, figure, name.last + 1)
    ):
        return None
    kind: EntityKind | None = figure.kind if figure is not None else "person"
    wanted: EntityKind | None = "person" if person else phrase.kind
    if _is_body(words, phrase, name, segments[0]):
        fits, wanted = kind in ("organisation", None), "organisation"
    elif wanted == "organisation":
        slight = figure is not None and figure.is_slight  # two capitals alone: "the company, Olen Marine"
        fits = (kind in ("organisation", None) or slight) and not _is_placed(words, phrase)
    elif person and not _is_placed(words, phrase):
        fits = kind == "person" or (kind in ("organisation", None) and _may_be_person(words, name))
    else:
        fits = wanted in ("person", None) and (kind == "person" or (kind is None and len(name.keys) > 1))
    return Phrase(phrase.first, name.last, name.last, "name", name=name, kind=wanted) if fits else None


def _belongs(words: Words, phrase: Phrase, figure: Figure | None, after: int) -> bool:
    """Whether what stands behind a person's name in its segment tells where its bearer belongs: Jo Park *of Harrow*."""
    person = figure is not None and figure.kind == "person" and _is_person(words, phrase)
    return person and words.lows[after] in BELONGING_TO


def beside_many(words: Words, figures: Figures, phrase: Phrase, parts: Sequence[Sequence[int]]) -> tuple[Phrase, ...]:
    """The names that a comma sets beside many people: "two of her aides, *Jo Park* and *Ann Lee*".

    Args:
        words: The article's words.
        figures: Its figures.
        phrase: The description.
        parts: Numbers of the words of each that may be named behind it.
    """
    if phrase.form != "description" or not phrase.plural:
        return ()
    names = tuple(read_phrase(words, figures, part) for part in parts)
    if len(names) < 2 or any(name.name is None or len(name.name.keys) < 2 for name in names[1:]):
        return ()
    pair = words.lows[phrase.head] in PAIRS_OF_ONE_NAME and len(names) == 2
    if names[0].name is None or (len(names[0].name.keys) < 2 and not pair):
        return ()
    people = is_plain_person_noun(singular(_noun(words, phrase)))
    for name in names:
        figure = figures.of.get(name.name.first) if name.name is not None else None
        kind = figure.kind if figure is not None else None
        if name.name is None or not (
            kind == "person"
            or (kind is None and pair)
            or (kind is None and people and _may_be_person(words, name.name))
        ):
            return ()
    return tuple(replace(name, kind="person") for name in names) if pair else names


def _is_person(words: Words, phrase: Phrase) -> bool:
    """Whether a description is one person's, by its head or by its last word: "the *mayor*", "west of Halm *clerk*"."""
    noun = _noun(words, phrase)
    return is_plain_person_noun(noun) and singular(noun) == noun


def _noun(words: Words, phrase: Phrase) -> str:
    """The noun that tells who is meant: the last of "two of her *aides*"."""
    return words.lows[phrase.last if words.lows[phrase.head] in GROUP_WORDS else phrase.head]


def _is_body(words: Words, phrase: Phrase, name: Name, segment: Sequence[int]) -> bool:
    """Whether a person's noun is a body's here: "its *owner*, Olen Lines Group", "salt *producer* <Olen Corp>"."""
    listed = words.text[words.starts[segment[0]] - 1] == "<"
    owner = words.lows[phrase.head] in BODIES_TOO and any(
        words.lows[index] in ORG_WORDS for index in range(name.first, name.last + 1)
    )
    return listed or owner


def _may_be_person(words: Words, name: Name) -> bool:
    """Whether nothing in a name says that it is a body's or place's."""
    lows = words.lows[name.first : name.last + 1]
    whole = " ".join(lows)
    known = whole in PLACES or whole in CAPITALS or whole in STATES
    return not known and lows[-1] not in ORG_WORDS and not words.flags[name.first] & SHOUTED


def _is_placed(words: Words, phrase: Phrase) -> bool:
    """Whether a description tells where its bearer is."""
    return any(words.lows[index] in LOCATING for index in range(phrase.first, phrase.last))


def behind(words: Words, figures: Figures, phrase: Phrase) -> Phrase | None:
    """The name behind a person's description that the source words leave out: "the team's coach" *Jo Park*.

    Args:
        words: The article's words.
        figures: Its figures.
        phrase: The description.
    """
    if phrase.form != "description" or phrase.kind != "person":
        return None
    after = phrase.last + 1
    while after in figures.titles and words.adjacent(after):
        after += 1
    figure = figures.of.get(after)
    if figure is None or figure.kind != "person" or words.sentences[phrase.last] != words.sentences[after]:
        return None
    name = figures.at[after]
    commas = words.gap(phrase.last) == ", " and words.gap(name.last)[:1] == ","
    if words.flags[name.last] & POSSESSIVE or not (commas or words.adjacent(phrase.last)):
        return None
    return Phrase(phrase.first, phrase.last, phrase.head, "name", name=name, kind="person")


def with_place(words: Words, figures: Figures, phrase: Phrase, segments: Sequence[list[int]]) -> Phrase:
    """A description with the rest of its place behind the comma: "police in Harlow Falls, *Ohio*".

    Args:
        words: The article's words.
        figures: Its figures.
        phrase: The description.
        segments: Numbers of the words of the segments behind it.
    """
    if phrase.form != "description" or not segments or phrase.last not in figures.at or not _is_placed(words, phrase):
        return phrase
    name = figures.at.get(segments[0][0])
    return replace(phrase, last=name.last) if name is not None and segments[0][-1] == name.last else phrase
