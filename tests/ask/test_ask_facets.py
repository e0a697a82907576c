"""Facets count what the statements that fit could be narrowed by; each value, asked for, gives as many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from asked import later, march, undated
from store.readings import budget, ferry

from onrecord.ask import Facets, Question, facets, search
from onrecord.ask.candidates import Asked
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


NARROWED = {
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
