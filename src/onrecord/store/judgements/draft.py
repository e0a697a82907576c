"""Draft: a reading while judgements are applied to it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from onrecord.store.judgements.reattach import find_entity, find_statement
from onrecord.store.judgements.verdicts import Known
from onrecord.types import BY_PERSON, Entity, Judgement, Mention, Reading, Reference, Spans, Statement, Step

_REFERENCES = ("via", "basis", "addressee", "target")


class Draft:
    """A reading's parts by their ids, to be changed; ``finish`` makes a reading of them.

    Args:
        reading: The base. It is not changed.

    Attributes:
        statements: All of them, the rejected ones too.
        rejected: Ids of those that are not to be in the reading.
        replaced: Id of a statement → id of the added one that stands in its place.
        merged: Id of an entity → id of the one that it was merged into.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.statements = {statement.id: statement for statement in reading.statements}
        self.entities = {entity.id: entity for entity in reading.entities}
        self.mentions = list(reading.mentions)
        self.rejected: set[str] = set()
        self.replaced: dict[str, str] = {}
        self.merged: dict[str, str] = {}
        self.added = False

    def find_statement(self, statement_id: str, spans: Spans) -> str | None:
        """The id under which a judged statement stands here, rejected or not; None where it is not here."""
        return find_statement(self.now(statement_id), spans, self.statements)

    def find_entity(self, entity_id: str, who: Known | None) -> str | None:
        """The id under which a judged entity stands here; None where it is not here."""
        return find_entity(self.who(entity_id), who, self.entities)

    def enter(self, entity_id: str, who: Known | None) -> str | None:
        """The same, but one who is not here and known by name is entered."""
        found = self.find_entity(entity_id, who)
        if found is None and who is not None:
            self.entities[entity_id] = Entity(id=entity_id, kind=who.kind, named=who.named, name=who.name)
            return entity_id
        return found

    def now(self, statement_id: str) -> str:
        """What stands in a statement's place, or itself."""
        while statement_id in self.replaced:
            statement_id = self.replaced[statement_id]
        return statement_id

    def who(self, entity_id: str) -> str:
        """Whom an entity was merged into, or itself."""
        while entity_id in self.merged:
            entity_id = self.merged[entity_id]
        return entity_id

    def standing(self) -> Iterator[Statement]:
        """The statements that are not rejected."""
        return (statement for statement in self.statements.values() if statement.id not in self.rejected)

    def put(self, statement: Statement, judgement: Judgement, what: str) -> None:
        """Put a statement in the place of the one of its id, with a step that says who decided what."""
        note = f"{what}: {judgement.author}, {judgement.at}"
        step = Step(rule=BY_PERSON, note=f"{note}: {judgement.reason}" if judgement.reason else note)
        self.statements[statement.id] = structs.replace(statement, steps=(*statement.steps, step))

    def finish(self, reading_id: str) -> Reading:
        """Make the reading.

        Args:
            reading_id: Its id.
        """
        statements = [self._finished(statement) for statement in self.standing()]
        if self.added:
            statements.sort(key=lambda statement: (statement.content, statement.cue))
        return structs.replace(
            self.reading,
            id=reading_id,
            statements=tuple(statements),
            entities=tuple(self.entities.values()),
            mentions=tuple(self._mention(mention) for mention in self.mentions),
        )

    def _mention(self, mention: Mention) -> Mention:
        if mention.entity_id is None or mention.entity_id not in self.merged:
            return mention
        return structs.replace(mention, entity_id=self.who(mention.entity_id))

    def _finished(self, statement: Statement) -> Statement:
        """With its parent the nearest that stands, and everybody under the id that they were merged into."""
        references = {name: self._reference(getattr(statement, name)) for name in _REFERENCES}
        speakers = tuple(dict.fromkeys(map(self.who, statement.speaker_ids))) if self.merged else statement.speaker_ids
        return structs.replace(statement, parent=self._parent(statement), speaker_ids=speakers, **references)

    def _reference(self, reference: Reference | None) -> Reference | None:
        if reference is None or reference.entity_id not in self.merged:
            return reference
        return structs.replace(reference, entity_id=self.who(reference.entity_id))

    def _parent(self, statement: Statement) -> str | None:
        parent, passed = statement.parent, {statement.id}
        while parent is not None:
            parent = self.now(parent)
            if parent not in self.rejected and parent not in passed:
                return parent
            passed.add(parent)
            above = self.statements[parent].parent
            parent = None if above in passed else above
        return None
