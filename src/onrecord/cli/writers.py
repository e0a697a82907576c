"""How readings leave the command line: to standard output as they come, or as brat's pairs of files."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Protocol
from urllib.parse import unquote, urlsplit

from onrecord.cli.output import OutputError, write_out
from onrecord.cli.people import for_people
from onrecord.show.layout import WIDTH
from onrecord.types import Document, Reading

Format = Literal["text", "json", "csv", "brat", "annotation", "html"]

Renderer = Callable[[Reading, float], bytes]

RULE = f"\n{'─' * WIDTH}\n\n".encode()
"""Between two reports in text."""


class SeveralDocuments(Exception):
    """brat keeps one document a file, and a second one came for standard output."""


class Writer(Protocol):
    """Writes readings as they come."""

    def write(self, reading: Reading) -> None:
        """Write a reading, or hold it."""

    def close(self) -> None:
        """Write what was held back."""


def open_writer(form: Format, min_confidence: float, folder: Path | None = None) -> Writer:
    """Choose how readings are written.

    Args:
        form: The format.
        min_confidence: Least confidence of the statements that are written.
        folder: Where brat's files go; None for standard output.

    Raises:
        OutputError: The folder cannot be made.
    """
    if folder is not None:
        return BratFolder(folder, min_confidence)
    if form == "brat":
        return OneBrat(min_confidence)
    return Stream(_renderer(form), min_confidence, *_around(form))


class Stream:
    """Standard output, one reading after the other.

    Args:
        render: Writes one.
        min_confidence: Least confidence of the statements that are written.
        header: Comes before the first, or alone if there is none.
        between: Comes before every other.
    """

    def __init__(self, render: Renderer, min_confidence: float, header: bytes = b"", between: bytes = b"") -> None:
        self._render = render
        self._min_confidence = min_confidence
        self._header = header
        self._between = between
        self._first = True

    def write(self, reading: Reading) -> None:
        """Print a reading."""
        before = self._header if self._first else self._between
        self._first = False
        write_out(before + self._render(reading, self._min_confidence))

    def close(self) -> None:
        """Print the header of a table without rows."""
        if self._first and self._header:
            write_out(self._header)


class OneBrat:
    """The one .ann file that standard output can hold; printed when it is sure that there is no other."""

    def __init__(self, min_confidence: float) -> None:
        self._min_confidence = min_confidence
        self._held: Reading | None = None

    def write(self, reading: Reading) -> None:
        """Hold a reading.

        Raises:
            SeveralDocuments: It is the second.
        """
        if self._held is not None:
            raise SeveralDocuments
        self._held = reading

    def close(self) -> None:
        """Print it."""
        from onrecord.show.brat import record_brat

        if self._held is not None:
            write_out(record_brat(self._held, self._min_confidence).encode())


class BratFolder:
    """A folder with a .txt and a .ann file for each document, and brat's configuration.

    Raises:
        OutputError: The folder cannot be made or written.
    """

    def __init__(self, folder: Path, min_confidence: float) -> None:
        from onrecord.show.brat import CONFIGURATION

        self._folder = folder
        self._min_confidence = min_confidence
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{folder}: {error.strerror}; name a folder that can be made and written") from error
        self._put("annotation.conf", CONFIGURATION)

    def write(self, reading: Reading) -> None:
        """Write a document and its annotations."""
        from onrecord.show.brat import record_brat

        name = file_stem(reading.document)
        self._put(f"{name}.txt", reading.document.text)
        self._put(f"{name}.ann", record_brat(reading, self._min_confidence))

    def close(self) -> None:
        """Nothing is held back."""

    def _put(self, name: str, text: str) -> None:
        path = self._folder / name
        try:
            path.write_bytes(text.encode())
        except OSError as error:
            raise OutputError(f"{path}: {error.strerror}; it is not complete") from error


def file_stem(document: Document) -> str:
    """Name a document's files: what it is called where it comes from, made safe, and the start of its id.

    Args:
        document: Its origin and id may be hostile: nothing but letters, digits, "-" and "_" is kept of them.
    """
    web = document.origin.startswith(("http://", "https://"))
    path = unquote(urlsplit(document.origin).path) if web else document.origin
    last = path.rstrip("/").rpartition("/")[2]
    safe = re.sub(r"[^A-Za-z0-9]+", "-", last.rpartition(".")[0] or last)[:60].strip("-")
    start = re.sub(r"[^A-Za-z0-9_-]", "-", document.id[:8])  # of an import, it may be "../../x"
    return f"{safe or 'report'}-{start}"


def _renderer(form: Format) -> Renderer:
    """Load what one format needs, and nothing else."""
    if form == "json":
        from onrecord.show.record import record_json

        return lambda reading, least: record_json(reading, least) + b"\n"
    if form == "csv":
        from onrecord.show.csv import record_csv

        return lambda reading, least: record_csv(reading, least).encode()
    if form == "html":
        from onrecord.show.html import record_html

        return lambda reading, least: record_html(reading, least).encode()
    if form == "annotation":
        from onrecord.show.annotation import record_annotations

        return record_annotations
    from onrecord.show.text import record_paragraphs

    return lambda reading, least: for_people(record_paragraphs(reading, least))


def _around(form: Format) -> tuple[bytes, bytes]:
    """What comes before the first reading, and between two."""
    if form == "csv":
        from onrecord.show.csv import csv_header

        return csv_header().encode(), b""
    if form == "html":
        from onrecord.show.html import html_header

        return html_header().encode(), b""
    return b"", RULE if form == "text" else b""
