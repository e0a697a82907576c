"""Weighing: what was found for a question becomes exhibits: with hedges on a scale, conditions, dates and positions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from onrecord.ask.among import among
from onrecord.ask.dates import said_on
from onrecord.ask.dossier.changes import is_new
from onrecord.ask.dossier.exhibits import Exhibit, Position
from onrecord.ask.dossier.proposition import Named, Proposition, position_of
from onrecord.ask.dossier.relevance import Weighed
from onrecord.ask.hits import Hit, load_hits
from onrecord.ask.identity import Identities
from onrecord.judge.certainty import Scale, on_scale
from onrecord.spans import Span
from onrecord.store.tables import entities, mentions
from onrecord.store.words import tokens
from onrecord.types import BY_HAND, Certainty


def weigh(
    connection: Connection,
    identities: Identities,
    shown: Sequence[Weighed],
    asked: Proposition | None,
    scale: Scale,
    since: str | None,
) -> tuple[Exhibit, ...]:
    """Make exhibits.

    Args:
        connection: In a transaction.
        identities: Of that transaction.
        shown: What was found, in the order in which it is to stand.
        asked: What is asked to be so; None where the question is not answered by yes or no.
        scale: Whose ranges hedges are given in.
        since: A day of publication, ISO 8601, from which exhibits are new.
    """
    hits = load_hits(connection, identities, [one.row.key for one in shown])
    named = _named(connection, {one.row.reading for one in shown}) if asked is not None else {}
    return tuple(
        _exhibit(hit, one, asked, named.get(one.row.reading, {}), scale, since)
        for hit, one in zip(hits, shown, strict=True)
    )


def _exhibit(
    hit: Hit, found: Weighed, asked: Proposition | None, named: Named, scale: Scale, since: str | None
) -> Exhibit:
    claims = hit.statement.claims
    hedges = tuple(_scaled(claim.certainty, scale) for claim in claims if claim.certainty is not None)
    position, why = _position(hit, hedges, asked, named)
    return Exhibit(
        hit=hit,
        score=found.score,
        matched=tuple(term.words for term in found.matched),
        meaning=found.meaning,
        position=position,
        why=why,
        hedges=hedges,
        hedge_words=tuple(hit.words_at(hedge.span) or hedge.phrase for hedge in hedges),
        conditions=tuple(hit.words_at(claim.condition) or "" for claim in claims if claim.condition is not None),
        said=said_on(hit.statement.said_at, hit.published),
        new=is_new(hit.published, since),
    )


def _scaled(certainty: Certainty, scale: Scale) -> Certainty:
    """A hedge on the scale; a range that a person gave stays."""
    return certainty if certainty.scale == BY_HAND else on_scale(certainty, scale)


def _position(hit: Hit, hedges: Sequence[Certainty], asked: Proposition | None, named: Named) -> tuple[Position, str]:
    if asked is None:
        return "untold", ""
    speakers = frozenset(word for name in hit.speakers for word in tokens(name))
    return position_of(hit.statement, hedges, hit.context, hit.paragraph.start, asked, named, speakers)


def _named(connection: Connection, reading_keys: set[int]) -> Mapping[int, Named]:
    """Resolved mentions of each reading, with the words of the names that they mean."""
    rows = connection.execute(
        select(mentions.c.reading, mentions.c.start, mentions.c.end, entities.c.words)
        .join(entities, mentions.c.entity == entities.c.key)
        .where(mentions.c.reading.in_(among(sorted(reading_keys))))
    )
    found: dict[int, dict[Span, frozenset[str]]] = defaultdict(dict)
    for row in rows:
        found[row.reading][Span(row.start, row.end)] = frozenset(row.words.split())
    return found
