"""Judgements on a reading, drawn by hypothesis: whatever a person could say of what is there."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from onrecord.errors import BadJudgement
from onrecord.store.judgements.correct import correct
from onrecord.store.judgements.table import identified
from onrecord.store.judgements.vet import vet
from onrecord.types import ACTS, EntityKind, Judgement, Reading


@st.composite
def judgements_on(draw: DrawFn, reading: Reading, most: int = 5) -> list[Judgement]:
    """Judgements made one after the other, each on the reading as those before it left it; some at one time."""
    made: list[Judgement] = []
    for _ in range(draw(st.integers(0, most))):
        live = correct(reading, made)
        verb, target, after = _choice(draw, live)
        hour = min(len(made), 3)
        asked = Judgement(
            id="",
            document_id=reading.document.id,
            target=target,
            verb=verb,
            after=after,
            author=draw(st.sampled_from(["ann", "bo"])),
            at=f"2026-11-25T0{hour}:00:00.000000+00:00",
        )
        try:
            judgement = identified(vet(live, reading, asked))
        except BadJudgement:
            continue
        if judgement.id not in {one.id for one in made}:
            made.append(judgement)
    return made


def _choice(draw: DrawFn, live: Reading) -> tuple[str, str, dict[str, Any]]:
    """A verb, what it is about, and what is to be; who is not there may be asked for, and is refused."""
    verb = draw(st.sampled_from(["accept", "reject", "act", "speaker", "range", "name", "merge", "split", "add"]))
    said = draw(st.sampled_from(live.statements)) if live.statements else None
    who = draw(st.sampled_from(live.entities))
    if verb == "add":
        return "add", "", _addition(draw, live)
    if verb == "name":
        return "change", who.id, {"name": "Somebody Else", "kind": draw(st.sampled_from(get_args(EntityKind)))}
    if verb == "merge":
        return "merge", who.id, {"entities": [draw(st.sampled_from(live.entities)).id]}
    if verb == "split":
        theirs = [mention.id for mention in live.mentions if mention.entity_id == who.id]
        theirs_said = [statement.id for statement in live.statements if who.id in statement.speaker_ids]
        return "split", who.id, {"mentions": theirs[:1], "statements": theirs_said[:1]}
    target = live.document.id if said is None else said.id
    after: dict[str, dict[str, Any]] = {
        "act": {"act": draw(st.sampled_from(ACTS))},
        "speaker": {"speaker_ids": [who.id], "negated": True},
        "range": {"certainty": {"low": "20", "high": "40"}},
    }
    return ("change", target, after[verb]) if verb in after else (verb, target, {})


def _addition(draw: DrawFn, live: Reading) -> dict[str, Any]:
    length = len(live.document.text)
    start = draw(st.integers(0, length - 1))
    end = draw(st.integers(start + 1, length))
    new = {"new": {"name": "Nobody Known", "kind": "person"}}
    return {"content": [[start, end]], "speaker_ids": ["new"], "cast": new, "act": draw(st.sampled_from(ACTS))}
