"""Mentions: who is named in a text, where, and of what kind, against the entities of GUM, in and out of statements.

The text alone is read, by ``segment``, the network and ``resolve``, without statements. A name is right when its span
and its kind are; precision is over our names of the kinds below, recall over the gold's.

**Kinds.** GUM's person is our person, its organization our organisation. A state is a place *or* an organization of
GUM's whose Wikipedia title, or words where it has none, are those of a state in the gazetteer: GUM says which of the
two it is where it stands, our record does not. A national team is an organisation: a state there is a wrong kind.
Where the title is that of a state's government, state and organisation are both right.
Other places (towns, regions, rivers, streets, buildings), and GUM's objects, works, events and abstract names have no
kind of ours, so that nothing is asked of them: a name that we take for a person, organisation or state there is
spurious, and counted apart as well ("of a place", "of a thing"). Our documents, polls, groups and reporters have no
kind of GUM's: they are wrong where the gold has a person, organisation or state, else passed over.

**Spans.** GUM marks noun phrases: with article, title, possessive ending and what follows. Of a phrase the name is
kept:

- without articles, numbers, words written small and titles before it, and without ``'s``;
- of a person's what stands before a comma, bracket, preposition or relative pronoun, and after another's ``'s``; of a
  phrase with a common noun for its head ("spokesman Jo Park"), which GUM calls nominal, the capitals that end it;
- of any other's all, or what stands before a comma, or "at", "in" or "from", or "of" with a place: all of these are
  right.

A phrase that keeps nothing but an office ("the Prime Minister") is a description and no name, and a people ("Greeks",
"the Rohingya") is none of these kinds. A name inside a phrase that means its bearer by a common noun ("the Blue Corps
group") may be found or not, and so may a photographer's in a credit. Names inside another name (the town in a
university's) are left out, as in other flat sets. What is left of GUM's own faults counts against us.

**Classes.** Each gold name is right; or ``kind``: its span is found with another kind; or ``span``: a name of ours
overlaps it; or ``missed``. Each name of ours that overlaps no gold name is ``spurious``.

The rules were made on half of the news documents, by a hash of their names, and on the other genres; the other half is
"reported". Genres whose texts may not be used commercially or changed measure only (split ``nc``).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from eval.gold import fingerprint, read_rows
from eval.gum import NEWS, OTHER
from eval.matching import precision_recall
from eval.mentions_gold import NAMED, GoldName, gold_names
from eval.records import Predictions
from eval.systems import open_reader
from eval.task import HALF_A_POINT, Case, DocScore, Gold, GoldDoc, Headline, Metrics, Record, Tallies, Task
from onrecord.pipeline import RULES
from onrecord.resolve import Naming, resolve
from onrecord.segment import segment

NC = "nc"
UNFREE = frozenset(["conversation", "essay", "fiction", "letter", "podcast", "whow"])
"""Genres under licences that forbid commercial use or changes."""
DEVELOPED, REPORTED = "developed half", "reported half"
UNKNOWN = "unknown"
"""Kind of a name that two may bear, so that the record ties it to nobody: wrong where the gold has a name."""
CLASSES = ("kind", "span", "missed")

Name = tuple[int, int, str]
"""Start, end and kind of a name of ours."""


def read_docs(path: Path, _texts: Path | None = None) -> Gold:
    """Read GUM's ``docs.jsonl``, or a folder that holds it.

    Args:
        path: The file or folder.

    Raises:
        GoldError: A line is no document.
    """
    file = path / "docs.jsonl" if path.is_dir() else path
    docs = tuple(
        GoldDoc(row["id"], row["text"], (), {"genre": row.get("genre", NEWS), "entities": row["entities"]})
        for row in read_rows(file, ("id", "text", "entities"))
    )
    return Gold(path, docs, fingerprint([file]))


def in_split(doc: GoldDoc, split: str) -> bool:
    """Whether a document's genre is in a split; a file given by hand is read whole."""
    genre = doc.more["genre"]
    if split not in (NEWS, OTHER, NC):
        return True
    return split == (NEWS if genre == NEWS else NC if genre in UNFREE else OTHER)


def read_gold(gold: Gold, model: str) -> Predictions:
    """Find the names in a set's texts."""
    predictions = Predictions()
    network = open_reader(model).model
    for doc in gold.docs:
        article = segment(doc.text)
        cast = resolve(article, (), (), Naming.of(network.encode(article)))
        kinds: dict[str, str] = {entity.id: entity.kind for entity in cast.entities}
        names = [
            {"b": mention.span.start, "e": mention.span.end, "kind": kinds.get(mention.entity_id or "", UNKNOWN)}
            for mention in cast.mentions
            if mention.kind == "name"
        ]
        predictions.records[doc.doc] = {"names": names, "models": {network.name: network.digest}, "rules": RULES}
    return predictions


def part_of(doc: GoldDoc) -> str:
    """The half of the news that a document is in, or its genre."""
    if doc.more["genre"] != NEWS:
        return str(doc.more["genre"])
    return DEVELOPED if int(hashlib.sha256(doc.doc.encode()).hexdigest()[:8], 16) % 2 else REPORTED


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one document's names.

    Args:
        gold: The document, with GUM's entities.
        record: What was found, as ``names``.
    """
    wanted, others = gold_names(gold.text, gold.more["entities"])
    found = [(one["b"], one["e"], one["kind"]) for one in record.get("names", ())]
    at = {(start, end): number for number, name in enumerate(wanted) for start, end in name.spans}
    touched = _touched(wanted, found)
    tallies: Tallies = Counter()
    parts = ("all", part_of(gold))
    verdicts: dict[int, str] = {}
    cases = []
    for place, (start, end, kind) in enumerate(found):
        number = at.get((start, end))
        if number is None and not touched[place] and kind not in NAMED:
            continue
        if number is not None and wanted[number].optional:
            continue
        tallies.update(f"pred/{part}" for part in (*parts, kind))
        if number is not None and kind in wanted[number].kinds:
            verdicts[number] = "right"
            tallies.update(f"p/{part}" for part in (*parts, kind))
        elif number is not None:
            verdicts[number] = "kind"
        elif not touched[place]:
            tallies.update(f"spurious/{part}" for part in (*parts, kind))
            tallies.update([f"apart/{others[start, end]}"] if (start, end) in others else [])
            cases.append(Case(gold.doc, ((start, end),), True, {}))
    overlapped = {number for numbers in touched for number in numbers}
    for number, name in enumerate(wanted):
        if name.optional:
            continue
        verdict = verdicts.get(number, "span" if number in overlapped else "missed")
        kind = name.kinds[0]
        tallies.update(f"gold/{part}" for part in (*parts, kind))
        tallies.update(f"{verdict}/{part}" for part in (*parts, kind))
        cases.append(Case(gold.doc, (name.spans[0],), False, {"name": verdict == "right"}))
    return DocScore(gold.doc, tallies, tuple(cases))


def _touched(wanted: Sequence[GoldName], found: Sequence[Name]) -> list[list[int]]:
    """For each name of ours the gold names that it overlaps."""
    places = sorted((*name.spans[0], number) for number, name in enumerate(wanted))
    out: list[list[int]] = []
    first = 0
    for start, end, _ in found:
        while first < len(places) and places[first][1] <= start:
            first += 1
        out.append([number for b, e, number in places[first : first + 4] if b < end and start < e])
    return out


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over documents."""
    parts = sorted(key.removeprefix("gold/") for key in n if key.startswith("gold/"))
    out: Metrics = {}
    for part in sorted(parts, key=lambda part: part != "all"):
        out[f"names/{part}"] = precision_recall(
            n[f"p/{part}"], n[f"pred/{part}"], n[f"right/{part}"], n[f"gold/{part}"]
        )
    for part in parts:
        out[f"classes/{part}"] = {
            **{name: n[f"{name}/{part}"] / max(1, n[f"gold/{part}"]) for name in CLASSES},
            "spurious": n[f"spurious/{part}"] / max(1, n[f"pred/{part}"]),
        }
    return out


def apart(n: Tallies) -> dict[str, int]:
    """Of the spurious names those that the gold has as names of what has no kind of ours."""
    return {f"spurious, the name {key.removeprefix('apart/')}": n[key] for key in sorted(n) if key.startswith("apart/")}


TASK = Task(
    name="mentions",
    splits=dict.fromkeys((NEWS, OTHER, NC), "gum/docs.jsonl"),
    load=read_docs,
    member=in_split,
    score=score_doc,
    metrics=metrics,
    apart=apart,
    headlines=(
        Headline("names/all", "f1", margin=HALF_A_POINT),
        *(Headline(f"names/{kind}", "f1") for kind in NAMED),  # every split has them; the halves are of the news alone
    ),
    read=read_gold,
)
