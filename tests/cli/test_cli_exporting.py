"""``onrecord export`` and ``import``: out of a record, into another, and damaged lines told and counted."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from bridge import Run
from store.readings import budget, ferry

from onrecord.store import Store, open_store


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports, one of them corrected."""
    path = tmp_path / "record.db"
    report = ferry(fetched="2024-03-13T07:00:00+00:00").reading()
    with open_store(path, create=True) as store:
        store.add(report, rank=2)
        store.add(budget().reading())
        first, second, *_ = report.statements
        store.judge("reject", first.id, document_id=report.document.id, author="ann", reason="a headline")
        kept = store.judge("change", second.id, {"act": "ask"}, document_id=report.document.id, author="ann")
        store.withdraw(kept.id, "bo")
    monkeypatch.setenv("ONRECORD_DB", str(path))
    return path


def held(store: Store) -> list[object]:
    return [store.kept(row.id) for row in store.documents()]


@pytest.mark.parametrize(("form", "name"), [("jsonl", "all.jsonl"), ("parquet", "all.parquet")])
def test_what_is_exported_is_imported_without_loss(
    run: Run, record: Path, tmp_path: Path, form: str, name: str
) -> None:
    done = run("export", "--format", form, "--out", tmp_path / name)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "onrecord: 2 reports exported\n")
    copy = tmp_path / "copy.db"
    done = run("import", tmp_path / name, "--record", copy)
    assert done.exit_code == 0
    assert done.stderr == f"onrecord: 2 reports added to {copy}, 0 there already, 2 judgements added\n"
    with open_store(record) as old, open_store(copy) as new:
        assert held(new) == held(old)
    again = run("import", tmp_path / name, "--record", copy)
    assert again.stderr == f"onrecord: 0 reports added to {copy}, 2 there already, 0 judgements added\n"


def test_lines_go_to_standard_output_and_may_be_packed(run: Run, record: Path, tmp_path: Path) -> None:
    lines = run("export").stdout
    assert len(lines.splitlines()) == 2
    packed = tmp_path / "all.jsonl.gz"
    packed.write_bytes(gzip.compress(lines.encode()))
    assert run("import", packed, "--record", tmp_path / "copy.db").exit_code == 0
    assert run("import", "-", "--record", tmp_path / "other.db", stdin=lines).exit_code == 0
    with open_store(record) as old, open_store(tmp_path / "copy.db") as new:
        assert held(new) == held(old)


def test_damaged_lines_are_named_and_counted_and_the_rest_is_imported(run: Run, record: Path, tmp_path: Path) -> None:
    corrected, other = run("export").stdout.splitlines()
    bad = tmp_path / "bad.jsonl"
    changed = json.loads(corrected)
    changed["judgements"][0]["author"] = "somebody"
    lines = [
        other,
        corrected[:200],
        '{"schema": "onrecord.record/9"}',
        corrected.replace("the winter", "the summer", 1),
    ]
    bad.write_text("\n".join([*lines, json.dumps(changed), "\x00"]), encoding="utf-8")
    copy = tmp_path / "copy.db"
    done = run("import", bad, tmp_path / "nowhere.parquet", bad.with_suffix(".txt"), "--record", copy)
    assert done.exit_code == 1
    told = done.stderr.splitlines()
    assert told[0].startswith(f"onrecord: {bad}:2: is no line of an export (JSON is malformed")
    assert told[1].startswith(f"onrecord: {bad}:3: is no line of an export (")
    assert told[2].startswith(f"onrecord: {bad}:4: is damaged ($.statements[0].words are not the words of the text")
    assert told[3].startswith(f"onrecord: {bad}:5: is damaged (judgement ")
    assert told[4].startswith(f"onrecord: {bad}:6: is no line of an export (")
    assert told[5].startswith(f"onrecord: {tmp_path / 'nowhere.parquet'}: ")
    assert told[7] == (
        f"onrecord: 1 report added to {copy}, 0 there already, 0 judgements added; 7 damaged or not read"
    )


def test_a_file_of_a_wrong_kind_is_told_once(run: Run, tmp_path: Path) -> None:
    table, reports = tmp_path / "r.csv", tmp_path / "reports.jsonl"
    table.write_text("speaker,words\n" + "Ilse Varga,we will\n" * 40, encoding="utf-8")
    reports.write_text('{"title": "Ferry stays", "text": "The ferry stays."}\n' * 40, encoding="utf-8")
    done = run("import", table, reports, "--record", tmp_path / "copy.db")
    assert done.exit_code == 1
    first, second, summary = done.stderr.splitlines()
    assert first.startswith(f"onrecord: {table}: is no export: none of its first 10 lines is of one; import what")
    assert second.startswith(f"onrecord: {reports}: is no export: ")
    assert summary.endswith("0 judgements added; 2 damaged or not read")


def test_a_parquet_of_another_kind_is_told_once(run: Run, tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"speaker": ["Ilse Varga"] * 40}), tmp_path / "r.parquet")
    done = run("import", tmp_path / "r.parquet", "--record", tmp_path / "copy.db")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 2
    assert "r.parquet: is no export: " in done.stderr


def test_a_damaged_parquet_is_told(run: Run, record: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.parquet"
    run("export", "--format", "parquet", "--out", path)
    path.write_bytes(path.read_bytes()[:3000])
    done = run("import", path, "--record", tmp_path / "copy.db")
    assert done.exit_code == 1
    assert f"onrecord: {path}: is no Parquet, or a damaged one" in done.stderr


def test_corrections_are_in_every_format(run: Run, record: Path, tmp_path: Path) -> None:
    assert ",headline,1," not in run("export", "--format", "csv").stdout
    assert '"value":"Ferry stays"' not in run("export", "--format", "annotation").stdout
    assert '"text":"Ferry stays"' not in run("export", "--format", "schema-org", "ferry.txt").stdout
    assert run("export", "--format", "brat", "--out", tmp_path / "brat").exit_code == 0
    annotations = [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "brat").glob("*.ann"))]
    assert len(annotations) == 2
    assert not any("Content 0 11" in text for text in annotations)


def test_cells_that_a_spreadsheet_would_compute_are_defused(run: Run, tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db", create=True) as store:
        store.add(ferry(title='=HYPERLINK("http://evil.example")', publisher="@SUM(A1)").reading())
    table = run("export", "--format", "csv", "--record", tmp_path / "record.db").stdout
    assert "\"'=HYPERLINK(" in table
    assert ",'@SUM(A1)," in table


def test_only_what_was_judged(run: Run, record: Path) -> None:
    done = run("export", "--judged-only")
    assert [json.loads(line)["document"]["origin"] for line in done.stdout.splitlines()] == ["in/ferry.txt"]
    assert done.stderr == "onrecord: 1 report exported; 1 report left out\n"


def test_only_a_report_that_was_read_through_is_trained_on(run: Run, record: Path) -> None:
    done = run("export", "--format", "training")
    assert done.stdout == ""
    assert "2 reports left out: their readings of now were not accepted by `onrecord correct reviewed`" in done.stderr
    report = ferry().reading()
    with open_store(record) as store:
        store.judge("accept", report.document.id, document_id=report.document.id, author="ann")
    (line,) = run("export", "--format", "training").stdout.splitlines()
    assert [one["act"] for one in json.loads(line)["statements"]] == [one.act for one in report.statements[1:]]
    with open_store(record, create=True) as store:
        store.add(ferry().reading("2027.1"), rank=3)
    assert run("export", "--format", "training").stdout == "", "what another model read nobody has read through"


def test_where_it_cannot_go(run: Run, record: Path, tmp_path: Path) -> None:
    assert run("export", "--format", "parquet").exit_code == 2
    assert run("export", "--format", "brat").exit_code == 2
    done = run("export", "--out", tmp_path / "no" / "where.jsonl")
    assert (done.exit_code, "it was not written" in done.stderr) == (1, True)
    assert run("export", "--format", "parquet", "--out", tmp_path / "no" / "where.parquet").exit_code == 1
    assert run("export", "nowhere.txt").exit_code == 1
