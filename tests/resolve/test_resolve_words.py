"""Words, spelling, nouns and lists: the small parts that the rules are made of."""

from __future__ import annotations

import pytest

from onrecord.resolve import gazetteer, lexicon, vocabulary
from onrecord.resolve.nicknames import same_given
from onrecord.resolve.nouns import noun_kind, singular
from onrecord.resolve.spelling import plain
from onrecord.resolve.words import CAPITAL, HEADING, INITIAL, POSSESSIVE, SHOUTED, Words
from onrecord.segment import segment


@pytest.mark.parametrize(
    ("text", "form", "flags"),
    [
        ("The mayor saw Anna’s dog.", "Anna", CAPITAL | POSSESSIVE),
        ("The mayor saw the Joneses’ dog.", "Joneses", CAPITAL | POSSESSIVE),
        ("They’re late.", "They", CAPITAL | INITIAL),
        ("He lives in the U.S. now.", "U.S.", CAPITAL | SHOUTED),
        ("She met Mr. Orr.", "Mr.", CAPITAL),
        ("He said: “Bring it.”", "Bring", CAPITAL | INITIAL),
        ("O’Neil left.", "O’Neil", CAPITAL | INITIAL),
        ("Read it at example.com today.", "example.com", 0),
    ],
)
def test_a_word_and_what_its_spelling_says(text: str, form: str, flags: int) -> None:
    words = Words(segment(text))
    assert flags == words.flags[words.forms.index(form)] & ~HEADING


def test_the_words_of_a_heading_say_so() -> None:
    words = Words(segment("Harbour Chief Attacks New Plan\n\nThe chief of the harbour does not like the plan at all."))
    assert words.flags[0] & HEADING
    assert not words.flags[-1] & HEADING


@pytest.mark.parametrize(
    ("left", "right"),
    [("zelenskyy", "zelenskiy"), ("françois", "francois"), ("al-haddar", "haddar")],
)
def test_spellings_of_one_name(left: str, right: str) -> None:
    assert plain(left) == plain(right)


def test_short_names_keep_their_letters() -> None:
    assert plain("lee") != plain("le")
    assert plain("mary") != plain("mari")


@pytest.mark.parametrize(
    ("left", "right", "same"), [("w", "william", True), ("bill", "wiliam", True), ("ann", "bob", False)]
)
def test_given_names(left: str, right: str, same: bool) -> None:
    assert same_given(left, right) is same
    assert same_given(right, left) is same


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("official", "person"),
        ("officials", "group"),
        ("dentist", "person"),
        ("polls", "poll"),
        ("report", "document"),
        ("ministry", "organisation"),
        ("companies", "group"),
        ("people", "group"),
        ("bridge", None),
        ("paper", "document"),
        ("regulator", "organisation"),
    ],
)
def test_what_a_noun_stands_for(noun: str, kind: str | None) -> None:
    assert noun_kind(noun) == kind


def test_singulars() -> None:
    assert [singular(noun) for noun in ("ladies", "bosses", "analysts", "police", "men")] == [
        "lady",
        "boss",
        "analyst",
        "police",
        "man",
    ]


@pytest.mark.parametrize("module", [lexicon, vocabulary])
def test_lists_are_in_lower_case(module: object) -> None:
    lists = {name: value for name, value in vars(module).items() if isinstance(value, frozenset)}
    assert len(lists) > 15
    for name, words in lists.items():
        assert words, name
        assert all(word == word.lower() and "." not in word for word in words), name


def test_the_gazetteer_leads_from_any_name_to_the_state() -> None:
    assert gazetteer.STATES["u.k."] == gazetteer.STATES["britain"] == gazetteer.DEMONYMS["british"] == "united kingdom"
    assert gazetteer.CAPITALS["kyiv"] == gazetteer.CAPITALS["kiev"] == gazetteer.DEMONYMS["ukrainian"] == "ukraine"
    assert set(gazetteer.CAPITALS.values()) | set(gazetteer.DEMONYMS.values()) <= set(gazetteer.STATES)
