"""Fetch: a page from a web address, over a connection to the very machine that was checked.

A name is resolved once, every number that it has is checked (``may_connect``), and the socket is connected to one of
those numbers: nobody can answer differently between check and connection. A redirect is checked the same way. One
deadline holds for everything after the name is resolved, so a server that sends a byte now and then ends too. Nothing
is sent that says who asks: no cookie, no password, no referrer. Proxies of the environment are ignored, as a proxy
would resolve the name anew, unchecked.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
import zlib
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from http import HTTPStatus
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from onrecord.errors import FetchError
from onrecord.read.addresses import KEEP, Target, may_connect, parse_target
from onrecord.read.decode import what_binary
from onrecord.read.options import MIB, ReadOptions

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TEXTS = frozenset({"text/plain", "text/markdown"})
_CHUNK = 2**16
_ADVICE = {
    401: "it asks for a login; save the page from a browser and give the file",
    402: "it asks for money; save the page from a browser and give the file",
    403: "it refuses programs; save the page from a browser and give the file",
    404: "check the address",
    410: "the page was taken down; look for it in a web archive",
    429: "it was asked too often; try again later",
    451: "it may not be shown here; look for it in a web archive",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Attributes:
        url: Where it was found, after redirects.
        body: The bytes, unpacked.
        is_page: Whether the server calls it a page; else it is text.
        charset: The encoding that the server names.
        at: When, in ISO 8601, UTC.
    """

    url: str
    body: bytes
    is_page: bool
    charset: str | None
    at: str


class _Deadline:
    """The end of the time that a fetch may take."""

    def __init__(self, timeout_s: float) -> None:
        self._end = time.monotonic() + timeout_s

    def left(self) -> float:
        """Seconds left.

        Raises:
            TimeoutError: There are none.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _TimedSocket(io.RawIOBase):
    """A socket as ``http.client.HTTPResponse`` reads it, each read bounded by what is left of the deadline."""

    def __init__(self, sock: socket.socket, deadline: _Deadline) -> None:
        self._sock = sock
        self._deadline = deadline

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Give the stream that the response is read from."""
        return io.BufferedReader(self)

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Read what has come, waiting no longer than the deadline."""
        self._sock.settimeout(self._deadline.left())
        return self._sock.recv_into(buffer)


def fetch(url: str, options: ReadOptions) -> Fetched:
    """Fetch a page or text.

    Args:
        url: An http or https address.
        options: The limits.

    Raises:
        FetchError: The address is refused, does not answer with a page, or not within the limits.
    """
    deadline = _Deadline(options.timeout_s)
    address = url
    for _ in range(options.max_redirects + 1):
        target = parse_target(address, url, options.allow_private)
        try:
            answer = _ask(target, url, options, deadline)
        except TimeoutError as error:
            raise FetchError(url, f"no full answer within {options.timeout_s:g} s; try again later") from error
        except (OSError, http.client.HTTPException, EOFError) as error:
            raise FetchError(
                url, f"the connection failed ({_why(error)}); check the address and the network"
            ) from error
        if isinstance(answer, Fetched):
            return answer
        address = _join(target.url, answer, url)
    raise FetchError(url, f"was redirected more than {options.max_redirects} times; give the address it should end at")


def _join(base: str, place: str, origin: str) -> str:
    try:
        return urljoin(base, place)
    except ValueError as error:
        raise FetchError(origin, f"leads to {place[:60]!r}, which is no web address") from error


def _why(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"the certificate is not to be trusted: {error.verify_message}"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__  # what http.client says quotes the server


def _ask(target: Target, origin: str, options: ReadOptions, deadline: _Deadline) -> Fetched | str:
    """Ask one machine: what it gave, or where it sends us."""
    with closing(_connect(target, origin, options, deadline)) as sock:
        sock.sendall(_request(target))
        response = http.client.HTTPResponse(_TimedSocket(sock, deadline), method="GET")  # type: ignore[arg-type]
        with closing(response):
            response.begin()
            location = response.headers.get("Location")
            if response.status in _REDIRECTS and location:
                return quote(location.strip(), safe=KEEP, encoding="latin-1")  # as http.client decoded it
            _check_status(response.status, origin)
            is_page = _check_type(response.headers, origin)
            body = _unpack(_read_body(response, origin, options.max_bytes), response.headers, origin, options.max_bytes)
            if (what := what_binary(body)) is not None:
                raise FetchError(origin, f"says it is {response.headers.get_content_type()} but is {what}")
            now = datetime.now(UTC).isoformat(timespec="seconds")
            return Fetched(target.url, body, is_page, response.headers.get_content_charset(), now)


def _connect(target: Target, origin: str, options: ReadOptions, deadline: _Deadline) -> socket.socket:
    """Resolve a host, check all of its numbers, and connect to the first that answers."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise FetchError(origin, f"the host {target.host} is not found; check the address and the network") from error
    for *_, place in found:
        if not may_connect(str(place[0]), options.allow_private):
            hint = "" if options.allow_private else "; allow private addresses if that is meant"
            raise FetchError(origin, f"leads to {place[0]}, which is no public address{hint}")
    failure: OSError | None = None
    for family, kind, protocol, _, place in found:
        sock = socket.socket(family, kind, protocol)
        try:
            sock.settimeout(deadline.left())
            sock.connect(place)
            sock.settimeout(deadline.left())
            return _secure(sock, target.host) if target.scheme == "https" else sock
        except OSError as error:
            sock.close()
            failure = error
    raise failure or OSError("the host has no address")


def _secure(sock: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(sock, server_hostname=host)


def _request(target: Target) -> bytes:
    lines = (
        f"GET {target.path} HTTP/1.1",
        f"Host: {target.authority}",
        f"User-Agent: onrecord/{version('onrecord')}",
        "Accept: text/html, application/xhtml+xml, text/plain;q=0.9",
        "Accept-Language: en",
        "Accept-Encoding: gzip",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode("ascii")


def _check_status(status: int, origin: str) -> None:
    if status == HTTPStatus.OK:
        return
    phrase = next((f" ({known.phrase})" for known in HTTPStatus if known == status), "")
    later = "the server has a fault; try again later"
    advice = _ADVICE.get(status, later if status >= 500 else "check the address in a browser")
    raise FetchError(origin, f"the server answered {status}{phrase}; {advice}")


def _check_type(headers: Message, origin: str) -> bool:
    """Whether it is a page; a server that names no type is asked to prove it by the content."""
    kind = headers.get_content_type()
    if kind not in _PAGES | _TEXTS:
        raise FetchError(origin, f"is {kind[:60]!r}, not a page or text; fetch it, turn it into text and give the file")
    return kind in _PAGES


def _read_body(response: http.client.HTTPResponse, origin: str, max_bytes: int) -> bytes:
    body = bytearray()
    while chunk := response.read(_CHUNK):
        body += chunk
        if len(body) > max_bytes:
            raise _too_long(origin, max_bytes)
    if response.length:
        raise FetchError(origin, f"the answer broke off {response.length} bytes before its end; try again")
    return bytes(body)


def _unpack(body: bytes, headers: Message, origin: str, max_bytes: int) -> bytes:
    """Undo the packing of an answer, up to the limit: a small answer may unpack to a huge one."""
    packing = headers.get("Content-Encoding", "identity").strip().lower()
    if packing == "identity":
        return body
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(origin, f"the answer is packed by {packing[:20]!r}, which was not asked for")
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        unpacked = unpacker.decompress(body, max_bytes + 1)
    except zlib.error as error:
        raise FetchError(origin, f"the answer is damaged {packing} ({error}); try again") from error
    if len(unpacked) > max_bytes:
        raise _too_long(origin, max_bytes)
    if not unpacker.eof:
        raise FetchError(origin, f"the answer's {packing} breaks off before its end; try again")
    return unpacked


def _too_long(origin: str, max_bytes: int) -> FetchError:
    return FetchError(origin, f"is over {max_bytes / MIB:.3g} MiB; save the report's text and give the file")
