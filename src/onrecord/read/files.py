"""Files: bytes from a path or from standard input, unpacked and within the limit."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from onrecord.errors import UnreadableInput
from onrecord.read.inputs import no_access, printable
from onrecord.read.options import MIB

_BUFFER = 2**16


def read_file(path: str, max_bytes: int) -> bytes:
    """Read a file, unpacked where it is gzip.

    Args:
        path: Its path.
        max_bytes: Most bytes, unpacked: a small file may unpack to a huge one.

    Raises:
        UnreadableInput: It cannot be opened, is over the limit, or is damaged gzip.
    """
    with open_file(path) as stream:
        raw = stream.read(max_bytes + 1)
    return within(raw, printable(path), max_bytes)


def read_stdin(max_bytes: int) -> bytes:
    """Read standard input to its end.

    Args:
        max_bytes: Most bytes.

    Raises:
        UnreadableInput: It is over the limit.
    """
    return within(sys.stdin.buffer.read(max_bytes + 1), "-", max_bytes)


@contextmanager
def open_file(path: str) -> Iterator[io.BufferedReader]:
    """Open a file for reading bytes, unpacked where it is gzip.

    Args:
        path: Its path.

    Yields:
        The stream.

    Raises:
        UnreadableInput: It cannot be opened or read, or is damaged gzip, also while the stream is read.
    """
    try:
        packed = io.BufferedReader(io.FileIO(path), _BUFFER)
    except (OSError, ValueError) as error:
        raise no_access(path, error) from error
    origin = printable(path)
    try:
        with packed:
            is_gzip = packed.peek(2)[:2] == b"\x1f\x8b"
            if path.lower().endswith(".gz") and not is_gzip:
                raise UnreadableInput(origin, "is named .gz but is not gzip; get it again, or rename it")
            stream = gzip.GzipFile(fileobj=packed) if is_gzip else packed
            yield cast("io.BufferedReader", stream)  # a GzipFile can do what is used here: read, readline, peek
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UnreadableInput(origin, f"is damaged gzip ({error}); get it again") from error
    except OSError as error:
        raise no_access(path, error) from error


def within(raw: bytes, origin: str, max_bytes: int) -> bytes:
    """Refuse what is over the limit.

    Args:
        raw: The bytes, read to one more than the limit.
        origin: Where they come from.
        max_bytes: The limit.

    Raises:
        UnreadableInput: They are over it.
    """
    if len(raw) > max_bytes:
        limit = f"{max_bytes / MIB:.0f} MiB" if max_bytes >= MIB else f"{max_bytes} bytes"
        raise UnreadableInput(origin, f"is over {limit} unpacked; split it into its reports")
    return raw
