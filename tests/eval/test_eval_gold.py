from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from small_sets import TEXT, at

from eval.gold import GoldError, read_ann, read_brat, read_readings, read_report


def spans(words: str) -> str:
    return " ".join(map(str, at(words)))


def brat(folder: Path, doc: str, ann: str, annotator: str = "00ab") -> None:
    for name in ("text", "attributions"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "text" / f"{doc}.txt").write_bytes(TEXT.encode())
    (folder / "attributions" / f"{doc}_{annotator}.ann").write_text(ann, encoding="utf-8")


def test_brat_pools_numbered_roles_and_leaves_other_events_out() -> None:
    ann = (
        f"T1\tSource {spans('Mara Quill')}\tx\nT2\tCue {spans('said')}\tx\n"
        f"T3\tContent 18 20;21 25\tx\nT5\tContent {spans('home')}\tx\nT4\tAttribution 1 2\tx\nT6\tDiscuss 1 2\tx\n"
        "E1\tAttribution:T4 Content:T3 Content2:T5 Cue:T2 Source:T1\nE2\tDiscuss:T6\n#1\tAnnotatorNotes T5\thm\n"
    )
    assert read_ann(ann) == [
        {"source": [at("Mara Quill")], "cue": [at("said")], "content": [[18, 20], [21, 25], at("home")]}
    ]


def test_a_folder_is_read_in_the_order_of_names_by_the_first_annotator(tmp_path: Path) -> None:
    ann = f"T1\tContent {spans('We will')}\tx\nT4\tAttribution 1 2\tx\nE1\tAttribution:T4 Content:T1\n"
    brat(tmp_path, "b[1]", ann)
    brat(tmp_path, "a", ann, "00ff")
    brat(tmp_path, "a", "", "0fff")
    (tmp_path / "text" / "unmarked.txt").write_text("x", encoding="utf-8")
    gold = read_brat(tmp_path)
    assert [doc.doc for doc in gold.docs] == ["a", "b[1]"]
    assert [len(doc.statements) for doc in gold.docs] == [1, 1]


def test_the_fingerprint_follows_text_and_annotation(tmp_path: Path) -> None:
    brat(tmp_path, "a", "")
    before = read_brat(tmp_path).fingerprint
    assert read_brat(tmp_path).fingerprint == before
    brat(tmp_path, "a", "\n")
    assert read_brat(tmp_path).fingerprint != before


def test_a_folder_without_marks_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no text/"):
        read_brat(tmp_path)


def write_readings(folder: Path, digest: str) -> Path:
    (folder / "text").mkdir()
    (folder / "text" / "town.txt").write_bytes(TEXT.encode())
    path = folder / "dev.jsonl"
    path.write_text(json.dumps({"doc": "town", "sha256": digest, "statements": []}) + "\n\n", encoding="utf-8")
    return path


def test_readings_keep_newlines_as_they_are(tmp_path: Path) -> None:
    path = write_readings(tmp_path, hashlib.sha256(TEXT.encode()).hexdigest())
    (doc,) = read_readings(path).docs
    assert (doc.doc, doc.text, doc.statements) == ("town", TEXT, ())


def test_a_text_that_changed_is_an_error(tmp_path: Path) -> None:
    path = write_readings(tmp_path, "0" * 64)
    with pytest.raises(GoldError, match=r"line 1: .*SHA-256"):
        read_readings(path)


@pytest.mark.parametrize("line", ["{", "[]", '{"doc": "x"}'])
def test_a_line_that_is_no_article_is_an_error_with_its_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("\n" + line, encoding="utf-8")
    with pytest.raises(GoldError, match="line 2"):
        read_readings(path)


def test_a_reports_text_stands_beside_it(tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_bytes(TEXT.encode())
    path = tmp_path / "town.gold.json"
    path.write_text(json.dumps({"doc": "town", "statements": [], "note": "x"}), encoding="utf-8")
    (doc,) = read_report(path).docs
    assert (doc.text, doc.more) == (TEXT, {"note": "x"})
