"""What the gate lets through and what it does not; and that nothing of a document is ever markup."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from conftest import EDIT, HOST, READ, Client
from fastapi.routing import APIRoute
from msgspec import structs
from papers import HOSTILE_TITLE
from starlette.testclient import TestClient

from onrecord import read_text
from onrecord.errors import InputError
from onrecord.store import open_store
from onrecord.web import Settings, Tokens
from onrecord.web.api import PREFIX
from onrecord.web.api import ROUTERS as API_ROUTERS
from onrecord.web.pages import ROUTERS as PAGE_ROUTERS
from onrecord.web.sessions import Sessions
from onrecord.web.settings import read_tokens

PAGES = (
    "/",
    "/search?words=ferry",
    "/people",
    "/numbers?words=people",
    "/dossier?asked=Will+the+ferry+sail%3F",
    "/import",
)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def unsafe_routes() -> list[tuple[str, str]]:
    """Every route that changes something, with something in the place of its parameters."""
    routers = [("", router) for router in PAGE_ROUTERS] + [(PREFIX, router) for router in API_ROUTERS]
    return sorted(
        (method, re.sub(r"\{.*?\}", "x", prefix + route.path))
        for prefix, router in routers
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in route.methods - {"GET", "HEAD"}
    )


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_the_headers(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_inline(client: TestClient, path: str) -> None:
    html = client.get(path).text
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", re.sub(r'"[^"]*"|&[a-z#0-9]+;[^<]*', "", html))
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html))


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8400", "", "[::2]"])
def test_other_names_are_refused(client: TestClient, host: str) -> None:
    answer = client.get("/api/v1/documents", headers={"Host": host})
    assert answer.status_code == 421
    assert answer.json()["error"]["code"] == "wrong-host"


def test_a_wrong_name_gets_no_session(serve: Client) -> None:
    client = serve(csrf=False)
    assert "set-cookie" not in client.get("/", headers={"Host": "evil.example"}).headers
    assert "set-cookie" in client.get("/").headers


def test_a_name_is_the_same_in_capital_letters(serve: Client) -> None:
    client = serve(names=frozenset({"Reader.Example"}))
    assert client.get("/api/v1/documents", headers={"Host": "reader.example:8400"}).status_code == 200


@pytest.mark.parametrize("host", ["localhost", "localhost:9", "127.0.0.1:8400", "[::1]:8400", "LOCALHOST"])
def test_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/api/v1/documents", headers={"Host": host}).status_code == 200


def test_every_change_needs_the_word_of_its_session(serve: Client) -> None:
    client = serve(csrf=False)
    client.get("/")
    routes = unsafe_routes()
    assert len(routes) >= 15
    for method, path in routes:
        for sent in ({}, {"X-CSRF-Token": "0" * 64}):
            answer = client.request(method, path, headers=sent)
            assert answer.status_code == 403, (method, path)


def test_a_form_carries_the_word(serve: Client) -> None:
    client = serve(csrf=False)
    word = re.search(r'name="csrf" value="(\w+)"', client.get("/import").text)
    assert word is not None
    wrong = client.post("/import/text", data={"csrf": "wrong", "text": "x"})
    assert wrong.status_code == 403
    assert client.post("/import/text", data={"csrf": word[1], "text": " "}).status_code == 422
    assert client.post("/import/text", data={"csrf": word[1], "text": "The mayor said no."}).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://[bad"},
    ],
)
def test_other_sites_change_nothing_even_with_the_word(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/import/text", data={"text": "The mayor said no."}, headers=headers)
    assert answer.status_code == 403


def test_without_a_token_nothing_is_shown(serve: Client) -> None:
    client = serve(guarded=True)
    assert client.get("/api/v1/documents").status_code == 401
    assert client.get("/api/v1/documents", headers=bearer("wrong")).status_code == 401
    assert client.get("/api/v1/openapi.json").status_code == 401
    moved = client.get("/search?words=ferry")
    assert (moved.status_code, moved.headers["location"]) == (303, "/enter?next=%2Fsearch%3Fwords%3Dferry")
    assert client.get("/enter").status_code == 200
    assert client.get("/static/style.css").status_code == 200


def test_who_reads_does_not_edit(serve: Client) -> None:
    client = serve(guarded=True)
    asked = {"verb": "reject", "author": "x", "document_id": "x", "target": "y"}
    assert client.get("/api/v1/documents", headers=bearer(READ)).status_code == 200
    assert client.post("/api/v1/judgements", json=asked, headers=bearer(READ)).status_code == 403
    assert client.post("/api/v1/judgements", json=asked, headers=bearer(EDIT)).status_code == 404


def test_a_token_is_given_once(serve: Client) -> None:
    client = serve(guarded=True)
    assert client.post("/enter", data={"token": "wrong-token-wrong-token", "next": "/"}).status_code == 401
    entered = client.post("/enter", data={"token": EDIT, "next": "/people"})
    assert (entered.status_code, entered.headers["location"]) == (303, "/people")
    cookie = entered.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    page = client.get("/import")
    assert page.status_code == 200
    word = re.search(r'name="csrf" value="(\w+)"', page.text)
    assert word is not None
    assert client.post("/leave", data={"csrf": word[1]}).status_code == 303
    assert client.get("/import").status_code == 303


def test_two_servers_of_one_machine_keep_their_sessions_apart(serve: Client) -> None:
    """A browser's cookies are a host's, whatever its port."""
    first, second = serve(guarded=True), serve(guarded=True)
    second.base_url, second.cookies = "http://127.0.0.1:8401", first.cookies.jar  # type: ignore[assignment]
    for client in (first, second):
        assert client.post("/enter", data={"token": EDIT, "next": "/"}).status_code == 303
    for client in (first, second):
        page = client.get("/import")
        assert page.status_code == 200
        word = re.search(r'name="csrf" value="(\w+)"', page.text)
        assert word is not None
        assert client.post("/import/text", data={"csrf": word[1], "text": " "}).status_code == 422
    word = re.search(r'name="csrf" value="(\w+)"', second.get("/import").text)
    assert word is not None
    second.post("/leave", data={"csrf": word[1]})
    assert (first.get("/import").status_code, second.get("/import").status_code) == (200, 303)


@pytest.mark.parametrize("host", ["localhost:8400; Domain=example", "localhost:", "localhost:x", "localhost"])
def test_a_host_puts_nothing_but_its_port_into_the_cookie(serve: Client, host: str) -> None:
    client = serve(csrf=False)
    assert client.get("/", headers={"Host": host}).headers["set-cookie"].startswith("onrecord=")
    assert client.get("/", headers={"Host": "[::1]:8400"}).headers["set-cookie"].startswith("onrecord-8400=")


def test_who_reads_may_leave(serve: Client) -> None:
    client = serve(guarded=True)
    client.post("/enter", data={"token": READ, "next": "/"})
    word = re.search(r'name="csrf" value="(\w+)"', client.get("/").text)
    assert word is not None
    assert client.post("/author", data={"csrf": word[1], "author": "x"}).status_code == 403
    assert client.post("/leave", data={"csrf": "wrong"}).status_code == 403
    left = client.post("/leave", data={"csrf": word[1]})
    assert (left.status_code, left.headers["location"]) == (303, "/enter")


@pytest.mark.parametrize("charset", ["punycode", "undefined"])
def test_a_form_in_no_encoding_is_refused(client: TestClient, charset: str) -> None:
    body = b'--X\r\nContent-Disposition: form-data; name="text"\r\n\r\nThe mayor said no.\r\n--X--\r\n'
    headers = {"Content-Type": f"multipart/form-data; boundary=X; charset={charset}"}
    assert client.post("/import/text", content=body, headers=headers).status_code == 400


@pytest.mark.parametrize("place", ["documents/x", "people/nobody", "exports/csv?document=x"])
def test_an_error_does_not_tell_where_the_record_lies(client: TestClient, record: Path, place: str) -> None:
    answer = client.get(f"/api/v1/{place}")
    assert answer.status_code == 404
    assert str(record.parent) not in answer.text


@pytest.mark.parametrize(
    "place", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/\n/x"]
)
def test_entering_leads_to_this_server_alone(serve: Client, place: str) -> None:
    client = serve(guarded=True)
    assert client.post("/enter", data={"token": READ, "next": place}).headers["location"] == "/"


def test_a_session_is_of_one_process_and_cannot_be_made_up() -> None:
    one, other = Sessions(Tokens(READ, EDIT)), Sessions(Tokens(READ, EDIT))
    cookie = one.issue("read")
    assert one.right_of(cookie) == "read"
    assert other.right_of(cookie) is None
    assert one.right_of(cookie.replace("read.", "edit.", 1)) is None
    assert one.right_of("") is None
    assert one.right_of("édit.x.y") is None


def test_other_addresses_need_tokens(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="token"):
        Settings(record=tmp_path / "x.db", host="0.0.0.0")
    assert Settings(record=tmp_path / "x.db", host="0.0.0.0", tokens=Tokens(READ, EDIT)).tokens is not None


@pytest.mark.parametrize(
    "text",
    ["", f"read {READ}", "read short\nedit short2", f"read {READ}\nedit {READ}", f"read {READ}\nedit {EDIT}\nx y"],
)
def test_a_file_of_tokens_holds_two(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tokens"
    path.write_text(text)
    with pytest.raises(InputError):
        read_tokens(path)
    path.write_text(f"read {READ}\nedit {EDIT}\n")
    assert read_tokens(path) == Tokens(READ, EDIT)


def test_bodies_have_limits_told_or_not(serve: Client) -> None:
    client = serve(max_request=1000, max_upload=3000)
    assert client.post("/api/v1/jobs", content=b"x" * 1001).status_code == 413
    assert client.post("/api/v1/jobs", content=iter([b"x" * 600] * 3)).status_code == 413
    assert client.post("/api/v1/jobs", content=b"x" * 999).status_code == 400
    big = {"files": ("a.txt", b"x" * 3001)}
    assert client.post("/api/v1/jobs/files", files=big).status_code == 413
    assert client.post("/import/files", files=big).status_code == 413


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "http://user:word@x.example/", "ftp://x.example", "http://x.example:22/", "x", ""],
)
def test_addresses_that_are_none_are_refused_at_once(client: TestClient, address: str) -> None:
    assert client.post("/api/v1/jobs", json={"urls": [address]}).status_code == 422


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/static/%2e%2e%2fapp.py"]
)
def test_no_path_is_made_of_a_name(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_document_is_text_on_every_page(client: TestClient) -> None:
    documents = client.get("/api/v1/documents").json()["documents"]
    hostile = next(one for one in documents if one["title"] == HOSTILE_TITLE)
    paths = [*PAGES, f"/articles/{hostile['id']}", "/search?who=tester", "/people?who=okonkwo", "/search?words=gates"]
    for path in paths:
        html = client.get(path).text
        assert "<script>alert" not in html, path
        assert "<script>document" not in html, path
        assert "<img" not in html, path
        assert "<svg onload" not in html, path
        assert "\u202e" not in html, path
        assert "\x1b" not in html, path
    assert "{{ 7 * 7 }}" in client.get(f"/articles/{hostile['id']}").text


@pytest.mark.parametrize(
    "value", ['"><script>alert(1)</script>', "\u202eabc", "{{7*7}}", "' onfocus=alert(1) x='", "\x00", "%00"]
)
@pytest.mark.parametrize(
    "path",
    ["/search?words=", "/?title=", "/people?who=", "/numbers?words=", "/dossier?asked=", "/articles/", "/people/"],
)
def test_what_is_asked_is_text_too(client: TestClient, path: str, value: str) -> None:
    from urllib.parse import quote

    answer = client.get(path + quote(value))
    assert answer.status_code < 500
    assert "<script>alert" not in answer.text
    assert "' onfocus" not in answer.text


def test_an_error_of_ours_tells_no_more_than_that(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a secret path")

    monkeypatch.setattr("onrecord.web.api.listing.list_articles", broken)
    answer = client.get("/api/v1/documents")
    assert answer.status_code == 500
    assert answer.json()["error"]["code"] == "fault"
    assert "secret" not in answer.text
    assert answer.headers["content-security-policy"]


def test_the_address_of_the_tests_is_loopback() -> None:
    assert HOST.startswith("http://127.0.0.1")


def test_the_id_of_an_import_names_no_file_elsewhere(client: TestClient, record: Path) -> None:
    strange = read_text("Wat Pellow said it rained.")
    strange = structs.replace(strange, document=structs.replace(strange.document, id="../../x"))
    with open_store(record) as store:
        store.add(strange)
    names = zipfile.ZipFile(io.BytesIO(client.get("/api/v1/exports/brat").content)).namelist()
    assert len(names) == 1 + 2 * 4
    assert all(re.fullmatch(r"\w+\.(txt|ann|conf)", name) for name in names)
