"""onrecord people, person, numbers, dossier, forecasts and audit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ask.asked import ASKED, Told, later, march, undated
from bridge import Run

from onrecord.store import open_store


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of three reports on a tunnel."""
    with open_store(tmp_path / "r.db", create=True) as store:
        store.add_many([march().reading(), later().reading(), undated().reading()])
    return tmp_path / "r.db"


def test_people(run: Run, record: Path) -> None:
    done = run("people", "--record", record)
    heading, first, *_ = done.stdout.splitlines()
    assert heading.split() == ["statements", "documents", "who"]
    assert first.split()[:4] == ["4", "2", "Ilse", "Varga"]
    assert (done.exit_code, done.stderr) == (0, "")


def test_people_of_some_statements(run: Run, record: Path) -> None:
    done = run("people", "crews", "--limit", 1, "--json", "--record", record)
    (who,) = map(json.loads, done.stdout.splitlines())
    assert (who["name"], who["question"]["person"]) == ("Ilse Varga", who["key"])
    assert done.stderr == "onrecord: the first 1 of 2; --limit gives more\n"


def test_a_person(run: Run, record: Path) -> None:
    done = run("person", "varga", "--record", record)
    assert done.stdout.startswith("Ilse Varga\n4 statements in 2 reports, 2024-03-04 to 2024-03-20")
    for words in ("that it is one person is not certain", "“transport minister” at", "said (3), announced (1)"):
        assert words in done.stdout
    told = json.loads(run("person", "varga", "--json", "--record", record).stdout)
    assert told["person"]["statements"] == 4


def test_nobody(run: Run, record: Path) -> None:
    done = run("person", "nonsuch", "--record", record)
    assert done.exit_code == 1
    assert "nobody in it is called" in done.stderr


def test_numbers(run: Run, record: Path) -> None:
    done = run("numbers", "crews", "--record", record)
    assert "“crews” (3); “boats” (1)" in done.stdout
    assert "at least 12           Ilse Varga, 2024-03-04 (published)" in done.stdout
    assert "vague                 Tomás Łódź" in done.stdout
    series = [
        json.loads(line) for line in run("numbers", "crews", "--format", "json", "--record", record).stdout.splitlines()
    ]
    assert [len(one["figures"]) for one in series] == [3, 1]
    assert run("numbers", "crews", "--format", "csv", "--record", record).stdout.count("\n") == 5
    assert "<svg" in run("numbers", "crews", "--format", "html", "--record", record).stdout


def test_numbers_of_nothing(run: Run, record: Path) -> None:
    assert run("numbers", "--record", record).exit_code == 2
    assert run("numbers", "fish", "--record", record).stderr == "onrecord: no statement that fits has a number\n"


def test_a_dossier(run: Run, record: Path) -> None:
    done = run("dossier", ASKED, "--since", "2024-03-10", "--record", record)
    assert done.stdout.startswith(f"# {ASKED}\n")
    assert "## Held not to be so (2)" in done.stdout
    told = json.loads(run("dossier", ASKED, "--format", "json", "--record", record).stdout)
    assert sum(one["meaning"] is None for one in told["exhibits"]) == 6
    assert told["coverage"]["by_meaning"]  # nobody ran `onrecord index`: of a few reports it is done for them
    page = run("dossier", ASKED, "--format", "html", "--record", record).stdout
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")


def test_a_dossier_on_a_scale_of_what_is_sure_enough(run: Run, record: Path) -> None:
    done = run(
        "dossier", "Will the Ness Tunnel flood?", "--scale", "ipcc", "--min-confidence", "0.5", "--record", record
    )
    assert "hedged: “very likely”, 90–100% on ipcc" in done.stdout
    assert "1 are left out because the software is less sure of them than 0.50" in done.stdout
    assert run("dossier", ASKED, "--scale", "mine", "--record", record).exit_code == 2


def test_a_dossier_on_nothing(run: Run, record: Path) -> None:
    assert run("dossier", "Will pigs fly?", "--record", record).stderr == "onrecord: no statement bears on this\n"
    done = run("dossier", "Will they?", "--record", record)
    assert (done.exit_code, done.stdout) == (1, "")


def test_forecasts_are_listed_and_resolved(run: Run, record: Path) -> None:
    done = run("forecasts", "list", "--on", "2024-05-10", "--record", record)
    assert done.stdout.startswith("2 predictions on 2024-05-10: 1 overdue, 1 due\n")
    assert "By kind of source\n  organisation: 1 overdue\n  person: 1 due\n" in done.stdout
    listed = run("forecasts", "list", "flood", "--json", "--record", record)
    (flood,) = map(json.loads, listed.stdout.splitlines())
    assert flood["status"] == "overdue", "by today"
    kept = run(
        *("forecasts", "resolve", flood["id"], "yes", "--evidence", "https://tide.example/x"),
        *("--author", "ada", "--record", record),
    )
    assert (kept.exit_code, kept.stderr) == (0, "")
    done = run("forecasts", "list", "--status", "resolved", "--record", record)
    assert "came: yes" in done.stdout
    assert "the Tide Institute: 0.016 (0.003–0.040) over 1 prediction" in done.stdout
    assert run("correct", "undo", kept.stdout.strip(), "--author", "ada", "--record", record).exit_code == 0
    assert run("forecasts", "list", "--status", "resolved", "--record", record).stdout == ""


def test_the_beginning_of_a_prediction_s_id_is_enough(run: Run, record: Path) -> None:
    flood, close = (
        json.loads(line)["id"] for line in run("forecasts", "list", "--json", "--record", record).stdout.splitlines()
    )
    as_ada = ("--evidence", "the log of the tide gate", "--author", "ada", "--record", record)
    assert run("forecasts", "resolve", flood[:6], "yes", *as_ada).exit_code == 0
    assert run("forecasts", "resolve", f"{close[:6]}.1", "no", *as_ada).exit_code == 0
    done = run("forecasts", "list", "--status", "resolved", "--json", "--record", record)
    came = {one["id"]: one["outcome"]["outcome"] for one in map(json.loads, done.stdout.splitlines())}
    assert came == {flood: "yes", close: "no"}
    assert "has no prediction" in run("forecasts", "resolve", f"{close[:6]}.2", "no", *as_ada).stderr


def test_the_beginning_of_several_predictions_is_refused_and_they_are_listed(run: Run, tmp_path: Path) -> None:
    report = Told()
    words = "“The pier will fall and the gate will hold,”"
    report.paragraph(f"{words} said Jon Abara.")
    two = [report.claim(words, foretells=part) for part in ("The pier will fall", "the gate will hold")]
    statement = report.tell(words, speakers=[report.entity("Jon Abara")], claims=two)
    with open_store(tmp_path / "two.db", create=True) as store:
        store.add(report.reading())
    done = run("forecasts", "resolve", statement.id[:6], "void", "--author", "ada", "--record", tmp_path / "two.db")
    assert (done.exit_code, done.stdout) == (1, "")
    first, *listed = done.stderr.splitlines()
    assert first.endswith("fits several predictions; give more of the id of one:")
    assert [line.split()[0] for line in listed] == [f"{statement.id}.1", f"{statement.id}.2"]
    assert listed[0].endswith("Jon Abara: The pier will fall")
    assert listed[1].endswith("Jon Abara: the gate will hold")


def test_an_outcome_needs_an_author_evidence_and_a_prediction(run: Run, record: Path) -> None:
    for arguments, told in (
        (("nonsuch.1", "yes", "--author", "ada"), "has no prediction"),
        (("nonsuch.1", "yes", "--author", " "), "nobody is told as the author"),
    ):
        done = run("forecasts", "resolve", *arguments, "--record", record)
        assert done.exit_code == 1
        assert told in done.stderr


def test_an_audit(run: Run, record: Path) -> None:
    done = run("audit", "--record", record)
    assert done.stdout.startswith("11 statements in 3 reports")
    assert "Sound Herald: 5 statements in 1 report, 5 named" in done.stdout
    assert json.loads(run("audit", "--format", "json", "--record", record).stdout)["total"]["statements"] == 11
    assert run("audit", "--publisher", "sound herald", "--format", "csv", "--record", record).stdout.count("\n") == 5
    assert "<svg" in run("audit", "--format", "html", "--record", record).stdout
    assert "Counted in part" in run("audit", "--most", 2, "--record", record).stdout


@pytest.mark.parametrize("command", [("people",), ("person", "x"), ("numbers", "x"), ("dossier", "x"), ("audit",)])
def test_no_record(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    done = run(*command, "--record", tmp_path / "none.db")
    assert done.exit_code == 1
    assert "there is no record here" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_the_articles_of_an_audit(run: Run, record: Path) -> None:
    done = run("audit", "--articles", "--record", record)
    assert done.stdout.startswith("Tunnel stays\n  2024-03-20 · Sound Herald · https://herald.example/tunnel · ")
    assert "5 statements\n  said        Ilse Varga: Vellmark will not close the Ness Tunnel\n" in done.stdout
    assert (done.exit_code, done.stderr) == (0, "")
    counted = json.loads(run("audit", "--format", "json", "--record", record).stdout)
    listed = run("audit", "--articles", "--format", "json", "--record", record).stdout.splitlines()
    assert len(listed) == counted["total"]["documents"] == 3


def test_the_articles_by_who_comes_first(run: Run, record: Path) -> None:
    counted = json.loads(run("audit", "--format", "json", "--record", record).stdout)
    for first in ("named", "unnamed", "unknown"):
        listed = run("audit", "--first", first, "--format", "json", "--record", record).stdout.splitlines()
        assert len(listed) == counted["total"][f"first_{first}"]
    done = run("audit", "--first", "named", "--limit", "1", "--record", record)
    assert done.stderr == "onrecord: the first 1 of 2; --limit gives more\n"


def test_the_articles_of_a_row_of_an_audit(run: Run, record: Path) -> None:
    of_row = ("audit", "--without", "publisher", "--without", "date")
    done = run(*of_row, "--articles", "--record", record)
    assert done.stdout.splitlines()[0] == "Notes"
    assert "3 statements in 1 report" in run(*of_row, "--record", record).stdout
    assert run("audit", "pigs", "--articles", "--record", record).stderr == "onrecord: no article fits\n"


@pytest.mark.parametrize("options", [("--first", "last"), ("--without", "colour"), ("--articles", "--format", "csv")])
def test_what_an_audit_does_not_take(run: Run, record: Path, options: tuple[str, ...]) -> None:
    assert run("audit", *options, "--record", record).exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("people", "--from", "2024-13"),
        ("numbers", "crews", "--to", "2024-13"),
        ("dossier", ASKED, "--since", "2024-13"),
        ("forecasts", "list", "--on", "2024-13"),
        ("audit", "--from", "2024-13"),
    ],
)
def test_a_date_that_is_none_is_wrong_usage(run: Run, record: Path, arguments: tuple[str, ...]) -> None:
    done = run(*arguments, "--record", record)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "'2024-13' is no date" in done.stderr


def test_a_hedge_by_its_words_or_alone(run: Run, record: Path) -> None:
    for asked, found in (("likely", 1), ("very likely", 1), ('"very likely"', 1), ('"likely"', 0), ("unlikely", 0)):
        printed = run("search", "--certainty", asked, "--json", "--record", record).stdout
        assert len(printed.splitlines()) == found, asked
