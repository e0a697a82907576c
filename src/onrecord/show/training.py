"""Training data: statements of a report that a person read through, as ``training`` reads them, one report a line."""

from __future__ import annotations

import hashlib
from typing import Any

from onrecord.show.jsonline import json_line
from onrecord.types import Reading, Statement


def record_training(reading: Reading) -> bytes:
    """Write a reading's statements to train on.

    Args:
        reading: With the judgements applied; all its statements are right, and are all there are.

    Returns:
        One line of JSON in UTF-8, ended: ``doc``, ``sha256`` of the text, ``text``, and ``statements`` with their spans
        of content, cue and source, ``act``, ``form``, ``negated``, whether they are ``nested``, and speakers' names.
    """
    text = reading.document.text
    names = {entity.id: entity.name for entity in reading.entities}
    line = {
        "doc": reading.document.id,
        "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "text": text,
        "statements": [_statement(statement, names) for statement in reading.statements],
    }
    return json_line(line) + b"\n"


def _statement(statement: Statement, names: dict[str, str]) -> dict[str, Any]:
    return {
        "id": statement.id,
        "content": statement.content,
        "cue": statement.cue,
        "source": () if statement.inferred else statement.source,
        "act": statement.act,
        "form": statement.form,
        "negated": statement.negated,
        "nested": statement.parent is not None,
        "speakers": [names[speaker] for speaker in statement.speaker_ids],
    }
