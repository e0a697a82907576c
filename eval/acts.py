"""Acts: what is done by each of the readings' statements, where the statements themselves are given, not found.

What ``readings`` shows under "act" is over the statements found; this is the judgement's part alone. Cues and sources
that the gold misplaced are placed again (``eval/placed.py``).

- act: statements whose act is right, as the reader decides: by rules, scorer and the network ``accurate`` together.
- act_macro: F1 over the acts that the gold has ``COMMON_ACT`` times.
- rules and scorer: the same without the network.
- said: of the statements that no rule and no sure cue decides.
- act/…: precision, recall and F1 of one act.

Below the numbers stand the acts that were taken for one another, a row an act of the gold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from eval.gold import read_readings
from eval.matching import precision_recall, share
from eval.placed import place_again
from eval.readings import COMMON_ACT
from eval.records import Predictions
from eval.systems import open_reader
from eval.task import HALF_A_POINT, Case, DocScore, Gold, GoldDoc, Headline, Metrics, Record, Tallies, Task, spans_of
from onrecord.clean import clean
from onrecord.encode.model import Encoded
from onrecord.extract.acts import chances_at
from onrecord.extract.attribution import Attribution
from onrecord.judge.acts import decide_act
from onrecord.judge.said import read_said
from onrecord.judge.words import Words
from onrecord.pipeline import RULES
from onrecord.segment import segment
from onrecord.spans import Alignment, Span, normalise
from onrecord.types import ACTS

SCORED = "act.scorer"
"""The rule of a verdict that no rule on words gave."""


def read_gold(gold: Gold, model: str) -> Predictions:
    """Judge the acts of a set's own statements."""
    network = open_reader(model).model
    predictions = Predictions()
    for doc in map(place_again, gold.docs):
        view = clean(doc.text)
        article = segment(view.text)
        encoded, words = network.encode(article), Words(article)
        statements = [_judge(encoded, words, view.alignment, statement) for statement in doc.statements]
        models = {network.name: network.digest}
        predictions.records[doc.doc] = {"statements": statements, "models": models, "rules": RULES}
    return predictions


def _judge(encoded: Encoded, words: Words, alignment: Alignment, statement: Mapping[str, Any]) -> dict[str, Any]:
    content, cue, source = (
        normalise(alignment.to_view(Span(*span)) for span in spans_of(statement, role))
        for role in ("content", "cue", "source")
    )
    said = read_said(words, Attribution(content=content, cue=cue, source=source))
    touched = [encoded.words.touching(span) for span in content]
    spoken = [word for run in touched for word in run]
    heads = [run for run in map(encoded.words.touching, cue) if run]
    seen: dict[Any, float] = {}
    if spoken:
        anchor = heads[0][-1] if heads else spoken[0]
        seen = dict(zip(ACTS, chances_at(encoded, anchor, spoken), strict=True))
    verdict = decide_act(said, seen)
    return {"act": verdict.act, "alone": decide_act(said, {}).act, "rule": verdict.rule}


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one document's statements.

    Args:
        gold: The document read in full.
        record: For each of its statements the act, the act without the network, and the rule that decided.
    """
    tallies: Tallies = Counter()
    cases = []
    for want, have in zip(gold.statements, record["statements"], strict=True):
        right = have["act"] == want["act"]
        tallies.update({"n": 1, "ok": right, "alone": have["alone"] == want["act"]})
        if have["rule"] == SCORED:
            tallies.update({"said/n": 1, "said/ok": right})
        tallies[f"for/{want['act']}/{have['act']}"] += 1
        cases.append(Case(gold.doc, spans_of(want), False, {"act": right}))
    return DocScore(gold.doc, tallies, tuple(cases))


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over documents."""
    out: Metrics = {"act": share(n["ok"], n["n"])}
    counts = _confusion(n)
    single: Metrics = {}
    for act in ACTS:
        wanted = sum(counts[act, other] for other in ACTS)
        given = sum(counts[other, act] for other in ACTS)
        if wanted or given:
            single[f"act/{act}"] = precision_recall(counts[act, act], given, counts[act, act], wanted)
    common = [measure["f1"] for measure in single.values() if measure["n_gold"] >= COMMON_ACT]
    out["act_macro"] = {"f1": sum(common) / len(common) if common else 0.0, "acts": len(common)}
    out["rules and scorer"] = share(n["alone"], n["n"])
    out["said"] = share(n["said/ok"], n["said/n"])
    return out | single


def _confusion(n: Tallies) -> Counter[tuple[str, str]]:
    """How often an act of the gold (first) was read as an act (second)."""
    return Counter({(want, have): n[f"for/{want}/{have}"] for want in ACTS for have in ACTS})


def confusion_table(n: Tallies) -> list[str]:
    """The acts taken for one another as a table: a row an act of the gold, a column an act read.

    Args:
        n: Tallies summed over documents.
    """
    counts = _confusion(n)
    met = [act for act in ACTS if any(counts[act, other] or counts[other, act] for other in ACTS)]
    lines = ["gold \\ read " + " ".join(f"{act[:4]:>4}" for act in met)]
    for want in met:
        cells = " ".join(f"{counts[want, have] or '·':>4}" for have in met)
        lines.append(f"{want:<11} {cells}")
    return lines


TASK = Task(
    name="acts",
    splits={"dev": "readings/dev.jsonl", "train": "readings/train.jsonl"},
    load=read_readings,
    score=score_doc,
    metrics=metrics,
    headlines=(Headline("act", "share", margin=HALF_A_POINT), Headline("act_macro", "f1"), Headline("said", "share")),
    tables=confusion_table,
    read=read_gold,
)
