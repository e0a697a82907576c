"""Search: are the statements that answer a question among the first twenty, by full text alone and by meaning?

A hundred questions of our own with the statements that answer them, labelled before anything was ranked
(``eval/search/README.md``): 60 over ``examples/``, 40 over articles that lie outside of this repository. The reports
are read as ``onrecord read`` reads them, into a record for each corpus, and asked as ``onrecord search`` asks it.

- recall: the share of a question's answers that are among the first ``AT``; the mean over questions.
- any: the share of questions with an answer among them.
- mrr: 1 / the place of the first answer, 0 beyond ``MOST``; the mean over questions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from eval.bootstrap import RESAMPLES, SEED, TAILS_PERCENT
from eval.gold import read_rows
from eval.places import ROOT, data_folder
from eval.systems import open_reader
from onrecord.api import documents
from onrecord.ask import Hit, Question, search
from onrecord.ask.meaning.index import index
from onrecord.errors import InputError
from onrecord.read import ReadOptions, make_document
from onrecord.store import Store, open_store
from onrecord.types import Document

FOLDER = ROOT / "eval" / "search"
ARTICLES = "ukraine/guardian_nyt_2022.jsonl"
"""Where the second corpus lies, under the data folder; ``eval/search/ukraine.txt`` says which of it."""

AT, MOST = 20, 100
SAME = 0.5
"""Least overlap (intersection over union) of a statement's content and a label's."""

EXAMPLES, UKRAINE = "examples", "ukraine"
TUNE, HELD_OUT = "tune", "held-out"
WAYS = {"full text": False, "meaning": True}
"""Name → ``Question.meaning``."""

Label = tuple[str, frozenset[int]]
"""A document's name and the code points of a content in its text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the set.

    Attributes:
        corpus: The reports that it is asked of.
        words: As it is typed.
        answers: The statements that answer it.
    """

    corpus: str
    words: str
    answers: tuple[Label, ...]

    @property
    def half(self) -> str:
        """``TUNE``, or ``HELD_OUT``, which nothing is chosen on; by the hash of its words."""
        return HELD_OUT if hashlib.sha256(self.words.encode()).digest()[-1] % 2 else TUNE


@dataclass(frozen=True, slots=True)
class Score:
    """How a question fared: the three numbers of this set."""

    recall: float
    any: float
    mrr: float


def read_questions(path: Path = FOLDER / "questions.jsonl") -> tuple[Asked, ...]:
    """Read JSON lines of ``{"id", "corpus", "question", "answers": [{"document", "content": [[start, end]]}]}``.

    Args:
        path: The file.

    Raises:
        GoldError: A line is no such object.
    """
    return tuple(
        Asked(row["corpus"], row["question"], tuple((a["document"], _places(a["content"])) for a in row["answers"]))
        for row in read_rows(path, ("id", "corpus", "question", "answers"))
    )


def score(answers: Sequence[Label], found: Sequence[Label]) -> Score:
    """Score what was found for a question.

    Args:
        answers: Its labels.
        found: Statements, the first one first.
    """
    firsts = [next((n for n, one in enumerate(found[:MOST], 1) if is_same(label, one)), None) for label in answers]
    early = [n for n in firsts if n is not None]
    among = sum(n <= AT for n in early)
    return Score(among / len(firsts), float(among > 0), 1 / min(early) if early else 0.0)


def is_same(label: Label, found: Label) -> bool:
    """Whether a statement is a labelled one: contents that overlap by ``SAME``, or of which one covers the other.

    Another model may begin a content elsewhere, or make one statement of two.
    """
    (document, wanted), (name, places) = label, found
    both = len(wanted & places)
    return document == name and (both >= SAME * len(wanted | places) or 0 < both == min(len(wanted), len(places)))


def measure(model: str = "accurate") -> dict[str, Any]:
    """Read the corpora that are on this machine and ask all their questions in every way.

    Args:
        model: That reads: of the package, or the folder of another.

    Returns:
        Corpus ("both" too) → half ("all" too) → way → number of ``Score`` with its interval; and the ``skipped`` ones.
    """
    asked, skipped = read_questions(), []
    scores: dict[tuple[str, str, str], list[Score]] = {}
    for corpus in (EXAMPLES, UKRAINE):
        if corpus == UKRAINE and not (data_folder() / ARTICLES).exists():
            skipped.append(corpus)
            continue
        for question, way, one in _ask(corpus, asked, model):
            for name in (corpus, "both"):
                for half in (question.half, "all"):
                    scores.setdefault((name, half, way), []).append(one)
    return {"numbers": [_numbers(*key, of) for key, of in sorted(scores.items())], "skipped": skipped}


def _ask(corpus: str, asked: Sequence[Asked], model: str) -> Iterator[tuple[Asked, str, Score]]:
    with TemporaryDirectory() as folder, open_store(Path(folder) / "record.db", create=True) as store:
        reader = open_reader(model)
        store.add_many([reader.read(document) for document in _reports(corpus)])
        index(store)
        for question in asked:
            if question.corpus == corpus:
                for way, meaning in WAYS.items():
                    yield question, way, score(question.answers, found_by(store, question.words, meaning))


def found_by(store: Store, words: str, meaning: bool) -> list[Label]:
    """Search a record for a question's words.

    Args:
        store: The record.
        words: As they are typed.
        meaning: Whether by meaning.
    """
    hits = search(store, Question(words=words, meaning=meaning, limit=MOST)).hits
    return [_label(hit) for hit in hits]


def _label(hit: Hit) -> Label:
    return Path(hit.origin).name, _places([(span.start, span.end) for span in hit.statement.content])


def _reports(corpus: str) -> Iterator[Document]:
    if corpus == EXAMPLES:
        names = (FOLDER / "examples.txt").read_text("ascii").split()  # one that was written after the labels has none
        for report in documents([ROOT / "examples" / name for name in names], ReadOptions()):
            if isinstance(report, InputError):
                raise report
            yield report
        return
    wanted = set((FOLDER / "ukraine.txt").read_text("ascii").split())
    for row in read_rows(data_folder() / ARTICLES, ("text", "title", "published")):
        name = hashlib.sha256(row["text"].encode()).hexdigest()
        if name in wanted:
            wanted.remove(name)
            yield make_document(row["text"], origin=name, title=row["title"], published=row["published"])


def _places(spans: Sequence[Sequence[int]]) -> frozenset[int]:
    return frozenset(place for start, end in spans for place in range(start, end))


def _numbers(corpus: str, half: str, way: str, of: Sequence[Score]) -> dict[str, Any]:
    """The means of some questions' scores, with intervals: questions are drawn with replacement, seeded."""
    table = np.array([(one.recall, one.any, one.mrr) for one in of])
    drawn = np.random.default_rng(SEED).integers(0, len(of), (RESAMPLES, len(of)))
    bounds = np.percentile(table[drawn].mean(axis=1), TAILS_PERCENT, axis=0)
    numbers = {
        name: {"value": round(float(value), 4), "low": round(float(low), 4), "high": round(float(high), 4)}
        for name, value, low, high in zip(("recall", "any", "mrr"), table.mean(axis=0), *bounds, strict=True)
    }
    return {"corpus": corpus, "half": half, "way": way, "questions": len(of), **numbers}


def as_lines(found: Mapping[str, Any]) -> list[str]:
    """What was measured, for people.

    Args:
        found: As ``measure`` gives it.
    """
    lines = [f"{'corpus':<9} {'half':<9} {'n':>3} {'way':<10} {f'recall@{AT}':<19} {f'any@{AT}':<19} mrr"]
    for row in found["numbers"]:
        shares = (f"{100 * n['value']:5.1f} [{100 * n['low']:.1f}, {100 * n['high']:.1f}]" for n in _three(row))
        three = " ".join(f"{share:<19}" for share in shares).rstrip()
        lines.append(f"{row['corpus']:<9} {row['half']:<9} {row['questions']:>3} {row['way']:<10} {three}")
    return [*lines, *(f"skipped: {corpus}: its files are not on this machine" for corpus in found["skipped"])]


def _three(row: Mapping[str, Any]) -> tuple[Mapping[str, float], ...]:
    return row["recall"], row["any"], row["mrr"]
