"""The command: what it prints, what it keeps, and its exit codes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from small_sets import GOLD, TEXT, record

from eval import __main__ as command
from eval import attribution, places, readings
from eval.__main__ import main
from eval.records import Predictions


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a readings/dev of one article, and places for what is kept."""
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path / "data"))
    for name in ("RUNS", "RESULTS", "FLOORS", "PLOTS", "CARDS"):
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


@pytest.mark.parametrize("name", ["attribution", "belarus", "gum"])
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
        (["styles", "--split", "dev"], "only open, locked"),
        (["reliability", "--split", "open"], "only dev, train"),
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


def test_the_gate_fails_below_a_floor_and_on_changed_files(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "TASKS", {"readings": readings.TASK})  # the styles are on every machine
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


def test_reliability_is_printed_and_drawn(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sure = [dict(s) | {"confidence": {"statement": 0.75, "source": 0.95}} for s in GOLD.statements]
    assert main(["reliability", "--records", write_records(home, *sure)]) == 0
    out = capsys.readouterr().out
    assert "statement: 2 judged, expected calibration error 25.0" in out
    assert "source: 2 judged, expected calibration error 5.0" in out
    assert (home / "PLOTS" / "reliability-accurate.svg").exists()
    assert main(["reliability", "--records", write_records(home, *sure), "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["statement"]["bands"] == [{"low": 0.7, "high": 0.8, "mean": 0.75, "right": 1.0, "n": 2}]
    assert [t["wsw"]["n_pred"] for t in made["thresholds"]] == [2] * 8 + [0, 0]


def test_reliability_without_the_readings_is_skipped(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "data" / "readings" / "dev.jsonl").unlink()
    assert main(["reliability"]) == 0
    assert capsys.readouterr().out.startswith("skipped: readings")


def test_a_card_holds_the_numbers_and_names_what_is_not_here(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Predictions(records={"town": record(*GOLD.statements)})
    monkeypatch.setattr(command, "read_gold", lambda gold, model, jobs: made)
    monkeypatch.setattr(command, "CARD", ((attribution.TASK, "dev"), (readings.TASK, "dev")))
    assert main(["card", "--model", "models/tiny"]) == 0
    lines = (home / "CARDS" / "tiny.md").read_text("utf-8").splitlines()
    assert "Not measured, since its files are not on this machine: attribution dev." in lines
    assert "| wsw/all f1 | 100.0 |" in lines
    assert "| direct | 100.0 | 100.0 | 100.0 | 1 |" in [line.replace(" (few)", "") for line in lines]
    assert "| say (few) | 100.0 | 100.0 | 100.0 | 1 |" in lines
    assert "![reliability](../plots/reliability-tiny.svg)" in lines
    assert not any("We will go home" in line for line in lines)
