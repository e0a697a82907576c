"""Scene: who has been on stage before a word, and how much in the foreground: the weights of salience."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from typing import NamedTuple

from onrecord.resolve.evidence import LOCATING
from onrecord.resolve.figures import Figure, Figures
from onrecord.resolve.names import Name
from onrecord.resolve.roles import is_office
from onrecord.resolve.words import POSSESSIVE, Words
from onrecord.segment.article import Article
from onrecord.spans import Span

SPEAKER, SUBJECT, OTHER, POSSESSOR, QUOTED = 1.0, 0.8, 0.5, 0.3, 0.15
"""Weights of a mention: who spoke, who opens a sentence, who else is named, whose something is, who is named in a
quotation. In the manner of Lappin & Leass (1994), tuned on the pronouns of 130 reports."""
MODIFIER = 0.1
"""Weight of a name that only describes a noun."""
SUBORDINATE = 0.6
"""Share of a speaker's weight in a clause that opens the sentence before the main one."""
REPEATED = 0.3
"""Share by which a figure's further mentions count beside its weightiest."""
SUBORDINATORS = frozenset(
    ["when", "after", "as", "while", "although", "though", "because", "since", "before", "if", "once", "until", "whereas", "asked"]
)
DECAY = 0.6
"""Share of its weight that a mention keeps from one sentence to the next."""
PARAGRAPH = 0.6
"""Share that it keeps over the first paragraph break."""
SENTENCES = 10
"""Sentences back in which antecedents are looked for."""
MENTIONS = 60
"""Mentions back in which they are looked for."""
JOINED = 8
"""Words within which two names are named together."""
BEFORE_SUBJECT = LOCATING | {
    "of",
    "for",
    "from",
    "to",
    "on",
    "with",
    "by",
    "about",
    "against",
    "between",
    "over",
    "than",
}


class Mentioned(NamedTuple):
    """A mention on stage: its word's number, its weight, a number that breaks ties, and whom it means."""

    word: int
    order: int
    weight: float
    figure: Figure


class Candidate(NamedTuple):
    """A figure with its salience and the word where it was last mentioned."""

    figure: Figure
    salience: float
    word: int


class Scene:
    """The stage of an article.

    Args:
        article: The article.
        words: Its words.
        figures: Its figures.
    """

    def __init__(self, article: Article, words: Words, figures: Figures) -> None:
        self.article = article
        self.words = words
        self.figures = figures
        self._quotations = [quotation.span for quotation in article.quotations if quotation.depth == 0]
        self._quotation_starts = [span.start for span in self._quotations]
        self._mentions: list[Mentioned] = []
        self._count = 0
        self._clauses: dict[int, int] = {}
        seen: set[int] = set()
        placed = sorted((name.first, name, figure) for figure in figures.all for name in figure.names)
        for first, name, figure in placed:
            weight = OTHER
            opens = words.sentences[first] not in seen
            if self.is_quoted(words.starts[first]):
                weight = QUOTED
            elif words.flags[name.last] & POSSESSIVE:
                weight = POSSESSOR
            elif self._is_modifier(name):
                weight = MODIFIER
            elif self.is_subordinate(first):
                weight = OTHER
            elif opens and not self._is_oblique(name.title[0] if name.title else first):
                weight = SUBJECT
                seen.add(words.sentences[first])
            self._mentions.append(self._mentioned(first, weight, figure))

    def _is_modifier(self, name: Name) -> bool:
        """Whether a noun follows that the name describes: "Park lawyer", "White House"."""
        after = name.last + 1
        if after in self.figures.titles or name.last in self.figures.titles:
            return True
        return self.words.adjacent(name.last) and is_office(self.words.lows[after]) and after not in self.figures.at

    def is_subordinate(self, index: int) -> bool:
        """Whether a word stands in a clause that opens its sentence before the main one: "When Park asked, …"."""
        words = self.words
        sentence = words.sentences[index]
        if sentence not in self._clauses:
            first = index
            while first and words.sentences[first - 1] == sentence:
                first -= 1
            stop = first
            if words.lows[first] in SUBORDINATORS:
                while stop + 1 < len(words) and words.sentences[stop + 1] == sentence and "," not in words.gap(stop):
                    stop += 1
            self._clauses[sentence] = stop
        return index < self._clauses[sentence]

    def _is_oblique(self, first: int) -> bool:
        before = first - 1
        if before >= 0 and self.words.lows[before] in ("the", "a", "an"):
            before -= 1
        return before >= 0 and self.words.adjacent(before) and self.words.lows[before] in BEFORE_SUBJECT

    def _mentioned(self, index: int, weight: float, figure: Figure) -> Mentioned:
        self._count += 1
        return Mentioned(index, self._count, weight, figure)

    def is_quoted(self, position: int) -> bool:
        """Whether a position of the text stands inside quotation marks."""
        return position < self.quotation_at(position).end

    def quotation_at(self, position: int) -> Span:
        """The quotation around a position of the text; an empty span where there is none."""
        place = bisect_left(self._quotation_starts, position + 1) - 1
        found = self._quotations[place] if place >= 0 else Span(0, 0)
        return found if position < found.end else Span(0, 0)

    def speaks(self, index: int, figures: Sequence[Figure]) -> None:
        """Let figures speak at a word."""
        weight = SPEAKER * (SUBORDINATE if index < len(self.words) and self.is_subordinate(index) else 1)
        for figure in figures:
            figure.spoke = True
            insort(self._mentions, self._mentioned(index, weight, figure))

    def subject_of(self, sentence: int, start: int) -> Figure | None:
        """The person who is the subject of a sentence's main clause.

        Args:
            sentence: Number of the sentence.
            start: Number of the word from which the subject may stand.
        """
        for mention in self._mentions[bisect_left(self._mentions, (start,)) :]:
            if self.words.sentences[mention.word] > sentence:
                return None
            if self.words.sentences[mention.word] == sentence and mention.weight == SUBJECT:
                return mention.figure if mention.figure.kind == "person" else None
        return None

    def is_peopled(self, start: int, stop: int) -> bool:
        """Whether anybody is mentioned from one word to another."""
        return bisect_left(self._mentions, (start,)) < bisect_left(self._mentions, (stop,))

    def last_pair(self, before: int) -> tuple[Figure, ...]:
        """The two people last named together before a word; nobody where there are none.

        Args:
            before: Number of the word.
        """
        stop = bisect_left(self._mentions, (before,))
        names = [
            mention for mention in self._mentions[max(0, stop - MENTIONS) : stop] if mention.word in self.figures.at
        ]
        for left, right in zip(reversed(names[:-1]), reversed(names[1:]), strict=True):
            both = left.figure.kind == right.figure.kind == "person" and left.figure is not right.figure
            if both and self._are_joined(left.word, right.word):
                return (left.figure, right.figure)
        return ()

    def _are_joined(self, left: int, right: int) -> bool:
        """Whether nothing but "and" and titles stands between two names."""
        last = self.figures.at[left].last
        between = [index for index in range(last + 1, right) if index not in self.figures.titles]
        return len(between) == 1 and self.words.lows[between[0]] == "and" and right - left < JOINED

    def candidates(self, before: int, fits: Callable[[Figure], bool], skipped: Sequence[Span] = ()) -> list[Candidate]:
        """Figures mentioned before a word, the most salient first.

        Args:
            before: Number of the word.
            fits: Whether a figure may be meant at all.
            skipped: Stretches of the text whose mentions do not count: the statement's own content.
        """
        words = self.words
        totals: dict[int, Candidate] = {}
        if not len(words):
            return []
        here = min(before, len(words) - 1)
        sentence, paragraph = words.sentences[here], words.paragraphs[here]
        stop = bisect_left(self._mentions, (before,))
        for mention in reversed(self._mentions[max(0, stop - MENTIONS) : stop]):
            distance = sentence - words.sentences[mention.word]
            if distance > SENTENCES:
                break
            position = words.starts[mention.word]
            if not fits(mention.figure) or any(span.start <= position < span.end for span in skipped):
                continue
            weight = mention.weight * DECAY**distance
            if words.paragraphs[mention.word] != paragraph:
                weight *= PARAGRAPH
            found = totals.get(id(mention.figure))
            if found is None:
                totals[id(mention.figure)] = Candidate(mention.figure, weight, mention.word)
            else:
                high, low = max(found.salience, weight), min(found.salience, weight)
                totals[id(mention.figure)] = found._replace(salience=high + REPEATED * low)
        return sorted(totals.values(), key=lambda candidate: (-candidate.salience, -candidate.word))
