"""Pairs: an anchor and the words around it, as the network's second part is given them.

An anchor is a word by which a statement is found; ``onrecord.extract`` says which words are. The network that reads
pairs is the small second graph of a model (``training/model.py`` explains it).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.words import CLOSING, Words

REACH = 128
"""Words on each side of an anchor that are asked about. Of 2,012 statements of the readings' train split three reach
farther."""

DISTANCES, STEPS = 20, 7
"""Buckets of a distance in words; of one in paragraphs, in sentences, and in anchors between."""

CAPITALISED, CAPITALS = 1, 2
ENDS = tuple(map(ord, ".!?"))


def distance_bucket(distance: NDArray[Any]) -> NDArray[np.int64]:
    """Bucket a signed distance in words by its power of two: 0–9 for a word after its anchor, 10–19 before it."""
    size = np.minimum(np.floor(np.log2(np.abs(distance) + 1)), 9).astype(np.int64)
    bucket: NDArray[np.int64] = np.where(distance >= 0, size, size + 10)
    return bucket


def step_bucket(distance: NDArray[Any]) -> NDArray[np.int64]:
    """Bucket a signed count of steps: -3 or less is 0, none 3, 3 or more 6."""
    bucket: NDArray[np.int64] = np.clip(distance, -3, 3).astype(np.int64) + 3
    return bucket


def sentence_numbers(words: Words) -> NDArray[np.int64]:
    """Number the sentences of an article, roughly: a full stop, question or exclamation mark and a capital after it.

    Args:
        words: The article's words.

    Returns:
        int64 (words,), the sentence of each; a new paragraph is a new sentence.
    """
    if not len(words):
        return np.zeros(0, dtype=np.int64)
    letters = np.frombuffer(words.text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)[words.starts]
    ends = np.isin(letters, ENDS)
    ends[1:] |= (words.marks[1:] == CLOSING) & ends[:-1]
    shapes = words.features // 4
    begins = (shapes == CAPITALISED) | (shapes == CAPITALS) | (words.marks != 0)
    apart = words.starts[1:] > words.ends[:-1]
    new = (ends[:-1] & begins[1:] & apart) | (words.paragraphs[1:] != words.paragraphs[:-1])
    numbers: NDArray[np.int64] = np.concatenate(([0], np.cumsum(new)))
    return numbers


def anchors_between(anchors: NDArray[np.int64], rows: NDArray[np.int64], words: NDArray[np.int64]) -> NDArray[np.int64]:
    """Count the other anchors that stand between an anchor and a word.

    Args:
        anchors: int64, the words that are anchors, sorted.
        rows: int64 (rows,), some of them.
        words: int64 (rows, some), words to count up to.

    Returns:
        int64, like ``words``: the count, negative where the word stands before its anchor.
    """
    after = np.searchsorted(anchors, words) - np.searchsorted(anchors, rows + 1)[:, None]
    before = np.searchsorted(anchors, rows)[:, None] - np.searchsorted(anchors, words + 1)
    counted: NDArray[np.int64] = np.where(words > rows[:, None], after, -before)
    counted[words == rows[:, None]] = 0
    return counted


@dataclass(frozen=True, slots=True)
class Pairs:
    """What the network is given for anchors and the words around them, one row an anchor.

    Attributes:
        anchors: int64 (rows,), the anchors' words.
        words: int64 (rows, 2 · ``REACH`` + 1), the words around each; those outside of the article are its edge's.
        inside: bool, like ``words``: which are words of the article.
        buckets: int64 (4, ...), like ``words``: of the distance in words, in paragraphs, in sentences, in anchors.
    """

    anchors: NDArray[np.int64]
    words: NDArray[np.int64]
    inside: NDArray[np.bool_]
    buckets: NDArray[np.int64]

    @classmethod
    def of(
        cls,
        rows: NDArray[np.int64],
        anchors: NDArray[np.int64],
        paragraphs: NDArray[np.int32],
        sentences: NDArray[np.int64],
    ) -> Pairs:
        """Look around some anchors of an article.

        Args:
            rows: The anchors to look around.
            anchors: All of the article's, sorted.
            paragraphs: int32 (words,), the paragraph of each word.
            sentences: int64 (words,), the sentence of each word.
        """
        steps = np.arange(-REACH, REACH + 1)
        wanted = rows[:, None] + steps
        inside = (wanted >= 0) & (wanted < len(paragraphs))
        words = np.clip(wanted, 0, len(paragraphs) - 1)
        buckets = np.stack(
            [
                np.broadcast_to(distance_bucket(steps), words.shape),
                step_bucket(paragraphs[words] - paragraphs[rows][:, None]),
                step_bucket(sentences[words] - sentences[rows][:, None]),
                step_bucket(anchors_between(anchors, rows, words)),
            ]
        )
        return cls(rows, words, inside, buckets)
