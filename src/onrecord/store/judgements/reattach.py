"""Reattach: which statement, claim or entity of a reading is the one that a person judged in an earlier reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.spans import Span, length, normalise, shared
from onrecord.store.judgements.verdicts import Known
from onrecord.types import Claim, Entity, Spans, Statement

LEAST_OVERLAP = 0.8
"""Intersection over union, in code points, from which two contents are one statement's: the design's rule."""


def overlap(left: Spans, right: Spans) -> float:
    """Intersection over union of two sets of spans, 0 to 1.

    Args:
        left: Spans of a text; an imported record may hold the same words twice.
        right: Spans of the same text.
    """
    left, right = normalise(left), normalise(right)
    common = shared(left, right)
    return common / (length(left) + length(right) - common) if common else 0.0


def find_statement(statement_id: str, spans: Spans, statements: Mapping[str, Statement]) -> str | None:
    """Find the statement that was judged.

    Args:
        statement_id: Its id when it was judged.
        spans: Its content then.
        statements: Of the reading, by id.

    Returns:
        The id of the one that has that id, or else overlaps most; None where none overlaps enough, or two as much.
    """
    if statement_id in statements:
        return statement_id
    return _best((name, overlap(spans, statement.content)) for name, statement in statements.items())


def find_twin(content: Spans, cue: Spans, statements: Iterable[Statement]) -> str | None:
    """Find the statement that an added one is another version of.

    Its content is nearly the same, and its cue is not another one's, as that of a statement inside it would be.

    Args:
        content: Of the added one.
        cue: Of the added one.
        statements: Of the reading.
    """
    return _best(
        (statement.id, overlap(content, statement.content))
        for statement in statements
        if not cue or not statement.cue or shared(cue, statement.cue)
    )


def find_claim(span: Span, claims: Sequence[Claim]) -> int | None:
    """Find the place of the claim that was judged, among its statement's: by its span; an only claim is the one."""
    if len(claims) == 1:
        return 0
    exact = [place for place, claim in enumerate(claims) if claim.span == span]
    if exact:
        return exact[0]
    place = _best((str(place), overlap((span,), (claim.span,))) for place, claim in enumerate(claims))
    return None if place is None else int(place)


def find_entity(entity_id: str, who: Known | None, entities: Mapping[str, Entity]) -> str | None:
    """Find the entity that was judged.

    Args:
        entity_id: Its id when it was judged.
        who: Whom that meant.
        entities: Of the reading, by id.

    Returns:
        The id of the one that has that id, or else is the only one of that name and kind.
    """
    if entity_id in entities or who is None:
        return entity_id if entity_id in entities else None
    alike = [name for name, entity in entities.items() if (entity.name, entity.kind) == (who.name, who.kind)]
    return alike[0] if len(alike) == 1 else None


def _best(scored: Iterable[tuple[str, float]]) -> str | None:
    """The name with the highest overlap that is high enough; None where two share it."""
    ranked = sorted(((score, name) for name, score in scored if score >= LEAST_OVERLAP), reverse=True)
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        return None
    return ranked[0][1] if ranked else None
