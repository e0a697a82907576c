"""Quantities: values, units and changes against NewsQuant's news sentences, each quantity of which people marked.

The numbers equal those of ``score_quantities.py`` beside the data, to the digit; its words:

- value: equal values, a range only with a range; value+unit: and the units agree (``eval/units.py``); value+change: and
  the signs are the same; all: all three. Quantities of a sentence are paired one to one, as many as can be.
- measures: recall of value+unit over the quantities whose unit is a measure.

``eval/newsquant.py`` says how the record's quantities are written as the set's. The rules were made on three quarters
of the sentences, by a hash of their names; the last quarter is shown apart.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from eval.gold import fingerprint, read_rows
from eval.matching import assign, precision_recall, share
from eval.newsquant import Value, read_sentence
from eval.records import Predictions
from eval.task import HALF_A_POINT, Case, DocScore, Gold, GoldDoc, Headline, Metrics, Record, Tallies, Task
from eval.units import agree, canonical, is_measure
from onrecord.pipeline import RULES

PARTS = ("all", "three quarters", "last quarter")
Quantity = Mapping[str, Any]
"""``value``, a number or two; ``unit``; ``change``, a sign."""

RELATIONS: dict[str, Callable[[Quantity, Quantity], bool]] = {
    "value": lambda a, b: _same(a["value"], b["value"]),
    "value+unit": lambda a, b: _same(a["value"], b["value"]) and agree(a["unit"], b["unit"]),
    "value+change": lambda a, b: _same(a["value"], b["value"]) and a["change"] == b["change"],
    "all": lambda a, b: _same(a["value"], b["value"]) and agree(a["unit"], b["unit"]) and a["change"] == b["change"],
}
TOLERANCE = 1e-6


def read_newsquant(path: Path, _texts: Path | None = None) -> Gold:
    """Read JSON lines of ``{"id", "text", "quantities": [{"value", "unit", "normalized_unit", "change"}]}``.

    Args:
        path: The file; its sentences stand in it.

    Raises:
        GoldError: A line is no such object.
    """
    docs = []
    for row in read_rows(path, ("id", "text", "quantities")):
        marked = [quantity for quantity in map(_marked, row["quantities"]) if quantity["value"] is not None]
        docs.append(GoldDoc(row["id"], row["text"], (), {"quantities": marked}))
    return Gold(path, tuple(docs), fingerprint([path]))


def _marked(row: Mapping[str, Any]) -> Quantity:
    unit = row.get("normalized_unit", row.get("unit"))
    return {"value": _number(str(row["value"])), "unit": unit, "change": (row.get("change") or "=").strip()}


def _number(printed: str) -> Value | None:
    """A value as it is written in the file: "27.0", "1.99E-29", or "40-50" of a range."""
    printed = printed.replace(",", "").strip()
    low, dash, high = printed.rpartition("-")
    try:
        return float(printed)
    except ValueError:
        return (float(low), float(high)) if dash and low else None


def read_gold(gold: Gold, _model: str) -> Predictions:
    """Read the quantities of a set's sentences."""
    predictions = Predictions()
    for doc in gold.docs:
        predictions.records[doc.doc] = {"quantities": read_sentence(doc.text), "models": {}, "rules": RULES}
    return predictions


def part_of(doc: str) -> str:
    """Whether a sentence was read when the rules were made: all but a quarter were, by a hash of the name."""
    return "last quarter" if int(hashlib.sha256(doc.encode()).hexdigest(), 16) % 4 == 3 else "three quarters"


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one sentence's quantities.

    Args:
        gold: The marked sentence.
        record: What was found, as ``quantities``.
    """
    found, marked = list(record.get("quantities", ())), list(gold.more["quantities"])
    tallies: Tallies = Counter()
    verdicts = {}
    for part in ("all", part_of(gold.doc)):
        tallies[f"pred/{part}"] += len(found)
        tallies[f"gold/{part}"] += len(marked)
        for name, relation in RELATIONS.items():
            pairs = pair(found, marked, relation)
            tallies[f"{name}/{part}"] += len(pairs)
            verdicts[name] = len(pairs) == max(len(found), len(marked))
            if name == "value+unit" and part == "all":
                measures = {j for j, q in enumerate(marked) if is_measure(canonical(q["unit"]))}
                tallies["measures/n"] += len(measures)
                tallies["measures/ok"] += len(measures & {j for _, j in pairs})
    return DocScore(gold.doc, tallies, (Case(gold.doc, ((0, len(gold.text)),), False, verdicts),))


def pair(
    found: Sequence[Quantity], marked: Sequence[Quantity], relation: Callable[[Quantity, Quantity], bool]
) -> list[tuple[int, int]]:
    """Pair quantities one to one, as many as can be.

    Args:
        found: Predicted ones.
        marked: Gold ones.
        relation: Whether two may be a pair.
    """
    if not found or not marked:
        return []
    return assign(np.array([[float(relation(a, b)) for b in marked] for a in found]))


def _same(left: Value, right: Value) -> bool:
    if isinstance(left, tuple) and isinstance(right, tuple):
        return all(_close(a, b) for a, b in zip(sorted(left), sorted(right), strict=True))
    return not isinstance(left, tuple) and not isinstance(right, tuple) and _close(left, right)


def _close(left: float, right: float) -> bool:
    return abs(left - right) <= TOLERANCE * max(abs(left), abs(right))


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over sentences."""
    out: Metrics = {}
    for part in PARTS:
        for name in RELATIONS:
            tp = n[f"{name}/{part}"]
            key = name if part == "all" else f"{name}, {part}"
            out[key] = precision_recall(tp, n[f"pred/{part}"], tp, n[f"gold/{part}"])
    out["measures"] = share(n["measures/ok"], n["measures/n"])
    return out


TASK = Task(
    name="quantities",
    splits={"dev": "quantities/newsquant.dev.jsonl"},
    load=read_newsquant,
    score=score_doc,
    metrics=metrics,
    headlines=(
        Headline("value", "f1", margin=HALF_A_POINT),
        Headline("value+unit", "f1", margin=HALF_A_POINT),
        Headline("value+change", "f1", margin=HALF_A_POINT),
        Headline("value, last quarter", "f1"),
        Headline("value+unit, last quarter", "f1"),
        Headline("value+change, last quarter", "f1"),
    ),
    read=read_gold,
)
