"""Texts: what the commands under ``onrecord judge`` read: whole texts, or JSON lines with a text each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from onrecord.cli.output import say
from onrecord.errors import InputError, MalformedRow
from onrecord.read import Input, ReadOptions, find_inputs, read_input
from onrecord.read.dates import find_day
from onrecord.read.files import open_file, read_stdin
from onrecord.read.inputs import STDIN, printable
from onrecord.types import Document


@dataclass(frozen=True, slots=True)
class Text:
    """A text to judge.

    Attributes:
        id: The line's own, or its place; the path of a file.
        text: What the spans index.
        published: The day of publication in ISO 8601; None where it is not known.
    """

    id: str | int
    text: str
    published: str | None


def read_texts(places: Sequence[str], published: str | None) -> Iterator[Text | InputError]:
    """Read texts: files and folders as ``onrecord read`` takes them, and JSON lines of ``{"id", "text", "published"}``.

    Standard input is JSON lines where its first line is an object with a text, else one text. Of a line, ``id`` and
    ``published`` may be absent; a date that cannot be understood is said, and the text read without it.

    Args:
        places: Paths, patterns, addresses, or "-" for standard input.
        published: When they were published, where a line or page does not tell.

    Yields:
        The texts, and errors in the places of what cannot be read.

    Raises:
        InputError: ``published`` is no date.
    """
    options = ReadOptions(published=published)
    for item in find_inputs(places):
        if isinstance(item, InputError):
            yield item
            continue
        try:
            yield from _read(item, options)
        except InputError as error:
            yield error


def _read(item: Input, options: ReadOptions) -> Iterator[Text | InputError]:
    if item.kind == "jsonl":
        with open_file(item.origin) as stream:
            yield from _rows(stream, printable(item.origin), options.published)
    elif item.kind == "stdin":
        yield from _standard_input(options)
    else:
        for found in read_input(item, options):
            yield _text(found) if isinstance(found, Document) else found


def _text(document: Document) -> Text:
    return Text(document.origin, document.text, document.published)


def _standard_input(options: ReadOptions) -> Iterator[Text | InputError]:
    from onrecord.read.decode import decode

    raw = read_stdin(options.max_bytes)
    lines = raw.split(b"\n")
    first = next((line for line in lines if line.strip()), b"")
    if _has_text(first):
        yield from _rows(lines, STDIN, options.published)
    else:
        yield Text(STDIN, decode(raw, STDIN), options.published)


def _rows(lines: Iterable[bytes], origin: str, published: str | None) -> Iterator[Text | MalformedRow]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(line, f"{origin}:{number}", published)


def _has_text(line: bytes) -> bool:
    """Whether a line is an object of JSON with a text."""
    try:
        cells = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False
    return isinstance(cells, dict) and isinstance(cells.get("text"), str)


def _row(line: bytes, place: str, published: str | None) -> Text | MalformedRow:
    try:
        cells = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        return MalformedRow(place, f"is no JSON in UTF-8 ({error}); repair or leave out the line")
    if not isinstance(cells, dict) or not isinstance(cells.get("text"), str):
        return MalformedRow(place, 'is no object with a text; write {"id": …, "text": …, "published": …}')
    day = find_day(cells.get("published"))
    if day is None and cells.get("published"):
        say(f"{place}: its date is not understood, and it is read without it; write dates as 2022-03-14")
    name = cells.get("id")
    return Text(name if isinstance(name, str | int) else place, cells["text"], day or published)
