"""Every page and every action in Chromium, at two widths, light and dark, with nothing but the server to reach."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import CHROMIUM, axe, browsing, context_of, serving, wait_until_scrolled, watch
from papers import FERRY_TITLE, STRIKE_TITLE
from playwright.sync_api import Browser, BrowserContext, Page, expect

NAME = "Nell Arkwright"

pytestmark = pytest.mark.skipif(
    "ONRECORD_NO_BROWSER" in os.environ, reason="ONRECORD_NO_BROWSER is set: no page was opened in a browser"
)


@pytest.fixture(scope="module")
def address(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    record = Path(shutil.copy(made, tmp_path_factory.mktemp("served") / "record.db"))
    with serving(record) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM.exists(), f"{CHROMIUM} is not there: install Debian's chromium, or set ONRECORD_NO_BROWSER"
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="module")
def wide(browser: Browser, address: str) -> Iterator[BrowserContext]:
    context = context_of(browser, address, 1440, "light")
    context.add_cookies([{"name": "onrecord_author", "value": "Nell%20Arkwright", "url": address}])
    yield context
    context.close()


@pytest.fixture(scope="module")
def narrow(browser: Browser, address: str) -> Iterator[BrowserContext]:
    context = context_of(browser, address, 390, "dark")
    yield context
    context.close()


@pytest.fixture
def page(wide: BrowserContext) -> Iterator[Page]:
    """A page of the wide window that complains of nothing."""
    page = wide.new_page()
    heard = watch(page)
    yield page
    page.close()
    assert heard == []


def open_article(page: Page, title: str = FERRY_TITLE) -> None:
    page.goto("/")
    page.get_by_role("link", name=title).click()
    expect(page.locator("h1")).to_have_text(title)
    page.wait_for_load_state()  # keys are nothing before the deferred script has run


def entry(page: Page, words: str) -> str:
    """The id of the statement in the panel that has some words."""
    found = page.locator("#record .entry", has=page.locator(".words", has_text=words)).first
    return found.get_attribute("data-s") or ""


def undo_all(page: Page) -> None:
    while page.locator(".decisions .undo").count():
        before = page.locator(".decisions .undo").count()
        if not page.locator("details.decisions").evaluate("one => one.open"):
            page.locator("details.decisions > summary").click()
        page.locator(".decisions .undo").first.click()
        expect(page.locator(".decisions .undo")).to_have_count(before - 1)


PLACES = (
    "/",
    "ARTICLE",
    "HOSTILE",
    "CORRECT",
    "/search",
    "/search?words=ferry&order=newest",
    "/people",
    "PERSON",
    "/numbers?words=people",
    "/dossier?asked=Will+the+ferry+sail+before+June%3F&since=2026-03-20",
    "/forecasts",
    "/audit",
    "/audit/articles?first=named",
    "/import",
    "/enter",
    "/articles/none",
)


def place_of(page: Page, place: str) -> str:
    """Where a page is that is known by what leads to it."""
    if place in ("ARTICLE", "CORRECT", "HOSTILE"):
        page.goto("/")
        title = re.compile("alert") if place == "HOSTILE" else FERRY_TITLE
        link = page.get_by_role("link", name=title).get_attribute("href") or ""
        if place != "CORRECT":
            return link
        page.goto(link)
        return page.locator("a.correct").first.get_attribute("href") or ""
    if place == "PERSON":
        page.goto("/people?who=penhallow")
        return page.get_by_role("link", name="Dora Penhallow", exact=True).get_attribute("href") or ""
    return place


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("place", PLACES)
def test_a_page(request: pytest.FixtureRequest, width: str, place: str) -> None:
    page = request.getfixturevalue(width).new_page()
    heard = watch(page)
    answer = page.goto(place_of(page, place))
    assert answer is not None
    assert answer.status == (404 if place == "/articles/none" else 200)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    for details in page.locator("details").all()[:3]:
        details.evaluate("one => { one.open = true; }")
    assert axe(page) == []
    page.close()
    assert [said for said in heard if "404" not in said] == []


def test_keys_go_from_statement_to_statement_and_say_why(page: Page) -> None:
    open_article(page)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.dataset.s")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.dataset.s")
    assert first != second
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    expect(page.locator(f"#r-{second}")).to_have_class(re.compile(r"\bon\b"))
    page.keyboard.press("Enter")
    why = page.locator(f"#r-{second} details.why")
    expect(why).to_have_attribute("open", "")
    for part, name in (("speaker", "evidence"), ("rest", "evidence-rest")):
        words = why.locator(f".of-{part} .evidence").all_inner_texts()
        assert words
        marked = page.evaluate("name => [...CSS.highlights.get(name)].map(String)", name)
        assert sorted(" ".join(one.split()) for one in marked) == sorted(words)
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.dataset.s") == first
    page.keyboard.press("Escape")
    expect(page.locator(".entry.on")).to_have_count(0)


def test_why_this_speaker_is_told_in_words_and_first(page: Page) -> None:
    open_article(page)
    why = page.locator(f"#r-{entry(page, '4 million crowns')} details.why")
    why.locator("summary").click()
    expect(why.locator(".of-speaker li").first).to_contain_text("He is named right before the verb promised")
    expect(why.locator(".of-speaker li").nth(1)).to_contain_text("He is the last person named before: Anton Rask")
    headings = why.locator("h2").all_inner_texts()
    assert headings[0] == "Why this act"
    assert "Numbers" in headings
    looks = [
        page.evaluate(
            "one => { const is = getComputedStyle(one); return [is.backgroundColor, is.textDecorationLine]; }",
            why.locator(f".of-{part} .evidence").first.element_handle(),
        )
        for part in ("speaker", "rest")
    ]
    assert looks[0][0] != looks[1][0]
    assert looks[0][1] != looks[1][1]  # not by colour alone


def test_the_panel_follows_the_text(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 420})
    open_article(page)
    last = page.locator("#text a[data-s]").last
    page.mouse.move(300, 300)
    page.mouse.wheel(0, 5000)
    expect(page.locator(".entry.on")).to_have_count(1)
    wait_until_scrolled(page.locator("#record"), "scrollTop")
    assert last.is_visible()


def test_accept_reject_and_undo(page: Page) -> None:
    open_article(page)
    page.keyboard.press("j")
    page.keyboard.press("j")
    chosen = page.evaluate("document.activeElement.dataset.s")
    page.keyboard.press("a")
    expect(page.locator(f"#r-{chosen} .decided")).to_have_text("accepted")
    expect(page.locator("details.decisions > summary")).to_have_text("1 decision by hand")
    page.locator(f"#r-{chosen} button[value=reject]").click()
    expect(page.locator(f"#r-{chosen}")).to_have_count(0)
    expect(page.locator("details.decisions > summary")).to_have_text("2 decisions by hand")
    assert NAME in page.locator(".decisions").inner_text()
    undo_all(page)
    expect(page.locator(f"#r-{chosen}")).to_have_count(1)
    page.reload()
    expect(page.locator(".decisions")).to_have_count(0)


def test_what_was_done_is_told(page: Page) -> None:
    open_article(page)
    page.keyboard.press("j")
    words = page.locator(".entry.on .words").inner_text()[:20]
    page.keyboard.press("a")
    expect(page.locator("#told")).to_contain_text("Accepted: “")
    expect(page.locator("#told")).to_contain_text(words)
    page.keyboard.press("u")
    expect(page.locator("#told")).to_contain_text("Undone: accept “")
    page.keyboard.press("r")
    expect(page.locator("#told")).to_contain_text("Rejected: “")
    page.keyboard.press("u")
    expect(page.locator("#told")).to_contain_text("Undone: reject “")


def test_after_a_rejection_the_next_statement_is_the_current_one(page: Page) -> None:
    open_article(page)
    ids = page.eval_on_selector_all("#text a[data-s]", "all => all.map(one => one.dataset.s)")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("r")
    expect(page.locator(f"#r-{ids[1]}")).to_have_count(0)
    expect(page.locator(".entry.on")).to_have_attribute("data-s", ids[2])
    page.keyboard.press("a")
    expect(page.locator(f"#r-{ids[2]} .decided")).to_have_text("accepted")
    page.keyboard.press("j")
    expect(page.locator(".entry.on")).to_have_attribute("data-s", ids[3])
    undo_all(page)


def test_after_the_last_is_rejected_the_one_before_is_current(page: Page) -> None:
    open_article(page)
    ids = page.eval_on_selector_all("#text a[data-s]", "all => all.map(one => one.dataset.s)")
    page.keyboard.press("k")
    expect(page.locator(".entry.on")).to_have_attribute("data-s", ids[-1])
    page.keyboard.press("r")
    expect(page.locator(".entry.on")).to_have_attribute("data-s", ids[-2])
    undo_all(page)


def test_escape_closes_a_form_and_goes_back_to_what_opened_it(page: Page) -> None:
    open_article(page)
    page.keyboard.press("j")
    page.keyboard.press("e")
    expect(page.locator("#record form.range").get_by_label("Speaker")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#record form.range")).to_have_count(0)
    expect(page.locator(".entry.on a.correct")).to_be_focused()
    page.locator("#draw > summary").click()
    page.locator("#draw input[name=reason]").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#draw")).not_to_have_attribute("open", "")
    expect(page.locator("#draw > summary")).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator(".entry.on")).to_have_count(1)


def test_a_decision_needs_a_name(browser: Browser, address: str) -> None:
    context = context_of(browser, address, 1440, "light")
    page = context.new_page()
    open_article(page)
    page.locator("button[value=accept]").first.click()
    expect(page.locator("#told")).to_contain_text("in whose name")
    page.get_by_label("Your name, kept with each decision").fill("Wat Pellow")
    page.locator("button[value=accept]").first.click()
    expect(page.locator(".decided")).to_have_text("accepted")
    expect(page.locator(".decisions")).to_contain_text("Wat Pellow")
    undo_all(page)
    context.close()


def test_change_speaker_and_act(page: Page) -> None:
    open_article(page)
    chosen = entry(page, "340 people")
    page.locator(f"#r-{chosen} a.correct").click()
    form = page.locator("#record form.range")
    expect(form.get_by_label("Speaker")).to_be_focused()
    form.get_by_label("Speaker").select_option(label="Ilse Varga")
    form.get_by_label("Act").select_option("warn")
    form.get_by_label("Reason").fill("misread")
    form.get_by_role("button", name="Change", exact=True).click()
    expect(page.locator(f"#r-{chosen} .says")).to_contain_text("Ilse Varga")
    expect(page.locator(f"#r-{chosen} .says")).to_contain_text("warned")
    expect(page.locator(f"#r-{chosen} .decided")).to_have_text("changed")
    page.goto("/search?who=varga&words=people")
    expect(page.locator(".hit")).to_contain_text(["340 people"])
    open_article(page)
    undo_all(page)
    expect(page.locator(f"#r-{chosen} .says")).to_contain_text("Dora Penhallow")


def test_change_a_range_and_say_that_nothing_is_hedged(page: Page) -> None:
    open_article(page)
    chosen = entry(page, "340 people")
    page.locator(f"#r-{chosen} a.correct").click()
    form = page.locator("#record form.certainty")
    form.get_by_label("At least").fill("20")
    form.get_by_label("At most").fill("45")
    form.get_by_role("button", name="Give it this range").click()
    expect(page.locator(f"#r-{chosen} .facts").first).to_contain_text("20–45% by hand")
    expect(page.locator("details.decisions")).to_contain_text("range 20–45%")
    page.locator(f"#r-{chosen} a.correct").click()
    page.locator("#record form.certainty").get_by_role("button", name="Not hedged").click()
    expect(page.locator("details.decisions")).to_contain_text("not hedged")
    expect(page.locator(f"#r-{chosen}")).not_to_contain_text("20–45%")
    undo_all(page)


def test_a_name_that_was_given_is_not_asked_for_again(page: Page) -> None:
    open_article(page)
    page.locator("#author").fill("Wat Pellow")
    page.locator("#record a.correct").first.click()
    expect(page.locator("#record form.certainty").get_by_label("Your name")).to_have_value("Wat Pellow")


def test_what_was_told_of_a_mistake_goes_when_it_is_mended(wide: BrowserContext) -> None:
    page = wide.new_page()
    open_article(page)
    page.locator("#record a.correct").first.click()
    form = page.locator("#record form.range")
    form.get_by_role("button", name="Change", exact=True).click()
    expect(page.locator("#told")).to_contain_text("nothing is changed")
    form.get_by_label("Act").select_option("warn")
    form.get_by_role("button", name="Change", exact=True).click()
    expect(page.locator("details.decisions")).to_have_count(1)
    expect(page.locator("#told")).not_to_contain_text("nothing is changed")
    undo_all(page)
    page.close()


def test_a_report_is_accepted_as_read_through(page: Page) -> None:
    open_article(page, STRIKE_TITLE)
    page.get_by_role("button", name="All read through").click()
    expect(page.locator("details.decisions")).to_contain_text("the whole report")
    undo_all(page)


def test_nothing_changed_is_said_so(wide: BrowserContext) -> None:
    page = wide.new_page()
    open_article(page)
    page.locator("#record a.correct").first.click()
    page.locator("#record form.range").get_by_role("button", name="Change", exact=True).click()
    expect(page.locator("#told")).to_contain_text("nothing is changed")
    page.close()


def select_words(page: Page, words: str) -> None:
    """Select words of the text as a person does who drags over them."""
    done = page.evaluate(
        """words => {
            const runs = [...document.querySelectorAll('#text [data-at]')];
            const run = runs.find(one => one.textContent.includes(words));
            if (!run) return false;
            const start = run.firstChild.data.indexOf(words);
            document.getSelection().setBaseAndExtent(run.firstChild, start, run.firstChild, start + words.length);
            return true;
        }""",
        words,
    )
    assert done, words


def test_draw_a_missed_statement(page: Page) -> None:
    open_article(page, STRIKE_TITLE)
    before = page.locator(".entry").count()
    select_words(page, "council")
    form = page.locator("#draw form")
    expect(form.locator(".picked")).to_have_text("council")
    form.get_by_label("Speaker").select_option(label="Anton Rask")
    form.get_by_label("Act").select_option("assert")
    form.get_by_role("button", name="Add").click()
    expect(page.locator(".entry")).to_have_count(before + 1)
    added = page.locator(".entry", has=page.locator(".decided", has_text="added"))
    expect(added.locator(".words")).to_have_text("council")
    expect(added.locator(".says")).to_contain_text("Anton Rask")
    undo_all(page)
    expect(page.locator(".entry")).to_have_count(before)


def test_give_a_statement_other_words(page: Page) -> None:
    open_article(page)
    chosen = entry(page, "had been starved of money")
    page.locator(f"#r-{chosen} a.correct").click()
    form = page.locator("#record form.range")
    expect(form.get_by_label("Speaker")).to_be_focused()
    select_words(page, "starved of money")
    expect(form.locator(".picked")).to_have_text("starved of money")
    form.get_by_role("button", name="Give it these words").click()
    added = page.locator(".entry", has=page.locator(".decided", has_text="added"))
    expect(added.locator(".words")).to_have_text("starved of money")
    expect(added.locator(".says")).to_contain_text("denied")
    undo_all(page)
    expect(page.locator(f"#r-{chosen}")).to_have_count(1)


def test_merge_and_split_in_an_article(page: Page) -> None:
    open_article(page)
    chosen = entry(page, "340 people")
    page.locator(f"#r-{chosen} a.correct").click()
    page.locator("#record .correction summary").click()
    merge = page.locator("#record form.merge")
    merge.get_by_label("Is the same as").select_option(label="Ilse Varga")
    merge.get_by_role("button", name="Merge").click()
    expect(page.locator("details.decisions > summary")).to_have_text("1 decision by hand")
    expect(page.locator(".legend li")).not_to_have_count(0)
    names = page.locator(".legend").inner_text()
    assert ("Ilse Varga" in names) != ("Dora Penhallow" in names)
    undo_all(page)
    page.locator(f"#r-{chosen} a.correct").click()
    page.locator("#record .correction summary").click()
    split = page.locator("#record form.split")
    split.get_by_label("Name of the other").fill("Wat Pellow")
    split.get_by_role("button", name="Split").click()
    expect(page.locator(f"#r-{chosen} .says")).to_contain_text("Wat Pellow")
    expect(page.locator(".legend")).to_contain_text("Dora Penhallow")
    undo_all(page)


def test_search_narrows_and_opens_the_place(page: Page) -> None:
    page.goto("/search")
    page.get_by_label("Words").fill("ferry")
    page.keyboard.press("Enter")
    expect(page.locator(".hit")).not_to_have_count(0)
    assert "words=ferry" in page.url
    all_of_them = page.locator(".hit").count()
    page.locator(".facets a", has_text="Halm Echo").click()
    expect(page.locator(".chosen")).to_contain_text("Halm Echo")
    assert 0 < page.locator(".hit").count() < all_of_them
    page.locator(".chosen a", has_text="Halm Echo").click()
    expect(page.locator(".hit")).to_have_count(all_of_them)
    page.locator(".hit details.context summary").first.click()
    expect(page.locator(".hit mark").first).to_be_visible()
    chosen = page.locator(".hit").first.get_attribute("data-statement")
    page.locator(".hit .facts a").first.click()
    expect(page.locator(f"#s-{chosen}")).to_be_in_viewport()
    expect(page.locator(f"#r-{chosen}")).to_have_class(re.compile(r"\bon\b"))


def test_search_goes_on_by_pages(page: Page) -> None:
    page.goto("/search?limit=6&order=newest&said_only=1")
    seen = set()
    while True:
        seen |= {one.get_attribute("data-statement") for one in page.locator(".hit").all()}
        if not page.get_by_role("link", name="More", exact=True).count():
            break
        page.get_by_role("link", name="More", exact=True).click()
        page.wait_for_load_state()
    page.goto("/search?limit=200&order=newest&said_only=1")
    assert seen == {one.get_attribute("data-statement") for one in page.locator(".hit").all()}
    assert len(seen) > 5


def test_acts_have_one_word_wherever_they_stand(page: Page) -> None:
    page.goto("/search?acts=assess&acts=promise")
    expect(page.locator(".chosen li").first).to_contain_text("Act: judged")
    assert "promised" in page.locator("#act option").all_inner_texts()
    assert page.locator("#act option", has_text="promised").get_attribute("value") == "promise"


def test_one_name_becomes_one_person(page: Page) -> None:
    page.goto("/people?who=penhallow")
    page.get_by_role("link", name="Dora Penhallow", exact=True).click()
    expect(page.locator("h1")).to_have_text("Dora Penhallow")
    expect(page.get_by_text("is not certain")).to_be_visible()
    for box in page.locator("input[name=in]").all():
        box.check()
    page.get_by_role("button", name="They are one").click()
    expect(page.locator("h1")).to_have_text("Dora Penhallow")
    page.goto("/people?who=penhallow")
    page.get_by_role("link", name="Dora Penhallow", exact=True).click()
    expect(page.get_by_role("link", name=FERRY_TITLE).first).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Decided by hand")).to_have_count(0)


def test_without_scripts_one_name_is_told_apart_and_that_is_undone(browser: Browser, address: str) -> None:
    context = context_of(browser, address, 390, "light", script=False)
    page = context.new_page()
    page.goto(place_of(page, "PERSON"))
    place = page.url
    form = page.locator("form.who")
    form.locator("input[name=in]").first.check()
    form.get_by_label("Your name").fill("Wat Pellow")
    form.get_by_label("Reason").fill("one is a grandmother")
    form.get_by_role("button", name="They are not the same").click()
    expect(form.get_by_role("alert")).to_contain_text("two documents at least")
    expect(form.get_by_label("Reason")).to_have_value("one is a grandmother")
    expect(form.locator("input[name=in]").first).to_be_checked()
    form.locator("input[name=in]").last.check()
    form.get_by_role("button", name="They are not the same").click()
    assert page.url == place
    expect(page.locator("main")).to_contain_text("Not all of them mean one person, as was judged:")
    expect(page.locator(".decisions")).to_contain_text("not the same")
    expect(page.locator(".decisions")).to_contain_text("one is a grandmother")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    for box in form.locator("input[name=in]").all():
        box.check()
    form.get_by_role("button", name="They are one").click()
    expect(form.get_by_role("alert")).to_contain_text("undo that first")
    page.locator(".decisions").get_by_role("button", name="Undo").click()
    assert page.url == place
    expect(page.get_by_text("is not certain")).to_be_visible()
    context.close()


def test_on_a_telephone_the_filters_stand_before_what_was_found(browser: Browser, address: str) -> None:
    context = context_of(browser, address, 390, "light", script=False)
    page = context.new_page()
    page.goto("/search?words=ferry")
    links = page.locator(".facets .by a")
    expect(links.first).to_be_hidden()
    hit = page.locator(".hit").first.bounding_box()
    summary = page.locator(".facets summary").bounding_box()
    assert hit is not None
    assert summary is not None
    assert summary["y"] < hit["y"] < 900
    page.locator(".facets summary").focus()
    page.keyboard.press("Enter")
    expect(links.first).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(page.locator(".facets summary")).to_be_hidden()
    expect(links.first).to_be_visible()
    context.close()


def test_on_a_telephone_a_statement_is_explained_over_the_text_which_keeps_its_place(narrow: BrowserContext) -> None:
    page = narrow.new_page()
    heard = watch(page)
    open_article(page)
    run = page.locator("#text a[data-s]").nth(2)
    run.scroll_into_view_if_needed()
    chosen = run.get_attribute("data-s")
    before = page.evaluate("scrollY")
    run.click()
    sheet = page.locator(f"#r-{chosen}")
    expect(sheet).to_be_focused()
    expect(sheet.locator("details.why .evidence").first).to_be_in_viewport()
    expect(run).to_be_in_viewport()
    assert abs(page.evaluate("scrollY") - before) < 500
    box, words = sheet.bounding_box(), run.bounding_box()
    assert box is not None
    assert words is not None
    assert words["y"] + words["height"] < box["y"]  # what was tapped is not covered
    assert axe(page) == []
    place = page.evaluate("scrollY")
    sheet.get_by_role("button", name="Back to the text").click()
    expect(run).to_be_focused()
    expect(page.locator(".near")).to_have_count(0)
    assert page.evaluate("scrollY") == place
    page.keyboard.press("Enter")
    expect(sheet).to_be_focused()
    page.keyboard.press("Escape")
    expect(run).to_be_focused()
    assert page.evaluate("scrollY") == place
    page.close()
    assert heard == []


def test_on_a_telephone_a_decision_is_made_over_the_text(browser: Browser, address: str) -> None:
    context = context_of(browser, address, 390, "light")
    context.add_cookies([{"name": "onrecord_author", "value": "Nell%20Arkwright", "url": address}])
    page = context.new_page()
    open_article(page)
    run = page.locator("#text a[data-s]").nth(2)
    chosen = run.get_attribute("data-s")
    run.click()
    place = page.evaluate("scrollY")
    page.locator(f"#r-{chosen} button[value=accept]").click()
    expect(page.locator(f"#r-{chosen}.near .decided")).to_have_text("accepted")
    assert abs(page.evaluate("scrollY") - place) < 100
    page.keyboard.press("Escape")
    undo_all(page)
    context.close()


def test_a_wide_table_shows_that_it_goes_on_and_keys_scroll_it(narrow: BrowserContext) -> None:
    page = narrow.new_page()
    page.goto("/people")
    table = page.get_by_role("region", name="Table of sources")
    assert table.evaluate("one => one.scrollWidth > one.clientWidth")
    assert "local" in table.evaluate("one => getComputedStyle(one).backgroundAttachment")
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    edge = {"x": box["x"] + box["width"] - 8, "y": box["y"], "width": 8, "height": 60}
    table.focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    wait_until_scrolled(table, "scrollLeft")
    shots = []
    for left in (0, 10_000):  # the edge at the beginning and at the end, without the words on it
        table.evaluate(
            "(one, left) => { one.blur(); one.firstElementChild.style.opacity = 0; one.scrollLeft = left; }", left
        )
        shots.append(page.screenshot(clip=edge))  # type: ignore[arg-type]
    assert shots[0] != shots[1]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_caption_of_a_wide_table_stays_in_sight(browser: Browser, address: str, width: int, scheme: str) -> None:
    context = context_of(browser, address, width, scheme)
    page = context.new_page()
    page.goto("/people")
    table, caption = page.get_by_role("region", name="Table of sources"), page.locator("caption > span")
    for left in (0, 10_000):
        table.evaluate("(one, left) => { one.scrollLeft = left; }", left)
        expect(caption).to_be_visible()
        around, box = table.bounding_box(), caption.bounding_box()
        assert around is not None
        assert box is not None
        assert around["x"] <= box["x"]
        assert box["x"] + box["width"] <= around["x"] + around["width"]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("place", ["/audit", "/numbers?words=people", "/dossier?asked=Will+the+ferry+sail%3F"])
def test_no_word_of_a_plot_is_cut_or_lies_on_another(request: pytest.FixtureRequest, width: str, place: str) -> None:
    page = request.getfixturevalue(width).new_page()
    page.goto(place)
    found = page.evaluate(
        """() => [...document.querySelectorAll('figure svg')].flatMap(svg => {
            const box = svg.getBoundingClientRect();
            const words = [...svg.querySelectorAll('text')].map(one => [one.textContent, one.getBoundingClientRect()]);
            const cut = words.filter(([, is]) => is.left < box.left - 1 || is.right > box.right + 1);
            const over = words.filter(([, is], at) => words.slice(at + 1).some(([, other]) =>
                is.left < other.right && other.left < is.right
                && is.top < other.bottom - 4 && other.top < is.bottom - 4));
            const small = words.filter(([, is]) => is.height < 9);
            return [...cut, ...over, ...small].map(([words]) => words);
        })"""
    )
    assert page.locator("figure svg text").count() > 0
    assert found == []
    page.close()


def test_numbers_dossier_and_audit_open_their_lists(page: Page) -> None:
    page.goto("/numbers?words=people")
    expect(page.locator(".series figure svg").first).to_be_visible()
    page.locator(".series .scroll a", has_text="340").first.click()
    expect(page.locator("h1")).to_have_text(FERRY_TITLE)
    page.goto("/dossier")
    page.get_by_role("searchbox", name="Question").fill("Will the ferry sail before June?")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Will the ferry sail before June?")
    expect(page.locator(".exhibit").first).to_be_visible()
    expect(page.locator("figure.chart svg").first).to_be_visible()
    expect(page.get_by_role("heading", name="Timeline")).to_be_visible()
    page.get_by_role("link", name="act", exact=True).click()
    expect(page.locator(".group h3").first).to_be_visible()
    page.goto("/audit")
    page.locator(".tally a", has_text="article").click()
    expect(page.locator("h1")).to_have_text("Articles counted")
    expect(page.locator(".hit").first).to_be_visible()
    page.go_back()
    page.locator(".scroll td.n a").first.click()
    expect(page.locator("h1")).to_have_text("Search")
    expect(page.locator(".hit").first).to_be_visible()


def test_a_forecast_is_resolved_and_opened_again(page: Page) -> None:
    page.goto("/forecasts")
    forecast = page.locator(".forecast").first
    forecast.get_by_text("Resolve").click()
    forecast.get_by_label("Came as foretold").select_option("yes")
    forecast.get_by_label("Evidence").fill("The ferry sailed on 2 June.")
    forecast.get_by_role("button", name="Keep").click()
    expect(page.locator(".outcome")).to_contain_text("The ferry sailed on 2 June.")
    page.locator(".forecast .undo").click()
    expect(page.locator(".outcome")).to_have_count(0)


def test_evidence_is_asked_for_before_an_outcome_is_sent(page: Page) -> None:
    page.goto("/forecasts?words=ferry")
    forecast = page.locator(".forecast").first
    forecast.get_by_text("Resolve").click()
    forecast.get_by_label("Your name").fill("Wat Pellow")
    forecast.get_by_role("button", name="Keep").click()
    expect(forecast.get_by_label("Evidence")).to_be_focused()
    expect(forecast.get_by_label("Evidence")).to_have_js_property("required", True)
    expect(page.get_by_role("alert")).to_have_count(0)
    forecast.get_by_label("Came as foretold").select_option("void")
    expect(forecast.get_by_label("Evidence")).to_have_js_property("required", False)


def test_a_refused_outcome_is_told_at_its_form(browser: Browser, address: str) -> None:
    context = context_of(browser, address, 1440, "light", script=False)
    page = context.new_page()
    page.goto("/forecasts?words=ferry")
    total = page.locator(".forecast").count()
    forecast = page.locator(".forecast").first
    forecast.get_by_text("Resolve").click()
    forecast.get_by_label("Came as foretold").select_option("no")
    forecast.get_by_label("Your name").fill("Wat Pellow")
    forecast.get_by_role("button", name="Keep").click()
    expect(page.locator(".forecast").first.get_by_role("alert")).to_contain_text("evidence")
    expect(forecast.get_by_label("Came as foretold")).to_have_value("no")
    expect(forecast.get_by_label("Your name")).to_have_value("Wat Pellow")
    expect(forecast.get_by_role("alert")).to_be_focused()
    assert page.locator(".forecast").count() == total
    forecast.get_by_label("Evidence").fill("It lay in port on 3 June.")
    forecast.get_by_role("button", name="Keep").click()
    expect(page.locator(".outcome")).to_contain_text("It lay in port")
    assert page.url.endswith("/forecasts?words=ferry")
    page.locator(".forecast .undo").click()
    expect(page.locator(".outcome")).to_have_count(0)
    context.close()


def test_a_refused_address_is_told_at_its_form(wide: BrowserContext) -> None:
    page = wide.new_page()
    page.goto("/import")
    form = page.locator("form[action='/import/addresses']")
    form.get_by_label("Web addresses, one a line").fill("file:///etc/passwd\n<b>x</b>")
    form.get_by_text("What you know of it").click()
    form.get_by_label("Publisher").fill("The Quay")
    form.get_by_role("button", name="Fetch and read").click()
    expect(form.get_by_role("alert")).to_contain_text("file:///etc/passwd")
    expect(form.get_by_label("Web addresses, one a line")).to_have_value("file:///etc/passwd\n<b>x</b>")
    expect(form.get_by_label("Publisher")).to_have_value("The Quay")
    expect(page.locator("form[action='/import/text'] [role=alert]")).to_have_count(0)
    assert axe(page) == []
    page.close()


def test_import_by_paste_drop_and_address(page: Page) -> None:
    page.goto("/import")
    page.get_by_label("Paste a report").fill(
        '"The tide gate is shut," said Perrin Stoke, the harbour master of Quellmouth.'
    )
    page.get_by_role("button", name="Read text").click()
    done = page.locator(".job[data-state=done]")
    expect(done).to_have_count(1, timeout=60_000)
    expect(done).to_contain_text("1 report read")
    page.evaluate(
        """() => {
            const files = new DataTransfer();
            files.items.add(new File(['Perrin Stoke said the gate would open on Friday.'], '../../gate.txt'));
            files.items.add(new File([new Uint8Array([0, 1, 2, 3])], 'photo.txt'));
            const drop = document.querySelector('.drop');
            drop.dispatchEvent(new DragEvent('dragover', {dataTransfer: files, bubbles: true, cancelable: true}));
            drop.dispatchEvent(new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true}));
        }"""
    )
    expect(done).to_have_count(2, timeout=60_000)
    expect(done.first).to_contain_text("photo.txt")
    expect(done.first).to_contain_text("1 not read")
    page.get_by_label("Web addresses, one a line").fill("http://127.0.0.1:1999/story\nnews.example/no-scheme")
    page.get_by_role("button", name="Fetch and read").click()
    expect(done).to_have_count(3, timeout=60_000)
    expect(done.first).to_contain_text("no public address")
    expect(done.first).to_contain_text("news.example/no-scheme: leads to")
    page.locator(".job a").last.click()
    expect(page.locator("#text")).to_contain_text("The tide gate is shut")


def test_that_the_model_is_opened_is_told(browser: Browser, made: Path, tmp_path: Path) -> None:
    with serving(Path(shutil.copy(made, tmp_path / "record.db"))) as fresh:
        context = context_of(browser, fresh, 1440, "light")
        page = context.new_page()
        page.goto("/import")
        page.get_by_label("Paste a report").fill('"The gate is shut," said Perrin Stoke.')
        page.get_by_role("button", name="Read text").click()
        expect(page.locator(".opening")).to_have_text("opening the model")
        expect(page.locator(".job[data-state=done]")).to_have_count(1, timeout=60_000)
        expect(page.locator(".opening")).to_have_count(0)
        context.close()


def test_a_job_is_cancelled_between_two_reports(page: Page) -> None:
    page.goto("/import")
    many = [
        {
            "name": f"note-{number}.txt",
            "mimeType": "text/plain",
            "buffer": f"Wat Pellow said it {number} times. ".encode() * 40,
        }
        for number in range(60)
    ]
    page.locator("#files").set_input_files(many)  # type: ignore[arg-type]
    page.get_by_role("button", name="Read files").click()
    page.get_by_role("button", name="Cancel").first.click()
    expect(page.locator(".job[data-state=cancelled]")).to_have_count(1, timeout=60_000)
    assert "60 of 60" not in page.locator(".job[data-state=cancelled]").inner_text()


def test_a_table_shows_how_many_reports_were_read(page: Page) -> None:
    page.goto("/import")
    rows = "".join(f'{{"text": "Wat Pellow said the quay was shut {number} times."}}\n' for number in range(12))
    table = {"name": "quay.jsonl", "mimeType": "application/jsonl", "buffer": rows.encode()}
    page.locator("#files").set_input_files([table])  # type: ignore[list-item]
    page.get_by_role("button", name="Read files").click()
    job = page.locator(".job").first
    assert page.locator(".job progress[value]").count() == 0
    expect(job).to_contain_text("12 reports read", timeout=60_000)


def test_a_hostile_report_is_text(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=re.compile("alert")).click()
    expect(page.locator("#text")).to_contain_text("<script>document.title='owned'</script>")
    expect(page.locator("#text")).to_contain_text("{{ 7 * 7 }}")
    expect(page.locator("#text")).to_contain_text("\\u202e")
    assert page.locator("#text img, #text script, #text b, #text i").count() == 0
    assert "owned" not in page.title().replace("document.title='owned'", "")
    assert page.locator("bdi[dir=auto]").count() > 0


def test_without_scripts_it_reads_and_decides(browser: Browser, address: str) -> None:
    context = context_of(browser, address, 1440, "light", script=False)
    context.add_cookies([{"name": "onrecord_author", "value": "Nell%20Arkwright", "url": address}])
    page = context.new_page()
    open_article(page)
    why = page.locator(f"#r-{entry(page, '340 people')} details.why")
    why.locator("summary").click()
    expect(why.locator(".evidence").first).to_be_visible()
    page.locator("button[value=accept]").first.click()
    expect(page.locator(".decided")).to_have_text("accepted")
    page.locator("details.decisions > summary").click()
    page.locator(".decisions .undo").click()
    expect(page.locator(".decided")).to_have_count(0)
    context.close()


def comes_back(page: Page, article: str, statement: str, decided: str) -> None:
    """A decision leads to its statement, where it is told; it is taken back for the next test."""
    assert page.url == f"{article}#r-{statement}"
    expect(page.locator(f"#r-{statement} .decided")).to_have_text(decided)
    page.locator("details.decisions > summary").click()
    page.locator(".decisions .undo").click()


def test_without_scripts_one_comes_back_to_the_statement(browser: Browser, address: str) -> None:
    context = context_of(browser, address, 1440, "light", script=False)
    context.add_cookies([{"name": "onrecord_author", "value": "Nell%20Arkwright", "url": address}])
    page = context.new_page()
    open_article(page)
    article = page.url
    ids = [one.get_attribute("data-s") for one in page.locator("#text a[data-s]").all()]
    page.locator(f"#r-{ids[3]} button[value=accept]").click()
    assert page.url == f"{article}#r-{ids[3]}"
    page.locator(f"#r-{ids[3]} button[value=reject]").click()
    assert page.url == f"{article}#r-{ids[4]}"
    for _ in range(2):
        page.locator("details.decisions > summary").click()
        page.locator(".decisions .undo").first.click()
        assert page.url == f"{article}#r-{ids[3]}"
    context.close()


def test_without_scripts_a_refusal_stands_at_its_form_with_what_was_typed(browser: Browser, address: str) -> None:
    context = context_of(browser, address, 1440, "light", script=False)
    page = context.new_page()
    open_article(page)
    article, chosen = page.url, entry(page, "340 people")
    page.locator(f"#r-{chosen} a.correct").click()
    form = page.locator("form.range")
    form.get_by_label("Your name").fill("Wat Pellow")
    form.get_by_label("Reason").fill('misread, "I think"')
    form.get_by_role("button", name="Change", exact=True).click()
    expect(form.get_by_role("alert")).to_contain_text("nothing is changed")
    expect(form.get_by_role("alert")).to_be_focused()
    expect(form.get_by_label("Your name")).to_have_value("Wat Pellow")
    expect(form.get_by_label("Reason")).to_have_value('misread, "I think"')
    sure = page.locator("form.certainty")
    sure.get_by_label("At least").fill("90")
    sure.get_by_label("At most").fill("10")
    sure.get_by_label("Your name").fill("Wat Pellow")
    sure.get_by_role("button", name="Give it this range").click()
    expect(sure.get_by_role("alert")).to_be_visible()
    expect(sure.get_by_label("At least")).to_have_value("90")
    expect(page.get_by_role("alert")).to_have_count(1)
    form.get_by_label("Act").select_option("warn")
    form.get_by_label("Your name").fill("Wat Pellow")
    form.get_by_role("button", name="Change", exact=True).click()
    comes_back(page, article, chosen, "changed")
    context.close()


def test_without_scripts_a_decision_that_lacks_a_name_asks_for_it(browser: Browser, address: str) -> None:
    context = context_of(browser, address, 1440, "light", script=False)
    page = context.new_page()
    open_article(page)
    article, chosen = page.url, entry(page, "340 people")
    page.locator(f"#r-{chosen} button[value=accept]").click()
    expect(page.get_by_role("alert")).to_contain_text("in whose name")
    form = page.locator("form", has=page.get_by_role("button", name="Accept"))
    form.get_by_label("Your name").fill("Wat Pellow")
    form.get_by_role("button", name="Accept").click()
    comes_back(page, article, chosen, "accepted")
    context.close()


def test_without_scripts_what_an_article_refuses_stands_at_its_form(browser: Browser, address: str) -> None:
    context = context_of(browser, address, 390, "light", script=False)
    page = context.new_page()
    open_article(page)
    article = page.url
    page.locator("#draw > summary").click()
    missed = page.locator("#draw form")
    missed.get_by_label("From").fill("20")
    missed.locator("[name=end]").fill("10")
    missed.get_by_label("Act").select_option("warn")
    missed.get_by_label("Your name").fill("Wat Pellow")
    missed.get_by_label("Reason").fill("it was <b>missed</b>")
    missed.get_by_role("button", name="Add").click()
    expect(missed.get_by_role("alert")).to_contain_text("holds no words")
    expect(missed.get_by_role("alert")).to_be_focused()
    expect(missed.get_by_label("From")).to_have_value("20")
    expect(missed.get_by_label("Act")).to_have_value("warn")
    expect(missed.get_by_label("Reason")).to_have_value("it was <b>missed</b>")
    expect(page.locator("#text")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    through = page.locator("#record form", has=page.get_by_role("button", name="All read through"))
    through.get_by_role("button").click()
    expect(through.get_by_role("alert")).to_contain_text("in whose name")
    through.get_by_label("Your name").fill("Wat Pellow")
    through.get_by_role("button").click()
    assert page.url == f"{article}#record"
    context.clear_cookies(name="onrecord_author")
    page.locator("details.decisions > summary").click()
    page.locator(".decisions .undo").click()
    undo = page.locator(".decisions form")
    expect(undo.get_by_role("alert")).to_contain_text("in whose name")
    undo.get_by_label("Your name").fill("Wat Pellow")
    undo.get_by_role("button", name="Undo").click()
    expect(page.locator(".decisions")).to_have_count(0)
    context.close()


def test_it_prints_the_report_and_the_record_alone(page: Page) -> None:
    open_article(page)
    page.emulate_media(media="print")
    expect(page.locator(".masthead")).to_be_hidden()
    expect(page.locator(".decide").first).to_be_hidden()
    expect(page.locator("#text")).to_be_visible()
    expect(page.locator(".entry").first).to_be_visible()
