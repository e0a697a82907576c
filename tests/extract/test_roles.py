"""The best sequence of roles around an anchor, and where an anchor is."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.extract.anchors import CONTENT_ANCHOR, CUE_ANCHOR, find_anchors
from onrecord.extract.roles import best_roles

SCORES = arrays(
    np.float32, st.tuples(st.integers(1, 3), st.integers(1, 5), st.just(4)), elements=st.floats(-20, 0, width=32)
)


def value(sequence: tuple[int, ...], scores: np.ndarray, switch: float) -> float:
    return sum(float(scores[i, role]) for i, role in enumerate(sequence)) - switch * sum(
        a != b for a, b in pairwise(sequence)
    )


@settings(deadline=None)
@given(SCORES, st.sampled_from([0.0, 0.5, 3.0]))
def test_no_sequence_is_better_than_the_one_found(scores: np.ndarray, switch: float) -> None:
    for row, found in zip(scores, best_roles(scores, switch).tolist(), strict=True):
        best = max(value(sequence, row, switch) for sequence in product(range(4), repeat=len(row)))
        assert value(tuple(found), row, switch) >= best - 1e-3


def test_a_change_that_costs_more_than_it_gains_is_not_made() -> None:
    scores = np.log(np.array([[[0.9, 0.1], [0.4, 0.6], [0.9, 0.1]]], dtype=np.float32))
    assert best_roles(scores, 0.0).tolist() == [[0, 1, 0]]
    assert best_roles(scores, 1.0).tolist() == [[0, 0, 0]]


def test_an_anchor_is_a_word_above_the_threshold_with_its_likelier_kind() -> None:
    chances = np.array([[0.9, 0.1, 0.0], [0.2, 0.8, 0.0], [0.1, 0.44, 0.46]], dtype=np.float32)
    found = find_anchors(np.log(chances + 1e-9), threshold=0.4)
    assert [(anchor.word, anchor.kind) for anchor in found] == [(1, CUE_ANCHOR), (2, CONTENT_ANCHOR)]
    assert [(anchor.word, anchor.kind) for anchor in find_anchors(np.log(chances + 1e-9), 0.5)] == [(1, CUE_ANCHOR)]
