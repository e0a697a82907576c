"""brat standoff: what brat's own reader checks, and PolNeAR's layout."""

from __future__ import annotations

import re

import msgspec
from ferry import MESS, QUAY, TEXT, at, ferry

from onrecord.show.brat import CONFIGURATION, record_brat
from onrecord.types import ACTS

QUAY_LINES = """\
T1	Content 170 216;237 255	“We will not leave the islanders on the quay,” “Not this winter.”
T2	Cue 221 225	told
T3	Source 217 220	she
T4	Attribution 221 225	told
E1	Attribution:T4 Content:T1 Cue:T2 Source:T3
A1	Act E1 refuse
A2	Form E1 direct
#1	AnnotatorNotes E1	speaker: Ilse Varga; id: {id}
"""


def only(statement: object, **document: object) -> str:
    return record_brat(msgspec.structs.replace(ferry(**document), statements=(statement,)))


def test_a_statement() -> None:
    assert only(QUAY) == QUAY_LINES.format(id=QUAY.id)


def test_without_a_cue_the_event_stands_on_the_content() -> None:
    assert only(MESS).splitlines()[:3] == [
        "T1	Content 502 517	“It is a mess.”",
        "T2	Attribution 502 517	“It is a mess.”",
        "E1	Attribution:T2 Content:T1",
    ]


def test_words_are_those_at_the_offsets_as_brat_checks_them() -> None:
    texts = re.findall(r"^T\d+\t\w+ ([\d ;]+)\t(.*)$", record_brat(ferry()), re.MULTILINE)
    assert len(texts) > 30
    for places, words in texts:
        spans = [tuple(map(int, place.split())) for place in places.split(";")]
        assert words == " ".join(TEXT[start:end] for start, end in spans)


def test_every_id_is_used_once_and_every_reference_exists() -> None:
    lines = record_brat(ferry()).splitlines()
    ids = [line.split("\t")[0] for line in lines]
    assert len(ids) == len(set(ids))
    referred = re.findall(r":(T\d+)", "\n".join(line for line in lines if line.startswith("E")))
    assert set(referred) == {name for name in ids if name.startswith("T")}


def test_a_line_break_inside_a_statement_makes_fragments() -> None:
    wrapped = TEXT.replace("stop by May", "stop\r\n by\u2028M", 1)
    lines = only(ferry().statements[4], text=wrapped).splitlines()
    assert lines[0] == "T1\tContent 312 334;337 339;340 367\tthat the boat may stop by M unless the pier is mended"
    assert all(re.match(r"[TEA#]\d+\t", line) for line in lines), "no line was broken in two"


def test_the_configuration_names_what_is_written() -> None:
    written = record_brat(ferry())
    for name in set(re.findall(r"^[TEA]\d+\t(\w+)", written, re.MULTILINE)):
        assert re.search(rf"^{name}\b", CONFIGURATION, re.MULTILINE), name
    assert "|".join(ACTS) in CONFIGURATION


def test_a_hundred_thousand_spaces_take_no_time() -> None:
    text = "“A" + " " * 100_000 + "\n" * 100_000 + "b”"
    reading = ferry(text=text)
    whole = msgspec.structs.replace(MESS, content=(at(TEXT)._replace(end=len(text)),))
    written = record_brat(msgspec.structs.replace(reading, statements=(whole,)))
    assert written.startswith("T1\tContent 0 2;200002 200004\t“A b”\n")
