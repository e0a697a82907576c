"""What the forms of a page refuse, as a browser without scripts gets it: the page again, told at the form."""

from __future__ import annotations

import pytest
from conftest import Client
from lxml.html import HtmlElement, document_fromstring
from papers import FERRY_TITLE
from starlette.testclient import TestClient

API = "/api/v1"


@pytest.fixture
def article(client: TestClient) -> str:
    """Where an article is."""
    listed = client.get(f"{API}/documents", params={"title": FERRY_TITLE}).json()["documents"]
    return f"/articles/{listed[0]['id']}"


def told_at(html: str, action: str) -> tuple[HtmlElement, str]:
    """The form that is sent to some place, and what is told at it; there is one problem on the page."""
    page = document_fromstring(html)
    assert len(alerts(page)) == 1
    (form,) = page.xpath("//form[@action=$action]", action=action)
    (problem,) = alerts(form)
    return form, problem.text_content()


def alerts(within: HtmlElement) -> list[HtmlElement]:
    """The problems that are told in a part of a page."""
    return list(within.xpath(".//*[@role='alert']"))


def value(form: HtmlElement, name: str) -> str:
    """What a form's field holds."""
    field = form.xpath(f".//*[@name='{name}']")[0]
    if field.tag == "input":
        return str(field.get("value"))
    (chosen,) = field.xpath("option[@selected]")
    return str(chosen.get("value") or chosen.text_content())


def is_open(form: HtmlElement) -> bool:
    """Whether the details that a form is in are open."""
    return form.xpath("ancestor::details[1]")[0].get("open") is not None


HOSTILE = '"><script>alert(1)</script>'


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"start": "9", "end": "4"}, "holds no words"),
        ({"start": HOSTILE, "end": "4"}, "select the words"),
        ({"start": "0", "end": "9", "speaker": "nobody"}, "nobody"),
        ({"start": "0", "end": "9", "act": "sing"}, "sing"),
        ({"start": "0", "end": "9", "author": " "}, "in whose name"),
    ],
)
def test_a_statement_that_cannot_be_added(client: TestClient, article: str, given: dict[str, str], words: str) -> None:
    sent = {"act": "deny", "form": "mixed", "author": "Wat Pellow", "reason": HOSTILE, "speaker": "", **given}
    answer = client.post(f"{article}/statements", data=sent)
    assert answer.status_code == 422
    assert "<script>alert(1)" not in answer.text
    assert "unsafe" not in answer.headers["content-security-policy"]
    form, problem = told_at(answer.text, f"{article}/statements")
    assert words in problem
    assert {name: value(form, name) for name in ("start", "end", "form", "reason")} == {
        name: sent[name] for name in ("start", "end", "form", "reason")
    }
    if given.get("act") != "sing":
        assert value(form, "act") == "deny"
    assert is_open(form)
    assert client.get(f"{API}/judgements").json()["judgements"] == []


def test_a_form_that_was_refused_can_be_sent(serve: Client) -> None:
    client = serve(csrf=False)
    listed = client.get(f"{API}/documents", params={"title": FERRY_TITLE}).json()["documents"]
    action = f"/articles/{listed[0]['id']}/accept"
    assert client.post(action).status_code == 403
    page = document_fromstring(client.get(action.removesuffix("/accept")).text)
    csrf = page.xpath("//input[@name='csrf']")[0].get("value")
    form, problem = told_at(client.post(action, data={"csrf": csrf}).text, action)
    assert "in whose name" in problem
    again = {name: value(form, name) or "" for name in ("csrf", "reason")} | {"author": "Wat Pellow"}
    assert client.post(action, data=again).status_code == 303


def test_read_through_in_nobodys_name(client: TestClient, article: str) -> None:
    answer = client.post(f"{article}/accept", data={"reason": HOSTILE})
    form, problem = told_at(answer.text, f"{article}/accept")
    assert answer.status_code == 422
    assert "in whose name" in problem
    assert value(form, "reason") == HOSTILE


def test_what_was_undone_already_is_told_on_the_article(client: TestClient, article: str) -> None:
    client.post(f"{article}/accept", data={"author": "Wat Pellow"})
    made = client.get(f"{API}/judgements").json()["judgements"][0]["id"]
    undo = f"{article}/judgements/{made}/withdraw"
    client.cookies.delete("onrecord_author")
    unsigned = client.post(undo)
    assert unsigned.status_code == 422
    form, problem = told_at(unsigned.text, undo)
    assert "in whose name" in problem
    assert is_open(form)
    assert client.post(undo, data={"author": "Wat Pellow"}).status_code == 303
    for judgement_id, status in ((made, 422), ("none", 404)):
        answer = client.post(f"{article}/judgements/{judgement_id}/withdraw", data={"author": "Wat Pellow"})
        page = document_fromstring(answer.text)
        assert answer.status_code == status
        assert len(page.xpath("//aside[@id='record']/*[@role='alert']")) == len(alerts(page)) == 1
        assert page.xpath("//h1")[0].text_content() == FERRY_TITLE


def test_a_statement_that_is_gone_is_told_on_the_article(client: TestClient, article: str) -> None:
    answer = client.post(f"{article}/statements/gone/judge", data={"verb": "reject", "author": "Wat Pellow"})
    page = document_fromstring(answer.text)
    assert answer.status_code == 422
    assert page.xpath("//aside[@id='record']/*[@role='alert']")


def test_an_article_that_is_not_there_is_a_problem_of_its_own(client: TestClient) -> None:
    answer = client.post("/articles/none/accept", data={"author": "Wat Pellow"})
    assert answer.status_code == 404
    assert "That did not work" in answer.text


def test_an_outcome_that_was_undone_already_is_told_on_the_list(client: TestClient) -> None:
    resolve = document_fromstring(client.get("/forecasts").text).xpath("//form[contains(@action, '/resolve')]/@action")[
        0
    ]
    given = {"outcome": "yes", "evidence": "It sailed.", "author": "Wat Pellow"}
    assert client.post(resolve, data=given).status_code == 303
    made = client.get(f"{API}/judgements").json()["judgements"][0]["id"]
    undo = f"/forecasts/judgements/{made}/withdraw"
    client.cookies.delete("onrecord_author")
    _, problem = told_at(client.post(undo).text, undo)
    assert "in whose name" in problem
    assert client.post(undo, data={"author": "Wat Pellow"}).status_code == 303
    answer = client.post(undo, data={"author": "Wat Pellow"})
    assert answer.status_code == 422
    assert document_fromstring(answer.text).xpath("//div[@id='answer']/*[@role='alert']")


def test_what_is_refused_about_a_person_is_told_on_their_page(client: TestClient) -> None:
    listed = document_fromstring(client.get("/people", params={"who": "penhallow"}).text)
    place = listed.xpath("//th/a[bdi='Dora Penhallow']/@href")[0]
    page = document_fromstring(client.get(place).text)
    chosen, key = page.xpath("//input[@name='in']/@value"), page.xpath("//input[@name='key']/@value")[0]
    for way in ("merge", "split"):
        sent = {"in": chosen[:1], "key": key, "author": "Wat Pellow", "reason": HOSTILE}
        answer = client.post(f"/people/{way}", data=sent)
        assert answer.status_code == 422
        form, problem = told_at(answer.text, "/people/merge")
        assert "two documents" in problem
        assert value(form, "reason") == HOSTILE
        assert form.xpath(".//input[@name='in'][@checked]/@value") == chosen[:1]
    client.post("/people/split", data={"in": chosen, "key": key, "author": "Wat Pellow", "reason": HOSTILE})
    (made,) = client.get(f"{API}/judgements").json()["judgements"]
    assert (made["verb"], made["document_id"], made["reason"]) == ("split", None, HOSTILE)
    shown = client.get(place).text
    assert "<script>alert(1)" not in shown
    assert "Not all of them mean one person, as was judged:" in shown
    client.cookies.delete("onrecord_author")
    undo = f"/people/judgements/{made['id']}/withdraw"
    _, problem = told_at(client.post(undo, data={"key": key}).text, undo)
    assert "in whose name" in problem
    assert client.post(undo, data={"key": key, "author": "Wat Pellow"}).headers["location"] == place
    again = client.post(undo, data={"key": key, "author": "Wat Pellow"})
    assert again.status_code == 422
    assert document_fromstring(again.text).xpath("//main/*[@role='alert']")
    assert client.post(undo, data={"author": "Wat Pellow"}).status_code == 422
    assert client.post(undo, data={"author": "Wat Pellow", "key": HOSTILE}).status_code == 404
