"""Gold: marked sets read from their files. Offsets are code points of the text as it is, with no newline changed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from eval.matching import ROLES
from eval.task import Gold, GoldDoc

_SPAN_LINE = re.compile(r"(T\d+)\t\S+ ([\d ;]+)\t")
_EVENT_LINE = re.compile(r"E\d+\t(.*)")


class GoldError(Exception):
    """A gold file is not of the form that its set has."""


def read_text(path: Path) -> str:
    """Read a text as it is: UTF-8, no newline translated."""
    return path.read_bytes().decode("utf-8")


def read_rows(path: Path, keys: Collection[str]) -> Iterator[dict[str, Any]]:
    """Read a set of JSON lines.

    Args:
        path: The file.
        keys: What every object must have.

    Raises:
        GoldError: A line is no such object.
    """
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise GoldError(f"{path}, line {number}: is no JSON: {error}") from error
        if not isinstance(row, dict) or not set(keys) <= row.keys():
            raise GoldError(f"{path}, line {number}: is no object with {', '.join(keys)}")
        yield row


def fingerprint(paths: Iterable[Path]) -> str:
    """SHA-256 over files' names and contents, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        data = path.read_bytes()
        digest.update(f"{path.name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def read_brat(folder: Path, texts: Path | None = None) -> Gold:
    """Read a folder of brat standoff, as PolNeAR is: ``text/<doc>.txt`` and ``attributions/<doc>_<annotator>.ann``.

    A document that several annotators marked is taken from the first in the order of file names; one that nobody
    marked is left out.

    Args:
        folder: The folder.
        texts: A folder of texts in place of ``text``.

    Raises:
        GoldError: Nothing in it is marked.
    """
    docs, files = [], []
    for path in sorted((texts or folder / "text").glob("*.txt")):
        marked = re.compile(re.escape(path.stem) + r"_[0-9a-f]{4}\.ann")
        paths = sorted(
            p for p in (folder / "attributions").glob(f"{_plain(path.stem)}_*.ann") if marked.fullmatch(p.name)
        )
        if not paths:
            continue
        docs.append(GoldDoc(path.stem, read_text(path), tuple(read_ann(read_text(paths[0]))), {}))
        files += [path, paths[0]]
    if not docs:
        raise GoldError(f"{folder}: no text/<doc>.txt with an attributions/<doc>_<annotator>.ann")
    return Gold(folder, tuple(docs), fingerprint(files))


def _plain(stem: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", stem)


def read_ann(ann: str) -> list[dict[str, list[list[int]]]]:
    """Read the attributions of one brat file.

    Numbered roles such as ``Content2`` are pooled with the role; events other than ``Attribution…`` are left out.

    Args:
        ann: The file's text.

    Returns:
        A statement an event: role → spans.
    """
    spans: dict[str, list[list[int]]] = {}
    events: list[list[str]] = []
    for line in re.split(r"\r\n?|\n", ann):
        if head := _SPAN_LINE.match(line):
            spans[head[1]] = [[int(x) for x in part.split()] for part in head[2].split(";")]
        elif event := _EVENT_LINE.match(line):
            events.append(event[1].split("\t")[0].split())
    statements = []
    for kind, *arguments in events:
        if not kind.startswith("Attribution"):
            continue
        statement: dict[str, list[list[int]]] = {role: [] for role in ROLES}
        for name, ref in (argument.split(":") for argument in arguments):
            role = re.sub(r"\d+$", "", name).lower()
            if role in statement:
                statement[role] += spans.get(ref, [])
        if any(statement.values()):
            statements.append(statement)
    return statements


def read_readings(path: Path, texts: Path | None = None) -> Gold:
    """Read a file of articles read in full: one JSON line an article, texts in ``text/<doc>.txt`` beside it.

    Args:
        path: The JSONL file.
        texts: The folder of texts, if it is another.

    Raises:
        GoldError: A line is no article, or its text has another digest than the line says.
    """
    texts = texts or path.parent / "text"
    docs, files = [], [path]
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip():
            continue
        row = _parse(line, f"{path}, line {number}")
        file = texts / f"{row['doc']}.txt"
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        if row.get("sha256", digest) != digest:
            raise GoldError(f"{path}, line {number}: {file} has SHA-256 {digest}, not {row['sha256']}")
        docs.append(_gold_doc(row, read_text(file)))
        files.append(file)
    return Gold(path, tuple(docs), fingerprint(files))


def read_report(path: Path, texts: Path | None = None) -> Gold:
    """Read one report's gold: a JSON object, the text in ``<doc>.txt`` beside it.

    Args:
        path: The JSON file.
        texts: The folder of the text, if it is another.

    Raises:
        GoldError: The file is no object with ``doc`` and ``statements``.
    """
    row = _parse(read_text(path), str(path))
    file = (texts or path.parent) / f"{row['doc']}.txt"
    return Gold(path, (_gold_doc(row, read_text(file)),), fingerprint([path, file]))


def _parse(data: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(data)
    except ValueError as error:
        raise GoldError(f"{place}: is not JSON: {error}") from error
    if not isinstance(row, dict) or not {"doc", "statements"} <= row.keys():
        raise GoldError(f"{place}: is no object with doc and statements")
    return row


def _gold_doc(row: dict[str, Any], text: str) -> GoldDoc:
    more = {key: value for key, value in row.items() if key not in ("doc", "statements")}
    return GoldDoc(row["doc"], text, tuple(row["statements"]), more)
