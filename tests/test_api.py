"""The Python interface: what is exported, that it works, and that its examples are true."""

from __future__ import annotations

import doctest
import json
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
import onrecord.api

ROOT = Path(__file__).parents[1]
NOTICE = """Pool to reopen

“The pool will open on Friday,” said Ada Thorn, the leader of the council.

Residents said they had not been asked.
"""


def test_the_exported_names_are_few_and_all_there() -> None:
    assert len(onrecord.__all__) <= 12
    assert onrecord.__all__ == sorted(onrecord.__all__)
    public = {
        name
        for name, value in vars(onrecord).items()
        if not name.startswith("_") and getattr(value, "__module__", "").startswith("onrecord.")
    }
    assert public == set(onrecord.__all__)


def test_every_exported_name_is_documented() -> None:
    for name in onrecord.__all__:
        assert getattr(onrecord, name).__doc__, name


def test_read_stays_a_function_when_its_folder_is_imported() -> None:
    code = "import onrecord, onrecord.read, onrecord.read as again; from onrecord import read; print(callable(read))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_the_examples_are_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    outcome = doctest.testmod(onrecord.api)
    assert outcome.attempted >= 5
    assert outcome.failed == 0


def words(reading: onrecord.Reading) -> list[str]:
    return [span.of(reading.document.text) for statement in reading.statements for span in statement.content]


def test_read_text() -> None:
    reading = onrecord.read_text(NOTICE, title="Pool to reopen", published="2024-03-12", publisher="The Ness Courier")
    assert reading.document.text == NOTICE
    assert reading.document.published == "2024-03-12"
    assert reading.document.publisher == "The Ness Courier"
    assert "“The pool will open on Friday,”" in words(reading)


def test_read_a_file_and_a_text_alike(tmp_path: Path) -> None:
    path = tmp_path / "pool.txt"
    path.write_text(NOTICE, encoding="utf-8")
    reading = onrecord.read(path)
    assert reading.document.origin == str(path)
    assert words(reading) == words(onrecord.read_text(NOTICE))


def test_read_refuses_a_file_of_several_reports(tmp_path: Path) -> None:
    table = tmp_path / "two.jsonl"
    table.write_text((json.dumps({"text": NOTICE}) + "\n") * 2, encoding="utf-8")
    with pytest.raises(onrecord.InputError, match="more than one report; use read_many"):
        onrecord.read(table)
    assert len(list(onrecord.read_many([table]))) == 2


def test_read_many_raises_the_first_failure_or_tells_of_each(tmp_path: Path) -> None:
    good = tmp_path / "pool.txt"
    good.write_text(NOTICE, encoding="utf-8")
    missing = tmp_path / "missing.txt"
    with pytest.raises(onrecord.InputError, match="missing"):
        list(onrecord.read_many([missing, good]))
    failures: list[onrecord.InputError] = []
    readings = list(onrecord.read_many([missing, good], failed=failures.append))
    assert [reading.document.origin for reading in readings] == [str(good)]
    assert [failure.origin for failure in failures] == [str(missing)]


def test_record_json_is_what_the_command_prints(tmp_path: Path) -> None:
    reading = onrecord.read_text(NOTICE)
    assert json.loads(onrecord.record_json(reading))["document"]["text"] == NOTICE
    assert json.loads(onrecord.record_json(reading, min_confidence=1.1 - 0.1))["schema"] == "onrecord.record/1"
