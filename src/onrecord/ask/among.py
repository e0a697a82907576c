"""Among: keys that were found, put back into a question of any length."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Integer, Select, Text, column, func, select


def among(keys: Iterable[int]) -> Select[int]:
    """Select keys that are at hand, as one value: databases bound the number of values in a question.

    Args:
        keys: Keys of rows.
    """
    listed = func.json_each(msgspec.json.encode(list(keys)).decode()).table_valued(column("value", Integer))
    return select(listed.c.value)


def listed(ids: Iterable[str]) -> Select[str]:
    """The same for ids.

    Args:
        ids: Any texts.
    """
    found = func.json_each(msgspec.json.encode(sorted(ids)).decode()).table_valued(column("value", Text))
    return select(found.c.value)
