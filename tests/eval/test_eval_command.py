"""The command: what it prints, what it keeps, and its exit codes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from small_sets import GOLD, TEXT, record

from eval import places
from eval.__main__ import main


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a readings/dev of one article, and places for what is kept."""
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path / "data"))
    for name in ("RUNS", "RESULTS", "FLOORS"):
        monkeypatch.setattr(places, name, tmp_path / name)
    write_set(tmp_path, GOLD.statements)
    return tmp_path


def write_set(home: Path, statements: tuple[Any, ...]) -> Path:
    texts = home / "data" / "readings" / "text"
    texts.mkdir(parents=True, exist_ok=True)
    (texts / "town.txt").write_bytes(TEXT.encode())
    row = {"doc": "town", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()}
    row["statements"] = [dict(s) | {"act": "assert"} for s in statements]  # type: ignore[assignment]
    path = texts.parent / "dev.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def write_records(home: Path, *statements: Any) -> str:
    path = home / "records.jsonl"
    path.write_text(json.dumps(record(*statements) | {"document": {"origin": "town.txt", "text": TEXT}}), "utf-8")
    return str(path)


def test_a_run_is_printed_and_kept_and_the_next_one_lists_what_changed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["readings", "--records", write_records(home, *GOLD.statements), "--keep"]) == 0
    assert "wsw/all f1                                100.0" in capsys.readouterr().out
    assert main(["readings", "--records", write_records(home, GOLD.statements[1])]) == 0
    out = capsys.readouterr().out
    assert "who said what: 0 gained, 1 lost" in out
    assert "We will go home" in out
    (kept,) = (json.loads(line) for line in (home / "RESULTS").read_text("utf-8").splitlines())
    assert kept["metrics"]["wsw/all f1"] == 1.0


def test_one_object_for_machines(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = write_set(home, GOLD.statements)
    command = ["readings", "--gold", str(gold), "--records", write_records(home, *GOLD.statements), "--json"]
    assert main(command) == 0
    out = json.loads(capsys.readouterr().out)
    assert (out["set"], out["split"], out["docs"], out["metrics"]["wsw/all"]["f1"]) == ("readings", "dev", 1, 1.0)


@pytest.mark.parametrize("name", ["attribution", "belarus"])
def test_a_set_that_is_not_here_is_skipped_and_says_so(
    home: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main([name]) == 0
    assert capsys.readouterr().out.startswith(f"skipped: {name}: its files are not on this machine")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["attribution", "--gold", "no-such-folder"], "no-such-folder"),
        (["readings", "--split", "test"], "only dev, train"),
        (["readings", "--records", "no-such-file"], "no-such-file"),
    ],
)
def test_what_cannot_be_read_is_an_error(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


def test_the_gate_skips_what_is_not_here(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "FLOORS").write_text(json.dumps({"belarus": {"split": "report", "fingerprint": "", "floors": {}}}), "utf-8")
    assert main(["gate"]) == 0
    assert capsys.readouterr().out.startswith("skipped: belarus")


def test_the_gate_fails_below_a_floor_and_on_changed_files(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", "--raise"]) == 0
    floors = json.loads((home / "FLOORS").read_text("utf-8"))
    assert main(["gate"]) == 0
    floors["readings"]["floors"]["wsw/all f1"]["floor"] = 1.01
    (home / "FLOORS").write_text(json.dumps(floors), "utf-8")
    assert main(["gate", "--raise"]) == 1
    assert "FAIL readings wsw/all f1" in capsys.readouterr().out
    assert json.loads((home / "FLOORS").read_text("utf-8")) == floors  # it never lowers itself
    write_set(home, GOLD.statements[:1])
    assert main(["gate"]) == 1
    assert "FAIL readings: its files are not those that the floors were measured on" in capsys.readouterr().out
