"""Standard output and standard error, and what can go wrong with them."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from onrecord.show.harmless import one_line


class OutputError(Exception):
    """What was to be written could not be: the disk is full, the device failed, there is no output."""


class OutputClosed(OutputError):
    """Whoever read the output has stopped, as ``head`` does: nothing to complain of."""


def write_out(data: bytes) -> None:
    """Write to standard output, at once.

    Args:
        data: UTF-8.

    Raises:
        OutputClosed: Its reader has gone.
        OutputError: It is closed or cannot take more.
    """
    if sys.stdout is None:
        raise OutputError("standard output is closed: nothing was printed")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        abandon_output()
        raise OutputClosed from error
    except OSError as error:
        abandon_output()
        raise OutputError(f"standard output: {error.strerror}; what was printed is not complete") from error


def abandon_output() -> None:
    """Send what Python still holds for standard output nowhere, or it fails once more, loudly, at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def say(message: str) -> None:
    """Tell people something, on one line of standard error.

    Args:
        message: May quote a document or a path; it is made harmless.
    """
    if sys.stderr is not None:
        print(f"onrecord: {one_line(message)}", file=sys.stderr)


def say_lines(message: str) -> None:
    """Tell people something of several lines, such as a list to choose from.

    Args:
        message: Its lines after the first are indented.
    """
    first, *rest = message.split("\n")
    say(first)
    for line in rest:
        if sys.stderr is not None:
            print(f"  {one_line(line)}", file=sys.stderr)


def is_terminal(stream: object) -> bool:
    """Whether a standard stream is there and is a terminal.

    Args:
        stream: ``sys.stdout`` or ``sys.stderr``, which are None where they are closed.
    """
    return stream is not None and stream.isatty()  # type: ignore[attr-defined]


@contextmanager
def warnings_to(tell: Callable[[str], None]) -> Iterator[None]:
    """Hand on what the package's loggers warn of.

    Args:
        tell: Takes a message.
    """
    logger = logging.getLogger("onrecord")
    handler = _Teller(tell)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


class _Teller(logging.Handler):
    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__(logging.WARNING)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        self._tell(record.getMessage())
