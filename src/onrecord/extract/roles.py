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

HEDGE = 4
"""Place of the log-odds of hedging behind the roles."""

TOGETHER = 32
"""Anchors that are scored at once, so that the scorer's memory does not grow with the article."""


class RoleScorer(Protocol):
    """The network's second part."""

    def __call__(self, encoded: Encoded, pairs: Pairs) -> NDArray[np.float32]:
        """Score roles: float32 (rows, words, 4) logits, and 5th the log-odds of hedging where the model tells them."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one anchor's words are.

    Attributes:
        anchor: The anchor.
        first: Number of the first word that was asked about.
        roles: int8 (words,), the likeliest role of each.
        chances: float32 (words,), the probability of that role.
        source: float32 (words,), the probability of being the source.
        hedges: float32 (words,), the probability of hedging the statement; None of a model that does not tell.
    """

    anchor: Anchor
    first: int
    roles: NDArray[np.int8]
    chances: NDArray[np.float32]
    source: NDArray[np.float32]
    hedges: NDArray[np.float32] | None = None

    def words(self, role: int) -> list[int]:
        """The numbers of the words that have a role."""
        numbers: list[int] = (self.first + np.flatnonzero(self.roles == role)).tolist()
        return numbers

    def mass(self, first: int, last: int) -> float:
        """Summed probability of being the source, of the words from ``first`` up to ``last``."""
        return float(self.source[first - self.first : last - self.first].sum())

    def certainty(self, role: int) -> float:
        """Mean probability of a role over the words that have it; 0 where none has."""
        chosen = self.chances[self.roles == role]
        return float(chosen.mean()) if len(chosen) else 0.0


def read_roles(encoded: Encoded, anchors: Sequence[Anchor], scorer: RoleScorer) -> Iterator[Part]:
    """Find the words of each anchor's statement.

    Each word has its likeliest role by itself: a price on changing from one role to the next, as a Viterbi search would
    put it, only harmed (``training/LOG.md``), for the scorer's convolutions have seen the neighbours.

    Args:
        encoded: The article's words with the network's outputs.
        anchors: Its anchors, in order.
        scorer: The second part of the same model.

    Yields:
        One part an anchor, in their order. Time is linear in the anchors.
    """
    places = np.array([anchor.word for anchor in anchors], dtype=np.int64)
    paragraphs, sentences = encoded.words.paragraphs, sentence_numbers(encoded.words)
    for begin in range(0, len(anchors), TOGETHER):
        pairs = Pairs.of(places[begin : begin + TOGETHER], places, paragraphs, sentences)
        # role by role: numpy is quick along many words, not along four roles
        scores = np.ascontiguousarray(scorer(encoded, pairs).transpose(2, 0, 1))
        hedges = 1 / (1 + np.exp(-scores[HEDGE])) if len(scores) > HEDGE else None
        scores = scores[:HEDGE]
        powers = np.exp(scores - scores.max(axis=0))
        powers /= powers.sum(axis=0)
        roles, likeliest = powers.argmax(axis=0).astype(np.int8), powers.max(axis=0)
        lows = pairs.inside.argmax(axis=1).tolist()
        highs = (lows + pairs.inside.sum(axis=1)).tolist()
        for row, (anchor, low, high) in enumerate(zip(anchors[begin:], lows, highs, strict=False)):
            first = anchor.word - REACH + low
            hedging = None if hedges is None else hedges[row, low:high]
            yield Part(
                anchor, first, roles[row, low:high], likeliest[row, low:high], powers[SOURCE, row, low:high], hedging
            )
