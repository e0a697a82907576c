"""Systems: records of a set's documents, made by onrecord as ``onrecord read`` makes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import starmap
from multiprocessing import get_context
from pathlib import Path

from eval.records import Predictions, check_texts
from eval.task import Gold, Record
from onrecord import record_json
from onrecord.errors import InputError
from onrecord.pipeline import Reader, load_reader
from onrecord.read import make_document

ENGLISH = "en"


def read_gold(gold: Gold, model: str, jobs: int = 1) -> Predictions:
    """Read a set's texts.

    Args:
        gold: The set.
        model: A model of the package, or the folder of another.
        jobs: Number of processes.
    """
    predictions = Predictions()
    pairs = [(doc.doc, doc.text) for doc in gold.docs]
    for name, outcome in read_all(pairs, model, jobs):
        if isinstance(outcome, str):
            predictions.unread[name] = outcome
        else:
            predictions.records[name] = outcome
    check_texts(gold.docs, predictions)
    return predictions


def read_all(pairs: Iterable[tuple[str, str]], model: str, jobs: int = 1) -> Iterator[tuple[str, Record | str]]:
    """Read texts in their order.

    Args:
        pairs: Names and texts.
        model: A model of the package, or the folder of another.
        jobs: Number of processes.

    Yields:
        Each name with its record, or with the reason why it was not read.
    """
    tasks = [(name, text, model) for name, text in pairs]
    if jobs == 1:
        yield from starmap(_read, tasks)
        return
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        yield from pool.map(_read, *zip(*tasks, strict=True), chunksize=4)


@cache
def open_reader(model: str) -> Reader:
    """Open a model of the package, or of a folder, once in this process."""
    folder = Path(model)
    return Reader(folder.name, folder) if folder.is_dir() else load_reader(model)


def _read(name: str, text: str, model: str) -> tuple[str, Record | str]:
    try:
        document = make_document(text, origin=f"{name}.txt")
    except InputError as error:
        return name, error.message
    if document.language != ENGLISH:
        return name, f"is in {document.language!r}, not English"
    return name, json.loads(record_json(open_reader(model).read(document)))
