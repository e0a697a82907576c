"""``onrecord show``, ``search`` and ``sources``: what the record holds."""

from __future__ import annotations

from onrecord.cli.writers import Format, open_writer


def show_document(record: str, wanted: str, form: Format, min_confidence: float) -> None:
    """Print a document's live reading.

    Args:
        record: The record.
        wanted: The document, as the store finds it.
        form: How to print it.
        min_confidence: Least confidence of the statements that are printed.

    Raises:
        StoreError: There is no such record or document, or several such documents.
        OutputError: It cannot be printed.
    """
    from onrecord.store import open_store

    with open_store(record) as store:
        reading = store.reading(store.find_document(wanted).id)
    writer = open_writer(form, min_confidence)
    writer.write(reading)
    writer.close()
