"""Naming: what the network says that a name names, beside what rules and classifier say.

One output of the same pass that finds the statements; ``training/naming.py`` tells how it learned.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.model import Encoded
from onrecord.spans import Span

LEAST = 1e-4
"""Least chance of anything, so that no single word decides."""
SHOWN = 3.0
"""Weight of chances beside their logarithms, as inputs of the classifier."""


class Naming(NamedTuple):
    """What each word of a text names.

    Attributes:
        starts, ends: Of the words, code points, in order.
        chances: float32 (words, classes), of ``onrecord.encode.model.NAMED``.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    chances: NDArray[np.float32]

    @classmethod
    def of(cls, encoded: Encoded) -> Naming | None:
        """What a network says of an article; None of one that does not tell."""
        if encoded.names is None:
            return None
        return cls.from_logits(encoded.words.starts.tolist(), encoded.words.ends.tolist(), encoded.names)

    @classmethod
    def from_logits(cls, starts: Sequence[int], ends: Sequence[int], logits: NDArray[np.floating]) -> Naming:
        """The same from a network's output, float (words, classes)."""
        powers = np.exp(logits - logits.max(axis=1, keepdims=True, initial=-np.inf))
        return cls(starts, ends, powers / powers.sum(axis=1, keepdims=True))

    def inputs(self, names: Sequence[Span]) -> list[float] | None:
        """What the classifier of what is named takes of some names of one figure.

        Args:
            names: Where they stand.

        Returns:
            The mean logarithms of the chances, about their own mean, and what chances these are; None where no name
            stands among the words that the network reads.
        """
        seen = []
        for span in names:
            first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
            if last > first:
                seen.append(np.log(self.chances[first:last] + LEAST).mean(axis=0))
        if not seen:
            return None
        logs = np.mean(seen, axis=0)
        return [*(logs - logs.mean()).tolist(), *(SHOWN * np.exp(logs)).tolist()]
