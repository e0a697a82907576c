"""Bodies: JSON that is sent, read into our records."""

from __future__ import annotations

from typing import TypeVar

import msgspec
from starlette.requests import Request

from onrecord.web.problems import Refused

T = TypeVar("T")


async def body_of(request: Request, kind: type[T]) -> T:
    """Read the JSON that a request brings.

    Args:
        request: The request.
        kind: What it is to be.

    Raises:
        Refused: It is no JSON, or has another shape.
    """
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at ")
        raise Refused(422, "bad-body", message, where.strip("`") or None) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(400, "no-json", f"the body is no JSON: {error}") from error
