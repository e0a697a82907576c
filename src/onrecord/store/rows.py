"""Rows: a reading cut into the rows of the tables, before any lock is taken.

What a row points at is its position in the reading until the database has given it a key.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from onrecord.spans import Span
from onrecord.store.check import check
from onrecord.store.live import version_key
from onrecord.store.tallies import Spoken, Voice, person_number, tally
from onrecord.store.terms import entity_digest, terms_of, words_of
from onrecord.store.words import lemmas, tokens
from onrecord.titles import called
from onrecord.types import Document, Entity, Mention, Reading, Statement

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """A reading's rows. ``entity`` and ``statement`` in them are positions in the reading."""

    text: Row
    document: Row
    reading: Row
    blocks: list[Row]
    entities: list[Row]
    mentions: list[Row]
    statements: list[Row]
    claims: list[Row]
    steps: list[Row]
    speakers: list[Row]
    subjects: list[Row]
    hedges: list[Row]
    tally: Row


def cut(reading: Reading, rank: int, base: str | None = None) -> Rows:
    """Cut a reading into rows.

    Args:
        reading: The reading.
        rank: Of its models.
        base: Id of the reading that this one is with judgements applied; None for one that was read.

    Raises:
        BadReading: See ``check``.
    """
    entities = check(reading)
    mentions = [_mention_row(entities, *item) for item in enumerate(reading.mentions)]
    subjects = _subject_rows(reading, entities, mentions)
    terms = find_terms(reading, entities, subjects)
    text_hash = hashlib.sha256(reading.document.text.encode()).hexdigest()
    statements = [
        {**_statement_row(reading.document, place, statement), "terms": terms[place]}
        for place, statement in enumerate(reading.statements)
    ]
    return Rows(
        text={"hash": text_hash, "text": reading.document.text},
        document={"id": reading.document.id, "text_hash": text_hash},
        reading=_reading_row(reading, rank, base),
        blocks=[
            {"position": place, "start": block.span.start, "end": block.span.end, "kind": block.kind}
            for place, block in enumerate(reading.blocks)
        ],
        entities=[_entity_row(place, entity) for place, entity in enumerate(reading.entities)],
        mentions=mentions,
        statements=statements,
        claims=[row for place, statement in enumerate(reading.statements) for row in _claim_rows(place, statement)],
        steps=[row for place, statement in enumerate(reading.statements) for row in _step_rows(place, statement)],
        speakers=_speaker_rows(reading, entities),
        subjects=subjects,
        hedges=[{"phrase": phrase} for phrase in _phrases(reading)],
        tally=tally_row(reading, entities, [row["word_count"] for row in statements]),
    )


def find_terms(reading: Reading, entities: Mapping[str, int], subjects: Iterable[Row]) -> list[str]:
    """What each statement of a reading can be chosen by.

    Args:
        reading: The reading.
        entities: Where each stands in it, by its id.
        subjects: Rows whose ``statement`` and ``entity`` are positions in it.
    """
    mentioned: defaultdict[int, list[Entity]] = defaultdict(list)
    for row in subjects:
        mentioned[row["statement"]].append(reading.entities[row["entity"]])
    return [
        " ".join(
            terms_of(
                reading.document,
                statement,
                [reading.entities[entities[speaker]] for speaker in statement.speaker_ids],
                mentioned[place],
            )
        )
        for place, statement in enumerate(reading.statements)
    ]


def tally_row(reading: Reading, entities: Mapping[str, int], word_counts: Sequence[int]) -> Row:
    """Who is quoted in a reading.

    Args:
        reading: The reading.
        entities: Where each stands in it, by its id.
        word_counts: Of each statement's content.
    """
    document = reading.document
    voices = [
        Voice(person_number(entity_digest(document.id, one)), place, one.kind, one.name, one.named)
        for place, one in enumerate(reading.entities)
    ]
    spoken = (
        Spoken(one.block, one.form, one.act, one.negated, words, [voices[entities[who]] for who in one.speaker_ids])
        for one, words in zip(reading.statements, word_counts, strict=True)
    )
    counts, packed = tally(spoken)
    return {"publisher": document.publisher, "published": document.published, "counts": counts, "voices": packed}


def _reading_row(reading: Reading, rank: int, base: str | None) -> Row:
    doc = reading.document
    title = called(doc, reading.blocks)
    return {
        "id": reading.id,
        "document_id": doc.id,
        "models": reading.models,
        "rules": reading.rules,
        "rank": rank,
        "rules_key": version_key(reading.rules),
        "base": reading.id if base is None else base,
        "corrected": base is not None,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "origin": doc.origin,
        "file_name": file_name(doc.origin),
        "title": title,
        "own_title": doc.title,
        "title_words": fold_title(title),
        "publisher": doc.publisher,
        "authors": doc.authors,
        "published": doc.published,
        "fetched": doc.fetched,
        "url": doc.url,
        "language": doc.language,
        "sha256": doc.sha256,
    }


def file_name(origin: str) -> str:
    """The last part of a path or address.

    Args:
        origin: As it was given.
    """
    return origin.replace("\\", "/").rstrip("/").rpartition("/")[2]


def fold_title(title: str) -> str:
    """A title's words, so that it is found whatever its capitals and quotation marks.

    Args:
        title: As it was found.
    """
    return " ".join(tokens(title))


def _entity_row(place: int, entity: Entity) -> Row:
    return {
        "position": place,
        "id": entity.id,
        "kind": entity.kind,
        "named": entity.named,
        "name": entity.name,
        "words": " ".join(words_of(entity)),
        "aliases": entity.aliases,
        "affiliation": entity.affiliation,
        "roles": entity.roles,
    }


def _mention_row(entities: dict[str, int], place: int, mention: Mention) -> Row:
    return {
        "position": place,
        "id": mention.id,
        "start": mention.span.start,
        "end": mention.span.end,
        "head_start": mention.head.start,
        "head_end": mention.head.end,
        "kind": mention.kind,
        "entity": None if mention.entity_id is None else entities[mention.entity_id],
    }


def _statement_row(doc: Document, place: int, statement: Statement) -> Row:
    content = lemmas("\n".join(span.of(doc.text) for span in statement.content))
    return {
        "position": place,
        "id": statement.id,
        "block": statement.block,
        "form": statement.form,
        "act": statement.act,
        "negated": statement.negated,
        "colour": statement.colour,
        "parent": statement.parent,
        "content": statement.content,
        "cue": statement.cue,
        "source": statement.source,
        "inferred": statement.inferred,
        "via": statement.via,
        "basis": statement.basis,
        "addressee": statement.addressee,
        "target": statement.target,
        "topic": statement.topic,
        "said_at": statement.said_at,
        "confidence": statement.confidence.statement,
        "source_confidence": statement.confidence.source,
        "speaker_confidence": statement.confidence.speaker,
        "word_count": len(content),
        "lemmas": " ".join(content),
    }


def _claim_rows(place: int, statement: Statement) -> Iterable[Row]:
    for position, claim in enumerate(statement.claims):
        yield {
            "statement": place,
            "position": position,
            "start": claim.span.start,
            "end": claim.span.end,
            "polarity": claim.polarity,
            "mood": claim.mood,
            "condition": claim.condition,
            "certainty": claim.certainty,
            "quantities": claim.quantities,
            "times": claim.times,
            "forecast": claim.forecast,
        }


def _step_rows(place: int, statement: Statement) -> Iterable[Row]:
    for position, step in enumerate(statement.steps):
        yield {
            "statement": place,
            "position": position,
            "rule": step.rule,
            "spans": step.spans,
            "score": step.score,
            "note": step.note,
        }


def _phrases(reading: Reading) -> list[str]:
    """The hedges of a reading, each once."""
    claims = [claim for statement in reading.statements for claim in statement.claims]
    return sorted({claim.certainty.phrase for claim in claims if claim.certainty is not None})


def _speaker_rows(reading: Reading, entities: dict[str, int]) -> list[Row]:
    return [
        {"statement": place, "position": position, "entity": entities[speaker]}
        for place, statement in enumerate(reading.statements)
        for position, speaker in enumerate(statement.speaker_ids)
    ]


def _subject_rows(reading: Reading, entities: Mapping[str, int], mentions: Sequence[Row]) -> list[Row]:
    """Whom each statement's content mentions, whom it accuses or denies and whom it addresses, each once."""
    resolved = sorted((row["start"], row["end"], row["entity"]) for row in mentions if row["entity"] is not None)
    rows = []
    for place, statement in enumerate(reading.statements):
        found = {entity for span in statement.content for entity in _inside(resolved, span)}
        pointed = (statement.target, statement.addressee)
        found.update(entities[one.entity_id] for one in pointed if one is not None and one.entity_id is not None)
        rows += [{"statement": place, "entity": entity} for entity in sorted(found)]
    return rows


def _inside(resolved: Sequence[tuple[int, int, int]], span: Span) -> Iterator[int]:
    """Entities of the mentions inside a span; the mentions are sorted by start."""
    place = bisect_left(resolved, (span.start,))
    while place < len(resolved) and resolved[place][0] < span.end:
        _, end, entity = resolved[place]
        if end <= span.end:
            yield entity
        place += 1
