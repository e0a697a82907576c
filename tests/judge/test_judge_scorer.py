"""The scorer's file: of the right format, small, and read with an error that helps."""

import json
from importlib.resources import files

import pytest
from judge.marked import read_marked

from onrecord import packaged
from onrecord.errors import ModelError
from onrecord.judge.features import features
from onrecord.judge.said import read_said
from onrecord.judge.scorer import likeliest, load_scorer, score_acts
from onrecord.judge.words import Words
from onrecord.types import ACTS

LIMIT_BYTES = 300_000


def described(marked):
    article, attribution = read_marked(marked)
    return features(read_said(Words(article), attribution))


def test_the_file_is_small_and_carries_its_card():
    data = files("onrecord.judge").joinpath("acts.json").read_bytes()
    assert len(data) < LIMIT_BYTES
    card = json.loads(data)["card"]
    assert set(card) >= {"what", "data", "data_sha256", "examples", "made_by", "licence"}
    assert tuple(json.loads(data)["acts"]) == ACTS


def test_probabilities_sum_to_one():
    scores = score_acts(described("{She} [said] <the ferry will sail at noon>."), load_scorer())
    assert sum(scores) == pytest.approx(1)
    assert min(scores) >= 0


def test_reasons_are_features_of_the_statement():
    found = described("{She} [said] <the ferry will sail at noon>.")
    _, _, reasons = likeliest(found, load_scorer(), {})
    assert reasons
    assert set(reasons) <= set(found)


@pytest.mark.parametrize("written", ["{", '{"format": 99}', "[]", '{"format": 1}'])
def test_a_damaged_file_is_named(tmp_path, monkeypatch, written):
    (tmp_path / "acts.json").write_text(written)
    monkeypatch.setattr(packaged, "files", lambda package: tmp_path)
    load_scorer.cache_clear()
    with pytest.raises(ModelError, match=r"acts\.json"):
        load_scorer()
    load_scorer.cache_clear()


def test_a_missing_file_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(packaged, "files", lambda package: tmp_path)
    load_scorer.cache_clear()
    with pytest.raises(ModelError, match=r"install onrecord again"):
        load_scorer()
    load_scorer.cache_clear()


def test_the_network_counts_as_much_as_the_scorer():
    found = described("{She} [said] <the ferry will sail at noon>.")
    alone, chance, _ = likeliest(found, load_scorer(), {})
    other = next(act for act in ACTS if act != alone)
    sure = {act: 1.0 if act == other else 1e-12 for act in ACTS}
    even = dict.fromkeys(ACTS, 1 / len(ACTS))
    assert likeliest(found, load_scorer(), sure)[0] == other
    assert likeliest(found, load_scorer(), even)[0] == alone
    assert likeliest(found, load_scorer(), even)[1] < chance
