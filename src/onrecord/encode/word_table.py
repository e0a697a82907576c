"""Word table: the vocabulary that all networks share, and a row of numbers for each of its pieces.

No training moves it, so that it is stored once, as int8 rows with a scale each: one scale for all blurs rare words.
"""

from __future__ import annotations

import hashlib
import io
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.windows import Specials
from onrecord.encode.wordpiece import WordPiece
from onrecord.errors import ModelError

FOLDER = "words"
FILES = ("rows.npy", "scales.npy", "vocab.txt")


class WordTable:
    """The table opened.

    Raises:
        ModelError: A file is missing, or is not the one whose digest stands beside it.

    Attributes:
        wordpiece: Cuts words into pieces.
        specials: Numbers of the pieces that stand for no word.
        rows: int8 (pieces, hidden).
        scales: float32 (pieces, 1).
        digest: SHA-256 of the three files.
    """

    def __init__(self) -> None:
        folder = files("onrecord") / "models" / FOLDER
        try:
            rows, scales, vocabulary = ((folder / name).read_bytes() for name in FILES)
            expected = (folder / "SHA256").read_text("ascii").split()[0]
        except FileNotFoundError as error:
            raise ModelError(f"the word table is not installed: {error.filename} is missing") from error
        self.digest = hashlib.sha256(rows + scales + vocabulary).hexdigest()
        if self.digest != expected:
            raise ModelError(
                f"the word table is damaged: SHA-256 {self.digest}, not {expected}; install onrecord again"
            )
        self.rows: NDArray[np.int8] = np.load(io.BytesIO(rows), allow_pickle=False)
        self.scales: NDArray[np.float32] = np.load(io.BytesIO(scales), allow_pickle=False)
        self.wordpiece = WordPiece(vocabulary.decode().rstrip("\n").split("\n"))
        number = self.wordpiece.numbers
        self.specials = Specials(number["[CLS]"], number["[SEP]"], number["“"], number["”"])

    def embed(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Look pieces up: float32 (length, hidden), of int64 (length,)."""
        looked_up: NDArray[np.float32] = self.rows[ids] * self.scales[ids]
        return looked_up


@cache
def load_words() -> WordTable:
    """Open the table once in this process.

    Raises:
        ModelError: A file is missing or damaged.
    """
    return WordTable()
