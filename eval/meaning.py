"""Meaning: do the vectors of search by meaning put near what people find alike?

On sentences of news: pairs scored 0 to 5 by readers (Spearman's correlation of cosine and score), and paraphrases, each
of which is to be found among all others' second halves (recall). Nothing is tuned on either.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.places import data_folder
from onrecord.encode.sentences import load_sentences

SCORED, PAIRS = "same_statement/sts_news.dev.jsonl", "same_statement/msrp.dev.jsonl"
AT = (1, 5, 20)
MOST = 1500
"""Pairs of each set that are taken."""


def measure(most: int = MOST) -> dict[str, Any]:
    """Measure the model of the package.

    Args:
        most: Pairs of each set, evenly taken.
    """
    scored = _rows(data_folder() / SCORED, most)
    likeness = (_unit([row["a"] for row in scored]) * _unit([row["b"] for row in scored])).sum(axis=1)
    pairs = _rows(data_folder() / PAIRS, most)
    return {
        "model": load_sentences().digest,
        "scored pairs": len(scored),
        "spearman": round(spearman(likeness, np.array([row["score"] for row in scored], np.float64)), 4),
        "pairs": len(pairs),
        **recall(_unit([r["a"] for r in pairs]), _unit([r["b"] for r in pairs]), [r["label"] == 1 for r in pairs]),
    }


def spearman(left: NDArray[Any], right: NDArray[Any]) -> float:
    """Correlation of two rows of numbers by rank; equal ones share their ranks' mean."""
    return float(np.corrcoef(_ranks(left), _ranks(right))[0, 1])


def recall(left: NDArray[np.float32], right: NDArray[np.float32], same: Sequence[bool]) -> dict[str, float]:
    """How often the other half of a paraphrase is among the first so many of all second halves.

    Args:
        left: float32 (pairs, size), unit vectors.
        right: The same of the second halves.
        same: Which pairs are paraphrases.
    """
    asked = np.flatnonzero(same)
    likeness = left[asked] @ right.T
    before = (likeness > likeness[np.arange(len(asked)), asked][:, None]).sum(axis=1)
    return {f"recall at {k}": round(float((before < k).mean()), 4) for k in AT}


def _ranks(values: NDArray[Any]) -> NDArray[np.float64]:
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks: NDArray[np.float64] = (np.cumsum(counts) - (counts - 1) / 2)[places]
    return ranks


def _unit(texts: list[str]) -> NDArray[np.float32]:
    rows = load_sentences().vectors(texts).astype(np.float32)
    unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def _rows(path: Path, most: int) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return rows[:: max(1, len(rows) // most)][:most]
