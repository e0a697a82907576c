"""Acts: how likely the network holds each kind of speech act, from a statement's anchor and its content."""

from __future__ import annotations

import numpy as np

from onrecord.encode.model import Encoded
from onrecord.extract.attribution import Attribution
from onrecord.extract.statements import Draft


def act_chances(encoded: Encoded, draft: Draft) -> tuple[float, ...]:
    """Give each of ``onrecord.types.ACTS`` its probability.

    Args:
        encoded: The article's words with the network's outputs.
        draft: The statement.
    """
    words = [word for first, last in draft.content for word in range(first, last)]
    return chances_at(encoded, draft.part.anchor.word, words)


def quoted_act_chances(encoded: Encoded, attribution: Attribution) -> tuple[float, ...]:
    """The same for what was found by its marks alone, without a cue.

    Args:
        encoded: The article's words with the network's outputs.
        attribution: The statement.
    """
    words = [word for span in attribution.content for word in encoded.words.touching(span)]
    return chances_at(encoded, words[0], words) if words else ()


def chances_at(encoded: Encoded, anchor: int, content: list[int]) -> tuple[float, ...]:
    """Give each of ``onrecord.types.ACTS`` its probability, for a statement whose words are known.

    Args:
        encoded: The article's words with the network's outputs.
        anchor: The last word of the cue's first piece; of a statement without a cue the content's first word.
        content: The content's words; at least one.
    """
    scores = encoded.acts[anchor] + encoded.content_acts[content].sum(axis=0) / np.float32(len(content))
    chances = np.exp(scores - scores.max())
    return tuple((chances / chances.sum()).tolist())
