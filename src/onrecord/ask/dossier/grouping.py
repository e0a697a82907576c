"""Grouping: the exhibits of a dossier by speaker, act, position, publisher and month."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from msgspec import structs
from sqlalchemy import Connection

from onrecord.ask.dates import month_of
from onrecord.ask.dossier.exhibits import ActGroup, Exhibit, Group, Position, PositionGroup, Speaker
from onrecord.ask.identity import Identities, Who, who_by_statement
from onrecord.store.tables import speakers, subjects

MOST_SPOKEN_ABOUT = 40
"""People and bodies that are listed as only spoken about."""

_POSITIONS: tuple[Position, ...] = ("for", "against", "untold")
_T = TypeVar("_T")


def by_act(exhibits: Sequence[Exhibit]) -> tuple[ActGroup, ...]:
    """Group by what was done, the commonest act first."""
    grouped = _grouped(exhibits, lambda exhibit: exhibit.hit.statement.act)
    return tuple(ActGroup(act=act, exhibits=places) for act, places in _largest_first(grouped))


def by_position(exhibits: Sequence[Exhibit]) -> tuple[PositionGroup, ...]:
    """Group into for, against, and not told by the words; a position that nobody has is left out."""
    grouped = _grouped(exhibits, lambda exhibit: exhibit.position)
    return tuple(PositionGroup(position=one, exhibits=grouped[one]) for one in _POSITIONS if one in grouped)


def by_publisher(exhibits: Sequence[Exhibit]) -> tuple[Group, ...]:
    """Group by publisher, the commonest first."""
    grouped = _grouped(exhibits, lambda exhibit: exhibit.hit.publisher or "")
    return tuple(Group(label=label, exhibits=places) for label, places in _largest_first(grouped))


def by_month(exhibits: Sequence[Exhibit]) -> tuple[Group, ...]:
    """Group by month of publication, the earliest first; "" is of those without a date."""
    grouped = _grouped(exhibits, lambda exhibit: month_of(exhibit.hit.published) or "")
    return tuple(Group(label=label, exhibits=grouped[label]) for label in sorted(grouped))


def _grouped(exhibits: Sequence[Exhibit], of: Callable[[Exhibit], _T]) -> dict[_T, tuple[int, ...]]:
    grouped: dict[_T, list[int]] = {}
    for place, exhibit in enumerate(exhibits):
        grouped.setdefault(of(exhibit), []).append(place)
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
    quoted = _by_person(keys, who_by_statement(connection, identities, speakers, keys))
    mentioned = _by_person(keys, who_by_statement(connection, identities, subjects, keys))
    about = [one for key, one in mentioned.items() if key not in quoted and one.named]
    known = {place for one in quoted.values() for place in one.exhibits}
    unknown = tuple(place for place in range(len(keys)) if place not in known)
    nobody = [Speaker(key=None, name="", kind=None, named=False, exhibits=unknown)] if unknown else []
    return (*sorted(quoted.values(), key=_by_exhibits), *nobody), tuple(
        sorted(about, key=_by_exhibits)[:MOST_SPOKEN_ABOUT]
    )


def _by_exhibits(speaker: Speaker) -> tuple[int, tuple[int, ...], str]:
    return -len(speaker.exhibits), speaker.exhibits, speaker.name


def _by_person(keys: Sequence[int], found: Mapping[int, Sequence[Who]]) -> dict[str, Speaker]:
    """People by key, with the places of their statements, or of those that mention them."""
    people: dict[str, Speaker] = {}
    for place, key in enumerate(keys):
        for who in sorted(found.get(key, ()), key=lambda who: (who.name, who.entity_id)):
            before = people.get(who.key)
            if before is None:
                people[who.key] = Speaker(key=who.key, name=who.name, kind=who.kind, named=who.named, exhibits=(place,))
            elif place != before.exhibits[-1]:
                people[who.key] = structs.replace(before, exhibits=(*before.exhibits, place))
    return people
