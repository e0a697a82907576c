"""Addresses: which are taken apart, which machines may be connected to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import FetchError
from onrecord.read.addresses import canonical_url, may_connect, parse_target, same_site


@pytest.mark.parametrize(
    ("url", "clean", "authority"),
    [
        ("http://echo.example", "http://echo.example/", "echo.example"),
        ("HTTPS://Echo.Example:443/a?b=c#d", "https://echo.example/a?b=c", "echo.example"),
        ("http://echo.example:8080/a b".replace(" ", "%20"), "http://echo.example:8080/a%20b", "echo.example:8080"),
        (
            "http://bücher.example/straße?q=ä",
            "http://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A4",
            "xn--bcher-kva.example",
        ),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/", "[2001:db8::1]:8080"),
    ],
)
def test_an_address_is_taken_apart(url: str, clean: str, authority: str) -> None:
    target = parse_target(url, url)
    assert (target.url, target.authority) == (clean, authority)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://ana:secret@echo.example/", "holds a user's name or password"),
        ("http://echo.example@10.0.0.1/", "holds a user's name or password"),
        ("http://echo.example\\@10.0.0.1/", "user's name"),
        ("http://echo.example/a\r\nHost: other.example", "space or control character"),
        ("http://echo.example/a b", "space or control character"),
        ("http://echo.example:22/", "port 22 is no web server's"),
        ("http://echo.example:99999/", "is no web address"),
        ("http://echo.example:0/", "port 0 is no web server's"),
        ("http:///a", "is no web address"),
        ("http://", "is no web address"),
        ("http://[::1", "is no web address"),
        ("http://[zz]/", "is no web address"),
        ("http://echo..example/", "is no web address"),
        ("http://ec\\ho.example/", "is no web address"),
        ("http://ec%00ho.example/", "is no web address"),
        ("file:///etc/passwd", "leads to 'file:///etc/passwd'; only http"),
        ("gopher://echo.example/", "only http and https addresses are read"),
        ("", "only http and https addresses are read"),
    ],
)
def test_an_address_that_is_refused(url: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        parse_target(url, url)


@given(st.text())
def test_any_address_is_taken_apart_or_refused(url: str) -> None:
    try:
        target = parse_target(f"http://{url}", url)
    except FetchError:
        return
    assert target.url.isascii()
    assert not any(char.isspace() for char in target.url)
    assert parse_target(target.url, url) == target


PUBLIC = ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"]
PRIVATE = [
    "127.0.0.1",
    "127.255.255.254",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "::1",
    "fc00::1",
    "fec0::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "198.18.0.1",
    "192.0.2.1",
]
NEVER = ["0.0.0.0", "::", "169.254.169.254", "fe80::1", "fe80::1%lo", "::ffff:169.254.169.254", "224.0.0.1", "ff0e::1"]
NEVER += ["240.0.0.1", "255.255.255.255", "64:ff9b::a9fe:a9fe"]


@pytest.mark.parametrize("number", PUBLIC)
def test_public_machines(number: str) -> None:
    assert may_connect(number, allow_private=False)
    assert may_connect(number, allow_private=True)


@pytest.mark.parametrize("number", PRIVATE)
def test_private_machines_need_the_flag(number: str) -> None:
    assert not may_connect(number, allow_private=False)
    assert may_connect(number, allow_private=True)


@pytest.mark.parametrize("number", NEVER)
def test_numbers_that_are_never_connected_to(number: str) -> None:
    assert not may_connect(number, allow_private=True)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTPS://Echo.example:443/A?b=1&utm_source=x&fbclid=y#top", "https://echo.example/A?b=1"),
        ("http://echo.example", "http://echo.example/"),
        ("http://echo.example:8080/?q=a%20b", "http://echo.example:8080/?q=a+b"),
        (" https://echo.example/a ", "https://echo.example/a"),
        ("ftp://echo.example/a", ""),
        ("no address", ""),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_the_canonical_address(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


def test_the_same_site() -> None:
    assert same_site("https://www.echo.example/a", "http://echo.example/b")
    assert not same_site("https://echo.example.evil.example/", "https://echo.example/")
    assert not same_site("", "")
