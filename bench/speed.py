"""Speed: what reading takes from text, on one core and on two, and where the time goes."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.children import Child, cores, our_child
from bench.texts import count_words, join_texts, take_pages
from eval.places import ROOT
from onrecord.store import open_store

CHUNK = 25
"""Texts sent at once."""

STARTS = 7
"""Times that the command is started; the median is kept."""

LENGTHS = (250, 500, 1000, 2000, 4000, 8000, 16000, 32000, 64000)
"""Words of the joined reports whose reading is timed."""

Say = Callable[[str], None]


class Read(NamedTuple):
    """What one process or several took to read texts.

    Attributes:
        words, cpu_s, rss_mb: Per document, in the order read: words, CPU seconds, memory afterwards.
        stages_s: Stage → CPU seconds.
        statements: Found in all.
        wall_s: From the first request to the last answer.
        peak_mb: The most memory that a process had.
    """

    words: list[int]
    cpu_s: list[float]
    rss_mb: list[float]
    stages_s: dict[str, float]
    statements: int
    wall_s: float
    peak_mb: float


def read_with(children: Sequence[Child], texts: Sequence[str], say: Say) -> Read:
    """Read texts with all children at once, each taking the next chunk in turn.

    Args:
        children: Waiting processes.
        texts: What to read.
        say: Told how far it is.
    """
    chunks = [list(texts[i : i + CHUNK]) for i in range(0, len(texts), CHUNK)]
    answers: list[dict[str, Any]] = []
    start_s = time.perf_counter()
    for i in range(0, len(chunks), len(children)):
        pairs = list(zip(children, chunks[i : i + len(children)], strict=False))
        for child, chunk in pairs:
            child.send(texts=chunk)
        answers += [child.receive() for child, _ in pairs]
        say(f"{min(len(texts), len(answers) * CHUNK)} of {len(texts)} texts")
    wall_s = time.perf_counter() - start_s
    stages: Counter[str] = Counter()
    for answer in answers:
        stages.update(answer["stages_s"])
    return Read(
        [n for a in answers for n in a["words"]],
        [s for a in answers for s in a["cpu_s"]],
        [m for a in answers for m in a["rss_mb"]],
        dict(stages),
        sum(sum(a["statements"]) for a in answers),
        wall_s,
        max(a["peak_mb"] for a in answers),
    )


def rates(read: Read) -> dict[str, float]:
    """Words and documents a second, of CPU time and of the clock."""
    words, documents, cpu_s = sum(read.words), len(read.words), sum(read.cpu_s)
    return {
        "words": words,
        "documents": documents,
        "words_per_cpu_s": round(words / cpu_s),
        "documents_per_cpu_s": round(documents / cpu_s, 2),
        "words_per_s": round(words / read.wall_s),
        "documents_per_s": round(documents / read.wall_s, 2),
    }


def memory(read: Read) -> dict[str, float]:
    """Peak, and how much more is held at the end than after the first fifth: a leak shows as growth."""
    fifth = max(1, len(read.rss_mb) // 5)
    early, late = read.rss_mb[fifth : 2 * fifth] or read.rss_mb, read.rss_mb[-fifth:]
    growth = statistics.median(late) - statistics.median(early)
    return {"peak_mb": round(read.peak_mb, 1), "end_mb": round(read.rss_mb[-1], 1), "growth_mb": round(growth, 1)}


def shares(read: Read) -> dict[str, float]:
    """Each stage's part of the CPU time, and what is in none of them."""
    whole = sum(read.cpu_s)
    parts = {stage: seconds / whole for stage, seconds in read.stages_s.items()}
    return {name: round(part, 4) for name, part in (parts | {"rest": 1 - sum(parts.values())}).items()}


def measure_length(child: Child, texts: list[str]) -> list[dict[str, float]]:
    """CPU seconds of one report of each length, made by joining texts."""
    out = []
    for n_words in LENGTHS:
        text = join_texts(texts, n_words)
        answer = child.ask(texts=[text])
        out.append({"words": count_words(text), "cpu_s": round(answer["cpu_s"][0], 4), "rss_mb": answer["rss_mb"][0]})
    return out


def measure_pages(child: Child, n_pages: int) -> dict[str, float]:
    """Pages to documents: CPU time a page, apart from reading their texts."""
    paths = take_pages(n_pages)
    answer = child.ask(pages=[str(path) for path in paths])
    cpu_ms = [1000 * seconds for seconds in answer["cpu_s"]]
    return {
        "pages": len(paths),
        "not_english": answer["not_english"],
        "failed": answer["failed"],
        "cpu_ms_mean": round(statistics.mean(cpu_ms), 1),
        "cpu_ms_median": round(statistics.median(cpu_ms), 1),
        "cpu_ms_slowest": round(max(cpu_ms), 1),
        "words_per_cpu_s": round(1000 * sum(answer["words"]) / sum(cpu_ms)),
    }


def measure_start(path: Path) -> dict[str, float]:
    """Seconds from the start of ``onrecord read FILE`` to the first byte that it prints, and to its end."""
    command = [str(Path(sys.executable).with_name("onrecord")), "read", str(path)]
    first, whole = [], []
    for _ in range(STARTS):
        start_s = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:  # noqa: S603  # our own command
            assert process.stdout is not None
            process.stdout.read(1)
            first.append(time.perf_counter() - start_s)
            process.stdout.read()
        whole.append(time.perf_counter() - start_s)
        if process.returncode:
            raise RuntimeError(f"`onrecord read {path}` ended with exit code {process.returncode}")
    return {
        "first_result_s": round(statistics.median(first), 3),
        "first_result_s_best": round(min(first), 3),
        "end_s": round(statistics.median(whole), 3),
        "starts": STARTS,
    }


def measure_imports() -> dict[str, float]:
    """CPU seconds of importing the package, and of opening a record with all that this imports: the least of some."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "record.db"
        open_store(place, create=True).close()
        return {
            "import_cpu_s": _least_cpu_s("import onrecord"),
            "open_record_cpu_s": _least_cpu_s(f"from onrecord.store import open_store; open_store({str(place)!r})"),
        }


def _least_cpu_s(statements: str) -> float:
    code = f"import time; start = time.process_time(); {statements}; print(time.process_time() - start)"
    command = [sys.executable, "-c", code]
    runs = [subprocess.run(command, capture_output=True, check=True) for _ in range(STARTS)]  # noqa: S603  # our own code
    return round(min(float(run.stdout) for run in runs), 3)


def measure(
    source: str, texts: list[str], jobs: int, n_pages: int, model: str, say: Say
) -> tuple[dict[str, Any], Read]:
    """Measure everything.

    Args:
        source: Where the texts are from.
        texts: What to read.
        jobs: Processes of the second reading, each on a core of its own.
        n_pages: Pages to read.
        model: The model.
        say: Told how far it is.

    Returns:
        The numbers, and the reading on one core for the drawings.
    """
    places = cores()
    with our_child(places[0], model) as child:
        one = read_with([child], texts, say)
        hello = child.hello
        say("lengths and pages")
        lengths, pages = measure_length(child, texts), measure_pages(child, n_pages)
    row: dict[str, Any] = {"what": "speed", "texts": source, "models": hello["models"]}
    row |= {"one core": rates(one), "memory": memory(one), "stages": shares(one), "statements": one.statements}
    if jobs > 1 and len(places) >= jobs:
        children = [our_child(place, model) for place in places[:jobs]]
        many = read_with(children, texts, say)
        for child in children:
            child.close()
        row[f"{jobs} cores"] = rates(many) | {"peak_mb_each": round(many.peak_mb, 1)}
    say("start-up")
    start = measure_start(ROOT / "examples" / "wire.txt") | measure_imports()
    row |= {"start": start, "pages": pages, "lengths": lengths}
    return row, one
