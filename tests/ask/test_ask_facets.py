"""Facets count what the statements that fit could be narrowed by; each value, asked for, gives as many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from asked import Told, later, march, undated
from store.readings import budget, ferry

from onrecord.ask import Facets, Question, facets, search
from onrecord.ask.candidates import Asked
from onrecord.ask.dates import within
from onrecord.ask.facets import SHOWN
from onrecord.ask.identity import person_key
from onrecord.store import Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("ask") / "record.db", create=True) as opened:
        opened.add_many(report.reading() for report in (ferry(), budget(), march(), later(), undated()))
        yield opened


def counts(store: Store, facet: str, **asked: Any) -> dict[str, int]:
    """Labels of a facet with their numbers."""
    return {value.label: value.statements for value in getattr(facets(store, Question(**asked)), facet)}


def test_a_question_is_counted(store: Store) -> None:
    of_ferry = {"words": "ferry"}
    assert counts(store, "who", **of_ferry) == {"Ilse Varga": 3}
    assert counts(store, "about", **of_ferry) == {"Ness Council": 1, "Scar Island": 1}
    assert counts(store, "act", **of_ferry) == {"assert": 1, "promise": 1, "warn": 1}
    assert counts(store, "form", **of_ferry) == {"indirect": 2, "mixed": 1}
    assert counts(store, "named", **of_ferry) == {"yes": 3}
    assert counts(store, "kind", **of_ferry) == {"person": 3}
    assert counts(store, "certainty", **of_ferry) == {"plain": 3}
    assert counts(store, "publisher", **of_ferry) == {"The Ness Courier": 1}
    assert counts(store, "month", **of_ferry) == {"2024-03": 2, "2024-05": 1}
    assert counts(store, "document", **of_ferry) == {"Ferry stays, minister says": 2, "Council “short of cash”": 1}


def test_the_values_are_what_a_question_takes(store: Store) -> None:
    found = facets(store, Question(who="varga"))
    key = person_key("person", "Ilse Varga", named=True, document_id="", entity_id="")
    assert found.who[0].value == key
    assert found.publisher[0].value == "The Ness Courier"


def in_range(of: str, value: str) -> dict[str, str]:
    """What a month or a year asks for: it and what is not later than the next."""
    if len(value) == len("2024"):
        return {f"{of}_from": value, f"{of}_to": f"{int(value) + 1:04d}"}
    year, month = int(value[:4]), int(value[5:])
    return {f"{of}_from": value, f"{of}_to": f"{year + month // 12:04d}-{month % 12 + 1:02d}"}


NARROWED: dict[str, Callable[[str], dict[str, Any]]] = {
    "who": lambda value: {"person": value},
    "about": lambda value: {"about": value},
    "kind": lambda value: {"kinds": (value,)},
    "named": lambda value: {"named": value == "yes"},
    "act": lambda value: {"acts": (value,)},
    "form": lambda value: {"forms": (value,)},
    "certainty": lambda value: {"certainty": value},
    "publisher": lambda value: {"publisher": value},
    "month": lambda value: {
        "published_from": value,
        "published_to": f"{value[:5]}{int(value[5:]) + 1:02d}",
    },
    "said": lambda value: in_range("said", value),
    "times": lambda value: in_range("about", value),
    "document": lambda value: {"document": value},
}


@pytest.mark.parametrize("facet", NARROWED)
def test_each_value_gives_as_many_statements(store: Store, facet: str) -> None:
    for value in getattr(facets(store, Question()), facet):
        narrowed = Question(**NARROWED[facet](value.value), limit=1000)
        least = len(search(store, narrowed).hits)
        # "about" is a name: words that were said fit it too.
        assert least >= value.statements if facet == "about" else least == value.statements


def test_every_facet_of_a_question_is_a_facet() -> None:
    assert set(NARROWED) == set(Facets.__struct_fields__) - {"statements", "capped"}


def test_an_open_question_and_one_that_nothing_fits(store: Store) -> None:
    every = facets(store, Question())
    assert every.statements == sum(value.statements for value in every.act) > 20
    none = facets(store, Question(words="nonsuch"))
    assert all(not value for name, value in msgspec.structs.asdict(none).items())


def test_too_many_are_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not facets(store, Question()).capped
    monkeypatch.setattr(Asked.find, "__defaults__", (5,))
    found = facets(store, Question())
    assert (found.statements, found.capped) == (5, True)


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """What a harbour board said of its quay, then and at other times; each statement with its own times."""
    report = Told({"origin": "in/quay.txt", "title": "The quay", "published": "2024-04-02"})
    board = report.entity("the harbour board", kind="organisation")

    def tell(words: str, said: tuple[str, str] | None, *times: tuple[str, str | None, str | None, str]) -> None:
        report.paragraph(f"{words}, the harbour board said.")
        spoken = [
            msgspec.structs.replace(report.time(part, first or "", last), from_=first, granularity=unit)
            for part, first, last, unit in times
        ]
        when = report.time(words, *said) if said else None
        report.tell(words, speakers=[board], said=when, claims=[report.claim(words, times=spoken)])

    # The last day of March ends where April begins, and all of March does.
    tell("The quay broke on 31 March", ("2024-03-31", "2024-04-01"), ("31 March", "2024-03-31", "2024-04-01", "day"))
    tell("The quay was shut in March", ("2024-04-01", "2024-04-02"), ("in March", "2024-03-01", "2024-04-01", "month"))
    tell("The quay was built in 2019", None, ("in 2019", "2019-01-01", "2020-01-01", "year"))
    tell("The quay leaked in May 2019", None, ("in May 2019", "2019-05-01", "2019-06-01", "month"))
    tell(
        "Two ships moored on 3 March and 9 March",
        None,
        ("on 3 March", "2024-03-03", "2024-03-04", "day"),
        ("9 March", "2024-03-09", "2024-03-10", "day"),
    )
    tell("The quay reopens by December 2024", None, ("by December 2024", None, "2025-01-01", "month"))
    tell("The quay has stood since the 1890s", None, ("since the 1890s", "1890-01-01", None, "decade"))
    tell("The board would not be hurried", None)
    with open_store(tmp_path_factory.mktemp("dated") / "record.db", create=True) as opened:
        opened.add_many([report.reading()])
        yield opened


def test_when_it_was_said_and_what_times_it_speaks_of_are_months_or_years(dated: Store) -> None:
    assert counts(dated, "said") == {"2024-03": 1, "2024-04": 1}
    # What speaks of two days of March counts once; what was so all year counts in its May, and that in the year.
    assert counts(dated, "times") == {"1890": 1, "2019": 2, "2019-05": 2, "2024-03": 3, "2024-12": 1}


@pytest.mark.parametrize(
    "asked",
    [{}, {"words": "quay"}, {"about_from": "2019-03"}, {"about_to": "2024-03-05"}, {"said_from": "2024-03-31"}],
)
def test_a_month_or_year_gives_as_many_statements_inside_what_was_asked(dated: Store, asked: dict[str, Any]) -> None:
    question = Question(**asked, limit=1000)
    found = facets(dated, question)
    assert found.said
    for value in found.said:
        assert 0 < value.statements == len(search(dated, within(question, "said", value.value)).hits)
    assert found.times
    for value in found.times:
        assert 0 < value.statements == len(search(dated, within(question, "about", value.value)).hits)


def test_the_commonest_times_are_given_and_in_order(tmp_path: Path) -> None:
    report = Told({"origin": "in/log.txt", "title": "A log"})
    keeper = report.entity("the keeper", named=False)
    for year in (*range(1950, 1980), 1979):
        report.paragraph(f"Entry {len(report.statements)}: the lamp was lit in {year}, the keeper said.")
        words = f"the lamp was lit in {year}"
        time = msgspec.structs.replace(report.time(words, f"{year}-01-01", f"{year + 1}-01-01"), granularity="year")
        report.tell(words, speakers=[keeper], claims=[report.claim(words, times=[time])])
    with open_store(tmp_path / "record.db", create=True) as opened:
        opened.add_many([report.reading()])
        given = facets(opened, Question()).times
    assert len(given) == SHOWN
    assert [value.value for value in given] == [*map(str, range(1950, 1961)), "1979"]
    assert given[-1].statements == 2


def test_a_month_is_narrowed_to_inside_its_range() -> None:
    asked = Question(said_from="2024-03-10", about_to="2024")
    assert within(asked, "said", "2024-03") == Question(said_from="2024-03-10", said_to="2024-04-01", about_to="2024")
    assert within(asked, "about", "2023").about_to == "2024"
    assert within(Question(), "about", "0999") == Question(about_from="0999-01-01", about_to="1000-01-01")
    assert within(Question(), "published", "2023-12") == Question(
        published_from="2023-12-01", published_to="2024-01-01"
    )
