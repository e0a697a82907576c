"""Readings kept in a record, and looked up in it."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from bridge import QuotationReader, Run, report

from onrecord.store import open_store
from onrecord.types import Document, Reading


def test_nothing_is_kept_unless_asked(run: Run, reports: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports[0].parent)
    monkeypatch.setenv("ONRECORD_DB", "somewhere.db")
    assert run("read", *reports).exit_code == 0
    assert not list(reports[0].parent.glob("*.db*"))


def test_a_record_is_made_and_a_second_time_changes_nothing(run: Run, reports: list[Path], tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    first = run("read", "--record", record, *reports)
    assert first.stderr == f"onrecord: 3 reports read, 3 statements; 3 added to {record}, 0 there already\n"
    second = run("read", "--record", record, *reports)
    assert second.stderr == f"onrecord: 3 reports read, 3 statements; 0 added to {record}, 3 there already\n"
    assert first.stdout == second.stdout
    with open_store(record) as store:
        assert len(list(store.documents())) == 3


def test_what_is_printed_does_not_change_what_is_kept(run: Run, reports: list[Path], tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    run("read", "--record", record, "--min-confidence", 1, reports[0])
    assert "“The bridge will open on Friday.”" in run("show", "--record", record, reports[0]).stdout


@pytest.mark.parametrize("form", ["text", "json", "csv", "brat", "annotation", "html"])
def test_show_prints_what_read_printed(run: Run, reports: list[Path], tmp_path: Path, form: str) -> None:
    record = tmp_path / "r.db"
    read = run("read", "--format", form, "--record", record, reports[1])
    shown = run("show", "--format", form, "--record", record, "bridge-1.txt")
    assert shown.exit_code == 0
    assert shown.stdout == read.stdout


def test_show_json_and_min_confidence(run: Run, reports: list[Path], tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    run("read", "--record", record, reports[0])
    shown = json.loads(run("show", "--json", "--record", record, "--min-confidence", "0.5", reports[0]).stdout)
    assert shown["statements"] == []


def test_the_record_is_the_option_or_the_variable_or_the_one_here(
    run: Run, reports: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(["onrecord.db", "variable.db", "option.db"]):
        run("read", "--record", name, reports[number])
    assert run("show", reports[0]).exit_code == 0
    assert run("show", reports[1]).exit_code == 1
    monkeypatch.setenv("ONRECORD_DB", "variable.db")
    assert run("show", reports[1]).exit_code == 0
    assert run("show", "--record", "option.db", reports[2]).exit_code == 0


@pytest.mark.parametrize("command", [("show", "x"), ("search", "x"), ("sources",)])
def test_no_record_is_an_error(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*command)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("onrecord: onrecord.db: there is no record here; make one with")
    assert not list(tmp_path.iterdir())


def test_no_such_document_and_several_such(run: Run, reports: list[Path], tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    run("read", "--record", record, "--title", "Bridge", *reports)
    unknown = run("show", "--record", record, "nothing")
    assert unknown.exit_code == 1
    assert "has no document 'nothing'" in unknown.stderr
    several = run("show", "--record", record, "bridge")
    assert several.exit_code == 1
    first, *candidates = several.stderr.splitlines()
    assert first.endswith("give the id of one:")
    assert len(candidates) == 3


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path.mkdir(), "r.db"),
        (lambda path: path.write_text("not a database, but a letter to the council\n" * 50), "r.db"),
    ],
    ids=["a folder", "a text"],
)
def test_a_record_that_cannot_be_one(run: Run, reports: list[Path], tmp_path: Path, make, told: str) -> None:
    record = tmp_path / "r.db"
    make(record)
    done = run("read", "--record", record, reports[0])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"onrecord: {record}: ")


def test_a_record_in_no_folder(run: Run, reports: list[Path], tmp_path: Path) -> None:
    done = run("read", "--record", tmp_path / "no" / "r.db", reports[0])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"onrecord: {tmp_path / 'no' / 'r.db'}: there is no folder")


def test_an_interrupt_keeps_what_was_read(run: Run, reports: list[Path], tmp_path: Path) -> None:
    stop = tmp_path / "stop.txt"
    stop.write_text(report(9).replace("winter", "INTERRUPT"), encoding="utf-8")
    record = tmp_path / "r.db"
    done = run("read", "--record", record, *reports[:2], stop, reports[2])
    assert done.exit_code == 130
    assert done.stderr == (
        f"onrecord: interrupted: 2 reports read, 2 statements; 2 added to {record}, 0 there already\n"
    )
    with open_store(record) as store:
        assert {row.origin for row in store.documents()} == {str(path) for path in reports[:2]}


def test_a_reading_that_contradicts_itself_costs_one_report(
    run: Run, reports: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = QuotationReader.read

    def read(self: QuotationReader, document: Document) -> Reading:
        reading = honest(self, document)
        return msgspec.structs.replace(reading, entities=()) if "1.txt" in document.origin else reading

    monkeypatch.setattr(QuotationReader, "read", read)
    done = run("read", "--json", "--record", tmp_path / "r.db", *reports)
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert f"{reports[1]}: was not kept, by a fault of onrecord's: " in done.stderr
