"""The record over REST: what is given, its pages and tags, its one shape of error, and its description."""

from __future__ import annotations

import html
import json
import re
import time
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

import pytest
from conftest import Client
from papers import FERRY, FERRY_TITLE
from starlette.testclient import TestClient

from onrecord import read_text, record_json
from onrecord.ask.meaning.index import index
from onrecord.read import ReadOptions
from onrecord.web.material import Failure, Material
from onrecord.web.reading import ReadingProcess

API = "/api/v1"


def document_id(client: TestClient, title: str = FERRY_TITLE) -> str:
    listed = client.get(f"{API}/documents", params={"title": title}).json()["documents"]
    return str(listed[0]["id"])


def statement_with(client: TestClient, words: str) -> dict[str, Any]:
    statements = client.get(f"{API}/documents/{document_id(client)}").json()["statements"]
    found: dict[str, Any] = next(one for one in statements if words in " ".join(one["words"]["content"]))
    return found


def test_a_document_is_what_the_command_line_prints(client: TestClient) -> None:
    given = client.get(f"{API}/documents/{document_id(client)}")
    assert given.headers["content-type"] == "application/json"
    read = read_text(FERRY, title=FERRY_TITLE, publisher="Scarra Post", published="2026-03-09")
    assert given.content == record_json(read)


def test_documents_come_by_pages(client: TestClient) -> None:
    seen, after = [], ""
    while True:
        page = client.get(f"{API}/documents", params={"limit": 1, "after": after}).json()
        seen += [one["published"] for one in page["documents"]]
        assert page["total"] == 3
        if page["after"] is None:
            break
        after = page["after"]
    assert seen == ["2026-04-01", "2026-03-24", "2026-03-09"]
    only = client.get(f"{API}/documents", params={"publisher": "Halm Echo", "published_from": "2026-03-01"}).json()
    assert [one["publisher"] for one in only["documents"]] == ["Halm Echo"]


def test_statements_come_by_pages(client: TestClient) -> None:
    whole = client.get(f"{API}/statements", params={"said_only": "1", "limit": 200}).json()["hits"]
    seen: list[str] = []
    after = ""
    while after is not None:
        page = client.get(f"{API}/statements", params={"said_only": "1", "limit": 3, "after": after}).json()
        seen += [hit["statement"]["id"] for hit in page["hits"]]
        after = page["after"]
    assert seen == [hit["statement"]["id"] for hit in whole]
    assert len(seen) > 6


def test_all_statements_are_listed_in_an_order_of_days(client: TestClient) -> None:
    found = client.get(f"{API}/statements?order=newest&limit=200").json()
    assert len(found["hits"]) == found["total"] == client.get(f"{API}/facets").json()["statements"]
    assert f'class="tally">{found["total"]} statements' in client.get("/search?order=oldest").text
    assert 'class="tally"' not in client.get("/search?order=best").text


def test_a_question_has_several_values_of_a_field(client: TestClient) -> None:
    hits = client.get(f"{API}/statements?acts=deny&acts=promise&limit=50").json()["hits"]
    assert {hit["statement"]["act"] for hit in hits} == {"deny", "promise"}


@pytest.mark.parametrize(
    "path",
    ["documents", "statements?words=ferry", "people", "numbers?words=people", "audit", "judgements", "openapi.json"],
)
def test_what_the_client_has_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(f"{API}/{path}")
    assert first.status_code == 200
    tag = first.headers["etag"]
    for known in (tag, f'"other", W/{tag}', "*"):
        again = client.get(f"{API}/{path}", headers={"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"{API}/{path}", headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_tag_changes_with_what_it_tags(client: TestClient) -> None:
    before = client.get(f"{API}/documents/{document_id(client)}").headers["etag"]
    chosen = statement_with(client, "340 people")["id"]
    asked = {"verb": "reject", "target": chosen, "document_id": document_id(client), "author": "Nell Arkwright"}
    assert client.post(f"{API}/judgements", json=asked).status_code == 201
    assert client.get(f"{API}/documents/{document_id(client)}").headers["etag"] != before


WRONG = [
    ("documents/none", 404, "unknown-document", None),
    ("statements?words=...", 422, "empty-query", None),
    ("statements?limit=0", 422, "bad-parameter", "limit"),
    ("statements?limit=abc", 422, "bad-parameter", "limit"),
    ("statements?acts=shout", 422, "bad-parameter", "acts[0]"),
    ("statements?words=" + "x" * 2001, 422, "bad-parameter", "words"),
    ("documents?limit=1000", 422, "bad-parameter", "query.limit"),
    ("people/nobody-of-that-name", 404, "unknown-person", None),
    ("dossier", 422, "bad-parameter", "query.asked"),
    ("dossier?asked=ferry&scale=mine", 422, "bad-parameter", "query.scale"),
    ("forecasts?status=soon", 422, "bad-parameter", "query.status"),
    ("statements?said_from=2026-02-31", 422, "bad-question", None),
    ("documents?published_from=2026-02-31", 422, "bad-question", None),
    ("dossier?asked=ferry&since=2026-02-31", 422, "bad-question", None),
    ("forecasts?on=2026-02-31", 422, "bad-question", None),
    ("dossier?asked=ferry&min_confidence=nan", 422, "bad-parameter", "query.min_confidence"),
    ("dossier?asked=ferry&min_confidence=1.5", 422, "bad-parameter", "query.min_confidence"),
    ("jobs/none", 404, "unknown-job", "job_id"),
    ("nothing", 404, "not-found", None),
]


@pytest.mark.parametrize(("path", "status", "code", "where"), WRONG)
def test_every_error_has_the_one_shape(
    client: TestClient, path: str, status: int, code: str, where: str | None
) -> None:
    answer = client.get(f"{API}/{path}")
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["where"]) == (status, code, where)
    assert set(answer.json()) == {"error"}
    assert set(error) == {"code", "message", "where"}
    assert error["message"]


@pytest.mark.parametrize(
    "place",
    [
        "/?published_from=soon",
        "/?published_to=2026-02-31",
        "/search?said_from=2026-13",
        "/dossier?asked=ferry&since=yesterday",
        "/forecasts?published_from=2026-02-31",
        "/forecasts?scale=mine",
        "/forecasts?status=soon",
    ],
)
def test_a_page_refuses_what_is_no_day_and_no_choice(client: TestClient, place: str) -> None:
    answer = client.get(place)
    assert answer.status_code == 422
    assert "That did not work" in answer.text


def test_a_month_and_a_year_are_their_first_day(client: TestClient) -> None:
    for since, day in (("2026", "2026-01-01"), ("2026-03", "2026-03-01"), ("2026-03-20", "2026-03-20")):
        answer = client.get("/dossier", params={"asked": "Will the ferry sail?", "since": since, "format": "json"})
        assert answer.json()["since"] == day


def test_a_method_that_is_not_there(client: TestClient) -> None:
    answer = client.put(f"{API}/documents")
    assert (answer.status_code, answer.json()["error"]["code"]) == (405, "method-not-allowed")
    for path, methods in (("documents", "GET"), ("jobs", "GET, POST"), ("jobs/x", "DELETE, GET")):
        assert client.put(f"{API}/{path}").headers["allow"] == methods


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"verb": "shout", "author": "x"}', b'{"verb": "accept"}', b"\xff", b"[" * 100_000]
)
def test_a_body_that_is_none(client: TestClient, body: bytes) -> None:
    answer = client.post(f"{API}/judgements", content=body)
    assert answer.status_code in (400, 422)
    assert answer.json()["error"]["code"] in ("no-json", "bad-body")


def test_judgements_are_made_listed_and_taken_back(client: TestClient) -> None:
    document, chosen = document_id(client), statement_with(client, "340 people")
    asked = {
        "verb": "change",
        "target": chosen["id"],
        "document_id": document,
        "after": {"act": "warn"},
        "author": "Nell Arkwright",
        "reason": "a warning",
    }
    made = client.post(f"{API}/judgements", json=asked)
    assert made.status_code == 201
    assert statement_with(client, "340 people")["act"] == "warn"
    listed = client.get(f"{API}/judgements", params={"document_id": document}).json()["judgements"]
    assert [(one["author"], one["before"], one["after"]) for one in listed] == [
        ("Nell Arkwright", {"act": chosen["act"]}, {"act": "warn"})
    ]
    assert "act warned · " in client.get(f"/articles/{document}").text, "the page tells acts in its words"
    taken = client.delete(f"{API}/judgements/{made.json()['id']}", params={"author": "Wat Pellow"})
    assert taken.json()["withdrawn_by"] == "Wat Pellow"
    assert statement_with(client, "340 people")["act"] == chosen["act"]
    assert client.get(f"{API}/judgements").json()["judgements"] == []
    assert len(client.get(f"{API}/judgements?withdrawn=true").json()["judgements"]) == 1
    assert client.delete(f"{API}/judgements/none", params={"author": "x"}).status_code == 404


def test_a_judgement_that_cannot_be(client: TestClient) -> None:
    asked = {
        "verb": "change",
        "target": "none",
        "document_id": document_id(client),
        "author": "x",
        "after": {"act": "warn"},
    }
    answer = client.post(f"{API}/judgements", json=asked)
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "bad-judgement")


def wait_for(client: TestClient, place: str) -> dict[str, Any]:
    end = time.monotonic() + 90
    while time.monotonic() < end:
        job: dict[str, Any] = client.get(place).json()
        if job["state"] in ("done", "failed", "cancelled"):
            return job
        time.sleep(0.1)
    raise AssertionError("the job did not end")


def test_a_text_files_and_an_address_are_read(client: TestClient) -> None:
    text = '"The tide gate is shut," said Perrin Stoke, the harbour master.'
    ordered = client.post(f"{API}/jobs", json={"text": text, "title": "Gate", "published": "2026-05-04"})
    assert ordered.status_code == 202
    rows = "".join(json.dumps({"text": f"Wat Pellow said it {n} times.", "title": f"Row {n}"}) + "\n" for n in range(3))
    files = [
        ("files", ("../../etc/gate.txt", b"Perrin Stoke said the gate would open on Friday.")),
        ("files", ("rows.jsonl", rows.encode())),
        ("files", ("photo.txt", b"\x00\x01\x02")),
    ]
    sent = client.post(f"{API}/jobs/files", files=files, data={"publisher": "Scarra Post"})
    refused = client.post(f"{API}/jobs", json={"urls": ["http://127.0.0.1:1999/x", "http://[::1]:8400/"]})
    job = wait_for(client, ordered.headers["location"])
    assert [(one["title"], one["added"]) for one in job["documents"]] == [("Gate", True)]
    kept = client.get(f"{API}/documents/{job['documents'][0]['document_id']}").json()["document"]
    assert (kept["published"], kept["text"]) == ("2026-05-04", text)
    job = wait_for(client, sent.headers["location"])
    assert [one["title"] for one in job["documents"]][1:] == ["Row 0", "Row 1", "Row 2"]
    origins = client.get(f"{API}/documents", params={"publisher": "Scarra Post"}).json()["documents"]
    assert {"gate.txt", "rows.jsonl:1"} & {one["origin"] for one in origins}
    assert not any("onrecord-" in one["origin"] for one in origins)
    assert [one["origin"] for one in job["failures"]] == ["photo.txt"]
    job = wait_for(client, refused.headers["location"])
    assert ["no public address" in one["message"] for one in job["failures"]] == [True, True]
    assert [one["state"] for one in client.get(f"{API}/jobs").json()["jobs"]] == ["done"] * 3


BAD = ("ftp://news.example/a", "news.example/b", "https://ada:secret@news.example/c")


def test_of_several_addresses_the_good_are_taken_and_the_bad_are_told(client: TestClient) -> None:
    good = "http://127.0.0.1:1999/story"
    ordered = client.post(f"{API}/jobs", json={"urls": [BAD[0], good, *BAD[1:]]})
    assert ordered.status_code == 202
    job = wait_for(client, ordered.headers["location"])
    assert (job["total"], job["done"], job["failed"], job["state"]) == (4, 4, 4, "done")
    assert [one["origin"] for one in job["failures"]] == [*BAD, good], "the good one was tried, and is not public"
    assert "only http and https addresses are read" in job["failures"][0]["message"]
    assert "holds a user's name or password" in job["failures"][2]["message"]


def test_where_no_address_is_good_each_is_told(client: TestClient) -> None:
    answer = client.post(f"{API}/jobs", json={"urls": list(BAD)})
    assert answer.status_code == 422
    error = answer.json()["error"]
    assert (error["code"], error["where"]) == ("bad-address", "url")
    assert all(address in error["message"] for address in BAD)


def test_a_job_that_waits_is_cancelled(client: TestClient) -> None:
    places = [
        client.post(f"{API}/jobs", json={"text": "Wat Pellow said it rained. " * 200}).headers["location"]
        for _ in range(3)
    ]
    cancelled = client.delete(places[2])
    assert cancelled.json()["state"] == "cancelled"
    assert wait_for(client, places[2])["documents"] == []


def test_of_many_failures_the_first_are_told(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.web.progress.MOST_TOLD", 3)
    sent = client.post(f"{API}/jobs/files", files=[("files", ("rows.jsonl", b"no JSON\n" * 50))])
    job = wait_for(client, sent.headers["location"])
    assert (job["state"], job["failed"], job["read"]) == ("done", 50, 0)
    assert [one["origin"] for one in job["failures"]] == ["rows.jsonl:1", "rows.jsonl:2", "rows.jsonl:3"]


def test_a_cancelled_job_leaves_its_place(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.web.jobs.MOST_WAITING", 1)
    monkeypatch.setattr("onrecord.web.jobs.Worker._work", lambda _: None)  # nothing is begun: all wait
    one = {"text": "Wat Pellow said it rained."}
    waiting = client.post(f"{API}/jobs", json=one).headers["location"]
    assert client.post(f"{API}/jobs", json=one).status_code == 503
    assert client.delete(waiting).json()["state"] == "cancelled"
    assert client.post(f"{API}/jobs", json=one).status_code == 202


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_costs_its_own_job(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("onrecord.web.jobs.ReadingProcess.read", broken)
        ordered = client.post(f"{API}/jobs", json={"text": "Wat Pellow said it rained."})
        assert wait_for(client, ordered.headers["location"])["state"] == "failed"
    rows = [("files", ("rows.jsonl", b"no JSON\n"))]
    again = client.post(f"{API}/jobs/files", files=rows)
    assert wait_for(client, again.headers["location"])["state"] == "done"


def test_a_server_is_stopped_while_its_process_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = ReadingProcess("no-such-model")
    begin = SpawnProcess.start
    with ThreadPoolExecutor() as pool:
        stopping: list[Future[None]] = []

        def slow(process: SpawnProcess) -> None:
            stopping.append(pool.submit(reader.close))
            time.sleep(0.3)
            begin(process)

        monkeypatch.setattr(SpawnProcess, "start", slow)
        outcome = reader.read(Material(name="note", text="Wat Pellow said it rained."), ReadOptions())
        stopping[0].result()
    assert outcome == Failure(origin="note", message="was not read: the server was stopped")


def test_a_model_that_is_not_there_is_told_of(serve: Client) -> None:
    client = serve(model="no-such-model")
    ordered = client.post(f"{API}/jobs", json={"text": "Wat Pellow said it rained."})
    job = wait_for(client, ordered.headers["location"])
    assert "no-such-model" in job["failures"][0]["message"]


def test_the_description_is_whole(client: TestClient) -> None:
    described = client.get(f"{API}/openapi.json").json()
    named = set(described["components"]["schemas"])
    used = {one.rsplit("/", 1)[1] for one in _references(described)}
    assert used <= named
    assert {"Hit", "Statement", "Record", "Dossier", "Judgement", "Job", "ErrorBody"} <= named
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            answers = operation["responses"]
            assert operation["summary"], path
            assert "422" in answers and "401" in answers, path  # noqa: PT018
            assert method == "get" or "403" in answers, path
            assert answers["422"]["content"]["application/json"]["schema"]["$ref"].endswith("/ErrorBody")
    words = {one["name"]: one for one in described["paths"][f"{API}/statements"]["get"]["parameters"]}
    assert words["acts"]["schema"]["type"] == "array"
    assert words["words"]["description"]


def _references(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [one for part in value.values() for one in _references(part)]
    return [one for part in value for one in _references(part)] if isinstance(value, list) else []


@pytest.mark.parametrize("form", ["jsonl", "parquet", "csv", "annotation", "schema-org", "brat"])
def test_the_record_is_carried_away(client: TestClient, form: str) -> None:
    answer = client.get(f"{API}/exports/{form}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    one = client.get(f"{API}/exports/{form}", params={"document": document_id(client)})
    assert 0 < len(one.content) < len(answer.content)
    assert client.get(f"{API}/exports/{form}", params={"document": "none"}).status_code == 404
    if form == "jsonl":
        lines = [json.loads(line) for line in answer.content.splitlines()]
        assert FERRY_TITLE in {line["document"]["title"] for line in lines}
    if form == "csv":
        assert not any(cell.startswith(("=", "+", "@")) for row in answer.text.splitlines() for cell in row.split(","))


def test_no_other_format(client: TestClient) -> None:
    assert client.get(f"{API}/exports/exe").json()["error"]["code"] == "bad-parameter"


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/dossier?asked=Will+the+ferry+sail%3F&format=html", "text/html"),
        ("/dossier?asked=Will+the+ferry+sail%3F&format=md", "text/markdown"),
        ("/dossier?asked=Will+the+ferry+sail%3F&format=json", "application/json"),
        ("/audit?format=csv", "text/csv"),
        ("/numbers?words=people&format=csv", "text/csv"),
    ],
)
def test_answers_are_carried_away_as_files(client: TestClient, place: str, kind: str) -> None:
    answer = client.get(place)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "ferry" in answer.text or "Scarra" in answer.text


def test_the_times_that_statements_speak_of_narrow_a_search(client: TestClient) -> None:
    found = client.get("/search?said_only=1").text
    listed = found.partition("<h2>Speaks of</h2>")[2].partition("</ul>")[0]
    opened = re.findall(r'href="(/search[^"]+)">.*?class="n">([0-9]+)<', listed)
    assert len(opened) > 1
    for place, number in opened:
        assert "about_from=" in place
        assert "said_only=1" in place
        answer = client.get(html.unescape(place)).text
        assert f'class="tally">{number} statement' in answer, place


def test_the_hedges_of_a_search_narrow_it_to_as_many(client: TestClient) -> None:
    found = client.get("/search?said_only=1").text
    listed = found.partition("<h2>Certainty</h2>")[2].partition("</ul>")[0]
    opened = re.findall(r'href="(/search[^"]+)"><bdi dir="auto">([^<]+)<.*?class="n">([0-9]+)<', listed)
    assert len(opened) > 2
    for place, label, number in opened:
        assert f'class="tally">{number} statement' in client.get(html.unescape(place)).text, place
        by_words = client.get(f"{API}/statements", params={"certainty": label, "said_only": 1}).json()["total"]
        assert by_words >= int(number), "all that have its words, too"


def test_the_counts_of_an_audit_open_as_many_statements(client: TestClient) -> None:
    rows = client.get("/audit").text.partition("By publisher")[2]
    links = re.findall(r'<a href="(/search[^"]+)">([0-9]+)</a>', rows)
    asked = [html.unescape(place) for place, _ in links]
    for narrowed in ("named=1", "named=0", "without=speaker", "forms=direct"):
        assert any(narrowed in place for place in asked), narrowed
    for place, (_, number) in zip(asked, links, strict=True):
        tally = re.search(r'class="tally">([0-9]+) statement', client.get(place).text)
        assert (tally[1] if tally else "0") == number, place


def test_the_articles_of_an_audit_and_who_comes_first_open_as_many_articles(client: TestClient) -> None:
    page = client.get("/audit?publisher=Scarra+Post").text + client.get("/audit").text
    links = re.findall(r'<a href="(/audit/articles[^"]+)"[^>]*>([0-9]+)', page)
    asked = [html.unescape(place) for place, _ in links]
    for narrowed in (
        "headlines=0",
        "first=named",
        "publisher=Scarra+Post",
        "published_from=2026-03-01",
        "first=unnamed",
    ):
        assert any(narrowed in place for place in asked), narrowed
    for place, (_, number) in zip(asked, links, strict=True):
        listed = client.get(place).text
        assert f'class="tally">{number} article' in listed, place
        assert listed.count('class="hit"') == int(number), place
        over_rest = client.get(f"{API}{place}").json()
        assert (over_rest["total"], len(over_rest["articles"])) == (int(number), int(number)), place


def test_the_top_line_of_an_audit_opens_what_it_counts(client: TestClient) -> None:
    line = client.get("/audit").text.partition('class="tally">')[2].partition("</p>")[0]
    (statements, told), articles, words, (sources, speaking), most = re.findall(r'<a href="([^"]+)">([^<]+)</a>', line)
    assert f'class="tally">{told}' in client.get(html.unescape(statements)).text
    assert words[0] == statements
    assert articles[0].startswith("/audit/articles?")
    assert f'class="tally">{speaking}' in client.get(html.unescape(sources)).text
    assert most == ("#most", "most quoted")


def test_the_articles_of_an_audit_come_by_pages(client: TestClient) -> None:
    first = client.get(f"{API}/audit/articles?limit=2").json()
    rest = client.get(f"{API}/audit/articles?limit=2&after={first['after']}").json()
    ids = [one["hit"]["document_id"] for one in (*first["articles"], *rest["articles"])]
    assert len(set(ids)) == len(ids) == first["total"]
    assert rest["after"] is None
    page = client.get("/audit/articles?limit=2").text
    assert 'rel="next" href="/audit/articles?limit=2&amp;after=2">' in page
    assert 'rel="prev"' in client.get("/audit/articles?limit=2&after=2").text


@pytest.mark.parametrize("query", ["first=third", "after=x", "after=9999999999999", "published_from=2026-13"])
def test_articles_of_an_audit_that_cannot_be_asked_for(client: TestClient, query: str) -> None:
    assert client.get(f"/audit/articles?{query}").status_code == 422
    assert client.get(f"{API}/audit/articles?{query}").status_code == 422


def test_words_counted_open_the_list_of_their_statements(client: TestClient) -> None:
    page = client.get("/audit").text
    rows = re.findall(
        r'<a href="(/search[^"]+)">[0-9]+</a></td>(?:<td class="n">[0-9.]+%</td>)?'
        r'<td class="n"><a href="([^"]+)" aria-label="([0-9,]+) words?">([0-9,]+)</a>',
        page,
    )
    assert len(rows) > 3
    for statements, words, told, shown in rows:
        assert (statements, told) == (words, shown)


def test_forecasts_are_counted_by_kind_of_source(client: TestClient) -> None:
    counted = client.get("/forecasts").text.partition('id="kinds"')[2]
    cells = r"".join(r'<td class="n">([0-9]+)</td>' for _ in range(6))
    row = rf'<th scope="row">person</th><td class="n"><a href="([^"]+)">([0-9]+)</a></td>{cells}'
    place, number, *states = re.findall(row, counted)[0]
    assert sum(map(int, states)) == int(number)
    assert len(client.get(f"{API}/statements?{html.unescape(place).partition('?')[2]}").json()["hits"]) == int(number)


def test_forecasts_are_narrowed_as_statements_are(client: TestClient) -> None:
    def listed(**query: str) -> int:
        return client.get("/forecasts", params=query).text.count('class="forecast"')

    every = listed()
    assert 0 < listed(publisher="Halm Echo") <= every
    assert listed(publisher="nonesuch") == listed(about="nonesuch") == listed(published_from="2999-01-01") == 0
    assert 'name="publisher" value="Halm Echo"' in client.get("/forecasts?publisher=Halm+Echo").text


def test_after_an_import_the_page_says_what_search_by_meaning_knows(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "onrecord index" not in client.get("/import").text
    ordered = client.post(f"{API}/jobs", json={"text": "Wat Pellow said the mole was shut."})
    wait_for(client, ordered.headers["location"])
    assert "onrecord index" not in client.get("/import").text  # of a few statements it is done for people
    monkeypatch.setattr("onrecord.ask.meaning.index.FEW", 0)
    ordered = client.post(f"{API}/jobs", json={"text": "Wat Pellow said the quay was shut."})
    wait_for(client, ordered.headers["location"])
    assert "does not know them until <code>onrecord index</code>" in client.get("/import").text
    index(client.app.state.store)  # type: ignore[attr-defined]
    assert "onrecord index" not in client.get("/import").text


def test_the_routes_told_are_those_there_are(client: TestClient) -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "rest.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(/api[^`]+)` \| ([A-Z, ]+) \|", page, re.MULTILINE)
    told = {path: sorted(methods.split(", ")) for path, methods in rows}
    described = client.get(f"{API}/openapi.json").json()["paths"]
    assert told == {path: sorted(method.upper() for method in methods) for path, methods in described.items()}
