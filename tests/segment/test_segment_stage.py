"""The stage as a whole: what holds for every text."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.segment import READ, segment

PAGE = """Ports stay shut

By Marta Roe

KARVA, March 3 (Newswire) — Ann Lee, the interior minister, spoke on Tuesday. “We cannot take any risk,” she said.

Ann Lee leaves the ministry on Tuesday © Di Poe / Newswire / Getty Images

“There are people out there still.

“We will look for them.”

Advertisement

Leave a Reply

Your email address will not be published.
"""


def test_only_what_is_read_has_paragraphs() -> None:
    article = segment(PAGE)
    assert [paragraph.of(PAGE) for paragraph in article.paragraphs] == [
        "Ports stay shut",
        "Ann Lee, the interior minister, spoke on Tuesday. “We cannot take any risk,” she said.",
        "“There are people out there still.",
        "“We will look for them.”",
    ]
    assert [sentence.of(PAGE) for sentence in article.sentences] == [
        "Ports stay shut",
        "Ann Lee, the interior minister, spoke on Tuesday.",
        "“We cannot take any risk,” she said.",
        "“There are people out there still.",
        "“We will look for them.”",
    ]
    assert [quotation.span.of(PAGE) for quotation in article.quotations] == [
        "“We cannot take any risk,”",
        "“There are people out there still.",
        "“We will look for them.”",
    ]
    assert article.turns == ()


def test_a_turns_label_stays_in_its_paragraph() -> None:
    text = "LEE: Why?\nROE: I do not know.\nLEE: You do."
    article = segment(text)
    assert [turn.name.of(text) for turn in article.turns] == ["LEE", "ROE", "LEE"]
    assert [paragraph.of(text) for paragraph in article.paragraphs] == text.split("\n")


ANY_TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from([*PAGE.split("\n"), "Q. Why?", "A. So.", '"', "«", "Photo: Ann Lee/AP", "a\tb"])).map(
        "\n".join
    ),
)


@given(ANY_TEXT)
@example('"' * 2_000)
@example("“" * 1_000 + "”" * 1_000)
@example('"we will go to the sea now"\n' * 200)
@example("we go to the sea now\n" * 100 + '"' + "we go to the sea now " * 200 + '"')
@example("Ann Lee: So?\n" * 200)
@example(" \n" * 1_000)
@example(("A/" * 190 + "\n") * 10)
def test_spans_lie_where_the_article_says(text: str) -> None:
    article = segment(text)
    assert "".join(block.span.of(text) for block in article.blocks) == text
    read = [block.span for block in article.blocks if block.kind in READ]
    assert all(any(span.covers(paragraph) for span in read) for paragraph in article.paragraphs)
    assert list(article.paragraphs) == sorted(article.paragraphs)
    for inner in (*article.sentences, *(quotation.span for quotation in article.quotations)):
        assert any(paragraph.covers(inner) for paragraph in article.paragraphs)
    assert segment(text) == article


DATA = Path(os.environ.get("ONRECORD_DATA") or Path(__file__).parents[3] / "shared" / "data") / "readings"


@pytest.mark.data
@pytest.mark.skipif(not DATA.is_dir(), reason="the corpora are not on this machine (see $ONRECORD_DATA)")
def test_hardly_a_statement_stands_in_what_is_not_read() -> None:
    total = lost = 0
    for row in (DATA / "train.jsonl").read_text("utf-8").splitlines():
        reading = json.loads(row)
        text = (DATA / "text" / f"{reading['doc']}.txt").read_bytes().decode("utf-8")
        skipped = [block.span for block in segment(text).blocks if block.kind not in READ]
        for statement in reading["statements"]:
            total += 1
            lost += any(
                start < span.end and span.start < end for start, end in statement["content"] for span in skipped
            )
    assert lost <= 0.003 * total
