"""Certainty of any text: the table in ``certainty.txt``, and what holds of every text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.judge.certainty import SCALES, Found, Scale, on_scale, range_of, read_certainty
from onrecord.judge.certainty.scales import BANDS

TABLE = Path(__file__).with_name("certainty.txt").read_text(encoding="utf-8")


def cases() -> Iterator[tuple[str, str]]:
    """A marked text, and what is expected of it, a line a hedge."""
    marked, expected = "", []
    for line in [*TABLE.split("\n\n", 1)[1].splitlines(), "#"]:
        if line.startswith("  "):
            expected.append(line.strip())
            continue
        if marked:
            yield marked, "\n".join(expected)
        marked, expected = "" if line.startswith("#") else line, []


def spelt(found: Found) -> str:
    ranges = [range_of(found.certainty.phrase, scale) for scale in SCALES]
    bands = " ".join("-" if one is None else f"{one.low}-{one.high}" for one in ranges)
    stated = "-" if found.certainty.stated is None else "-".join(found.certainty.stated)
    return f"{found.certainty.phrase} | {bands} | {stated} | {found.whose}"


def in_brackets(text: str, found: tuple[Found, ...]) -> str:
    for start, end in sorted((one.certainty.span for one in found), reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(("marked", "expected"), list(cases()))
def test_the_table(marked: str, expected: str) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    found = read_certainty(text)
    assert in_brackets(text, found) == marked
    assert "\n".join(map(spelt, found)) == expected


def test_a_negation_apart_from_its_hedge_is_given() -> None:
    text = "No one is likely to resign, he said."
    (found,) = read_certainty(text)
    assert found.negation is not None
    assert found.negation.of(text) == "No"


def test_a_hedge_bears_on_its_own_conjunct() -> None:
    text = "The march would be costly and was very unlikely to help, she said."
    (found,) = read_certainty(text)
    assert found.claim.of(text).startswith("was very unlikely to help")


def test_the_scale_is_named_with_and_without_a_range() -> None:
    (found,) = read_certainty("A deal is very unlikely, she said.")
    by_scale = {scale: on_scale(found.certainty, scale) for scale in SCALES}
    assert [(c.scale, c.low, c.high) for c in by_scale.values()] == [
        ("icd203", "5", "20"),
        ("phia", None, None),
        ("ipcc", "0", "10"),
        ("survey", None, None),
    ]


@pytest.mark.parametrize("scale", SCALES)
def test_a_negated_claim_mirrors_every_band(scale: Scale) -> None:
    for phrase, band in BANDS[scale].items():
        assert 0 <= band.low <= band.high <= 100
        mirrored = BANDS[scale].get(f"{phrase} not", band.of_the_opposite())
        assert range_of(f"{phrase} not", scale) == mirrored


VOCABULARY = """the ferry will won't not never no one is likely unlikely probably almost certain chance of a 30 % one in
five that , . ? “ ” and but he said may could very odds 3 to 1 against which if at best İstanbul more than 50-50 even -
( — remote possibility doubt I think can't be ruled out"""
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, min_size=1, max_size=50).map(" ".join))
def test_what_holds_of_every_text(text: str) -> None:
    for found in read_certainty(text):
        span = found.certainty.span
        assert 0 <= span.start < span.end <= len(text)
        assert found.claim.start < found.claim.end <= len(text)
        assert found.certainty.phrase
        if found.certainty.stated is not None:
            low, high = map(Decimal, found.certainty.stated)
            assert 0 <= low <= high <= 100
    assert read_certainty(text) == read_certainty(text)
