"""Charts: small plots as inline SVG, made here. No script and no style of their own: classes alone, for any sheet.

Each is an image with a title and a description, and a table beside it says all that it shows. Everything from a
document passes ``escape`` and ``one_line`` on its way. Across, everything is placed in per cent of the width that there
is, so that words are as large on a telephone as on a desk; what a row is of stands above it, where it has room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from operator import itemgetter

from onrecord.show.harmless import one_line
from onrecord.show.plates import Table, figure, safe
from onrecord.show.scale import Axis, day_number, day_ticks, spelled, value_axis
from onrecord.show.wording import day as day_words

_LEFT, _RIGHT = 18.0, 90.0
"""Per cent between which days lie: amounts are written before them, and the last day's label ends behind them."""
_EDGE = 2.0
"""Per cent left free at either side of a row, so that no mark is cut."""
_TOP, _BOTTOM, _HEIGHT = 12, 28, 240
_ROW, _ROW_MARK = 36, 25
"""Pixels of a row with its label above it, and where its mark is."""
_LONGEST_LABEL = 30
_LONGEST_ROW = 48
"""Characters of what stands above a row; as many have room on a telephone."""
_MOST_ROWS = 30
"""Rows of figures that are drawn; the table has them all."""
_HEADROOM = 1.1
"""How much higher the scale must go than the least that a figure says, so that its open side can be seen."""
_SPREAD = 2.5
"""Per cent between figures of one day, so that they stand side by side."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what it is of, how long, and what stands after it."""

    label: str
    value: float
    note: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure of a day: an amount, or a range whose open side is None. With both None it is vague and has no mark."""

    day: str
    low: float | None
    high: float | None
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """Something on a day, in a lane; hollow for a time that was only spoken of."""

    day: str
    lane: str
    hollow: bool = False


def bars(name: str, title: str, shown: Sequence[Bar], table: Table) -> str:
    """Plot amounts as horizontal bars from 0; nothing for none.

    Args:
        name: See ``figure``.
        title: See ``figure``.
        shown: From top to bottom.
        table: See ``figure``.
    """
    if not shown:
        return ""
    axis = Axis(0, max(max(bar.value for bar in shown), 1e-9), 100)
    plot = "".join(_bar(bar, axis, place * _ROW) for place, bar in enumerate(shown))
    described = "; ".join(f"{bar.label}: {bar.note}" for bar in shown[:12])
    return figure(name, title, f"Bars. {described}", plot, len(shown) * _ROW, table)


def _bar(bar: Bar, axis: Axis, top: float) -> str:
    length = max(axis.at(bar.value), 0.2 if bar.value > 0 else 0)
    return (
        f'<text class="label" x="0" y="{top + 13:.0f}">{_short(bar.label)} '
        f'<tspan class="note" dx="4">{safe(bar.note)}</tspan></text>'
        f'<rect class="bar" x="0" y="{top + 18:.0f}" width="{length:.2f}%" height="{_ROW - 24}"/>'
    )


def line(name: str, title: str, points: Sequence[tuple[str, float]], table: Table) -> str:
    """Plot an amount over time; nothing for less than two points that have a date.

    Args:
        name: See ``figure``.
        title: See ``figure``.
        points: Day or month, and amount, the earliest first.
        table: See ``figure``.
    """
    placed = [(day, value) for label, value in points if (day := day_number(label)) is not None]
    if len(placed) < 2:
        return ""
    across, down = _frame([day for day, _ in placed], [value for _, value in placed])
    spots = [(_LEFT + across.at(day), _HEIGHT - _BOTTOM - down.at(value)) for day, value in placed]
    path = "".join(
        f'<line class="line" x1="{x:.2f}%" y1="{y:.1f}" x2="{next_x:.2f}%" y2="{next_y:.1f}"/>'
        for (x, y), (next_x, next_y) in pairwise(spots)
    )
    dots = "".join(f'<circle class="dot" cx="{x:.2f}%" cy="{y:.1f}" r="3"/>' for x, y in spots)
    plot = f"{''.join(_grid(across, down))}{path}{dots}"
    ends = f"from {spelled(placed[0][1])} in {points[0][0]} to {spelled(placed[-1][1])} in {points[-1][0]}"
    return figure(name, title, f"A line over {len(placed)} points, {ends}.", plot, _HEIGHT, table)


def intervals(name: str, title: str, shown: Sequence[Interval], table: Table) -> str:
    """Plot figures by date, each with its range; nothing where none has both a date and an amount.

    A side that is open runs dotted to the edge. Vague figures have no mark and are counted in the description. Where
    all are of one day there is no time to be seen: each has a row of its own, with its amount from left to right.

    Args:
        name: See ``figure``.
        title: What is counted; over how long is added to it.
        shown: In any order.
        table: See ``figure``.
    """
    placed = [
        (day, one)
        for one in shown
        if (day := day_number(one.day)) is not None and (one.low is not None or one.high is not None)
    ]
    if not placed:
        return ""
    amounts = [amount for _, one in placed for amount in (one.low, one.high) if amount is not None]
    above = [one.low * _HEADROOM for _, one in placed if one.high is None and one.low is not None]
    without = len(shown) - len(placed)
    apart = f" {without} without a date or an amount have no mark." if without else ""
    found = f"from {spelled(min(amounts))} to {spelled(max(amounts))}."
    if len({day for day, _ in placed}) == 1:
        rows, axis = [one for _, one in placed], value_axis([*amounts, *above], 100 - 2 * _EDGE)
        plot, height = _rows(rows, axis), min(len(rows), _MOST_ROWS) * _ROW + _BOTTOM
        the_day, drawn = day_words(rows[0].day), f", the first {_MOST_ROWS} drawn" if len(rows) > _MOST_ROWS else ""
        described = f"{len(rows)} figures of {the_day}{drawn}, {found}{_LOG if axis.log else ''}{apart}"
        return figure(name, f"{title}, {the_day}", described, plot, height, table)
    across, down = _frame([day for day, _ in placed], [*amounts, *above])
    seen: dict[int, int] = {}
    marks = []
    for day, one in placed:
        beside = seen[day] = seen.get(day, -1) + 1
        shift = (beside + 1) // 2 * _SPREAD * (1 if beside % 2 else -1)
        x = min(max(_LEFT + across.at(day) + shift, _LEFT - _SPREAD), 100 - _EDGE)
        marks.append(_interval(one, x, down))
    described = f"{len(placed)} figures by date, {found}{_LOG if down.log else ''}{apart}"
    return figure(name, f"{title}, by date", described, "".join([*_grid(across, down), *marks]), _HEIGHT, table)


_LOG = " The scale is logarithmic."


def _rows(shown: Sequence[Interval], across: Axis) -> str:
    """Figures of one day, from top to bottom, over a scale of their amounts."""
    drawn = shown[:_MOST_ROWS]
    foot = len(drawn) * _ROW
    parts = [_amount_tick(_EDGE + across.at(tick), foot, tick) for tick in across.ticks()]
    for place, one in enumerate(drawn):
        top = place * _ROW
        low = _EDGE + across.at(one.low) if one.low is not None else _EDGE
        high = _EDGE + across.at(one.high) if one.high is not None else 100 - _EDGE
        y = top + _ROW_MARK
        is_open = " open" if one.low is None or one.high is None else ""
        ends = dict.fromkeys(end for end, known in ((low, one.low), (high, one.high)) if known is not None)
        parts.append(
            f'<text class="label" x="0" y="{top + 13}">{_short(one.label, _LONGEST_ROW)}</text>'
            f'<line class="range{is_open}" x1="{low:.2f}%" x2="{high:.2f}%" y1="{y}" y2="{y}"/>'
            + "".join(f'<circle class="dot" cx="{end:.2f}%" cy="{y}" r="4"/>' for end in ends)
        )
    return "".join(parts)


def _amount_tick(x: float, foot: float, tick: float) -> str:
    anchor = "start" if x < _LEFT else "end" if x > _RIGHT else "middle"
    return (
        f'<line class="grid" x1="{x:.2f}%" x2="{x:.2f}%" y1="0" y2="{foot}"/>'
        f'<text x="{x:.2f}%" y="{foot + 18}" text-anchor="{anchor}">{escape(spelled(tick))}</text>'
    )


def _interval(one: Interval, x: float, down: Axis) -> str:
    floor, ceiling = _HEIGHT - _BOTTOM, float(_TOP)
    low = floor - down.at(one.low) if one.low is not None else floor
    high = floor - down.at(one.high) if one.high is not None else ceiling
    is_open = one.low is None or one.high is None
    stroke = (
        f'<line class="range{" open" if is_open else ""}" x1="{x:.2f}%" x2="{x:.2f}%" y1="{low:.1f}" y2="{high:.1f}"/>'
    )
    ends = dict.fromkeys(end for end, known in ((low, one.low), (high, one.high)) if known is not None)
    dots = "".join(f'<circle class="dot" cx="{x:.2f}%" cy="{end:.1f}" r="4"/>' for end in ends)
    return f"<g><title>{safe(one.label)}</title>{stroke if low != high else ''}{dots}</g>"


def timeline(name: str, title: str, shown: Sequence[Dot], table: Table) -> str:
    """Plot what was said, and spoken of, by date, a lane for each speaker; nothing without two days at least.

    Args:
        name: See ``figure``.
        title: See ``figure``.
        shown: In any order; lanes stand in the order in which they first come.
        table: See ``figure``.
    """
    placed = [(day, dot) for dot in shown if (day := day_number(dot.day)) is not None]
    if len({day for day, _ in placed}) < 2:
        return ""
    lanes = {lane: place for place, lane in enumerate(dict.fromkeys(dot.lane for _, dot in placed))}
    height = len(lanes) * _ROW + _BOTTOM
    days = [day for day, _ in placed]
    across = Axis(min(days), max(days), _RIGHT - _LEFT)
    rows = "".join(_lane(lane, place) for lane, place in lanes.items())
    dots = "".join(
        f'<circle class="{"hollow" if dot.hollow else "dot"}" cx="{_LEFT + across.at(day):.2f}%" '
        f'cy="{lanes[dot.lane] * _ROW + _ROW_MARK}" r="5"/>'
        for day, dot in placed
    )
    ticks = "".join(_day_tick(height, across, *mark) for mark in day_ticks(min(days), max(days)))
    first, last = (min(placed, key=itemgetter(0)), max(placed, key=itemgetter(0)))
    described = f"{len(placed)} points between {first[1].day} and {last[1].day}, in {len(lanes)} lanes."
    return figure(name, title, described, rows + ticks + dots, height, table)


def _lane(lane: str, place: int) -> str:
    y = place * _ROW + _ROW_MARK
    return (
        f'<line class="grid" x1="0" x2="100%" y1="{y}" y2="{y}"/>'
        f'<text class="label" x="0" y="{y - 12}">{_short(lane, _LONGEST_ROW)}</text>'
    )


def _frame(days: Sequence[int], amounts: Sequence[float]) -> tuple[Axis, Axis]:
    across = Axis(min(days), max(days), _RIGHT - _LEFT)
    return across, value_axis(amounts, _HEIGHT - _TOP - _BOTTOM)


def _grid(across: Axis, down: Axis) -> Iterator[str]:
    """Lines and labels behind a plot of amounts by date."""
    for tick in down.ticks():
        y = _HEIGHT - _BOTTOM - down.at(tick)
        yield f'<line class="grid" x1="0" x2="100%" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="0" y="{y - 3:.1f}">{escape(spelled(tick))}</text>'
    for mark in day_ticks(int(across.low), int(across.high)):
        yield _day_tick(_HEIGHT, across, *mark)


def _day_tick(height: float, across: Axis, day: int, label: str) -> str:
    x = _LEFT + across.at(day)
    foot = height - _BOTTOM
    return (
        f'<line class="axis" x1="{x:.2f}%" x2="{x:.2f}%" y1="{foot}" y2="{foot + 5}"/>'
        f'<text x="{x:.2f}%" y="{foot + 18}" text-anchor="middle">{escape(label)}</text>'
    )


def _short(label: str, longest: int = _LONGEST_LABEL) -> str:
    label = one_line(label)
    return escape(label if len(label) <= longest else f"{label[: longest - 1]}…")
