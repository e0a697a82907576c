"""Reports that a person read through train like any corpus: out of a record, as labels on words."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from store.readings import ferry

from onrecord.encode.words import find_words
from onrecord.extract.roles import CONTENT
from onrecord.show.training import record_training
from onrecord.spans import Alignment
from onrecord.store import open_store
from onrecord.types import ACTS
from training.data import label_words, paragraph_spans, read_judged


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """The ferry's story: a headline rejected, an act changed, a statement added, read through, exported."""
    reading = ferry().reading()
    document_id = reading.document.id
    start = reading.document.text.index("“through the winter”")
    with open_store(tmp_path / "record.db", create=True) as store:
        store.add(reading)
        store.judge("reject", reading.statements[0].id, document_id=document_id, author="ann")
        store.judge("change", reading.statements[1].id, {"act": "announce"}, document_id=document_id, author="ann")
        added = {"content": [[start, start + 20]], "act": "promise"}
        store.judge("add", after=added, document_id=document_id, author="ann")
        store.judge("accept", document_id, document_id=document_id, author="ann")
        kept = store.kept(document_id)
    assert kept.is_read_through
    path = tmp_path / "judged.jsonl"
    path.write_bytes(record_training(kept.reading))
    return path


def test_what_was_judged_is_what_is_read(judged: Path) -> None:
    (source,) = read_judged(judged)
    (statements,) = source.versions
    said = {source.text[slice(*one["content"][0])]: one["act"] for one in statements}
    assert "Ferry stays" not in said
    assert said["the ferry to Scar Island would be running “through the winter”"] == "announce"
    assert said["“through the winter”"] == "promise"
    assert [one["nested"] for one in statements] == sorted(one["nested"] for one in statements), "outer ones first"
    assert source.nests


def test_it_becomes_labels_and_all_of_the_text_is_known(judged: Path) -> None:
    (source,) = read_judged(judged)
    words = find_words(source.text, paragraph_spans(source.text), ())
    labels = label_words(words, source.versions[0], Alignment.identity(len(source.text)), source.nests)
    assert labels.known.all(), "where nothing is marked there is no statement"
    assert len(labels.rows) == len(source.versions[0])
    assert {row.act for row in labels.rows} <= set(ACTS)
    assert all(any(role == CONTENT for role, _, _ in row.runs) for row in labels.rows)
    assert np.flatnonzero(labels.anchors).size == len(labels.rows)


def test_a_file_without_reports_gives_none(tmp_path: Path) -> None:
    (tmp_path / "judged.jsonl").write_bytes(b"")
    assert list(read_judged(tmp_path / "judged.jsonl")) == []


def test_another_text_or_words_outside_of_it_are_refused(judged: Path) -> None:
    line = json.loads(judged.read_text(encoding="utf-8"))
    judged.write_text(json.dumps(line | {"text": line["text"] + "x"}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"judged.jsonl:1: the text is not the one that was judged"):
        list(read_judged(judged))
    line["statements"][0]["cue"] = [[0, 9999]]
    judged.write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(ValueError, match=r"judged.jsonl:1: a statement has words outside of the text"):
        list(read_judged(judged))
