"""Turns: who speaks in a transcript or an interview, by its labels or by whom it is said to interview."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.resolve.figure import Figure, speaking_kind
from onrecord.resolve.figures import Figures
from onrecord.resolve.gazetteer import DEMONYMS, STATES
from onrecord.resolve.names import OFFICE_WORDS, Name
from onrecord.resolve.words import Words
from onrecord.segment.article import Article, Turn
from onrecord.spans import Span

ANSWERS = frozenset({"a", "answer"})
"""Labels of who is interviewed."""
INTERVIEWING = frozenset({"interview", "interviewed", "interviewing", "interviews"})
"""Words before whoever is interviewed: "interviews the painter *Ann Lee*", "an interview with *Ann Lee*"."""
INTERVIEWERS = frozenset({"by", "to"})
"""Words between one of those and whoever asks: "conducted by *Jan Poe*", "gave an interview to *Jan Poe*"."""
BESIDE_ASKING = INTERVIEWERS | {"with"}
"""Words before whoever asks, where it is told who answers: "Lee sat down with *Jan Poe* for an interview"."""
ASKING = frozenset({"interviewed", "interviews", "spoke", "talked"})
"""Verbs behind whoever asks."""
MOST_TOLD = 10
"""Such words that are looked at, from the beginning."""
MATTERS = frozenset({"about", "on", "over", "regarding"})
"""Words behind which a headline names what the interview is about."""


class Turns:
    """The turns of an article.

    Args:
        article: The article.
        words: Its words.
        figures: Its figures, their kinds settled.
    """

    def __init__(self, article: Article, words: Words, figures: Figures) -> None:
        self._turns = article.turns
        self._starts = [turn.span.start for turn in article.turns]
        self._words = words
        self._figures = figures
        self._interviewed = self._interviewee() if article.turns else None
        self._asking = self._interviewer() if self._interviewed is not None else None

    def at(self, position: int) -> Turn | None:
        """The turn that governs a position of the text.

        Args:
            position: The position.
        """
        place = bisect_right(self._starts, position) - 1
        return self._turns[place] if place >= 0 and position < self._turns[place].span.end else None

    def speaker(self, turn: Turn) -> Figure | None:
        """Who speaks a turn; nobody where nobody is named, or two bear the name.

        Args:
            turn: The turn.
        """
        return self._meant(self.name_of(turn))

    def name_of(self, turn: Turn) -> Name | None:
        """The name of who speaks a turn: its label's, where there are none who is interviewed or asks.

        Args:
            turn: The turn.

        Returns:
            None where nobody is named.
        """
        label = turn.name
        if turn.asks and label is None:
            return self._asking
        if label is None or label.of(self._words.text).lower() in ANSWERS:
            return self._interviewed
        at = self._figures.at
        named = next((at[index] for index in self._words.inside(label) if index in at), None)
        return named or self._holder(label)

    def _holder(self, label: Span) -> Name | None:
        """Whom what stands before the first turn names by the office that a label is: THE PRESIDENT."""
        words = self._words
        office = [words.lows[index] for index in words.inside(label) if words.lows[index] != "the"]
        if not office or any(low not in OFFICE_WORDS for low in office):
            return None
        names = (name for name in self._names(self._first()) if name.title is not None)
        return self._only([name for name in names if office == self._title(name)])

    def _title(self, name: Name) -> list[str]:
        """The words of the office before a name, without the state whose it is."""
        first, last = name.title or (0, -1)
        lows = self._words.lows[first : last + 1]
        return lows[1:] if lows and (lows[0] in STATES or lows[0] in DEMONYMS) else lows

    @property
    def interviewed(self) -> Figure | None:
        """Who is interviewed, where the article is an interview that names them."""
        return self._meant(self._interviewed)

    def _meant(self, name: Name | None) -> Figure | None:
        """Whom a name means; who speaks is of some kind."""
        figure = self._figures.of.get(name.first) if name is not None else None
        if figure is not None and name is not None:
            figure.kind = figure.kind or speaking_kind(figure, len(name.keys))
        return figure

    def _interviewee(self) -> Name | None:
        """Who is interviewed, by what stands before the first turn.

        Whoever stands first behind a word for interviewing, if nobody is joined to them and the headline names nobody
        else; without such a word the only person of the headline, or of all that stands there.
        """
        words, first = self._words, self._first()
        maybe = [name for name in self._names(first) if self._is_person(name)]
        people = [name for name in maybe if self._is_person(name, surely=True)]
        headed = self._only(self._before_matter([one for one in people if words.paragraphs[one.first] == 0], 0))
        told = [word for word in range(first) if words.lows[word] in INTERVIEWING][:MOST_TOLD]
        for word in told:
            behind = self._before_matter([name for name in maybe if name.first > word], word)
            if "in" in words.lows[max(0, word - 3) : word] or not behind:  # "in a 2003 interview with"
                continue
            between = words.lows[word + 1 : behind[0].first]
            if not INTERVIEWERS.isdisjoint(between):
                continue
            differ = headed is not None and self._only([headed, behind[0]]) is None
            return None if differ or self._is_joined(behind) else behind[0]
        return headed or self._only(people)

    def _first(self) -> int:
        """Number of the first turn's first word, or of its label's."""
        label = self._turns[0].name
        return self._words.at(label.start if label is not None else self._starts[0])

    def _interviewer(self) -> Name | None:
        """The only other person of a sentence that tells of the interview, where he stands as one who asks."""
        words, first = self._words, self._first()
        told = {words.sentences[word] for word in range(first) if words.lows[word] in INTERVIEWING}
        asking = [
            name
            for name in self._names(first)
            if words.sentences[name.first] in told and self._is_person(name) and self._stands_asking(name)
        ]
        of, answers = self._figures.of, self._interviewed
        return self._only([name for name in asking if answers is None or of[name.first] is not of[answers.first]])

    def _stands_asking(self, name: Name) -> bool:
        """Whether a name stands behind "by", "to" or "with", or before a verb of asking."""
        words, before = self._words, (name.title[0] if name.title else name.first) - 1
        behind = words.lows[name.last + 1] if name.last + 1 < len(words) else ""
        return (before >= 0 and words.lows[before] in BESIDE_ASKING) or behind in ASKING

    def _before_matter(self, people: list[Name], start: int) -> list[Name]:
        """Those named in a word's sentence before it tells what the interview is about."""
        words = self._words
        end = start
        while end < len(words) and words.sentences[end] == words.sentences[start] and words.lows[end] not in MATTERS:
            end += 1
        return [name for name in people if start <= name.first < end]

    def _names(self, end: int) -> list[Name]:
        """The names before a word, in order."""
        found = {name.first: name for index, name in self._figures.at.items() if index < end}
        return [found[index] for index in sorted(found)]

    def _is_person(self, name: Name, surely: bool = False) -> bool:
        """Whether a name is a person's, or, unless surely, may be one's that is told by nothing."""
        figure = self._figures.of.get(name.first)
        if figure is None or (surely and figure.kind is None):
            return False
        return (figure.kind or speaking_kind(figure, len(name.keys))) == "person"

    def _is_joined(self, people: list[Name]) -> bool:
        """Whether the first of them is not alone: *Ann Lee* and the poet *Bo Roe*."""
        between = self._words.lows[people[0].last + 1 : people[1].first] if len(people) > 1 else None
        return between is not None and (not between or "and" in between)

    def _only(self, people: list[Name]) -> Name | None:
        """The first name, where all are one person's."""
        figures: set[int] = {id(self._figures.of[name.first]) for name in people}
        return people[0] if len(figures) == 1 else None
