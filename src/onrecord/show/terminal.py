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


def coloured(paragraphs: Iterable[Paragraph], console: Console) -> str:
    """Write paragraphs with a terminal's colour codes, at most ``WIDTH`` columns wide.

    Args:
        paragraphs: What to write; their text is never read as markup.
        console: Rich's console on the terminal: it knows the width and the colours, and respects NO_COLOR.

    Returns:
        What the terminal is to be sent. Nothing is printed.
    """
    from rich.text import Text

    width = min(console.width, WIDTH)
    with console.capture() as captured:
        for paragraph in paragraphs:
            for line in wrap(paragraph, width):
                text = Text.assemble(*((piece.text, STYLES[piece.style]) for piece in line))
                console.print(text, soft_wrap=True, highlight=False)
    return captured.get()
