"""Times: spans, types and values of time expressions against TIMEX3 marked by people (TimeBank, AQUAINT).

The numbers equal those of ``score_timex.py`` beside the data, to the digit; its words:

- strict: equal spans, white space and punctuation at their edges aside; relaxed: overlapping ones.
- value: relaxed, and the values are the same string, case aside; type: relaxed, and the types are the same.
- Pairs are one to one: equal spans first, then equal values, then the larger overlap.
- By type: recall by the gold's type, precision by the prediction's own.

The rules were made on three quarters of TimeBank's documents, by a hash of their names; the last quarter is shown
apart.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.gold import fingerprint, read_rows
from eval.matching import precision_recall
from eval.records import Predictions
from eval.task import HALF_A_POINT, Case, DocScore, Gold, GoldDoc, Headline, Metrics, Record, Tallies, Task
from onrecord.judge.times import read_times
from onrecord.pipeline import RULES

KINDS = ("strict", "relaxed", "value", "type")
TYPES = ("DATE", "TIME", "DURATION", "SET")
PARTS = ("all", "three quarters", "last quarter")

Expression = Mapping[str, Any]
"""``b`` and ``e``, its place in the text; ``type``; ``value``, TIMEX3's or None."""


def read_timex(path: Path, _texts: Path | None = None) -> Gold:
    """Read JSON lines of ``{"id", "text", "dct", "timex": [{"b", "e", "type", "value"}]}``.

    Args:
        path: The file; its texts stand in it.

    Raises:
        GoldError: A line is no such object.
    """
    docs = tuple(
        GoldDoc(row["id"], row["text"], (), {"dct": row.get("dct"), "timex": row["timex"]})
        for row in read_rows(path, ("id", "text", "timex"))
    )
    return Gold(path, docs, fingerprint([path]))


def read_gold(gold: Gold, _model: str) -> Predictions:
    """Read the times of a set's texts, each against its own date."""
    predictions = Predictions()
    for doc in gold.docs:
        times = [
            {"b": found.span.start, "e": found.span.end, "type": found.type, "value": found.value}
            for found in read_times(doc.text, doc.more["dct"])
        ]
        predictions.records[doc.doc] = {"times": times, "models": {}, "rules": RULES}
    return predictions


def part_of(doc: str) -> str:
    """Whether a document was read when the rules were made: all but a quarter were, by a hash of the name."""
    return "last quarter" if int(hashlib.sha256(doc.encode()).hexdigest()[:8], 16) % 4 == 3 else "three quarters"


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one document's time expressions.

    Args:
        gold: The marked document.
        record: What was found, as ``times``.
    """
    found, marked = list(record.get("times", ())), list(gold.more["timex"])
    tallies: Tallies = Counter()
    parts = ("all", part_of(gold.doc))
    for name, expressions in (("pred", found), ("gold", marked)):
        for expression in expressions:
            tallies.update(f"{name}/{part}" for part in (*parts, _type(expression)))
    verdicts: dict[int, dict[str, bool]] = {}
    pairs = match(found, marked, gold.text)
    for i, j in pairs:
        verdicts[j] = _verdicts(found[i], marked[j], gold.text)
        for kind in (kind for kind, right in verdicts[j].items() if right):
            tallies.update(f"{kind}/{part}" for part in parts)
            tallies.update((f"{kind}/p/{_type(found[i])}", f"{kind}/r/{_type(marked[j])}"))
    missed = dict.fromkeys(KINDS, False)
    cases = [Case(gold.doc, _span(t), False, verdicts.get(j, missed)) for j, t in enumerate(marked)]
    used = {i for i, _ in pairs}
    cases += [Case(gold.doc, _span(t), True, {}) for i, t in enumerate(found) if i not in used]
    return DocScore(gold.doc, tallies, tuple(cases))


def match(found: Sequence[Expression], marked: Sequence[Expression], text: str) -> list[tuple[int, int]]:
    """Pair found expressions with marked ones that they overlap, one to one, the best first.

    Args:
        found: Predicted expressions.
        marked: Gold ones.
        text: What they index.

    Returns:
        Pairs of a place in ``found`` and a place in ``marked``.
    """
    left, right = [_trimmed(t, text) for t in found], [_trimmed(t, text) for t in marked]
    candidates = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            shared = min(a[1], b[1]) - max(a[0], b[0])
            if shared > 0:
                candidates.append((a == b, _same_value(found[i], marked[j]), shared, -i, -j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(candidates, reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return list(pairs.items())


def _trimmed(expression: Expression, text: str) -> tuple[int, int]:
    """Its place without what is no letter or digit at its edges."""
    start, end = expression["b"], expression["e"]
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _verdicts(found: Expression, marked: Expression, text: str) -> dict[str, bool]:
    return {
        "strict": _trimmed(found, text) == _trimmed(marked, text),
        "relaxed": True,
        "value": _same_value(found, marked),
        "type": _type(found) == _type(marked),
    }


def _same_value(found: Expression, marked: Expression) -> bool:
    left, right = found.get("value"), marked.get("value")
    return bool(left) and bool(right) and str(left).upper() == str(right).upper()


def _type(expression: Expression) -> str:
    return str(expression.get("type") or "").upper()


def _span(expression: Expression) -> tuple[tuple[int, int], ...]:
    return ((expression["b"], expression["e"]),)


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over documents."""
    out: Metrics = {}
    for kind in KINDS:
        for part in PARTS:
            right = n[f"{kind}/{part}"]
            out[f"{kind}/{part}"] = precision_recall(right, n[f"pred/{part}"], right, n[f"gold/{part}"])
    for kind in ("relaxed", "value"):
        for type_ in TYPES:
            of_type = (n[f"{kind}/p/{type_}"], n[f"pred/{type_}"], n[f"{kind}/r/{type_}"], n[f"gold/{type_}"])
            out[f"{kind}/{type_}"] = precision_recall(*of_type)
    return out


TASK = Task(
    name="times",
    splits={"timebank": "timex/timebank.jsonl", "aquaint": "timex/aquaint.jsonl"},
    load=read_timex,
    score=score_doc,
    metrics=metrics,
    headlines=(
        *(Headline(f"{kind}/all", "f1", margin=HALF_A_POINT) for kind in ("strict", "relaxed", "value")),
        *(Headline(f"{kind}/last quarter", "f1") for kind in ("strict", "relaxed", "value")),
        *(Headline(f"value/{type_}", "f1") for type_ in TYPES),
    ),
    read=read_gold,
)
