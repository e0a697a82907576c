from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import __main__ as command
from bench import machine, peer, plots, speed
from bench.__main__ import as_lines
from bench.texts import count_words, join_texts, take_pages, take_texts


def read(rss_mb: list[float]) -> speed.Read:
    return speed.Read([100, 300], [0.1, 0.3], rss_mb, {"clean": 0.1, "encode": 0.2}, 5, 0.8, 250.0)


def test_rates_are_of_cpu_time_and_of_the_clock() -> None:
    assert speed.rates(read([1.0, 1.0])) == {
        "words": 400,
        "documents": 2,
        "words_per_cpu_s": 1000,
        "documents_per_cpu_s": 5.0,
        "words_per_s": 500,
        "documents_per_s": 2.5,
    }


def test_shares_add_up_to_the_whole() -> None:
    assert speed.shares(read([1.0])) == {"clean": 0.25, "encode": 0.5, "rest": 0.25}


@pytest.mark.parametrize(("rss_mb", "growth"), [([200.0] * 10, 0.0), ([100.0 + 10 * i for i in range(10)], 60.0)])
def test_a_leak_shows_as_growth(rss_mb: list[float], growth: float) -> None:
    assert speed.memory(read(rss_mb))["growth_mb"] == growth


def test_ratio_is_how_many_times_as_fast_we_are() -> None:
    assert peer.ratio([1.0, 2.0], [2.0, 1.0]) == {"all": 1.0, "least": 0.5, "median": 1.25, "most": 2.0}


def test_joined_texts_have_the_words_wanted_and_whole_paragraphs() -> None:
    text = join_texts(["one two three\nfour", "five six"], 8)
    assert text == "one two three\n\nfour\n\nfive six\n\none two three"
    assert count_words(text) == 9


def test_examples_stand_in_where_there_are_no_articles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path))
    source, texts = take_texts(30)
    assert source == "examples"
    assert len(texts) == 30
    assert [path.suffix for path in take_pages(2)] == [".html", ".html"]


def test_rows_are_added_and_name_no_host(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    machine.append(machine.describe(), path)
    machine.append({"what": "speed"}, path)
    first, second = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    assert set(first) == {"at", "commit", "versions", "machine", "load"}
    assert set(first["machine"]) == {"processor", "cores", "system"}
    assert second == {"what": "speed"}


def test_growth_is_drawn(tmp_path: Path) -> None:
    row = {"commit": "abc", "machine": {"processor": "any"}, "lengths": [{"words": 250, "cpu_s": 0.1}]}
    row["stages"] = {"encode": 0.9, "judge": 0.1}
    files = plots.draw(row, read([200.0, 210.0]), tmp_path)
    assert [path.name for path in files] == ["number.png", "length.png", "stages.png"]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in files)


def test_lines_for_people() -> None:
    lines = as_lines({"what": "speed", "one core": {"words": 3}, "lengths": [{"words": 250, "cpu_s": 0.1}]})
    assert [" ".join(line.split()) for line in lines] == [
        "what speed",
        "one core",
        "words 3",
        "lengths",
        "words 250 cpu_s 0.1",
    ]


@pytest.mark.parametrize("what", ["speed", "memory", "peer", "sizes", "asking"])
def test_what_was_measured_is_printed(
    what: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(command._MEASURES, what, lambda options: {"words": 3})
    assert command.main([what]) == 0
    assert capsys.readouterr().out.split() == ["words", "3"]
