"""Windows: a document's word pieces, and the overlapping stretches of them that the encoder reads one by one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.wordpiece import WordPiece
from onrecord.encode.words import CLOSING, OPENING, Words

LONGEST = 384
"""Pieces in one window, with its first and last special piece: what the encoder was trained on."""

OVERLAP = 96
"""Pieces that neighbouring windows share: every word that is labelled has context on both sides."""

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
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    breaks = np.zeros(len(rows), dtype=np.int64)
    breaks[1:] = words.paragraphs[1:] != words.paragraphs[:-1]
    ends = np.cumsum(lengths + breaks)
    begins = ends - lengths
    ids = np.full(int(ends[-1]) if len(rows) else 0, specials.separator, dtype=np.int64)
    features = np.zeros_like(ids)
    places = np.repeat(begins - (np.cumsum(lengths) - lengths), lengths) + np.arange(int(lengths.sum()))
    ids[places] = [piece for row in rows for piece in row]
    features[places] = np.repeat(words.features + 1, lengths)
    return Pieces(ids, features, begins, ends)


def cut_windows(pieces: Pieces, words: Words, shift: int = 0) -> list[Window]:
    """Lay a grid of windows over a document.

    The seams lie evenly, so that no window is a short rest, and are drawn to a paragraph's start that is near. A word
    is labelled where it is most central: its seam is the middle of what the two windows share.

    Args:
        pieces: The document's pieces.
        words: Its words.
        shift: Pieces by which the grid is moved; results should hardly depend on it, which a test measures.

    Returns:
        Windows in order; none for a document without words.
    """
    count = len(words)
    if not count:
        return []
    total = int(pieces.ends[-1])
    room = LONGEST - 2
    if total <= room and not shift:
        return [Window(0, count, 0, count)]
    inner = room - OVERLAP
    steps = max(1, -(-(total - OVERLAP) // inner)) + bool(shift)
    step = min(inner, -(-(total - OVERLAP) // steps)) if not shift else inner
    starts = np.flatnonzero(np.r_[True, words.paragraphs[1:] != words.paragraphs[:-1]])
    seams = [0]
    for number in range(1, steps):
        place = OVERLAP // 2 + number * step - shift
        seam = int(np.searchsorted(pieces.begins, place))
        near = starts[np.abs(pieces.begins[np.minimum(starts, count - 1)] - place) <= OVERLAP // 3]
        if len(near):
            seam = int(near[np.argmin(np.abs(pieces.begins[near] - place))])
        if seams[-1] < seam < count:
            seams.append(seam)
    seams.append(count)
    windows = []
    for label_first, label_last in pairwise(seams):
        labelled = int(pieces.ends[label_last - 1] - pieces.begins[label_first])
        left = (room - labelled) // 2 if label_last < count else room - labelled
        if label_first == 0:
            left = 0
        first = int(np.searchsorted(pieces.begins, pieces.begins[label_first] - left))
        last = int(np.searchsorted(pieces.ends, pieces.begins[first] + room, side="right"))
        windows.append(Window(min(first, label_first), max(last, label_last), label_first, label_last))
    return windows


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
