"""Quantities as a table: text and what is read in it."""

from __future__ import annotations

import pytest
from quantity_cases import AGES, APART, BOUNDS, CHANGES, MONEY, NUMBERS, RANGES, SHARES, SUBJECTS, UNITS

from onrecord.judge.quantities import Found, read_quantities
from onrecord.judge.quantities.found import written


def spelled(found: Found, text: str) -> str:
    """A quantity as the table has it."""
    low, high = written(found.low), written(found.high)
    number = "?" if low is None and high is None else low if low == high else f"{low or ''}..{high or ''}"
    parts = [found.kind if found.kind != "quantity" else None, found.bound, number, found.unit]
    parts += [f"of {found.of.of(text)}" if found.of else None, found.change, f"per {found.per}" if found.per else None]
    return " ".join(str(part) for part in parts if part)


def rows(table: str) -> list[str]:
    return [line for line in table.strip().split("\n") if line]


@pytest.mark.parametrize(
    "row",
    [row for table in (NUMBERS, BOUNDS, RANGES, SHARES, MONEY, UNITS, CHANGES, SUBJECTS, AGES) for row in rows(table)],
)
def test_what_is_read(row: str) -> None:
    text, *expected = (part.strip() for part in row.split(" | "))
    assert [spelled(found, text) for found in read_quantities(text)] == expected


@pytest.mark.parametrize("text", rows(APART))
def test_what_is_no_quantity(text: str) -> None:
    assert [found.span.of(text) for found in read_quantities(text)] == []
