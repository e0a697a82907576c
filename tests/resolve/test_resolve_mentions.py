"""Every case of the pages in named/: who and what a text names, of what kind, and by which words.

A case is a heading, the text as an indented block, and a list that is whole: every entity with a name, as
``kind: name = mention, mention`` in the order of the text, or ``none``. ``Known failure: reason`` makes it a strict
xfail.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.resolve import Cast, resolve
from onrecord.segment import segment

PAGES = sorted(Path(__file__).parent.glob("named/*.md"))


class Named(NamedTuple):
    page: str
    title: str
    text: str
    lines: list[str]
    known_failure: str | None


def cases() -> Iterator[Named]:
    for page in PAGES:
        for section in page.read_text("utf-8").split("\n## ")[1:]:
            title, _, body = section.partition("\n")
            text = textwrap.dedent("\n".join(re.findall(r"^(?: {4}.*|)$", body, re.M))).strip("\n")
            lines = [line.removeprefix("- ") for line in body.splitlines() if line.startswith("- ")]
            failure = re.search(r"^Known failure: (.*)$", body, re.M)
            yield Named(page.stem, title, text, lines, failure and failure[1])


def parameters() -> Iterator[object]:
    for case in cases():
        marks = [pytest.mark.xfail(reason=case.known_failure, strict=True)] if case.known_failure else []
        yield pytest.param(case, id=f"{case.page}: {case.title}", marks=marks)


def written(text: str, cast: Cast) -> list[str]:
    """The named entities of a cast as a page writes them."""
    lines = []
    for entity in cast.entities:
        words = [mention.span.of(text) for mention in cast.mentions if mention.entity_id == entity.id]
        if entity.named:
            lines.append(f"{entity.kind}: {entity.name} = {', '.join(words)}")
    return sorted(lines) or ["none"]


@pytest.mark.parametrize("case", list(parameters()))
def test_case(case: Named) -> None:
    assert written(case.text, resolve(segment(case.text), ())) == sorted(case.lines)


def test_there_are_many_cases() -> None:
    assert len(list(cases())) >= 60
