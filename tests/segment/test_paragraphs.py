"""Paragraphs of plain text: one a line, one between empty lines, or wrapped lines joined."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.segment.paragraphs import find_paragraphs

REPORT = [
    "The interior minister of Estavia said on Tuesday that all ports would stay shut until Friday, and that she did "
    "not know yet when the ferries would sail again.",
    '"We cannot take any risk," Ann Lee told reporters in the capital. "There are people out there still, and we will '
    'look for them as long as we can."',
    "The ferry burnt for eleven hours. Nine people died, by the harbour board's count, and four more are missed by "
    "their families, who have waited on the quay since Sunday night.",
]


def words(text: str) -> list[str]:
    return [" ".join(paragraph.of(text).split()) for paragraph in find_paragraphs(text)]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \t\n", "\n\n\n\n"])
def test_a_line_is_a_paragraph(between: str) -> None:
    assert words(between.join(REPORT)) == REPORT


@pytest.mark.parametrize("width", [60, 66, 72, 80])
def test_wrapped_lines_are_joined(width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in REPORT)
    assert words(text) == REPORT


@pytest.mark.parametrize("width", [60, 72])
def test_wrapped_lines_with_the_first_one_indented_are_joined(width: int) -> None:
    text = "\n".join(textwrap.fill(paragraph, width, initial_indent="    ") for paragraph in REPORT)
    assert words(text) == REPORT


def test_wrapped_lines_without_a_sign_between_paragraphs_break_where_a_line_ends_early() -> None:
    text = "\n".join(textwrap.fill(paragraph, 66) for paragraph in REPORT)
    assert words(text) == REPORT


def test_a_heading_in_capitals_stands_alone_in_a_wrapped_text() -> None:
    text = "PORTS STAY SHUT\n" + "\n".join(textwrap.fill(paragraph, 66) for paragraph in REPORT)
    assert words(text) == ["PORTS STAY SHUT", *REPORT]


def test_short_lines_are_not_joined() -> None:
    text = "Ann Lee\nBo Roe\nCy Moe\nDi Poe\nEd Doe"
    assert words(text) == ["Ann Lee", "Bo Roe", "Cy Moe", "Di Poe", "Ed Doe"]


def test_lines_of_dialogue_are_not_joined() -> None:
    text = "\n".join(f'"I was at the mill at {hour} o\'clock and saw nobody," she said.' for hour in range(1, 9))
    assert len(words(text)) == 8


@given(st.text(alphabet="ab. \n\t\r\u00a0A", max_size=300))
def test_paragraphs_hold_all_that_is_no_white_space(text: str) -> None:
    paragraphs = find_paragraphs(text)
    assert paragraphs == sorted(paragraphs)
    assert "".join("".join(paragraph.of(text).split()) for paragraph in paragraphs) == "".join(text.split())
    for paragraph in paragraphs:
        assert paragraph.of(text) == paragraph.of(text).strip() != ""
