"""Exports over REST: the record in the formats of other programs."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from onrecord.web.api.describe import refusals
from onrecord.web.carrying import KINDS, Carried, carried

router = APIRouter(tags=["exports"])

_FILE: dict[int | str, Any] = {
    200: {"description": "The file", "content": {kind.partition(";")[0]: {} for kind, _ in KINDS.values()}}
}


@router.get("/exports/{form}", response_class=Response, responses=_FILE | refusals(404, 501))
def export(
    request: Request,
    form: Carried,
    document: Annotated[str | None, Query(max_length=100, description="Its id; all documents without one")] = None,
) -> Response:
    """Write what the record holds; jsonl and parquet can be imported again without loss."""
    kind, ending = KINDS[form]
    parts = carried(request.app.state.store, form, document)
    return StreamingResponse(parts, 200, {"Content-Disposition": f'attachment; filename="record.{ending}"'}, kind)
