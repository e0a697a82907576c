"""Bytes become text: encodings, marks, broken and binary files."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read.samples import REPORT, RUSSIAN

from onrecord.errors import UnreadableInput
from onrecord.read.decode import declared_charset, decode, find_encoding


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_of_english(encoding: str) -> None:
    assert decode(REPORT.encode(encoding), "a.txt") == REPORT


def test_mac_os_roman() -> None:
    assert decode(REPORT.encode("mac_roman"), "a.txt") == REPORT


@pytest.mark.parametrize("bom", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE])
def test_marks_of_the_other_end(bom: bytes) -> None:
    encoding = "utf-16-be" if bom == codecs.BOM_UTF16_BE else "utf-32-be"
    assert decode(bom + "“Aye,” he said".encode(encoding), "a.txt") == "“Aye,” he said"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_utf8_comes_back_whatever_it_holds(text: str) -> None:
    assert decode(text.encode("utf-8"), "a.txt") == text.removeprefix("\ufeff")


def test_line_ends_are_kept() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "a.txt") == "one\r\ntwo\rthree\n"


def test_a_cut_character_is_replaced_and_the_rest_kept() -> None:
    raw = REPORT.encode("utf-8")
    assert decode(raw[: raw.index(b"\xe2\x80\x9c") + 2] + raw[raw.index(b"We have") :], "a.txt") == REPORT.replace(
        "“", "\ufffd", 1
    )


def test_what_the_page_declares_is_used_where_it_fits() -> None:
    raw = RUSSIAN.encode("cp1251")
    assert decode(raw, "a.html", ["windows-1251"]) == RUSSIAN
    assert decode(REPORT.encode("cp1252"), "a.html", ["iso-8859-1"]) == REPORT


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-16", "hex", "punycode", "no-such-thing", ""])
def test_what_the_page_declares_wrong_is_not(declared: str) -> None:
    assert decode(REPORT.encode("utf-8"), "a.html", [declared]) == REPORT


def test_a_codec_that_is_no_charset_is_never_tried() -> None:
    assert find_encoding(b"caf\xe9 society in the town", ["unicode_escape"]) == "cp1252"


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="windows-1252">', "windows-1252"),
        (b"<META CHARSET=koi8-r>", "koi8-r"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=Big5" />', "Big5"),
        (b"<p>charset=utf-8</p>", None),
        (b" " * 5000 + b'<meta charset="utf-8">', None),
    ],
)
def test_the_charset_in_a_page(head: bytes, charset: str | None) -> None:
    assert declared_charset(head) == charset


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 and more", "a PDF; turn it into text first"),
        (b"PK\x03\x04\x14\0", "a zip archive or an office document"),
        (b"{\\rtf1\\ansi hello}", "an RTF document; save it as text"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(256)) * 4, "a binary file"),
        (b"\x7fELF\x02\x01\x01\0\0\0", "a binary file"),
        (b"\x01\x02\x03\x04 abc", "a binary file"),
        (b"", "empty"),
        (b" \r\n\t", "empty"),
    ],
)
def test_what_is_no_text_is_named(raw: bytes, what: str) -> None:
    with pytest.raises(UnreadableInput, match=f"^a.txt: is {what}"):
        decode(raw, "a.txt")


def test_a_stray_control_character_is_no_binary_file() -> None:
    assert decode(REPORT.encode() + b"\x03", "a.txt") == REPORT + "\x03"


@pytest.mark.parametrize("raw", [b"\x80" * 10**5, b"\xe2\x80" * 10**5, b"a\x93" * 10**5, bytes(range(128, 256)) * 800])
def test_hostile_bytes_are_a_text_or_are_refused(raw: bytes) -> None:
    with contextlib.suppress(UnreadableInput):
        assert decode(raw, "a.txt")
