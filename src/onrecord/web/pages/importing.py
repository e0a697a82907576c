"""The page of imports: files, a text or addresses are given to be read, and the jobs that read them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.answers import go_to, page
from onrecord.web.forms import field, files_of, form_of
from onrecord.web.jobs import Worker
from onrecord.web.problems import Refused
from onrecord.web.receiving import accepted, address_materials, known_of, start, start_files, text_material
from onrecord.web.settings import MIB, Settings

router = APIRouter()


@router.get("/import")
def importing(request: Request) -> Response:
    """Ask what is to be read, and show the jobs."""
    worker: Worker = request.app.state.worker
    settings: Settings = request.app.state.settings
    jobs = worker.jobs()
    busy = any(not job.over for job in jobs)
    return page(request, "import.html", jobs=jobs, busy=busy, most_mib=settings.max_upload // MIB)


@router.post("/import/files")
async def files(request: Request) -> Response:
    """Read files."""
    form = await form_of(request)
    uploads, known = files_of(form, "files"), known_of(form)
    settings: Settings = request.app.state.settings
    worker: Worker = request.app.state.worker
    accepted(await run_in_threadpool(start_files, uploads, known, worker, settings.max_upload))
    return go_to("/import#jobs")


@router.post("/import/text")
async def text(request: Request) -> Response:
    """Read a text."""
    form = await form_of(request)
    given = form.get("text")  # as it was pasted: its spans count every character
    material = text_material(given if isinstance(given, str) else "", known_of(form))
    accepted(start([material], request.app.state.worker))
    return go_to("/import#jobs")


@router.post("/import/addresses")
async def addresses(request: Request) -> Response:
    """Read what is at addresses."""
    form = await form_of(request)
    materials, refused = address_materials(field(form, "url"), known_of(form), request.app.state.settings)
    accepted(start(materials, request.app.state.worker, refused))
    return go_to("/import#jobs")


@router.post("/import/jobs/{job_id}/cancel")
def cancel(request: Request, job_id: str) -> Response:
    """Stop a job."""
    worker: Worker = request.app.state.worker
    if worker.cancel(job_id) is None:
        raise Refused(404, "unknown-job", f"there is no job {job_id!r}", "job_id")
    return go_to("/import#jobs")
