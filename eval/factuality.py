"""Factuality: hedged or not, and polarity, of the events of news sentences (UW: Lee et al. 2015, crowd means).

The set gives each event, a word, how certain the author is that it happened: 3 it did, −3 it did not, 0 no telling. It
marks what was wanted, planned, asked for, conditional or still to come as uncertain whether or not a word says so: of
what is missed, three in ten follow a bare "to". The reader of certainty reads hedges; its recall here is low by what
the two measure, and the set shows mostly whether what it calls hedged is.

The mapping:

- gold hedged: between −2 and 2, both left out. Ours: the event stands in the stretch of a hedge (``Found.claim``) from
  the hedge's first word on, or anywhere in it where the hedge ends it.
- gold negative: below 0. Ours: the event stands in a negated stretch (``find_negation``), from the negation on.
- clear: without the events of which the set tells nothing either way (between −0.5 and 0.5).
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from eval.gold import fingerprint, read_rows
from eval.matching import precision_recall, share
from eval.records import Predictions
from eval.task import HALF_A_POINT, Case, DocScore, Gold, GoldDoc, Headline, Metrics, Record, Tallies, Task
from onrecord.judge.certainty import conjuncts, read_certainty
from onrecord.judge.polarity import find_negation
from onrecord.judge.words import Words
from onrecord.pipeline import RULES
from onrecord.segment.article import Article
from onrecord.spans import Span

SURE = 2.0
TELLING = 0.5


def read_events(path: Path, _texts: Path | None = None) -> Gold:
    """Read JSON lines of ``{"id", "tokens", "events": [{"tok_start", "factuality"}]}``.

    Args:
        path: The file; its sentences stand in it as tokens, which are joined by spaces.

    Raises:
        GoldError: A line is no such object.
    """
    docs = []
    for row in read_rows(path, ("id", "tokens", "events")):
        starts = [0]
        for token in row["tokens"]:
            starts.append(starts[-1] + len(token) + 1)
        events = [{"b": starts[event["tok_start"]], "value": event["factuality"]} for event in row["events"]]
        docs.append(GoldDoc(str(row["id"]), " ".join(row["tokens"]), (), {"events": events}))
    return Gold(path, tuple(docs), fingerprint([path]))


def read_gold(gold: Gold, _model: str) -> Predictions:
    """Say of each event whether it is hedged and whether it is negated."""
    predictions = Predictions()
    for doc in gold.docs:
        events = _read(doc.text, [event["b"] for event in doc.more["events"]])
        predictions.records[doc.doc] = {"events": events, "models": {}, "rules": RULES}
    return predictions


def _read(text: str, places: list[int]) -> list[dict[str, bool]]:
    hedged, negated = _hedged(text), _negated(text)
    return [
        {
            "hedged": any(span.start <= place < span.end for span in hedged),
            "negative": any(span.start <= place < span.end for span in negated),
        }
        for place in places
    ]


def _hedged(text: str) -> list[Span]:
    """The stretches that hedges bear on: from the hedge on; the whole where it stands at the stretch's end."""
    stretches = []
    for found in read_certainty(text):
        span, claim = found.certainty.span, found.claim
        stretches.append(Span(span.start, claim.end) if claim.end > span.end + 1 else claim)
    return stretches


def _negated(text: str) -> list[Span]:
    """The stretches that are negated: from the negation on."""
    words = Words(Article(text, (), (), (Span(0, len(text)),), (), ()))
    stretches = []
    for stretch in conjuncts(words.lows) if len(words) else ():
        place = find_negation(words.lows, stretch)
        if place >= 0:
            stretches.append(words.span(place, stretch[-1]))
    return stretches


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one sentence's events.

    Args:
        gold: The sentence and its events.
        record: What was read of each.
    """
    tallies: Tallies = Counter()
    cases = []
    for want, have in zip(gold.more["events"], record["events"], strict=True):
        value = want["value"]
        hedged, negative = abs(value) < SURE, value < 0
        kinds = ["all"] if hedged and abs(value) <= TELLING else ["all", "clear"]
        for kind in kinds:
            tallies[f"hedged/{kind}/gold"] += hedged
            tallies[f"hedged/{kind}/pred"] += have["hedged"]
            tallies[f"hedged/{kind}/tp"] += hedged and have["hedged"]
            tallies[f"negative/{kind}/gold"] += negative
            tallies[f"negative/{kind}/pred"] += have["negative"]
            tallies[f"negative/{kind}/tp"] += negative and have["negative"]
            tallies[f"polarity/{kind}/n"] += 1
            tallies[f"polarity/{kind}/ok"] += negative == have["negative"]
        verdicts = {"hedged": hedged == have["hedged"], "polarity": negative == have["negative"]}
        cases.append(Case(gold.doc, ((want["b"], want["b"] + 1),), False, verdicts))
    return DocScore(gold.doc, tallies, tuple(cases))


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over sentences."""
    out: Metrics = {}
    for kind in ("all", "clear"):
        for name in ("hedged", "negative"):
            tp = n[f"{name}/{kind}/tp"]
            out[f"{name}/{kind}"] = precision_recall(tp, n[f"{name}/{kind}/pred"], tp, n[f"{name}/{kind}/gold"])
        out[f"polarity/{kind}"] = share(n[f"polarity/{kind}/ok"], n[f"polarity/{kind}/n"])
    return out


TASK = Task(
    name="factuality",
    splits={"dev": "certainty/factuality_uw.dev.jsonl"},
    load=read_events,
    score=score_doc,
    metrics=metrics,
    headlines=(
        Headline("hedged/all", "f1", margin=HALF_A_POINT),
        Headline("hedged/clear", "f1"),
        Headline("negative/all", "f1", margin=HALF_A_POINT),
        Headline("polarity/all", "share", margin=HALF_A_POINT),
    ),
    read=read_gold,
)
