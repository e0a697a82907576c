"""The command line as a process: pipes, full disks, terminals, workers, interrupts."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from bridge import report

COMMAND = [sys.executable, str(Path(__file__).with_name("with_bridge.py"))]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "ONRECORD_DB"}}
TERMINAL = {**ENVIRONMENT, "TERM": "xterm-256color", "COLUMNS": "100"}


def call(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        **{"capture_output": True, "timeout": 60, "env": ENVIRONMENT, **options},  # type: ignore[call-overload]
    )


def _heed_interrupts() -> None:
    """A shell's background job ignores Ctrl-C, and what it starts inherits that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def start(*arguments: object) -> subprocess.Popen[bytes]:
    """In a process group of its own, as a terminal's command is."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        start_new_session=True,
        preexec_fn=_heed_interrupts,
    )


def on_a_terminal(stream: str, *arguments: object, env: dict[str, str] = TERMINAL) -> tuple[str, str]:
    """Run with one stream on a terminal; return what the terminal got and what the other stream got."""
    ours, theirs = pty.openpty()
    other = "stdout" if stream == "stderr" else "stderr"
    with subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        env=env,
        **{stream: theirs, other: subprocess.PIPE},  # type: ignore[call-overload]
    ) as process:
        os.close(theirs)
        shown = _drain(ours)
        rest = getattr(process, other).read().decode()
    return shown, rest


def _drain(terminal: int) -> str:
    parts = []
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # EIO: the other side is closed
            break
        if not part:
            break
        parts.append(part)
    os.close(terminal)
    return b"".join(parts).decode().replace("\r\n", "\n")


@pytest.fixture
def many(tmp_path: Path) -> list[Path]:
    """Twelve reports, one of them missing."""
    paths = [tmp_path / f"bridge-{number:02}.txt" for number in range(12)]
    for number, path in enumerate(paths):
        path.write_text(report(number), encoding="utf-8")
    paths[4].unlink()
    return paths


def rewrite(paths: Sequence[Path], word: str) -> None:
    for path in paths:
        path.write_text(path.read_text(encoding="utf-8").replace("winter", word), encoding="utf-8")


def origins(output: bytes) -> list[str]:
    return [json.loads(line)["document"]["origin"] for line in output.splitlines()]


def test_several_processes_give_the_same_bytes(many: list[Path], tmp_path: Path) -> None:
    table = tmp_path / "table.jsonl"
    table.write_text("".join(json.dumps({"text": report(number)}) + "\n" for number in range(20)), encoding="utf-8")
    one = call("read", "--json", *many, table)
    two = call("read", "--json", "--jobs", 2, *many, table)
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    assert len(origins(two.stdout)) == 31


def test_a_worker_that_dies_costs_one_report(many: list[Path]) -> None:
    rewrite([many[7]], "DIE")
    done = call("read", "--json", "--jobs", 2, *many)
    assert done.returncode == 1
    assert origins(done.stdout) == [str(path) for number, path in enumerate(many) if number not in {4, 7}]
    assert f"{many[7]}: the process that read it died (out of memory?); it was not read" in done.stderr.decode()
    assert done.stderr.decode().endswith("onrecord: 10 reports read, 10 statements, 2 failed\n")


@pytest.mark.parametrize("form", ["text", "json", "csv", "annotation", "brat", "html"])
def test_a_full_disk(many: list[Path], form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = call("read", "--format", form, many[0], stdout=full, capture_output=False, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.decode() == (
        "onrecord: standard output: No space left on device; what was printed is not complete\n"
    )


def test_no_standard_output(many: list[Path]) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *COMMAND, "read", str(many[0])], stderr=subprocess.PIPE, timeout=60
    )
    assert done.returncode == 1
    assert done.stderr.decode() == "onrecord: standard output is closed: nothing was printed\n"


def test_no_standard_error(many: list[Path]) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" 2>&-', "sh", *COMMAND, "read", "--json", *map(str, many)], stdout=subprocess.PIPE, timeout=60
    )
    assert done.returncode == 1
    assert len(origins(done.stdout)) == 11


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_reader_that_stops_reading_ends_it_quietly(many: list[Path], jobs: int) -> None:
    rewrite(many[1:3], "SLOW")
    process = start("read", "--json", "--jobs", jobs, *many)
    assert process.stdout is not None
    assert process.stderr is not None
    assert origins(process.stdout.readline()) == [str(many[0])]
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(30) == 141


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c(many: list[Path], jobs: int) -> None:
    rewrite(many[2:4] + many[5:], "SLOW")
    process = start("read", "--json", "--jobs", jobs, *many)
    assert process.stdout is not None
    first = process.stdout.readline() + process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    rest, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert re.fullmatch(rb"onrecord: interrupted: \d reports read, \d statements\n", told)
    assert origins(first + rest) == [str(path) for path in many[: len(origins(first + rest))]]


def test_brat_where_no_folder_can_be(many: list[Path]) -> None:
    done = call("read", "--format", "brat", "--out", many[0] / "x", many[1])
    assert done.returncode == 1
    assert done.stderr.decode() == (
        f"onrecord: {many[0] / 'x'}: Not a directory; name a folder that can be made and written\n"
    )


def test_text_on_a_terminal_is_in_colour(many: list[Path]) -> None:
    shown, told = on_a_terminal("stdout", "read", many[0])
    assert "\x1b[1;36mMara\x1b[0m" in shown
    assert told == ""
    piped = call("read", many[0]).stdout.decode()
    bare = re.sub(r"\x1b\[[\d;]*m", "", shown)
    assert [line.rstrip() for line in bare.splitlines()] == piped.splitlines()


def test_no_color(many: list[Path]) -> None:
    shown, _ = on_a_terminal("stdout", "read", many[0], env={**TERMINAL, "NO_COLOR": "1"})
    assert set(re.findall(r"\x1b\[([\d;]*)m", shown)) <= {"0", "1", "2"}


def test_json_on_a_terminal_is_plain(many: list[Path]) -> None:
    shown, _ = on_a_terminal("stdout", "read", "--json", many[0])
    assert origins(shown.encode()) == [str(many[0])]


def test_a_bar_with_rate_and_failures_for_many_inputs(many: list[Path]) -> None:
    rewrite(many[9:], "SLOW")
    shown, printed = on_a_terminal("stderr", "read", "--json", *many)
    assert re.search(r"\d+/12", shown)
    assert re.search(r"\d+\.\d/s", shown)
    assert "1 failed" in shown
    assert f"onrecord: {many[4]}: there is no such file" in shown.replace("\n", "")
    assert shown.rstrip().endswith("11 reports read, 11 statements, 1 failed")
    assert len(origins(printed.encode())) == 11


def test_no_bar_for_one_input(many: list[Path]) -> None:
    shown, _ = on_a_terminal("stderr", "read", "--json", many[0])
    assert shown == ""
