"""Grouping: the exhibits of a dossier by speaker, act, position, publisher and month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from onrecord.ask.among import among
from onrecord.ask.exhibits import ActGroup, Exhibit, Group, Position, PositionGroup, Speaker
from onrecord.ask.identity import Identities
from onrecord.ask.months import month_of
from onrecord.store.tables import entities, readings, speakers, subjects

MOST_SPOKEN_ABOUT = 40
"""People and bodies that are listed as only spoken about."""

_POSITIONS: tuple[Position, ...] = ("for", "against", "untold")
_T = TypeVar("_T")


def by_act(exhibits: Sequence[Exhibit]) -> tuple[ActGroup, ...]:
    """Group by what was done, the commonest act first."""
    grouped = _grouped(exhibits, lambda exhibit: [exhibit.hit.statement.act])
    return tuple(ActGroup(act=act, exhibits=places) for act, places in _largest_first(grouped))


def by_position(exhibits: Sequence[Exhibit]) -> tuple[PositionGroup, ...]:
    """Group into for, against, and not told by the words; a position that nobody has is left out."""
    grouped = _grouped(exhibits, lambda exhibit: [exhibit.position])
    return tuple(PositionGroup(position=one, exhibits=grouped[one]) for one in _POSITIONS if one in grouped)


def by_publisher(exhibits: Sequence[Exhibit]) -> tuple[Group, ...]:
    """Group by publisher, the commonest first."""
    grouped = _grouped(exhibits, lambda exhibit: [exhibit.hit.publisher or ""])
    return tuple(Group(label=label, exhibits=places) for label, places in _largest_first(grouped))


def by_month(exhibits: Sequence[Exhibit]) -> tuple[Group, ...]:
    """Group by month of publication, the earliest first; "" is of those without a date."""
    grouped = _grouped(exhibits, lambda exhibit: [month_of(exhibit.hit.published) or ""])
    return tuple(Group(label=label, exhibits=grouped[label]) for label in sorted(grouped))


def _grouped(exhibits: Sequence[Exhibit], of: Callable[[Exhibit], Iterable[_T]]) -> dict[_T, tuple[int, ...]]:
    grouped: dict[_T, list[int]] = {}
    for place, exhibit in enumerate(exhibits):
        for label in of(exhibit):
            grouped.setdefault(label, []).append(place)
    return {label: tuple(places) for label, places in grouped.items()}


def _largest_first(grouped: dict[_T, tuple[int, ...]]) -> list[tuple[_T, tuple[int, ...]]]:
    return sorted(grouped.items(), key=lambda item: (-len(item[1]), item[1]))


def by_speaker(
    connection: Connection, identities: Identities, keys: Sequence[int]
) -> tuple[tuple[Speaker, ...], tuple[Speaker, ...]]:
    """Who was quoted, and who was only spoken about.

    Args:
        connection: In a transaction.
        identities: Of that transaction.
        keys: Of the exhibits' statements, in their order.

    Returns:
        The quoted, those with most exhibits first, at the end one without a name for statements of nobody known; and
        the named who are mentioned and say nothing themselves.
    """
    quoted = _entities(connection, identities, keys, speakers.c.statement, speakers.c.entity)
    mentioned = _entities(connection, identities, keys, subjects.c.statement, subjects.c.entity)
    about = [one for key, one in mentioned.items() if key not in quoted and one.named]
    known = {place for one in quoted.values() for place in one.exhibits}
    unknown = tuple(place for place in range(len(keys)) if place not in known)
    nobody = [Speaker(key=None, name="", kind=None, named=False, exhibits=unknown)] if unknown else []
    return (*sorted(quoted.values(), key=_by_exhibits), *nobody), tuple(
        sorted(about, key=_by_exhibits)[:MOST_SPOKEN_ABOUT]
    )


def _by_exhibits(speaker: Speaker) -> tuple[int, tuple[int, ...], str]:
    return -len(speaker.exhibits), speaker.exhibits, speaker.name


def _entities(
    connection: Connection, identities: Identities, keys: Sequence[int], statement: Any, entity: Any
) -> dict[str, Speaker]:
    """People by key, with the places of the statements that a table joins them to."""
    places = {key: place for place, key in enumerate(keys)}
    columns = (entities.c.kind, entities.c.name, entities.c.named, entities.c.id, readings.c.document_id)
    rows = connection.execute(
        select(statement.label("statement"), *columns)
        .join_from(statement.table, entities, entity == entities.c.key)
        .join(readings, entities.c.reading == readings.c.key)
        .where(statement.in_(among(keys)))
    )
    found: dict[str, Speaker] = {}
    for row in sorted(rows, key=lambda row: (places[row.statement], row.name, row.id)):
        key = identities.key(row.kind, row.name, named=row.named, document_id=row.document_id, entity_id=row.id)
        before = found.get(key)
        earlier = () if before is None else before.exhibits
        if places[row.statement] not in earlier:
            name, kind = (row.name, row.kind) if before is None else (before.name, before.kind)
            exhibits = (*earlier, places[row.statement])
            found[key] = Speaker(key=key, name=name, kind=kind, named=row.named, exhibits=exhibits)
    return found
