"""Progress: how far a job is, what it read and what it did not."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec.structs import replace

from onrecord.web.material import Failure

State = Literal["waiting", "reading", "done", "cancelled", "failed"]

MOST_TOLD = 1_000
"""Reports, and failures, of one job that are listed; of more it keeps the numbers alone. A table may have millions."""


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was read by a job."""

    document_id: str
    title: str
    statements: int
    added: bool


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """How far a job is.

    Attributes:
        id: Of the job.
        name: What it reads, for people.
        at: When it was asked for, ISO 8601, UTC.
        state: waiting, reading, done, cancelled, or failed as a whole.
        total: Number of inputs; a table is one.
        done: How many of them are over.
        current: What is being read.
        documents: What was read, the first first; of many the first ones.
        failures: What was not, likewise.
        read: How many were read.
        failed: How many were not.
    """

    id: str
    name: str
    at: str
    state: State = "waiting"
    total: int
    done: int = 0
    current: str | None = None
    documents: tuple[Read, ...] = ()
    failures: tuple[Failure, ...] = ()
    read: int = 0
    failed: int = 0

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in ("done", "cancelled", "failed")

    def with_read(self, read: Read) -> Job:
        """The job with one more report that was read.

        Args:
            read: The report.
        """
        told = self.documents if self.read >= MOST_TOLD else (*self.documents, read)
        return replace(self, documents=told, read=self.read + 1)

    def with_failure(self, failure: Failure) -> Job:
        """The job with one more report that was not read.

        Args:
            failure: Which, and why.
        """
        told = self.failures if self.failed >= MOST_TOLD else (*self.failures, failure)
        return replace(self, failures=told, failed=self.failed + 1)
