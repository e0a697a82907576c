"""What was given becomes inputs: files, folders, patterns, addresses."""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import FetchError, InputError, UnreadableInput
from onrecord.read import Input, find_inputs


def names(given: str, root: Path) -> list[str]:
    """Paths of the inputs found, from the root; an error is an assertion."""
    found = list(find_inputs([given]))
    assert all(isinstance(item, Input) for item in found), found
    return [os.path.relpath(item.origin, root) for item in found]


def error(given: str) -> InputError:
    """The one error that is found."""
    (found,) = find_inputs([given])
    assert isinstance(found, InputError)
    return found


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "sub/c.md.gz", "sub/deep/d.jsonl", "sub/photo.jpg", ".hidden/e.txt", ".f.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", "text"),
        ("a.md", "text"),
        ("A.TXT", "text"),
        ("a.html", "page"),
        ("a.htm.gz", "page"),
        ("a.txt.gz", "text"),
        ("a.jsonl", "jsonl"),
        ("a.ndjson.gz", "jsonl"),
        ("a.csv", "csv"),
        ("a.csv.GZ", "csv"),
        ("report", "unknown"),
    ],
)
def test_the_name_says_the_kind(name: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("x", encoding="utf-8")
    assert list(find_inputs([str(path)])) == [Input(str(path), kind)]  # type: ignore[arg-type]


def test_standard_input_and_addresses_need_no_looking() -> None:
    assert list(find_inputs(["-", "https://echo.example/a", "HTTP://echo.example/b"])) == [
        Input("-", "stdin"),
        Input("https://echo.example/a", "address"),
        Input("HTTP://echo.example/b", "address"),
    ]


@pytest.mark.parametrize("given", ["ftp://echo.example/a.txt", "file:///etc/passwd", "s3://echo/a.txt"])
def test_other_addresses_are_refused(given: str) -> None:
    assert isinstance(error(given), FetchError)
    assert "give an http or https one, or a path" in str(error(given))


def test_a_folder_gives_its_files_in_the_order_of_names(tree: Path) -> None:
    assert names(str(tree), tree) == ["a.html", "b.txt", "sub/c.md.gz", "sub/deep/d.jsonl"]


def test_what_is_passed_over_is_counted_and_said(tree: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tree / "notes.pdf").write_bytes(b"%PDF")
    (tree / "scan.pdf").write_bytes(b"%PDF")
    with caplog.at_level(logging.WARNING, "onrecord"):
        names(str(tree), tree)
    assert caplog.messages == [f"{tree}: passed over 3 files of other kinds (1 .jpg, 2 .pdf)"]


def test_a_folder_with_nothing_readable_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert str(error(str(tmp_path))) == (
        f"{tmp_path}: nothing there can be read (1 .jpg); reports are .txt, .md, .html and .htm, tables .jsonl, "
        ".ndjson and .csv, each also with .gz"
    )


def test_an_empty_folder_named_like_a_file_is_an_error(tmp_path: Path) -> None:
    folder = tmp_path / "report.txt"
    folder.mkdir()
    assert "nothing there can be read" in str(error(str(folder)))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.jsonl", ["sub/deep/d.jsonl"]),
        ("*", ["a.html", "b.txt", "sub/c.md.gz", "sub/deep/d.jsonl"]),
        ("**", ["a.html", "b.txt", "sub/c.md.gz", "sub/deep/d.jsonl"]),
        ("[ab].*", ["a.html", "b.txt"]),
        ("?.txt", ["b.txt"]),
        (".f*", [".f.txt"]),
        ("sub/../b.*", ["b.txt"]),
    ],
)
def test_patterns(pattern: str, found: list[str], tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sorted(names(f"{tree}/{pattern}", tree)) == found
    monkeypatch.chdir(tree)
    assert sorted(names(pattern, Path())) == found


def test_a_pattern_in_a_hidden_folder_that_is_named(tree: Path) -> None:
    (tree / ".hidden" / ".g.txt").write_text("x", encoding="utf-8")
    assert names(f"{tree}/.hidden/*.txt", tree) == [".hidden/e.txt"]


def test_a_pattern_that_matches_nothing_is_an_error(tree: Path) -> None:
    assert "nothing there can be read" in str(error(f"{tree}/*.csv"))


def test_a_pattern_that_cannot_be_searched_is_an_error(tree: Path) -> None:
    assert isinstance(error(f"{tree}/x**y*.txt"), UnreadableInput)


def test_a_file_whose_name_looks_like_a_pattern_is_itself(tmp_path: Path) -> None:
    path = tmp_path / "report [1].txt"
    path.write_text("x", encoding="utf-8")
    assert names(str(path), tmp_path) == ["report [1].txt"]


def test_links_that_go_round_end(tree: Path) -> None:
    (tree / "sub" / "up").symlink_to(tree)
    (tree / "sub" / "again").symlink_to(tree)
    assert names(str(tree), tree) == ["a.html", "b.txt", "sub/c.md.gz", "sub/deep/d.jsonl"]
    assert len(names(f"{tree}/**/*", tree)) == 4


def test_a_link_to_a_report_is_followed(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "z.txt"
    elsewhere.write_text("x", encoding="utf-8")
    (tree / "linked.txt").symlink_to(elsewhere)
    assert "linked.txt" in names(str(tree), tree)


def test_a_pipe_in_a_folder_is_not_waited_for(tree: Path) -> None:
    os.mkfifo(tree / "pipe.txt")
    assert "pipe.txt" not in names(str(tree), tree)


def test_a_missing_file_says_so_and_the_rest_is_found(tree: Path) -> None:
    found = list(find_inputs([str(tree / "missing.txt"), str(tree / "b.txt")]))
    assert str(found[0]) == f"{tree}/missing.txt: there is no such file; check the path"
    assert found[1] == Input(str(tree / "b.txt"), "text")


def test_a_link_to_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert str(error(str(tmp_path / "link.txt"))).endswith(
        "is a link to a file that is not there; check where it points"
    )


@pytest.mark.parametrize("given", ["", "a\0b.txt", "x" * 5000, "/dev/null/a.txt"])
def test_what_is_no_path_is_an_error(given: str) -> None:
    assert isinstance(error(given), UnreadableInput)


@pytest.fixture
def deep_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """1,200 folders, one in the other, a report in the last; taken away again, since pytest's own way recurses."""
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    Path("deep.txt").write_text("x", encoding="utf-8")
    yield tmp_path
    os.chdir(tmp_path)
    for _ in range(1200):
        os.chdir("d")
    Path("deep.txt").unlink()
    for _ in range(1200):
        os.chdir("..")
        Path("d").rmdir()


def test_folders_nested_deeper_than_the_stack(deep_folder: Path) -> None:
    (found,) = find_inputs([str(deep_folder)])
    assert isinstance(found, Input)
    assert found.origin == f"{deep_folder}/{'d/' * 1200}deep.txt"


def test_names_that_are_not_utf8_can_be_printed(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    assert str(error(path)).isascii()


def test_inputs_can_be_sent_to_workers() -> None:
    item = Input("a.txt", "text")
    assert pickle.loads(pickle.dumps(item)) == item
