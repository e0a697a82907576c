"""The command: ``python -m eval NAME`` and ``python -m eval gate``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from eval import attribution, belarus, gate, places, readings, runs, show, times
from eval.gold import GoldError
from eval.records import Predictions, RecordsError, read_records
from eval.runs import Run
from eval.systems import read_gold
from eval.task import Gold, Task
from onrecord.errors import OnrecordError

TASKS: dict[str, Task] = {task.name: task for task in (attribution.TASK, readings.TASK, belarus.TASK, times.TASK)}


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The command line without the program's name.

    Returns:
        0; 1 where the gate fails; 2 where something cannot be read. A set that is not on this machine is skipped with
        a line that says so and counts as 0.
    """
    options = _parser().parse_args(arguments)
    try:
        return _gate(options) if options.name == "gate" else _measure(options)
    except (GoldError, RecordsError, OnrecordError, OSError) as error:
        print(f"eval: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval", description="Measure how right the record is.")
    parser.add_argument("name", choices=[*TASKS, "gate"], help="a set, or gate: every set that has floors")
    parser.add_argument("--split", help="a split of the set; dev by default")
    parser.add_argument("--gold", type=Path, help="another file or folder of the set's format")
    parser.add_argument("--texts", type=Path, help="folder of its texts, where they are not beside it")
    parser.add_argument("--records", type=Path, help="score records that `onrecord read --json` printed")
    parser.add_argument("--model", default="accurate", help="a model of the package, or another model's folder")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--against", type=Path, help="a run's file to compare with; the last run by default")
    parser.add_argument("--list", type=int, default=20, metavar="N", help="gains and losses to list")
    parser.add_argument("--keep", action="store_true", help="add the result to eval/results.jsonl")
    parser.add_argument("--raise", dest="lift", action="store_true", help="gate: lift the floors to what is measured")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _measure(options: argparse.Namespace) -> int:
    task = TASKS[options.name]
    if options.split and options.split not in task.splits:
        raise GoldError(f"{task.name} has no split {options.split!r}, only {', '.join(task.splits)}")
    split = options.gold.stem if options.gold else options.split or next(iter(task.splits))
    path = options.gold or places.data_folder() / task.splits[split]
    if options.gold is None and not path.exists():
        print(_skipped(task, path))
        return 0
    gold = task.load(path, options.texts)
    if options.records and task.read is not None:
        raise GoldError(f"{task.name} is read out of its texts alone; leave out --records")
    predictions = read_records(options.records, gold) if options.records else _read(task, gold, options)
    old = runs.load(options.against) if options.against else runs.last(task.name, gold.fingerprint, places.RUNS)
    run = _finish(task, gold, split, predictions)
    if options.keep:
        runs.keep(task, run, places.RESULTS)
    print(json.dumps(show.as_json(task, run, old)) if options.json else show.report(task, gold, run, old, options.list))
    return 0


def _read(task: Task, gold: Gold, options: argparse.Namespace) -> Predictions:
    """Read a set by the part of the judgement that it is of, else by the whole reader."""
    return task.read(gold) if task.read is not None else read_gold(gold, options.model, options.jobs)


def _finish(task: Task, gold: Gold, split: str, predictions: Predictions) -> Run:
    run = runs.measure(task, gold, split, predictions)
    runs.save(run, predictions, places.RUNS)
    return run


def _skipped(task: Task, path: Path) -> str:
    return f"skipped: {task.name}: its files are not on this machine ({path}; see $ONRECORD_DATA)"


def _gate(options: argparse.Namespace) -> int:
    """Measure every set and hold it against its floors; sets without floors are measured only to get some."""
    floors = gate.read_floors(places.FLOORS)
    if not floors and not options.lift:
        print("gate: no set has floors yet; `python -m eval gate --raise` sets them to what is measured")
    failed = False
    for task in TASKS.values():
        if task.name not in floors and not options.lift:
            continue
        split = floors.get(task.name, {}).get("split", next(iter(task.splits)))
        path = places.data_folder() / task.splits[split]
        if not path.exists():
            print(_skipped(task, path))
            continue
        gold = task.load(path, None)
        run = _finish(task, gold, split, _read(task, gold, options))
        passed = gate.same_files(task, run, floors)
        if not passed:
            print(f"FAIL {task.name}: its files are not those that the floors were measured on ({path})")
        results = gate.check(task, run, floors)
        print("\n".join(show.checks(task, results)))
        passed = passed and all(c.passed for c in results)
        failed = failed or not passed
        if options.lift and passed:
            floors = gate.raise_floors(task, run, floors)
            gate.write_floors(floors, places.FLOORS)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
