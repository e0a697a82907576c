"""Given: the quantities of the readings' statements where the statements themselves are given, not found.

What ``readings`` shows under "quantities" is over the statements found; this is the judgement's part alone. Values and
bounds are compared as there.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec

from eval.gold import read_readings
from eval.matching import precision_recall
from eval.readings import numbers
from eval.records import Predictions
from eval.task import HALF_A_POINT, Case, DocScore, Gold, GoldDoc, Headline, Metrics, Record, Tallies, Task, spans_of
from onrecord.judge.counting import Quantities
from onrecord.pipeline import RULES
from onrecord.segment import segment
from onrecord.spans import Span, normalise
from onrecord.types import Claim


def read_gold(gold: Gold, _model: str) -> Predictions:
    """Read the quantities in the contents of a set's own statements."""
    predictions = Predictions()
    for doc in gold.docs:
        statements = [{"quantities": found} for found in _read(doc)]
        predictions.records[doc.doc] = {"statements": statements, "models": {}, "rules": RULES}
    return predictions


def _read(doc: GoldDoc) -> list[list[dict[str, Any]]]:
    quantities = Quantities(segment(doc.text))
    out = []
    for statement in doc.statements:
        content = normalise(Span(*span) for span in spans_of(statement))
        whole = (Claim(span=Span(content[0].start, content[-1].end), polarity="positive"),) if content else ()
        claims, _ = quantities.of_claims(whole, content)
        out.append([msgspec.to_builtins(quantity) for claim in claims for quantity in claim.quantities or ()])
    return out


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one document's statements.

    Args:
        gold: The document read in full.
        record: For each of its statements the quantities read.
    """
    tallies: Tallies = Counter()
    cases = []
    for want, have in zip(gold.statements, record["statements"], strict=False):
        left, right = numbers(want.get("quantities") or []), numbers(have["quantities"])
        values = (Counter(q[:2] for q in left) & Counter(q[:2] for q in right)).total()
        both = (Counter(left) & Counter(right)).total()
        tallies.update({"gold": len(left), "pred": len(right), "value": values, "value+bound": both})
        cases.append(Case(gold.doc, spans_of(want), False, {"quantities": both == max(len(left), len(right))}))
    return DocScore(gold.doc, tallies, tuple(cases))


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over documents."""
    return {name: precision_recall(n[name], n["pred"], n[name], n["gold"]) for name in ("value", "value+bound")}


TASK = Task(
    name="quantities-given",
    splits={"dev": "readings/dev.jsonl", "train": "readings/train.jsonl"},
    load=read_readings,
    score=score_doc,
    metrics=metrics,
    headlines=(Headline("value", "f1"), Headline("value+bound", "f1", margin=HALF_A_POINT)),
    read=read_gold,
)
