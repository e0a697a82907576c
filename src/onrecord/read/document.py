"""Document: a text with what is known of it, checked once. Everything that is read goes through here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from onrecord.errors import NotEnglish, UnreadableInput
from onrecord.ids import identify
from onrecord.read.addresses import canonical_url
from onrecord.read.language import ENGLISH, find_language
from onrecord.read.options import check_published
from onrecord.types import Document

CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1a\x1b"))
"""Control characters that no text needs; old wire copy has a few (U+0003 ends each Reuters story of 1987)."""

MOST_CONTROLS = 0.01
"""Share of control characters from which a text is taken for a binary file."""

LONGEST_TEXT = 2_000_000
"""Code points of the longest report that is read. News is under 100,000; what is longer is an archive in one file.
One of 5,300,000 took over eight minutes and 4 GB."""

_LETTER = re.compile(r"[^\W\d_]")


def make_document(
    text: str,
    *,
    origin: str,
    raw: bytes | None = None,
    url: str = "",
    title: str | None = None,
    publisher: str | None = None,
    authors: Sequence[str] = (),
    published: str | None = None,
    fetched: str | None = None,
) -> Document:
    """Make a document of a text; the text is kept as it is.

    Args:
        text: The report.
        origin: The path, address or row that it comes from.
        raw: The bytes that it was decoded from, unpacked; the text's UTF-8 where there are none.
        url: The report's own address, where it is known; part of the id.
        title: The report's, if known.
        publisher: The same.
        authors: The same.
        published: Day of publication in ISO 8601, if known; part of the id.
        fetched: When it was fetched, in ISO 8601.

    Returns:
        The document.

    Raises:
        UnreadableInput: The text is empty, binary, or no text.
        NotEnglish: It is in another language.
        InputError: ``published`` is no date.
    """
    encoded = check_text(text, origin)
    language = find_language(text)
    if language != ENGLISH:
        raise NotEnglish(origin, language)
    day = check_published(published) if published else None
    address = canonical_url(url)
    return Document(
        id=identify(address, day or "", text),
        origin=origin,
        title=title or None,
        publisher=publisher or None,
        authors=tuple(authors),
        published=day,
        fetched=fetched,
        url=address or None,
        language=language,
        sha256=hashlib.sha256(encoded if raw is None else raw).hexdigest(),
        text=text,
    )


def check_text(text: str, origin: str) -> bytes:
    """Refuse what is no text.

    Args:
        text: What was decoded.
        origin: Where it comes from.

    Returns:
        The text in UTF-8.

    Raises:
        UnreadableInput: It is too long, has no word, too many control characters, or half a surrogate pair.
    """
    if len(text) > LONGEST_TEXT:
        raise UnreadableInput(
            origin, f"holds {len(text):,} characters, over {LONGEST_TEXT:,} for one report; split it into its reports"
        )
    try:
        encoded = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableInput(origin, f"character {error.start} is half a surrogate pair; repair the text") from error
    if is_binary(encoded):
        raise UnreadableInput(origin, "is a binary file, or damaged; give a text or a page")
    if _LETTER.search(text) is None:
        raise UnreadableInput(origin, "is empty: it holds no word; check that it is the file meant")
    return encoded


def is_binary(data: bytes) -> bool:
    """Whether bytes of an encoding that contains ASCII hold a NUL, or too many control characters, for a text."""
    return b"\0" in data or len(data) - len(data.translate(None, CONTROLS)) > MOST_CONTROLS * len(data)
