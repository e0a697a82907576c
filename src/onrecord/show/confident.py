"""Which statements are shown: those that the software is sure enough of."""

from __future__ import annotations

import msgspec

from onrecord.types import Reading, Statement


def confident(reading: Reading, min_confidence: float) -> Reading:
    """Leave out the statements that the software is not sure enough of.

    A statement without a measure stays. One that stood inside a statement left out moves up to the nearest that is
    kept, so that no ``parent`` points at nothing.

    Args:
        reading: What was read; not changed.
        min_confidence: Least ``confidence.statement`` that is kept, 0 to 1.

    Returns:
        The reading with the statements that are kept.
    """
    kept = {statement.id: statement for statement in reading.statements if _sure(statement, min_confidence)}
    if len(kept) == len(reading.statements):
        return reading
    parents = {statement.id: statement.parent for statement in reading.statements}
    statements = tuple(
        msgspec.structs.replace(statement, parent=_nearest(statement.parent, kept, parents))
        for statement in kept.values()
    )
    return msgspec.structs.replace(reading, statements=statements)


def _sure(statement: Statement, min_confidence: float) -> bool:
    measured = statement.confidence.statement
    return measured is None or measured >= min_confidence


def _nearest(parent: str | None, kept: dict[str, Statement], parents: dict[str, str | None]) -> str | None:
    while parent is not None and parent not in kept:
        parent = parents.get(parent)
    return parent
