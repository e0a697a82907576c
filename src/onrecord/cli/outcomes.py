"""What comes of each input: a reading, or a failure that says why not."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.crew import ordered
from onrecord.errors import InputError, NotEnglish
from onrecord.types import Document, Reading

if TYPE_CHECKING:
    from onrecord.read import Input, ReadOptions

FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What a fault of onrecord's own looks like. It costs one report, not the thousands that are read with it."""


IN_THE_FIRST_PROCESS = ("jsonl", "csv", "stdin")
"""Kinds of input that are not read by a worker: tables, which give many reports, and standard input, which only one
process has."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that was not read. Unlike an exception it goes from process to process as it is.

    Attributes:
        origin: The path, address or row.
        message: Why, and what to do.
        language: The language of a report that is not in English; None for all other failures.
    """

    origin: str
    message: str
    language: str | None = None


Outcome = Reading | Failure


def outcomes(places: Iterable[str], options: ReadOptions, model: str, jobs: int) -> Iterator[Outcome]:
    """Read everything.

    Args:
        places: Paths, patterns or addresses.
        options: How to read them.
        model: Name of a model in the package.
        jobs: Number of processes; with 1 everything is done in this one.

    Yields:
        What comes of each input, in the order of the inputs.

    Raises:
        ModelError: The model's files are missing or damaged.
    """
    work = partial(perform, options=options, model=model)
    if jobs == 1:
        for task in tasks(places, options):
            yield from work(task)
    else:
        for several in ordered(work, tasks(places, options), jobs, _lost):
            yield from several


def tasks(places: Iterable[str], options: ReadOptions) -> Iterator[Input | Document | Failure]:
    """Find what is to be read, cut so that a task gives few readings.

    Args:
        places: Paths, patterns or addresses.
        options: How to read them.

    Yields:
        Files and addresses; the rows of a table as documents; what cannot be read as failures.
    """
    from onrecord.read import find_inputs, read_input

    for item in find_inputs(list(places)):
        if isinstance(item, InputError):
            yield _failure(item)
        elif item.kind in IN_THE_FIRST_PROCESS:
            for row in read_input(item, options):
                yield row if isinstance(row, Document) else _failure(row)
        else:
            yield item


def perform(task: Input | Document | Failure, options: ReadOptions, model: str) -> list[Outcome]:
    """Do one task, in whichever process.

    Args:
        task: As ``tasks`` gives them.
        options: How to read.
        model: Name of a model in the package.

    Raises:
        ModelError: The model's files are missing or damaged.
    """
    from onrecord.read import read_input

    if isinstance(task, Failure):
        return [task]
    if isinstance(task, Document):
        return [_read(task, model)]
    try:
        found = list(read_input(task, options))
    except FAULTS as error:
        return [_fault(_origin(task), error)]
    return [_read(item, model) if isinstance(item, Document) else _failure(item) for item in found]


def _read(document: Document, model: str) -> Outcome:
    from onrecord.pipeline import load_reader

    reader = load_reader(model)
    try:
        return reader.read(document)
    except FAULTS as error:
        return _fault(document.origin, error)


def _failure(error: InputError) -> Failure:
    return Failure(error.origin, error.message, error.language if isinstance(error, NotEnglish) else None)


def _fault(origin: str, error: Exception) -> Failure:
    """Say where in onrecord a fault arose, since the report of one is wanted."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).parent.name}/{Path(frame.filename).name}:{frame.lineno}"
    return Failure(origin, f"was not read, by a fault of onrecord's: {type(error).__name__} at {place}: {error}")


def _origin(task: Input | Document | Failure) -> str:
    return task.origin


def _lost(task: Input | Document | Failure) -> list[Outcome]:
    return [Failure(_origin(task), "the process that read it died (out of memory?); it was not read")]
