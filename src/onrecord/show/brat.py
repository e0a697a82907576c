"""brat standoff: the .ann file beside a .txt of the document's text.

Laid out as PolNeAR's is: ``Source``, ``Cue`` and ``Content`` are text-bound annotations, and an ``Attribution`` event
joins them. An event needs words of its own to stand on, so a text-bound ``Attribution`` repeats the cue's, or the
content's where there is no cue. Format: brat's "Annotation Data Format"; offsets are code points of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.show.confident import confident
from onrecord.show.harmless import one_line
from onrecord.show.page import Page
from onrecord.show.wording import listed
from onrecord.spans import Span
from onrecord.types import ACTS, Reading, Spans, Statement

CONFIGURATION = f"""[entities]
Source
Cue
Content

[relations]

[events]
Attribution\tSource*:Source, Cue?:Cue, Content:Content

[attributes]
Act\tArg:Attribution, Value:{"|".join(ACTS)}
Form\tArg:Attribution, Value:direct|mixed|indirect
Negated\tArg:Attribution
Inferred\tArg:Attribution
"""
"""What brat's ``annotation.conf`` has to say for these files."""

_FRAGMENT = re.compile(r"\S(?:[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*[^\s])?")
"""A stretch without a line break at which Python or brat ends a line, and without white space around it."""


def record_brat(reading: Reading, min_confidence: float = 0.0) -> str:
    """Write a reading's statements as the text of an .ann file.

    Args:
        reading: What was read.
        min_confidence: Least ``confidence.statement`` that is kept, 0 to 1.
    """
    page = Page(confident(reading, min_confidence))
    writer = _Writer(page)
    for statement in page.reading.statements:
        writer.statement(statement)
    return "".join(f"{line}\n" for line in writer.lines)


class _Writer:
    """Numbers annotations as it writes them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lines: list[str] = []
        self._last = {"T": 0, "E": 0, "A": 0, "#": 0}

    def statement(self, statement: Statement) -> None:
        """Write a statement: its words, its event, what is known of it."""
        arguments = [("Content", self._words("Content", statement.content))]
        if statement.cue:
            arguments.append(("Cue", self._words("Cue", statement.cue)))
        if statement.source:
            arguments.append(("Source", self._words("Source", statement.source)))
        trigger = self._words("Attribution", statement.cue or statement.content)
        joined = " ".join(f"{role}:{words}" for role, words in arguments)
        event = self._add("E", f"Attribution:{trigger} {joined}")
        self._add("A", f"Act {event} {statement.act}")
        self._add("A", f"Form {event} {statement.form}")
        if statement.negated:
            self._add("A", f"Negated {event}")
        if statement.inferred:
            self._add("A", f"Inferred {event}")
        self._add("#", f"AnnotatorNotes {event}\t{self._note(statement)}")

    def _note(self, statement: Statement) -> str:
        speakers = [speaker.name for speaker in self.page.speakers(statement)]
        who = one_line(listed(speakers)) if speakers else "not known"
        return f"speaker: {who}; id: {statement.id}"

    def _words(self, kind: str, spans: Spans) -> str:
        fragments = [fragment for span in spans for fragment in _fragments(self.page.text, span)]
        places = ";".join(f"{start} {end}" for start, end in fragments)
        return self._add("T", f"{kind} {places}\t{' '.join(self.page.words(tuple(fragments)))}")

    def _add(self, letter: str, line: str) -> str:
        self._last[letter] += 1
        name = f"{letter}{self._last[letter]}"
        self.lines.append(f"{name}\t{line}")
        return name


def _fragments(text: str, span: Span) -> Iterator[Span]:
    """Cut a span at line breaks, since brat's annotations cross none, and drop white space at the ends."""
    for match in _FRAGMENT.finditer(text, span.start, span.end):
        yield Span(match.start(), match.end())
