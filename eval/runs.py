"""Runs: one measurement with its cases, kept on disk, and what changed between two of them.

A run's files lie in ``eval/runs`` and are not committed: ``<set>-<split>-<commit>.jsonl.gz`` holds a header and one
line a document, ``….records.jsonl.gz`` the records themselves, so that a score can change without reading again
(``--records``). What is committed is a line in ``eval/results.jsonl``, by ``--keep``.
"""

from __future__ import annotations

import datetime
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from eval import places
from eval.bootstrap import Interval, intervals
from eval.records import Predictions
from eval.task import Case, DocScore, Gold, Metrics, Task, total


@dataclass(frozen=True, slots=True)
class Run:
    """One measurement of one set.

    Attributes:
        header: What was measured: set, split, fingerprint, commit, at (UTC), models, versions, unread.
        scores: One a document.
    """

    header: Mapping[str, Any]
    scores: tuple[DocScore, ...]

    def metrics(self, task: Task) -> Metrics:
        """All numbers."""
        return task.metrics(total(self.scores))


@dataclass(frozen=True, slots=True)
class Change:
    """A case that one run had right and the other had not."""

    doc: str
    content: tuple[tuple[int, int], ...]
    question: str
    gained: bool


def measure(task: Task, gold: Gold, split: str, predictions: Predictions) -> Run:
    """Score a system's records of a set. Of a sealed split the cases are dropped.

    Args:
        task: How the set is scored.
        gold: The set.
        split: Its name in files.
        predictions: The records.
    """
    header = {
        "set": task.name,
        "split": split,
        "fingerprint": gold.fingerprint,
        "commit": places.commit(),
        "at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "models": predictions.models,
        "versions": places.versions(),
        "unread": predictions.unread,
    }
    scores = tuple(task.score(doc, predictions.of(doc.doc)) for doc in gold.docs)
    return Run(header, tuple(replace(s, cases=()) for s in scores) if split in task.sealed else scores)


def save(run: Run, predictions: Predictions, folder: Path) -> Path:
    """Write a run and its records; an earlier run of the same commit gives way.

    Returns:
        The run's file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = "-".join(str(run.header[key]) for key in ("set", "split", "commit"))
    path = folder / f"{stem}.jsonl.gz"
    rows = ({"doc": s.doc, "tallies": s.tallies, "cases": [_pack(case) for case in s.cases]} for s in run.scores)
    _write(path, [run.header, *rows])
    _write(folder / f"{stem}.records.jsonl.gz", predictions.records.values())
    return path


def _write(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    partial = path.with_suffix(".partial")
    with gzip.open(partial, "wt", encoding="utf-8", compresslevel=6) as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    partial.replace(path)


def _pack(case: Case) -> list[Any]:
    return [case.content, case.spurious, case.verdicts]


def load(path: Path) -> Run:
    """Read a run's file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        header, *rows = map(json.loads, lines)
    return Run(header, tuple(_unpack(row) for row in rows))


def _unpack(row: Mapping[str, Any]) -> DocScore:
    cases = [
        Case(row["doc"], tuple((start, end) for start, end in content), spurious, verdicts)
        for content, spurious, verdicts in row["cases"]
    ]
    return DocScore(row["doc"], Counter(row["tallies"]), tuple(cases))


def last(name: str, fingerprint: str, folder: Path) -> Run | None:
    """The latest run over the same gold files, or None."""
    paths = [p for p in folder.glob(f"{name}-*.jsonl.gz") if not p.name.endswith(".records.jsonl.gz")]
    made = {path: header for path in paths if (header := _header(path))["fingerprint"] == fingerprint}
    latest = max(made, key=lambda path: str(made[path]["at"]), default=None)
    return load(latest) if latest else None


def _header(path: Path) -> dict[str, Any]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return dict(json.loads(lines.readline()))


def changes(new: Run, old: Run) -> list[Change]:
    """Cases that the new run gained or lost, in the order of documents and places.

    A prediction that the gold does not have counts as lost where it is new, and as gained where it is gone.
    """
    now, before = _answers(new), _answers(old)
    out = []
    for key in sorted(now.keys() | before.keys()):
        is_right, was_right = now.get(key), before.get(key)
        if key[2] == SPURIOUS:
            is_right, was_right = key not in now, key not in before
        if is_right is not None and was_right is not None and is_right != was_right:
            out.append(Change(*key, gained=is_right))
    return out


SPURIOUS = "not in the gold"


def _answers(run: Run) -> dict[tuple[str, tuple[tuple[int, int], ...], str], bool]:
    answers = {}
    for case in (case for score in run.scores for case in score.cases):
        for question, right in case.verdicts.items():
            answers[case.doc, case.content, question] = right
        if case.spurious and not case.verdicts:
            answers[case.doc, case.content, SPURIOUS] = False
    return answers


def keep(task: Task, run: Run, path: Path) -> None:
    """Add a run's headlines to the committed list of results: numbers only."""
    metrics, bounds = run.metrics(task), intervals(task, run.scores)
    row = {key: run.header[key] for key in ("at", "commit", "set", "split", "fingerprint", "models", "versions")}
    row |= {"docs": len(run.scores), "unread": len(run.header["unread"])}
    row["metrics"] = {h.name: round(h.of(metrics), 4) for h in task.headlines}
    row["interval"] = {name: _round(interval) for name, interval in bounds.items()}
    with path.open("a", encoding="utf-8") as out:
        out.write(json.dumps(row) + "\n")


def _round(interval: Interval) -> list[float]:
    return [round(interval.low, 4), round(interval.high, 4)]
