"""Addresses: taking a web address apart, and saying which machines may be connected to. No network."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from onrecord.errors import FetchError

_PORTS = {"http": 80, "https": 443}
_FIRST_FREE_PORT = 1024
"""Below it are other services' ports (mail, ssh), to which a page has no reason to send anybody."""

_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,252})")
KEEP = "!#$%&'()*+,/:;=?@[]~"
"""Characters of an address that are not written as %XX."""
_NAT64 = IPv6Network("64:ff9b::/96")
_TRACKERS = re.compile(r"utm_\w{1,40}|fbclid|gclid|mc_cid|mc_eid|igshid", re.IGNORECASE)
"""Parameters that say how a reader came, not what the page is."""


@dataclass(frozen=True, slots=True)
class Target:
    """A web address taken apart.

    Attributes:
        scheme: "http" or "https".
        host: Name or number, in ASCII, without brackets.
        port: As given, or the scheme's.
        path: Path and query, in ASCII.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The value of the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address, put together again without its fragment."""
        return f"{self.scheme}://{self.authority}{self.path}"


def parse_target(url: str, origin: str, allow_private: bool = False) -> Target:
    """Take a web address apart.

    Args:
        url: The address.
        origin: What was given, for the error.
        allow_private: Whether ports of other services may be asked.

    Raises:
        FetchError: It is no http or https address, or holds a name and password, a space, or a wrong host or port.
    """
    if any(ord(char) <= 32 or ord(char) == 127 for char in url):
        raise FetchError(origin, "the address holds a space or control character; quote it as %20, or copy it again")
    try:
        parts = urlsplit(url)
        if parts.scheme not in _PORTS:
            raise FetchError(origin, f"leads to {url[:60]!r}; only http and https addresses are read")
        if "@" in parts.netloc:
            raise FetchError(origin, "the address holds a user's name or password; leave it out")
        port = parts.port
        host = _ascii_host(parts.hostname or "")
    except ValueError as error:
        raise FetchError(origin, f"is no web address ({error}); copy it again") from error
    port = _PORTS[parts.scheme] if port is None else port
    if port not in _PORTS.values() and port < _FIRST_FREE_PORT and not allow_private:
        raise FetchError(origin, f"port {port} is no web server's; ports 80, 443 and from {_FIRST_FREE_PORT} are read")
    path = quote(parts.path or "/", safe=KEEP) + (f"?{quote(parts.query, safe=KEEP)}" if parts.query else "")
    return Target(parts.scheme, host, port, path)


def _ascii_host(host: str) -> str:
    if ":" in host:
        return str(IPv6Address(host))
    ascii_host = host.encode("idna").decode("ascii")
    if not _NAME.fullmatch(ascii_host):
        raise ValueError("the host's name is wrong")
    return ascii_host


def may_connect(address: str, allow_private: bool) -> bool:
    """Whether a machine may be connected to.

    Checked is the number that is connected to, so that a name, or a number written as 0x7f.1 or 2130706433, hides
    nothing; and the IPv4 number inside an IPv6 one (mapped, 6to4, NAT64).

    Args:
        address: Its IPv4 or IPv6 number.
        allow_private: Whether this machine and private networks are allowed. Link-local numbers, where clouds answer
            with credentials, and numbers that are no machine's never are.
    """
    number = _inner(ip_address(address))
    if number.is_multicast or number.is_unspecified or number.is_link_local:
        return False
    if isinstance(number, IPv4Address) and number.is_reserved:
        return False
    site_local = isinstance(number, IPv6Address) and number.is_site_local
    return allow_private or (number.is_global and not site_local)


def _inner(number: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(number, IPv4Address):
        return number
    if number in _NAT64:
        return IPv4Address(int(number) & 0xFFFFFFFF)
    return number.ipv4_mapped or number.sixtofour or number


def canonical_url(url: str) -> str:
    """Write an address so that the same page has the same one: host in small letters, no fragment, no trackers.

    Args:
        url: The address, or "".

    Returns:
        The address, or "" where it is none of the web's. Ids rest on it: it must not change between versions.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in _PORTS or not parts.hostname:
        return ""
    host = parts.hostname if port in (None, _PORTS[parts.scheme]) else f"{parts.hostname}:{port}"
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query, True) if not _TRACKERS.fullmatch(key)])
    return urlunsplit((parts.scheme, host, parts.path or "/", query, ""))


def same_site(left: str, right: str) -> bool:
    """Whether two addresses are on hosts of the same name, "www." or not."""
    names = [(urlsplit(canonical_url(url)).hostname or "").removeprefix("www.") for url in (left, right)]
    return names[0] == names[1] != ""
