"""Reader: an input is opened and becomes documents; what goes wrong is given in their place."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import InputError
from onrecord.read.decode import decode
from onrecord.read.document import make_document
from onrecord.read.files import open_file, read_file, read_stdin
from onrecord.read.inputs import Input, printable
from onrecord.read.options import ReadOptions
from onrecord.types import Document


def read_input(item: Input, options: ReadOptions) -> Iterator[Document | InputError]:
    """Read an input: one document, or as many as a table has rows.

    Errors are given, not raised, so that the rest is read.

    Args:
        item: What to read.
        options: What the caller knows of the reports, and the limits.

    Yields:
        The documents, and errors in the places of what cannot be read.
    """
    try:
        if item.kind in ("jsonl", "csv"):
            yield from _read_table(item, options)
        elif item.kind == "address":
            yield _read_address(item, options)
        else:
            yield _read_report(item, options)
    except InputError as error:
        yield error


def _read_table(item: Input, options: ReadOptions) -> Iterator[Document | InputError]:
    from onrecord.read.rows import read_rows

    with open_file(item.origin) as stream:
        yield from read_rows(stream, printable(item.origin), item.kind == "csv", options)


def _read_address(item: Input, options: ReadOptions) -> Document:
    from onrecord.read.fetch import fetch
    from onrecord.read.page import is_page

    got = fetch(item.origin, options)
    if got.is_page or is_page(got.body):
        return _page_document(got.body, item.origin, options, got.url, got.charset, got.at)
    return _text_document(got.body, item.origin, options, got.url, got.charset, got.at)


def _read_report(item: Input, options: ReadOptions) -> Document:
    raw = read_stdin(options.max_bytes) if item.kind == "stdin" else read_file(item.origin, options.max_bytes)
    origin = printable(item.origin)
    if item.kind == "text":
        return _text_document(raw, origin, options)
    from onrecord.read.page import is_page

    if item.kind == "page" or is_page(raw):
        return _page_document(raw, origin, options)
    return _text_document(raw, origin, options)


def _text_document(
    raw: bytes, origin: str, options: ReadOptions, url: str = "", charset: str | None = None, fetched: str | None = None
) -> Document:
    return make_document(
        decode(raw, origin, [charset] if charset else []),
        origin=origin,
        raw=raw,
        url=url,
        title=options.title,
        publisher=options.publisher,
        published=options.published,
        fetched=fetched,
    )


def _page_document(
    raw: bytes, origin: str, options: ReadOptions, url: str = "", charset: str | None = None, fetched: str | None = None
) -> Document:
    from onrecord.read.page import read_page

    page = read_page(raw, origin, url, charset)
    return make_document(
        page.text,
        origin=origin,
        raw=raw,
        url=page.url,
        title=options.title or page.title,
        publisher=options.publisher or page.publisher,
        authors=page.authors,
        published=options.published or page.published,
        fetched=fetched,
    )
