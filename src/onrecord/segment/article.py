"""Article: a cleaned text cut into blocks, paragraphs, sentences and quotations: what the later stages read."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.segment.quotes import Quotation
from onrecord.spans import Span
from onrecord.types import Block, BlockKind

READ: frozenset[BlockKind] = frozenset(
    {"headline", "standfirst", "body", "subheading", "pull-quote", "post", "correction"}
)
"""Kinds of block that are read for statements. Captions, credits, bylines, datelines and boilerplate give none."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in a transcript or interview.

    Attributes:
        name: The speaker's label before it ("JONES:", "Q."), without its mark; "Q." and "A." give "Q" and "A". None in
            an interview that bears no labels.
        span: What is spoken, up to the next label or the end of the transcript.
        asks: Whether it is a question to whoever is interviewed: the reporter's, not a statement.
    """

    name: Span | None
    span: Span
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """A text, cut. Every span is of ``text``, the cleaned view.

    Attributes:
        text: The cleaned view.
        blocks: What each stretch is; they partition the text.
        paragraphs: The paragraphs of the blocks that are read (``READ``), sorted and disjoint.
        sentences: The sentences of those paragraphs, sorted and disjoint; none crosses a paragraph.
        quotations: Stretches in quotation marks, sorted by start, an outer one before those inside it.
        turns: What each speaker says, in order, where the text is a transcript or an interview.
    """

    text: str
    blocks: tuple[Block, ...]
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    turns: tuple[Turn, ...]
