"""Inputs: what was given on the command line becomes a list of things to read, without reading them."""

from __future__ import annotations

import logging
import os
import re
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from onrecord.errors import FetchError, InputError, UnreadableInput

Kind = Literal["text", "page", "unknown", "jsonl", "csv", "address", "stdin"]
"""What an input is by its name; an unknown one is a text or a page by its content."""

STDIN = "-"
_KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".md": "text",
    ".html": "page",
    ".htm": "page",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
}
_READABLE = "reports are .txt, .md, .html and .htm, tables .jsonl, .ndjson and .csv, each also with .gz"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,20}):/")
_PATTERN = re.compile(r"[*?\[]")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read. Picklable, for worker processes; standard input can be read in the first process only.

    Attributes:
        origin: The path or address, as given or as found below what was given; "-" is standard input.
        kind: What it is.
    """

    origin: str
    kind: Kind


def find_inputs(paths: Sequence[str]) -> Iterator[Input | InputError]:
    """Find what there is to read: cheap, so that a progress bar can know the total.

    A folder is searched with its subfolders, in the order of names; links to folders are not followed and what begins
    with a dot is passed over. A quoted pattern may hold ``*``, ``?``, ``[…]`` and ``**``. Files of other kinds below
    a folder or pattern are passed over, counted and said in a warning of this module's logger; a file given by name is
    read whatever its name.

    Args:
        paths: Files, folders, patterns, http and https addresses, or "-" for standard input.

    Yields:
        The inputs, and errors in the places of what cannot be found.
    """
    for given in paths:
        scheme = _SCHEME.match(given)
        if given == STDIN:
            yield Input(STDIN, "stdin")
        elif scheme is None:
            yield from _find_local(given)
        elif scheme[1].lower() in ("http", "https"):
            yield Input(given, "address")
        else:
            yield FetchError(given, f"{scheme[1]} addresses are not read; give an http or https one, or a path")


def kind_of(name: str) -> Kind:
    """What a file is by its name, whether or not it is packed by gzip."""
    stem = name.lower().removesuffix(".gz")
    return _KINDS.get(os.path.splitext(stem)[1], "unknown")  # noqa: PTH122  # also for names that are no valid paths


def printable(origin: str) -> str:
    """Write a path whose bytes are no UTF-8, which Python holds as lone surrogates, so that it can be stored."""
    return origin.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def no_access(origin: str, error: OSError | ValueError) -> UnreadableInput:
    """Say why a path cannot be opened, and what to do.

    Args:
        origin: The path as it was given.
        error: What the operating system said; a ValueError is a path with a NUL in it.
    """
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        reason = "there is no such file; check the path"
    elif isinstance(error, PermissionError):
        reason = "no permission to read it; ask for it, or copy the file"
    elif isinstance(error, OSError):
        reason = f"cannot be opened ({error.strerror or error}); check the path"
    else:
        reason = "is no path"
    return UnreadableInput(printable(origin), reason)


def _find_local(given: str) -> Iterator[Input | InputError]:
    try:
        mode = os.stat(given).st_mode  # noqa: PTH116  # Path("") would be this folder
    except (OSError, ValueError) as error:
        if _PATTERN.search(given):
            yield from _readable(given, _match(given))
        elif isinstance(error, FileNotFoundError) and Path(given).is_symlink():
            yield UnreadableInput(printable(given), "is a link to a file that is not there; check where it points")
        else:
            yield no_access(given, error)
        return
    if stat.S_ISDIR(mode):
        yield from _readable(given, _walk(given))
    else:
        yield Input(given, kind_of(given))


def _readable(given: str, found: Iterator[str | InputError]) -> Iterator[Input | InputError]:
    """Keep what can be read of a folder's or pattern's files; say how many of other kinds there were."""
    seen: set[str] = set()
    others: Counter[str] = Counter()
    failed = False
    for item in found:
        if isinstance(item, InputError):
            failed = True
            yield item
        elif (path := str(Path(item))) not in seen:
            seen.add(path)
            kind = kind_of(path)
            other = "special" if _is_special(path) else Path(path).suffix.lower() or "no suffix"
            if kind == "unknown" or other == "special":
                others[other] += 1
            else:
                yield Input(path, kind)
    counted = ", ".join(f"{count} {suffix}" for suffix, count in sorted(others.items()))
    if len(seen) == others.total() and not failed:
        yield UnreadableInput(
            printable(given), f"nothing there can be read{f' ({counted})' if others else ''}; {_READABLE}"
        )
    elif others:
        logger.warning("%s: passed over %d files of other kinds (%s)", printable(given), others.total(), counted)


def _is_special(path: str) -> bool:
    """Whether it is a pipe, socket, device or a link to a folder. A link to nothing is not: reading it says so."""
    try:
        return not stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return False


def _walk(top: str) -> Iterator[str | InputError]:
    """All files below a folder, by name; without recursion, as names can nest deeper than Python's stack."""
    stack = [top]
    while stack:
        folder = stack.pop()
        try:
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            yield no_access(folder, error)
            continue
        shown = [entry for entry in entries if not entry.name.startswith(".")]
        stack.extend(entry.path for entry in reversed(shown) if entry.is_dir(follow_symlinks=False))
        yield from (entry.path for entry in shown if not entry.is_dir(follow_symlinks=False))


def _match(pattern: str) -> Iterator[str | InputError]:
    """Files that a pattern matches, and all below the folders that it matches.

    ``glob`` of the standard library follows links to folders under ``**``, which never ends where two links point
    upwards; ``Path.glob`` does not.
    """
    path = Path(pattern)
    try:
        found = sorted(Path(path.anchor or ".").glob(str(path.relative_to(path.anchor))))
    except (ValueError, OSError, RecursionError, NotImplementedError) as error:
        yield UnreadableInput(printable(pattern), f"is no pattern that can be searched ({error}); give the folder")
        return
    for match in found:
        if _is_hidden(match, path):
            continue
        if match.is_dir():
            yield from _walk(str(match)) if not match.is_symlink() else ()
        else:
            yield str(match)


def _is_hidden(match: Path, pattern: Path) -> bool:
    """Whether a match has a hidden part that the pattern does not ask for by a dot of its own."""
    fixed = next(count for count, part in enumerate(pattern.parts) if _PATTERN.search(part))
    asked = any(part.startswith(".") for part in pattern.parts[fixed:])
    return not asked and any(part.startswith(".") for part in match.parts[fixed:])
