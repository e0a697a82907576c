"""Verdicts: what ``Judgement.after`` may hold, verb by verb; decoding it is checking its shape."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from onrecord.spans import Span
from onrecord.types import Act, Claim, EntityKind, Form, Spans, Time

Outcome = Literal["yes", "no", "void"]
LONGEST_NAME = 1000
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]
Ids = Annotated[tuple[str, ...], msgspec.Meta(min_length=1, max_length=1000)]


class Verdict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a judgement decides: nothing more than its verb."""


class Known(Verdict, frozen=True, kw_only=True):
    """Who an entity's id means. It is kept with a judgement, since a later reading may know nobody of that id."""

    name: Name
    kind: EntityKind
    named: bool = True


class Sureness(Verdict, frozen=True, kw_only=True):
    """How sure a claim is: by the phrase of a hedge, by a range in per cent, or both.

    Attributes:
        phrase: Normalised; the key of a band of the certainty scales.
        low, high: Decimal strings between 0 and 100.
        span: The words of the hedge; without it those of the hedge that was there, or the claim's.
    """

    phrase: str | None = None
    low: str | None = None
    high: str | None = None
    span: Span | None = None


class StatementChange(Verdict, frozen=True, kw_only=True):
    """Fields of a statement as they are to be; those that are not set stay.

    Attributes:
        claim: The span of the claim that ``certainty`` or ``outcome`` is about.
        certainty: None where the claim has no hedge.
        outcome: Of a forecast: whether it came true, with the evidence, a text or an address. It changes no field.
        cast: Who the speakers are, by their ids; one whom the reading does not know is entered.
    """

    speaker_ids: tuple[str, ...] | UnsetType = UNSET
    act: Act | UnsetType = UNSET
    form: Form | UnsetType = UNSET
    negated: bool | UnsetType = UNSET
    cue: Spans | UnsetType = UNSET
    source: Spans | UnsetType = UNSET
    claim: Span | UnsetType = UNSET
    certainty: Sureness | UnsetType | None = UNSET
    outcome: Outcome | UnsetType = UNSET
    evidence: str | UnsetType = UNSET
    cast: dict[str, Known] | UnsetType = UNSET


class EntityChange(Verdict, frozen=True, kw_only=True):
    """Fields of an entity as they are to be; ``cast`` says whom its id meant when it was judged."""

    name: Name | UnsetType = UNSET
    kind: EntityKind | UnsetType = UNSET
    named: bool | UnsetType = UNSET
    cast: dict[str, Known] | UnsetType = UNSET


class Merge(Verdict, frozen=True, kw_only=True):
    """The entities of the document that are the target, too."""

    entities: Ids
    cast: dict[str, Known] | UnsetType = UNSET


class Across(Verdict, frozen=True, kw_only=True):
    """Entities of several documents: pairs of the document's id and the entity's.

    To merge them says that they are one person or body, to split them that none is the same as one of another document.
    """

    entities: Annotated[tuple[tuple[str, str], ...], msgspec.Meta(min_length=2, max_length=1000)]
    cast: dict[str, Known] | UnsetType = UNSET


class Split(Verdict, frozen=True, kw_only=True):
    """Mentions and statements that are not the target's but somebody else's.

    Attributes:
        entity: Id of the new one.
        contents: The statements' contents when it was judged, which they are attached again by.
    """

    mentions: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    name: Name | UnsetType = UNSET
    kind: EntityKind | UnsetType = UNSET
    named: bool | UnsetType = UNSET
    entity: str | UnsetType = UNSET
    contents: dict[str, Spans] | UnsetType = UNSET
    cast: dict[str, Known] | UnsetType = UNSET


class Addition(Verdict, frozen=True, kw_only=True):
    """A statement that the reading missed. Form, claims and time are judged from its words where they are not given."""

    content: Spans
    cue: Spans = ()
    source: Spans = ()
    speaker_ids: tuple[str, ...] = ()
    act: Act = "assert"
    form: Form | UnsetType = UNSET
    negated: bool = False
    claims: tuple[Claim, ...] | UnsetType = UNSET
    said_at: Time | UnsetType | None = UNSET
    cast: dict[str, Known] | UnsetType = UNSET


def decode(after: dict[str, Any], kind: type[msgspec.Struct]) -> Any:
    """Read what a judgement decides.

    Args:
        after: As given or as stored.
        kind: The struct of its verb.

    Raises:
        msgspec.ValidationError: It does not have that shape.
    """
    return msgspec.convert(after, kind)


def encode(verdict: Verdict) -> dict[str, Any]:
    """Write what a judgement decides, as it is stored: plain lists and dicts, without what is not set."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(verdict))
    return plain


def known(cast: dict[str, Known] | UnsetType, entity_id: str) -> Known | None:
    """Who an id of a judgement means; None where it does not say."""
    return None if cast is UNSET else cast.get(entity_id)
