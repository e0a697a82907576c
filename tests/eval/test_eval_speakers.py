"""Speakers and roles where the statements are given: what is asked, and how the answers are counted."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from small_sets import at, statement

from eval import roles, speakers, speakers_gum
from eval.matching import share, shares
from eval.task import DocScore, Gold, GoldDoc, total
from onrecord.spans import Span

TEXT = (
    "Ada Stroud, the mayor of Velmora, opened the bridge. She said it would hold. "
    "An official said the tolls were too high. Lev Marsh said that nobody had asked him."
)
PERSON = {"named": True, "kind": "person", "nested": False}
ASKED = (
    statement("She", "said", "it would hold", text=TEXT, speaker="Ada Stroud", **PERSON),
    statement("An official", "said", "the tolls were too high", text=TEXT, speaker=None, named=False, nested=False),
    statement("Lev Marsh", "said", "that nobody had asked him", text=TEXT, speaker="Lev Marsh", **PERSON),
)


def doc(*statements: dict[str, Any], text: str = TEXT) -> GoldDoc:
    return GoldDoc("bridge", text, statements, {})


def entity(name: str, *, named: bool = True, kind: str = "person", **role: str | None) -> dict[str, Any]:
    held = [{"title": role.get("title"), "organisation": role.get("organisation")}] if role else []
    return {"id": name, "name": name, "named": named, "kind": kind, "roles": held}


def answer(*who: str, rule: str = "name", words: str = TEXT) -> dict[str, Any]:
    return {"speaker_ids": list(who), "rule": rule, "words": words}


def record(entities: list[dict[str, Any]], *answers: dict[str, Any]) -> dict[str, Any]:
    return {"entities": entities, "statements": list(answers)}


def test_given_statements_are_resolved() -> None:
    found = speakers.resolve_given(TEXT, ASKED)
    names = {one["id"]: one["name"] for one in found["entities"]}
    assert [[names[who] for who in one["speaker_ids"]] for one in found["statements"]] == [
        ["Ada Stroud"],
        ["An official"],
        ["Lev Marsh"],
    ]
    assert [one["rule"] for one in found["statements"]] == ["pronoun", "description", "name"]
    assert found["statements"][0]["words"] == "She said it would hold."
    mayor = next(one for one in found["entities"] if one["name"] == "Ada Stroud")
    assert mayor["roles"] == [{"title": "mayor", "organisation": "Velmora"}]


def test_a_statement_without_content_is_nobodys() -> None:
    empty = statement("She", "said", text=TEXT, nested=False)
    found = speakers.resolve_given(TEXT, (empty, *ASKED))["statements"]
    assert [one["rule"] for one in found] == ["no content", "pronoun", "description", "name"]


def test_parents_point_past_what_is_left_out() -> None:
    inner = statement(None, None, "nobody had asked him", text=TEXT, nested=True)
    made, places = speakers.as_attributions((statement("She", "said", text=TEXT, nested=False), ASKED[2], inner))
    assert places == [1, 2]
    assert [one.parent for one in made] == [None, 0]
    assert made[0].source == (Span(*at("Lev Marsh", TEXT)),)


def score(found: dict[str, Any], *asked: dict[str, Any]) -> dict[str, Any]:
    return speakers.metrics(total([speakers.score_doc(doc(*asked), found)]))


def test_speakers_are_right_wrong_or_none() -> None:
    people = [entity("Stroud"), entity("Lev Marsh"), entity("An official", named=False, kind="group")]
    out = score(record(people, answer("Stroud"), answer("An official"), answer("Stroud")), *ASKED)
    assert (out["named/right"]["ok"], out["named/wrong"]["ok"], out["named/none"]["ok"]) == (1, 1, 0)
    assert out["unnamed/left"] == share(1, 1)
    out = score(record(people, answer(), answer("Lev Marsh"), answer("Lev Marsh", "Stroud")), *ASKED)
    assert (out["named/right"]["ok"], out["named/wrong"]["ok"], out["named/none"]["ok"]) == (0, 1, 1)
    assert out["unnamed/left"] == share(0, 1)


def test_joint_speakers_are_right_when_each_is_one_of_the_golds() -> None:
    asked = ASKED[0] | {"speaker": "Ada Stroud and Lev Marsh"}
    people = [entity("Mayor Ada Stroud"), entity("Lev Marsh"), entity("Jo Park")]
    assert score(record(people, answer("Mayor Ada Stroud", "Lev Marsh")), asked)["named/right"] == share(1, 1)
    assert score(record(people, answer("Mayor Ada Stroud", "Jo Park")), asked)["named/wrong"] == share(1, 1)
    assert score(record(people, answer("Mayor Ada Stroud")), asked)["named/wrong"] == share(1, 1)


def test_who_is_not_called_by_the_surname_is_counted_apart() -> None:
    people = [entity("Ada Stroud")]
    there, away = answer("Ada Stroud", words="Stroud said so."), answer("Ada Stroud", words="She said so.")
    assert score(record(people, there), ASKED[0])["apart/right"] == share(0, 0)
    assert score(record(people, away), ASKED[0])["apart/right"] == share(1, 1)


def test_kinds_and_rules_are_counted() -> None:
    people = [entity("Ada Stroud", kind="organisation"), entity("Lev Marsh")]
    found = record(people, answer("Ada Stroud", rule="role"), answer(), answer("Ada Stroud", rule="role"))
    out = score(found, *ASKED)
    assert out["kind"] == share(0, 2)
    assert out["rule/role"] == share(1, 2)


def test_shares_are_of_all() -> None:
    assert shares({"a": 1, "b": 3}) == {"a": share(1, 4), "b": share(3, 4)}


# GUM's pronouns and descriptions

STATEMENTS = (
    {"source": [at("She", TEXT)], "content": [at("it would hold", TEXT)], "cue": []},
    {"source": [at("An official", TEXT)], "content": [at("the tolls were too high", TEXT)], "cue": []},
    {"source": [at("Lev Marsh", TEXT)], "content": [at("that nobody had asked him", TEXT)], "cue": []},
)


def item(source: str, kind: str, expect: str, *names: str, wiki: str | None = None) -> dict[str, Any]:
    b, e = at(source, TEXT)
    clause = [{"b": b, "e": TEXT.index(".", e)}]
    found = {"kind": kind, "expect": expect, "gold_names": list(names), "gold_wiki": wiki}
    return {"doc": "bridge", "b": b, "e": e, "cue": "said", "source_clause": clause} | found


SHE = item("She", "pronoun", speakers_gum.RESOLVE, "Ada Stroud")
OFFICIAL = item("An official", "nominal", "no name")


def write(folder: Path, *items: dict[str, Any]) -> None:
    rows = [
        {
            "doc": "bridge",
            "caption_credit": False,
            "polarity": "positive",
            "source": {"b": one["source"][0][0], "e": one["source"][0][1]},
            "content": [{"b": one["content"][0][0], "e": one["content"][0][1]}],
        }
        for one in STATEMENTS
    ]
    files: dict[str, Sequence[dict[str, Any]]] = {
        "docs.jsonl": [{"id": "bridge", "genre": "news", "text": TEXT}],
        "attributions.jsonl": rows,
        speakers_gum.ITEMS: items,
    }
    for name, lines in files.items():
        (folder / name).write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def test_items_give_their_attributions_cues(tmp_path: Path) -> None:
    write(tmp_path, SHE, OFFICIAL)
    gold = speakers_gum.read_items(tmp_path)
    (read,) = gold.docs
    start = TEXT.index("said")
    assert [one["item"] is not None for one in read.statements] == [True, True, False]
    assert read.statements[0]["cue"] == [[start, start + 4]]
    assert read.statements[2]["cue"] == []
    write(tmp_path, OFFICIAL)
    assert speakers_gum.read_items(tmp_path).fingerprint != gold.fingerprint


def test_a_cue_stands_behind_its_source_if_it_can(tmp_path: Path) -> None:
    whole = [{"b": 0, "e": len(TEXT)}]
    inverted = item("Lev Marsh", "nominal", "no name") | {"source_clause": [{"b": 0, "e": at("Lev Marsh", TEXT)[1]}]}
    write(tmp_path, OFFICIAL | {"source_clause": whole}, inverted)
    _, official, marsh = speakers_gum.read_items(tmp_path).docs[0].statements
    assert official["cue"] == [[(start := TEXT.index("said", official["source"][0][1])), start + 4]]
    assert marsh["cue"] == [[(first := TEXT.index("said")), first + 4]]


def test_documents_without_an_item_are_left_out(tmp_path: Path) -> None:
    write(tmp_path)
    assert speakers_gum.read_items(tmp_path).docs == ()


def gum(*who: str, items: tuple[dict[str, Any], ...] = (SHE, OFFICIAL)) -> dict[str, Any]:
    asked = tuple({**one, "item": item} for one, item in zip(STATEMENTS, items, strict=False))
    people = [entity("Ada Stroud"), entity("Lev Marsh"), entity("An official", named=False)]
    found = record(people, *(answer(*([name] if name else [])) for name in who))
    return speakers_gum.metrics(total([speakers_gum.score_doc(doc(*asked), found)]))


def test_whom_the_document_names_is_right_wrong_or_none() -> None:
    assert gum("Ada Stroud", "An official")["resolve/right"] == share(1, 1)
    assert gum("Lev Marsh", "An official")["resolve/pronoun/wrong"] == share(1, 1)
    assert gum("", "")["resolve/none"] == share(1, 1)
    assert gum("An official", "")["resolve/none"] == share(1, 1)
    assert gum("Ada Stroud", "")["resolve/description/right"] == share(0, 0)


def test_who_has_no_name_is_left_without_one() -> None:
    assert gum("", "An official")["no name/named"] == share(0, 1)
    assert gum("", "Lev Marsh")["no name/description/named"] == share(1, 1)
    assert gum("", "Lev Marsh")["no name/pronoun/named"] == share(0, 0)


def test_the_title_of_an_article_is_a_name_as_well() -> None:
    titled = item("She", "pronoun", speakers_gum.RESOLVE, wiki="Ada_Stroud")
    assert gum("Ada Stroud", "", items=(titled, OFFICIAL))["resolve/right"] == share(1, 1)


def test_each_of_several_speakers_must_be_the_one_meant() -> None:
    both = record([entity("Ada Stroud"), entity("Lev Marsh")], answer("Ada Stroud", "Lev Marsh"))
    tallies = speakers_gum.score_doc(doc({**STATEMENTS[0], "item": SHE}), both).tallies
    assert tallies == {"wrong/pronoun": 1}


def test_gums_attributions_are_resolved(tmp_path: Path) -> None:
    write(tmp_path, SHE, OFFICIAL)
    gold = speakers_gum.read_items(tmp_path)
    found = speakers_gum.read_gold(gold, "accurate").records["bridge"]
    assert speakers_gum.metrics(total([speakers_gum.score_doc(gold.docs[0], found)]))["resolve/right"] == share(1, 1)


# Roles

MAYOR = ASKED[0] | {"role": {"title": "mayor", "organisation": "Velmora"}}


def held(found: dict[str, Any], *asked: dict[str, Any]) -> DocScore:
    return roles.score_doc(doc(*asked), found)


@pytest.mark.parametrize(
    ("title", "organisation", "found", "shared"),
    [
        ("mayor", "Velmora", 1, 1),
        ("mayor", None, 1, 1),
        ("lawyer", "Velmora", 0, 1),
        ("lawyer", "Norvania", 0, 0),
        (None, "the mayor's office", 1, 1),
    ],
)
def test_a_role_is_found_by_its_title(title: str | None, organisation: str | None, found: int, shared: int) -> None:
    people = [entity("Ada Stroud", title=title, organisation=organisation)]
    tallies = held(record(people, answer("Ada Stroud")), MAYOR).tallies
    assert (tallies["gold"], tallies["found"], tallies["given"], tallies["shared"]) == (1, found, 1, shared)


def test_half_the_words_of_a_title_are_enough() -> None:
    asked = MAYOR | {"role": {"title": "deputy harbour mayor"}}
    for title, found in (("deputy mayor", 1), ("mayor", 0)):
        people = [entity("Ada Stroud", title=title)]
        assert held(record(people, answer("Ada Stroud")), asked).tallies["found"] == found


def test_roles_are_asked_once_of_whom_was_found() -> None:
    people = [entity("Ada Stroud", title="mayor"), entity("Lev Marsh", title="mayor")]
    assert held(record(people, answer("Ada Stroud"), answer("Ada Stroud")), MAYOR, MAYOR).tallies["gold"] == 1
    assert held(record(people, answer("Lev Marsh")), MAYOR).tallies["gold"] == 0
    assert held(record(people, answer("Ada Stroud")), ASKED[0]).tallies["gold"] == 0


def test_roles_that_the_gold_has_not_cost_precision() -> None:
    people = [entity("Ada Stroud", title="mayor")]
    people[0]["roles"].append({"title": "lawyer", "organisation": None})
    out = roles.metrics(held(record(people, answer("Ada Stroud")), MAYOR).tallies)["roles"]
    assert (out["p"], out["r"]) == (0.5, 1.0)


def test_the_sets_own_statements_are_asked() -> None:
    gold = Gold(Path("none"), (doc(MAYOR, *ASKED[1:]),), "")
    found = roles.TASK.read(gold, "accurate") if roles.TASK.read else None
    assert found is not None
    assert roles.score_doc(gold.docs[0], found.of("bridge")).tallies["found"] == 1


def test_a_sample_is_drawn_by_its_seed(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl.gz"
    texts = [f"{name} Stroud, the mayor of Velmora, left." for name in ("Ada", "Bea", "Cal", "Dov", "Eli", "Fay")]
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": text}) + "\n" for text in [*texts, "Nobody left."])
    drawn = roles.sample(path, 3, 7)
    assert len(drawn) == 3
    assert drawn == roles.sample(path, 3, 7) != roles.sample(path, 3, 8)
    assert all(" Stroud | mayor @ Velmora | " in line for line in drawn)
