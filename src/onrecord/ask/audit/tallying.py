"""Tallying: what is counted of reports, added up to rows of an audit: by publisher, by month, by both."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from onrecord.ask.arrays import Numbers, Places, add_by, differs, stable_order
from onrecord.ask.audit.concentration import concentrations
from onrecord.ask.audit.shares import AuditRow, Concentration
from onrecord.ask.dates import month_of
from onrecord.ask.question import Question
from onrecord.ask.quoted import Quoted
from onrecord.store.tallies import COUNTS, FIRST, FORMS, NAMED, UNKNOWN, UNNAMED, WORDS

_P = TypeVar("_P", bound=Hashable)

Place = tuple[str | None, str | None]
"""Publisher and month of publication."""

_NUMBERS = (
    *(NAMED, UNNAMED, UNKNOWN, WORDS + NAMED, WORDS + UNNAMED, WORDS + UNKNOWN, *FORMS),
    *("person", "group", "organisation", "state", "document", "poll", "reporter"),
    *(FIRST + NAMED, FIRST + UNNAMED, FIRST + UNKNOWN),
)
"""The numbers of an ``AuditRow`` after ``words``, as ``COUNTS`` names them."""

Labelled = tuple[str, str | None, str | None, Question | None]
"""What a row is called, its publisher and month, and its question."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """What stands in the bodies of reports, by publisher and month.

    Attributes:
        places: Publishers and months with a statement.
        counts: A row for each, the columns as in ``COUNTS``; ``documents`` are how many reports it has.
        voices: Who speaks in the reports, by person; as ``Quoted`` numbers them.
        cells: Of each, which place it is of.
        persons: Who it is.
        statements: How many they make there.
        people: How many persons there may be.
    """

    places: list[Place]
    counts: Numbers
    documents: Numbers
    voices: Places
    cells: Places
    persons: Places
    statements: NDArray[Any]
    people: int

    def sums(self) -> dict[str, int]:
        """All counts, as ``COUNTS`` names them."""
        return dict(zip(COUNTS, self.counts.sum(axis=0).tolist(), strict=True))


def bodies(found: Quoted) -> Bodies:
    """Leave out headlines, and reports without a statement beside them.

    Args:
        found: What was counted.
    """
    publishers, publisher = _coded(found.publishers)
    days, day = _coded(found.published)
    months, month = _coded([month_of(one) for one in days])
    has = found.counts[:, [COUNTS.index(form) for form in FORMS]].any(axis=1)
    of_report = publisher * len(months) + month[day]
    places, cell = np.unique(of_report[has], return_inverse=True)
    cells = np.zeros(len(of_report), np.int32)
    cells[has] = cell
    known = zip(*(part.tolist() for part in np.divmod(places, max(len(months), 1))), strict=True)
    voices = found.by_person[found.voices["statements"][found.by_person] > 0]
    return Bodies(
        places=[(publishers[one], months[other]) for one, other in known],
        counts=add_rows(cell, found.counts[has], len(places)),
        documents=np.bincount(cell, minlength=len(places)),
        voices=voices,
        cells=cells[found.places[voices]],
        persons=found.persons[voices],
        statements=found.voices["statements"][voices],
        people=found.people,
    )


def _coded(values: Sequence[_P]) -> tuple[list[_P], Places]:
    """The different values, and of each value which one it is."""
    known = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return list(known), np.fromiter(map(known.__getitem__, values), np.int32, len(values))


def add_rows(groups: Places, rows: NDArray[Any], count: int) -> Numbers:
    """Add rows up by group.

    Args:
        groups: The group of each row, from 0.
        rows: The rows.
        count: How many groups there are.
    """
    return np.stack([add_by(groups, column, count) for column in rows.T], axis=1)


def total_of(spoken: Bodies, question: Question) -> AuditRow:
    """Count all reports, as one row.

    Args:
        spoken: The reports.
        question: That asks for them.
    """
    labelled: Labelled = ("all", None, None, question)
    for row in rows_by(spoken, [None] * len(spoken.places), lambda _: labelled):
        return row
    none = np.zeros(0, np.int64)
    return _row(labelled, [0] * (3 + len(_NUMBERS)), concentrations(none, none, 1)[0])


def rows_by(spoken: Bodies, places: Sequence[_P], label: Callable[[_P], Labelled]) -> list[AuditRow]:
    """Count by something, a row each.

    Args:
        spoken: The reports.
        places: Of each of its places, what it is counted by.
        label: Says what a row is called.
    """
    known, groups = _coded(places)
    sums = add_rows(groups, spoken.counts, len(known))
    words = sums[:, [COUNTS.index(WORDS + form) for form in FORMS]].sum(axis=1)
    statements = sums[:, [COUNTS.index(form) for form in FORMS]].sum(axis=1)
    documents = add_by(groups, spoken.documents, len(known))
    others = sums[:, [COUNTS.index(name) for name in _NUMBERS]]
    numbers = np.column_stack((documents, statements, words, others)).tolist()
    close = concentrations(*_by_person(spoken, groups), len(known))
    return [_row(label(place), *counted) for place, *counted in zip(known, numbers, close, strict=True)]


def _by_person(spoken: Bodies, groups: Places) -> tuple[Places, Numbers]:
    """How many statements each person makes in each group; with the groups."""
    theirs = groups[spoken.cells]
    order = stable_order(theirs) if groups.any() else slice(None)  # within a group by person, as they stand
    theirs, persons = theirs[order], spoken.persons[order]
    starts = np.flatnonzero(differs(theirs) | differs(persons))
    none = np.zeros(0, np.int64)
    return theirs[starts], np.add.reduceat(spoken.statements[order], starts) if len(starts) else none


def _row(labelled: Labelled, numbers: Sequence[int], concentration: Concentration) -> AuditRow:
    label, publisher, month, question = labelled
    # mypy takes what follows a starred argument for one of its values
    return AuditRow(label, publisher, month, *numbers, concentration, question)  # type: ignore[arg-type, call-arg]
