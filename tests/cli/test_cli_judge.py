"""onrecord judge: one part of the judgement on any text."""

from __future__ import annotations

import json
from pathlib import Path

from bridge import Run


def lines(printed: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in printed.splitlines()]


def test_standard_input_is_one_text(run: Run) -> None:
    done = run("judge", "times", "--published", "2024-03-12", stdin="Mara Ellison left on Monday.\n")
    assert done.exit_code == 0
    assert lines(done.stdout) == [
        {
            "id": "-",
            "published": "2024-03-12",
            "times": [
                {
                    "span": [21, 27],
                    "words": "Monday",
                    "type": "DATE",
                    "value": "2024-03-11",
                    "from": "2024-03-11",
                    "to": "2024-03-12",
                    "granularity": "day",
                    "mod": None,
                    "rule": "relative.weekday",
                    "note": None,
                }
            ],
        }
    ]


def test_standard_input_can_be_lines_with_a_date_each(run: Run) -> None:
    rows = [
        {"id": "a", "text": "She left last week.", "published": "2024-03-12"},
        {"id": 2, "text": "She left last week."},
        {"text": "She left in 2019."},
    ]
    done = run("judge", "times", "-", stdin="\n".join(json.dumps(row) for row in rows))
    found = lines(done.stdout)
    assert [line["id"] for line in found] == ["a", 2, "-:3"]
    assert [[time["value"] for time in line["times"]] for line in found] == [["2024-W10"], [None], ["2019"]]  # type: ignore[attr-defined]
    assert "none is given" in found[1]["times"][0]["note"]  # type: ignore[index]


def test_files_of_both_kinds(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("It opened in May 2019.", encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text('{"id": "r", "text": "It closed on 3 June 2021."}\n', encoding="utf-8")
    done = run("judge", "times", tmp_path / "note.txt", tmp_path / "rows.jsonl")
    assert [line["times"][0]["value"] for line in lines(done.stdout)] == ["2019-05", "2021-06-03"]  # type: ignore[index]


def test_what_cannot_be_read_is_told_and_the_rest_is_read(run: Run, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "r", "text": "In 2019."}\n[1]\nno json\n{"text": 5}\n', encoding="utf-8")
    done = run("judge", "times", rows, tmp_path / "absent.txt")
    assert done.exit_code == 1
    assert len(lines(done.stdout)) == 1
    for told in ("rows.jsonl:2: is no object", "rows.jsonl:3: is no JSON", "rows.jsonl:4: is no object", "absent.txt"):
        assert told in done.stderr


def test_an_impossible_date_of_publication_is_refused(run: Run) -> None:
    done = run("judge", "times", "--published", "18902", stdin="She left last week.")
    assert done.exit_code == 2
    assert "18902" in done.stderr
    assert done.stdout == ""


def test_a_line_with_an_impossible_date_is_read_without_it(run: Run) -> None:
    done = run("judge", "times", stdin='{"id": "a", "text": "She left last week.", "published": "18902"}')
    (line,) = lines(done.stdout)
    assert line["published"] is None
    assert line["times"][0]["value"] is None  # type: ignore[index]
    assert done.stderr.count("not understood") == 1


def test_quantities_with_their_places_and_rules(run: Run) -> None:
    done = run("judge", "quantities", "--country", "au", stdin="At least 27 of the 40 boats, or $5m of them, sank.\n")
    assert done.exit_code == 0
    (line,) = lines(done.stdout)
    assert line["quantities"][0] == {  # type: ignore[index]
        "span": [0, 11],
        "words": "At least 27",
        "kind": "quantity",
        "low": "27",
        "high": None,
        "bound": "at-least",
        "unit": None,
        "of": None,
        "counted": None,
        "change": None,
        "per": None,
        "rules": ["number.digits", "bound.at-least"],
    }
    assert [(found["counted"], found["unit"]) for found in line["quantities"][1:]] == [  # type: ignore[index]
        ("boats", None),
        (None, "AUD"),
    ]


def test_a_country_is_two_letters(run: Run) -> None:
    done = run("judge", "quantities", "--country", "Australia", stdin="It cost $5m.")
    assert done.exit_code == 2
    assert "Australia" in done.stderr


def test_certainty_on_the_scale_asked_for(run: Run) -> None:
    row = {"id": "a", "text": "A deal is highly unlikely, she said, but there is a 30% chance of talks."}
    done = run("judge", "certainty", "--scale", "phia", stdin=json.dumps(row))
    assert done.exit_code == 0
    (line,) = lines(done.stdout)
    first, second = line["certainty"]  # type: ignore[misc]
    assert [first[key] for key in ("words", "phrase", "scale", "low", "high", "stated", "whose")] == [
        "highly unlikely",
        "highly unlikely",
        "phia",
        "10",
        "20",
        None,
        "source",
    ]
    assert (second["words"], second["low"], second["stated"]) == ("a 30% chance", None, ["30", "30"])


def test_a_scale_that_there_is_not_is_refused(run: Run) -> None:
    done = run("judge", "certainty", "--scale", "guess", stdin="It may rain.")
    assert done.exit_code == 2
    assert "icd203" in done.stderr
    assert done.stdout == ""
