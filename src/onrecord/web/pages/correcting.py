"""Corrections on an article: every one is a judgement, which can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import OnrecordError
from onrecord.show.page import Page
from onrecord.spans import Span
from onrecord.store import Store
from onrecord.types import ACTS, Reading, Statement
from onrecord.web.answers import go_to, page
from onrecord.web.authors import author_of, given_author, remember
from onrecord.web.corrections import Pen, added_of, changes_of, range_of, span_of
from onrecord.web.forms import field, form_of
from onrecord.web.pages.article import show_article, statement_of
from onrecord.web.problems import Refused, refusal_of

router = APIRouter(prefix="/articles/{document_id}")


@router.get("/statements/{statement_id}/correct")
def ask(request: Request, document_id: str, statement_id: str) -> Response:
    """The forms that correct a statement."""
    return _ask(request, *_found(request, document_id, statement_id))


def _ask(
    request: Request,
    reading: Reading,
    statement: Statement,
    sent: str = "",
    form: FormData | None = None,
    refused: Refused | None = None,
) -> Response:
    """The page; where something was refused with the message at its form and what was typed in it.

    Args:
        request: What is answered.
        reading: Of the article.
        statement: That is corrected.
        sent: Which form was sent: "decide", "range", "certainty", or "merge" or "split" and the entity's id.
        form: What it held.
        refused: Why it was not taken.
    """
    speakers = [entity for entity in reading.entities if entity.id in statement.speaker_ids]
    return page(
        request,
        "correct.html",
        status=refused.status if refused else 200,
        document=reading.document,
        statement=statement,
        words=Page(reading).words(statement.content),
        entities=reading.entities,
        speakers=speakers,
        beside={speaker.id: _said_by(reading, speaker.id) for speaker in speakers},
        acts=ACTS,
        author=author_of(request),
        sent=sent,
        typed=form or FormData(),
        refused=refused.problem if refused else None,
    )


_SENT = {"accept": "decide", "reject": "decide", "range": "certainty", "unhedged": "certainty"}
"""The form that a verb is sent by, where it is not the one of the statement's fields."""


@router.post("/statements/{statement_id}/judge")
async def judge(request: Request, document_id: str, statement_id: str) -> Response:
    """Accept or reject a statement, change its fields, or give it other words."""
    form = await form_of(request)
    verb = field(form, "verb")

    def decide(pen: Pen) -> str | None:
        if verb == "accept":
            pen.judge(verb, statement_id, {})
        elif verb == "reject":
            store: Store = request.app.state.store
            order = [one.id for one in store.reading(document_id).statements]
            pen.judge(verb, statement_id, {})
            return _nearest(order, statement_id, store.reading(document_id))
        elif verb == "change":
            _, statement = _found(request, document_id, statement_id)
            pen.judge("change", statement_id, changes_of(form, statement))
        elif verb in ("range", "unhedged"):
            pen.judge("change", statement_id, range_of(form, hedged=verb == "range"))
        elif verb == "redraw":
            _, statement = _found(request, document_id, statement_id)
            return pen.redraw(statement, span_of(form)).target
        else:
            raise Refused(
                422, "no-verb", "a statement is accepted, rejected, changed, redrawn or given a range", "verb"
            )
        return statement_id

    return await _decided(request, document_id, form, _SENT.get(verb, "range"), decide, statement_id)


@router.post("/accept")
async def accept_all(request: Request, document_id: str) -> Response:
    """Say that an article was read through: what is not in its record is no statement."""
    form = await form_of(request)

    def decide(pen: Pen) -> str | None:
        pen.judge("accept", document_id, {})
        return None

    return await _decided(request, document_id, form, "accept", decide)


@router.post("/statements")
async def add(request: Request, document_id: str) -> Response:
    """Add a statement that was missed."""
    form = await form_of(request)
    return await _decided(request, document_id, form, "add", lambda pen: pen.judge("add", "", added_of(form)).target)


@router.post("/entities/{entity_id}/merge")
async def merge(request: Request, document_id: str, entity_id: str) -> Response:
    """Say that two of an article are one."""
    form = await form_of(request)
    statement_id = field(form, "statement")

    def decide(pen: Pen) -> str | None:
        pen.judge("merge", entity_id, {"entities": [field(form, "other")]})
        return statement_id or None

    return await _decided(request, document_id, form, f"merge {entity_id}", decide, statement_id)


@router.post("/entities/{entity_id}/split")
async def split(request: Request, document_id: str, entity_id: str) -> Response:
    """Say that some of one's statements are somebody else's."""
    form = await form_of(request)
    statement_id = field(form, "statement")
    after: dict[str, object] = {"statements": [one for one in form.getlist("statements") if isinstance(one, str)]}
    if name := field(form, "name"):
        after["name"] = name

    def decide(pen: Pen) -> str | None:
        pen.judge("split", entity_id, after)
        return statement_id or None

    return await _decided(request, document_id, form, f"split {entity_id}", decide, statement_id)


@router.post("/judgements/{judgement_id}/withdraw")
async def withdraw(request: Request, document_id: str, judgement_id: str) -> Response:
    """Take a judgement back."""
    form = await form_of(request)

    def decide(pen: Pen) -> str | None:
        about = pen.withdraw(judgement_id).target
        return about if _sought(request, document_id, about) else None

    return await _decided(request, document_id, form, f"withdraw {judgement_id}", decide)


async def _decided(
    request: Request,
    document_id: str,
    form: FormData,
    sent: str,
    decide: Callable[[Pen], str | None],
    statement_id: str = "",
) -> Response:
    """Decide something and go back to the statement that ``decide`` gives; where it is refused, ask again.

    Args:
        request: What is answered.
        document_id: The article's.
        form: What was sent.
        sent: Which form; see ``_ask`` and ``show_article``.
        decide: Decides it.
        statement_id: Whose forms it is one of; empty where it is one of the article's own.
    """
    try:
        author = given_author(request, form)
        pen = Pen(request.app.state.store, document_id, author, field(form, "reason"))
        place = await run_in_threadpool(decide, pen)
    except (Refused, OnrecordError) as error:
        refused = error if isinstance(error, Refused) else refusal_of(error, request.app.state.settings.record)
        return await run_in_threadpool(_ask_again, request, document_id, statement_id, sent, form, refused)
    return _done(document_id, author, place)


def _ask_again(
    request: Request, document_id: str, statement_id: str, sent: str, form: FormData, refused: Refused
) -> Response:
    """The page that a form stood on; the article where its statement is no more."""
    found = _sought(request, document_id, statement_id)
    if found is None:
        return show_article(request, document_id, sent, form, refused)
    return _ask(request, *found, sent, form, refused)


def _nearest(order: Sequence[str], gone: str, reading: Reading) -> str | None:
    """The statement after one that is gone, else the one before; None where none is left.

    Args:
        order: The ids as they were.
        gone: One of them.
        reading: As it is now.
    """
    at = order.index(gone) if gone in order else 0
    left = {one.id for one in reading.statements}
    return next((one for one in [*order[at + 1 :], *reversed(order[:at])] if one in left), None)


def _done(document_id: str, author: str, statement_id: str | None) -> Response:
    """Back to the article, at the statement."""
    answer = go_to(f"/articles/{document_id}" + (f"#r-{statement_id}" if statement_id else "#record"))
    remember(answer, author)
    return answer


def _found(request: Request, document_id: str, statement_id: str) -> tuple[Reading, Statement]:
    store: Store = request.app.state.store
    reading = store.reading(document_id)
    statement = statement_of(reading, statement_id)
    if statement is None:
        raise Refused(404, "unknown-statement", f"the article has no statement {statement_id!r}", "statement_id")
    return reading, statement


def _sought(request: Request, document_id: str, statement_id: str) -> tuple[Reading, Statement] | None:
    try:
        return _found(request, document_id, statement_id)
    except (Refused, OnrecordError):
        return None


def _said_by(reading: Reading, entity_id: str) -> list[tuple[Statement, str]]:
    """The statements of one, each with the words that it begins with."""
    made = [statement for statement in reading.statements if entity_id in statement.speaker_ids]
    return [(statement, _beginning(statement.content[0], reading.document.text)) for statement in made]


def _beginning(span: Span, text: str) -> str:
    words = span.of(text)
    return words if len(words) <= 80 else f"{words[:80]}…"
