"""Antecedents: how likely each figure is whom a pronoun, an office or "the company" means, by a learned scorer.

A log-linear choice among the candidates and nobody (as in Denis & Baldridge 2007, with a null antecedent): each
candidate has some sixty cheap numbers (``FEATURES``), the weights are fitted by ``training/antecedents.py`` and lie
beside this module as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from typing import Any, NamedTuple

from onrecord.packaged import read_learned
from onrecord.resolve.antecedent_features import Around, measure
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.scene import Candidate, Scene

FORMAT = 1
GROUPS = {"he": "person", "she": "person", "it": "thing", "they": "many"}
"""Pronoun → which weights are its own."""
AGREED = 0.3
"""Probability from which the likeliest is the answer where the rules of focus clearly point there too: cross-validated,
bodies are 44 right and 12 wrong with it, 47 and 16 by the rules alone, 27 and 4 by the scorer alone."""
NOTHING = Around()


class Likely(NamedTuple):
    """A candidate and the probability that it is meant."""

    candidate: Candidate
    probability: float


class Asked(NamedTuple):
    """What a scorer is asked.

    Attributes:
        group: Which weights count.
        start: Where the words stand that mean somebody.
        candidates: Whom they may mean.
        rows: A number for each of the group's features, for each of those that are weighed.
    """

    group: str
    start: int
    candidates: Sequence[Candidate]
    rows: Sequence[Sequence[float]]


class AntecedentScorer:
    """Weighs the candidates for a pronoun or description.

    Args:
        weights: Group → a weight for each of ``FEATURES``.
        thresholds: Group → the probability from which the likeliest is the answer.
    """

    def __init__(self, weights: Mapping[str, Sequence[float]], thresholds: Mapping[str, float]) -> None:
        self._weights = weights
        self._thresholds = thresholds

    def choose(
        self, group: str, scene: Scene, phrase: Phrase, candidates: Sequence[Candidate], around: Around = NOTHING
    ) -> Likely | None:
        """The likeliest candidate, if it is likely enough.

        Args:
            group: Which weights count.
            scene: The stage.
            phrase: The pronoun or description.
            candidates: Whom it may mean, the most salient first.
            around: What else is known there.
        """
        return self.first(group, self.rank(group, scene, phrase, candidates, around), around)

    def first(self, group: str, ranked: Sequence[Likely], around: Around = NOTHING) -> Likely | None:
        """The first of those who are ranked, if it is likely enough.

        Args:
            group: Which threshold counts.
            ranked: They, the likeliest first.
            around: What else is known there: whom the rules point to as well is enough from a lower one.
        """
        agreed = bool(ranked) and around.clear and ranked[0].candidate.figure is around.focus[0]
        least = min(AGREED, self._thresholds[group]) if agreed else self._thresholds[group]
        return ranked[0] if ranked and ranked[0].probability >= least else None

    def rank(
        self, group: str, scene: Scene, phrase: Phrase, candidates: Sequence[Candidate], around: Around = NOTHING
    ) -> list[Likely]:
        """All candidates that are weighed, the likeliest first; what is left to one is that it is none of them."""
        rows = measure(scene, phrase, candidates, around)
        return self.weigh(Asked(group, scene.words.starts[phrase.first], candidates, rows))

    def weigh(self, asked: Asked) -> list[Likely]:
        """All candidates that were measured, the likeliest first.

        Args:
            asked: They.
        """
        weights = self._weights[asked.group]
        scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in asked.rows]
        highest = max(0.0, *scores) if scores else 0.0
        parts = [exp(score - highest) for score in scores]
        whole = sum(parts) + exp(-highest)
        likely = [Likely(one, part / whole) for one, part in zip(asked.candidates, parts, strict=False)]
        return sorted(likely, key=lambda one: -one.probability)


@cache
def load_scorer() -> AntecedentScorer:
    """Read the scorer from the package, once.

    Raises:
        ModelError: Its file is missing or of another format.
    """
    return read_learned("onrecord.resolve", "antecedents.json", FORMAT, _build)


def _build(held: Mapping[str, Any]) -> AntecedentScorer:
    groups = held["groups"]
    return AntecedentScorer(
        {group: part["weights"] for group, part in groups.items()},
        {group: part["threshold"] for group, part in groups.items()},
    )
