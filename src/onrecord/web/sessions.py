"""Sessions: who a request comes from, by a token or a signed cookie; and the word that forms carry.

Nothing is kept: a cookie holds the right and a number used once, signed with a secret of this process. A server that is
started again knows no old cookie. Words are compared in constant time.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Literal

from starlette.datastructures import Headers

from onrecord.web.settings import Tokens

Right = Literal["read", "edit"]


def cookie_name(headers: Headers) -> str:
    """What the session's cookie is called. It has the port, since a browser gives a host's cookies to all its ports.

    Args:
        headers: Of the request. The port that its Host names counts, which is the browser's end of a tunnel.
    """
    port = headers.get("host", "").rpartition(":")[2]
    return f"onrecord-{port}" if port.isascii() and port.isdigit() else "onrecord"


class Sessions:
    """Makes and checks cookies.

    Args:
        tokens: What opens the server; None where nothing is asked for.
    """

    def __init__(self, tokens: Tokens | None) -> None:
        self.tokens = tokens
        self._secret = secrets.token_bytes(32)

    def right_of_token(self, given: str) -> Right | None:
        """What a token allows.

        Args:
            given: What was sent.
        """
        if self.tokens is None:
            return None
        sent = given.encode("utf-8", "surrogateescape")
        # Both are compared, so that the time tells neither which one fits.
        reads = hmac.compare_digest(sent, self.tokens.read.encode())
        edits = hmac.compare_digest(sent, self.tokens.edit.encode())
        return "edit" if edits else "read" if reads else None

    def issue(self, right: Right) -> str:
        """Make a cookie's value.

        Args:
            right: What it allows.
        """
        plain = f"{right}.{secrets.token_urlsafe(18)}"
        return f"{plain}.{self._sign('session', plain)}"

    def right_of(self, cookie: str) -> Right | None:
        """What a cookie allows; None where it is not one of ours.

        Args:
            cookie: Its value.
        """
        plain, _, signature = cookie.rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._sign("session", plain).encode()):
            return None
        return "edit" if plain.startswith("edit.") else "read"

    def csrf(self, cookie: str) -> str:
        """The word that every form of a session carries, which another site cannot know.

        Args:
            cookie: The session's.
        """
        return self._sign("csrf", cookie)

    def csrf_fits(self, cookie: str, given: str) -> bool:
        """Whether a form's word is its session's.

        Args:
            cookie: The session's.
            given: What was sent.
        """
        return hmac.compare_digest(self.csrf(cookie).encode(), given.encode("utf-8", "surrogateescape"))

    def _sign(self, purpose: str, text: str) -> str:
        message = f"{purpose}\0{text}".encode("utf-8", "surrogateescape")
        return hmac.new(self._secret, message, hashlib.sha256).hexdigest()
