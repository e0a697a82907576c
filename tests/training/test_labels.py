"""Statements as labels on words: which word finds them, and what the words around it are."""

import numpy as np
import pytest

from onrecord.encode.words import find_words
from onrecord.extract.anchors import CONTENT_ANCHOR, CUE_ANCHOR
from onrecord.extract.roles import CONTENT, CUE, SOURCE
from onrecord.spans import Alignment, Span
from training.data import Labels, Statement, held_out, label_words

TEXT = "Ann Lee has said that Bo Ek denied it . It rained ."


def place(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


OUTER: Statement = {
    "source": [place("Ann Lee")],
    "cue": [place("has said")],
    "content": [place("that Bo Ek denied it")],
    "act": "assert",
}
INNER: Statement = {"source": [place("Bo Ek")], "cue": [place("denied")], "content": [place("it")], "act": "deny"}
ALONE: Statement = {"source": [], "cue": [], "content": [place("It rained")]}


def labelled(*statements: Statement, nests: bool = True) -> Labels:
    words = find_words(TEXT, [Span(0, len(TEXT))], ())
    return label_words(words, statements, Alignment.identity(len(TEXT)), nests)


def test_a_statement_is_found_by_the_last_word_of_its_cue_or_the_first_of_its_content() -> None:
    assert [(row.anchor, row.kind) for row in labelled(OUTER, ALONE).rows] == [(3, CUE_ANCHOR), (10, CONTENT_ANCHOR)]
    assert np.flatnonzero(labelled(OUTER, ALONE).anchors).tolist() == [3, 10]


def test_a_row_has_the_words_of_each_role_and_its_act() -> None:
    (row,) = labelled(OUTER).rows
    assert set(row.runs) == {(SOURCE, 0, 2), (CUE, 2, 4), (CONTENT, 4, 9)}
    assert row.act == "assert"


def test_a_word_can_have_a_role_in_two_rows_and_one_tag() -> None:
    labels = labelled(OUTER, INNER)
    assert (SOURCE, 5, 7) in labels.rows[1].runs
    assert labels.tags[4:9].tolist() == [5, 6, 6, 6, 6]


@pytest.mark.parametrize(("nests", "known"), [(True, [1, 1, 1, 1, 1]), (False, [0, 0, 0, 0, 0])])
def test_where_nothing_nests_nobody_looked_inside_a_content(nests: bool, known: list[int]) -> None:
    assert labelled(OUTER, nests=nests).known[4:9].tolist() == known


def test_an_anchor_inside_a_content_is_known_all_the_same() -> None:
    assert labelled(OUTER, INNER, nests=False).known[4:9].tolist() == [0, 0, 0, 1, 0]


def test_about_one_article_in_twenty_is_kept_out() -> None:
    assert 30 < sum(held_out(f"article-{number}") for number in range(1000)) < 70
