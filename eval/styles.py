"""Styles: short invented news in sixteen styles, with every attributed statement in it marked by the guide.

A page ``styles/<style>.md`` holds pieces; each is a heading ``### name``, a block of text and a block of statements,
one JSON object a line, its strings exactly as in the text. ``styles/README.md`` gives the format and the counts.

Half of the pieces are locked: the first byte of the SHA-256 of a piece's name says which (even: open, odd: locked). The
open half may be used for development; the locked half only for reporting at releases. Nobody looks at single cases of
the locked half, trains on it, or tunes a rule by it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from eval.gold import GoldError, read_text
from eval.matching import ROLES
from eval.task import Statement
from onrecord.types import ACTS

FOLDER = Path(__file__).parent / "styles"
HALVES = ("open", "locked")

_KEYS = {*ROLES, "speaker", "act"}
_NTH = re.compile(r"#(\d+)\Z")

Place = tuple[int, int]
"""A span of a piece's text, in code points, half open."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A short piece of news and what is said in it.

    Attributes:
        name: Its heading, unlike any other's on all pages.
        style: The page that it stands on.
        text: What all spans index.
        statements: Each with ``content``, ``cue`` and ``source`` (lists of ``[start, end]``), ``speaker`` (a name,
            a phrase or None), ``act``, and ``parent``: the number (from 1) of the statement in whose content it
            stands, or None.
    """

    name: str
    style: str
    text: str
    statements: tuple[Statement, ...]


def half_of(name: str) -> str:
    """Which half a piece belongs to: ``open`` when the first byte of its name's SHA-256 is even, else ``locked``."""
    return HALVES[hashlib.sha256(name.encode()).digest()[0] % 2]


def read_styles(half: str, folder: Path = FOLDER) -> Iterator[Piece]:
    """Read one half of the pieces, in the order of pages and on the page. All pieces are checked, of both halves.

    Args:
        half: ``open``, for development, or ``locked``, only for reporting at releases.
        folder: Where the pages lie.

    Raises:
        GoldError: A page is not of the form, or a string is not where it has to be; the message gives file and line.
    """
    if half not in HALVES:
        raise GoldError(f"half {half!r}: is neither of {', '.join(HALVES)}")
    names: dict[str, str] = {}
    for path in sorted(folder.glob("*.md")):
        if path.stem == "README":
            continue
        for raw in _split(path):
            if other := names.get(raw.name):
                raise GoldError(f"{raw.place}: piece {raw.name!r} stands in {other} already")
            names[raw.name] = raw.place
            piece = Piece(raw.name, path.stem, raw.text, _read_statements(raw))
            if half_of(piece.name) == half:
                yield piece


@dataclass(slots=True)
class _Raw:
    name: str
    place: str
    text: str
    lines: list[tuple[str, str]]


def _split(path: Path) -> Iterator[_Raw]:
    """Cut a page into pieces: heading, text block, statements block, and nothing between but empty lines."""
    lines = read_text(path).split("\n")
    at = next((i for i, line in enumerate(lines) if line.startswith("### ")), len(lines))
    while at < len(lines):
        place = f"{path.name}, line {at + 1}"
        if not lines[at].startswith("### "):
            raise GoldError(f"{place}: got {lines[at]!r} where a heading '### name' has to be")
        name = lines[at][4:].strip()
        text, at = _block(path, lines, at + 1, "text")
        start = at
        rows, at = _block(path, lines, at, "statements")
        numbers = range(at - len(rows), at)
        at = _skip_empty(lines, at)
        if not name or not "".join(text).strip():
            raise GoldError(f"{place}: a piece without a {'text' if name else 'name'} (before line {start + 1})")
        located = [(f"{path.name}, line {n}", row) for n, row in zip(numbers, rows, strict=True) if row.strip()]
        yield _Raw(name, place, "\n".join(text), located)


def _block(path: Path, lines: Sequence[str], at: int, kind: str) -> tuple[list[str], int]:
    """The lines of a fenced block, and the place after it."""
    at = _skip_empty(lines, at)
    if at >= len(lines) or lines[at] != f"```{kind}":
        got = repr(lines[at]) if at < len(lines) else "the end of the file"
        raise GoldError(f"{path.name}, line {at + 1}: got {got} where a block '```{kind}' has to be")
    end = next((i for i in range(at + 1, len(lines)) if lines[i].startswith("```")), None)
    if end is None or lines[end] != "```":
        raise GoldError(f"{path.name}, line {at + 1}: the block '```{kind}' is not closed")
    return list(lines[at + 1 : end]), end + 1


def _skip_empty(lines: Sequence[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


def _read_statements(raw: _Raw) -> tuple[Statement, ...]:
    found: list[dict[str, Any]] = []
    for place, line in raw.lines:
        row = _parse(line, place)
        found.append(_read_statement(raw.text, row, found, place))
    for (place, _), inner in zip(raw.lines, found, strict=True):
        for number, outer in enumerate(found, 1):
            if inner is not outer and inner["parent"] is None and _all_within(inner["content"], outer["content"]):
                raise GoldError(
                    f"{place}: stands inside the content of statement {number} and does not name its parent"
                )
    return tuple(found)


def _parse(line: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise GoldError(f"{place}: is not JSON: {error}") from error
    if not isinstance(row, dict) or not _KEYS <= row.keys() <= {*_KEYS, "parent"}:
        raise GoldError(f"{place}: is no object with {', '.join(sorted(_KEYS))} and at most parent beside them")
    for role in ROLES:
        if not isinstance(row[role], list) or not all(isinstance(part, str) and part for part in row[role]):
            raise GoldError(f"{place}: {role} is {row[role]!r}, not a list of strings")
    if row["act"] not in ACTS:
        raise GoldError(f"{place}: act {row['act']!r} is none of {', '.join(ACTS)}")
    return row


def _read_statement(text: str, row: dict[str, Any], before: Sequence[Statement], place: str) -> dict[str, Any]:
    parent = row.get("parent")
    if parent is not None and (not isinstance(parent, int) or not 1 <= parent <= len(before)):
        raise GoldError(f"{place}: parent {parent!r} is the number of no statement above")
    within = None if parent is None else [(s, e) for s, e in before[parent - 1]["content"]]
    if not row["content"]:
        raise GoldError(f"{place}: a statement without content")
    content = [_only(text, part, within, place) for part in row["content"]]
    if any(left[1] > right[0] for left, right in pairwise(content)):
        raise GoldError(f"{place}: the pieces of the content overlap or are not in the order of the text")
    cue = [_nearest(text, part, content, content, within, f"{place}: cue") for part in row["cue"]]
    source = [_nearest(text, p, cue or content, content + cue, within, f"{place}: source") for p in row["source"]]
    _check_speaker(text, row["speaker"], place)
    spans = {role: [list(span) for span in found] for role, found in zip(ROLES, (source, cue, content), strict=True)}
    return {**spans, "speaker": row["speaker"], "act": row["act"], "parent": parent}


def _only(text: str, phrase: str, within: Sequence[Place] | None, place: str) -> Place:
    """Where a piece of content stands; it has to stand in one place only, or to say in which."""
    options = _options(text, phrase, within, f"{place}: content")
    if len(options) > 1:
        raise GoldError(f"{place}: content {phrase!r} stands in {len(options)} places; write #1, #2 … after it")
    return options[0]


def _nearest(
    text: str, phrase: str, near: Sequence[Place], apart: Sequence[Place], within: Sequence[Place] | None, place: str
) -> Place:
    """Where a cue or a source stands: the place nearest to ``near`` that shares nothing with ``apart``."""
    options = _options(text, phrase, within, place)
    free = [span for span in options if not any(_gap(span, other) < 0 for other in apart)]
    if not free:
        raise GoldError(f"{place} {phrase!r} stands only inside its own content or cue")
    ranked = sorted((min(_gap(span, other) for other in near), span) for span in free)
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        raise GoldError(f"{place} {phrase!r} stands in two places equally near; write #1, #2 … after it")
    return ranked[0][1]


def _options(text: str, phrase: str, within: Sequence[Place] | None, place: str) -> list[Place]:
    """The places of a phrase on whole words; of those, the one that its ``#n`` says, and those within the parent."""
    nth = _NTH.search(phrase)
    words = phrase[: nth.start()] if nth else phrase
    left, right = (r"\b" if re.match(r"\w", end) else "" for end in (words[0], words[-1]))
    places = [m.span(1) for m in re.finditer(rf"(?={left}({re.escape(words)}){right})", text)]
    if not places:
        raise GoldError(f"{place} {words!r} is not in the text on whole words")
    if nth:
        number = int(nth[1])
        if not 1 <= number <= len(places):
            raise GoldError(f"{place} {phrase!r}: the text has it {len(places)} times")
        places = [places[number - 1]]
    if within is not None:
        places = [span for span in places if _all_within([span], within)]
        if not places:
            raise GoldError(f"{place} {phrase!r} is not within the parent's content")
    return places


def _gap(left: Sequence[int], right: Sequence[int]) -> int:
    """Characters between two spans; below 0 when they overlap."""
    return max(left[0], right[0]) - min(left[1], right[1])


def _all_within(spans: Sequence[Sequence[int]], outer: Sequence[Sequence[int]]) -> bool:
    return all(any(o[0] <= s[0] and s[1] <= o[1] for o in outer) for s in spans)


def _check_speaker(text: str, speaker: object, place: str) -> None:
    """A speaker is printed in the text: whole, or each of several joined by "and"."""
    if speaker is None:
        return
    if not isinstance(speaker, str) or not speaker:
        raise GoldError(f"{place}: speaker {speaker!r} is neither a string nor null")
    plain = " ".join(text.split()).casefold()
    if any(part not in plain for part in speaker.casefold().split(" and ")):
        raise GoldError(f"{place}: speaker {speaker!r} is not printed in the text")
