"""Material: what somebody gave to be read: a text that was pasted, an address, or a file that was sent.

A file that was sent lies in a folder of the job's under a name of ours: what it was called says only what kind it is,
and is shown.
"""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from onrecord.errors import InputError
from onrecord.read import Input, ReadOptions, make_document, read_input
from onrecord.read.inputs import Kind, kind_of, printable
from onrecord.types import Document

if TYPE_CHECKING:
    from onrecord.web.settings import Settings

LONGEST_NAME = 200


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """What was not read, and why."""

    origin: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a report beforehand."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One thing to read. Picklable.

    Attributes:
        name: What it is called, for people; the origin of the document.
        kind: What it is; "stdin" never.
        place: Its address, or where the file lies; "" for a text.
        text: What was pasted.
        known: What is known of it.
    """

    name: str
    kind: Kind = "text"
    place: str = ""
    text: str | None = None
    known: Known = Known()

    @property
    def is_table(self) -> bool:
        """Whether it may hold many reports."""
        return self.kind in ("jsonl", "csv")

    def options(self, settings: Settings) -> ReadOptions:
        """How to read it.

        Args:
            settings: Of the server, with its limits.
        """
        return ReadOptions(
            title=self.known.title,
            publisher=self.known.publisher,
            published=self.known.published,
            max_bytes=settings.max_upload,
            allow_private=settings.allow_private,
        )


def open_material(material: Material, options: ReadOptions) -> Document | Failure:
    """Make the document of a text, an address or a file of one report.

    Args:
        material: No table.
        options: How to read it.
    """
    try:
        if material.text is not None:
            return make_document(
                material.text,
                origin=material.name,
                title=options.title,
                publisher=options.publisher,
                published=options.published,
            )
        found = next(iter(read_input(Input(material.place, material.kind), options)))
    except InputError as error:
        return Failure(origin=material.name, message=error.message)
    return renamed(found, material)


def renamed(found: Document | InputError, material: Material) -> Document | Failure:
    """Give what was found in a file the name that it was sent under: the one it lies under is nobody's business.

    Args:
        found: What the reader gave.
        material: What it was given.
    """
    if isinstance(found, InputError):
        return Failure(origin=_named(found.origin, material), message=found.message)
    return msgspec.structs.replace(found, origin=_named(found.origin, material))


def file_material(folder: Path, number: int, given: str, known: Known) -> Material:
    """Say where a file that is sent is to lie.

    Args:
        folder: Of the job.
        number: Of the file in it.
        given: What it is called; taken apart for its ending only.
        known: Title, publisher and published.

    Returns:
        The material, whose file is not there yet.
    """
    name = printable(given.replace("\\", "/").rpartition("/")[2])[-LONGEST_NAME:] or "file"
    return Material(name=name, kind=kind_of(name), place=str(folder / str(number)), known=known)


def unpacks_to_more(path: Path, most: int) -> bool:
    """Whether a table unpacks to more than is read of one; a report's own limit is held by its reader.

    Args:
        path: Of the file.
        most: Bytes.
    """
    with path.open("rb") as file:
        if file.read(2) != b"\x1f\x8b":
            return False
    left = most
    try:
        with gzip.open(path) as packed:
            while chunk := packed.read(2**20):
                left -= len(chunk)
                if left < 0:
                    return True
    except (OSError, EOFError, zlib.error):
        return False  # the reader says what is wrong with it
    return False


def _named(origin: str, material: Material) -> str:
    return material.name + origin[len(material.place) :] if origin.startswith(material.place) else origin
