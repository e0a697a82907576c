"""Readings: the whole record against articles that were read in full by one guide.

All statements are scored, nested ones too. The numbers equal those of ``score_readings.py`` beside the data, to the
digit. Spans are scored as in ``attribution``; then, over the statements matched by content alone:

- speaker: named gold speakers right, wrong or none; unnamed ones right when no named entity is given.
- end_to_end: named gold statements that were found and whose speaker is right, of all named gold statements.
- kind, act, polarity, negated: right, where the record has a value. act_macro: F1 over acts that gold has 5 times.
- certainty: F1 of statements with a hedge whose words overlap. quantities: F1 of numbers. role: titles recalled.

Three more that the scorer beside the data does not have:

- placed: the spans against gold whose cues and sources were placed again (``eval/placed.py``).
- nested: statements inside another's content, and their parents (``eval/nesting.py``).
- by cue, by origin: who said what by the class of the cue and by the outlet (``eval/facets.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from eval.attribution import metrics as span_metrics
from eval.attribution import score_spans
from eval.cues import cue_class
from eval.facets import facet_metrics, tally_facet
from eval.gold import read_readings
from eval.matching import Measure, as_roles, match, pair, share
from eval.names import is_speaker, name_words
from eval.nesting import nesting_metrics, tally_nesting
from eval.placed import place_again
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

COMMON_ACT = 5
"""An act enters the macro-average when gold has it so many times."""

PLACED = "placed/"
"""Before the names of tallies and numbers against gold that was placed again."""

Entity = Mapping[str, Any]
Number = tuple[Decimal | None, Decimal | None, str]
"""A quantity's low, high and bound; an open side is None."""


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one document's whole record.

    Args:
        gold: The document read in full.
        record: Its record.
    """
    statements = record["statements"]
    tallies, span_cases = score_spans(gold, statements)
    text = Text(gold.text)
    preds, golds = ([as_roles(text, s) for s in part] for part in (statements, gold.statements))
    with_content = [j for j, roles in enumerate(golds) if roles["content"]]  # the gold cases are these, in this order
    verdicts = {j: dict(case.verdicts) for j, case in zip(with_content, span_cases, strict=False)}
    matched = {j: i for i, j in match(preds, golds, with_source=False)}
    entities = {e["id"]: e for e in record["entities"]}
    for j, want in enumerate(gold.statements):
        tallies["named/all"] += bool(_named(want))
        if j in matched:
            have = statements[matched[j]]
            speakers = [entities[i] for i in have.get("speaker_ids") or [] if i in entities]
            tallies["matched"] += 1
            verdicts[j] |= _score_speaker(tallies, want, speakers)
            verdicts[j] |= _score_fields(tallies, want, have, speakers)
            _score_hedge(tallies, gold.text, want, have)
            _score_numbers(tallies, want, have)
            _score_role(tallies, want, speakers)
    _score_beside(tallies, gold, statements)
    cases = [Case(gold.doc, spans_of(gold.statements[j]), False, answers) for j, answers in verdicts.items()]
    return DocScore(gold.doc, tallies, (*cases, *(case for case in span_cases if case.spurious)))


def _score_beside(tallies: Tallies, gold: GoldDoc, statements: Sequence[Statement]) -> None:
    """Count what the scorer beside the data does not: placed again, nested, by cue and by outlet."""
    paired = pair(Text(gold.text), statements, gold.statements)
    tally_nesting(tallies, paired)
    tally_facet(tallies, "cue", paired, lambda s: cue_class(gold.text, s))
    tally_facet(tallies, "origin", paired, lambda _: str(gold.more.get("origin", "unknown")))
    placed, _ = score_spans(place_again(gold), statements)
    tallies.update({f"{PLACED}{name}": count for name, count in placed.items()})


def _named(want: Statement) -> bool:
    return bool(want.get("named")) and bool(want.get("speaker"))


def _score_speaker(tallies: Tallies, want: Statement, speakers: Sequence[Entity]) -> dict[str, bool]:
    named = [e for e in speakers if e.get("named")]
    if not _named(want):
        tallies["unnamed/wrong" if named else "unnamed/right"] += 1
        return {"speaker": not named}
    joint = len(named) > 1
    right = bool(named) and all(is_speaker(want["speaker"], e, want.get("kind"), joint=joint) for e in named)
    tallies["named/right" if right else "named/wrong" if named else "named/none"] += 1
    return {"speaker": right}


def _score_fields(tallies: Tallies, want: Statement, have: Statement, speakers: Sequence[Entity]) -> dict[str, bool]:
    polarity = next((claim.get("polarity") for claim in have.get("claims") or []), None)
    kind = speakers[0].get("kind") if speakers else have.get("kind")
    values = {"kind": kind, "act": have.get("act"), "polarity": polarity, "negated": have.get("negated")}
    verdicts = {}
    for field, value in values.items():
        if value is not None and want.get(field) is not None:
            verdicts[field] = bool(value == want[field])
            tallies[f"{field}/n"] += 1
            tallies[f"{field}/ok"] += verdicts[field]
    tallies[f"acts/gold/{want['act']}"] += 1
    tallies[f"acts/pred/{have.get('act')}"] += 1
    tallies[f"acts/tp/{want['act']}"] += have.get("act") == want["act"]
    return verdicts


def _score_hedge(tallies: Tallies, text: str, want: Statement, have: Statement) -> None:
    spans = [claim["certainty"]["span"] for claim in have.get("claims") or [] if claim.get("certainty")]
    words = name_words(" ".join(text[start:end] for start, end in spans))
    hedge = want.get("certainty")
    tallies["hedge/gold"] += bool(hedge)
    tallies["hedge/pred"] += bool(spans)
    tallies["hedge/tp"] += bool(hedge and spans and set(name_words(hedge)) & set(words))


def _score_numbers(tallies: Tallies, want: Statement, have: Statement) -> None:
    gold = numbers(want.get("quantities") or [])
    pred = numbers(q for claim in have.get("claims") or [] for q in claim.get("quantities") or [])
    tallies["numbers/gold"] += len(gold)
    tallies["numbers/pred"] += len(pred)
    tallies["numbers/tp"] += sum((Counter(q[:2] for q in gold) & Counter(q[:2] for q in pred)).values())
    tallies["numbers/tp bound"] += sum((Counter(gold) & Counter(pred)).values())


def numbers(quantities: Iterable[Mapping[str, Any]]) -> list[Number]:
    """The quantities that have a number, with the sides that their bound leaves open set to None."""
    out: list[Number] = []
    for quantity in quantities:
        low, high, bound = _number(quantity.get("low")), _number(quantity.get("high")), quantity["bound"]
        value = low if low is not None else high
        if value is None:  # "dozens"
            continue
        top = high if high is not None else value
        if bound in ("at-least", "more-than"):
            out.append((value, None, bound))
        elif bound in ("at-most", "less-than"):
            out.append((None, top, bound))
        else:
            out.append((value, top, bound))
    return out


def _number(value: Any) -> Decimal | None:
    try:
        return None if value is None else Decimal(str(value).replace(",", "")).normalize()
    except InvalidOperation:
        return None


def _score_role(tallies: Tallies, want: Statement, speakers: Sequence[Entity]) -> None:
    title = name_words((want.get("role") or {}).get("title"))
    if not (want.get("role") or {}).get("title"):
        return
    roles = [role for e in speakers for role in e.get("roles") or []]
    ours = {word for r in roles for word in name_words(r.get("title")) + name_words(r.get("organisation"))}
    tallies["role/n"] += 1
    tallies["role/ok"] += bool(title) and sum(word in ours for word in title) * 2 >= len(title)


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over documents; those of ``score_readings.py`` are named as there."""
    out = _spans(n)
    known = n["named/right"] + n["named/wrong"] + n["named/none"]
    out["speaker/named right"] = share(n["named/right"], known)
    out["speaker/named wrong"] = share(n["named/wrong"], known)
    out["speaker/unnamed right"] = share(n["unnamed/right"], n["unnamed/right"] + n["unnamed/wrong"])
    out["end_to_end/right"] = share(n["named/right"], n["named/all"])
    out["end_to_end/wrong"] = share(n["named/wrong"], n["named/all"])
    for field in ("kind", "act", "polarity", "negated"):
        out[field] = share(n[f"{field}/ok"], n[f"{field}/n"])
    out["act_macro"] = _macro(n)
    out["certainty"] = _prf(n["hedge/tp"], n["hedge/pred"], n["hedge/gold"])
    out["quantities/value"] = _prf(n["numbers/tp"], n["numbers/pred"], n["numbers/gold"])
    out["quantities/value+bound"] = _prf(n["numbers/tp bound"], n["numbers/pred"], n["numbers/gold"])
    out["role"] = share(n["role/ok"], n["role/n"])
    placed: Tallies = Counter({k.removeprefix(PLACED): count for k, count in n.items() if k.startswith(PLACED)})
    out |= {f"{PLACED}{name}": measure for name, measure in _spans(placed).items()}
    return out | nesting_metrics(n) | facet_metrics(n)


def _spans(n: Tallies) -> Metrics:
    kept = ("wsw", "content/", "exact", "source_accuracy/all")
    return {name: measure for name, measure in span_metrics(n).items() if name.startswith(kept)}


def _macro(n: Tallies) -> Measure:
    prefix = "acts/gold/"
    acts = sorted(key.removeprefix(prefix) for key in n if key.startswith(prefix) and n[key] >= COMMON_ACT)
    f1s = [2 * n[f"acts/tp/{a}"] / (n[f"acts/gold/{a}"] + n[f"acts/pred/{a}"]) for a in acts]
    return {"f1": sum(f1s) / len(f1s) if f1s else 0.0, "acts": len(f1s)}


def _prf(tp: int, n_pred: int, n_gold: int) -> Measure:
    p, r = tp / n_pred if n_pred else 0.0, tp / n_gold if n_gold else 0.0
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0, "tp": tp, "n_pred": n_pred, "n_gold": n_gold}


def apart(n: Tallies) -> dict[str, int]:
    """Nothing is left out: the number of gold statements that the later numbers are over."""
    return {"statements matched by content": n["matched"]}


TASK = Task(
    name="readings",
    splits={"dev": "readings/dev.jsonl", "train": "readings/train.jsonl"},
    load=read_readings,
    score=score_doc,
    metrics=metrics,
    apart=apart,
    headlines=(
        Headline("wsw/all", "f1", margin=HALF_A_POINT),
        Headline("wsw/direct", "f1"),
        Headline("wsw/mixed", "f1"),
        Headline("wsw/indirect", "f1"),
        Headline("placed/wsw/all", "f1"),
        Headline("content/all", "f1", margin=HALF_A_POINT),
        Headline("nested/who said what", "share"),
        Headline("nested/parent", "f1"),
        Headline("end_to_end/right", "share", margin=HALF_A_POINT),
        Headline("end_to_end/wrong", "share", "less", margin=HALF_A_POINT),
        Headline("speaker/unnamed right", "share"),
        Headline("kind", "share", margin=HALF_A_POINT),
        Headline("act", "share", margin=HALF_A_POINT),
        Headline("act_macro", "f1"),
        Headline("polarity", "share", margin=HALF_A_POINT),
        Headline("certainty", "f1", margin=HALF_A_POINT),
        Headline("quantities/value+bound", "f1"),
        Headline("role", "share"),
    ),
)
