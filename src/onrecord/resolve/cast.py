"""Cast: what this stage hands on: mentions, entities, and the speaker of each attribution."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.spans import Span
from onrecord.types import Entity, Mention, Reference, Step


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says an attribution's content.

    Attributes:
        entity_ids: Empty where that is not known; several for a joint statement.
        confidence: That it is they, 0 to 1; None where nobody was found.
        steps: How it was found, or why not.
        topic: What it is said of, where the reporter sets that apart.
        via, basis, addressee, target: Relay or medium, what the source cites, audience, whom or what it is aimed at.
    """

    entity_ids: tuple[str, ...] = ()
    confidence: float | None = None
    steps: tuple[Step, ...] = ()
    via: Reference | None = None
    basis: Reference | None = None
    addressee: Reference | None = None
    target: Reference | None = None
    topic: Span | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """The people, bodies and other sources of an article.

    Attributes:
        mentions: In order of the text, with local ids "m0", "m1", …
        entities: In order of their first mention, with local ids "e0", "e1", …
        speakers: One for each attribution, in order.
    """

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    speakers: tuple[Speaker, ...]
