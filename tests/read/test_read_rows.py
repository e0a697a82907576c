"""Tables become documents, a row each; a bad row is said and the others are read."""

from __future__ import annotations

import csv
import gzip
import json
import logging
from pathlib import Path

import pytest
from read.samples import GERMAN, REPORT

from onrecord.errors import InputError, MalformedRow, NotEnglish, UnreadableInput
from onrecord.read import Input, ReadOptions, find_inputs, read_input
from onrecord.types import Document

PLAIN = ReadOptions()


def read(path: Path, options: ReadOptions = PLAIN) -> list[Document | InputError]:
    """All that a table gives."""
    (item,) = find_inputs([str(path)])
    assert isinstance(item, Input)
    return list(read_input(item, options))


def documents(path: Path, options: ReadOptions = PLAIN) -> list[Document]:
    """The documents of a table; an error is an assertion."""
    found = read(path, options)
    assert all(isinstance(item, Document) for item in found), found
    return [item for item in found if isinstance(item, Document)]


def jsonl(path: Path, *rows: object) -> Path:
    """Write a JSONL file."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def write_csv(path: Path, *rows: list[str], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """Write a CSV file."""
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(rows)
    return path


def test_jsonl_with_the_usual_names(tmp_path: Path) -> None:
    row = {
        "id": 17,
        "Body": REPORT,
        "headline": "Ferry is back",
        "outlet": "The Harbour Echo",
        "author": "By Ana Bell and Oto Kern",
        "date": "2021-11-04T09:30:00Z",
        "link": "https://echo.example/ferry#top",
    }
    (doc,) = documents(jsonl(tmp_path / "a.jsonl", row))
    assert (doc.text, doc.title, doc.publisher) == (REPORT, "Ferry is back", "The Harbour Echo")
    assert (doc.authors, doc.published) == (("Ana Bell", "Oto Kern"), "2021-11-04")
    assert doc.origin == f"{tmp_path}/a.jsonl#17"


def test_a_row_without_an_id_is_named_by_its_line(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"text": REPORT}, {"text": REPORT})
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"}\n{", b"}\r\n\n{"))
    assert [doc.origin for doc in documents(path)] == [f"{path}:1", f"{path}:3"]


def test_named_columns_and_dotted_paths(tmp_path: Path) -> None:
    row = {"story": {"body": REPORT, "who": ["Ana Bell", "Oto Kern"]}, "text": "not this one", "a.b": "Echo"}
    options = ReadOptions(fields={"text": "story.body", "authors": "story.who", "publisher": "a.b"})
    (doc,) = documents(jsonl(tmp_path / "a.ndjson", row), options)
    assert (doc.text, doc.authors, doc.publisher) == (REPORT, ("Ana Bell", "Oto Kern"), "Echo")


def test_a_row_keeps_its_own_and_options_fill_what_it_lacks(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"text": REPORT, "publisher": "Own"}, {"text": REPORT, "date": None})
    docs = documents(path, ReadOptions(publisher="Given", published="2022-03-14"))
    assert [(doc.publisher, doc.published) for doc in docs] == [("Own", "2022-03-14"), ("Given", "2022-03-14")]


def test_line_seven_of_ten_is_malformed_and_nine_are_read(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{number}. {REPORT}"}) for number in range(1, 11)]
    lines[6] = lines[6][:40]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = read(path)
    assert [item.text[:2] for item in found if isinstance(item, Document)] == [
        f"{n}."[:2] for n in (1, 2, 3, 4, 5, 6, 8, 9, 10)
    ]
    assert isinstance(found[6], MalformedRow)
    assert str(found[6]).startswith(f"{path}:7: is no JSON in UTF-8 (")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'"a text"', "is a str, not an object"),
        (b"[1, 2]", "is a list, not an object"),
        (b"null", "is a NoneType, not an object"),
        (b"[" * 10**5, "is no JSON"),
        (b'{"a":' * 10**4, "is no JSON"),
        (b'{"text": "caf\xe9"}', "is no JSON in UTF-8"),
        (b'{"text": "\\ud800 said"}', "is no JSON in UTF-8"),
        (b'{"text": ' + b"9" * 10**5 + b"}", "is no JSON"),
        (b'{"story": "said"}', "no column holds the report's text; name it with text=COLUMN, one of 'story'"),
        (b'{"text": 12}', "no column holds the report's text"),
        (b'{"text": ""}', "no column holds the report's text"),
        (b'{"text": " \\n"}', "is empty"),
        (b'{"text": "a\\u0000b"}', "is a binary file"),
        (b"{}", "no column holds the report's text"),
    ],
)
def test_bad_lines(line: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": REPORT}).encode()
    path.write_bytes(b"\n".join((good, line, good)))
    first, bad, last = read(path)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, MalformedRow)
    assert bad.origin == f"{path}:2"
    assert message in bad.message
    assert len(bad.message) < 1000


def test_a_row_in_another_language(tmp_path: Path) -> None:
    first, second = read(jsonl(tmp_path / "a.jsonl", {"text": GERMAN, "id": "x"}, {"text": REPORT}))
    assert isinstance(first, NotEnglish)
    assert first.origin.endswith("a.jsonl#x")
    assert isinstance(second, Document)


def test_dates_that_are_not_understood_are_said_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = jsonl(tmp_path / "a.jsonl", *({"text": REPORT, "date": date} for date in ("03/04/22", "soon", "2022-03-04")))
    with caplog.at_level(logging.WARNING, "onrecord"):
        assert [doc.published for doc in documents(path)] == [None, None, "2022-03-04"]
    assert caplog.messages == [f"{path}: 2 rows are read without their date; write dates as 2022-03-14"]


@pytest.mark.parametrize(
    ("authors", "names"),
    [
        ("Ana Bell", ("Ana Bell",)),
        ("Ana Bell, Oto Kern", ("Ana Bell", "Oto Kern")),
        ("Bell, Ana", ("Bell, Ana",)),
        ("Ana Bell; Kern, Oto", ("Ana Bell", "Kern, Oto")),
        ("By Ana Bell | Oto Kern", ("Ana Bell", "Oto Kern")),
        (["Ana  Bell", 3, None, ""], ("Ana Bell", "3")),
        ({"name": "Ana"}, ()),
        (None, ()),
    ],
)
def test_authors(authors: object, names: tuple[str, ...], tmp_path: Path) -> None:
    (doc,) = documents(jsonl(tmp_path / "a.jsonl", {"text": REPORT, "authors": authors}))
    assert doc.authors == names


def test_a_packed_table(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": REPORT}).encode() + b"\n"))
    assert documents(path)[0].text == REPORT


def test_damage_half_way_through_a_packed_table(tmp_path: Path) -> None:
    rows = b"".join(json.dumps({"text": f"{number} {REPORT}"}).encode() + b"\n" for number in range(20_000))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(rows, 1)[:-2000])
    *found, last = read(path, PLAIN)
    assert len(found) > 10_000
    assert isinstance(last, UnreadableInput)
    assert "is damaged gzip" in str(last)


def test_a_row_over_the_limit_ends_the_table(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"text": REPORT}, {"text": REPORT * 10}, {"text": REPORT})
    first, second = read(path, ReadOptions(max_bytes=1000))
    assert isinstance(first, Document)
    assert "line 2: the row is over 1000 bytes" in str(second)


def test_a_table_may_be_larger_than_the_limit_of_a_report(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", *[{"text": REPORT}] * 20)
    assert len(documents(path, ReadOptions(max_bytes=1000))) == 20


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv(delimiter: str, encoding: str, tmp_path: Path) -> None:
    text = f"{REPORT}\n\n“It is; sound,” she said,\tagain."
    header = ["id", "Date", "Text", "source", "author"]
    path = write_csv(
        tmp_path / "a.csv",
        header,
        ["7", "2021-11-04", text, "Echo", "Ana Bell"],
        delimiter=delimiter,
        encoding=encoding,
    )
    (doc,) = documents(path)
    assert (doc.text, doc.published, doc.publisher, doc.authors) == (text, "2021-11-04", "Echo", ("Ana Bell",))
    assert doc.origin == f"{path}#7"


@pytest.mark.parametrize("shift", range(3))
def test_csv_whose_first_accent_is_far_down(shift: int, tmp_path: Path) -> None:
    first = f"{REPORT} " * 10_000
    plain = first.encode("ascii", "ignore").decode()[: 2**16 - 17 + shift]
    path = write_csv(tmp_path / "a.csv", ["text"], [plain], [f"é — {REPORT}"])
    assert documents(path)[1].text == f"é — {REPORT}"


def test_csv_rows_are_named_by_line(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ["title", "text"], ["One", REPORT], [], ["Two", REPORT])
    assert [(doc.origin, doc.title) for doc in documents(path)] == [(f"{path}:2", "One"), (f"{path}:4", "Two")]


def test_csv_bad_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        f'title,text\nGood,"{REPORT}"\nUnquoted,{REPORT}\nShort\nMarks,"He said "no" to them"\nGood,"{REPORT}"\n',
        encoding="utf-8",
    )
    found = read(path)
    assert [type(item).__name__ for item in found] == ["Document", *["MalformedRow"] * 3, "Document"]
    assert "values for 2 columns; quote the text" in str(found[1])
    assert str(found[2]) == f"{path}:4: has 1 values for 2 columns; quote the text"
    assert str(found[3]).startswith(f"{path}:5: is no CSV (")


def test_csv_with_a_mark_that_is_never_closed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'text\n"{REPORT}"\n"{REPORT}\n' + f"{REPORT}\n" * 100, encoding="utf-8")
    first, second = read(path)
    assert isinstance(first, Document)
    assert "is no CSV (unexpected end of data)" in str(second)
    _, limited = read(path, ReadOptions(max_bytes=5000))
    assert "the row is over 5000 bytes; is a mark not closed?" in str(limited)


def test_csv_without_a_column_for_the_text(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ["headline", "story"], ["One", REPORT])
    (found,) = read(path)
    assert str(found) == f"{path}: no column is named as text; name it with text=COLUMN, one of 'headline', 'story'"
    assert documents(path, ReadOptions(fields={"text": "story"}))[0].text == REPORT
    (found,) = read(path, ReadOptions(fields={"text": "tale"}))
    assert str(found) == f"{path}: has no column 'tale'; its columns are 'headline', 'story'"


def test_csv_with_a_long_cell(tmp_path: Path) -> None:
    text = f"{REPORT} " * 2000
    assert documents(write_csv(tmp_path / "a.csv", ["text"], [text]))[0].text == text


@pytest.mark.parametrize("content", ['"' * 10**5, "," * 10**5, '"\n' * 50_000, "text\n" + '"a"b' * 25_000])
def test_hostile_csv_ends(content: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8")
    assert all(isinstance(item, InputError) for item in read(path))
