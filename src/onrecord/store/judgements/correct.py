"""Corrected: a reading with people's judgements applied. A pure function of both.

Judgements are applied in the order in which they were made; of two on one field the later holds, and of two made at
once the one of the greater id. One whose statement or entity is not in the reading changes nothing: it stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import UNSET, structs

from onrecord.ids import identify
from onrecord.spans import length, shared
from onrecord.store.judgements.correct_entities import change_entity, merge, split
from onrecord.store.judgements.draft import Draft
from onrecord.store.judgements.reattach import find_claim, find_twin
from onrecord.store.judgements.verdicts import Addition, EntityChange, StatementChange, Sureness, decode, known
from onrecord.types import (
    BY_HAND,
    BlockKind,
    Certainty,
    Claim,
    Confidence,
    Judgement,
    Reading,
    Spans,
    Statement,
)

PLAIN_FIELDS = ("act", "form", "negated", "cue", "source")
"""Fields of a statement that a judgement sets as they are."""


def correct(reading: Reading, judgements: Iterable[Judgement]) -> Reading:
    """Apply judgements to a reading.

    Args:
        reading: The base; not changed.
        judgements: Of its document, in any order, all of which hold.

    Returns:
        A reading whose id is of the base's and the judgements' ids; the base itself where there are none.
    """
    ordered = _in_order(judgements)
    if not ordered:
        return reading
    draft = Draft(reading)
    _apply(draft, ordered)
    return draft.finish(identify(reading.id, "judged", *sorted(judgement.id for judgement in ordered)))


def attach(reading: Reading, judgements: Iterable[Judgement]) -> dict[str, str | None]:
    """Find what each judgement is about in a reading.

    Args:
        reading: The base.
        judgements: As for ``correct``.

    Returns:
        Id of the judgement → id of the statement, entity or document that it is attached to; None where it stands
        alone.
    """
    return _apply(Draft(reading), _in_order(judgements))


def _in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    return sorted(judgements, key=lambda judgement: (judgement.at, judgement.id))


def _apply(draft: Draft, ordered: Iterable[Judgement]) -> dict[str, str | None]:
    return {judgement.id: VERBS[judgement.verb](draft, judgement) for judgement in ordered}


def _accept(draft: Draft, judgement: Judgement) -> str | None:
    """What a person accepted is sure: the software's measure goes, so that no bound on it leaves the statement out."""
    if judgement.target == draft.reading.document.id:
        return judgement.target
    found = draft.find_statement(judgement.target, judgement.spans)
    if found is not None:
        statement = draft.statements[found]
        draft.rejected.discard(found)
        sure = structs.replace(statement.confidence, statement=None)
        draft.put(structs.replace(statement, confidence=sure), judgement, "accepted")
    return found


def _reject(draft: Draft, judgement: Judgement) -> str | None:
    found = draft.find_statement(judgement.target, judgement.spans)
    if found is not None:
        draft.rejected.add(found)
    return found


def _change(draft: Draft, judgement: Judgement) -> str | None:
    if not judgement.spans:
        return change_entity(draft, judgement, decode(judgement.after, EntityChange))
    found = draft.find_statement(judgement.target, judgement.spans)
    if found is None:
        return None
    change: StatementChange = decode(judgement.after, StatementChange)
    statement = draft.statements[found]
    fields = {name: getattr(change, name) for name in PLAIN_FIELDS if getattr(change, name) is not UNSET}
    if change.speaker_ids is not UNSET:
        fields["speaker_ids"] = _speakers(draft, change)
        fields["confidence"] = structs.replace(statement.confidence, speaker=None)
    if "source" in fields:
        fields["confidence"] = structs.replace(fields.get("confidence", statement.confidence), source=None)
        fields["inferred"] = False
    if change.certainty is not UNSET:
        fields["claims"] = _resured(statement, change)
    if fields:
        told = [name for name in ("speaker_ids", *PLAIN_FIELDS, "certainty") if getattr(change, name) is not UNSET]
        draft.put(structs.replace(statement, **fields), judgement, " and ".join(told))
    return found


def _speakers(draft: Draft, verdict: StatementChange | Addition) -> tuple[str, ...]:
    ids = () if verdict.speaker_ids is UNSET else verdict.speaker_ids
    found = (draft.enter(entity_id, known(verdict.cast, entity_id)) for entity_id in ids)
    return tuple(dict.fromkeys(entity_id for entity_id in found if entity_id is not None))


def _resured(statement: Statement, change: StatementChange) -> tuple[Claim, ...]:
    """The claims, the one that is meant with the certainty that it is to have."""
    place = None if change.claim is UNSET else find_claim(change.claim, statement.claims)
    if place is None or change.certainty is UNSET:
        return statement.claims
    claim = statement.claims[place]
    changed = structs.replace(claim, certainty=_certainty(claim, change.certainty))
    return (*statement.claims[:place], changed, *statement.claims[place + 1 :])


def _certainty(claim: Claim, sure: Sureness | None) -> Certainty | None:
    if sure is None:
        return None
    before = claim.certainty
    words = sure.span or (claim.span if before is None else before.span)
    phrase = sure.phrase if sure.phrase is not None else before.phrase if before is not None else ""
    if sure.low is None:
        return Certainty(span=words, phrase=phrase)
    return Certainty(span=words, phrase=phrase, scale=BY_HAND, low=sure.low, high=sure.high)


def _add(draft: Draft, judgement: Judgement) -> str | None:
    """Add a statement; where the reading has a version of it, that goes, and what is said of it is said of the new."""
    addition: Addition = decode(judgement.after, Addition)
    length_of_text = len(draft.reading.document.text)
    if not addition.content or not all(0 <= start < end <= length_of_text for start, end in addition.content):
        return None
    twin = find_twin(addition.content, addition.cue, draft.standing())
    inside = None if twin is None else draft.statements[twin].parent
    if twin is not None and twin != judgement.target:
        del draft.statements[twin]
        draft.replaced[twin] = judgement.target
    draft.replaced.pop(judgement.target, None)
    parent = _around(draft, addition.content) if twin is None else inside
    made = Statement(
        id=judgement.target,
        block=_block(draft.reading, addition.content),
        form="indirect" if addition.form is UNSET else addition.form,
        act=addition.act,
        negated=addition.negated,
        parent=parent,
        content=addition.content,
        cue=addition.cue,
        source=addition.source,
        speaker_ids=_speakers(draft, addition),
        said_at=None if addition.said_at is UNSET else addition.said_at,
        claims=() if addition.claims is UNSET else addition.claims,
        confidence=Confidence(),
    )
    _adopt(draft, made)
    draft.rejected.discard(made.id)
    draft.added = True
    draft.put(made, judgement, "added")
    return made.id


def _block(reading: Reading, content: Spans) -> BlockKind:
    kinds = (block.kind for block in reading.blocks if block.span.start <= content[0].start < block.span.end)
    return next(kinds, "body")


def _around(draft: Draft, content: Spans) -> str | None:
    """The shortest statement in whose content all of some content stands."""
    outer = [statement for statement in draft.standing() if _covers(statement.content, content)]
    return min(outer, key=lambda statement: (length(statement.content), statement.id)).id if outer else None


def _adopt(draft: Draft, made: Statement) -> None:
    """Statements inside the new one whose parent was its own are its children."""
    for statement in list(draft.standing()):
        if statement.parent == made.parent and statement.id != made.id and _covers(made.content, statement.content):
            draft.statements[statement.id] = structs.replace(statement, parent=made.id)


def _covers(outer: Spans, inner: Spans) -> bool:
    return shared(outer, inner) == length(inner) < length(outer)


VERBS: dict[str, Callable[[Draft, Judgement], str | None]] = {
    "accept": _accept,
    "reject": _reject,
    "change": _change,
    "merge": merge,
    "split": split,
    "add": _add,
}
"""What applies a judgement, by its verb. Each returns the id of what the judgement is attached to."""
