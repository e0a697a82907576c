"""Column types that the database's own do not cover."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Dialect, LargeBinary, Text
from sqlalchemy.types import TypeDecorator


class DamagedValue(Exception):
    """A value in the database is not what was written; the record's transactions raise ``NotARecord`` in its place."""


class Json(TypeDecorator[Any]):
    """A value of one type of ``onrecord.types``, kept as JSON text; NULL is None.

    What is only ever read together with its row (spans, roles, references) is kept so; what is asked for has columns.

    Args:
        kind: The type to decode to, for instance ``tuple[Span, ...]``.
    """

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind
        self._decoder = msgspec.json.Decoder(kind)

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write a value as JSON."""
        return None if value is None else _ENCODER.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """Read a value from JSON.

        Raises:
            DamagedValue: It is none, or of another type.
        """
        try:
            return None if value is None else self._decoder.decode(value)
        except (msgspec.DecodeError, TypeError) as error:
            raise DamagedValue(f"a value is not what was written: {error}") from error


class Packed(LargeBinary):
    """Bytes as the database's driver gives them.

    The usual type calls a function for each value, which is a third of the time that reading very many of them takes.
    """

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> None:  # noqa: ARG002
        """There is nothing to do to a value."""
        return


_ENCODER = msgspec.json.Encoder(order="deterministic")
"""Keys of dicts sorted: the same reading is the same bytes."""
