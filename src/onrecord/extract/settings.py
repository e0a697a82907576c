"""Settings: what a model's folder says about decoding its outputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
    statement: tuple[float, ...]
    source: tuple[float, ...]

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
            tuple(map(float, confidence["statement"])),
            tuple(map(float, confidence["source"])),
        )
