"""Reports on a bridge, and a reader that takes every “quotation” in them for a statement of the mayor's."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from types import ModuleType

from typer.testing import Result

from onrecord.ids import identify, spell
from onrecord.pipeline import judge_marked
from onrecord.spans import Span
from onrecord.types import Block, Confidence, Document, Entity, Reading, Statement

MAYOR = Entity(id="e-mayor", kind="person", named=True, name="Mara Ellison")


class QuotationReader:
    """Stands for the reader where the model has no part in what is tested."""

    def read(self, document: Document) -> Reading:
        if "FAULT" in document.text:
            raise IndexError("tuple index out of range")
        if "INTERRUPT" in document.text:
            raise KeyboardInterrupt
        if "DIE" in document.text:
            os._exit(9)
        if "SLOW" in document.text:
            time.sleep(0.5)
        quotations = [Span(*match.span()) for match in re.finditer("“[^”]*”", document.text)]
        return Reading(
            id=identify(document.id, "quotations"),
            document=document,
            blocks=(Block(span=Span(0, len(document.text)), kind="body"),),
            mentions=(),
            entities=(MAYOR,),
            statements=tuple(
                Statement(
                    id=identify(document.id, spell((span,))),
                    block="body",
                    form="direct",
                    act="assert",
                    content=(span,),
                    speaker_ids=(MAYOR.id,),
                    confidence=Confidence(statement=0.9 if span.of(document.text).isascii() else 0.4),
                )
                for span in quotations
            ),
            models={"quotations": "00" * 32},
            rules="1",
        )


def stand_in() -> ModuleType:
    """The pipeline, with that reader."""
    pipeline = ModuleType("onrecord.pipeline")
    pipeline.judge_marked = judge_marked  # type: ignore[attr-defined]
    pipeline.load_reader = lambda model: QuotationReader()  # type: ignore[attr-defined]
    return pipeline


Run = Callable[..., Result]


def report(number: int, quotation: str = "“The bridge will open on Friday.”") -> str:
    """A report of a few sentences, told from others by its number."""
    return (
        f"Bridge {number} to open\n\nThe mayor of the town said on Tuesday that the works were done. {quotation}\n\n"
        "She was speaking at a meeting of the council, which had waited for the news since the winter.\n"
    )
