"""``onrecord read``: inputs to readings, readings to the output and, where asked, into the record."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.outcomes import IN_THE_FIRST_PROCESS, Failure, outcomes
from onrecord.cli.output import OutputError, is_terminal, say, warnings_to
from onrecord.cli.reporter import Reporter
from onrecord.cli.scaled import scaled
from onrecord.cli.writers import Format, Writer, open_writer
from onrecord.errors import BadReading, InputError, StoreError

if TYPE_CHECKING:
    from onrecord.judge.certainty import Scale
    from onrecord.read import ReadOptions
    from onrecord.store import Store


@dataclass(frozen=True, slots=True)
class Request:
    """What ``onrecord read`` was asked to do.

    Attributes:
        places: Paths, patterns or addresses.
        options: How to read them.
        form, folder, min_confidence: How and where to write.
        record: The database that keeps the readings; None to keep none.
        jobs: Number of processes.
        model: Name of a model in the package.
        scale: Whose ranges hedges are printed in.
    """

    places: Sequence[str]
    options: ReadOptions
    form: Format
    folder: Path | None
    min_confidence: float
    record: str | None
    jobs: int
    model: str
    scale: Scale


def run(request: Request) -> int:
    """Read, write, keep and tell.

    Args:
        request: What was asked.

    Returns:
        The exit code: 1 if an input failed or nothing was read, else 0.

    Raises:
        OnrecordError: The record or the model cannot be used.
        OutputError: The output cannot be written.
        SeveralDocuments: brat's format was asked for on standard output and there is more than one document.
        KeyboardInterrupt: Told of, with what was read until then.
    """
    reporter = _reporter(request)
    with ExitStack() as stack:
        store = stack.enter_context(_open(request.record)) if request.record is not None else None
        writer = open_writer(request.form, request.min_confidence, request.folder)
        try:
            with reporter, warnings_to(reporter.tell):
                _read(request, store, writer, reporter)
            writer.close()
        except KeyboardInterrupt:
            say(f"interrupted: {reporter.summary()}")
            raise
        except (OutputError, StoreError):
            if store is not None:
                say(f"stopped: {reporter.summary()}")
            raise
    if reporter.seen != 1 or store is not None:
        say(reporter.summary())
    return 1 if reporter.failed or not reporter.read else 0


def _read(request: Request, store: Store | None, writer: Writer, reporter: Reporter) -> None:
    for outcome in outcomes(request.places, request.options, request.model, request.jobs):
        if isinstance(outcome, Failure):
            reporter.failure(outcome)
            continue
        # Kept before it is printed: a full pipe loses no reading.
        try:
            added = store.add(outcome) if store is not None else None
        except BadReading as error:
            reporter.failure(Failure(outcome.document.origin, f"was not kept, by a fault of onrecord's: {error}"))
            continue
        reporter.reading(outcome, added)
        writer.write(scaled(outcome, request.scale))


def _open(record: str) -> Store:
    from onrecord.store import open_store

    return open_store(record, create=True)


def _reporter(request: Request) -> Reporter:
    """With a bar where there is a terminal for it that the readings are not printed on."""
    if not is_terminal(sys.stderr) or is_terminal(sys.stdout):
        return Reporter(record=request.record)
    total = _total(request)
    return Reporter(bar=total != 1, total=total, record=request.record)


def _total(request: Request) -> int | None:
    """Number of inputs; None where one of them is a table, whose rows are not counted beforehand.

    What is found on the way is told when it is found again, to be read.
    """
    from onrecord.read import find_inputs

    logging.getLogger("onrecord").addHandler(logging.NullHandler())
    total = 0
    for item in find_inputs(request.places):
        if not isinstance(item, InputError) and item.kind in IN_THE_FIRST_PROCESS:
            return None
        total += 1
    return total
