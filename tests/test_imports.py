"""Imports run one way, and importing the package loads nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"

BASE = {"errors", "spans", "types", "ids", "titles", "deadlines", "packaged"}
STAGES = ["read", "clean", "segment", "encode", "extract", "resolve", "judge"]
ALLOWED: dict[str, set[str]] = dict.fromkeys(BASE, BASE)
ALLOWED |= {stage: BASE | set(STAGES[:place]) for place, stage in enumerate(STAGES)}
ALLOWED |= {
    "assemble": BASE | set(STAGES),
    "pipeline": BASE | {*STAGES[1:], "assemble"},
    "store": BASE | {*STAGES, "assemble", "pipeline"},
}
ALLOWED["ask"] = ALLOWED["store"] | {"store"}
ALLOWED["show"] = BASE | {"ask"}
ALLOWED["api"] = BASE | {"read", "pipeline", "show"}
ALLOWED["__init__"] = BASE | {"api"}
ALLOWED["schema"] = {"show"}
ALLOWED["web"] = ALLOWED["ask"] | {"ask", "show"}
ALLOWED["cli"] = ALLOWED["web"] | {"web", "api"}
ALLOWED["__main__"] = {"cli"}
"""Which parts a part may import: itself and these. ``show`` needs records and answers only; ``pipeline`` no files."""

HEAVY = [
    "alembic",
    "fastapi",
    "ftfy",
    "jinja2",
    "lxml",
    "numpy",
    "onnxruntime",
    "py3langid",
    "pyarrow",
    "rich",
    "simplemma",
    "sqlalchemy",
    "starlette",
    "trafilatura",
    "typer",
    "uvicorn",
]


def part(path: Path) -> str:
    """The part of the package that a source file belongs to: "clean" of clean/edits.py, "spans" of spans.py."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """Full names of the modules that a source imports, wherever it does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            assert node.module is not None
            yield node.module
            if node.module == "onrecord":
                yield from (f"onrecord.{alias.name}" for alias in node.names)


SOURCES = sorted(path for path in SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_run_one_way(path: Path) -> None:
    here = part(path)
    assert here in ALLOWED, f"say in ALLOWED what {here} may import"
    for name in imported(ast.parse(path.read_text(encoding="utf-8"))):
        top, *rest = name.split(".")
        assert top not in {"training", "eval", "bench", "tests"}
        if top == "onrecord" and rest:
            assert rest[0] == here or rest[0] in ALLOWED[here], f"{here} must not import {name}"


def test_the_table_itself_runs_one_way() -> None:
    seen: set[str] = set()
    remaining = {name: parts - {name} for name, parts in ALLOWED.items() if name not in BASE}
    seen |= BASE
    while remaining:
        ready = {name for name, parts in remaining.items() if parts <= seen}
        assert ready, f"a circle among {sorted(remaining)}"
        seen |= ready
        remaining = {name: parts for name, parts in remaining.items() if name not in ready}


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not loaded_by("import onrecord").intersection(HEAVY)


def test_the_records_and_the_errors_are_there_without_more() -> None:
    assert not loaded_by("from onrecord import Reading, OnrecordError, read").intersection(HEAVY)


def test_the_command_line_loads_no_model_and_no_database_for_its_help() -> None:
    heavy = set(HEAVY) - {"rich", "typer"}
    assert not loaded_by("import onrecord.cli.app").intersection(heavy)
