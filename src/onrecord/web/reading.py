"""Reading: one process that keeps the model and reads what it is sent, one report after the other.

Whatever ends it, a report that takes all memory or a fault of ours, costs the one report: the next one starts it anew.
"""

from __future__ import annotations

import signal
import threading
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from onrecord.errors import OnrecordError
from onrecord.read import ReadOptions
from onrecord.types import Document, Reading
from onrecord.web.material import Failure, Material, open_material

Task = Material | Document

_ENDED = (EOFError, OSError)
"""What a pipe gives when the process at its other end is no more."""


class ReadingProcess:
    """The process, started when it is first needed. One thread at a time reads; any may close it.

    Args:
        model: The model to read with.
    """

    def __init__(self, model: str) -> None:
        self._model = model
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._closed = False
        self._open = False
        self._lock = threading.Lock()  # what is begun is begun whole before it is ended

    @property
    def open(self) -> bool:
        """Whether it has read something: before the first report it opens the model, which takes seconds."""
        return self._open

    def read(self, task: Task, options: ReadOptions) -> Reading | Failure:
        """Read one report.

        Args:
            task: The report, or where it is.
            options: How to open it.
        """
        name = task.name if isinstance(task, Material) else task.origin
        try:
            pipe = self._started()
            pipe.send((task, options))
            found: Reading | Failure = pipe.recv()
        except _ENDED:
            why = "the server was stopped" if self._closed else "it ended the process that read it"
            self._stop()
            return Failure(origin=name, message=f"was not read: {why}")
        self._open = True
        return found

    def close(self) -> None:
        """End the process, whatever it is doing."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.terminate()

    def _started(self) -> Connection:
        with self._lock:
            if self._closed:
                raise EOFError
            if self._pipe is None:
                context = get_context("spawn")  # a fork of a process with threads can hang
                self._pipe, theirs = context.Pipe()
                self._process = context.Process(target=_work, args=(theirs, self._model), daemon=True)
                self._process.start()
                theirs.close()
            return self._pipe

    def _stop(self) -> None:
        with self._lock:
            if self._pipe is not None and self._process is not None:
                self._pipe.close()
                self._process.terminate()
                self._process.join(timeout=5)
            self._pipe = self._process = None
            self._open = False


def _work(pipe: Connection, model: str) -> None:
    """What the process does until there is nobody who asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both; the server ends us
    while True:
        try:
            task, options = pipe.recv()
        except EOFError:
            return
        pipe.send(_read(task, options, model))


def _read(task: Task, options: ReadOptions, model: str) -> Reading | Failure:
    from onrecord.pipeline import load_reader

    document = open_material(task, options) if isinstance(task, Material) else task
    if isinstance(document, Failure):
        return document
    try:
        return load_reader(model).read(document)
    except OnrecordError as error:  # such as a model that is not installed: it says what to do
        return Failure(origin=document.origin, message=str(error))
