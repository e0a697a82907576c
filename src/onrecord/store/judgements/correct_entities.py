"""Recast: judgements about entities, applied: other fields, several that are one, one that is several."""

from __future__ import annotations

from msgspec import UNSET, structs

from onrecord.store.judgements.draft import Draft
from onrecord.store.judgements.verdicts import EntityChange, Merge, Split, decode, known
from onrecord.types import Entity, Judgement, Mention, Reference, Statement


def change_entity(draft: Draft, judgement: Judgement, change: EntityChange) -> str | None:
    """Give an entity another name or kind; the name that it had stays among its other forms.

    Args:
        draft: The reading.
        judgement: About the entity.
        change: What it decides.

    Returns:
        The entity's id; None where it is not in the reading.
    """
    found = draft.find_entity(judgement.target, known(change.cast, judgement.target))
    if found is None:
        return None
    entity = draft.entities[found]
    fields = {name: getattr(change, name) for name in ("kind", "named") if getattr(change, name) is not UNSET}
    if change.name is not UNSET:
        fields |= _names(change.name, (entity,))
    draft.entities[found] = structs.replace(entity, **fields)
    return found


def merge(draft: Draft, judgement: Judgement) -> str | None:
    """Make one entity of several: the target, with the others' names, roles, mentions and statements.

    Args:
        draft: The reading.
        judgement: About the entities.

    Returns:
        The id of the one; None where fewer than two of them are in the reading.
    """
    verdict: Merge = decode(judgement.after, Merge)
    kept = draft.find_entity(judgement.target, known(verdict.cast, judgement.target))
    others = [draft.find_entity(entity_id, known(verdict.cast, entity_id)) for entity_id in verdict.entities]
    others = [entity_id for entity_id in dict.fromkeys(others) if entity_id not in {None, kept}]
    if kept is None or not others:
        return kept if kept is not None and _is_done(draft, verdict, kept) else None
    together = [draft.entities[kept], *(draft.entities.pop(entity_id) for entity_id in others if entity_id)]
    draft.merged |= {entity_id: kept for entity_id in others if entity_id}
    name = next((entity.name for entity in together if entity.named), together[0].name)
    draft.entities[kept] = structs.replace(
        together[0],
        named=any(entity.named for entity in together),
        affiliation=next((entity.affiliation for entity in together if entity.affiliation is not None), None),
        roles=tuple(dict.fromkeys(role for entity in together for role in entity.roles)),
        **_names(name, together),
    )
    return kept


def _is_done(draft: Draft, verdict: Merge, kept: str) -> bool:
    """Whether an earlier judgement merged them."""
    return any(draft.who(entity_id) == kept for entity_id in verdict.entities)


def _names(name: str, entities: tuple[Entity, ...] | list[Entity]) -> dict[str, object]:
    """A name, and all other forms."""
    forms = [form for entity in entities for form in (entity.name, *entity.aliases)]
    return {"name": name, "aliases": tuple(form for form in dict.fromkeys(forms) if form != name)}


def split(draft: Draft, judgement: Judgement) -> str | None:
    """Take mentions and statements from an entity and give them to a new one.

    Args:
        draft: The reading.
        judgement: About the entity.

    Returns:
        The id of the entity that they are taken from; None where nothing of it is in the reading.
    """
    verdict: Split = decode(judgement.after, Split)
    who = known(verdict.cast, judgement.target)
    target = draft.find_entity(judgement.target, who)
    if target is None or verdict.entity is UNSET or who is None:
        return None
    contents = {} if verdict.contents is UNSET else verdict.contents
    found = (draft.find_statement(name, contents.get(name, ())) for name in verdict.statements)
    statements = [name for name in found if name is not None and target in _speakers(draft, name)]
    moved = [mention for mention in draft.mentions if mention.id in verdict.mentions]
    if not statements and not moved:
        return None
    draft.entities[verdict.entity] = Entity(
        id=verdict.entity,
        kind=who.kind if verdict.kind is UNSET else verdict.kind,
        named=who.named if verdict.named is UNSET else verdict.named,
        name=who.name if verdict.name is UNSET else verdict.name,
    )
    _move(draft, moved, target, verdict.entity)
    for name in statements:
        speakers = [verdict.entity if speaker == target else speaker for speaker in _speakers(draft, name)]
        draft.put(structs.replace(draft.statements[name], speaker_ids=tuple(speakers)), judgement, "speaker_ids")
    return target


def _speakers(draft: Draft, statement_id: str) -> list[str]:
    return [draft.who(speaker) for speaker in draft.statements[statement_id].speaker_ids]


def _move(draft: Draft, moved: list[Mention], target: str, new: str) -> None:
    ids = {mention.id for mention in moved}
    draft.mentions = [
        structs.replace(mention, entity_id=new) if mention.id in ids else mention for mention in draft.mentions
    ]
    for statement in list(draft.statements.values()):
        draft.statements[statement.id] = _with_references(draft, statement, moved, target, new)


def _with_references(draft: Draft, statement: Statement, moved: list[Mention], target: str, new: str) -> Statement:
    """Relays, addressees and the like that stand on a moved mention go with it."""
    fields: dict[str, Reference] = {}
    for name in ("via", "basis", "addressee", "target"):
        reference: Reference | None = getattr(statement, name)
        if reference is None or reference.entity_id is None or draft.who(reference.entity_id) != target:
            continue
        if any(mention.span.overlaps(reference.span) for mention in moved):
            fields[name] = structs.replace(reference, entity_id=new)
    return structs.replace(statement, **fields) if fields else statement
