"""Task: what a set measures. Gold documents in, one score a document out; the numbers are sums over documents."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from eval.matching import Measure

if TYPE_CHECKING:
    from eval.records import Predictions

Statement = Mapping[str, Any]
"""A statement as JSON has it: ``content``, ``cue`` and ``source`` are lists of ``[start, end]``."""

Record = Mapping[str, Any]
"""A document's record, as a line of ``onrecord read --json``; of it, the fields that the scores need."""

Tallies = Counter[str]
"""Counts by name. They add up over documents, which is what makes the bootstrap cheap."""

Metrics = dict[str, Measure]

HALF_A_POINT = 0.005
"""The gate's margin under a fraction: dynamic int8 gives slightly other numbers on another instruction set."""

EMPTY: Record = {"statements": [], "entities": [], "blocks": []}
"""The record of a document that was not read."""


@dataclass(frozen=True, slots=True)
class GoldDoc:
    """A marked document.

    Attributes:
        doc: The stem of its text file.
        text: What all spans index.
        statements: What the markers found.
        more: Further fields of the gold file.
    """

    doc: str
    text: str
    statements: tuple[Statement, ...]
    more: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """A marked set.

    Attributes:
        path: The file or folder that it was read from.
        docs: Its documents, in the order of the file or of their names.
        fingerprint: SHA-256 over the gold files and the texts.
    """

    path: Path
    docs: tuple[GoldDoc, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Case:
    """One statement and how it fared. It holds places, never words.

    Attributes:
        doc: The document.
        content: The content's spans.
        spurious: Whether it is a prediction that the gold does not have.
        verdicts: Question → whether it was right; a question that cannot be asked of it is absent.
    """

    doc: str
    content: tuple[tuple[int, int], ...]
    spurious: bool
    verdicts: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class DocScore:
    """What one document adds to the numbers, and its cases."""

    doc: str
    tallies: Tallies
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """A number that is shown first, has an interval, and may have a floor.

    Attributes:
        metric, part: Where it stands in the metrics: ``metrics[metric][part]``.
        better: Whether more or less of it is better. A "floor" of the latter is a ceiling.
        margin: How far below the measured value the gate sets its floor; None for a number without a floor.
    """

    metric: str
    part: str
    better: Literal["more", "less"] = "more"
    margin: float | None = None

    @property
    def name(self) -> str:
        """Its name in files: ``wsw/all f1``."""
        return f"{self.metric} {self.part}"

    def of(self, metrics: Metrics) -> float:
        """Its value among metrics."""
        return float(metrics[self.metric][self.part])


@dataclass(frozen=True, slots=True)
class Task:
    """A kind of set and how it is scored.

    Attributes:
        name: As on the command line.
        splits: Split → place of its gold under the data folder; the first is the default.
        load: Reads a gold file or folder; the second argument is a folder of texts, or None for the usual place.
        score: Scores one document.
        metrics: Makes the numbers from tallies summed over documents.
        headlines: The numbers shown first.
        apart: Counts of what is not scored, from the same tallies; nothing by default.
        tables: Further lines for people, from the same tallies; none by default.
        member: Whether a document is in a split, where one file holds several; None where each has its own.
        sealed: Splits of which no case is kept or listed, only numbers.
        read: Reads a set by one part of the reading alone, and by the model that is named where that part has one;
            None where the whole reader reads it.
    """

    name: str
    splits: Mapping[str, str]
    load: Callable[[Path, Path | None], Gold]
    score: Callable[[GoldDoc, Record], DocScore]
    metrics: Callable[[Tallies], Metrics]
    headlines: tuple[Headline, ...]
    apart: Callable[[Tallies], dict[str, int]] = lambda _: {}
    tables: Callable[[Tallies], list[str]] = lambda _: []
    member: Callable[[GoldDoc, str], bool] | None = None
    sealed: frozenset[str] = frozenset()
    read: Callable[[Gold, str], Predictions] | None = None

    def open(self, path: Path, texts: Path | None, split: str) -> Gold:
        """Read a split.

        Args:
            path: Its gold file or folder.
            texts: A folder of texts, or None for the usual place.
            split: Its name; of a file that holds several, the documents that are its own.
        """
        gold = self.load(path, texts)
        if self.member is None:
            return gold
        digest = hashlib.sha256(f"{gold.fingerprint} {split}".encode()).hexdigest()
        return Gold(path, tuple(doc for doc in gold.docs if self.member(doc, split)), digest)


def total(scores: Iterable[DocScore]) -> Tallies:
    """Sum the tallies of documents, in their order."""
    tallies: Tallies = Counter()
    for score in scores:
        for key, count in score.tallies.items():
            tallies[key] += count
    return tallies


def spans_of(statement: Statement, role: str = "content") -> tuple[tuple[int, int], ...]:
    """A role's spans as pairs."""
    return tuple((int(start), int(end)) for start, end in statement.get(role) or [])
