"""Reliability, worked out by hand on TEXT's two gold statements."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small_sets import GOLD, TEXT, record, statement

from eval.plots import draw_reliability
from eval.records import Predictions
from eval.reliability import Band, bands, calibration_error, judge, measure


def sure(statement: dict[str, Any], of_statement: float | None, of_source: float | None = None) -> dict[str, Any]:
    return statement | {"confidence": {"statement": of_statement, "source": of_source}}


RIGHT = sure(statement("Mara Quill", "said", '"We will go home."'), 0.95, 0.9)
WRONG_SOURCE = sure(statement("Mara Quill", "believes", "that it rained"), 0.65, 0.8)
SPURIOUS = sure(statement("Odo Fenn", "believes", "Odo Fenn"), 0.35, 0.4)


def test_statements_are_right_when_matched_and_sources_are_judged_of_those() -> None:
    statements, sources = judge(GOLD, [RIGHT, WRONG_SOURCE, SPURIOUS])
    assert statements == [(0.95, True), (0.65, True), (0.35, False)]
    assert sources == [(0.9, True), (0.8, False)]


def test_what_has_no_measure_is_not_judged() -> None:
    unsure = sure(statement("Odo Fenn", "said", "that it rained"), None)
    assert judge(GOLD, [unsure, dict(GOLD.statements[0])]) == ([], [])


def test_bands_have_an_upper_edge_of_their_own_and_the_last_takes_one() -> None:
    found = bands([(0.5, True), (0.59, False), (1.0, True), (0.6, True)])
    assert found == [
        Band(0.5, 0.6, pytest.approx(0.545), 0.5, 2),
        Band(0.6, 0.7, 0.6, 1.0, 1),
        Band(0.9, 1.0, 1.0, 1.0, 1),
    ]


def test_calibration_error_by_hand() -> None:
    assert calibration_error([]) == 0.0
    assert calibration_error([(0.8, True)] * 8 + [(0.8, False)] * 2) == pytest.approx(0.0)
    assert calibration_error([(0.9, False), (0.5, True), (0.5, False), (0.5, False)]) == pytest.approx((0.9 + 0.5) / 4)


def test_thresholds_drop_what_is_less_sure_and_keep_what_has_no_measure() -> None:
    predictions = Predictions(records={"town": record(RIGHT, WRONG_SOURCE, SPURIOUS)})
    by_least = {t.least: t for t in measure([GOLD], predictions).thresholds}
    assert (by_least[0.0].content["p"], by_least[0.0].content["r"]) == (2 / 3, 1.0)
    assert (by_least[0.0].wsw["p"], by_least[0.0].wsw["r"]) == (1 / 3, 0.5)
    assert (by_least[0.4].content["p"], by_least[0.4].content["r"]) == (1.0, 1.0)
    assert (by_least[0.7].wsw["p"], by_least[0.7].wsw["r"]) == (1.0, 0.5)
    unmeasured = Predictions(records={"town": record(statement("Mara Quill", "said", '"We will go home."'))})
    assert measure([GOLD], unmeasured).thresholds[-1].wsw["n_pred"] == 1


def test_the_drawing_is_the_same_for_the_same_numbers(tmp_path: Path) -> None:
    found = measure([GOLD], Predictions(records={"town": record(RIGHT, WRONG_SOURCE, SPURIOUS)}))
    paths = [tmp_path / "one.svg", tmp_path / "two.svg"]
    for path in paths:
        draw_reliability(found, "a model", path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert b"min-confidence" in paths[0].read_bytes()
    assert TEXT[:10].encode() not in paths[0].read_bytes()


def test_nothing_can_be_drawn_too(tmp_path: Path) -> None:
    draw_reliability(measure([GOLD], Predictions()), "nothing", tmp_path / "nothing.svg")
    assert (tmp_path / "nothing.svg").exists()
