"""Corrections on an article: every one is a judgement, which can be taken back."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from onrecord.show.page import Page
from onrecord.spans import Span
from onrecord.store import Store
from onrecord.types import ACTS, Reading, Statement
from onrecord.web.answers import go_to, page
from onrecord.web.authors import author_of, given_author, remember
from onrecord.web.corrections import Pen, added_of, changes_of, range_of, span_of
from onrecord.web.forms import field, form_of
from onrecord.web.pages.article import statement_of
from onrecord.web.problems import Refused

router = APIRouter(prefix="/articles/{document_id}")


@router.get("/statements/{statement_id}/correct")
def ask(request: Request, document_id: str, statement_id: str) -> Response:
    """The forms that correct a statement."""
    reading, statement = _found(request, document_id, statement_id)
    speakers = [entity for entity in reading.entities if entity.id in statement.speaker_ids]
    return page(
        request,
        "correct.html",
        document=reading.document,
        statement=statement,
        words=Page(reading).words(statement.content),
        entities=reading.entities,
        speakers=speakers,
        beside={speaker.id: _said_by(reading, speaker.id) for speaker in speakers},
        acts=ACTS,
        author=author_of(request),
    )


@router.post("/statements/{statement_id}/judge")
async def judge(request: Request, document_id: str, statement_id: str) -> Response:
    """Accept or reject a statement, change its fields, or give it other words."""
    form = await form_of(request)
    author, verb = given_author(request, form), field(form, "verb")
    store: Store = request.app.state.store
    pen = Pen(store, document_id, author, field(form, "reason"))
    if verb in ("accept", "reject"):
        await run_in_threadpool(pen.judge, verb, statement_id, {})
    elif verb == "change":
        _, statement = await run_in_threadpool(_found, request, document_id, statement_id)
        changes = changes_of(form, statement)
        await run_in_threadpool(pen.judge, "change", statement_id, changes)
    elif verb in ("range", "unhedged"):
        await run_in_threadpool(pen.judge, "change", statement_id, range_of(form, hedged=verb == "range"))
    elif verb == "redraw":
        _, statement = await run_in_threadpool(_found, request, document_id, statement_id)
        content = span_of(form)
        added = await run_in_threadpool(pen.redraw, statement, content)
        return _done(document_id, author, added.target)
    else:
        raise Refused(422, "no-verb", "a statement is accepted, rejected, changed, redrawn or given a range", "verb")
    return _done(document_id, author, statement_id if verb != "reject" else None)


@router.post("/accept")
async def accept_all(request: Request, document_id: str) -> Response:
    """Say that an article was read through: what is not in its record is no statement."""
    form = await form_of(request)
    author = given_author(request, form)
    pen = Pen(request.app.state.store, document_id, author, field(form, "reason"))
    await run_in_threadpool(pen.judge, "accept", document_id, {})
    return _done(document_id, author, None)


@router.post("/statements")
async def add(request: Request, document_id: str) -> Response:
    """Add a statement that was missed."""
    form = await form_of(request)
    author, after = given_author(request, form), added_of(form)
    pen = Pen(request.app.state.store, document_id, author, field(form, "reason"))
    added = await run_in_threadpool(pen.judge, "add", "", after)
    return _done(document_id, author, added.target)


@router.post("/entities/{entity_id}/merge")
async def merge(request: Request, document_id: str, entity_id: str) -> Response:
    """Say that two of an article are one."""
    form = await form_of(request)
    author, other = given_author(request, form), field(form, "other")
    pen = Pen(request.app.state.store, document_id, author, field(form, "reason"))
    await run_in_threadpool(pen.judge, "merge", entity_id, {"entities": [other]})
    return _done(document_id, author, field(form, "statement") or None)


@router.post("/entities/{entity_id}/split")
async def split(request: Request, document_id: str, entity_id: str) -> Response:
    """Say that some of one's statements are somebody else's."""
    form = await form_of(request)
    author = given_author(request, form)
    after: dict[str, object] = {"statements": [one for one in form.getlist("statements") if isinstance(one, str)]}
    if name := field(form, "name"):
        after["name"] = name
    pen = Pen(request.app.state.store, document_id, author, field(form, "reason"))
    await run_in_threadpool(pen.judge, "split", entity_id, after)
    return _done(document_id, author, field(form, "statement") or None)


@router.post("/judgements/{judgement_id}/withdraw")
async def withdraw(request: Request, document_id: str, judgement_id: str) -> Response:
    """Take a judgement back."""
    form = await form_of(request)
    author = given_author(request, form)
    store: Store = request.app.state.store
    await run_in_threadpool(store.withdraw, judgement_id, author)
    return _done(document_id, author, None)


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


def _said_by(reading: Reading, entity_id: str) -> list[tuple[Statement, str]]:
    """The statements of one, each with the words that it begins with."""
    made = [statement for statement in reading.statements if entity_id in statement.speaker_ids]
    return [(statement, _beginning(statement.content[0], reading.document.text)) for statement in made]


def _beginning(span: Span, text: str) -> str:
    words = span.of(text)
    return words if len(words) <= 80 else f"{words[:80]}…"
