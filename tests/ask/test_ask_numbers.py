"""Numbers: each with its source, its bound and its words; what counts different things stands apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ask.asked import Told, later, march, undated
from msgspec import structs

from onrecord.ask.numbers.collect import numbers
from onrecord.ask.numbers.counted import counted_words
from onrecord.ask.numbers.figures import Figure, Numbers
from onrecord.ask.numbers.series import counts
from onrecord.ask.question import Question
from onrecord.errors import BadQuestion, EmptyQuery
from onrecord.judge.quantities import read_quantities
from onrecord.store import Store, open_store
from onrecord.types import Time


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        opened.add_many([march().reading(), later().reading(), undated().reading()])
        yield opened


def told(figure: Figure) -> str:
    """One line for a figure."""
    who = " and ".join(figure.speakers) or "?"
    return f"{figure.as_of} {who}: {figure.bound} {figure.low}–{figure.high} “{figure.words}”"


def table(found: Numbers) -> dict[str, list[str]]:
    return {counts(series): [told(figure) for figure in series.figures] for series in found.series}


def test_what_is_counted_is_grouped_by_date_with_source_bound_and_words(store: Store) -> None:
    found = numbers(store, Question(words="crews"))
    assert table(found) == {
        "“crews”": [
            "2024-03-04 Ilse Varga: at-least 12–None “At least 12”",
            "2024-03-20 Ilse Varga: about 30–30 “About 30”",
            "2024-03-20 Tomás Łódź: about None–None “Dozens of”",
        ],
        "“boats”": ["2024-03-20 Ilse Varga: exact 400–400 “400”"],
    }
    assert (found.figures, found.documents, found.capped) == (4, 2, False)


def test_the_difference_is_named(store: Store) -> None:
    assert numbers(store, Question(words="crews")).note == (
        "These count different things and are not compared: “crews” (3); “boats” (1)."
    )
    assert numbers(store, Question(words="dozens")).note is None


def test_what_was_asked_for_comes_first(store: Store) -> None:
    found = numbers(store, Question(words="boats"))
    assert [(series.counted, series.asked) for series in found.series] == [("boats", True), ("crews", False)]


def test_a_figure_shows_where_it_stands(store: Store) -> None:
    text = march().text
    figure = numbers(store, Question(who="Varga", published_to="2024-03-10", words="crews")).series[0].figures[0]
    assert figure.span.of(text) == figure.words == "At least 12"
    assert figure.statement == ("“At least 12 crews of the Ness Tunnel were laid off,”",)
    assert figure.paragraph.of(text) == figure.context
    assert (figure.publisher, figure.counted, figure.unit) == ("The Ness Courier", "crews", None)


def one(report: Told) -> Figure:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder, open_store(Path(folder) / "r.db", create=True) as opened:
        opened.add(report.reading())
        (series,) = numbers(opened, Question(words="boats")).series
        (figure,) = series.figures
    return figure


@pytest.mark.parametrize(
    ("own", "said", "expected"),
    [
        ("on 2 March", "on Monday", ("2024-03-02", "claim")),
        (None, "on Monday", ("2024-03-04", "said")),
        (None, None, ("2024-03-05", "published")),
    ],
)
def test_as_of_is_the_claims_own_time_or_when_it_was_said_or_printed(
    own: str | None, said: str | None, expected: tuple[str, str]
) -> None:
    report = Told({"published": "2024-03-05T08:00:00"})
    report.paragraph("The mayor said on Monday that 7 boats sank on 2 March.")
    words = "that 7 boats sank on 2 March"
    times = [report.time(own, "2024-03-02", "2024-03-03")] if own else []
    report.tell(
        words,
        said=report.time(said, "2024-03-04", "2024-03-05") if said else None,
        claims=[report.claim(words, numbers=[report.number("7", "7", "7", "boats")], times=times)],
    )
    figure = one(report)
    assert (figure.as_of, figure.as_of_by) == expected


@pytest.mark.parametrize(
    ("first", "end", "expected"),
    [
        ("2019-01-01", "2024-03-06", ("2024-03-05", "published")),  # since 2019
        ("2024-01-01", "2024-03-06", ("2024-03-05", "published")),  # since 2024, in that year
        ("2019-01-01", None, ("2024-03-05", "published")),  # since 2019, where nobody knows until when
        ("2019-01-01", "2020-01-01", ("2019-01-01", "claim")),  # in 2019
        (None, "2019-07-01", ("2019-06-30", "claim")),  # by June
        ("long ago", "2020", ("long ago", "claim")),  # an imported record may hold any words there
    ],
)
def test_since_when_it_is_counted_is_not_of_when_it_is(
    first: str | None, end: str | None, expected: tuple[str, str]
) -> None:
    report = Told({"published": "2024-03-05"})
    words = "7 boats sank since 2019"
    report.paragraph(f"The mayor said {words}.")
    time = Time(span=report.at("since 2019"), type="DATE", value="2019", from_=first, to=end, granularity="year")
    report.tell(words, claims=[report.claim(words, numbers=[report.number("7", "7", "7", "boats")], times=[time])])
    figure = one(report)
    assert (figure.as_of, figure.as_of_by) == expected


def test_nothing_tells_of_when_it_is() -> None:
    report = Told()
    report.paragraph("The mayor said that 7 boats sank.")
    words = "that 7 boats sank"
    report.tell(words, claims=[report.claim(words, "negative", numbers=[report.number("7", "7", "7", "boats")])])
    figure = one(report)
    assert (figure.as_of, figure.as_of_by, figure.negated) == (None, None, True)


def test_units_rates_and_changes_stand_apart(tmp_path: Path) -> None:
    report = Told()
    report.paragraph("He said 3 boats, the boat, and 3 per cent of boats.")
    three = report.at("3 boats")
    words = "3 boats, the boat, and 3 per cent of boats"
    report.tell(
        words,
        claims=[
            report.claim(
                words,
                numbers=[
                    report.number("3 boats", "3", "3", "boats"),
                    report.number("the boat", "1", "1", "the boat"),
                    report.number("3 per cent", "3", "3", "boats", unit="percent"),
                ],
            )
        ],
    )
    assert three
    with open_store(tmp_path / "r.db", create=True) as store:
        store.add(report.reading())
        found = numbers(store, Question(words="boats"))
    assert {counts(series): len(series.figures) for series in found.series} == {"“boats”": 2, "“boats” [percent]": 1}


def test_what_something_rose_to_is_how_much_there_is(tmp_path: Path) -> None:
    report = Told()
    report.paragraph("She said 3 boats lay there, up 2 boats, and that it had risen to 5 boats.")
    words = "3 boats lay there, up 2 boats, and that it had risen to 5 boats"
    figures = [("3 boats", "3", None), ("2 boats", "2", "up"), ("5 boats", "5", "to")]
    said = [
        structs.replace(report.number(place, value, value, "boats"), change=change) for place, value, change in figures
    ]
    report.tell(words, claims=[report.claim(words, numbers=said)])
    with open_store(tmp_path / "r.db", create=True) as store:
        store.add(report.reading())
        found = numbers(store, Question(words="boats"))
    assert {counts(series): len(series.figures) for series in found.series} == {"“boats”": 2, "“boats” [up]": 1}


def test_casualties_are_found_by_what_reports_call_them(tmp_path: Path) -> None:
    report = Told()
    report.paragraph("Police said 3 sailors were killed. The mayor said 7 divers were hurt and 9 boats were sold.")
    for words, number, of in (
        ("3 sailors were killed", "3 sailors", "sailors"),
        ("7 divers were hurt and 9 boats were sold", "7 divers", "divers"),
    ):
        figure = report.number(number, number[0], number[0], of)
        report.tell(words, claims=[report.claim(words, numbers=[figure])])
    with open_store(tmp_path / "r.db", create=True) as store:
        store.add(report.reading())
        found = numbers(store, Question(words=" Casualties"))
        assert sorted(series.counted for series in found.series) == ["divers", "sailors"]
        assert (found.note or "").startswith("Looked for any of: casualties, killed, dead, ")
        assert [series.counted for series in numbers(store, Question(words="deaths")).series] == ["sailors"]
        assert numbers(store, Question(words="casualties on boats")).series == ()
        with pytest.raises(BadQuestion, match="not by meaning"):
            numbers(store, Question(words="deaths", meaning=True))


def test_more_than_is_looked_at_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ask.numbers.collect.MOST_STATEMENTS", 2)
    found = numbers(store, Question(words="crews"))
    assert (found.capped, found.looked_at) == (True, 2)


def test_words_without_numbers_give_none(store: Store) -> None:
    found = numbers(store, Question(words="fish market"))
    assert (found.series, found.note, found.figures) == ((), None, 0)


def test_nothing_to_look_for_is_an_error(store: Store) -> None:
    with pytest.raises(EmptyQuery):
        numbers(store, Question(words="?!"))


def thing(said: str) -> tuple[str, ...]:
    """What the only number of a sentence counts, from the text on."""
    text = f"The mayor said on Monday that {said}."
    (found,) = read_quantities(text)
    assert found.of is not None, said
    return counted_words(found.of.of(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("14 people died", "14 people had died"),
        ("14 people died", "14 people were dead"),
        ("14 people died", "14 people have been killed"),
        ("14 people died", "14 people were left dead"),
        ("14 people died", "there were 14 deaths"),
        ("14 people died", "there were 14 fatalities"),
        ("14 people died", "the death toll was 14"),
        ("14 people died", "14 people were killed in the flood"),
        ("14 persons were killed", "14 people were killed"),
        ("14 civilians were killed", "14 civilians had died"),
        ("14 civilians were killed", "there were 14 civilian deaths"),
        ("14 people were injured", "14 people were wounded"),
        ("14 people were injured", "14 people were hurt"),
        ("14 people were injured", "there were 14 injuries"),
        ("14 homes were destroyed", "14 homes have been destroyed"),
        ("14 families were left homeless", "14 families were homeless"),
        ("14 crews left", "all 14 of the crews left"),
    ],
)
def test_it_is_one_thing_in_two_printings(one: str, other: str) -> None:
    assert thing(one) == thing(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("14 soldiers were killed", "14 civilians were killed"),
        ("14 people were killed", "14 people were injured"),
        ("14 people died", "14 people died of cold"),
        ("14 people died", "14 people died from the flu"),
        ("14 people died of cold", "14 people died of hunger"),
        ("14 people died", "14 people were feared dead"),
        ("14 people died", "14 people were presumed dead"),
        ("14 people died", "14 people were dead or missing"),
        ("14 people died", "14 people were killed or wounded"),
        ("14 people were left dead", "14 people were feared dead"),
        ("14 people died", "14 cows died"),
        ("14 people came", "14 people died"),
        ("14 homes were destroyed", "14 homes were damaged"),
        ("14 children were killed", "14 people were killed"),
        ("14 people were dead", "14 people were missing"),
        ("14 people were arrested", "14 people were detained"),
    ],
)
def test_they_are_two_things(one: str, other: str) -> None:
    assert thing(one) != thing(other)


@pytest.mark.parametrize("asked", ["dead", "deaths", "killed", "death toll", "Fatalities"])
def test_a_toll_is_found_whatever_it_is_called_and_is_one_series(tmp_path: Path, asked: str) -> None:
    report = Told({"published": "2024-03-05"})
    words = ("14 people died", "15 people had been killed", "16 deaths", "9 soldiers were killed")
    report.paragraph("The mayor said " + ". The mayor said ".join(words) + ".")
    for said in words:
        number, counted = said.split(" ", 1)
        numbers_of = [report.number(said, number, number, counted)]
        report.tell(said, claims=[report.claim(said, numbers=numbers_of)])
    with open_store(tmp_path / "r.db", create=True) as opened:
        opened.add(report.reading())
        found = numbers(opened, Question(words=asked))
    assert [(series.counted, len(series.figures), series.asked) for series in found.series] == [
        ("deaths", 3, True),
        ("soldiers were killed", 1, True),
    ]
    assert "Counted as one: “deaths” and “people died”, “people had been killed”." in (found.note or "")
