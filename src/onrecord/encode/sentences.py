"""Sentences: texts to vectors whose angle says how alike they are in meaning.

A MiniLM-L6 trained for that (Reimers and Gurevych 2019), with the word table of the networks that read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from onrecord.encode.model import open_network
from onrecord.encode.word_table import load_words
from onrecord.encode.words import WORD
from onrecord.errors import ModelError

NAME = "sentences"

LONGEST = 128
"""Pieces that are read of a text: a statement of over 100 words is known by its beginning."""

SIZE = 128
"""Numbers of a vector, from -127 to 127."""


class Sentences:
    """The model opened.

    Raises:
        ModelError: A file is missing or damaged.

    Attributes:
        digest: Of all that a vector depends on: the network and the word table.
    """

    def __init__(self) -> None:
        folder = files("onrecord") / "models"
        try:
            network = (folder / NAME / "model.onnx").read_bytes()
            expected = (folder / NAME / "SHA256").read_text("ascii").split()[0]
        except FileNotFoundError as error:
            raise ModelError(f"the model {NAME!r} is not installed: {error.filename} is missing") from error
        found = hashlib.sha256(network).hexdigest()
        if found != expected:
            raise ModelError(f"the model {NAME!r} is damaged: SHA-256 {found}, not {expected}; install onrecord again")
        self._words = load_words()
        self.digest = hashlib.sha256(f"{self._words.digest} {found}".encode("ascii")).hexdigest()
        self._session = open_network(network)

    def vector(self, text: str) -> NDArray[np.int8]:
        """Make the vector of a text.

        Args:
            text: A sentence or some; of a long one the beginning counts.

        Returns:
            int8 (``SIZE``,): a direction; its length says nothing.
        """
        specials = self._words.specials
        ids = np.array([specials.start, *islice(self._pieces(text), LONGEST - 2), specials.separator])
        values = self._session.run(None, {"words": self._words.embed(ids)})[0]
        return small(values)

    def _pieces(self, text: str) -> Iterator[int]:
        for word in WORD.finditer(text):
            yield from self._words.wordpiece.pieces(word.group())

    def vectors(self, texts: Iterable[str]) -> NDArray[np.int8]:
        """Make the vectors of texts, one row each; one a run, so that none depends on another."""
        rows = [self.vector(text) for text in texts]
        return np.array(rows, np.int8).reshape(len(rows), SIZE)


def small(values: NDArray[np.float32]) -> NDArray[np.int8]:
    """Write a direction in whole numbers, the greatest of which is 127.

    Args:
        values: A direction.
    """
    largest = max(float(np.abs(values).max()), 1e-12)
    rounded: NDArray[np.int8] = np.round(values * (127 / largest)).astype(np.int8)
    return rounded


@cache
def load_sentences() -> Sentences:
    """Open the model once in this process.

    Raises:
        ModelError: A file is missing or damaged.
    """
    return Sentences()
