"""Work shared among processes: order, a bounded queue, processes that die, interrupts."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from onrecord.cli.crew import AHEAD, ordered
from onrecord.errors import ModelError


def slow_when_even(number: int) -> tuple[int, int]:
    if number % 2 == 0:
        time.sleep(0.02)
    return number, os.getpid()


def die_at_five(number: int) -> int:
    if number == 5:
        time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def always_die(number: int) -> int:
    os._exit(number)


def fail(number: int) -> int:
    raise ModelError(f"no model for {number}")


def negative(number: int) -> int:
    return -number


def test_results_come_in_order_from_several_processes() -> None:
    results = list(ordered(slow_when_even, range(20), 2, lambda number: (-number, 0)))
    assert [number for number, _ in results] == list(range(20))
    pids = {pid for _, pid in results}
    assert len(pids) == 2
    assert os.getpid() not in pids


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for number in range(1_000):
            taken += 1
            yield number

    results = ordered(slow_when_even, tasks(), 2, lambda number: (-number, 0))
    next(results)
    assert taken <= 2 * AHEAD + 1
    results.close()


def test_a_process_that_dies_costs_its_own_task_only() -> None:
    assert list(ordered(die_at_five, range(12), 2, negative)) == [0, 1, 2, 3, 4, -5, 6, 7, 8, 9, 10, 11]


@pytest.mark.parametrize("work", [negative, die_at_five])
def test_nothing_of_a_pool_is_left_when_the_last_result_is_out(work: Callable[[int], int]) -> None:
    before = set(threading.enumerate())
    assert len(list(ordered(work, range(8), 2, negative))) == 8
    assert set(threading.enumerate()) <= before  # Python's exit would wake a pool that may just have closed its pipe


def test_even_if_every_process_dies_there_is_an_end() -> None:
    assert list(ordered(always_die, [1, 2, 3], 2, negative)) == [-1, -2, -3]


def test_an_error_of_the_work_is_raised() -> None:
    with pytest.raises(ModelError, match="no model for 1"):
        list(ordered(fail, [1, 2], 2, negative))
