"""Foretelling: the speakers of predictions, and how many of theirs have come, are due or are open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from msgspec import structs
from sqlalchemy import Row

from onrecord.ask.forecasts.outcomes import Chance, chance, scores
from onrecord.ask.forecasts.predictions import Came, KindCount, Outcome, Score, SpeakerCount, Status
from onrecord.ask.identity import Who
from onrecord.ask.question import Question
from onrecord.types import Certainty, EntityKind


class Foretold(NamedTuple):
    """A claim with a forecast, before it is loaded whole."""

    row: Row[Any]
    certainty: Certainty | None
    low: str | None
    high: str | None
    status: Status
    outcome: Outcome | None

    @property
    def state(self) -> str:
        """What has come of it; while nothing has, whether it is due."""
        return self.status if self.outcome is None else self.outcome.outcome


def by_speaker(found: Iterable[Foretold], who: Mapping[int, list[Who]], question: Question) -> tuple[SpeakerCount, ...]:
    """Count predictions by speaker and by what has come of them; a joint one counts for each."""
    states: dict[str | None, Counter[str]] = defaultdict(Counter)
    known: dict[str | None, Who | None] = {}
    for one in found:
        for speaker in who.get(one.row.key) or (None,):
            key = None if speaker is None else speaker.key
            known.setdefault(key, speaker)
            states[key][one.state] += 1
    made = [_count(known[key], counted, question) for key, counted in states.items()]
    return tuple(sorted(made, key=lambda count: (-count.total, count.name, count.key or "")))


def _count(speaker: Who | None, counted: Counter[str], question: Question) -> SpeakerCount:
    return SpeakerCount(
        key=None if speaker is None else speaker.key,
        name="" if speaker is None else speaker.name,
        kind=None if speaker is None else speaker.kind,
        total=counted.total(),
        **{state: counted[state] for state in Came.__struct_fields__},
        question=None if speaker is None else structs.replace(question, person=speaker.key),
    )


def by_kind(found: Iterable[Foretold], who: Mapping[int, list[Who]], question: Question) -> tuple[KindCount, ...]:
    """Count predictions by the speaker's kind and by what has come of them; a joint one counts once for each kind."""
    states: dict[EntityKind, Counter[str]] = defaultdict(Counter)
    for one in found:
        for kind in {speaker.kind for speaker in who.get(one.row.key, ())}:
            states[kind][one.state] += 1
    made = [
        KindCount(
            label=kind,
            key=None,
            statements=counted.total(),
            **{state: counted[state] for state in Came.__struct_fields__},
            question=structs.replace(question, kinds=(kind,)),
        )
        for kind, counted in states.items()
    ]
    return tuple(sorted(made, key=lambda count: (-count.statements, count.label)))


def scored(found: Iterable[Foretold], who: Mapping[int, list[Who]]) -> tuple[Score, ...]:
    """Score the speakers who gave chances to what was resolved."""
    given: dict[tuple[str, str], list[Chance]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in found:
        outcome = None if one.outcome is None else one.outcome.outcome
        told = chance(one.low, one.high, one.row.polarity, outcome)
        if told is not None:
            for speaker in who.get(one.row.key, ()):
                given[speaker.key, names.setdefault(speaker.key, speaker.name)].append(told)
    return scores(given)
