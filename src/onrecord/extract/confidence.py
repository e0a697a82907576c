"""Confidence: how likely it is that a statement is one, and that its source is its own.

Logistic regressions on what the network gave, fitted by ``training/calibrate.py`` on predictions for articles that
the network was not trained on. Content IoU of one half counts as found, as in the scorers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from onrecord.extract.roles import CONTENT, CUE, SOURCE
from onrecord.extract.settings import Settings
from onrecord.extract.statements import Draft


def statement_features(draft: Draft) -> tuple[float, ...]:
    """Probability of the anchor, mean of the content's words and of the cue's; whether there is a cue; the constant."""
    part = draft.part
    has_cue = bool(draft.cue)
    return part.anchor.chance, part.certainty(CONTENT), part.certainty(CUE) if has_cue else 0.0, float(has_cue), 1.0


def source_features(draft: Draft) -> tuple[float, ...]:
    """Mean probability of the source's words, 0 where it was inferred; whether it was not; the constant."""
    own = bool(draft.source)
    return draft.part.certainty(SOURCE) if own else 0.0, float(own), 1.0


def statement_confidence(draft: Draft, settings: Settings) -> float:
    """That the draft is a statement with about this content, 0 to 1."""
    return _logistic(statement_features(draft), settings.statement)


def source_confidence(draft: Draft, settings: Settings) -> float:
    """That the source is the statement's, given that the statement is one, 0 to 1."""
    return _logistic(source_features(draft), settings.source)


def _logistic(features: Sequence[float], weights: Sequence[float]) -> float:
    score = sum(value * weight for value, weight in zip(features, weights, strict=True))
    return round(1.0 / (1.0 + math.exp(-score)), 4)
