"""Small invented texts with their gold, for the tests of eval."""

from __future__ import annotations

from typing import Any

from eval.task import GoldDoc

TEXT = 'Mara Quill said, "We will go home." Odo Fenn believes that it rained.'


def at(words: str, text: str = TEXT) -> list[int]:
    """Where words first stand in a text."""
    start = text.index(words)
    return [start, start + len(words)]


def statement(source: str | None, cue: str | None, *content: str, text: str = TEXT, **more: Any) -> dict[str, Any]:
    """A statement as JSON has it, its roles given by their words."""
    spans = {"source": [source] if source else [], "cue": [cue] if cue else [], "content": list(content)}
    return {role: [at(words, text) for words in found] for role, found in spans.items()} | more


GOLD = GoldDoc(
    "town",
    TEXT,
    (statement("Mara Quill", "said", '"We will go home."'), statement("Odo Fenn", "believes", "that it rained.")),
    {},
)


def record(*statements: dict[str, Any], entities: tuple[dict[str, Any], ...] = (), text: str = TEXT) -> dict[str, Any]:
    """A record with these statements and entities."""
    return {"document": {"text": text}, "statements": list(statements), "entities": list(entities), "blocks": []}
