"""Roles: the offices that reports give somebody, with when they did and the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from onrecord.ask.people.profile import HeldRole
from onrecord.store.tables import documents, texts
from onrecord.types import Role

MOST_ROLES = 12
"""Roles that a profile lists."""


def roles_told(roles: Iterable[Role]) -> tuple[str, ...]:
    """Say roles in words, each once: "former director, Institute of Tides".

    Args:
        roles: In the order of the text.
    """
    return tuple(dict.fromkeys(words for words in map(_told, roles) if words))


def _told(role: Role) -> str:
    words = ", ".join(part for part in (role.title, role.organisation) if part)
    return f"former {words}" if words and role.former else words


def roles_of(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[HeldRole, ...]:
    """Put together the roles that several documents give.

    Args:
        connection: In a transaction.
        rows: Entities with ``document_id`` and ``published`` of their documents.

    Returns:
        Each role once, whatever its capitals; the latest given first, then that of most documents.
    """
    given: dict[tuple[str, str, bool], list[tuple[str, str, Role]]] = defaultdict(list)
    for row in rows:
        for role in row.roles:
            named = ((role.title or "").casefold(), (role.organisation or "").casefold(), role.former)
            given[named].append((row.published or "", row.document_id, role))
    latest = sorted(given.values(), key=_rank, reverse=True)
    latest = [places for places in latest if any(role.title or role.organisation for *_, role in places)][:MOST_ROLES]
    found = _texts(connection, {_latest(places)[1] for places in latest})
    return tuple(_held(places, found) for places in latest)


def _rank(places: Sequence[tuple[str, str, Role]]) -> tuple[str, int, str]:
    published, document_id, _ = _latest(places)
    return published, len(places), document_id


def _latest(places: Sequence[tuple[str, str, Role]]) -> tuple[str, str, Role]:
    """Where a role was given last; of several places in one report ("president", "President") the last."""
    return max(places, key=lambda place: (*place[:2], place[2].span))


def _held(places: Sequence[tuple[str, str, Role]], found: dict[str, str]) -> HeldRole:
    _, document_id, role = _latest(places)
    dates = sorted({published for published, _, _ in places if published})
    return HeldRole(
        title=role.title,
        organisation=role.organisation,
        former=role.former,
        documents=len({place[1] for place in places}),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        document_id=document_id,
        span=role.span,
        words=role.span.of(found[document_id]),
    )


def _texts(connection: Connection, ids: set[str]) -> dict[str, str]:
    joined = select(documents.c.id, texts.c.text).join(texts, documents.c.text_hash == texts.c.hash)
    rows = connection.execute(joined.where(documents.c.id.in_(sorted(ids))))
    return {row.id: row.text for row in rows}
