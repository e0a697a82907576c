"""Colour on a terminal, by rich. Nothing else of the package prints in colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.show.layout import WIDTH, Paragraph, Style, wrap

if TYPE_CHECKING:
    from rich.console import Console

STYLES: dict[Style, str] = {
    "plain": "",
    "title": "bold",
    "name": "bold cyan",
    "act": "green",
    "words": "",
    "mark": "yellow",
    "faint": "dim",
}


def print_paragraphs(console: Console, paragraphs: Iterable[Paragraph]) -> None:
    """Print paragraphs in colour, at most ``WIDTH`` columns wide. NO_COLOR and a dumb terminal are respected.

    Args:
        console: Rich's console on the terminal.
        paragraphs: What to print; their text is never read as markup.
    """
    from rich.text import Text

    width = min(console.width, WIDTH)
    for paragraph in paragraphs:
        for line in wrap(paragraph, width):
            text = Text.assemble(*((piece.text, STYLES[piece.style]) for piece in line))
            console.print(text, soft_wrap=True, highlight=False)
