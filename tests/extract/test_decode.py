"""Decoding finds the best sequence of tags, and never one that cannot be."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.extract.decode import CONTENT, CUE, SOURCE, TAGS, Piece, allowed_transitions, best_tags, pieces_of

SCORES = arrays(np.float32, st.tuples(st.integers(0, 4), st.just(7)), elements=st.floats(-20, 0, width=32))


def value(sequence: tuple[int, ...], scores: np.ndarray, transitions: np.ndarray) -> float:
    start = 0.0 if TAGS[sequence[0]][:1] != "I" else -1e4
    moves = sum(transitions[a, b] for a, b in pairwise(sequence))
    return start + moves + sum(float(scores[i, tag]) for i, tag in enumerate(sequence))


@settings(deadline=None)
@given(SCORES)
def test_no_sequence_is_better_than_the_one_found(scores: np.ndarray) -> None:
    transitions = allowed_transitions() + np.linspace(-1, 1, 49).reshape(7, 7)
    found = tuple(best_tags(scores, transitions).tolist())
    if len(scores):
        best = max(value(sequence, scores, transitions) for sequence in product(range(7), repeat=len(scores)))
        assert value(found, scores, transitions) >= best - 1e-3


@given(arrays(np.float32, st.tuples(st.integers(0, 60), st.just(7)), elements=st.floats(-20, 0, width=32)))
def test_no_role_goes_on_without_having_begun(scores: np.ndarray) -> None:
    tags = [TAGS[tag] for tag in best_tags(scores, allowed_transitions())]
    for before, tag in zip(["O", *tags], tags, strict=False):
        assert not tag.startswith("I-") or before[2:] == tag[2:]


def tags_of(*names: str) -> np.ndarray:
    return np.array([TAGS.index(name) for name in names])


def test_words_are_joined_into_pieces() -> None:
    tags = tags_of("B-source", "I-source", "B-cue", "O", "B-content", "I-content", "B-content")
    pieces = pieces_of(tags, np.zeros(7, np.int32))
    assert pieces == [Piece(SOURCE, 0, 2), Piece(CUE, 2, 3), Piece(CONTENT, 4, 6), Piece(CONTENT, 6, 7)]


def test_no_piece_goes_over_a_paragraphs_edge() -> None:
    tags = tags_of("B-content", "I-content", "I-content")
    assert pieces_of(tags, np.array([0, 0, 1], np.int32)) == [Piece(CONTENT, 0, 2), Piece(CONTENT, 2, 3)]
