"""Asking: how long answers take of a record of a million statements, on one core.

The record is made once (``bench.million``) and kept outside of the repository. The questions are made of its own names
and of words, common and rare; each is asked once to fill the caches, then all in turn, some times over.
"""

from __future__ import annotations

import gc
import os
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from msgspec import structs
from numpy.typing import NDArray
from sqlalchemy import Connection, func, select

from bench.child import peak_mb, rss_mb
from bench.million import PUBLISHERS, build, read_some
from onrecord.ask import Question, facets, search
from onrecord.ask.dossier.compile import dossier
from onrecord.ask.meaning.index import index, index_neighbours, made_by
from onrecord.ask.meaning.neighbours import read_neighbours
from onrecord.ask.meaning.vectors import Vectors
from onrecord.ask.numbers.collect import numbers
from onrecord.ask.people.person import person
from onrecord.encode.sentences import load_sentences
from onrecord.store import Store, open_store
from onrecord.store.tables import statements, vectors
from onrecord.types import Reading

Say = Callable[[str], None]
Ask = Callable[[Store], object]

REPORTS = 150
ROUNDS = 3
COMMON = ("government", "have", "people", "say", "state", "country", "president")
RARE = ("vaccine mandate", "election fraud", "border wall", "climate change", '"white house"', "court ruling")
MEANT = (
    "the army is going to leave the country",
    "prices are rising faster than wages",
    "the vote was stolen",
    "schools should open again",
    "the president will be removed from office",
)


def make(place: Path, wanted: int, say: Say) -> None:
    """Make the record, with vectors: of the first copy's statements real ones, of the others those with noise.

    Args:
        place: Its file.
        wanted: Statements, at the least.
        say: Told how far it is.
    """
    readings = read_some(REPORTS, say)
    build(place, readings, wanted, say)
    add_vectors(place, readings, say)
    with open_store(place) as store:
        say("an index of neighbours, where so many vectors need one")
        index_neighbours(store)


def add_vectors(place: Path, readings: Sequence[Reading], say: Say) -> None:
    """Add vectors to a record that ``build`` made of readings: a copy's are the first one's with noise.

    Args:
        place: The record.
        readings: What it was made of, in their order.
        say: Told how far it is.
    """
    say("vectors")
    model, first = _vectors(readings)
    chance = np.random.default_rng(1)
    connection = sqlite3.connect(place)
    connection.execute("DELETE FROM vectors")
    count = connection.execute("SELECT max(key) FROM statements").fetchone()[0]
    for start in range(0, count, len(first)):
        noise = chance.normal(0, 25, first.shape)
        noisy = np.clip(np.round(first + noise * bool(start)), -127, 127).astype(np.int8)
        keys = range(start + 1, min(count, start + len(first)) + 1)
        rows = ((key, model, vector.tobytes()) for key, vector in zip(keys, noisy, strict=False))
        connection.executemany("INSERT INTO vectors VALUES (?, ?, ?)", rows)
        connection.commit()
    connection.close()


def _vectors(readings: Sequence[Reading]) -> tuple[str, NDArray[np.int8]]:
    """What made them, and the vectors of readings' statements in their order."""
    with TemporaryDirectory() as folder, open_store(Path(folder) / "record.db", create=True) as store:
        store.add_many(readings)
        index(store)
        with store.looking() as connection:
            rows = connection.execute(select(vectors).order_by(vectors.c.statement)).all()
    return rows[0].model, np.array([np.frombuffer(row.vector, np.int8) for row in rows])


def questions(store: Store) -> dict[str, list[Ask]]:
    """What is asked, by kind.

    Args:
        store: The record, whose own names are asked for.
    """
    chance = random.Random(7)
    who = [
        hit.speakers[0] for word in COMMON for hit in search(store, Question(words=word, limit=8)).hits if hit.people
    ]
    people = [hit.people[0] for word in RARE for hit in search(store, Question(words=word, limit=8)).hits if hit.people]
    articles = [hit.document_id for hit in search(store, Question(acts=("predict",), limit=20)).hits]
    plain = [Question(words=words) for words in (*COMMON, *RARE)] + [Question(who=name) for name in who[:10]]
    narrow: list[dict[str, Any]] = [
        {"acts": ("deny", "warn")},
        {"publisher": chance.choice(PUBLISHERS)},
        {"published_from": "2016-03", "published_to": "2018-09"},
        {"kinds": ("group", "state"), "named": False},
        {"certainty": "hedged", "order": "newest"},
        {"about_from": "2020-01", "about_to": "2020-04"},
        {"about": who[0], "headlines": False},
    ]
    narrowed = [structs.replace(question, **more) for question in plain[:13] for more in narrow]
    meant = [Question(words=words, meaning=True) for words in MEANT]
    meant += [structs.replace(question, acts=("predict",)) for question in meant]
    asked: dict[str, list[Ask]] = {
        "search by words": [_search(question) for question in plain],
        "search with filters": [_search(question) for question in narrowed],
        "facets": [_facets(question) for question in (*plain, *narrowed[::3])],
        "search by meaning": [_search(question) for question in meant],
        "article": [_article(key) for key in articles],
    }
    return asked | _answers(people)


def _search(question: Question) -> Ask:
    return lambda store: search(store, question)


def _facets(question: Question) -> Ask:
    return lambda store: facets(store, question)


def _article(document_id: str) -> Ask:
    return lambda store: store.reading(document_id)


def _answers(people: Sequence[str]) -> dict[str, list[Ask]]:
    asks = (*("the government fall", "schools open again", "the president resign"), *RARE[:3])
    return {
        "person": [_person(key) for key in people[:20]],
        "numbers": [_numbers(words) for words in ("people", "vote", "dead", "case", "dollar", "vaccine")],
        "dossier": [_dossier(f"Will {words}?") for words in asks],
    }


def _person(key: str) -> Ask:
    return lambda store: person(store, key)


def _numbers(words: str) -> Ask:
    return lambda store: numbers(store, Question(words=words))


def _dossier(asked: str) -> Ask:
    return lambda store: dossier(store, asked)


def measure(place: Path, say: Say) -> dict[str, Any]:
    """Measure every kind of question.

    Args:
        place: The record.
        say: Told how far it is.

    Returns:
        Milliseconds by kind: of the clock and of this process's own time, since other programs share the machine.
    """
    _take_one_core()
    with open_store(place) as store:
        asked = questions(store)
        start = time.perf_counter()
        search(store, Question(words=MEANT[0], meaning=True))
        row: dict[str, Any] = {"what": "asking", "statements": _count(store), "load_vectors_s": _since(start)}
        for kind, asks in asked.items():
            say(kind)
            row[kind] = _timed(store, asks)
        row |= {"rss_mb": round(rss_mb()), "peak_mb": round(peak_mb())}
        say("what the index of neighbours finds")
        return row | _found_by_index(store)


def _take_one_core() -> None:
    """Bind this process to one core, with the threads that NumPy's products have begun already."""
    core = {max(os.sched_getaffinity(0))}
    for thread in Path("/proc/self/task").iterdir():
        os.sched_setaffinity(int(thread.name), core)


def _count(store: Store) -> int:
    with store.looking() as connection:
        return connection.scalar(select(func.count()).select_from(statements)) or 0


def _found_by_index(store: Store) -> dict[str, float]:
    """Of the nearest that comparing all finds, how many the index does, in per cent; nothing where there is none."""
    digest = made_by(load_sentences())
    neighbours = read_neighbours(store, digest)
    if neighbours is None:
        return {}
    indexed, exact = Vectors(digest, neighbours), Vectors(digest)
    with store.looking() as connection:
        indexed.load(connection)
        exact.load(connection)
        asked = [load_sentences().vector(words) for words in (*MEANT, *COMMON, *RARE)]
        return {
            f"found_of_{most}": round(
                100 * statistics.fmean(_shared(connection, indexed, exact, vector, most) for vector in asked), 1
            )
            for most in (20, 500)
        }


def _shared(connection: Connection, indexed: Vectors, exact: Vectors, vector: NDArray[np.int8], most: int) -> float:
    found, wanted = ({key for _, key in held.nearest(connection, vector, most)} for held in (indexed, exact))
    return len(found & wanted) / len(wanted)


def _since(start: float) -> float:
    return round(time.perf_counter() - start, 2)


def _timed(store: Store, asks: Sequence[Ask]) -> dict[str, float]:
    for ask in asks:
        ask(store)
    gc.collect()
    clock, own = [], []
    for _ in range(ROUNDS):
        for ask in asks:
            start, begun = time.perf_counter(), time.process_time()
            ask(store)
            clock.append(1000 * (time.perf_counter() - start))
            own.append(1000 * (time.process_time() - begun))
    return {
        "asked": len(clock),
        **{f"clock_ms_{name}": value for name, value in _spread(clock).items()},
        **{f"cpu_ms_{name}": value for name, value in _spread(own).items()},
    }


def _spread(values: Sequence[float]) -> dict[str, float]:
    cuts = statistics.quantiles(values, n=20, method="inclusive")
    return {"median": round(statistics.median(values), 1), "p95": round(cuts[18], 1), "max": round(max(values), 1)}
