"""Belarus: one dirty report that shows the whole job, against what a careful reader finds in it.

A statement is found when its content's words overlap the gold's by IoU of .5 or more; its speaker is right by name.
Beside these: statements that the gold does not have, with those apart that its note tolerates; statements out of
captions, credits and boilerplate; and names in the record that the text does not have.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from typing import NamedTuple

from eval.gold import read_report
from eval.matching import as_roles, match, share
from eval.names import name_words
from eval.task import Case, DocScore, GoldDoc, Headline, Metrics, Record, Statement, Tallies, Task, spans_of
from eval.words import Text

ARTICLES = ("the", "a", "an")
NOT_READ = ("caption", "credit", "byline", "dateline", "boilerplate")


class Places(NamedTuple):
    """Stretches of a text, in code points.

    Attributes:
        tolerated: Statements in them are neither right nor wrong.
        not_read: No statement may come out of them.
    """

    tolerated: tuple[tuple[int, int], ...] = ()
    not_read: tuple[tuple[int, int], ...] = ()


KNOWN_PLACES = {
    "b9268e9ccd360ad17d429e187019af904787c73bc7b7e944ad440b2b314a70e4": Places(
        tolerated=((275, 410), (1256, 1334), (1734, 1905), (4152, 4266)),
        not_read=((3205, 3370), (5110, 5235)),
    )
}
"""SHA-256 of a text → what its gold says in prose only (the note on what is tolerated), found by eye."""


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one report.

    Args:
        gold: The report and what a reader finds in it.
        record: Its record.
    """
    text, statements = Text(gold.text), record["statements"]
    places = KNOWN_PLACES.get(hashlib.sha256(gold.text.encode()).hexdigest(), Places())
    preds, golds = ([as_roles(text, s) for s in part] for part in (statements, gold.statements))
    matched = {j: i for i, j in match(preds, golds, with_source=False)}
    names = {e["id"]: e["name"] for e in record["entities"]}
    cases = []
    for j, want in enumerate(gold.statements):
        verdicts = {"found": j in matched}
        if j in matched:
            said_by = [names[i] for i in statements[matched[j]].get("speaker_ids") or [] if i in names]
            verdicts["speaker"] = bool(said_by) and all(same_speaker(want, name) for name in said_by)
        cases.append(Case(gold.doc, spans_of(want), False, verdicts))
    spurious = [s for i, s in enumerate(statements) if i not in set(matched.values())]
    tolerated = [s for s in spurious if _is_tolerated(text, s, places)]
    outside = [s for s in statements if _is_outside(s, record, places)]
    invented = invented_names(gold.text, record)
    tallies: Tallies = Counter(
        {
            "docs": 1,
            "words": len(text.starts),
            "gold": len(cases),
            "found": sum(case.verdicts["found"] for case in cases),
            "speaker": sum(case.verdicts.get("speaker", False) for case in cases),
            "statements": len(statements),
            "tolerated": len(tolerated),
            "spurious": len(spurious) - len(tolerated),
            "outside": len(outside),
            "names": len(_names(record)),
            "invented": len(invented),
        }
    )
    cases += [Case(gold.doc, spans_of(s), True, {"tolerated": True}) for s in tolerated]
    cases += [Case(gold.doc, spans_of(s), True, {}) for s in spurious if s not in tolerated]
    cases += [Case(gold.doc, spans_of(s), True, {"out of a block that is read": False}) for s in outside]
    return DocScore(gold.doc, tallies, tuple(cases))


def same_speaker(want: Statement, name: str) -> bool:
    """Whether a record's name is the gold's speaker.

    A person's surname is enough; of others the whole phrase must agree, but for an article before it.
    """
    gold, pred = ([w for w in name_words(n) if w not in ARTICLES] for n in (want["speaker"], name))
    if not gold or not pred:
        return False
    return gold == pred or (want["speaker_kind"] == "person" and gold[-1] == pred[-1])


def _is_tolerated(text: Text, statement: Statement, places: Places) -> bool:
    content, cue = (text.words(statement.get(role) or []) for role in ("content", "cue"))
    for place in places.tolerated:
        inside = text.words([place])
        if content and len(content & inside) * 2 >= len(content) and (not cue or cue & inside):
            return True
    return False


def _is_outside(statement: Statement, record: Record, places: Places) -> bool:
    """Whether any of its words stand where nothing is read, by the gold's places and by the record's own blocks."""
    own = [b["span"] for b in record.get("blocks") or [] if b["kind"] in NOT_READ]
    spans = [span for role in ("content", "cue", "source") for span in spans_of(statement, role)]
    return statement.get("block") in NOT_READ or any(
        start < high and low < end for start, end in spans for low, high in [*places.not_read, *own]
    )


def _names(record: Record) -> list[str]:
    return [name for e in record["entities"] if e.get("named") for name in [e["name"], *(e.get("aliases") or [])]]


def invented_names(text: str, record: Record) -> list[str]:
    """Names in a record that its text does not have, blanks and shapes of apostrophes aside."""
    plain = _fold(text)
    return [name for name in _names(record) if _fold(name) not in plain]


def _fold(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")).strip()


def metrics(n: Tallies) -> Metrics:
    """Make the numbers from the report's tallies."""
    return {
        "found": share(n["found"], n["gold"]),
        "speaker": share(n["speaker"], n["gold"]),
        "spurious": {"n": n["spurious"]},
        "out of captions, credits, boilerplate": {"n": n["outside"]},
        "names not in the text": {"n": n["invented"], "names": n["names"]},
    }


def apart(n: Tallies) -> dict[str, int]:
    """Statements that the gold's note tolerates."""
    return {"statements tolerated by the gold's note": n["tolerated"]}


TASK = Task(
    name="belarus",
    splits={"report": "../reports/belarus-2022.gold.json"},
    load=read_report,
    score=score_doc,
    metrics=metrics,
    apart=apart,
    headlines=(
        Headline("found", "ok", margin=1),
        Headline("speaker", "ok", margin=1),
        Headline("spurious", "n", "less"),
        Headline("out of captions, credits, boilerplate", "n", "less", margin=0),
        Headline("names not in the text", "n", "less", margin=0),
    ),
)
