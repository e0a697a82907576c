"""A measured process, for real, on a small report."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.children import Child, ChildError, cores, our_child

TEXT = "“The quay will open on Monday,” said Mara Quill, the harbour master.\n\nOdo Fenn denied it.\n"


def test_a_child_reads_and_says_what_it_took(tmp_path: Path) -> None:
    page = tmp_path / "empty.html"
    page.write_bytes(b"")
    with our_child(cores()[0], "accurate") as child:
        answer = child.ask(texts=[TEXT, TEXT])
        pages = child.ask(pages=[str(page)])
    assert answer["words"] == [16, 16]
    assert len(answer["rss_mb"]) == 2
    assert set(answer["stages_s"]) == {
        "document",
        "clean",
        "segment",
        "encode",
        "extract",
        "resolve",
        "judge",
        "assemble",
    }
    assert 0 < sum(answer["stages_s"].values()) <= sum(answer["cpu_s"])
    assert answer["statements"][0] >= 1
    assert pages["failed"] == 1


def test_a_child_that_dies_is_an_error() -> None:
    with pytest.raises(ChildError, match="exit code"):
        Child(["false"], 0)
