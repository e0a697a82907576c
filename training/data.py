"""Training articles: text, and one or more annotators' versions of its statements, as labels on words."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.clean import clean
from onrecord.encode.windows import Pieces, Specials, cut_pieces
from onrecord.encode.wordpiece import WordPiece
from onrecord.encode.words import Words, find_words
from onrecord.extract.decode import ROLES
from onrecord.segment.quotes import find_quotations
from onrecord.spans import Alignment, Span

HELD_OUT_ONE_IN = 20
"""One article of train in so many is kept out to choose between models; the dev split only reports."""


class Labels(NamedTuple):
    """One annotator's statements as one row per word.

    Attributes:
        tags: int64 (words,), index into ``onrecord.extract.decode.TAGS``.
        cues: int64 (words,), the word that begins the cue which a source, cue or content word belongs to, else -1.
    """

    tags: NDArray[np.int64]
    cues: NDArray[np.int64]


class Article(NamedTuple):
    """An article ready for training: its words, their pieces, and every annotator's labels."""

    name: str
    words: Words
    pieces: Pieces
    versions: tuple[Labels, ...]


Statement = dict[str, list[list[int]]]


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


def read_polnear(split: str) -> Iterator[tuple[str, str, list[list[Statement]]]]:
    """Yield (name, text, versions) of PolNeAR's articles, every annotator's version in file-name order."""
    folder = data_folder() / "polnear" / split
    versions: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        match = re.fullmatch(r"(.+)_[0-9a-f]{4}\.ann", path.name)
        if match:
            versions[match[1]].append(path)
    for path in sorted((folder / "text").glob("*.txt")):
        yield path.stem, path.read_bytes().decode("utf-8"), [read_brat(p) for p in versions[path.stem]]


def read_readings(split: str) -> Iterator[tuple[str, str, list[list[Statement]]]]:
    """Yield (name, text, versions) of the readings; outer statements first, for nested ones share their words."""
    folder = data_folder() / "readings"
    for line in (folder / f"{split}.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        statements = sorted(row["statements"], key=lambda statement: bool(statement["nested"]))
        yield row["doc"], (folder / "text" / f"{row['doc']}.txt").read_bytes().decode("utf-8"), [statements]


def held_out(name: str) -> bool:
    """Whether an article of train is kept out of training, to choose between models. By hash, so it never moves."""
    return hashlib.sha256(name.encode()).digest()[0] % HELD_OUT_ONE_IN == 0


def paragraph_spans(text: str) -> list[Span]:
    """The lines of a text that have words."""
    return [Span(*match.span()) for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


def prepare(
    articles: Iterable[tuple[str, str, list[list[Statement]]]], wordpiece: WordPiece, specials: Specials
) -> list[Article]:
    """Turn texts with statements into articles ready for training: cleaned, as the network will see them."""
    prepared = []
    for name, text, versions in articles:
        view = clean(text)
        paragraphs = paragraph_spans(view.text)
        words = find_words(view.text, paragraphs, find_quotations(view.text, paragraphs))
        labels = tuple(label_words(words, statements, view.alignment) for statements in versions)
        prepared.append(Article(name, words, cut_pieces(words, wordpiece, specials), labels))
    return prepared


def label_words(words: Words, statements: Iterable[Statement], alignment: Alignment) -> Labels:
    """Label each word with at most one role of one statement; where statements share words, the first has them.

    Args:
        words: Of the cleaned view.
        statements: With spans of the text as it was.
        alignment: Of the text with the view.
    """
    tags = np.zeros(len(words), dtype=np.int64)
    cues = np.full(len(words), -1, dtype=np.int64)
    for statement in statements:
        marked: list[int] = []
        cue = -1
        for number, role in enumerate(ROLES):
            for span in statement[role]:
                begins = True
                for word in words.touching(alignment.to_view(Span(*span))):
                    if tags[word] == 0:
                        tags[word] = 1 + 2 * number + (not begins)
                        begins = False
                        marked.append(word)
                        if role == "cue" and cue < 0:
                            cue = word
        if cue >= 0:
            cues[marked] = cue
    return Labels(tags, cues)
