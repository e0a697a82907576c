"""Seen: a document's reading as people see it, to check a judgement against."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from onrecord.errors import BadJudgement
from onrecord.spans import Span, normalise
from onrecord.store.judgements import verdicts
from onrecord.store.judgements.verdicts import LONGEST_NAME, Known, Verdict
from onrecord.types import ACTS, Entity, Reading, Spans

LONGEST_AFTER = 200_000
"""Characters of what is to be, as JSON. What a form in a browser sends is not to fill a disk."""

_NOT_FIELDS = {"cast", "claim", "evidence"}
"""Parts of a verdict that are no fields that change."""


class Seen:
    """A reading with its parts by their ids.

    Args:
        live: As people see it.
        base: The same without judgements: a rejected statement stands there, and can be accepted again.
    """

    def __init__(self, live: Reading, base: Reading) -> None:
        self.live, self.base = live, base
        self.document = live.document
        self.statements = {statement.id: statement for statement in live.statements}
        self.acceptable = {statement.id: statement for statement in base.statements} | self.statements
        self.entities = {entity.id: entity for entity in live.entities}

    def words(self, name: str, spans: Spans) -> Spans:
        """Spans in order, all of them words of the text.

        Raises:
            BadJudgement: They are not.
        """
        length = len(self.document.text)
        for span in spans:
            if not 0 <= span.start < span.end <= length:
                raise BadJudgement(f"{name} has {list(span)}; it must be spans in a text of {length:,} characters")
            if not span.of(self.document.text).strip():
                raise BadJudgement(f"{name} has {list(span)}, where the text has white space alone")
        return normalise(Span(*span) for span in spans)

    def cast(self, entity_ids: Iterable[str], given: dict[str, Known] | UnsetType) -> dict[str, Known]:
        """Whom ids mean: as the reading has it, or, for one whom it does not know, as is given.

        Raises:
            BadJudgement: Nobody tells.
        """
        cast = {}
        for entity_id in entity_ids:
            entity, told = self.entities.get(entity_id), verdicts.known(given, entity_id)
            if entity is not None:
                cast[entity_id] = known_of(entity)
            elif told is not None:
                cast[entity_id] = told
            else:
                raise self.missing("entity", entity_id)
        return cast

    def missing(self, what: str, wanted: str) -> BadJudgement:
        """The error that something is not there."""
        return BadJudgement(f"{self.document.origin}: has no {what} {wanted!r}")


def read_verdict(after: dict[str, Any], kind: type[Verdict]) -> Any:
    """Read what is to be, with an error of ours where it cannot be read.

    Raises:
        BadJudgement: It has not the fields of the verb, or a value that cannot be.
    """
    try:
        if len(msgspec.json.encode(after)) > LONGEST_AFTER:
            raise BadJudgement(f"what is to be is longer than {LONGEST_AFTER:,} characters of JSON")
        return verdicts.decode(after, kind)
    except (msgspec.ValidationError, TypeError, RecursionError) as error:
        acts = f"; an act is one of {', '.join(ACTS)}" if "`$.act`" in str(error) else ""
        raise BadJudgement(f"what is to be cannot be: {error}{acts}") from error


def set_fields(verdict: Verdict) -> list[str]:
    """The fields that a verdict changes, by name."""
    fields = [name for name in verdict.__struct_fields__ if getattr(verdict, name) is not UNSET]
    return [name for name in fields if name not in _NOT_FIELDS]


def known_of(entity: Entity) -> Known:
    """Whom an entity's id means."""
    return Known(name=entity.name[:LONGEST_NAME] or "?", kind=entity.kind, named=entity.named)
