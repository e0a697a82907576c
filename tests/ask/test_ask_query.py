"""A question is words, whatever characters are in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ask.query import MOST_WORDS, names_of, phrases_of
from onrecord.errors import EmptyQuery


def written(words: str) -> str:
    """The phrases of a question, one beside the other."""
    return " | ".join(" ".join(phrase) for phrase in phrases_of(words))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ferry closures", "ferry | closure"),
        ("ferry ferries Ferry", "ferry"),
        ("a ceasefire in Gaza", "ceasefire | gaza"),
        ("the", "the"),
        ("of the", "of | the"),
        ('"through the winter"', "through the winter"),
        ("“through the winters” ferry", "through the winter | ferry"),
        ('ferry "two boats" pier "old quay"', "two boat | old quay | ferry | pier"),
        ('ferry "two boats', "ferry | two | boat"),
        ('"" ferry', "ferry"),
        ("cease-fire", "cease fire"),
        ("to-do", "to do"),
        ("U.S. sanctions", "usa | sanction"),
        ("NEAR(ferry, 2) AND col:pier* OR ^x NOT -y", "near ferry | 2 | col pier | x | not | y"),
        ("'; DROP TABLE statements; --", "drop | table | statement"),
    ],
)
def test_phrases(words: str, expected: str) -> None:
    assert written(words) == expected


@pytest.mark.parametrize("words", ["", "  ", '"', '""', "!?", "“ ”", "* - ^", "\0", "\ud800"])
def test_without_a_word_it_is_no_question(words: str) -> None:
    with pytest.raises(EmptyQuery, match="there is no word to look for"):
        phrases_of(words)
    with pytest.raises(EmptyQuery, match="there is no name to look for"):
        names_of(words)


def test_a_name_is_folded_but_not_lemmatised() -> None:
    assert names_of("John MASTERS’ Łódź john") == ("john", "masters", "lodz")


@pytest.mark.parametrize("words", ["word " * 50_000, "a-" * 50_000, '"' * 100_000, '" x ' * 25_000, "é" * 100_000])
def test_a_pasted_book_is_cut_short(words: str) -> None:
    phrases = phrases_of(words) if any(map(str.isalnum, words)) else ()
    assert len(phrases) <= MOST_WORDS
    assert all(len(phrase) <= MOST_WORDS for phrase in phrases)


@given(st.text())
def test_a_question_is_phrases_of_words_or_an_error(words: str) -> None:
    try:
        phrases = phrases_of(words)
    except EmptyQuery:
        return
    assert phrases
    assert all(word.isalnum() for phrase in phrases for word in phrase)
