"""Search by meaning: vectors are made when asked for, kept right while the record changes, filtered as words are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update
from store.readings import budget, ferry, made

from onrecord.ask import Question, search
from onrecord.ask.meaning.index import index
from onrecord.ask.meaning.vectors import Vectors, vectors_of
from onrecord.encode.sentences import SIZE, Sentences, load_sentences
from onrecord.encode.tensors import read_tensor
from onrecord.errors import BadQuestion, EmptyQuery, ModelError
from onrecord.store import Store, open_store
from onrecord.store.tables import statements, vectors

DIGEST = "d" * 64


@pytest.fixture(scope="module")
def model() -> Sentences:
    return load_sentences()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("ask") / "record.db", create=True) as opened:
        opened.add_many([ferry().reading(), budget().reading()])
        assert index(opened) == 9
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", create=True) as opened:
        yield opened


def first(store: Store, words: str, **asked: object) -> str:
    found = search(store, Question(words=words, meaning=True, **asked))  # type: ignore[arg-type]
    return found.hits[0].words[0]


def test_other_words_of_the_same_meaning(store: Store) -> None:
    assert first(store, "boats to the isle keep sailing in the cold months").startswith("the ferry to Scar Island")
    assert first(store, "this is chaos") == "“It is a mess.”"
    assert first(store, "coffee house remains in business") == "“The café stays open, too,”"


def test_filters_hold(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"acts": ("want",)}
    assert first(store, "this is chaos", **asked) == "the U.S. firm to pay for the pier"
    monkeypatch.setattr("onrecord.ask.meaning.rank.MOST_COMPARED", 0)
    assert first(store, "this is chaos", **asked) == "the U.S. firm to pay for the pier"
    assert len(search(store, Question(words="chaos", meaning=True, who="ilse varga")).hits) == 5
    assert len(search(store, Question(words="chaos", meaning=True, about="scar island")).hits) == 3


def test_pages(store: Store) -> None:
    whole = [hit.statement.id for hit in search(store, Question(words="ferry", meaning=True)).hits]
    assert len(whole) == 9
    seen, after = [], None
    while True:
        found = search(store, Question(words="ferry", meaning=True, limit=2, after=after))
        seen += [hit.statement.id for hit in found.hits]
        after = found.after
        if after is None:
            break
    assert seen == whole


@pytest.mark.parametrize("words", ["", "?!", "  "])
def test_without_words_nothing_is_meant(store: Store, words: str) -> None:
    with pytest.raises(EmptyQuery):
        search(store, Question(words=words, meaning=True, who="varga"))


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_any_text_has_a_vector(text: str) -> None:
    vector = load_sentences().vector(text)
    assert (vector.shape, vector.dtype) == ((SIZE,), np.int8)
    assert np.abs(vector.astype(int)).max() == 127


def test_a_vector_depends_on_its_text_alone(model: Sentences) -> None:
    texts = ["the ferry stays", "a", "nobody asked us " * 200]
    assert (model.vectors(texts)[::-1] == model.vectors(texts[::-1])).all()
    assert model.vectors([]).shape == (0, SIZE)


def test_a_record_without_vectors_says_what_to_do(empty: Store) -> None:
    empty.add(ferry().reading())
    with pytest.raises(BadQuestion, match="onrecord index"):
        search(empty, Question(words="ferry", meaning=True))


def test_what_is_added_is_found_after_it_is_indexed(empty: Store) -> None:
    empty.add(ferry().reading())
    assert index(empty) == 5
    assert len(search(empty, Question(words="mess", meaning=True)).hits) == 5
    empty.add(budget().reading())
    assert len(search(empty, Question(words="mess", meaning=True)).hits) == 5
    told: list[tuple[int, int]] = []
    assert index(empty, lambda *progress: told.append(progress)) == 4
    assert told == [(4, 4)]
    assert index(empty) == 0
    assert search(empty, Question(words="mess", meaning=True)).hits[0].words == ("“It is a mess.”",)


def test_vectors_of_another_model_are_not_compared_but_made_anew(empty: Store) -> None:
    empty.add(ferry().reading())
    index(empty)
    with empty.writing() as connection:
        connection.execute(update(vectors).values(model=DIGEST))
    with open_store(empty.path) as again, pytest.raises(BadQuestion):
        search(again, Question(words="ferry", meaning=True))
    assert index(empty) == 5
    with empty.looking() as connection:
        assert connection.scalar(select(func.count()).where(vectors.c.model == DIGEST)) == 0


def test_the_nearest_of_many_are_those_of_a_plain_comparison(empty: Store) -> None:
    """Blocks, joined and not, give what one product of the whole gives."""
    chance = np.random.default_rng(4)
    empty.add_many(made(number, statements=30, mentions=30, words=4) for number in range(12))
    held = Vectors(DIGEST)
    with empty.looking() as connection:
        keys = connection.scalars(select(statements.c.key).order_by(statements.c.key)).all()
    values = chance.integers(-127, 128, (len(keys), SIZE), np.int8)
    for part in np.array_split(np.arange(len(keys)), 5):
        with empty.writing() as connection:
            rows = [{"statement": keys[i], "model": DIGEST, "vector": values[i].tobytes()} for i in part]
            connection.execute(vectors.insert(), rows)
        with empty.looking() as connection:
            held.load(connection)
    unit = values / np.linalg.norm(values, axis=1, keepdims=True)
    wanted = chance.integers(-127, 128, SIZE, np.int8)
    plain = unit @ (wanted / np.linalg.norm(wanted))
    best = [keys[i] for i in np.argsort(-plain)[:10]]
    assert [key for _, key in held.nearest(wanted, 10)] == best
    assert len(held) == len(keys)
    some = keys[::3]
    expected = [key for key in (keys[i] for i in np.argsort(-plain)) if key in set(some)][:10]
    assert [key for _, key in held.among(wanted, some, 10)] == expected


def test_a_statement_that_is_deleted_is_not_found(store: Store) -> None:
    """As when a corrected reading is made anew: what was loaded may be of a statement that is no more."""
    with store.looking() as connection:
        held = vectors_of(store, connection, load_sentences().digest)
        _, key = held.nearest(load_sentences().vector("mess"), 1)[0]
        held._forget([key])
        assert key not in [found for _, found in held.nearest(load_sentences().vector("mess"), 9)]
        held._blocks.clear()
        held._last = 0


def test_a_weight_that_is_not_there_is_told() -> None:
    with pytest.raises(ModelError, match="no weight 'x'"):
        read_tensor(b"", "x")
