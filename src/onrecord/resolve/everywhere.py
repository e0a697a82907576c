"""Everywhere: who and what is named in an article beyond those who speak: what each is, and capitals that act."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.resolve.casing import Casing
from onrecord.resolve.figures import Figures
from onrecord.resolve.findings import Found
from onrecord.resolve.kinds import kind_of
from onrecord.resolve.references import Referred
from onrecord.resolve.words import Words


def settle_kinds(
    words: Words,
    casing: Casing,
    figures: Figures,
    found: Sequence[Found],
    referred: Sequence[Sequence[Referred]],
) -> None:
    """Settle of what kind each figure is that is only named; who speaks or is spoken to stays what it was taken for.

    Args:
        words: The article's words.
        casing: How the article writes them.
        figures: Its figures; their kinds are set.
        found: Who says each attribution.
        referred: The references of each.
    """
    heard = {id(figure) for finding in found for figure in finding.figures}
    heard.update(id(one.figure) for references in referred for one in references)
    for figure in figures.all:
        if figure.names and id(figure) not in heard:
            figure.kind = kind_of(words, casing, figure)
