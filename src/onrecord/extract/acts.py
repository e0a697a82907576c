"""Acts: how likely the network holds each kind of speech act, from a statement's anchor and its content."""

from __future__ import annotations

import numpy as np

from onrecord.encode.model import Encoded
from onrecord.extract.statements import Draft


def act_chances(encoded: Encoded, draft: Draft) -> tuple[float, ...]:
    """Give each of ``onrecord.types.ACTS`` its probability.

    Args:
        encoded: The article's words with the network's outputs.
        draft: The statement.
    """
    words = [word for first, last in draft.content for word in range(first, last)]
    scores = encoded.acts[draft.part.anchor.word] + encoded.content_acts[words].mean(axis=0)
    chances = np.exp(scores - scores.max())
    return tuple((chances / chances.sum()).tolist())
