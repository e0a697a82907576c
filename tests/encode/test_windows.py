"""Windows partition a document's words, none is too long, and every labelled word has its pieces."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.encode.windows import LONGEST, OVERLAP, Specials, cut_pieces, cut_windows, window_inputs
from onrecord.encode.wordpiece import WordPiece
from onrecord.encode.words import find_words
from onrecord.segment.quotes import find_quotations
from onrecord.spans import Span

SPECIALS = Specials(start=0, separator=1, opening=2, closing=3)
WORDPIECE = WordPiece(["[CLS]", "[SEP]", "“", "”", "[UNK]", "a", "##b", "."])


def lay(paragraph_lengths: list[int], shift: int = 0):
    text, paragraphs = "", []
    for length in paragraph_lengths:
        paragraph = " ".join(["ab"] * length) + "."
        paragraphs.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    words = find_words(text, paragraphs, find_quotations(text, paragraphs))
    pieces = cut_pieces(words, WORDPIECE, SPECIALS)
    return words, pieces, cut_windows(pieces, words, shift)


PARAGRAPHS = st.lists(st.integers(1, 400), min_size=1, max_size=12)


@given(PARAGRAPHS, st.integers(0, 200))
def test_labelled_parts_partition_the_words(lengths: list[int], shift: int) -> None:
    words, _, windows = lay(lengths, shift)
    labelled = [word for window in windows for word in range(window.label_first, window.label_last)]
    assert labelled == list(range(len(words)))


@given(PARAGRAPHS, st.integers(0, 200))
def test_no_window_is_longer_than_the_network_was_trained_on(lengths: list[int], shift: int) -> None:
    _, pieces, windows = lay(lengths, shift)
    assert all(len(window_inputs(pieces, window, SPECIALS)[0]) <= LONGEST for window in windows)


@given(PARAGRAPHS)
def test_a_labelled_word_is_read_in_its_paragraph_or_with_context(lengths: list[int]) -> None:
    words, pieces, windows = lay(lengths)
    starts = {0, len(words), *np.flatnonzero(np.diff(words.paragraphs)) + 1}
    for window in windows:
        before = pieces.begins[window.label_first] - pieces.begins[window.first]
        after = pieces.ends[window.last - 1] - pieces.ends[window.label_last - 1]
        assert before >= OVERLAP // 8 or window.first in starts
        assert after >= OVERLAP // 8 or window.last in starts


def test_a_short_document_is_one_window() -> None:
    words, _, windows = lay([100, 50])
    assert windows == [(0, len(words), 0, len(words))]


def test_no_words_no_windows() -> None:
    words = find_words("", [], [])
    assert cut_windows(cut_pieces(words, WORDPIECE, SPECIALS), words) == []


def test_a_window_has_its_words_pieces_in_place() -> None:
    words, pieces, windows = lay([3, 2])
    ids, features, places = window_inputs(pieces, windows[0], SPECIALS)
    assert ids.tolist() == [0, 5, 6, 5, 6, 5, 6, 7, 1, 5, 6, 5, 6, 7, 1]
    assert ids[places].tolist() == [5, 5, 5, 7, 5, 5, 7]
    assert np.flatnonzero(features == 0).tolist() == [0, 8, 14]  # special pieces have no feature
    assert len(places) == len(words)


def test_quotation_marks_of_every_style_look_alike_to_the_network() -> None:
    rows = []
    for text in ("“ab” ab", '"ab" ab', "«ab» ab", "‘ab’ ab"):
        paragraphs = [Span(0, len(text))]
        words = find_words(text, paragraphs, find_quotations(text, paragraphs))
        rows.append((cut_pieces(words, WORDPIECE, SPECIALS).ids.tolist(), words.features.tolist()))
    assert rows == [rows[0]] * 4
    assert rows[0][0] == [2, 5, 6, 3, 5, 6]
