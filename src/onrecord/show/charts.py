"""Charts: small plots as inline SVG, made here. No script and no style of their own: classes alone, for any sheet.

Each is an image with a title and a description, and a table beside it says all that it shows. Everything from a
document passes ``escape`` and ``one_line`` on its way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from onrecord.show.harmless import one_line
from onrecord.show.plates import WIDTH, Table, figure, safe
from onrecord.show.scale import Axis, day_number, day_ticks, spelled, value_axis

_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 16, 12, 28
_HEIGHT = 240
_BAR, _BAR_LABEL, _BAR_VALUE = 22, 190, 90
_LONGEST_LABEL = 30
_HEADROOM = 1.1
"""How much higher the scale must go than the least that a figure says, so that its open side can be seen."""
_SPREAD = 9
"""Units between figures of one day, so that they stand side by side."""


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
    axis = Axis(0, max(max(bar.value for bar in shown), 1e-9), WIDTH - _BAR_LABEL - _BAR_VALUE)
    plot = "".join(_bar(bar, axis, place * _BAR) for place, bar in enumerate(shown))
    described = "; ".join(f"{bar.label}: {bar.note}" for bar in shown[:12])
    return figure(name, title, f"Bars. {described}", plot, len(shown) * _BAR + 4, table)


def _bar(bar: Bar, axis: Axis, top: float) -> str:
    length = max(axis.at(bar.value), 0.5 if bar.value > 0 else 0)
    return (
        f'<text class="label" x="{_BAR_LABEL - 8}" y="{top + 15:.0f}" text-anchor="end">{_short(bar.label)}</text>'
        f'<rect class="bar" x="{_BAR_LABEL}" y="{top + 4:.0f}" width="{length:.1f}" height="{_BAR - 8}"/>'
        f'<text x="{_BAR_LABEL + length + 6:.1f}" y="{top + 15:.0f}">{safe(bar.note)}</text>'
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
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    dots = "".join(f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in spots)
    plot = f'{"".join(_grid(across, down))}<polyline class="line" points="{path}"/>{dots}'
    ends = f"from {spelled(placed[0][1])} in {points[0][0]} to {spelled(placed[-1][1])} in {points[-1][0]}"
    return figure(name, title, f"A line over {len(placed)} points, {ends}.", plot, _HEIGHT, table)


def intervals(name: str, title: str, shown: Sequence[Interval], table: Table) -> str:
    """Plot figures by date, each with its range; nothing where none has both a date and an amount.

    A side that is open runs dotted to the edge. Vague figures have no mark and are counted in the description.

    Args:
        name: See ``figure``.
        title: See ``figure``.
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
    across, down = _frame([day for day, _ in placed], [*amounts, *above])
    seen: dict[int, int] = {}
    marks = []
    for day, one in placed:
        beside = seen[day] = seen.get(day, -1) + 1
        shift = (beside + 1) // 2 * _SPREAD * (1 if beside % 2 else -1)
        x = min(max(_LEFT + across.at(day) + shift, _LEFT), WIDTH - _RIGHT)
        marks.append(_interval(one, x, down))
    without = len(shown) - len(placed)
    apart = f" {without} without a date or an amount have no mark." if without else ""
    log = " The scale is logarithmic." if down.log else ""
    described = f"{len(placed)} figures by date, from {spelled(min(amounts))} to {spelled(max(amounts))}.{log}{apart}"
    return figure(name, title, described, "".join([*_grid(across, down), *marks]), _HEIGHT, table)


def _interval(one: Interval, x: float, down: Axis) -> str:
    floor, ceiling = _HEIGHT - _BOTTOM, float(_TOP)
    low = floor - down.at(one.low) if one.low is not None else floor
    high = floor - down.at(one.high) if one.high is not None else ceiling
    is_open = one.low is None or one.high is None
    stroke = (
        f'<line class="range{" open" if is_open else ""}" x1="{x:.1f}" x2="{x:.1f}" y1="{low:.1f}" y2="{high:.1f}"/>'
    )
    ends = dict.fromkeys(end for end, known in ((low, one.low), (high, one.high)) if known is not None)
    dots = "".join(f'<circle class="dot" cx="{x:.1f}" cy="{end:.1f}" r="4"/>' for end in ends)
    return f"<g><title>{safe(one.label)}</title>{stroke if low != high else ''}{dots}</g>"


def timeline(name: str, title: str, shown: Sequence[Dot], table: Table) -> str:
    """Plot what was said, and spoken of, by date, a lane for each speaker; nothing without dates.

    Args:
        name: See ``figure``.
        title: See ``figure``.
        shown: In any order; lanes stand in the order in which they first come.
        table: See ``figure``.
    """
    placed = [(day, dot) for dot in shown if (day := day_number(dot.day)) is not None]
    if not placed:
        return ""
    lanes = {lane: place for place, lane in enumerate(dict.fromkeys(dot.lane for _, dot in placed))}
    height = len(lanes) * _BAR + _BOTTOM + 8
    days = [day for day, _ in placed]
    across = Axis(min(days), max(days), WIDTH - _BAR_LABEL - _RIGHT)
    rows = "".join(_lane(lane, place) for lane, place in lanes.items())
    dots = "".join(
        f'<circle class="{"hollow" if dot.hollow else "dot"}" cx="{_BAR_LABEL + across.at(day):.1f}" '
        f'cy="{lanes[dot.lane] * _BAR + 12}" r="5"/>'
        for day, dot in placed
    )
    ticks = "".join(_day_tick(_BAR_LABEL, height, across, *mark) for mark in day_ticks(min(days), max(days)))
    described = f"{len(placed)} points between {placed[0][1].day} and {placed[-1][1].day}, in {len(lanes)} lanes."
    return figure(name, title, described, rows + ticks + dots, height, table)


def _lane(lane: str, place: int) -> str:
    y = place * _BAR + 12
    return (
        f'<line class="grid" x1="{_BAR_LABEL}" x2="{WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>'
        f'<text class="label" x="{_BAR_LABEL - 8}" y="{y + 4}" text-anchor="end">{_short(lane)}</text>'
    )


def _frame(days: Sequence[int], amounts: Sequence[float]) -> tuple[Axis, Axis]:
    across = Axis(min(days), max(days), WIDTH - _LEFT - _RIGHT)
    return across, value_axis(amounts, _HEIGHT - _TOP - _BOTTOM)


def _grid(across: Axis, down: Axis) -> Iterator[str]:
    """Lines and labels behind a plot of amounts by date."""
    for tick in down.ticks():
        y = _HEIGHT - _BOTTOM - down.at(tick)
        yield f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{escape(spelled(tick))}</text>'
    for mark in day_ticks(int(across.low), int(across.high)):
        yield _day_tick(_LEFT, _HEIGHT, across, *mark)


def _day_tick(left: float, height: float, across: Axis, day: int, label: str) -> str:
    x = left + across.at(day)
    anchor = "end" if x > WIDTH - 32 else "middle"
    foot = height - _BOTTOM
    return (
        f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{foot}" y2="{foot + 5}"/>'
        f'<text x="{x:.1f}" y="{foot + 18}" text-anchor="{anchor}">{escape(label)}</text>'
    )


def _short(label: str) -> str:
    label = one_line(label)
    return escape(label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…")
