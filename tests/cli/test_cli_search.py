"""onrecord search and onrecord sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bridge import Run, report


@pytest.fixture
def record(run: Run, tmp_path: Path) -> Path:
    """A record of three reports by two publishers."""
    quotations = ["“The bridge will open on Friday.”", "“The tunnel flooded, and\nwe closed it.”", "“No comment.”"]
    for number, quotation in enumerate(quotations):
        path = tmp_path / f"report-{number}.txt"
        path.write_text(report(number, quotation), encoding="utf-8")
        day = f"2024-03-1{number}"
        done = run("read", "--record", tmp_path / "r.db", "--published", day, "--publisher", "The Courier", path)
        assert done.exit_code == 0
    return tmp_path / "r.db"


def test_a_statement_is_found_with_its_speaker_and_place(run: Run, record: Path) -> None:
    done = run("search", "--record", record, "opens", "bridges")
    assert done.exit_code == 0
    who, said, place = done.stdout.split("\n", 2)
    assert who == "Mara Ellison"
    assert said == "  said        “The bridge will open on Friday.”"
    assert place.startswith("              2024-03-10 · The Courier ·")
    assert place.split()[-3:] == ["·", "at", "82–115"]


def test_the_words_are_on_one_line(run: Run, record: Path) -> None:
    assert "“The tunnel flooded, and we closed it.”" in run("search", "--record", record, "tunnels").stdout


def test_who_and_about(run: Run, record: Path) -> None:
    assert run("search", "--record", record, "--who", "ellison").stdout.count("Mara Ellison") == 3
    assert run("search", "--record", record, "--who", "Nobody").stdout == ""
    assert run("search", "--record", record, "--about", "tunnel").stdout.count("Mara Ellison") == 1


def test_json_is_one_statement_a_line(run: Run, record: Path) -> None:
    (hit,) = map(json.loads, run("search", "--record", record, "--json", "tunnel").stdout.splitlines())
    assert hit["words"] == ["“The tunnel flooded, and\nwe closed it.”"]
    assert hit["speakers"] == ["Mara Ellison"]
    assert hit["statement"]["content"] == [[82, 82 + len(hit["words"][0])]]


def test_the_limit_is_told_if_it_hides_something(run: Run, record: Path) -> None:
    some = run("search", "--record", record, "--who", "Mara", "--limit", 2)
    assert some.stdout.count("Mara Ellison") == 2
    told, cursor = some.stderr.strip().split(": --after ")
    assert told == "onrecord: 2 statements of 3; for the next ones"
    rest = run("search", "--record", record, "--who", "Mara", "--limit", 2, "--after", cursor)
    assert (rest.stdout.count("Mara Ellison"), rest.stderr) == (1, "")
    assert run("search", "--record", record, "--who", "Mara", "--limit", 3).stderr == ""


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--act", "assert"], 3),
        (["--act", "deny", "--act", "warn"], 0),
        (["--kind", "person", "--form", "direct"], 3),
        (["--unnamed"], 0),
        (["--named", "--certainty", "plain"], 3),
        (["--certainty", "may"], 0),
        (["--without", "speaker"], 0),
        (["--without", "publisher", "--without", "date"], 0),
        (["--publisher", "the courier"], 3),
        (["--from", "2024-03-11"], 2),
        (["--from", "2024-03-11", "--to", "2024-03-12"], 1),
        (["--said-from", "2024"], 0),
        (["--about-to", "2025-01"], 0),
        (["--document", "report-1.txt"], 1),
        (["--no-headlines", "--said-only", "--who", "ellison"], 3),
        (["--number"], 0),
        (["--forecasts"], 0),
        (["--person", "person.nobody.0"], 0),
    ],
    ids=str,
)
def test_options(run: Run, record: Path, options: list[str], found: int) -> None:
    done = run("search", "--record", record, *options)
    assert (done.exit_code, done.stdout.count("Mara Ellison")) == (0, found)


def test_the_key_of_a_person_finds_what_that_one_said(run: Run, record: Path) -> None:
    (hit,) = map(json.loads, run("search", "--record", record, "--json", "tunnel").stdout.splitlines())
    assert run("search", "--record", record, "--person", hit["people"][0]).stdout.count("Mara Ellison") == 3


def test_order(run: Run, record: Path) -> None:
    for order, days in (("newest", ["12", "11", "10"]), ("oldest", ["10", "11", "12"])):
        printed = run("search", "--record", record, "--who", "mara", "--order", order, "--json").stdout
        assert [json.loads(line)["published"][-2:] for line in printed.splitlines()] == days


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--act", "shout"], "'shout' is none; choose"),
        (["--without", "act"], "'act' is none; choose"),
        (["--kind", "ghost"], "'ghost' is none; choose"),
        (["--form", "x"], "'x' is none; choose"),
        (["--order", "worst"], "'worst' is none; choose"),
    ],
)
def test_what_is_no_value_is_told(run: Run, record: Path, options: list[str], message: str) -> None:
    done = run("search", "--record", record, "bridge", *options)
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.replace("│", " ").split())


@pytest.mark.parametrize("options", [["--after", "x"], ["--document", "nothing.txt"]])
def test_what_makes_no_sense_is_told(run: Run, record: Path, options: list[str]) -> None:
    done = run("search", "--record", record, "bridge", *options)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("onrecord: ")


@pytest.mark.parametrize("option", ["--from", "--to", "--said-from", "--said-to", "--about-from", "--about-to"])
@pytest.mark.parametrize("given", ["2024-13", "soon", "2024-02-30"])
def test_a_date_that_is_none_is_wrong_usage(run: Run, record: Path, option: str, given: str) -> None:
    done = run("search", "--record", record, "bridge", option, given)
    assert (done.exit_code, done.stdout) == (2, "")
    told = " ".join(done.stderr.replace("│", " ").split())
    assert f"Invalid value for '{option}': '{given}' is no date; give a day, a month or a year" in told


def test_all_statements_are_listed_in_an_order_of_days(run: Run, record: Path) -> None:
    for order, days in (("newest", ["12", "11", "10"]), ("oldest", ["10", "11", "12"])):
        done = run("search", "--record", record, "--order", order, "--json")
        assert [json.loads(line)["published"][-2:] for line in done.stdout.splitlines()] == days
    done = run("search", "--record", record, "--order", "best")
    assert done.exit_code == 2
    assert "--order newest lists all" in " ".join(done.stderr.replace("│", " ").split())


def test_facets(run: Run, record: Path) -> None:
    printed = run("search", "--record", record, "--facets", "--who", "ellison").stdout
    assert printed.startswith("3 statements\n\nwho\n        3   Mara Ellison\n")
    assert "\nmonth\n        3   2024-03\n" in printed
    (counted,) = map(json.loads, run("search", "--record", record, "--facets", "--json").stdout.splitlines())
    assert counted["act"] == [{"label": "assert", "value": "assert", "statements": 3}]


def test_nothing_found_is_said(run: Run, record: Path) -> None:
    done = run("search", "--record", record, "volcano")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "onrecord: no statement fits\n")


def test_nothing_to_look_for_is_an_error(run: Run, record: Path) -> None:
    assert run("search", "--record", record).exit_code == 2
    done = run("search", "--record", record, "?!")
    assert done.exit_code == 1
    assert "no word to look for" in done.stderr


def test_sources(run: Run, record: Path) -> None:
    done = run("sources", "--record", record)
    heading, row = done.stdout.splitlines()
    assert heading.split() == ["statements", "direct", "mixed", "indirect", "words", "documents", "source"]
    assert row.split() == ["3", "3", "0", "0", "15", "3", "Mara", "Ellison"]
    assert heading.index("source") == row.index("Mara")


def test_sources_as_json(run: Run, record: Path) -> None:
    (source,) = map(json.loads, run("sources", "--record", record, "--json").stdout.splitlines())
    assert (source["name"], source["kind"], source["statements"]) == ("Mara Ellison", "person", 3)


def test_a_record_without_statements(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "quiet.txt"
    path.write_text(report(1, "It was a warm day."), encoding="utf-8")
    run("read", "--record", tmp_path / "r.db", path)
    done = run("sources", "--record", tmp_path / "r.db")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "onrecord: the record has no statements\n")
