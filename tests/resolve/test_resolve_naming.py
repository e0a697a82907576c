"""What the network says that words name: its share in what a figure is, and none in who speaks."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.encode.model import NAMED
from onrecord.encode.words import WORD
from onrecord.pipeline import read_record
from onrecord.read import make_document
from onrecord.resolve import Naming, resolve
from onrecord.resolve.naming import LEAST, SHOWN
from onrecord.segment import segment
from onrecord.spans import Span


def naming(text: str, **named: str) -> Naming:
    """What a network says that is sure: the words that are given name what is given, all others nothing."""
    words = [*WORD.finditer(text)]
    logits = np.zeros((len(words), len(NAMED)), np.float32)
    for number, word in enumerate(words):
        logits[number, NAMED.index(named.get(word.group(), "none"))] = 9.0
    return Naming.from_logits([word.start() for word in words], [word.end() for word in words], logits)


def kinds(text: str, seen: Naming | None) -> dict[str, str]:
    """The name and kind of all that is named."""
    cast = resolve(segment(text), (), (), seen)
    return {entity.name: entity.kind for entity in cast.entities}


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sailed past Velmar on Tuesday, and Velmar was quiet.",
        "Critics compared it with Velmar at once.",
    ],
)
@pytest.mark.parametrize("what", ["person", "organisation"])
def test_a_word_that_rules_do_not_know_is_what_the_network_says(text: str, what: str) -> None:
    assert kinds(text, naming(text, Velmar=what)).get("Velmar") == what


@pytest.mark.parametrize("what", ["place", "thing"])
def test_what_rules_take_for_a_body_is_none_where_the_network_says_so(what: str) -> None:
    text = "Fans of Halm United sang. Halm United lost."
    assert kinds(text, None) == {"Halm United": "organisation"}
    assert kinds(text, naming(text, Halm=what, United=what)) == {}


def test_the_pipeline_hears_the_network() -> None:
    text = "A statue of Cornelius Vane stands in the square."
    assert kinds(text, None) == {}
    assert [(one.name, one.kind) for one in read_record(make_document(text, origin="statue.txt")).entities] == [
        ("Cornelius Vane", "person")
    ]


def test_without_a_network_rules_and_words_decide() -> None:
    text = "They asked Dr. Ines Dorrell about the Harbour Bank."
    assert kinds(text, None) == {"Ines Dorrell": "person", "Harbour Bank": "organisation"}


def test_inputs_are_of_all_the_names_of_a_figure() -> None:
    text = "Velmar, Velmar"
    seen = naming(text, Velmar="person")
    both, one = seen.inputs([Span(0, 6), Span(8, 14)]), seen.inputs([Span(0, 6)])
    assert both == pytest.approx(one)
    logs, chances = np.array(both[: len(NAMED)]), np.array(both[len(NAMED) :]) / SHOWN
    assert logs.sum() == pytest.approx(0.0, abs=1e-5)
    assert chances.sum() == pytest.approx(1.0 + LEAST * len(NAMED), abs=1e-5)
    assert NAMED[int(chances.argmax())] == "person"


def test_a_name_where_nothing_is_read_has_no_inputs() -> None:
    seen = naming("Velmar", Velmar="person")
    assert seen.inputs([Span(20, 26)]) is None
    assert seen.inputs([]) is None


def test_an_empty_text_names_nothing() -> None:
    empty = Naming.from_logits([], [], np.zeros((0, len(NAMED)), np.float32))
    assert empty.inputs([Span(0, 3)]) is None
