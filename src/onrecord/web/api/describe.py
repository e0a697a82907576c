"""Describe: the OpenAPI of the routes, with the schemas of our own records."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from onrecord.ask.question import Question
from onrecord.web.asking import LONGEST_QUERY, MOST_AT_ONCE
from onrecord.web.problems import ErrorBody

DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
"""A day, a month or a year in ISO 8601."""

_REF = "#/components/schemas/{name}"

_REFUSALS = {
    400: "The request cannot be read",
    401: "No token, or a wrong one",
    403: "The token, or the form's word, does not allow it",
    404: "There is no such thing in the record",
    409: "Several things fit",
    413: "The request is too large",
    421: "The Host header is not this server's",
    422: "A value is wrong",
    501: "A package that this needs is not installed",
    503: "The record is busy; try again",
    507: "The disk is full",
}
_KINDS: dict[str, Any] = {}

ALWAYS = (401, 421, 422, 503)
"""What every route may answer."""

CHANGING = (400, 403, 413, 507)
"""What a route that changes something may answer besides."""


def answers(kind: Any, *more: int, status: int = 200, what: str = "What was asked for") -> dict[int | str, Any]:
    """Describe what a route answers.

    Args:
        kind: The type of its JSON.
        more: Statuses besides those of every route.
        status: When all is well.
        what: What it gives, in words.
    """
    schema = _schema_of(kind)
    found: dict[int | str, Any] = {status: {"description": what, "content": {"application/json": {"schema": schema}}}}
    if status == 200:
        found[304] = {"description": "The client has it already, as its ETag says"}
    for code in sorted({*ALWAYS, *more}):
        found[code] = _refusal(code)
    return found


def refusals(*more: int) -> dict[int | str, Any]:
    """Describe the errors of a route that gives no JSON.

    Args:
        more: Statuses besides those of every route.
    """
    return {code: _refusal(code) for code in sorted({*ALWAYS, *more})}


def body(kind: Any, required: bool = True) -> dict[str, Any]:
    """Describe the JSON that a route takes.

    Args:
        kind: Its type.
        required: Whether it must be there.
    """
    content = {"application/json": {"schema": _schema_of(kind)}}
    return {"requestBody": {"required": required, "content": content}}


def question_parameters(*without: str) -> dict[str, Any]:
    """Describe the parameters of a question.

    Args:
        without: Fields that the route does not take.
    """
    _, components = msgspec.json.schema_components([Question], ref_template=_REF)
    described_fields = components["Question"]["properties"]
    told = _told_fields(Question)
    return {
        "parameters": [
            {
                "name": name,
                "in": "query",
                "required": False,
                "description": told.get(name, ""),
                "schema": _parameter(schema) | _limits(name),
            }
            for name, schema in described_fields.items()
            if name not in without
        ]
    }


def described(app: FastAPI) -> dict[str, Any]:
    """Write the OpenAPI of a server.

    Args:
        app: The server, with all its routes.
    """
    made = get_openapi(
        title="onrecord",
        version=version("onrecord"),
        description="Who said what: the record of news reports that this server keeps. Spans are half-open ranges of "
        "Unicode code points into the document's text.",
        routes=app.routes,
    )
    _, components = msgspec.json.schema_components([*_KINDS.values(), ErrorBody], ref_template=_REF)
    schemas = made.setdefault("components", {}).setdefault("schemas", {})
    schemas |= {name: _tidy(schema) for name, schema in sorted(components.items())}
    made["components"]["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "One of the server's two tokens"},
        "form": {"type": "apiKey", "in": "header", "name": "X-CSRF-Token", "description": "As /session gives it"},
    }
    made["security"] = [{}, {"token": []}, {"form": []}]
    return made


def _refusal(code: int) -> dict[str, Any]:
    schema = {"$ref": _REF.format(name="ErrorBody")}
    return {"description": _REFUSALS[code], "content": {"application/json": {"schema": schema}}}


def _schema_of(kind: Any) -> dict[str, Any]:
    _KINDS[str(kind)] = kind
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=_REF)
    return schema


def _tidy(schema: dict[str, Any]) -> dict[str, Any]:
    if "description" in schema:
        schema["description"] = " ".join(schema["description"].split("\n\n")[0].split())
    return schema


def _parameter(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a field in a query, where nothing is null: it is left out."""
    options: Sequence[dict[str, Any]] = schema.get("anyOf", ())
    chosen = next((one for one in options if one.get("type") != "null"), schema)
    return {name: value for name, value in chosen.items() if name != "default"}


def _limits(name: str) -> dict[str, Any]:
    """What a schema of types does not say of a field."""
    if name == "limit":
        return {"minimum": 1, "maximum": MOST_AT_ONCE}
    if name.endswith(("_from", "_to")):
        return {"pattern": f"^({DATE})?$"}  # empty values are as none
    return {"maxLength": LONGEST_QUERY} if name in ("words", "who", "about") else {}


def _told_fields(kind: type[msgspec.Struct]) -> dict[str, str]:
    """What a struct's docstring says of its fields, on lines like ``name: words``; several names may share a line."""
    told: dict[str, str] = {}
    names: list[str] = []
    for line in (kind.__doc__ or "").partition("Attributes:")[2].splitlines():
        head, colon, rest = line.strip().partition(":")
        if colon and all(name.strip() in kind.__struct_fields__ for name in head.split(",")):
            names = [name.strip() for name in head.split(",")]
            told |= dict.fromkeys(names, rest.strip())
        else:
            told |= {name: f"{told[name]} {line.strip()}".strip() for name in names}
    return told
