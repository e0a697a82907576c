"""Forms: what a request that changes something brings, and the word that proves it comes from our own page."""

from __future__ import annotations

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from onrecord.web.gate import SAFE
from onrecord.web.problems import Refused
from onrecord.web.sessions import Sessions

MOST_FILES = 1_000
_LONGEST_FIELD = 8 * 2**20


async def checked_form(request: Request) -> None:
    """Refuse what would change something and does not carry its session's word. Every route depends on this.

    A request with a token in its header needs none: no browser sends that by itself.

    Args:
        request: Any.

    Raises:
        Refused: The word is missing or wrong.
    """
    if request.method in SAFE or request.state.bearer:
        return
    sessions: Sessions = request.app.state.sessions
    given = request.headers.get("x-csrf-token")
    if given is None and request.headers.get("content-type", "").startswith(
        ("multipart/form-data", "application/x-www-form-urlencoded")
    ):
        found = (await form_of(request)).get("csrf")
        given = found if isinstance(found, str) else None
    if request.url.path == "/enter" and not request.state.cookie:
        return  # there is no session yet: this is what makes one, and it asks for the token itself
    if given is None or not sessions.csrf_fits(request.state.cookie, given):
        raise Refused(403, "stale-form", "this form is of another session; load the page again", "csrf")


async def form_of(request: Request) -> FormData:
    """The form that a request brings; files are on disk where they are large.

    Args:
        request: With a form.

    Raises:
        Refused: Its text is not in the encoding that it names.
    """
    try:
        return await request.form(max_files=MOST_FILES, max_part_size=_LONGEST_FIELD)
    except UnicodeError as error:
        raise Refused(400, "bad-form", f"the form's text cannot be decoded ({error}); send UTF-8") from error


def field(form: FormData, name: str) -> str:
    """A field of text; empty where it is not there.

    Args:
        form: The form.
        name: The field's.
    """
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def files_of(form: FormData, name: str) -> list[UploadFile]:
    """The files of a field; those without a name, as browsers send an empty field, are none.

    Args:
        form: The form.
        name: The field's.
    """
    return [value for value in form.getlist(name) if isinstance(value, UploadFile) and value.filename]
