"""Links: which cue a source or content word belongs to, from the encoder's queries and keys."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def distance_bucket(distance: NDArray[Any]) -> NDArray[np.int64]:
    """Bucket a signed distance in words by its power of two: 0–9 for a word after its cue, 10–19 before it."""
    size = np.minimum(np.floor(np.log2(np.abs(distance) + 1)), 9).astype(np.int64)
    bucket: NDArray[np.int64] = np.where(distance >= 0, size, size + 10)
    return bucket


def paragraph_bucket(distance: NDArray[Any]) -> NDArray[np.int64]:
    """Bucket a signed distance in paragraphs: -3 or less is 0, the same one 3, 3 or more 6."""
    bucket: NDArray[np.int64] = np.clip(distance, -3, 3).astype(np.int64) + 3
    return bucket
