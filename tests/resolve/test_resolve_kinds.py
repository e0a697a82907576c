"""The classifier of what is only named, and captions: whole and small."""

from __future__ import annotations

from importlib.resources import files

import pytest

from onrecord.encode.model import NAMED
from onrecord.errors import ModelError
from onrecord.resolve import kinds
from onrecord.resolve.name_words import LEANINGS, NameWords

LARGEST = 200_000
"""Bytes of the classifier's file, at most."""


def test_the_file_is_whole_and_small() -> None:
    classifier = kinds.load_classifier()
    assert all(len(row) == len(kinds.CLASSES) for row in classifier.weights.values())
    assert len(classifier.together) == len(kinds.CLASSES) + 2 * len(NAMED) + 1
    assert all(len(row) == len(kinds.CLASSES) for row in classifier.together)
    assert all(len(row) == len(LEANINGS) for table in classifier.known.leaning.values() for row in table.values())
    assert files("onrecord.resolve").joinpath("kinds.json").stat().st_size <= LARGEST  # type: ignore[attr-defined]


def test_another_format_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "FORMAT", -1)
    with pytest.raises(ModelError, match="format"):
        kinds.load_classifier.__wrapped__()


def test_the_likeliest_class_is_taken() -> None:
    weights = {"a": [0.0, 1.0, 0.0, 0.0, 0.0], "b": [3.0, 0.0, 0.0, 0.0, 0.0]}
    classifier = kinds.Classifier(weights, NameWords({}, {}))
    assert kinds.classify({"a": 1.0, "b": 0.5, "not known": 9.0}, classifier) == "person"
    assert kinds.classify({"a": 1.0}, classifier) == "organisation"


def test_words_lean_by_their_place_and_use() -> None:
    known = NameWords({"first": {"ada": [2.0, 0.0, 0.0, 0.0]}, "inner": {"of": [0.0, 1.0, 0.0, 0.0]}}, {"lund": 1.0})
    found = known.features(["ada", "of", "lund"])
    assert found["leans first person"] == 2.0
    assert found["leans inner organisation"] == 1.0
    assert found["leans last ?"] == found["small last yes"] == found["small first ?"] == 1
