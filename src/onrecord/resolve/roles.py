"""Roles: where a description stands beside a person's name: "Y X", "Y, X,", "X, a Y at Z,", "X, who heads Z"."""

from __future__ import annotations

from onrecord.resolve.casing import PARTY_LETTERS
from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import CAPITALS, PLACES, STATES
from onrecord.resolve.lexicon import FORMER, FUNCTION_WORDS, KEPT_PARTICIPLES, NOUN_STARTERS, SPEECH_VERBS
from onrecord.resolve.names import Name
from onrecord.resolve.offices import (
    ARTICLES,
    BELONGING,
    described,
    is_office,
    is_plain_office,
    phrase_end,
    titled,
)
from onrecord.resolve.vocabulary import BEING_VERBS, LEADING_VERBS, ROLE_OPENERS, SERVING_VERBS
from onrecord.resolve.words import CAPITAL, POSSESSIVE, Words
from onrecord.spans import Span
from onrecord.types import Role

BEFORE = 8
"""Words before a name that may describe its bearer."""
AFTER = 24
"""Words of a description after a name, or before its comma."""
BEING_WORDS = 5
"""Words of a verb between a name and its office: "has just been named"."""
ENDS = (",", ".", ";", "–", "—", ")", "")
"""What stands behind a name that a comma parts from its description."""
SMALL = frozenset({"of", "the", "and", "for"})
PLAIN_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "mister", "madam"})
"""Titles that give no office."""


def find_roles(words: Words, figures: Figures) -> None:
    """Give each person the roles that the text beside their names tells.

    Args:
        words: The article's words.
        figures: Its figures; their ``roles`` are filled.
    """
    for figure in figures.all:
        if figure.kind not in ("person", None):
            continue
        told = {(role.title, role.organisation) for role in figure.roles}
        for name in figure.names:
            for role in _roles_beside(words, figures, name):
                if role is not None and (role.title, role.organisation) not in told:
                    told.add((role.title, role.organisation))
                    figure.roles.append(role)


def _roles_beside(words: Words, figures: Figures, name: Name) -> tuple[Role | None, ...]:
    first = name.title[0] if name.title else name.first
    return (
        _directly_before(words, figures, first, name.first - 1),
        _before_comma(words, figures, name, first),
        _after(words, figures, name),
        _now(words, figures, name),
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
    start = end
    small = end > 0 and words.lows[end - 1] in SMALL
    while (
        start > 0 and not small and end - start <= BEFORE and words.adjacent(start - 1) and _describes(words, start - 1)
    ):
        start -= 1
    while start <= last and words.lows[start] in PLAIN_HONORIFICS:
        start += 1
    while last >= start and words.lows[last] in PLAIN_HONORIFICS:
        last -= 1
    if not any(is_plain_office(words.lows[index]) for index in range(start, last + 1)):
        return None
    return titled(words, figures, start, last)


def _describes(words: Words, index: int) -> bool:
    """Whether a word before a name may belong to the description of its bearer."""
    low = words.lows[index]
    if words.flags[index] & CAPITAL and low not in FUNCTION_WORDS:
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
    if opening is not None or len(name.keys) < 2 or words.gap(name.last).strip()[:1] not in ENDS:
        return opening
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
    return _directly_before(words, figures, last, last) if _describes(words, last) else None


def _opening(words: Words, figures: Figures, last: int) -> Role | None:
    """The role in the words that open a sentence: "As *chairman of the Harbour Trust*, Park"."""
    start = last
    while start > 0 and last - start < AFTER and words.adjacent(start - 1):
        start -= 1
    if start and words.sentences[start - 1] == words.sentences[start]:
        return None
    while start < last and words.lows[start] in ROLE_OPENERS:
        start += 1
    low = words.lows[start]
    if not is_office(low) and low not in ("a", "an", "the") and not low.startswith("co-"):
        return None
    role = described(words, figures, start, last)
    return role if role is not None and role.span.end == words.ends[last] else None


def _owner_start(words: Words, figures: Figures, index: int) -> int:
    """Where a possessive's name begins, with "the" before it."""
    name = figures.at.get(index)
    first = name.first if name is not None else index
    return first - 1 if first and words.lows[first - 1] == "the" and words.adjacent(first - 1) else first


# After the name


def _after(words: Words, figures: Figures, name: Name) -> Role | None:
    """The role in a description after a name, between commas, dashes or brackets, or after "is"."""
    if _is_place(words, name):
        return None
    before = _past_party(words, figures, name.last)
    start = before + 1
    if start >= len(words) or words.sentences[start] != words.sentences[name.last]:
        return None
    if words.adjacent(before):
        return _of_body(words, figures, start) or _predicate(words, figures, start)
    gap = words.gap(before).strip(" ).")
    if gap == "," and words.lows[start].isdigit() and words.gap(start).strip() == ",":
        start += 1
    elif gap not in (",", "–", "—", "-", "--", "("):
        return None
    if start + 1 >= len(words) or words.sentences[start] != words.sentences[name.last]:
        return None
    last = _description_end(words, start)
    if words.lows[start] == "who":
        return _relative(words, figures, start, last)
    role = described(words, figures, start, last)
    return None if role is None or _goes_on(words, role) else role


def _is_place(words: Words, name: Name) -> bool:
    """Whether a name is of a place: what a comma sets behind it is somebody else's: "of Harrow, the chairman"."""
    low = " ".join(words.lows[name.first : name.last + 1])
    return low in STATES or low in CAPITALS or low in PLACES


def _past_party(words: Words, figures: Figures, last: int) -> int:
    """The last word of what a newspaper puts between a politician's name and office: "(D-Ohio)", "of Ohio,"."""
    after = last + 1
    if after + 1 >= len(words) or words.sentences[after] != words.sentences[last]:
        return last
    if words.lows[after][:2] in PARTY_LETTERS:
        return after
    name = figures.at.get(after + 1) if words.lows[after] in ("of", "from") and words.adjacent(last) else None
    if name is None or words.gap(name.last).strip() != ",":
        return last
    figure = figures.of.get(name.first)
    return name.last if figure is None or figure.kind in (None, "state") else last


def _of_body(words: Words, figures: Figures, start: int) -> Role | None:
    """The body without an office: Jo Park *of the Harbour Trust*."""
    if words.lows[start] not in ("of", "from", "at", "with"):
        return None
    first = start + 2 if start + 2 < len(words) and words.lows[start + 1] == "the" else start + 1
    figure = figures.of.get(first)
    if figure is None or figure.kind != "organisation":
        return None
    span = figures.at[first].span
    return Role(organisation=span.of(words.text), span=Span(words.starts[start], span.end))


def _predicate(words: Words, figures: Figures, start: int) -> Role | None:
    """The office behind "is" or "was named": Jo Park *is the trust's chairman*."""
    index = start
    while (
        index - start < BEING_WORDS
        and words.lows[index] in BEING_VERBS
        and index + 2 < len(words)
        and words.adjacent(index)
    ):
        index += 1
    if index == start or words.lows[index - 1] in ("has", "had", "just", "also"):
        return None
    if words.lows[index] in NOUN_STARTERS - ARTICLES:
        return None
    return described(words, figures, index, _description_end(words, index))


def _relative(words: Words, figures: Figures, start: int, last: int) -> Role | None:
    """The office in a relative clause: "*who heads Z*", "who is *a Y at Z*"."""
    verb = start + 1
    while verb < last and words.lows[verb] in SERVING_VERBS:
        verb += 1
    if words.lows[verb] not in LEADING_VERBS or verb == last:
        return described(words, figures, verb, last) if verb > start + 1 else None
    body = verb + 1
    while body < last and words.lows[body] in ARTICLES:
        body += 1
    stop = phrase_end(words, figures, body, last)
    organisation = words.span(body, stop).of(words.text)
    former = words.lows[verb] in ("led", "ran") or words.lows[verb].endswith("ed")
    return Role(title=words.forms[verb], organisation=organisation, former=former, span=words.span(start, stop))


def _now(words: Words, figures: Figures, name: Name) -> Role | None:
    """The second role of a description with "now": "a former colonel *now at the Harbour Trust*"."""
    start = name.last + 1
    if start + 2 >= len(words) or words.gap(name.last).strip() != ",":
        return None
    last = _description_end(words, start)
    now = next((index for index in range(start + 1, last - 1) if words.lows[index] == "now"), None)
    if now is None or words.sentences[now] != words.sentences[name.last]:
        return None
    return _of_body(words, figures, now + 1) or described(words, figures, now + 1, last)


def _description_end(words: Words, start: int) -> int:
    """The last word before the next comma, dash, bracket or full stop."""
    last = start
    while last + 1 < len(words) and last - start < AFTER and (words.adjacent(last) or words.gap(last) == "/"):
        last += 1
    return last


def _goes_on(words: Words, role: Role) -> bool:
    """Whether a verb of speech follows a description, which is then its subject: "about Park, *the mayor* said"."""
    after = words.at(role.span.end)
    return words.adjacent(after - 1) and words.lows[after] in SPEECH_VERBS
