"""Web Annotations: the properties that the W3C model requires, and selectors that select the words."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

import msgspec
import pytest
from ferry import QUAY, SILENCE, TEXT, ferry

from onrecord.show.annotation import record_annotations
from onrecord.types import BY_PERSON, Reading, Step

IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
MOTIVATIONS = {"describing", "identifying", "classifying", "linking"}


def annotations(reading: Reading | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in record_annotations(reading or ferry()).splitlines()]


def selections(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    return [*annotation["target"], *(body for body in annotation["body"] if body["type"] == "SpecificResource")]


def test_one_line_a_statement() -> None:
    assert [annotation["id"] for annotation in annotations()] == [
        f"urn:onrecord:statement:{statement.id}" for statement in ferry().statements
    ]
    assert record_annotations(msgspec.structs.replace(ferry(), statements=())) == b""


@pytest.mark.parametrize("annotation", annotations(), ids=lambda annotation: annotation["id"][-6:])
def test_required_properties(annotation: dict[str, Any]) -> None:
    """Web Annotation Data Model, sections 3.1 (annotations), 3.2.4 (textual bodies), 4 (specific resources)."""
    assert "http://www.w3.org/ns/anno.jsonld" in annotation["@context"]
    assert IRI.fullmatch(annotation["id"])
    assert annotation["type"] == "Annotation"
    assert annotation["target"], "one target or more"
    assert annotation["motivation"] in MOTIVATIONS
    for body in annotation["body"]:
        assert body["purpose"] in MOTIVATIONS
        assert body["type"] in {"TextualBody", "SpecificResource"}
        assert body["type"] != "TextualBody" or isinstance(body["value"], str)
    for selection in selections(annotation):
        assert selection["type"] == "SpecificResource"
        assert IRI.fullmatch(selection["source"])
        assert [selector["type"] for selector in selection["selector"]] == [
            "TextQuoteSelector",
            "TextPositionSelector",
        ]


@pytest.mark.parametrize("annotation", annotations(), ids=lambda annotation: annotation["id"][-6:])
def test_selectors_select_the_words(annotation: dict[str, Any]) -> None:
    for selection in selections(annotation):
        words, place = selection["selector"]
        assert TEXT[place["start"] : place["end"]] == words["exact"]
        found = words["prefix"] + words["exact"] + words["suffix"]
        assert TEXT.count(found) == 1
        assert TEXT.index(found) + len(words["prefix"]) == place["start"]


def test_a_discontinuous_statement_has_a_target_for_each_part() -> None:
    (quay,) = (annotation for annotation in annotations() if annotation["id"].endswith(QUAY.id))
    assert [target["selector"][0]["exact"] for target in quay["target"]] == [
        "“We will not leave the islanders on the quay,”",
        "“Not this winter.”",
    ]
    assert [(body["purpose"], body.get("value") or body["selector"][0]["exact"]) for body in quay["body"]] == [
        ("identifying", "Ilse Varga"),
        ("classifying", "refuse"),
        ("classifying", "direct"),
        ("linking", "she"),
        ("linking", "told"),
    ]


def test_what_was_not_said_is_classified_so() -> None:
    values = {annotation["id"]: [body.get("value") for body in annotation["body"]] for annotation in annotations()}
    negated = [name for name, bodies in values.items() if "negated" in bodies]
    assert negated == [f"urn:onrecord:statement:{SILENCE.id}"]


def test_the_state_names_the_text_so_that_a_consumer_can_fail_closed() -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    for annotation in annotations():
        for selection in selections(annotation):
            assert selection["state"]["onrecord:textSha256"] == digest
            assert selection["state"]["onrecord:bytesSha256"] == "5" * 64


@pytest.mark.parametrize(
    ("origin", "source"),
    [
        ("https://news.example/a?b=c#d", "https://news.example/a?b=c#d"),
        ('https://news.example/a b"<c>', "https://news.example/a%20b%22%3Cc%3E"),
        ("../a report.txt", "urn:onrecord:document:d-ferry"),
        ("javascript:alert(1)", "urn:onrecord:document:d-ferry"),
    ],
)
def test_the_source_is_an_iri(origin: str, source: str) -> None:
    assert {target["source"] for a in annotations(ferry(origin=origin)) for target in a["target"]} == {source}


def test_what_people_judged_stands_with_who_and_when() -> None:
    reading = ferry()
    first = reading.statements[0]
    judged = msgspec.structs.replace(first, steps=(*first.steps, Step(rule=BY_PERSON, note="act: ann, 2026-11-25: so")))
    reading = msgspec.structs.replace(reading, statements=(judged, *reading.statements[1:]))
    bodies = [[body for body in one["body"] if body.get("purpose") == "assessing"] for one in annotations(reading)]
    assert bodies[0] == [
        {"type": "TextualBody", "purpose": "assessing", "value": "act: ann, 2026-11-25: so", "format": "text/plain"}
    ]
    assert not any(bodies[1:])
