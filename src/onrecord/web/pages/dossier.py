"""The page of a dossier: what the record has on a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ask.dossier.compile import dossier
from onrecord.ask.dossier.exhibits import Dossier, Moment
from onrecord.ask.numbers.figures import Series
from onrecord.judge.certainty import SCALES
from onrecord.show.dossier_html import dossier_html
from onrecord.show.dossier_md import dossier_md
from onrecord.show.jsonline import json_line
from onrecord.show.wording import PAST
from onrecord.web.answers import attached, page
from onrecord.web.asking import LONGEST_QUERY, answered
from onrecord.web.choices import scale_of
from onrecord.web.plots import moments_plot, series_name, series_plot
from onrecord.web.problems import Refused

router = APIRouter()

GROUPS = ("speaker", "act", "position")
MOST_SERIES = 8
MOST_MOMENTS = 60

Group = tuple[str, str | None, Sequence[int]]
"""What a group is called, the person's key where it is one, and its exhibits."""


@router.get("/dossier")
def put_together(request: Request) -> Response:
    """Put a dossier together, where anything is asked."""
    params = request.query_params
    asked, since = params.get("asked", "").strip(), params.get("since") or None
    scale = scale_of(params.get("scale"))
    if len(asked) > LONGEST_QUERY:
        raise Refused(422, "bad-parameter", f"is over {LONGEST_QUERY} characters", "asked")
    found, problem = None, None
    if asked:
        found, problem = answered(lambda: dossier(request.app.state.store, asked, since=since, scale=scale))
    if found and (form := params.get("format")):
        return _file(found, form)
    by = params.get("by", "speaker")
    return page(
        request,
        "dossier.html",
        asked=asked,
        since=since,
        scale=scale,
        scales=SCALES,
        found=found,
        problem=problem,
        by=by if by in GROUPS else "speaker",
        ways=GROUPS if found and found.yes_no else GROUPS[:2],
        groups=groups_of(found, by) if found else (),
        series=[(series_name(one), series_plot(one, place), one) for place, one in enumerate(_series(found))],
        plot=moments_plot(found) if found else "",
        moments=_moments(found),
    )


def _file(found: Dossier, form: str) -> Response:
    """The dossier to carry away."""
    written: dict[str, tuple[str, Callable[[], bytes]]] = {
        "html": ("text/html", lambda: dossier_html(found).encode()),
        "md": ("text/markdown", lambda: dossier_md(found).encode()),
        "json": ("application/json", lambda: json_line(found)),
    }
    if form not in written:
        raise Refused(422, "bad-parameter", "a dossier is html, md or json", "format")
    kind, write = written[form]
    return attached(f"dossier.{form}", kind, write())


def groups_of(found: Dossier, by: str) -> list[Group]:
    """The exhibits by speaker, act or position.

    Args:
        found: The dossier.
        by: One of ``GROUPS``; anything else is by speaker.
    """
    if by == "act":
        return [(PAST[group.act], None, group.exhibits) for group in found.acts]
    if by == "position" and found.positions:
        return [(group.position, None, group.exhibits) for group in found.positions]
    return [(one.name or "Speaker not known", one.key, one.exhibits) for one in found.speakers]


def _series(found: Dossier | None) -> Sequence[Series]:
    return found.numbers[:MOST_SERIES] if found else ()


def _moments(found: Dossier | None) -> Sequence[Moment]:
    return found.timeline[:MOST_MOMENTS] if found else ()
