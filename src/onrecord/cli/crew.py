"""Work shared among processes: results in the order of the tasks, few tasks ahead, a dead process survived."""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 3
"""Tasks in hand for each process: enough that none waits for a slow one, few enough that memory stays flat."""


def ordered(work: Callable[[T], R], tasks: Iterable[T], jobs: int, lost: Callable[[T], R]) -> Iterator[R]:
    """Do tasks in several processes.

    A process that dies (killed for its memory, a fault in compiled code) takes the others of the pool with it. What
    was in hand then is done again, each task alone, so that the one that kills its process is known.

    Args:
        work: Done in a process of its own; it and its tasks and results must pickle.
        tasks: Taken as they are needed.
        jobs: Number of processes.
        lost: Makes the result of a task whose process died, alone.

    Yields:
        Results, in the order of the tasks.
    """
    crew = _Crew(work, jobs)
    queue: deque[tuple[T, Future[R] | None]] = deque()
    try:
        for task in tasks:
            queue.append((task, crew.submit(task)))
            if len(queue) > jobs * AHEAD:
                yield from crew.finish_first(queue, lost)
        while queue:
            yield from crew.finish_first(queue, lost)
        crew.close(wait=True)
    finally:
        crew.close()


class _Crew(Generic[T, R]):
    """A pool of processes that is opened anew when it breaks."""

    def __init__(self, work: Callable[[T], R], jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._pool = self._open()

    def _open(self) -> ProcessPoolExecutor:
        # Spawned, not forked: a fork of a process with onnxruntime's threads can hang.
        return ProcessPoolExecutor(self._jobs, get_context("spawn"))

    def submit(self, task: T) -> Future[R] | None:
        """Start a task; None where the pool is broken."""
        try:
            with _interrupts_are_ours():
                return self._pool.submit(self._work, task)
        except BrokenProcessPool:
            return None

    def finish_first(self, queue: deque[tuple[T, Future[R] | None]], lost: Callable[[T], R]) -> Iterator[R]:
        """Wait for the first task in hand; if the pool is found broken, for all of them, each alone."""
        task, future = queue.popleft()
        try:
            yield self._result(future)
        except BrokenProcessPool:
            self._reopen()
            yield self._alone(task, lost)
            while queue:
                task, future = queue.popleft()
                done = future is not None and future.done() and future.exception() is None
                yield self._result(future) if done else self._alone(task, lost)

    def _result(self, future: Future[R] | None) -> R:
        if future is None:
            raise BrokenProcessPool
        return future.result()

    def _alone(self, task: T, lost: Callable[[T], R]) -> R:
        try:
            return self._result(self.submit(task))
        except BrokenProcessPool:
            self._reopen()
            return lost(task)

    def _reopen(self) -> None:
        self.close(wait=True)
        self._pool = self._open()

    def close(self, wait: bool = False) -> None:
        """Let the processes end after what they are doing; drop what they have not begun.

        Args:
            wait: Whether to return when they have ended. A pool that is still ending when Python exits may be woken
                after it has closed its pipe, which prints a traceback (CPython 3.11's ``_python_exit`` takes no lock).
        """
        self._pool.shutdown(wait=wait, cancel_futures=True)


@contextmanager
def _interrupts_are_ours() -> Iterator[None]:
    """Processes started meanwhile have Ctrl-C blocked from their first moment; here it only waits.

    It reaches every process of the terminal's group, but the parent alone answers it. (An initialiser of the pool would
    come too late for one that comes while a process is starting.)
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
