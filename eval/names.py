"""Names: when two printed names mean the same somebody, as the scores judge it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any


def name_words(name: str | None) -> list[str]:
    """A name's words in lower case; none for None."""
    return re.findall(r"\w+", (name or "").lower())


def same_name(gold: str | None, pred: str | None, kind: str | None) -> bool:
    """Whether two names are the same, or one stands within the other, or two persons' last words are the same."""
    g, p = name_words(gold), name_words(pred)
    if not g or not p:
        return False
    left, right = " ".join(g), " ".join(p)
    return left in right or right in left or (kind == "person" and g[-1] == p[-1])


def is_speaker(speaker: str, entity: Mapping[str, Any], kind: str | None, *, joint: bool) -> bool:
    """Whether an entity of the record is the gold's speaker, or one of its joint speakers.

    Args:
        speaker: The gold's name; joint speakers are joined by " and " or commas.
        entity: An entity of the record.
        kind: The gold's kind of speaker.
        joint: Whether the record names several, so that each may be one of the gold's.
    """
    parts = re.split(r" and |, ", speaker) if joint else []
    return any(same_name(part, entity["name"], kind) for part in [*parts, speaker])
