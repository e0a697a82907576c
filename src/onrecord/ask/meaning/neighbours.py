"""Neighbours: an index of a record's vectors, for a record of more than a million.

FAISS (Douze et al. 2024) keeps the vectors as one byte a number in ``CELLS`` cells around centres, and looks into those
that are nearest to what is asked. It finds which statements are near; how near, the record's own vectors say.

The index is a file beside the record, made anew as a whole. It is for the vectors that were there: what was added since
is compared one by one, and statements that are no more are found nowhere.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import func, select

from onrecord.ask.meaning.rows import fetch
from onrecord.encode.sentences import SIZE
from onrecord.errors import MissingExtra, StoreError
from onrecord.store import Store
from onrecord.store.tables import vectors

MOST_EXACT = 1_000_000
"""Vectors that are compared one by one: 512 MB in memory and 72 ms a question, 94 at p95. Of more an index is made."""

CELLS, ROUNDS = 2_048, 10
LEARNT_FROM = 100_000
"""Vectors that the centres are learnt from, in how many rounds: FAISS wants 39 to 256 a cell."""

PROBED = 256
"""Cells that are looked into. Of 4,333 vectors of news sentences in 512 cells, an eighth of the cells holds 99% of the
20 nearest, a sixteenth 98%, a thirty-second 97%."""

ADDED_SINCE = 250_000
"""Vectors that may be added before the index is made anew: making it takes a hundredth of the time that they took."""


_LONGEST_HEAD = 1_000


class Head(msgspec.Struct, frozen=True):
    """The last line of the file; FAISS's index is before it.

    Args:
        made_by: Digest of what made the vectors.
        last: The greatest key of a statement that is in it.
        count: How many are in it.
        size: Bytes of the index.
        sha256: Of them.
    """

    made_by: str
    last: int
    count: int
    size: int
    sha256: str


class Neighbours:
    """The index, in memory.

    Args:
        head: What it is of.
        index: FAISS's.
    """

    def __init__(self, head: Head, index: Any) -> None:
        self.head = head
        self._index = index
        index.nprobe = PROBED

    def nearest(self, direction: NDArray[np.float32], most: int) -> list[int]:
        """The keys of about the most alike statements, in no order that counts.

        Args:
            direction: What is looked for, of length one.
            most: How many.
        """
        _, keys = self._index.search(direction[None, :], most)
        return [int(key) for key in keys[0] if key >= 0]


def place_of(store: Store) -> Path:
    """Where the index of a record is.

    Args:
        store: The record.
    """
    return store.path.with_name(f"{store.path.name}.neighbours")


def read_neighbours(store: Store, made_by: str) -> Neighbours | None:
    """Read a record's index.

    Args:
        store: The record.
        made_by: Digest of what made the vectors that are to be compared.

    Returns:
        None where there is none of such vectors, or not the package that reads it: then all are compared one by one.

    Raises:
        StoreError: The file cannot be read, or is damaged.
    """
    place = place_of(store)
    if not place.exists() or not find_spec("faiss"):
        return None
    import faiss

    try:
        with place.open("rb") as file:
            file.seek(max(0, place.stat().st_size - _LONGEST_HEAD))
            head = msgspec.json.decode(file.read().rpartition(b"\n")[2], type=Head)
            if head.made_by != made_by:
                return None
            if _sha256(file, head.size) == head.sha256:
                return Neighbours(head, faiss.read_index(str(place)))
    except (OSError, msgspec.DecodeError, RuntimeError) as error:  # the last are FAISS's
        raise StoreError(f"{place}: cannot be read ({error}); delete it and run `onrecord index` again") from error
    raise StoreError(f"{place}: is damaged; delete it and run `onrecord index` again")


def make_neighbours(store: Store, made_by: str) -> int:
    """Make a record's index, where there is more than can be compared one by one and much that is not in it.

    Args:
        store: The record.
        made_by: Digest of what made the vectors.

    Returns:
        How many are in it; 0 where none was made.

    Raises:
        MissingExtra: FAISS is not installed.
        StoreError: The record cannot be read, or the file cannot be read or written.
    """
    with store.looking() as connection:
        ours = vectors.c.model == made_by
        count = connection.scalar(select(func.count()).select_from(vectors).where(ours)) or 0
    if count <= MOST_EXACT:
        return 0
    if not find_spec("faiss"):
        raise MissingExtra(
            f"{store.path}: each of {count:,} statements is compared with every question; an index makes answers by "
            "meaning quick: `pip install onrecord[neighbours]`, then `onrecord index` again"
        )
    old = read_neighbours(store, made_by)
    if old and count - old.head.count <= ADDED_SINCE:
        return 0
    _write(place_of(store), made_by, *_built(store, made_by, count))
    return count


def _built(store: Store, made_by: str, count: int) -> tuple[Any, int]:
    """FAISS's index, and the greatest key that is in it."""
    import faiss

    index: Any = faiss.index_factory(SIZE, f"IVF{CELLS},SQ8", faiss.METRIC_INNER_PRODUCT)
    index.cp.niter = ROUNDS
    index.train(_sample(store, made_by, count))
    last = 0
    for keys, rows in _parts(store, made_by, every=1):
        index.add_with_ids(rows, keys)
        last = int(keys[-1])
    return index, last


def _sample(store: Store, made_by: str, count: int) -> NDArray[np.float32]:
    """Vectors from all of the record."""
    return np.concatenate([rows for _, rows in _parts(store, made_by, every=max(1, count // LEARNT_FROM))])


def _parts(store: Store, made_by: str, every: int) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    wanted = (vectors.c.model == made_by, vectors.c.statement % every == 0)
    with store.looking() as connection:
        yield from fetch(connection, wanted)


def _write(place: Path, made_by: str, index: Any, last: int) -> None:
    """Put the file in its place when it is whole."""
    import faiss

    part = place.with_name(f"{place.name}.part")
    try:
        faiss.write_index(index, str(part))
        with part.open("rb+") as file:
            size = file.seek(0, os.SEEK_END)
            head = Head(made_by, last, int(index.ntotal), size, _sha256(file, size))
            file.write(b"\n" + msgspec.json.encode(head))
        part.replace(place)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{place}: cannot be written ({error}); see to its folder and its room") from error
    finally:
        part.unlink(missing_ok=True)


def _sha256(file: BinaryIO, size: int) -> str:
    """Of a file's first bytes; it stands after them then."""
    digest = hashlib.sha256()
    file.seek(0)
    while size > 0 and (part := file.read(min(size, 1 << 20))):
        digest.update(part)
        size -= len(part)
    return digest.hexdigest()
