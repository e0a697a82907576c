"""Fetching from a real server on this machine, friendly and hostile."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from read.samples import PARAGRAPHS, REPORT, TITLE, page
from read.webserver import Handler, Server, drips, gives, packed, raw, redirects, serve

from onrecord.errors import FetchError, InputError
from onrecord.read import Input, ReadOptions, fetch, find_inputs, read_input
from onrecord.types import Document

HTML = page().encode()
HERE = ReadOptions(allow_private=True, timeout_s=5)
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

HANDLERS: dict[str, Handler] = {
    "/page": gives(HTML, Content_Type="text/html; charset=utf-8"),
    "/cp1252": gives(REPORT.encode("cp1252"), Content_Type="text/plain; charset=iso-8859-1"),
    "/text": gives(REPORT.encode(), Content_Type="text/plain"),
    "/as-text": gives(HTML, Content_Type="text/plain"),
    "/no-type": gives(HTML),
    "/packed": packed(HTML),
    "/deflate": gives(b"", Content_Type="text/html"),
    "/moved": redirects("/page", 301),
    "/moved-far": redirects("/moved"),
    "/moved-odd": redirects("/caf\u00e9 page", 308),
    "/caf%C3%A9%20page": gives(HTML, Content_Type="text/html"),
    "/caf%E9%20page": gives(HTML, Content_Type="text/html"),
    "/round": redirects("/round"),
    "/to-metadata": redirects("http://169.254.169.254/latest/"),
    "/to-file": redirects("file:///etc/passwd"),
    "/to-user": redirects("http://ana:pw@127.0.0.1/"),
    "/to-no-host": redirects("http://["),
    "/nowhere": gives(b"", 302),
    "/401": gives(b"", 401),
    "/404": gives(HTML, 404, Content_Type="text/html"),
    "/418": gives(b"", 418),
    "/500": gives(HTML, 500, Content_Type="text/html"),
    "/599": gives(b"", 599),
    "/pdf": gives(b"%PDF-1.7\n" + bytes(100), Content_Type="application/pdf"),
    "/pdf-as-html": gives(b"%PDF-1.7\n" + bytes(100), Content_Type="text/html"),
    "/zip-as-text": gives(b"PK\x03\x04" + bytes(100), Content_Type="text/plain"),
    "/noise-as-html": gives(bytes(range(256)) * 9, Content_Type="text/html"),
    "/json": gives(b'{"a": 1}', Content_Type="application/json"),
    "/empty": gives(b"", Content_Type="text/html"),
    "/odd-type": gives(HTML, Content_Type="text/\x1b[31mhtml"),
    "/odd-packing": gives(HTML, Content_Type="text/html", Content_Encoding="br"),
    "/damaged": gives(b"\x1f\x8b" + bytes(50), Content_Type="text/html", Content_Encoding="gzip"),
    "/cut-gzip": gives(gzip.compress(HTML)[:-30], Content_Type="text/html", Content_Encoding="gzip"),
    "/bomb": packed(bytes(100 * 2**20)),
    "/long": gives(b"<html>" + b"a" * 3_000_000, Content_Type="text/html"),
    "/endless": drips(OK + b"\r\n<html>", b"said " * 20_000),
    "/cut": raw(OK + b"Content-Length: 5000\r\n\r\n<html><p>He said that"),
    "/cut-chunk": raw(OK + b"Transfer-Encoding: chunked\r\n\r\nffff\r\n<html><p>He said"),
    "/chunks": raw(OK + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(HTML), HTML)),
    "/no-http": raw(b"220 mail.example ESMTP\r\n"),
    "/closes": raw(b""),
    "/headers": drips(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n", drops=90),  # more than 100 are refused as too many
    "/drip-header": drips(b"HTTP/1.1 200 OK\r\nX: ", b"a"),
    "/drip": drips(OK + b"\r\n<html><p>", b"a"),
    "/continue": drips(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "/silent": lambda request: time.sleep(30),
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve(HANDLERS) as running:
        yield running


def read(url: str, options: ReadOptions = HERE) -> Document | InputError:
    """The one thing that an address gives."""
    (item,) = find_inputs([url])
    assert isinstance(item, Input)
    (found,) = read_input(item, options)
    return found


def failure(url: str, options: ReadOptions = HERE) -> str:
    """The message of the error that an address gives; it names the address and can be printed."""
    found = read(url, options)
    assert isinstance(found, InputError), found
    assert found.origin == url
    assert found.message.isprintable()
    return found.message


def test_a_page(server: Server) -> None:
    doc = read(f"{server.url}/page")
    assert isinstance(doc, Document)
    assert doc.text == "\n\n".join((TITLE, *PARAGRAPHS))
    assert (doc.origin, doc.publisher, doc.published) == (f"{server.url}/page", "The Harbour Echo", "2021-11-04")
    assert doc.fetched is not None
    assert doc.fetched.endswith("+00:00")


@pytest.mark.parametrize("path", ["as-text", "no-type", "packed", "chunks", "moved", "moved-far", "moved-odd"])
def test_other_ways_to_the_same_page(path: str, server: Server) -> None:
    doc = read(f"{server.url}/{path}")
    assert isinstance(doc, Document), doc
    assert PARAGRAPHS[1] in doc.text


@pytest.mark.parametrize("path", ["text", "cp1252"])
def test_a_plain_text(path: str, server: Server) -> None:
    doc = read(f"{server.url}/{path}")
    assert isinstance(doc, Document)
    assert doc.text == REPORT


def test_where_it_was_found_counts_not_where_it_was_asked(server: Server) -> None:
    direct, moved = read(f"{server.url}/page"), read(f"{server.url}/moved")
    assert isinstance(direct, Document)
    assert isinstance(moved, Document)
    assert direct.id == moved.id


def test_nothing_is_sent_that_says_who_asks(server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login ana password pw\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    read(f"{server.url}/moved")
    path, headers = server.seen[-1]
    assert path == "/page"
    assert headers["user-agent"].startswith("onrecord/")
    assert headers["host"] == server.url.removeprefix("http://")
    assert set(headers) == {"host", "user-agent", "accept", "accept-language", "accept-encoding", "connection"}


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/401", "the server answered 401 (Unauthorized); it asks for a login; save the page from a browser"),
        ("/404", "the server answered 404 (Not Found); check the address"),
        ("/418", "check the address in a browser"),
        ("/500", "the server answered 500 (Internal Server Error); the server has a fault; try again later"),
        ("/599", "the server answered 599; the server has a fault; try again later"),
        ("/nowhere", "the server answered 302 (Found)"),
        ("/round", "was redirected more than 5 times"),
        ("/to-metadata", "leads to 169.254.169.254, which is no public address"),
        ("/to-file", "leads to 'file:///etc/passwd'; only http and https addresses are read"),
        ("/to-user", "holds a user's name or password"),
        ("/to-no-host", "leads to 'http://[', which is no web address"),
        ("/pdf", "is 'application/pdf', not a page or text"),
        ("/json", "is 'application/json', not a page or text"),
        ("/odd-type", "not a page or text"),
        ("/pdf-as-html", "says it is text/html but is a PDF"),
        ("/zip-as-text", "says it is text/plain but is a zip archive"),
        ("/noise-as-html", "says it is text/html but is a binary file"),
        ("/empty", "is empty"),
        ("/odd-packing", "the answer is packed by 'br', which was not asked for"),
        ("/damaged", "the answer is damaged gzip"),
        ("/cut-gzip", "the answer's gzip breaks off"),
        ("/cut", "the answer broke off"),
        ("/cut-chunk", "the connection failed (IncompleteRead"),
        ("/no-http", "the connection failed (BadStatusLine)"),
        ("/closes", "the connection failed (RemoteDisconnected)"),
    ],
)
def test_hostile_answers(path: str, message: str, server: Server) -> None:
    assert message in failure(server.url + path)


@pytest.mark.parametrize("path", ["/bomb", "/long", "/endless"])
def test_answers_over_the_limit(path: str, server: Server) -> None:
    options = ReadOptions(allow_private=True, timeout_s=60, max_bytes=2**20)
    assert "is over 1 MiB; save the report's text" in failure(server.url + path, options)


@pytest.mark.parametrize("path", ["/headers", "/drip-header", "/drip", "/continue", "/silent"])
def test_a_server_that_takes_its_time_is_left(path: str, server: Server) -> None:
    """Were the deadline not kept, each would end by itself, later, with a text or with another message."""
    options = ReadOptions(allow_private=True, timeout_s=0.4)
    assert "no full answer within 0.4 s; try again later" in failure(server.url + path, options)


def test_a_handshake_that_never_comes_is_left() -> None:
    """Were the deadline not kept, the listener's end would come first, with another message."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        end = threading.Timer(30, listener.close)
        end.start()
        url = f"https://127.0.0.1:{listener.getsockname()[1]}/"
        message = failure(url, ReadOptions(allow_private=True, timeout_s=0.4))
        end.cancel()
    assert "no full answer within 0.4 s" in message


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert "the connection failed (" in failure(f"http://127.0.0.1:{free.getsockname()[1]}/")


def test_a_host_that_does_not_exist() -> None:
    assert "the host no-such-host.invalid is not found" in failure("http://no-such-host.invalid/")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:7f00:1]"])
def test_this_machine_by_any_name_needs_the_flag(host: str, server: Server) -> None:
    before = len(server.seen)
    port = server.url.rsplit(":", 1)[1]
    assert "which is no public address; allow private addresses if that is meant" in failure(
        f"http://{host}:{port}/page", ReadOptions(timeout_s=5)
    )
    assert len(server.seen) == before


def test_zero_is_never_this_machine(server: Server) -> None:
    assert "leads to 0.0.0.0" in failure(server.url.replace("127.0.0.1", "0.0.0.0") + "/page")


def resolves(*numbers: str) -> Any:
    """A resolver that gives these numbers at the first question and this machine's at the later ones."""
    answers = iter([numbers])

    def resolve(host: str, port: int, **kwargs: object) -> list[Any]:
        now = next(answers, ("127.0.0.1",))
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in now]

    return resolve


def test_a_name_with_one_private_number_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolves("93.184.215.14", "10.0.0.1"))
    assert "leads to 10.0.0.1" in failure("http://two-faced.example/", ReadOptions(timeout_s=1))


def test_a_name_is_resolved_once_and_that_number_connected_to(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    connected: list[object] = []

    class Watched(socket.socket):
        def connect(self, place: Any, /) -> None:
            connected.append(place)
            raise ConnectionRefusedError(111, "refused")

    monkeypatch.setattr(socket, "getaddrinfo", resolves("93.184.215.14"))
    monkeypatch.setattr(socket, "socket", Watched)
    assert "the connection failed (refused)" in failure("http://rebinds.example/", ReadOptions(timeout_s=1))
    assert connected == [("93.184.215.14", 80)]


def test_a_name_that_changes_its_number_on_the_way_is_checked_again(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first machine is ours, passed off as public; it redirects to its own name, which is now private."""
    port = server.url.rsplit(":", 1)[1]
    checked: list[str] = []

    def check(number: str, allow_private: bool) -> bool:
        checked.append(number)
        return len(checked) == 1

    monkeypatch.setattr(fetch, "may_connect", check)
    assert "leads to 127.0.0.1" in failure(f"http://127.0.0.1:{port}/round", ReadOptions(timeout_s=5))
    assert checked == ["127.0.0.1", "127.0.0.1"]


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificate, is not installed")
    path = tmp_path / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-keyout", str(path), "-out", str(tmp_path / "crt"), "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*command, "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + (tmp_path / "crt").read_bytes())
    return path


@pytest.fixture
def secure_port(certificate: Path) -> Iterator[tuple[int, list[str | None]]]:
    """A server with a certificate for localhost: its port, and the names that were asked for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    asked: list[str | None] = []
    context.sni_callback = lambda sock, name, ctx: asked.append(name)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def run() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                try:
                    with context.wrap_socket(connection, server_side=True) as secure:
                        secure.recv(2**16)
                        secure.sendall(OK + b"\r\n" + HTML)
                except OSError:
                    connection.close()

        threading.Thread(target=run, daemon=True).start()
        yield listener.getsockname()[1], asked
        listener.shutdown(socket.SHUT_RDWR)


def test_a_certificate_that_nobody_vouches_for(secure_port: tuple[int, list[str | None]]) -> None:
    port, _ = secure_port
    assert "the certificate is not to be trusted: self-signed certificate" in failure(f"https://localhost:{port}/")


def test_a_trusted_certificate_and_the_name_asked_for(
    secure_port: tuple[int, list[str | None]], certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port, asked = secure_port
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    doc = read(f"https://localhost:{port}/")
    assert isinstance(doc, Document), doc
    assert asked == ["localhost"]
    assert "not to be trusted" in failure(f"https://127.0.0.1:{port}/")


def test_a_bad_address_does_not_stop_the_others(server: Server) -> None:
    urls = [f"{server.url}/500", f"{server.url}/page", f"{server.url}/round", f"{server.url}/text"]
    found = [type(read(url)).__name__ for url in urls]
    assert found == ["FetchError", "Document", "FetchError", "Document"]


def test_errors_of_the_network_are_fetch_errors(server: Server) -> None:
    assert isinstance(read(f"{server.url}/pdf-as-html"), FetchError)
