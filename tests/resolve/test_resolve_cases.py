"""Every case of the pages: who says each statement, and what else the record holds. The format is told in marked.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from resolve.marked import Case, attributions_of, cases_of

from onrecord.judge import judge
from onrecord.resolve import Cast, resolve
from onrecord.segment import segment
from onrecord.types import Entity

REFERENCE = re.compile(r"(via|basis|addressee|target) (\d+): (.*)")
PAGES = sorted(Path(__file__).parent.glob("pages/*.md"))


def parameters() -> Iterator[object]:
    for page in PAGES:
        for case in cases_of(page):
            marks = [pytest.mark.xfail(reason=case.known_failure, strict=True)] if case.known_failure else []
            yield pytest.param(case, id=f"{case.page}: {case.title}", marks=marks)


@pytest.mark.parametrize("case", list(parameters()))
def test_case(case: Case) -> None:
    article, attributions = segment(case.text), attributions_of(case)
    cast = resolve(article, attributions, [judged.target for judged in judge(article, attributions)])
    entities = {entity.id: entity for entity in cast.entities}
    assert len(cast.speakers) == len(case.lines)
    for line, speaker in zip(case.lines, cast.speakers, strict=True):
        found = [entities[entity_id] for entity_id in speaker.entity_ids]
        name, kind = re.fullmatch(r"(.*?)(?: \((.*)\))?", line.who, re.S).groups()
        assert (" + ".join(entity.name for entity in found) or "not known") == name, (line, speaker.steps)
        assert not kind or [kind_of(entity) for entity in found] == [kind] * len(found), (line, found)
    for other in case.others:
        field = REFERENCE.fullmatch(other)
        if field:
            assert reference_of(case.text, cast, field[1], int(field[2]) - 1, field[3]) == field[3], cast.speakers
        else:
            check(other, cast)


def reference_of(text: str, cast: Cast, field: str, number: int, expected: str) -> str:
    """A statement's relay, basis, addressee or target as a page writes it, with whom it means if the page does."""
    reference = getattr(cast.speakers[number], field)
    if reference is None:
        return "none"
    names = {entity.id: entity.name for entity in cast.entities}
    words = " ".join(reference.span.of(text).split())
    return f"{words} = {names.get(reference.entity_id, 'nobody')}" if " = " in expected else words


def kind_of(entity: Entity) -> str:
    return entity.kind if entity.named else f"{entity.kind}, unnamed"


def check(other: str, cast: Cast) -> None:
    """A line that is no statement."""
    label, _, rest = other.partition(": ")
    if label == "role":
        name, _, role = rest.partition(" = ")
        roles = [role_of(entity, number) for entity in cast.entities if entity.name == name for number in range(9)]
        assert role in roles, [one for one in roles if one]
    elif label == "no role":
        assert [entity.roles for entity in cast.entities if entity.name == rest] == [()]
    elif label == "not in the record":
        assert rest not in [name for entity in cast.entities for name in (entity.name, *entity.aliases)]
    else:
        assert label == "entities"
        assert sorted(entity.name for entity in cast.entities if entity.named) == sorted(rest.split(", "))


def role_of(entity: Entity, number: int) -> str | None:
    if number >= len(entity.roles):
        return None
    role = entity.roles[number]
    return f"{role.title or '–'} @ {role.organisation or '–'}{' former' if role.former else ''}"


def test_there_are_many_cases() -> None:
    speakers = [page for page in PAGES if page.stem not in ("references", "roles")]
    assert sum(len(list(cases_of(page))) for page in speakers) >= 200
