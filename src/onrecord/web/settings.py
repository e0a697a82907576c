"""Settings: what the server is told when it starts, checked before anything is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from onrecord.errors import InputError

MIB = 2**20

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})

SHORTEST_TOKEN = 16
"""Characters of a token. ``secrets.token_urlsafe(24)`` gives 32."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What opens the server: one word to read, another one to edit as well."""

    read: str
    edit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the server is told when it starts.

    Attributes:
        record: The record's file.
        host: The address that it listens on.
        tokens: What opens it; None on loopback, where whoever is on the machine may do all.
        names: Names that the Host header may hold besides the machine's own; without the port.
        max_upload: Most bytes of one request with files.
        max_request: Most bytes of any other request.
        model: The model that imports are read with.
        allow_private: Whether imports may be fetched from this machine and its network. For tests.
    """

    record: Path
    host: str = "127.0.0.1"
    tokens: Tokens | None = None
    names: frozenset[str] = field(default_factory=frozenset)
    max_upload: int = 64 * MIB
    max_request: int = 8 * MIB
    model: str = "accurate"
    allow_private: bool = False

    def __post_init__(self) -> None:
        if self.tokens is None and not is_loopback(self.host):
            raise InputError(
                self.host, "others could reach this address: give a file with two tokens by --token-file, or no --host"
            )

    @property
    def hosts(self) -> frozenset[str]:
        """Names that a request's Host header may hold, in small letters."""
        return LOOPBACK_NAMES | {name.lower() for name in (self.host, *self.names)}


def is_loopback(host: str) -> bool:
    """Whether an address is reached from this machine alone.

    Args:
        host: A name or a number.
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def read_tokens(path: Path) -> Tokens:
    """Read the tokens from a file with two lines: ``read WORD`` and ``edit WORD``.

    Args:
        path: The file.

    Raises:
        InputError: It cannot be read, or does not hold two different tokens that are long enough.
    """
    try:
        lines = [line.split() for line in path.read_text("utf-8").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read as the file of tokens: {error}") from error
    found = {line[0]: line[1] for line in lines if len(line) == 2}
    if len(lines) != 2 or set(found) != {"read", "edit"}:
        raise InputError(str(path), 'is to hold two lines: "read WORD" and "edit WORD"')
    if min(map(len, found.values())) < SHORTEST_TOKEN or found["read"] == found["edit"]:
        raise InputError(str(path), f"is to hold two different tokens of at least {SHORTEST_TOKEN} characters each")
    if not all(word.isascii() for word in found.values()):
        raise InputError(str(path), "is to hold tokens of ASCII characters alone: headers carry no others")
    return Tokens(found["read"], found["edit"])
