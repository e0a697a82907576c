"""Carrying: what a record holds to files of other programs, and exports back into a record."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from onrecord.cli.exporting import ExportFormat
from onrecord.cli.output import OutputError, say, write_out
from onrecord.cli.scaled import scaled
from onrecord.cli.writers import BratFolder
from onrecord.errors import BadJudgement, BadReading, MalformedRow, OnrecordError, UnreadableInput
from onrecord.show.exported import Damaged, Exported, exported, restored
from onrecord.show.wording import count
from onrecord.store import Store, open_store
from onrecord.store.judgements.vet import check_sound

if TYPE_CHECKING:
    from onrecord.judge.certainty import Scale
    from onrecord.store.judgements.judge import Kept


@dataclass(frozen=True, slots=True)
class Export:
    """What ``onrecord export`` was asked to do; see there."""

    record: str
    documents: Sequence[str]
    form: ExportFormat
    out: Path | None
    judged_only: bool
    scale: Scale


def export_record(asked: Export) -> None:
    """Write documents of a record.

    Args:
        asked: Which, how and where to.

    Raises:
        OnrecordError: The record cannot be read, has no such document, or a package is missing.
        OutputError: It cannot be written.
    """
    with open_store(asked.record) as store:
        chosen = _Chosen(store, asked)
        if asked.form == "parquet" and asked.out is not None:
            _write_parquet(asked.out, (_line(kept, asked.scale) for kept in chosen))
        elif asked.form == "brat" and asked.out is not None:
            folder = BratFolder(asked.out, 0.0)
            for kept in chosen:
                folder.write(scaled(kept.reading, asked.scale))
        else:
            _write_lines(asked, chosen)
    left = f"; {count(chosen.left, 'report')} left out" if chosen.left else ""
    if left and asked.form == "training":
        left += ": their readings of now were not accepted by `onrecord correct reviewed`"
    say(f"{count(chosen.written, 'report')} exported{left}")


class _Chosen:
    """The documents that are exported, as they are asked for, and how many they were.

    To train on, a report must have been read through by a person: only then is what is no statement known, too.
    """

    def __init__(self, store: Store, asked: Export) -> None:
        self._store, self._asked = store, asked
        self.written = self.left = 0

    def __iter__(self) -> Iterator[Kept]:
        wanted = self._asked.documents
        ids = [self._store.find_document(one).id for one in wanted] or [row.id for row in self._store.documents()]
        for document_id in dict.fromkeys(ids):
            kept = self._store.kept(document_id)
            if self._fits(kept):
                self.written += 1
                yield kept
            else:
                self.left += 1

    def _fits(self, kept: Kept) -> bool:
        if self._asked.form == "training":
            return kept.is_read_through
        return not self._asked.judged_only or any(one.withdrawn is None for one in kept.judgements)


def _line(kept: Kept, scale: Scale) -> Exported:
    return exported(scaled(kept.reading, scale), kept.base, kept.rank, kept.judgements)


def _write_parquet(path: Path, lines: Iterable[Exported]) -> None:
    from onrecord.show.parquet import write_parquet

    try:
        write_parquet(path, lines)
    except OSError as error:
        raise _failed(path, error) from error


def _write_lines(asked: Export, chosen: Iterable[Kept]) -> None:
    header, render = _renderer(asked)
    with _sink(asked.out) as write:
        write(header)
        for kept in chosen:
            write(render(kept))


def _renderer(asked: Export) -> tuple[bytes, Callable[[Kept], bytes]]:
    """What comes first, and what writes a document."""
    if asked.form == "jsonl":
        from onrecord.show.jsonline import json_line

        return b"", lambda kept: json_line(_line(kept, asked.scale)) + b"\n"
    if asked.form == "csv":
        from onrecord.show.csv import csv_header, record_csv

        return csv_header().encode(), lambda kept: record_csv(kept.reading).encode()
    if asked.form == "annotation":
        from onrecord.show.annotation import record_annotations

        return b"", lambda kept: record_annotations(kept.reading)
    if asked.form == "schema-org":
        from onrecord.show.schema_org import record_schema_org

        return b"", lambda kept: record_schema_org(kept.reading)
    from onrecord.show.training import record_training

    return b"", lambda kept: record_training(kept.reading)


@contextmanager
def _sink(out: Path | None) -> Iterator[Callable[[bytes], object]]:
    """Standard output, or a file that takes its name when it is whole."""
    if out is None:
        yield write_out
        return
    part = out.with_name(f"{out.name}.part")
    try:
        with part.open("wb") as file:
            yield file.write
        part.replace(out)
    except OSError as error:
        raise _failed(out, error) from error
    finally:
        part.unlink(missing_ok=True)


def _failed(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path}: {error.strerror or error}; it was not written; name a file that can be")


def import_files(record: str, files: Sequence[Path]) -> int:
    """Add exports to a record.

    Args:
        record: The record; it is made if it is not there.
        files: JSONL, packed or not, or Parquet.

    Returns:
        How many lines, rows and files could not be read; a file that is no export is one.

    Raises:
        StoreError: The record cannot be written.
        MissingExtra: A package is missing.
    """
    added = there = judged = failed = 0
    with open_store(record, create=True) as store:
        for item in (item for path in files for item in _items(path)):
            try:
                if isinstance(item, OnrecordError):
                    raise item
                place, line = item
                new, judgements = _keep(store, place, line)
            except (UnreadableInput, MalformedRow) as error:
                failed += 1
                say(str(error))
                continue
            added, there, judged = added + new, there + (not new), judged + judgements
    left = f"; {failed} damaged or not read" if failed else ""
    say(f"{count(added, 'report')} added to {record}, {there} there already, {count(judged, 'judgement')} added{left}")
    return failed


def _keep(store: Store, place: str, line: Exported) -> tuple[bool, int]:
    try:
        back = restored(line)
        for judgement in back.judgements:
            check_sound(judgement)
        new = store.add(back.reading, back.rank)
        return new, store.add_judgements(back.judgements)
    except (Damaged, BadReading, BadJudgement) as error:
        raise MalformedRow(place, f"is damaged ({error}); it was left out") from error


Item = tuple[str, Exported] | OnrecordError

_LOOKED_AT = 10
"""Lines or rows by which a file is told to be no export: where none of so many is of one, none is read."""


def _items(path: Path) -> Iterator[Item]:
    """What a file holds, with the place of each, and errors in the places of what cannot be read."""
    try:
        items = _rows(path) if path.suffix == ".parquet" else _lines(path)
        first = list(islice(items, _LOOKED_AT))
        if len(first) > 1 and all(isinstance(item, MalformedRow) for item in first):
            yield UnreadableInput(
                str(path),
                f"is no export: none of its first {len(first)} lines is of one; import what `onrecord export` writes "
                "as JSONL or Parquet, and read reports and tables of them by `onrecord read`",
            )
            return
        yield from chain(first, items)
    except (OSError, EOFError) as error:
        yield UnreadableInput(str(path), f"{getattr(error, 'strerror', None) or error}; it was not read")


def _rows(path: Path) -> Iterator[Item]:
    from onrecord.show.parquet import read_parquet

    try:
        for number, row in enumerate(read_parquet(path), 1):
            place = f"{path}:{number}"
            yield (
                MalformedRow(place, f"is no record ({row})")
                if isinstance(row, msgspec.ValidationError)
                else (place, row)
            )
    except ValueError as error:
        yield UnreadableInput(str(path), f"is no Parquet, or a damaged one ({error}); it was not read")


def _lines(path: Path) -> Iterator[Item]:
    decoder = msgspec.json.Decoder(Exported)
    with _open(path) as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            place = f"{path}:{number}"
            try:
                yield place, decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                yield MalformedRow(place, f"is no line of an export ({error}); it was left out")


@contextmanager
def _open(path: Path) -> Iterator[Iterable[bytes]]:
    if str(path) == "-":
        yield sys.stdin.buffer
        return
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        yield file
