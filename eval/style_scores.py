"""Styles, scored: who said what in our own invented news, over all and style by style.

Spans are scored as in ``attribution``, but over every statement: nested ones, and those without a cue of their own.
Nested statements and their parents are counted apart too (``eval/nesting.py``), and who said what by style and by the
class of the cue (``eval/facets.py``). Of the locked half no case is kept or listed.
"""

from __future__ import annotations

from pathlib import Path

from eval import attribution
from eval.cues import cue_class
from eval.facets import tally_facet
from eval.gold import fingerprint
from eval.matching import pair
from eval.nesting import nesting_metrics, tally_nesting
from eval.styles import FOLDER, HALVES, half_of, read_styles
from eval.task import HALF_A_POINT, DocScore, Gold, GoldDoc, Headline, Metrics, Record, Tallies, Task
from eval.words import Text

OPEN, LOCKED = HALVES


def read_pages(folder: Path, _texts: Path | None = None) -> Gold:
    """Read the pieces of both halves.

    Args:
        folder: Where the pages lie; the texts stand in them.
    """
    pieces = (piece for half in HALVES for piece in read_styles(half, folder))
    docs = tuple(GoldDoc(p.name, p.text, p.statements, {"style": p.style}) for p in pieces)
    return Gold(folder, docs, fingerprint(sorted(folder.glob("*.md"))))


def in_half(doc: GoldDoc, split: str) -> bool:
    """Whether a piece belongs to a half; of pages named on the command line, only the open half is read."""
    return half_of(doc.doc) == (split if split in HALVES else OPEN)


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one piece.

    Args:
        gold: The piece.
        record: Its record.
    """
    statements = record["statements"]
    tallies, cases = attribution.score_spans(gold, statements)
    paired = pair(Text(gold.text), statements, gold.statements)
    tally_nesting(tallies, paired)
    tally_facet(tallies, "cue", paired, lambda s: cue_class(gold.text, s))
    tally_facet(tallies, "style", paired, lambda _: str(gold.more["style"]))
    return DocScore(gold.doc, tallies, tuple(cases))


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over pieces."""
    return attribution.metrics(n) | nesting_metrics(n)


TASK = Task(
    name="styles",
    splits={half: str(FOLDER) for half in HALVES},  # in the repository: a whole path stands for itself
    load=read_pages,
    member=in_half,
    sealed=frozenset([LOCKED]),
    score=score_doc,
    metrics=metrics,
    headlines=(
        Headline("wsw/all", "f1", margin=HALF_A_POINT),
        Headline("wsw/direct", "f1"),
        Headline("wsw/mixed", "f1"),
        Headline("wsw/indirect", "f1"),
        Headline("content/all", "f1", margin=HALF_A_POINT),
        Headline("source_accuracy/all", "accuracy"),
        Headline("exact/content", "f1"),
        Headline("exact/source", "f1"),
        Headline("exact/cue", "f1"),
        Headline("nested/who said what", "share"),
        Headline("nested/parent", "f1"),
    ),
)
