from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.words import Text


def words_of(text: str, places: frozenset[int]) -> list[str]:
    made = Text(text)
    return [text[made.starts[i] : made.ends[i]] for i in sorted(places)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"One two\nthree "four" five', ["One", "two", "four"]),  # a quotation left open ends with its line
        ("He said it's ''very bad'' or ``so so'' and left, it's", ["very", "bad", "so", "so"]),
        ("“Go,” she said. “Now.”", ["Go", "Now"]),
        ("'Go,' she said.", []),  # single marks are not to be told from apostrophes
        ("no marks", []),
    ],
)
def test_words_inside_double_quotation_marks(text: str, quoted: list[str]) -> None:
    assert words_of(text, Text(text).quoted) == quoted


def test_a_span_touches_the_words_that_it_shares_a_character_with() -> None:
    text = "alpha beta, gamma"
    made = Text(text)
    assert words_of(text, made.words([(4, 7)])) == ["alpha", "beta"]
    assert words_of(text, made.words([(5, 6)])) == []  # the blank alone
    assert words_of(text, made.words([(10, 12), (3, 3)])) == []  # the comma, and an empty span
    assert words_of(text, made.words([(0, 99)])) == ["alpha", "beta", "gamma"]


def test_quote_types() -> None:
    text = 'She called it “very bad” and left. "A'
    made = Text(text)
    types = {
        words: made.quote_type(made.words([(text.index(words), text.index(words) + len(words))]))
        for words in ("very bad", "it “very bad”", "and left")
    }
    assert types == {"very bad": "direct", "it “very bad”": "mixed", "and left": "indirect"}


@given(st.text(alphabet="ab \"“”'`\n_1.", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_words_equal_a_slow_reading_of_the_definition(text: str, start: int, end: int) -> None:
    made = Text(text)
    slow = {i for i, (a, b) in enumerate(zip(made.starts, made.ends, strict=True)) if max(a, start) < min(b, end)}
    assert made.words([(start, end)]) == slow
