"""Words and what the encoder is told of each."""

from onrecord.encode.words import CLOSING, OPENING, find_words
from onrecord.segment.quotes import find_quotations
from onrecord.spans import Span


def words_of(text: str):
    paragraphs = [Span(0, len(text))]
    return find_words(text, paragraphs, find_quotations(text, paragraphs))


def test_a_word_knows_its_case() -> None:
    words = words_of("the Mayor of NATO’s iPhone A 5th 中")
    shapes = {words.text[s:e]: int(f) // 4 for s, e, f in zip(words.starts, words.ends, words.features, strict=True)}
    assert shapes == {"the": 0, "Mayor": 1, "of": 0, "NATO": 2, "’": 0, "s": 0, "iPhone": 3, "A": 1, "5th": 0, "中": 3}


def test_a_word_knows_whether_it_is_quoted() -> None:
    words = words_of("“Not now,” she said.")
    quoted = [words.text[s:e] for s, e, f in zip(words.starts, words.ends, words.features, strict=True) if f // 2 % 2]
    assert quoted == ["“", "Not", "now", ",", "”"]


def test_marks_open_and_close() -> None:
    words = words_of("“Not now,” she said.")
    assert [int(m) for m in words.marks] == [OPENING, 0, 0, 0, CLOSING, 0, 0, 0]


def test_only_the_first_word_of_a_paragraph_starts_it() -> None:
    text = "One two\nthree four"
    words = find_words(text, [Span(0, 7), Span(8, 18)], [])
    assert [int(f) % 2 for f in words.features] == [1, 0, 1, 0]
    assert words.paragraphs.tolist() == [0, 0, 1, 1]


def test_the_words_that_a_span_touches() -> None:
    words = words_of("Ann Lee said no.")
    assert list(words.touching(Span(4, 12))) == [1, 2]
    assert list(words.touching(Span(5, 6))) == [1]
    assert list(words.touching(Span(3, 4))) == []  # the space between


def test_a_span_of_words_is_sliced_from_the_text() -> None:
    words = words_of("Ann Lee said no.")
    assert words.span(0, 2).of(words.text) == "Ann Lee"
