"""Sources: the named by name and kind, the unnamed each for itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from store.readings import Report, budget, ferry

from onrecord.ask import Source, list_sources
from onrecord.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        yield opened


def source(name: str, **counts: object) -> Source:
    """A source; what is not said of it is nothing."""
    none = dict.fromkeys(("statements", "direct", "mixed", "indirect", "thought", "words", "headlines"), 0)
    fields = {"kind": "person", "named": True, "document_id": None, "documents": 1, **none, **counts}
    return Source(name=name, **fields)  # type: ignore[arg-type]


def test_an_empty_record(store: Store) -> None:
    assert list_sources(store) == []


def test_who_is_quoted_and_how_much(store: Store) -> None:
    store.add_many([ferry(id="f").reading(), budget(id="b").reading()])
    assert list_sources(store) == [
        source(
            "Ilse Varga", documents=2, statements=4, direct=1, mixed=1, indirect=2, words=11 + 8 + 8 + 10, headlines=1
        ),
        source("Ness Council", kind="organisation", statements=1, indirect=1, thought=1),
        source("Tomás Łódź", statements=1, direct=1, words=8),
        source("a senior port official", named=False, document_id="b", statements=1, direct=1, words=5),
        source("a senior port official", named=False, document_id="f", statements=1, indirect=1, words=11),
    ]


def test_two_unnamed_of_one_document_stay_apart(store: Store) -> None:
    report = Report()
    pair = [report.entity("a resident", named=False) for _ in range(2)]
    report.paragraph("“We heard it,” a resident said.")
    report.say("“We heard it,”", speakers=[pair[0]])
    report.paragraph("“We saw nothing,” a resident said.")
    report.say("“We saw nothing,”", speakers=[pair[1]])
    store.add(report.reading())
    assert [(found.name, found.statements) for found in list_sources(store)] == [("a resident", 1)] * 2


def test_one_name_of_two_kinds_is_two_sources(store: Store) -> None:
    for kind in ("person", "organisation"):
        report = Report({"id": kind})
        who = report.entity("Holm", kind=kind)  # type: ignore[arg-type]
        report.paragraph("Holm said the bridge was old.")
        report.say("the bridge was old", speakers=[who])
        store.add(report.reading())
    assert [(found.name, found.kind) for found in list_sources(store)] == [("Holm", "organisation"), ("Holm", "person")]


def test_who_says_nothing_is_no_source_and_nobody_is_none(store: Store) -> None:
    report = Report()
    report.entity("Scar Island", kind="state")
    report.paragraph("“It is a mess.”")
    report.say("“It is a mess.”")
    store.add(report.reading())
    assert list_sources(store) == []


def test_what_was_not_said_and_what_was_thought_gives_no_words(store: Store) -> None:
    report = Report()
    who = report.entity("Jon Abara")
    report.paragraph("Jon Abara did not say who would pay. He thinks that it is late, and said it was cold.")
    report.say("who would pay", speakers=[who], negated=True)
    report.say("that it is late", speakers=[who], act="think")
    report.say("it was cold", speakers=[who])
    store.add(report.reading())
    assert list_sources(store) == [source("Jon Abara", statements=3, indirect=3, thought=1, words=3)]


def test_only_live_readings_count(store: Store) -> None:
    old = ferry().reading("2026.9")
    new = ferry().reading("2026.11")
    store.add(msgspec.structs.replace(new, statements=new.statements[2:3]))
    store.add(old)
    assert [(found.name, found.statements) for found in list_sources(store)] == [("Ilse Varga", 1), ("Tomás Łódź", 1)]
