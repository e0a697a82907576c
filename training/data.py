"""Training articles: text, and one or more annotators' versions of its statements, as labels on words."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.clean import clean
from onrecord.encode.windows import Pieces, Specials, cut_pieces
from onrecord.encode.wordpiece import WordPiece
from onrecord.encode.words import Words, find_words
from onrecord.extract.anchors import CONTENT_ANCHOR, CUE_ANCHOR
from onrecord.extract.roles import ROLES
from onrecord.segment.quotes import find_quotations
from onrecord.spans import Alignment, Span
from training.augment import HEDGES, augment
from training.placing import place_statements

HELD_OUT_ONE_IN = 20
"""One article of train in so many is kept out to choose between models; the dev split only reports."""

UNMARKED_ONE_IN = 10
"""One article of the news archive in so many is read by a teacher: enough for an hour of a small student."""

Statement = dict[str, Any]
"""Roles with their spans, ``[[start, end], ...]`` in code points; a reading's statement has the record's fields too."""


class Source(NamedTuple):
    """An article as a corpus has it.

    Attributes:
        name: Of the article, in its corpus.
        text: Its text.
        versions: Every annotator's statements; none where nobody marked the article.
        nests: Whether statements inside another's content are marked, as in the readings, and not left out, as in
            PolNeAR, where a word has at most one role.
        plain: Whether it is taken as printed, not augmented: for soft labels, which are of its very words.
    """

    name: str
    text: str
    versions: list[list[Statement]]
    nests: bool
    plain: bool = False


class Row(NamedTuple):
    """One statement on words.

    Attributes:
        anchor: The word that it is found by: the last of its cue's first piece, or the first of its content.
        kind: ``CUE_ANCHOR`` or ``CONTENT_ANCHOR``.
        runs: (role, first word, word after the last); of runs that share a word the later one has it.
        act: What kind of statement, or None where that is not marked.
        hedges: (first word, word after the last) of the words that hedge its main claim, or None where they are not
            marked.
    """

    anchor: int
    kind: int
    runs: tuple[tuple[int, int, int], ...]
    act: str | None
    hedges: tuple[tuple[int, int], ...] | None


class Labels(NamedTuple):
    """One annotator's statements.

    Attributes:
        tags: int64 (words,): 0, or 1 + 2 · role + whether it goes on; where statements share words the first has them.
        anchors: int64 (words,): what kind of anchor a word is, 0 for none.
        known: float32 (words,): 0 where the annotators did not look for statements.
        rows: The statements, one an anchor.
    """

    tags: NDArray[np.int64]
    anchors: NDArray[np.int64]
    known: NDArray[np.float32]
    rows: tuple[Row, ...]


class Article(NamedTuple):
    """An article ready for training: its words, their pieces, and the labels of one version; None if none marked it.

    ``plain`` as in ``Source``.
    """

    name: str
    words: Words
    pieces: Pieces
    labels: Labels | None
    plain: bool = False


def data_folder() -> Path:
    """Where the corpora lie: ``$ONRECORD_DATA``, else ``../shared/data`` beside the repository."""
    return Path(os.environ.get("ONRECORD_DATA") or Path(__file__).parents[2] / "shared" / "data")


def read_brat(path: Path) -> list[Statement]:
    """Read the attributions of one brat standoff file; numbered roles (Content2) are pooled with their role."""
    spans: dict[str, list[list[int]]] = {}
    statements: list[Statement] = []
    for line in path.read_bytes().decode("utf-8").split("\n"):
        bound = re.match(r"(T\d+)\t\S+ ([\d ;]+)\t", line)
        if bound:
            spans[bound[1]] = [[int(x) for x in part.split()] for part in bound[2].split(";")]
        event = re.match(r"E\d+\t(Attribution\S*) (.*)", line.rstrip("\r"))
        if event:
            statement: Statement = {role: [] for role in ROLES}
            for argument in event[2].split():
                name, reference = argument.split(":")
                role = re.sub(r"\d+$", "", name).lower()
                if role in statement:
                    statement[role] += spans.get(reference, [])
            statements.append({role: sorted(pieces) for role, pieces in statement.items()})
    return statements


def read_polnear(split: str) -> Iterator[Source]:
    """Yield PolNeAR's articles, every annotator's version in file-name order."""
    folder = data_folder() / "polnear" / split
    versions: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        match = re.fullmatch(r"(.+)_[0-9a-f]{4}\.ann", path.name)
        if match:
            versions[match[1]].append(path)
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        yield Source(path.stem, text, [read_brat(p) for p in versions[path.stem]], nests=False)


def read_readings(split: str) -> Iterator[Source]:
    """Yield the readings, with cues and sources placed again; outer statements first."""
    folder = data_folder() / "readings"
    for row in _read_lines(folder / f"{split}.jsonl"):
        text = (folder / "text" / f"{row['doc']}.txt").read_bytes().decode("utf-8")
        placed = place_statements(text, _outer_first(row["statements"]))
        yield Source(row["doc"], text, [[_with_hedges(text, statement) for statement in placed]], nests=True)


def _with_hedges(text: str, statement: Statement) -> Statement:
    """A reading's statement, whose hedge is a string, with its places; without any where it is not in the content."""
    hedge = statement["certainty"]
    if not hedge:
        return {**statement, HEDGES: []}
    whole = re.compile(rf"(?<!\w){re.escape(hedge)}(?!\w)", re.IGNORECASE)
    found = [match.span() for begin, end in statement["content"] for match in whole.finditer(text, begin, end)]
    if found:
        return {**statement, HEDGES: [list(found[0])]}
    return {key: value for key, value in statement.items() if key != HEDGES}


def read_more(split: str) -> Iterator[Source]:
    """Yield the articles of ``training/labels``, read by the guide like the readings; texts are looked for in the data.

    Raises:
        LookupError: A text is not there, or is not the one that was read.
    """
    folder = Path(__file__).parent / "labels"
    if split != "train":
        return
    second = {row["doc"]: row["statements"] for row in _read_lines(folder / "second.jsonl.gz")}
    texts = dict(_printed())
    for row in _read_lines(folder / "first.jsonl.gz"):
        if row["sha256"] not in texts:
            raise LookupError(f"the text of {row['doc']} is not in {data_folder()}")
        versions = [row["statements"], *([second[row["doc"]]] if row["doc"] in second else [])]
        marked = [[{**one, HEDGES: one["certainty"] or []} for one in _outer_first(version)] for version in versions]
        yield Source(row["doc"], texts[row["sha256"]], marked, nests=True)


def _read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file, packed or not."""
    raw = path.read_bytes()
    lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").rstrip("\n").split("\n")
    return [json.loads(line) for line in lines]


def _outer_first(statements: list[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda statement: bool(statement["nested"]))


def _printed() -> Iterator[tuple[str, str]]:
    """SHA-256 and text of every article that ``training/labels`` may have been made from, with and without headline."""
    folder = data_folder()
    files = [
        *(folder / "articles").glob("*.jsonl.gz"),
        folder / "ukraine" / "guardian_nyt_2022.jsonl",
        folder / "ukraine" / "semeval2025_en_all.jsonl",
        folder / "ukraine" / "gdelt_articles.machine_translated.dev.jsonl",
    ]
    for path in files:
        for row in _read_lines(path):
            text = row["text"].replace("\r\n", "\n").replace("\r", "\n")
            for whole in (text, f"{row.get('title')}\n\n{text}"):
                yield hashlib.sha256(whole.encode()).hexdigest(), whole


def read_unmarked(split: str) -> Iterator[Source]:
    """Yield articles that nobody marked, for a teacher to mark: one in ``UNMARKED_ONE_IN`` of the news archive."""
    read = _marked()
    for row in _read_lines(data_folder() / "articles" / "abp.jsonl.gz")[::UNMARKED_ONE_IN]:
        if split == "train" and f"abp-{row['id']}" not in read:
            yield Source(f"abp-{row['id']}", row["text"], [], nests=True)


def read_taught(split: str) -> Iterator[Source]:
    """Yield unmarked articles as a teacher too large for the repository read them: ``labels/teacher.jsonl.gz``.

    Raises:
        LookupError: A text is not there, or is not the one that was read.
    """
    if split != "train":
        return
    marked, texts = _marked(), dict(_printed())
    for row in _read_lines(Path(__file__).parent / "labels" / "teacher.jsonl.gz"):
        if row["sha256"] not in texts:
            raise LookupError(f"the text of {row['doc']} is not in {data_folder()}")
        if row["doc"] not in marked:  # the guide has read some of them since
            yield Source(row["doc"], texts[row["sha256"]], [_outer_first(row["statements"])], nests=True)


def _marked() -> set[str]:
    """Names of the news archive's articles that the guide has read."""
    read = {row["doc"] for row in _read_lines(Path(__file__).parent / "labels" / "first.jsonl.gz")}
    return read | {path.stem for path in (data_folder() / "readings" / "text").glob("abp-*.txt")}


def read_judged(path: Path) -> Iterator[Source]:
    """Yield reports that a person read through, as ``onrecord export --format training`` writes them.

    All their statements count, and all else is none: only such reports are exported.

    Args:
        path: JSONL, packed or not.

    Raises:
        ValueError: A text is not the one that was judged, or a span is outside of it.
    """
    for number, row in enumerate(_read_lines(path) if path.stat().st_size else [], 1):
        text = row["text"]
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != row["sha256"]:
            raise ValueError(f"{path}:{number}: the text is not the one that was judged")
        spans = [span for statement in row["statements"] for role in ROLES for span in statement[role]]
        if not all(0 <= start < end <= len(text) for start, end in spans):
            raise ValueError(f"{path}:{number}: a statement has words outside of the text")
        yield Source(row["doc"], text, [_outer_first(row["statements"])], nests=True)


CORPORA: dict[str, Callable[[str], Iterator[Source]]] = {
    "polnear": read_polnear,
    "readings": read_readings,
    "more": read_more,
    "taught": read_taught,
    "unmarked": read_unmarked,
}


def held_out(name: str) -> bool:
    """Whether an article of train is kept out of training, to choose between models. By hash, so it never moves."""
    return hashlib.sha256(name.encode()).digest()[0] % HELD_OUT_ONE_IN == 0


def read_train(corpora: Iterable[str]) -> list[Source]:
    """The training articles of corpora; one named twice counts twice. Those that are held out are left out."""
    return [source for name in corpora for source in CORPORA[name]("train") if not held_out(source.name)]


def paragraph_spans(text: str) -> list[Span]:
    """The lines of a text that have words."""
    return [Span(*match.span()) for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


def prepare(source: Source, wordpiece: WordPiece, specials: Specials, chance: Random | None = None) -> Article:
    """Make an article ready for training: cleaned, as the network will see it.

    Args:
        source: The article.
        wordpiece: Cuts words into pieces.
        specials: The pieces that stand for no word.
        chance: Draws the version and the augmentation; without it the first version is taken as printed.
    """
    text, statements = source.text, source.versions[0] if source.versions else []
    if chance and not source.plain:
        text, statements = augment(text, chance.choice(source.versions or [[]]), chance)
    view = clean(text)
    paragraphs = paragraph_spans(view.text)
    words = find_words(view.text, paragraphs, find_quotations(view.text, paragraphs))
    labels = label_words(words, statements, view.alignment, source.nests) if source.versions else None
    return Article(source.name, words, cut_pieces(words, wordpiece, specials), labels, source.plain)


def label_words(words: Words, statements: Iterable[Statement], alignment: Alignment, nests: bool) -> Labels:
    """Put statements on words.

    Args:
        words: Of the cleaned view.
        statements: With spans of the text as it was.
        alignment: Of the text with the view.
        nests: As in ``Source``.
    """
    tags = np.zeros(len(words), dtype=np.int64)
    anchors = np.zeros(len(words), dtype=np.int64)
    known = np.ones(len(words), dtype=np.float32)
    rows: dict[int, Row] = {}
    for statement in statements:
        runs = {
            role: [touched for span in statement[role] if (touched := words.touching(alignment.to_view(Span(*span))))]
            for role in ROLES
        }
        if not runs["content"]:
            continue
        for number, role in enumerate(ROLES):
            for run in runs[role]:
                free = [word for word in run if tags[word] == 0]
                tags[free] = 2 + 2 * number
                tags[free[:1]] = 1 + 2 * number
        if not nests:
            for run in runs["content"]:
                known[run.start : run.stop] = 0
        kind = CUE_ANCHOR if runs["cue"] else CONTENT_ANCHOR
        anchor = runs["cue"][0].stop - 1 if runs["cue"] else runs["content"][0].start
        order = ("content", "source", "cue")
        own = tuple((1 + ROLES.index(role), run.start, run.stop) for role in order for run in runs[role])
        before = rows[anchor].runs if anchor in rows else ()
        hedges = None
        if HEDGES in statement:
            touched = [words.touching(alignment.to_view(Span(*span))) for span in statement[HEDGES]]
            hedges = tuple((run.start, run.stop) for run in touched if run)
        rows[anchor] = Row(anchor, kind, before + own, statement.get("act"), hedges)
    for anchor, row in rows.items():
        anchors[anchor] = row.kind
        known[anchor] = 1
    return Labels(tags, anchors, known, tuple(rows.values()))
