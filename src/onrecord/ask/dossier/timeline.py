"""Timeline: when things were said, or at the latest, when they were published, and the times that were spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.ask.dates import day_of
from onrecord.ask.dossier.exhibits import Exhibit, Moment, TimelineKind

MOST_MOMENTS = 500
"""Points of a timeline."""


def timeline(exhibits: Sequence[Exhibit]) -> tuple[Moment, ...]:
    """Put exhibits in the order of their dates.

    Args:
        exhibits: Their places are what moments point at.

    Returns:
        The earliest first; what was said before what was spoken of. Exhibits without any date are not in it.
    """
    found = [moment for place, exhibit in enumerate(exhibits) for moment in _moments(place, exhibit)]
    ordered = sorted(found, key=lambda moment: (moment.date, moment.kind == "spoken of", moment.exhibit))
    return tuple(ordered[:MOST_MOMENTS])


def _moments(place: int, exhibit: Exhibit) -> Iterator[Moment]:
    if exhibit.said is not None:
        time = exhibit.hit.statement.said_at
        told = time is not None and day_of(time) == exhibit.said
        words = exhibit.hit.words_at(time.span) if told and time is not None else None
        kind: TimelineKind = "said" if told else "published"
        yield Moment(date=exhibit.said, to=None, kind=kind, words=words, time=time if told else None, exhibit=place)
    seen: set[str] = set()
    for claim in exhibit.hit.statement.claims:
        for time in claim.times or ():
            day = day_of(time)
            if day is not None and day not in seen:
                seen.add(day)
                to = None if time.to is None or time.from_ is None else time.to[:10]
                words = exhibit.hit.words_at(time.span)
                yield Moment(date=day, to=to, kind="spoken of", words=words, time=time, exhibit=place)
