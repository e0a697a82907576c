"""Decode: from each word's tag probabilities to spans of words with a role."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""A word's tag: outside of any role, or beginning or going on in one. The order of the network's outputs."""

SOURCE, CUE, CONTENT = 0, 1, 2
ROLES = ("source", "cue", "content")

FORBIDDEN = -1e4
"""Log-probability of what cannot follow: a role that goes on without having begun."""


class Piece(NamedTuple):
    """A run of words with one role, half-open.

    Attributes:
        role: ``SOURCE``, ``CUE`` or ``CONTENT``.
        first, last: Numbers of words.
    """

    role: int
    first: int
    last: int


def allowed_transitions() -> NDArray[np.float64]:
    """0 where tag j may follow tag i, ``FORBIDDEN`` where it may not. Shape (tags, tags)."""
    allowed = np.zeros((len(TAGS), len(TAGS)))
    for j, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            for i, before in enumerate(TAGS):
                if before[2:] != tag[2:]:
                    allowed[i, j] = FORBIDDEN
    return allowed


def best_tags(log_probabilities: NDArray[np.float32], transitions: NDArray[np.float64]) -> NDArray[np.int64]:
    """The most probable sequence of tags (Viterbi 1967).

    Args:
        log_probabilities: float (words, tags).
        transitions: float (tags, tags), added from tag i to tag j; holds ``allowed_transitions``.

    Returns:
        int64 (words,).
    """
    count = len(log_probabilities)
    best = np.zeros(count, dtype=np.int64)
    if not count:
        return best
    scores = log_probabilities[0].astype(np.float64)
    scores[[2, 4, 6]] += FORBIDDEN
    back = np.zeros((count, len(TAGS)), dtype=np.int64)
    columns = np.arange(len(TAGS))
    for word in range(1, count):
        paths = scores[:, None] + transitions
        back[word] = paths.argmax(axis=0)
        scores = paths[back[word], columns] + log_probabilities[word]
    best[-1] = scores.argmax()
    for word in range(count - 1, 0, -1):
        best[word - 1] = back[word, best[word]]
    return best


def pieces_of(tags: NDArray[np.int64], paragraphs: NDArray[np.int32]) -> list[Piece]:
    """Join words into runs of one role, in order; none goes over a paragraph's edge.

    Args:
        tags: int64 (words,), index into ``TAGS``.
        paragraphs: int32 (words,), the paragraph of each word.
    """
    pieces: list[Piece] = []
    for word in np.flatnonzero(tags).tolist():
        role, begins = (int(tags[word]) - 1) // 2, int(tags[word]) % 2 == 1
        begins = begins or (word > 0 and paragraphs[word] != paragraphs[word - 1])
        if pieces and not begins and pieces[-1].role == role and pieces[-1].last == word:
            pieces[-1] = pieces[-1]._replace(last=word + 1)
        else:
            pieces.append(Piece(role, word, word + 1))
    return pieces
