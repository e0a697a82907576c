"""Antecedents: how likely each figure on stage is the one that a pronoun means, by a learned scorer.

A log-linear choice among the candidates and nobody (as in Denis & Baldridge 2007, with a null antecedent): each
candidate has some twenty cheap numbers, the weights are fitted by ``training/antecedents.py`` and lie beside this
module as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log
from typing import Any, NamedTuple

from onrecord.packaged import read_learned
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.scene import SPEAKER, SUBJECT, Candidate, Scene

FORMAT = 1
MOST = 10
"""Candidates that are weighed, the most salient first."""
GROUPS = {"he": "person", "she": "person", "it": "thing", "they": "many"}
"""Pronoun → which weights are its own."""
FEATURES = (
    "one", "salience", "share", "first", "here", "distance", "paragraphs", "weight", "spoke", "heard last", "times",
    "gender for", "gender against", "slight", "between", "has a role", "subject here", "unnamed", "state", "group",
    "document", "quoted first", "quoted salience", "quoted subject here", "margin", "subject before",
)  # fmt: skip


class Likely(NamedTuple):
    """A candidate and the probability that it is meant."""

    candidate: Candidate
    probability: float


class AntecedentScorer:
    """Weighs the candidates for a pronoun.

    Args:
        weights: Group → a weight for each of ``FEATURES``.
        thresholds: Group → the probability from which the likeliest is the answer.
    """

    def __init__(self, weights: Mapping[str, Sequence[float]], thresholds: Mapping[str, float]) -> None:
        self._weights = weights
        self._thresholds = thresholds

    def choose(self, group: str, scene: Scene, phrase: Phrase, candidates: Sequence[Candidate]) -> Likely | None:
        """The likeliest candidate, if it is likely enough.

        Args:
            group: Which weights count.
            scene: The stage.
            phrase: The pronoun.
            candidates: Whom it may mean, the most salient first.
        """
        ranked = self.rank(group, scene, phrase, candidates)
        return ranked[0] if ranked and ranked[0].probability >= self._thresholds[group] else None

    def rank(self, group: str, scene: Scene, phrase: Phrase, candidates: Sequence[Candidate]) -> list[Likely]:
        """All candidates that are weighed, the likeliest first; what is left to one is that it is none of them."""
        weights, rows = self._weights[group], measure(scene, phrase, candidates)
        scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in rows]
        highest = max(0.0, *scores) if scores else 0.0
        parts = [exp(score - highest) for score in scores]
        whole = sum(parts) + exp(-highest)
        likely = [Likely(one, part / whole) for one, part in zip(candidates, parts, strict=False)]
        return sorted(likely, key=lambda one: -one.probability)


def measure(scene: Scene, phrase: Phrase, candidates: Sequence[Candidate]) -> list[list[float]]:
    """The features of the candidates that are weighed.

    Args:
        scene: The stage.
        phrase: The pronoun.
        candidates: Whom it may mean, the most salient first.

    Returns:
        For each of the first ``MOST`` a number for each of ``FEATURES``.
    """
    chosen = candidates[:MOST]
    total = sum(one.salience for one in chosen) or 1.0
    heard = max((one.heard for one in chosen), default=-1)
    return [_measure(scene, phrase, chosen, place, total, heard) for place in range(len(chosen))]


def _measure(
    scene: Scene, phrase: Phrase, chosen: Sequence[Candidate], place: int, total: float, heard: int
) -> list[float]:
    words, one = scene.words, chosen[place]
    figure, here = one.figure, words.sentences[phrase.first]
    distance = here - words.sentences[one.word]
    quoted = scene.is_quoted(words.starts[phrase.first])
    salience = log(max(one.salience, 1e-3))
    best_other = max((other.salience for other in chosen if other is not one), default=1e-3)
    subject_here = distance == 0 and one.weight in (SPEAKER, SUBJECT)
    male, female = min(figure.evidence.male, 3), min(figure.evidence.female, 3)
    fitting, against = (male, female) if phrase.pronoun == "he" else (female, male)
    gendered = phrase.pronoun in ("he", "she")
    return [
        1.0,
        salience,
        one.salience / total,
        float(place == 0),
        float(distance == 0),
        float(min(distance, 5)),
        float(min(words.paragraphs[phrase.first] - words.paragraphs[one.word], 4)),
        one.weight,
        float(figure.spoke),
        float(one.heard == heard >= 0),
        log(1 + one.times),
        float(fitting * gendered),
        float(against * gendered),
        float(figure.is_slight),
        float(min(sum(other.word > one.word for other in chosen), 4)),
        float(bool(figure.roles)),
        float(subject_here),
        float(not figure.named),
        float(figure.kind == "state"),
        float(figure.kind == "group" or figure.plural),
        float(figure.kind in ("document", "poll")),
        float(quoted and place == 0),
        salience * quoted,
        float(quoted and subject_here),
        max(-3.0, min(3.0, salience - log(max(best_other, 1e-3)))),
        float(distance == 1 and one.weight in (SPEAKER, SUBJECT)),
    ]


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
