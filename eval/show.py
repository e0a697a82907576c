"""Show: results as tables for people, or one JSON object for machines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from eval.bootstrap import Interval, differences, intervals
from eval.gate import Check
from eval.matching import Measure
from eval.runs import Change, Run, changes
from eval.task import Gold, Task, total

SHOWN_CHARACTERS = 70
"""Of a statement's words, on the terminal. Files hold places only."""

COUNTS = ("tp", "tp_pred", "n_pred", "tp_gold", "n_gold", "ok", "n", "names", "acts")


def as_json(task: Task, run: Run, old: Run | None) -> dict[str, Any]:
    """A run as one JSON object: header, all numbers, intervals, what changed since an earlier run."""
    out: dict[str, Any] = {**run.header, "docs": len(run.scores)}
    out["metrics"] = run.metrics(task)
    out["interval"] = _lists(intervals(task, run.scores))
    out["apart"] = task.apart(total(run.scores))
    if old is not None:
        out["against"] = {
            "commit": old.header["commit"],
            "at": old.header["at"],
            "difference": {h.name: h.of(out["metrics"]) - h.of(old.metrics(task)) for h in task.headlines},
            "interval": _lists(differences(task, run.scores, old.scores)),
            "changes": [[c.doc, c.content, c.question, "+" if c.gained else "-"] for c in changes(run, old)],
        }
    return out


def _lists(bounds: Mapping[str, Interval]) -> dict[str, list[float]]:
    return {name: [interval.low, interval.high] for name, interval in bounds.items()}


def headlines(task: Task, run: Run, old: Run | None) -> list[str]:
    """The first numbers with their intervals, and their difference to an earlier run with its own."""
    metrics, bounds = run.metrics(task), intervals(task, run.scores)
    earlier = old.metrics(task) if old else {}
    moved = differences(task, run.scores, old.scores) if old else {}
    lines = []
    for h in task.headlines:
        value, unit = h.of(metrics), 1.0 if h.part in COUNTS else 100.0
        line = f"{h.name:<40} {_number(value * unit, unit)}"
        line += f" ± {bounds[h.name].half * unit:4.1f}" if h.name in bounds else "       "
        if h.part == "ok":
            line += f" of {metrics[h.metric]['n']}"
        if earlier:
            line += f"   {(value - h.of(earlier)) * unit:+5.1f}"
        if h.name in moved:
            line += f" [{moved[h.name].low * unit:+.1f}, {moved[h.name].high * unit:+.1f}]"
        lines.append(line.rstrip())
    return lines


def _number(value: float, unit: float) -> str:
    return f"{value:6.0f}" if unit == 1 else f"{value:6.1f}"


def table(task: Task, run: Run) -> list[str]:
    """Every number, with its counts."""
    return [f"  {name:<38} {_measure(measure)}" for name, measure in run.metrics(task).items()]


def _measure(measure: Measure) -> str:
    parts = [f"{name} {100 * value:5.1f}" for name, value in measure.items() if name not in COUNTS]
    counts = [f"{name} {value:.0f}" for name, value in measure.items() if name in COUNTS]
    return "  ".join([*parts, *counts])


def report(task: Task, gold: Gold, run: Run, old: Run | None, limit: int) -> str:
    """A run as text.

    Args:
        task: How the set is scored.
        gold: The set, for its words.
        run: The run.
        old: An earlier run, or None.
        limit: How many gains and losses to list.
    """
    head = run.header
    made = "  ".join(f"{name} {digest[:12]}" for name, digest in head["models"].items())
    about = "  ".join(f"{name} {number}" for name, number in head["versions"].items())
    lines = [f"{task.name} {head['split']}: {len(run.scores)} documents, gold {head['fingerprint'][:12]}"]
    lines += [f"commit {head['commit']}  {made}  {about}", ""]
    lines += [f"{doc}: not read, counted as empty: {why}" for doc, why in head["unread"].items()]
    if old:
        lines += [f"differences are to commit {old.header['commit']} of {old.header['at']}"]
    lines += [*headlines(task, run, old), "", *table(task, run), ""]
    lines += [f"apart, {name}: {count}" for name, count in task.apart(total(run.scores)).items()]
    lines += task.tables(total(run.scores))
    if head["split"] in task.sealed:
        lines.append("a sealed split: no case is kept or listed")
    elif old:
        lines += ["", *change_list(gold, changes(run, old), limit)]
    return "\n".join(lines)


def change_list(gold: Gold, changed: Sequence[Change], limit: int) -> list[str]:
    """Gains and losses: how many by question, then case by case with the first words."""
    texts = {doc.doc: doc.text for doc in gold.docs}
    lines = []
    for question in sorted({c.question for c in changed}):
        gained = sum(c.gained for c in changed if c.question == question)
        lost = sum(not c.gained for c in changed if c.question == question)
        lines.append(f"{question}: {gained} gained, {lost} lost")
    for c in changed[:limit]:
        words = " … ".join(texts[c.doc][start:end] for start, end in c.content)
        lines.append(
            f"  {'+' if c.gained else '-'} {c.question}  {_place(c)}  {' '.join(words.split())[:SHOWN_CHARACTERS]}"
        )
    if len(changed) > limit:
        lines.append(f"  and {len(changed) - limit} more (--list {len(changed)})")
    return lines or ["no case gained or lost"]


def _place(change: Change) -> str:
    return f"{change.doc} " + ",".join(f"{start}-{end}" for start, end in change.content)


def checks(task: Task, results: Sequence[Check]) -> list[str]:
    """The gate's lines for one set."""
    lines = []
    for c in results:
        unit = 1.0 if c.headline.part in COUNTS else 100.0
        bound = "no floor" if c.floor is None else f"{'floor' if c.headline.better == 'more' else 'ceiling'} "
        bound += "" if c.floor is None else f"{c.floor * unit:.4g}"
        mark = "ok  " if c.passed else "FAIL"
        lines.append(f"{mark} {task.name} {c.headline.name}: {c.value * unit:.4g} ({bound})")
    return lines
