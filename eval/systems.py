"""Systems: records of a set's documents, made by onrecord now or printed by it earlier."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import starmap
from pathlib import Path

import msgspec

from eval.task import EMPTY, Gold, GoldDoc, Record
from onrecord.errors import InputError
from onrecord.pipeline import Reader, load_reader
from onrecord.read import make_document


class RecordsError(Exception):
    """A file of records does not fit the set that it is scored against."""


@dataclass(slots=True)
class Predictions:
    """What a system found.

    Attributes:
        records: Document → its record, for those that were read.
        unread: Document → why it was not read. It counts as a document in which nothing was found.
    """

    records: dict[str, Record] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)

    def of(self, doc: str) -> Record:
        """The record of a document, without statements if it was not read."""
        return self.records.get(doc, EMPTY)

    @property
    def models(self) -> dict[str, str]:
        """Digests of the models that made the records, and the rules' version."""
        made = [(dict(r["models"]), str(r["rules"])) for r in self.records.values() if "models" in r]
        return made[0][0] | {"rules": made[0][1]} if made else {}


def read_gold(gold: Gold, model: str, jobs: int = 1) -> Predictions:
    """Read a set's texts as ``onrecord read`` would.

    Args:
        gold: The set.
        model: A model of the package, or the folder of another.
        jobs: Number of processes.
    """
    pairs = ((doc.doc, doc.text) for doc in gold.docs)
    predictions = Predictions()
    for name, outcome in _read_all(pairs, model, jobs):
        if isinstance(outcome, str):
            predictions.unread[name] = outcome
        else:
            predictions.records[name] = outcome
    _check_texts(gold.docs, predictions.records)
    return predictions


def _read_all(pairs: Iterable[tuple[str, str]], model: str, jobs: int) -> Iterator[tuple[str, Record | str]]:
    if jobs == 1:
        yield from starmap(_read, ((name, text, model) for name, text in pairs))
        return
    with ProcessPoolExecutor(jobs) as pool:
        names, texts = zip(*pairs, strict=True)
        yield from pool.map(_read, names, texts, [model] * len(names), chunksize=4)


def open_reader(model: str) -> Reader:
    """Open a model of the package, or of a folder, once in this process."""
    folder = Path(model)
    if not folder.is_dir():
        return load_reader(model)
    if model not in _FOLDERS:
        _FOLDERS[model] = Reader(folder.name, folder)
    return _FOLDERS[model]


_FOLDERS: dict[str, Reader] = {}


def _read(name: str, text: str, model: str) -> tuple[str, Record | str]:
    try:
        document = make_document(text, origin=f"{name}.txt")
    except InputError as error:
        return name, error.message
    if document.language != "en":
        return name, f"is in {document.language!r}, not English"
    return name, msgspec.to_builtins(open_reader(model).read(document))


def read_records(path: Path, gold: Gold) -> Predictions:
    """Take the records that ``onrecord read --json`` printed; gzip is unpacked.

    Args:
        path: One record a line; lines that are no object are passed over.
        gold: The set; records of other documents are left out.

    Raises:
        RecordsError: Two records are of one document, or one is of another text than the gold's.
    """
    opened = gzip.open if path.suffix == ".gz" else open
    wanted = {doc.doc for doc in gold.docs}
    predictions = Predictions()
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("{"):
                continue
            record = json.loads(line)
            name = Path(record["document"]["origin"]).name.removesuffix(".txt")
            if name in predictions.records:
                raise RecordsError(f"{path}: two records of {name}")
            if name in wanted:
                predictions.records[name] = record
    predictions.unread = dict.fromkeys(sorted(wanted - predictions.records.keys()), "no record of it in the file")
    _check_texts(gold.docs, predictions.records)
    return predictions


def _check_texts(docs: Iterable[GoldDoc], records: dict[str, Record]) -> None:
    for doc in docs:
        if doc.doc in records and records[doc.doc]["document"]["text"] != doc.text:
            raise RecordsError(f"{doc.doc}: the record is of another text than the gold's, so its offsets mean nothing")
