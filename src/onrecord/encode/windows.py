"""Windows: a document's word pieces, and the overlapping stretches of them that the encoder reads one by one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.wordpiece import WordPiece
from onrecord.encode.words import CLOSING, OPENING, Words

LONGEST = 384
"""Pieces in one window, with its first and last special piece: what the encoder was trained on."""

OVERLAP = 64
"""Pieces that neighbouring windows share: every word that is labelled has context on both sides."""

ROOM = LONGEST - 2
STEP = ROOM - OVERLAP
"""Pieces of words in a window, and pieces from one seam to the next."""

MAX_PIECES = 8
"""Pieces kept of one word: a web address or a chemical's name says nothing more to the encoder after so many."""


class Window(NamedTuple):
    """A stretch of words that is read at once, and the part of it that is labelled from this reading.

    Attributes:
        first, last: The words read, half-open.
        label_first, label_last: The words whose outputs are taken from this window, half-open. Over a document's
            windows these partition its words.
    """

    first: int
    last: int
    label_first: int
    label_last: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a document in one row, a separator between paragraphs.

    Attributes:
        ids: int64 (pieces,), vocabulary numbers.
        features: int64 (pieces,), 0 for a separator, else 1 + the word's feature.
        begins: int64 (words,), the place of each word's first piece.
        ends: int64 (words,), the place after each word's last piece.
    """

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    begins: NDArray[np.int64]
    ends: NDArray[np.int64]


class Specials(NamedTuple):
    """Vocabulary numbers of the pieces that stand for no word: of a window's start, of a separator, of “ and ”."""

    start: int
    separator: int
    opening: int
    closing: int


def cut_pieces(words: Words, wordpiece: WordPiece, specials: Specials) -> Pieces:
    """Cut words into pieces.

    Quotation marks of every style become the pieces of “ and ”: the encoder sees one style, whatever the paper prints.
    """
    rows: list[tuple[int, ...]] = []
    unknown = (wordpiece.unknown,)
    for start, end, mark in zip(words.starts.tolist(), words.ends.tolist(), words.marks.tolist(), strict=True):
        if mark == OPENING:
            rows.append((specials.opening,))
        elif mark == CLOSING:
            rows.append((specials.closing,))
        else:
            rows.append(wordpiece.pieces(words.text[start:end])[:MAX_PIECES] or unknown)
    lengths = np.fromiter(map(len, rows), np.int64, len(rows))
    breaks = np.zeros(len(rows), dtype=np.int64)
    breaks[1:] = words.paragraphs[1:] != words.paragraphs[:-1]
    ends = np.cumsum(lengths + breaks)
    begins = ends - lengths
    ids = np.full(int(ends[-1]) if len(rows) else 0, specials.separator, dtype=np.int64)
    features = np.zeros_like(ids)
    places = np.repeat(begins - (np.cumsum(lengths) - lengths), lengths) + np.arange(int(lengths.sum()))
    ids[places] = np.fromiter(chain.from_iterable(rows), np.int64, len(places))
    features[places] = np.repeat(words.features + 1, lengths)
    return Pieces(ids, features, begins, ends)


def cut_windows(pieces: Pieces, words: Words, shift: int = 0) -> list[Window]:
    """Lay a grid of windows over a document.

    Seams lie evenly, so that no window is a short rest, and are drawn to a paragraph's start that is near. Windows
    begin and end with a paragraph where they can, as in training. A word is labelled where it is most central: its
    seam is about the middle of what the two windows share.

    Args:
        pieces: The document's pieces.
        words: Its words.
        shift: Pieces by which the grid is moved, to measure how much results depend on it.

    Returns:
        Windows in order; none for a document without words.
    """
    count = len(words)
    if not count:
        return []
    starts = np.flatnonzero(np.r_[True, words.paragraphs[1:] != words.paragraphs[:-1]])
    seams = _seams(pieces, starts, shift)
    return [_window(pieces, starts, first, last) for first, last in pairwise(seams)]


def _seams(pieces: Pieces, starts: NDArray[np.int64], shift: int) -> list[int]:
    """The words at which one window's labels end and the next one's begin, with the document's edges.

    Args:
        pieces: The document's pieces.
        starts: The words that begin a paragraph.
        shift: As in ``cut_windows``.
    """
    count, total = len(pieces.begins), int(pieces.ends[-1])
    if total <= ROOM and not shift:
        return [0, count]
    steps = max(1, -(-(total - OVERLAP) // STEP)) + bool(shift)
    step = STEP if shift else -(-(total - OVERLAP) // steps)
    seams = [0]
    for number in range(1, steps):
        place = OVERLAP // 2 + number * step - shift
        seam = int(np.searchsorted(pieces.begins, place))
        near = starts[np.abs(pieces.begins[starts] - place) <= OVERLAP // 2]
        if len(near):
            seam = int(near[np.argmin(np.abs(pieces.begins[near] - place))])
        if seams[-1] < seam < count:
            seams.append(seam)
    return [*seams, count]


def _window(pieces: Pieces, starts: NDArray[np.int64], label_first: int, label_last: int) -> Window:
    """The window that labels these words, with as much on either side as it has room for, in whole paragraphs."""
    spare = ROOM - int(pieces.ends[label_last - 1] - pieces.begins[label_first])
    left = spare // 2 if label_last < len(pieces.begins) else spare
    first = int(np.searchsorted(pieces.begins, pieces.begins[label_first] - left))
    whole = starts[(starts >= first) & (starts <= label_first)]
    first = int(whole[0]) if len(whole) else first
    last = int(np.searchsorted(pieces.ends, pieces.begins[first] + ROOM, side="right"))
    whole = starts[(starts >= label_last) & (starts <= last)]
    last = int(whole[-1]) if len(whole) and last < len(pieces.begins) else last
    return Window(first, last, label_first, label_last)


def window_inputs(
    pieces: Pieces, window: Window, specials: Specials
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """What the encoder is given for one window.

    Returns:
        ids int64 (length,), features int64 (length,), and the place of each word's first piece, int64 (words,).
    """
    begin, end = int(pieces.begins[window.first]), int(pieces.ends[window.last - 1])
    ids = np.concatenate(([specials.start], pieces.ids[begin:end], [specials.separator]))
    features = np.concatenate(([0], pieces.features[begin:end], [0]))
    return ids, features, pieces.begins[window.first : window.last] - begin + 1
