"""schema.org in JSON-LD: a NewsArticle a document, with what was said in it as its parts.

A statement in quotation marks is a Quotation. One in the reporter's words is a Claim, since its words are not the
speaker's. What the report says was *not* said, or was thought or wanted, is left out: a Quotation says that it was.
Nothing is made up: a speaker who is not known has no entry, one whom the report does not name is credited by its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from onrecord.show.annotation import URL_SAFE
from onrecord.show.confident import confident
from onrecord.show.jsonline import json_line
from onrecord.show.page import Page
from onrecord.show.wording import OMISSION
from onrecord.types import THOUGHT, Document, Entity, Reading, Statement

_TYPES = {"person": "Person", "organisation": "Organization", "state": "Organization"}
"""Of speakers that schema.org has types for: ``spokenByCharacter`` and ``author`` take a Person or an Organization."""


def record_schema_org(reading: Reading, min_confidence: float = 0.0) -> bytes:
    """Write a reading as one line of JSON-LD.

    Args:
        reading: What was read.
        min_confidence: Least ``confidence.statement`` that is kept, 0 to 1.

    Returns:
        UTF-8, the line ended.
    """
    return json_line(describe(confident(reading, min_confidence))) + b"\n"


def describe(reading: Reading) -> dict[str, Any]:
    """Make the description of a reading.

    Args:
        reading: What was read.
    """
    page = Page(reading)
    article = _article(reading.document)
    said = [one for one in reading.statements if not one.negated and one.act not in THOUGHT]
    parts = [_part(page, statement, article["@id"]) for statement in said]
    return {"@context": "https://schema.org", **article, **({"hasPart": parts} if parts else {})}


def _article(document: Document) -> dict[str, Any]:
    web = document.origin.startswith(("http://", "https://"))
    address = quote(document.origin, safe=URL_SAFE)
    known = {
        "url": address if web else None,
        "headline": document.title,
        "datePublished": document.published,
        "author": list(document.authors) or None,
        "publisher": None if document.publisher is None else {"@type": "Organization", "name": document.publisher},
        "inLanguage": document.language,
    }
    given = {name: value for name, value in known.items() if value is not None}
    return {"@type": "NewsArticle", "@id": f"urn:onrecord:document:{document.id}", **given}


def _part(page: Page, statement: Statement, article: str) -> dict[str, Any]:
    quoted = statement.form == "direct"
    speakers = page.speakers(statement)
    who = [_speaker(speaker) for speaker in speakers if speaker.named and speaker.kind in _TYPES]
    others = [speaker.name for speaker in speakers if not (speaker.named and speaker.kind in _TYPES)]
    return {
        "@type": "Quotation" if quoted else "Claim",
        "@id": f"urn:onrecord:statement:{statement.id}",
        "text": OMISSION.join(page.words(statement.content)),
        "isPartOf": {"@id": article},
        **dict(_attribution("spokenByCharacter" if quoted else "author", who)),
        **({"creditText": "; ".join(others)} if others else {}),
    }


def _attribution(name: str, who: list[dict[str, Any]]) -> Iterator[tuple[str, Any]]:
    if who:
        yield name, who if len(who) > 1 else who[0]


def _speaker(speaker: Entity) -> dict[str, Any]:
    """A named speaker, with the offices that the report gives."""
    titles = [role.title for role in speaker.roles if role.title is not None and not role.former]
    office = {"jobTitle": titles[0]} if titles and speaker.kind == "person" else {}
    return {"@type": _TYPES[speaker.kind], "name": speaker.name, **office}
