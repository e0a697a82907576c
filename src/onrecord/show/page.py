"""A reading with its parts to hand: what every output format looks things up in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from onrecord.titles import called
from onrecord.types import Entity, Reading, Spans, Statement

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


class Page:
    """A reading, its entities and statements by id, and the lines of its text.

    Args:
        reading: What was read.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text
        self.entities = {entity.id: entity for entity in reading.entities}
        self.statements = {statement.id: statement for statement in reading.statements}
        self._line_starts = [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    @property
    def title(self) -> str:
        """What the report is called."""
        return called(self.reading.document, self.reading.blocks)

    def line(self, offset: int) -> int:
        """The line that a code point stands in, from 1, as editors count them.

        Args:
            offset: Of the code point in the text.
        """
        return bisect_right(self._line_starts, offset)

    def speakers(self, statement: Statement) -> list[Entity]:
        """Who made a statement; nobody where that is not known.

        Args:
            statement: One of the reading's.
        """
        return [self.entities[speaker] for speaker in statement.speaker_ids]

    def words(self, spans: Spans) -> list[str]:
        """The words that spans cover, as they stand in the text.

        Args:
            spans: Spans of the document's text.
        """
        return [span.of(self.text) for span in spans]


def spell_spans(spans: Iterable[tuple[int, int]]) -> str:
    """Write spans for people: "12–40, 55–60"; half-open, in code points from 0.

    Args:
        spans: Sorted and disjoint.
    """
    return ", ".join(f"{start}–{end}" for start, end in spans)
