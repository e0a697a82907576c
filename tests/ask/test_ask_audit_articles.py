"""The articles that an audit counts, listed: of each number of articles, exactly those."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from ask.asked import Told, later, march, undated

from onrecord.ask.audit.articles import Articles, articles
from onrecord.ask.audit.count import audit
from onrecord.ask.people.listing import people
from onrecord.ask.question import Question
from onrecord.errors import BadQuestion, EmptyQuery
from onrecord.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        opened.add_many([march().reading(), later().reading(), undated().reading(), crews().reading()])
        yield opened


def crews() -> Told:
    """A joint statement of somebody not named and somebody named, after a headline; then one by the named."""
    report = Told({"published": "2024-04-01", "publisher": "Sound Herald", "origin": "crews.txt", "title": "Unasked"})
    abara, them = report.entity("Jon Abara"), report.entity("the crews", kind="group", named=False)
    report.paragraph("Nobody asked", "headline")
    report.tell("Nobody asked", speakers=[abara])
    report.paragraph("“Nobody asked us,” the crews and Jon Abara said. The Ness Tunnel is old, Abara said.")
    report.tell("“Nobody asked us,”", speakers=[them, abara])
    report.tell("The Ness Tunnel is old", speakers=[abara])
    return report


def listed(found: Articles) -> list[tuple[str | None, str, int]]:
    """Title, first words and number of statements of each."""
    return [(one.hit.title, one.hit.words[0], one.statements) for one in found.articles]


def test_all_articles_with_their_first_statement_and_how_many_they_have(store: Store) -> None:
    assert listed(articles(store)) == [
        ("Unasked", "“Nobody asked us,”", 2),
        ("Tunnel stays", "Vellmark will not close the Ness Tunnel", 5),
        ("Tunnel to close", "that Vellmark will close the Ness Tunnel", 3),
        ("Notes", "“They will close the Ness Tunnel.”", 3),
    ]


def test_by_who_comes_first_and_of_a_joint_statement_its_first_speaker_counts(store: Store) -> None:
    assert [title for title, *_ in listed(articles(store, first="named"))] == ["Tunnel stays", "Tunnel to close"]
    assert [title for title, *_ in listed(articles(store, first="unnamed"))] == ["Unasked"]
    assert [title for title, *_ in listed(articles(store, first="unknown"))] == ["Notes"]


@pytest.mark.parametrize(
    "asked",
    [
        Question(),
        Question(publisher="sound herald"),
        Question(published_from="2024-03-10", published_to="2024-05"),
        Question(words="crews"),
        Question(words="tunnel", who="Abara"),
        Question(about="Vellmark"),
        Question(without=("date",)),
    ],
)
def test_every_number_of_articles_is_the_length_of_its_list(store: Store, asked: Question) -> None:
    found = audit(store, asked)
    assert found.total.documents > 0
    for row in (found.total, *found.publishers, *found.months, *found.cells):
        assert row.question is not None
        assert articles(store, row.question).total == row.documents == len(articles(store, row.question).articles)
        firsts = [articles(store, row.question, first=first).total for first in ("named", "unnamed", "unknown")]
        assert firsts == [row.first_named, row.first_unnamed, row.first_unknown]
    for share in found.first:
        assert share.question is not None
        assert share.first is not None
        assert len(articles(store, share.question, first=share.first).articles) == share.statements


def test_the_number_of_sources_is_the_length_of_the_list_of_people(store: Store) -> None:
    for row in (audit(store).total, audit(store, Question(words="crews")).total):
        assert row.question is not None
        assert people(store, row.question).total == row.concentration.speakers


def test_of_words_the_first_statement_that_has_them(store: Store) -> None:
    found = articles(store, Question(words="crews"))
    assert listed(found) == [
        ("Tunnel stays", "About 30 crews of the Ness Tunnel were laid off and 400 boats lay idle", 2),
        ("Tunnel to close", "“At least 12 crews of the Ness Tunnel were laid off,”", 1),
    ]


def test_pages(store: Store) -> None:
    asked = Question(limit=3)
    first = articles(store, asked)
    assert (len(first.articles), first.total, first.after) == (3, 4, 3)
    last = articles(store, asked, offset=3)
    assert ([title for title, *_ in listed(last)], last.after) == (["Notes"], None)
    assert articles(store, asked, offset=9).articles == ()


def test_an_article_that_is_corrected_is_listed_as_it_is_now(store: Store) -> None:
    """Its first statement is rejected; the second one, by somebody named, comes first."""
    first = articles(store, first="unnamed").articles[0].hit
    store.judge("reject", first.statement.id, document_id=first.document_id, author="ada")
    assert articles(store, first="unnamed").total == 0
    assert listed(articles(store, first="named"))[0] == ("Unasked", "The Ness Tunnel is old", 1)


def test_a_part_is_told_to_be_one(store: Store) -> None:
    assert articles(store, most=5).capped
    assert articles(store, most=5).total == audit(store, most=5).total.documents


def test_what_cannot_be_asked(store: Store) -> None:
    with pytest.raises(EmptyQuery):
        articles(store, Question(words="!!"))
    with pytest.raises(BadQuestion):
        articles(store, Question(published_from="soon"))


def test_an_empty_record(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", create=True) as store:
        found = articles(store)
    assert msgspec.structs.astuple(found)[2:] == ((), 0, None, False)
