"""Children: measured processes, each on one core with one thread, spoken to in JSON lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from eval.places import ROOT

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1")


class ChildError(Exception):
    """A measured process ended before its time; what it printed stands above."""


class Child:
    """A process that answers requests.

    Args:
        command: What to run; ``--cpu`` is added.
        cpu: The core that it is kept on.

    Attributes:
        hello: What it said when it was ready.
    """

    def __init__(self, command: Sequence[str], cpu: int) -> None:
        self._process = subprocess.Popen(  # noqa: S603  # our own scripts
            [*command, "--cpu", str(cpu)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=os.environ | ONE_THREAD,
        )
        self.hello = self.receive()

    def send(self, **request: Any) -> None:
        """Send a request; its answer is fetched by ``receive``, so that several children can work at once."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        """Wait for an answer.

        Raises:
            ChildError: The process ended instead.
        """
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise ChildError(f"the measured process ended with exit code {self._process.wait()}")
        return dict(json.loads(line))

    def ask(self, **request: Any) -> dict[str, Any]:
        """Send a request and wait for its answer."""
        self.send(**request)
        return self.receive()

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def cores() -> list[int]:
    """The cores that this process may use."""
    return sorted(os.sched_getaffinity(0))


def our_child(cpu: int, model: str) -> Child:
    """Start a process that reads with onrecord."""
    return Child([sys.executable, "-m", "bench.child", "--model", model], cpu)


def peer_child(cpu: int, python: Path) -> Child:
    """Start a process that reads with the peer, in the peer's environment."""
    return Child([str(python), str(ROOT / "bench" / "peer_child.py")], cpu)
