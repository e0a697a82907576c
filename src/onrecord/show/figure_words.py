"""Figures in words, and as marks of a plot."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from onrecord.show.charts import Interval, intervals
from onrecord.show.plates import Cell, Table
from onrecord.show.wording import PAST, listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.ask.numbers.figures import Figure, Series

_BOUNDS = {
    "exact": "",
    "about": "about ",
    "at-least": "at least ",
    "at-most": "at most ",
    "more-than": "more than ",
    "less-than": "less than ",
    "range": "",
}
_SINCE = {"claim": "as of", "said": "said", "published": "published"}

FIGURE_HEADING = ("as of", "source", "figure", "words", "counts", "report")


def amount_words(figure: Figure) -> str:
    """A figure with its bound and unit: "at least 12", "10–20 percent"; "vague" where it has no amount."""
    if figure.low is None and figure.high is None:
        return "vague"
    low, high = figure.low, figure.high
    number = low if high in (None, low) else high if low is None else f"{low}–{high}"
    unit = f" {figure.unit}" if figure.unit else ""
    per = f" per {figure.per}" if figure.per else ""
    change = f"{figure.change} " if figure.change else ""
    return f"{change}{_BOUNDS[figure.bound]}{number}{unit}{per}"


def as_of_words(figure: Figure) -> str:
    """Of when a figure is, and what tells it: "2024-03-04 (published)"."""
    if figure.as_of is None or figure.as_of_by is None:
        return "date not known"
    return f"{figure.as_of} ({_SINCE[figure.as_of_by]})"


def source_words(figure: Figure) -> str:
    """Who gave a figure, and by what act, with a "not" and a hedge where there is one."""
    who = listed(figure.speakers) if figure.speakers else "speaker not known"
    notes = [PAST[figure.act]] if figure.act != "assert" else []
    notes += ["negative"] if figure.negated else []
    notes += [f"hedged: “{figure.hedge}”"] if figure.hedge else []
    return f"{who} ({', '.join(notes)})" if notes else who


def series_plot(name: str, title: str, series: Series, href: Callable[[Figure], str]) -> str:
    """Plot the figures of one series by date, with the table beside; the table alone where there is nothing to plot.

    Args:
        name: An id of ours, once on a page.
        title: What is counted.
        series: The figures.
        href: Where a figure leads; "" for nowhere.
    """
    shown = [
        Interval(
            figure.as_of or "",
            _number(figure.low),
            _number(figure.high),
            f"{as_of_words(figure)}, {source_words(figure)}: {figure.words}",
        )
        for figure in series.figures
    ]
    return intervals(name, title, shown, series_table(series.figures, href))


def series_table(figures: Sequence[Figure], href: Callable[[Figure], str]) -> Table:
    """The figures as a table."""
    rows = (
        (
            Cell(as_of_words(figure)),
            Cell(source_words(figure)),
            Cell(amount_words(figure), number=True),
            Cell(f"“{figure.words}”", href(figure)),
            Cell(figure.counted or "not told"),
            Cell(figure.publisher or figure.title),
        )
        for figure in figures
    )
    return Table(FIGURE_HEADING, tuple(rows))


def _number(amount: str | None) -> float | None:
    """An amount for a plot; None also of one that no plot can hold."""
    if amount is None:
        return None
    try:
        number = float(Decimal(amount))
    except (InvalidOperation, ValueError, OverflowError):
        return None
    return number if abs(number) < 1e300 else None
