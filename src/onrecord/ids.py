"""Lasting ids: hashes of what a thing is, so that the same reading gives the same ids everywhere."""

from __future__ import annotations

import hashlib

from onrecord.spans import Span

ID_LENGTH = 20
"""Hexadecimal digits of an id: 80 bits, under one chance in 10⁹ of a clash among ten million documents."""


def identify(*parts: str) -> str:
    """Hash parts into an id; the parts cannot run into each other.

    Args:
        parts: Strings in an agreed order.

    Returns:
        ``ID_LENGTH`` hexadecimal digits.
    """
    framed = b"".join(
        len(data).to_bytes(8, "big") + data for data in (p.encode("utf-8", "surrogatepass") for p in parts)
    )
    return hashlib.sha256(framed).hexdigest()[:ID_LENGTH]


def spell(spans: tuple[Span, ...]) -> str:
    """Write spans for hashing: ``3-9,12-20``."""
    return ",".join(f"{start}-{end}" for start, end in spans)
