"""Edit: one change of a text, by a named rule; edits replay, join over passes, and give the alignment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.spans import Alignment, Span


class Edit(NamedTuple):
    """One change of a text.

    Attributes:
        rule: The rule's name; where several rules changed the same words one after the other, ``first+second``.
        span: Of the text before the edit; empty where something is put in.
        replacement: What stands there after the edit.
    """

    rule: str
    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text made clean.

    Attributes:
        text: The view.
        alignment: Of the original with the view.
        edits: What was changed, as spans of the original, sorted and disjoint; applied to it they give the view.
    """

    text: str
    alignment: Alignment
    edits: tuple[Edit, ...]


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Make the edits of a text.

    Args:
        text: The text that the edits' spans index.
        edits: Sorted and disjoint.
    """
    parts: list[str] = []
    done = 0
    for _, (start, end), replacement in edits:
        parts += (text[done:start], replacement)
        done = end
    return "".join((*parts, text[done:]))


def align(edits: Iterable[Edit], length: int) -> Alignment:
    """The alignment of a text with what edits make of it.

    Args:
        edits: Sorted and disjoint.
        length: Code points of the text.
    """
    return Alignment.of(((edit.span, len(edit.replacement)) for edit in edits), length)


def join_edits(text: str, first: Sequence[Edit], between: str, second: Sequence[Edit]) -> tuple[Edit, ...]:
    """Join two passes of edits into one that does the same.

    Edits of both passes that touch the same words become one edit; what ends as it began is no edit.

    Args:
        text: The text before.
        first: Edits of it.
        between: What they make of it.
        second: Edits of ``between``.

    Returns:
        Edits of ``text``, sorted and disjoint.
    """
    if not first:
        return tuple(second)
    pieces = sorted((*_first_pieces(first), *_second_pieces(second)), key=lambda piece: (piece.start, piece.end))
    groups: list[list[_Piece]] = []
    end = -1
    for piece in pieces:
        if piece.start < end:
            groups[-1].append(piece)
        else:
            groups.append([piece])
        end = max(end, piece.end)
    shift = 0
    joined: list[Edit] = []
    for group in groups:
        edit, shift = _join(group, between, shift)
        if joined and edit.span == joined[-1].span and edit.span.start == edit.span.end:
            last = joined.pop()
            edit = Edit(_names((last.rule, edit.rule)), edit.span, last.replacement + edit.replacement)
        joined.append(edit)
    return tuple(edit for edit in joined if edit.span.of(text) != edit.replacement)


class _Piece(NamedTuple):
    """An edit of either pass, placed by the text between them."""

    start: int
    end: int
    edit: Edit
    second: bool


def _first_pieces(edits: Iterable[Edit]) -> Iterable[_Piece]:
    shift = 0
    for edit in edits:
        start = edit.span.start + shift
        shift += len(edit.replacement) - (edit.span.end - edit.span.start)
        yield _Piece(start, start + len(edit.replacement), edit, False)


def _second_pieces(edits: Iterable[Edit]) -> Iterable[_Piece]:
    for edit in edits:
        yield _Piece(edit.span.start, edit.span.end, edit, True)


def _join(group: Sequence[_Piece], between: str, shift: int) -> tuple[Edit, int]:
    """Make one edit of pieces that touch the same words.

    Args:
        group: The pieces, sorted.
        between: The text between the passes.
        shift: From a position of ``between`` before the group to one of the original.

    Returns:
        The edit, of the original, and the shift after it.
    """
    start, end = group[0].start, max(piece.end for piece in group)
    original = start + shift
    for piece in group:
        if not piece.second:
            shift += (piece.edit.span.end - piece.edit.span.start) - (piece.end - piece.start)
    if len(group) == 1:
        rule, _, replacement = group[0].edit
    else:
        later = (Edit("", Span(p.start - start, p.end - start), p.edit.replacement) for p in group if p.second)
        replacement = apply_edits(between[start:end], later)
        rule = _names(piece.edit.rule for piece in group)
    return Edit(rule, Span(original, end + shift), replacement), shift


def _names(rules: Iterable[str]) -> str:
    """The rules' names, each once, in order."""
    return "+".join(dict.fromkeys(name for rule in rules for name in rule.split("+")))
