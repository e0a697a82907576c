"""A hostile set in a real browser: what its names, titles and addresses hold is text on every page and in every export.

Scripts and attributes that run, characters that turn a line round, cells that a spreadsheet would compute, and names of
5 MB, each in the places of title, publisher, author, address, and name, alias and role of a source.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import CHROMIUM, browsing, context_of, serving, watch
from msgspec import structs
from playwright.sync_api import Browser, BrowserContext, Page, expect

from onrecord import read_text
from onrecord.store import open_store
from onrecord.types import Reading, Role

pytestmark = pytest.mark.skipif(
    "ONRECORD_NO_BROWSER" in os.environ, reason="ONRECORD_NO_BROWSER is set: no page was opened in a browser"
)

SCRIPT = "</title></script><script>window.owned=1</script><img src=x onerror=window.owned=1>"
HOSTILE = {
    "script": f'{SCRIPT} "\' onfocus=window.owned=1 autofocus tabindex=0 x="',
    "address": f"javascript:window.owned=1//{SCRIPT}",
    "turned": "Tolv\u202eevil\u2066 Mara\x1b[31m",
    "formula": '=HYPERLINK("http://evil.example","Mara")',
    "tab": "\t=1+1 Mara",
    "long": f"{SCRIPT} Mara {'N' * 5_000_000}",
}
OBEYED = re.compile("[\x1b\u202e\u2066]")
"""Characters that a terminal or a browser would obey. The value of a field has them as they are: it is sent back."""

LARGEST = 2_000_000
"""Bytes of a page: a name of 5 MB is cut wherever it stands."""

ASKED = "Will+the+tide+gate+open%3F"


def report(number: int, hostile: str) -> Reading:
    """A report whose every name is hostile."""
    gate = "weir" if len(hostile) > LARGEST else "tide gate"  # a dossier that is carried away has names whole
    text = (
        f'Report {number} of the day\n\n"The {gate} is shut," said Mara Tolvane, a tester. She said 34{number} people '
        f"had left. Mara Tolvane predicted that the {gate} would open by July.\n"
    )
    reading = read_text(text, published=f"2026-04-0{number + 1}")
    document = structs.replace(
        reading.document, title=hostile, publisher=hostile, origin=hostile, authors=(hostile, hostile)
    )
    role = Role(span=reading.statements[0].content[0], title=hostile, organisation=hostile)
    entities = tuple(
        structs.replace(one, name=hostile, aliases=(hostile,), affiliation=hostile, roles=(role,))
        for one in reading.entities
    )
    return structs.replace(reading, document=document, entities=entities)


@pytest.fixture(scope="module")
def ids(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The ids of the reports by what is hostile in them; their record is beside."""
    made = {name: report(number, hostile) for number, (name, hostile) in enumerate(HOSTILE.items())}
    with open_store(record_of(tmp_path_factory), create=True) as store:
        store.add_many(made.values())
    return {name: reading.document.id for name, reading in made.items()}


def record_of(factory: pytest.TempPathFactory) -> Path:
    return factory.getbasetemp() / "hostile.db"


@pytest.fixture(scope="module")
def address(ids: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(record_of(tmp_path_factory)) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM.exists(), f"{CHROMIUM} is not there: install Debian's chromium, or set ONRECORD_NO_BROWSER"
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="module")
def window(browser: Browser, address: str) -> Iterator[BrowserContext]:
    context = context_of(browser, address, 1440, "light")
    yield context
    context.close()


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    page = window.new_page()
    heard = watch(page)
    yield page
    page.close()
    assert heard == []


def is_text(page: Page) -> None:
    """Nothing of the reports runs, loads, leads elsewhere or turns the line round, and what is long is cut."""
    page.wait_for_timeout(50)
    assert page.evaluate("window.owned") is None
    wrong = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(one =>
            one.localName === 'img' || one.localName === 'script' && !one.src.startsWith(location.origin + '/static/')
            || [...one.attributes].some(held => held.name.startsWith('on'))
            || /^\\s*javascript:/i.test(one.getAttribute('href') || one.getAttribute('action') || '')
        ).map(one => one.outerHTML.slice(0, 300))"""
    )
    assert wrong == []
    shown = page.evaluate(
        """() => [document.title, document.body.innerText, ...[...document.querySelectorAll('[aria-label], [title]')]
            .map(one => `${one.ariaLabel} ${one.title}`)].join(' ')"""
    )
    assert not OBEYED.search(shown)
    assert len(page.content()) < LARGEST


PLACES = (
    "/",
    "/?title=mara",
    "/search?said_only=1",
    "/people",
    "/numbers?words=people",
    f"/dossier?asked={ASKED}&since=2026-04-03",
    f"/dossier?asked={ASKED}&by=act",
    "/forecasts",
    "/audit",
    "/import",
    "/enter",
    "/articles/%3Cscript%3Ewindow.owned=1%3C%2Fscript%3E%E2%80%AE",
    "/search?words=%3Cscript%3Ewindow.owned=1%3C%2Fscript%3E%E2%80%AE",
)


@pytest.mark.parametrize("place", PLACES)
def test_a_list_shows_it_as_text(window: BrowserContext, place: str) -> None:
    page = window.new_page()
    heard = watch(page)
    page.goto(place)
    is_text(page)
    page.close()
    assert [said for said in heard if "404" not in said] == []


@pytest.mark.parametrize("name", HOSTILE)
def test_an_article_its_corrections_and_its_people_show_it_as_text(page: Page, ids: dict[str, str], name: str) -> None:
    place = f"/articles/{ids[name]}"
    page.goto(place)
    assert page.locator(".entry").count() == 3
    is_text(page)
    people = page.locator(".legend a").first.get_attribute("href") or ""
    correct = page.locator("a.correct").first
    correct.click()
    expect(page.locator("form.range")).to_have_count(1)
    is_text(page)
    page.goto(correct.get_attribute("href") or "")
    is_text(page)
    page.goto(people)
    expect(page.locator(".hit").first).to_be_visible()
    is_text(page)


def test_files_are_called_what_they_are_called(page: Page) -> None:
    page.goto("/import")
    file = {"name": "<img src=x onerror=window.owned=1>\u202etxt.exe", "mimeType": "text/plain", "buffer": b"\0\1\2"}
    page.locator("#files").set_input_files([file])  # type: ignore[list-item]
    page.get_by_role("button", name="Read files").click()
    expect(page.locator(".job[data-state=done] .failures")).to_contain_text("<img src=x", timeout=60_000)
    is_text(page)


def get(page: Page, place: str) -> bytes:
    answer = page.request.get(place, timeout=60_000)
    assert answer.status == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    return answer.body()


def test_the_page_of_a_dossier_that_is_carried_away(window: BrowserContext) -> None:
    page = window.new_page()
    html = get(page, f"/dossier?asked={ASKED}&format=html").decode()
    page.set_content(html)
    expect(page.locator("h1")).to_contain_text("tide gate")
    assert page.evaluate("window.owned") is None
    assert page.locator("img, script:not(:empty)").count() == html.count("<script>")
    assert not OBEYED.search(html)
    page.close()


def is_no_formula(text: str) -> None:
    for row in csv.reader(io.StringIO(text)):
        assert not [cell for cell in row if re.match(r"\s*[=+@]|\s*-(?![\d.]+$)", cell)]
        assert not OBEYED.search("".join(row))


@pytest.mark.parametrize("place", ["/api/v1/exports/csv", "/audit?format=csv", "/numbers?words=people&format=csv"])
def test_a_cell_is_no_formula(page: Page, place: str) -> None:
    text = get(page, place).decode()
    csv.field_size_limit(10_000_000)
    assert "HYPERLINK" in text
    is_no_formula(text)


def test_markdown_runs_nothing(page: Page) -> None:
    text = get(page, f"/dossier?asked={ASKED}&format=md").decode()
    assert "owned" in text
    assert not re.search(r"(?<!\\)<(script|img)", text)
    assert not OBEYED.search(text)


@pytest.mark.parametrize("form", ["jsonl", "annotation", "schema-org"])
def test_lines_are_json(page: Page, form: str) -> None:
    lines: list[Any] = [json.loads(line) for line in get(page, f"/api/v1/exports/{form}").splitlines()]
    assert len(lines) >= len(HOSTILE)
    assert HOSTILE["formula"] in json.dumps(lines, ensure_ascii=False).replace('\\"', '"')


def test_files_of_brat_are_of_our_own_names(page: Page, ids: dict[str, str]) -> None:
    with zipfile.ZipFile(io.BytesIO(get(page, "/api/v1/exports/brat"))) as file:
        names = {f"{one}.{kind}" for one in ids.values() for kind in ("txt", "ann")}
        assert set(file.namelist()) == names | {"annotation.conf"}
        for name in names:
            assert all(re.match(r"[TREA#]\d+\t|\*\t", line) for line in file.read(name).decode().splitlines()) or (
                name.endswith(".txt")
            )
