"""Search finds what was said, by whom, about whom; in live readings alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store.readings import Report, budget, ferry, made

from onrecord.ask import Hit, Question, search
from onrecord.ask.identity import person_key
from onrecord.errors import EmptyQuery
from onrecord.spans import Span
from onrecord.store import Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("ask") / "record.db", create=True) as opened:
        opened.add_many([ferry().reading(), budget().reading()])
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        yield opened


def ask(store: Store, **asked: Any) -> list[Hit]:
    """The hits of a question."""
    return list(search(store, Question(**asked)).hits)


def said(hits: list[Hit]) -> list[str]:
    """Who said what, in alphabetical order."""
    return sorted(f"{' and '.join(hit.speakers) or '?'}: {' … '.join(hit.words)}" for hit in hits)


HEADLINE = "Ilse Varga: Ferry stays"
WINTER = "Ilse Varga: the ferry to Scar Island would be running “through the winter”"
LETTER = "Ilse Varga and Tomás Łódź: “Nobody asked us,” … “We were told by letter.”"
LEAK = "a senior port official: Varga had denied that 6,000 passengers were stranded on its quays"
DENIAL = "Ilse Varga: that 6,000 passengers were stranded on its quays"
WARNING = "Ilse Varga: that the council’s budget could not carry a new ferry"
CAFE = "a senior port official: “The café stays open, too,”"
PIER = "Ness Council: the U.S. firm to pay for the pier"
MESS = "?: “It is a mess.”"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ferry", [HEADLINE, WARNING, WINTER]),
        ("FERRIES", [HEADLINE, WARNING, WINTER]),
        ("ferry winter", [WINTER]),
        ("winter ferry", [WINTER]),
        ("run", [WINTER]),
        ("ran", [WINTER]),
        ("stay", [HEADLINE, CAFE]),
        ("cafe", [CAFE]),
        ("CAFÉS", [CAFE]),
        ("council's", [WARNING]),
        ("the U.S.", [PIER]),
        ("US firms", [PIER]),
        ("6000 passenger", [LEAK, DENIAL]),
        ("mess", [MESS]),
        ('"to Scar Island"', [WINTER]),
        ('"Scar to Island"', []),
        ("“stays open”", [CAFE]),
        ("official", []),  # said by one, not said
        ("ferry nonsuch", []),
    ],
)
def test_words(store: Store, words: str, expected: list[str]) -> None:
    assert said(ask(store, words=words)) == sorted(expected)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Łódź", [LETTER]),
        ("lodz", [LETTER]),
        ("tomas LÓDŹ", [LETTER]),
        ("lodz, tomas", [LETTER]),
        ("the minister", [HEADLINE, WINTER, LETTER, DENIAL]),  # an alias, in one of the reports
        ("ms varga", [WARNING]),
        ("Varga", [HEADLINE, WINTER, LETTER, DENIAL, WARNING]),
        ("official", [LEAK, CAFE]),
        ("Council", [PIER]),
        ("Varg", []),  # a word of a name, not a piece of a word
        ("scar island", []),  # mentioned, but says nothing
        ("ilse lodz", []),  # no one has both names
    ],
)
def test_who(store: Store, who: str, expected: list[str]) -> None:
    assert said(ask(store, who=who)) == sorted(expected)


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("Scar Island", [WINTER, LEAK, DENIAL]),  # "its quays" means it too
        ("island", [WINTER, LEAK, DENIAL]),
        ("varga", [LEAK]),
        ("the minister", [LEAK]),  # who is called Varga there
        ("Ness Council", [WARNING]),
        ("pier", [PIER]),  # nobody's name: words that were said
        ("paid pier", [PIER]),
        ("nonsuch", []),
    ],
)
def test_about(store: Store, about: str, expected: list[str]) -> None:
    assert said(ask(store, about=about)) == sorted(expected)


def test_who_is_named_only_in_part_by_what_was_said_is_not_its_subject(empty: Store) -> None:
    report = Report()
    who = report.entity("Ministry of Works", kind="organisation")
    report.paragraph("“Shut it now,” he told the Ministry of Works Tuesday.")
    report.mention("the Ministry of Works", who)
    report.say("“Shut it now,”")
    report.say("he told the Ministry")
    empty.add(report.reading())
    assert ask(empty, about="works") == []
    assert len(ask(empty, about="ministry")) == 1, "as a word that was said"


def test_all_that_is_asked_must_fit(store: Store) -> None:
    assert said(ask(store, words="ferry", who="varga", about="scar island")) == [WINTER]
    assert said(ask(store, words="passengers", who="official", about="varga")) == [LEAK]
    assert ask(store, words="ferry", who="official") == []
    assert ask(store, words="ferry", about="varga") == []


def test_a_hit_tells_where_it_stands(store: Store) -> None:
    reading = ferry().reading()
    (hit,) = ask(store, words="asked")
    assert hit == Hit(
        document_id=reading.document.id,
        title="Ferry stays, minister says",
        origin="in/ferry.txt",
        publisher=None,
        published="2024-03-12",
        statement=reading.statements[2],
        speakers=("Ilse Varga", "Tomás Łódź"),
        people=tuple(
            person_key("person", name, named=True, document_id="", entity_id="")
            for name in ("Ilse Varga", "Tomás Łódź")
        ),
        words=("“Nobody asked us,”", "“We were told by letter.”"),
        paragraph=Span(*(reading.document.text.index(words) for words in ("“Nobody", "\n\nA senior"))),
        context="“Nobody asked us,” Varga and Tomás Łódź said. “We were told by letter.”",
    )
    assert hit.paragraph.of(reading.document.text) == hit.context


def test_the_best_fitting_comes_first(empty: Store) -> None:
    """BM25: the word twice in few words, then once in few, then once in many."""
    report = Report()
    who = report.entity("Mara Ellison")
    said_so = [
        "the bridge of all bridges",
        "the bridge is old",
        "the bridge and the road and the school and the clinic",
    ]
    for words in said_so:
        report.paragraph(f"Mara Ellison said {words}.")
        report.say(words, speakers=[who])
    empty.add(report.reading())
    assert [hit.words[0] for hit in ask(empty, words="bridge")] == said_so


def test_without_words_the_latest_comes_first_and_the_undated_last(empty: Store) -> None:
    reports = {"2024-03-12": ferry(), "2024-05-02": budget()}
    undated = ferry(origin="undated.txt", id="undated").reading()
    empty.add(msgspec.structs.replace(undated, document=msgspec.structs.replace(undated.document, published=None)))
    empty.add_many(report.reading() for report in reports.values())
    dates = [hit.published for hit in ask(empty, who="varga")]
    assert dates == ["2024-05-02", *["2024-03-12"] * 4, *[None] * 4]
    positions = [hit.statement.content for hit in ask(empty, who="varga")][1:5]
    assert positions == sorted(positions)


def test_a_limit(store: Store) -> None:
    every = ask(store, who="varga")
    assert ask(store, who="varga", limit=2) == every[:2]
    assert ask(store, who="varga", limit=0) == []
    assert ask(store, who="varga", limit=-1) == []


def test_many_hits_are_all_loaded(empty: Store) -> None:
    empty.add_many(made(number, statements=200, words=3) for number in range(20))
    hits = ask(empty, who="ellison", limit=10**6)
    assert len(hits) > 500
    assert len({(hit.document_id, hit.statement.id) for hit in hits}) == len(hits)
    assert all(hit.speakers == ("Mara Ellison",) for hit in hits)


def test_only_live_readings_are_searched(empty: Store) -> None:
    """A later version of the rules drops a statement and finds it to be another's."""
    old = ferry().reading("2026.9")
    new = ferry().reading("2026.11")
    new = msgspec.structs.replace(
        new, statements=(msgspec.structs.replace(new.statements[1], speaker_ids=(new.entities[1].id,)),)
    )
    for reading in (new, old):
        empty.add(reading)
    assert said(ask(empty, words="ferry")) == [WINTER.replace("Ilse Varga", "Tomás Łódź")]
    assert ask(empty, who="varga") == []
    assert ask(empty, words="passengers") == []


@pytest.mark.parametrize("arguments", [{}, {"words": "  "}, {"words": "?!"}, {"who": "—"}, {"about": ""}])
def test_a_question_without_a_word_is_an_error(store: Store, arguments: dict[str, str]) -> None:
    with pytest.raises(EmptyQuery):
        ask(store, **arguments)


questions = st.text(st.sampled_from("ferry AND OR NOT NEAR\"“”*^:(){}+-,'`;%_\\/\n\0é")) | st.text()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(questions, st.none() | questions, st.none() | questions)
def test_no_question_is_a_syntax_error(store: Store, words: str, who: str | None, about: str | None) -> None:
    try:
        hits = ask(store, words=words, who=who, about=about)
    except EmptyQuery:
        return
    assert len(hits) <= 9


@pytest.mark.parametrize(
    "words", ["ferry " * 20_000, "a-" * 50_000 + "b", '"' + "x " * 50_000 + '"', "(" * 100_000 + "x"]
)
def test_long_questions(store: Store, words: str) -> None:
    distinct = " ".join(f"word{number}" for number in range(1000))
    for question in (words, distinct, f'"{distinct}"'):
        assert len(ask(store, words=question)) <= 3
        assert ask(store, who=distinct) == []
        assert ask(store, about=distinct) == []
