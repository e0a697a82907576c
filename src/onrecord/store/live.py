"""Live: which of a document's readings is the one that is shown. A pure function of the readings there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, exists, tuple_

from onrecord.store.tables import readings

_NUMBER = re.compile(r"[0-9]+")

MODEL_RANKS: Mapping[str, int] = {"fast": -1}
"""Models that read less well than others, by name; all others have rank 0."""


def model_rank(models: Iterable[str]) -> int:
    """The rank of a reading whose models are told: that of the least of them.

    Args:
        models: Their names.
    """
    return min((MODEL_RANKS.get(name, 0) for name in models), default=0)


def version_key(version: str) -> str:
    """Write a version so that strings sort as the versions do: "2026.9" before "2026.11".

    Each number has its leading zeros dropped and its length put before it, in three digits.

    Args:
        version: Numbers and whatever stands between them.
    """
    return _NUMBER.sub(_weighed, version)


def _weighed(match: re.Match[str]) -> str:
    number = match[0].lstrip("0")
    return f"{len(number):03d}{number}"


def is_live() -> ColumnElement[bool]:
    """Whether the document of a row of ``readings`` has no better reading.

    Better is: models of higher rank; then a later version of the rules; then, so that the answer never hangs on the
    clock or on the order of adding, the greater id. A reading with people's judgements applied stands before the one
    that it was made from.
    """
    better = readings.alias("better")
    return ~exists().where(
        better.c.document_id == readings.c.document_id,
        tuple_(better.c.rank, better.c.rules_key, better.c.base, better.c.corrected)
        > tuple_(readings.c.rank, readings.c.rules_key, readings.c.base, readings.c.corrected),
    )
