"""What people are told on standard error while reports are read: failures, a progress bar, a summary."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from onrecord.cli.outcomes import Failure
from onrecord.cli.output import say
from onrecord.show.harmless import one_line
from onrecord.show.wording import count
from onrecord.types import Reading

if TYPE_CHECKING:
    from rich.progress import Progress


class Reporter:
    """Counts what is read and tells of it.

    Args:
        bar: Whether to draw a progress bar; only for a terminal that nothing else is printed on.
        total: Number of inputs, where it is known.
        record: The database that keeps the readings, if one does.
    """

    def __init__(self, bar: bool = False, total: int | None = None, record: str | None = None) -> None:
        self.read = 0
        self.statements = 0
        self.failed = 0
        self.not_english = 0
        self.added = 0
        self._record = record
        self._total = total
        self._started = time.monotonic()
        self._progress = _progress() if bar else None

    def __enter__(self) -> Reporter:
        if self._progress is not None:
            self._progress.start()
            self._progress.add_task("reading", total=self._total, rate="", failed="")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress is not None:
            self._progress.stop()

    @property
    def seen(self) -> int:
        """Number of reports read or failed."""
        return self.read + self.failed + self.not_english

    def reading(self, reading: Reading, added: bool | None) -> None:
        """Count a reading.

        Args:
            reading: What was read.
            added: Whether the record took it as new; None where no record is kept.
        """
        self.read += 1
        self.statements += len(reading.statements)
        self.added += added is True
        self._advance()

    def failure(self, failure: Failure) -> None:
        """Count a failure and tell of it."""
        if failure.language is None:
            self.failed += 1
        else:
            self.not_english += 1
        self.tell(f"{failure.origin}: {failure.message}")
        self._advance()

    def tell(self, message: str) -> None:
        """Print a line on standard error, above the bar if there is one."""
        if self._progress is None:
            say(message)
        else:
            line = f"onrecord: {one_line(message)}"
            self._progress.console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)

    def summary(self) -> str:
        """One line: what was read and what was not."""
        parts = [f"{count(self.read, 'report')} read, {count(self.statements, 'statement')}"]
        if self.failed:
            parts.append(f"{self.failed:,} failed")
        if self.not_english:
            parts.append(f"{self.not_english:,} not English")
        if self._record is None:
            return ", ".join(parts)
        known = self.read - self.added
        return f"{', '.join(parts)}; {self.added:,} added to {self._record}, {known:,} there already"

    def _advance(self) -> None:
        if self._progress is None:
            return
        rate = f"{self.seen / max(time.monotonic() - self._started, 1e-3):.1f}/s"
        failed = f"{self.failed:,} failed" if self.failed else ""
        self._progress.update(self._progress.task_ids[0], completed=self.seen, rate=rate, failed=failed)


def _progress() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("[red]{task.fields[failed]}"),
        TimeRemainingColumn(),
    )
    console = Console(file=sys.stderr)
    return Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
