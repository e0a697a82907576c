"""Roles: for an anchor, the part that each word around it plays in its statement.

Every anchor is asked about every word within reach, so that one source can belong to several statements, and one
statement can stand within another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.model import Encoded
from onrecord.encode.pairs import REACH, Pairs, sentence_numbers
from onrecord.extract.anchors import Anchor

ROLES = ("source", "cue", "content")
"""Roles by number from 1; 0 is no part in the statement. The order of the network's outputs."""

SOURCE, CUE, CONTENT = 1, 2, 3

TOGETHER = 32
"""Anchors that are scored at once, so that memory does not grow with the article."""


class RoleScorer(Protocol):
    """The network's second part."""

    def __call__(self, encoded: Encoded, pairs: Pairs) -> NDArray[np.float32]:
        """Score roles: float32 (rows, words, 4) logits."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one anchor's words are.

    Attributes:
        anchor: The anchor.
        first: Number of the first word that was asked about.
        roles: int8 (words,), the role of each, most probable as a sequence.
        chances: float32 (words, 4), the probability of each role.
    """

    anchor: Anchor
    first: int
    roles: NDArray[np.int8]
    chances: NDArray[np.float32]

    def words(self, role: int) -> list[int]:
        """The numbers of the words that have a role."""
        return (self.first + np.flatnonzero(self.roles == role)).tolist()

    def certainty(self, role: int) -> float:
        """Mean probability of a role over the words that have it; 0 where none has."""
        chosen = self.chances[self.roles == role, role]
        return float(chosen.mean()) if len(chosen) else 0.0


def read_roles(encoded: Encoded, anchors: Sequence[Anchor], scorer: RoleScorer, switch: float) -> Iterator[Part]:
    """Find the words of each anchor's statement.

    Args:
        encoded: The article's words with the network's outputs.
        anchors: Its anchors, in order.
        scorer: The second part of the same model.
        switch: What a change of role from one word to the next costs, in log-probability.

    Yields:
        One part an anchor, in their order. Time and memory are linear in the anchors.
    """
    places = np.array([anchor.word for anchor in anchors], dtype=np.int64)
    paragraphs, sentences = encoded.words.paragraphs, sentence_numbers(encoded.words)
    for begin in range(0, len(anchors), TOGETHER):
        pairs = Pairs.of(places[begin : begin + TOGETHER], places, paragraphs, sentences)
        scores = scorer(encoded, pairs)
        scores[~pairs.inside] = (0, -1e4, -1e4, -1e4)
        scores -= scores.max(axis=2, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=2, keepdims=True))
        best = best_roles(logs, switch)
        for anchor, inside, log, roles in zip(anchors[begin:], pairs.inside, logs, best, strict=False):
            first = anchor.word - REACH + int(inside.argmax())
            yield Part(anchor, first, roles[inside], np.exp(log[inside]))


def best_roles(log_probabilities: NDArray[np.float32], switch: float) -> NDArray[np.int8]:
    """The most probable role of each word of each row, where a change of role costs (Viterbi 1967).

    Args:
        log_probabilities: float (rows, words, roles).
        switch: What a change costs.

    Returns:
        int8 (rows, words).
    """
    rows, words, _ = log_probabilities.shape
    best = np.zeros((rows, words), dtype=np.int8)
    scores = log_probabilities[:, 0]
    every = np.arange(rows)
    stays = np.zeros(log_probabilities.shape, dtype=bool)
    come_from = np.zeros((rows, words), dtype=np.int8)
    for word in range(1, words):
        top = scores.argmax(axis=1)
        change = scores[every, top][:, None] - switch
        stays[:, word] = scores >= change
        come_from[:, word] = top
        scores = np.maximum(scores, change) + log_probabilities[:, word]
    best[:, -1] = scores.argmax(axis=1)
    for word in range(words - 1, 0, -1):
        role = best[:, word]
        best[:, word - 1] = np.where(stays[every, word, role], role, come_from[:, word])
    return best
