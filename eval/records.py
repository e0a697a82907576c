"""Records: what a system found in a set's documents, and records that `onrecord read --json` printed earlier."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from eval.task import EMPTY, Gold, GoldDoc, Record


class RecordsError(Exception):
    """Records do not fit the set that they are scored against."""


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
    check_texts(gold.docs, predictions)
    return predictions


def check_texts(docs: Iterable[GoldDoc], predictions: Predictions) -> None:
    """Make sure that records and gold index the same texts.

    Raises:
        RecordsError: One does not, so that its offsets mean nothing.
    """
    for doc in docs:
        record = predictions.records.get(doc.doc)
        if record is not None and record["document"]["text"] != doc.text:
            raise RecordsError(f"{doc.doc}: the record is of another text than the gold's: its offsets mean nothing")
