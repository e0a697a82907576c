"""Outcomes: what people found to have come of predictions, and how well the chances that were given fit it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from sqlalchemy import Connection, select

from onrecord.ask.among import listed
from onrecord.ask.forecasts.predictions import Outcome, OutcomeWord, Score
from onrecord.spans import Span
from onrecord.store.tables import judgements
from onrecord.types import Polarity

SAME = 0.8
"""The least that two claims of one text overlap, as a share of both together, to be one: as judgements re-attach."""


class Resolved(NamedTuple):
    """An outcome and the claim that it is of."""

    claim: Span
    outcome: Outcome


def outcomes_of(connection: Connection, document_ids: Iterable[str]) -> Mapping[str, list[Resolved]]:
    """Outcomes by document, the latest judged last. Those that were taken back are not among them.

    Args:
        connection: In a transaction.
        document_ids: Of the documents.
    """
    columns = judgements.c
    rows = connection.execute(
        select(columns.id, columns.document_id, columns.after, columns.author, columns.at, columns.reason)
        .where(columns.document_id.in_(listed(document_ids)), columns.verb == "change", columns.withdrawn.is_(None))
        .order_by(columns.at, columns.key)
    )
    found: dict[str, list[Resolved]] = defaultdict(list)
    for row in rows:
        word, claim = row.after.get("outcome"), row.after.get("claim")
        if word in {"yes", "no", "void"} and claim is not None:
            outcome = Outcome(
                outcome=word,
                evidence=row.after.get("evidence") or "",
                author=row.author,
                at=row.at,
                reason=row.reason,
                judgement_id=row.id,
            )
            found[row.document_id].append(Resolved(Span(*claim), outcome))
    return found


def outcome_of(claim: Span, resolved: Sequence[Resolved]) -> Outcome | None:
    """The last outcome that is of a claim, or of one that a better reading cuts nearly so.

    Args:
        claim: Its span.
        resolved: Outcomes in its document.
    """
    fitting = [one.outcome for one in resolved if _alike(claim, one.claim) >= SAME]
    return fitting[-1] if fitting else None


def _alike(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    whole = max(one.end, other.end) - min(one.start, other.start)
    return max(shared, 0) / whole if whole else 1.0


class Chance(NamedTuple):
    """A chance that was given and what came: of the proposition without its "not"."""

    low: float
    high: float
    came: bool

    @property
    def errors(self) -> tuple[float, float, float]:
        """(chance − outcome)² at the middle of the range, at its best end, and at its worst."""
        came = 1.0 if self.came else 0.0
        ends = sorted(((self.low - came) ** 2, (self.high - came) ** 2))
        inside = 0.0 if self.low <= came <= self.high else ends[0]
        return ((self.low + self.high) / 2 - came) ** 2, inside, ends[1]


def chance(low: str | None, high: str | None, polarity: Polarity, outcome: OutcomeWord | None) -> Chance | None:
    """Put a range and an outcome together; None where there is no range, or no yes or no.

    Args:
        low: Per cent, of the proposition without its "not".
        high: Likewise.
        polarity: Of the claim: what "will not flood" foretells came where it did not flood.
        outcome: What came of the claim as it is worded.
    """
    if low is None or high is None or outcome not in {"yes", "no"}:
        return None
    came = (outcome == "yes") == (polarity == "positive")
    return Chance(float(Decimal(low)) / 100, float(Decimal(high)) / 100, came)


def scores(given: Mapping[tuple[str, str], Sequence[Chance]]) -> tuple[Score, ...]:
    """Score speakers, those with most predictions first.

    Args:
        given: Chances by the speaker's key and name; at least one each.
    """
    made = []
    for (key, name), chances in given.items():
        brier, best, worst = (
            round(sum(errors) / len(chances), 4) for errors in zip(*(one.errors for one in chances), strict=True)
        )
        made.append(Score(key=key, name=name, scored=len(chances), brier=brier, best=best, worst=worst))
    return tuple(sorted(made, key=lambda score: (-score.scored, score.brier, score.name)))
