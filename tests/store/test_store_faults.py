"""Kills, crowds, locks and full disks: what was committed is there, and nothing is there by halves."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from store.keeper import small
from store.readings import ferry, made

from onrecord.errors import StoreFull, StoreLocked
from onrecord.store import Store, open_store

ROOT = Path(__file__).parents[2]


def keep(place: Path, first: int, count: int, *limit: int) -> subprocess.Popen[str]:
    """Start a process that adds readings."""
    command = [sys.executable, "-m", "store.keeper", *map(str, (place, first, count, *limit))]
    paths = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}"}
    return subprocess.Popen(command, env=paths, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def numbers(lines: str) -> list[int]:
    return [int(line) for line in lines.splitlines() if line.isdecimal()]


def assert_whole(place: Path, told: list[int]) -> None:
    """What was told to be stored is there, and all that is there is whole: the file, its indexes and every reading."""
    with sqlite3.connect(place) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in ("statement_words", "entity_words"):
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    with open_store(place) as store:
        stored = {int(row.title.split()[1]): row.id for row in store.documents() if row.title}
        assert set(told) <= set(stored)
        for number, document_id in stored.items():
            assert store.reading(document_id) == small(number)


def test_killed_at_any_moment(tmp_path: Path) -> None:
    """Once while the record is being made, then while readings are added: early, and after checkpoints of the log.

    When is told by what it has done, not by the clock: a slow machine is no other test. A moment more or less makes
    the kill fall anywhere between two commits.
    """
    place = tmp_path / "record.db"
    chance = random.Random(2)
    told: list[int] = []
    for turn, done in enumerate((0, 1, chance.randrange(2, 9), chance.randrange(20, 40), 60, 90)):
        process = keep(place, 1000 * turn, 1000)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        lines = "".join(process.stdout.readline() for _ in range(done))
        time.sleep(chance.uniform(0.0, 0.02))
        process.kill()
        rest, _ = process.communicate()
        assert process.returncode == -9, "it was still at work"
        assert len(numbers(lines)) == done
        told += numbers(lines + rest)
        if told:
            assert_whole(place, told)
    assert len(told) > 170


def test_killed_while_the_record_is_made_it_can_be_made_again(tmp_path: Path) -> None:
    chance = random.Random(5)
    for turn in range(6):
        place = tmp_path / f"{turn}.db"
        process = keep(place, 0, 1)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0.15, 0.5))
        process.kill()
        process.communicate()
        with open_store(place, create=True) as store:
            store.add(ferry().reading())
            assert store.find_document("ferry.txt")


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    """They begin at once too: both want to make the record. Half of what they add is the same."""
    place = tmp_path / "record.db"
    processes = [keep(place, 0, 60), keep(place, 30, 60)]
    outcomes = [process.communicate(timeout=60) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outcomes
    assert_whole(place, list(range(90)))
    with open_store(place) as store:
        assert len(list(store.documents())) == 90


def test_a_full_disk(tmp_path: Path) -> None:
    """A limit on the size of files, set by the system: the write fails as on a full disk, and fails for real."""
    place = tmp_path / "record.db"
    process = keep(place, 0, 1000, 400_000)
    lines, errors = process.communicate(timeout=60)
    told = numbers(lines)
    assert process.returncode == 1
    assert errors.startswith(f"full: {place}: cannot be written")
    assert "make room" in errors
    assert 0 < len(told) < 1000
    assert_whole(place, told)
    with open_store(place) as store:
        assert len(list(store.documents())) == len(told)
        assert store.add(made(5000)), "with room again, it goes on"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True, timeout_s=0.2) as opened:
        yield opened


def allow_pages(store: Store, pages: int) -> None:
    """Let the database grow no more; it then fails as SQLite does where the disk is full (SQLITE_FULL)."""
    with store.looking() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_a_full_database_takes_nothing_of_a_batch(store: Store) -> None:
    assert store.add_many(small(number) for number in range(3)) == 3
    allow_pages(store, 1)
    with pytest.raises(StoreFull, match=r"record.db: cannot be written \(database or disk is full\)"):
        store.add_many(made(number) for number in range(10, 20))
    assert len(list(store.documents())) == 3
    allow_pages(store, 1_000_000)
    assert store.add_many(made(number) for number in range(10, 20)) == 10


def test_a_record_cannot_be_made_where_there_is_no_room(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    code = (
        "import resource, sys; from onrecord.errors import StoreFull; from onrecord.store import open_store\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "try: open_store(sys.argv[1], create=True)\n"
        "except StoreFull as error: sys.exit(str(error))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(place)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{place}: cannot be written")
    with open_store(place, create=True) as store:
        assert store.add(ferry().reading()), "what was begun does not stand in the way"


def test_a_locked_record_says_so_and_keeps_what_it_had(store: Store) -> None:
    store.add(ferry().reading())
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(StoreLocked, match=r"record.db: another process"):
            store.add(made(1))
        assert [row.origin for row in store.documents()] == ["in/ferry.txt"], "readers do not wait"
    finally:
        other.close()
    assert store.add(made(1))


def test_a_lock_let_go_in_time_is_waited_for(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db", create=True, timeout_s=30) as store:
        code = (
            "import sqlite3, sys, time\n"
            "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "connection.execute('BEGIN IMMEDIATE'); print('locked', flush=True); time.sleep(0.5); connection.close()"
        )
        process = subprocess.Popen([sys.executable, "-c", code, str(store.path)], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline() == "locked\n"
        assert store.add(ferry().reading())
        process.communicate()


def test_a_record_held_alone_by_another_cannot_be_opened(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    open_store(place, create=True).close()
    other = sqlite3.connect(place, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN IMMEDIATE")
    other.execute("CREATE TABLE note (text)")
    try:
        with pytest.raises(StoreLocked, match="another process"):
            open_store(place, timeout_s=0.2)
    finally:
        other.close()


def test_threads_share_a_record(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db", create=True) as store, ThreadPoolExecutor(4) as threads:
        assert list(threads.map(store.add, map(small, range(40)))) == [True] * 40
    assert_whole(tmp_path / "record.db", list(range(40)))
