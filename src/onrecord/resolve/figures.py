"""Figures: the names of an article gathered by whom they mean, with the evidence for what each of them is.

A figure becomes an entity of the record once its kind is known, or once somebody is heard to speak.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.resolve.evidence import Evidence, weigh
from onrecord.resolve.gazetteer import CAPITALS, PLACES, STATES
from onrecord.resolve.lexicon import (
    FEMALE_TITLES,
    GENERATION_SUFFIXES,
    MALE_TITLES,
    NAMED_DOCUMENTS,
    ORG_WORDS,
    POLL_NOUNS,
)
from onrecord.resolve.names import JOINERS, Casing, Name
from onrecord.resolve.nicknames import same_given
from onrecord.resolve.words import SHOUTED, Words
from onrecord.types import EntityKind, Role

Keys = tuple[str, ...]
Group = list[tuple[Name, Evidence]]
TITLED = 4
"""Points for a person from which a state's or body's name is one's all the same: a title before it."""
FOCUS = 1
"""Paragraphs back within which a full name keeps its bearer in focus for the surname alone."""


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something in the article, with what is known so far.

    Attributes:
        names: Where it is named, in order; empty for an unnamed source.
        kind: None while unknown: a place, a work, an event.
        gender: ``"m"`` or ``"f"`` where pronouns or titles tell.
        named: Whether the article gives it a proper name.
        printed: The words of a source that has no name of its own: "Norland's defence ministry", "a senior official".
        affiliation: Whose it is, as printed.
        plural: Whether it is many.
        spoke: Whether it has been heard before the place that is being read.
    """

    names: list[Name] = field(default_factory=list)
    kind: EntityKind | None = None
    named: bool = True
    gender: str | None = None
    roles: list[Role] = field(default_factory=list)
    printed: str | None = None
    affiliation: str | None = None
    plural: bool = False
    spoke: bool = False
    evidence: Evidence = field(default_factory=Evidence)


class Figures:
    """The figures of an article, and which of them each name means.

    Attributes:
        all: In order of their first name.
        at: Number of a word → the name that it belongs to.
        titles: Numbers of the words of offices in capitals before names.
        of: Number of a name's first word → its figure; None where two fit a name equally well.
        by_state: A state's first name in the gazetteer → its figure.
    """

    def __init__(self, words: Words, casing: Casing, names: Sequence[Name]) -> None:
        self.words = words
        self.all: list[Figure] = []
        self.at = {index: name for name in names for index in range(name.first, name.last + 1)}
        self.titles = {index for name in names if name.title for index in range(name.title[0], name.title[1] + 1)}
        self.of: dict[int, Figure | None] = {}
        self.by_state: dict[str, Figure] = {}
        self._people: dict[str, list[Figure]] = defaultdict(list)
        self._given: dict[str, list[Figure]] = defaultdict(list)
        self._bodies: dict[str, list[Figure]] = defaultdict(list)
        self._acronyms: dict[str, Figure] = {}
        groups = _group(words, casing, names)
        single = {keys[0] for keys in groups if len(keys) == 1}
        firsts = {keys[0] for keys in groups if len(keys) > 1}
        for keys, group in groups.items():
            if len(keys) > 1:
                evidence = _together(group)
                if keys[-1] in single and keys[-1] not in firsts and keys[-1] not in ORG_WORDS:
                    evidence.person += 2
                self._settle(keys, [name for name, _ in group], evidence)
        for keys, group in groups.items():
            if len(keys) == 1:
                self._attach(keys[0], group)
        for figure in self.all:
            figure.names.sort(key=lambda name: name.first)
            figure.gender = figure.evidence.gender
        self.all.sort(key=lambda figure: figure.names[0].first)

    # Names of several words

    def _settle(self, keys: Keys, members: list[Name], evidence: Evidence) -> None:
        """Give a name of several words to a figure: one that has a like name, or a new one."""
        state = STATES.get(" ".join(self.words.lows[members[0].first : members[0].last + 1]))
        if state and evidence.person < TITLED:
            self._join(self._state(state), members, evidence)
        elif evidence.is_person:
            self._settle_person(keys, members, evidence)
        else:
            self._settle_body(keys, members, evidence)

    def _settle_person(self, keys: Keys, members: list[Name], evidence: Evidence) -> None:
        own = tuple(key for key in keys if key not in GENERATION_SUFFIXES)
        suffix = keys[len(own) :]
        for figure in self._people[own[-1]]:
            if any(_same_person(own, suffix, name.keys) for name in figure.names if len(name.keys) > 1):
                self._join(figure, members, evidence)
                return
        figure = self._new("person", members, evidence)
        for key in {own[-1], *own[1:]}:
            self._people[key].append(figure)
        self._given[own[0]].append(figure)

    def _settle_body(self, keys: Keys, members: list[Name], evidence: Evidence) -> None:
        for figure in self._bodies[keys[0]]:
            longest = max((name.keys for name in figure.names), key=len)
            shorter = min(len(keys), len(longest))
            if shorter > 1 and keys[:shorter] == longest[:shorter]:
                self._join(figure, members, evidence)
                self._set_acronyms(figure, members)
                return
        figure = self._new(_body_kind(self.words.lows[members[0].last], evidence), members, evidence)
        self._bodies[keys[0]].append(figure)
        self._set_acronyms(figure, members)

    def _set_acronyms(self, figure: Figure, members: list[Name]) -> None:
        """Remember the short forms of a body: in brackets behind its name, and its initials."""
        words = self.words
        name = members[0]
        lows = words.lows[name.first : name.last + 1]
        for parts in (lows, [low for low in lows if low not in JOINERS]):
            if len(parts) > 2 or (len(parts) == 2 and figure.kind == "organisation"):
                self._acronyms.setdefault("".join(low[0] for low in parts), figure)
        after = name.last + 1
        if after < len(words) and words.gap(name.last) == " (" and words.flags[after] & SHOUTED:
            if words.text[words.stops[after] : words.stops[after] + 1] == ")":
                self._acronyms[words.lows[after]] = figure
                figure.kind = figure.kind or "organisation"

    # Names of one word

    def _attach(self, key: str, group: Group) -> None:
        """Give a name of one word to whoever bears it: a surname, a given name, a short form, a state, or a new figure."""
        people = self._people.get(key) or self._given.get(key) or []
        if people:
            for name, own in group:
                bearer = self._bearer(name, people)
                self._give(bearer, name)
                if bearer is not None:
                    bearer.evidence.add(own)
            return
        members, evidence = [name for name, _ in group], _together(group)
        low = self.words.lows[members[0].first]
        if evidence.person < TITLED and low in STATES:
            self._join(self._state(STATES[low]), members, evidence)
            return
        place = low in CAPITALS or low in PLACES or evidence.place > 0
        body = self._acronyms.get(low) or (None if place else self._short_form(key, members))
        if body and evidence.person < TITLED:
            self._join(body, members, evidence)
            return
        kind = "document" if low in NAMED_DOCUMENTS else _single_kind(evidence)
        figure = self._new(kind, members, evidence)
        if figure.kind == "person":
            self._people[key].append(figure)

    def _short_form(self, key: str, members: list[Name]) -> Figure | None:
        """The one body whose name begins with a word, or, after "the", ends with it."""
        starting = self._bodies.get(key, [])
        if len(starting) > 1:
            shortest = min(len(figure.names[0].keys) for figure in starting)
            starting = [figure for figure in starting if len(figure.names[0].keys) == shortest]
        if len(starting) == 1:
            return starting[0]
        if starting or not _after_the(self.words, members[0]):
            return None
        ending = [
            figure
            for figures in self._bodies.values()
            for figure in figures
            if figure.names[0].keys[-1] == key and figure.names[0].first < members[0].first
        ]
        return ending[0] if len(ending) == 1 else None

    def _bearer(self, name: Name, people: Sequence[Figure]) -> Figure | None:
        """Who of those with a surname is meant by it: the only one, the one introduced, the one in focus, or nobody."""
        fitting = [figure for figure in people if not _clashes(self.words, name, figure)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        before = [figure for figure in fitting if figure.names[0].first < name.first]
        if len(before) == 1:
            return before[0]
        owners = [figure for figure in before if any(len(other.keys) == 1 for other in figure.names)]
        if len(owners) == 1:
            return owners[0]
        paragraph = self.words.paragraphs[name.first]
        near = [figure for figure in before if _last_paragraph(self.words, figure, name) >= paragraph - FOCUS]
        return near[0] if len(near) == 1 else None

    # Figures

    def _state(self, state: str) -> Figure:
        figure = self.by_state.get(state)
        if figure is None:
            figure = Figure(kind="state")
            self.by_state[state] = figure
            self.all.append(figure)
        return figure

    def _new(self, kind: EntityKind | None, members: list[Name], evidence: Evidence) -> Figure:
        figure = Figure(kind=kind)
        self.all.append(figure)
        self._join(figure, members, evidence)
        return figure

    def _join(self, figure: Figure, members: Sequence[Name], evidence: Evidence) -> None:
        figure.evidence.add(evidence)
        for name in members:
            self._give(figure, name)

    def _give(self, figure: Figure | None, name: Name) -> None:
        self.of[name.first] = figure
        if figure is not None:
            figure.names.append(name)

    def state_of(self, name: Name) -> Figure | None:
        """The state whose capital a name is, where the article names the state too.

        Args:
            name: A name of a place.
        """
        low = " ".join(self.words.lows[name.first : name.last + 1])
        return self.by_state.get(CAPITALS.get(low, ""))


def _group(words: Words, casing: Casing, names: Sequence[Name]) -> dict[Keys, Group]:
    """Names by their keys, in order of first appearance, each with its own evidence."""
    groups: dict[Keys, Group] = {}
    for place, name in enumerate(names):
        following = names[place + 1].first if place + 1 < len(names) else len(words)
        groups.setdefault(name.keys, []).append((name, weigh(words, casing, name, following)))
    return groups


def _together(group: Group) -> Evidence:
    """The evidence of all the names of a group."""
    evidence = Evidence()
    for _, own in group:
        evidence.add(own)
    return evidence


def _same_person(own: Keys, suffix: Keys, other: Keys) -> bool:
    """Whether two full names with one surname may be one person's."""
    theirs = tuple(key for key in other if key not in GENERATION_SUFFIXES)
    if suffix != other[len(theirs) :]:
        return False
    if own == theirs or own == theirs[-len(own) :] or theirs == own[-len(theirs) :]:
        return True
    if own[-1] != theirs[-1]:
        return own[::-1] == theirs
    return same_given(own[0], theirs[0]) or bool(set(own[:-1]) & set(theirs[:-1]))


def _body_kind(low: str, evidence: Evidence) -> EntityKind | None:
    """Kind of a name that is no person's by its last word: a poll, a document, a body."""
    if low in NAMED_DOCUMENTS:
        return "document"
    if low in POLL_NOUNS:
        return "poll"
    return "organisation" if evidence.organisation > max(0, evidence.place) else None


def _single_kind(evidence: Evidence) -> EntityKind | None:
    """Kind of a name of one word by its evidence alone; None for a place or where nothing tells."""
    if evidence.state > 1 and evidence.state > evidence.person:
        return "state"
    if evidence.titled or (
        evidence.person + evidence.pronoun > 1 and evidence.is_person and evidence.person > evidence.organisation
    ):
        return "person"
    if evidence.organisation > max(0, evidence.place):
        return "organisation"
    return None


def _clashes(words: Words, name: Name, figure: Figure) -> bool:
    """Whether a title before a name tells another gender than the figure's."""
    if not name.title or not figure.evidence.gender:
        return False
    lows = words.lows[name.title[0] : name.title[1] + 1]
    male, female = any(low in MALE_TITLES for low in lows), any(low in FEMALE_TITLES for low in lows)
    return (male and figure.evidence.gender == "f") or (female and figure.evidence.gender == "m")


def _after_the(words: Words, name: Name) -> bool:
    return name.first > 0 and words.lows[name.first - 1] == "the"


def _last_paragraph(words: Words, figure: Figure, name: Name) -> int:
    """Number of the paragraph in which a figure was last named before a name."""
    return max(
        (words.paragraphs[other.first] for other in figure.names if other.first < name.first), default=-FOCUS - 1
    )
