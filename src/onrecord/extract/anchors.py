"""Anchors: the words that statements are found by, one a statement.

A statement with a cue is found by the last word of its cue's first piece ("has not *said*"), for annotators agree on
the verb more than on where a cue begins; a quotation or continuation without a cue by the first word of its content.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ANCHORS = ("none", "cue", "content")
"""What kind of anchor a word is. The order of the network's outputs."""

CUE_ANCHOR, CONTENT_ANCHOR = 1, 2


class Anchor(NamedTuple):
    """A word by which the network finds a statement.

    Attributes:
        word: Its number.
        kind: ``CUE_ANCHOR`` or ``CONTENT_ANCHOR``.
        chance: Probability of that kind, 0 to 1.
    """

    word: int
    kind: int
    chance: float


def find_anchors(log_probabilities: NDArray[np.float32], threshold: float) -> list[Anchor]:
    """Find the anchors of an article.

    Args:
        log_probabilities: float32 (words, 3), of ``ANCHORS``.
        threshold: Probability above which a word is an anchor.

    Returns:
        Anchors in the order of their words.
    """
    chances = np.exp(log_probabilities)
    words, kinds = np.nonzero(chances[:, 1:] > threshold)
    best: dict[int, Anchor] = {}
    for word, kind in zip(words.tolist(), (kinds + 1).tolist(), strict=True):
        anchor = Anchor(word, kind, float(chances[word, kind]))
        if word not in best or best[word].chance < anchor.chance:
            best[word] = anchor
    return list(best.values())
