"""A document: its text, its id, and what is refused."""

from __future__ import annotations

import hashlib
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read.samples import GERMAN, REPORT

from onrecord.errors import InputError, NotEnglish, UnreadableInput
from onrecord.ids import identify
from onrecord.read import ReadOptions, make_document
from onrecord.read.dates import find_day, iso_day
from onrecord.read.document import LONGEST_TEXT


def test_the_text_is_kept_as_it_is() -> None:
    text = f"\n {REPORT}\r\n\t{REPORT}\u00a0\n\n"
    assert make_document(text, origin="a.txt").text == text


def test_the_id_is_of_address_day_and_text() -> None:
    one = make_document(REPORT, origin="a.txt")
    assert one.id == identify("", "", REPORT)
    assert (
        make_document(REPORT, origin="b.txt", title="T", publisher="P", authors=["A"], fetched="2021-11-05").id
        == one.id
    )
    dated = make_document(
        REPORT, origin="a.txt", url="https://Echo.example:443/a?utm_source=x#top", published="2021-11-04"
    )
    assert dated.id == identify("https://echo.example/a", "2021-11-04", REPORT)
    assert len({one.id, dated.id, make_document(REPORT + " ", origin="a.txt").id}) == 3


def test_the_digest_is_of_the_bytes_that_were_read() -> None:
    raw = REPORT.encode("cp1252")
    assert make_document(REPORT, origin="a.txt", raw=raw).sha256 == hashlib.sha256(raw).hexdigest()
    assert make_document(REPORT, origin="a.txt").sha256 == hashlib.sha256(REPORT.encode()).hexdigest()


def test_only_the_day_of_publication_is_kept() -> None:
    assert make_document(REPORT, origin="a.txt", published="2021-11-04T23:30:00-05:00").published == "2021-11-04"


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b\ufeff", "12 34 — …"])
def test_a_text_without_a_word_is_empty(text: str) -> None:
    with pytest.raises(UnreadableInput, match="is empty: it holds no word"):
        make_document(text, origin="a.txt")


@pytest.mark.parametrize("text", [REPORT + "\0", "\x01" * 20 + REPORT])
def test_a_binary_text_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match="is a binary file"):
        make_document(text, origin="a.txt")


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="character 4 is half a surrogate pair"):
        make_document("said\ud83d", origin="a.txt")


def test_another_language_is_refused_by_name() -> None:
    with pytest.raises(NotEnglish, match=r"a\.txt: is in 'de', not English") as caught:
        make_document(GERMAN, origin="a.txt")
    assert caught.value.language == "de"


def test_a_text_is_taken_up_to_the_longest_and_refused_beyond() -> None:
    text = (f"{REPORT}\n" * (LONGEST_TEXT // len(REPORT)))[:LONGEST_TEXT]
    assert make_document(text, origin="a.txt").text is text
    with pytest.raises(UnreadableInput, match=r"a\.txt: holds 3,000,000 characters, over 2,000,000 for one report"):
        make_document(text + "a " * 500_000, origin="a.txt")


@pytest.mark.parametrize("published", ["14/03/2022", "March 2022", "2022-02-30", "tomorrow", "18902-01-01"])
def test_a_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(InputError, match="give the date as year-month-day, such as 2022-03-14"):
        ReadOptions(published=published)
    with pytest.raises(InputError, match="such as 2022-03-14"):
        make_document(REPORT, origin="a.txt", published=published)


def test_options_name_our_fields_only() -> None:
    with pytest.raises(InputError, match="fields: got 'headline'; the names are text, title, url"):
        ReadOptions(fields={"headline": "h"})


def test_options_can_be_sent_to_workers() -> None:
    options = ReadOptions(published="2022-03-14T10:00", fields={"text": "body"})
    assert options.published == "2022-03-14"
    assert pickle.loads(pickle.dumps(options)) == options


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2022-03-14", "2022-03-14"),
        ("2022-03-14T10:00:00Z", "2022-03-14"),
        ("2022-03-14 23:59:59+02:00", "2022-03-14"),
        ("Mon, 14 Mar 2022 10:00:00 GMT", "2022-03-14"),
        ("14 March 2022", "2022-03-14"),
        ("March 14, 2022", "2022-03-14"),
        ("Mar 14, 2022", "2022-03-14"),
        ("2022/03/14", "2022-03-14"),
        (1647252000, "2022-03-14"),
        (1647252000000.0, "2022-03-14"),
        ("03/04/2022", None),
        ("14.03.22", None),
        ("yesterday", None),
        ("31 February 2022", None),
        ("18902", None),
        (2022, None),
        (True, None),
        (float("nan"), None),
        (float("inf"), None),
        (None, None),
        ([], None),
        ("9" * 10**5, None),
    ],
)
def test_dates_in_tables(value: object, day: str | None) -> None:
    assert find_day(value) == day


@given(st.one_of(st.text(), st.floats(), st.integers()))
def test_any_cell_is_a_day_or_none(value: object) -> None:
    day = find_day(value)
    assert day is None or iso_day(day) == day
