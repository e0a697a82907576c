"""Changes: what a speaker did or counted before a day and since, where the two differ. Shown, never judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from onrecord.ask.dossier.exhibits import Change, Exhibit
from onrecord.ask.numbers.figures import Figure, Series
from onrecord.ask.numbers.series import counts

Places = tuple[int, ...]


def changes(exhibits: Sequence[Exhibit], series: Iterable[Series], since: str) -> tuple[Change, ...]:
    """Find the speakers whose acts, positions or figures differ before and since a day of publication.

    Args:
        exhibits: Of a dossier. Those without a date of publication are on neither side.
        series: Figures in them.
        since: ISO 8601.

    Returns:
        In the order of the speakers' first exhibits; only of those who are on both sides.
    """
    speaking = _by_speaker(exhibits)
    found = [
        change
        for (key, name), places in speaking.items()
        for what, tell in (("position", _position), ("act", _act))
        for change in _told(key, name, what, places, exhibits, since, tell)  # type: ignore[arg-type]
    ]
    return (*found, *_figures(exhibits, series, since))


def is_new(published: str | None, since: str | None) -> bool:
    """Whether something was published on a day or after it."""
    return since is not None and published is not None and published >= since


def _by_speaker(exhibits: Sequence[Exhibit]) -> dict[tuple[str, str], list[int]]:
    speaking: dict[tuple[str, str], list[int]] = {}
    names: dict[str, str] = {}
    for place, exhibit in enumerate(exhibits):
        for key, name in zip(exhibit.hit.people, exhibit.hit.speakers, strict=True):
            speaking.setdefault((key, names.setdefault(key, name)), []).append(place)
    return speaking


def _position(exhibit: Exhibit) -> str | None:
    return None if exhibit.position == "untold" else exhibit.position


def _act(exhibit: Exhibit) -> str | None:
    return exhibit.hit.statement.act


def _told(
    key: str,
    name: str,
    what: Literal["act", "position"],
    places: Iterable[int],
    exhibits: Sequence[Exhibit],
    since: str,
    tell: Callable[[Exhibit], str | None],
) -> Iterator[Change]:
    """One change, if there is something on both sides and since then something that was not before."""
    sides: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
    for place in places:
        told, published = tell(exhibits[place]), exhibits[place].hit.published
        if told is not None and published is not None:
            sides[published >= since].setdefault(told, []).append(place)
    before, after = sides
    if before and after and not after.keys() <= before.keys():
        yield Change(
            key=key,
            name=name,
            what=what,
            before=", ".join(before),
            since=", ".join(after),
            exhibits_before=tuple(place for found in before.values() for place in found),
            exhibits_since=tuple(place for found in after.values() for place in found),
        )


def _figures(exhibits: Sequence[Exhibit], series: Iterable[Series], since: str) -> Iterator[Change]:
    """The last figure that a speaker gave before, and the last since, where they are not the same."""
    at = {(exhibit.hit.document_id, exhibit.hit.statement.id): place for place, exhibit in enumerate(exhibits)}
    for one in series:
        given: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for figure in sorted(one.figures, key=lambda figure: figure.published or ""):
            if figure.published is not None:
                for key, name in zip(figure.people, figure.speakers, strict=True):
                    given[key, name].append(figure)
        for (key, name), figures in given.items():
            before = [figure for figure in figures if not is_new(figure.published, since)]
            after = [figure for figure in figures if is_new(figure.published, since)]
            if before and after and _amount(before[-1]) != _amount(after[-1]):
                yield Change(
                    key=key,
                    name=name,
                    what="figure",
                    before=f"{before[-1].words} ({counts(one)})",
                    since=f"{after[-1].words} ({counts(one)})",
                    exhibits_before=(at[before[-1].document_id, before[-1].statement_id],),
                    exhibits_since=(at[after[-1].document_id, after[-1].statement_id],),
                )


def _amount(figure: Figure) -> tuple[str | None, str | None, str]:
    return figure.low, figure.high, figure.bound
