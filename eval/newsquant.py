"""NewsQuant's way of writing quantities, and how the record's is written in it.

A quantity there is a value, a unit and a sign: ``=``, ``~``, ``>``, ``<``, ``up`` or ``down``. The record says more,
and some things otherwise. The mapping:

- A share in words ("half the homes") is a fraction of one there, per cent here.
- "Thousands" is a range from 1,000 to 10,000 there; here it is vague, and has no number. Dozens are not marked.
- "From 3% to 5%" is one range there, the two ends of a change here.
- The sign is the bound's where there is one (at least, more than: ``>``; at most, less than: ``<``; about: ``~``), else
  the direction, but not that of a noun ("a 4% drop" is ``=``); what something came to or from is ``=``.
- The unit of a count is what is counted. Ages are years there. "Quadrupled" is not marked, "fourfold" is.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from onrecord.judge.quantities import Found, read_quantities

SIGNS = {"at-least": ">", "more-than": ">", "at-most": "<", "less-than": "<", "about": "~"}
SHARES = ("number.fraction", "number.ratio")
LEAST_ORDER = 100
FARTHEST = 25
"""Characters between the two ends of a change that are written as one range."""

Value = float | tuple[float, float]


def read_sentence(text: str) -> list[dict[str, Any]]:
    """Read a sentence's quantities and write them as NewsQuant does.

    Args:
        text: The sentence.

    Returns:
        ``{"value", "unit", "change"}`` each; a value is a number, or two of a range.
    """
    out: list[dict[str, Any]] = []
    found = read_quantities(text)
    place = 0
    while place < len(found):
        one = found[place]
        place += 1
        value = _value(one)
        if value is None:
            continue
        if _is_pair(found, place - 1, text):
            other = _value(found[place])
            value, place = (value, other), place + 1
        out.append({"value": value, "unit": _unit(one, text), "change": _sign(one)})
    return out


def _value(found: Found) -> Any:
    """The value; None of what is not marked there."""
    rule = found.rules[0]
    if rule == "number.vague":
        vague = found.order is None or found.order < LEAST_ORDER
        return None if vague or found.order is None else (float(found.order), float(found.order * 10))
    if rule == "number.multiple":
        return None
    whole = Decimal(100) if rule in SHARES else Decimal(1)
    if found.bound == "range" and found.low is not None and found.high is not None:
        return float(found.low / whole), float(found.high / whole)
    value = found.low if found.low is not None else found.high
    return None if value is None else float(value / whole)


def _is_pair(found: Sequence[Found], place: int, text: str) -> bool:
    """Whether a quantity and the next are the ends of one change."""
    if found[place].change != "from" or place + 1 == len(found):
        return False
    left, right = found[place], found[place + 1]
    between = text[left.span.end : right.span.start]
    near = len(between) < FARTHEST and not set(between) & set(",;(")
    return near and right.change == "to" and "range" not in (left.bound, right.bound)


def _unit(found: Found, text: str) -> str | None:
    unit = found.unit
    if unit is None:
        unit = None if found.of is None else found.of.of(text)
    elif unit == "time":
        unit = "times"
    elif found.kind == "age":
        unit = f"{unit}s old"
    return f"{unit} per {found.per}" if unit and found.per else unit


def _sign(found: Found) -> str:
    if found.low is None and found.high is None:
        return "="
    if found.bound in SIGNS:
        return SIGNS[found.bound]
    return found.change if found.change in ("up", "down") and "change.noun" not in found.rules else "="
