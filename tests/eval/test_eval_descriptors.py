"""GUM's descriptors of persons: which are found among the roles, and of whom."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval import descriptors
from eval.gold import GoldError
from eval.task import GoldDoc

TEXT = "Ada Stroud, the mayor of Velmora, left. Lev Marsh stayed with his dog."


def person(name: str, titles: tuple[str, ...] = (), phrases: tuple[str, ...] = ()) -> dict[str, Any]:
    """A person who is named once."""
    begin = TEXT.index(name)
    return {
        "doc": "bridge",
        "genre": "news",
        "titles_in_name_mentions": list(titles),
        "nominal_mentions": list(phrases),
        "mentions": [{"b": begin, "e": begin + len(name), "kind": "name"}, {"b": 0, "e": 3, "kind": "pronoun"}],
    }


def score(person_: dict[str, Any], *roles: str) -> dict[str, float]:
    """The shares for one person who is given roles."""
    name = next(one for one in person_["mentions"] if one["kind"] == "name")
    found = {"names": [{"b": name["b"], "e": name["e"], "roles": list(roles)}]}
    doc = GoldDoc("bridge", TEXT, (), {"genre": "news", "persons": [person_]})
    return {key: part["share"] for key, part in descriptors.metrics(descriptors.score_doc(doc, found).tallies).items()}


@pytest.mark.parametrize(
    ("roles", "phrases"),
    [(("mayor", "Velmora"), 1.0), (("mayor",), 1.0), (("lawyer",), 0.0), ((), 0.0), (("the", "of"), 0.0)],
)
def test_half_the_words_that_are_not_small_are_enough(roles: tuple[str, ...], phrases: float) -> None:
    asked = person("Ada Stroud", phrases=("the mayor of Velmora",))
    assert score(asked, *roles) == {"titles": 0.0, "phrases": phrases, "persons": phrases, "reached": 1.0}


def test_each_descriptor_counts_and_each_person_once() -> None:
    asked = person("Ada Stroud", titles=("Mayor", "Dame"), phrases=("the mayor", "the diver"))
    assert score(asked, "mayor") == {"titles": 0.5, "phrases": 0.5, "persons": 1.0, "reached": 1.0}


def test_another_ones_roles_are_not_his() -> None:
    asked = person("Lev Marsh", phrases=("the mayor",))
    found = {"names": [{"b": 0, "e": 10, "roles": ["mayor"]}]}
    doc = GoldDoc("bridge", TEXT, (), {"genre": "news", "persons": [asked]})
    shares = descriptors.metrics(descriptors.score_doc(doc, found).tallies)
    assert (shares["persons"]["share"], shares["reached"]["share"]) == (0.0, 0.0)


def test_the_sets_own_texts_are_read(tmp_path: Path) -> None:
    rows = [person("Ada Stroud", phrases=("the mayor of Velmora",)), person("Lev Marsh", titles=("of the",))]
    (tmp_path / "roles").mkdir()
    (tmp_path / "gum").mkdir()
    path = tmp_path / "roles" / "persons.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    (tmp_path / "gum" / "docs.jsonl").write_text(json.dumps({"id": "bridge", "text": TEXT}) + "\n", "utf-8")
    gold = descriptors.read_persons(path)
    assert [len(doc.more["persons"]) for doc in gold.docs] == [1]  # small words alone describe nobody
    record = descriptors.read_gold(gold, "accurate").of("bridge")
    shares = descriptors.metrics(descriptors.score_doc(gold.docs[0], record).tallies)
    assert shares["phrases"] == {"share": 1.0, "ok": 1, "n": 1}
    assert [descriptors.in_split(gold.docs[0], split) for split in ("news", "other", "persons")] == [True, False, True]


def test_a_line_that_is_no_person_is_said(tmp_path: Path) -> None:
    path = tmp_path / "persons.jsonl"
    path.write_text('{"doc": "bridge"}\n', "utf-8")
    with pytest.raises(GoldError, match="genre"):
        descriptors.read_persons(path)
