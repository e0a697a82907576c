"""Opening a record, and whatever else may stand at its place."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from store.readings import ferry, made

from onrecord.ask.audit.count import audit
from onrecord.errors import NewerSchema, NotARecord, OlderSchema, StoreError, StoreNotFound
from onrecord.store import open_store, revisions


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def all_files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_nothing_there(place: Path) -> None:
    with pytest.raises(StoreNotFound, match=r"record.db: there is no record here; make one with `onrecord read REPORT"):
        open_store(place)
    assert not place.exists(), "looking does not make it"


def test_no_folder_there(place: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no folder .*; make it first"):
        open_store(place / "record.db", create=True)


def test_a_place_may_have_any_name(tmp_path: Path) -> None:
    """What means something in a database's address means nothing in a file's name."""
    place = tmp_path / "a b?mode=ro&x=%41#1 ü.db"
    with open_store(str(place), create=True) as store:
        store.add(ferry().reading())
    assert [path.name for path in tmp_path.iterdir()] == [place.name]


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Dear diary, nothing was said today.\n" * 9, "is not a SQLite database"),
        (b"SQLite format 3\0", "is not a SQLite database"),
        (b"\0" * 4096, "is not a SQLite database"),
    ],
    ids=["text", "cut short", "zeros"],
)
def test_another_file_is_left_alone(place: Path, content: bytes, message: str, create: bool) -> None:
    place.write_bytes(content)
    with pytest.raises(NotARecord, match=message):
        open_store(place, create=create)
    assert all_files(place.parent) == {place.name: content}


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_another_programs_database_is_left_alone(place: Path, create: bool, mode: str) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    connection.close()
    before = all_files(place.parent)
    with pytest.raises(NotARecord, match=r"record.db: is a database of another program; it was left as it is"):
        open_store(place, create=create)
    assert all_files(place.parent) == before


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match="is a folder"):
        open_store(tmp_path, create=True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(place: Path) -> None:
    os.mkfifo(place)
    with pytest.raises(NotARecord, match="is a device or a pipe"):
        open_store(place, create=True)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"x: cannot be read \(File name too long\); see to its name"):
        open_store(tmp_path / ("x" * 300), create=True)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder in which nobody can make a file")
def test_a_folder_in_which_it_cannot_be_made() -> None:
    with pytest.raises(StoreError, match=r"unable to open database file; see to the permissions"):
        open_store("/proc/self/record.db", create=True)


def test_an_empty_file_becomes_a_record_only_for_who_writes(place: Path) -> None:
    place.touch()
    with pytest.raises(NotARecord, match="is empty"):
        open_store(place)
    with open_store(place, create=True) as store:
        assert store.add(ferry().reading())


def test_a_record_whose_making_was_cut_off(place: Path) -> None:
    """The mark is there, the tables are not."""
    with sqlite3.connect(place) as connection:
        connection.execute("PRAGMA application_id = 0x6F6E7263")
        connection.execute("VACUUM")
    connection.close()
    with pytest.raises(NotARecord, match="was never finished"):
        open_store(place)
    with open_store(place, create=True) as store:
        assert store.add(ferry().reading())


def filled(place: Path) -> None:
    with open_store(place, create=True) as store:
        store.add_many(made(number) for number in range(20))


def test_a_damaged_record(place: Path) -> None:
    filled(place)
    content = bytearray(place.read_bytes())
    content[4096:200_000] = b"\xab" * (200_000 - 4096)
    place.write_bytes(content)
    with pytest.raises(NotARecord, match=r"is damaged \(.*malformed\); put a copy of it back"):
        load_all(place)
    assert place.read_bytes() == content


def load_all(place: Path) -> None:
    with open_store(place) as store:
        for row in store.documents():
            store.reading(row.id)


def count_all(place: Path) -> None:
    with open_store(place) as store:
        audit(store)


def test_a_record_cut_short(place: Path) -> None:
    filled(place)
    place.write_bytes(place.read_bytes()[:100_000])
    with pytest.raises(NotARecord, match="is damaged"):
        load_all(place)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("statements", "content", "[[0, 5"),
        ("statements", "content", '{"start": 0}'),
        ("statements", "content", b"\xff\xfe"),
        ("readings", "models", "[]"),
        ("tallies", "voices", b"\x00\x01\x02"),
        ("tallies", "counts", b""),
    ],
)
def test_a_value_that_was_not_written_so(place: Path, table: str, column: str, value: object) -> None:
    filled(place)
    with sqlite3.connect(place) as connection:
        connection.execute(f"UPDATE {table} SET {column} = ?", (value,))
    with pytest.raises(NotARecord, match="is damaged"):
        (load_all if table != "tallies" else count_all)(place)


def set_revision(place: Path, revision: str) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.close()


@pytest.mark.parametrize("create", [False, True])
def test_a_newer_schema(place: Path, create: bool) -> None:
    filled(place)
    set_revision(place, "0999")
    before = all_files(place.parent)
    with pytest.raises(
        NewerSchema,
        match=rf"newer onrecord \(schema 0999, this one knows up to {revisions.REVISIONS[-1]}\); update onrecord",
    ):
        open_store(place, create=create)
    assert all_files(place.parent) == before


def test_an_older_schema_is_not_changed_by_who_only_reads(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(place)
    latest = revisions.REVISIONS[-1]
    monkeypatch.setattr(revisions, "REVISIONS", (*revisions.REVISIONS, "0900"))
    before = all_files(place.parent)
    with pytest.raises(OlderSchema, match=rf"schema {latest}, this one needs 0900.*brings it up to date"):
        open_store(place)
    assert all_files(place.parent) == before


def test_opening_loads_neither_alembic_nor_the_dictionary(place: Path) -> None:
    filled(place)
    code = (
        "import sys\n"
        "from onrecord.store import open_store\n"
        "open_store(sys.argv[1]).find_document('Report 3')\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(place)], capture_output=True, text=True, check=True)
    assert not {name.split(".")[0] for name in done.stdout.split()} & {"alembic", "simplemma"}


def test_a_closed_record_is_one_file(place: Path) -> None:
    filled(place)
    assert list(all_files(place.parent)) == [place.name]
