"""Number: a number in a text, before its unit is known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

TWELVE = Decimal(12)

HALF = Decimal(1) / Decimal(2)

PERCENT = Decimal(100)

DASHES = frozenset("-‑–—")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    Attributes:
        first, end: Its tokens.
        value: None where it is vague.
        order: Of a vague one, the power of ten that it names, where it names one.
        rule: The rule that read it.
        bare: Whether it is written in digits without a magnitude, so that it may be no quantity at all.
        about: Whether the words themselves are not exact ("a couple").
        unsure: Whether its last token is a letter that may be a unit as well as a magnitude ("10m").
        plain: The value without that letter.
    """

    first: int
    end: int
    value: Decimal | None
    rule: str
    order: Decimal | None = None
    bare: bool = False
    about: bool = False
    unsure: bool = False
    plain: Decimal | None = None

    @property
    def is_share(self) -> bool:
        """Whether it is a share in per cent, without a unit of its own."""
        return self.rule in ("number.fraction", "number.ratio")
