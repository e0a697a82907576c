"""The set of names: what GUM's phrases hold, and how ours are scored against them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from eval import mentions
from eval.mentions_gold import gold_names
from eval.task import total

TEXT = (
    "Prime Minister Jo Park of the Blue Party met Kenya's team in Elmsford. The firm's boss Ada Lund, 40, left. "
    "The University of Halm at Elmsford and the Greeks watched the Moon Festival. The Prime Minister slept."
)


def phrase(words: str, kind: str = "name") -> dict[str, Any]:
    return {"b": TEXT.index(words), "e": TEXT.index(words) + len(words), "text": words, "kind": kind}


def entity(
    type_: str, *mentions_: dict[str, Any], wiki: str | None = None, names: tuple[str, ...] = ()
) -> dict[str, Any]:
    return {"type": type_, "wiki": wiki, "names": list(names), "mentions": list(mentions_)}


ENTITIES = [
    entity(
        "person", phrase("Prime Minister Jo Park of the Blue Party"), phrase("The Prime Minister"), names=("Jo Park",)
    ),
    entity("organization", phrase("the Blue Party"), names=("Blue Party",)),
    entity("place", phrase("Kenya's"), wiki="Kenya"),
    entity("place", phrase("Elmsford")),
    entity("person", phrase("The firm's boss Ada Lund, 40", "nominal"), names=("Ada Lund",)),
    entity("organization", phrase("The University of Halm at Elmsford")),
    entity("person", phrase("the Greeks"), names=("Greeks",)),
    entity("event", phrase("the Moon Festival")),
]


def found(words: str, kind: str) -> dict[str, Any]:
    return {"b": TEXT.index(words), "e": TEXT.index(words) + len(words), "kind": kind}


def score(*names: dict[str, Any]) -> dict[str, Any]:
    gold = mentions.GoldDoc("a", TEXT, (), {"genre": "bio", "entities": ENTITIES})
    return mentions.metrics(total([mentions.score_doc(gold, {"names": sorted(names, key=lambda name: name["b"])})]))


def test_the_names_that_phrases_hold() -> None:
    named, others = gold_names(TEXT, ENTITIES)
    assert [(TEXT[slice(*name.spans[0])], name.kinds) for name in named] == [
        ("Jo Park", ("person",)),
        ("Blue Party", ("organisation",)),
        ("Kenya", ("state",)),
        ("Ada Lund", ("person",)),
        ("University of Halm at Elmsford", ("organisation",)),
    ]
    assert [TEXT[slice(*span)] for span in named[-1].spans] == ["University of Halm at Elmsford", "University of Halm"]
    assert {TEXT[slice(*span)]: what for span, what in others.items()} == {
        "Elmsford": "of a place",
        "Moon Festival": "of a thing",
    }


def test_a_name_is_right_when_span_and_kind_are() -> None:
    out = score(found("Jo Park", "person"), found("University of Halm", "organisation"))
    assert out["names/all"] == {
        "p": 1,
        "r": 0.4,
        "f1": 2 * 0.4 / 1.4,
        "tp_pred": 2,
        "n_pred": 2,
        "tp_gold": 2,
        "n_gold": 5,
    }


def test_what_is_wrong_has_a_class() -> None:
    out = score(
        found("Jo Park", "organisation"),
        found("Lund", "person"),
        found("Moon Festival", "organisation"),
        found("Elmsford", "document"),
    )
    assert out["classes/all"] == {"kind": 0.2, "span": 0.2, "missed": 0.6, "spurious": 1 / 3}
    assert out["names/organisation"]["n_pred"] == 2


def test_a_set_by_hand_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    file.write_text(json.dumps({"id": "a", "text": "Kenya won.", "entities": []}) + "\n", "utf-8")
    gold = mentions.TASK.open(file, None, "mine")
    assert [doc.doc for doc in gold.docs] == ["a"]
    names = mentions.read_gold(gold, "accurate").records["a"]["names"]
    assert names == [{"b": 0, "e": 5, "kind": "state"}]


def test_what_is_shown_first_is_there_for_every_genre() -> None:
    measured = score(found("Jo Park", "person"))
    assert [headline.of(measured) for headline in mentions.TASK.headlines]
