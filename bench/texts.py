"""Texts that the benchmarks read: news articles where they are on this machine, else the examples over and over."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from eval.places import ROOT, data_folder

ARTICLES = "articles/abp.jsonl.gz"
PAGES = "pages/html"
WORD = re.compile(r"\w+")


class Texts(NamedTuple):
    """Texts and where they are from: ``articles`` or ``examples``."""

    source: str
    texts: list[str]


def count_words(text: str) -> int:
    """Words as all benchmarks count them, ours and a peer's: runs of letters, digits and underscores."""
    return sum(1 for _ in WORD.finditer(text))


def take_texts(n: int) -> Texts:
    """Take texts in the order of their file, so that every run reads the same.

    Args:
        n: How many.
    """
    path = data_folder() / ARTICLES
    if path.exists():
        return Texts("articles", list(islice(_articles(path), n)))
    examples = [p.read_text("utf-8") for p in sorted((ROOT / "examples").glob("*.txt"))]
    return Texts("examples", list(islice(cycle(examples), n)))


def _articles(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def take_pages(n: int) -> list[Path]:
    """Take pages as they came off the web; the examples' pages where there are no others."""
    found = sorted((data_folder() / PAGES).glob("*.html.gz")) or sorted((ROOT / "examples").glob("*.html"))
    return found[:n]


def join_texts(texts: list[str], n_words: int) -> str:
    """Make one text of about so many words out of several, as paragraphs of one long report.

    Args:
        texts: Texts to join, over again if they do not suffice.
        n_words: Words wanted; the last text is cut at the end of a paragraph.
    """
    paragraphs: list[str] = []
    words = 0
    for text in cycle(texts):
        for paragraph in text.split("\n"):
            if words >= n_words:
                return "\n\n".join(paragraphs)
            if paragraph.strip():
                paragraphs.append(paragraph)
                words += count_words(paragraph)
    return "\n\n".join(paragraphs)
