"""The pages of people, organisations and other sources: the list, and one of them."""

from __future__ import annotations

from typing import get_args
from urllib.parse import quote

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.identity import Identities
from onrecord.ask.people.listing import people
from onrecord.ask.people.person import person
from onrecord.store import Store
from onrecord.types import EntityKind
from onrecord.web.answers import go_to, page
from onrecord.web.asking import question_of
from onrecord.web.authors import author_of, given_author, remember
from onrecord.web.forms import field, form_of
from onrecord.web.pages.article import key_of
from onrecord.web.problems import Refused

router = APIRouter()

AT_ONCE = 100


@router.get("/people")
def everybody(request: Request) -> Response:
    """List who speaks."""
    question = question_of(request.query_params, AT_ONCE)
    listed = people(request.app.state.store, question)
    return page(request, "people.html", listed=listed, question=question, kinds=get_args(EntityKind))


@router.get("/people/{key:path}")
def one(request: Request, key: str) -> Response:
    """Show one of them."""
    profile = person(request.app.state.store, key)
    every = request.app.state.store.judgements() if len(profile.keys) > 1 else ()
    merges = [judgement for judgement in every if judgement.document_id is None]
    return page(request, "person.html", profile=profile, author=author_of(request), merges=merges)


@router.post("/people/merge")
async def merge(request: Request) -> Response:
    """Say that what stands in several documents is one person."""
    form = await form_of(request)
    author, keys = given_author(request, form), [one for one in form.getlist("in") if isinstance(one, str)]
    store: Store = request.app.state.store
    pairs = await run_in_threadpool(lambda: [pair for one in keys for pair in _entities(store, one)])
    if len(pairs) < 2:
        raise Refused(422, "nothing-to-merge", "choose two documents at least", "in")
    reason = field(form, "reason")
    await run_in_threadpool(store.judge, "merge", "", {"entities": pairs}, author=author, reason=reason)
    answer = go_to(f"/people/{quote(field(form, 'key'))}")
    remember(answer, author)
    return answer


@router.post("/people/judgements/{judgement_id}/withdraw")
async def withdraw(request: Request, judgement_id: str) -> Response:
    """Take such a judgement back."""
    form = await form_of(request)
    author = given_author(request, form)
    store: Store = request.app.state.store
    await run_in_threadpool(store.withdraw, judgement_id, author)
    answer = go_to("/people")
    remember(answer, author)
    return answer


def _entities(store: Store, place: str) -> list[list[str]]:
    """The entities that one place of a form means: a key and a document, with a space between."""
    key, _, document_id = place.partition(" ")
    reading = store.reading(document_id)
    with store.looking() as connection:
        identities = Identities(connection)
        canonical = identities.canonical(key)
        found = [entity for entity in reading.entities if key_of(identities, entity, reading) == canonical]
    return [[document_id, entity.id] for entity in found]
