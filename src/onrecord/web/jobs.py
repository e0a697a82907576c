"""Jobs: reports read in the background, one after the other, with progress; a cancelled job stops between two of them.

One thread takes the jobs in their order and adds what was read to the record. The reading itself is done in a process
of its own, which keeps the model: the server goes on answering meanwhile, and a report that ends its process ends
nothing else.
"""

from __future__ import annotations

import secrets
import shutil
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from onrecord.ask.meaning.index import index_few
from onrecord.errors import OnrecordError, StoreError
from onrecord.read import Input, read_input
from onrecord.store import Store
from onrecord.titles import called
from onrecord.types import Reading
from onrecord.web.material import Failure, Material, renamed
from onrecord.web.progress import Job, Read
from onrecord.web.reading import ReadingProcess
from onrecord.web.settings import Settings

MOST_KEPT = 200
"""Jobs that are remembered; the oldest that are over go."""

MOST_WAITING = 50
"""Jobs that may wait; more are refused."""


class Worker:
    """Does jobs. Threads may share it.

    Args:
        store: Where readings go.
        settings: Of the server.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._queue: deque[tuple[str, Sequence[Material], Path | None]] = deque()
        self._cancelled: set[str] = set()
        self._thread: threading.Thread | None = None
        self._reader = ReadingProcess(settings.model)
        self._closed = False

    def jobs(self) -> list[Job]:
        """All that are remembered, the latest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    @property
    def opening(self) -> bool:
        """Whether the model is still to be opened before the next report is read."""
        return not self._reader.open

    def job(self, job_id: str) -> Job | None:
        """One of them.

        Args:
            job_id: Its id.
        """
        with self._lock:
            return self._jobs.get(job_id)

    def start(
        self, name: str, materials: Sequence[Material], folder: Path | None = None, refused: Sequence[Failure] = ()
    ) -> Job | None:
        """Ask for a job.

        Args:
            name: What it reads, for people.
            materials: What is to be read.
            folder: Where files of its own are, which is removed when it is over.
            refused: What was given besides and cannot be read, with why.

        Returns:
            The job; None where too many wait.
        """
        job = Job(
            id=secrets.token_hex(8),
            name=name,
            at=_now(),
            total=len(materials) + len(refused),
            done=len(refused),
            failures=tuple(refused),
            failed=len(refused),
        )
        with self._lock:
            if len(self._queue) >= MOST_WAITING or self._closed:
                return None
            self._jobs[job.id] = job
            self._queue.append((job.id, materials, folder))
            self._forget()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="onrecord-jobs", daemon=True)
                self._thread.start()
        return job

    def cancel(self, job_id: str) -> Job | None:
        """Stop a job after the report that is being read.

        Args:
            job_id: Its id.

        Returns:
            The job; None where there is none of that id.
        """
        with self._lock:
            job = self._jobs.get(job_id)
            if job is not None and not job.over:
                self._cancelled.add(job_id)
                if job.state == "waiting":
                    job = self._jobs[job_id] = replace(job, state="cancelled")
                    self._drop(job_id)
        return job

    def close(self) -> None:
        """Stop; what is being read is not kept."""
        with self._lock:
            self._closed = True
            self._cancelled |= set(self._jobs)
            thread = self._thread
        self._reader.close()
        if thread is not None:
            thread.join(timeout=20)

    def _drop(self, job_id: str) -> None:
        """Take a job that waits out of the queue, so that another one can wait in its place."""
        for task in [task for task in self._queue if task[0] == job_id]:
            self._queue.remove(task)
            _remove(task[2])

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._queue:
                    self._thread = None
                    return
                job_id, materials, folder = self._queue.popleft()
            try:
                self._do(job_id, materials)
            except BaseException:  # a fault of ours: it ends this thread, and the next job starts another one
                self._set(job_id, state="failed", current=None)
                with self._lock:
                    self._thread = None
                raise
            finally:
                _remove(folder)

    def _do(self, job_id: str, materials: Sequence[Material]) -> None:
        try:
            for material in materials:
                if job_id in self._cancelled:
                    break
                self._set(job_id, state="reading", current=material.name)
                for outcome in self._outcomes(material, job_id):
                    self._keep(job_id, outcome)
                if job_id not in self._cancelled:
                    self._set(job_id, done=self._jobs[job_id].done + 1)
        except OnrecordError as error:
            self._fail(job_id, Failure(origin=self._settings.record.name, message=str(error)))
            self._set(job_id, state="failed", current=None)
            return
        if job_id not in self._cancelled and not self._closed:
            index_few(self._store)
        self._set(job_id, state="cancelled" if job_id in self._cancelled else "done", current=None)

    def _outcomes(self, material: Material, job_id: str) -> Iterator[Reading | Failure]:
        """What comes of one input. Tables are opened here, so that their rows come one by one."""
        options = material.options(self._settings)
        if not material.is_table:
            yield self._reader.read(material, options)
            return
        for found in read_input(Input(material.place, material.kind), options):
            if job_id in self._cancelled:
                return
            document = renamed(found, material)
            yield document if isinstance(document, Failure) else self._reader.read(document, options)

    def _keep(self, job_id: str, outcome: Reading | Failure) -> None:
        if isinstance(outcome, Failure):
            self._fail(job_id, outcome)
            return
        try:
            added = self._store.add(outcome)
        except StoreError as error:
            self._fail(job_id, Failure(origin=outcome.document.origin, message=str(error)))
            return
        document = outcome.document
        title = called(document, outcome.blocks)
        read = Read(document_id=document.id, title=title, statements=len(outcome.statements), added=added)
        with self._lock:
            self._jobs[job_id] = self._jobs[job_id].with_read(read)

    def _fail(self, job_id: str, failure: Failure) -> None:
        with self._lock:
            self._jobs[job_id] = self._jobs[job_id].with_failure(failure)

    def _set(self, job_id: str, **changes: object) -> None:
        with self._lock:
            self._jobs[job_id] = replace(self._jobs[job_id], **changes)

    def _forget(self) -> None:
        over = [job.id for job in self._jobs.values() if job.over]
        for job_id in over[: max(len(self._jobs) - MOST_KEPT, 0)]:
            del self._jobs[job_id]
            self._cancelled.discard(job_id)


def _remove(folder: Path | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
