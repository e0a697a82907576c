"""Offices: a noun phrase that says what somebody is, read into a role: title, organisation, former or not."""

from __future__ import annotations

import re

from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.lexicon import CALENDAR, FORMER, HONORIFICS, KEPT_PARTICIPLES, NOUN_STARTERS, PLACE_NOUNS
from onrecord.resolve.names import Name
from onrecord.resolve.nouns import is_person_noun, is_plain_person_noun, noun_kind, singular
from onrecord.resolve.words import CAPITAL, INITIAL, POSSESSIVE, Words
from onrecord.types import Role

OWNER = 6
"""Words of a possessive that may begin a description: "Norland's former foreign minister"."""
ARTICLES = frozenset({"a", "an", "the", "another", "one", "then", "now"})
BELONGING = frozenset({"his", "her", "their", "its", "our", "my"})
AT = frozenset({"of", "at", "for", "with", "from", "in", "to", "on"})
HEAD_STOPS = AT | {"who", "that", "which", "and", "whose", "by", "now"}
ANYBODY = frozenset({"boy", "child", "girl", "guy", "kid", "man", "person", "teenager", "woman", "somebody", "someone"})
"""Nouns for people that give no office."""
ORDINALS = frozenset({"first", "second", "third", "vice", "next"})
NO_BODIES = CALENDAR | {"time", "moment", "helm", "ready"}
"""Words behind "at the" and the like that are no body's: the whip *at the time*."""
SPELLS = frozenset({"days", "decade", "decades", "generations", "life", "month", "months", "weeks", "year", "years"})
"""Nouns behind "for" that say how long: a pollster *for decades*, treasurer *for four months*."""
FORMERLY = re.compile(r"(?:ex|then)[-–]", re.IGNORECASE)
"""What before an office says that it is one no more."""
RULES = frozenset({"administration", "government"})
"""Nouns behind a name that make it a body: *Park administration* adviser."""
BODY_JOINERS = frozenset({"of", "for", "and", "the", "on"})
BODY_ENDS = NOUN_STARTERS - BODY_JOINERS
PASSED = ARTICLES | BELONGING | FORMER


def is_office(low: str) -> bool:
    """Whether a word, one or many, says what somebody is.

    Args:
        low: In lower case.
    """
    return low in HONORIFICS or noun_kind(low) == "person" or is_person_noun(singular(low))


def is_plain_office(low: str) -> bool:
    """The same beyond doubt: not by a mere -er.

    Args:
        low: In lower case.
    """
    return low in HONORIFICS or is_plain_person_noun(low)


def described(words: Words, figures: Figures, start: int, last: int) -> Role | None:
    """The role in a noun phrase: title up to the preposition, organisation after it where it names one.

    Args:
        words: The article's words.
        figures: Its figures, for the bodies named in the phrase.
        start: Number of the phrase's first word.
        last: Number of the last word that may belong to it; what follows its end is left out.
    """
    first, former = _past_articles(words, start, last)
    owner, first, since = _past_owner(words, first, last)
    former = former or since
    if first <= last and _is_doing(words, first):
        return None
    head = _head(words, figures, first, last)
    if head is None or words.lows[head] in ANYBODY:
        return None
    if head < last and words.lows[head + 1] in AT:
        body, title_last, end = _body_after(words, figures, head, last)
        if words.lows[head + 1] == "to":  # "ambassador to Tarsk": whom he is sent to is not whose he is
            body, title_last = None, end
        title = words.span(first, title_last).of(words.text)
        return Role(title=title, organisation=body or owner, former=former, span=words.span(start, end))
    if owner is None:
        return titled(words, figures, start, head)
    title = words.span(first, head).of(words.text)
    return Role(title=title, organisation=owner, former=former, span=words.span(start, head))


def titled(words: Words, figures: Figures, start: int, last: int) -> Role | None:
    """The role in an office without complement: the body that it begins with is its organisation, the rest its title.

    Args:
        words: The article's words.
        figures: Its figures.
        start: Number of the office's first word: "former Harbour Trust chairman".
        last: Number of its last word.
    """
    first, former = _past_articles(words, start, last)
    organisation, first, since = _past_owner(words, first, last)
    former = former or since
    name = figures.at.get(first) if organisation is None else None
    figure = figures.of.get(first)
    if name is not None and figure is not None and name.last < last and _is_whose(words, figure, name):
        end = name.last + 1 if name.last + 1 < last and words.lows[name.last + 1] in RULES else name.last
        organisation = words.span(first, end).of(words.text)
        bracketed = words.gap(end) == " (" and words.gap(end + 1).startswith(")") and end + 1 < last
        first, since = _past_articles(words, end + 1 + bracketed, last)
        former = former or since
    if first > last:
        return None
    title = words.span(first, last).of(words.text)
    if since_then := FORMERLY.match(title):
        former, title = True, title[since_then.end() :]
    elif start and words.lows[start - 1] == "then" and words.gap(start - 1) in ("-", "–", " "):
        former = True
    return Role(title=title, organisation=organisation, former=former, span=words.span(start, last))


def _is_whose(words: Words, figure: Figure, name: Name) -> bool:
    """Whether a name before an office says whose it is; no state's, and no first word of a sentence that is no body."""
    opens = name.first == name.last and words.flags[name.first] & INITIAL and figure.kind is None
    return figure.kind != "state" and not opens


def phrase_end(words: Words, figures: Figures, start: int, last: int) -> int:
    """Where a body's name or phrase ends: before a relative, a verb or another preposition than "of" and "for".

    Args:
        words: The article's words.
        figures: Its figures.
        start: Number of its first word.
        last: Number of the last word that may belong to it.
    """
    stop = start
    while stop < last:
        following = stop + 1
        inside = following in figures.at and words.flags[following] & CAPITAL
        if words.lows[following] == "and" and not inside and not _is_capital_next(words, following, last):
            break
        joined = words.lows[stop] in BODY_JOINERS and words.lows[following] in ("a", "an")  # Norlandis for a Free Sea
        if words.lows[following] in BODY_ENDS and not inside and not (joined and words.flags[start] & CAPITAL):
            break
        if words.flags[stop] & CAPITAL and _is_doing(words, following):  # the Harbour Trust *representing* Park
            break
        stop = following
    while stop > start and words.lows[stop] in BODY_JOINERS:
        stop -= 1
    return stop


def _is_doing(words: Words, index: int) -> bool:
    """Whether a small word tells what somebody does: *advising* investors; "leading" belongs to an office."""
    low = words.lows[index]
    return low.endswith("ing") and low == words.forms[index] and low not in KEPT_PARTICIPLES


def _is_capital_next(words: Words, index: int, last: int) -> bool:
    """Whether a name follows a word, perhaps behind "the"."""
    after = index + 2 if index < last and words.lows[index + 1] == "the" else index + 1
    return after <= last and bool(words.flags[after] & CAPITAL)


def _past_owner(words: Words, first: int, last: int) -> tuple[str | None, int, bool]:
    """Whose an office is by a possessive before it, where the office begins, and whether "former" stands between."""
    owned = next((index for index in range(first, min(first + OWNER, last)) if words.flags[index] & POSSESSIVE), None)
    if owned is None or not words.flags[first] & CAPITAL:
        return None, first, False
    start, former = _past_articles(words, owned + 1, last)
    return words.span(first, owned).of(words.text), start, former


def _past_articles(words: Words, first: int, last: int) -> tuple[int, bool]:
    """Past articles, possessives and "former"; and whether there was a "former"."""
    former = False
    while first <= last and words.lows[first] in PASSED:
        former = former or words.lows[first] in FORMER
        first += 1
    return first, former


def _head(words: Words, figures: Figures, first: int, last: int) -> int | None:
    """The noun that says what somebody is: the last person's noun before the first preposition or verb."""
    found = None
    for index in range(first, last + 1):
        low, name = words.lows[index], figures.at.get(index)
        if index > first and name is None and low in HEAD_STOPS:
            if low != "and" or found is None or not _second_office(words, index + 1, last):
                break
            continue
        if name is not None and (name.last > index or name.first < index or _is_surname(figures, name)):
            continue
        if low in NOUN_STARTERS and low not in ORDINALS and not words.flags[index] & CAPITAL:
            break
        if is_office(low):
            found = index
    return found


def _is_surname(figures: Figures, name: Name) -> bool:
    """Whether one word is somebody's who is named in full: a prominent *Sanders* ally."""
    figure = figures.of.get(name.first)
    return figure is not None and figure.kind == "person" and any(len(form) > 1 for form in figure.forms)


def _second_office(words: Words, index: int, last: int) -> bool:
    """Whether an office follows "and": "chairman *and chief executive*"."""
    return any(noun_kind(words.lows[place]) == "person" for place in range(index, min(index + 3, last + 1)))


def _split(words: Words, figures: Figures, start: int, stop: int) -> int | None:
    """Where the title's own field ends and a body begins: "director of studies *at* the Sea Institute"."""
    capital = next((index for index in range(start, stop + 1) if words.flags[index] & CAPITAL), None)
    if capital is None or capital == start:
        return None
    for index in range(capital - 1, start, -1):
        if index not in figures.at and words.lows[index] in ("of", "for"):
            before = words.lows[index - 1]
            return None if noun_kind(before) == "organisation" or before in PLACE_NOUNS else index
    return None


def _body_after(words: Words, figures: Figures, head: int, last: int) -> tuple[str | None, int, int]:
    """The body behind a head's preposition, where the title ends, and where the phrase does.

    The title ends with the head where a body is named, else with the phrase: "professor of public policy".
    """
    start = head + 2
    while start <= last and words.lows[start] in ARTICLES:
        start += 1
    if start > last or words.lows[start][0].isdigit() or words.lows[start] in NO_BODIES:
        return None, head, head
    stop = phrase_end(words, figures, start, last)
    if words.lows[head + 1] == "for" and not SPELLS.isdisjoint(words.lows[start : stop + 1]):
        return None, head, head
    split = _split(words, figures, start, stop)
    if split is not None:
        return _piece(words, split + 1, stop), split - 1, stop
    capital = any(words.flags[index] & CAPITAL for index in range(start, stop + 1))
    if capital:
        return words.span(start, stop).of(words.text), head, stop
    if stop + 2 <= last and words.lows[stop + 1] in ("at", "for", "with", "in") and stop + 1 not in figures.at:
        end = phrase_end(words, figures, stop + 2, last)
        if any(words.flags[index] & CAPITAL for index in range(stop + 2, end + 1)):
            return _piece(words, stop + 2, end), stop, end
    low = words.lows[stop]
    sought = words.lows[head + 1] == "for" and is_plain_office(low) and singular(low) == low  # candidate for mayor
    if words.lows[head + 1] in ("at", "for", "with", "from") and not sought:
        return words.span(start, stop).of(words.text), head, stop
    return None, stop, stop


def _piece(words: Words, first: int, last: int) -> str:
    """The words of a body without an article before it."""
    while first < last and words.lows[first] in ARTICLES:
        first += 1
    return words.span(first, last).of(words.text)
