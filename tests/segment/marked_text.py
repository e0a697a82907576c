"""A notation for cases: ⟦ and ⟧ stand around what should be found, ‖ where one sentence ends and the next begins."""

from __future__ import annotations

from onrecord.spans import Span

OPEN, CLOSE, BREAK = "⟦", "⟧", "‖"


def read_marked(marked: str) -> tuple[str, list[Span]]:
    """Take the brackets out of a case.

    Returns:
        The text, and the spans that stood in brackets, by start, an outer one before those inside it.
    """
    text: list[str] = []
    begun: list[int] = []
    spans: list[Span] = []
    for character in marked:
        if character == OPEN:
            begun.append(len(text))
        elif character == CLOSE:
            spans.append(Span(begun.pop(), len(text)))
        else:
            text.append(character)
    assert not begun, f"unbalanced case: {marked}"
    return "".join(text), sorted(spans, key=lambda span: (span.start, -span.end))


def show_marked(text: str, spans: list[Span]) -> str:
    """Write a text in the notation, so that a failing case can be read."""
    places = [(span.end, 0, -span.start, CLOSE) for span in spans] + [
        (span.start, 1, -span.end, OPEN) for span in spans
    ]
    for place, _, _, bracket in sorted(places, reverse=True):
        text = text[:place] + bracket + text[place:]
    return text


def lines_of(text: str) -> list[Span]:
    """The lines of a case as paragraphs."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans
