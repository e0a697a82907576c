"""Audit: who gets quoted, counted as a search would list it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
from ask.asked import Told, later, march, undated
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ask import search
from onrecord.ask.audit.concentration import concentrations
from onrecord.ask.audit.count import audit
from onrecord.ask.audit.shares import Audit, AuditRow, Concentration, Share
from onrecord.ask.question import Question
from onrecord.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        opened.add_many([march().reading(), later().reading(), undated().reading(), joint().reading()])
        yield opened


def joint() -> Told:
    """One statement that a named and an unnamed make together, of four words; one thought; one not said."""
    report = Told({"published": "2024-04-01", "publisher": "Sound Herald", "origin": "joint.txt"})
    abara, crews = report.entity("Jon Abara"), report.entity("the crews", kind="group", named=False)
    report.paragraph("“Nobody asked us anything,” Jon Abara and the crews said.")
    report.tell("“Nobody asked us anything,”", speakers=[abara, crews])
    report.paragraph("The crews think it is late. Abara did not say who would pay.")
    report.tell("it is late", speakers=[crews], act="think")
    report.tell("who would pay", speakers=[abara], negated=True)
    return report


def shares(found: tuple[Share, ...]) -> dict[str, tuple[int, int]]:
    return {share.label: (share.statements, share.words) for share in found}


def test_named_or_not_of_what_kind_and_in_what_form(store: Store) -> None:
    found = audit(store)
    assert found.total.statements == 14, "headlines do not count"
    assert {label: number for label, (number, _) in shares(found.naming).items()} == {
        "named": 9,
        "not named": 5,
        "not known": 1,
    }
    assert {label: number for label, (number, _) in shares(found.kinds).items()} == {
        "person": 9,
        "group": 4,
        "organisation": 1,
    }
    assert {label: number for label, (number, _) in shares(found.forms).items()} == {"direct": 4, "indirect": 10}


def test_words_are_of_what_was_said(store: Store) -> None:
    found = audit(store, Question(published_from="2024-04-01"))
    assert shares(found.naming) == {"named": (2, 4), "not named": (2, 4)}
    assert found.total.words == 4
    assert found.total.named_words == 4


def test_shares_are_of_all_statements(store: Store) -> None:
    found = audit(store)
    named = found.naming[0]
    assert named.share == pytest.approx(9 / 14, abs=1e-4)
    assert named.word_share == pytest.approx(named.words / found.total.words, abs=1e-4)


def test_every_number_opens_its_list(store: Store) -> None:
    found = audit(store)
    counted = [*found.naming, *found.kinds, *found.forms, *found.speakers]
    rows = [found.total, *found.publishers, *found.months, *found.cells]
    assert len(counted) + len(rows) > 20
    for number, question in ((one.statements, one.question) for one in (*counted, *rows)):
        assert question is not None
        assert len(search(store, msgspec.structs.replace(question, limit=100)).hits) == number, question


def test_the_first_position(store: Store) -> None:
    """One article opens with a minister after its headline, one too, one with nobody known, one with a named man."""
    assert {share.label: share.statements for share in audit(store).first} == {"named": 3, "not known": 1}


def row(found: Audit, label: str) -> AuditRow:
    return next(one for one in (*found.publishers, *found.months, *found.cells) if one.label == label)


def test_by_publisher_and_month(store: Store) -> None:
    found = audit(store)
    assert [(one.label, one.statements) for one in found.publishers] == [
        ("Sound Herald", 8),
        ("The Ness Courier", 3),
        ("publisher not known", 3),
    ]
    assert [(one.label, one.statements) for one in found.months] == [
        ("2024-03", 8),
        ("2024-04", 3),
        ("date not known", 3),
    ]
    cell = row(found, "Sound Herald, 2024-04")
    assert (cell.documents, cell.statements, cell.named, cell.unnamed, cell.persons, cell.groups) == (1, 3, 2, 2, 2, 2)
    unknown = row(found, "publisher not known, date not known").question
    assert unknown is not None
    assert unknown.without == ("date", "publisher")


def test_the_most_quoted(store: Store) -> None:
    found = audit(store)
    assert [(one.label, one.statements) for one in found.speakers[:3]] == [
        ("Ilse Varga", 4),
        ("Jon Abara", 2),
        ("Tomás Łódź", 2),
    ]
    assert found.total.concentration.speakers == 7
    assert found.total.concentration.top_1 == pytest.approx(4 / 14, abs=1e-4)


def test_a_part_is_told_to_be_one(store: Store) -> None:
    found = audit(store, most=5)
    assert found.capped
    assert found.total.statements <= 5
    assert not audit(store).capped


def test_an_empty_record(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", create=True) as store:
        found = audit(store)
    assert (found.total.statements, found.naming, found.publishers) == (0, (), ())
    assert found.total.concentration.gini == 0


def test_a_date_that_is_none_is_not_known(store: Store) -> None:
    store.add(march(published="soon", id="other").reading())
    found = row(audit(store), "date not known")
    assert found.statements == 6
    assert found.question is not None
    assert search(store, found.question).total == 6


def test_a_year_alone_is_no_month_and_yet_a_date(store: Store) -> None:
    """No list is opened that would be shorter than its number."""
    store.add(march(published="2024", id="other").reading())
    found = audit(store)
    assert (row(found, "date not known").statements, row(found, "date not known").question) == (6, None)
    assert row(found, "The Ness Courier, date not known").question is None


def test_what_is_not_known_is_counted_by_itself(store: Store) -> None:
    assert audit(store, Question(without=("speaker",))).total.statements == 1
    found = audit(store, Question(without=("publisher",)))
    assert (found.total.statements, found.total.documents, found.total.unknown) == (3, 1, 1)


def test_an_empty_publisher_is_not_known(store: Store) -> None:
    store.add(march(publisher="", id="other").reading())
    found = row(audit(store), "publisher not known")
    assert found.statements == 6
    assert found.question is not None
    assert search(store, found.question).total == 6


def concentration(counts: list[int]) -> Concentration:
    """That of the second of three groups."""
    groups = np.array([0, 2, 2, *[1] * len(counts)])
    return concentrations(groups, np.array([7, 3, 60, *counts]), 3)[1]


def test_concentration() -> None:
    even = concentration([5] * 20)
    assert (even.top_1, even.top_5, even.top_10, even.gini) == (0.05, 0.25, 0.5, 0)
    one = concentration([97, 1, 1, 1])
    assert one.top_1 == 0.97
    assert one.gini == pytest.approx(0.72)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=12))
def test_gini_is_half_the_mean_difference_over_the_mean(counts: list[int]) -> None:
    pairs = sum(abs(one - other) for one in counts for other in counts)
    expected = pairs / (2 * len(counts) * sum(counts)) if sum(counts) else 0
    found = concentration(counts)
    assert found.gini == pytest.approx(expected, abs=0.501e-4)
    top = sorted(counts, reverse=True)
    shares = [round(sum(top[:most]) / sum(counts), 4) if sum(counts) else 0 for most in (1, 5, 10)]
    assert [found.top_1, found.top_5, found.top_10] == shares
    assert found.speakers == len(counts)


def test_words_are_asked_for_where_a_search_would_rank_by_meaning(store: Store) -> None:
    by_words = audit(store, Question(words="nobody"))
    assert by_words.total.statements == 1
    by_meaning = audit(store, Question(words="nobody", meaning=True))
    assert by_meaning.total == msgspec.structs.replace(by_words.total, question=by_meaning.question)
