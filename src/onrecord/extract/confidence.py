"""Confidence: how likely it is that a statement is one, and that its source is its own.

Logistic regressions on what the network gave, fitted by ``training/calibrate.py`` on the articles of train that were
kept out of training. Content IoU of one half counts as found, as in the scorers.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.model import Encoded
from onrecord.extract.decode import Piece
from onrecord.extract.links import Linked
from onrecord.extract.settings import Settings
from onrecord.extract.statements import Draft, tag_probability


def statement_features(encoded: Encoded, pieces: Sequence[Piece], linked: Linked, draft: Draft) -> NDArray[np.float64]:
    """Probability of the content's tags, of the cue's, of the content's link; whether there is a cue; the constant."""
    content, cue = [pieces[n] for n in draft.content], [pieces[n] for n in draft.cue]
    share = min(linked.share[n] for n in draft.content) if cue else 0.0
    return np.array(
        [tag_probability(encoded.tags, content), tag_probability(encoded.tags, cue), share, float(bool(cue)), 1.0]
    )


def source_features(encoded: Encoded, pieces: Sequence[Piece], linked: Linked, draft: Draft) -> NDArray[np.float64]:
    """Probability of the source's tags and of its link, 0 where it was inferred; whether it was not; the constant."""
    source = [pieces[n] for n in draft.source]
    share = min((linked.share[n] for n in draft.source), default=0.0)
    return np.array([tag_probability(encoded.tags, source), share, float(bool(source)), 1.0])


def statement_confidence(
    encoded: Encoded, pieces: Sequence[Piece], linked: Linked, draft: Draft, settings: Settings
) -> float:
    """That the draft is a statement with about this content, 0 to 1."""
    return _logistic(statement_features(encoded, pieces, linked, draft), settings.statement)


def source_confidence(
    encoded: Encoded, pieces: Sequence[Piece], linked: Linked, draft: Draft, settings: Settings
) -> float:
    """That the source is the statement's, given that the statement is one, 0 to 1."""
    return _logistic(source_features(encoded, pieces, linked, draft), settings.source)


def _logistic(features: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    return round(float(1.0 / (1.0 + np.exp(-(features @ weights)))), 4)
