"""``onrecord show``, ``search`` and ``sources``: what the record holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.cli.answers import hit_paragraphs, source_paragraphs
from onrecord.cli.output import say, write_out
from onrecord.cli.people import for_people
from onrecord.cli.scaled import scaled
from onrecord.cli.writers import Format, open_writer
from onrecord.show.jsonline import json_line
from onrecord.show.wording import count

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


def search_statements(record: str, words: str, who: str | None, about: str | None, limit: int, json: bool) -> None:
    """Print the statements that fit, the best first.

    Args:
        record: The record.
        words: To be in what was said.
        who: Who said it.
        about: What it mentions.
        limit: How many to print at most.
        json: Whether to print them as JSON, one a line.

    Raises:
        EmptyQuery: There is no word to look for.
        StoreError: The record cannot be read.
        OutputError: They cannot be printed.
    """
    from onrecord.ask import Question, search
    from onrecord.store import open_store

    with open_store(record) as store:
        hits = search(store, Question(words=words, who=who, about=about, limit=limit + 1)).hits
    for hit in hits[:limit]:
        write_out(json_line(hit) + b"\n" if json else for_people(hit_paragraphs(hit)))
    if not hits:
        say("no statement fits")
    elif len(hits) > limit:
        say(f"the first {count(limit, 'statement')}; there are more, --limit gives them")


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
