"""Filters, order and pages: all that a question can ask beside words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from asked import Told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from store.readings import budget, ferry, made

from onrecord.ask import Question, calendar, candidates, search
from onrecord.ask.clauses import clauses_of
from onrecord.ask.identity import Identities, person_key
from onrecord.errors import BadQuestion, EmptyQuery
from onrecord.store import Store, open_store
from onrecord.store.tables import statements
from onrecord.types import Reading


def pier(**fields: str) -> Reading:
    """A report of one day: an estimate, a hope, a forecast, a report of last year."""
    given = {"origin": "in/pier.txt", "title": "Pier", "published": "2024-06-20", "publisher": "Tarn Echo"}
    report = Told(given | fields)
    cole = report.entity("Idris Cole")
    fishers = report.entity("fishers in Tarn", named=False, kind="group")
    report.paragraph("Idris Cole said on Tuesday that about 40 boats had used the pier in May.")
    report.tell(
        "that about 40 boats had used the pier in May",
        speakers=[cole],
        act="estimate",
        said=report.time("on Tuesday", "2024-06-18", "2024-06-19"),
        claims=[
            report.claim(
                "that about 40 boats had used the pier in May",
                numbers=[report.number("about 40", "40", "40", "boats")],
                times=[report.time("in May", "2024-05-01", "2024-06-01")],
            )
        ],
    )
    report.paragraph("Fishers in Tarn want the pier mended.")
    report.tell("the pier mended", speakers=[fishers], act="want")
    report.paragraph("The pier will probably reopen in 2026, Idris Cole said.")
    year = report.time("in 2026", "2026-01-01", "2027-01-01")
    report.tell(
        "The pier will probably reopen in 2026",
        speakers=[cole],
        act="predict",
        claims=[
            report.claim(
                "The pier will probably reopen in 2026", hedge="probably", times=[year], foretells="reopen", by=year
            )
        ],
    )
    return report.reading()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("ask") / "record.db", create=True) as opened:
        opened.add_many([ferry().reading(), budget().reading(), pier()])
        yield opened


def words_of(store: Store, **asked: Any) -> list[str]:
    """The first words of each hit, in its order."""
    return [hit.words[0] for hit in search(store, Question(**asked)).hits]


BOATS, MENDED, REOPEN = (
    "that about 40 boats had used the pier in May",
    "the pier mended",
    ("The pier will probably reopen in 2026"),
)
PAY, CAFE, MESS = "the U.S. firm to pay for the pier", "“The café stays open, too,”", "“It is a mess.”"
FERRY, ASKED = "the ferry to Scar Island would be running “through the winter”", "“Nobody asked us,”"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"acts": ("want",)}, [MENDED, PAY]),
        ({"acts": ("want", "predict")}, [MENDED, REOPEN, PAY]),
        ({"acts": ("want",), "said_only": True}, []),
        ({"acts": ("want",), "words": "pay"}, [PAY]),
        ({"kinds": ("group",)}, [MENDED]),
        ({"kinds": ("organisation", "group")}, [MENDED, PAY]),
        ({"named": False, "words": "pier"}, [MENDED]),
        ({"named": True, "words": "pier"}, [BOATS, REOPEN, PAY]),
        ({"forms": ("direct",)}, [CAFE, MESS, ASKED]),
        ({"forms": ("mixed",)}, [FERRY]),
        ({"certainty": "hedged"}, [REOPEN]),
        ({"certainty": "probably"}, [REOPEN]),
        ({"certainty": "possibly"}, []),
        ({"certainty": "plain", "words": "pier"}, [BOATS, MENDED, PAY]),
        ({"has_number": True}, [BOATS]),
        ({"forecasts": True}, [REOPEN]),
        ({"publisher": "tarn ECHO"}, [BOATS, MENDED, REOPEN]),
        ({"publisher": "Tarn"}, []),
        ({"published_from": "2024-06-20", "words": "pier"}, [BOATS, MENDED, REOPEN]),
        ({"published_from": "2024-06-21"}, []),
        ({"published_to": "2024-06-20", "words": "pier"}, [PAY]),
        ({"published_from": "2024-05", "published_to": "2024-06", "words": "pier"}, [PAY]),
        ({"said_from": "2024-06-18", "said_to": "2024-06-19"}, [BOATS]),
        ({"said_from": "2024-06-19"}, []),
        ({"said_to": "2024-06-18"}, []),
        ({"about_from": "2024-05-31", "about_to": "2024-06-01"}, [BOATS]),
        ({"about_from": "2024-06-01", "about_to": "2026"}, []),
        ({"about_from": "2026-08"}, [REOPEN]),
        ({"words": "ferry", "headlines": False, "published_to": "2024-04"}, [FERRY]),
        ({"published_from": "2025", "published_to": "2023"}, []),
        ({"said_from": "2025", "said_to": "2023"}, []),
        ({"about_from": "2025", "about_to": "2023"}, []),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, dict) else "",
)
def test_filters(store: Store, asked: dict[str, Any], expected: list[str]) -> None:
    assert sorted(words_of(store, **asked)) == sorted(expected)


def test_what_is_not_known(tmp_path: Path) -> None:
    """Of each report one statement is by the mayor, one by nobody known."""
    with open_store(tmp_path / "record.db", create=True) as store:
        for name, known in (
            ("both", {"publisher": "Tarn Echo", "published": "2024-06-20"}),
            ("publisher", {"publisher": "Tarn Echo"}),
            ("neither", {}),
        ):
            store.add(tide(name, **known))
        assert sorted(words_of(store, without=("speaker",))) == [
            "high by both",
            "high by neither",
            "high by publisher",
        ]
        assert sorted(words_of(store, without=("publisher",))) == ["high by neither", "low by neither"]
        assert len(words_of(store, without=("date",))) == 4
        assert words_of(store, without=("speaker", "date", "publisher")) == ["high by neither"]
        assert words_of(store, without=("date",), who="abara", publisher="Tarn Echo") == ["low by publisher"]
        assert words_of(store, without=("speaker",), named=True) == []


def tide(name: str, **known: str) -> Reading:
    report = Told({"origin": f"in/{name}.txt", "title": "Tide"} | known)
    abara = report.entity("Jon Abara")
    report.paragraph(f"The tide is high by {name}. The tide is low by {name}, Jon Abara said.")
    report.tell(f"high by {name}")
    report.tell(f"low by {name}", speakers=[abara])
    return report.reading()


@pytest.mark.parametrize("missing", ["speaker", "publisher", "date"])
def test_what_is_not_known_is_the_same_in_the_index_and_by_terms(tmp_path: Path, missing: Any) -> None:
    """A ranking by meaning looks at each statement's terms, not into the index."""
    with open_store(tmp_path / "record.db", create=True) as store:
        store.add_many([tide("a", publisher="Tarn Echo"), tide("b", published="2024-06-20")])
        with store.looking() as connection:
            (clause,) = clauses_of(Question(without=(missing,)), Identities(connection))
            rows = connection.execute(select(statements.c.key, statements.c.terms)).all()
            found, _ = candidates.Asked(connection, Identities(connection), Question(without=(missing,))).keys()
        assert sorted(found) == [row.key for row in rows if clause.holds(frozenset(row.terms.split()), "")]
        assert len(found) == 2


def test_a_person_and_a_document(store: Store) -> None:
    key = person_key("person", "idris  COLE", named=True, document_id="", entity_id="")
    assert words_of(store, person=key) == [BOATS, REOPEN]
    reading = pier()
    fishers = person_key("group", "", named=False, document_id=reading.document.id, entity_id=reading.entities[1].id)
    assert words_of(store, person=fishers) == [MENDED]
    assert words_of(store, document=reading.document.id, words="pier", order="oldest") == [BOATS, MENDED, REOPEN]
    for nobody in ("", "person.x.y", "in.x", '" OR *', "person.idris-cole.0"):
        assert words_of(store, person=nobody) == []


def test_order(store: Store) -> None:
    newest = [hit.published for hit in search(store, Question(words="pier", order="newest")).hits]
    assert newest == sorted(newest, reverse=True)
    oldest = [hit.published for hit in search(store, Question(words="pier", order="oldest")).hits]
    assert oldest == newest[::-1]


@pytest.mark.parametrize("day", ["2024-13-01", "yesterday", "2024-02-30", "0000", "20240312", "2024-1-1", "’; --"])
@pytest.mark.parametrize("side", ["published_from", "said_to", "about_from"])
def test_a_date_that_is_none_is_told(store: Store, side: str, day: str) -> None:
    with pytest.raises(BadQuestion, match=side):
        search(store, Question(**{side: day}))  # type: ignore[arg-type]


def pages(store: Store, question: Question, size: int) -> Iterator[list[tuple[str, str]]]:
    after = None
    while True:
        found = search(store, msgspec.structs.replace(question, limit=size, after=after))
        yield [(hit.document_id, hit.statement.id) for hit in found.hits]
        after = found.after
        if after is None:
            return


@pytest.mark.parametrize("order", ["best", "newest", "oldest"])
def test_pages_are_the_whole(store: Store, order: Any) -> None:
    question = Question(who="varga", order=order)
    whole = search(store, question)
    assert (whole.total, whole.after, whole.capped) == (5, None, False)
    one_by_one = [hit for page in pages(store, question, 1) for hit in page]
    assert one_by_one == [(hit.document_id, hit.statement.id) for hit in whole.hits]


@pytest.mark.parametrize("order", ["best", "newest", "oldest"])
def test_pages_stay_in_place_while_reports_are_added(tmp_path: Path, order: Any) -> None:
    with open_store(tmp_path / "record.db", create=True) as store:
        store.add_many(dated(number) for number in range(4))
        question = Question(words="bridge", order=order, limit=1000)
        before = [(hit.document_id, hit.statement.id) for hit in search(store, question).hits]
        seen = []
        for number, page in enumerate(pages(store, question, 4)):
            seen += page
            store.add(dated(10 + number))
        assert seen == before
        assert len(seen) > 12
        assert len(search(store, question).hits) > len(seen)


def dated(number: int) -> Reading:
    """A report of a day of its own."""
    reading = made(number, statements=8, mentions=8, words=40)
    day = f"2023-{number % 12 + 1:02d}-{number % 27 + 1:02d}"
    return msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, published=day))


@pytest.mark.parametrize("after", ["", "x", "é", "AAAA", "bnVsbA", "W10", "WzEsWzAsMCwiIiwwXSwiIl0", "9" * 100_000])
def test_a_cursor_that_is_none_is_told(store: Store, after: str) -> None:
    with pytest.raises(BadQuestion, match="leave it out"):
        search(store, Question(words="pier", after=after))


def test_a_cursor_of_another_question_is_told(store: Store) -> None:
    after = search(store, Question(words="pier", limit=1)).after
    assert search(store, Question(words="pier", limit=2, after=after)).hits
    with pytest.raises(BadQuestion, match="another question"):
        search(store, Question(words="ferry", after=after))


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_too_many_to_look_at_come_by_months(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: Any) -> None:
    """The order of days holds, although the index gives the latest added first."""
    days = ["2024-03-01", "2022-07-15", None, "2023-01-02", "2024-03-09", "2019-12-31"]
    with open_store(tmp_path / "record.db", create=True) as store:
        for number, day in enumerate(days):
            reading = made(number, statements=4, mentions=4, words=6)
            doc = msgspec.structs.replace(reading.document, published=day)
            store.add(msgspec.structs.replace(reading, document=doc))
        question = Question(acts=("assert",), order=order, limit=1000)
        whole = [(hit.document_id, hit.statement.id) for hit in search(store, question).hits]
        assert len(whole) == 24
        monkeypatch.setattr(calendar, "MOST", 10)
        monkeypatch.setattr(candidates.Asked.keys, "__defaults__", (10,))
        for size in (1, 5):
            walked = [hit for page in pages(store, question, size) for hit in page]
            assert walked == whole
        found = search(store, msgspec.structs.replace(question, limit=3))
        assert (found.capped, found.total) == (True, None)
        assert calendar.MOST_WALKED > 24


def test_only_the_latest_added_are_ranked_where_there_are_too_many(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates.Asked.find, "__defaults__", (2,))
    found = search(store, Question(words="pier"))
    assert (len(found.hits), found.capped, found.total) == (2, True, None)


awkward = st.text(st.sampled_from("ferry AND OR NOT NEAR\"“”*^:(){}+-,'`;%_\\/\n\0é\ud800")) | st.text()
questions = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("words", "who", "about", "person", "certainty", "publisher", "document"), awkward),
        **dict.fromkeys(("published_from", "said_to", "about_from", "after"), awkward | st.dates().map(str)),
        "acts": st.lists(st.sampled_from(["deny", "say", '" OR *']), max_size=2).map(tuple),
        "kinds": st.lists(awkward, max_size=2).map(tuple),
        "forms": st.lists(awkward, max_size=2).map(tuple),
        "limit": st.integers(-(2**70), 2**70),
    },
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(questions)
def test_no_character_of_a_question_is_a_command(store: Store, asked: dict[str, Any]) -> None:
    try:
        found = search(store, Question(**asked))
    except (EmptyQuery, BadQuestion):
        return
    assert len(found.hits) <= 12
