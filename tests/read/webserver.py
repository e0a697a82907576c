"""A real web server on this machine for the tests of fetching: each path behaves in its own way."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Handler = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """One request; answered by the handler of its path."""

    protocol_version = "HTTP/1.1"
    handlers: dict[str, Handler]
    seen: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        """Note the request and answer it."""
        self.seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        self.close_connection = True
        with suppress(BrokenPipeError, ConnectionResetError):  # the other side has had enough, as it should
            self.handlers[self.path](self)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer; underscores in the names of headers stand for hyphens."""
        self.send_response(status)
        for name, value in ({"Content_Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


class Server:
    """The server.

    Attributes:
        url: Its address, without a slash at the end.
        seen: Path and headers of each request.
    """

    def __init__(self, url: str, seen: list[tuple[str, dict[str, str]]]) -> None:
        self.url = url
        self.seen = seen


@contextmanager
def serve(handlers: dict[str, Handler]) -> Iterator[Server]:
    """Run a server while the block runs.

    Args:
        handlers: What to do, by path.
    """
    seen: list[tuple[str, dict[str, str]]] = []
    bound = type("Bound", (Request,), {"handlers": handlers, "seen": seen})
    server = ThreadingHTTPServer(("127.0.0.1", 0), bound)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_port}", seen)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def gives(body: bytes, status: int = 200, **headers: str) -> Handler:
    """A handler that gives an answer."""
    return lambda request: request.answer(body, status, **headers)


def redirects(place: str, status: int = 302) -> Handler:
    """A handler that sends to another place."""
    return lambda request: request.answer(b"", status, Location=place)


def raw(answer: bytes) -> Handler:
    """A handler that writes bytes as they are, headers included."""

    def handle(request: Request) -> None:
        request.wfile.write(answer)

    return handle


def drips(start: bytes, drop: bytes, drops: int = 200) -> Handler:
    """A handler that begins, and then writes a little now and then, for seconds."""

    def handle(request: Request) -> None:
        request.wfile.write(start)
        for _ in range(drops):
            request.wfile.write(drop)
            request.wfile.flush()
            time.sleep(0.05)

    return handle


def packed(body: bytes, **headers: str) -> Handler:
    """A handler that gives a page packed by gzip."""
    return gives(gzip.compress(body), Content_Type="text/html", Content_Encoding="gzip", **headers)
