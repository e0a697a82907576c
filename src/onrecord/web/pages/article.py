"""The page of an article: its text with the statements marked, and the record beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.identity import Identities
from onrecord.judge.certainty import DEFAULT, on_scale
from onrecord.read.addresses import canonical_url
from onrecord.show.page import Page
from onrecord.show.reason_words import Topic
from onrecord.show.reasons import Reason, reasons_of
from onrecord.spans import Span
from onrecord.store import Store
from onrecord.types import ACTS, THOUGHT, Certainty, Entity, Reading, Reference, Statement
from onrecord.web.answers import page
from onrecord.web.authors import author_of
from onrecord.web.corrections import decisions_of
from onrecord.web.marking import Look, looks_of, paragraphs_of
from onrecord.web.problems import Refused

router = APIRouter()

MOST_SHOWN = 2_000
"""Statements of one article that the page shows; no report has as many."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as the page shows them.

    Attributes:
        entity: Who.
        key: Of the person; where their page is.
        look: How their statements look.
        statements: How many they make.
    """

    entity: Entity
    key: str
    look: Look
    statements: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement as the page shows it.

    Attributes:
        statement: The statement.
        voices: Its speakers.
        words: Of its content.
        hedges: Each with its words, on the usual scale.
        others: What else the statement points at: what it is called, and its words.
        reasons: Why it is so, the speaker's first; see ``reasons_of``.
        thought: Whether it was thought or wanted, not said.
    """

    statement: Statement
    voices: Sequence[Voice]
    words: Sequence[str]
    hedges: Sequence[tuple[Certainty, str]]
    others: Sequence[tuple[str, str]]
    reasons: Sequence[tuple[Topic, str, Sequence[Reason]]]
    thought: bool


@router.get("/articles/{document_id}")
def article(request: Request, document_id: str) -> Response:
    """Show an article."""
    return show_article(request, document_id)


def show_article(
    request: Request, document_id: str, sent: str = "", form: FormData | None = None, refused: Refused | None = None
) -> Response:
    """The page; where something was refused with the message at its form and what was typed in it.

    Args:
        request: What is answered.
        document_id: The article's.
        sent: Which form was sent: "add", "accept", or "withdraw" and the judgement's id. What was sent by a form that
            the page does not have (any more) is told above all of them.
        form: What it held.
        refused: Why it was not taken.

    Raises:
        UnknownDocument: The record does not have the article.
        StoreError: The record cannot be read.
    """
    store: Store = request.app.state.store
    reading = store.reading(document_id)
    shown = Page(reading)
    voices = voices_of(store, reading)
    decisions, judged = decisions_of(store, reading)
    paragraphs = paragraphs_of(reading)
    headline = paragraphs[0] if paragraphs and paragraphs[0].kind == "headline" else None
    return page(
        request,
        "article.html",
        status=refused.status if refused else 200,
        reading=reading,
        document=reading.document,
        title=shown.title,
        address=canonical_url(reading.document.url or reading.document.origin),  # of the web, or ""
        headline=headline,
        paragraphs=paragraphs[1:] if headline else paragraphs,
        voices=list(voices.values()),
        looks={speaker: voice.look for speaker, voice in voices.items()},
        entries=[entry_of(shown, statement, voices) for statement in reading.statements[:MOST_SHOWN]],
        entities=reading.entities,
        acts=ACTS,
        author=author_of(request),
        decisions=decisions,
        judged=judged,
        sent=sent,
        typed=form or FormData(),
        refused=refused.problem if refused else None,
        forms={"add", "accept", *(f"withdraw {decision.judgement.id}" for decision in decisions)},
    )


def voices_of(store: Store, reading: Reading) -> dict[str, Voice]:
    """The speakers of an article by their entity's id, in the order in which they first speak.

    Args:
        store: The record.
        reading: The article's.
    """
    entities = {entity.id: entity for entity in reading.entities}
    made: dict[str, int] = {}
    for statement in reading.statements:
        for speaker in statement.speaker_ids:
            made[speaker] = made.get(speaker, 0) + 1
    with store.looking() as connection:
        identities = Identities(connection)
        return {
            speaker: Voice(entities[speaker], key_of(identities, entities[speaker], reading), look, made[speaker])
            for speaker, look in looks_of(reading).items()
        }


def key_of(identities: Identities, entity: Entity, reading: Reading) -> str:
    """The key of the person that an entity is.

    Args:
        identities: Of the record.
        entity: The entity.
        reading: That it is of.
    """
    return identities.key(
        entity.kind, entity.name, named=entity.named, document_id=reading.document.id, entity_id=entity.id
    )


def entry_of(shown: Page, statement: Statement, voices: dict[str, Voice]) -> Entry:
    """Arrange a statement for the page.

    Args:
        shown: The article.
        statement: One of its statements.
        voices: Of the article.
    """
    hedges = [claim.certainty for claim in statement.claims if claim.certainty is not None]
    return Entry(
        statement=statement,
        voices=[voices[speaker] for speaker in statement.speaker_ids],
        words=shown.words(statement.content),
        hedges=[(on_scale(hedge, DEFAULT), hedge.span.of(shown.text)) for hedge in hedges],
        others=list(_others(shown, statement)),
        reasons=reasons_of(shown, statement),
        thought=statement.act in THOUGHT,
    )


def _others(shown: Page, statement: Statement) -> list[tuple[str, str]]:
    found: list[tuple[str, Span | Reference | None]] = [
        ("through", statement.via),
        ("citing", statement.basis),
        ("to", statement.addressee),
        ("about", statement.target),
        ("on", statement.topic),
        ("when", statement.said_at.span if statement.said_at else None),
        *(("if", claim.condition) for claim in statement.claims),
        *(
            ("foretold by", claim.forecast.by.span)
            for claim in statement.claims
            if claim.forecast and claim.forecast.by
        ),
    ]
    spans = [(name, what.span if isinstance(what, Reference) else what) for name, what in found if what is not None]
    return [(name, span.of(shown.text)) for name, span in spans]


def statement_of(reading: Reading, statement_id: str) -> Statement | None:
    """One statement of an article.

    Args:
        reading: The article's.
        statement_id: Its id.
    """
    return next((statement for statement in reading.statements if statement.id == statement_id), None)
