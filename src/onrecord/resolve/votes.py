"""Votes: on whom the pronouns of a text fall, he and she apart; by them somebody's gender shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.resolve.evidence import FEMALE_PRONOUNS, MALE_PRONOUNS
from onrecord.resolve.figure import Figure
from onrecord.resolve.scene import Scene

LEAST = 0.55
"""Share of the salience of all who may be meant from which a pronoun counts for the first of them."""
CLEAR = 0.75
"""Share from which it surely falls on the first."""


class Votes:
    """What the reporter's own pronouns tell of each figure.

    Args:
        scene: The stage, as it is before anybody has spoken.
    """

    def __init__(self, scene: Scene) -> None:
        self._told: defaultdict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self._at: dict[int, tuple[Figure, int, float]] = {}
        words = scene.words
        for index, low in enumerate(words.lows):
            male = low in MALE_PRONOUNS
            if (male or low in FEMALE_PRONOUNS) and not scene.is_quoted(words.starts[index]):
                self._count(scene, index, male)

    def _count(self, scene: Scene, index: int, male: bool) -> None:
        other = "f" if male else "m"
        fitting = scene.candidates(
            index, lambda one: one.kind == "person" and not one.plural and not one.is_surely(other)
        )
        share = fitting[0].salience / sum(one.salience for one in fitting) if fitting else 0.0
        if share >= LEAST:
            column = int(not male)
            self._told[id(fitting[0].figure)][column] += share
            self._at[index] = (fitting[0].figure, column, share)

    def clear(self) -> Iterator[tuple[int, Figure]]:
        """The pronouns that surely fall on somebody: the number of the word, and on whom."""
        for word, (figure, _, share) in self._at.items():
            if share >= CLEAR:
                yield word, figure

    def of(self, figure: Figure, word: int) -> tuple[float, float]:
        """The votes for him and for her, less that of one pronoun.

        Args:
            figure: Whom they are for.
            word: Number of the pronoun that is asked about.
        """
        votes = [*self._told[id(figure)]] if id(figure) in self._told else [0.0, 0.0]
        own = self._at.get(word)
        if own is not None and own[0] is figure:
            votes[own[1]] -= own[2]
        return votes[0], votes[1]
