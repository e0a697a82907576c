"""Exported: the JSON record with all that is needed to have the reading back as it was."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import structs

from onrecord.ids import identify
from onrecord.show.record import Record, record_of, words_of
from onrecord.types import (
    BY_HAND,
    Certainty,
    Claim,
    Document,
    Entity,
    Judgement,
    Mention,
    Reading,
    Statement,
)


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """What the record's line leaves out of a reading.

    Attributes:
        id: Of the reading, without judgements.
        fetched: When the document was.
        rank: Of the models: the higher is shown.
    """

    id: str
    fetched: str | None = None
    rank: int = 0


class Uncorrected(msgspec.Struct, frozen=True, kw_only=True):
    """What the reading found, where people's judgements changed it."""

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]


class Exported(Record, frozen=True, kw_only=True):
    """A line of an export: the record as it is shown, the judgements on it, and what it was without them.

    Attributes:
        reading: None in a line that is no export, such as ``onrecord read --json`` prints.
        judgements: About the document; those that were withdrawn, too.
        uncorrected: None where no judgement holds.
    """

    reading: Origin | None = None
    judgements: tuple[Judgement, ...] = ()
    uncorrected: Uncorrected | None = None


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """What an export's line gives back.

    Attributes:
        reading: Without judgements.
        rank: Of its models; None where the line does not tell.
        judgements: To be applied to it.
    """

    reading: Reading
    rank: int | None
    judgements: tuple[Judgement, ...]


class Damaged(ValueError):
    """A line contradicts itself: the words are not those of the text."""


def exported(shown: Reading, base: Reading, rank: int = 0, judgements: Iterable[Judgement] = ()) -> Exported:
    """Arrange a reading for export.

    Args:
        shown: As it is shown: with judgements applied, with ranges on a scale.
        base: As it was read.
        rank: Of its models.
        judgements: About the document.
    """
    record = record_of(shown)
    whole = Uncorrected(mentions=base.mentions, entities=base.entities, statements=base.statements)
    return Exported(
        **{name: getattr(record, name) for name in Record.__struct_fields__ if name != "schema"},
        reading=Origin(id=base.id, fetched=base.document.fetched, rank=rank),
        judgements=tuple(judgements),
        uncorrected=None if plain(shown) == base else whole,
    )


def restored(line: Exported) -> Restored:
    """Have a reading back.

    Args:
        line: As ``exported`` arranged it, or a line of the JSON record.

    Raises:
        Damaged: It contradicts itself.
    """
    for place, statement in enumerate(line.statements):
        if statement.words != words_of(statement, line.document.text):  # type: ignore[arg-type]
            raise Damaged(f"$.statements[{place}].words are not the words of the text at its spans")
    document_id = line.document.id
    made = identify(document_id, *(part for item in sorted(line.models.items()) for part in item), line.rules)
    origin = Origin(id=made) if line.reading is None else line.reading
    rank = None if line.reading is None else line.reading.rank
    document = {name: getattr(line.document, name) for name in line.document.__struct_fields__}
    reading = Reading(
        id=origin.id,
        document=Document(**document, fetched=origin.fetched),
        blocks=line.blocks,
        mentions=line.mentions,
        entities=line.entities,
        statements=tuple(
            Statement(**{name: getattr(one, name) for name in Statement.__struct_fields__}) for one in line.statements
        ),
        models=line.models,
        rules=line.rules,
    )
    if line.uncorrected is not None:
        fields = {name: getattr(line.uncorrected, name) for name in Uncorrected.__struct_fields__}
        reading = structs.replace(reading, **fields)
    return Restored(reading=plain(reading), rank=rank, judgements=line.judgements)


def plain(reading: Reading) -> Reading:
    """A reading without the ranges that are computed when it is printed; those given by hand stay."""
    return structs.replace(reading, statements=tuple(map(_plain_statement, reading.statements)))


def _plain_statement(statement: Statement) -> Statement:
    if all(claim.certainty is None for claim in statement.claims):
        return statement
    return structs.replace(statement, claims=tuple(map(_plain_claim, statement.claims)))


def _plain_claim(claim: Claim) -> Claim:
    return claim if claim.certainty is None else structs.replace(claim, certainty=_plain_certainty(claim.certainty))


def _plain_certainty(certainty: Certainty) -> Certainty:
    if certainty.scale == BY_HAND:
        return certainty
    return structs.replace(certainty, scale=None, low=None, high=None)
