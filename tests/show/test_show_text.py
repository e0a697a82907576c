"""The text that people read."""

from __future__ import annotations

import io
import re

import msgspec
import pytest
from ferry import LEAK, MINISTER, TEXT, WARNING, at, ferry
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from onrecord.show.harmless import harmless, one_line
from onrecord.show.layout import Paragraph, Piece, columns, plain, wrap
from onrecord.show.terminal import coloured
from onrecord.show.text import record_paragraphs, record_text
from onrecord.show.wording import PAST, deadline_words, roles_words, standing
from onrecord.spans import Span
from onrecord.types import ACTS, Block, Claim, Document, Entity, Forecast, Reading, Role, Statement, Time

EXPECTED = """\
Ferry will not close, minister insists
The Ness Courier · 2024-03-12 · ferry.txt
9 statements by 5 sources, 1 in the headline, 1 with no speaker known

Ilse Varga, transport minister
  said        Ferry will not close
              line 1 · headline · “minister insists” · at 0–20
  said        that the ferry to Scar Island “will not close this year”
              line 5 · “Ilse Varga, the transport minister … said” · when “Tuesday” · at 111–167
  refused     “We will not leave the islanders on the quay,” […] “Not this winter.”
              line 7 · “she told” · to “reporters” · at 170–216, 237–255
  warned      that the boat may stop by May unless the pier is mended
              line 9 · as told by a senior port official · unsure: 0.41 · “Varga had warned” ·
              hedge “may” · condition “unless the pier is mended” · to “the crews” · at 312–367
  not said    who would pay
              line 15 · “She has never said” · at 487–500

a senior port official (not named)
  said        Varga had warned the crews that the boat may stop by May unless the pier is mended
              line 9 · “A senior port official said” · at 285–367

the islanders and the crews
  criticised  “Nobody asked us,”
              line 11 · “the islanders and the crews said” · at 370–388

Speaker not known
  judged      “It is a mess.”
              line 15 · no attribution of its own · at 502–517

Thought or wanted, not said

Unions (group, not named)
  wanted      the line back in public hands
              line 13 · “Unions want” · at 436–465
"""


def hostile(text: str, name: str = "x") -> Reading:
    """A reading of one statement whose content is the whole text."""
    document = Document(id="d", origin="o", title=text, language="en", sha256="0" * 64, text=text)
    entity = Entity(id="e", kind="person", named=True, name=name)
    statement = Statement(
        id="s", block="body", form="direct", act="assert", content=(at_all(text),), speaker_ids=("e",)
    )
    return Reading(
        id="r",
        document=document,
        blocks=(Block(span=at_all(text), kind="body"),),
        mentions=(),
        entities=(entity,),
        statements=(statement,),
        models={},
        rules="1",
    )


def at_all(text: str):

    return Span(0, len(text))


def test_a_report() -> None:
    assert record_text(ferry()) == EXPECTED


def test_without_statements() -> None:
    reading = msgspec.structs.replace(ferry(title=None, publisher=None, published=None), statements=())
    assert record_text(reading) == "Ferry will not close, minister insists\nferry.txt\nno statements found\n"
    wordless = msgspec.structs.replace(reading.document, text="* * *\n")
    nameless = msgspec.structs.replace(reading, document=wordless, blocks=(), mentions=())
    assert record_text(nameless) == "ferry.txt\nno statements found\n"


def test_every_act_has_its_word_in_the_column() -> None:
    assert tuple(PAST) == ACTS
    assert max(map(len, PAST.values())) <= 10


def test_a_forecast_is_told_with_its_deadline_and_what_is_supposed_as_such() -> None:
    text = "The bridge will open by June. If it were shut, we would swim."
    until = Time(span=Span(24, 28), type="DATE", value="2027-06", to="2027-07-01")
    claims = (
        Claim(span=Span(0, 29), polarity="positive", forecast=Forecast(span=Span(0, 28), by=until)),
        Claim(span=Span(30, 61), polarity="positive", mood="hypothetical", forecast=Forecast(span=Span(46, 60))),
    )
    reading = hostile(text)
    (statement,) = reading.statements
    told = msgspec.structs.replace(statement, content=(Span(0, len(text)),), claims=claims)
    shown = " ".join(record_text(msgspec.structs.replace(reading, statements=(told,))).split())
    assert "forecast, by 2027-06-30 (“June”), “The bridge will open by June”" in shown
    assert "supposed “If it were shut, we would swim.” · forecast, open, “we would swim”" in shown


@pytest.mark.parametrize(
    ("printed", "value", "told"),
    [
        ("the end of April", "XXXX-04", "by “the end of April” (year not known)"),
        ("1 April", "XXXX-04-01", "by “1 April” (year not known)"),
        ("Saturday", "XXXX-WXX-6", "by “Saturday” (date not known)"),
        ("ten days", "P10D", "by “ten days” (date not known)"),
        ("", None, "by a time not known"),
    ],
)
def test_a_deadline_in_a_report_without_a_date_is_told_in_its_words(printed: str, value: str | None, told: str) -> None:
    assert deadline_words(Time(span=Span(0, len(printed)), type="DATE", value=value), printed) == told


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_asked_unless_one_word_is(width: int) -> None:
    for line in record_text(ferry(), width=width).splitlines():
        assert len(line) <= width or len(line.split()) <= 2


def test_a_long_statement_is_shown_whole() -> None:
    words = " ".join(f"word{number}" for number in range(3_000))
    shown = record_text(hostile(f"“{words}.”"))
    assert "word0 " in shown
    assert "word2999.”" in shown


def test_terminal_escapes_do_not_pass() -> None:
    attack = "Calm \x1b]0;owned\x07\x1b[2J\x9b31m\u202e reversed \u2066 end\r\nnext\x00"
    shown = record_text(hostile(attack, name="N\x1b[1mame"))
    assert not {c for c in shown if (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) <= 0x9F or c in "\u202e\u2066"}
    assert r"\x1b]0;owned\x07\x1b[2J\x9b31m\u202e reversed \u2066 end next\x00" in " ".join(shown.split())


def test_rich_markup_in_a_document_is_only_words() -> None:
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=100, color_system="standard")
    shown = coloured(record_paragraphs(hostile("[bold red]Fire[/] :fire: [link=x]y[/link]")), console)
    assert "[bold red]Fire[/] :fire: [link=x]y[/link]" in shown
    assert out.getvalue() == "", "nothing is printed yet"


def in_colour(monkeypatch: pytest.MonkeyPatch, **env: str) -> str:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm-256color", **env}.items():
        monkeypatch.setenv(name, value)
    return coloured(record_paragraphs(ferry()), Console(file=io.StringIO(), force_terminal=True, width=96))


def test_a_terminal_gets_the_same_words_in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = in_colour(monkeypatch)
    assert "\x1b[1;36mIlse Varga\x1b[0m" in shown or "\x1b[1;36mIlse" in shown
    assert re.sub(r" +$", "", re.sub(r"\x1b\[[\d;]*m", "", shown), flags=re.MULTILINE) == EXPECTED


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = set(re.findall(r"\x1b\[([\d;]*)m", in_colour(monkeypatch, NO_COLOR="1")))
    assert codes <= {"0", "1", "2"}, "bold and faint only"


def test_roles_and_standing() -> None:
    where = at("the transport minister")
    roles = (
        Role(title="director", organisation="Institute of Tides", former=True, span=where),
        Role(title="professor", span=where),
        Role(title="Professor", span=where),
    )
    scholar = Entity(id="e", kind="person", named=True, name="Professor Odd Lund", roles=roles)
    assert roles_words(scholar) == "former director, Institute of Tides"
    adviser = Role(title="senior official", organisation="Water Ministry", former=False, span=where)
    unnamed = "a senior official at the water ministry"
    assert roles_words(Entity(id="e", kind="person", named=False, name=unnamed, roles=(adviser,))) == ""
    officials = Entity(id="e", kind="group", named=False, name="officials in Ness", affiliation="Ness")
    assert standing(officials) == "group, not named"
    analysts = Entity(id="e", kind="group", named=False, name="analysts", affiliation="the Institute")
    assert standing(analysts) == "group, not named, of the Institute"
    assert standing(MINISTER) == ""


def test_a_long_source_is_shown_shortened_beside_its_name() -> None:
    reading = ferry()
    quay = next(statement for statement in reading.statements if statement.act == "refuse")
    long = msgspec.structs.replace(quay, source=(at("A senior port official said Varga had warned the crews that"),))
    shown = record_text(msgspec.structs.replace(reading, statements=(long,)))
    assert "“told … A senior port official said Varga had warned …”" in shown


def test_ten_thousand_nested_statements_take_no_time() -> None:
    reading = ferry()
    many = tuple(msgspec.structs.replace(WARNING, id=f"s{number}", parent=LEAK.id) for number in range(10_000))
    assert record_text(msgspec.structs.replace(reading, statements=(LEAK, *many))).count("as told by") == 10_000


@given(st.text(), st.integers(1, 120))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    words = one_line(text)
    lines = list(wrap(Paragraph((Piece(words),), indent=2, hang=4), width))
    assert "".join(piece.text for line in lines for piece in line).split() == words.split()


def test_wide_and_combining_characters_are_counted_as_they_stand() -> None:
    assert columns("東京") == 4
    assert columns("e\u0301") == 1
    assert plain([Paragraph((Piece("東京 東京 東京"),))], width=9) == "東京 東京\n東京\n"


@given(st.text())
def test_harmless_text_stays_harmless_and_ordinary_text_stays_itself(text: str) -> None:
    once = harmless(text)
    assert harmless(once) == once
    assert harmless(TEXT) == TEXT
    once.encode("utf-8")
