"""The Python interface: read a report, many reports, or a text that is at hand.

Light to import: the readers and the model load when they are first called for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

# Loaded here, so that loading it later does not put the folder in the place of the function of the same name.
import onrecord.read  # noqa: F401
from onrecord.errors import InputError, UnreadableInput
from onrecord.types import Document, Reading

if TYPE_CHECKING:
    from onrecord.read import ReadOptions

Place = str | os.PathLike[str]


def read(
    place: Place, *, title: str | None = None, publisher: str | None = None, published: str | None = None
) -> Reading:
    """Read the one report in a file or at a web address.

    Args:
        place: A path or an http or https address. "-" is standard input.
        title: The report's, where the file does not tell it or tells it wrong.
        publisher: The same.
        published: The date of publication, in ISO 8601; the same.

    Returns:
        Who said what in it.

    Raises:
        InputError: It cannot be read, is not in English, or holds more than one report.
        ModelError: The model's files are missing or damaged.

    >>> import onrecord
    >>> reading = onrecord.read("examples/wire.txt")
    >>> reading.document.language
    'en'
    """
    readings = read_many([place], title=title, publisher=publisher, published=published)
    reading = next(readings, None)
    if reading is None:
        raise UnreadableInput(os.fspath(place), "holds no report")
    if next(readings, None) is not None:
        raise UnreadableInput(os.fspath(place), "holds more than one report; use read_many")
    return reading


def read_many(
    places: Iterable[Place],
    *,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    failed: Callable[[InputError], object] | None = None,
) -> Iterator[Reading]:
    """Read reports from files, folders, tables and web addresses, one after the other.

    Args:
        places: Paths, patterns or addresses.
        title: Of every report, where it is not to be taken from it.
        publisher: The same.
        published: The date of publication, in ISO 8601; the same.
        failed: Called with the error of each report that cannot be read; without it the first one is raised.

    Yields:
        A reading for each report, in the order given.

    Raises:
        InputError: A report cannot be read and ``failed`` is not given.
        ModelError: The model's files are missing or damaged.
    """
    from onrecord.pipeline import read_record
    from onrecord.read import ReadOptions

    options = ReadOptions(title=title, publisher=publisher, published=published)
    for document in documents(places, options):
        if isinstance(document, Document):
            yield read_record(document)
        elif failed is None:
            raise document
        else:
            failed(document)


def documents(places: Iterable[Place], options: ReadOptions) -> Iterator[Document | InputError]:
    """Find and open what is to be read.

    Args:
        places: Paths, patterns or addresses.
        options: What to take from the caller, not from the report.

    Yields:
        The documents, and in their places the errors of those that cannot be read.
    """
    from onrecord.read import find_inputs, read_input

    for item in find_inputs([os.fspath(place) for place in places]):
        if isinstance(item, InputError):
            yield item
        else:
            yield from read_input(item, options)


def read_text(
    text: str, *, title: str | None = None, publisher: str | None = None, published: str | None = None
) -> Reading:
    """Read a report whose text is at hand.

    Args:
        text: The report; its spans index this string.
        title: Its title.
        publisher: Who published it.
        published: The date of publication, in ISO 8601.

    Returns:
        Who said what in it.

    Raises:
        InputError: The text is empty or not in English.
        ModelError: The model's files are missing or damaged.

    >>> import onrecord
    >>> reading = onrecord.read_text('"The bridge stays open," said the mayor, Mara Ellison.')
    >>> (statement,) = reading.statements
    >>> [span.of(reading.document.text) for span in statement.content]
    ['"The bridge stays open,"']
    """
    from onrecord.pipeline import read_record
    from onrecord.read import make_document

    return read_record(make_document(text, origin="text", title=title, publisher=publisher, published=published))


def record_json(reading: Reading, min_confidence: float = 0.0) -> bytes:
    """Write a reading as the line of JSON that ``onrecord read --json`` prints.

    Args:
        reading: What was read.
        min_confidence: Least confidence of the statements that are kept, 0 to 1.

    Returns:
        UTF-8, without a line break.
    """
    from onrecord.show.record import record_json as write

    return write(reading, min_confidence)
