"""Augmentation changes how an article is printed; its statements still name the same words."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.augment import CHANGES, Change, Statement, augment, british_order, change_case, put_noise_in, swap_marks

TEXT = "“The quay is closed,” Ann Lee said. “It leaks.”\n\nMr Roe denied “any” fault, and argued that it rained."


def statement(**roles: str) -> Statement:
    spans = {role: [[TEXT.index(words), TEXT.index(words) + len(words)]] for role, words in roles.items()}
    return {"source": [], "cue": [], "content": [], **spans}


STATEMENTS = [
    statement(source="Ann Lee", cue="said", content="“The quay is closed,”"),
    statement(source="Mr Roe", cue="denied", content="“any” fault"),
    statement(source="Mr Roe", cue="argued", content="that it rained"),
]


def letters(text: str, found: Statement) -> list[str]:
    words = [text[start:end] for role in ("source", "cue", "content") for start, end in found[role]]
    return [re.sub(r"\W", "", word).casefold() for word in words]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@given(seed=st.integers(0, 200))
def test_statements_keep_their_words(change: Change, seed: int) -> None:
    text, moved = change(TEXT, STATEMENTS, Random(seed))
    assert [letters(text, s) for s in moved] == [letters(TEXT, s) for s in STATEMENTS]


def test_the_same_seed_gives_the_same_article() -> None:
    assert augment(TEXT, STATEMENTS, Random(7)) == augment(TEXT, STATEMENTS, Random(7))


def test_most_articles_are_left_as_printed() -> None:
    changed = sum(augment(TEXT, STATEMENTS, Random(seed))[0] != TEXT for seed in range(300))
    assert 60 < changed < 120


def test_british_order_turns_a_name_not_a_pronoun() -> None:
    text, (first, *_) = british_order(TEXT, STATEMENTS, Random(1))
    assert "closed,” said Ann Lee." in text
    assert [text[start:end] for start, end in first["source"] + first["cue"]] == ["Ann Lee", "said"]
    for other in ("she", "I"):
        text = f"“The quay is closed,” {other} said."
        said = {"source": [[22, 22 + len(other)]], "cue": [[23 + len(other), 27 + len(other)]], "content": [[0, 21]]}
        assert british_order(text, [said], Random(1)) == (text, [said])


def test_other_marks_pair_as_before() -> None:
    texts = {swap_marks(TEXT, STATEMENTS, Random(seed))[0] for seed in range(40)}
    assert any("«The quay is closed,»" in text for text in texts)
    assert any("‘The quay is closed,’" in text for text in texts)


def test_noise_stands_between_paragraphs() -> None:
    texts = [put_noise_in(TEXT, STATEMENTS, Random(seed))[0] for seed in range(20)]
    assert {len(text.split("\n\n")) for text in texts} == {2, 3}


def test_case_changes_keep_every_length() -> None:
    assert all(len(change_case(TEXT, STATEMENTS, Random(seed))[0]) == len(TEXT) for seed in range(20))
