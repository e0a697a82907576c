"""What the network is told of an anchor and the words around it."""

import re

import numpy as np

from onrecord.encode.pairs import REACH, Pairs, anchors_between, sentence_numbers
from onrecord.encode.words import Words, find_words
from onrecord.segment.quotes import find_quotations
from onrecord.spans import Span


def words_of(text: str) -> Words:
    paragraphs = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    return find_words(text, paragraphs, find_quotations(text, paragraphs))


def sentences(text: str) -> list[str]:
    words = words_of(text)
    numbers = sentence_numbers(words)
    return [
        " ".join(text[a:b] for a, b, n in zip(words.starts, words.ends, numbers, strict=True) if n == number)
        for number in dict.fromkeys(numbers.tolist())
    ]


def test_a_sentence_ends_at_a_stop_with_a_capital_after_it() -> None:
    assert sentences("It rained. We left at 3.15 on foot.") == ["It rained .", "We left at 3 . 15 on foot ."]


def test_a_stop_in_quotation_marks_ends_a_sentence_too() -> None:
    assert sentences("“It rained.” She left.") == ["“ It rained . ”", "She left ."]


def test_a_paragraph_is_a_sentence_whatever_it_ends_with() -> None:
    assert sentences("A headline\nthen text") == ["A headline", "then text"]


def test_anchors_between_are_counted_on_both_sides() -> None:
    anchors = np.array([2, 5, 9])
    words = np.array([[0, 2, 4, 5, 6, 9, 11]])
    assert anchors_between(anchors, np.array([5]), words).tolist() == [[-1, 0, 0, 0, 0, 0, 1]]


def test_words_outside_of_the_article_are_marked() -> None:
    paragraphs, numbers = np.zeros(4, np.int32), np.zeros(4, np.int64)
    pairs = Pairs.of(np.array([1]), np.array([1]), paragraphs, numbers)
    assert pairs.words[0][pairs.inside[0]].tolist() == [0, 1, 2, 3]
    assert pairs.words.shape == (1, 2 * REACH + 1)
    assert pairs.words.min() == 0
    assert pairs.words.max() == 3


def test_no_words_no_sentences() -> None:
    assert sentence_numbers(words_of("")).tolist() == []
