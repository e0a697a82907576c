"""Descriptions: whom "the former mayor" or "the company" means, by the roles and names that the text gave before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.resolve.figure import Figure
from onrecord.resolve.gazetteer import PLACES, STATES, state_of
from onrecord.resolve.lexicon import FORMER
from onrecord.resolve.media import AGENCIES, PLATFORMS
from onrecord.resolve.nouns import singular
from onrecord.resolve.phrases import DETERMINERS, POSSESSIVES, Phrase, is_age
from onrecord.resolve.pronouns import is_clear
from onrecord.resolve.scene import POSSESSOR, QUOTED, SPEAKER, SUBJECT, Candidate, Scene
from onrecord.resolve.vocabulary import (
    ANOTHER,
    BODIES_OF_STATE,
    GENERIC_BODIES,
    LEANINGS,
    PAPER_WORDS,
    SAME_OFFICE,
    UNIQUE_OFFICES,
    UNLIKE,
)
from onrecord.resolve.words import Words
from onrecord.types import Role

LANDS_OF_STATES = frozenset(STATES.values())
_SENT = re.compile(r"\b(?:to|for|in|on)\b")
"""Where an office's words go on with whom its holder is sent to, or with what it is for."""
PARTIES = frozenset({"democrat", "republican"})
"""What a holder of another office is called as well."""
ACTING = "acting"
"""Before an office: who has it for the time being is called by it, if nobody else is."""
OF_ANY = frozenset({"intelligence", "police"})
"""What is said of any such service: in 1,400 articles in six of six cases not of the one that was named in full."""
HIRED = {
    "attorney": {"attorney", "lawyer"},
    "ceo": {"ceo"},
    "executive": {"executive"},
    "lawyer": {"attorney", "lawyer"},
}
"""Offices of a firm's or a client's → what they are called in a title that does not tell of whom: of 1,400 articles'
sources five of five are right so, two of two of a state's; with "chief", "doctor" and "president" none of three."""
PUBLIC_BODIES = frozenset({"agency", "organisation", "organization", "regulator", "watchdog"})
"""Nouns by which a body of the state is called again, too."""
PAPERS = frozenset({"paper", "newspaper", "magazine"})
MODIFIERS = 3
"""Words before "company" and the like, with the article: "the Norlandic gas company"."""
PROMINENCE, OFTEN = 0.15, 10
"""How much more salient each of a body's names, up to ten, makes it: "the company" is whom the report is about."""
LANDS = frozenset({"country", "kingdom", "nation", "republic"})
"""Nouns by which a state is called again."""
LAND_MARGIN = 2
"""How many times as salient as the next state it must be."""
HIGHEST = frozenset({("high", "court"), ("highest", "court"), ("justices",)})
"""What a supreme court is called again by: the four sources of 1,400 articles that are found so are right."""
COURTS = frozenset({("supreme", "court"), ("high", "court")})
"""Last words of the names of courts that are called so."""
LATE = 3
"""Sentences behind an office within which its holder is first named: of 20 so 16 are right, of 13 named later three,
those in the lead."""
LEAD = 2
"""Paragraphs, the headline one of them, in which an office may stand whose holder is named much later."""
HOLDERS = 30
"""Figures with one office that are told apart; a hostile text could hold thousands."""


class _Entry(NamedTuple):
    """A figure in the directory: the words of one of its roles or of its names; whether the role is past."""

    figure: Figure
    words: frozenset[str]
    former: bool


class Directory:
    """Who can be called by which noun: people by the words of their roles, bodies by the words of their names.

    Args:
        scene: The stage.
        figures: The figures with their roles.
    """

    def __init__(self, scene: Scene, figures: Sequence[Figure]) -> None:
        self.scene = scene
        self._entries: dict[str, list[_Entry]] = defaultdict(list)
        for figure in figures:
            self.enter(figure)
        self._courts = [figure for figure in figures if _is_court(scene.words, figure)][:HOLDERS]

    def enter(self, figure: Figure) -> None:
        """Enter a figure that has a name.

        Args:
            figure: The figure.
        """
        entries: list[_Entry] = []
        if figure.kind == "person":
            entries = [
                _Entry(figure, _words_of(role) | {home.lower() for home in figure.homes}, role.former)
                for role in figure.roles
            ]
        elif figure.kind == "organisation":
            entries = [_Entry(figure, frozenset(self._lows(figure)), False)]
        for entry in entries:
            for word in entry.words:
                self._entries[word].append(entry)

    def matches(self, phrase: Phrase) -> list[Figure]:
        """The figures that a definite description fits; where there are several, the most salient first.

        Args:
            phrase: The description.
        """
        words = self.scene.words
        head, kind = singular(words.lows[phrase.head]), phrase.kind or "person"
        if kind == "organisation" and words.lows[phrase.first] in POSSESSIVES:
            return []  # whose, the pronoun tells: "her campaign" may be another's
        before = [words.lows[index] for index in range(phrase.first, phrase.head)]
        details = [low for low in before if low not in DETERMINERS | FORMER | LEANINGS and not is_age(low)]
        if head in OF_ANY and not details:
            return []
        nouns = sorted(SAME_OFFICE.get(head, frozenset()) | {head}) if kind == "person" else [head]
        fitting = [
            entry
            for noun in nouns
            for entry in self._entries.get(noun, [])[:HOLDERS]
            if entry.figure.kind == kind and _fits(entry.words, details, kind) and self._is_met(entry.figure, phrase)
        ]
        if not fitting and kind == "person":
            fitting = self._of_bare_office(phrase, head, details)
        fitting = _nearest(fitting, head)
        own = lands_in(phrase.affiliation or "") if kind == "person" else set()
        if own:
            fitting = [entry for entry in fitting if not is_of_another_land(phrase, entry.figure)]
            fitting = [entry for entry in fitting if not own.isdisjoint(lands_of(entry.figure))] or fitting
        if kind == "person" and phrase.last > phrase.head:
            fitting = [entry for entry in fitting if self._is_of_same(entry, phrase)]
        exact = [entry for entry in fitting if details and entry.words.issuperset(details)] or fitting
        former = any(low in FORMER for low in before)
        of_time = [entry for entry in exact if entry.former == former] or exact
        found = {id(entry.figure): entry.figure for entry in of_time}
        if len(found) < 2:
            return list(found.values())
        return [candidate.figure for candidate in self.scene.candidates(phrase.first, lambda one: id(one) in found)]

    def _of_bare_office(self, phrase: Phrase, head: str, details: Sequence[str]) -> list[_Entry]:
        """Of whom the text tells the office but not whose: "Chief executive Jo Park … *Tidewell's chief executive*".

        Only if one alone has it, for a state of several words, or for an office that is a firm's or a client's.

        Args:
            phrase: A description of a person.
            head: Its noun.
            details: What stands before it.
        """
        owner = (phrase.affiliation or "").lower()
        if owner not in STATES and (not owner or lands_in(owner) or head not in HIRED):
            return []
        nouns = HIRED.get(head, {head})
        rest = {low for low in details if low not in owner.split()}
        found = [
            entry
            for noun in sorted(nouns)
            for entry in self._entries.get(noun, [])[:HOLDERS]
            if rest <= entry.words <= nouns | rest and self._is_met(entry.figure, phrase)
        ]
        return found if len({id(entry.figure) for entry in found}) == 1 else []

    def highest_court(self, phrase: Phrase) -> Figure | None:
        """The only such court named so far, where "the high court" or "the justices" means it.

        Args:
            phrase: The description.
        """
        words = self.scene.words
        own = tuple(words.lows[phrase.first + 1 : phrase.last + 1])
        if words.lows[phrase.first] != "the" or own not in HIGHEST:
            return None
        courts = [figure for figure in self._courts if figure.names[0].first < phrase.first]
        if len(courts) != 1 or not phrase.plural:
            return courts[0] if len(courts) == 1 else None
        there = self.scene.candidates(phrase.first, lambda one: one is courts[0] or _is_judge(one))
        latest = max(there, key=lambda one: one.word, default=None)  # not some of its judges who spoke since
        return courts[0] if latest is None or latest.figure is courts[0] else None

    def _is_met(self, figure: Figure, phrase: Phrase) -> bool:
        """Whether somebody has been named, or is soon after: news names late, but not another office's holder."""
        words = self.scene.words
        if figure.kind != "person" or not figure.names or words.paragraphs[phrase.first] < LEAD:
            return True
        return words.sentences[figure.names[0].first] - words.sentences[phrase.last] <= LATE

    def _is_of_same(self, entry: _Entry, phrase: Phrase) -> bool:
        """Whether the name behind an office, "head of the *Olen* Trust", is one of a role's; its holder's is none."""
        words, figures = self.scene.words, self.scene.figures
        behind = [
            words.lows[index]
            for index in range(phrase.head + 1, phrase.last + 1)
            if index in figures.at and figures.of.get(figures.at[index].first) is not entry.figure
        ]
        own = {_whose(low) for low in behind}
        return not own or not own.isdisjoint(_whose(low) for low in entry.words)

    def _lows(self, figure: Figure) -> set[str]:
        """The words of a body's names."""
        words = self.scene.words
        lows = {words.lows[index] for name in figure.names[:HOLDERS] for index in range(name.first, name.last + 1)}
        return lows | {
            low.strip("’'").removesuffix("’s").removesuffix("'s") for low in (figure.printed or "").lower().split()
        }


def _words_of(role: Role) -> frozenset[str]:
    """The words of a role in lower case."""
    lows = f"{role.organisation or ''} {role.title or ''}".lower().replace("-", " ").split()
    return frozenset(low.strip(".,") for low in lows)


def _nearest(fitting: list[_Entry], head: str) -> list[_Entry]:
    """Those with the very noun, if any ("the chief of staff" is no president then); an acting one if nobody else is."""
    exact = [entry for entry in fitting if head in entry.words] or fitting
    return [entry for entry in exact if ACTING not in entry.words] or exact


def _fits(entry: frozenset[str], details: Sequence[str], kind: str) -> bool:
    """Whether nothing in a description contradicts a role or a body's name that has its noun."""
    if kind != "person":
        return all(detail in entry for detail in details)
    if any(word in UNLIKE and word not in details and word != ACTING for word in entry):
        return False
    lands = {land for word in entry if (land := state_of(word))}  # "the *Norlandic* president", "the *US* president"
    return all(detail in entry or ((land := state_of(detail)) and (not lands or land in lands)) for detail in details)


def bodies(scene: Scene, phrase: Phrase) -> list[Candidate]:
    """The bodies that "the company" and the like may mean, the most salient first; none for other nouns.

    Args:
        scene: The stage.
        phrase: The description.
    """
    head = scene.words.lows[phrase.head]
    if head not in GENERIC_BODIES or phrase.head - phrase.first > MODIFIERS or _names_another(scene, phrase):
        return []

    def fits(figure: Figure) -> bool:
        if figure.kind != "organisation" or not figure.named:
            return False
        lows = {
            scene.words.lows[index] for name in figure.names[:HOLDERS] for index in range(name.first, name.last + 1)
        }
        if lows & (PLATFORMS | AGENCIES) and len(figure.names) == 1:
            return False
        if head in PUBLIC_BODIES:
            return not lows & PAPER_WORDS
        return bool(lows & PAPER_WORDS) if head in PAPERS else not lows & (BODIES_OF_STATE | PAPER_WORDS)

    weighed = [
        candidate._replace(salience=candidate.salience * (1 + PROMINENCE * min(len(candidate.figure.names), OFTEN)))
        for candidate in scene.candidates(phrase.first, fits)
    ]
    return sorted(weighed, key=lambda candidate: -candidate.salience)


def land(scene: Scene, phrase: Phrase) -> Figure | None:
    """The state that "the country" means, last named as who acts; or "the government", in whose sentence it is named.

    Args:
        scene: The stage.
        phrase: The description, outside of quotations.
    """
    words = scene.words
    low, first = words.lows[phrase.head], phrase.first
    bare = words.lows[first] == "the" and phrase.head == first + 1 and phrase.last == phrase.head
    if not bare or low not in LANDS | {"government"} or scene.is_quoted(words.starts[first]):
        return None
    states = [
        one
        for one in scene.candidates(first, lambda figure: figure.kind == "state" and figure.named)
        if words.sentences[first] - words.sentences[one.word] <= (low in LANDS)
    ]
    if not is_clear(states, LAND_MARGIN):
        return None
    acts = states[0].weight in (SPEAKER, SUBJECT, POSSESSOR)
    return states[0].figure if acts or words.lows[states[0].word - 1] == "in" else None


def _is_court(words: Words, figure: Figure) -> bool:
    """Whether a figure is a court that may be the highest by one of its names: the Supreme Court."""
    ends = (tuple(words.lows[max(name.first, name.last - 1) : name.last + 1]) for name in figure.names[:HOLDERS])
    return figure.kind == "organisation" and any(end in COURTS for end in ends)


def _is_judge(figure: Figure) -> bool:
    """Whether somebody is called a justice."""
    return any("justice" in (role.title or "").lower() for role in figure.roles[:HOLDERS])


def may_be_again(words: Words, phrase: Phrase, figure: Figure) -> bool:
    """Whether a description may mean a source again that has its noun.

    Not where both tell whose, and not the same, and not "the second officer" where nobody was called the second.

    Args:
        words: The article's words.
        phrase: The description.
        figure: A source without a name, or a body.
    """
    others = ANOTHER.intersection(words.lows[phrase.first : phrase.head])
    if not others.issubset((figure.printed or "").lower().split()):
        return False
    if phrase.affiliation is None:
        return not (figure.named and words.lows[phrase.first] in POSSESSIVES)
    if figure.affiliation is not None:
        return _whose(figure.affiliation) == _whose(phrase.affiliation)
    return not (phrase.body or figure.named) or _whose(phrase.affiliation) in (figure.printed or "").lower()


def _whose(affiliation: str) -> str:
    """A state or a people by its name in the gazetteer, another owner as printed."""
    low = affiliation.lower()
    return state_of(low) or low


def is_of_another_land(phrase: Phrase, figure: Figure) -> bool:
    """Whether a description is of one state and somebody's offices of another: *Ukraine's* minister is no Russian one.

    States are compared with states, and places with places: a senator from Ohio may be "the U.S. senator".

    Args:
        phrase: The description.
        figure: Somebody.
    """
    own, theirs = lands_in(phrase.affiliation or ""), lands_of(figure)
    if not own or not own.isdisjoint(theirs):
        return False
    return any(own & kind and theirs & kind for kind in (LANDS_OF_STATES, PLACES))


def lands_of(figure: Figure) -> set[str]:
    """The states and places that somebody's offices are of; where an ambassador is sent to is none.

    Args:
        figure: Somebody.
    """
    told = (f"{role.organisation or ''} {_SENT.split(role.title or '', maxsplit=1)[0]}" for role in figure.roles)
    return figure.homes.union(*map(lands_in, told))


def lands_in(owner: str) -> set[str]:
    """The states and places that an owner's or an office's words name: "Russian", "Ohio's".

    Args:
        owner: The words, as printed.
    """
    words = [word.removesuffix("'s").removesuffix("’s") for word in owner.lower().split()]
    whole = " ".join(words)
    if whole in STATES or whole in PLACES:
        return {STATES.get(whole, whole)}
    lands = (state_of(word) or (word if word in PLACES else None) for word in words)
    return {land for land in lands if land}


def _names_another(scene: Scene, phrase: Phrase) -> bool:
    """Whether a body's description names whose or which it is, so that it may be another: "the Harrow bank"."""
    return any(index in scene.figures.at for index in range(phrase.first, phrase.last + 1))


def in_focus(scene: Scene, phrase: Phrase) -> list[Candidate]:
    """The people without an office so far whom "the mayor" may mean, because they have just been spoken of.

    Args:
        scene: The stage.
        phrase: The description.
    """
    words = scene.words
    head = words.lows[phrase.head]
    if words.lows[phrase.first] != "the" or not (head in UNIQUE_OFFICES or is_age(head)):
        return []
    if phrase.last > phrase.head and words.lows[phrase.head + 1] != "who":
        return []
    party = head in PARTIES or is_age(head)
    here, sentence = words.paragraphs[phrase.first], words.sentences[phrase.first]
    return [
        candidate
        for candidate in scene.candidates(phrase.first, lambda figure: figure.kind == "person" and figure.named)
        if here - words.paragraphs[candidate.word] <= 1
        and candidate.weight != QUOTED
        and words.sentences[candidate.word] != sentence  # "Asked about Park, the mayor": they are two
        and (party or not any(role.title for role in candidate.figure.roles))
    ]
