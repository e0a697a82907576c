"""Child: a process that reads what it is sent and says what that took. Started by ``bench.children``.

It answers one JSON line for each JSON line on its standard input: a list of texts, or a list of paths of pages.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.texts import count_words
from eval.systems import open_reader
from onrecord import pipeline
from onrecord.encode.model import Model
from onrecord.errors import InputError, NotEnglish
from onrecord.read import ReadOptions, find_inputs, make_document, read_input
from onrecord.types import Document

STAGES = ("clean", "segment", "extract", "resolve", "judge", "assemble")
"""Stage functions as the pipeline calls them; encoding is a method of its model."""

PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class Stopwatch:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.cpu_s: Counter[str] = Counter()

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """A function that does the same and adds its CPU time to a stage."""

        def run(*args: Any, **kwargs: Any) -> Any:
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.cpu_s[stage] += time.process_time() - start  # type: ignore[assignment]  # seconds are fractions

        return run

    def watch_pipeline(self) -> None:
        """Time the stages where the pipeline calls them, so that the composition measured is the real one."""
        for stage in STAGES:
            setattr(pipeline, stage, self.timed(stage, getattr(pipeline, stage)))
        Model.encode = self.timed("encode", Model.encode)  # type: ignore[method-assign]


def rss_mb() -> float:
    """Resident memory of this process now."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE_BYTES / 2**20


def peak_mb(process: int | None = None) -> float:
    """The most resident memory that a process has had; this one, if none is named."""
    lines = Path(f"/proc/{process or 'self'}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 2**10


def read_texts(texts: list[str], reader: pipeline.Reader, watch: Stopwatch) -> dict[str, Any]:
    """Read texts one by one.

    Returns:
        Per document: words, CPU seconds, statements; then memory after each, and CPU seconds by stage.
    """
    make = watch.timed("document", make_document)
    words, cpu_s, statements, memory_mb = [], [], [], []
    before = Counter(watch.cpu_s)
    for number, text in enumerate(texts):
        start = time.process_time()
        reading = reader.read(make(text, origin=f"text-{number}.txt"))
        cpu_s.append(time.process_time() - start)
        words.append(count_words(text))
        statements.append(len(reading.statements))
        memory_mb.append(rss_mb())
    stages = {stage: seconds - before[stage] for stage, seconds in watch.cpu_s.items()}
    return {"words": words, "cpu_s": cpu_s, "statements": statements, "rss_mb": memory_mb, "stages_s": stages}


def read_pages(paths: list[str]) -> dict[str, Any]:
    """Make documents of pages.

    Returns:
        Per page: CPU seconds and words; and how many are in another language or could not be read.
    """
    words, cpu_s, unread = [], [], Counter[str]()
    for path in paths:
        start = time.process_time()
        opened = list(_open_page(path))
        cpu_s.append(time.process_time() - start)
        words.append(sum(count_words(page.text) for page in opened if isinstance(page, Document)))
        unread.update("not English" if isinstance(page, NotEnglish) else "failed" for page in _errors(opened))
    return {"words": words, "cpu_s": cpu_s, "not_english": unread["not English"], "failed": unread["failed"]}


def _errors(opened: list[Document | InputError]) -> list[InputError]:
    return [page for page in opened if isinstance(page, InputError)]


def _open_page(path: str) -> Iterator[Document | InputError]:
    for item in find_inputs([path]):
        yield from [item] if isinstance(item, InputError) else read_input(item, ReadOptions())


def main() -> None:
    """Answer requests until the input ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cpu", type=int, required=True)
    parser.add_argument("--model", default=pipeline.DEFAULT_MODEL)
    options = parser.parse_args()
    os.sched_setaffinity(0, {options.cpu})
    watch = Stopwatch()
    watch.watch_pipeline()
    start = time.process_time()
    reader = open_reader(options.model)
    _say({"load_cpu_s": time.process_time() - start, "models": {reader.model.name: reader.model.digest}})
    for line in sys.stdin:
        request = json.loads(line)
        start_s = time.perf_counter()
        answer = read_pages(request["pages"]) if "pages" in request else read_texts(request["texts"], reader, watch)
        _say(answer | {"wall_s": time.perf_counter() - start_s, "peak_mb": peak_mb()})


def _say(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
