"""Judging: a judgement checked, kept and followed by the corrected reading, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct, structs
from sqlalchemy import Connection, select

from onrecord.errors import BadJudgement, UnknownDocument
from onrecord.store.judgements import derive
from onrecord.store.judgements import table as judgements
from onrecord.store.judgements.seen import read_verdict
from onrecord.store.judgements.verdicts import Across
from onrecord.store.judgements.vet import ACROSS, check_people, check_sound, vet
from onrecord.store.judgements.vet_entities import vet_across
from onrecord.store.live import is_live
from onrecord.store.load import load_reading
from onrecord.store.tables import readings
from onrecord.types import Entity, Judgement, Reading


def load_live(connection: Connection, path: Path, document_id: str) -> Reading:
    """Load a document's live reading, with judgements applied.

    Args:
        connection: In a transaction.
        path: Of the record, to name it.
        document_id: The document's.

    Raises:
        UnknownDocument: The record does not have it.
    """
    key = connection.scalar(select(readings.c.key).where(readings.c.document_id == document_id, is_live()))
    if key is None:
        raise _unknown(path, document_id)
    return load_reading(connection, key)


def load_base(connection: Connection, path: Path, document_id: str) -> Reading:
    """The same without the judgements."""
    base = derive.load_base(connection, document_id)
    if base is None:
        raise _unknown(path, document_id)
    return base


class Kept(Struct, frozen=True, kw_only=True):
    """All that a record holds of a document.

    Attributes:
        reading: The live one, with judgements applied.
        base: The same without.
        rank: Of its models.
        judgements: About the document, those across documents and those that were withdrawn too.
    """

    reading: Reading
    base: Reading
    rank: int
    judgements: tuple[Judgement, ...]

    @property
    def is_read_through(self) -> bool:
        """Whether a person accepted the whole document, in this very reading: its statements are all there are."""
        return any(
            one.verb == "accept" and one.target == one.document_id and one.before.get("reading") == self.base.id
            for one in self.judgements
            if one.withdrawn is None
        )


def load_kept(connection: Connection, path: Path, document_id: str) -> Kept:
    """Load all that a record holds of a document.

    Args:
        connection: In a transaction.
        path: Of the record, to name it.
        document_id: The document's.

    Raises:
        UnknownDocument: The record does not have it.
    """
    across = [one for one in judgements.list_across(connection) if _is_about(one, document_id)]
    own = judgements.list_judgements(connection, document_id=document_id, hold=False)
    return Kept(
        reading=load_live(connection, path, document_id),
        base=load_base(connection, path, document_id),
        rank=derive.load_rank(connection, document_id),
        judgements=(*own, *across),
    )


def _is_about(judgement: Judgement, document_id: str) -> bool:
    return any(pair[0] == document_id for pair in judgement.after["entities"])


def judge(connection: Connection, path: Path, asked: Judgement) -> Judgement:
    """Check a judgement, keep it, and make the document's corrected reading follow it.

    Args:
        connection: In a transaction for writing.
        path: Of the record, to name it.
        asked: Without id; what the record can tell may be missing.

    Returns:
        The judgement that was kept.

    Raises:
        UnknownDocument: The record does not have the document.
        BadJudgement: It cannot be.
    """
    if asked.document_id is None:
        vetted = _across(connection, path, asked)
    else:
        live = load_live(connection, path, asked.document_id)
        vetted = vet(live, load_base(connection, path, asked.document_id), asked)
    judgement = judgements.identified(vetted)
    if not judgements.add_judgement(connection, judgement):
        raise BadJudgement(f"{path}: has that judgement already: {judgement.id}")
    if judgement.document_id is not None:
        derive.rederive(connection, judgement.document_id)
    return judgement


def withdraw(connection: Connection, path: Path, judgement_id: str, author: str, at: str) -> Judgement:
    """Take a judgement back, and make the document's corrected reading follow: see ``judgements.withdraw``."""
    judgement = judgements.withdraw(connection, path, judgement_id, author, at)
    if judgement.document_id is not None:
        derive.rederive(connection, judgement.document_id)
    return judgement


def take_over(connection: Connection, given: Iterable[Judgement]) -> int:
    """Add judgements of another record as they are.

    Args:
        connection: In a transaction for writing.
        given: The judgements.

    Returns:
        How many were not there.

    Raises:
        BadJudgement: One is not what was judged, or cannot be applied.
    """
    taken = [(judgement, _added(connection, judgement)) for judgement in given]
    for document_id in judgements.documents_of(judgement for judgement, _ in taken):
        derive.rederive(connection, document_id)
    return sum(added for _, added in taken)


def follow(connection: Connection, document_ids: Sequence[str]) -> None:
    """Make the corrected readings of documents follow readings that were added.

    Args:
        connection: In the transaction that added them.
        document_ids: Of the documents.
    """
    for document_id in judgements.judged(connection, document_ids):
        derive.rederive(connection, document_id)


def _added(connection: Connection, judgement: Judgement) -> bool:
    check_sound(judgement)
    return judgements.add_judgement(connection, judgement)


def _across(connection: Connection, path: Path, asked: Judgement) -> Judgement:
    if asked.verb not in ACROSS:
        raise BadJudgement(
            f"to {asked.verb}, name the document; without one, entities of several can be merged or split"
        )
    check_people(asked)
    across: Across = read_verdict(asked.after, Across)
    known: dict[tuple[str, str], Entity] = {}
    for document_id in dict.fromkeys(document_id for document_id, _ in across.entities):
        entities = load_live(connection, path, document_id).entities
        known |= {(document_id, entity.id): entity for entity in entities}
    return vet_across(known, structs.replace(asked, document_id=None), judgements.standing_across(connection))


def _unknown(path: Path, document_id: str) -> UnknownDocument:
    return UnknownDocument(f"{path}: has no document of id {document_id!r}")
