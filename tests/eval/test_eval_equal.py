"""The numbers equal those of the scorers beside the data, to the digit."""

from __future__ import annotations

import importlib
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from eval import attribution, readings
from eval.gold import read_brat, read_readings
from eval.places import data_folder
from eval.systems import read_all
from eval.task import DocScore, GoldDoc, total

SCORERS = data_folder().parent / "score"
pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(
        not (SCORERS.is_dir() and data_folder().is_dir()),
        reason="the corpora and their scorers are not on this machine (see $ONRECORD_DATA)",
    ),
]


@pytest.fixture
def scorers() -> Iterator[dict[str, ModuleType]]:
    sys.path.insert(0, str(SCORERS))
    try:
        yield {name: importlib.import_module(name) for name in ("score", "score_readings")}
    finally:
        sys.path.remove(str(SCORERS))
        for name in ("score", "score_readings"):
            sys.modules.pop(name, None)


def worsen(doc: GoldDoc, rng: random.Random) -> list[dict[str, Any]]:
    """Statements as a middling system might give them: some missing, doubled, moved, with another's source."""
    out: list[dict[str, Any]] = []
    for gold in doc.statements:
        if rng.random() < 0.15:
            continue
        pred = dict(gold) | {role: move(gold.get(role) or [], rng) for role in ("source", "cue", "content")}
        if rng.random() < 0.1:
            pred["source"] = rng.choice(doc.statements)["source"]
        out.append(pred)
        if rng.random() < 0.1:
            out.append(pred | {"content": move(pred["content"], rng)})
    rng.shuffle(out)
    return out


def move(spans: list[list[int]], rng: random.Random) -> list[list[int]]:
    moved = [[max(0, a + rng.choice([0, 0, -7, 5, 12])), b + rng.choice([0, 0, -9, 6, 20])] for a, b in spans]
    return [[a, b] for a, b in moved if a < b and rng.random() > 0.05]


def test_attribution(scorers: dict[str, ModuleType]) -> None:
    folder, rng = data_folder() / "polnear" / "dev", random.Random(1)
    gold = read_brat(folder)
    theirs = scorers["score"].read_gold(str(folder))
    assert {doc.doc: (doc.text, list(doc.statements)) for doc in gold.docs} == theirs
    preds = {doc.doc: worsen(doc, rng) for doc in gold.docs if rng.random() > 0.05}
    scores = [DocScore(doc.doc, *attribution.score_spans(doc, preds.get(doc.doc, []))) for doc in gold.docs]
    tallies = total(scores)
    ours = attribution.metrics(tallies) | {"docs": tallies["docs"], "words": tallies["words"]}
    assert ours == scorers["score"].score(theirs, preds)


def as_record(doc: GoldDoc, rng: random.Random) -> dict[str, Any]:
    """A middling system's record, with the fields that readings are scored on."""
    entities = [
        {
            "id": str(i),
            "name": s.get("speaker") or "somebody",
            "named": rng.random() < 0.9 and bool(s.get("named")),
            "kind": s.get("kind"),
            "roles": [s["role"]] if s.get("role") else [],
        }
        for i, s in enumerate(doc.statements)
    ]
    statements = worsen(doc, rng)
    for s in statements:
        own = [e["id"] for e in entities if e["name"] == s.get("speaker")][:1]
        s["speaker_ids"] = own if rng.random() < 0.7 else [e["id"] for e in rng.sample(entities, min(2, len(entities)))]
        s["act"] = s["act"] if rng.random() < 0.8 else "assert"
        hedge = s.pop("certainty", None)
        start = doc.text.find(hedge) if hedge else 0
        certainty = {"span": [start, start + len(hedge)]} if hedge and rng.random() < 0.8 else None
        quantities = [q | {"bound": rng.choice(["about", q["bound"]])} for q in s.pop("quantities", [])]
        s["claims"] = [{"polarity": s.pop("polarity", None), "certainty": certainty, "quantities": quantities}]
    return {"statements": statements, "entities": entities}


@pytest.mark.parametrize("split", ["dev", "train"])
def test_readings(scorers: dict[str, ModuleType], split: str) -> None:
    rng = random.Random(2)
    gold = read_readings(Path(data_folder(), "readings", f"{split}.jsonl"))
    records = {doc.doc: as_record(doc, rng) for doc in gold.docs if doc.statements and rng.random() > 0.05}
    scores = [readings.score_doc(doc, records.get(doc.doc, {"statements": [], "entities": []})) for doc in gold.docs]
    tallies = total(scores)
    ours = readings.metrics(tallies) | {key: tallies[key] for key in ("docs", "words", "matched")}
    theirs = scorers["score_readings"].score_readings(
        {doc.doc: list(doc.statements) for doc in gold.docs}, {doc.doc: doc.text for doc in gold.docs}, records
    )
    ours = {name: ours[name] for name in theirs}  # ours has more
    assert ours.pop("act_macro") == pytest.approx(theirs.pop("act_macro"), abs=1e-12)  # theirs sums in a set's order
    assert ours == theirs


@pytest.fixture(scope="module")
def real() -> dict[str, dict[str, Any]]:
    """The records of twelve articles, made by the pipeline."""
    docs = read_readings(data_folder() / "readings" / "dev.jsonl").docs[:12]
    made = dict(read_all([(doc.doc, doc.text) for doc in docs], "accurate"))
    assert all(isinstance(record, dict) for record in made.values())
    return made


def test_real_records(scorers: dict[str, ModuleType], real: dict[str, dict[str, Any]]) -> None:
    docs = [doc for doc in read_readings(data_folder() / "readings" / "dev.jsonl").docs if doc.doc in real]
    gold, texts = {doc.doc: list(doc.statements) for doc in docs}, {doc.doc: doc.text for doc in docs}
    tallies = total([readings.score_doc(doc, real[doc.doc]) for doc in docs])
    theirs = scorers["score_readings"].score_readings(gold, texts, real)
    theirs = {name: measure for name, measure in theirs.items() if isinstance(measure, dict)}
    ours = {name: readings.metrics(tallies)[name] for name in theirs}  # ours has more
    assert ours.pop("act_macro") == pytest.approx(theirs.pop("act_macro"), abs=1e-12)
    assert ours == theirs
    assert ours["content/all"]["f1"] > 0.3  # the spans do index these texts
    kept = {doc: [s for s in record["statements"] if s["cue"] and not s["parent"]] for doc, record in real.items()}
    spans = attribution.metrics(total([attribution.score_doc(doc, real[doc.doc]) for doc in docs]))
    theirs = scorers["score"].score({doc.doc: (doc.text, doc.statements) for doc in docs}, kept)
    theirs = {name: measure for name, measure in theirs.items() if isinstance(measure, dict)}
    assert {name: spans[name] for name in theirs} == theirs
