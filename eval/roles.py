"""Roles: the offices that the record gives people, against the readings' speakers, whose statements are given.

- recall: of the gold's speakers with a role, each counted once a document, those of whose title half the words or
  more are in the titles and organisations that the record gives them.
- precision: of the roles that the record gives such speakers, those that share a word with the gold's. The gold holds
  one role a speaker, the text often more: a lower bound.

``--sample N --seed S`` draws roles from unlabelled articles for reading by hand; ``eval/README.md`` has the count.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path
from random import Random

from eval.gold import read_readings
from eval.matching import precision_recall
from eval.names import is_speaker, name_words
from eval.speakers import read_gold
from eval.task import HALF_A_POINT, Case, DocScore, GoldDoc, Headline, Metrics, Record, Tallies, Task, spans_of
from onrecord.resolve import resolve
from onrecord.segment import segment

AROUND = 60
"""Characters shown on either side of a drawn role."""
EACH = 4
"""Articles read for each role that is drawn."""


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one document's roles.

    Args:
        gold: The document read in full.
        record: Its statements' speakers, with their roles.
    """
    tallies: Tallies = Counter()
    cases = []
    entities = {entity["id"]: entity for entity in record["entities"]}
    seen: set[str] = set()
    for want, have in zip(gold.statements, record["statements"], strict=False):
        role = want.get("role") or {}
        speaker = want.get("speaker") or ""
        if not role.get("title") or speaker in seen:
            continue
        people = [entities[one] for one in have["speaker_ids"]]
        people = [one for one in people if is_speaker(speaker, one, want.get("kind"), joint=False)]
        if not people:
            continue
        seen.add(speaker)
        title = name_words(role["title"])
        asked = {*title, *name_words(role.get("organisation"))}
        given = [{*name_words(r["title"]), *name_words(r["organisation"])} for one in people for r in one["roles"]]
        found = 2 * sum(word in set().union(*given) for word in title) >= len(title)
        tallies.update({"gold": 1, "found": found, "given": len(given), "shared": sum(bool(r & asked) for r in given)})
        cases.append(Case(gold.doc, spans_of(want), False, {"role": found}))
    return DocScore(gold.doc, tallies, tuple(cases))


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over documents."""
    return {"roles": precision_recall(n["shared"], n["given"], n["found"], n["gold"])}


def sample(path: Path, count: int, seed: int) -> list[str]:
    """Draw roles from articles that nobody has marked.

    Args:
        path: JSON lines, gzipped, one article with its ``text`` a line.
        count: Roles to draw.
        seed: Of the draw.

    Returns:
        A line each: name, title, organisation, former, and the words around.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    chance = Random(seed)
    drawn: list[str] = []
    for text in chance.sample(texts, min(len(texts), count * EACH)):
        roles = [(one, role) for one in resolve(segment(text), ()).entities for role in one.roles]
        if roles:
            entity, role = chance.choice(roles)
            around = text[max(0, role.span.start - AROUND) : role.span.end + AROUND].replace("\n", " ")
            former = " former" if role.former else ""
            drawn.append(f"{entity.name} | {role.title or '–'} @ {role.organisation or '–'}{former} | {around}")
        if len(drawn) == count:
            break
    return drawn


TASK = Task(
    name="roles",
    splits={"dev": "readings/dev.jsonl", "train": "readings/train.jsonl"},
    load=read_readings,
    score=score_doc,
    metrics=metrics,
    headlines=(Headline("roles", "r", margin=HALF_A_POINT), Headline("roles", "p", margin=HALF_A_POINT)),
    read=read_gold,
)
