"""Found: a quantity as it is read in a text, before it becomes part of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from onrecord.spans import Span
from onrecord.types import Bound, Quantity

Kind = Literal["quantity", "age", "one"]
"""What a number is: a quantity; somebody's age ("a 50-year-old"); the word "one" where it hardly counts ("one of the
captains", "one caller"). Claims hold only the first."""

Change = Literal["up", "down", "from", "to"]
"""A number's part in a change: by how much something rose or fell, or what it came from or went to."""

PLACES = Decimal("0.01")
"""To what a share that has no end in decimals is rounded in the record: two-thirds are 66.67 per cent."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity in a text.

    Attributes:
        span: The words of the quantity, with those of its bound, unit and rate.
        kind: What the number is.
        low, high: The number, fully written out; an open side, and both sides of a vague one ("dozens"), are None.
        bound: How exact it is.
        unit: ISO 4217 code of money, "percent", "percentage point", or a unit's name in the singular; None for a count.
        of: What is counted or measured.
        change: Its part in a change.
        per: What it is a rate of: "day" for "barrels a day".
        order: Of a vague number, the power of ten that it names: 1000 for "thousands".
        rules: Names of the rules that read it, that of the number first.
    """

    span: Span
    kind: Kind
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    unit: str | None
    of: Span | None
    change: Change | None
    per: str | None
    order: Decimal | None
    rules: tuple[str, ...]

    def record(self) -> Quantity:
        """The quantity as the record holds it, its numbers written out as decimals."""
        return Quantity(
            span=self.span,
            low=written(self.low),
            high=written(self.high),
            bound=self.bound,
            unit=self.unit,
            of=self.of,
            change=self.change,
            per=self.per,
        )


def written(value: Decimal | None) -> str | None:
    """Write a number without an exponent and without zeros that say nothing: "27", "0.5", "66.67".

    Args:
        value: The number; a share that has no end in decimals is rounded to two places.
    """
    if value is None:
        return None
    if len(value.as_tuple().digits) >= 28:  # a division that did not end, at the context's precision
        value = value.quantize(PLACES) if abs(value) < 1000 else value
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
