"""Words are made the same in what is looked for and in what is looked in."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.store.words import lemmas, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łódź, São Paulo, Ærø, Erdoğan", "lodz sao paulo aero erdogan"),
        ("Łódź", "lodz"),  # accents as separate characters
        ("O’Brien’s boat, O'Brien's boat", "obrien boat obrien boat"),
        ("the officials’ report", "the officials report"),
        ("6,000 or 6000 of 1,250,000", "6000 or 6000 of 1250000"),
        ("in 1,2 or 3", "in 1 2 or 3"),
        ("the U.S., the US, the USA and the U.K.", "the usa the usa the usa and the uk"),
        ("told us", "told us"),
        ("J.R. Holm", "jr holm"),
        ("cease-fire", "cease fire"),
        ("£4bn (about $5bn)", "4bn about 5bn"),
        ("snake_case", "snake case"),
        ("…—“”", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert " ".join(tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The children were killed", "the child be kill"),
        ("Denied, denies, DENYING", "deny deny deny"),
        ("leaders’ talks", "leader talk"),
        ("cannot", "cannot"),
    ],
)
def test_dictionary_forms(text: str, expected: str) -> None:
    assert " ".join(lemmas(text)) == expected


@given(st.text())
def test_a_word_is_letters_and_digits_in_one_case(text: str) -> None:
    for word in tokens(text):
        assert word.isalnum()
    assert len(lemmas(text)) == len(tokens(text))


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_case_does_not_matter_but_in_the_name_of_a_country(text: str) -> None:
    assume("us" not in text.lower())
    assert tokens(text.lower()) == tokens(text)


@pytest.mark.parametrize(
    "text", ["a." * 50_000, "1," * 50_000, "1,000" * 20_000, "'" * 100_000, "a'" * 50_000, "́" * 100_000]
)
def test_long_and_hostile(text: str) -> None:
    assert len(lemmas(text)) <= len(text)
