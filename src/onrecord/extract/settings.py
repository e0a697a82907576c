"""Settings: what a model's folder says about decoding its outputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.extract.roles import RoleScorer


@dataclass(frozen=True, slots=True)
class Settings:
    """Decoding settings of one model.

    Attributes:
        threshold: Probability above which a word is an anchor.
        scorer: The role scorer.
        statement, source: Logistic weights of the two confidences, the constant last.
    """

    threshold: float
    scorer: RoleScorer
    statement: NDArray[np.float64]
    source: NDArray[np.float64]

    @classmethod
    def of(cls, values: Mapping[str, Any], scorer: RoleScorer) -> Settings:
        """Read them from the contents of ``model.json``.

        Args:
            values: The contents.
            scorer: The second part of the same model.
        """
        confidence = values["confidence"]
        return cls(
            float(values["threshold"]),
            scorer,
            np.array(confidence["statement"]),
            np.array(confidence["source"]),
        )
