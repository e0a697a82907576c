"""What a report is called: its title, else its headline, else its first line with words, else its origin."""

from __future__ import annotations

import pytest
from store.readings import Report

from onrecord.titles import LONGEST, called


@pytest.mark.parametrize(
    ("title", "paragraphs", "name"),
    [
        ("Pier reopens", [("Pier to open again", "headline")], "Pier reopens"),
        ("", [("KIRN -", "dateline"), ("Pier  to open\nagain", "headline")], "Pier to open again"),
        (" \n", [("Pier to open again", "headline"), ("Swans return", "headline")], "Pier to open again"),
        ("", [("* * *", "headline"), ("  The pier is shut.", "body")], "The pier is shut."),
        ("", [("***", "body"), ("The pier is shut.\nIt leaks.", "body")], "The pier is shut."),
        ("", [("...", "body")], "in/pier.txt"),
    ],
)
def test_what_it_is_called(title: str, paragraphs: list[tuple[str, str]], name: str) -> None:
    report = Report({"origin": "in/pier.txt", "title": title})
    for text, kind in paragraphs:
        report.paragraph(text, kind)  # type: ignore[arg-type]
    reading = report.reading()
    assert called(reading.document, reading.blocks) == name


def test_a_long_line_is_cut_at_a_space() -> None:
    report = Report({"origin": "in/pier.txt", "title": ""})
    report.paragraph("harbour " * 60)
    reading = report.reading()
    name = called(reading.document, reading.blocks)
    assert name.endswith(" harbour…")
    assert len(name) <= LONGEST + 1
