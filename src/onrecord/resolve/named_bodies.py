"""Named bodies: which descriptions are a body's or territory's name: Norland's central bank, the state of Norland."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import CAPITALS, DEMONYMS, PLACES
from onrecord.resolve.lexicon import TITLE_MODIFIERS, TITLE_NOUNS
from onrecord.resolve.media import PLATFORMS
from onrecord.resolve.names import Name
from onrecord.resolve.vocabulary import BODIES_OF_A_STATE, BODY_FIELDS, INDEFINITES, NAMED_BODIES
from onrecord.resolve.words import CAPITAL, HEADING, POSSESSIVE, Words

NAMED_ALONE = frozenset({"congress", "parliament", "senate", "kremlin", "pentagon", "treasury", "duma", "knesset"})
"""Nouns that are a body's name where they have a capital and stand alone."""
SORTS_OF_BODIES = (
    ("thinktank",), ("think-tank",), ("think", "tank"), ("news", "agency"), ("state", "news", "agency"), ("newspaper",),
    ("daily",), ("magazine",), ("website",), ("channel",), ("broadcaster",), ("media",), ("outlet",), ("institute",),
    ("programme",), ("program",), ("medical", "journal"), ("journal",), ("newsletter",),
)  # fmt: skip
"""What may stand behind a body's name that it says nothing new of."""
OF_MANY = frozenset({"court"})
"""Nouns of bodies that a state has many of: its name alone tells none of them."""
TERRITORIES = frozenset({"city", "county", "province", "state"})
"""Nouns that a territory's name follows with "of": the state of Norland."""
OF_STATES = frozenset({"central", "federal", "national"})
"""What stands before a state's government that its capital tells."""
SIBLINGS = frozenset({"brothers", "sisters", "twins"})
"""People that are called by their name together."""


def without_sort(words: Words, figures: Figures, nucleus: Sequence[int]) -> Sequence[int]:
    """A body's name without what sort of body it is: the *Halm Institute* think tank, *Norpress* news agency.

    Args:
        words: The article's words.
        figures: Its figures.
        nucleus: Numbers of the words up to the noun.
    """
    for noun in SORTS_OF_BODIES:
        rest = nucleus[: -len(noun)]
        if tuple(words.lows[index] for index in nucleus[-len(noun) :]) == noun and rest and rest[-1] in figures.at:
            name = figures.at[rest[-1]]
            if not words.flags[name.last] & POSSESSIVE and _may_be_body(words, name, figures.of.get(name.first)):
                return rest
    return nucleus


def _may_be_body(words: Words, name: Name, figure: Figure | None) -> bool:
    """Whether a name before what sort of body it is may be the body's: no state's, place's or known person's."""
    whole = " ".join(words.lows[name.first : name.last + 1])
    if figure is None or figure.kind == "state" or whole in PLACES or whole in CAPITALS or whole in PLATFORMS:
        return False
    return figure.kind in ("organisation", None) or figure.is_formal


def territory(words: Words, figures: Figures, nucleus: Sequence[int], rest: Sequence[int]) -> Name | None:
    """The name of a territory that is told to be one: the state of *Norland*.

    Args:
        words: The article's words.
        figures: Its figures.
        nucleus: Numbers of the words up to the noun.
        rest: Of those behind it.
    """
    if len(rest) < 2 or words.lows[nucleus[-1]] not in TERRITORIES or words.lows[rest[0]] != "of":
        return None
    name = figures.at.get(rest[1])
    return name if name is not None and name.last == rest[-1] and words.lows[nucleus[0]] not in INDEFINITES else None


def names_a_body(words: Words, figures: Figures, before: Sequence[int], head: int, rest: Sequence[int]) -> bool:
    """Whether a description is a body's name: by its state, holder or field, or by its noun alone.

    Args:
        words: The article's words.
        figures: Its figures.
        before: Numbers of the words before its noun.
        head: Number of its noun.
        rest: Numbers of the words behind it.
    """
    low = words.lows[head]
    return (
        (low in NAMED_BODIES and _is_told_apart(words, figures, before, low))
        or _is_named_alone(words, head, before)
        or _has_field(words, head, rest)
        or _is_of_state(words, figures, before, low)
        or (low in SIBLINGS and bool(before) and before[-1] in figures.at)
        or (low == "police" and _is_of_place(words, figures, before, rest))
        or (low == "coalition" and bool(before) and words.lows[before[-1]].endswith("-led") and not rest)
        or (low == "office" and not rest and _is_of_one(words, before))
        or (low == "government" and _is_seated(words, before, rest))
    )


def _is_named_alone(words: Words, head: int, before: Sequence[int]) -> bool:
    """Whether a body is called by its noun alone, in capitals: Congress, Parliament."""
    named = words.flags[head] & CAPITAL and not words.flags[head] & HEADING
    return bool(named) and words.lows[head] in NAMED_ALONE and not before


def _has_field(words: Words, head: int, rest: Sequence[int]) -> bool:
    """Whether a body's field behind its noun tells which it is: the ministry *of justice*."""
    field = len(rest) > 1 and words.lows[rest[0]] == "of" and words.lows[rest[1]] in BODY_FIELDS
    return field and words.lows[head] in NAMED_BODIES


def _is_told_apart(words: Words, figures: Figures, before: Sequence[int], head: str) -> bool:
    """Whether what stands before a body's noun tells which it is: its state, its field; of a person only the office."""
    for index in before:
        figure = _figure_at(figures, index)
        if figure is not None and figure.kind == "person":
            return head in ("administration", "campaign", "office", "government", "regime")
    if head in OF_MANY and before and _is_state(words, figures, before[-1]):
        return False
    return any(
        low in BODY_FIELDS or low in DEMONYMS or index in figures.at for index in before for low in (words.lows[index],)
    )


def _is_of_state(words: Words, figures: Figures, before: Sequence[int], head: str) -> bool:
    """Whether a body that every state has one of is told by its state: Norland's *central bank*, the US *military*."""
    if head not in BODIES_OF_A_STATE or not before:
        return False
    fields = BODIES_OF_A_STATE[head]
    if fields and words.lows[before[-1]] not in fields:
        return False
    if head == "board":
        return any(index in figures.at for index in before)
    return any(_is_state(words, figures, index) for index in before)


def _is_of_one(words: Words, before: Sequence[int]) -> bool:
    """Whether two words tell who alone has an office: the *special counsel's* office.

    Of the 1,400 labelled articles' sources two in two are labelled as a name so, of "the governor's office" one in two.
    """
    if len(before) != 2 or words.lows[before[0]] not in TITLE_MODIFIERS:
        return False
    return bool(words.flags[before[1]] & POSSESSIVE) and words.lows[before[1]] in TITLE_NOUNS


def _is_seated(words: Words, before: Sequence[int], rest: Sequence[int]) -> bool:
    """Whether a state's government is told by its capital: the *central* government *in Beijing*."""
    seat = [words.lows[index] for index in rest]
    own = bool(before) and words.lows[before[-1]] in OF_STATES
    return own and len(seat) > 1 and seat[0] == "in" and " ".join(seat[1:]) in CAPITALS


def _is_of_place(words: Words, figures: Figures, before: Sequence[int], rest: Sequence[int]) -> bool:
    """Whether a place's name stands before "police": *Harlow* police, *Harlow state* police; not a people's."""
    last = before[-2:-1] if before and words.lows[before[-1]] in TERRITORIES else before[-1:]
    figure = _figure_at(figures, last[0]) if last else None
    return figure is not None and figure.kind != "person" and not rest


def _is_state(words: Words, figures: Figures, index: int) -> bool:
    """Whether a word is a state's or its people's name."""
    figure = _figure_at(figures, index)
    return words.lows[index] in DEMONYMS or (figure is not None and figure.kind == "state")


def _figure_at(figures: Figures, index: int) -> Figure | None:
    return figures.of.get(figures.at[index].first) if index in figures.at else None
