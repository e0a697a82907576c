"""Carrying: the record, or one document of it, in the formats of other programs, written while it is sent."""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal

from onrecord.ids import identify
from onrecord.show.annotation import record_annotations
from onrecord.show.brat import CONFIGURATION, record_brat
from onrecord.show.csv import csv_header, record_csv
from onrecord.show.exported import Exported, exported
from onrecord.show.jsonline import json_line
from onrecord.show.schema_org import record_schema_org
from onrecord.store import Store
from onrecord.store.judgements.judge import Kept

Carried = Literal["jsonl", "parquet", "csv", "annotation", "schema-org", "brat"]

KINDS: dict[Carried, tuple[str, str]] = {
    "jsonl": ("application/jsonl", "jsonl"),
    "parquet": ("application/vnd.apache.parquet", "parquet"),
    "csv": ("text/csv; charset=utf-8", "csv"),
    "annotation": ("application/jsonl", "annotations.jsonl"),
    "schema-org": ("application/jsonl", "schema-org.jsonl"),
    "brat": ("application/zip", "brat.zip"),
}
"""Of each format: its media type, and the end of the file's name."""

_CHUNK = 2**18

_PLAIN = re.compile(r"[0-9A-Za-z_-]{1,100}")


def carried(store: Store, form: Carried, document_id: str | None) -> Iterator[bytes]:
    """Write documents.

    Args:
        store: The record.
        form: The format.
        document_id: The one document; None for all.

    Raises:
        UnknownDocument: The record does not have it; raised at once.
        MissingExtra: A package is missing; raised at once.
    """
    ids = [document_id] if document_id is not None else [row.id for row in store.documents()]
    if document_id is not None:
        store.kept(document_id)
    kept = (store.kept(one) for one in ids)
    if form in ("parquet", "brat"):
        return _sent(_in_file(form, kept))
    return _lines(form, kept)


def _line(kept: Kept) -> Exported:
    return exported(kept.reading, kept.base, kept.rank, kept.judgements)


def _lines(form: Carried, kept: Iterable[Kept]) -> Iterator[bytes]:
    written: dict[Carried, Callable[[Kept], bytes]] = {
        "jsonl": lambda one: json_line(_line(one)) + b"\n",
        "csv": lambda one: record_csv(one.reading).encode(),
        "annotation": lambda one: record_annotations(one.reading),
        "schema-org": lambda one: record_schema_org(one.reading),
    }
    if form == "csv":
        yield csv_header().encode()
    for one in kept:
        yield written[form](one)


def _in_file(form: Carried, kept: Iterable[Kept]) -> tempfile.TemporaryDirectory[str]:
    """Write what cannot be sent before it is whole into a folder of ours, as the file "whole"."""
    folder = tempfile.TemporaryDirectory(prefix="onrecord-")
    place = Path(folder.name) / "whole"
    try:
        if form == "parquet":
            from onrecord.show.parquet import write_parquet

            write_parquet(place, map(_line, kept))
        else:
            _zip(place, kept)
    except BaseException:
        folder.cleanup()
        raise
    return folder


def _zip(place: Path, kept: Iterable[Kept]) -> None:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("annotation.conf", CONFIGURATION)
        for one in kept:
            document = one.reading.document
            name = _named(document.id)
            file.writestr(f"{name}.txt", document.text)
            file.writestr(f"{name}.ann", record_brat(one.reading))


def _named(document_id: str) -> str:
    """The name of a document's files: its id, or one made of it where that is an import's that leads elsewhere."""
    return document_id if _PLAIN.fullmatch(document_id) else identify(document_id)


def _sent(folder: tempfile.TemporaryDirectory[str]) -> Iterator[bytes]:
    with folder as name, (Path(name) / "whole").open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
