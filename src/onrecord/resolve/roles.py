"""Roles: where a description stands beside a person's name: "Y X", "Y, X,", "X, a Y at Z,", "X, who heads Z"."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.resolve.evidence import KIN
from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.lexicon import (
    ACTING,
    CALENDAR,
    FORMER,
    FUNCTION_WORDS,
    KEPT_PARTICIPLES,
    NOUN_STARTERS,
    SPEECH_VERBS,
)
from onrecord.resolve.media import AGENCIES
from onrecord.resolve.names import Name
from onrecord.resolve.nouns import is_plain_person_noun, singular
from onrecord.resolve.offices import ARTICLES, BELONGING, described, is_office, is_plain_office, titled
from onrecord.resolve.roles_after import home_behind, roles_after
from onrecord.resolve.vocabulary import ROLE_OPENERS
from onrecord.resolve.words import CAPITAL, INITIAL, POSSESSIVE, Words
from onrecord.types import Role

BEFORE = 8
"""Words before a name that may describe its bearer."""
AFTER = 24
"""Words of a description before a name's comma."""
ENDS = (",", ".", ";", "–", "—", ")", "")
"""What stands behind a name that a comma parts from its description."""
CAPACITIES = frozenset(
    {"capacity", "career", "job", "position", "post", "role", "stint", "tenure", "term", "time", "work"}
)
"""Nouns behind which "as" opens an office."""
NO_OFFICES = ("fellow", "host", "guest", "victim", "suspect")
"""Nouns before a name that are no office by themselves."""
RANKS = frozenset(
    {
        "vice",
        "deputy",
        "assistant",
        "associate",
        "senior",
        "junior",
        "first",
        "second",
        "longtime",
        "presumptive",
        "then",
    }
)
"""Small words before a title in capitals that belong to it."""
OWN = frozenset({"his", "her", "former", "previous", "new", "current"})
TELLING = frozenset({"asked", "assured", "informed", "reminded", "tell", "tells", "told", "warned"})
"""Verbs whose hearers stand right behind them: told *jurors* Park left."""
MODALS = frozenset({"can", "could", "did", "may", "might", "must", "not", "shall", "should", "to", "will", "would"})
"""Words behind which a verb stands."""
OF_MEDIA = frozenset(
    {"anchor", "analyst", "columnist", "commentator", "contributor", "correspondent", "editor", "host", "reporter"}
)
"""Offices that papers and stations have: told *CNN correspondent* Jo Park."""
SMALL = frozenset({"of", "the", "and", "for"})
PLAIN_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "mister", "madam"})
"""Titles that give no office."""


def find_roles(words: Words, figures: Figures) -> None:
    """Give each person the roles that the text beside their names tells.

    Args:
        words: The article's words.
        figures: Its figures; their ``roles`` are filled.
    """
    found = _capacities(words, figures)
    for figure in figures.all:
        if figure.kind not in ("person", None):
            continue
        told = {(role.title, role.organisation) for role in figure.roles}
        figure.homes.update(home for name in figure.names if (home := home_behind(words, figures, name)))
        for name in figure.names:
            for role in _roles_beside(words, figures, name):
                if role is not None and (role.title, role.organisation) not in told:
                    told.add((role.title, role.organisation))
                    figure.roles.append(role)
    for figure, role in found:
        if all(role.title != known.title for known in figure.roles):
            figure.roles.append(role)


def _capacities(words: Words, figures: Figures) -> list[tuple[Figure, Role]]:
    """The roles that somebody is said to act in: "Park said that in *his role as head of the Harbour Trust* …"."""
    found = []
    for index in range(2, len(words) - 2):
        if words.lows[index] != "as" or words.lows[index - 1] not in CAPACITIES or words.lows[index - 2] not in OWN:
            continue
        own = range(max(0, index - BEFORE * 2), index)
        names = {figures.at[place].first for place in own if place in figures.at}
        people = [figures.of.get(first) for first in names if words.sentences[first] == words.sentences[index]]
        bearers = {id(figure): figure for figure in people if figure is not None and figure.kind in ("person", None)}
        role = described(words, figures, index + 1, min(index + AFTER, len(words) - 1)) if len(bearers) == 1 else None
        if role is not None:
            found.append((next(iter(bearers.values())), role))
    return found


def _roles_beside(words: Words, figures: Figures, name: Name) -> tuple[Role | None, ...]:
    first = name.title[0] if name.title else name.first
    return (
        _directly_before(words, figures, first, name.first - 1),
        _before_comma(words, figures, name, first),
        *roles_after(words, figures, name),
    )


# Before the name


def _directly_before(words: Words, figures: Figures, end: int, last: int) -> Role | None:
    """The role in the words up to a name: "former Harbour Trust *chairman* Jo Park".

    Args:
        words: The article's words.
        figures: Its figures.
        end: Number of the first word that surely belongs to the role or the name.
        last: Number of the last word before the name.
    """
    if 0 <= last < len(words) and words.lows[last] in SMALL:
        return None
    while last >= 0 and words.lows[last] in PLAIN_HONORIFICS and last >= end:
        last -= 1
    start = _start(words, figures, end, last)
    if not any(is_plain_office(words.lows[index]) for index in range(start, last + 1)):
        return None
    if words.lows[start : last + 1] in ([low] for low in NO_OFFICES) or _ends_with_somebody(words, figures, last):
        return None
    if "of" not in words.lows[start:last] and (_ends_small(words, last) or _are_told(words, last)):
        return None
    if _are_many(words, figures, last):
        return None
    if start and words.lows[start - 1] in TELLING and words.lows[last] not in OF_MEDIA:
        start = _past_hearer(words, figures, start, last)
    return titled(words, figures, start, last)


def _start(words: Words, figures: Figures, end: int, last: int) -> int:
    """Number of the first word of the description that ends at a word; ``end`` as of ``_directly_before``."""
    start = end
    small = end > 0 and words.lows[end - 1] in SMALL and (start > last or not _inside_office(words, end - 1))
    while start > 0 and not small and end - start <= BEFORE and _is_joined(words, start - 1):
        start -= 1
    while start <= last and words.lows[start] in PLAIN_HONORIFICS:
        start += 1
    while start < last and words.lows[start] in CALENDAR:
        start += 1
    titles = [index for index in range(start, last + 1) if words.flags[index] & CAPITAL]
    while titles and start < titles[0] and _is_no_part(words, start):
        start += 1
    for index in range(start, titles[0] if titles else start):
        if _is_no_part(words, index) and singular(words.lows[index]) != words.lows[index]:
            start = index + 1  # past *comments* President Park made
    start = _of_whom(words, start)
    return figures.at[start].first if start in figures.at and start not in figures.titles else start


def _of_whom(words: Words, start: int) -> int:
    """Where an office begins that serves another: incoming *counselor to the president* Jo Park."""
    if (
        words.lows[max(0, start - 2) : start] != ["to", "the"]
        or start < 3
        or not is_plain_office(words.lows[start - 3])
    ):
        return start
    start -= 3
    return start - 1 if start and (words.lows[start - 1] in ACTING or words.lows[start - 1] in FORMER) else start


def _ends_with_somebody(words: Words, figures: Figures, last: int) -> bool:
    """Whether what stands before a name ends with a name: "stars *Jo Park*, Ann Lee", "of *the Trust's* Jo Park"."""
    name = figures.at.get(last)
    figure = figures.of.get(name.first) if name is not None else None
    if words.flags[last] & POSSESSIVE and not is_office(words.lows[last]):
        return True
    named = name is not None and (name.title is not None or len(name.keys) > 1)
    return figure is not None and (figure.kind == "person" or (figure.kind is None and named))


def _ends_small(words: Words, last: int) -> bool:
    """Whether the words up to a name end with a small one that is no office: "the president *leads* Park"."""
    low = words.lows[last]
    return low == words.forms[last] and not is_office(low)


def _are_many(words: Words, figures: Figures, last: int) -> bool:
    """Whether many stand before a name that begins no list: "for the *Halm Republicans*, Ann Lee's evening"."""
    name, low = figures.at.get(last + 1), words.lows[last].rstrip(".")
    one = singular(low)
    if name is None:  # an office in capitals goes on
        name = next(
            (figures.at[at] for at in range(last + 1, min(last + BEFORE, len(words))) if at in figures.at), None
        )
    if name is None or one == low or not is_plain_person_noun(one) or name.last + 1 >= len(words):
        return False
    gap = words.gap(name.last).strip()
    return not gap.startswith((",", "(")) and (bool(gap) or words.lows[name.last + 1] not in ("and", "of", "from"))


def _past_hearer(words: Words, figures: Figures, start: int, last: int) -> int:
    """Past the medium that somebody tells something: "told *HNN* President Park had left"."""
    name = figures.at.get(start)
    if name is None or name.first != start or name.last >= last or words.flags[name.last] & POSSESSIVE:
        return start
    heard = " ".join(words.lows[name.first : name.last + 1]) in AGENCIES
    return name.last + 1 if heard and words.flags[name.last + 1] & CAPITAL else start


def _are_told(words: Words, last: int) -> bool:
    """Whether many stand before a name that begins another clause: "told *jurors* Park left"."""
    low, before = words.lows[last], words.lows[last - 1] if last else ""
    return before in TELLING and singular(low) != low and is_plain_person_noun(singular(low))


def _is_no_part(words: Words, index: int) -> bool:
    """Whether a small word before a title in capitals is a verb or noun of its own: "decry President Park"."""
    low = words.lows[index]
    return not (low in FORMER or low in ACTING or low in KEPT_PARTICIPLES or is_office(low) or low in RANKS)


def _is_joined(words: Words, index: int) -> bool:
    """Whether a word belongs to the same description as the next: beside it, or with an acronym in brackets between."""
    bracketed = words.gap(index) in (" (", ") ") and bool(words.flags[index] & CAPITAL)
    return (words.adjacent(index) or bracketed) and _describes(words, index)


def _describes(words: Words, index: int) -> bool:
    """Whether a word before a name may belong to the description of its bearer."""
    low = words.lows[index]
    if index and words.lows[index - 1] in MODALS and not words.flags[index] & CAPITAL:  # will indict officer Park
        return False
    if words.flags[index] & INITIAL and low in SPEECH_VERBS:  # Said Mayor Park: "…"
        return False
    if words.flags[index] & CAPITAL and (low not in FUNCTION_WORDS or words.forms[index] == "US"):
        return True
    if low in SMALL:
        return _inside_office(words, index)
    if low in FORMER or low in KEPT_PARTICIPLES or low in ("vice", "second", "first"):
        return True
    return low not in NOUN_STARTERS and not low.endswith(("ly", "ing", "ed")) and not low[0].isdigit()


def _inside_office(words: Words, index: int) -> bool:
    """Whether a small word joins two parts of one office: secretary *of* state, secretary *of the* treasury."""
    if index == 0 or not words.adjacent(index - 1):
        return False
    if words.lows[index] == "the":
        return words.lows[index - 1] == "of" and _inside_office(words, index - 1)
    low = words.lows[index - 1]
    if low in KIN or singular(low) != low:  # the son, or the supporters, of Senator Park
        return False
    if index + 1 < len(words) and words.flags[index + 1] & CAPITAL and not words.flags[index - 1] & CAPITAL:
        return False  # the widow of Sen. Park
    return words.lows[index] == "of" and is_plain_office(words.lows[index - 1])


def _before_comma(words: Words, figures: Figures, name: Name, first: int) -> Role | None:
    """The role in a description that a comma parts from the name: "the city's *mayor*, Jo Park,".

    The name must be a full one with a mark behind it: in "to meet the mayor, Park said" Park is no mayor. Only a
    description that opens the sentence may do without: "As chairman of the trust, Park said".
    """
    last = first - 1
    if last < 0 or words.gap(last).strip() != "," or words.sentences[last] != words.sentences[first]:
        return None
    opening = _opening(words, figures, last)
    if opening is not None or len(name.keys) < 2:
        return opening
    if words.gap(name.last).strip()[:1] not in ENDS:
        return None
    start = last
    while last - start < AFTER:
        low = words.lows[start]
        if low in ARTICLES or low in BELONGING or (words.flags[start] & POSSESSIVE and start < last):
            role = described(words, figures, _owner_start(words, figures, start), last)
            if role is not None and role.span.end == words.ends[last]:
                return role
        if start == 0 or not words.adjacent(start - 1):
            break
        start -= 1
        if words.lows[start - 1] in SPEECH_VERBS and start < last:  # said *chief economist at Harbour Bank*, Jo Park.
            role = described(words, figures, start, last)
            if role is not None and role.span.end == words.ends[last]:
                return role
    return _directly_before(words, figures, last, last) if _describes(words, last) else None


def _opening(words: Words, figures: Figures, last: int) -> Role | None:
    """The role in the words that open a sentence: "As *chairman of the Harbour Trust*, Park"."""
    start = last
    while start > 0 and last - start < AFTER and words.adjacent(start - 1):
        start -= 1
    if start and words.sentences[start - 1] == words.sentences[start]:
        return None
    former = words.lows[start] == "until"
    while start < last and words.lows[start] in ROLE_OPENERS:
        start += 1
    low = words.lows[start]
    if start == last and not is_plain_office(low):  # a surname in -er: "Weaver, Park said"
        return None
    said = last + 2
    if low == "the" and said < len(words) and words.lows[said] in SPEECH_VERBS and words.gap(said).strip() == ",":
        return None  # The stranger, Park said, is kind
    if not is_office(low) and low not in ("a", "an", "the") and not low.startswith("co-"):
        return None
    role = described(words, figures, start, last)
    if role is None or role.span.end != words.ends[last]:
        return None
    return replace(role, former=role.former or former)


def _owner_start(words: Words, figures: Figures, index: int) -> int:
    """Where a possessive's name begins, with "the" before it."""
    name = figures.at.get(index)
    first = name.first if name is not None else index
    return first - 1 if first and words.lows[first - 1] == "the" and words.adjacent(first - 1) else first
