"""The command: ``python -m bench speed``, ``memory``, ``peer``, ``sizes``, ``asking``, ``users`` and ``hostile``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench import asking, hostile, machine, memory, peer, sizes, speed, users
from bench.children import ChildError
from bench.texts import take_texts


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: The command line without the program's name.

    Returns:
        0; 1 where a hostile text takes a stage more than linear time; 2 where something is missing.
    """
    options = _parser().parse_args(arguments)
    try:
        row = _MEASURES[options.what](options)
    except (ChildError, OSError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    if options.keep:
        machine.append(row)
    print(json.dumps(row) if options.json else "\n".join(_for_people(options.what, row)))
    return 1 if row.get("not_linear") else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure speed and memory.")
    parser.add_argument("what", choices=list(_MEASURES))
    parser.add_argument(
        "--articles", type=int, help="texts to read: 1,000 for speed, 10,000 for memory, 200 for the others by default"
    )
    parser.add_argument("--jobs", type=int, default=2, help="speed: processes of the second reading")
    parser.add_argument("--pages", type=int, default=100, help="speed: pages to read")
    parser.add_argument("--rounds", type=int, default=8, help="peer: rounds in which the systems take turns")
    parser.add_argument("--model", default="accurate", help="a model of the package")
    parser.add_argument("--models", nargs="+", default=["accurate", "fast"], help="sizes: names, or folders of others")
    parser.add_argument(
        "--place", type=Path, default=Path("million.db"), help="asking, users: the record; made if need be"
    )
    parser.add_argument("--statements", type=int, default=1_000_000, help="asking, users: how many it has")
    parser.add_argument("--stages", nargs="+", help="hostile: the stages to time, as its table names them; else all")
    parser.add_argument("--keep", action="store_true", help="add the numbers to bench/results.jsonl")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _speed(options: argparse.Namespace) -> dict[str, Any]:
    source, texts = take_texts(options.articles or 1000)
    about = machine.describe()
    row, read = speed.measure(source, texts, options.jobs, options.pages, options.model, _say)
    row = about | row
    if options.keep:
        from bench.plots import draw  # matplotlib takes a second to load

        draw(row, read, machine.PLOTS)
    return row


def _memory(options: argparse.Namespace) -> dict[str, Any]:
    source, texts = take_texts(options.articles or 10_000)
    about = machine.describe()
    row, read = memory.measure(source, texts, options.model, _say)
    row = about | row
    if options.keep:
        from bench.plots import draw_memory  # matplotlib takes a second to load

        draw_memory(row, read, machine.PLOTS)
    return row


def _peer(options: argparse.Namespace) -> dict[str, Any]:
    if not peer.peer_python().exists():
        raise FileNotFoundError(
            f"the peer is not set up: no {peer.peer_python()}; make an environment of bench/peer-requirements.txt "
            "there, or name one in $ONRECORD_PEER"
        )
    source, texts = take_texts(options.articles or 200)
    about = machine.describe()
    return about | peer.measure(source, texts, options.rounds, options.model, _say)


def _sizes(options: argparse.Namespace) -> dict[str, Any]:
    source, texts = take_texts(options.articles or 200)
    row = machine.describe() | sizes.measure(source, texts, options.models, _say)
    if options.keep:
        from bench.plots import draw_sizes  # matplotlib takes a second to load

        draw_sizes(row, machine.PLOTS)
    return row


def _asking(options: argparse.Namespace) -> dict[str, Any]:
    if not options.place.exists():
        asking.make(options.place, options.statements, _say)
    return machine.describe() | asking.measure(options.place, _say)


def _users(options: argparse.Namespace) -> dict[str, Any]:
    if not options.place.exists():
        asking.make(options.place, options.statements, _say)
    return machine.describe() | users.measure(options.place, _say)


def _hostile(options: argparse.Namespace) -> dict[str, Any]:
    from bench.hostile_cases import cases  # loads every stage

    wanted = [case for case in cases() if options.stages is None or case.stage in options.stages]
    if unknown := set(options.stages or ()) - {case.stage for case in wanted}:
        raise FileNotFoundError(f"no hostile texts for: {', '.join(sorted(unknown))}")
    return machine.describe() | hostile.measure(wanted, _say)


_MEASURES = {
    "speed": _speed,
    "memory": _memory,
    "peer": _peer,
    "sizes": _sizes,
    "asking": _asking,
    "users": _users,
    "hostile": _hostile,
}


def _say(message: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{message}", end="", file=sys.stderr, flush=True)


def _for_people(what: str, row: dict[str, Any]) -> list[str]:
    return hostile.as_table(row) if what == "hostile" else as_lines(row)


def as_lines(row: Mapping[str, Any], indent: str = "") -> list[str]:
    """A row as lines for people: what is nested is indented, a list's items stand one to a line."""
    lines: list[str] = []
    for name, value in row.items():
        if isinstance(value, Mapping):
            lines += [f"{indent}{name}", *as_lines(value, indent + "  ")]
        elif isinstance(value, list):
            lines += [f"{indent}{name}", *(f"{indent}  {_one_line(item)}" for item in value)]
        else:
            lines.append(f"{indent}{name:<22} {value}")
    return lines


def _one_line(item: Any) -> str:
    if not isinstance(item, Mapping):
        return str(item)
    return "  ".join(f"{k} {v}" if isinstance(v, str) else f"{k} {v:g}" for k, v in item.items())


if __name__ == "__main__":
    sys.exit(main())
