"""The word table that the networks share: what it gives, and what is said when it is not whole."""

from importlib.resources import files
from pathlib import Path
from shutil import copytree

import numpy as np
import pytest

from onrecord.encode import word_table
from onrecord.encode.model import Model
from onrecord.encode.word_table import WordTable, load_words
from onrecord.errors import ModelError


def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the table's folder, which the package takes for its own."""
    folder = tmp_path / "models" / word_table.FOLDER
    copytree(str(files("onrecord") / "models" / word_table.FOLDER), folder)
    monkeypatch.setattr(word_table, "files", lambda _package: tmp_path)
    return folder


def test_a_row_a_piece() -> None:
    table = load_words()
    ids = np.array([*table.wordpiece.pieces("denied"), table.specials.separator])
    rows = table.embed(ids)
    assert (rows.shape, rows.dtype) == ((2, 384), np.float32)
    assert np.abs(rows[0]).max() == pytest.approx(127 * float(table.scales[ids[0], 0]))


def test_the_networks_of_a_process_share_one_table() -> None:
    assert Model("accurate").words is Model("fast").words is load_words()


def test_a_changed_table_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = copied(tmp_path, monkeypatch) / "rows.npy"
    whole = rows.read_bytes()
    rows.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(ModelError, match=r"the word table is damaged: SHA-256 .*, not .*; install onrecord again"):
        WordTable()


def test_a_missing_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copied(tmp_path, monkeypatch) / "scales.npy").unlink()
    with pytest.raises(ModelError, match=r"the word table is not installed: .*scales\.npy is missing"):
        WordTable()
