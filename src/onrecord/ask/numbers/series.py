"""Series: figures that count the same thing; those that do not stand apart, and the difference is named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.ask.numbers.counted import OUTCOMES, counted_words
from onrecord.ask.numbers.figures import Figure, Series
from onrecord.ask.query import phrases_of
from onrecord.spans import Span
from onrecord.store.words import lemmas


class _Counts(NamedTuple):
    """What makes figures comparable at all: what is counted, the unit, per what, and whether it is a change.

    What something rose or fell to is how much there is of it, as what it stands at; what it came from was so before.
    """

    words: tuple[str, ...]
    unit: str | None
    per: tuple[str, ...]
    change: str | None


def series_of(found: Iterable[Figure], asked: str = "") -> tuple[Series, ...]:
    """Group figures that count the same thing in the same unit.

    Args:
        found: The figures.
        asked: Words that were asked for: what counts them comes first.
    """
    grouped: dict[_Counts, list[Figure]] = defaultdict(list)
    for figure in found:
        grouped[_counts(figure)].append(figure)
    wanted = (
        {OUTCOMES.get(lemma, lemma) for phrase in phrases_of(asked) for lemma in phrase} if asked.strip() else set()
    )
    made = [_series(key, group, wanted) for key, group in grouped.items()]
    return tuple(sorted(made, key=lambda one: (not one.asked, -len(one.figures), one.counted, one.unit or "")))


def _counts(figure: Figure) -> _Counts:
    change = None if figure.change == "to" else figure.change
    return _Counts(counted_words(figure.counted or ""), figure.unit, counted_words(figure.per or ""), change)


def _series(key: _Counts, group: Sequence[Figure], wanted: set[str]) -> Series:
    printed = Counter(" ".join((figure.counted or "").split()) for figure in group)
    ordered = sorted(group, key=_by_date)
    return Series(
        counted=min(printed, key=lambda name: (-printed[name], name)),
        asked=not wanted.isdisjoint(key.words),
        unit=key.unit,
        per=group[0].per,
        change=key.change,
        figures=tuple(ordered),
    )


def difference(series: Sequence[Series]) -> str | None:
    """Say that series count different things, and what; None where there is no more than one.

    Args:
        series: As ``series_of`` gives them.
    """
    if len(series) < 2:
        return None
    shown = [f"{counts(one)} ({len(one.figures):,})" for one in series[:6]]
    more = f" and {len(series) - 6:,} more" if len(series) > 6 else ""
    return f"These count different things and are not compared: {'; '.join(shown)}{more}."


def taken_together(series: Sequence[Series]) -> str | None:
    """Say which printings are counted as one; None where each series has one alone.

    Args:
        series: As ``series_of`` gives them.
    """
    told = [
        f"“{one.counted}” and {', '.join(f'“{name}”' for name in others)}" for one in series if (others := _others(one))
    ]
    if not told:
        return None
    more = f", and so in {len(told) - 3:,} more" if len(told) > 3 else ""
    return f"Counted as one: {'; '.join(told[:3])}{more}."


def _others(series: Series) -> list[str]:
    """Other printings of what a series counts, in other words than by case and articles; six at most."""
    printed = dict.fromkeys(" ".join((figure.counted or "").split()) for figure in series.figures)
    own = set(lemmas(series.counted))
    return [name for name in printed if name and set(lemmas(name)) - own - {"a", "an", "the"}][:6]


def counts(series: Series) -> str:
    """Say what a series counts: "crews laid off", "percent of voters", "up, EUR".

    Args:
        series: The series.
    """
    what = f"“{series.counted}”" if series.counted else "what is counted is not told"
    unit = ", ".join(part for part in (series.change, series.unit) if part)
    return what + (f", per {series.per}" if series.per else "") + (f" [{unit}]" if unit else "")


def _by_date(figure: Figure) -> tuple[bool, str, str, Span]:
    return figure.as_of is None, figure.as_of or "", figure.document_id, figure.span
