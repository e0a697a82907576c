"""Certainty given: the hedges of the readings' statements where the statements themselves are given, not found.

What ``readings`` shows under "certainty" is over the statements found; this is the judgement's part alone. As there, a
hedge is right when its words and the reading's have one in common.

- certainty: the hedges of all of a statement's claims, as ``readings`` and ``score_readings.py`` count them.
- main claim: the hedge of its first claim alone. The readings give one hedge a statement, that of its main claim; what
  later sentences of a long quotation hedge is in the record, and not in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from eval.gold import read_readings
from eval.matching import precision_recall
from eval.names import name_words
from eval.records import Predictions
from eval.task import HALF_A_POINT, Case, DocScore, Gold, GoldDoc, Headline, Metrics, Record, Tallies, Task, spans_of
from onrecord.extract.attribution import Attribution
from onrecord.judge import judge
from onrecord.pipeline import RULES
from onrecord.segment import segment
from onrecord.spans import Span, normalise
from onrecord.types import Certainty


def read_gold(gold: Gold, _model: str) -> Predictions:
    """Judge a set's own statements, and keep the words of their hedges."""
    predictions = Predictions()
    for doc in gold.docs:
        judged = judge(segment(doc.text), [_attribution(one) for one in doc.statements], doc.more.get("published"))
        statements = [{"hedges": [_words(doc.text, claim.certainty) for claim in one.claims]} for one in judged]
        predictions.records[doc.doc] = {"statements": statements, "models": {}, "rules": RULES}
    return predictions


def _words(text: str, certainty: Certainty | None) -> str:
    return "" if certainty is None else certainty.span.of(text)


def _attribution(statement: Mapping[str, Any]) -> Attribution:
    content, cue, source = (
        normalise(Span(*span) for span in spans_of(statement, role)) for role in ("content", "cue", "source")
    )
    return Attribution(content=content, cue=cue, source=source)


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one document's statements.

    Args:
        gold: The document read in full.
        record: For each of its statements the words of the hedges read.
    """
    tallies: Tallies = Counter()
    cases = []
    for want, have in zip(gold.statements, record["statements"], strict=True):
        hedge = set(name_words(want.get("certainty")))
        tallies["gold"] += bool(hedge)
        verdicts = {}
        for name, hedges in (("certainty", have["hedges"]), ("main claim", have["hedges"][:1])):
            found = set(name_words(" ".join(hedges)))
            tallies[f"pred/{name}"] += bool(found)
            tallies[f"tp/{name}"] += bool(hedge & found)
            verdicts[name] = bool(hedge & found) if hedge else not found
        cases.append(Case(gold.doc, spans_of(want), False, verdicts))
    return DocScore(gold.doc, tallies, tuple(cases))


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over documents."""
    names = ("certainty", "main claim")
    return {name: precision_recall(n[f"tp/{name}"], n[f"pred/{name}"], n[f"tp/{name}"], n["gold"]) for name in names}


TASK = Task(
    name="certainty-given",
    splits={"dev": "readings/dev.jsonl", "train": "readings/train.jsonl"},
    load=read_readings,
    score=score_doc,
    metrics=metrics,
    headlines=(Headline("certainty", "f1", margin=HALF_A_POINT), Headline("main claim", "f1", margin=HALF_A_POINT)),
    read=read_gold,
)
