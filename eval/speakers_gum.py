"""GUM's pronouns and descriptions that speak, where source, cue and content are given, not found.

The items are the sources of GUM's attributions that are no name; the data says of each whether the document names whom
it means. Every attribution of a document is given to the resolution, so that it hears whom a reader has heard.

- resolve: of those whom the document names, right, wrong (another name) and none.
- no name: of those whom it does not name, how many are given a name all the same.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from eval.gold import fingerprint, read_text
from eval.gum import NEWS, OTHER, in_split, read_gum
from eval.matching import share, shares
from eval.names import same_name
from eval.records import Predictions
from eval.speakers import VERDICTS, resolve_given
from eval.task import HALF_A_POINT, Case, DocScore, Gold, GoldDoc, Headline, Metrics, Record, Statement, Tallies, Task

RESOLVE = "resolve"
"""What the data expects of an item that the document names."""

ITEMS = "speaker_resolution.jsonl"


def read_items(folder: Path, texts: Path | None = None) -> Gold:
    """Read GUM's attributions, each with what is known of its speaker; documents without an item are left out.

    Args:
        folder: The folder of ``docs.jsonl``, ``attributions.jsonl`` and ``speaker_resolution.jsonl``.
        texts: Not used; the texts are in the former.
    """
    path = folder / ITEMS
    rows = [json.loads(line) for line in read_text(path).split("\n") if line.strip()]
    of: defaultdict[str, dict[tuple[int, int], Mapping[str, Any]]] = defaultdict(dict)
    for row in rows:
        of[row["doc"]][row["b"], row["e"]] = row
    gold = read_gum(folder, texts)
    docs = tuple(_with_items(doc, of[doc.doc]) for doc in gold.docs if doc.doc in of)
    return Gold(folder, docs, fingerprint([folder / "docs.jsonl", folder / "attributions.jsonl", path]))


def _with_items(doc: GoldDoc, items: Mapping[tuple[int, int], Mapping[str, Any]]) -> GoldDoc:
    """A document's attributions with their cues; the first of each item's carries it."""
    left = dict(items)
    statements: list[Statement] = []
    for statement in doc.statements:
        item = left.pop(tuple(statement["source"][0]), None) if statement["source"] else None
        cue = _cue_of(doc.text, item) if item is not None else []
        statements.append({**statement, "cue": cue, "item": item})
    return replace(doc, statements=tuple(statements))


def _cue_of(text: str, item: Mapping[str, Any]) -> list[list[int]]:
    """Where the cue's word stands in an item's clause: behind its source if it does."""
    for start in (item["e"], item["source_clause"][0]["b"]):
        place = text.find(item["cue"], start, item["source_clause"][-1]["e"])
        if place >= 0:
            return [[place, place + len(item["cue"])]]
    return []


def read_gold(gold: Gold, _model: str) -> Predictions:
    """Resolve the speakers of a set's own attributions."""
    return Predictions({doc.doc: resolve_given(doc.text, doc.statements) for doc in gold.docs})


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one document's items.

    Args:
        gold: The document.
        record: Its attributions' speakers.
    """
    tallies: Tallies = Counter()
    cases = []
    entities = {entity["id"]: entity for entity in record["entities"]}
    for statement, have in zip(gold.statements, record["statements"], strict=True):
        item = statement["item"]
        if item is None:
            continue
        named = [entities[one] for one in have["speaker_ids"] if entities[one]["named"]]
        wanted = item["expect"] == RESOLVE
        if wanted:
            verdict = "none" if not named else "right" if _is_meant(item, named) else "wrong"
        else:
            verdict = "named" if named else "left"
        tallies[f"{verdict}/{item['kind']}"] += 1
        cases.append(Case(gold.doc, ((item["b"], item["e"]),), False, {"speaker": verdict in ("right", "left")}))
    return DocScore(gold.doc, tallies, tuple(cases))


def _is_meant(item: Mapping[str, Any], named: Sequence[Mapping[str, Any]]) -> bool:
    names = [*item["gold_names"], *([item["gold_wiki"].replace("_", " ")] if item["gold_wiki"] else [])]
    return all(any(same_name(name, entity["name"], "person") for name in names) for entity in named)


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over documents."""
    out: Metrics = {}
    for shown, kinds in (("", ("pronoun", "nominal")), ("/pronoun", ("pronoun",)), ("/description", ("nominal",))):
        counts = {v: sum(n[f"{v}/{kind}"] for kind in kinds) for v in (*VERDICTS, "named", "left")}
        out |= shares({f"resolve{shown}/{v}": counts[v] for v in VERDICTS})
        out[f"no name{shown}/named"] = share(counts["named"], counts["named"] + counts["left"])
    return out


TASK = Task(
    name="speakers-gum",
    splits=dict.fromkeys((NEWS, OTHER, "all"), "gum"),
    load=read_items,
    member=in_split,
    score=score_doc,
    metrics=metrics,
    headlines=(
        Headline("resolve/right", "share", margin=HALF_A_POINT),
        Headline("resolve/wrong", "share", "less", margin=HALF_A_POINT),
        Headline("no name/named", "share", "less", margin=HALF_A_POINT),
    ),
    read=read_gold,
)
