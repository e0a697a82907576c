"""Text for whoever reads standard output: in colour on a terminal, plain into a file or pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from onrecord.cli.output import is_terminal
from onrecord.show.layout import Paragraph, plain


def for_people(paragraphs: Iterable[Paragraph]) -> bytes:
    """Render paragraphs for standard output.

    Args:
        paragraphs: What is to be printed.

    Returns:
        UTF-8.
    """
    if not is_terminal(sys.stdout):
        return plain(paragraphs).encode()
    from rich.console import Console

    from onrecord.show.terminal import coloured

    return coloured(paragraphs, Console(file=sys.stdout)).encode()
