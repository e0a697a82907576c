"""Tallying: statements counted, for an audit, into cells by publisher and month, which add up to rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.ask.audit.shares import AuditRow, Concentration
from onrecord.ask.question import Question

NAMED, UNNAMED, UNKNOWN = "named", "not named", "not known"


@dataclass(frozen=True, slots=True)
class Counted:
    """A statement as an audit sees it.

    Attributes:
        reading: Key of its reading; ``position`` is its place there.
        form: How it is printed; ``words`` were said in it.
        naming: Of its speakers; "not known" without any.
        kinds: Of its speakers.
        people: Keys and names of its speakers.
        first: Of the speaker who is named first.
    """

    reading: int
    position: int
    form: str
    words: int
    naming: frozenset[str]
    kinds: frozenset[str]
    people: tuple[tuple[str, str], ...]
    first: str


@dataclass(slots=True)
class Cell:
    """Counts of statements; cells of different documents can be added."""

    statements: int = 0
    words: int = 0
    by: Counter[str] = field(default_factory=Counter)  # naming, kind and form
    words_by: Counter[str] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    people_words: Counter[str] = field(default_factory=Counter)
    opening: dict[int, tuple[int, str]] = field(default_factory=dict)  # reading → its first statement

    def add(self, one: Counted) -> None:
        """Count a statement."""
        self.statements += 1
        self.words += one.words
        for label in (*one.naming, *one.kinds, one.form):
            self.by[label] += 1
            self.words_by[label] += one.words
        for key in {key for key, _ in one.people}:
            self.people[key] += 1
            self.people_words[key] += one.words
        here = (one.position, one.first)
        self.opening[one.reading] = min(here, self.opening.get(one.reading, here))

    def first(self) -> Counter[str]:
        """Documents by whose the first statement is: named, not named, not known."""
        return Counter(naming for _, naming in self.opening.values())


def added(cells: Iterable[Cell]) -> Cell:
    """Add cells up."""
    total = Cell()
    for cell in cells:
        total.statements += cell.statements
        total.words += cell.words
        total.by.update(cell.by)
        total.words_by.update(cell.words_by)
        total.people.update(cell.people)
        total.people_words.update(cell.people_words)
        total.opening.update(cell.opening)
    return total


def concentration(counts: Iterable[int]) -> Concentration:
    """How far statements go to few.

    Args:
        counts: How many each makes; more than none.
    """
    ordered = sorted(counts, reverse=True)
    total = sum(ordered)

    def share(most: int) -> float:
        return round(sum(ordered[:most]) / total, 4) if total else 0.0

    return Concentration(
        speakers=len(ordered), top_1=share(1), top_5=share(5), top_10=share(10), gini=round(gini(ordered), 4)
    )


def gini(counts: Sequence[int]) -> float:
    """The Gini coefficient: half the mean difference between two, over the mean (Gini 1912).

    Args:
        counts: In any order, none negative.
    """
    ordered, total = sorted(counts), sum(counts)
    if not total:
        return 0.0
    weighted = sum(place * count for place, count in enumerate(ordered, 1))
    return (2 * weighted - (len(ordered) + 1) * total) / (len(ordered) * total)


def row_of(
    cell: Cell, label: str, question: Question | None, publisher: str | None = None, month: str | None = None
) -> AuditRow:
    """Write a cell as a row."""
    first = cell.first()
    return AuditRow(
        label=label,
        publisher=publisher,
        month=month,
        documents=len(cell.opening),
        statements=cell.statements,
        words=cell.words,
        named=cell.by[NAMED],
        unnamed=cell.by[UNNAMED],
        unknown=cell.by[UNKNOWN],
        named_words=cell.words_by[NAMED],
        unnamed_words=cell.words_by[UNNAMED],
        unknown_words=cell.words_by[UNKNOWN],
        direct=cell.by["direct"],
        mixed=cell.by["mixed"],
        indirect=cell.by["indirect"],
        persons=cell.by["person"],
        groups=cell.by["group"],
        organisations=cell.by["organisation"],
        states=cell.by["state"],
        document_sources=cell.by["document"],
        polls=cell.by["poll"],
        reporters=cell.by["reporter"],
        first_named=first[NAMED],
        first_unnamed=first[UNNAMED],
        first_unknown=first[UNKNOWN],
        concentration=concentration(cell.people.values()),
        question=question,
    )
