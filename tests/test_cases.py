"""The pages in ``cases/`` are tests: each case is a text, and the record that is expected of it.

A case is a heading, the text as an indented block, and a list with one line a statement: ``who | cue | content``,
the pieces of a content joined by `` … ``. Who is the speaker's name in the record, or ``not known``. Words are
compared, marks are not. A line ``Known failure: reason`` makes the case a strict xfail: what mends it has to remove
the line.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.pipeline import load_reader
from onrecord.read import make_document
from onrecord.types import Reading

PAGES = sorted(Path(__file__).parent.glob("cases/*.md"))


class Case(NamedTuple):
    page: str
    title: str
    text: str
    expected: list[tuple[str, str, str]]
    known_failure: str | None


def cases_of(page: Path) -> Iterator[Case]:
    for section in page.read_text("utf-8").split("\n## ")[1:]:
        title, _, body = section.partition("\n")
        text = textwrap.dedent("\n".join(re.findall(r"^(?: {4}.*|)$", body, re.M))).strip("\n")
        lines = [line.removeprefix("- ").split(" | ") for line in body.splitlines() if line.startswith("- ")]
        failure = re.search(r"^Known failure: (.*)$", body, re.M)
        yield Case(page.stem, title, text, [(who, cue, content) for who, cue, content in lines], failure and failure[1])


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.replace("’", "").replace("'", "")))


def record_of(reading: Reading) -> list[tuple[str, str, str]]:
    names = {entity.id: entity.name for entity in reading.entities}
    text = reading.document.text
    rows = []
    for statement in reading.statements:
        who = " and ".join(names[entity_id] for entity_id in statement.speaker_ids) or "not known"
        cue, content = (" … ".join(span.of(text) for span in spans) for spans in (statement.cue, statement.content))
        rows.append((who, cue, content))
    return rows


def parameters() -> Iterator[object]:
    for page in PAGES:
        for case in cases_of(page):
            marks = [pytest.mark.xfail(reason=case.known_failure, strict=True)] if case.known_failure else []
            yield pytest.param(case, id=f"{case.page}: {case.title}", marks=marks)


@pytest.mark.parametrize("case", list(parameters()))
def test_case(case: Case) -> None:
    found = record_of(load_reader().read(make_document(case.text, origin=case.page)))
    plain = [tuple(words(part) for part in row) for row in found]
    assert plain == [tuple(words(part) for part in row) for row in case.expected], found


def test_every_page_has_cases() -> None:
    assert len(PAGES) >= 8
    assert all(len(list(cases_of(page))) >= 3 for page in PAGES)
