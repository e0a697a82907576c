"""Links: which cue a source or content word belongs to, from the encoder's queries and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.model import Encoded
from onrecord.extract.decode import CUE, Piece

REACH = 300
"""Words from which a cue is out of reach: in training a word saw the cues of its own window, 384 pieces."""


def distance_bucket(distance: NDArray[Any]) -> NDArray[np.int64]:
    """Bucket a signed distance in words by its power of two: 0–9 for a word after its cue, 10–19 before it."""
    size = np.minimum(np.floor(np.log2(np.abs(distance) + 1)), 9).astype(np.int64)
    bucket: NDArray[np.int64] = np.where(distance >= 0, size, size + 10)
    return bucket


def paragraph_bucket(distance: NDArray[Any]) -> NDArray[np.int64]:
    """Bucket a signed distance in paragraphs: -3 or less is 0, the same one 3, 3 or more 6."""
    bucket: NDArray[np.int64] = np.clip(distance, -3, 3).astype(np.int64) + 3
    return bucket


@dataclass(frozen=True, slots=True)
class LinkBiases:
    """What the network learned to add for a distance in words (20 buckets) and in paragraphs (7 buckets)."""

    distance: NDArray[np.float64]
    paragraph: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Linked:
    """Pieces with the cue that each belongs to.

    Attributes:
        root: For each piece, the number of the cue piece that leads its statement; -1 where no cue is in reach.
        share: For each piece, the probability that it belongs there, mean over its words; 0 where there is no cue.
    """

    root: tuple[int, ...]
    share: tuple[float, ...]


def link_pieces(encoded: Encoded, pieces: Sequence[Piece], biases: LinkBiases) -> Linked:
    """Link every piece to the cue that leads its statement.

    A cue of several pieces is led by one of them; a source or content goes to the cue that its words together give
    the most probability.

    Args:
        encoded: The article's words with queries and keys.
        pieces: Its pieces, in order.
        biases: Of the same model.

    Returns:
        One root and one share a piece.
    """
    cues = [number for number, piece in enumerate(pieces) if piece.role == CUE]
    if not cues:
        return Linked((-1,) * len(pieces), (0.0,) * len(pieces))
    heads = np.array([pieces[cue].first for cue in cues])
    words = np.concatenate([np.arange(piece.first, piece.last) for piece in pieces])
    chance = _link_probabilities(encoded, words, heads, biases)
    begins = np.cumsum([0] + [piece.last - piece.first for piece in pieces])
    leader = _leaders(cues, chance[begins[cues]])
    together = np.zeros((len(cues), len(cues)))  # column of a cue → column of the cue that leads it
    together[np.arange(len(cues)), leader] = 1.0
    roots, shares = [], []
    for number, (begin, end) in enumerate(pairwise(begins)):
        if pieces[number].role == CUE:
            best = leader[cues.index(number)]
            sums = chance[begin] @ together
        else:
            sums = chance[begin:end].mean(axis=0) @ together
            best = int(sums.argmax())
        roots.append(cues[best] if sums[best] > 0 else -1)
        shares.append(float(sums[best]))
    return Linked(tuple(roots), tuple(shares))


def _link_probabilities(
    encoded: Encoded, words: NDArray[np.int64], heads: NDArray[np.int64], biases: LinkBiases
) -> NDArray[np.float64]:
    """Probability of each cue (column) for each word (row), over the cues in reach; a row of zeros where none is."""
    paragraphs = encoded.words.paragraphs
    away = words[:, None] - heads[None]
    scores = encoded.queries[words] @ encoded.keys[heads].T
    scores = scores + biases.distance[distance_bucket(away)]
    scores = scores + biases.paragraph[paragraph_bucket(paragraphs[words][:, None] - paragraphs[heads][None])]
    near = np.abs(away) <= REACH
    scores = np.where(near, scores, -np.inf)
    top = np.where(near.any(axis=1), scores.max(axis=1), 0.0)[:, None]
    weights = np.exp(scores - top)
    result: NDArray[np.float64] = weights / np.maximum(weights.sum(axis=1, keepdims=True), 1e-300)
    return result


def _leaders(cues: Sequence[int], chance: NDArray[np.float64]) -> list[int]:
    """Which cue leads each cue: follow each one's best link until a cue that leads itself, or a circle closes."""
    best = chance.argmax(axis=1).tolist()
    leaders = []
    for cue in range(len(cues)):
        seen: list[int] = []
        while cue not in seen:
            seen.append(cue)
            cue = best[cue]
        leaders.append(min(seen[seen.index(cue) :]))  # the circle's first; a cue that leads itself is one of one
    return leaders
