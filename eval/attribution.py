"""Attribution: source, cue and content spans against text marked by people (PolNeAR's brat files).

The scored set is the statements with a cue and no parent, as PolNeAR marks them; the others are counted apart. The
numbers equal those of ``score.py`` beside the data, to the digit; its words:

- token: words that carry the role in any statement.
- exact: a predicted role is right if a gold statement has the identical words for it, each gold one used once.
- soft: how much of a predicted role lies in a single gold one (precision), and the reverse (recall).
- wsw, who said what: statements matched one to one by content (IoU of words of .5 or more) with a shared source word.
- content: the same without the source; source_accuracy: how many of those pairs pass the source test.
- By quote type: recall by the gold's type, precision by the prediction's own.

Beside these, by cue and by publisher: who said what by the class of the cue and by the outlet (``eval/facets.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from eval.cues import cue_class
from eval.facets import facet_metrics, tally_facet
from eval.gold import read_brat
from eval.matching import (
    ROLES,
    Measure,
    Roles,
    as_roles,
    match,
    pair,
    precision_recall,
    source_fits,
)
from eval.task import (
    HALF_A_POINT,
    Case,
    DocScore,
    GoldDoc,
    Headline,
    Metrics,
    Record,
    Statement,
    Tallies,
    Task,
    spans_of,
)
from eval.words import Text

TYPES = ("direct", "mixed", "indirect")


def scored(statement: Statement) -> bool:
    """Whether a predicted statement is of the kind that PolNeAR marks: with a cue, and inside no other."""
    return bool(statement.get("cue")) and not statement.get("parent")


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one document's statements that have a cue and no parent.

    Args:
        gold: The marked document.
        record: Its record.
    """
    kept = [s for s in record["statements"] if scored(s)]
    tallies, cases = score_spans(gold, kept)
    paired = pair(Text(gold.text), kept, gold.statements)
    tally_facet(tallies, "cue", paired, lambda s: cue_class(gold.text, s))
    tally_facet(tallies, "publisher", paired, lambda _: gold.doc.partition("_")[0])  # as PolNeAR names its files
    for statement in record["statements"]:
        if statement.get("parent"):
            tallies["apart/nested"] += 1
        elif not statement.get("cue"):
            tallies["apart/no cue"] += 1
    return DocScore(gold.doc, tallies, tuple(cases))


def score_spans(gold: GoldDoc, statements: Sequence[Statement]) -> tuple[Tallies, list[Case]]:
    """Tally a document's spans, and say of each statement whether it was found.

    Args:
        gold: The marked document.
        statements: Predicted statements, all of which count.
    """
    text = Text(gold.text)
    golds = [as_roles(text, s) for s in gold.statements]
    preds = [as_roles(text, s) for s in statements]
    tallies: Tallies = Counter({"docs": 1, "words": len(text.starts)})
    for role in ROLES:
        _tally_role(tallies, role, [s[role] for s in preds if s[role]], [s[role] for s in golds if s[role]])
    gold_places = [j for j, s in enumerate(golds) if s["content"]]
    pred_places = [i for i, s in enumerate(preds) if s["content"]]
    found = _tally_pairs(tallies, text, [preds[i] for i in pred_places], [golds[j] for j in gold_places])
    pairs = {
        name: {gold_places[j]: pred_places[i] for i, j in matched}  # gold's place → prediction's place
        for name, matched in found.items()
    }
    cases = [
        Case(gold.doc, spans_of(s), False, {"who said what": j in pairs["wsw"], "content": j in pairs["content"]})
        for j, s in enumerate(gold.statements)
        if golds[j]["content"]
    ]
    used = set(pairs["content"].values())
    cases += [Case(gold.doc, spans_of(statements[i]), True, {}) for i in pred_places if i not in used]
    return tallies, cases


def _tally_role(tallies: Tallies, role: str, preds: Sequence[frozenset[int]], golds: Sequence[frozenset[int]]) -> None:
    all_pred, all_gold = frozenset[int]().union(*preds), frozenset[int]().union(*golds)
    soft_p = sum(max((len(p & g) for g in golds), default=0) / len(p) for p in preds)
    soft_r = sum(max((len(p & g) for p in preds), default=0) / len(g) for g in golds)
    counts = {
        "token/tp": len(all_pred & all_gold),
        "token/pred": len(all_pred),
        "token/gold": len(all_gold),
        "exact/tp": sum((Counter(preds) & Counter(golds)).values()),
        "span/pred": len(preds),
        "span/gold": len(golds),
        "soft/p": soft_p,
        "soft/r": soft_r,
    }
    for name, count in counts.items():
        tallies[f"{name}/{role}"] += count  # type: ignore[assignment]  # soft counts are fractions


def _tally_pairs(
    tallies: Tallies, text: Text, preds: Sequence[Roles], golds: Sequence[Roles]
) -> dict[str, list[tuple[int, int]]]:
    pred_types = [text.quote_type(s["content"]) for s in preds]
    gold_types = [text.quote_type(s["content"]) for s in golds]
    tallies.update(f"stmt/pred/{t}" for t in pred_types)
    tallies.update(f"stmt/gold/{t}" for t in gold_types)
    pairs = {"wsw": match(preds, golds, with_source=True), "content": match(preds, golds, with_source=False)}
    for name, matched in pairs.items():
        tallies.update(f"{name}/p/{pred_types[i]}" for i, _ in matched)
        tallies.update(f"{name}/r/{gold_types[j]}" for _, j in matched)
    for i, j in pairs["content"]:
        if golds[j]["source"]:
            tallies[f"src/n/{gold_types[j]}"] += 1
            tallies[f"src/ok/{gold_types[j]}"] += source_fits(preds[i], golds[j])
    return pairs


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over documents; those of ``score.py`` are named as there."""
    out: Metrics = {}
    for role in ROLES:
        n_pred, n_gold = n[f"span/pred/{role}"], n[f"span/gold/{role}"]
        tp, exact = n[f"token/tp/{role}"], n[f"exact/tp/{role}"]
        out[f"token/{role}"] = precision_recall(tp, n[f"token/pred/{role}"], tp, n[f"token/gold/{role}"])
        out[f"exact/{role}"] = precision_recall(exact, n_pred, exact, n_gold)
        out[f"soft/{role}"] = precision_recall(n[f"soft/p/{role}"], n_pred, n[f"soft/r/{role}"], n_gold)
    for name in ("wsw", "content"):
        for kind in ("all", *TYPES):
            tp_pred, tp_gold = _count(n, f"{name}/p", kind), _count(n, f"{name}/r", kind)
            n_pred, n_gold = _count(n, "stmt/pred", kind), _count(n, "stmt/gold", kind)
            out[f"{name}/{kind}"] = precision_recall(tp_pred, n_pred, tp_gold, n_gold)
    for kind in ("all", *TYPES):
        out[f"source_accuracy/{kind}"] = _accuracy(_count(n, "src/ok", kind), _count(n, "src/n", kind))
    return out | facet_metrics(n)


def _count(n: Tallies, name: str, kind: str) -> int:
    return sum(n[f"{name}/{t}"] for t in TYPES) if kind == "all" else n[f"{name}/{kind}"]


def _accuracy(ok: int, total: int) -> Measure:
    return {"accuracy": ok / total if total else 0.0, "ok": ok, "n": total}


def apart(n: Tallies) -> dict[str, int]:
    """Statements that were left out of the scored set, by reason."""
    return {
        "statements inside another's content": n["apart/nested"],
        "statements without a cue of their own": n["apart/no cue"],
    }


TASK = Task(
    name="attribution",
    splits={"dev": "polnear/dev", "train": "polnear/train"},
    load=read_brat,
    score=score_doc,
    metrics=metrics,
    apart=apart,
    headlines=(
        Headline("wsw/all", "f1", margin=HALF_A_POINT),
        Headline("wsw/direct", "f1", margin=HALF_A_POINT),
        Headline("wsw/mixed", "f1"),
        Headline("wsw/indirect", "f1"),
        Headline("content/all", "f1", margin=HALF_A_POINT),
        Headline("source_accuracy/all", "accuracy"),
        Headline("exact/content", "f1", margin=HALF_A_POINT),
        Headline("exact/source", "f1"),
        Headline("exact/cue", "f1"),
    ),
)
