"""Figure: somebody or something in an article, with what is known so far; who may be one, and of what kind."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.resolve.evidence import Evidence
from onrecord.resolve.lexicon import FEMALE_TITLES, GENERATION_SUFFIXES, MALE_TITLES, NAMED_DOCUMENTS
from onrecord.resolve.misspelt import is_variant
from onrecord.resolve.names import Name
from onrecord.resolve.nicknames import same_given
from onrecord.resolve.vocabulary import POLL_NOUNS
from onrecord.resolve.words import Words
from onrecord.types import EntityKind, Role

Keys = tuple[str, ...]
SURE_GENDER = 2
"""Points from which a title or pronoun of another gender means somebody else: a title's, a noun's, or two pronouns'."""


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something in the article.

    Attributes:
        names: Where it is named; empty for a source without a name of its own.
        kind: None while unknown: a place, a work, an event.
        named: Whether the article gives it a proper name.
        gender: ``"m"`` or ``"f"`` where pronouns or titles tell.
        roles: What the text says it is.
        printed: The words of a source that has no name of its own: "Norland's defence ministry", "a senior official".
        affiliation: Whose it is, as printed.
        land: The state whose body it is, where every state has one of that name.
        homes: The lands that stand behind the names of who holds an office: Senator Park *of Ohio*, (R-*Ohio*).
        plural: Whether it is many.
        guessed: Whether it is taken for a body only because it spoke and nothing tells what it is.
        spoke: Whether it has been heard before the place that is being read.
        evidence: Of its names.
        surnamed: Whether it has been called by one word of its name.
        full: Numbers of the first words of its names of several words.
        forms: The keys of its names.
    """

    names: list[Name] = field(default_factory=list)
    kind: EntityKind | None = None
    named: bool = True
    gender: str | None = None
    roles: list[Role] = field(default_factory=list)
    printed: str | None = None
    affiliation: str | None = None
    land: str = ""
    homes: set[str] = field(default_factory=set)
    plural: bool = False
    guessed: bool = False
    spoke: bool = False
    evidence: Evidence = field(default_factory=Evidence)
    surnamed: bool = False
    full: list[int] = field(default_factory=list)
    forms: set[Keys] = field(default_factory=set)

    @property
    def is_formal(self) -> bool:
        """Whether no words beside its names, but their form alone, say that it is a person."""
        evidence = self.evidence
        return evidence.person <= 1 and evidence.pronoun <= 0 and evidence.titled == 0 and not self.roles

    @property
    def is_slight(self) -> bool:
        """Whether nothing but its two or three capitals says that it is a person: Harrow Villa."""
        return self.is_formal and not (self.spoke or self.surnamed or self.gender)

    def is_surely(self, gender: str) -> bool:
        """Whether titles or several pronouns tell that gender.

        Args:
            gender: ``"m"`` or ``"f"``.
        """
        own = self.evidence.male if gender == "m" else self.evidence.female
        return self.evidence.gender == gender and own >= SURE_GENDER

    def last_before(self, word: int) -> int | None:
        """The number of the first word of its last name before a word; None where it has none there.

        Args:
            word: Number of the word.
        """
        return max((name.first for name in self.names if name.first < word), default=None)

    def take(self, name: Name) -> None:
        """Add a name.

        Args:
            name: The name, in any order.
        """
        self.names.append(name)
        self.forms.add(name.keys)
        if len(name.keys) > 1:
            self.full.append(name.first)
        else:
            self.surnamed = True


def may_be_same(own: Keys, figure: Figure) -> bool:
    """Whether a full name may be that of a person with the same surname: equal, an initial, a short or a middle name.

    Args:
        own: The name's keys.
        figure: The person.
    """
    return any(_may_be_same(own, other) for other in figure.forms if len(other) > 1)


def _may_be_same(own: Keys, other: Keys) -> bool:
    (ours, our_suffix), (theirs, their_suffix) = _without_suffix(own), _without_suffix(other)
    if our_suffix != their_suffix:
        return False
    shorter = min(len(ours), len(theirs))
    if ours[-shorter:] == theirs[-shorter:]:
        return True
    if ours[-1] != theirs[-1]:
        return ours[::-1] == theirs
    alike = same_given(ours[0], theirs[0]) or is_variant(ours[0], theirs[0])
    shared = set(ours[:-1]) & set(theirs[:-1])
    return alike or any(len(key) > 1 for key in shared)  # not John F. and Robert F. Park


def _without_suffix(keys: Keys) -> tuple[Keys, Keys]:
    """A name's keys parted from "Jr" and the like: father and son are two."""
    own = tuple(key for key in keys if key not in GENERATION_SUFFIXES)
    return (own, keys[len(own) :]) if own else (keys, ())


def surname(keys: Keys) -> str:
    """The last key that is no "Jr"."""
    return _without_suffix(keys)[0][-1]


def body_kind(low: str, evidence: Evidence) -> EntityKind | None:
    """Kind of a name that is no person's.

    Args:
        low: Its last word.
        evidence: For what it names.
    """
    if low in NAMED_DOCUMENTS:
        return "document"
    if low in POLL_NOUNS:
        return "poll"
    return "organisation" if evidence.is_body else None


def single_kind(low: str, evidence: Evidence) -> EntityKind | None:
    """Kind of a name of one word; None for a place or where nothing tells.

    Args:
        low: The word.
        evidence: For what it names.
    """
    if low in NAMED_DOCUMENTS:
        return "document"
    if evidence.state > 1 and evidence.state > evidence.person + evidence.titled:
        return "state"
    person = evidence.person + evidence.pronoun > 1 and evidence.is_person and evidence.person > evidence.organisation
    if evidence.titled or person:
        return "person"
    return "organisation" if evidence.is_body else None


def clashes(words: Words, name: Name, figure: Figure) -> bool:
    """Whether a title before a name tells another gender than the figure's.

    Args:
        words: The article's words.
        name: The name.
        figure: Whom it might mean.
    """
    gender = figure.evidence.gender
    if name.title is None or gender is None or max(figure.evidence.male, figure.evidence.female) < SURE_GENDER:
        return False
    other = FEMALE_TITLES if gender == "m" else MALE_TITLES
    return any(low in other for low in words.lows[name.title[0] : name.title[1] + 1])


def speaking_kind(figure: Figure, keys: int) -> EntityKind:
    """Kind of a speaker of unknown kind: a person by evidence, or by a name of two or three words with none against.

    Args:
        figure: Who speaks.
        keys: Words of the name that it is called by.
    """
    evidence = figure.evidence
    if evidence.state > 0 and evidence.person <= 0:
        return "state"
    plain = 1 < keys < 4 and evidence.organisation <= 0 and evidence.place <= 0
    return "person" if evidence.is_person or plain else "organisation"
