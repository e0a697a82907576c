"""The command line in this process, with the reader of ``bridge``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bridge import Run, report, stand_in
from typer.testing import CliRunner, Result

from onrecord.cli.app import app


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line and return what it printed and its exit code."""
    monkeypatch.setitem(sys.modules, "onrecord.pipeline", stand_in())
    monkeypatch.delenv("ONRECORD_DB", raising=False)
    runner = CliRunner()

    def invoke(*arguments: str | Path, stdin: str | None = None) -> Result:
        return runner.invoke(app, [str(argument) for argument in arguments], input=stdin)

    return invoke


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    """Three reports in files, each with one statement."""
    paths = [tmp_path / f"bridge-{number}.txt" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_text(report(number), encoding="utf-8")
    return paths
