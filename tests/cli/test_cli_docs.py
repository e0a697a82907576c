"""Every command and option is told in docs/reference/cli.md, and nothing is told there that is not so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from bridge import Run
from typer.main import get_command

from onrecord.cli.app import app
from onrecord.cli.writers import Format
from onrecord.show.csv import COLUMNS

REFERENCE = (Path(__file__).parents[2] / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
TOP = get_command(app).commands  # type: ignore[attr-defined]
COMMANDS = {name: command for name, command in TOP.items() if not hasattr(command, "commands")} | {
    f"{group} {name}": command for group in TOP for name, command in getattr(TOP[group], "commands", {}).items()
}


def section(heading: str) -> str:
    """A part of the reference, up to the next of its own rank."""
    start = REFERENCE.index(f"\n{heading}\n")
    rank = heading.split()[0]
    end = REFERENCE.find(f"\n{rank} ", start + 1)
    return REFERENCE[start : end if end >= 0 else None]


def options(command: str) -> set[str]:
    return {name for parameter in COMMANDS[command].params for name in parameter.opts if name.startswith("--")}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_options_told_are_those_there_are(command: str) -> None:
    told = set(re.findall(r"^\| `(--[a-z-]+)", section(f"## onrecord {command}"), re.MULTILINE))
    assert told == options(command) | {"--help"}


def test_the_options_of_all_commands_together() -> None:
    for parameter in get_command(app).params:
        assert any(f"`{name}`" in REFERENCE or f"onrecord {name}" in REFERENCE for name in parameter.opts), parameter


def test_the_columns_told_are_those_there_are() -> None:
    told = [name for row in re.findall(r"^\| (`.*?) \|", section("### csv"), re.MULTILINE) for name in row.split(", ")]
    assert sorted(name.strip("`") for name in told) == sorted(COLUMNS)


@pytest.mark.parametrize("form", get_args(Format))
def test_every_format_has_its_section(form: str) -> None:
    assert section(f"### {form}")
    assert f"`{form}`" in section("## onrecord read")


@pytest.mark.parametrize("command", [(), ("read",), ("show",), ("search",), ("sources",)])
def test_help_is_there_and_the_main_commands_have_examples(run: Run, command: tuple[str, ...]) -> None:
    done = run(*command, "--help")
    assert done.exit_code == 0
    assert "Usage:" in done.stdout
    if command in {(), ("read",), ("search",)}:
        assert re.search(r"^ ?\s*onrecord (read|search) \S", done.stdout, re.MULTILINE)


def test_the_version(run: Run) -> None:
    assert re.fullmatch(r"onrecord \d+\.\d+\.\d+\n", run("--version").stdout)
