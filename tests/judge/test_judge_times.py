"""Time expressions: the table in ``times.txt``, and what holds of any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.judge.times import TimeExpression, read_times
from onrecord.judge.times.grammar import RULES, load_grammar
from onrecord.judge.times.holidays import easter
from onrecord.judge.times.numerals import read_number
from onrecord.judge.times.periods import add_months, period

TABLE = Path(__file__).with_name("times.txt").read_text(encoding="utf-8")


def cases() -> Iterator[tuple[str | None, str, str]]:
    """Date of publication, marked text, and what is expected, a line an expression."""
    published: str | None = None
    marked, expected = "", []
    for line in [*TABLE.split("\n\n", 1)[1].splitlines(), "#"]:
        if line.startswith("  "):
            expected.append(line.strip())
            continue
        if marked:
            yield published, marked, "\n".join(expected)
        marked, expected = "", []
        if line.startswith("@"):
            published = None if line == "@ no date" else line[2:]
        elif line and not line.startswith("#"):
            marked = line


def spelt(found: TimeExpression) -> str:
    interval = f"{found.start or '…'} – {found.end or '…'}" if found.start or found.end else "-"
    parts = [f"{found.type} {found.value or '?'}", interval, found.granularity or "-"]
    return " | ".join(parts + ([found.mod] if found.mod else []))


def in_brackets(text: str, found: tuple[TimeExpression, ...]) -> str:
    for expression in reversed(found):
        start, end = expression.span
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(("published", "marked", "expected"), list(cases()))
def test_the_table(published: str | None, marked: str, expected: str) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    found = read_times(text, published)
    assert in_brackets(text, found) == marked
    assert "\n".join(map(spelt, found)) == expected


def test_every_rule_has_a_case() -> None:
    read = {
        found.rule for published, marked, _ in cases() for found in read_times(re.sub(r"[\[\]]", "", marked), published)
    }
    assert read == {rule.name for rule in RULES}


def test_what_is_not_known_says_why() -> None:
    (week,) = read_times("She left last week.")
    assert (week.value, week.start, week.end) == (None, None, None)
    assert week.note is not None
    assert "date of publication" in week.note
    (known,) = read_times("She left last week.", "2022-03-18")
    assert known.note is None


@pytest.mark.parametrize("published", ["2022-03-18", "2022-03-18T09:30:00+02:00", date(2022, 3, 18)])
def test_a_date_of_publication_may_be_a_moment(published: str | date) -> None:
    (found,) = read_times("She left yesterday.", published)
    assert found.value == "2022-03-17"


@pytest.mark.parametrize("published", ["18902", "2022-02-30", "yesterday", "", "9999-01-01", "0099-01-01"])
def test_an_impossible_date_of_publication_is_refused(published: str) -> None:
    with pytest.raises(InputError, match="year-month-day"):
        read_times("She left yesterday.", published)


def test_the_ends_of_the_calendar() -> None:
    for text in ("99999 years ago", "ninety million years ago", "9999999 weeks from now", "two thousand years ago"):
        for published in ("1600-01-01", "2999-12-31", "2022-03-18"):
            read_times(f"{text}, last week, next century, on Thursday, this weekend, in May, on 5 May.", published)
    assert [found.value for found in read_times("On 0001-01-01, 9998-12-31, 9999-12-31 and 31/12/9999.")] == [
        "0001-01-01",
        "9998-12-31",
        None,
    ]


@pytest.mark.parametrize(
    ("words", "number", "used", "year"),
    [
        ("twenty four hours", 24, 2, False),
        ("two hundred and five people", 205, 4, False),
        ("a hundred", None, 0, False),
        ("three million five", 3_000_005, 3, False),
        ("nineteen ninety six", 1996, 3, True),
        ("twenty twenty two", 2022, 3, True),
        ("five six", 5, 1, False),
    ],
)
def test_numbers_in_words(words: str, number: int | None, used: int, year: bool) -> None:
    assert read_number(words.split()) == (None if number is None else (number, used, year))


def test_easter() -> None:
    assert [easter(year) for year in (2000, 2019, 2022, 2024)] == [
        date(2000, 4, 23),
        date(2019, 4, 21),
        date(2022, 4, 17),
        date(2024, 3, 31),
    ]


def test_months_are_added_to_a_day_that_there_is() -> None:
    assert add_months(date(2022, 1, 31), 1) == date(2022, 2, 28)
    assert add_months(date(2024, 2, 29), -12) == date(2023, 2, 28)
    assert add_months(date(9998, 12, 1), 1) is None


@given(day=st.dates(), unit=st.sampled_from(["century", "decade", "year", "half", "quarter", "month", "week", "day"]))
def test_a_period_holds_its_days(day: date, unit: str) -> None:
    held = period(unit, day)  # type: ignore[arg-type]  # a granularity by its name
    assert held.start <= day
    assert day < held.end or held.end.year >= 9998


VOCABULARY = sorted(
    {*load_grammar().symbols.words, "7", "24", "31", "1989", "2022", "18902", "7:15", "p.m.", "2 1/2", "18th", "1990s"}
    | {"2021-02-30", "30/02/2021", "May", "March", "Thursday", "Sun", "Dec.", ",", ".", "\n\n", "–", "-", "$", "%", "İ"}
)
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=30).map(" ".join)
DATES = st.none() | st.dates(date(1600, 1, 1), date(2999, 12, 31)).map(str)


@given(text=st.one_of(WORDS, st.text(max_size=200)), published=DATES)
def test_what_holds_of_any_text(text: str, published: str | None) -> None:
    found = read_times(text, published)
    assert found == read_times(text, published)
    ends = [0, *(expression.span.end for expression in found)]
    for expression, end in zip(found, ends, strict=False):
        assert end <= expression.span.start < expression.span.end <= len(text)
        assert expression.type in ("DATE", "TIME", "DURATION", "SET")
        assert expression.value is None or re.fullmatch(r"[A-Z0-9:.+_-]+", expression.value)
        assert expression.value is not None or expression.note is not None
        if expression.start is not None and expression.end is not None:
            assert expression.start < expression.end
        if expression.type == "SET":
            assert expression.start is expression.end is None


@given(text=WORDS)
def test_capitals_of_the_rest_change_no_place_of_figures(text: str) -> None:
    """Words around a full date neither hide nor stretch it."""
    found = read_times(f"{text} ; 2021-07-04 ; {text}", "2022-03-18")
    start = len(text) + 3
    assert any(expression.span == (start, start + 10) and expression.value == "2021-07-04" for expression in found)
