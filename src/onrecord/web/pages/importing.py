"""The page of imports: files, a text or addresses are given to be read, and the jobs that read them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.meaning.likeness import is_behind
from onrecord.store import Store
from onrecord.web.answers import go_to, page
from onrecord.web.forms import field, files_of, form_of
from onrecord.web.jobs import Worker
from onrecord.web.problems import Refused
from onrecord.web.receiving import accepted, address_materials, known_of, start, start_files, text_material
from onrecord.web.settings import MIB, Settings

router = APIRouter()


WAYS = ("files", "text", "addresses")
"""The forms: what they are sent to is named alike."""

_FIELDS = ("title", "publisher", "published", "text", "url")


@router.get("/import")
def importing(request: Request) -> Response:
    """Ask what is to be read, and show the jobs."""
    return _ask(request)


def _ask(request: Request, way: str = "", form: FormData | None = None, refused: Refused | None = None) -> Response:
    """The page; where something was refused with the message at its form and what was typed in it.

    Args:
        request: What is answered.
        way: Which of ``WAYS`` was sent.
        form: What it held.
        refused: Why it was not taken.
    """
    worker: Worker = request.app.state.worker
    settings: Settings = request.app.state.settings
    jobs = worker.jobs()
    busy = any(not job.over for job in jobs)
    return page(
        request,
        "import.html",
        status=refused.status if refused else 200,
        jobs=jobs,
        busy=busy,
        opening=worker.opening,
        behind=not busy and any(job.read for job in jobs) and _is_behind(request.app.state.store),
        most_mib=settings.max_upload // MIB,
        refused={way: refused.problem} if refused else {},
        typed={name: _typed(form if name == way else None) for name in WAYS},
    )


def _is_behind(store: Store) -> bool:
    with store.looking() as connection:
        return is_behind(connection)


def _typed(form: FormData | None) -> dict[str, str]:
    """The fields of a form as they were typed; empty where it was not sent."""
    given = {name: form.get(name) for name in _FIELDS} if form else {}
    return {name: value if isinstance(value := given.get(name), str) else "" for name in _FIELDS}


@router.post("/import/files")
async def files(request: Request) -> Response:
    """Read files."""
    form = await form_of(request)
    settings: Settings = request.app.state.settings
    worker: Worker = request.app.state.worker
    try:
        uploads, known = files_of(form, "files"), known_of(form)
        accepted(await run_in_threadpool(start_files, uploads, known, worker, settings.max_upload))
    except Refused as refused:
        return _ask(request, "files", form, refused)
    return go_to("/import#jobs")


@router.post("/import/text")
async def text(request: Request) -> Response:
    """Read a text."""
    form = await form_of(request)
    given = form.get("text")  # as it was pasted: its spans count every character
    try:
        material = text_material(given if isinstance(given, str) else "", known_of(form))
        accepted(start([material], request.app.state.worker))
    except Refused as refused:
        return _ask(request, "text", form, refused)
    return go_to("/import#jobs")


@router.post("/import/addresses")
async def addresses(request: Request) -> Response:
    """Read what is at addresses."""
    form = await form_of(request)
    try:
        materials, failed = address_materials(field(form, "url"), known_of(form), request.app.state.settings)
        accepted(start(materials, request.app.state.worker, failed))
    except Refused as refused:
        return _ask(request, "addresses", form, refused)
    return go_to("/import#jobs")


@router.post("/import/jobs/{job_id}/cancel")
def cancel(request: Request, job_id: str) -> Response:
    """Stop a job."""
    worker: Worker = request.app.state.worker
    if worker.cancel(job_id) is None:
        raise Refused(404, "unknown-job", f"there is no job {job_id!r}", "job_id")
    return go_to("/import#jobs")
