"""onrecord read: formats, several inputs, failures, usage."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from bridge import Run, report

from onrecord.cli.writers import file_stem
from onrecord.types import Document

GERMAN = (
    "Die Brücke wird am Freitag wieder geöffnet, sagte die Bürgermeisterin am Dienstag vor dem Stadtrat. Die Arbeiten "
    "hatten im Winter begonnen und dauerten länger als geplant, weil das Geld fehlte.\n"
)


def test_text_for_people(run: Run, reports: list[Path]) -> None:
    done = run("read", reports[0])
    assert done.exit_code == 0
    assert done.stdout == (
        f"Bridge 0 to open\n{reports[0]}\n1 statement by 1 source\n\nMara Ellison\n"
        "  said        “The bridge will open on Friday.”\n"
        "              line 3 · unsure: 0.40 · no attribution of its own · at 82–115\n"
    )
    assert done.stderr == ""


def test_several_reports_come_in_order_with_a_rule_between(run: Run, reports: list[Path]) -> None:
    done = run("read", *reversed(reports))
    titles = [line for line in done.stdout.splitlines() if line.endswith(".txt")]
    assert titles == [str(path) for path in reversed(reports)]
    assert sum(set(line) == {"─"} for line in done.stdout.splitlines()) == 2
    assert done.stderr == "onrecord: 3 reports read, 3 statements\n"


def test_json_is_one_record_a_line(run: Run, reports: list[Path]) -> None:
    done = run("read", "--json", *reports)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["document"]["origin"] for record in records] == [str(path) for path in reports]
    assert done.stdout == run("read", "--format", "json", *reports).stdout


def test_csv_has_one_header(run: Run, reports: list[Path]) -> None:
    done = run("read", "--format", "csv", *reports)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["origin"] for row in rows] == [str(path) for path in reports]
    assert rows[0]["content"] == "“The bridge will open on Friday.”"


def test_csv_of_nothing_is_a_header(run: Run, tmp_path: Path) -> None:
    done = run("read", "--format", "csv", tmp_path / "missing.txt")
    assert done.stdout.startswith("document_id,origin,")
    assert len(done.stdout.splitlines()) == 1


def test_annotations_are_one_a_line(run: Run, reports: list[Path]) -> None:
    done = run("read", "--format", "annotation", *reports)
    assert [json.loads(line)["type"] for line in done.stdout.splitlines()] == ["Annotation"] * 3


def test_html_is_one_page(run: Run, reports: list[Path]) -> None:
    done = run("read", "--format", "html", *reports)
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert done.stdout.count("<!DOCTYPE html>") == 1
    assert done.stdout.count("<section>") == 3


def test_brat_of_one_report_goes_to_standard_output(run: Run, reports: list[Path]) -> None:
    done = run("read", "--format", "brat", reports[0])
    assert done.stdout.startswith("T1\tContent 82 115\t“The bridge will open on Friday.”\n")


def test_brat_of_several_reports_needs_a_folder(run: Run, reports: list[Path]) -> None:
    done = run("read", "--format", "brat", *reports)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "name a folder for them with --out DIR" in done.stderr


def test_brat_into_a_folder(run: Run, reports: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "new" / "brat"
    done = run("read", "--format", "brat", "--out", folder, *reports)
    assert (done.exit_code, done.stdout) == (0, "")
    written = sorted(path.name for path in folder.iterdir())
    assert written[0] == "annotation.conf"
    assert [name.rpartition(".")[2] for name in written[1:]] == ["ann", "txt"] * 3
    for path in folder.glob("*.txt"):
        ann = path.with_suffix(".ann").read_text(encoding="utf-8")
        text = path.read_text(encoding="utf-8")
        start, end = map(int, ann.split("\t")[1].split()[1:])
        assert text[start:end] == "“The bridge will open on Friday.”"


@pytest.mark.parametrize(
    ("origin", "stem"),
    [
        ("../../etc/passwd", "passwd"),
        ("https://news.example/2024/the-story.html?x=/../y", "the-story"),
        ("https://news.example/", "report"),
        ("reports/..", "report"),
        ("x.jsonl:7", "x"),
        ("a\x00b/c\nd.txt", "c-d"),
        ("https://news.example/%2e%2e%2f%2e%2e%2fetc.txt", "etc"),
        ("Ein Bericht über die Brücke.txt", "Ein-Bericht-ber-die-Br-cke"),
    ],
)
def test_file_names_stay_in_their_folder(origin: str, stem: str) -> None:
    document = Document(id="0123456789abcdef", origin=origin, language="en", sha256="", text="")
    assert file_stem(document) == f"{stem}-01234567"


def test_what_fails_is_named_and_the_rest_is_read(run: Run, reports: list[Path], tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = run("read", "--json", reports[0], tmp_path / "missing.txt", empty, reports[1])
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    missing, nothing, summary = done.stderr.splitlines()
    assert missing.startswith(f"onrecord: {tmp_path / 'missing.txt'}: there is no such file")
    assert nothing.startswith(f"onrecord: {empty}: ")
    assert summary == "onrecord: 2 reports read, 2 statements, 2 failed"


def test_another_language_is_counted_apart(run: Run, reports: list[Path], tmp_path: Path) -> None:
    german = tmp_path / "bruecke.txt"
    german.write_text(GERMAN, encoding="utf-8")
    done = run("read", "--json", german, reports[0])
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        f"onrecord: {german}: is in 'de', not English; it was not read",
        "onrecord: 1 report read, 1 statement, 1 not English",
    ]
    assert run("read", german).exit_code == 1, "nothing was read"


def test_a_fault_of_our_own_costs_one_report(run: Run, reports: list[Path], tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text(report(9).replace("winter", "FAULT"), encoding="utf-8")
    done = run("read", "--json", bad, *reports)
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 3
    assert "bad.txt: was not read, by a fault of onrecord's: IndexError at cli/bridge.py:" in done.stderr


def test_an_interrupt_ends_with_what_was_done(run: Run, reports: list[Path], tmp_path: Path) -> None:
    stop = tmp_path / "stop.txt"
    stop.write_text(report(9).replace("winter", "INTERRUPT"), encoding="utf-8")
    done = run("read", "--json", reports[0], stop, reports[1])
    assert done.exit_code == 130
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == "onrecord: interrupted: 1 report read, 1 statement\n"


def test_a_table_and_what_is_known_of_it(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "two.jsonl"
    rows = [{"story": {"body": report(1)}, "on": "2024-03-01"}, {"story": {"body": report(2)}}]
    table.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = run(
        *("read", "--json", "--map", "text=story.body", "--map", "published=on"),
        *("--published", "2024-03-12", "--title", "Bridge", "--publisher", "The Ness Courier", table),
    )
    first, second = (json.loads(line)["document"] for line in done.stdout.splitlines())
    assert (first["published"], second["published"]) == ("2024-03-01", "2024-03-12")
    assert (first["title"], first["publisher"]) == ("Bridge", "The Ness Courier")


def test_standard_input(run: Run) -> None:
    done = run("read", "--json", "-", stdin=report(1))
    assert json.loads(done.stdout)["document"]["text"] == report(1)


def test_files_passed_over_are_told(run: Run, reports: list[Path]) -> None:
    (reports[0].parent / "notes.docx").touch()
    done = run("read", "--json", reports[0].parent)
    assert "passed over 1 file" in done.stderr
    assert done.exit_code == 0


def test_min_confidence(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(report(1).replace("winter", "winter “now”").replace("“now”", "“n\u00f6w”"), encoding="utf-8")
    assert run("read", "--format", "csv", "--min-confidence", "0.4", path).stdout.count("\n") == 3
    assert run("read", "--format", "csv", "--min-confidence", "0.41", path).stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Missing argument"),
        (("--published", "12/3/2024", "x"), "year-month-day"),
        (("--map", "text", "x"), "is not FIELD=COLUMN"),
        (("--map", "body=text", "x"), "the names are text, title"),
        (("--json", "--format", "csv", "x"), "exclude each other"),
        (("--format", "xml", "x"), "xml"),
        (("--out", "folder", "x"), "it is for --format brat"),
        (("--jobs", "0", "x"), "greater than or equal to 1"),
        (("--min-confidence", "1.5", "x"), "less than or equal to 1"),
        (("--nonsense", "x"), "No such option"),
    ],
)
def test_a_wrong_command_is_code_2_and_says_what_is_wrong(run: Run, arguments: tuple[str, ...], told: str) -> None:
    done = run("read", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in " ".join(done.stderr.replace("│", " ").split())


def test_hostile_names_and_messages_reach_the_terminal_harmless(run: Run, tmp_path: Path) -> None:
    done = run("read", tmp_path / "x\x1b[31m\u202ey.txt")
    assert r"x\x1b[31m\u202ey.txt" in done.stderr


def test_the_id_of_an_import_names_no_file_elsewhere() -> None:
    document = Document(id="../../x/y", origin="report.txt", language="en", sha256="", text="")
    assert file_stem(document) == "report-------x-"
