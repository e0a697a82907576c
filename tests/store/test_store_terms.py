"""Terms: what a statement can be chosen by is found, and a range of time finds what meets it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text, update
from store.readings import budget, ferry

from onrecord.spans import Span
from onrecord.store import open_store
from onrecord.store.fill import fill_terms
from onrecord.store.tables import statements
from onrecord.store.terms import ABOUT, PUBLISHED, _of_time, publisher_digest, range_terms, terms_of
from onrecord.types import Time

days = st.dates(date(1, 1, 1), date(9998, 12, 31))
spells = st.integers(0, 200_000).map(lambda length: timedelta(days=length))


def test_the_terms_of_a_statement() -> None:
    reading = budget().reading()
    warning = reading.statements[0]
    varga, council, _ = reading.entities
    found = terms_of(reading.document, warning, [varga], [council])
    readable = [term for term in found if term[0] not in "dpqr"]
    assert readable == [
        *("awarn", "findirect", "kperson", "nyes", "vcouncil", "vness", "vthe", "wilse", "wms", "wvarga"),
        *("xbody", "xplain", "xsaid", "y20", "y202", "y2024", "y202405"),
    ]
    assert f"p{publisher_digest('the NESS courier')}" in found


def test_a_name_is_one_and_an_unnamed_source_is_of_its_document() -> None:
    first, second = ferry(id="f").reading(), budget(id="b").reading()

    def person(reading, place):  # type: ignore[no-untyped-def]
        found = terms_of(reading.document, reading.statements[0], [reading.entities[place]], [])
        return [term for term in found if term[0] == "q"]

    assert person(first, 0) == person(second, 0)
    assert person(first, 2) != person(second, 2)


@given(days, spells, days, spells)
def test_a_range_finds_what_meets_it(first: date, length: timedelta, start: date, spell: timedelta) -> None:
    last, end = (min(x, date(9998, 12, 31) - y) + y for x, y in ((first, length), (start, spell)))
    time = Time(span=Span(0, 1), type="DATE", from_=first.isoformat(), to=last.isoformat())
    has, asked = set(_of_time(ABOUT, time)), set(range_terms(ABOUT, start.isoformat(), end.isoformat()))
    assert len(has) < 300
    assert len(asked) < 300
    if first <= end and start <= last:
        assert has & asked
    if (first - end).days > 31 or (start - last).days > 31:
        assert not has & asked


def test_an_open_side() -> None:
    day = {f"{PUBLISHED}{node}" for node in ("20", "202", "2024", "202405")}
    assert day & set(range_terms(PUBLISHED, "2024-05-02", None))
    assert day & set(range_terms(PUBLISHED, None, "2024-05-02"))
    assert not day & set(range_terms(PUBLISHED, "2024-06", None))
    assert not day & set(range_terms(PUBLISHED, None, "2024-04"))


@pytest.mark.parametrize("value", ["", "soon", "-200", "2024-13", "99999"])
def test_a_time_that_is_none_has_no_terms(value: str) -> None:
    assert list(_of_time(ABOUT, Time(span=Span(0, 1), type="DATE", from_=value, to=value))) == []


def test_a_record_without_terms_is_filled(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db", create=True) as store:
        store.add_many([ferry().reading(), budget().reading()])
        with store.writing() as connection:
            before = connection.scalars(select(statements.c.terms)).all()
            connection.execute(text("INSERT INTO statement_words (statement_words) VALUES ('delete-all')"))
            connection.execute(update(statements).values(terms=""))
            connection.execute(text("INSERT INTO statement_words (statement_words) VALUES ('rebuild')"))
            fill_terms(connection)
            assert connection.scalars(select(statements.c.terms)).all() == before
            check = "INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)"
            connection.execute(text(check))
