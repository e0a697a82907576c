from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_sets import GOLD, TEXT, record, statement

from eval import gate, runs, show
from eval.attribution import TASK
from eval.bootstrap import differences, intervals
from eval.records import Predictions, RecordsError, read_records
from eval.runs import Run, changes, load, measure, save
from eval.task import Gold, GoldDoc

RIGHT = statement("Mara Quill", "said", "We will go home")
WRONG_SOURCE = statement("Odo Fenn", "said", "We will go home")
SPURIOUS = statement("Mara Quill", "said", "Odo Fenn")
SECOND = statement("Odo Fenn", "believes", "that it rained")
SET = Gold(Path("town"), (GOLD, GoldDoc("hamlet", TEXT, GOLD.statements, {})), "f" * 64)


def run_of(**statements: list[dict[str, Any]]) -> Run:
    return measure(TASK, SET, "dev", Predictions({doc: record(*found) for doc, found in statements.items()}))


def test_a_run_comes_back_from_disk_as_it_was(tmp_path: Path) -> None:
    run = run_of(town=[RIGHT, SPURIOUS])
    back = load(save(run, Predictions(), tmp_path))
    assert back == run
    assert back.metrics(TASK) == run.metrics(TASK)


def test_the_last_run_is_the_latest_over_the_same_files(tmp_path: Path) -> None:
    for commit, at, fingerprint in (("a", "2031-01-02", "x"), ("b", "2031-01-01", "x"), ("c", "2031-01-03", "y")):
        header = {"set": "town", "split": "dev", "commit": commit, "at": at, "fingerprint": fingerprint}
        save(Run(header, ()), Predictions(), tmp_path)
    found = runs.last("town", "x", tmp_path)
    assert found is not None
    assert found.header["commit"] == "a"
    assert runs.last("town", "z", tmp_path) is None


def test_gains_and_losses_by_case() -> None:
    old, new = run_of(town=[RIGHT]), run_of(town=[WRONG_SOURCE, SECOND, SPURIOUS])
    found = {(c.question, TEXT[c.content[0][0] : c.content[-1][1]], c.gained) for c in changes(new, old)}
    assert found == {
        ("who said what", '"We will go home."', False),
        ("who said what", "that it rained.", True),
        ("content", "that it rained.", True),
        ("not in the gold", "Odo Fenn", False),
    }
    assert {(c.content, c.question, not c.gained) for c in changes(old, new)} == {
        (c.content, c.question, c.gained) for c in changes(new, old)
    }
    assert changes(new, new) == []


def test_intervals_are_the_same_every_time_and_hold_the_value() -> None:
    run = run_of(town=[RIGHT, SECOND], hamlet=[WRONG_SOURCE, SECOND])
    found = intervals(TASK, run.scores)
    assert found == intervals(TASK, run.scores)
    low, high = found["wsw/all f1"]
    assert low == 0.5 < run.metrics(TASK)["wsw/all"]["f1"] < high == 1.0
    assert intervals(TASK, run.scores[:1]) == {}


def test_the_difference_is_paired_by_document() -> None:
    old = run_of(town=[RIGHT], hamlet=[RIGHT, SECOND])
    assert differences(TASK, old.scores, old.scores[::-1])["wsw/all f1"] == (0, 0)  # unpaired, it would be wide
    better = run_of(town=[RIGHT, SECOND], hamlet=[RIGHT, SECOND])
    low, high = differences(TASK, better.scores, old.scores)["wsw/all f1"]
    assert low == 0
    assert high == pytest.approx(1 / 3)


def test_results_hold_numbers_and_no_words(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    run = run_of(town=[RIGHT, SPURIOUS])
    runs.keep(TASK, run, path)
    runs.keep(TASK, run, path)
    first, second = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    assert first == second
    assert first["metrics"]["wsw/all f1"] == round(run.metrics(TASK)["wsw/all"]["f1"], 4)
    assert "Odo" not in path.read_text("utf-8")


def test_floors_rise_and_never_fall() -> None:
    good, bad = run_of(town=[RIGHT, SECOND], hamlet=[RIGHT, SECOND]), run_of(town=[RIGHT])
    floors = gate.raise_floors(TASK, bad, {})
    assert all(c.passed for c in gate.check(TASK, bad, floors))
    raised = gate.raise_floors(TASK, good, floors)
    assert raised["attribution"]["floors"]["wsw/all f1"]["floor"] == 0.995  # 1 less the margin
    assert gate.raise_floors(TASK, bad, raised) == raised
    assert [c.headline.name for c in gate.check(TASK, bad, raised) if not c.passed]


def test_a_changed_set_does_not_pass() -> None:
    run = run_of(town=[RIGHT])
    floors = gate.raise_floors(TASK, run, {})
    assert gate.same_files(TASK, run, floors)
    assert not gate.same_files(TASK, Run({**run.header, "fingerprint": "0"}, run.scores), floors)


def test_the_report_names_documents_that_were_not_read() -> None:
    run = measure(TASK, SET, "dev", Predictions({"town": record(RIGHT)}, {"hamlet": "is in 'de', not English"}))
    text = show.report(TASK, SET, run, run_of(town=[SECOND]), limit=20)
    assert "hamlet: not read, counted as empty: is in 'de', not English" in text
    assert "- who said what  town" in text
    assert json.dumps(show.as_json(TASK, run, run))


def write_records(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("a line of another kind\n" + "".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def printed(doc: str, text: str = TEXT) -> dict[str, Any]:
    return record(RIGHT) | {"document": {"origin": f"some/where/{doc}.txt", "text": text}}


def test_printed_records_are_scored_by_the_stem_of_their_origin(tmp_path: Path) -> None:
    found = read_records(write_records(tmp_path / "r.jsonl", printed("town"), printed("elsewhere")), SET)
    assert list(found.records) == ["town"]
    assert found.unread == {"hamlet": "no record of it in the file"}


@pytest.mark.parametrize("records", [(printed("town", "Another text."),), (printed("town"), printed("town"))])
def test_records_that_do_not_fit_are_an_error(tmp_path: Path, records: tuple[dict[str, Any], ...]) -> None:
    with pytest.raises(RecordsError, match="town"):
        read_records(write_records(tmp_path / "r.jsonl", *records), SET)
