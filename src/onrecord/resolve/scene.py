"""Scene: who has been on stage before a word, and how much in the foreground: the weights of salience."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from itertools import count
from typing import NamedTuple

from onrecord.resolve.evidence import LOCATING
from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.names import Name
from onrecord.resolve.offices import is_office
from onrecord.resolve.words import POSSESSIVE, Words
from onrecord.segment.article import Article
from onrecord.spans import Span

SPEAKER, SUBJECT, OTHER, POSSESSOR, QUOTED, MODIFIER = 1.0, 0.8, 0.4, 0.3, 0.15, 0.1
"""Weights of a mention: who spoke, who is a main clause's subject, who else is named, whose something is, who is named
in a quotation, whose name describes a noun. In the manner of Lappin & Leass (1994); these and the shares below were
tuned on the 300 pronoun sources of 130 reports; a third more or less of any of them moves under ten."""
SUBORDINATE = 0.6
"""Share of a speaker's weight in a clause that opens the sentence before the main one."""
REPEATED = 0.3
"""Share by which a figure's further mentions count beside its weightiest."""
DECAY = 0.55
"""Share of its weight that a mention keeps from one sentence to the next."""
PARAGRAPH = 0.6
"""Share that it keeps over a paragraph break."""
SENTENCES = 10
"""Sentences back in which antecedents are looked for."""
MENTIONS = 60
"""Mentions back in which they are looked for."""
JOINED = 8
"""Words within which two names are named together."""
SUBORDINATORS = frozenset(
    {"when", "after", "as", "while", "although", "though", "because", "since", "before", "if", "once", "until", "asked"}
)
OBLIQUE = LOCATING | {"of", "for", "from", "to", "on", "with", "by", "about", "against", "between", "over", "than"}


class Mentioned(NamedTuple):
    """A mention on stage: its word, a number that breaks ties, its weight, and whom it means."""

    word: int
    order: int
    weight: float
    figure: Figure


class Candidate(NamedTuple):
    """A figure as it stands before a word.

    Attributes:
        figure: The figure.
        salience: Its salience.
        word: Number of the word where it was last mentioned.
        weight: Weight of that mention.
        times: How often it was mentioned, as far back as is looked.
        heard: Number of the word where it last spoke; −1 where it did not.
    """

    figure: Figure
    salience: float
    word: int
    weight: float = 0.0
    times: int = 0
    heard: int = -1


class Scene:
    """The stage of an article.

    Args:
        article: The article.
        words: Its words.
        figures: Its figures.

    Attributes:
        first_body: The organisation that the article names first.
    """

    def __init__(self, article: Article, words: Words, figures: Figures) -> None:
        self.words = words
        self.figures = figures
        self._quotations = [quotation.span for quotation in article.quotations if quotation.depth == 0]
        self._quotation_starts = [span.start for span in self._quotations]
        self._clauses: dict[int, int] = {}
        self._mentions: list[Mentioned] = []
        self._order = count()
        self._peopled: list[int] = []
        self._unnamed: dict[int, Mentioned] = {}
        placed = sorted(((name.first, name, figure) for figure in figures.all for name in figure.names), key=_place)
        bodies = (figure for _, _, figure in placed if figure.named and figure.kind == "organisation")
        self.first_body = next(bodies, None)
        subjects: set[int] = set()
        for first, name, figure in placed:
            weight = self._weight(name, words.sentences[first] in subjects)
            before = self._mentions[-1] if self._mentions else None
            if before is not None and before.weight == SUBJECT and self.are_joined(before.word, first):
                weight = SUBJECT
            if weight == SUBJECT:
                subjects.add(words.sentences[first])
            self._mentions.append(Mentioned(first, next(self._order), weight, figure))
            self._peopled.append(first)

    # What is where

    def is_quoted(self, position: int) -> bool:
        """Whether a position of the text stands inside quotation marks."""
        return position < self.quotation_at(position).end

    def quotation_at(self, position: int) -> Span:
        """The quotation around a position of the text; an empty span where there is none."""
        place = bisect_left(self._quotation_starts, position + 1) - 1
        found = self._quotations[place] if place >= 0 else Span(0, 0)
        return found if position < found.end else Span(0, 0)

    def speaks(self, word: int, figures: Sequence[Figure]) -> None:
        """Let figures speak at a word.

        Args:
            word: Its number.
            figures: They.
        """
        weight = SPEAKER * (SUBORDINATE if word < len(self.words) and self._is_subordinate(word) else 1)
        if word in self._unnamed:  # whom the words were taken to mean before
            del self._mentions[bisect_left(self._mentions, self._unnamed.pop(word))]
        for figure in figures:
            figure.spoke = True
            insort(self._mentions, Mentioned(word, next(self._order), weight, figure))
            insort(self._peopled, word)

    def refers(self, word: int, figure: Figure) -> None:
        """Let a pronoun mean a figure.

        Args:
            word: Its number.
            figure: The figure.
        """
        self._enter(word, OTHER if self.words.lows[word] in ("he", "she") else POSSESSOR, figure)

    def describes(self, first: int, last: int, figure: Figure) -> None:
        """Let a description mean a figure.

        Args:
            first: Number of its first word.
            last: Number of its last word.
            figure: The figure.
        """
        weight = SUBJECT
        if self.is_quoted(self.words.starts[first]):
            weight = QUOTED
        elif self.words.flags[last] & POSSESSIVE:
            weight = POSSESSOR
        elif self._is_subordinate(first) or self._is_oblique(first):
            weight = OTHER
        self._enter(first, weight, figure)

    def _enter(self, word: int, weight: float, figure: Figure) -> None:
        """Enter a mention without a name, until its words are read as a source."""
        self._unnamed[word] = Mentioned(word, next(self._order), weight, figure)
        insort(self._mentions, self._unnamed[word])

    # Who is where

    def subject_of(self, sentence: int, start: int) -> Figure | None:
        """The person who is the subject of a sentence's main clause.

        Args:
            sentence: Number of the sentence.
            start: Number of the word from which the subject may stand.
        """
        for place in range(bisect_left(self._mentions, (start,)), len(self._mentions)):
            mention = self._mentions[place]
            if self.words.sentences[mention.word] > sentence:
                return None
            if self.words.sentences[mention.word] == sentence and mention.weight == SUBJECT:
                return mention.figure if mention.figure.kind == "person" else None
        return None

    def is_peopled(self, start: int, stop: int, but: Sequence[Figure] = ()) -> bool:
        """Whether anybody is named or speaks from one word to another.

        Args:
            start: Number of the one.
            stop: Number of the other.
            but: Who does not count.
        """
        if not but:
            return bisect_left(self._peopled, start) < bisect_left(self._peopled, stop)
        mentions = self._mentions[bisect_left(self._mentions, (start,)) : bisect_left(self._mentions, (stop,))]
        return any(one.word not in self._unnamed and one.figure not in but for one in mentions)

    def names_before(self, before: int) -> list[Mentioned]:
        """The names last mentioned before a word outside of quotations, the last first.

        Args:
            before: Number of the word.
        """
        names, is_quoted = self.figures.at, self.is_quoted
        return [
            one
            for one in self._recent(before)
            if one.word in names and names[one.word].first == one.word and not is_quoted(self.words.starts[one.word])
        ]

    def are_joined(self, left: int, right: int) -> bool:
        """Whether nothing but "and", a comma and titles stands between two names, given by their first words.

        Args:
            left: Number of the one's first word.
            right: Of the other's.
        """
        between = range(self.figures.at[left].last + 1, right)
        own = [index for index in between if index not in self.figures.titles] if len(between) < JOINED else []
        return len(own) == 1 and self.words.lows[own[0]] == "and"

    def candidates(self, before: int, fits: Callable[[Figure], bool], skipped: Sequence[Span] = ()) -> list[Candidate]:
        """Figures mentioned before a word, the most salient first.

        Args:
            before: Number of the word.
            fits: Whether a figure may be meant at all.
            skipped: Stretches of the text whose mentions do not count: the statement's own content.
        """
        words = self.words
        sentence, paragraph = words.sentences[before], words.paragraphs[before]
        totals: dict[int, Candidate] = {}
        for mention in self._recent(before):
            distance = sentence - words.sentences[mention.word]
            if distance > SENTENCES:
                break
            position = words.starts[mention.word]
            if not fits(mention.figure) or any(span.start <= position < span.end for span in skipped):
                continue
            weight = mention.weight * DECAY**distance
            if words.paragraphs[mention.word] != paragraph:
                weight *= PARAGRAPH
            new = Candidate(mention.figure, 0.0, mention.word, mention.weight)
            found = totals.setdefault(id(mention.figure), new)
            salience = max(found.salience, weight) + REPEATED * min(found.salience, weight)
            speaks = mention.weight in (SPEAKER, SPEAKER * SUBORDINATE)
            heard = max(found.heard, mention.word if speaks else -1)
            totals[id(mention.figure)] = found._replace(salience=salience, times=found.times + 1, heard=heard)
        return sorted(totals.values(), key=lambda candidate: (-candidate.salience, -candidate.word))

    def evidence(self, candidate: Candidate, before: int) -> Span:
        """The words by which a candidate is known: the name that was last mentioned before a word, or a source.

        Args:
            candidate: The candidate.
            before: Number of the word.
        """
        at = self.figures.at
        known = (one.word for one in self._recent(before) if one.figure is candidate.figure and one.word in at)
        word = next(known, candidate.word)
        name = at.get(word)
        return name.span if name is not None else self.words.span(word, word)

    def _recent(self, before: int) -> list[Mentioned]:
        """The last mentions before a word, the last first."""
        stop = bisect_left(self._mentions, (before,))
        return self._mentions[max(0, stop - MENTIONS) : stop][::-1]

    # Weights

    def _weight(self, name: Name, has_subject: bool) -> float:
        """The weight of a name; ``has_subject``: whether its sentence has a subject already."""
        if self.is_quoted(name.span.start):
            return QUOTED
        if self.words.flags[name.last] & POSSESSIVE:
            return POSSESSOR
        if self._is_modifier(name):
            return MODIFIER
        first = name.title[0] if name.title else name.first
        if self.words.text[self.words.starts[first] - 1 : self.words.starts[first]] == "(":
            return OTHER
        return OTHER if has_subject or self._is_subordinate(name.first) or self._is_oblique(first) else SUBJECT

    def _is_modifier(self, name: Name) -> bool:
        """Whether a noun follows that the name describes: "Park lawyer", "White House"."""
        after = name.last + 1
        if after in self.figures.titles or name.last in self.figures.titles:
            return True
        return self.words.adjacent(name.last) and is_office(self.words.lows[after]) and after not in self.figures.at

    def _is_subordinate(self, word: int) -> bool:
        """Whether a word stands in a clause that opens its sentence before the main one: "When Park asked, …"."""
        words, sentence = self.words, self.words.sentences[word]
        if sentence not in self._clauses:
            first = word
            while first and words.sentences[first - 1] == sentence:
                first -= 1
            stop = first
            if words.lows[first] in SUBORDINATORS or self._is_participle(first):
                while stop + 1 < len(words) and words.sentences[stop + 1] == sentence and "," not in words.gap(stop):
                    stop += 1
            self._clauses[sentence] = stop
        return word < self._clauses[sentence]

    def _is_participle(self, word: int) -> bool:
        """Whether a word is a participle that may open a clause: "*Turning* to Park, he …"."""
        return self.words.lows[word].endswith("ing") and word not in self.figures.at

    def _is_oblique(self, first: int) -> bool:
        """Whether a preposition stands before a name."""
        before = first - 1
        if before >= 0 and self.words.lows[before] in ("the", "a", "an"):
            before -= 1
        return before >= 0 and self.words.adjacent(before) and self.words.lows[before] in OBLIQUE


def _place(placed: tuple[int, Name, Figure]) -> int:
    return placed[0]
