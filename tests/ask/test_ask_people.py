"""People: one key for a name, apart by document, joined by a person's judgement alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from ask.asked import later, march, undated
from msgspec import structs
from sqlalchemy import Row, insert
from store.readings import Report, made

from onrecord.ask import search
from onrecord.ask.identity import Identities, person_key
from onrecord.ask.people.listing import people
from onrecord.ask.people.parts import parts_of
from onrecord.ask.people.person import person
from onrecord.ask.people.roles import roles_of
from onrecord.ask.question import Question
from onrecord.ask.tally import Tally, tallied
from onrecord.errors import AmbiguousPerson, BadJudgement, EmptyQuery, UnknownPerson
from onrecord.show.people_text import profile_paragraphs
from onrecord.spans import Span
from onrecord.store import Store, open_store
from onrecord.store.tables import judgements
from onrecord.types import Reading, Role


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        opened.add_many([march().reading(), later().reading(), undated().reading()])
        yield opened


def labels(tallies: tuple[Tally, ...]) -> dict[str, int]:
    return {tally.label: tally.statements for tally in tallies}


def merge(store: Store, *pairs: tuple[str, str]) -> None:
    """A person's judgement that several entities are one."""
    row = {"id": "j1", "target": pairs[0][1], "verb": "merge", "before": {}, "spans": (), "author": "ada", "reason": ""}
    with store.writing() as connection:
        connection.execute(
            insert(judgements),
            row | {"after": {"entities": [list(pair) for pair in pairs]}, "at": "2024-06-01T00:00:00"},
        )


def key(name: str, kind: str = "person", **more: object) -> str:
    fields = {"named": True, "document_id": "d", "entity_id": "e", **more}
    return person_key(kind, name, **fields)  # type: ignore[arg-type]


def test_a_name_is_one_key_whatever_its_case_accents_and_article() -> None:
    assert key("Tomás Łódź") == key("TOMAS LODZ", document_id="other", entity_id="another")
    assert key("the Tide Institute", "organisation") == key("Tide Institute", "organisation")
    assert key("Tide", "organisation") != key("Tide", "person")
    assert key("Ilse Varga").startswith("person.ilse-varga.")


def test_who_is_not_named_is_of_one_document() -> None:
    assert key("an official", named=False) == "in.d.e"
    assert key("?!") == "in.d.e"


def test_long_names_are_told_apart_by_what_is_left_out_of_the_slug() -> None:
    stem = "The Association of Owners of Small Wooden Boats on the Northern Shore"
    first, second = key(f"{stem} of Ness"), key(f"{stem} of Scar Island")
    assert first != second
    assert first.rpartition(".")[0] == second.rpartition(".")[0]
    assert len(first) < 100


def test_all_that_somebody_said(store: Store) -> None:
    profile = person(store, "Ilse Varga")
    who = profile.person
    assert (who.name, who.kind, who.named, who.documents) == ("Ilse Varga", "person", True, 2)
    assert (who.statements, who.headlines) == (4, 1)
    assert (who.first, who.last) == ("2024-03-04", "2024-03-20")
    assert labels(profile.acts) == {"announce": 1, "assert": 3}
    assert labels(profile.spoken) == {"direct": 1, "indirect": 3}
    assert labels(profile.months) == {"2024-03": 4}
    assert [form.words for form in profile.forms] == ["Ilse Varga", "Ms Varga", "Varga", "the minister"]
    assert labels(profile.matters) == {"ness": 4, "tunnel": 4, "close": 2, "crew": 2, "vellmark": 2}
    assert [hit.published for hit in profile.latest] == ["2024-03-20", "2024-03-20", "2024-03-04", "2024-03-04"]
    assert labels(profile.speaks_of) == {"Vellmark": 2}


def test_every_number_opens_its_list(store: Store) -> None:
    profile = person(store, "varga")
    counted = (*profile.acts, *profile.spoken, *profile.matters, *profile.months, *profile.speaks_of)
    assert counted
    for tally in counted:
        assert tally.question is not None
        found = search(store, msgspec.structs.replace(tally.question, limit=100)).hits
        assert len(found) == tally.statements, tally


def test_roles_have_their_dates_and_their_words(store: Store) -> None:
    acting, transport = person(store, "Ilse Varga").roles
    assert (acting.title, acting.first, acting.last, acting.documents) == (
        "acting premier",
        "2024-03-20",
        "2024-03-20",
        1,
    )
    assert transport.words == "transport minister"
    assert transport.span.of(march().text) == transport.words


def test_a_role_that_one_report_gives_twice_in_other_capitals_is_one(store: Store) -> None:
    row = SimpleNamespace(document_id=march().reading().document.id, published="2024-03-04")
    row.roles = (role("president"), msgspec.structs.replace(role("President"), span=Span(3, 5)))
    with store.looking() as connection:
        (held,) = roles_of(connection, [row])  # type: ignore[list-item]
    assert (held.title, held.span, held.documents) == ("President", Span(3, 5), 1)


def test_one_name_in_two_documents_is_not_known_to_be_one_person(store: Store) -> None:
    profile = person(store, "Ilse Varga")
    assert not profile.certain
    assert [(place.published, place.statements, place.roles) for place in profile.appearances] == [
        ("2024-03-20", 2, ("acting premier",)),
        ("2024-03-04", 2, ("transport minister",)),
    ]
    assert person(store, "Łódź").certain, "one document"


def belrose(report: str, *roles: Role) -> Row[Any]:
    """Somebody of one name in a report, as the rows of a profile have them."""
    return SimpleNamespace(document_id=report, id="e1", roles=roles)  # type: ignore[return-value]


def role(title: str | None, organisation: str | None = None, *, former: bool = False) -> Role:
    return Role(title=title, organisation=organisation, former=former, span=Span(0, 1))


def test_offices_that_clash_part_the_reports_of_one_name() -> None:
    rows = [
        belrose("a", role("Prime Minister")),
        belrose("b", role("minister of transport")),
        belrose("c", role("baker")),
        belrose("d"),
    ]
    parts = parts_of(rows, Counter(a=2, b=1, c=3))
    assert [(part.office, part.documents, part.statements) for part in parts] == [
        ("Prime Minister", ("a", "b"), 3),
        ("baker", ("c",), 3),
        (None, ("d",), 0),
    ]


def test_what_a_person_joined_is_one_part() -> None:
    rows = [
        belrose("a", role("Prime Minister")),
        belrose("b", role("baker")),
        belrose("c", role("pilot")),
        belrose("d"),
    ]
    judged = [[("a", "e1"), ("b", "e1")], [("c", "e1"), ("d", "e1")], [("a", "e9"), ("c", "e1")]]
    assert [part.documents for part in parts_of(rows, Counter(), judged)] == [("a", "b"), ("c", "d")]
    assert parts_of(rows[:2], Counter(), judged) == ()


def told_apart(*reports: str) -> list[tuple[str, str]]:
    """A judgement that those of some reports are not the same."""
    return [(report, "e1") for report in reports]


def test_what_a_person_told_apart_is_of_several_parts() -> None:
    rows = [
        belrose("a", role("minister")),
        belrose("b", role("minister")),
        belrose("c", role("minister", "Tide Institute")),
        belrose("d", role(None, "Tide Institute"), role("chair", "Tide Institute")),
        belrose("e"),
    ]
    assert parts_of(rows, Counter()) == ()
    parted = parts_of(rows, Counter(), (), [told_apart("a", "c")])
    assert [(part.office, part.documents) for part in parted] == [
        ("chair", ("c", "d")),
        ("minister", ("a",)),
        ("minister", ("b",)),
        (None, ("e",)),
    ], "b is as near to a as to c, d to c alone"
    joined = parts_of(rows, Counter(), [told_apart("a", "b")], [told_apart("a", "c")])
    assert [part.documents for part in joined] == [("c", "d"), ("a", "b"), ("e",)]


def test_told_apart_where_no_office_is_given() -> None:
    rows = [belrose("a"), belrose("b"), belrose("c", role("baker")), belrose("d", role("baker"))]
    assert [part.documents for part in parts_of(rows, Counter(), (), [told_apart("a", "b")])] == [
        ("c", "d"),
        ("a",),
        ("b",),
    ]
    three = parts_of(rows[2:] + rows[:1], Counter(), (), [told_apart("a", "c"), told_apart("c", "d")])
    assert [part.documents for part in three] == [("a",), ("c",), ("d",)]


def test_offices_that_clash_stay_as_they_were_parted_when_a_person_says_so_too() -> None:
    rows = [belrose(name, role("minister" if name in "ab" else "baker")) for name in "abcd"]
    told = parts_of(rows, Counter(), (), [told_apart("a", "c")])
    assert told == parts_of(rows, Counter())
    assert parts_of(rows, Counter(), (), [[("a", "e9"), ("b", "e1")]]) == told, "another of that report"


def test_who_was_judged_is_known_again_in_a_reading_that_has_other_ids(store: Store) -> None:
    readings = [march().reading(), later().reading()]
    pairs = [[one.document.id, next(it.id for it in one.entities if it.name == "Ilse Varga")] for one in readings]
    made = store.judge("split", "", {"entities": pairs}, author="ada")
    (again, other) = (readings[0], pairs[0][1])
    renamed = msgspec.json.decode(msgspec.json.encode(again).replace(other.encode(), b"x" + other[1:].encode()))
    store.add(structs.replace(msgspec.convert(renamed, Reading), id="again", rules="2099.1"))
    profile = person(store, "Ilse Varga")
    assert {row.id for row in store.reading(again.document.id).entities}.isdisjoint([other])
    assert (profile.parted, profile.judged) == (True, (made,))
    new = next(it.id for it in store.reading(again.document.id).entities if it.name == "Ilse Varga")
    with pytest.raises(BadJudgement, match=f"undo that first: {made.id}"):
        store.judge("merge", "", {"entities": [[again.document.id, new], pairs[1]]}, author="bo")


def test_a_judgement_tells_a_name_apart_and_is_taken_back(store: Store) -> None:
    first, second = (next(one for one in report().entities if one.name == "Ilse Varga") for report in (march, later))
    pairs = [[march().reading().document.id, first.id], [later().reading().document.id, second.id]]
    store.withdraw(store.judge("split", "", {"entities": pairs}, author="ada").id, "bo")
    assert not person(store, "Ilse Varga").parted
    made = store.judge("split", "", {"entities": pairs}, author="ada", reason="born in other years")
    profile = person(store, "Ilse Varga")
    assert (profile.parted, profile.certain, profile.judged) == (True, False, (made,))
    assert sorted(part.documents for part in profile.parts) == sorted((pair[0],) for pair in pairs)
    assert person(store, "Łódź").judged == ()
    told = "\n".join("".join(piece.text for piece in one.pieces) for one in profile_paragraphs(profile))
    assert "Not all of them mean one person, as was judged:" in told
    assert "born in other years" in told


@pytest.mark.parametrize(
    "second",
    [
        role("transport minister"),
        role("minister to the river court"),
        role("former baker", former=True),
        role("acting governor"),
        role(None, "Tide Institute"),
        role("chair", "Tide Institute"),
    ],
)
def test_offices_that_do_not_clash_part_nothing(second: Role) -> None:
    assert parts_of([belrose("a", role("minister", "Tide Institute")), belrose("b", second)], Counter()) == ()


def test_who_speaks_about_whom(store: Store) -> None:
    profile = person(store, "Vellmark")
    assert (profile.person.statements, profile.person.documents) == (0, 0)
    assert labels(profile.spoken_of_by) == {"Ilse Varga": 2, "Tomás Łódź": 1, "a senior port official": 1}


def test_who_is_mentioned_beside_whom(store: Store) -> None:
    report = Report()
    pair = [report.entity("Jon Abara"), report.entity("Petra Holm")]
    report.paragraph("“Jon Abara met Petra Holm,” a neighbour said.")
    for name, who in zip(("Jon Abara", "Petra Holm"), pair, strict=True):
        report.mention(name, who)
    report.say("“Jon Abara met Petra Holm,”")
    store.add(report.reading())
    assert labels(person(store, "Abara").beside) == {"Petra Holm": 1}


def test_a_judgement_joins_two_names(store: Store) -> None:
    first, second = march(), later()
    pairs = (first.reading().document.id, first.entities[0].id), (second.reading().document.id, second.entities[1].id)
    merge(store, *pairs)
    profile = person(store, "Łódź")
    assert profile.person == person(store, "Varga").person
    assert profile.certain
    assert profile.person.key == min(profile.keys)
    assert sorted(profile.keys) == sorted([key("Ilse Varga"), key("Tomás Łódź")])
    assert profile.person.statements == 6
    (joined,) = [who for who in people(store).people if who.key == profile.person.key]
    assert joined.statements == 6


def test_a_judgement_that_was_taken_back_joins_nothing(store: Store) -> None:
    first, second = march(), later()
    merge(
        store,
        (first.reading().document.id, first.entities[0].id),
        (second.reading().document.id, second.entities[1].id),
    )
    with store.writing() as connection:
        connection.execute(judgements.update().values(withdrawn="2024-06-02T00:00:00"))
    assert len(person(store, "Łódź").keys) == 1


@pytest.mark.parametrize("after", [{}, {"entities": "x"}, {"entities": [["a"], 3, ["a", 4], ["no", "such"]]}])
def test_a_judgement_of_nothing_known_does_no_harm(store: Store, after: dict[str, object]) -> None:
    merge(store, ("a", "b"))
    with store.writing() as connection:
        connection.execute(judgements.update().values(after=after))
    with store.looking() as connection:
        assert Identities(connection).members("x") == ("x",)


def test_a_key_a_whole_name_and_a_part_of_one_find_the_same(store: Store) -> None:
    profile = person(store, "ilse varga")
    assert person(store, profile.person.key) == person(store, "Varga") == profile
    official = person(store, "port official")
    assert person(store, official.person.key) == official
    assert official.person.document_id is not None


def test_several_of_one_name_are_listed(store: Store) -> None:
    report = Report()
    who = report.entity("Ilse Varga", kind="organisation")
    report.paragraph("Ilse Varga said it sells boats.")
    report.say("it sells boats", speakers=[who])
    store.add(report.reading())
    with pytest.raises(AmbiguousPerson, match=r"(?s)person\.ilse-varga.*organisation\.ilse-varga"):
        person(store, "Ilse Varga")


def test_a_whole_name_goes_before_one_that_holds_it(store: Store) -> None:
    report = Report()
    who = report.entity("Ilse Varga Foundation", kind="organisation")
    report.paragraph("The Ilse Varga Foundation said it is closed.")
    report.say("it is closed", speakers=[who])
    store.add(report.reading())
    assert person(store, "Ilse Varga").person.kind == "person"
    with pytest.raises(AmbiguousPerson):
        person(store, "Varga")


def test_a_surname_whose_bearer_says_nothing_does_not_hide_who_speaks(store: Store) -> None:
    report = Report()
    report.entity("Varga")
    report.paragraph("A spokesman for Mr Varga was away.")
    store.add(report.reading())
    with pytest.raises(AmbiguousPerson, match=r"(?s)person\.ilse-varga.*person\.varga"):
        person(store, "Varga")


@pytest.mark.parametrize(
    "wanted", ["Nobody", "person.nobody.00", "in.x.y", "in..", "person..", "a.b.c", ".", "x" * 10_000]
)
def test_nobody(store: Store, wanted: str) -> None:
    with pytest.raises((UnknownPerson, EmptyQuery)):
        person(store, wanted)


def test_a_list_of_who_speaks(store: Store) -> None:
    found = people(store)
    assert [(who.name, who.statements, who.headlines) for who in found.people] == [
        ("Ilse Varga", 4, 1),
        ("Tomás Łódź", 2, 0),
        ("engineers", 2, 0),
        ("a senior port official", 1, 0),
        ("the Tide Institute", 1, 0),
    ]
    assert (found.total, found.capped) == (5, False)


def test_a_list_of_who_speaks_of_something(store: Store) -> None:
    found = people(store, Question(words="crews", limit=1))
    assert [who.name for who in found.people] == ["Ilse Varga"]
    assert found.total == 2


def test_a_list_counts_a_part_of_very_many(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ask.quoted.MOST_COUNTED", 3)
    found = people(store, Question(words="tunnel"))
    assert (found.counted, found.capped) == (3, True)
    whole = people(store)
    assert (whole.counted, whole.capped) == (12, False), "whole reports were counted when they were stored"


def test_a_profile_of_very_many_statements_is_told_to_be_of_a_part(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add_many(made(number, statements=12, words=3) for number in range(6))
    whole = person(store, "Mara Ellison")
    assert not whole.capped
    monkeypatch.setattr("onrecord.ask.people.gather.MOST_STATEMENTS", 5)
    part = person(store, "Mara Ellison")
    assert part.capped
    assert part.person.statements == 5 < whole.person.statements


def test_a_profile_is_json(store: Store) -> None:
    assert json.loads(msgspec.json.encode(person(store, "Varga")))["person"]["name"] == "Ilse Varga"


def test_counts_stand_by_number_then_by_name() -> None:
    found = tallied({"warn": 1, "deny": 3, "admit": 1}, lambda act: Question(words=act))
    assert [(tally.label, tally.statements) for tally in found] == [("deny", 3), ("admit", 1), ("warn", 1)]
    assert [tally.question for tally in found] == [Question(words=words) for words in ("deny", "admit", "warn")]
