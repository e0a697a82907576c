"""Hostile: whether each stage takes time in proportion to its text, on the texts that would show it if it did not.

Seconds say little, as they hang on the machine; how they grow from one length to four times that length says much.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from bench.hostile_texts import Make
from bench.speed import Say

LENGTHS = (25_000, 100_000)
"""Characters of a text, short and long."""

RUNS = 3
"""Runs of each text; the least counts, as other work on the machine only adds."""

MOST_EXPONENT = 1.6
"""Of time over length: 1 is linear and 2 quadratic; between them lie caches that no longer hold what is read."""

LEAST_S = 0.1
"""Under this the long text costs too little to say how its time grows."""

Run = Callable[[], object]


class Case(NamedTuple):
    """A text that a stage is timed on.

    Attributes:
        stage: The stage's name.
        text: The text's name.
        make: The text of a number of characters.
        prepare: What is to be timed on a text. What it does itself is not timed.
    """

    stage: str
    text: str
    make: Make
    prepare: Callable[[str], Run]


class Grown(NamedTuple):
    """What a case took.

    Attributes:
        stage, text: Of the case.
        short_s, long_s: Least processor time of the short and of the long text, in seconds.
        exponent: Of time over length: 1 is linear, 2 quadratic.
    """

    stage: str
    text: str
    short_s: float
    long_s: float
    exponent: float

    @property
    def linear(self) -> bool:
        """Whether time grows with the text, as far as can be told."""
        return self.long_s <= LEAST_S or self.exponent <= MOST_EXPONENT


def least_s(run: Run, clock: Callable[[], float] = time.process_time) -> float:
    """The least processor time of some runs, in seconds.

    Without collections of garbage: what one costs depends on all that the process holds.

    Args:
        run: What is timed.
        clock: The clock, in seconds.
    """
    times_s = []
    for _ in range(RUNS):
        gc.disable()
        try:
            start = clock()
            run()
            times_s.append(clock() - start)
        finally:
            gc.enable()
    return min(times_s)


def grow(case: Case, lengths: Sequence[int] = LENGTHS, clock: Callable[[], float] = time.process_time) -> Grown:
    """Time a case at both lengths.

    Args:
        case: The case.
        lengths: Characters, short and long.
        clock: The clock, in seconds.
    """
    short_s, long_s = (least_s(case.prepare(case.make(length)), clock) for length in lengths)
    times = long_s / short_s if short_s else math.inf if long_s else 1.0
    return Grown(case.stage, case.text, short_s, long_s, math.log(times, lengths[1] / lengths[0]) if times else 0.0)


def measure(cases: Sequence[Case], say: Say) -> dict[str, Any]:
    """Time all cases.

    Args:
        cases: The cases.
        say: Told how far it is.

    Returns:
        The numbers: a line a case, and how many are not linear.
    """
    grown: list[Grown] = []
    for case in cases:
        say(f"{len(grown)} of {len(cases)}: {case.stage}, {case.text}")
        grown.append(grow(case))
    return as_row(grown)


def as_row(grown: Iterable[Grown]) -> dict[str, Any]:
    """What cases took, as a row of results."""
    texts = [
        {
            "stage": one.stage,
            "text": one.text,
            "short_s": round(one.short_s, 4),
            "long_s": round(one.long_s, 4),
            "ratio": round(one.long_s / one.short_s, 2) if one.short_s else None,
            "exponent": round(one.exponent, 2),
            "linear": one.linear,
        }
        for one in grown
    ]
    failed = sum(not text["linear"] for text in texts)
    return {"what": "hostile", "lengths": list(LENGTHS), "texts": texts, "not_linear": failed}


def as_table(row: dict[str, Any]) -> list[str]:
    """A row of results as a table for people; what is not linear is said to be so, and counted below."""
    short, long = row["lengths"]
    head = f"{'stage':<11} {'text':<42} {short:>8,} {long:>8,}  ratio  exponent"
    lines = [
        f"{text['stage']:<11} {text['text']:<42} {text['short_s']:>8.4f} {text['long_s']:>8.4f} "
        f"{text['ratio'] or 0:>6.1f}  {text['exponent']:>8.2f}{'' if text['linear'] else '  not linear'}"
        for text in row["texts"]
    ]
    return [head, *lines, f"{row['not_linear']} of {len(lines)} not linear; seconds of CPU, the least of {RUNS}"]
