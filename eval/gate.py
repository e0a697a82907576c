"""Gate: floors under the headlines, that only rise. A set whose files have changed fails until a person looks.

``eval/floors.json`` holds, for each set: its split, the fingerprint of its files, and for each number the floor (for
a number of which less is better, the ceiling) with the commit that it was measured at. ``--raise`` moves a floor to
the measured value less the number's margin (``Headline.margin``), never back. To lower one, or after a set was
corrected, edit the file by hand and say why in the commit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.runs import Run
from eval.task import Headline, Task


@dataclass(frozen=True, slots=True)
class Check:
    """One number against its floor; None where it has no floor yet."""

    headline: Headline
    value: float
    floor: float | None

    @property
    def passed(self) -> bool:
        """Whether the number is on the right side of its floor."""
        return self.floor is None or not _better(self.headline, self.floor, self.value)


def _better(headline: Headline, left: float, right: float) -> bool:
    return left > right if headline.better == "more" else left < right


def read_floors(path: Path) -> dict[str, Any]:
    """Read the floors; none where there is no file."""
    return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {}


def check(task: Task, run: Run, floors: Mapping[str, Any]) -> list[Check]:
    """Hold a run's numbers against the floors of its set.

    Args:
        task: The task.
        run: Its run.
        floors: All floors, as in the file.
    """
    metrics = run.metrics(task)
    known = floors.get(task.name, {}).get("floors", {})
    return [
        Check(h, h.of(metrics), known[h.name]["floor"] if h.name in known else None)
        for h in task.headlines
        if h.margin is not None
    ]


def same_files(task: Task, run: Run, floors: Mapping[str, Any]) -> bool:
    """Whether the set is, file by file, the one that its floors were measured on; true for one without floors."""
    return bool(floors.get(task.name, run.header)["fingerprint"] == run.header["fingerprint"])


def raise_floors(task: Task, run: Run, floors: Mapping[str, Any]) -> dict[str, Any]:
    """Lift the floors of a set to what was measured, less each number's margin.

    Args:
        task: The task.
        run: A run on the files that the floors are for.
        floors: All floors.

    Returns:
        All floors, none lower than before.
    """
    entry = floors.get(
        task.name, {"split": run.header["split"], "fingerprint": run.header["fingerprint"], "floors": {}}
    )
    lifted = dict(entry["floors"])
    for c in check(task, run, floors):
        margin = c.headline.margin or 0
        floor = round(c.value - margin if c.headline.better == "more" else c.value + margin, 4)
        if c.floor is None or _better(c.headline, floor, c.floor):
            lifted[c.headline.name] = {"floor": floor, "since": run.header["commit"]}
    return {**floors, task.name: {**entry, "floors": lifted}}


def write_floors(floors: Mapping[str, Any], path: Path) -> None:
    """Write the floors, readable by people and in diffs."""
    path.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
