"""PLOVER: the verbal events of sentences that were coded for conflict research, against the acts of the judgement.

Each sentence has one event with its actors and its words. It is a statement where those words begin with one that
attributes ("demanded", "said … must", "has agreed to"), by the reader's own list of cues; a visit, a strike or a raid
is none, and is counted apart, as are the events that no act of ours stands for. The statement is given: its source are
the actors who do it, its cue is the first of the event's words, its content is what follows in the sentence. Rules and
scorer decide alone, for a single sentence has no article that the network could read.

PLOVER's classes are coarser than ours, so each stands for several acts, by its codebook's definitions:

- AGREE (to agree, offer, promise, be willing to): agree, promise, announce, propose, want
- SUPPORT (to praise, endorse, ask others to support): praise, agree, thank, demand, think
- CONCEDE (to yield, accept a demand): agree, admit, announce
- DEMAND (to demand, order, appeal, request): demand, ask, want
- DISAPPROVE (to criticise, accuse, complain, charge): criticise, accuse, demand where sanctions are called for
- REJECT (to reject, refuse, deny a request): refuse, deny, decline
- THREATEN (to threaten, to warn of what one will do): threaten, warn
- CONSULT and all that is done, not said: none

PLOVER's coders looked at what is done to whom; a threat that is worded as a plan ("announced it would withdraw unless
…") is a threat to them, and often an announcement to our guide. The number is reported, not steered by.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from eval.gold import fingerprint, read_rows
from eval.matching import share
from eval.records import Predictions
from eval.task import Case, DocScore, Gold, GoldDoc, Headline, Metrics, Record, Tallies, Task
from onrecord.extract.attribution import Attribution
from onrecord.judge.acts import decide_act
from onrecord.judge.lexicon import cue_table, find_phrases
from onrecord.judge.said import read_said
from onrecord.judge.words import Words
from onrecord.pipeline import RULES
from onrecord.segment import segment
from onrecord.spans import Span
from onrecord.types import Act

STANDS_FOR: dict[str, frozenset[Act]] = {
    "AGREE": frozenset({"agree", "promise", "announce", "propose", "want"}),
    "SUPPORT": frozenset({"praise", "agree", "thank", "demand", "think"}),
    "CONCEDE": frozenset({"agree", "admit", "announce"}),
    "DEMAND": frozenset({"demand", "ask", "want"}),
    "DISAPPROVE": frozenset({"criticise", "accuse", "demand"}),
    "REJECT": frozenset({"refuse", "deny", "decline"}),
    "THREATEN": frozenset({"threaten", "warn"}),
}
"""Class of events → the acts that are right for it."""

FIRST = 3
"""Words of the event among which one that attributes has to be: "has been accused"."""

MARK = re.compile(r"\((SRC/TAR|SRC|TAR|EVT|LOC): ([^()]*)\)|([{}])")
"""An actor or event word as the set marks it; braces stand around some sentences."""


def read_plover(path: Path, _texts: Path | None = None) -> Gold:
    """Read JSON lines of ``{"id", "event", "textInfo": {"markup"}}``.

    Args:
        path: The file; its sentences stand in it.

    Raises:
        GoldError: A line is no such object.
    """
    docs = []
    for row in read_rows(path, ("id", "event", "textInfo")):
        text, spans = _unmark(row["textInfo"]["markup"])
        docs.append(GoldDoc(row["id"], text, (), {"event": row["event"], **spans}))
    return Gold(path, tuple(docs), fingerprint([path]))


def _unmark(markup: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """A sentence without its marks, and the places of its sources and of its event's words."""
    text, last = "", 0
    spans: dict[str, list[tuple[int, int]]] = {"source": [], "words": []}
    for mark in MARK.finditer(markup):
        text += markup[last : mark.start()]
        role = {"SRC": "source", "SRC/TAR": "source", "EVT": "words"}.get(mark[1])
        if role:
            spans[role].append((len(text), len(text) + len(mark[2])))
        text += mark[2] or ""
        last = mark.end()
    return text + markup[last:], spans


def read_gold(gold: Gold, _model: str) -> Predictions:
    """Judge the acts of a set's sentences; None where the event's words attribute nothing."""
    predictions = Predictions()
    for doc in gold.docs:
        predictions.records[doc.doc] = {"act": _judge(doc.text, doc.more), "models": {}, "rules": RULES}
    return predictions


def _judge(text: str, more: Mapping[str, Any]) -> Act | None:
    article = segment(text)
    words = Words(article)
    places = words.inside([Span(*span) for span in more["words"]])
    matches = find_phrases(words, places[:FIRST], cue_table())
    if not matches:
        return None
    last = matches[0].last
    sentence = [place for place in range(last + 1, len(words)) if words.sentences[place] == words.sentences[last]]
    if not sentence:
        return None
    cue = (words.span(matches[0].first, last),)
    content = (words.span(sentence[0], sentence[-1]),)
    source = tuple(Span(*span) for span in more["source"])
    return decide_act(read_said(words, Attribution(content=content, cue=cue, source=source)), {}).act


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one sentence.

    Args:
        gold: The coded sentence.
        record: The act of its event, or None.
    """
    event, act = str(gold.more["event"]), record["act"]
    tallies: Tallies = Counter({"all": 1})
    verdicts = {}
    if event not in STANDS_FOR or act is None:
        tallies["done, not said" if event in STANDS_FOR else "no act of ours"] += 1
    else:
        right = act in STANDS_FOR[event]
        tallies.update({"n": 1, "ok": right, f"n/{event}": 1, f"ok/{event}": right})
        tallies[f"for/{event}/{act}"] += not right
        verdicts["act"] = right
    return DocScore(gold.doc, tallies, (Case(gold.doc, ((0, len(gold.text)),), False, verdicts),))


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over sentences."""
    single = {f"act/{event}": share(n[f"ok/{event}"], n[f"n/{event}"]) for event in STANDS_FOR}
    return {"act": share(n["ok"], n["n"]), **single}


def apart(n: Tallies) -> dict[str, int]:
    """The sentences that are not scored, and what was taken for an act that does not stand for the event."""
    wrong = sorted(key for key in n if key.startswith("for/") and n[key])
    named = {"{1} read as {2}".format(*key.split("/")): n[key] for key in wrong}
    return {name: n[name] for name in ("done, not said", "no act of ours")} | named


TASK = Task(
    name="plover",
    splits={"dev": "speech_acts/plover_gsr.dev.jsonl"},
    load=read_plover,
    score=score_doc,
    metrics=metrics,
    headlines=(Headline("act", "share"),),
    apart=apart,
    read=read_gold,
)
