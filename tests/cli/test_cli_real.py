"""The command line with the model of the package, on the reports of ``examples/``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "examples").glob("*") if path.suffix != ".md")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "ONRECORD_DB"}


def onrecord(*arguments: object) -> str:
    command = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, check=True, timeout=120)
    return done.stdout.decode()


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A record of all examples, read in two processes, and the JSON that was printed."""
    path = tmp_path_factory.mktemp("record") / "examples.db"
    return path, onrecord("read", "--json", "--jobs", 2, "--record", path, *EXAMPLES)


def test_every_example_is_read_in_order_with_its_evidence(record: tuple[Path, str]) -> None:
    records = [json.loads(line) for line in record[1].splitlines()]
    assert [one["document"]["origin"] for one in records] == EXAMPLES
    for one in records:
        assert one["statements"]
        text = one["document"]["text"]
        for statement in one["statements"]:
            assert all(text[start:end] for start, end in statement["content"])
            assert set(statement["speaker_ids"]) <= {entity["id"] for entity in one["entities"]}


def test_one_process_prints_the_same_bytes(record: tuple[Path, str]) -> None:
    assert onrecord("read", "--json", *EXAMPLES) == record[1]


def test_the_record_shows_the_same_bytes(record: tuple[Path, str]) -> None:
    path, printed = record
    (line,) = (line for line in printed.splitlines(keepends=True) if '"origin":"examples/wire.txt"' in line)
    assert onrecord("show", "--json", "--record", path, "wire.txt") == line


def test_a_governor_is_found_by_name_and_words(record: tuple[Path, str]) -> None:
    found = onrecord("search", "--record", record[0], "--who", "Marent", "every street walked")
    assert found.startswith("Ilse Marent\n")
    assert "We will not stop until every street has been walked," in found
    assert "Ilse Marent" in onrecord("sources", "--record", record[0])


def test_text_shows_whom_the_wire_quotes() -> None:
    shown = onrecord("read", "examples/wire.txt")
    assert "\nTomas Reyl, Prime Minister\n  denied      that his office had received a report on the cracks\n" in shown
    assert "\nregional officials (group, not named)\n" in shown


def test_the_readme_shows_what_is_printed() -> None:
    told = (
        (ROOT / "README.md").read_text("utf-8").split("$ onrecord read examples/wire.txt\n", 1)[1].split("\n\n![", 1)[0]
    )
    lines = [line.removeprefix("    ") for line in told.splitlines() if line.strip() not in ("", "…")]
    printed = onrecord("read", "examples/wire.txt").splitlines()
    assert len(lines) > 15
    assert [line for line in lines if line not in printed] == []
