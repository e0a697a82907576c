"""Attribution: what extraction hands on. Spans are of the article's text, the cleaned view."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.spans import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement as it stands in the text: who is said, by which words, to have said what.

    Attributes:
        content: What was said; sorted, disjoint, never empty.
        cue: The attributing words; empty where a quotation or continuation has none of its own.
        source: The words that name the source there; empty where there are none.
        inferred: Whether ``source`` was taken from a neighbouring attribution, not linked by the model.
        parent: Place in the same sequence of the attribution whose content this one stands in, or None.
        confidence: That this is a statement, 0 to 1.
        source_confidence: That the source belongs to it, 0 to 1; None without a source.
        acts: What the network gives each of ``onrecord.types.ACTS``, probabilities; empty where it was not asked.
        hedges: The words of the content that the network holds to hedge it, from .05, each with its probability;
            None where it was not asked.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    inferred: bool = False
    parent: int | None = None
    confidence: float = 1.0
    source_confidence: float | None = None
    acts: tuple[float, ...] = ()
    hedges: tuple[tuple[Span, float], ...] | None = None
