"""The measures of search by meaning, on numbers that can be counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from eval.meaning import recall, spearman


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([1, 2, 3, 4], [10, 20, 30, 40], 1.0),
        ([1, 2, 3, 4], [4, 3, 2, 1], -1.0),
        ([1, 1, 2], [1, 2, 3], 0.866),
        ([1, 9, 2, 3], [1, 2, 3, 4], 0.4),
    ],
)
def test_correlation_by_rank(left: list[int], right: list[int], expected: float) -> None:
    assert spearman(np.array(left), np.array(right)) == pytest.approx(expected, abs=1e-3)


def test_recall_counts_paraphrases_alone() -> None:
    left = np.eye(3, dtype=np.float32)
    right = np.array([[1, 0, 0], [0, 0.2, 0], [0, 0.9, 0]], np.float32)
    assert recall(left, right, [True, True, False]) == {"recall at 1": 0.5, "recall at 5": 1.0, "recall at 20": 1.0}
