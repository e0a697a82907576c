"""Places: where the sets are looked for, where runs are kept, and which code is being measured."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = ROOT / "eval" / "runs"
RESULTS = ROOT / "eval" / "results.jsonl"
FLOORS = ROOT / "eval" / "floors.json"
PLOTS = ROOT / "eval" / "plots"
CARDS = ROOT / "eval" / "cards"

MEASURED = ("src",)
"""What changes a result: the package with its models."""


def data_folder() -> Path:
    """The folder of the marked sets: ``$ONRECORD_DATA``, else ``../shared/data`` beside the repository."""
    return Path(os.environ.get("ONRECORD_DATA") or ROOT.parent / "shared" / "data")


def commit() -> str:
    """The commit that is checked out, with a "+" where the package has changes that are not in it."""
    head = _git("rev-parse", "--short=12", "HEAD")
    if not head:
        return "unknown"
    return head + ("+" if _git("status", "--porcelain", "--", *MEASURED) else "")


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603  # fixed words
            ["git", "-C", str(ROOT), *arguments],  # noqa: S607
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()


def versions() -> dict[str, str]:
    """Versions of what a number can depend on."""
    return {"python": platform.python_version()} | {name: version(name) for name in ("numpy", "onnxruntime")}
