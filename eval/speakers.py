"""Speakers: who says the readings' statements where the statements themselves are given, not found.

What ``readings`` shows under "speaker" is over the statements found; this is the resolution's part alone. Cues and
sources are given as they were placed again (``eval/placed.py``): where the gold's "he" lies inside a "they", nothing
is to be resolved. Over all statements, nested ones too:

- named: gold speakers with a name who are named rightly, wrongly, or not at all. apart: those of people whose surname
  does not stand in a sentence of the content or the cue, who are found by a pronoun, an office or by carrying on.
- unnamed: gold speakers without a name, or unknown ones, to whom no name is given.
- kind: right, where somebody was found and the gold has a kind.
- rule: right of the named and unnamed by the rule that decided, and how many there were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from eval.gold import read_readings
from eval.matching import share, shares
from eval.names import is_speaker, name_words
from eval.nesting import gold_parents
from eval.placed import place_again
from eval.records import Predictions
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
from onrecord.extract.attribution import Attribution
from onrecord.pipeline import RULES
from onrecord.resolve import Cast, resolve
from onrecord.segment import segment
from onrecord.spans import Span, normalise

VERDICTS = ("right", "wrong", "none")
"""Of a speaker who has a name: it was given, another was, or none."""


def read_gold(gold: Gold, _model: str) -> Predictions:
    """Resolve the speakers of a set's own statements."""
    predictions = Predictions()
    for doc in gold.docs:
        predictions.records[doc.doc] = resolve_given(doc.text, place_again(doc).statements)
    return predictions


def resolve_given(text: str, statements: Sequence[Statement]) -> Record:
    """The record of a text whose statements are given.

    Args:
        text: The text.
        statements: Content, cue and source of each, and whether it is nested.

    Returns:
        Entities, and for each statement that has a content its speakers with the rule that decided; of the
        others nobody.
    """
    attributions, places = as_attributions(statements)
    article = segment(text)
    cast = resolve(article, attributions)
    found: list[dict[str, Any]] = [{"speaker_ids": [], "rule": "no content", "words": ""} for _ in statements]
    for place, attribution, speaker in zip(places, attributions, cast.speakers, strict=True):
        own = [span for span in article.sentences if any(map(span.overlaps, _parts(attribution)))]
        found[place] = {
            "speaker_ids": list(speaker.entity_ids),
            "rule": speaker.steps[0].rule.removeprefix("speaker: "),
            "words": " ".join(span.of(text) for span in own),
        }
    return {"statements": found, "entities": _entities(cast), "models": {}, "rules": RULES}


def as_attributions(statements: Sequence[Statement]) -> tuple[list[Attribution], list[int]]:
    """Gold statements as extraction would hand them on; those without a content are left out.

    Args:
        statements: A document's.

    Returns:
        The attributions, and the place of each among the statements.
    """
    places = [place for place, statement in enumerate(statements) if spans_of(statement)]
    parents, number = gold_parents(statements), {place: at for at, place in enumerate(places)}
    made = []
    for place in places:
        content, cue, source = (_spans(statements[place], role) for role in ("content", "cue", "source"))
        parent = parents.get(place)
        made.append(Attribution(content, cue, source, parent=number[parent] if parent is not None else None))
    return made, places


def _spans(statement: Statement, role: str) -> tuple[Span, ...]:
    return normalise(Span(*span) for span in spans_of(statement, role))


def _parts(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.content, *attribution.cue)


def _entities(cast: Cast) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "kind": one.kind,
            "named": one.named,
            "name": one.name,
            "roles": [{"title": role.title, "organisation": role.organisation} for role in one.roles],
        }
        for one in cast.entities
    ]


def score_doc(gold: GoldDoc, record: Record) -> DocScore:
    """Score one document's speakers.

    Args:
        gold: The document read in full.
        record: Its statements' speakers.
    """
    tallies: Tallies = Counter()
    cases = []
    entities = {entity["id"]: entity for entity in record["entities"]}
    for want, have in zip(gold.statements, record["statements"], strict=False):
        speakers = [entities[one] for one in have["speaker_ids"]]
        named = [one for one in speakers if one["named"]]
        verdict = _verdict(want, named)
        group = "named" if _is_named(want) else "unnamed"
        tallies[f"{group}/{verdict}"] += 1
        tallies[f"rule/{have['rule']}/{'right' if verdict == 'right' else 'other'}"] += 1
        if group == "named" and want.get("kind") == "person" and not _has_surname(want, have.get("words", "")):
            tallies[f"apart/{verdict}"] += 1
        verdicts = {"speaker": verdict == "right"}
        if speakers and want.get("kind") is not None:
            verdicts["kind"] = speakers[0]["kind"] == want["kind"]
            tallies["kind/n"] += 1
            tallies["kind/ok"] += verdicts["kind"]
        cases.append(Case(gold.doc, spans_of(want), False, verdicts))
    return DocScore(gold.doc, tallies, tuple(cases))


def _is_named(want: Statement) -> bool:
    return bool(want.get("named")) and bool(want.get("speaker"))


def _verdict(want: Statement, named: Sequence[Mapping[str, Any]]) -> str:
    """``right``, ``wrong`` or ``none``; of an unnamed speaker ``right`` where no name was given."""
    if not _is_named(want):
        return "wrong" if named else "right"
    joint = len(named) > 1
    if not named:
        return "none"
    right = all(is_speaker(want["speaker"], one, want.get("kind"), joint=joint) for one in named)
    return "right" if right else "wrong"


def _has_surname(want: Statement, words: str) -> bool:
    return set(name_words(want["speaker"])[-1:]) <= set(name_words(words))


def metrics(n: Tallies) -> Metrics:
    """Make all numbers from tallies summed over documents."""
    out: Metrics = {}
    for group in ("named", "apart"):
        out |= shares({f"{group}/{verdict}": n[f"{group}/{verdict}"] for verdict in VERDICTS})
    out["unnamed/left"] = share(n["unnamed/right"], n["unnamed/right"] + n["unnamed/wrong"])
    out["kind"] = share(n["kind/ok"], n["kind/n"])
    for rule in sorted({key.split("/")[1] for key in n if key.startswith("rule/")}):
        right = n[f"rule/{rule}/right"]
        out[f"rule/{rule}"] = share(right, right + n[f"rule/{rule}/other"])
    return out


TASK = Task(
    name="speakers",
    splits={"dev": "readings/dev.jsonl", "train": "readings/train.jsonl"},
    load=read_readings,
    score=score_doc,
    metrics=metrics,
    headlines=(
        Headline("named/right", "share", margin=HALF_A_POINT),
        Headline("named/wrong", "share", "less", margin=HALF_A_POINT),
        Headline("apart/right", "share"),
        Headline("apart/wrong", "share", "less"),
        Headline("unnamed/left", "share", margin=HALF_A_POINT),
        Headline("kind", "share", margin=HALF_A_POINT),
    ),
    read=read_gold,
)
