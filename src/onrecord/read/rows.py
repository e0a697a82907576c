"""Rows: the reports of a JSONL or CSV table, one a row, read as a stream. A bad row is said; the others are read."""

from __future__ import annotations

import csv
import io
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from onrecord.errors import InputError, MalformedRow, UnreadableInput
from onrecord.read.dates import find_day
from onrecord.read.decode import find_encoding
from onrecord.read.document import make_document
from onrecord.read.options import ReadOptions
from onrecord.types import Document

NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "article"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "published": ("published", "date", "published_at", "publication_date", "date_published", "pubdate"),
    "publisher": ("publisher", "outlet", "source", "newspaper", "sitename"),
    "authors": ("authors", "author", "byline"),
    "id": ("id",),
}
"""Usual names of columns by ours, the likeliest first; small and capital letters are the same."""

_DELIMITERS = ",;\t"
_AUTHORS = re.compile(r"[;|]|\sand\s")
_SAMPLE = 2**16


logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        line: Number of its last line in the file, from 1.
        cells: Values by column.
        raw: The bytes of a JSONL line; a row of CSV has none of its own.
    """

    line: int
    cells: Mapping[str, object]
    raw: bytes | None = None


def read_rows(
    stream: io.BufferedReader, origin: str, is_csv: bool, options: ReadOptions
) -> Iterator[Document | InputError]:
    """Read the reports of a table.

    Args:
        stream: The table.
        origin: Its path, for errors; a document's origin is ``path#id`` where the row has an id, else ``path:line``.
        is_csv: Whether it is CSV; else JSONL.
        options: Column names, limits, and what to take where a row does not tell.

    Yields:
        The documents, and errors in the places of the rows that cannot be read.

    Raises:
        UnreadableInput: The table is empty, has no column for the text, or cannot be read on.
    """
    rows = _csv_rows(stream, origin, options) if is_csv else _jsonl_rows(stream, origin, options.max_bytes)
    count = undated = 0
    for row in rows:
        count += 1
        if isinstance(row, InputError):
            yield row
            continue
        found = _read_row(row, origin, options)
        undated += isinstance(found, Document) and not found.published and bool(_cell(row.cells, "published", options))
        yield found
    if count == 0:
        raise UnreadableInput(origin, "is empty: it has no row; check that it is the file meant")
    if undated:
        logger.warning("%s: %d rows are read without their date; write dates as 2022-03-14", origin, undated)


def _read_row(row: Row, origin: str, options: ReadOptions) -> Document | InputError:
    place = f"{origin}:{row.line}"
    text = _cell(row.cells, "text", options)
    if not isinstance(text, str):
        shown = _columns(row.cells)
        return MalformedRow(place, f"no column holds the report's text; name it with text=COLUMN, one of {shown}")
    row_id = _string(_cell(row.cells, "id", options))
    try:
        return make_document(
            text,
            origin=f"{origin}#{row_id}" if row_id else place,
            raw=row.raw,
            url=_string(_cell(row.cells, "url", options)) or "",
            title=_string(_cell(row.cells, "title", options)) or options.title,
            publisher=_string(_cell(row.cells, "publisher", options)) or options.publisher,
            authors=_authors(_cell(row.cells, "authors", options)),
            published=find_day(_cell(row.cells, "published", options)) or options.published,
        )
    except UnreadableInput as error:
        return MalformedRow(place, error.message)
    except InputError as error:
        return error


def _cell(cells: Mapping[str, object], ours: str, options: ReadOptions) -> object:
    """The value of a column: of the one that is named, else of the first of the usual ones that has any."""
    if ours in options.fields:
        return _go_into(cells, options.fields[ours])
    by_name = {name.lower(): value for name, value in cells.items()}
    return next((by_name[name] for name in NAMES[ours] if by_name.get(name)), None)


def _go_into(cells: Mapping[str, object], path: str) -> object:
    """Follow a dotted path into objects of JSON; a column whose own name has dots comes first."""
    if path in cells:
        return cells[path]
    value: object = cells
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _string(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return " ".join(str(value).split()) or None


def _authors(value: object) -> tuple[str, ...]:
    """Names in a list or a string. A comma parts names only where each part has a first name: "Doe, Jane" is one."""
    if isinstance(value, list):
        return tuple(name for name in map(_string, value) if name)
    names = _AUTHORS.split((_string(value) or "").removeprefix("By "))
    parts = [part.split(",") for part in names]
    apart = [part if all(" " in name.strip() for name in part) else [",".join(part)] for part in parts]
    return tuple(name.strip() for part in apart for name in part if name.strip())


def _jsonl_rows(stream: io.BufferedReader, origin: str, max_bytes: int) -> Iterator[Row | MalformedRow]:
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes:
            raise _row_too_long(origin, number, max_bytes)
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.isspace():
            yield _json_row(line, origin, number)


def _json_row(line: bytes, origin: str, number: int) -> Row | MalformedRow:
    place = f"{origin}:{number}"
    try:
        cells = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return MalformedRow(place, f"is no JSON in UTF-8 ({error}); repair or leave out the line")
    if not isinstance(cells, dict):
        return MalformedRow(place, f"is a {type(cells).__name__}, not an object with columns; repair the line")
    return Row(number, cells, line)


def _csv_rows(stream: io.BufferedReader, origin: str, options: ReadOptions) -> Iterator[Row | MalformedRow]:
    lines = _Lines(stream, origin, options.max_bytes)
    reader = csv.reader(lines, delimiter=lines.delimiter, strict=True)
    header: list[str] | None = None
    while True:
        try:
            values = next(reader, None)
        except csv.Error as error:
            yield MalformedRow(f"{origin}:{reader.line_num}", f"is no CSV ({error}); quote the text, double its marks")
            continue
        finally:
            lines.row_ends()
        if values is None:
            return
        if header is None:
            header = _check_header(values, origin, options)
        elif any(values):
            yield _csv_row(header, values, f"{origin}:{reader.line_num}", reader.line_num)


def _csv_row(header: list[str], values: list[str], place: str, line: int) -> Row | MalformedRow:
    """A row; one with more values than columns has an unquoted mark in its text, which would be read cut short."""
    if any(values[len(header) :]) or len(values) < len(header):
        return MalformedRow(place, f"has {len(values)} values for {len(header)} columns; quote the text")
    return Row(line, dict(zip(header, values, strict=False)))


def _columns(names: Iterable[str]) -> str:
    """Write names of columns for a message: a table is hostile, and may have many and long ones."""
    return ", ".join(ascii(name) for name in names)[:300]


def _check_header(header: list[str], origin: str, options: ReadOptions) -> list[str]:
    wanted = [column for column in options.fields.values() if column not in header]
    shown = _columns(header)
    if wanted:
        raise UnreadableInput(origin, f"has no column {wanted[0]!r}; its columns are {shown}")
    if "text" not in options.fields and not {name.lower() for name in header} & set(NAMES["text"]):
        raise UnreadableInput(origin, f"no column is named as text; name it with text=COLUMN, one of {shown}")
    return header


class _Lines:
    """The lines of a CSV file, decoded; a row may not take more than the limit, however many lines and cells it has."""

    def __init__(self, stream: io.BufferedReader, origin: str, limit: int) -> None:
        sample = stream.peek(_SAMPLE)[:_SAMPLE]
        sample = sample[: sample.rfind(b"\n") + 1] or sample  # cut at a line, not inside a character
        encoding = find_encoding(sample) if sample else "utf-8"
        if encoding is None:
            raise UnreadableInput(origin, "is no CSV but a binary file; save it as CSV in UTF-8")
        first = sample.decode(encoding, "replace").split("\n", 1)[0]
        self.delimiter = max(_DELIMITERS, key=first.count)
        self._text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        self._origin, self._limit, self._taken, self._number = origin, limit, 0, 0
        csv.field_size_limit(max(limit, csv.field_size_limit()))

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._limit + 1)
        self._number += 1
        self._taken += len(line)
        if self._taken > self._limit:
            raise _row_too_long(self._origin, self._number, self._limit)
        if not line:
            raise StopIteration
        return line

    def row_ends(self) -> None:
        """Begin to count anew."""
        self._taken = 0


def _row_too_long(origin: str, line: int, limit: int) -> UnreadableInput:
    return UnreadableInput(
        origin, f"line {line}: the row is over {limit} bytes; is a mark not closed? No more was read"
    )
