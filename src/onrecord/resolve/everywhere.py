"""Everywhere: who and what is named in an article beyond those who speak: what each is, and capitals that act."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.casing import Casing
from onrecord.resolve.figures import Figures
from onrecord.resolve.findings import Found
from onrecord.resolve.kinds import kind_of
from onrecord.resolve.words import Words


def settle_kinds(words: Words, casing: Casing, figures: Figures, found: Sequence[Found]) -> None:
    """Settle of what kind each figure is that is named and did not speak; who spoke stays what it was taken for.

    Args:
        words: The article's words.
        casing: How the article writes them.
        figures: Its figures; their kinds are set.
        found: Who says each attribution.
    """
    speaking = {id(figure) for finding in found for figure in finding.figures}
    for figure in figures.all:
        if figure.names and id(figure) not in speaking:
            figure.kind = kind_of(words, casing, figure)
