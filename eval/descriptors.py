"""Descriptors: what GUM's texts call the persons whom they name, against the roles that the record gives them.

A person's descriptors are the titles that stand with a name and the phrases that mean the person without one, cut out
of GUM's chains by rule: offices, but also "the boy", "whom he met at school" and, of coordinated names, "and Euler".
Nothing sorts them, so that recall is of all of them and far below 1 for a reader who gives every office.

- titles, phrases: those of which half the words or more, small words aside, are in the person's titles and
  organisations; a title within a name counts, too.
- persons: those with a descriptor, with one that is found.
- reached: those with a descriptor one of whose names the record has as somebody's.

The text alone is read, by ``segment``, the network and ``resolve``, without statements.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

from eval.gold import fingerprint, read_rows
from eval.gum import NEWS, OTHER
from eval.matching import share
from eval.names import name_words
from eval.records import Predictions
from eval.systems import open_reader
from eval.task import Case, DocScore, Gold, GoldDoc, Headline, Metrics, Record, Tallies, Task
from onrecord.pipeline import RULES
from onrecord.resolve import Naming, resolve
from onrecord.segment import segment

TEXTS = Path("gum") / "docs.jsonl"
"""Where the texts lie, under the folder that holds the descriptors' folder."""
SMALL = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "her", "his", "in", "its", "of", "on", "s", "the", "their", "to"}
)
KINDS = {"titles": "titles_in_name_mentions", "phrases": "nominal_mentions"}
"""Our word for a sort of descriptor → the data's."""


def read_persons(path: Path, texts: Path | None = None) -> Gold:
    """Read the persons who have a descriptor, by document.

    Args:
        path: JSON lines, one person a line.
        texts: GUM's ``docs.jsonl``; by default the one beside the descriptors' folder.

    Raises:
        GoldError: A line is no person, or no document.
    """
    of: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
    for row in read_rows(path, ("doc", "genre", "mentions", *KINDS.values())):
        if any(_words(one) for kind in KINDS.values() for one in row[kind]):
            of[row["doc"]].append(row)
    file = texts or path.parents[1] / TEXTS
    docs = tuple(
        GoldDoc(row["id"], row["text"], (), {"genre": of[row["id"]][0]["genre"], "persons": of[row["id"]]})
        for row in read_rows(file, ("id", "text"))
        if row["id"] in of
    )
    return Gold(path, docs, fingerprint([path, file]))


def in_split(doc: GoldDoc, split: str) -> bool:
    """Whether a document's genre is in a split; a file given by hand is read whole."""
    return split not in (NEWS, OTHER) or (doc.more["genre"] == NEWS) == (split == NEWS)


def read_gold(gold: Gold, model: str) -> Predictions:
    """Find who is named in a set's texts, where, and with which roles."""
    predictions = Predictions()
    network = open_reader(model).model
    for doc in gold.docs:
        article = segment(doc.text)
        cast = resolve(article, (), (), Naming.of(network.encode(article)))
        roles = {
            entity.id: [part or "" for role in entity.roles for part in (role.title, role.organisation)]
            for entity in cast.entities
        }
        names = [
            {"b": one.span.start, "e": one.span.end, "roles": roles.get(one.entity_id or "", [])}
            for one in cast.mentions
            if one.kind == "name" and one.entity_id is not None
        ]
        predictions.records[doc.doc] = {"names": names, "models": {network.name: network.digest}, "rules": RULES}
    return predictions


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one document's persons.

    Args:
        gold: The document, with its persons.
        record: Its names, with their bearers' roles, as ``names``.
    """
    tallies: Tallies = Counter()
    cases = []
    for person in gold.more["persons"]:
        spans = [(one["b"], one["e"]) for one in person["mentions"] if one["kind"] == "name"]
        own = [one for one in record.get("names", ()) if any(b <= one["b"] and one["e"] <= e for b, e in spans)]
        given = {word for one in own for role in one["roles"] for word in name_words(role)}
        verdicts = {}
        for kind, key in KINDS.items():
            asked = [words for one in person[key] if (words := _words(one))]
            found = sum(2 * len(words & given) >= len(words) for words in asked)
            tallies.update({f"{kind}/gold": len(asked), f"{kind}/found": found})
            verdicts[kind] = found > 0
        tallies.update({"persons/gold": 1, "persons/found": any(verdicts.values()), "reached": bool(own)})
        cases.append(Case(gold.doc, tuple(spans), False, {"descriptor": any(verdicts.values())}))
    return DocScore(gold.doc, tallies, tuple(cases))


def _words(descriptor: object) -> set[str]:
    """The words of a descriptor without small ones."""
    return {*name_words(str(descriptor))} - SMALL


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over documents."""
    parts = (*KINDS, "persons")
    out: Metrics = {part: share(n[f"{part}/found"], n[f"{part}/gold"]) for part in parts}
    return out | {"reached": share(n["reached"], n["persons/gold"])}


TASK = Task(
    name="descriptors",
    splits=dict.fromkeys((NEWS, OTHER), "roles/gum_person_descriptors.jsonl"),
    load=read_persons,
    member=in_split,
    score=score_doc,
    metrics=metrics,
    headlines=(Headline("persons", "share"), Headline("titles", "share"), Headline("phrases", "share")),
    read=read_gold,
)
