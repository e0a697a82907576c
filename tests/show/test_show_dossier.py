"""A dossier in HTML and Markdown: every statement with its paragraph; whatever a document brings is text."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from ask.asked import ASKED, Told, later, march, undated
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from onrecord.ask.audit.count import audit
from onrecord.ask.dossier.compile import dossier
from onrecord.ask.dossier.exhibits import Dossier
from onrecord.ask.numbers.collect import numbers
from onrecord.ask.question import Question
from onrecord.show.answers_csv import audit_csv, numbers_csv
from onrecord.show.answers_html import audit_html, numbers_html
from onrecord.show.dossier_html import dossier_html
from onrecord.show.dossier_md import dossier_md, plain_md
from onrecord.show.harmless import one_line
from onrecord.store import Store, open_store

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "section", "nav", "h1", "h2", "h3", "p", "ul", "ol"),
    *("li", "b", "span", "a", "small", "details", "summary", "blockquote", "mark", "div", "figure", "figcaption"),
    *("svg", "desc", "g", "line", "circle", "rect", "text", "tspan"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


class Elements(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("show") / "record.db", create=True) as opened:
        opened.add_many([march().reading(), later().reading(), undated().reading()])
        yield opened


@pytest.fixture(scope="module")
def found(store: Store) -> Dossier:
    return dossier(store, ASKED, since="2024-03-10")


def check(page: str) -> Elements:
    """Nothing on a page loads, runs, or leads away from it; ids are there once, and every link leads to one."""
    shown = Elements(page)
    assert {tag for tag, _ in shown.elements} <= TAGS
    for _, attrs in shown.elements:
        assert not any(name == "style" or name.startswith("on") for name in attrs)
        assert (attrs.get("href") or "#").startswith("#")
    ids = [attrs["id"] for _, attrs in shown.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    links = {attrs["href"] for tag, attrs in shown.elements if tag == "a"}
    assert {(link or "").removeprefix("#") for link in links} <= set(ids)
    return shown


def test_every_statement_opens_its_paragraph(found: Dossier) -> None:
    page = dossier_html(found)
    for number, exhibit in enumerate(found.exhibits):
        paragraph = page.index(f'<blockquote id="e-{number}">')  # within its details, so that a link to it opens them
        item = page[page.rindex("<li><details>", 0, paragraph) : page.index("</li>", paragraph)]
        assert f'</summary>\n<blockquote id="e-{number}">' in item
        assert Elements(item).text.count(exhibit.hit.words[0]) == 2, "in the line, and in the paragraph"
        assert '<mark class="content">' in item


def test_the_parts_of_the_page(found: Dossier) -> None:
    shown = check(dossier_html(found))
    assert re.findall(r"<h2>(.*?)</h2>", dossier_html(found)) == [
        *("Since 2024-03-10", "Positions", "Who says what", "What was done", "Timeline", "Only spoken about"),
        "What was read, and what was not",
    ]
    for words in ("Held not to be so (2)", "it is denied", "1 report without a date", "is no contradiction"):
        assert words in shown.text


def test_the_policy_allows_the_pages_own_style_and_nothing_else(found: Dossier) -> None:
    page = dossier_html(found)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not any(word in style[1] for word in ("http:", "https:", "url(", "@import"))


def test_numbers_have_a_plot_and_lead_to_their_statements(store: Store) -> None:
    page = dossier_html(dossier(store, "How many crews of the Ness Tunnel were laid off?"))
    check(page)
    assert page.count("<svg") == 3, "crews, boats and the timeline"
    assert '<td class="n">at least 12</td>' in page


def test_nothing_found_is_a_page_that_says_what_was_read(store: Store) -> None:
    shown = check(dossier_html(dossier(store, "Will pigs fly?")))
    assert "0 statements by 0 sources in 0 of 3 reports" in shown.text


def rendered(text: str) -> tuple[set[str], str]:
    """Kinds of tokens that CommonMark with tables makes of Markdown, and the text it shows."""
    kinds, words = set(), ""
    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(text):
        kinds.add(token.type)
        for child in token.children or ():
            kinds.add(child.type)
            words += child.content if child.type != "softbreak" else " "
    return kinds, words


def test_markdown_has_every_statement_with_its_paragraph(found: Dossier) -> None:
    page = dossier_md(found)
    for number, exhibit in enumerate(found.exhibits):
        assert f"\n- ({number + 1}) " in page
        assert f"  > {plain_md(exhibit.hit.context)}" in page
    kinds, _ = rendered(page)
    assert kinds.isdisjoint({"html_inline", "html_block", "link_open", "image", "code_inline", "fence", "code_block"})


@given(st.text(st.sampled_from("*_`[]()<>!#|~&\\-+=.:1 \n\t\u202eab@{}$^\"'")) | st.text())
def test_text_in_markdown_reads_as_itself(text: str) -> None:
    kinds, words = rendered(f"x\n\n{plain_md(text)}\n")
    allowed = {"paragraph_open", "inline", "paragraph_close", "text", "text_special"}
    assert kinds <= allowed
    assert words.removeprefix("x").strip() == one_line(text).strip()


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "[x](javascript:alert(1)) ![y](z) `c` **b** <b>",
    "</title></style></svg><svg onload=alert(1)>",
    "\u202egnp.exe\x1b]0;x\x07",
    "=cmd|'/c calc'!A1",
    "| --- | a\n# b\n> c\n```\n",
    "ש" * 200,
]
names = st.sampled_from(HOSTILE) | st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=40)


def hostile(title: str, name: str, words: str) -> Told:
    """A report whose every part is somebody's who means no good."""
    report = Told({"title": title, "publisher": name, "origin": title, "published": "2024-03-04"})
    who = report.entity(name)
    report.paragraph(f"The Ness Tunnel: {words}, {name} may say, 12 {words} if {words}.")
    content = f"The Ness Tunnel: {words}, {name} may say, 12 {words}"
    number = report.number(f"12 {words}", "12", None, words, "at-least")
    claim = report.claim(content, hedge="may", condition=f"if {words}", numbers=[number])
    report.tell(content, speakers=[who], claims=[claim])
    return report


@settings(max_examples=40, deadline=None)
@given(names, names, names)
def test_whatever_a_document_brings_is_text(title: str, name: str, words: str) -> None:
    report = hostile(title, name, words)
    with TemporaryDirectory() as folder, open_store(Path(folder) / "r.db", create=True) as store:
        store.add(report.reading())
        found = dossier(store, "Is the Ness Tunnel closed?", since="2024-01-01")
        figures, counts = numbers(store, Question(words="ness")), audit(store)
    assert len(found.exhibits) == 1
    for page in (dossier_html(found), numbers_html(figures), audit_html(counts)):
        shown = check(page)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
        assert "</main>" in page
        assert shown.elements[-1][0] != "script"
    kinds, _ = rendered(dossier_md(found))
    assert kinds.isdisjoint({"html_inline", "html_block", "link_open", "image", "code_inline", "fence", "code_block"})
    assert dossier_md(found).count("\n# ") == 0, "one heading of the first rank, at the top"
    for table in (numbers_csv(figures), audit_csv(counts)):
        assert not re.search(r"(?m)(^|,)\"?[=+@-]\D", table)


def test_pages_of_numbers_and_of_an_audit(store: Store) -> None:
    page = numbers_html(numbers(store, Question(words="crews")))
    check(page)
    assert "These count different things" in page
    assert "“Dozens of”" in page
    page = audit_html(audit(store))
    check(page)
    assert page.count("<svg") == 5, "one month alone makes no line"


def test_tables_of_numbers_and_of_an_audit(store: Store) -> None:
    heading, *rows = numbers_csv(numbers(store, Question(words="crews"))).splitlines()
    assert heading.startswith("counted,unit,per,change,low,high,bound,words,as_of")
    assert rows[0].startswith("crews,,,,12,,at-least,At least 12,2024-03-04,published,Ilse Varga,assert")
    heading, total, *rows = audit_csv(audit(store)).splitlines()
    assert heading.startswith("row,publisher,month,documents,statements")
    assert total.startswith("all,,,3,11,")
    assert [row.split(",")[0] for row in rows].count("publisher") == 3


def test_the_example_of_the_documentation(tmp_path: Path) -> None:
    """What docs/dossier.md shows is what is printed."""
    page = (Path(__file__).parents[2] / "docs" / "dossier.md").read_text(encoding="utf-8")
    shown = "\n".join(line[4:] for line in page.splitlines() if line.startswith("    ") or not line.strip())
    example = shown[shown.index("## Since 2024-03-10") :].strip()
    with open_store(tmp_path / "r.db", create=True) as store:
        store.add_many([march().reading(), later().reading()])
        printed = dossier_md(dossier(store, ASKED, since="2024-03-10"))
    assert example in printed
