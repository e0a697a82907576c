"""GUM: attribution in news and other genres, against the attribution relations of its discourse trees.

GUM marks a relation between two clauses: what attributes, and the least unit that is attributed, without what
elaborates it. A right content of ours is often larger, so that it counts whether a gold content is *inside* ours:

- inside: gold contents of whose words 80% or more lie in the content of one of our statements. Overall, by genre, and
  for attributions that are negated ("did not say").
- one to one: the same, but each of our statements serves one gold content only, so that no large content pays twice
  and what is nested has to be found apart. who said what: where a word of the sources is shared, too.
- length: the words of our contents as a part of the gold's, over those pairs: above 1 where ours are the larger.

Precision can only be bounded from below. GUM has relations between clauses within its units, and so marks no
continued quotation, no label with a colon and no noun ("the claim that"), and it leaves actions aside. It is the share
of our statements *with a cue* that are paired one to one; those without are counted apart. Photo credits, which the
data marks as such, are passed over.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from eval.gold import GoldError, fingerprint, read_text
from eval.matching import Roles, as_roles, assign, precision_recall, share, source_fits
from eval.task import (
    HALF_A_POINT,
    Case,
    DocScore,
    Gold,
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

MIN_INSIDE = 0.8
"""A gold content is found when at least this part of its words is in ours."""

NEWS, OTHER, ALL = "news", "other", "all"
FACTUAL = frozenset(["academic", "bio", "court", "essay", "interview", "letter", "podcast", "speech", "textbook"])
"""Genres beside news that report: the data's "factual non-news". Fiction and talk are only in ``all``."""

Pairs = list[tuple[int, int]]


def read_gum(folder: Path, _texts: Path | None = None) -> Gold:
    """Read ``docs.jsonl`` and ``attributions.jsonl``; documents without attributions stay.

    Args:
        folder: The folder of both; the texts stand in the former.

    Raises:
        GoldError: An attribution is of no document.
    """
    paths = [folder / "docs.jsonl", folder / "attributions.jsonl"]
    docs, rows = ([json.loads(line) for line in read_text(p).split("\n") if line.strip()] for p in paths)
    of: defaultdict[str, list[Statement]] = defaultdict(list)
    for row in rows:
        if not row["caption_credit"]:
            of[row["doc"]].append(_statement(row))
    if stray := of.keys() - {doc["id"] for doc in docs}:
        raise GoldError(f"{paths[1]}: attributions of {', '.join(sorted(stray))}, not in {paths[0].name}")
    golds = tuple(GoldDoc(d["id"], d["text"], tuple(of[d["id"]]), {"genre": d["genre"]}) for d in docs)
    return Gold(folder, golds, fingerprint(paths))


def _statement(row: Mapping[str, Any]) -> Statement:
    source = row["source"]
    return {
        "content": [[part["b"], part["e"]] for part in row["content"]],
        "source": [[source["b"], source["e"]]] if source else [],
        "negated": row["polarity"] == "negative",
    }


def in_split(doc: GoldDoc, split: str) -> bool:
    """Whether a document is news, or of the other factual genres; any document is in ``all``."""
    genre = doc.more["genre"]
    return bool(genre == NEWS if split == NEWS else genre in FACTUAL if split == OTHER else True)


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one document.

    Args:
        gold: The document.
        record: Its record.
    """
    text, genre, statements = Text(gold.text), gold.more["genre"], record["statements"]
    preds, golds = ([as_roles(text, s) for s in part] for part in (statements, gold.statements))
    inside = [any(is_inside(want, have) for have in preds) for want in golds]
    pairs = {
        "alone": _pair(preds, golds, is_inside),
        "wsw": _pair(preds, golds, lambda want, have: is_inside(want, have) and source_fits(have, want)),
    }
    tallies: Tallies = Counter({"docs": 1, "words": len(text.starts)})
    for want, found in zip(gold.statements, inside, strict=True):
        for name in (genre, "negated") if want["negated"] else (genre,):
            tallies[f"inside/n/{name}"] += 1
            tallies[f"inside/ok/{name}"] += found
    with_cue = {i for i, s in enumerate(statements) if s.get("cue")}
    tallies[f"pred/{genre}"] += len(with_cue)
    tallies["apart/no cue"] += len(statements) - len(with_cue)
    for name, paired in pairs.items():
        tallies[f"{name}/p/{genre}"] += sum(i in with_cue for i, _ in paired)
        tallies[f"{name}/r/{genre}"] += len(paired)
    tallies["length/ours"] += sum(len(preds[i]["content"]) for i, _ in pairs["alone"])
    tallies["length/gold"] += sum(len(golds[j]["content"]) for _, j in pairs["alone"])
    return DocScore(gold.doc, tallies, _cases(gold, statements, inside, pairs))


def is_inside(gold: Roles, pred: Roles) -> bool:
    """Whether enough of a gold content's words are in a predicted one."""
    return bool(gold["content"]) and len(gold["content"] & pred["content"]) >= MIN_INSIDE * len(gold["content"])


def _pair(preds: Sequence[Roles], golds: Sequence[Roles], fits: Callable[[Roles, Roles], bool]) -> Pairs:
    """Pair one to one: as many pairs as can be, then the tightest contents."""
    if not preds or not golds:
        return []
    weight = np.zeros((len(preds), len(golds)))
    for i, have in enumerate(preds):
        for j, want in enumerate(golds):
            if fits(want, have):
                weight[i, j] = 1000.0 + len(want["content"]) / len(have["content"])
    return assign(weight)


def _cases(
    gold: GoldDoc, statements: Sequence[Statement], inside: Sequence[bool], pairs: Mapping[str, Pairs]
) -> tuple[Case, ...]:
    right = {j for _, j in pairs["wsw"]}
    cases = [
        Case(gold.doc, spans_of(s), False, {"content": inside[j], "who said what": j in right})
        for j, s in enumerate(gold.statements)
    ]
    used = {i for i, _ in pairs["alone"]}
    cases += [Case(gold.doc, spans_of(s), True, {}) for i, s in enumerate(statements) if i not in used and s.get("cue")]
    return tuple(cases)


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over documents."""
    genres = sorted(key.removeprefix("pred/") for key in n if key.startswith("pred/"))
    out: Metrics = {"inside/all": share(*(sum(n[f"inside/{part}/{g}"] for g in genres) for part in ("ok", "n")))}
    for name in (*genres, "negated"):
        out[f"inside/{name}"] = share(n[f"inside/ok/{name}"], n[f"inside/n/{name}"])
    for label, name in (("one to one", "alone"), ("who said what", "wsw")):
        for shown, chosen in [("all", genres), *((g, [g]) for g in genres)]:
            sums = (sum(n[f"{key}/{g}"] for g in chosen) for key in (f"{name}/p", "pred", f"{name}/r", "inside/n"))
            out[f"{label}/{shown}"] = precision_recall(*sums)
    out["length"] = share(n["length/ours"], n["length/gold"])
    return out


def apart(n: Tallies) -> dict[str, int]:
    """Statements that precision is not over."""
    return {"statements without a cue of their own": n["apart/no cue"]}


TASK = Task(
    name="gum",
    splits=dict.fromkeys((NEWS, OTHER, ALL), "gum"),
    load=read_gum,
    member=in_split,
    score=score_doc,
    metrics=metrics,
    apart=apart,
    headlines=(
        Headline("inside/all", "share", margin=HALF_A_POINT),
        Headline("one to one/all", "r"),
        Headline("one to one/all", "p", margin=HALF_A_POINT),
        Headline("who said what/all", "r"),
    ),
)
