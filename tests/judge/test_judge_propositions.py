"""Cutting sentences into propositions: whatever the words, every one of them has at most one place."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.judge.propositions import propositions

WORDS = (
    *("that", "and", "of", "but", "may", "'s", "nor", ",", ";", "(", ")", "if", "so", "yet", "he", "the", "ship"),
    *("sank", "will", "not", "is", "rising", "while", "no", "such", "quickly", "3"),
)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_parts_are_in_order_and_inside_the_sentence(lows: list[str]) -> None:
    parts = propositions(lows)
    assert parts
    assert all(0 <= first < len(lows) and last < len(lows) for first, last in parts)
    assert all(left[1] < right[0] for left, right in pairwise(parts))


def test_that_may_be_the_last_word() -> None:
    assert propositions(["we", "are", "proud", "of", "that"]) == [(0, 4)]
