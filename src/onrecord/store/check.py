"""Check: does a reading hold all that it points at, words included? What contradicts itself is not stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.errors import BadReading
from onrecord.types import Entity, Reading, Statement

_REFERENCES = ("via", "basis", "addressee", "target")


def check(reading: Reading) -> dict[str, int]:
    """See that ids are there once, and that whatever is pointed at is there: an entity, a statement, words.

    Args:
        reading: The reading.

    Returns:
        Where each entity stands in the reading, by its id.

    Raises:
        BadReading: It is not so.
    """
    entities = _places(reading, "entities", reading.entities)
    statements = _places(reading, "statements", reading.statements)
    for where, wanted in _entity_pointers(reading):
        _demand(reading, entities, where, wanted)
    for place, statement in enumerate(reading.statements):
        _demand(reading, statements, f"statements[{place}].parent", statement.parent)
        _demand_words(reading, place, statement)
    return entities


def _places(reading: Reading, where: str, items: Sequence[Entity | Statement]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, item in enumerate(items):
        first = places.setdefault(item.id, place)
        if first != place:
            raise _bad(
                reading, f"{where}[{place}].id is {item.id!r}, and so is $.{where}[{first}].id; each must have its own"
            )
    return places


def _entity_pointers(reading: Reading) -> Iterator[tuple[str, str | None]]:
    for place, mention in enumerate(reading.mentions):
        yield f"mentions[{place}].entity_id", mention.entity_id
    for place, statement in enumerate(reading.statements):
        for position, speaker in enumerate(statement.speaker_ids):
            yield f"statements[{place}].speaker_ids[{position}]", speaker
        for name in _REFERENCES:
            reference = getattr(statement, name)
            if reference is not None:
                yield f"statements[{place}].{name}.entity_id", reference.entity_id


def _demand(reading: Reading, places: dict[str, int], where: str, wanted: str | None) -> None:
    if wanted is not None and wanted not in places:
        raise _bad(reading, f"{where} is {wanted!r}, which is not in the reading")


def _demand_words(reading: Reading, place: int, statement: Statement) -> None:
    length = len(reading.document.text)
    spans = statement.content
    if not spans or not all(0 <= span.start < span.end <= length for span in spans):
        listed = [list(span) for span in spans]
        raise _bad(
            reading, f"statements[{place}].content is {listed}; it must be spans in a text of {length} characters"
        )


def _bad(reading: Reading, what: str) -> BadReading:
    return BadReading(f"{reading.document.origin}: reading {reading.id} was not stored: $.{what}")
