"""Files become documents: plain, packed, too large, damaged, gone."""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import sys
from pathlib import Path

import pytest
from read.samples import GERMAN, REPORT, page

from onrecord.errors import InputError, NotEnglish, UnreadableInput
from onrecord.read import Input, ReadOptions, find_inputs, read_input
from onrecord.types import Document

PLAIN = ReadOptions()


def read(path: Path, options: ReadOptions = PLAIN) -> Document | InputError:
    """The one thing that a path gives."""
    (item,) = find_inputs([str(path)])
    assert isinstance(item, Input)
    (found,) = read_input(item, options)
    return found


def document(path: Path, options: ReadOptions = PLAIN) -> Document:
    """The one document that a path gives."""
    found = read(path, options)
    assert isinstance(found, Document), found
    return found


def failure(path: Path, options: ReadOptions = PLAIN) -> InputError:
    """The one error that a path gives."""
    found = read(path, options)
    assert isinstance(found, InputError)
    assert found.origin == str(path)
    return found


def test_a_text_file(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + f"{REPORT}\r\n{REPORT}\r\n".encode()
    path = tmp_path / "ferry.txt"
    path.write_bytes(raw)
    doc = document(path, ReadOptions(title="Ferry", publisher="Echo", published="2021-11-04"))
    assert doc.text == f"{REPORT}\r\n{REPORT}\r\n"
    assert (doc.origin, doc.title, doc.publisher, doc.published) == (str(path), "Ferry", "Echo", "2021-11-04")
    assert (doc.language, doc.sha256, doc.fetched) == ("en", hashlib.sha256(raw).hexdigest(), None)


def test_markdown_is_text(tmp_path: Path) -> None:
    path = tmp_path / "ferry.md"
    path.write_text(f"# Ferry\n\n> {REPORT}\n", encoding="utf-8")
    assert document(path).text == f"# Ferry\n\n> {REPORT}\n"


def test_packed_is_the_same_report(tmp_path: Path) -> None:
    plain, packed = tmp_path / "ferry.txt", tmp_path / "ferry.txt.gz"
    plain.write_text(REPORT, encoding="utf-8")
    packed.write_bytes(gzip.compress(REPORT[:100].encode()) + gzip.compress(REPORT[100:].encode()))
    assert (document(packed).text, document(packed).sha256) == (REPORT, document(plain).sha256)


def test_a_name_without_a_suffix_is_told_by_its_content(tmp_path: Path) -> None:
    text, web = tmp_path / "report", tmp_path / "saved page"
    text.write_text(REPORT, encoding="utf-8")
    web.write_text("<!-- saved -->\n" + page(), encoding="utf-8")
    assert document(text).title is None
    assert document(web).publisher == "The Harbour Echo"


@pytest.mark.parametrize("content", [REPORT, page()], ids=["text", "page"])
def test_standard_input(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode()), "ascii"))
    (doc,) = read_input(Input("-", "stdin"), PLAIN)
    assert isinstance(doc, Document)
    assert doc.origin == "-"
    assert "said Ingrid Vane" in doc.text
    assert "<" not in doc.text


def test_the_same_file_gives_the_same_document(tmp_path: Path) -> None:
    path = tmp_path / "ferry.html"
    path.write_text(page(), encoding="utf-8")
    assert document(path) == document(path)


def test_an_empty_file(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html", "a.csv", "a.jsonl", "report"):
        (tmp_path / name).write_bytes(b"")
        assert "is empty" in str(failure(tmp_path / name))


def test_a_binary_file(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html", "a.csv", "report"):
        (tmp_path / name).write_bytes(bytes(range(256)) * 50)
        assert "binary file" in str(failure(tmp_path / name))


def test_a_report_in_another_language(tmp_path: Path) -> None:
    path = tmp_path / "fähre.txt"
    path.write_text(GERMAN, encoding="utf-8")
    assert isinstance(failure(path), NotEnglish)


def test_a_file_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a said b. " * 2**18)
    assert str(failure(path, ReadOptions(max_bytes=2**20))).endswith(
        "is over 1 MiB unpacked; split it into its reports"
    )
    assert str(failure(path, ReadOptions(max_bytes=99))).endswith(
        "is over 99 bytes unpacked; split it into its reports"
    )


def test_one_line_of_five_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text(f"{REPORT} " * (5 * 2**20 // len(REPORT)), encoding="utf-8")
    assert "over 2,000,000 for one report; split it into its reports" in str(failure(path))


def test_fifty_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "archive.txt"
    path.write_text(f"{REPORT}\n" * (50 * 2**20 // len(REPORT)), encoding="utf-8")
    assert re.search(
        r"archive\.txt: holds 5\d,\d{3},\d{3} characters, .*; split it into its reports", str(failure(path))
    )


def test_a_small_file_that_unpacks_to_a_huge_one(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(bytes(200 * 2**20), 1))
    assert path.stat().st_size < 2**20
    assert "is over 64 MiB unpacked" in str(failure(path))


@pytest.mark.parametrize("damage", ["cut", "flipped", "header"])
def test_damaged_gzip(damage: str, tmp_path: Path) -> None:
    raw = bytearray(gzip.compress(REPORT.encode()))
    if damage == "cut":
        del raw[-20:]
    elif damage == "flipped":
        raw[40] ^= 0xFF
    else:
        raw[2] = 7
    path = tmp_path / "a.txt.gz"
    path.write_bytes(raw)
    assert "is damaged gzip" in str(failure(path))


def test_a_name_in_gz_that_is_not_gzip(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_text(REPORT, encoding="utf-8")
    assert "is named .gz but is not gzip" in str(failure(path))


def test_a_file_that_goes_away_between_finding_and_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")
    (item,) = find_inputs([str(path)])
    path.unlink()
    assert isinstance(item, Input)
    (found,) = read_input(item, PLAIN)
    assert str(found) == f"{path}: there is no such file; check the path"


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    (found,) = read_input(Input(str(tmp_path), "text"), PLAIN)
    assert isinstance(found, UnreadableInput)
    assert "cannot be opened (Is a directory)" in str(found)


def test_a_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "d.txt").write_text(REPORT, encoding="utf-8")
    found = [
        type(result).__name__
        for item in find_inputs([str(tmp_path)])
        if isinstance(item, Input)
        for result in read_input(item, PLAIN)
    ]
    assert found == ["UnreadableInput", "UnreadableInput", "UnreadableInput", "Document"]
