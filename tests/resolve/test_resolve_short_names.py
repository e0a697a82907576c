"""Short names: bodies by their initials, and by the same words in another order."""

from __future__ import annotations

import pytest

from onrecord.resolve.casing import Casing
from onrecord.resolve.figures import Figures
from onrecord.resolve.names import find_names
from onrecord.resolve.short_names import Field, field_of, initials
from onrecord.resolve.words import Words
from onrecord.segment import segment


def bodies(text: str) -> list[list[str]]:
    """The names of each figure of a text."""
    words = Words(segment(text))
    casing = Casing(words)
    figures = Figures(words, casing, find_names(words, casing))
    return [[name.span.of(text) for name in figure.names] for figure in figures.all]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("The Department of Fisheries said no. The Fisheries Department gave no reason.", True),
        ("The Fisheries Ministry said no. The Ministry of Fisheries gave no reason.", True),
        ("The Finnish Ministry of Defence said no. The Defense Ministry gave no reason.", True),
        ("The Fisheries Ministry said no. The Ministry of Culture gave no reason.", False),
        ("The Fisheries Ministry said no. The Fisheries Department gave no reason.", False),
        ("The Finnish Ministry of Defence said no. The Danish Defence Ministry gave no reason.", False),
        ("The U.S. Harbour Pilots Office said no. The HPO gave no reason.", True),
        ("The U.S. Fisheries Department said no. The USDF gave no reason.", True),
        ("The U.S. Harbour Pilots Office said no. The HPA gave no reason.", False),
    ],
)
def test_which_names_are_one_body(text: str, together: bool) -> None:
    found = [names for names in bodies(text) if not names[0].startswith(("Finnish", "Danish")) or len(names[0]) > 7]
    assert len(found) == (1 if together else 2), found


def test_of_two_lands_ministries_the_bare_name_is_neither() -> None:
    text = (
        "The Finnish Defence Ministry said no. The Danish Defence Ministry said yes. The Ministry of Defence is late."
    )
    assert ["Ministry of Defence"] in bodies(text)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("ministry of labour and trade", Field("ministry", ("labor", "trade"))),
        ("labor and trade ministry", Field("ministry", ("labor", "trade"))),
        ("danish ministry of trade", Field("ministry", ("trade",), "denmark")),
        ("ministry of", None),
        ("harbour trust", None),
        ("department store", None),
    ],
)
def test_what_a_body_is_for(name: str, field: Field | None) -> None:
    assert field_of(name.split()) == field


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("league of harbour pilots", {"lohp", "lhp"}),
        ("harbour pilots corp", {"hpc", "hp"}),
        ("danish harbour pilots", {"dhp", "hp"}),
        ("u.s. department of fisheries", {"udof", "udf", "dof", "df", "usdf", "usdof"}),
    ],
)
def test_initials(name: str, letters: set[str]) -> None:
    assert set(initials(name.split(), is_body=True)) == letters
