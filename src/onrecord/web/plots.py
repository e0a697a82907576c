"""Plots: answers drawn by ``show.charts``, with tables whose rows lead to the words."""

from __future__ import annotations

from onrecord.ask.audit.shares import Share
from onrecord.ask.dossier.exhibits import Dossier, Moment
from onrecord.ask.numbers.figures import Figure, Series
from onrecord.show.charts import Bar, Dot, Interval, bars, intervals, timeline
from onrecord.show.plates import Cell, Table
from onrecord.web.templating import opened, opened_articles

LONGEST_LABEL = 300
MOST_ROWS = 200


def series_plot(series: Series, number: int) -> str:
    """Draw the figures of a series by date, each with its range; nothing where none has a date.

    Args:
        series: The figures.
        number: Of the series on the page.
    """
    shown = [
        Interval(figure.as_of or "", _amount(figure.low), _amount(figure.high), _label(figure))
        for figure in series.figures
    ]
    rows = tuple(
        (
            Cell(figure.as_of or "no date"),
            Cell(", ".join(figure.speakers)[:LONGEST_LABEL] or "not known"),
            Cell(figure.words[:LONGEST_LABEL], place_of(figure.document_id, figure.statement_id)),
        )
        for figure in series.figures
    )
    return intervals(f"series-{number}", series_name(series), shown, Table(("As of", "Source", "Figure"), rows))


def series_name(series: Series) -> str:
    """What a series counts, in words.

    Args:
        series: The series.
    """
    parts = [series.counted[:LONGEST_LABEL] or "not said of what", *([f"in {series.unit}"] if series.unit else [])]
    parts += [f"per {series.per}"] if series.per else []
    parts += (
        [{"up": "risen by", "down": "fallen by", "from": "changed from", "to": "changed to"}.get(series.change, "")]
        if series.change
        else []
    )
    return ", ".join(part for part in parts if part)


def place_of(document_id: str, statement_id: str) -> str:
    """Where a statement is.

    Args:
        document_id: Its document's id.
        statement_id: Its own.
    """
    return f"/articles/{document_id}#s-{statement_id}"


def _amount(decimal: str | None) -> float | None:
    return None if decimal is None else float(decimal)


def _label(figure: Figure) -> str:
    return f"{', '.join(figure.speakers)[:LONGEST_LABEL] or 'Speaker not known'}: {figure.words[:LONGEST_LABEL]}"


def moments_plot(found: Dossier) -> str:
    """Draw when something was said on a question, and what times were spoken of, a lane for each speaker.

    Args:
        found: The dossier.
    """
    dots = [Dot(one.date, _lane(found, one), one.kind == "spoken of") for one in found.timeline]
    rows = tuple((Cell(one.date), Cell(one.kind), Cell(_lane(found, one))) for one in found.timeline[:MOST_ROWS])
    return timeline(
        "moments",
        "When it was said or published, and what times were spoken of",
        dots,
        Table(("Date", "What", "Speaker"), rows),
    )


def _lane(found: Dossier, moment: Moment) -> str:
    return ", ".join(found.exhibits[moment.exhibit].hit.speakers)[:LONGEST_LABEL] or "Speaker not known"


def shares_plot(name: str, title: str, shares: tuple[Share, ...]) -> str:
    """Draw shares as bars.

    Args:
        name: An id, once on a page.
        title: What they are of.
        shares: From top to bottom.
    """
    shown = [Bar(one.label[:LONGEST_LABEL], one.share, f"{one.share:.0%}") for one in shares]
    rows = tuple(
        (
            Cell(one.label[:LONGEST_LABEL]),
            Cell(f"{one.statements:,}", opened(one.question), number=True),
            Cell(f"{one.share:.1%}", number=True),
            Cell(f"{one.words:,}", opened(one.question), number=True),
            Cell(f"{one.word_share:.1%}", number=True),
        )
        for one in shares
    )
    return bars(name, title, shown, Table(("", "Number", "Share", "Words", "Share of words"), rows))


def articles_plot(name: str, title: str, shares: tuple[Share, ...]) -> str:
    """Draw shares of articles as bars.

    Args:
        name: An id, once on a page.
        title: What they are of.
        shares: From top to bottom.
    """
    shown = [Bar(one.label, one.share, f"{one.share:.0%}") for one in shares]
    rows = tuple(
        (
            Cell(one.label),
            Cell(f"{one.statements:,}", opened_articles(one.question, one.first), number=True),
            Cell(f"{one.share:.1%}", number=True),
        )
        for one in shares
    )
    return bars(name, title, shown, Table(("", "Articles", "Share"), rows))
