from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from eval.gold import GoldError
from eval.styles import FOLDER, HALVES, Piece, half_of, read_styles

TEXT = "Odo Fenn said that it had rained. Mara Quill said Fenn had denied that he was wet."
RAIN = {
    "content": ["that it had rained"],
    "cue": ["said"],
    "source": ["Odo Fenn"],
    "speaker": "Odo Fenn",
    "act": "assert",
}
QUILL = RAIN | {"content": ["Fenn had denied that he was wet"], "source": ["Mara Quill"], "speaker": "Mara Quill"}
WET = {
    "content": ["that he was wet"],
    "cue": ["had denied"],
    "source": ["Fenn"],
    "speaker": "Odo Fenn",
    "act": "deny",
    "parent": 2,
}


@pytest.fixture(scope="module")
def halves() -> dict[str, list[Piece]]:
    return {half: list(read_styles(half)) for half in HALVES}


def page(folder: Path, *rows: dict[str, Any], text: str = TEXT, name: str = "rain") -> Path:
    statements = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "wire.md").write_text(
        f"# Wire\n\nProse.\n\n### {name}\n\n```text\n{text}\n```\n\n```statements\n{statements}```\n", encoding="utf-8"
    )
    return folder


def only_piece(folder: Path) -> Piece:
    (piece,) = [piece for half in HALVES for piece in read_styles(half, folder)]
    return piece


def words(piece: Piece, number: int, role: str) -> list[str]:
    return [piece.text[start:end] for start, end in piece.statements[number][role]]


def test_there_are_enough_pieces_and_statements_of_every_style(halves: dict[str, list[Piece]]) -> None:
    pieces = [piece for half in HALVES for piece in halves[half]]
    assert len(pieces) >= 200
    assert sum(len(piece.statements) for piece in pieces) >= 400
    assert sum(not piece.statements for piece in pieces) >= 15
    styles = Counter(piece.style for piece in pieces)
    assert len(styles) == 16
    assert min(styles.values()) >= 14


def test_half_of_the_pieces_are_locked_by_their_names(halves: dict[str, list[Piece]]) -> None:
    for half, even_or_odd in zip(HALVES, (0, 1), strict=True):
        firsts = {hashlib.sha256(piece.name.encode()).digest()[0] % 2 for piece in halves[half]}
        assert firsts == {even_or_odd}
    share = len(halves["locked"]) / sum(map(len, halves.values()))
    assert 0.45 <= share <= 0.55


def test_the_readme_counts_what_is_there(halves: dict[str, list[Piece]]) -> None:
    counts: dict[str, list[int]] = {}
    for column, half in enumerate(HALVES, 3):
        for piece in halves[half]:
            row = counts.setdefault(piece.style, [0] * 5)
            row[0] += 1
            row[1] += len(piece.statements)
            row[2] += not piece.statements
            row[column] += 1
    counts["all"] = [sum(column) for column in zip(*counts.values(), strict=True)]
    readme = (FOLDER / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| (?:\[(\w+)\]\(\1\.md\)|(all)) \| (.*) \|$", readme, re.M)
    assert {a or b: [int(cell) for cell in cells.split(" | ")] for a, b, cells in rows} == counts


def test_cue_and_source_are_the_nearest(tmp_path: Path) -> None:
    piece = only_piece(page(tmp_path, RAIN, QUILL, WET))
    assert piece.name == "rain"
    assert piece.style == "wire"
    assert piece.statements[0]["cue"] == [[9, 13]]
    assert piece.statements[1]["cue"] == [[TEXT.rindex("said"), TEXT.rindex("said") + 4]]
    assert words(piece, 2, "source") == ["Fenn"]
    assert piece.statements[2]["source"][0][0] == TEXT.rindex("Fenn")
    assert [statement["parent"] for statement in piece.statements] == [None, None, 2]


def test_a_number_forces_a_place(tmp_path: Path) -> None:
    piece = only_piece(page(tmp_path, RAIN | {"cue": ["said#2"]}))
    assert piece.statements[0]["cue"][0][0] == TEXT.rindex("said")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"content": ["that it had snowed"]}, "content 'that it had snowed' is not in the text on whole words"),
        ({"content": ["said"]}, r"content 'said' stands in 2 places; write #1, #2"),
        ({"content": []}, "without content"),
        ({"content": ["it had rained", "said#1"]}, "not in the order of the text"),
        ({"cue": ["it"]}, "cue 'it' stands only inside its own content"),
        ({"cue": ["sai"]}, "cue 'sai' is not in the text on whole words"),
        ({"cue": ["said#3"]}, "the text has it 2 times"),
        ({"source": ["said#1"]}, "source 'said#1' stands only inside its own content or cue"),
        ({"speaker": "Otto Fenn"}, "speaker 'Otto Fenn' is not printed in the text"),
        ({"speaker": ""}, "neither a string nor null"),
        ({"act": "say"}, "act 'say' is none of"),
        ({"parent": 1}, "parent 1 is the number of no statement above"),
        ({"kind": "person"}, "is no object with"),
        ({"cue": "said"}, "cue is 'said', not a list of strings"),
    ],
)
def test_a_wrong_statement_is_refused_with_its_line(tmp_path: Path, row: dict[str, Any], message: str) -> None:
    with pytest.raises(GoldError, match=rf"^wire\.md, line 12: .*{message}"):
        only_piece(page(tmp_path, RAIN | row))


def test_a_place_equally_near_on_both_sides_needs_a_number(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="two places equally near"):
        only_piece(page(tmp_path, RAIN | {"content": ["no"], "cue": ["he"], "source": []}, text="he no he; Odo Fenn"))


def test_a_nested_statement_stays_within_its_parent_and_names_it(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"line 14: source 'Odo Fenn' is not within the parent's content"):
        only_piece(page(tmp_path, RAIN, QUILL, WET | {"source": ["Odo Fenn"]}))
    with pytest.raises(GoldError, match="stands inside the content of statement 2 and does not name its parent"):
        only_piece(page(tmp_path, RAIN, QUILL, WET | {"parent": None}))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("### rain\n```text\nIt rained.\n```\n", "end of the file where a block '```statements'"),
        ("### rain\n```text\nIt rained.\n", "block '```text' is not closed"),
        ("### rain\n```text\n\n```\n```statements\n```\n", "a piece without a text"),
        ("### rain\nIt rained.\n", "got 'It rained.' where a block '```text'"),
        ("### rain\n```text\nIt rained.\n```\n```statements\n```\nmore\n", "got 'more' where a heading"),
        ("### rain\n```text\nIt rained.\n```\n```statements\nno\n```\n", "6: is not JSON"),
        ("### rain\n```text\nIt rained.\n```\n```statements\n```\n" * 2, "piece 'rain' stands in wire.md, line 1"),
    ],
)
def test_a_page_of_another_form_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "wire.md").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match=rf"^wire\.md, line .*{re.escape(message)}"):
        only_piece(tmp_path)


def test_an_unknown_half_is_an_error() -> None:
    with pytest.raises(GoldError, match="'all': is neither of open, locked"):
        list(read_styles("all"))


def test_the_half_follows_from_the_name_alone() -> None:
    assert {half_of(name) for name in ("a", "b", "c", "d", "e", "f")} == set(HALVES)
