"""The command: ``python -m eval NAME``, and ``python -m eval gate | reliability | card``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from eval import (
    acts,
    attribution,
    belarus,
    card,
    certainty_given,
    certainty_phrases,
    descriptors,
    factuality,
    gate,
    given,
    gum,
    meaning,
    mentions,
    places,
    plover,
    quantities,
    readings,
    reliability,
    roles,
    runs,
    search,
    show,
    speakers,
    speakers_gum,
    style_scores,
    times,
)
from eval.gold import GoldError
from eval.records import Predictions, RecordsError, read_records
from eval.runs import Run
from eval.systems import read_gold
from eval.task import Gold, Task
from onrecord.errors import OnrecordError

TASKS: dict[str, Task] = {
    task.name: task
    for task in (
        attribution.TASK,
        readings.TASK,
        gum.TASK,
        style_scores.TASK,
        belarus.TASK,
        times.TASK,
        quantities.TASK,
        given.TASK,
        certainty_phrases.TASK,
        certainty_given.TASK,
        factuality.TASK,
        acts.TASK,
        plover.TASK,
        mentions.TASK,
        speakers.TASK,
        roles.TASK,
        descriptors.TASK,
        speakers_gum.TASK,
    )
}
ARTICLES = "articles/abp.jsonl.gz"
"""Unmarked articles, under the data folder."""
CARD = (
    (attribution.TASK, "dev"),
    (readings.TASK, "dev"),
    (gum.TASK, gum.NEWS),
    (gum.TASK, gum.OTHER),
    (style_scores.TASK, style_scores.OPEN),
    (style_scores.TASK, style_scores.LOCKED),
    (belarus.TASK, "report"),
)
"""What a model's card is made of."""


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
        return _COMMANDS.get(options.name, _measure)(options)
    except (GoldError, RecordsError, OnrecordError, OSError) as error:
        print(f"eval: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval", description="Measure how right the record is.")
    parser.add_argument(
        "name",
        choices=[*TASKS, *_COMMANDS],
        help="a set; gate: every set that has floors; "
        "reliability: the confidences, on readings; card: a model's numbers, over all sets; "
        "meaning: search by meaning; search: questions and the statements that answer them",
    )
    parser.add_argument("--split", help="a split of the set; the first by default")
    parser.add_argument("--gold", type=Path, help="another file or folder of the set's format")
    parser.add_argument("--texts", type=Path, help="folder of its texts, where they are not beside it")
    parser.add_argument("--records", type=Path, help="score records that `onrecord read --json` printed")
    parser.add_argument("--model", default="accurate", help="a model of the package, or another model's folder")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--against", type=Path, help="a run's file to compare with; the last run by default")
    parser.add_argument("--list", type=int, default=20, metavar="N", help="gains and losses to list")
    parser.add_argument("--keep", action="store_true", help="add the result to eval/results.jsonl")
    parser.add_argument("--raise", dest="lift", action="store_true", help="gate: lift the floors to what is measured")
    parser.add_argument("--sample", type=int, metavar="N", help="roles: draw so many from unmarked articles, to read")
    parser.add_argument("--seed", type=int, default=0, help="of the draw")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _measure(options: argparse.Namespace) -> int:
    task = TASKS[options.name]
    if options.sample and task is roles.TASK:
        print("\n".join(roles.sample(places.data_folder() / ARTICLES, options.sample, options.seed)))
        return 0
    split = options.gold.stem if options.gold else _split(task, options)
    path = options.gold or places.data_folder() / task.splits[split]
    if options.gold is None and not path.exists():
        print(_skipped(task, path))
        return 0
    gold = task.open(path, options.texts, split)
    if options.records and task.read is not None:
        raise GoldError(f"{task.name} is read out of its texts alone; leave out --records")
    predictions = read_records(options.records, gold) if options.records else _read(task, gold, options)
    old = runs.load(options.against) if options.against else runs.last(task.name, gold.fingerprint, places.RUNS)
    run = _finish(task, gold, split, predictions)
    if options.keep:
        runs.keep(task, run, places.RESULTS)
    print(json.dumps(show.as_json(task, run, old)) if options.json else show.report(task, gold, run, old, options.list))
    return 0


def _split(task: Task, options: argparse.Namespace) -> str:
    """The split that was asked for, or the first."""
    if options.split and options.split not in task.splits:
        raise GoldError(f"{task.name} has no split {options.split!r}, only {', '.join(task.splits)}")
    return str(options.split or next(iter(task.splits)))


def _read(task: Task, gold: Gold, options: argparse.Namespace) -> Predictions:
    """Read a set by the part of the judgement that it is of, else by the whole reader."""
    if task.read is not None:
        return task.read(gold, options.model)
    return read_gold(gold, options.model, options.jobs)


def _finish(task: Task, gold: Gold, split: str, predictions: Predictions) -> Run:
    run = runs.measure(task, gold, split, predictions)
    runs.save(run, Predictions() if split in task.sealed else predictions, places.RUNS)
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
        gold = task.open(path, None, split)
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


def _reliability(options: argparse.Namespace) -> int:
    """Judge a model's confidences on the readings, and draw them."""
    task, split = readings.TASK, _split(readings.TASK, options)
    gold = _open(task, split)
    if isinstance(gold, str):
        print(gold)
        return 0
    predictions = read_records(options.records, gold) if options.records else _read(task, gold, options)
    found = _judge(gold, split, predictions, Path(options.model).name)
    print(json.dumps(reliability.as_json(found)) if options.json else "\n".join(reliability.as_lines(found)))
    return 0


def _open(task: Task, split: str) -> Gold | str:
    """Read a split of a set, or say that it is not here."""
    path = places.data_folder() / task.splits[split]
    return task.open(path, None, split) if path.exists() else _skipped(task, path)


def _judge(gold: Gold, split: str, predictions: Predictions, model: str) -> reliability.Reliability:
    from eval.plots import draw_reliability  # matplotlib takes a second to load

    found = reliability.measure(gold.docs, predictions)
    about = f"{model}, readings {split}, commit {places.commit()}"
    draw_reliability(found, about, places.PLOTS / card.plot_name(model))
    return found


def _card(options: argparse.Namespace) -> int:
    """Measure every set that a card is made of, and write its numbers."""
    model, found = Path(options.model).name, None
    measured: list[card.Measured] = []
    skipped: list[str] = []
    for task, split in CARD:
        gold = _open(task, split)
        if isinstance(gold, str):
            print(gold)
            skipped.append(f"{task.name} {split}")
            continue
        predictions = _read(task, gold, options)
        measured.append(card.Measured(task, _finish(task, gold, split, predictions)))
        if task is readings.TASK:
            found = _judge(gold, split, predictions, model)
    path = places.CARDS / f"{model}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(card.make_card(model, measured, skipped, found), encoding="utf-8")
    print(path)
    return 0


def _meaning(options: argparse.Namespace) -> int:
    found = meaning.measure()
    print(json.dumps(found) if options.json else "\n".join(f"{name:<14} {value}" for name, value in found.items()))
    return 0


def _search(options: argparse.Namespace) -> int:
    found = search.measure(options.model)
    print(json.dumps(found) if options.json else "\n".join(search.as_lines(found)))
    return 0


_COMMANDS = {"gate": _gate, "reliability": _reliability, "card": _card, "meaning": _meaning, "search": _search}


if __name__ == "__main__":
    sys.exit(main())
