"""Introduced: who is named a little later for whom a description stands: "*A judge* has ruled … Judge Ada Stroud said".

News names late: headline and lead have an office, the next paragraphs the name. Whom a description announces is a
learned choice among the people who are first named behind it, and nobody (``antecedents``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from onrecord.resolve.antecedents import AntecedentScorer, Asked, Likely
from onrecord.resolve.described_features import MANY
from onrecord.resolve.figure import Figure
from onrecord.resolve.findings import CONFIDENCE
from onrecord.resolve.gazetteer import state_of
from onrecord.resolve.lexicon import FUNCTION_WORDS
from onrecord.resolve.nouns import singular
from onrecord.resolve.offices import is_office
from onrecord.resolve.phrases import POSSESSIVES, Phrase
from onrecord.resolve.scene import Candidate, Scene
from onrecord.resolve.vocabulary import INDEFINITES, SAME_OFFICE
from onrecord.resolve.words import Words
from onrecord.spans import Span

INTRODUCED = "introduced"
"""The group of the scorer's weights, and the rule."""
AHEAD = 12
"""Sentences behind a description in which the name is looked for."""
MOST = 4
"""People that are weighed, the first named first."""
AROUND = 30
"""Words on either side of a name among which those of the description are looked for."""
LONG = 5
"""Letters from which a word of the content counts as shared."""
CONTENT = 60
"""Words of the content that are looked at."""
SOURCES = frozenset({"insider", "man", "person", "source", "witness", "woman"})
"""Nouns by which who shall not be named is called, or nobody in particular."""
ONE_OF_MANY = frozenset({"another", "one"})
"""Words before a noun by which one of many is told apart from others, not announced; unless "of" follows."""
NOBODY = frozenset({"anybody", "anyone", "somebody", "someone"})
"""Words for nobody in particular."""
VAGUE = frozenset(
    {
        "analyst",
        "critic",
        "economist",
        "expert",
        "lawmaker",
        "leader",
        "official",
        "researcher",
        "scientist",
    }
)
"""Nouns wider than an office."""
VAGUELY, OWNED = 0.55, 0.45
"""Probability from which whoever is named as the next source is "an official" of the lead, of 1,400 articles' sources
seven of seven, or "the head of the Olen Trust", six of six."""
OPENING = 3
"""Paragraphs, the headline one of them, that announce what follows."""
FEATURES = (
    "one", "log distance", "same sentence", "next sentence", "paragraphs", "same paragraph", "next paragraph", "place",
    "full name", "no role", "same head", "other office", "indefinite", "bare", "possessive", "lead",
    "headline", "office", "postmodified", "speaks", "quoted", "opens", "title", "shared before",
    "shared around", "none shared", "content shared", "heard between", "alone", "apposition", "speaks next",
    "speaks in lead", "same head speaks", "only same head",
)  # fmt: skip

SPEAKS_NEXT = FEATURES.index("speaks next")


class _Person(NamedTuple):
    """Somebody, and the number of the word where first named."""

    word: int
    figure: Figure


class Introductions:
    """Who is first named where in an article, and who speaks there.

    Args:
        scene: The stage.
        figures: The figures.
        sources: The source words of all statements.
    """

    def __init__(self, scene: Scene, figures: Sequence[Figure], sources: Sequence[Span]) -> None:
        self.scene = scene
        people = [one for one in figures if one.kind == "person" and one.named and one.names and not one.plural]
        self._people = sorted((_Person(min(name.first for name in one.names), one) for one in people), key=_word)
        self._firsts = [one.word for one in self._people]
        self._sources = sorted(sources)
        self._source_starts = [span.start for span in self._sources]

    def find(self, scorer: AntecedentScorer, phrase: Phrase, content: Sequence[Span]) -> Likely | None:
        """Whom a description of one person announces, if anybody.

        Args:
            scorer: The scorer.
            phrase: The description.
            content: Of its statement.
        """
        if phrase.kind != "person" or phrase.plural:
            return None
        people = self._ahead(phrase, content)
        said_again = [one for one in people if self._is_said_again(phrase, one)]
        if len(said_again) == 1:
            return Likely(Candidate(said_again[0].figure, 0.0, said_again[0].word), CONFIDENCE[INTRODUCED])
        if self._is_one_of_many(phrase):
            return None
        vague = singular(self.scene.words.lows[phrase.head]) in VAGUE
        if vague and not self._may_announce(phrase):
            return None
        candidates = [Candidate(one.figure, 0.0, one.word) for one in people]
        shared = _content_words(self.scene.words, content)
        rows = [self._measure(phrase, place, people, shared) for place in range(len(people))]
        ranked = scorer.weigh(Asked(INTRODUCED, self.scene.words.starts[phrase.first], candidates, rows))
        usual = None if vague else scorer.first(INTRODUCED, ranked)
        owned = phrase.definite and phrase.affiliation is not None
        if usual is not None or not ranked or not (vague or owned):
            return usual
        speaks_next = rows[candidates.index(ranked[0].candidate)][SPEAKS_NEXT]
        return ranked[0] if speaks_next and ranked[0].probability >= (VAGUELY if vague else OWNED) else None

    def _is_said_again(self, phrase: Phrase, person: _Person) -> bool:
        """Whether a description of several words stands behind the name once more: "Ada Stroud, *a Velmoran nurse*"."""
        words, first = self.scene.words, phrase.first
        first += words.lows[first] in INDEFINITES
        last = self.scene.figures.at[person.word].last
        if phrase.last > phrase.head or phrase.head <= first or words.gap(last).strip() != ",":
            return False
        own = words.lows[first : phrase.head + 1]
        behind = last + 1 + (words.lows[last + 1] in INDEFINITES)
        return words.lows[behind : behind + len(own)] == own

    def _is_one_of_many(self, phrase: Phrase) -> bool:
        """Whether a description stands for one among others, or for nobody in particular: no next one is meant."""
        lows = self.scene.words.lows
        first, second = lows[phrase.first], lows[min(phrase.first + 1, phrase.last)]
        head = lows[phrase.head]
        return head in NOBODY or singular(head) in SOURCES or (first in ONE_OF_MANY and second != "of")

    def _may_announce(self, phrase: Phrase) -> bool:
        """Whether a noun wider than an office stands in the lead, and more is said: "a *Fisheries* official"."""
        more = phrase.last - phrase.first > 1
        return more and not phrase.definite and self.scene.words.paragraphs[phrase.first] < OPENING

    def _ahead(self, phrase: Phrase, content: Sequence[Span]) -> list[_Person]:
        """The people first named behind a description: not in what it says, and not in itself."""
        words, start = self.scene.words, bisect_left(self._firsts, phrase.last + 1)
        limit = words.sentences[phrase.last] + AHEAD
        own = set(words.lows[phrase.first : min(phrase.last + 1, phrase.first + AROUND)])
        return [
            one
            for one in self._people[start : start + MOST]
            if words.sentences[one.word] <= limit
            and own.isdisjoint(words.lows[one.word : self.scene.figures.at[one.word].last + 1])
            and not any(span.start <= words.starts[one.word] < span.end for span in content)
        ]

    def _measure(self, phrase: Phrase, place: int, people: Sequence[_Person], content: frozenset[str]) -> list[float]:
        role, what, name = self._role(phrase, people[place].figure), self._phrase(phrase), self._name(people[place])
        between = self._between(phrase, people, place)
        same, speaks, lead = role[2], name[0], what[3]
        alike = sum(self._role(phrase, one.figure)[2] for one in people)
        return [
            *self._distance(phrase, place, people), *role, *what, *name,
            *self._shared(phrase, people[place], content), *between,
            speaks * (between[0] == 0), speaks * lead, speaks * same, float(same == alike == 1),
        ]  # fmt: skip

    def _distance(self, phrase: Phrase, place: int, people: Sequence[_Person]) -> list[float]:
        words, word = self.scene.words, people[place].word
        sentences = words.sentences[word] - words.sentences[phrase.last]
        paragraphs = words.paragraphs[word] - words.paragraphs[phrase.last]
        return [
            1.0, log(1 + sentences), float(sentences == 0), float(sentences == 1), float(min(paragraphs, 4)),
            float(paragraphs == 0), float(paragraphs == 1), float(place),
        ]  # fmt: skip

    def _role(self, phrase: Phrase, figure: Figure) -> list[float]:
        """How a description's noun goes with the roles that the text gives whom it may announce."""
        head = singular(self.scene.words.lows[phrase.head])
        lows = _role_words(figure)
        same = not (SAME_OFFICE.get(head, frozenset()) | {head}).isdisjoint(lows)
        full = any(len(name.keys) > 1 for name in figure.names[:1])
        return [float(full), float(not lows), float(same), float(bool(lows) and not same and is_office(head))]

    def _phrase(self, phrase: Phrase) -> list[float]:
        words = self.scene.words
        first, head = words.lows[phrase.first], singular(words.lows[phrase.head])
        return [
            float(first in INDEFINITES),
            float(not phrase.definite and first not in INDEFINITES),
            float(first in POSSESSIVES),
            float(words.paragraphs[phrase.first] < 3),
            float(words.sentences[phrase.first] == 0),
            float(is_office(head)),
            float(phrase.last > phrase.head),
        ]

    def _name(self, person: _Person) -> list[float]:
        words, name = self.scene.words, self.scene.figures.at[person.word]
        first = name.title[0] if name.title else name.first
        opens = first == 0 or words.sentences[first - 1] != words.sentences[first]
        quoted = self.scene.is_quoted(words.starts[person.word])
        return [
            float(self._source_at(person.word) is not None),
            float(quoted),
            float(opens),
            float(name.title is not None),
        ]

    def _source_at(self, word: int) -> int | None:
        """Which of the sources a word stands in."""
        start = self.scene.words.starts[word]
        place = bisect_left(self._source_starts, start + 1) - 1
        return place if place >= 0 and start < self._sources[place].end else None

    def _shared(self, phrase: Phrase, person: _Person, content: frozenset[str]) -> list[float]:
        """How many words of a description, and of what it says, stand about a name."""
        words, sentence = self.scene.words, self.scene.words.sentences[person.word]
        own = self._plain(phrase.first, min(phrase.last + 1, phrase.first + AROUND)) - FUNCTION_WORDS - INDEFINITES
        name = self.scene.figures.at[person.word]
        start, stop = max(phrase.last + 1, name.first - AROUND), min(len(words), name.last + AROUND)
        here = [at for at in range(start, stop) if words.sentences[at] == sentence]
        before = self._plain(here[0], name.first) if here and here[0] < name.first else set()
        both = own & (before | self._plain(name.last + 1, here[-1] + 1 if here else 0))
        near = {words.lows[at] for at in range(start, stop)}
        return [
            float(min(len(own & before), 3)),
            float(min(len(both), 3)),
            float(not both),
            float(min(len(content & near), 4)),
        ]

    def _plain(self, start: int, stop: int) -> set[str]:
        """The words of a stretch in the singular, a people as its state."""
        lows = self.scene.words.lows[start:stop]
        return {state_of(low) or singular(low).lower() for low in lows}

    def _between(self, phrase: Phrase, people: Sequence[_Person], place: int) -> list[float]:
        """Who else speaks before somebody is named; whether there is nobody else; what parts name and description."""
        words, word = self.scene.words, people[place].word
        first = bisect_left(self._source_starts, words.ends[phrase.last])
        own = self._source_at(word)
        last = bisect_left(self._source_starts, words.starts[word]) if own is None else own
        near = word - phrase.last < 4 and words.sentences[word] == words.sentences[phrase.last]
        return [
            float(min(max(last - first, 0), 4)),
            float(len(people) == 1),
            float(near),
        ]


def _word(person: _Person) -> int:
    return person.word


def _role_words(figure: Figure) -> frozenset[str]:
    """The words of a figure's roles."""
    text = " ".join(f"{role.organisation or ''} {role.title or ''}" for role in figure.roles[:MANY])
    return frozenset(low.strip(".,") for low in text.lower().replace("-", " ").split())


def _content_words(words: Words, content: Sequence[Span]) -> frozenset[str]:
    """The longer words of a content."""
    indices = [index for span in content for index in words.inside(span)][:CONTENT]
    return frozenset(words.lows[index] for index in indices if len(words.lows[index]) >= LONG)
