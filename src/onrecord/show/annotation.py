"""W3C Web Annotations in JSON-LD: one annotation a statement, one a line.

By the Web Annotation Data Model (W3C Recommendation, 23 February 2017). The targets are the statement's content, one
for each part of it; the bodies are who said it, what kind of statement it is, the words of source and cue, and what
people judged of it. Every
selection has a TextQuoteSelector and a TextPositionSelector, in code points, and a state that names the SHA-256 of the
text: who holds another text must not apply the positions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from onrecord.show.confident import confident
from onrecord.show.jsonline import json_line
from onrecord.show.page import Page
from onrecord.spans import Span
from onrecord.types import BY_PERSON, Document, Reading, Statement

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"onrecord": "urn:onrecord:ns#"}]

CONTEXT_CHARACTERS = 32
"""Length of a quote's prefix and suffix: what Hypothesis keeps, enough to tell repeated phrases apart."""

URL_SAFE = "%/:=&?~#+!$,;'@()*[]"
"""Characters of an address that stay as they are; all others are written by percent signs."""


def record_annotations(reading: Reading, min_confidence: float = 0.0) -> bytes:
    """Write a reading's statements as annotations, one a line.

    Args:
        reading: What was read.
        min_confidence: Least ``confidence.statement`` that is kept, 0 to 1.

    Returns:
        JSON Lines in UTF-8, each line ended; nothing where there are no statements.
    """
    return b"".join(json_line(annotation) + b"\n" for annotation in annotate(confident(reading, min_confidence)))


def annotate(reading: Reading) -> Iterator[dict[str, Any]]:
    """Make the annotations of a reading.

    Args:
        reading: What was read.
    """
    page = Page(reading)
    resource = _resource(reading.document)
    for statement in reading.statements:
        yield {
            "@context": CONTEXT,
            "id": f"urn:onrecord:statement:{statement.id}",
            "type": "Annotation",
            "motivation": "describing",
            "generator": _generator(reading),
            "body": [
                *_who(page, statement),
                *_what(statement),
                *_attribution(page, statement, resource),
                *_judgements(statement),
            ],
            "target": [_selection(page, span, resource) for span in statement.content],
        }


def _resource(document: Document) -> dict[str, Any]:
    """What is selected from: the page's address, or a name for a document that has none; and the state of its text."""
    web = document.origin.startswith(("http://", "https://"))
    source = quote(document.origin, safe=URL_SAFE) if web else f"urn:onrecord:document:{document.id}"
    text = document.text.encode("utf-8", "surrogatepass")
    return {
        "type": "SpecificResource",
        "source": source,
        "state": {
            "type": "onrecord:TextState",
            "onrecord:textSha256": hashlib.sha256(text).hexdigest(),
            "onrecord:bytesSha256": document.sha256,
        },
    }


def _generator(reading: Reading) -> dict[str, Any]:
    return {
        "id": "urn:onrecord:software",
        "type": "Software",
        "name": "onrecord",
        "onrecord:models": [f"{name} {digest}" for name, digest in sorted(reading.models.items())],
        "onrecord:rules": reading.rules,
    }


def _who(page: Page, statement: Statement) -> Iterator[dict[str, Any]]:
    """The speakers; none where they are not known."""
    for speaker in page.speakers(statement):
        yield {"type": "TextualBody", "purpose": "identifying", "value": speaker.name, "format": "text/plain"}


def _what(statement: Statement) -> Iterator[dict[str, Any]]:
    """Act and form, and "negated" where the reporter says that it was not said."""
    for value in (statement.act, statement.form, *(["negated"] if statement.negated else [])):
        yield {"type": "TextualBody", "purpose": "classifying", "value": value, "format": "text/plain"}


def _attribution(page: Page, statement: Statement, resource: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for role, spans in (("source", statement.source), ("cue", statement.cue)):
        for span in spans:
            yield {**_selection(page, span, resource), "purpose": "linking", "onrecord:role": role}


def _judgements(statement: Statement) -> Iterator[dict[str, Any]]:
    """What people decided about it: who and when, and why in their own words."""
    for step in statement.steps:
        if step.rule == BY_PERSON and step.note is not None:
            yield {"type": "TextualBody", "purpose": "assessing", "value": step.note, "format": "text/plain"}


def _selection(page: Page, span: Span, resource: dict[str, Any]) -> dict[str, Any]:
    text = page.text
    words = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - CONTEXT_CHARACTERS) : span.start],
        "suffix": text[span.end : span.end + CONTEXT_CHARACTERS],
    }
    place = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {**resource, "selector": [words, place]}
