"""Reading jobs over REST: texts, addresses and files are given to be read in the background."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.answers import json_response
from onrecord.web.api.bodies import body_of
from onrecord.web.api.describe import CHANGING, answers, body
from onrecord.web.forms import files_of, form_of
from onrecord.web.jobs import Worker
from onrecord.web.material import Failure, Known
from onrecord.web.problems import Refused
from onrecord.web.progress import Job
from onrecord.web.receiving import (
    accepted,
    address_materials,
    check_day,
    known_of,
    start,
    start_files,
    text_material,
)

router = APIRouter(prefix="/jobs", tags=["reading"])

_FILES: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}},
                        "title": {"type": "string"},
                        "publisher": {"type": "string"},
                        "published": {"type": "string", "format": "date"},
                    },
                }
            }
        },
    }
}


class Order(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be read: a text or addresses, and what is known of the report.

    Attributes:
        text: A report.
        urls: Web addresses; those of this machine and its network are refused. Of several, what is none is a failure of
            the job, and the others are read.
        title, publisher, published: Of the report; the day in ISO 8601.
    """

    text: str | None = None
    urls: tuple[str, ...] = ()
    title: str | None = None
    publisher: str | None = None
    published: str | None = None


class Jobs(msgspec.Struct, frozen=True, kw_only=True):
    """Jobs, the latest first."""

    jobs: tuple[Job, ...]


@router.get("", responses=answers(Jobs))
def jobs(request: Request) -> Response:
    """List the jobs since the server was started."""
    worker: Worker = request.app.state.worker
    return json_response(request, Jobs(jobs=tuple(worker.jobs())))


@router.post(
    "",
    status_code=202,
    responses=answers(Job, *CHANGING, status=202, what="It will be read"),
    openapi_extra=body(Order),
)
async def order(request: Request) -> Response:
    """Have a text or addresses read."""
    asked = await body_of(request, Order)
    check_day(asked.published)
    known = Known(title=asked.title, publisher=asked.publisher, published=asked.published)
    if (asked.text is None) == (not asked.urls):
        raise Refused(422, "bad-body", "give a text, or urls", "text")
    refused: Sequence[Failure] = ()
    if asked.text is not None:
        materials = [text_material(asked.text, known)]
    else:
        materials, refused = address_materials("\n".join(asked.urls), known, request.app.state.settings)
    return _made(request, accepted(start(materials, request.app.state.worker, refused)))


@router.post(
    "/files",
    status_code=202,
    responses=answers(Job, *CHANGING, status=202, what="They will be read"),
    openapi_extra=_FILES,
)
async def files(request: Request) -> Response:
    """Have files read: texts, pages, and tables of reports as JSONL or CSV; each may be packed by gzip."""
    form = await form_of(request)
    uploads, known = files_of(form, "files"), known_of(form)
    worker: Worker = request.app.state.worker
    most = request.app.state.settings.max_upload
    return _made(request, accepted(await run_in_threadpool(start_files, uploads, known, worker, most)))


@router.get("/{job_id}", responses=answers(Job, 404))
def job(request: Request, job_id: str) -> Response:
    """How far a job is."""
    worker: Worker = request.app.state.worker
    return json_response(request, _known(worker.job(job_id), job_id))


@router.delete("/{job_id}", responses=answers(Job, 404, *CHANGING, what="It stops after the report that is being read"))
def cancel(request: Request, job_id: str) -> Response:
    """Cancel a job."""
    worker: Worker = request.app.state.worker
    return json_response(request, _known(worker.cancel(job_id), job_id))


def _known(found: Job | None, job_id: str) -> Job:
    if found is None:
        raise Refused(404, "unknown-job", f"there is no job {job_id!r}", "job_id")
    return found


def _made(request: Request, made: Job) -> Response:
    return json_response(request, made, status=202, location=f"/api/v1/jobs/{made.id}")
