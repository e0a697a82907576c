"""Turns: whom the labels of a transcript or interview name."""

from __future__ import annotations

from bisect import bisect_right

from onrecord.resolve.figure import Figure
from onrecord.resolve.figures import Figures
from onrecord.resolve.words import Words
from onrecord.segment.article import Article, Turn

ANSWERS = frozenset({"a", "answer"})
"""Labels of who is interviewed."""


class Turns:
    """The turns of an article.

    Args:
        article: The article.
        words: Its words.
        figures: Its figures.
    """

    def __init__(self, article: Article, words: Words, figures: Figures) -> None:
        self._turns = article.turns
        self._starts = [turn.span.start for turn in article.turns]
        self._words = words
        self._figures = figures

    def at(self, position: int) -> Turn | None:
        """The turn that governs a position of the text.

        Args:
            position: The position.
        """
        place = bisect_right(self._starts, position) - 1
        return self._turns[place] if place >= 0 and position < self._turns[place].span.end else None

    def speaker(self, turn: Turn) -> Figure | None:
        """Whom a turn's label names; for "A" the interviewee; nobody where two bear the name.

        Args:
            turn: The turn.
        """
        figures = self._figures
        label = turn.name.of(self._words.text)
        if label.lower() in ANSWERS:
            return self._interviewee()
        name = next((figures.at[index] for index in self._words.inside(turn.name) if index in figures.at), None)
        return figures.of.get(name.first) if name is not None else None

    def _interviewee(self) -> Figure | None:
        """The only person whom the text names before the first label."""
        first = self._words.at(self._starts[0])
        before = {
            id(figure): figure
            for figure in self._figures.all
            if figure.kind == "person" and figure.names and figure.names[0].first < first
        }
        return next(iter(before.values())) if len(before) == 1 else None
