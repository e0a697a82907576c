"""Casting: judgements about entities, checked and completed before they are stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import UNSET, structs

from onrecord.errors import BadJudgement
from onrecord.ids import identify
from onrecord.store.judgements import verdicts
from onrecord.store.judgements.seen import Seen, known_of, read_verdict, set_fields
from onrecord.store.judgements.verdicts import LONGEST_NAME, Known
from onrecord.types import Entity, Judgement


def vet_entity(seen: Seen, judgement: Judgement) -> Judgement:
    """Check that an entity is given another name or kind.

    Raises:
        BadJudgement: It cannot be.
    """
    entity = seen.entities.get(judgement.target)
    if entity is None:
        raise seen.missing("statement or entity", judgement.target)
    change: verdicts.EntityChange = read_verdict(judgement.after, verdicts.EntityChange)
    changed = set_fields(change)
    if not changed:
        raise BadJudgement("nothing is to be changed; give a name, a kind, or whether it is named")
    before = {name: getattr(entity, name) for name in changed}
    after = verdicts.encode(structs.replace(change, cast={entity.id: known_of(entity)}))
    return structs.replace(judgement, before=before, after=after, spans=())


def vet_merge(seen: Seen, judgement: Judgement) -> Judgement:
    """Check that entities of the document are merged.

    Raises:
        BadJudgement: It cannot be.
    """
    merge: verdicts.Merge = read_verdict(judgement.after, verdicts.Merge)
    others = tuple(entity_id for entity_id in dict.fromkeys(merge.entities) if entity_id != judgement.target)
    if not others:
        raise BadJudgement("an entity cannot be merged with itself; name another")
    for entity_id in (judgement.target, *others):
        if entity_id not in seen.entities:
            raise seen.missing("entity", entity_id)
    cast = seen.cast((judgement.target, *others), UNSET)
    after = verdicts.encode(structs.replace(merge, entities=others, cast=cast))
    return structs.replace(judgement, before={}, after=after, spans=())


def vet_split(seen: Seen, judgement: Judgement) -> Judgement:
    """Check that mentions and statements are split from an entity.

    Raises:
        BadJudgement: It cannot be.
    """
    split: verdicts.Split = read_verdict(judgement.after, verdicts.Split)
    entity = seen.entities.get(judgement.target)
    if entity is None:
        raise seen.missing("entity", judgement.target)
    if not split.mentions and not split.statements:
        raise BadJudgement("name mentions or statements that are somebody else's")
    mentions = {m.id: m for m in seen.live.mentions if m.entity_id == entity.id}
    for mention_id in split.mentions:
        if mention_id not in mentions:
            raise seen.missing(f"mention of {entity.name!r}", mention_id)
    for statement_id in split.statements:
        statement = seen.statements.get(statement_id)
        if statement is None or entity.id not in statement.speaker_ids:
            raise seen.missing(f"statement by {entity.name!r}", statement_id)
    printed = (mentions[mention_id].span.of(seen.document.text) for mention_id in split.mentions)
    first = next(filter(None, printed), known_of(entity).name)[:LONGEST_NAME]
    name = first if split.name is UNSET else split.name
    new = identify(seen.document.id, "split", entity.id, name, *split.mentions, *split.statements)
    if new in seen.entities:
        raise BadJudgement(f"these are split from {entity.name!r} already")
    contents = {statement_id: seen.statements[statement_id].content for statement_id in split.statements}
    whole = structs.replace(split, name=name, entity=new, contents=contents, cast={entity.id: known_of(entity)})
    return structs.replace(judgement, before={}, after=verdicts.encode(whole), spans=())


def vet_across(
    known: dict[tuple[str, str], Entity], judgement: Judgement, decided: Iterable[Judgement] = ()
) -> Judgement:
    """Check that entities of several documents are merged or split.

    Args:
        known: The entities of the live readings, by document and entity.
        judgement: To merge or split them.
        decided: Those across documents that hold.

    Raises:
        BadJudgement: One is not there, all are of one document, or the opposite was judged of two of them.
    """
    asked: verdicts.Across = read_verdict(judgement.after, verdicts.Across)
    for document_id, entity_id in asked.entities:
        if (document_id, entity_id) not in known:
            raise BadJudgement(f"document {document_id!r} has no entity {entity_id!r} to {judgement.verb}")
    pairs = tuple(dict.fromkeys(asked.entities))
    if not _of_several(pairs):
        raise BadJudgement(
            f"to {judgement.verb} across documents, name entities of two at least; within one, give its id"
        )
    cast = {entity_id: known_of(known[document_id, entity_id]) for document_id, entity_id in pairs}
    for other in decided:
        if other.verb != judgement.verb and _shares(pairs, cast, read_verdict(other.after, verdicts.Across)):
            was = "the same" if other.verb == "merge" else "not the same"
            raise BadJudgement(f"{other.author} judged at {other.at} that they are {was}; undo that first: {other.id}")
    after = verdicts.encode(structs.replace(asked, entities=pairs, cast=cast))
    return structs.replace(judgement, target=pairs[0][1], after=after, before={}, spans=())


def _shares(pairs: Sequence[tuple[str, str]], cast: Mapping[str, Known], other: verdicts.Across) -> bool:
    """Whether an earlier judgement is about two of these entities: by id, or by name where the id is another now."""
    theirs = {} if other.cast is UNSET else other.cast
    ids, people = set(other.entities), {(doc, theirs.get(entity)) for doc, entity in other.entities}
    return _of_several(pair for pair in pairs if pair in ids or (pair[0], cast[pair[1]]) in people)


def _of_several(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether entities are of two documents at least."""
    return len({document_id for document_id, _ in pairs}) > 1
