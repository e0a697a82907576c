"""Why a statement is as it is, in plain words."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from test_cases import PAGES, cases_of

from onrecord.judge.acts import BOUNDARIES, CONTENTS
from onrecord.pipeline import load_reader
from onrecord.read import make_document
from onrecord.resolve.findings import CONFIDENCE
from onrecord.show.page import Page
from onrecord.show.reason_words import words_for
from onrecord.show.reasons import Named, reasons_of
from onrecord.types import BY_PERSON, Reading, Step

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))


def read(text: str, origin: str = "quarry.txt") -> Reading:
    return load_reader().read(make_document(text, origin=origin))


def told(reading: Reading, number: int) -> dict[str, list[str]]:
    """What is told of a statement, by heading."""
    statement = reading.statements[number]
    return {heading: [one.text for one in found] for _, heading, found in reasons_of(Page(reading), statement)}


def with_steps(reading: Reading, number: int, *notes: str) -> Reading:
    """The reading after a person decided something about a statement."""
    statement = reading.statements[number]
    steps = (*statement.steps, *(Step(rule=BY_PERSON, note=note) for note in notes))
    changed = msgspec.structs.replace(statement, steps=steps)
    statements = (*reading.statements[:number], changed, *reading.statements[number + 1 :])
    return msgspec.structs.replace(reading, statements=statements)


def test_every_rule_of_the_examples_and_cases_has_words() -> None:
    texts = [(path.name, path.read_text("utf-8")) for path in EXAMPLES]
    texts += [(case.page, case.text) for page in PAGES for case in cases_of(page)]
    rules = {step.rule for origin, text in texts for one in read(text, origin).statements for step in one.steps}
    assert len(rules) > 40
    assert sorted(rule for rule in rules if words_for(rule) is None) == []


def test_every_rule_that_finds_a_speaker_or_an_act_has_words() -> None:
    rules = [f"speaker: {rule}" for rule in CONFIDENCE]
    rules += [f"act.{rule.__name__}" for rule in (*BOUNDARIES, *CONTENTS)]
    assert [rule for rule in rules if words_for(rule) is None] == []


def test_a_rule_of_no_family_has_none() -> None:
    assert words_for("speaker: by the stars") is None
    assert words_for("stars") is None


def test_he_is_the_last_person_named() -> None:
    reading = read("Arno Pellis, who runs the quarry, said the slope was dry. He said 12 houses stood below it.\n")
    assert told(reading, 1) == {
        "Why this speaker": [
            "“He” is named right before the verb “said”.",
            "“He” is the last person named before: “Arno Pellis”.",
        ],
        "Why this act": ["The likeliest act by the verb, its source and what is said (“said”)."],
        "Numbers": ["“12” is read as a number."],
    }


def test_a_name_between_is_not_passed_over_in_silence() -> None:
    reading = read("Arno Pellis said he had warned Mira Costin twice. He said the slope was dry.\n")
    found = told(reading, -1)["Why this speaker"][1]
    assert found == "“He” fits Arno Pellis best of those named before: “Arno Pellis”."


def test_a_paragraph_that_goes_on() -> None:
    reading = read('Arno Pellis said: "The slope is dry."\n\n"It has been dry for years."\n')
    assert told(reading, 1)["Why this speaker"] == [
        'No source stands beside it. It goes on from “"The slope is dry."”, said by Arno Pellis.'
    ]


def test_a_correction_is_told_with_who_and_when_and_what_was_found_before() -> None:
    reading = read("Arno Pellis said the slope was dry.\n")
    after = with_steps(reading, 0, "speaker_ids: Ed Itor, 2026-11-25T20:32:03.010349+00:00: the byline: he wrote it")
    assert told(after, 0)["Why this speaker"] == [
        "“Arno Pellis” is named right before the verb “said”.",
        "The software had found: “Arno Pellis” is a name.",
        "Corrected by Ed Itor on 25 Nov 2026 (speaker): the byline: he wrote it",
    ]
    assert all(BY_PERSON not in one for found in told(after, 0).values() for one in found)


@pytest.mark.parametrize(
    ("note", "heading", "words"),
    [
        ("accepted: N. Roe, 2026-01-02T03:04:05+00:00", "How sure", "Accepted by N. Roe on 2 Jan 2026."),
        (
            "act and negated: N. Roe, 2026-01-02T03:04:05+00:00",
            "Why this act",
            "Corrected by N. Roe on 2 Jan 2026 (act and whether it was said).",
        ),
        (
            "added: N. Roe, 2026-01-02T03:04:05+00:00: missed",
            "Why this speaker",
            "Marked in the text by N. Roe on 2 Jan 2026: missed",
        ),
        ("of old", "Why this act", "Decided by a person: of old."),
    ],
)
def test_what_a_person_decided_stands_where_it_belongs(note: str, heading: str, words: str) -> None:
    reading = with_steps(read("Arno Pellis said the slope was dry.\n"), 0, note)
    assert told(reading, 0)[heading][-1] == words


def test_names_are_told_apart_from_our_words() -> None:
    """So that a page can isolate them: they may run from right to left."""
    reading = with_steps(read("Arno Pellis said the slope was dry.\n"), 0, "accepted: محمد, 2026-01-02T03:04:05+00:00")
    found = next(found for topic, _, found in reasons_of(Page(reading), reading.statements[0]) if topic == "sure")
    assert Named("محمد") in found[-1].parts
