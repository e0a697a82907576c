"""Roles after a name: "X, a Y at Z,", "X (Y)", "X is Y", "X, who heads Z", "X, now at Z"."""

from __future__ import annotations

from onrecord.resolve.casing import PARTY_LETTERS
from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import CAPITALS, PLACES, STATES
from onrecord.resolve.lexicon import ABBREVIATIONS, KEPT_PARTICIPLES, NOUN_STARTERS, SPEECH_VERBS, TITLE_NOUNS
from onrecord.resolve.names import Name
from onrecord.resolve.nouns import is_plain_person_noun, singular
from onrecord.resolve.offices import ARTICLES, described, phrase_end
from onrecord.resolve.vocabulary import BEING_VERBS, LEADING_VERBS, SERVING_VERBS
from onrecord.resolve.words import Words
from onrecord.spans import Span
from onrecord.types import Role

AFTER = 24
"""Words of a description after a name."""
AUXILIARIES = frozenset({"are", "could", "did", "had", "has", "have", "is", "may", "was", "were", "will", "would"})
"""Verbs whose subject the description before them is, not the name before its comma."""
GOVERNING = frozenset({"about", "against", "by", "for", "from", "of", "on", "to", "under", "with"})
"""Prepositions whose name is not the subject of the verb behind it."""
BEING_WORDS = 5
"""Words of a verb between a name and its office: "has just been named"."""
NAMED_AS = frozenset(
    {"appointed", "named", "elected", "hired", "served", "serves", "worked", "works", "serving", "working"}
)
"""Verbs of a relative clause behind which "as" opens an office."""
PAPERS = frozenset({"economist", "examiner", "guardian", "observer", "spectator"})
"""Papers that are called as people are: "Jo Park, *The Guardian*"."""
MOST = 3
"""Roles of one description."""


def roles_after(words: Words, figures: Figures, name: Name) -> tuple[Role | None, ...]:
    """The roles that the words after a name tell.

    Args:
        words: The article's words.
        figures: Its figures.
        name: The name.
    """
    first = _after(words, figures, name)
    return (first, *_further(words, figures, name, first), _now(words, figures, name))


def home_behind(words: Words, figures: Figures, name: Name) -> str | None:
    """The land behind the name of who holds an office: Senator Park *of Ohio*, Ann Lee (R-*Ohio*); None without one.

    Args:
        words: The article's words.
        figures: Its figures.
        name: The name.
    """
    after = name.last + 1
    if after + 1 >= len(words) or words.sentences[after] != words.sentences[name.last]:
        return None
    low = words.lows[after]
    office = name.title is not None and any(
        words.lows[one] in TITLE_NOUNS for one in range(name.title[0], name.title[1] + 1)
    )
    if low[:2] in PARTY_LETTERS:
        land = low[2:]
    elif low == "of" and office and words.adjacent(name.last) and after + 1 in figures.at:
        behind = figures.at[after + 1]
        land = " ".join(words.lows[behind.first : behind.last + 1])
    else:
        return None
    return STATES.get(land) or (land if land in PLACES else None)


def _after(words: Words, figures: Figures, name: Name) -> Role | None:
    """The role in a description after a name, between commas, dashes or brackets, or after "is"."""
    if _is_place(words, name):
        return None
    before = _past_party(words, figures, name.last)
    start = before + 1
    if start >= len(words) or words.sentences[start] != words.sentences[name.last]:
        return None
    if words.adjacent(before):
        return _of_body(words, figures, start) or _predicate(words, figures, name, start)
    if before == name.last and words.gap(before).startswith(")"):  # (snapping at Park), the president
        return None
    gap = words.gap(before).strip(" ).")
    if gap == "(" and words.gap(start).startswith(")") and "," in words.gap(start):  # Park (right), a lawyer
        start, gap = start + 1, ","
    if gap == "," and words.lows[start].isdigit() and words.gap(start).strip() == ",":
        start += 1
    elif gap not in (",", "–", "—", "-", "--", "("):
        return None
    if start + 1 >= len(words) or words.sentences[start] != words.sentences[name.last]:
        return None
    last = _description_end(words, start)
    if words.lows[start] == "who":
        return _relative(words, figures, start, last)
    if gap == "," and words.lows[start] != "at" and (body := _of_body(words, figures, start)):
        return body
    role = described(words, figures, start, last)
    if role is None or _goes_on(words, name, role) or _is_next_ones(words, figures, role):
        return None
    if start in figures.at and figures.at[start].last >= words.at(role.span.end) - 1:  # Park, Weaver, and Lund
        return None
    if role.organisation is None and (role.title or "").lower() in PAPERS:
        return Role(organisation=role.title, span=role.span)
    first = name.title[0] if name.title else name.first
    listed = first > 0 and words.lows[first - 1] == "and"
    return None if _is_somebody_else(words, start, last) else role if listed else _of_one(role)


def _is_somebody_else(words: Words, start: int, last: int) -> bool:
    """Whether a description begins a list's next one: "Park, *another diplomat* and two sailors"."""
    return words.lows[start] == "another" and "and" in words.lows[start:last]


def _is_next_ones(words: Words, figures: Figures, role: Role) -> bool:
    """Whether an office after a name's comma is that of whom it stands before: "Park, *Mayor* Ann Lee and"."""
    last = words.at(role.span.end) - 1
    following = figures.at.get(last + 1)
    if last in figures.titles and following is not None and words.adjacent(last):
        return True
    names = (figures.at.get(index) for index in range(words.at(role.span.start), last + 1))
    full = (name for name in names if name is not None and len(name.keys) > 1)
    people = (name for name in full if (figure := figures.of.get(name.first)) is not None and figure.kind == "person")
    return any(name.span.of(words.text) in (role.title or "") for name in people)


def _further(words: Words, figures: Figures, name: Name, first: Role | None) -> list[Role]:
    """More roles of the same description: "a lawyer for the union, *and a lecturer at Harlow College*,"."""
    roles: list[Role] = []
    end = words.at(first.span.end) if first is not None else name.last + 1
    stop = min(end + AFTER, len(words))
    for index in range(max(end, name.last + 1), stop):
        if words.sentences[index] != words.sentences[name.last] or len(roles) == MOST:
            break
        if words.lows[index] in SPEECH_VERBS:
            break
        if words.lows[index] == "and" and index + 2 < stop and words.lows[index + 1] in ("a", "an", "the"):
            role = described(words, figures, index + 1, _description_end(words, index + 1))
            ends = role is not None and words.gap(words.at(role.span.end) - 1).strip()[:1] in (",", ".", "–", "—")
            comma = words.gap(words.at(name.span.end) - 1).strip() in (",", "–", "—")
            if role is not None and ends and comma and role.organisation is not None:
                roles.append(role)
    return roles


def _is_place(words: Words, name: Name) -> bool:
    """Whether a name is of a place: what a comma sets behind it is somebody else's: "of Harrow, the chairman"."""
    low = " ".join(words.lows[name.first : name.last + 1])
    short = low.endswith(".") and low[:-1] in ABBREVIATIONS  # Calif.
    return short or low in STATES or low in CAPITALS or low in PLACES


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


def _predicate(words: Words, figures: Figures, name: Name, start: int) -> Role | None:
    """The office behind "is" or "was named": Jo Park *is the trust's chairman*."""
    first = name.title[0] if name.title else name.first
    governed = first > 0 and words.adjacent(first - 1) and words.lows[first - 1] in GOVERNING
    if governed and words.lows[start] in ("is", "was"):  # the town under Park is a leader
        return None
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
    low = words.lows[index]
    if low in NOUN_STARTERS - ARTICLES or (low.endswith("ing") and low not in KEPT_PARTICIPLES):
        return None
    role = _of_one(described(words, figures, index, _description_end(words, index)))
    return None if role is not None and _is_next_ones(words, figures, role) else role


def _of_one(role: Role | None) -> Role | None:
    """A role of one person; not of many, in "is good *friends* with" Ann Lee."""
    if role is None or role.title is None:
        return role
    head = role.title.lower().split(" of ")[0].split()[-1]
    one = singular(head)
    return None if one != head and is_plain_person_noun(one) else role


def _relative(words: Words, figures: Figures, start: int, last: int) -> Role | None:
    """The office in a relative clause: "*who heads Z*", "who is *a Y at Z*"."""
    named = next((index for index in range(start + 1, last) if words.lows[index] in NAMED_AS), None)
    as_ = next((index for index in range(named, last) if words.lows[index] == "as"), None) if named else None
    if as_ is not None:
        return described(words, figures, as_ + 2 if words.lows[as_ + 1] == "both" else as_ + 1, last)
    verb = start + 1
    while verb < last and words.lows[verb] in SERVING_VERBS:
        verb += 1
    if words.lows[verb] not in LEADING_VERBS or verb == last:
        return _of_one(described(words, figures, verb, last)) if verb > start + 1 else None
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
    while last + 1 < len(words) and last - start < AFTER and (words.adjacent(last) or words.gap(last) in ("/", " & ")):
        last += 1
    return last


def _goes_on(words: Words, name: Name, role: Role) -> bool:
    """Whether a verb of speech follows a description, which is then its subject: "about Park, *the mayor* said"."""
    after = words.at(role.span.end)
    if words.adjacent(after - 1) and words.lows[after] in AUXILIARIES:
        return True
    first = name.title[0] if name.title else name.first
    if first == 0 or words.sentences[first - 1] != words.sentences[first]:
        return False
    return words.adjacent(after - 1) and words.lows[after] in SPEECH_VERBS
