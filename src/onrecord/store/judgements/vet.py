"""Vetting: a judgement is about something that is there, and says what can be; only then is it stored."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec
from msgspec import UNSET, structs

from onrecord.errors import BadJudgement
from onrecord.ids import identify, spell
from onrecord.store.judgements import verdicts
from onrecord.store.judgements.reattach import find_twin
from onrecord.store.judgements.seen import Seen, read_verdict, set_fields
from onrecord.store.judgements.table import identified, stamp
from onrecord.store.judgements.verdicts import Verdict
from onrecord.store.judgements.vet_entities import vet_entity, vet_merge, vet_split
from onrecord.types import Claim, Judgement, Reading, Statement

LONGEST_AUTHOR, LONGEST_REASON = 200, 10_000
"""Characters."""
ACROSS = ("merge", "split")
"""What can be judged of several documents' entities."""


def vet(live: Reading, base: Reading, judgement: Judgement) -> Judgement:
    """See that a judgement on a document can be, and complete it.

    Args:
        live: The document's reading as people see it.
        base: The same without judgements.
        judgement: ``before``, ``spans`` and whatever the record can tell may be missing.

    Returns:
        It with the fields as they were, what it attaches by, and whom its ids mean; without an id.

    Raises:
        BadJudgement: It points at nothing, or says what cannot be.
    """
    check_people(judgement)
    return _BY_VERB[judgement.verb](Seen(live, base), judgement)


def check_sound(judgement: Judgement) -> None:
    """See that a judgement of another record is what was judged, and can be applied; what it is about need not be here.

    Args:
        judgement: With its id.

    Raises:
        BadJudgement: It is not so.
    """
    if identified(judgement).id != judgement.id:
        raise BadJudgement(f"judgement {judgement.id!r} is not what was judged: its id does not fit it")
    for when in (judgement.at, judgement.withdrawn):
        if when is not None and stamp(when) != when:
            raise BadJudgement(
                f"judgement {judgement.id} has the time {when!r}; it is to be in UTC, to the microsecond"
            )
    if judgement.document_id is None and judgement.verb not in ACROSS:
        raise BadJudgement(f"judgement {judgement.id} is about no document, and {judgement.verb!r} is about one")
    check_people(judgement)
    verdict = read_verdict(judgement.after, _shape(judgement))
    if isinstance(verdict, verdicts.StatementChange) and isinstance(verdict.certainty, verdicts.Sureness):
        _check_range(verdict.certainty)


def _shape(judgement: Judgement) -> type[Verdict]:
    if judgement.verb == "change":
        return verdicts.StatementChange if judgement.spans else verdicts.EntityChange
    if judgement.document_id is None:
        return verdicts.Across
    shapes: dict[str, type[Verdict]] = {"merge": verdicts.Merge, "split": verdicts.Split, "add": verdicts.Addition}
    return shapes.get(judgement.verb, Verdict)


def check_people(judgement: Judgement) -> None:
    """See that a judgement has an author, and no endless reason.

    Raises:
        BadJudgement: It is not so.
    """
    if not judgement.author.strip() or len(judgement.author) > LONGEST_AUTHOR:
        raise BadJudgement(f"a judgement needs an author, of at most {LONGEST_AUTHOR} characters")
    if len(judgement.reason) > LONGEST_REASON:
        raise BadJudgement(f"the reason has {len(judgement.reason):,} characters; at most {LONGEST_REASON:,} are kept")


def _accept(seen: Seen, judgement: Judgement) -> Judgement:
    read_verdict(judgement.after, Verdict)
    if judgement.target == seen.document.id:
        return structs.replace(judgement, before={"reading": seen.base.id}, spans=())
    if judgement.target not in seen.acceptable:
        raise seen.missing("statement", judgement.target)
    return structs.replace(judgement, before={}, spans=seen.acceptable[judgement.target].content)


def _reject(seen: Seen, judgement: Judgement) -> Judgement:
    read_verdict(judgement.after, Verdict)
    if judgement.target not in seen.statements:
        raise seen.missing("statement", judgement.target)
    return structs.replace(judgement, before={}, spans=seen.statements[judgement.target].content)


def _change(seen: Seen, judgement: Judgement) -> Judgement:
    return (_statement if judgement.target in seen.statements else vet_entity)(seen, judgement)


def _statement(seen: Seen, judgement: Judgement) -> Judgement:
    statement = seen.statements[judgement.target]
    change: verdicts.StatementChange = read_verdict(judgement.after, verdicts.StatementChange)
    changed = set_fields(change)
    if not changed:
        raise BadJudgement("nothing is to be changed; give a field, such as act or speaker_ids")
    spans = {name: seen.words(name, getattr(change, name)) for name in ("cue", "source") if name in changed}
    change = _with_claim(seen, statement, structs.replace(change, **spans))
    if change.speaker_ids is not UNSET:
        change = structs.replace(change, cast=seen.cast(change.speaker_ids, change.cast))
    before = {name: _plain(getattr(statement, name)) for name in changed if hasattr(statement, name)}
    if change.certainty is not UNSET:
        before["certainty"] = _plain(_claim(statement, change.claim).certainty)
    after = verdicts.encode(change)
    return structs.replace(judgement, before=before, after=after, spans=statement.content)


def _with_claim(seen: Seen, statement: Statement, change: verdicts.StatementChange) -> verdicts.StatementChange:
    if change.certainty is UNSET and change.outcome is UNSET:
        return change
    if change.outcome in {"yes", "no"} and not (change.evidence and change.evidence.strip()):
        raise BadJudgement("an outcome of yes or no needs its evidence: a text or an address")
    if change.claim is UNSET and len(statement.claims) != 1:
        listed = ", ".join(str(list(claim.span)) for claim in statement.claims)
        raise BadJudgement(f"the statement has several claims, or none; say which: {listed or 'none'}")
    span = statement.claims[0].span if change.claim is UNSET else change.claim
    if span not in {claim.span for claim in statement.claims}:
        raise BadJudgement(f"statement {statement.id} has no claim at {list(span)}")
    if isinstance(change.certainty, verdicts.Sureness):
        _check_range(change.certainty)
        if change.certainty.span is not None:
            seen.words("certainty.span", (change.certainty.span,))
    return structs.replace(change, claim=span)


def _addition(seen: Seen, judgement: Judgement) -> Judgement:
    from onrecord.pipeline import judge_marked  # loads every stage, which opening a record does not need

    addition: verdicts.Addition = read_verdict(judgement.after, verdicts.Addition)
    spans = {name: seen.words(name, getattr(addition, name)) for name in ("content", "cue", "source")}
    if not spans["content"]:
        raise BadJudgement("a statement needs content: spans of the text, such as [[120, 164]]")
    twin = find_twin(spans["content"], spans["cue"], seen.live.statements)
    if twin is not None:
        raise BadJudgement(f"statement {twin} has nearly that content; change or reject that one")
    cast = seen.cast(addition.speaker_ids, addition.cast)
    form, claims, said_at = judge_marked(seen.document, **spans)
    judged = {"form": form, "claims": claims, "said_at": said_at}
    unset = {name: value for name, value in judged.items() if getattr(addition, name) is UNSET}
    after = verdicts.encode(structs.replace(addition, **spans, **unset, cast=cast))
    target = identify(seen.document.id, "statement", *(spell(spans[name]) for name in spans))
    return structs.replace(judgement, target=target, before={}, after=after, spans=spans["content"])


def _claim(statement: Statement, span: object) -> Claim:
    return next(claim for claim in statement.claims if claim.span == span)


def _plain(value: object) -> Any:
    return msgspec.json.decode(msgspec.json.encode(value))


def _check_range(sure: verdicts.Sureness) -> None:
    if (sure.low is None) != (sure.high is None):
        raise BadJudgement("a range needs both its ends, low and high, in per cent")
    if sure.low is None or sure.high is None:
        if not sure.phrase:
            raise BadJudgement("say how sure it is: by a phrase, or by low and high in per cent")
        return
    try:
        low, high = Decimal(sure.low), Decimal(sure.high)
        fits = 0 <= low <= high <= 100
    except InvalidOperation:
        fits = False
    if not fits:
        raise BadJudgement(f"{sure.low} to {sure.high} is no range; give numbers with 0 ≤ low ≤ high ≤ 100")


_BY_VERB: dict[str, Callable[[Seen, Judgement], Judgement]] = {
    "accept": _accept,
    "reject": _reject,
    "change": _change,
    "merge": vet_merge,
    "split": vet_split,
    "add": _addition,
}
