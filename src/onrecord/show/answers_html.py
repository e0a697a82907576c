"""Numbers and audit as pages that stand alone, with their plots; and the plots, for whoever shows them elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.show.answer_page import answer_page
from onrecord.show.charts import Bar, bars, line
from onrecord.show.figure_words import series_plot, series_table
from onrecord.show.plates import Cell, Table, safe, table_html
from onrecord.show.wording import count

if TYPE_CHECKING:
    from onrecord.ask.audit.shares import Audit, AuditRow, Share
    from onrecord.ask.numbers.figures import Figure, Numbers, Series
    from onrecord.ask.question import Question

_MOST_BARS = 20

Link = Callable[["Question | None"], str]
"""Where a question's list is shown; "" for nowhere."""


def numbers_html(found: Numbers) -> str:
    """Write figures as a page: a plot and a table for each thing counted, every figure with its paragraph.

    Args:
        found: The figures.
    """
    title = f"Numbers: {found.question.words or 'all'}"
    figures = [figure for series in found.series for figure in series.figures]
    places = {(figure.document_id, figure.span): place for place, figure in enumerate(figures)}

    def href(figure: Figure) -> str:
        return f"#f-{places[figure.document_id, figure.span]}"

    body = f"<h1>{safe(title)}</h1>\n<p class=facts>{_told(found)}</p>\n"
    if found.note:
        body += f"<p>{safe(found.note)}</p>\n"
    for number, series in enumerate(found.series):
        body += series_html(f"n-{number}", series, href)
        listed = "".join(_figure(one, href(one)[1:]) for one in series.figures)
        body += f"<ol class=exhibits>{listed}</ol>\n"
    return answer_page(title, body)


def series_html(name: str, series: Series, href: Callable[[Figure], str]) -> str:
    """One series as a plot with its table, or the table alone where there is nothing to plot.

    Args:
        name: An id of ours, once on a page.
        series: The figures.
        href: Where a figure leads; "" for nowhere.
    """
    from onrecord.ask.numbers.series import counts

    plot = series_plot(name, f"What is counted: {counts(series)}", series, href)
    heading = f"<h2>{safe(counts(series))}</h2>\n"
    return heading + (plot or f"<div class=chart>{table_html(series_table(series.figures, href))}</div>\n")


def _told(found: Numbers) -> str:
    some = f", of the {count(found.looked_at, 'statement')} that fit best; there are more" if found.capped else ""
    return f"{count(found.figures, 'figure')} in {count(found.documents, 'report')}{some}"


def _figure(figure: Figure, anchor: str) -> str:
    start = figure.paragraph.start
    before = figure.context[: figure.span.start - start]
    after = figure.context[figure.span.end - start :]
    facts = (figure.published, figure.publisher, figure.title, figure.origin)
    return (
        f'<li id="{anchor}"><details><summary>{safe(figure.words)} '
        f"<small>{safe(' · '.join(fact for fact in dict.fromkeys(facts) if fact))}</small></summary>"
        f"<blockquote>{safe(before)} <mark>{safe(figure.words)}</mark> {safe(after)}</blockquote></details></li>"
    )


def audit_html(found: Audit) -> str:
    """Write an audit as a page.

    Args:
        found: The counts.
    """
    part = " Counted in part, the latest added." if found.capped else ""
    told = f"{count(found.total.statements, 'statement')} in {count(found.total.documents, 'report')}.{part}"
    body = f"<h1>Who gets quoted</h1>\n<p class=facts>{told}</p>\n{''.join(audit_plots(found, lambda _: ''))}"
    body += f"<h2>By publisher</h2><div class=chart>{table_html(rows_table(found.publishers, lambda _: ''))}</div>\n"
    body += f"<h2>By month</h2><div class=chart>{table_html(rows_table(found.months, lambda _: ''))}</div>\n"
    return answer_page("Who gets quoted", body)


def audit_plots(found: Audit, link: Link) -> Iterator[str]:
    """The plots of an audit, each with its table.

    Args:
        found: The counts.
        link: Where a question's list is shown.
    """
    for name, title, shares in (
        ("a-naming", "Statements by named, not named and not known", found.naming),
        ("a-kinds", "Statements by kind of source", found.kinds),
        ("a-forms", "Statements by form", found.forms),
        ("a-first", "Reports by who is first", found.first),
        ("a-speakers", "Most quoted", found.speakers[:_MOST_BARS]),
    ):
        yield shares_plot(name, title, shares, link)
    dated = [row for row in found.months if row.month is not None]
    table = rows_table(dated, link)
    yield line("a-over", "Share of statements by who is named, by month", [_share_named(row) for row in dated], table)
    yield line("a-gini", "Gini among speakers, by month", [(row.label, row.concentration.gini) for row in dated], table)


def shares_plot(name: str, title: str, shares: Sequence[Share], link: Link) -> str:
    """Shares as bars with their table.

    Args:
        name: An id of ours, once on a page.
        title: What they are shares of.
        shares: From top to bottom.
        link: Where a question's list is shown.
    """
    rows = tuple(
        (
            Cell(share.label),
            Cell(f"{share.statements:,}", link(share.question), number=True),
            Cell(f"{share.share:.1%}", number=True),
            Cell(f"{share.words:,}", number=True),
        )
        for share in shares
    )
    shown = [Bar(share.label, share.statements, f"{share.statements:,} ({share.share:.0%})") for share in shares]
    return bars(name, title, shown, Table(("", "number", "share", "words"), rows))


def rows_table(rows: Sequence[AuditRow], link: Link) -> Table:
    """Rows of an audit as a table.

    Args:
        rows: Of publishers, months or both.
        link: Where a question's list is shown.
    """
    heading = (
        "",
        "statements",
        "reports",
        "named",
        "not named",
        "not known",
        "direct",
        "speakers",
        "first ten",
        "Gini",
    )
    return Table(heading, tuple(_cells(row, link) for row in rows))


def _cells(row: AuditRow, link: Link) -> tuple[Cell, ...]:
    one = row.concentration
    counts = (row.documents, row.named, row.unnamed, row.unknown, row.direct, one.speakers)
    return (
        Cell(row.label),
        Cell(f"{row.statements:,}", link(row.question), number=True),
        *(Cell(f"{number:,}", number=True) for number in counts),
        Cell(f"{one.top_10:.0%}", number=True),
        Cell(f"{one.gini:.2f}", number=True),
    )


def _share_named(row: AuditRow) -> tuple[str, float]:
    return row.label, row.named / row.statements if row.statements else 0.0
