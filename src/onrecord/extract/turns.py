"""Turns: what a speaker says in a transcript or an interview is a statement, without a word of attribution."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from onrecord.extract.attribution import Attribution
from onrecord.segment.article import Article, Turn
from onrecord.segment.interviews import FIRST_PERSON
from onrecord.spans import Span, normalise, touches

CONFIDENCE = 0.9
"""Of the 19 turns under a name in the train splits of PolNeAR and the readings all are statements there; too few to
claim more. Of 56 under Q and A 24 are: one interview's annotators marked only what its answers report."""
CONFIDENCE_UNLABELLED = 0.75
"""Of an answer without a label: not measured, as the train splits have no such interview."""


def spoken_turns(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    """The paragraphs of turns in which nothing was found, or only what others are said to have said.

    Without a label only somebody's "I" or "my" tells an answer from a remark of who asks ("Critics call it cold.").

    Args:
        article: The article.
        found: Attributions that the model gave.

    Returns:
        One attribution a paragraph; what stands right behind a label with a colon has these for its source and cue, all
        else has none, and who speaks is told by the turn.
    """
    taken = _contents(found)
    own = _contents(one for one in found if not _is_told(article, one))
    spoken = []
    for turn in article.turns:
        if turn.asks:
            continue
        first = bisect_right(article.paragraphs, turn.span.start, key=lambda paragraph: paragraph.end)
        last = bisect_left(article.paragraphs, turn.span.end, key=lambda paragraph: paragraph.start)
        for paragraph in article.paragraphs[first:last]:
            span = _trimmed(article.text, max(paragraph.start, turn.span.start), min(paragraph.end, turn.span.end))
            if span is None:
                continue
            surely = turn.name is not None or FIRST_PERSON.search(span.of(article.text)) is not None
            if not touches(span, own if surely else taken):
                spoken.append(_spoken(article.text, turn, span))
    return spoken


def _spoken(text: str, turn: Turn, content: Span) -> Attribution:
    """What is said in a turn as a statement."""
    if turn.name is None:
        return Attribution(content=(content,), confidence=CONFIDENCE_UNLABELLED)
    colon = text.find(":", turn.name.end, content.start)
    between = text[colon : content.start]
    if colon < 0 or "\n" in between or any(map(str.isalnum, between)):
        return Attribution(content=(content,), confidence=CONFIDENCE)
    return Attribution(
        content=(content,),
        cue=(Span(colon, colon + 1),),
        source=(turn.name,),
        confidence=CONFIDENCE,
        source_confidence=CONFIDENCE,
    )


def _contents(found: Iterable[Attribution]) -> tuple[Span, ...]:
    return normalise(span for attribution in found for span in attribution.content)


def _is_told(article: Article, attribution: Attribution) -> bool:
    """Whether a statement is somebody else's, told within a turn: its source is neither the label nor the speaker."""
    place = bisect_right(article.turns, attribution.content[0].start, key=lambda turn: turn.span.start) - 1
    if place < 0 or not attribution.source or not attribution.cue:
        return False
    turn, text = article.turns[place], article.text
    label = set(turn.name.of(text).casefold().split()) if turn.name is not None else set()
    sources = [span.of(text) for span in attribution.source]
    speakers = any(FIRST_PERSON.fullmatch(one) or label.intersection(one.casefold().split()) for one in sources)
    return not speakers and all(map(turn.span.covers, (*attribution.source, *attribution.cue)))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space and full stop at its edges; None where no word is in it."""
    words = text[start:end] if start < end else ""
    if not any(ch.isalnum() for ch in words):
        return None
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip().removesuffix(".")))
