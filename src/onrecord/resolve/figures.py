"""Figures: the names of an article gathered by whom they mean.

A figure becomes an entity of the record once its kind is known, or once somebody is heard to speak.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from onrecord.resolve.casing import Casing
from onrecord.resolve.evidence import Evidence, is_relative, weigh
from onrecord.resolve.figure import Figure, Keys, body_kind, clashes, may_be_same, single_kind, surname
from onrecord.resolve.gazetteer import CAPITALS, PLACES, STATES
from onrecord.resolve.lexicon import ORG_WORDS
from onrecord.resolve.misspelt import Spellings
from onrecord.resolve.names import Name
from onrecord.resolve.owners import FURTHEST, is_of_every_state, land_of, owner_before, owner_behind
from onrecord.resolve.short_names import CORPORATE, ShortNames
from onrecord.resolve.words import SHOUTED, Words
from onrecord.types import EntityKind

Group = list[tuple[Name, Evidence]]
Owned = tuple[Keys, str]
"""A name's keys, and whose the body is that every state has one of; empty for any other name."""
PLACED = 3
"""Points for a place from which the first word of a firm's name is no short form of it."""
TITLED = 4
"""Points for a person from which a state's or body's name is one's all the same: a title before it."""
JUNIORS, SHORT_JUNIOR = frozenset({"jnr", "jr"}), 2
"""Last words of a son's name; and words of his surname with one of them."""
INITIALS = (2, 3)
"""Full stops of a word that may be somebody's initials."""
FOCUS = 1
"""Paragraphs back within which a full name keeps its bearer in focus for the surname alone."""
BRACKETED = ((" (", ")"), (" [", "]"), (" <", ">"))
"""Marks around the letters that a body is called by, or a firm's sign on the stock exchange: Harlow Trust [HT]."""
PARTS = {("office",), ("counsel",), ("council",), ("committee",), ("commission",)}
"""Words behind a body's name by which another body of it is called."""
NAMESAKES = 20
"""People with one surname, or bodies with one first word, that are told apart; a hostile text could hold thousands."""


class Figures:
    """The figures of an article, and which of them each name means.

    Args:
        words: The article's words.
        casing: How it writes them.
        names: Its names.

    Attributes:
        all: In order of their first name; then the sources without a name, as they are met.
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
        self._endings: dict[str, list[Figure]] = defaultdict(list)
        self._short = ShortNames()
        self._initials: dict[str, list[Figure]] | None = None
        self._spellings: Spellings | None = None
        self._gather(_grouped(words, casing, names))

    def state_of(self, name: Name) -> Figure | None:
        """The state whose capital a name is, where the article names the state too.

        Args:
            name: A name of a place.
        """
        low = " ".join(self.words.lows[name.first : name.last + 1])
        return self.by_state.get(CAPITALS.get(low, ""))

    def _gather(self, groups: dict[Owned, Group]) -> None:
        """Full names first, then those of one word, each to its bearer; bodies of a state before those of none."""
        single = {keys[0] for keys, _ in groups if len(keys) == 1}
        firsts = {keys[0] for keys, _ in groups if len(keys) > 1}
        ordered = sorted(groups.items(), key=lambda one: not one[0][1])
        for (keys, land), group in ordered:
            if len(keys) > 1:
                evidence = _together(group)
                if keys[-1] in single - firsts and keys[-1] not in ORG_WORDS:
                    evidence.person += 2  # called by the last word alone, as people are
                self._settle(keys, land, [name for name, _ in group], evidence)
        for figure in self.all:
            figure.full.sort()
        for (keys, land), group in ordered:
            if len(keys) == 1:
                self._attach(keys[0], land, group)
        for figure in self.all:
            figure.names.sort(key=lambda name: name.first)
            figure.gender = figure.evidence.gender
            figure.printed = self._with_owner(figure) if figure.land else None
        self.all.sort(key=lambda figure: figure.names[0].first)

    def _with_owner(self, figure: Figure) -> str | None:
        """What a body is called with its state before it, where no name of its own tells whose it is."""
        whole = (self.words.lows[name.first : name.last + 1] for name in figure.names if len(name.keys) > 1)
        if not all(map(is_of_every_state, whole)):
            return None
        for name in figure.names:
            owner = owner_before(self.words, name, self.at.get(name.first - 1))
            after = self.at.get(name.last + 2) or self.at.get(name.last + FURTHEST)
            behind = owner_behind(self.words, name, after)
            if owner is not None or behind is not None:
                start, end = (owner or name).span.start, (behind or name).span.end
                return self.words.text[start:end]
        return None

    # Names of several words

    def _settle(self, keys: Keys, land: str, members: list[Name], evidence: Evidence) -> None:
        """Give a name of several words to a figure: one that has a like name, or a new one."""
        state = STATES.get(" ".join(self.words.lows[members[0].first : members[0].last + 1]))
        if state and evidence.person < TITLED:
            self._join(self._state(state), members, evidence)
        elif evidence.is_person or keys[-1] in JUNIORS:
            self._settle_person(keys, members, evidence)
        else:
            self._settle_body(keys, land, members, evidence)

    def _settle_person(self, keys: Keys, members: list[Name], evidence: Evidence) -> None:
        namesakes = self._people[surname(keys)][:NAMESAKES]
        same = next((figure for figure in namesakes if may_be_same(keys, figure)), None)
        if same is not None:
            self._join(same, members, evidence)
            return
        figure = self._new("person", members, evidence)
        for key in dict.fromkeys((surname(keys), *keys[1:])):
            self._people[key].append(figure)
        self._given[keys[0]].append(figure)

    def _settle_body(self, keys: Keys, land: str, members: list[Name], evidence: Evidence) -> None:
        lows = self.words.lows[members[0].first : members[0].last + 1]
        alike = [figure for figure in self._bodies[keys[0]][:NAMESAKES] if _begins_alike(keys, figure)]
        owned = [figure for figure in alike if figure.land]
        if owned and not land and is_of_every_state(lows):
            members = self._share_out(members, owned)
            alike = [figure for figure in alike if not figure.land]
            if not members:
                return
        like = (figure for figure in alike if land == figure.land or not (land and figure.land))
        figure = next(like, None) or (self._short.of_field(lows, land) if not owned or land else None)
        if figure is not None:
            self._join(figure, members, evidence)
        else:
            figure = self._new(body_kind(self.words.lows[members[0].last], evidence), members, evidence)
            self._endings[keys[-1]].append(figure)
        if figure not in self._bodies[keys[0]]:
            self._bodies[keys[0]].append(figure)
        if land:
            figure.land, figure.kind = figure.land or land, figure.kind or "organisation"
        self._remember(figure, members[0], lows, land)

    def _share_out(self, members: Sequence[Name], bodies: Sequence[Figure]) -> list[Name]:
        """Give each "the Foreign Ministry" to the one that was named last before it, if that is the only one or near.

        Returns:
            Those that none was named before; with several named before and none near, a name is nobody's.
        """
        named = sorted(((name.first, body) for body in bodies for name in body.names), key=lambda one: one[0])
        rest: list[Name] = []
        place, last, body = 0, 0, None
        for name in sorted(members, key=lambda name: name.first):
            while place < len(named) and named[place][0] < name.first:
                last, body = named[place]
                place += 1
            if body is None:
                rest.append(name)
                continue
            near = len(bodies) == 1 or self.words.paragraphs[name.first] - self.words.paragraphs[last] <= FOCUS
            self.of[name.first] = body if near else None
            if near:
                body.take(name)
                last = name.first
        return rest

    def _remember(self, figure: Figure, name: Name, lows: Sequence[str], land: str) -> None:
        """Remember the short forms of a body: its initials, its field, and what stands in brackets behind its name."""
        words, after = self.words, name.last + 1
        marks = words.gap(name.last)[-2:], words.gap(after)[:1] if after < len(words) else ""
        bracketed = marks in BRACKETED and words.flags[after] & SHOUTED
        self._short.remember(figure, lows, words.lows[after] if bracketed else None, land)
        if bracketed:
            figure.kind = figure.kind or "organisation"

    # Names of one word

    def _attach(self, key: str, land: str, group: Group) -> None:
        """Give a name of one word to its bearer: by surname, given name or short form; to a state, or a new figure."""
        people = self._people.get(key) or self._given.get(key) or []
        if self.words.lows[group[0][0].first] in STATES:
            people = [figure for figure in people if not figure.is_slight]  # not whoever "Western Norland" may be
        if people and self._is_father(people, group):
            self._people[key].append(self._new("person", [name for name, _ in group], _together(group)))
            return
        if len(people) == 1 and self._is_relative(people[0], group):
            self._attach_beside(people[0], key, group)
            return
        if people:
            self._attach_to_people(people[:NAMESAKES], group)
            return
        members, evidence = [name for name, _ in group], _together(group)
        low = self.words.lows[members[0].first]
        if land or any(figure.land and (key,) in figure.forms for figure in self._bodies.get(key, [])[:NAMESAKES]):
            self._settle_body((key,), land, members, evidence)
            return
        known = self._by_initials(low) if low.count(".") in INITIALS else None
        if known is None and evidence.person < TITLED:
            known = self._state(STATES[low]) if low in STATES else self._body_called(key, low, members[0], evidence)
        placed = low in CAPITALS or low in PLACES or evidence.place > 0 or evidence.organisation > 0
        if known is None and not placed and len(group) == 1:
            known = self._misspelt(key)
        if known is not None:
            self._join(known, members, evidence)
            return
        figure = self._new(single_kind(low, evidence), members, evidence)
        if figure.kind == "person":
            self._people[key].append(figure)

    def _is_father(self, people: Sequence[Figure], group: Group) -> bool:
        """Whether a surname alone is not that of the only bearer, a "Jr": he is "Park Jr", or it is a president's."""
        if len(people) != 1 or not all(form[-1] in JUNIORS for form in people[0].forms):
            return False
        short = any(len(form) == SHORT_JUNIOR for form in people[0].forms)
        titles = (name.title for name, _ in group if name.title is not None)
        return short or any(self.words.lows[title[1]] == "president" and title[0] == title[1] for title in titles)

    def _is_relative(self, figure: Figure, group: Group) -> bool:
        """Whether the only one with a surname in full is somebody's wife or son, who has the surname alone before."""
        words, first = self.words, min(figure.full, default=0)
        return any(name.first < first for name, _ in group) and any(
            is_relative(words, name) for name in figure.names if len(name.keys) > 1
        )

    def _attach_beside(self, relative: Figure, key: str, group: Group) -> None:
        """Give a surname alone to another than the relative who has it in full; to nobody right behind the latter."""
        other = self._new("person", [], Evidence())
        self._people[key].append(other)
        paragraphs, full, before = self.words.paragraphs, sorted(relative.full), -1
        for name, own in sorted(group, key=lambda one: one[0].first):
            place = bisect_left(full, name.first) - 1
            behind = place >= 0 and before < full[place] and paragraphs[full[place]] == paragraphs[name.first]
            if behind and not clashes(self.words, name, relative):
                self.of[name.first] = None
                continue
            before = name.first
            self.of[name.first] = other
            other.take(name)
            other.evidence.add(own)

    def _by_initials(self, low: str) -> Figure | None:
        """The only person whose full name has these initials: "I.V." for Ines Valko; never a state's."""
        if low in STATES:
            return None
        if self._initials is None:
            self._initials = defaultdict(list)
            for figure in self.all:
                if figure.kind == "person":
                    self._initials["".join(key[0] for key in max(figure.forms, key=len))].append(figure)
        bearers = self._initials.get(low.replace(".", ""), [])
        return bearers[0] if len(bearers) == 1 else None

    def _misspelt(self, key: str) -> Figure | None:
        """The only person whose surname a word that stands once may be a misspelling of."""
        if self._spellings is None:
            self._spellings = Spellings([*self._people])
        like = self._spellings.like(key)
        people = self._people[like] if like is not None else []
        return people[0] if len(people) == 1 else None

    def _attach_to_people(self, people: Sequence[Figure], group: Group) -> None:
        other: Figure | None = None
        introduced = min((figure.full[0] for figure in people if figure.full), default=0)
        for name, own in sorted(group, key=lambda one: one[0].first < introduced):  # a headline's names last
            bearer = self._bearer(name, people)
            if bearer is None and all(clashes(self.words, name, figure) for figure in people):
                bearer = other = other or self._new("person", [], Evidence())  # Mr. Park, where only Ann Park is named
            self.of[name.first] = bearer
            if bearer is not None:
                bearer.take(name)
                bearer.evidence.add(own)

    def _bearer(self, name: Name, people: Sequence[Figure]) -> Figure | None:
        """Who of those with a surname is meant by it: the only one, the one introduced, the one in focus, or nobody."""
        fitting = [figure for figure in people if not clashes(self.words, name, figure)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        before = [figure for figure in fitting if figure.names[0].first < name.first]
        if len(before) == 1:
            return before[0]
        bearers = before or [figure for figure in fitting if _is_surname(name.keys[0], figure)]
        owners = [figure for figure in bearers if figure.surnamed]
        if len(owners) == 1:
            return owners[0]
        paragraph = self.words.paragraphs[name.first]
        near = [figure for figure in before if self._last_paragraph(figure, name.first) >= paragraph - FOCUS]
        return near[0] if len(near) == 1 else None

    def _last_paragraph(self, figure: Figure, before: int) -> int:
        """The paragraph in which a figure last had its full name before a word; a far one where it had none."""
        place = bisect_left(figure.full, before) - 1
        return self.words.paragraphs[figure.full[place]] if place >= 0 else -FOCUS - 1

    def _body_called(self, key: str, low: str, name: Name, evidence: Evidence) -> Figure | None:
        """The body with that acronym; else the one whose name begins with the word or, after "the", ends with it."""
        if low in self._short.acronyms:
            return self._short.acronyms[low]
        starting = self._bodies.get(key, [])
        firms = [figure for figure in starting if figure.names[0].keys[-1] in CORPORATE and evidence.place < PLACED]
        if low in CAPITALS or low in PLACES or (evidence.place > 0 and len(firms) != 1):
            return None
        if starting:
            sizes = [min(len(form) for form in figure.forms if form[0] == key) for figure in starting]
            starting = [figure for figure, size in zip(starting, sizes, strict=True) if size == min(sizes)]
            return starting[0] if len(starting) == 1 else None
        after_the = name.first > 0 and self.words.lows[name.first - 1] == "the"
        ending = [figure for figure in self._endings.get(key, []) if after_the and figure.names[0].first < name.first]
        return ending[0] if len(ending) == 1 else None

    # Figures

    def _state(self, state: str) -> Figure:
        if state not in self.by_state:
            self.by_state[state] = Figure(kind="state")
            self.all.append(self.by_state[state])
        return self.by_state[state]

    def _new(self, kind: EntityKind | None, members: Sequence[Name], evidence: Evidence) -> Figure:
        figure = Figure(kind=kind)
        self.all.append(figure)
        self._join(figure, members, evidence)
        return figure

    def _join(self, figure: Figure, members: Sequence[Name], evidence: Evidence) -> None:
        figure.evidence.add(evidence)
        for name in members:
            self.of[name.first] = figure
            figure.take(name)


def _grouped(words: Words, casing: Casing, names: Sequence[Name]) -> dict[Owned, Group]:
    """Names by their keys and owners, in order of first appearance, each with its own evidence."""
    groups: dict[Owned, Group] = {}
    for place, name in enumerate(names):
        following = names[place + 1].first if place + 1 < len(names) else len(words)
        before, after = (names[place - 1] if place else None), (names[place + 1] if place + 1 < len(names) else None)
        land = land_of(words, name, owner_before(words, name, before) or owner_behind(words, name, after))
        groups.setdefault((name.keys, land), []).append((name, weigh(words, casing, name, following)))
    return groups


def _together(group: Group) -> Evidence:
    """The evidence of all the names of a group."""
    evidence = Evidence()
    for _, own in group:
        evidence.add(own)
    return evidence


def _is_surname(key: str, figure: Figure) -> bool:
    """Whether a word is the surname in the first of a person's names, a full one."""
    keys = figure.names[0].keys
    return len(keys) > 1 and surname(keys) == key


def _begins_alike(keys: Keys, figure: Figure) -> bool:
    """Whether a body's name is the beginning of another's, or the other way round: Harbour Bank (of Norland)."""
    longest = max(figure.forms, key=len)
    shorter, longer = sorted((keys, longest), key=len)
    size = len(shorter)
    part = longer[size:][:1] in PARTS  # the White Hall is not the White Hall Office of Ports
    return keys in figure.forms or (size > 1 and shorter == longer[:size] and not part)
