"""Certainty: 120 short sentences with a hedge, or none, and the range of each on three standards.

They were written before the rules, by somebody who had not read them (``eval/certainty/README.md``). Each sentence is
read alone, by the judgement's part alone, without a model.

- band right: of the items with a band on a standard, those on which it is given, and no other; a point off is allowed
  (ipcc's thirds are rounded). stated right: the same for numbers that the source gives.
- wrong numbers: ranges given that are not the item's, on any of the standards or as stated; what the item has none of,
  or what is of another hedge in the sentence, is wrong too.
- words: items whose hedge is found, by a common word; none: items without a hedge in which none is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from eval.gold import fingerprint, read_rows
from eval.matching import share
from eval.names import name_words
from eval.places import ROOT
from eval.records import Predictions
from eval.task import HALF_A_POINT, Case, DocScore, Gold, GoldDoc, Headline, Metrics, Record, Tallies, Task
from onrecord.judge.certainty import Scale, range_of, read_certainty
from onrecord.pipeline import RULES

STANDARDS: tuple[Scale, ...] = ("icd203", "phia", "ipcc")
NUMBERS = (*STANDARDS, "stated")
TOLERANCE = {"stated": Decimal("0.011")}
ONE_POINT = Decimal(1)
GROUPS = ("plain", "negated", "stacked", "stated", "none")


def read_phrases(path: Path, _texts: Path | None = None) -> Gold:
    """Read JSON lines of ``{"id", "group", "text", "words", "icd203", "phia", "ipcc", "stated", "negated", "whose"}``.

    Args:
        path: The file; its sentences stand in it.

    Raises:
        GoldError: A line is no such object.
    """
    rows = read_rows(path, ("id", "group", "text", "words", *NUMBERS))
    return Gold(path, tuple(GoldDoc(str(row["id"]), row["text"], (), row) for row in rows), fingerprint([path]))


def read_gold(gold: Gold, _model: str) -> Predictions:
    """Read the hedges of a set's sentences."""
    predictions = Predictions()
    for doc in gold.docs:
        hedges = [_hedge(doc.text, found) for found in read_certainty(doc.text)]
        predictions.records[doc.doc] = {"certainty": hedges, "models": {}, "rules": RULES}
    return predictions


def _hedge(text: str, found: Any) -> dict[str, Any]:
    certainty = found.certainty
    words = [span.of(text) for span in (found.negation, certainty.span) if span is not None]
    ranges = {scale: range_of(certainty.phrase, scale) for scale in STANDARDS}
    return {
        "words": words,
        "whose": found.whose,
        "stated": certainty.stated,
        **{scale: None if one is None else (str(one.low), str(one.high)) for scale, one in ranges.items()},
    }


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one sentence.

    Args:
        gold: The sentence and what it says.
        record: What was found, as ``certainty``.
    """
    found, want = list(record.get("certainty", ())), gold.more
    tallies: Tallies = Counter()
    verdicts = {}
    for name in NUMBERS:
        given = {tuple(map(Decimal, one[name])) for one in found if one[name] is not None}
        right = {one for one in given if _same(one, want[name], TOLERANCE.get(name, ONE_POINT))}
        tallies[f"{name}/wrong"] += len(given - right)
        if want[name] is not None:
            tallies[f"{name}/n"] += 1
            verdicts[name] = bool(right) and right == given
            tallies[f"{name}/ok"] += verdicts[name]
        elif given:
            verdicts[name] = False
    verdicts["words"] = _words_right(want, found)
    for group in ("all", want["group"]):
        tallies[f"words/{group}/n"] += 1
        tallies[f"words/{group}/ok"] += verdicts["words"]
        tallies[f"whole/{group}/n"] += 1
        tallies[f"whole/{group}/ok"] += all(verdicts.values())
    if want["words"] is not None and verdicts["words"]:
        tallies["whose/n"] += 1
        tallies["whose/ok"] += any(one["whose"] == want.get("whose") for one in found)
    return DocScore(gold.doc, tallies, (Case(gold.doc, ((0, len(gold.text)),), False, verdicts),))


def _same(given: Sequence[Decimal], want: Sequence[float] | None, tolerance: Decimal) -> bool:
    if want is None:
        return False
    return all(abs(a - Decimal(str(b))) <= tolerance for a, b in zip(given, want, strict=True))


def _words_right(want: Mapping[str, Any], found: Sequence[Mapping[str, Any]]) -> bool:
    if want["words"] is None:
        return not found
    pieces = [want["words"]] if isinstance(want["words"], str) else want["words"]
    wanted = set(name_words(" ".join(pieces)))
    return any(wanted & set(name_words(" ".join(one["words"]))) for one in found)


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over sentences."""
    out: Metrics = {name: share(n[f"{name}/ok"], n[f"{name}/n"]) for name in NUMBERS}
    out["band"] = share(sum(n[f"{s}/ok"] for s in STANDARDS), sum(n[f"{s}/n"] for s in STANDARDS))
    out["number"] = share(sum(n[f"{s}/ok"] for s in NUMBERS), sum(n[f"{s}/n"] for s in NUMBERS))
    out["wrong"] = {"n": sum(n[f"{s}/wrong"] for s in NUMBERS)}
    out |= {f"words/{group}": share(n[f"words/{group}/ok"], n[f"words/{group}/n"]) for group in ("all", *GROUPS)}
    out |= {f"whole/{group}": share(n[f"whole/{group}/ok"], n[f"whole/{group}/n"]) for group in ("all", *GROUPS)}
    out["whose"] = share(n["whose/ok"], n["whose/n"])
    return out


TASK = Task(
    name="certainty",
    splits={"phrases": str(ROOT / "eval" / "certainty" / "phrases.jsonl")},
    load=read_phrases,
    score=score_doc,
    metrics=metrics,
    headlines=(
        Headline("wrong", "n", "less", margin=0),
        Headline("band", "share", margin=HALF_A_POINT),
        *(Headline(name, "ok") for name in NUMBERS),
        *(Headline(f"whole/{group}", "ok") for group in GROUPS),
        Headline("words/all", "share"),
        Headline("whose", "share"),
    ),
    read=read_gold,
)
