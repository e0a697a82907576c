"""Reliability: whether a confidence of .8 is right eight times in ten, and what ``--min-confidence`` buys.

Over the readings, statements are matched by content as in ``attribution``:

- A statement is right when it is matched. Its source is right when it is matched and the sources share a word (any
  source fits where the gold has none), against gold that was placed again (``eval/placed.py``): against the gold as
  it is, a source that is right would often count as wrong.
- ECE, the expected calibration error: over ten bands of equal width, the mean distance between the mean confidence of
  a band and the share that is right, weighted by the band's size (Naeini, Cooper and Hauskrecht 2015).
- Thresholds: statements below each are dropped, as ``--min-confidence`` drops them, and the rest is scored against
  the gold as it is: content found, and who said what.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from eval.attribution import metrics, score_spans
from eval.matching import Measure, pair, source_fits
from eval.placed import place_again
from eval.records import Predictions
from eval.task import GoldDoc, Statement, Tallies
from eval.words import Text

N_BANDS = 10
THRESHOLDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)

Judged = tuple[float, bool]
"""A confidence, and whether what it is about was right."""


class Band(NamedTuple):
    """What was given a confidence of ``low`` or more and less than ``high`` (the last band: up to 1).

    Attributes:
        mean: The mean confidence in it.
        right: The share that is right.
        n: How many there are.
    """

    low: float
    high: float
    mean: float
    right: float
    n: int


class Threshold(NamedTuple):
    """What is left at a least confidence: precision, recall and F1, of contents and of who said what."""

    least: float
    content: Measure
    wsw: Measure


class Reliability(NamedTuple):
    """The confidences of one run, judged."""

    statements: list[Judged]
    sources: list[Judged]
    thresholds: list[Threshold]


def measure(docs: Sequence[GoldDoc], predictions: Predictions) -> Reliability:
    """Judge all confidences of a run.

    Args:
        docs: The documents that were read in full.
        predictions: Their records.
    """
    statements: list[Judged] = []
    sources: list[Judged] = []
    for doc in docs:
        of_statements, of_sources = judge(place_again(doc), predictions.of(doc.doc)["statements"])
        statements += of_statements
        sources += of_sources
    return Reliability(statements, sources, [at_least(least, docs, predictions) for least in THRESHOLDS])


def judge(gold: GoldDoc, statements: Sequence[Statement]) -> tuple[list[Judged], list[Judged]]:
    """Judge one document's confidences: of its statements, and of the sources of those that are right.

    Args:
        gold: The document.
        statements: Those found; a confidence that is None or absent is not judged.
    """
    paired = pair(Text(gold.text), statements, gold.statements)
    gold_of = {i: j for j, i in paired.content.items()}
    of_statements, of_sources = [], []
    for i, statement in enumerate(statements):
        confidence = statement.get("confidence") or {}
        if confidence.get("statement") is not None and paired.pred_roles[i]["content"]:
            of_statements.append((float(confidence["statement"]), i in gold_of))
        if confidence.get("source") is not None and i in gold_of:
            fits = source_fits(paired.pred_roles[i], paired.gold_roles[gold_of[i]])
            of_sources.append((float(confidence["source"]), fits))
    return of_statements, of_sources


def at_least(least: float, docs: Sequence[GoldDoc], predictions: Predictions) -> Threshold:
    """Score what ``--min-confidence`` leaves; a statement without a measure stays.

    Args:
        least: The least confidence of a statement.
        docs: The documents.
        predictions: Their records.
    """
    tallies: Tallies = Counter()
    for doc in docs:
        kept = [s for s in predictions.of(doc.doc)["statements"] if _sure(s, least)]
        tallies.update(score_spans(doc, kept)[0])
    numbers = metrics(tallies)
    return Threshold(least, numbers["content/all"], numbers["wsw/all"])


def _sure(statement: Statement, least: float) -> bool:
    confidence = (statement.get("confidence") or {}).get("statement")
    return confidence is None or confidence >= least


def bands(judged: Iterable[Judged]) -> list[Band]:
    """Sort confidences into bands of equal width; empty ones are left out."""
    members: list[list[Judged]] = [[] for _ in range(N_BANDS)]
    for confidence, right in judged:
        members[min(int(confidence * N_BANDS), N_BANDS - 1)].append((confidence, right))
    return [
        Band(k / N_BANDS, (k + 1) / N_BANDS, _mean(c for c, _ in own), _mean(right for _, right in own), len(own))
        for k, own in enumerate(members)
        if own
    ]


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)


def calibration_error(judged: Sequence[Judged]) -> float:
    """The expected calibration error, 0 to 1; 0 where nothing was judged."""
    return sum(band.n * abs(band.mean - band.right) for band in bands(judged)) / len(judged) if judged else 0.0


def as_lines(found: Reliability) -> list[str]:
    """The bands and the thresholds as text; per cent."""
    lines = []
    for name, judged in (("statement", found.statements), ("source", found.sources)):
        lines.append(f"{name}: {len(judged)} judged, expected calibration error {100 * calibration_error(judged):.1f}")
        lines += [f"  {b.low:.1f}–{b.high:.1f}  mean {b.mean:.2f}  right {b.right:.2f}  n {b.n}" for b in bands(judged)]
    lines.append("--min-confidence: content found P R F1, who said what P R F1, statements kept")
    lines += [f"  {t.least:.1f}  {_prf(t.content)}  {_prf(t.wsw)}  {t.wsw['n_pred']:4.0f}" for t in found.thresholds]
    return lines


def _prf(measure: Measure) -> str:
    return " ".join(f"{100 * measure[part]:5.1f}" for part in ("p", "r", "f1"))


def as_json(found: Reliability) -> dict[str, Any]:
    """The same for machines."""
    kinds = {"statement": found.statements, "source": found.sources}
    return {
        name: {"ece": calibration_error(judged), "bands": [b._asdict() for b in bands(judged)]}
        for name, judged in kinds.items()
    } | {"thresholds": [t._asdict() for t in found.thresholds]}
