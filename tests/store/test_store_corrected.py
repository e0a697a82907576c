"""A reading with judgements applied: what each verb does, and what holds whatever they are."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from store.any_reading import any_reading
from store.readings import Report, ferry
from store.verdict_maker import judgements_on

from onrecord.errors import BadJudgement
from onrecord.spans import Span
from onrecord.store.check import check
from onrecord.store.judgements.correct import attach, correct
from onrecord.store.judgements.reattach import overlap
from onrecord.store.judgements.table import identified
from onrecord.store.judgements.vet import vet
from onrecord.types import BY_HAND, Entity, Judgement, Reading, Statement


class Desk:
    """Somebody at work on a reading: each judgement is on what the ones before it made of it."""

    def __init__(self, report: Report) -> None:
        self.base = report.reading()
        self.made: list[Judgement] = []

    @property
    def reading(self) -> Reading:
        return correct(self.base, self.made)

    def judge(self, verb: str, target: str = "", at: str | None = None, **after: Any) -> Judgement:
        asked = Judgement(
            id="",
            document_id=self.base.document.id,
            target=target,
            verb=verb,  # type: ignore[arg-type]
            after=after,
            author="desk",
            at=at or f"2026-11-25T00:00:{len(self.made):02d}.000000+00:00",
        )
        judgement = identified(vet(self.reading, self.base, asked))
        self.made.append(judgement)
        return judgement

    def said(self, words: str) -> Statement:
        """The one statement whose content begins so."""
        text = self.base.document.text
        (found,) = [one for one in self.reading.statements if one.content[0].of(text).startswith(words)]
        return found

    def who(self, name: str) -> Entity:
        (found,) = [entity for entity in self.reading.entities if entity.name == name]
        return found

    def at(self, words: str) -> list[int]:
        start = self.base.document.text.index(words)
        return [start, start + len(words)]


@pytest.fixture
def desk() -> Desk:
    return Desk(ferry())


def test_without_judgements_it_is_the_reading_itself(desk: Desk) -> None:
    assert desk.reading is desk.base


def test_a_rejected_statement_is_gone_and_those_inside_it_move_up(desk: Desk) -> None:
    outer = desk.said("Varga had denied")
    inner = desk.said("that 6,000")
    assert inner.parent == outer.id
    desk.judge("reject", outer.id)
    assert outer.id not in {statement.id for statement in desk.reading.statements}
    assert desk.said("that 6,000").parent is None


def test_a_rejected_statement_can_be_accepted_again(desk: Desk) -> None:
    statement = desk.said("Ferry stays")
    desk.judge("reject", statement.id)
    desk.judge("accept", statement.id)
    back = desk.said("Ferry stays")
    assert back.confidence.statement is None, "a person is sure: no bound on the software's measure leaves it out"
    assert back.steps[-1].note == "accepted: desk, 2026-11-25T00:00:01.000000+00:00"


def test_another_speaker_and_another_act(desk: Desk) -> None:
    statement = desk.said("Ferry stays")
    before = statement.speaker_ids
    lodz = desk.who("Tomás Łódź").id
    judgement = desk.judge("change", statement.id, speaker_ids=[lodz], act="announce")
    changed = desk.said("Ferry stays")
    assert (changed.speaker_ids, changed.act, changed.id) == ((lodz,), "announce", statement.id)
    assert changed.confidence.speaker is None
    assert judgement.before == {"speaker_ids": list(before), "act": "assert"}


def test_a_speaker_whom_the_reading_does_not_know(desk: Desk) -> None:
    cast = {"e-new": {"name": "Orla Finch", "kind": "person"}}
    desk.judge("change", desk.said("Ferry stays").id, speaker_ids=["e-new"], cast=cast)
    assert desk.said("Ferry stays").speaker_ids == ("e-new",)
    assert desk.who("Orla Finch").named


def test_of_two_on_one_field_the_later_holds(desk: Desk) -> None:
    statement = desk.said("Ferry stays")
    desk.judge("change", statement.id, act="warn", at="2026-11-25T12:00:00.000000+00:00")
    desk.judge("change", statement.id, act="ask", at="2026-11-25T11:00:00.000000+00:00")
    assert desk.said("Ferry stays").act == "warn"


def test_of_two_at_once_the_greater_id_holds(desk: Desk) -> None:
    statement = desk.said("Ferry stays")
    when = "2026-11-25T12:00:00.000000+00:00"
    pair = [desk.judge("change", statement.id, act=act, at=when) for act in ("warn", "ask")]
    greater = max(pair, key=lambda judgement: judgement.id)
    assert desk.said("Ferry stays").act == greater.after["act"]


def test_a_range_by_hand(desk: Desk) -> None:
    statement = desk.said("that 6,000")
    desk.judge("change", statement.id, certainty={"low": "20", "high": "45", "phrase": "unlikely"})
    (claim,) = desk.said("that 6,000").claims
    assert claim.certainty is not None
    assert (claim.certainty.phrase, claim.certainty.scale) == ("unlikely", BY_HAND)
    assert (claim.certainty.low, claim.certainty.high) == ("20", "45")
    desk.judge("change", statement.id, certainty=None)
    assert desk.said("that 6,000").claims[0].certainty is None


def test_an_outcome_changes_no_field(desk: Desk) -> None:
    statement = desk.said("the ferry to Scar")
    judgement = desk.judge("change", statement.id, outcome="yes", evidence="it sailed in January")
    assert desk.said("the ferry to Scar") == statement
    assert judgement.after["claim"] == list(statement.claims[0].span)
    assert attach(desk.base, desk.made) == {judgement.id: statement.id}


def test_two_who_are_one(desk: Desk) -> None:
    varga, lodz = desk.who("Ilse Varga"), desk.who("Tomás Łódź")
    desk.judge("merge", varga.id, entities=[lodz.id])
    assert desk.who("Ilse Varga").aliases == ("Varga", "the minister", "Tomás Łódź", "Łódź")
    assert desk.said("“Nobody").speaker_ids == (varga.id,), "a joint statement of the two is the one's"
    check(desk.reading)


def test_the_named_one_of_two_gives_the_name(desk: Desk) -> None:
    official, varga = desk.who("a senior port official"), desk.who("Ilse Varga")
    desk.judge("merge", official.id, entities=[varga.id])
    assert desk.who("Ilse Varga").id == official.id
    assert desk.who("Ilse Varga").affiliation == "the port"


def test_one_who_is_two(desk: Desk) -> None:
    """“its” is not the island's; and the headline's speaker is not the minister."""
    island, varga = desk.who("Scar Island"), desk.who("Ilse Varga")
    its = next(mention for mention in desk.base.mentions if mention.span.of(desk.base.document.text) == "its")
    desk.judge("split", island.id, mentions=[its.id], name="the port", kind="organisation", named=False)
    assert [m.entity_id for m in desk.reading.mentions if m.id == its.id] == [desk.who("the port").id]
    headline = desk.said("Ferry stays")
    desk.judge("split", varga.id, statements=[headline.id], name="Ivo Varga")
    assert desk.said("Ferry stays").speaker_ids == (desk.who("Ivo Varga").id,)
    assert desk.said("the ferry to Scar").speaker_ids == (varga.id,)


def test_an_entity_gets_another_name_and_kind(desk: Desk) -> None:
    island = desk.who("Scar Island")
    desk.judge("change", island.id, name="Isle of Scar", kind="organisation")
    assert desk.who("Isle of Scar").aliases == ("Scar Island",)
    assert desk.who("Isle of Scar").kind == "organisation"


def test_a_statement_that_was_missed(desk: Desk) -> None:
    """It stands in its place, inside the one that it is inside of, in the form that its marks tell."""
    lodz = desk.who("Tomás Łódź").id
    content = desk.at("6,000 passengers were stranded")
    judgement = desk.judge("add", content=[content], cue=[desk.at("denied")], speaker_ids=[lodz], act="estimate")
    added = desk.said("6,000")
    assert (added.id, added.parent, added.form, added.act) == (
        judgement.target,
        desk.said("that 6,000").id,
        "indirect",
        "estimate",
    )
    assert added.block == "body"
    assert [statement.content for statement in desk.reading.statements] == sorted(
        statement.content for statement in desk.reading.statements
    )


def test_a_quoted_statement_that_was_missed_is_direct(desk: Desk) -> None:
    desk.judge("add", content=[desk.at("“through the winter”")])
    assert desk.said("“through").form == "direct"
    assert desk.said("“through").speaker_ids == ()


def test_an_added_statement_is_judged_by_its_words(desk: Desk) -> None:
    desk.judge("reject", desk.said("that 6,000").id)
    desk.judge("reject", desk.said("Varga had denied").id)
    denied = desk.at("that 6,000 passengers were stranded on its quays")
    desk.judge("add", content=[denied], cue=[desk.at("denied")], act="deny")
    (claim,) = desk.said("that 6,000").claims
    text = desk.base.document.text
    assert (claim.span.of(text), claim.polarity) == ("that 6,000 passengers were stranded on its quays", "negative")
    assert [(quantity.span.of(text), quantity.low) for quantity in claim.quantities] == [("6,000", "6000")]


def test_what_is_given_of_an_added_statement_is_not_judged(desk: Desk) -> None:
    desk.judge("add", content=[desk.at("“through the winter”")], form="mixed", said_at=None, claims=[])
    added = desk.said("“through")
    assert (added.form, added.said_at, added.claims) == ("mixed", None, ())


def test_a_statement_around_others_takes_them_in(desk: Desk) -> None:
    content = desk.at("A senior port official said Varga had denied that 6,000 passengers were stranded")
    judgement = desk.judge("add", content=[content])
    assert desk.said("Varga had denied").parent is None, "some of it stands outside"
    whole = desk.at("A senior port official said Varga had denied that 6,000 passengers were stranded on its quays")
    again = Desk(ferry())
    again.judge("add", content=[whole], cue=[again.at("A senior")])
    assert again.said("Varga had denied").parent == again.made[0].target
    assert judgement.target != again.made[0].target


def test_what_is_better_bounded_is_added_after_the_other_is_rejected(desk: Desk) -> None:
    statement = desk.said("Varga had denied")
    whole = statement.content[0]
    with pytest.raises(BadJudgement, match="has nearly that content; change or reject that one"):
        desk.judge("add", content=[[whole.start, whole.end - 6]], cue=[list(statement.cue[0])])
    desk.judge("reject", statement.id)
    desk.judge("add", content=[[whole.start, whole.end - 6]], cue=[list(statement.cue[0])])
    assert desk.said("Varga had denied").content == (Span(whole.start, whole.end - 6),)


def moved(reading: Reading, words: str, start: int, end: int) -> Reading:
    """The reading as other models see it: the statement that begins so has other bounds, and another id."""
    text = reading.document.text
    statements = tuple(
        msgspec.structs.replace(
            one, id=f"m-{one.id}", content=(Span(one.content[0].start + start, one.content[0].end + end),)
        )
        if one.content[0].of(text).startswith(words)
        else one
        for one in reading.statements
    )
    return msgspec.structs.replace(reading, id="other", statements=statements)


def test_a_judgement_goes_with_its_statement_into_another_reading(desk: Desk) -> None:
    judgement = desk.judge("change", desk.said("the ferry to Scar").id, act="demand")
    near = moved(desk.base, "the ferry to Scar", 4, 0)
    assert attach(near, desk.made) == {judgement.id: f"m-{judgement.target}"}
    assert [one.act for one in correct(near, desk.made).statements if one.id.startswith("m-")] == ["demand"]


def test_a_judgement_whose_statement_is_not_found_again_stands_alone(desk: Desk) -> None:
    judgement = desk.judge("reject", desk.said("the ferry to Scar").id)
    far = moved(desk.base, "the ferry to Scar", 30, 0)
    assert attach(far, desk.made) == {judgement.id: None}
    assert correct(far, desk.made).statements == far.statements


def test_an_added_statement_takes_the_place_of_what_another_reading_finds_there(desk: Desk) -> None:
    """And what was judged of the one is judged of the other."""
    content = desk.at("the ferry to Scar Island would be running “through the winter”")
    bare = Desk(ferry())
    bare.base = msgspec.structs.replace(bare.base, statements=bare.base.statements[2:])
    bare.judge("add", content=[content], act="propose")
    bare.judge("change", bare.made[0].target, negated=True)
    (found,) = [one for one in correct(desk.base, bare.made).statements if one.content == (Span(*content),)]
    assert (found.id, found.act, found.negated) == (bare.made[0].target, "propose", True)


def test_people_are_known_again_by_name_and_kind_or_entered(desk: Desk) -> None:
    lodz = desk.who("Tomás Łódź")
    desk.judge("change", desk.said("Ferry stays").id, speaker_ids=[lodz.id])
    entities = tuple(
        msgspec.structs.replace(entity, id="e-other") if entity.id == lodz.id else entity
        for entity in desk.base.entities
    )
    text = desk.base.document.text
    statements = tuple(
        msgspec.structs.replace(one, speaker_ids=tuple("e-other" if who == lodz.id else who for who in one.speaker_ids))
        for one in desk.base.statements
    )
    renamed = msgspec.structs.replace(desk.base, entities=entities, statements=statements)
    (headline,) = [one for one in correct(renamed, desk.made).statements if one.content[0].of(text) == "Ferry stays"]
    assert headline.speaker_ids == ("e-other",)
    lost = msgspec.structs.replace(desk.base, entities=desk.base.entities[:1], statements=desk.base.statements[:1])
    lost = msgspec.structs.replace(lost, mentions=())
    (headline,) = correct(lost, desk.made).statements
    assert headline.speaker_ids == (lodz.id,)
    assert [entity.name for entity in correct(lost, desk.made).entities] == ["Ilse Varga", "Tomás Łódź"]


@pytest.mark.parametrize(
    ("verb", "target", "after", "message"),
    [
        ("reject", "nobody", {}, "in/ferry.txt: has no statement 'nobody'"),
        ("change", "nobody", {"act": "ask"}, "has no statement or entity 'nobody'"),
        ("change", "headline", {"act": "shout"}, "Invalid enum value 'shout'.*an act is one of assert, deny"),
        ("change", "headline", {"colour": "boasted"}, "unknown field `colour`"),
        ("change", "headline", {}, "nothing is to be changed"),
        ("change", "headline", {"speaker_ids": ["nobody"]}, "has no entity 'nobody'"),
        ("change", "headline", {"cue": [[5, 5000]]}, r"cue has \[5, 5000\]; it must be spans in a text of 27\d char"),
        ("change", "headline", {"certainty": {"low": "60", "high": "40"}}, "60 to 40 is no range"),
        ("change", "headline", {"certainty": {"low": "6e9999"}}, "needs both its ends"),
        ("change", "headline", {"certainty": {"low": "NaN", "high": "x"}}, "NaN to x is no range"),
        ("change", "headline", {"certainty": {}}, "say how sure it is"),
        ("change", "headline", {"claim": [1, 2], "outcome": "void"}, r"has no claim at \[1, 2\]"),
        ("change", "headline", {"outcome": "no"}, "needs its evidence"),
        ("change", "minister", {"name": ""}, "length >= 1"),
        ("merge", "minister", {"entities": ["minister"]}, "cannot be merged with itself"),
        ("merge", "minister", {"entities": ["nobody"]}, "has no entity 'nobody'"),
        ("split", "minister", {}, "name mentions or statements"),
        ("split", "minister", {"mentions": ["nobody"]}, "has no mention of 'Ilse Varga' 'nobody'"),
        ("split", "minister", {"statements": ["nobody"]}, "has no statement by 'Ilse Varga' 'nobody'"),
        ("add", "", {"content": []}, "a statement needs content"),
        ("add", "", {"content": [[26, 28]]}, "where the text has white space alone"),
        ("add", "", {"content": [[-3, 2]]}, r"content has \[-3, 2\]"),
        ("add", "", {"content": [["a", "b"]]}, "Expected `int`"),
        ("accept", "headline", {"act": "ask"}, "unknown field `act`"),
    ],
)
def test_what_cannot_be_is_refused(desk: Desk, verb: str, target: str, after: dict[str, Any], message: str) -> None:
    ids = {"headline": desk.said("Ferry stays").id, "minister": desk.who("Ilse Varga").id}
    if "entities" in after:
        after = {"entities": [ids.get(name, name) for name in after["entities"]]}
    with pytest.raises(BadJudgement, match=message):
        desk.judge(verb, ids.get(target, target), **after)


@pytest.mark.parametrize(("author", "reason"), [("", ""), ("  ", ""), ("a" * 201, ""), ("ann", "x" * 10_001)])
def test_who_and_why_are_told_and_not_endless(desk: Desk, author: str, reason: str) -> None:
    asked = Judgement(id="", document_id="d", target=desk.base.document.id, verb="accept", author=author, at="")
    with pytest.raises(BadJudgement):
        vet(desk.base, desk.base, msgspec.structs.replace(asked, reason=reason))


@settings(max_examples=40, deadline=None)
@given(any_reading(), st.data())
def test_whatever_is_judged_the_order_of_hearing_of_it_is_one(reading: Reading, data: DataObject) -> None:
    made = data.draw(judgements_on(reading))
    corrected = correct(reading, made)
    check(corrected)
    assert correct(reading, data.draw(st.permutations(made))) == corrected
    assert set(attach(reading, made)) == {judgement.id for judgement in made}
    assert (corrected.id == reading.id) == (not made)


@settings(max_examples=40, deadline=None)
@given(any_reading(), any_reading(), st.data())
def test_judgements_on_one_reading_leave_any_other_whole(reading: Reading, other: Reading, data: DataObject) -> None:
    """Of another text even: nothing dangles, whatever is found again and whatever is not."""
    made = [judgement for judgement in data.draw(judgements_on(reading)) if judgement.verb != "add"]
    check(correct(other, made))


def test_spans_that_hold_the_same_words_twice_are_compared_once() -> None:
    """An imported record may hold such: two of them left nothing to divide by."""
    twice, more = (Span(0, 1), Span(0, 1), Span(1, 2)), (Span(0, 1), Span(0, 1), Span(0, 1))
    assert overlap(twice, more) == 0.5
    assert overlap(twice, (Span(0, 2),)) == 1.0
    assert overlap((Span(3, 3),), (Span(3, 3),)) == 0.0
