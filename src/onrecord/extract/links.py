"""Links: which cue a source or content word belongs to, from the encoder's queries and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
    the most probability. Only the cues in reach of a piece are looked at, so that time is linear in the length.

    Args:
        encoded: The article's words with queries and keys.
        pieces: Its pieces, in order.
        biases: Of the same model.

    Returns:
        One root and one share a piece.
    """
    cues = [number for number, piece in enumerate(pieces) if piece.role == CUE]
    heads = np.array([pieces[cue].first for cue in cues], dtype=np.int64)
    near = [_in_reach(heads, piece) for piece in pieces]
    chances = [
        _link_probabilities(encoded, piece, heads[low:high], biases)
        for piece, (low, high) in zip(pieces, near, strict=True)
    ]
    best = [near[cue][0] + int(chances[cue][0].argmax()) for cue in cues]
    leader = np.array(_leaders(best), dtype=np.int64)
    place = {cue: number for number, cue in enumerate(cues)}
    roots, shares = [], []
    for number, (low, high) in enumerate(near):
        if low == high:
            roots.append(-1)
            shares.append(0.0)
            continue
        first = int(leader[low:high].min())
        cue = place.get(number)
        words = chances[number].mean(axis=0) if cue is None else chances[number][0]
        together = np.bincount(leader[low:high] - first, weights=words)
        chosen = int(together.argmax()) if cue is None else int(leader[cue]) - first
        roots.append(cues[first + chosen])
        shares.append(float(together[chosen]))
    return Linked(tuple(roots), tuple(shares))


def _in_reach(heads: NDArray[np.int64], piece: Piece) -> tuple[int, int]:
    """The cues whose first word is in reach of a piece, half-open."""
    low, high = np.searchsorted(heads, (piece.first - REACH, piece.last + REACH))
    return int(low), int(high)


def _link_probabilities(
    encoded: Encoded, piece: Piece, heads: NDArray[np.int64], biases: LinkBiases
) -> NDArray[np.float64]:
    """Probability of each cue (column) for each word of a piece (row)."""
    words = np.arange(piece.first, piece.last)
    paragraphs = encoded.words.paragraphs
    scores = encoded.queries[words] @ encoded.keys[heads].T
    scores = scores + biases.distance[distance_bucket(words[:, None] - heads[None])]
    scores = scores + biases.paragraph[paragraph_bucket(paragraphs[words][:, None] - paragraphs[heads][None])]
    if not len(heads):
        return scores
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: NDArray[np.float64] = weights / weights.sum(axis=1, keepdims=True)
    return result


def _leaders(best: Sequence[int]) -> list[int]:
    """Which cue leads each cue: follow each one's best link until a cue that leads itself, or a circle closes."""
    leaders = []
    for cue in range(len(best)):
        seen: list[int] = []
        while cue not in seen:
            seen.append(cue)
            cue = best[cue]
        leaders.append(min(seen[seen.index(cue) :]))  # the circle's first; a cue that leads itself is one of one
    return leaders
