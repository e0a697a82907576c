"""Plates: what holds a plot: its title, its description for who does not see it, and the table beside it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from importlib.resources import files

from onrecord.show.harmless import one_line


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table beside a plot.

    Attributes:
        text: Any text.
        href: Where it leads, written by us: an anchor, or a path of the reader. Empty for nowhere.
        number: Whether it is set to the right.
    """

    text: str
    href: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The table beside a plot: its heading, and rows of as many cells."""

    heading: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def charts_css() -> str:
    """The style sheet of the plots; it uses the colours of the page: --ink, --paper, --faint, --rule, --accent."""
    return (files("onrecord.show") / "charts.css").read_text("utf-8")


def figure(name: str, title: str, description: str, plot: str, height: float, table: Table) -> str:
    """Put a plot, its title and description, and its table together.

    A plot is as wide as there is room: across, its elements are placed in per cent, and words keep their size.

    Args:
        name: An id of ours, once on a page: letters, digits and hyphens.
        title: What it shows, in a few words.
        description: What is to be seen in it, for who does not see it.
        plot: SVG elements.
        height: Of the plot, in pixels.
        table: What is shown, in numbers.
    """
    return (
        f'<figure class="chart"><figcaption>{safe(title)}</figcaption>'
        f'<svg width="100%" height="{height:.0f}" role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{safe(title)}</title><desc id="{name}-d">{safe(description)}</desc>{plot}</svg>'
        f'<details><summary>The same in a table</summary><div class="sideways" tabindex="0" role="region" '
        f'aria-label="{safe(title)}: the table">{table_html(table)}</div></details></figure>\n'
    )


def table_html(table: Table) -> str:
    """Write a table."""
    heading = "".join(f'<th scope="col">{safe(words)}</th>' for words in table.heading)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
    return f"<table><thead><tr>{heading}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(cell: Cell) -> str:
    words = f'<a href="{escape(cell.href)}">{safe(cell.text)}</a>' if cell.href else safe(cell.text)
    return f'<td class="n">{words}</td>' if cell.number else f"<td>{words}</td>"


def safe(words: str) -> str:
    """Text for HTML: harmless, on one line, and escaped.

    Args:
        words: Any text.
    """
    return escape(one_line(words))
