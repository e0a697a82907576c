"""Parquet: one row a document, with nested columns, by Apache Arrow; lossless, and open to DuckDB and data frames.

The columns are those of the JSON record, each with a type of its own, made from the records' own types, so that what
is added to them is in the file too. A span is a struct of ``start`` and ``end``. What is kept only to have the reading
back (the judgements, what they changed) is JSON in a column of text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import inspect

from onrecord.errors import MissingExtra
from onrecord.show.exported import Exported
from onrecord.spans import Span

if TYPE_CHECKING:
    import pyarrow

ROWS = 200
"""Documents in a row group: some 20 MB in memory."""

AS_JSON = ("judgements", "uncorrected")
"""Columns of text that hold JSON."""


def write_parquet(path: Path, lines: Iterable[Exported]) -> int:
    """Write documents to a file, which is not there until it is whole.

    Args:
        path: The file; one that is there is replaced.
        lines: The documents.

    Returns:
        How many they were.

    Raises:
        MissingExtra: pyarrow is not installed.
        OSError: The file cannot be written.
    """
    arrow, parquet = _arrow()
    schema = _schema(arrow)
    part = path.with_name(f"{path.name}.part")
    rows = 0
    try:
        with parquet.ParquetWriter(part, schema, compression="zstd") as writer:
            for batch in _batches(lines):
                writer.write_table(arrow.Table.from_pylist(batch, schema))
                rows += len(batch)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return rows


def read_parquet(path: Path) -> Iterator[Exported | msgspec.ValidationError]:
    """Read documents from a file.

    Args:
        path: The file.

    Yields:
        The documents, and in place of a row that is none, why.

    Raises:
        MissingExtra: pyarrow is not installed.
        OSError: The file cannot be read.
        ValueError: It is damaged, or no Parquet.
    """
    _, parquet = _arrow()
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=ROWS):
            for row in batch.to_pylist():
                try:
                    yield _from_row(row)
                except msgspec.ValidationError as error:
                    yield error


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtra("Parquet needs pyarrow, which is not installed: pip install 'onrecord[parquet]'") from error
    return pyarrow, parquet


def _batches(lines: Iterable[Exported]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for line in lines:
        batch.append(_to_row(line))
        if len(batch) == ROWS:
            yield batch
            batch = []
    if batch:
        yield batch


def _to_row(line: Exported) -> dict[str, Any]:
    row: dict[str, Any] = {
        name: _outward(getattr(line, name)) for name in line.__struct_fields__ if name not in AS_JSON
    }
    for name in AS_JSON:
        value = getattr(line, name)
        row[name] = msgspec.json.encode(value).decode() if value else None
    return row


def _from_row(row: dict[str, Any]) -> Exported:
    """A row whose columns are a record's. Columns that are not of it are ignored."""
    built = {name: _inward(value) for name, value in row.items()}
    try:
        for name in AS_JSON:
            if built.get(name) is None:
                built.pop(name, None)
            else:
                built[name] = msgspec.json.decode(built[name])
        built["models"] = dict(built.get("models") or ())
    except (msgspec.DecodeError, TypeError, ValueError) as error:
        raise msgspec.ValidationError(str(error)) from error
    return msgspec.convert(built, Exported)


def _outward(value: Any) -> Any:
    """A record's value as Arrow takes it."""
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end}
    if isinstance(value, msgspec.Struct):
        fields = inspect_fields(type(value))
        return {encoded: _outward(getattr(value, name)) for name, encoded in fields.items()}
    if isinstance(value, tuple):
        return [_outward(item) for item in value]
    return list(value.items()) if isinstance(value, dict) else value


def _inward(value: Any) -> Any:
    """The reverse, down to what msgspec converts: a span is a pair."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            return [value["start"], value["end"]]
        return {name: _inward(item) for name, item in value.items()}
    return [_inward(item) for item in value] if isinstance(value, list) else value


def inspect_fields(kind: type[msgspec.Struct]) -> dict[str, str]:
    """A struct's fields and the names that they are written by."""
    return dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))


def _schema(arrow: Any) -> pyarrow.Schema:
    """The file's columns, from the types of ``Exported``."""
    described = inspect.type_info(Exported)
    assert isinstance(described, inspect.StructType)
    columns = [
        arrow.field(field.encode_name, arrow.string() if field.name in AS_JSON else _column(arrow, field.type))
        for field in described.fields
    ]
    return arrow.schema(columns)


def _column(arrow: Any, kind: inspect.Type) -> Any:
    if isinstance(kind, inspect.UnionType):
        (one,) = [item for item in kind.types if not isinstance(item, inspect.NoneType)]
        return _column(arrow, one)
    if isinstance(kind, inspect.StructType):
        return arrow.struct([arrow.field(field.encode_name, _column(arrow, field.type)) for field in kind.fields])
    if isinstance(kind, inspect.NamedTupleType):
        return arrow.struct([arrow.field(field.encode_name, arrow.int64()) for field in kind.fields])
    if isinstance(kind, inspect.VarTupleType):
        return arrow.list_(_column(arrow, kind.item_type))
    if isinstance(kind, inspect.TupleType):
        return arrow.list_(_column(arrow, kind.item_types[0]))
    if isinstance(kind, inspect.DictType):
        return arrow.map_(_column(arrow, kind.key_type), _column(arrow, kind.value_type))
    plain = {inspect.BoolType: arrow.bool_(), inspect.IntType: arrow.int64(), inspect.FloatType: arrow.float64()}
    return plain.get(type(kind), arrow.string())
