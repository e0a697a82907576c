"""Search by meaning: vectors are made when asked for, kept right while the record changes, filtered as words are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update
from store.readings import Report as Written
from store.readings import budget, ferry, made

from onrecord.ask import Question, search
from onrecord.ask.identity import Identities
from onrecord.ask.meaning import texts
from onrecord.ask.meaning.index import index, index_few, made_by
from onrecord.ask.meaning.likeness import alike
from onrecord.ask.meaning.likeness import is_behind as behind_in
from onrecord.ask.meaning.texts import Report
from onrecord.ask.meaning.vectors import FEEDBACK, WEIGHT, Vectors, _turned, vectors_of
from onrecord.encode.sentences import SIZE, Sentences, load_sentences
from onrecord.errors import BadQuestion, EmptyQuery
from onrecord.spans import Span
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


def is_behind(store: Store) -> bool:
    with store.looking() as connection:
        return behind_in(connection)


def first(store: Store, words: str, **asked: object) -> str:
    found = search(store, Question(words=words, meaning=True, **asked))  # type: ignore[arg-type]
    return found.hits[0].words[0]


def test_other_words_of_the_same_meaning(store: Store) -> None:
    assert first(store, "boats to the isle keep sailing in the cold months").startswith("the ferry to Scar Island")
    assert first(store, "this is chaos") == "“It is a mess.”"
    assert first(store, "coffee house remains in business") == "“The café stays open, too,”"


def test_new_statements_are_not_known_until_they_are_indexed(empty: Store) -> None:
    assert not is_behind(empty)
    empty.add(ferry().reading())
    assert is_behind(empty)
    index(empty)
    assert not is_behind(empty)
    empty.add(budget().reading())
    assert is_behind(empty)


def test_a_few_statements_are_indexed_unasked(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    empty.add(ferry().reading())
    monkeypatch.setattr("onrecord.ask.meaning.index.FEW", 4)
    assert index_few(empty) == 0
    assert is_behind(empty)
    monkeypatch.setattr("onrecord.ask.meaning.index.FEW", 5)
    assert index_few(empty) == 5
    assert index_few(empty) == 0


def test_a_record_that_somebody_writes_is_left_as_it_is(empty: Store) -> None:
    empty.add(ferry().reading())
    with empty.writing(), open_store(empty.path, timeout_s=0.1) as other:
        assert index_few(other) == 0
    assert is_behind(empty)


@pytest.mark.parametrize(
    ("asked", "cosines", "expected"),
    [
        ("Will the ferry stop?", [0.8, 0.72, 0.69, 0.4], 2),  # at most .1 below the likest
        ("Will the ferry stop?", [0.65, 0.61, 0.59], 2),  # and .6 at least
        ("Will Minister Varga leave Scar Island?", [0.8, 0.69, 0.66, 0.64], 3),  # from .65 where all are named
        ("Will Ilse Varga stop the ferry?", [0.8, 0.69, 0.66, 0.64], 1),  # one name alone tells little
        ("Will Varga leave Vellmar?", [0.8, 0.69, 0.66, 0.64], 1),  # Vellmar is not
    ],
)
def test_how_like_a_question_is_like_enough(
    store: Store, monkeypatch: pytest.MonkeyPatch, asked: str, cosines: list[float], expected: int
) -> None:
    with store.looking() as connection:
        keys = connection.execute(select(statements.c.key).order_by(statements.c.key)).all()
        ranked = list(zip(cosines, keys, strict=False))
        monkeypatch.setattr("onrecord.ask.meaning.rank.rank", lambda *_: ranked)
        found = alike(store, connection, Identities(connection), asked)
    assert found == [(cosine, row.key) for cosine, row in ranked[:expected]]


def test_filters_hold(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"acts": ("want",)}
    assert first(store, "this is chaos", **asked) == "the U.S. firm to pay for the pier"
    monkeypatch.setattr("onrecord.ask.meaning.rank.MOST_COMPARED", 0)
    monkeypatch.setattr("onrecord.ask.meaning.rank._AT_ONCE", 2)
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


def test_what_a_statement_does_not_say_of_itself_is_read_beside_it() -> None:
    text = "The pier is rotten. Will he pay? He said he would. Nobody asked twice."
    report = Report(text, "Pier to be mended", [Span(0, len(text))])
    start = text.index("he would")
    found = report.lacking(7, (Span(start, start + 8),), ["Tam Orrell", "Ilse Varga"])
    assert found.spoken == "Tam Orrell, Ilse Varga: He said he would. (Pier to be mended)"
    assert found.within == "Will he pay? He said he would. (Pier to be mended)"
    first = Report(text, None, [Span(0, len(text))]).lacking(8, (Span(0, 8),), [])
    assert (first.spoken, first.within) == ("The pier is rotten.", "The pier is rotten.")


def test_of_a_long_text_only_what_can_be_read_is_taken() -> None:
    text = "no stop " * 12_500
    places = (Span(0, 8), Span(50_000, 90_000))
    for blocks in ([Span(0, len(text))], [Span(n, n + 8) for n in range(0, len(text), 8)], []):
        found = Report(text, "T" * 10, blocks).lacking(1, places, ["A"])
        assert texts.LONGEST <= len(found.spoken) < 2 * texts.LONGEST
        assert len(found.within) < 2 * texts.LONGEST


def test_an_answer_without_the_matter_in_it_is_found_by_the_question_before_it(empty: Store) -> None:
    report = Written({"title": "Questions to the harbour master"})
    report.paragraph("Will the new jetty be ready by spring? “No chance of that,” Orrell said.")
    report.paragraph("The cinema has a new roof. “We are delighted,” Orrell said.")
    orrell = report.entity("Tam Orrell")
    for words in ("“We are delighted,”", "“No chance of that,”"):
        report.say(words, speakers=[orrell])
    empty.add(report.reading())
    assert index(empty) == 2
    assert first(empty, "when is the pier going to be finished") == "“No chance of that,”"


def test_vectors_of_other_texts_are_not_compared_but_made_anew(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    empty.add(ferry().reading())
    monkeypatch.setattr("onrecord.ask.meaning.index.FORMAT", "the words alone")
    assert index(empty) == 5
    monkeypatch.undo()
    with pytest.raises(BadQuestion, match="another version made"):
        search(empty, Question(words="ferry", meaning=True))
    assert index(empty) == 5
    assert len(search(empty, Question(words="ferry", meaning=True)).hits) == 5


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
    """Blocks, joined and not, give what one product of the whole gives, turned to its first answers."""
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
    direction = wanted / np.linalg.norm(wanted)

    def best(rows: np.ndarray) -> np.ndarray:
        first = np.argsort(-(rows @ direction))[:FEEDBACK]
        return np.argsort(-(rows @ (direction + WEIGHT * rows[first].mean(axis=0))))[:10]

    some = keys[::3]
    with empty.looking() as connection:
        assert [key for _, key in held.nearest(connection, wanted, 10)] == [keys[i] for i in best(unit)]
        assert [key for _, key in held.among(connection, wanted, some, 10)] == [some[i] for i in best(unit[::3])]
    assert len(held) == len(keys)


def test_a_question_is_turned_to_different_sentences() -> None:
    """Four statements of one sentence share its vector, and count once, or a question would be turned to it alone."""
    x, y, z = np.eye(SIZE, dtype=np.float32)[:3]
    near = (x + y / 2) / np.linalg.norm(x + y / 2)
    far = (x + z) / np.linalg.norm(x + z)
    keys, rows = np.arange(6), np.stack([near, near, far, near, near, -x])
    found = _turned(x, [(keys, rows)], 6)
    turned = x + WEIGHT * (near + far - x) / 3
    wanted = rows @ (turned / np.linalg.norm(turned))
    assert {key: score for score, key in found} == pytest.approx(dict(enumerate(wanted.tolist())), abs=1e-4)


def test_a_statement_that_is_deleted_is_not_found(store: Store) -> None:
    """As when a corrected reading is made anew: what was loaded may be of a statement that is no more."""
    with store.looking() as connection:
        held = vectors_of(store, connection, made_by(load_sentences()))
        mess = load_sentences().vector("mess")
        _, key = held.nearest(connection, mess, 1)[0]
        held._forget([key])
        assert key not in [found for _, found in held.nearest(connection, mess, 9)]
        held._blocks.clear()
        held._last = 0
