"""Templating: Jinja with everything escaped, and the words and dates that pages show.

Nothing of a document is marked as safe anywhere: what passes ``harmless`` still passes the escaping of the template.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from msgspec import structs
from starlette.requests import Request

from onrecord.ask import Hit
from onrecord.ask.audit.shares import First
from onrecord.ask.question import Missing, Question, lacking
from onrecord.deadlines import last_day, unknown_of
from onrecord.show.dossier_words import change_words
from onrecord.show.harmless import harmless, one_line
from onrecord.show.wording import (
    OMISSION,
    PAST,
    act_words,
    count,
    day,
    listed,
    parted_words,
    range_words,
    roles_words,
    standing,
)
from onrecord.web.asking import LONGEST_QUERY, query_of

LONGEST_SHOWN = 2_000
"""Characters of a name, a title or an address that a page shows: a hostile one may have millions."""

LONGEST_WORDS = 20_000
"""The same for the words of one statement, or its paragraph."""


def render(request: Request, template: str, values: Mapping[str, Any]) -> str:
    """Write a page.

    Args:
        request: What is answered; its state has the session.
        template: The file.
        values: What it shows.
    """
    state = request.state
    cookie = getattr(state, "cookie", "")
    common = {
        "csrf": request.app.state.sessions.csrf(cookie) if "app" in request.scope and cookie else "",
        "may_edit": getattr(state, "right", None) == "edit",
        "right": getattr(state, "right", None),
        "guarded": "app" in request.scope and request.app.state.sessions.tokens is not None,
        "here": request.url.path,
        "partial": request.headers.get("hx-request") == "true",
    }
    return _environment().get_template(template).render({**common, **values})


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "line": line,
        "words": words,
        "day": lambda date: line(day(date)),
        "last_day": last_day,
        "unknown": unknown_of,
        "roles": lambda entity: line(roles_words(entity)),
        "standing": lambda entity: line(standing(entity)),
        "act": act_words,
        "ranged": range_words,
        "count": count,
        "listed": listed,
        "parted": parted_words,
        "query": query,
        "percent": lambda share: f"{share:.0%}",
        "in_context": in_context,
        "opened": opened,
        "opened_articles": opened_articles,
        "side": change_words,
        "but": but,
        "without": without,
        "parts": lambda parts: words(OMISSION.join(parts)),
    }
    environment.globals |= {"PAST": PAST}
    return environment


def line(text: str | None) -> str:
    """Put a name, title or address on one line that is harmless and not too long.

    Args:
        text: What a document says.
    """
    return shortened(one_line(text[: LONGEST_SHOWN * 2] if text else ""), LONGEST_SHOWN)


def words(text: str) -> str:
    """Make words of a document harmless, their line breaks kept.

    Args:
        text: As they stand in the document.
    """
    return shortened(harmless(text[: LONGEST_WORDS * 2]), LONGEST_WORDS)


def shortened(text: str, most: int) -> str:
    """Cut what is too long.

    Args:
        text: Any text.
        most: Characters.
    """
    return text if len(text) <= most else text[:most] + "…"


def query(values: Mapping[str, Any], **changes: Any) -> str:
    """Write the query of a link: some values with changes; what is empty is left out.

    Args:
        values: Names and values, of which several may be in a list.
        changes: What is to be different.
    """
    kept = {name: value for name, value in {**values, **changes}.items() if value not in (None, "", (), [], False)}
    return urlencode({name: "1" if value is True else value for name, value in kept.items()}, doseq=True)


def opened(question: Question | None, page: str = "/search", **more: str | None) -> str:
    """Where the statements are that a question asks for.

    Args:
        question: What is asked.
        page: Of ours, that lists them or those who speak in them.
        more: What the page takes besides.

    Returns:
        Path and query; empty without a question, and where it could not be asked: a hostile name may have millions of
        characters.
    """
    asked = query_of(question)
    longest = max((len(value) for value in asked.values() if isinstance(value, str)), default=0)
    return "" if question is None or longest > LONGEST_QUERY else f"{page}?{query(asked, **more)}"


def opened_articles(question: Question | None, first: First | None = None) -> str:
    """Where the articles are that an audit counts.

    Args:
        question: Which statements it counts; as for ``opened``.
        first: Whose their first one is; None for anybody's.
    """
    return opened(question, "/audit/articles", first=first)


def but(question: Question | None, **changes: Any) -> Question | None:
    """A question with some of its fields changed; None of none.

    Args:
        question: What is asked.
        changes: Fields of it, with what they are to be.
    """
    return None if question is None else structs.replace(question, **changes)


def without(question: Question | None, missing: Missing) -> Question | None:
    """A question for what has something that is not known; None of none.

    Args:
        question: What is asked.
        missing: What is not known.
    """
    return None if question is None else lacking(question, missing)


def in_context(hit: Hit) -> list[tuple[str, bool]]:
    """The paragraphs around a statement, cut where its words begin and end.

    Args:
        hit: With its context.

    Returns:
        Words, each with whether the statement's content has them.
    """
    at, parts = hit.paragraph.start, []
    for span in hit.statement.content:
        parts += [(at, span.start, False), (span.start, span.end, True)]
        at = span.end
    parts.append((at, hit.paragraph.end, False))
    first = hit.paragraph.start
    cut = [(hit.context[start - first : end - first], inside) for start, end, inside in parts]
    return [(words(text), inside) for text, inside in cut if text]
