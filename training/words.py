"""Make the word table that all networks share: ``python -m training.words --encoder DIR --out FOLDER``.

Once for an encoder: ``training.train`` leaves word embeddings as they are.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from onrecord.encode.word_table import FILES
from training.model import load_pretrained


def small_rows(table: Tensor) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Word embeddings as int8 rows, (pieces, hidden), and the scale of each, float32 (pieces, 1)."""
    values = table.detach().float().numpy()
    scales = (np.abs(values).max(axis=1, keepdims=True) / 127).astype(np.float32)
    return np.round(values / np.maximum(scales, 1e-12)).astype(np.int8), scales


def main() -> None:
    """Parse the options and write the table with its digest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder that all began from")
    parser.add_argument("--out", type=Path, required=True, help="src/onrecord/models/words")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    rows, scales = small_rows(load_pretrained(options.encoder).encoder.words.weight)
    np.save(options.out / "rows.npy", rows)
    np.save(options.out / "scales.npy", scales)
    shutil.copy(options.encoder / "vocab.txt", options.out / "vocab.txt")
    digest = hashlib.sha256(b"".join((options.out / name).read_bytes() for name in FILES)).hexdigest()
    (options.out / "SHA256").write_text(f"{digest}  {' '.join(FILES)}\n", encoding="ascii")


if __name__ == "__main__":
    main()
