"""The pages of people, organisations and other sources: the list, and one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args
from urllib.parse import quote

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.identity import Identities
from onrecord.ask.people.listing import people
from onrecord.ask.people.person import person
from onrecord.errors import OnrecordError
from onrecord.store import Store
from onrecord.types import EntityKind, Verb
from onrecord.web.answers import go_to, page
from onrecord.web.asking import question_of
from onrecord.web.authors import author_of, given_author, remember
from onrecord.web.forms import field, form_of
from onrecord.web.pages.article import key_of
from onrecord.web.problems import Refused, refusal_of

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
    return _show(request, key)


def _show(
    request: Request, key: str, sent: str = "", form: FormData | None = None, refused: Refused | None = None
) -> Response:
    """The page; where something was refused with the message at its form and what was typed in it.

    Args:
        request: What is answered.
        key: Of whom.
        sent: Which form was sent: "who", or "withdraw" and the judgement's id. What was sent by a form that the page
            does not have (any more) is told above it.
        form: What it held.
        refused: Why it was not taken.
    """
    profile = person(request.app.state.store, key)
    asked = {"who"} if len(profile.appearances) > 1 else set()
    return page(
        request,
        "person.html",
        status=refused.status if refused else 200,
        profile=profile,
        author=author_of(request),
        sent=sent,
        typed=form or FormData(),
        refused=refused.problem if refused else None,
        forms=asked | {f"withdraw {judgement.id}" for judgement in profile.judged},
    )


@router.post("/people/merge")
async def merge(request: Request) -> Response:
    """Say that what stands in several documents is one person."""
    return await _across(request, "merge")


@router.post("/people/split")
async def split(request: Request) -> Response:
    """Say that what stands in several documents is another person in each."""
    return await _across(request, "split")


async def _across(request: Request, verb: Verb) -> Response:
    form = await form_of(request)
    store: Store = request.app.state.store

    def decide(author: str) -> None:
        places = [one for one in form.getlist("in") if isinstance(one, str)]
        pairs = [pair for one in places for pair in _entities(store, one)]
        if len(pairs) < 2:
            raise Refused(422, f"nothing-to-{verb}", "choose two documents at least", "in")
        store.judge(verb, "", {"entities": pairs}, author=author, reason=field(form, "reason"))

    return await _decided(request, form, "who", decide)


@router.post("/people/judgements/{judgement_id}/withdraw")
async def withdraw(request: Request, judgement_id: str) -> Response:
    """Take such a judgement back."""
    form = await form_of(request)
    store: Store = request.app.state.store
    return await _decided(
        request, form, f"withdraw {judgement_id}", lambda author: store.withdraw(judgement_id, author)
    )


async def _decided(request: Request, form: FormData, sent: str, decide: Callable[[str], object]) -> Response:
    """Decide something, in the name that the form gives, and go back to its page; where it is refused, ask again."""
    key = field(form, "key")
    try:
        author = given_author(request, form)
        await run_in_threadpool(decide, author)
    except (Refused, OnrecordError) as error:
        if not key:
            raise
        refused = error if isinstance(error, Refused) else refusal_of(error, request.app.state.settings.record)
        return await run_in_threadpool(_show, request, key, sent, form, refused)
    answer = go_to(f"/people/{quote(key)}")
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
