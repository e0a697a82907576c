"""Roles: the offices and descriptions that stand beside a person's name: "Y X", "X, a Y at Z,", "X, who heads Z"."""

from __future__ import annotations

from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import CAPITALS, PLACES, STATES
from onrecord.resolve.lexicon import FORMER, FUNCTION_WORDS, HONORIFICS, KEPT_PARTICIPLES, NOUN_STARTERS, SPEECH_VERBS
from onrecord.resolve.names import PARTY_LETTERS, Name
from onrecord.resolve.nouns import is_person_noun, is_plain_person_noun, noun_kind, singular
from onrecord.resolve.words import CAPITAL, POSSESSIVE, Words
from onrecord.spans import Span
from onrecord.types import Role

ENDS = (",", ".", ";", "–", "—", ")", "")
BEFORE = 8
"""Words before a name that may describe its bearer."""
AFTER = 24
"""Words of a description after a name."""
ARTICLES = frozenset({"a", "an", "the", "another", "one", "then", "now"})
AUXILIARIES = frozenset(["has", "had", "have", "is", "was", "are", "were", "will", "would", "can", "could", "may", "might", "does", "did", "do"])
OPENING = frozenset({"as", "until", "recently", "now", "then", "once", "currently", "both", "long"})
BELONGING = frozenset({"his", "her", "their", "its", "our", "my"})
AT = frozenset({"of", "at", "for", "with", "from", "in", "to", "on"})
BEING = frozenset(["is", "was", "became", "has", "had", "been", "just", "also", "named", "appointed", "elected", "confirmed", "as", "now", "currently"])
HEADING_VERBS = frozenset(
    {
        "heads",
        "headed",
        "leads",
        "led",
        "runs",
        "ran",
        "chairs",
        "chaired",
        "founded",
        "directs",
        "directed",
        "edits",
        "manages",
        "owns",
        "represents",
        "represented",
    }
)
PLAIN_HONORIFICS = frozenset(["mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "mister", "madam"])
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
        for name in figure.names:
            for role in (
                before_name(words, figures, name),
                before_comma(words, figures, name),
                after_name(words, figures, name),
                now_after_name(words, figures, name),
            ):
                if role is not None and all(
                    role.title != other.title or role.organisation != other.organisation for other in figure.roles
                ):
                    figure.roles.append(role)


def before_name(words: Words, figures: Figures, name: Name) -> Role | None:
    """The role in the words directly before a name: "former Budget Committee chairman" Jo Park.

    Args:
        words: The article's words.
        figures: Its figures, for the bodies named in the role.
        name: The name.
    """
    return _role_before(words, figures, name.title[0] if name.title else name.first, name.first - 1)


def _role_before(words: Words, figures: Figures, end: int, last: int | None = None) -> Role | None:
    """The role in the words before a word, up to a verb, an article or a mark."""
    stop = end - 1
    start = end
    if last is None and _describes(words, stop):
        start = stop
    if stop >= 0 and words.lows[stop] in ("of", "the", "and", "for"):
        stop = start - BEFORE
    while start > 0 and stop - start < BEFORE and words.adjacent(start - 1) and _describes(words, start - 1):
        start -= 1
    last = stop if last is None else last
    while start <= last and words.lows[start] in PLAIN_HONORIFICS:
        start += 1
    while last >= start and words.lows[last] in PLAIN_HONORIFICS:
        last -= 1
    if start > last or not _has_office(words, start, last):
        return None
    return _role(words, figures, start, last)


def _describes(words: Words, index: int) -> bool:
    """Whether a word before a name may belong to the description of its bearer."""
    low = words.lows[index]
    if words.flags[index] & CAPITAL and low not in FUNCTION_WORDS:
        return True
    if low in FORMER or low in KEPT_PARTICIPLES or low in ("vice", "second", "first", "of", "and", "the", "for"):
        return low not in ("the", "and", "of", "for") or _inside_office(words, index)
    if low in NOUN_STARTERS or low.endswith(("ly", "ing", "ed")):
        return False
    return not low[0].isdigit()


def _inside_office(words: Words, index: int) -> bool:
    """Whether a small word joins two parts of one office: secretary of state, secretary of the treasury."""
    if words.lows[index] == "the":
        return (
            index > 0
            and words.lows[index - 1] == "of"
            and words.adjacent(index - 1)
            and _inside_office(words, index - 1)
        )
    if words.lows[index] != "of" or index == 0 or not words.adjacent(index - 1):
        return False
    return noun_kind(words.lows[index - 1]) == "person" or words.lows[index - 1] in HONORIFICS


def _has_office(words: Words, start: int, last: int) -> bool:
    return any(
        words.lows[index] in HONORIFICS or is_plain_person_noun(words.lows[index]) for index in range(start, last + 1)
    )


def is_office(low: str) -> bool:
    """Whether a word, one or many, says what somebody is.

    Args:
        low: In lower case.
    """
    return low in HONORIFICS or noun_kind(low) == "person" or is_person_noun(singular(low))


def _role(words: Words, figures: Figures, start: int, last: int) -> Role | None:
    """A role from a stretch of words: the body it begins with is its organisation, the rest its title."""
    span = words.span(start, last)
    organisation: str | None = None
    first = start
    former = False
    while first <= last and words.lows[first] in FORMER | ARTICLES | BELONGING:
        former = former or words.lows[first] in FORMER
        first += 1
    figure = figures.of.get(first)
    if figure is not None and figure.kind in ("organisation", "person", None):
        name = next(name for name in figure.names if name.first == first)
        if name.last < last:
            organisation = name.span.of(words.text)
            first = name.last + 1
    while first <= last and words.lows[first] in FORMER:
        former = True
        first += 1
    if first > last:
        return None
    title = words.span(first, last).of(words.text)
    if title.lower().startswith("ex-"):
        former, title = True, title[3:]
    return Role(title=title, organisation=organisation, former=former, span=span)


def before_comma(words: Words, figures: Figures, name: Name) -> Role | None:
    """The role in a description that a comma parts from the name: "the city's mayor, Jo Park,".

    Args:
        words: The article's words.
        figures: Its figures.
        name: The name; a full one with a comma or full stop behind, since in "to meet the mayor, Park said" it is none.
    """
    first = name.title[0] if name.title else name.first
    last = first - 1
    if last < 0 or words.gap(last).strip() != "," or words.sentences[last] != words.sentences[first]:
        return None
    opening = _opening_role(words, figures, last)
    if opening is not None:
        return opening
    if len(name.keys) < 2 or words.gap(name.last).strip()[:1] not in ENDS:
        return None
    start = last
    while start >= 0 and last - start < AFTER:
        low = words.lows[start]
        if low in ARTICLES or low in BELONGING or (words.flags[start] & POSSESSIVE and start < last):
            begin = _owner_start(words, figures, start)
            role = described(words, figures, begin, last)
            if role is not None and role.span.end == words.ends[last]:
                return role
        if start == 0 or not words.adjacent(start - 1):
            break
        start -= 1
    return _role_before(words, figures, last + 1)


def _opening_role(words: Words, figures: Figures, last: int) -> Role | None:
    """The role in the words that open a sentence: "As chairman of the Harbour Trust, Park"."""
    start = last
    while start > 0 and last - start < AFTER and words.adjacent(start - 1):
        start -= 1
    if start and words.sentences[start - 1] == words.sentences[start]:
        return None
    while start < last and words.lows[start] in OPENING:
        start += 1
    if (
        not is_office(words.lows[start])
        and words.lows[start] not in ("a", "an", "the", "as")
        and not words.lows[start].startswith("co-")
    ):
        return None
    role = described(words, figures, start, last)
    return role if role is not None and role.span.end == words.ends[last] else None


def _owner_start(words: Words, figures: Figures, index: int) -> int:
    """Where a possessive's name begins, with "the" before it."""
    name = figures.at.get(index)
    first = name.first if name is not None else index
    return first - 1 if first and words.lows[first - 1] == "the" and words.adjacent(first - 1) else first


def after_name(words: Words, figures: Figures, name: Name) -> Role | None:
    """The role in a description after a name, between commas, dashes or brackets.

    Args:
        words: The article's words.
        figures: Its figures.
        name: The name.
    """
    if _is_place(words, name):
        return None
    before = _over_party(words, figures, name.last)
    start = before + 1
    if start >= len(words) or words.sentences[start] != words.sentences[name.last]:
        return None
    gap = words.gap(before).strip(" ).")
    if words.adjacent(before):
        return _of_body(words, figures, start) or _predicate(words, figures, start)
    if gap == ",":
        if words.lows[start].isdigit() and words.gap(start).strip() == ",":
            start += 1
    elif gap not in ("–", "—", "-", "--", "("):
        return None
    if start + 1 >= len(words) or words.sentences[start] != words.sentences[name.last]:
        return None
    last = _description_end(words, start)
    if words.lows[start] == "who":
        return _relative(words, figures, start, last)
    role = described(words, figures, start, last)
    return None if role is None or _goes_on(words, role) else role


def now_after_name(words: Words, figures: Figures, name: Name) -> Role | None:
    """The second role of a description with "now": "a former colonel now at the Harbour Trust".

    Args:
        words: The article's words.
        figures: Its figures.
        name: The name.
    """
    start = name.last + 1
    if (
        start + 2 >= len(words)
        or words.gap(name.last).strip() != ","
        or words.sentences[start] != words.sentences[name.last]
    ):
        return None
    last = _description_end(words, start)
    for index in range(start + 1, last - 1):
        if words.lows[index] == "now":
            return _of_body(words, figures, index + 1) or described(words, figures, index + 1, last)
    return None


def _goes_on(words: Words, role: Role) -> bool:
    """Whether a verb follows a description: it is the subject of its own clause: "about Park, the mayor said"."""
    after = words.at(role.span.end)
    return words.adjacent(after - 1) and words.lows[after] in SPEECH_VERBS


def _is_place(words: Words, name: Name) -> bool:
    """Whether a name is of a place: what a comma sets behind it is somebody else's: "of Washington, the chairman"."""
    low = " ".join(words.lows[name.first : name.last + 1])
    return low in STATES or low in CAPITALS or low in PLACES


def _over_party(words: Words, figures: Figures, last: int) -> int:
    """The last word of what a newspaper puts between a politician's name and office: "(D-Ohio)", "of Ohio"."""
    after = last + 1
    if after + 1 >= len(words) or words.sentences[after] != words.sentences[last]:
        return last
    if words.lows[after][:2] in PARTY_LETTERS:
        return after
    if words.lows[after] in ("of", "from") and words.adjacent(last):
        name = figures.at.get(after + 1)
        place = figures.of.get(name.first) if name is not None else None
        if (
            name is not None
            and (place is None or place.kind in (None, "state"))
            and words.gap(name.last).strip() == ","
        ):
            return name.last
    return last


def _of_body(words: Words, figures: Figures, start: int) -> Role | None:
    """ "Jo Park of the Harbour Trust": the body without an office."""
    if words.lows[start] not in ("of", "from", "at", "with"):
        return None
    first = start + 2 if start + 2 < len(words) and words.lows[start + 1] == "the" else start + 1
    figure = figures.of.get(first)
    if figure is None or figure.kind != "organisation":
        return None
    name = figures.at[first]
    return Role(organisation=name.span.of(words.text), span=Span(words.starts[start], name.span.end))


def _predicate(words: Words, figures: Figures, start: int) -> Role | None:
    """ "Jo Park is the trust's chairman", "Jo Park has been named director of the trust"."""
    index = start
    while index - start < 5 and words.lows[index] in BEING and index + 2 < len(words) and words.adjacent(index):
        index += 1
    if (
        index == start
        or words.lows[index - 1] in ("has", "had", "just", "also")
        or words.lows[index] in NOUN_STARTERS - ARTICLES
    ):
        return None
    return described(words, figures, index, _description_end(words, index))


def _description_end(words: Words, start: int) -> int:
    """The last word before the next comma, dash, bracket or full stop."""
    last = start
    while last + 1 < len(words) and last - start < AFTER and (words.adjacent(last) or words.gap(last) == "/"):
        last += 1
    return last


def _relative(words: Words, figures: Figures, start: int, last: int) -> Role | None:
    """ "who heads Z", "who is a Y at Z"."""
    verb = start + 1
    while verb < last and words.lows[verb] in (
        "is",
        "was",
        "now",
        "also",
        "currently",
        "has",
        "been",
        "formerly",
        "once",
        "served",
        "serves",
        "works",
        "worked",
        "as",
        "an",
    ):
        verb += 1
    if words.lows[verb] in HEADING_VERBS and verb < last:
        body = verb + 1
        while body < last and words.lows[body] in ARTICLES:
            body += 1
        stop = _phrase_end(words, figures, body, last)
        return Role(
            title=words.forms[verb],
            organisation=words.span(body, stop).of(words.text),
            former=words.lows[verb].endswith("ed"),
            span=words.span(start, stop),
        )
    return described(words, figures, verb, last) if verb > start + 1 else None


def described(words: Words, figures: Figures, start: int, last: int) -> Role | None:
    """The role in a noun phrase: title up to the preposition, organisation after it where it names one.

    Args:
        words: The article's words.
        figures: Its figures.
        start, last: Numbers of the phrase's first and last word.
    """
    first, former = start, False
    while first <= last and (
        words.lows[first] in ARTICLES or words.lows[first] in FORMER or words.lows[first] in BELONGING
    ):
        former = former or words.lows[first] in FORMER
        first += 1
    owner = None
    if first < last and words.flags[first] & CAPITAL:
        owned = next((index for index in range(first, min(first + 6, last)) if words.flags[index] & POSSESSIVE), None)
        if owned is not None:
            owner = words.span(first, owned).of(words.text)
            first = owned + 1
            while first <= last and words.lows[first] in FORMER:
                former, first = True, first + 1
    head = _head(words, figures, first, last)
    if head is None:
        return None
    title_last, organisation, end = head, owner, head
    if head < last and words.lows[head + 1] in AT:
        organisation, title_last, end = _body_after(words, figures, head, last, owner)
    elif owner is None:
        inner = _role(words, figures, first, head)
        if inner is not None:
            return Role(
                title=inner.title,
                organisation=inner.organisation,
                former=former or inner.former,
                span=words.span(start, head),
            )
    return Role(
        title=words.span(first, title_last).of(words.text),
        organisation=organisation,
        former=former,
        span=words.span(start, end),
    )


def _head(words: Words, figures: Figures, first: int, last: int) -> int | None:
    """The noun that says what somebody is: the last person's noun before the first preposition or verb."""
    found = None
    for index in range(first, last + 1):
        low = words.lows[index]
        if (
            index > first
            and index not in figures.at
            and (low in AT or low in ("who", "that", "which", "and", "whose", "by", "now"))
        ):
            if low == "and" and found is not None and index < last and _second_office(words, index + 1, last):
                continue
            break
        name = figures.at.get(index)
        if name is not None and name.last > index:
            continue
        if (
            low in NOUN_STARTERS
            and low not in ("first", "second", "third", "vice", "next")
            and not words.flags[index] & CAPITAL
        ):
            break
        if is_office(low):
            found = index
    return found


def _second_office(words: Words, index: int, last: int) -> bool:
    return any(noun_kind(words.lows[place]) == "person" for place in range(index, min(index + 3, last + 1)))


def _body_after(words: Words, figures: Figures, head: int, last: int, owner: str | None) -> tuple[str | None, int, int]:
    """The body behind a head's preposition; where the title ends, with the head or, if no body is named, later; the end."""
    start = head + 2
    while start <= last and words.lows[start] in ARTICLES:
        start += 1
    if start > last:
        return owner, head, head
    stop = _phrase_end(words, figures, start, last)
    if words.lows[head + 1] in ("at", "for", "with", "from") or any(
        words.flags[index] & CAPITAL for index in range(start, stop + 1)
    ):
        return words.span(start, stop).of(words.text), head, stop
    return owner, stop, stop


def _phrase_end(words: Words, figures: Figures, start: int, last: int) -> int:
    """Where a body's name or phrase ends: before a relative, a verb or another preposition than "of" and "for"."""
    stop = start
    while stop < last:
        low = words.lows[stop + 1]
        inside = stop + 1 in figures.at and words.flags[stop + 1] & CAPITAL
        if low in NOUN_STARTERS and low not in ("of", "for", "and", "the", "on") and not inside:
            break
        stop += 1
    while stop > start and words.lows[stop] in ("of", "for", "and", "the", "on"):
        stop -= 1
    return stop
