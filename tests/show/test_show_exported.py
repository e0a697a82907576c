"""What is exported comes back equal: as lines of JSON and as Parquet."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest
from ferry import ferry
from hypothesis import HealthCheck, given, settings
from store.any_reading import any_reading

from onrecord.errors import MissingExtra
from onrecord.ids import identify
from onrecord.judge.certainty import on_scale
from onrecord.show.exported import Damaged, Exported, exported, plain, restored
from onrecord.show.jsonline import json_line
from onrecord.show.parquet import read_parquet, write_parquet
from onrecord.show.record import record_json
from onrecord.show.wording import range_words
from onrecord.spans import Span
from onrecord.types import Certainty, Judgement, Reading

READING = ferry()

JUDGEMENT = Judgement(
    id="j",
    document_id=READING.document.id,
    target="s",
    verb="change",
    before={"act": "assert"},
    after={"act": "deny", "cast": {"e": {"name": "=SUM(A1)", "kind": "person", "named": True}}},
    author="ann",
    at="2026-11-25T00:00:00.000000+00:00",
    withdrawn="2026-11-26T00:00:00.000000+00:00",
)


def back(line: bytes) -> Exported:
    return msgspec.json.decode(line, type=Exported)


@settings(max_examples=25, deadline=None)
@given(any_reading())
def test_any_reading_comes_back_from_its_line(reading: Reading) -> None:
    assert restored(back(json_line(exported(reading, reading, rank=3)))).reading == reading


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_reading())
def test_any_reading_comes_back_from_parquet(tmp_path: Path, reading: Reading) -> None:
    path = tmp_path / "record.parquet"
    assert write_parquet(path, [exported(reading, reading, rank=3, judgements=[JUDGEMENT])] * 2) == 2
    for line in read_parquet(path):
        assert isinstance(line, Exported)
        found = restored(line)
        assert (found.reading, found.rank, found.judgements) == (reading, 3, (JUDGEMENT,))


def with_hedge(reading: Reading, **ranges: str) -> Reading:
    claim = reading.statements[0].claims[0]
    hedged = msgspec.structs.replace(claim, certainty=Certainty(span=claim.span, phrase="likely", **ranges))
    first = msgspec.structs.replace(reading.statements[0], claims=(hedged, *reading.statements[0].claims[1:]))
    return msgspec.structs.replace(reading, statements=(first, *reading.statements[1:]))


def test_a_range_that_was_computed_is_not_kept_and_one_by_hand_is() -> None:
    assert plain(with_hedge(READING, scale="phia", low="55", high="75")) == with_hedge(READING)
    by_hand = with_hedge(READING, scale="by hand", low="10", high="20")
    assert plain(by_hand) == by_hand


def test_what_judgements_changed_comes_back_as_it_was() -> None:
    corrected = msgspec.structs.replace(READING, id="c", statements=READING.statements[1:])
    line = back(json_line(exported(corrected, READING, 0, [JUDGEMENT])))
    assert [one.id for one in line.statements] == [one.id for one in corrected.statements], "readers see what holds"
    assert restored(line).reading == READING
    assert restored(line).judgements == (JUDGEMENT,)


def test_a_line_that_read_printed_is_a_reading_too() -> None:
    """It has no id of its reading, and not when it was fetched: the id is worked out."""
    found = restored(back(record_json(READING))).reading
    models = (part for item in sorted(READING.models.items()) for part in item)
    assert found.id == identify(READING.document.id, *models, READING.rules)
    assert found.document.fetched is None
    assert found.statements == READING.statements


ADDRESSED = msgspec.structs.replace(
    READING,
    document=msgspec.structs.replace(
        READING.document, url="https://news.example/ferry", origin="archive.jsonl:7", fetched="2024-03-12T10:00:00Z"
    ),
)
"""A row of a table that gives the report's address."""


def test_a_report_keeps_its_address_and_when_it_was_fetched() -> None:
    line = back(json_line(exported(ADDRESSED, ADDRESSED)))
    assert line.document.url == "https://news.example/ferry"
    assert restored(line).reading.document == ADDRESSED.document


def test_a_line_that_an_older_version_wrote_without_the_address_is_still_read() -> None:
    """So is an older table: its column of documents has no such field."""
    line = msgspec.json.decode(json_line(exported(ADDRESSED, ADDRESSED)))
    del line["document"]["url"]
    found = restored(back(json_line(line))).reading
    assert found == msgspec.structs.replace(ADDRESSED, document=msgspec.structs.replace(ADDRESSED.document, url=None))


def test_words_that_are_not_the_text_s_are_damage() -> None:
    line = json_line(exported(READING, READING))
    words = READING.statements[0].content[0].of(READING.document.text)
    spoilt = line.replace(json_line({"content": [words]})[1:-2], json_line({"content": [f"{words}!"]})[1:-2])
    assert spoilt != line
    with pytest.raises(Damaged, match=r"\$\.statements\[0\]\.words are not the words"):
        restored(back(spoilt))


def test_a_table_that_is_no_record_says_so_row_by_row(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(arrow.table({"judgements": ["{", None]}), tmp_path / "other.parquet")
    found = list(read_parquet(tmp_path / "other.parquet"))
    assert [type(one) for one in found] == [msgspec.ValidationError] * 2


def test_columns_are_open_to_other_programs(tmp_path: Path) -> None:
    """Nested, each of its own type: no column of JSON but those that are kept to have the reading back."""
    from pyarrow import parquet

    write_parquet(tmp_path / "record.parquet", [exported(READING, READING)])
    table = parquet.read_table(tmp_path / "record.parquet")
    assert {"document", "statements", "entities", "mentions", "blocks", "judgements"} <= set(table.column_names)
    statement = table.column("statements")[0][0].as_py()
    assert statement["act"] == READING.statements[0].act
    assert statement["content"][0] == dict(zip(("start", "end"), READING.statements[0].content[0], strict=True))


def test_a_file_that_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    def lines() -> object:
        yield exported(READING, READING)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_parquet(tmp_path / "record.parquet", lines())  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"pip install 'onrecord\[parquet\]'"):
        write_parquet(tmp_path / "record.parquet", [])


def test_a_range_by_hand_is_told_as_such_on_every_scale() -> None:
    by_hand = Certainty(span=Span(0, 3), phrase="likely", scale="by hand", low="10", high="20")
    assert on_scale(by_hand, "phia") == by_hand
    assert range_words(by_hand) == "10–20% by hand"
