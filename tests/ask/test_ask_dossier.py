"""Dossier: what bears on a question, by speaker, act and position; positions only where the words carry them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from ask.asked import ASKED, Told, later, march, undated
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from store.readings import made

from onrecord.ask.dossier.compile import dossier
from onrecord.ask.dossier.exhibits import Dossier
from onrecord.ask.dossier.proposition import proposition_of
from onrecord.ask.dossier.relevance import terms_of
from onrecord.errors import BadQuestion, EmptyQuery
from onrecord.show.dossier_words import not_read
from onrecord.store import Store, open_store
from onrecord.store.tables import statements
from onrecord.types import Act, Polarity


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("dossier") / "record.db", create=True) as opened:
        opened.add_many([march().reading(), later().reading(), undated().reading()])
        yield opened


def said(found: Dossier, places: tuple[int, ...]) -> list[str]:
    """Who said what, of some exhibits."""
    hits = [found.exhibits[place].hit for place in places]
    return [f"{' and '.join(hit.speakers) or '?'}: {' … '.join(hit.words)}" for hit in hits]


WILL = "Ilse Varga: that Vellmark will close the Ness Tunnel"
NOT = "Ilse Varga: Vellmark will not close the Ness Tunnel"
DENIAL = "Tomás Łódź: that Vellmark would close the Ness Tunnel"
MAY = "a senior port official: that Vellmark may close the Ness Tunnel by 1 June 2024 if the pumps fail"
SUNDAYS = "engineers: The Ness Tunnel closes early on Sundays"
THEY = "?: “They will close the Ness Tunnel.”"


def test_what_bears_on_the_question_is_ranked(store: Store) -> None:
    found = dossier(store, ASKED)
    assert said(found, tuple(range(6))) == [DENIAL, NOT, MAY, WILL, SUNDAYS, THEY]
    assert len(found.exhibits) == 6
    assert [one.score for one in found.exhibits][:4] == [1.0] * 4
    assert found.exhibits[4].matched == ("close", "ness", "tunnel")


def test_the_words_of_asking_are_not_searched(store: Store) -> None:
    assert dossier(store, ASKED).words == ("vellmark", "close", "ness", "tunnel")
    assert dossier(store, "Does the Ness Tunnel ever close?").words == ("ness", "tunnel", "close")
    with pytest.raises(EmptyQuery):
        dossier(store, "Will they do it?")


def test_one_word_of_many_is_not_enough(store: Store) -> None:
    assert dossier(store, "Will the fish tunnel close the market of Ostrey?").exhibits == ()


def test_positions_are_told_by_act_and_polarity(store: Store) -> None:
    found = dossier(store, ASKED)
    assert {group.position: said(found, group.exhibits) for group in found.positions} == {
        "for": [WILL],
        "against": [DENIAL, NOT],
        "untold": [MAY, SUNDAYS, THEY],
    }
    assert found.exhibits[0].why == "it is denied, the claim is negative"
    assert found.exhibits[2].why == "on a condition"


def test_a_question_with_not_turns_them_round(store: Store) -> None:
    found = dossier(store, "Will Vellmark not close the Ness Tunnel?")
    assert {group.position: said(found, group.exhibits) for group in found.positions}["for"] == [DENIAL, NOT]


@pytest.mark.parametrize("asked", ["Ness Tunnel closure Vellmark", "When will Vellmark close the Ness Tunnel?"])
def test_what_is_not_answered_by_yes_or_no_has_no_positions(store: Store, asked: str) -> None:
    found = dossier(store, asked)
    assert (found.yes_no, found.positions) == (False, ())
    assert found.exhibits


def position(
    tmp_path: Path,
    words: str,
    act: Act = "assert",
    polarity: Polarity = "positive",
    speaker: str = "Jon Abara",
    hedge: str | None = None,
    negated: bool = False,
    asked: str = "Will Ostrey sell Vellmark grain?",
) -> str:
    """The position of one statement."""
    report = Told()
    who = report.entity(speaker)
    report.paragraph(f"{speaker} told us {words}.")
    report.tell(words, speakers=[who], act=act, negated=negated, claims=[report.claim(words, polarity, hedge=hedge)])
    with open_store(tmp_path / "r.db", create=True) as store:
        store.add(report.reading())
        (exhibit,) = dossier(store, asked).exhibits
    return exhibit.position


@pytest.mark.parametrize(
    ("words", "more", "expected"),
    [
        ("Ostrey will sell Vellmark grain", {}, "for"),
        ("Ostrey will never sell Vellmark grain", {"polarity": "negative"}, "against"),
        ("Ostrey would sell Vellmark grain", {"polarity": "negative", "act": "deny"}, "against"),  # "denied that …"
        ("Ostrey would not sell Vellmark grain", {"act": "deny"}, "for"),
        ("Ostrey won't sell Vellmark grain", {"polarity": "negative", "act": "deny"}, "untold"),  # "not true: it won't"
        ("Ostrey would sell Vellmark grain", {"act": "deny"}, "untold"),
        ("Vellmark will sell Ostrey grain", {}, "untold"),  # another sells
        ("Ostrey may sell Vellmark grain", {"hedge": "may"}, "untold"),
        ("Ostrey is very likely to sell Vellmark grain", {"hedge": "very likely"}, "for"),
        ("it is unlikely that Ostrey sells Vellmark grain", {"hedge": "unlikely"}, "against"),
        ("Ostrey should sell Vellmark grain", {"act": "demand"}, "untold"),
        ("Ostrey of having sold Vellmark grain", {"act": "accuse"}, "for"),
        ("it would sell Vellmark grain", {"polarity": "negative", "act": "deny", "speaker": "Ostrey"}, "against"),
        ("that it will sell Vellmark grain", {"speaker": "Ostrey"}, "for"),
        ("“We will sell Vellmark grain,”", {"speaker": "Ostrey"}, "for"),
        ("it will sell Vellmark grain", {}, "untold"),  # Jon Abara's "it" is somebody else
        ("it is time to sell Vellmark grain", {"speaker": "Ostrey"}, "untold"),
        ("Ostrey will sell Vellmark grain", {"negated": True}, "untold"),
        ("to sell Vellmark grain", {"act": "refuse", "speaker": "Ostrey"}, "against"),
        ("to sell Vellmark grain", {"act": "promise", "speaker": "Ostrey"}, "for"),
        ("to sell Vellmark grain", {"act": "promise", "speaker": "Jon Abara"}, "untold"),
    ],
)
def test_a_position_needs_words_that_carry_it(
    tmp_path: Path, words: str, more: dict[str, object], expected: str
) -> None:
    assert position(tmp_path, words, **more) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "more", "expected"),
    [
        ("that Ostrey should sell Vellmark grain", {"act": "demand"}, "for"),
        ("that Ostrey sell Vellmark no grain", {"act": "demand", "polarity": "negative"}, "against"),
        ("Ostrey to sell Vellmark grain", {"act": "want"}, "for"),
        ("Ostrey must sell Vellmark grain", {}, "for"),
        ("Ostrey should not sell Vellmark grain", {"polarity": "negative"}, "against"),
        ("Ostrey will sell Vellmark grain", {}, "untold"),  # that it will is not that it should
        ("whether Ostrey should sell Vellmark grain", {"act": "ask"}, "untold"),
    ],
)
def test_what_should_be_is_held_by_who_calls_for_it(
    tmp_path: Path, words: str, more: dict[str, object], expected: str
) -> None:
    asked = "Should Ostrey sell Vellmark grain?"
    assert position(tmp_path, words, asked=asked, **more) == expected  # type: ignore[arg-type]


def test_what_should_be_is_no_answer_to_what_is(tmp_path: Path) -> None:
    assert position(tmp_path, "Ostrey should sell Vellmark grain") == "untold"


def test_a_pronoun_counts_as_whom_it_means(tmp_path: Path) -> None:
    report = Told()
    ostrey, who = report.entity("Ostrey", kind="state"), report.entity("Jon Abara")
    report.paragraph("Of Ostrey Jon Abara said it will sell Vellmark grain.")
    words = "it will sell Vellmark grain"
    report.mention("it", ostrey)
    report.tell(words, speakers=[who])
    with open_store(tmp_path / "r.db", create=True) as store:
        store.add(report.reading())
        (exhibit,) = dossier(store, "Will Ostrey sell Vellmark grain?").exhibits
    assert (exhibit.score, exhibit.position) == (1.0, "for")


def test_claims_of_one_statement_that_differ_tell_no_position(tmp_path: Path) -> None:
    report = Told()
    words = "Ostrey will sell Vellmark grain; Ostrey will not sell Vellmark grain"
    report.paragraph(f"{words}, he said.")
    first, second = words.split("; ")
    report.tell(words, claims=[report.claim(first), report.claim(second, "negative")])
    with open_store(tmp_path / "r.db", create=True) as store:
        store.add(report.reading())
        (exhibit,) = dossier(store, "Will Ostrey sell Vellmark grain?").exhibits
    assert (exhibit.position, exhibit.why) == ("untold", "its claims differ")


def test_who_was_quoted_and_who_was_only_spoken_about(store: Store) -> None:
    found = dossier(store, ASKED)
    assert [(one.name, len(one.exhibits)) for one in found.speakers] == [
        ("Ilse Varga", 2),
        ("Tomás Łódź", 1),
        ("a senior port official", 1),
        ("engineers", 1),
        ("", 1),
    ]
    assert [(one.name, len(one.exhibits)) for one in found.spoken_about] == [("Vellmark", 4)]


def test_what_was_done(store: Store) -> None:
    found = dossier(store, ASKED)
    assert {group.act: len(group.exhibits) for group in found.acts} == {
        "assert": 3,
        "deny": 1,
        "warn": 1,
        "announce": 1,
    }


def test_hedges_are_on_the_scale_that_is_named(store: Store) -> None:
    found = dossier(store, "Will the Ness Tunnel flood?", scale="ipcc")
    (hedged,) = [one for one in found.exhibits if one.hedges and one.hit.statement.act == "predict"]
    assert (hedged.hedges[0].scale, hedged.hedges[0].low, hedged.hedge_words) == ("ipcc", "90", ("very likely",))
    assert found.scale == "ipcc"


def test_numbers_and_their_change(store: Store) -> None:
    found = dossier(store, "How many crews of the Ness Tunnel were laid off?", since="2024-03-10")
    assert [(series.counted, len(series.figures)) for series in found.numbers] == [("crews", 3), ("boats", 1)]
    (change,) = [one for one in found.changes if one.what == "figure"]
    assert (change.name, change.before, change.since) == ("Ilse Varga", "At least 12 (“crews”)", "About 30 (“crews”)")


def test_what_changed_since_a_day(store: Store) -> None:
    found = dossier(store, ASKED, since="2024-03-10")
    assert said(found, found.new) == [DENIAL, NOT]
    (change,) = [one for one in found.changes if one.what == "position"]
    assert (change.name, change.before, change.since) == ("Ilse Varga", "for", "against")
    assert said(found, change.exhibits_before) == [WILL]
    assert said(found, change.exhibits_since) == [NOT]
    assert dossier(store, ASKED).changes == dossier(store, ASKED, since="2030-01-01").changes == ()


@pytest.mark.parametrize("since", ["soon", "2024-02-30", "2024-13", "2024-03-10x"])
def test_what_is_no_day_is_refused(store: Store, since: str) -> None:
    with pytest.raises(BadQuestion, match="since"):
        dossier(store, ASKED, since=since)


@pytest.mark.parametrize("least", [float("nan"), -0.1, 1.1])
def test_what_is_no_confidence_is_refused(store: Store, least: float) -> None:
    with pytest.raises(BadQuestion, match="min_confidence"):
        dossier(store, ASKED, min_confidence=least)


def test_the_timeline_tells_what_was_said_from_what_was_spoken_of(store: Store) -> None:
    found = dossier(store, ASKED)
    assert [(one.date, one.kind, one.words) for one in found.timeline] == [
        ("2024-03-04", "published", None),  # no day of its own
        ("2024-03-04", "said", "Monday"),
        ("2024-03-04", "spoken of", "by 1 June 2024"),
        ("2024-03-20", "published", None),
        ("2024-03-20", "published", None),
    ]


def test_what_was_read_and_what_was_not(store: Store) -> None:
    found = dossier(store, "tunnel", min_confidence=0.5, limit=3)
    left = found.coverage
    assert (left.documents, left.undated, left.matched) == (3, 1, 1)
    assert (left.statements, left.headlines, left.unsure, left.over) == (11, 1, 1, 6)
    assert len(found.exhibits) == 3


def test_more_words_than_are_searched_are_told(store: Store) -> None:
    found = dossier(store, "Vellmark Ness Tunnel close flood crews boats pumps June")
    assert len(found.words) == 6
    assert set(found.coverage.left_out) | set(found.words) == {
        *("vellmark", "ness", "tunnel", "close", "flood", "crew", "boat", "pump", "june"),
    }


def test_only_a_part_of_very_many_is_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ask.dossier.relevance.MOST_FOUND", 5)
    with open_store(tmp_path / "r.db", create=True) as store:
        store.add_many(made(number) for number in range(5))
        found = dossier(store, "bridge and harbour")
    assert found.coverage.capped
    assert found.coverage.statements <= 5


def test_what_is_found_by_meaning_stands_after_what_has_the_words(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.looking() as connection:
        keys = {row.id: row.key for row in connection.execute(select(statements.c.id, statements.c.key))}
    fish, tunnel = undated().statements[2], march().statements[1]
    likest = [(0.9, keys[tunnel.id]), (0.61, keys[fish.id])]
    monkeypatch.setattr("onrecord.ask.dossier.compile.alike", lambda *_: likest)
    found = dossier(store, ASKED)
    assert found.coverage.by_meaning
    assert found.coverage.behind  # nobody has made vectors here
    assert any("Of the latest reports only" in line for line in not_read(found.coverage, 0))
    assert [one.meaning for one in found.exhibits] == [None] * 6 + [0.61]
    assert found.exhibits[-1].hit.words == ("The fish market is open",)
    assert (found.exhibits[-1].score, found.exhibits[-1].position) == (0, "untold")


def test_without_vectors_words_are_enough(store: Store) -> None:
    coverage = dossier(store, ASKED).coverage
    assert (coverage.by_meaning, coverage.behind) == (False, False)
    assert any("`onrecord index` prepares" in line for line in not_read(coverage, 0))


def test_a_quoted_phrase_is_one_word_of_the_question() -> None:
    assert [term.words for term in terms_of("Will the “Ness Tunnel” close?")] == ["ness tunnel", "close"]


def test_what_is_asked() -> None:
    assert proposition_of("Isn't the tunnel closed?", terms_of("tunnel closed"))._asdict()["negative"]  # type: ignore[union-attr]
    assert proposition_of("Who closed the tunnel?", terms_of("tunnel closed")) is None
    assert proposition_of("", ()) is None


def test_a_dossier_is_json(store: Store) -> None:
    assert json.loads(msgspec.json.encode(dossier(store, ASKED)))["asked"] == ASKED


questions = st.text(st.sampled_from("ness tunnel Will AND OR NOT\"“”*^:(){}+-'\0é ")) | st.text()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(questions)
def test_no_question_is_a_syntax_error(store: Store, asked: str) -> None:
    try:
        found = dossier(store, asked)
    except EmptyQuery:
        return
    assert len(found.exhibits) <= 12


@pytest.mark.parametrize("asked", ["tunnel " * 20_000, " ".join(f"word{n}" for n in range(2_000)), "a-" * 50_000 + "b"])
def test_long_questions(store: Store, asked: str) -> None:
    assert len(dossier(store, asked).words) <= 6


def test_a_word_is_looked_for_in_what_was_said_in_names_meant_and_in_the_speakers_name() -> None:
    (term,) = terms_of("Will Varga?")
    assert term.clause.holds(frozenset(), " varga will resign ")
    assert term.clause.holds(frozenset({"vvarga"}), " she will resign ")
    assert term.clause.holds(frozenset({"wvarga"}), " we will resign ")
    assert not term.clause.holds(frozenset({"wabara"}), " we will resign ")
