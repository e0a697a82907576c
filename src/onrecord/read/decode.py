"""Decode: bytes become text. UTF-8 strictly, then what the page declares, then a guess that knows English typing."""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Sequence

from onrecord.errors import UnreadableInput
from onrecord.read.document import is_binary

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF; turn it into text first, with pdftotext for instance"),
    (b"PK\x03\x04", "a zip archive or an office document; unpack it, or save it as text"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text"),
    (b"{\\rtf", "an RTF document; save it as text"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "packed by gzip; unpack it, or name it .gz"),
    (b"BZh", "packed by bzip2; unpack it"),
    (b"\xfd7zXZ", "packed by xz; unpack it"),
    (b"SQLite format 3", "a database"),
)
_LABELS = {
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}
"""Labels that browsers take for a larger encoding (WHATWG, Encoding Standard, section 4.2)."""

_TYPED = frozenset("‘’“”–—…•£€©®™°½¼¾«»·§áàâäãåçéèêëíîïñóòôöõøúùûüßæœÉÁÖÜÅØÇ¿¡\u00a0\u00ad")
"""What is not ASCII in English reports: marks, signs and the letters of names."""

_CHARSETS = re.compile(
    r"utf-?8|(?:windows-|cp)\d{3,4}|iso-?8859-\d{1,2}|latin-?\d|(?:us-)?ascii|koi8-[ru]|mac\w{0,10}|"
    r"gb\w{3,5}|big5\w{0,6}|euc[-_]\w\w|shift[-_]jis|iso-2022-jp"
)
"""What a page may declare. Python has other codecs, some of them quadratic (punycode) or no encodings of text."""

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_SAMPLE = 2**16
_BEFORE = 1000
"""Bytes looked at: so many from a little before the first that is not ASCII."""

_MOST_ACCENTS = 0.2
"""Most letters beyond ASCII to a letter, in a language of western Europe: Cyrillic read as Windows-1252 has nine."""

_META = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE)
_META_WITHIN = 4096


def decode(raw: bytes, origin: str, declared: Sequence[str] = ()) -> str:
    """Decode bytes, without newline translation; a byte-order mark is dropped.

    Args:
        raw: The bytes.
        origin: Where they come from, for the error.
        declared: The encodings that the server and the page name, if any.

    Returns:
        The text. Broken sequences in a text that is otherwise UTF-8 are U+FFFD each.

    Raises:
        UnreadableInput: The bytes are no text.
    """
    if not raw.strip():
        raise UnreadableInput(origin, "is empty; check that it is the file meant")
    if (what := what_binary(raw)) is not None:
        raise UnreadableInput(origin, f"is {what}")
    encoding = find_encoding(raw, declared)
    if encoding is None:
        raise UnreadableInput(origin, "is in an encoding that is not known; save it as text in UTF-8")
    return raw.decode(encoding, "replace")


def what_binary(raw: bytes) -> str | None:
    """Say what bytes are that are no text in any encoding, and what to do with them; None where they may be text."""
    named = next((what for magic, what in _MAGIC if raw.startswith(magic)), None)
    if named is not None:
        return named
    wide = any(raw.startswith(bom) for bom, _ in _BOMS) or _bare_utf16(raw) is not None
    return "a binary file; give a text or a page" if is_binary(raw) and not wide else None


def find_encoding(raw: bytes, declared: Sequence[str] = ()) -> str | None:
    """Find the encoding of a text.

    Args:
        raw: The text, or its beginning.
        declared: The encodings that the server and the page name, if any.

    Returns:
        The name of a Python codec, or None where it is no text.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return encoding
    if b"\0" in raw:
        return _bare_utf16(raw)
    if _is_utf8(raw):
        return "utf-8"
    for label in map(str.lower, declared):
        if _CHARSETS.fullmatch(label) and _decodes(raw, encoding := _LABELS.get(label, label)):
            return encoding
    start = max(0, next(_BEYOND_ASCII.finditer(raw)).start() - _BEFORE)
    return _western(raw[start : start + _SAMPLE]) or _guess(raw[start : start + _SAMPLE])


def declared_charset(raw: bytes) -> str | None:
    """Take the encoding that a page names in its head.

    Args:
        raw: The page.
    """
    found = _META.search(raw[:_META_WITHIN])
    return found[1].decode("ascii", "replace") if found else None


def _bare_utf16(raw: bytes) -> str | None:
    """UTF-16 without its mark: in English text every other byte is NUL."""
    start = raw[:_SAMPLE] or b" "
    even, odd = start[::2].count(0) * 2 / len(start), start[1::2].count(0) * 2 / len(start)
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.05 else None


def _is_utf8(raw: bytes) -> bool:
    """Whether it is UTF-8.

    Broken sequences are forgiven where sound ones are as many: an article cut inside a character has one broken, while
    text in Windows-1252 has hardly ever a sound one.
    """
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
        broken = text.count("\ufffd") - raw.count(b"\xef\xbf\xbd")
        sound = len(text) - len(text.encode("ascii", "ignore")) - broken
        return broken <= sound
    return True


def _decodes(raw: bytes, encoding: str) -> bool:
    """Whether an encoding that somebody names exists and fits."""
    try:
        raw.decode(encoding)
    except (LookupError, UnicodeError):
        return False
    return True


def _western(raw: bytes) -> str | None:
    """Windows-1252 or Mac OS Roman, where the characters are those of English typing.

    Of 10,019 English articles written in Windows-1252, 10,017 come back as they were, of 9,964 in Mac OS Roman 9,893.
    charset-normalizer alone, which knows no English typing, brings back 89 of 117 and 5 of 115.
    """
    best = max(("cp1252", "mac_roman"), key=lambda encoding: _typed_share(raw, encoding))
    return best if _typed_share(raw, best) >= 0.9 else None


def _typed_share(raw: bytes, encoding: str) -> float:
    text = raw.decode(encoding, "replace")
    beyond = [char for char in text if char > "\x7f"]
    accents = sum(map(str.isalpha, beyond))
    if accents > _MOST_ACCENTS * sum(map(str.isalpha, text)):
        return 0.0
    return sum(char in _TYPED for char in beyond) / len(beyond)


def _guess(raw: bytes) -> str | None:
    logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    return best.encoding if best else None
