"""Machine: what a number was measured on, and the list that numbers are added to."""

from __future__ import annotations

import datetime
import json
import os
import platform
from pathlib import Path
from typing import Any

from eval.places import ROOT, commit, versions

RESULTS = ROOT / "bench" / "results.jsonl"
PLOTS = ROOT / "bench" / "plots"


def describe() -> dict[str, Any]:
    """Commit, time, versions, processor, and how busy the machine was when the run began."""
    return {
        "at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "commit": commit(),
        "versions": versions(),
        "machine": {"processor": _processor(), "cores": os.cpu_count(), "system": platform.system()},
        "load": round(os.getloadavg()[0], 2),
    }


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


def append(row: dict[str, Any], path: Path = RESULTS) -> None:
    """Add a row to the committed list of results."""
    with path.open("a", encoding="utf-8") as out:
        out.write(json.dumps(row) + "\n")
