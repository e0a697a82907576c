"""Users: how many answers a second a server gives to eight users at once, by wrk (Debian's package ``wrk``).

The server is ``onrecord serve`` of the record that ``bench.asking`` makes, a process as users start it; wrk asks for
one address over eight connections, each again as soon as it has its answer.
"""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError

from bench.asking import COMMON, RARE
from bench.child import peak_mb
from eval.places import ROOT
from onrecord.ask import Question, search
from onrecord.store import Store, open_store

Say = Callable[[str], None]

USERS = 8
SECONDS = 10
READY = 60
"""Seconds in which the server must have begun to answer."""


def addresses(store: Store) -> dict[str, str]:
    """What is asked for, by kind: of an article, a person and words that the record has.

    Args:
        store: The record.
    """
    found = (hit for words in (*COMMON, *RARE) for hit in search(store, Question(words=words, limit=50)).hits)
    hit = next(hit for hit in found if hit.people)
    return {
        "article, page": f"/articles/{hit.document_id}",
        "article": f"/api/v1/documents/{hit.document_id}",
        "search": f"/api/v1/statements?words={COMMON[0]}&limit=20",
        "search, rare words": f"/api/v1/statements?words={RARE[1].replace(' ', '%20')}&limit=20",
        "person": f"/api/v1/people/{hit.people[0]}",
        "numbers": "/api/v1/numbers?words=people",
    }


def measure(place: Path, say: Say) -> dict[str, Any]:
    """Ask a server for each address in turn.

    Args:
        place: The record.
        say: Told how far it is.

    Returns:
        By kind: answers a second, milliseconds that half and 99 of 100 took at the most, and answers that were refusals
        or never came; the server's memory at its highest.

    Raises:
        FileNotFoundError: wrk is not installed.
        TimeoutError: The server did not begin to answer.
    """
    if not shutil.which("wrk"):
        raise FileNotFoundError("wrk is not installed; it is Debian's package of that name")
    with open_store(place) as store:
        asked = addresses(store)
    row: dict[str, Any] = {"what": "users", "users": USERS, "seconds": SECONDS}
    with _serving(place) as (url, process):
        for kind, address in asked.items():
            say(kind)
            _fetch(url + address)
            row[kind] = read_wrk(_wrk(url + address))
        row["peak_mb"] = round(peak_mb(process))
    return row


def read_wrk(printed: str) -> dict[str, float]:
    """Read what ``wrk --latency`` prints.

    Args:
        printed: All of it.
    """
    rate = re.search(r"Requests/sec:\s+([\d.]+)", printed)
    spread = dict(re.findall(r"^ +(\d+)% +([\d.]+(?:us|ms|s|m)) *$", printed, re.MULTILINE))
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", printed)
    failed = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", printed)
    if not rate or not {"50", "99"} <= spread.keys():
        raise ValueError(f"this is not what wrk prints: {printed!r}")
    return {
        "a_second": float(rate[1]),
        "ms_median": _milliseconds(spread["50"]),
        "ms_p99": _milliseconds(spread["99"]),
        "refused": int(refused[1]) if refused else 0,
        "failed": sum(map(int, failed.groups())) if failed else 0,
    }


def _milliseconds(printed: str) -> float:
    number = printed.rstrip("ums")
    return round(float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[printed[len(number) :]], 1)


def _wrk(url: str) -> str:
    command = ["wrk", "-t1", f"-c{USERS}", f"-d{SECONDS}s", "--timeout", "30s", "--latency", url]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603  # our own address


def _fetch(url: str) -> None:
    with urllib.request.urlopen(url) as answer:  # noqa: S310  # our own server
        answer.read()


@contextmanager
def _serving(place: Path) -> Iterator[tuple[str, int]]:
    """A server of a record: its address and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "onrecord", "serve", "--record", str(place), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603  # our own command
    url = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + READY
        while True:
            try:
                _fetch(f"{url}/api/v1/session")
                break
            except URLError:
                if process.poll() is not None or time.monotonic() > until:
                    raise TimeoutError(f"the server of {place} did not answer within {READY} s") from None
                time.sleep(0.2)
        yield url, process.pid
    finally:
        process.terminate()
        process.wait()
