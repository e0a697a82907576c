"""Assemble: what the stages found in the view becomes a Reading: spans of the document's text, and lasting ids.

This is the one place where spans of the view turn into spans of the document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from onrecord.extract.attribution import Attribution
from onrecord.ids import identify, spell
from onrecord.judge import Judged
from onrecord.resolve import Cast, Speaker
from onrecord.segment.article import Article
from onrecord.spans import Alignment, Span, normalise
from onrecord.types import Block, BlockKind, Confidence, Document, Mention, Reading, Spans, Statement

T = TypeVar("T")


def assemble(
    document: Document,
    alignment: Alignment,
    article: Article,
    attributions: Sequence[Attribution],
    cast: Cast,
    judged: Sequence[Judged],
    models: Mapping[str, str],
    rules: str,
) -> Reading:
    """Make the reading of a document from what each stage found.

    Args:
        document: The document.
        alignment: Of its text with the view that the stages worked on.
        article: The view, cut.
        attributions: What was extracted.
        cast: Mentions, entities and one speaker an attribution, with local ids.
        judged: One judgement an attribution.
        models: Model name → digest.
        rules: Version of the rules.

    Returns:
        The reading, every span in code points of ``document.text``.
    """
    back = _Back(document, alignment)
    mentions = tuple(back.mention(mention) for mention in cast.mentions)
    entity_ids = _entity_ids(document, cast, mentions)
    statement_ids = [back.statement_id(attribution) for attribution in attributions]
    statements = [
        _statement(back, article, attribution, own_id, speaker, what, statement_ids, entity_ids)
        for attribution, own_id, speaker, what in zip(attributions, statement_ids, cast.speakers, judged, strict=True)
    ]
    return Reading(
        id=identify(document.id, *(part for item in sorted(models.items()) for part in item), rules),
        document=document,
        blocks=_blocks(article.blocks, alignment),
        mentions=tuple(
            msgspec.structs.replace(mention, entity_id=entity_ids.get(mention.entity_id or "")) for mention in mentions
        ),
        entities=tuple(
            msgspec.structs.replace(back.record(entity), id=entity_ids[entity.id]) for entity in cast.entities
        ),
        statements=tuple(sorted(statements, key=lambda statement: (statement.content, statement.cue))),
        models=dict(models),
        rules=rules,
    )


class _Back:
    """Maps what was found in the view back to the document."""

    def __init__(self, document: Document, alignment: Alignment) -> None:
        self.document = document
        self.alignment = alignment

    def spans(self, spans: Spans) -> Spans:
        return normalise(part for span in spans for part in self.alignment.parts(span))

    def record(self, value: T) -> T:
        return map_back(value, self.alignment)

    def mention(self, mention: Mention) -> Mention:
        mapped = self.record(mention)
        return msgspec.structs.replace(mapped, id=identify(self.document.id, "mention", spell((mapped.span,))))

    def statement_id(self, attribution: Attribution) -> str:
        roles = (attribution.content, attribution.cue, attribution.source)
        return identify(self.document.id, "statement", *(spell(self.spans(spans)) for spans in roles))


def map_back(value: T, alignment: Alignment) -> T:
    """Rebuild a record with every span in it, at any depth, mapped back to the document.

    Args:
        value: The record; its spans are of the view.
        alignment: Of the document's text with the view; where they are the same, the record is returned as it is.
    """
    if not alignment.original:
        return value
    mapped: T = _map_spans(value, alignment)
    return mapped


def _map_spans(value: Any, alignment: Alignment) -> Any:
    if isinstance(value, Span):
        return alignment.to_original(value)
    if isinstance(value, tuple):
        if value and all(isinstance(item, Span) for item in value):
            return tuple(part for span in value for part in alignment.parts(span))
        return tuple(_map_spans(item, alignment) for item in value)
    if isinstance(value, msgspec.Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        return type(value)(**{name: _map_spans(item, alignment) for name, item in fields.items()})
    return value


def _entity_ids(document: Document, cast: Cast, mentions: Sequence[Mention]) -> dict[str, str]:
    """Local id → lasting id: of the document and the entity's first mention."""
    ids: dict[str, str] = {}
    for local, mention in zip(cast.mentions, mentions, strict=True):
        if local.entity_id is not None and local.entity_id not in ids:
            ids[local.entity_id] = identify(document.id, "entity", spell((mention.span,)))
    for entity in cast.entities:
        ids.setdefault(entity.id, identify(document.id, "entity", entity.name))
    return ids


def _statement(
    back: _Back,
    article: Article,
    attribution: Attribution,
    own_id: str,
    speaker: Speaker,
    what: Judged,
    statement_ids: Sequence[str],
    entity_ids: Mapping[str, str],
) -> Statement:
    references = {
        name: _reference(back.record(getattr(speaker, name)), entity_ids)
        for name in ("via", "basis", "addressee", "target")
    }
    return Statement(
        id=own_id,
        block=_block_kind(article.blocks, attribution.content[0].start),
        form=what.form,
        act=what.act,
        negated=what.negated,
        colour=what.colour,
        parent=None if attribution.parent is None else statement_ids[attribution.parent],
        content=back.spans(attribution.content),
        cue=back.spans(attribution.cue),
        source=back.spans(attribution.source),
        inferred=attribution.inferred,
        speaker_ids=tuple(entity_ids[local] for local in speaker.entity_ids),
        topic=back.record(speaker.topic),
        said_at=back.record(what.said_at),
        claims=back.record(what.claims),
        confidence=Confidence(
            statement=attribution.confidence, source=attribution.source_confidence, speaker=speaker.confidence
        ),
        steps=back.record(speaker.steps + what.steps),
        **references,
    )


def _reference(reference: Any, entity_ids: Mapping[str, str]) -> Any:
    if reference is None or reference.entity_id is None:
        return reference
    return msgspec.structs.replace(reference, entity_id=entity_ids[reference.entity_id])


def _block_kind(blocks: Sequence[Block], position: int) -> BlockKind:
    """The kind of the block that a position of the view stands in; blocks partition it."""
    return blocks[bisect_right(blocks, position, key=lambda block: block.span.start) - 1].kind


def _blocks(blocks: Sequence[Block], alignment: Alignment) -> tuple[Block, ...]:
    """Blocks of the document: they partition its text as they did the view; one with nothing in it is left out."""
    edges = [(alignment.boundary(block.span.start), alignment.boundary(block.span.end)) for block in blocks]
    return tuple(
        Block(span=Span(start, end), kind=block.kind)
        for block, (start, end) in zip(blocks, edges, strict=True)
        if start < end
    )
