"""Finding: which person, organisation or other source is meant by what somebody types."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from onrecord.ask.among import among
from onrecord.ask.identity import Identities, name_words
from onrecord.ask.query import names_of
from onrecord.errors import AmbiguousPerson, UnknownPerson
from onrecord.store.live import is_live
from onrecord.store.sqlite import entities_with
from onrecord.store.tables import entities, readings, speakers

_MOST_NAMES = 500
"""Names that are looked through: a question that fits more is too wide to mean one."""

_SHOWN = 8
"""Candidates that a message lists."""


def find_person(connection: Connection, path: Path, identities: Identities, wanted: str) -> str:
    """Find the key that is meant.

    A key goes before a name; a whole name before a part of one, if anybody of that name speaks; the named before
    those who are not.

    Args:
        connection: In a transaction.
        path: Of the record, to name it.
        identities: Of that transaction.
        wanted: What was typed.

    Raises:
        UnknownPerson: Nobody fits.
        AmbiguousPerson: Several fit equally well.
        EmptyQuery: There is no letter or digit in it.
    """
    wanted = wanted.strip()
    if "." in wanted and identities.entity_keys(wanted):
        return identities.canonical(wanted)
    whole = name_words(wanted)
    found: Counter[tuple[int, str, str]] = Counter()
    for kind, name, named, document_id, entity_id, times in connection.execute(_fitting(wanted)):
        key = identities.key(kind, name, named=named, document_id=document_id, entity_id=entity_id)
        fit = (0 if named else 2) + (0 if name_words(name) == whole else 1)
        found[fit, key, name] += times
    if not found:
        raise UnknownPerson(f"{path}: nobody in it is called {wanted!r}; give words of a printed name, or a key")
    best = min(fit for fit, _, _ in found)
    fitting = [item for item in sorted(found, key=lambda item: found[item]) if item[0] == best]
    if best == 0 and not any(_speaks(connection, identities, key) for _, key, _ in fitting):
        fitting = [item for item in sorted(found, key=lambda item: found[item]) if item[0] <= 1]
    candidates = {key: name for _, key, name in fitting}
    if len(candidates) > 1:
        lines = "".join(f"\n  {key}  {name}" for key, name in list(candidates.items())[::-1][:_SHOWN])
        more = "\n  …" if len(candidates) > _SHOWN else ""
        raise AmbiguousPerson(f"{path}: {wanted!r} fits several; give the key of one:{lines}{more}")
    return next(iter(candidates))


def _speaks(connection: Connection, identities: Identities, key: str) -> bool:
    """Whether any statement is put down to somebody: a report may only name them, and by surname alone."""
    said = select(speakers.c.statement).where(speakers.c.entity.in_(among(identities.entity_keys(key)))).limit(1)
    return connection.scalar(said) is not None


def _fitting(wanted: str) -> Select[Any]:
    """Names that have all the words, with in how many documents they stand."""
    return (
        select(
            entities.c.kind,
            entities.c.name,
            entities.c.named,
            func.min(readings.c.document_id),
            func.min(entities.c.id),
            func.count(),
        )
        .join_from(entities, readings)
        .where(entities.c.key.in_(entities_with(names_of(wanted))), is_live())
        .group_by(entities.c.kind, entities.c.name, entities.c.named, case((entities.c.named, 0), else_=entities.c.key))
        .order_by(func.count().desc(), entities.c.name)
        .limit(_MOST_NAMES)
    )
