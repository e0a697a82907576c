"""``onrecord show`` and ``sources``: what the record holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.cli.answers import source_paragraphs
from onrecord.cli.output import say, write_out
from onrecord.cli.people import for_people
from onrecord.cli.scaled import scaled
from onrecord.cli.writers import Format, open_writer
from onrecord.show.jsonline import json_line

if TYPE_CHECKING:
    from onrecord.judge.certainty import Scale


def show_document(record: str, wanted: str, form: Format, min_confidence: float, scale: Scale) -> None:
    """Print a document's live reading.

    Args:
        record: The record.
        wanted: The document, as the store finds it.
        form: How to print it.
        min_confidence: Least confidence of the statements that are printed.
        scale: Whose ranges hedges are printed in.

    Raises:
        StoreError: There is no such record or document, or several such documents.
        OutputError: It cannot be printed.
    """
    from onrecord.store import open_store

    with open_store(record) as store:
        reading = store.reading(store.find_document(wanted).id)
    writer = open_writer(form, min_confidence)
    writer.write(scaled(reading, scale))
    writer.close()


def print_sources(record: str, json: bool) -> None:
    """Print all sources.

    Args:
        record: The record.
        json: Whether to print them as JSON, one a line.

    Raises:
        StoreError: The record cannot be read.
        OutputError: They cannot be printed.
    """
    from onrecord.ask import list_sources
    from onrecord.store import open_store

    with open_store(record) as store:
        sources = list_sources(store)
    if json:
        write_out(b"".join(json_line(source) + b"\n" for source in sources))
    elif sources:
        write_out(for_people(source_paragraphs(sources)))
    else:
        say("the record has no statements")
