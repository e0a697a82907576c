"""Counting: of the quantities in a report, those that each claim gives."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from onrecord.judge.quantities import Found, read_quantities
from onrecord.segment.article import Article
from onrecord.spans import Span, holder
from onrecord.types import Claim, Quantity, Step


class Quantities:
    """The quantities of an article, to be looked up by place. Ages, and "one" that hardly counts, are left out.

    Args:
        article: The article.
    """

    def __init__(self, article: Article) -> None:
        self._found = [found for found in read_quantities(article.text) if found.kind == "quantity"]
        self._ends = [found.span.end for found in self._found]

    def of_claims(self, claims: Sequence[Claim], content: Sequence[Span]) -> tuple[tuple[Claim, ...], tuple[Step, ...]]:
        """Put into each claim of a statement the quantities that its words give.

        Args:
            claims: The claims.
            content: The statement's content.

        Returns:
            The claims, and for each quantity a step with the rules that read it.
        """
        counted: list[Claim] = []
        steps: list[Step] = []
        for claim in claims:
            quantities: list[Quantity] = []
            for found in self._ending_in(claim.span):
                part = holder(Span(found.span.end - 1, found.span.end), content)
                if part is not None:
                    quantities.append(_clipped(found, Span(max(part.start, claim.span.start), part.end)))
                    steps.append(_step(found, quantities[-1].span))
            counted.append(msgspec.structs.replace(claim, quantities=tuple(quantities)))
        return tuple(counted), tuple(steps)

    def _ending_in(self, span: Span) -> Sequence[Found]:
        """The quantities whose last character is in a span."""
        return self._found[bisect_right(self._ends, span.start) : bisect_left(self._ends, span.end + 1)]


def _clipped(found: Found, part: Span) -> Quantity:
    """A quantity with no more words than are the source's: "over" before a quotation that begins with "200 houses"."""
    span = Span(max(found.span.start, part.start), found.span.end)
    of = found.of
    if of is not None:
        of = Span(max(of.start, part.start), min(of.end, part.end))
    return msgspec.structs.replace(found.record(), span=span, of=of if of is not None and of.start < of.end else None)


def _step(found: Found, span: Span) -> Step:
    number, *others = found.rules
    return Step(rule=f"quantity.{number.removeprefix('number.')}", spans=(span,), note=" ".join(others) or None)
