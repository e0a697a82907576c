"""Charts: every point where its number says, a title and a table with each, and nothing that a document brings runs."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.show.charts import Bar, Dot, Interval, bars, intervals, line, timeline
from onrecord.show.plates import Cell, Table, charts_css, table_html
from onrecord.show.scale import Axis, day_number, day_ticks, spelled, value_axis

TABLE = Table(("who", "how many"), ((Cell("Ilse Varga", "#e-1"), Cell("3", number=True)),))
HOSTILE = "<script>alert(1)</script>\u202e\x1b[31m\"'&"


def svg(page: str) -> ElementTree.Element:
    """The plot of a figure, as XML that is well-formed."""
    found = re.search(r"<svg.*</svg>", page, re.DOTALL)
    assert found is not None
    return ElementTree.fromstring(found[0])


def elements(page: str, tag: str, kind: str) -> list[ElementTree.Element]:
    return [one for one in svg(page).iter(tag) if kind in (one.get("class") or "").split()]


def test_bars_are_as_long_as_their_amounts() -> None:
    page = bars("b", "Named or not", [Bar("named", 60, "60"), Bar("not named", 30, "30"), Bar("none", 0, "0")], TABLE)
    widths = [float((one.get("width") or "").removesuffix("%")) for one in elements(page, "rect", "bar")]
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.1)
    assert widths[2] == 0


def test_every_plot_has_a_title_a_description_and_a_table() -> None:
    plots = [
        bars("a", "Title", [Bar("named", 1, "1")], TABLE),
        line("a", "Title", [("2024-01", 1), ("2024-02", 2)], TABLE),
        intervals("a", "Title", [Interval("2024-03-04", 12, None, "12")], TABLE),
        timeline("a", "Title", [Dot("2024-03-04", "Varga"), Dot("2024-03-09", "Varga")], TABLE),
    ]
    for page in plots:
        drawing = svg(page)
        assert drawing.get("role") == "img"
        ids = (drawing.get("aria-labelledby") or "").split()
        assert [drawing.find(f"*[@id='{name}']").tag for name in ids] == ["title", "desc"]  # type: ignore[union-attr]
        assert all(drawing.find(f"*[@id='{name}']").text for name in ids)  # type: ignore[union-attr]
        assert '<td><a href="#e-1">Ilse Varga</a></td><td class="n">3</td>' in page
        assert "style=" not in page
        assert "<script" not in page


def test_nothing_gives_no_plot() -> None:
    assert bars("a", "T", [], TABLE) == ""
    assert line("a", "T", [("2024-01", 1)], TABLE) == "", "a line needs two points"
    assert intervals("a", "T", [Interval("2024-03-04", None, None, "dozens")], TABLE) == ""
    assert timeline("a", "T", [Dot("no date", "Varga")], TABLE) == ""
    assert timeline("a", "T", [Dot("2024-03-04", "Varga"), Dot("2024-03-04", "Łódź")], TABLE) == "", "no time passes"


def test_a_range_has_two_ends_an_open_one_runs_to_the_edge_and_a_vague_one_has_no_mark() -> None:
    shown = [
        Interval("2024-03-04", 10, 20, "ten to twenty"),
        Interval("2024-03-05", 15, None, "at least 15"),
        Interval("2024-03-06", 12, 12, "12"),
        Interval("2024-03-07", None, None, "dozens"),
    ]
    page = intervals("a", "Crews", shown, TABLE)
    ranges, dots = elements(page, "line", "range"), elements(page, "circle", "dot")
    assert len(ranges) == 2
    assert len(dots) == 2 + 1 + 1
    (open_one,) = elements(page, "line", "open")
    assert float(open_one.get("y2") or "") == 12, "the upper edge"
    assert "1 without a date or an amount have no mark" in page


def test_figures_of_one_day_stand_side_by_side() -> None:
    shown = [Interval("2024-03-04", amount, amount, "x") for amount in (1, 2, 3)]
    page = intervals("a", "T", [*shown, Interval("2024-03-05", 4, 4, "x")], TABLE)
    places = [one.get("cx") for one in elements(page, "circle", "dot")]
    assert len(set(places)) == 4
    assert "<figcaption>T, by date</figcaption>" in page


def test_where_all_figures_are_of_one_day_each_has_a_row_with_its_amount_from_left_to_right() -> None:
    shown = [Interval("2024-03-04", 30, 30, "Varga: 30"), Interval("2024-03-04", 10, None, "Rask: at least 10")]
    page = intervals("a", "Crews", shown, TABLE)
    assert "<figcaption>Crews, 4 Mar 2024</figcaption>" in page
    assert [one.text for one in elements(page, "text", "label")] == ["Varga: 30", "Rask: at least 10"]
    varga, rask = elements(page, "circle", "dot")
    assert float((varga.get("cx") or "").removesuffix("%")) > float((rask.get("cx") or "").removesuffix("%"))
    assert varga.get("cy") != rask.get("cy")
    (open_one,) = elements(page, "line", "open")
    assert open_one.get("x2") == "98.00%", "the right edge"


def test_a_hundred_figures_of_one_day_are_drawn_in_part() -> None:
    page = intervals("a", "T", [Interval("2024-03-04", amount, amount, "x") for amount in range(1, 101)], TABLE)
    assert len(elements(page, "circle", "dot")) == 30
    assert "100 figures of 4 Mar 2024, the first 30 drawn" in page


def test_amounts_far_apart_are_on_a_logarithmic_scale() -> None:
    page = intervals("a", "T", [Interval("2024-03-04", 6, 6, "6"), Interval("2024-03-05", 6000, 6000, "x")], TABLE)
    assert "The scale is logarithmic" in page


def test_a_timeline_has_a_lane_for_each_and_hollow_dots_for_what_was_only_spoken_of() -> None:
    page = timeline(
        "a", "T", [Dot("2024-03-04", "Varga"), Dot("2024-06-01", "Varga", hollow=True), Dot("2024", "Łódź")], TABLE
    )
    assert len(elements(page, "circle", "hollow")) == 1
    assert len(elements(page, "circle", "dot")) == 2
    assert [one.text for one in elements(page, "text", "label")] == ["Varga", "Łódź"]


def test_what_a_document_brings_is_text() -> None:
    table = Table((HOSTILE,), ((Cell(HOSTILE),),))
    plots = [
        bars("a", HOSTILE, [Bar(HOSTILE, 1, HOSTILE)], table),
        intervals("a", HOSTILE, [Interval("2024-03-04", 1, 2, HOSTILE)], table),
        timeline("a", HOSTILE, [Dot("2024-03-04", HOSTILE), Dot("2024-03-05", HOSTILE)], table),
        table_html(table),
    ]
    for page in plots:
        assert "<script>" not in page
        assert "\u202e" not in page
        assert "\x1b" not in page


def test_the_sheet_has_no_address() -> None:
    assert not any(word in charts_css() for word in ("http", "url(", "@import"))


@given(st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=20))
def test_a_scale_holds_its_values_in_order(values: list[float]) -> None:
    axis = value_axis(values, 200)
    placed = [axis.at(value) for value in sorted(values)]
    assert placed == sorted(placed)
    assert all(0 <= spot <= 200 for spot in placed)
    assert 1 <= len(axis.ticks()) <= 20


@given(st.dates(), st.dates())
def test_ticks_of_days_are_few_in_order_and_inside(one: object, other: object) -> None:
    first, last = sorted((day_number(str(one)) or 1, day_number(str(other)) or 1))
    ticks = [day for day, _ in day_ticks(first, last)]
    assert 1 <= len(ticks) <= 8
    assert ticks == sorted(set(ticks))
    assert first <= ticks[0]
    assert ticks[-1] <= last


@pytest.mark.parametrize(
    ("day", "same"), [("2024-03", "2024-03-01"), ("2024", "2024-01-01"), ("2024-03-12T08:00", "2024-03-12")]
)
def test_days(day: str, same: str) -> None:
    assert day_number(day) == day_number(same) is not None


@pytest.mark.parametrize("day", ["", "no", "2024-13", "2024-02-30", "XXXX-03", "99999999", "0", "²"])
def test_what_is_no_day(day: str) -> None:
    assert day_number(day) is None


@pytest.mark.parametrize(
    ("value", "words"), [(1200, "1,200"), (0.25, "0.25"), (3.4e6, "3.4 million"), (7, "7"), (2e12, "2 trillion")]
)
def test_numbers_are_spelled_short(value: float, words: str) -> None:
    assert spelled(value) == words


def test_days_tell_the_year_where_it_is_another() -> None:
    first, last = day_number("2024-12-20") or 0, day_number("2025-01-20") or 0
    assert [label for _, label in day_ticks(first, last)] == ["20 Dec 2024", "28 Dec", "5 Jan 2025", "13 Jan"]


def test_an_axis_of_one_value_stands_in_the_middle() -> None:
    assert Axis(3, 3, 100).at(3) == 50


@pytest.mark.parametrize("least", [150.0, 1000.0, 0.5])
def test_an_open_side_is_drawn_above_the_greatest_figure(least: float) -> None:
    drawn = intervals("a", "b", [Interval("2024-03-12", least, None, "at least")], TABLE)
    assert 'class="range open"' in drawn
