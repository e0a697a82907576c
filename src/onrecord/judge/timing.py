"""Timing: of the times in a report, the one at which a statement was made and those that its claims speak of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.errors import InputError
from onrecord.extract.attribution import Attribution
from onrecord.judge.times import TimeExpression, read_times
from onrecord.segment.article import Article
from onrecord.spans import Span, holder
from onrecord.types import Claim, Step, Time

MOMENTS = ("DATE", "TIME")
"""Types of expression that can say when something was said; a length or what comes again cannot."""

_PARTING = re.compile(
    r"[,;:()\[\]“”\"«»—–?!]|\b(?:that|who|whom|whose|which|when|after|before|while|and|but|because|as|until|where|if|than"
    r"|since|although|though|with|has|have|had|is|are|was|were|will|would|can|could|may)\b"
)
"""Between an expression and an attribution: it stands in another clause."""

ACCORDING = ("according", "According")
"""After these the source is what was published, and its time is that of the statement: "a report of May 2019"."""

FARTHEST = 60
"""Characters between an expression and the attribution's words, at most; tuned on the readings' train split."""

NEAREST = 8
"""Times to each side of a cue among which the one of saying is looked for: a sentence without end stays linear."""


class Times:
    """The time expressions of an article, to be looked up by place.

    Args:
        article: The article.
        published: The day of publication in ISO 8601; None where it is not known.

    Attributes:
        published: That day as text.
    """

    def __init__(self, article: Article, published: str | date | None) -> None:
        self._text = article.text
        self.published = None if published is None else str(published)[: len("2022-03-14")]
        self._sentences = article.sentences
        self._expressions = _read(article.text, published)
        self._starts = [expression.span.start for expression in self._expressions]

    def of_claims(self, claims: Sequence[Claim], content: Sequence[Span]) -> tuple[tuple[Claim, ...], tuple[Step, ...]]:
        """Put into each claim of a statement the times that its words speak of.

        Args:
            claims: The claims.
            content: The statement's content.

        Returns:
            The claims, and for each time a step with the rule that read it.
        """
        timed: list[Claim] = []
        steps: list[Step] = []
        for claim in claims:
            found = [expression for expression in self._inside(claim.span) if holder(expression.span, content)]
            timed.append(msgspec.structs.replace(claim, times=tuple(expression.record() for expression in found)))
            steps.extend(_step(expression, "time") for expression in found)
        return tuple(timed), tuple(steps)

    def said_at(self, attribution: Attribution) -> tuple[Time | None, tuple[Step, ...]]:
        """Find when a statement was made: the date or time nearest to the cue in its sentence, outside of the content.

        It stands in the cue's own clause, or before it with a comma. What stands among the words for the source ("the
        minister, who resigned in 2014") tells of the source, and what a clause away tells of something else.

        Args:
            attribution: The statement.

        Returns:
            The time, or None where the sentence gives none, and the step that found it.
        """
        if not attribution.cue:
            return None, ()
        cue = attribution.cue[-1]
        sentence = self._sentence(cue.start)
        near = [
            expression
            for expression in self._around(cue.start)
            if sentence.covers(expression.span)
            and expression.type in MOMENTS
            and not self._is_to_come(expression)
            and not any(expression.span.overlaps(span) for span in attribution.content)
            and self._belongs(expression.span, attribution)
        ]
        if not near:
            return None, ()
        best = min(near, key=lambda expression: _distance(expression.span, cue))
        return best.record(), (_step(best, "said_at"),)

    def _belongs(self, span: Span, attribution: Attribution) -> bool:
        """Whether an expression stands with the words of an attribution: in the cue, or nothing parts them."""
        if any(span.overlaps(part) for part in attribution.cue):
            return True
        if any(span.overlaps(part) for part in attribution.source):
            return self._text.startswith(ACCORDING, attribution.cue[0].start)
        words = [*attribution.cue, *attribution.source]
        before = max((part.end for part in words if part.end <= span.start), default=None)
        after = min((part.start for part in words if part.start >= span.end), default=None)
        if before is not None and _joined(self._text[before : span.start]):
            return True
        if after is None:
            return False
        opens = any(part.start == after for part in attribution.source)
        return _joined(self._text[span.end : after].removeprefix("," if opens else ""))

    def _is_to_come(self, expression: TimeExpression) -> bool:
        """Whether an expression lies after the publication, when nothing that it tells of can have been said."""
        if self.published is None or expression.start is None:
            return False
        wide = expression.granularity not in ("day", "part of day", "minute")
        day = expression.start[: len(self.published)]
        return day > self.published or (wide and day == self.published)

    def _sentence(self, position: int) -> Span:
        place = bisect_right(self._sentences, position, key=lambda sentence: sentence.start) - 1
        return self._sentences[place] if place >= 0 else Span(position, position)

    def _around(self, position: int) -> Sequence[TimeExpression]:
        """The nearest expressions to a position, so many to each side."""
        place = bisect_left(self._starts, position)
        return self._expressions[max(0, place - NEAREST) : place + NEAREST]

    def _inside(self, span: Span) -> Sequence[TimeExpression]:
        """The expressions that begin in a span."""
        return self._expressions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def _read(text: str, published: str | date | None) -> tuple[TimeExpression, ...]:
    """The times of a text; against no date where the one that its document carries is impossible."""
    try:
        return read_times(text, published)
    except InputError:
        return read_times(text)


def _joined(between: str) -> bool:
    """Whether words between an expression and an attribution leave them in one clause."""
    return len(between) <= FARTHEST and not _PARTING.search(between)


def _distance(span: Span, cue: Span) -> int:
    """Characters between an expression and the cue; of two equally near the one after it is nearer."""
    return 2 * (span.start - cue.end) if span.start >= cue.end else 2 * (cue.start - span.end) + 1


def _step(expression: TimeExpression, field: str) -> Step:
    return Step(rule=f"{field}.{expression.rule}", spans=(expression.span,), note=expression.note)
