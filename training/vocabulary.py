"""Read an encoder's vocabulary."""

from __future__ import annotations

from pathlib import Path

from onrecord.encode.windows import Specials
from onrecord.encode.wordpiece import WordPiece


def read_vocabulary(path: Path) -> tuple[WordPiece, Specials]:
    """Read ``vocab.txt`` of a BERT or MPNet encoder.

    Args:
        path: One piece a line, in the order of their numbers.

    Returns:
        The cutter, and the numbers of the pieces that stand for no word.
    """
    vocabulary = path.read_text("utf-8").rstrip("\n").split("\n")
    wordpiece = WordPiece(vocabulary, unknown="[UNK]")
    number = wordpiece.numbers
    start, separator = ("[CLS]", "[SEP]") if "[CLS]" in number else ("<s>", "</s>")
    return wordpiece, Specials(number[start], number[separator], number["“"], number["”"])
