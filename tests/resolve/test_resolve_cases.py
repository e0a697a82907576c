"""Every case of the pages: who says each statement, and what else the record holds. The format is told in marked.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from resolve.marked import Case, attributions_of, cases_of

from onrecord.resolve import Cast, resolve
from onrecord.segment import segment
from onrecord.types import Entity

PAGES = sorted(Path(__file__).parent.glob("pages/*.md"))


def parameters() -> Iterator[object]:
    for page in PAGES:
        for case in cases_of(page):
            marks = [pytest.mark.xfail(reason=case.known_failure, strict=True)] if case.known_failure else []
            yield pytest.param(case, id=f"{case.page}: {case.title}", marks=marks)


@pytest.mark.parametrize("case", list(parameters()))
def test_case(case: Case) -> None:
    cast = resolve(segment(case.text), attributions_of(case))
    entities = {entity.id: entity for entity in cast.entities}
    assert len(cast.speakers) == len(case.lines)
    for line, speaker in zip(case.lines, cast.speakers, strict=True):
        found = [entities[entity_id] for entity_id in speaker.entity_ids]
        name, kind = re.fullmatch(r"(.*?)(?: \((.*)\))?", line.who, re.S).groups()
        assert (" + ".join(entity.name for entity in found) or "not known") == name, (line, speaker.steps)
        assert not kind or [kind_of(entity) for entity in found] == [kind] * len(found), (line, found)
    for other in case.others:
        check(other, cast)


def kind_of(entity: Entity) -> str:
    return entity.kind if entity.named else f"{entity.kind}, unnamed"


def check(other: str, cast: Cast) -> None:
    """A line that is no statement."""
    label, _, rest = other.partition(": ")
    if label == "role":
        name, _, role = rest.partition(" = ")
        roles = [role_of(entity, number) for entity in cast.entities if entity.name == name for number in range(9)]
        assert role in roles, [one for one in roles if one]
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
    assert sum(len(list(cases_of(page))) for page in PAGES) >= 60
