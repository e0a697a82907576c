"""One line of JSON that is safe to print."""

from __future__ import annotations

import re

import msgspec

_RAW_CONTROLS = re.compile(rb"\x7f|\xc2[\x80-\x9f]")
"""Delete and the C1 controls in UTF-8. JSON allows them raw, but a terminal obeys U+009B as it does an escape."""


def json_line(value: object) -> bytes:
    """Encode a value as UTF-8 JSON, every control character in it escaped.

    Args:
        value: Anything that msgspec can encode.

    Returns:
        One line, without a line break at its end.
    """
    return _RAW_CONTROLS.sub(lambda match: b"\\u%04x" % match[0][-1], msgspec.json.encode(value))
