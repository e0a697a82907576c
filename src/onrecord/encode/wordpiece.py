"""WordPiece: words to vocabulary numbers, as BERT's uncased tokenizer cuts them.

Source: Devlin et al. 2019 (BERT) and Wu et al. 2016 (greedy longest match first). A test holds the result equal to
the ``tokenizers`` package's on every kind of text; that package itself brings a hub client, so it stays out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

MAX_WORD_LENGTH = 100  # code points; a longer word is unknown, as in BERT


class WordPiece:
    """A vocabulary and the greedy cut of words into its pieces.

    Args:
        vocabulary: The pieces in the order of their numbers; ``##`` marks one that continues a word.
        unknown: The piece that stands for a word that cannot be cut.
    """

    def __init__(self, vocabulary: Iterable[str], unknown: str = "[UNK]") -> None:
        self.numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self.numbers[unknown]
        self._cache: dict[str, tuple[int, ...]] = {}

    def pieces(self, text: str) -> tuple[int, ...]:
        """Cut a word (or any text) into pieces.

        Args:
            text: A word as it stands in the document; case and accents do not matter.

        Returns:
            Vocabulary numbers; empty where nothing but control characters and spaces is left.
        """
        found = self._cache.get(text)
        if found is None:
            found = tuple(number for word in _basic_words(text) for number in self._cut(word))
            if len(self._cache) < 200_000:  # bounded: memory stays flat over an archive
                self._cache[text] = found
        return found

    def _cut(self, word: str) -> list[int]:
        if len(word) > MAX_WORD_LENGTH:
            return [self.unknown]
        numbers, start = [], 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self.numbers.get(prefix + word[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            numbers.append(number)
            start = end
        return numbers


def _basic_words(text: str) -> list[str]:
    """BERT's basic tokenizer: drop control characters, lower-case, strip accents, split at spaces and punctuation."""
    if text.isascii() and text.isalnum():
        return [text.lower()]
    shown = "".join(_clean(ch) for ch in text)
    # letter by letter, as the reference does: a word's last Σ is σ like any other
    plain = "".join(ch.lower() for ch in unicodedata.normalize("NFD", shown) if unicodedata.category(ch) != "Mn")
    return "".join(f" {ch} " if _is_punctuation(ch) else ch for ch in plain).split()


def _clean(ch: str) -> str:
    if ch in "\t\n\r":
        return " "
    if ch == "\ufffd" or unicodedata.category(ch).startswith("C"):
        return ""
    if ch.isspace():
        return " "
    return f" {ch} " if _is_cjk(ord(ch)) else ch


def _is_punctuation(ch: str) -> bool:
    code = ord(ch)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(ch).startswith("P")


def _is_cjk(code: int) -> bool:
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2A6DF
        or 0x2A700 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )
