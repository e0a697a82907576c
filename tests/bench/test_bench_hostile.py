"""Whether time grows with the text: real stages on small texts, and a fake clock that says what each run took."""

from __future__ import annotations

import gc
from collections import Counter
from functools import partial

import pytest

from bench import __main__ as command
from bench import hostile
from bench.hostile import Case, Grown, as_row, as_table, grow, least_s
from bench.hostile_cases import cases
from bench.hostile_texts import named

CASES = cases()


class Work:
    """A clock that only work moves, and what works: some seconds a character, by a power of their number."""

    def __init__(self, power: float, s_each: float = 1e-6) -> None:
        self.now_s = 0.0
        self.power = power
        self.s_each = s_each

    def clock(self) -> float:
        return self.now_s

    def run(self, text: str) -> None:
        self.now_s += self.s_each * len(text) ** self.power

    def case(self) -> Case:
        return Case("clean", "full stops", lambda n: "." * n, lambda text: partial(self.run, text))

    def grown(self) -> Grown:
        return grow(self.case(), (25_000, 100_000), self.clock)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.stage} {case.text}")
def test_every_stage_works_on_its_hostile_texts(case: Case) -> None:
    """None refuses them before it has done anything, so that the bench measures work."""
    grown = grow(case, (250, 1_000))
    assert (grown.stage, grown.text) == (case.stage, case.text)
    assert grown.short_s > 0
    assert grown.long_s > 0


def test_every_text_has_about_the_length_asked_for() -> None:
    for case in CASES:
        assert 9_000 <= len(case.make(10_000)) <= 11_000, (case.stage, case.text)


def test_a_case_has_a_name_of_its_own() -> None:
    assert max(Counter((case.stage, case.text) for case in CASES).values()) == 1


def test_surnames_differ() -> None:
    words = named("{} left. ")(1_000).split()
    assert len(set(words)) == len(words) // 2 + 1


@pytest.mark.parametrize(
    ("power", "exponent", "linear"), [(1.0, 1.0, True), (1.5, 1.5, True), (2.0, 2.0, False), (3.0, 3.0, False)]
)
def test_what_is_quadratic_is_told(power: float, exponent: float, linear: bool) -> None:
    grown = Work(power).grown()
    assert grown.exponent == pytest.approx(exponent)
    assert grown.linear is linear


def test_what_costs_next_to_nothing_is_let_be() -> None:
    assert Work(2.0, 0.9e-11).grown().linear
    assert not Work(2.0, 1.1e-11).grown().linear


def test_a_clock_that_sees_nothing_of_the_short_text() -> None:
    assert Work(0.0, 0.0).grown().linear
    times_s = iter([0.0] * 6 + [0.0, 1.0] * 3)
    assert not grow(Work(1.0).case(), clock=lambda: next(times_s)).linear


def test_the_least_of_three_runs_counts_and_no_garbage_is_collected_in_them() -> None:
    times_s = iter([0.0, 9.0, 10.0, 11.0, 20.0, 25.0])
    collecting: list[bool] = []
    assert least_s(lambda: collecting.append(gc.isenabled()), lambda: next(times_s)) == 1.0
    assert collecting == [False] * 3
    assert gc.isenabled()


def test_the_table_marks_and_counts_what_is_not_linear() -> None:
    head, good, bad, count = as_table(as_row([Work(1.0).grown(), Work(2.0).grown()]))
    assert head.split() == ["stage", "text", "25,000", "100,000", "ratio", "exponent"]
    assert good.split() == ["clean", "full", "stops", "0.0250", "0.1000", "4.0", "1.00"]
    assert bad.split()[-4:] == ["16.0", "2.00", "not", "linear"]
    assert count.startswith("1 of 2 not linear")


@pytest.mark.parametrize(("power", "code"), [(1.0, 0), (2.0, 1)])
def test_the_command_fails_by_what_is_not_linear(
    power: float, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    work = Work(power)
    monkeypatch.setattr("bench.hostile_cases.cases", lambda: [work.case()])
    monkeypatch.setattr(hostile, "grow", lambda case: work.grown())
    assert command.main(["hostile"]) == code
    assert ("not linear" in capsys.readouterr().out.splitlines()[1]) is bool(code)


def test_a_stage_without_texts_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["hostile", "--stages", "clean", "no-such"]) == 2
    assert "no hostile texts for: no-such" in capsys.readouterr().err
