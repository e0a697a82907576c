"""Quotation marks: which words stand inside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.spans import Span


class Quotation(NamedTuple):
    """A stretch of a text in quotation marks.

    Attributes:
        span: With its marks; where a mark is missing, up to the paragraph's edge.
        opening: The opening mark; empty where it is missing.
        closing: The closing mark; empty where it is missing (a quotation that goes on in the next paragraph).
        depth: 0 for an outer quotation, 1 for one inside it, and so on.
    """

    span: Span
    opening: Span
    closing: Span
    depth: int


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    out: list[Quotation] = []
    for p in paragraphs:
        start = -1
        for i in range(p.start, p.end):
            c = text[i]
            if c == "“" or (c == '"' and start < 0):
                if start >= 0:
                    out.append(Quotation(Span(start, i), Span(start, start + 1), Span(i, i), 0))
                start = i
            elif c == "”" or c == '"':
                if start >= 0:
                    out.append(Quotation(Span(start, i + 1), Span(start, start + 1), Span(i, i + 1), 0))
                start = -1
        if start >= 0:
            out.append(Quotation(Span(start, p.end), Span(start, start + 1), Span(p.end, p.end), 0))
    return tuple(out)
