"""Card: the numbers of a model card, as Markdown, out of a run of every set that is on this machine.

``python -m eval card --model NAME`` writes ``eval/cards/NAME.md``; the card beside the model points to it. It holds
numbers only, never a word of a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eval.attribution import TYPES
from eval.bootstrap import intervals
from eval.matching import Measure
from eval.reliability import Reliability, bands, calibration_error
from eval.runs import Run
from eval.task import Metrics, Task

FACETS = {
    "cue": "cue class",
    "publisher": "publisher",
    "origin": "outlet",
    "style": "style",
}
"""A facet's name → what it is called in the card."""

SMALL = 10
"""A class of fewer gold statements than this says little, and is marked."""


def plot_name(model: str) -> str:
    """The file of a model's drawing in ``eval/plots``."""
    return f"reliability-{model}.svg"


class Measured(NamedTuple):
    """One split of one set."""

    task: Task
    run: Run

    @property
    def title(self) -> str:
        """Its name in tables."""
        return f"{self.task.name} {self.run.header['split']}"


def make_card(model: str, measured: Sequence[Measured], skipped: Sequence[str], found: Reliability | None) -> str:
    """Write a card's numbers.

    Args:
        model: The model's name.
        measured: The sets that were measured.
        skipped: Sets that are not on this machine.
        found: The confidences, judged; None where the readings are not on this machine.
    """
    header = measured[0].run.header
    digests = ", ".join(f"{name} `{digest}`" for name, digest in header["models"].items())
    lines = [f"# {model}, measured", "", f"By `python -m eval card --model {model}` at commit {header['commit']}:"]
    lines += [f"{digests}. Per cent; ± is half of the middle 95% of 1,000 bootstrap resamples of documents."]
    lines += [
        "How a number is defined stands in `eval/README.md`; a class of fewer than ten gold statements is marked."
    ]
    lines += [f"Not measured, since its files are not on this machine: {name}." for name in skipped]
    for one in measured:
        lines += ["", f"## {one.title}", "", *_headlines(one)]
        numbers = one.run.metrics(one.task)
        lines += [*_by_type(numbers), *_by_genre(numbers)]
        for name, called in FACETS.items():
            lines += _by_facet(numbers, name, called)
    return "\n".join([*lines, *_confidence(found, plot_name(model))]) + "\n"


def _headlines(one: Measured) -> Iterator[str]:
    numbers, bounds = one.run.metrics(one.task), intervals(one.task, one.run.scores)
    yield f"{len(one.run.scores)} documents, gold `{one.run.header['fingerprint'][:12]}`."
    yield from _head("number", "value")
    for h in one.task.headlines:
        is_count = h.part in ("n", "ok")
        value, unit = h.of(numbers), 1 if is_count else 100
        plus = f" ± {bounds[h.name].half * unit:.1f}" if h.name in bounds else ""
        yield _row(h.name, f"{value * unit:.{0 if is_count else 1}f}{plus}")


def _by_type(numbers: Metrics) -> Iterator[str]:
    if "wsw/all" not in numbers:
        return
    yield from _head("who said what by quote type", "P", "R", "F1", "gold")
    for name in (*TYPES, "all"):
        yield _prf_row(name, numbers[f"wsw/{name}"])
    for role in ("content", "source", "cue"):
        yield _prf_row(f"exact {role}", numbers[f"exact/{role}"])


def _by_genre(numbers: Metrics) -> Iterator[str]:
    genres = [name.partition("/")[2] for name in numbers if name.startswith("inside/")]
    if not genres:
        return
    yield from _head("by genre", "gold content inside ours", "one to one P", "R", "gold")
    for genre in genres:
        inside, alone = numbers[f"inside/{genre}"], numbers.get(f"one to one/{genre}")
        parts = (_per_cent(alone["p"]), _per_cent(alone["r"])) if alone else ("", "")
        yield _row(genre, _per_cent(inside["share"]), *parts, f"{inside['n']:.0f}")


def _by_facet(numbers: Metrics, name: str, called: str) -> Iterator[str]:
    prefix = f"by {name}/"
    rows = {key.removeprefix(prefix): m for key, m in numbers.items() if key.startswith(prefix)}
    if not rows:
        return
    yield from _head(f"who said what by {called}", "P", "R", "F1", "gold")
    for value in sorted(rows, key=lambda value: (-rows[value]["n_gold"], value)):
        yield _prf_row(value, rows[value])


def _confidence(found: Reliability | None, plot: str) -> Iterator[str]:
    if found is None:
        return
    yield from ("", "## confidence, on readings dev", "", f"![reliability](../plots/{plot})")
    for name, judged in (("statement", found.statements), ("source", found.sources)):
        yield from (
            "",
            f"{name}: {len(judged)} judged, expected calibration error {_per_cent(calibration_error(judged))}.",
        )
        yield from _head("band", "mean confidence", "right", "n")
        for band in bands(judged):
            yield _row(f"{band.low:.1f}–{band.high:.1f}", f"{band.mean:.2f}", f"{band.right:.2f}", str(band.n))
    yield from _head("`--min-confidence`", "content P", "R", "F1", "who said what P", "R", "F1", "kept")
    for t in found.thresholds:
        parts = [_per_cent(measure[part]) for measure in (t.content, t.wsw) for part in ("p", "r", "f1")]
        yield _row(f"{t.least:.1f}", *parts, f"{t.wsw['n_pred']:.0f}")


def _head(*cells: str) -> tuple[str, ...]:
    return ("", _row(*cells), "|" + "---|" * len(cells))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _prf_row(name: str, measure: Measure) -> str:
    few = " (few)" if measure["n_gold"] < SMALL else ""
    parts = [_per_cent(measure[part]) for part in ("p", "r", "f1")]
    return _row(f"{name}{few}", *parts, f"{measure['n_gold']:.0f}")


def _per_cent(value: float) -> str:
    return f"{100 * value:.1f}"
