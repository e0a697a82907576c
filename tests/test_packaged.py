"""What was learned is read from the package, and what is wrong with its file is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord import packaged
from onrecord.errors import ModelError


def read(monkeypatch: pytest.MonkeyPatch, folder: Path, held: str) -> list[int]:
    (folder / "numbers.json").write_text(held, "utf-8")
    monkeypatch.setattr(packaged, "files", lambda package: folder)
    return packaged.read_learned("onrecord.judge", "numbers.json", 2, lambda found: [*found["numbers"]])


def test_what_the_file_holds_is_made_into_something(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert read(monkeypatch, tmp_path, json.dumps({"format": 2, "numbers": [1, 2]})) == [1, 2]


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ('{"format": 1, "numbers": []}', r"onrecord/judge/numbers\.json has format 1, not 2; install onrecord again"),
        ('{"format": 2}', r"onrecord/judge/numbers\.json cannot be read \(KeyError\('numbers'\)\)"),
        ('{"numbers": []}', "format"),
        ('{"format": 2, "numbers": 3}', "TypeError"),
        ('{"format": 2,', "JSONDecodeError"),
        ("[]", "TypeError"),
    ],
)
def test_a_damaged_file_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, held: str, said: str) -> None:
    with pytest.raises(ModelError, match=said):
        read(monkeypatch, tmp_path, held)


def test_a_missing_file_is_said() -> None:
    with pytest.raises(ModelError, match="FileNotFoundError"):
        packaged.read_learned("onrecord.judge", "none.json", 1, dict)
