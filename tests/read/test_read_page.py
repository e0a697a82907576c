"""Pages become reports: title first, a block a paragraph, and what the page says of itself."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from read.samples import PARAGRAPHS, REPORT, TITLE, page

from onrecord.errors import UnreadableInput
from onrecord.read.page import Page, is_page, read_page


def read(html: str, url: str = "") -> Page:
    """Read a page in UTF-8."""
    return read_page(html.encode(), "a.html", url)


def test_a_page() -> None:
    found = read(page())
    assert found.text == "\n\n".join((TITLE, *PARAGRAPHS))
    assert (found.title, found.publisher, found.authors) == (TITLE, "The Harbour Echo", ("Tomas Reed",))
    assert (found.published, found.url) == ("2021-11-04", "")


def test_headings_lists_and_quotations_are_blocks_each() -> None:
    body = (
        f"<p>{PARAGRAPHS[0]}</p><h2>What the board says</h2><blockquote><p>{PARAGRAPHS[1]}</p></blockquote>"
        f"<ul><li>{PARAGRAPHS[2]}</li><li>{PARAGRAPHS[3]}</li></ul>"
        "<p>First line.<br>Second\n   line, <b>bold</b> too.</p>"
    )
    assert read(page(body)).text.split("\n\n")[1:] == [
        PARAGRAPHS[0],
        "What the board says",
        *PARAGRAPHS[1:],
        "First line.",
        "Second line, bold too.",
    ]


def test_rows_of_data_are_lines_and_pages_laid_out_by_tables_are_not() -> None:
    table = "<table><tr><th>Port</th><th>Ships</th></tr><tr><td>Saltholm</td><td>12</td></tr></table>"
    data = read(page("".join(f"<p>{text}</p>" for text in PARAGRAPHS) + table)).text.split("\n\n")
    assert data[-2:] == ["Port | Ships", "Saltholm | 12"]
    layout = "<html><body><table><tr><td>" + "</td><td>".join(PARAGRAPHS) + "</td></tr></table></body></html>"
    assert [block for block in read(layout).text.split("\n\n") if block in PARAGRAPHS] == list(PARAGRAPHS)


def test_preformatted_text_keeps_its_paragraphs() -> None:
    body = "<pre>" + "\n\n".join(text.replace(", ", ",\n") for text in PARAGRAPHS) + "</pre>"
    assert read(page(body)).text.split("\n\n")[-4:] == list(PARAGRAPHS)


def test_a_title_that_the_text_repeats_is_there_once() -> None:
    body = f"<h2>{TITLE.upper()}</h2>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    html = page(body).replace(f"<h1>{TITLE}</h1>", "")
    assert read(html).text.lower().count(TITLE.lower()) == 1


def test_the_encoding_that_the_page_names() -> None:
    html = page(charset='<meta charset="windows-1251">').replace("Ingrid Vane", "Ingrid Vane (Ингрид Вейн)")
    assert "(Ингрид Вейн)" in read_page(html.replace("©", "").encode("cp1251"), "a.html").text


def test_the_encoding_that_the_server_names_comes_first() -> None:
    html = page(charset='<meta charset="koi8-r">').replace("Ingrid Vane", "Ingrid Vane (Ингрид Вейн)").replace("©", "")
    assert "(Ингрид Вейн)" in read_page(html.encode("cp1251"), "a.html", charset="windows-1251").text


def test_a_page_may_name_a_better_address_of_its_own_site_only() -> None:
    link = '<link rel="canonical" href="https://www.echo.example/sea/ferry">'
    assert read(page(head=link), "https://echo.example/sea/ferry?page=1").url == "https://www.echo.example/sea/ferry"
    assert read(page(head=link), "https://copy.example/x").url == "https://copy.example/x"
    assert read(page(head=link)).url == "https://www.echo.example/sea/ferry"


def test_authors_of_linked_data() -> None:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "author": [{"name": "Ana Bell"}, {"name": "Oto Kern"}],
    }
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    html = page(head=head).replace('<meta name="author" content="Tomas Reed">', "")
    assert read(html).authors == ("Ana Bell", "Oto Kern")


def test_an_author_who_is_nobody() -> None:
    assert read(page().replace("Tomas Reed", "Site Admin").replace("Site Admin", "admin")).authors == ()


@pytest.mark.parametrize(
    "html",
    [
        page().replace("</p>", "").replace("</article>", "").replace("</html>", ""),
        page().replace("<p>", "<p></b></i></div>"),
        page().replace("<body>", "<body><body><p class='x\" id=y>"),
        "".join(f"<p>{text}" for text in PARAGRAPHS),
        page().replace("<!DOCTYPE html>", '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>'),
        page(head="<script>if (a < b) { document.write('<p>') }</script>"),
    ],
)
def test_broken_html_is_read(html: str) -> None:
    assert PARAGRAPHS[1] in read(html).text


@pytest.mark.parametrize(
    "html",
    ["<html></html>", "<!doctype html><html><body><p></p></body></html>", "{}", "<", "<html><body>" + "<div>" * 10**4],
)
def test_a_page_without_a_report_says_what_to_do(html: str) -> None:
    with pytest.raises(UnreadableInput, match=r"save the report's text as \.txt"):
        read(html)


NESTS = {
    "div": "<div>",
    "b": "<b>",
    "quote": "<blockquote>",
    "list": "<ul><li>a",
    "table": "<table><tr><td>",
    "font": "<font><p>a ",
    "link": '<a href="',
    "comment": "<!--",
    "brackets": "<",
    "spans": "<span>a</span>",
    "digits": "1",
    "dates": "2020-01-01 ",
    "quotes": "“",
}


@pytest.mark.parametrize("piece", NESTS.values(), ids=NESTS)
def test_hostile_pages_are_a_text_or_are_refused(piece: str) -> None:
    html = page(piece * (10**5 // len(piece)) + "".join(f"<p>{text}</p>" for text in PARAGRAPHS))
    with contextlib.suppress(UnreadableInput):
        assert read(html).text


def test_a_page_of_a_million_tags_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*args: object, **kwargs: object) -> None:
        pytest.fail("it was parsed")

    monkeypatch.setattr("trafilatura.bare_extraction", parse)
    with pytest.raises(UnreadableInput, match="has over 50000 tags, more than a report"):
        read(page("<td>a</td>" * 500_000))


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("<!DOCTYPE html><p>", True),
        ("  \n<HTML lang=en>", True),
        ("\ufeff<!doctype html>", True),
        ("<?xml version='1.0'?>\n<html>", True),
        ("<!-- saved from somewhere -->\n<html>", True),
        (REPORT, False),
        ("<b>not a page</b>", False),
        (" " * 10**5, False),
    ],
)
def test_what_begins_as_a_page(start: str, expected: bool) -> None:
    assert is_page(start.encode()) is expected


def test_nothing_is_said_but_by_errors(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreadableInput):
        read("{}")
    assert capfd.readouterr() == ("", "")
