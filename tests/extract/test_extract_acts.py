"""The network's acts: an anchor's scores and the mean of its content's words."""

import numpy as np
import pytest
from extract.marked import marked_article

from onrecord.encode.model import Encoded
from onrecord.extract import extract
from onrecord.types import ACTS


def chances(anchor: str, *content: str) -> dict[str, float]:
    """What "Lee said so" gives each act, whose cue and words of content each score three for one."""
    article, encoded, settings = marked_article("{s Lee} {c said} {t " + " ".join("x" * len(content)) + "}.")
    acts, words = (np.zeros((len(encoded.words), len(ACTS)), np.float32) for _ in range(2))
    acts[1, ACTS.index(anchor)] = 3.0
    for place, act in enumerate(content, 2):
        words[place, ACTS.index(act)] = 3.0
    states = (encoded.near, encoded.far, encoded.queries, encoded.keys)
    (found,) = extract(article, Encoded(encoded.words, encoded.anchors, *states, acts, words), settings)
    return dict(zip(ACTS, found.acts, strict=True))


def test_the_chances_sum_to_one() -> None:
    assert sum(chances("warn", "deny").values()) == pytest.approx(1.0)


def test_anchor_and_content_count_together() -> None:
    both = chances("warn", "warn")
    assert both["warn"] > chances("warn", "deny")["warn"] == pytest.approx(chances("deny", "warn")["warn"])


def test_content_counts_by_its_mean_not_its_length() -> None:
    assert chances("warn", "deny", "deny", "deny")["deny"] == pytest.approx(chances("warn", "deny")["deny"])
    assert chances("warn", "deny", "warn")["warn"] > chances("warn", "deny")["warn"]
