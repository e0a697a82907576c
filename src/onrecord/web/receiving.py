"""Receiving: what is sent to be read, from a form or over REST, becomes materials of a job."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from starlette.datastructures import FormData, UploadFile

from onrecord.errors import FetchError, InputError
from onrecord.read.addresses import parse_target
from onrecord.read.options import check_published
from onrecord.web.forms import field
from onrecord.web.jobs import Worker
from onrecord.web.material import LONGEST_NAME, Failure, Known, Material, file_material, unpacks_to_more
from onrecord.web.problems import Refused
from onrecord.web.progress import Job
from onrecord.web.settings import Settings

MOST_ADDRESSES = 200

_TOLD = 10
"""Addresses that are told of where all are refused."""

_CHUNK = 2**20


def known_of(form: FormData) -> Known:
    """What a form says of the reports: title, publisher, day of publication.

    Args:
        form: The form.

    Raises:
        Refused: The day is none.
    """
    title, publisher, published = (field(form, name) or None for name in ("title", "publisher", "published"))
    check_day(published)
    return Known(title=title, publisher=publisher, published=published)


def check_day(published: str | None) -> None:
    """Refuse what is no day.

    Args:
        published: ISO 8601, or None.

    Raises:
        Refused: It is none.
    """
    try:
        if published is not None:
            check_published(published)
    except InputError as error:
        raise Refused(422, "bad-parameter", error.message, "published") from error


def text_material(text: str, known: Known) -> Material:
    """Make the material of a text that was pasted.

    Args:
        text: The report.
        known: Title, publisher and published.

    Raises:
        Refused: There is no text.
    """
    if not text.strip():
        raise Refused(422, "no-text", "paste the report's text", "text")
    return Material(name=known.title or "pasted text", text=text, known=known)


def address_materials(text: str, known: Known, settings: Settings) -> tuple[list[Material], list[Failure]]:
    """Make the materials of addresses.

    Args:
        text: An address to each line.
        known: Title, publisher and published.
        settings: Of the server.

    Returns:
        Those that can be asked, and those that are no web addresses, with why.

    Raises:
        Refused: None is a web address, or there are none, or too many.
    """
    addresses = list(dict.fromkeys(text.split()))
    if not 1 <= len(addresses) <= MOST_ADDRESSES:
        raise Refused(422, "bad-addresses", f"give from 1 to {MOST_ADDRESSES} addresses, one a line", "url")
    materials, refused = [], []
    for address in addresses:
        try:
            parse_target(address, address, settings.allow_private)
        except FetchError as error:
            refused.append(Failure(origin=error.origin, message=error.message))
        else:
            materials.append(Material(name=address, kind="address", place=address, known=known))
    if not materials:
        told = "; ".join(f"{one.origin[:LONGEST_NAME]}: {one.message}" for one in refused[:_TOLD])
        more = f"; and {len(refused) - _TOLD} more" if len(refused) > _TOLD else ""
        raise Refused(422, "bad-address", told + more, "url")
    return materials, refused


def start_files(uploads: Sequence[UploadFile], known: Known, worker: Worker, most: int) -> Job | None:
    """Keep files that were sent in a folder of ours, and have them read.

    Args:
        uploads: The files.
        known: Title, publisher and published.
        worker: Does the job.
        most: Bytes that a table may unpack to.

    Returns:
        The job; None where too many wait.

    Raises:
        Refused: There is no file, or a table unpacks to too much.
    """
    if not uploads:
        raise Refused(422, "no-file", "choose files to read", "files")
    folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
    try:
        materials = [_keep(upload, folder, number, known, most) for number, upload in enumerate(uploads)]
        job = worker.start(_called(materials), materials, folder)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    if job is None:
        shutil.rmtree(folder, ignore_errors=True)
    return job


def start(materials: Sequence[Material], worker: Worker, refused: Sequence[Failure] = ()) -> Job | None:
    """Have materials read that need no folder.

    Args:
        materials: Texts and addresses.
        worker: Does the job.
        refused: What was given with them and cannot be read: the job tells of it.
    """
    return worker.start(_called(materials), materials, refused=refused)


def accepted(job: Job | None) -> Job:
    """The job that was made.

    Args:
        job: What the worker gave.

    Raises:
        Refused: Too many wait.
    """
    if job is None:
        raise Refused(503, "too-many-jobs", "too many jobs are waiting; try again when some are done")
    return job


def _keep(upload: UploadFile, folder: Path, number: int, known: Known, most: int) -> Material:
    material = file_material(folder, number, upload.filename or "", known)
    place = Path(material.place)
    with place.open("wb") as file:
        shutil.copyfileobj(upload.file, file, _CHUNK)
    if material.is_table and unpacks_to_more(place, most):
        raise Refused(413, "too-large", f"{material.name} unpacks to over {most:,} bytes; split it", "files")
    return material


def _called(materials: Sequence[Material]) -> str:
    first = materials[0].name
    return first if len(materials) == 1 else f"{first} and {len(materials) - 1:,} more"
