"""HTML: the report with its statements marked; nothing that a document brings loads or runs."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

from ferry import MINISTER, QUAY, TEXT, ferry

from onrecord.show.confident import confident
from onrecord.show.html import html_header, record_html


class Elements(HTMLParser):
    """What a browser would make of a page: its elements, and the text of the report's column."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.article = ""
        self._in_article = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._in_article = self._in_article or tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self._in_article = self._in_article and tag != "article"

    def handle_data(self, data: str) -> None:
        if self._in_article:
            self.article += data


def test_the_whole_report_is_there_word_by_word() -> None:
    assert Elements(record_html(ferry())).article.split() == TEXT.split()


def test_every_statement_is_marked_in_the_text_and_linked_both_ways() -> None:
    elements = Elements(record_html(ferry())).elements
    ids = [attrs["id"] for _, attrs in elements if "id" in attrs]
    links = {attrs["href"] for tag, attrs in elements if tag == "a"}
    for statement in ferry().statements:
        assert f"r-{statement.id}" in ids
        assert f"#s-{statement.id}" in links
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in links if link and link.startswith("#r-")} <= set(ids)


def test_a_statement_tells_who_and_what() -> None:
    page = record_html(ferry())
    item = page[page.index(f'<li id="r-{QUAY.id}"') :]
    item = item[: item.index("</li>")]
    assert MINISTER.name in item
    assert "We will not leave the islanders on the quay," in item


def test_what_a_document_brings_is_text() -> None:
    hostile = "<script>alert(1)</script>"
    page = record_html(ferry(title=hostile, publisher='"><img src=x onerror=alert(1)>', origin="javascript:alert(1)"))
    tags = {tag for tag, _ in Elements(page).elements}
    assert tags <= {
        "section",
        "header",
        "h2",
        "p",
        "article",
        "div",
        "a",
        "aside",
        "h3",
        "ol",
        "li",
        "b",
        "span",
        "small",
    }
    assert "&lt;script&gt;" in page
    assert all((attrs.get("href") or "#").startswith("#") for _, attrs in Elements(page).elements)


def test_no_character_of_a_title_turns_the_line_round() -> None:
    assert "\u202e" not in record_html(ferry(title="evil \u202egnp.exe"))


def test_the_policy_allows_the_pages_own_style_and_nothing_else() -> None:
    header = html_header()
    style = re.search(r"<style>(.*?)</style>", header, re.S)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in header
    assert not any(word in header for word in ("http:", "https:", "url(", "@import"))


def test_statements_below_the_confidence_are_left_out() -> None:
    kept = confident(ferry(), 0.9).statements
    assert 0 < len(kept) < len(ferry().statements)
    assert record_html(ferry(), min_confidence=0.9).count("<li ") == len(kept)
