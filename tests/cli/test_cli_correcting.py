"""``onrecord correct``: each command against a record, by what is then in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from bridge import Run
from store.readings import budget, ferry
from typer.testing import Result

from onrecord.store import open_store
from onrecord.types import Reading, Statement

Correct = Callable[..., Result]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        store.add(ferry().reading())
        store.add(budget().reading())
    return path


@pytest.fixture
def correct(run: Run, record: Path, monkeypatch: pytest.MonkeyPatch) -> Correct:
    """Run a command on the record, as ann."""
    monkeypatch.setenv("ONRECORD_DB", str(record))
    monkeypatch.setenv("USER", "ann")
    return lambda *arguments: run("correct", *arguments)


def ferry_of(record: Path) -> Reading:
    with open_store(record) as store:
        return store.reading(store.find_document("ferry.txt").id)


def said(record: Path, words: str) -> Statement:
    reading = ferry_of(record)
    (found,) = [one for one in reading.statements if one.content[0].of(reading.document.text).startswith(words)]
    return found


def names(record: Path, words: str) -> list[str]:
    by_id = {entity.id: entity.name for entity in ferry_of(record).entities}
    return [by_id[speaker] for speaker in said(record, words).speaker_ids]


def test_ids_lists_people_and_statements(correct: Correct, record: Path) -> None:
    done = correct("ids", "ferry.txt")
    assert done.exit_code == 0
    assert f"promise      {said(record, 'the ferry').id[:8]}  Ilse Varga: the ferry to" in done.stdout
    assert "Ilse Varga; Varga; the minister" in done.stdout


def test_accept_and_reject_by_the_beginning_of_an_id(correct: Correct, record: Path) -> None:
    headline = said(record, "Ferry stays").id
    done = correct("reject", headline[:8], "--reason", "a headline")
    assert done.exit_code == 0
    assert "  rejected: “Ferry stays”\n" in done.stdout
    assert "ann, 20" in done.stdout
    assert done.stdout.endswith("a headline\n")
    assert headline not in {one.id for one in ferry_of(record).statements}
    assert correct("accept", headline[:8]).exit_code == 0
    assert said(record, "Ferry stays").id == headline


def test_a_speaker_by_part_of_the_name_or_new(correct: Correct, record: Path) -> None:
    statement = said(record, "Ferry stays").id
    assert correct("speaker", statement, "lodz").exit_code == 0
    assert names(record, "Ferry stays") == ["Tomás Łódź"]
    unknown = correct("speaker", statement, "Orla Finch")
    assert unknown.exit_code == 1
    assert "has nobody called 'Orla Finch'; `onrecord correct ids` lists who is there" in unknown.stderr
    assert correct("speaker", statement, "Orla Finch", "varga", "--new").exit_code == 0
    assert names(record, "Ferry stays") == ["Orla Finch", "Ilse Varga"]
    assert correct("speaker", statement).exit_code == 0
    assert names(record, "Ferry stays") == []


def test_an_act_and_whether_it_was_said(correct: Correct, record: Path) -> None:
    statement = said(record, "Ferry stays").id
    assert correct("act", statement, "announce", "--negated").exit_code == 0
    assert (said(record, "Ferry stays").act, said(record, "Ferry stays").negated) == ("announce", True)
    assert correct("act", statement, "shout").exit_code == 2


def test_a_range(correct: Correct, record: Path) -> None:
    statement = said(record, "Ferry stays").id
    assert correct("range", statement, "20", "45", "--phrase", "unlikely", "--claim", "0-11").exit_code == 0
    certainty = said(record, "Ferry stays").claims[0].certainty
    assert certainty is not None
    assert (certainty.low, certainty.high, certainty.phrase) == ("20", "45", "unlikely")
    assert correct("range", statement, "--none").exit_code == 0
    assert said(record, "Ferry stays").claims[0].certainty is None
    backward = correct("range", statement, "45", "20")
    assert (backward.exit_code, "is no range" in backward.stderr) == (1, True)
    assert correct("range", statement, "1", "2", "--claim", "here").exit_code == 2


def test_people_merged_split_and_renamed(correct: Correct, record: Path) -> None:
    assert correct("merge", "ferry.txt", "varga", "lodz").exit_code == 0
    assert names(record, "“Nobody") == ["Ilse Varga"]
    headline = said(record, "Ferry stays").id
    done = correct("split", "ferry.txt", "varga", "--statement", headline, "--name", "Ivo Varga")
    assert done.exit_code == 0
    assert names(record, "Ferry stays") == ["Ivo Varga"]
    assert correct("entity", "ferry.txt", "Scar Island", "--kind", "organisation", "--name", "Scar").exit_code == 0
    assert [entity.kind for entity in ferry_of(record).entities if entity.name == "Scar"] == ["organisation"]
    assert correct("merge", "ferry.txt", "varga").exit_code == 2


def test_a_mention_that_means_another(correct: Correct, record: Path) -> None:
    done = correct("split", "ferry.txt", "Scar Island", "--mention", "Varga", "--name", "the port", "--kind", "state")
    assert done.exit_code == 1, "“Varga” stands in several places"
    assert "give more of them, or START-END" in done.stderr
    place = ferry_of(record).document.text.index("its quays")
    assert correct("split", "ferry.txt", "Scar Island", "--mention", f"{place}-{place + 3}").exit_code == 0
    assert "its" in {entity.name for entity in ferry_of(record).entities}


def test_one_person_in_two_reports(correct: Correct, record: Path) -> None:
    done = correct("same", "ferry.txt", "varga", "budget", "Ms Varga")
    assert done.exit_code == 0, done.stderr
    with open_store(record) as store:
        (kept,) = store.judgements()
    assert (kept.document_id, len(kept.after["entities"])) == (None, 2)
    assert correct("same", "ferry.txt", "varga", "budget").exit_code == 2


def test_two_people_of_one_name_in_two_reports(correct: Correct, record: Path) -> None:
    who = ("ferry.txt", "varga", "budget", "Ms Varga")
    done = correct("not-same", *who, "--reason", "another Varga")
    assert done.exit_code == 0, done.stderr
    (told,) = listed(correct)
    assert told.startswith("not the same: Ilse Varga in ")
    assert " ≠ " in told
    assert told.endswith(" UTC · because another Varga")
    with open_store(record) as store:
        (kept,) = store.judgements()
    assert (kept.document_id, kept.verb, len(kept.after["entities"])) == (None, "split", 2)
    opposite = correct("same", *who)
    assert (opposite.exit_code, f"undo that first: {kept.id}" in opposite.stderr) == (1, True)
    assert correct("undo", kept.id[:8]).exit_code == 0
    assert correct("same", *who).exit_code == 0
    assert correct("not-same", "ferry.txt", "varga").exit_code == 2


def test_a_missed_statement(correct: Correct, record: Path) -> None:
    words = ("--content", "“through the winter”", "--speaker", "varga", "--act", "promise", "--cue", "said the ferry")
    done = correct("add", "ferry.txt", *words)
    assert done.exit_code == 0, done.stderr
    assert (said(record, "“through").form, said(record, "“through").act) == ("direct", "promise")
    twice = correct("add", "ferry.txt", *words)
    assert (twice.exit_code, "has nearly that content" in twice.stderr) == (1, True)
    elsewhere = correct("add", "ferry.txt", "--content", "not a word of it")
    assert (elsewhere.exit_code, "do not stand in it" in elsewhere.stderr) == (1, True)


def test_listed_and_undone(correct: Correct, record: Path) -> None:
    correct("act", said(record, "Ferry stays").id, "announce")
    correct("reviewed", "ferry.txt")
    listed = [json.loads(line) for line in correct("list", "--json").stdout.splitlines()]
    assert [one["verb"] for one in listed] == ["change", "accept"]
    assert [one["attached"] for one in listed] == [listed[0]["target"], listed[1]["target"]]
    assert correct("undo", listed[0]["id"][:8], "--author", "bo").exit_code == 0
    assert said(record, "Ferry stays").act == "assert"
    assert "change" not in correct("list", "ferry.txt").stdout
    assert "taken back by bo" in correct("list", "--withdrawn").stdout
    again = correct("undo", listed[0]["id"][:8])
    assert (again.exit_code, "was taken back by bo" in again.stderr) == (1, True)
    assert correct("undo", "zz").exit_code == 1


def listed(correct: Correct) -> list[str]:
    """What is listed, a judgement an item, on one line and without its id."""
    printed = correct("list").stdout
    assert "{" not in printed
    assert "[" not in printed
    lines: list[str] = []
    for line in printed.splitlines():
        if line.startswith(" "):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line[8:].strip())
    return lines


def test_a_change_is_told_in_words_from_what_to_what_where_by_whom_and_why(correct: Correct, record: Path) -> None:
    statement = said(record, "the ferry to").id
    correct("speaker", statement, "Lodz", "--reason", "the pronoun is his")
    correct("act", statement, "announce")
    correct("range", said(record, "Ferry stays").id, "20", "45", "--phrase", "unlikely")
    speaker, act, sure = listed(correct)
    assert speaker.startswith("speaker Ilse Varga → Tomás Łódź: “the ferry to")
    assert "in/ferry.txt ann, 20" in speaker
    assert speaker.endswith(" UTC · because the pronoun is his")
    assert act.startswith("act promised → announced: “the ferry to")
    assert sure.startswith("certainty not hedged → “unlikely” 20–45%: “Ferry stays")


def test_other_judgements_are_told_in_words(correct: Correct, record: Path) -> None:
    correct("reject", said(record, "the ferry to").id)
    correct("reviewed", "ferry.txt")
    correct("merge", "ferry.txt", "varga", "lodz")
    correct("split", "ferry.txt", "varga", "--statement", said(record, "Ferry stays").id, "--name", "Ivo Varga")
    correct("entity", "ferry.txt", "Scar Island", "--name", "Scar")
    correct("add", "ferry.txt", "--content", "“through the winter”", "--speaker", "varga", "--act", "promise")
    correct("same", "ferry.txt", "varga", "budget", "Ms Varga")
    told = listed(correct)
    begins = (
        "rejected: “the ferry to",
        "the whole report, read through ",
        "the same: Ilse Varga = Tomás Łódź ",
        "not Ilse Varga but Ivo Varga: “Ferry stays",
        "name Scar Island → Scar: Scar Island ",
        "added: Ilse Varga, promised: “through the winter” ",
        "the same: Ilse Varga in ",
    )
    assert len(told) == len(begins)
    for line, beginning in zip(told, begins, strict=True):
        assert line.startswith(beginning), line


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("reject", "zz"), "has no statement 'zz'; `onrecord correct ids DOC` prints their ids"),
        (("ids", "nowhere.txt"), "has no document 'nowhere.txt'"),
        (("reviewed", "ferry.txt", "--author", " "), "nobody is told as the author; give --author NAME"),
        (("list", "--record", "nowhere.db"), "there is no record here"),
    ],
)
def test_what_cannot_be_is_told(correct: Correct, arguments: tuple[str, ...], message: str) -> None:
    done = correct(*arguments)
    assert done.exit_code == 1
    assert message in done.stderr
