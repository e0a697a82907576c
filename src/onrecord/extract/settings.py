"""Settings: what a model's folder says about decoding its outputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.extract.decode import allowed_transitions
from onrecord.extract.links import LinkBiases


@dataclass(frozen=True, slots=True)
class Settings:
    """Decoding settings of one model.

    Attributes:
        transitions: float (tags, tags): what may follow what, and how much is added for it.
        biases: Link biases.
        statement, source: Logistic weights of the two confidences, the constant last.
    """

    transitions: NDArray[np.float64]
    biases: LinkBiases
    statement: NDArray[np.float64]
    source: NDArray[np.float64]

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Settings:
        """Read them from the contents of ``model.json``."""
        prior = np.array(values["transitions"]) * values["transition_weight"]
        biases = LinkBiases(np.array(values["distance_bias"]), np.array(values["paragraph_bias"]))
        confidence = values["confidence"]
        return cls(
            allowed_transitions() + prior, biases, np.array(confidence["statement"]), np.array(confidence["source"])
        )
