"""Text from a document made safe to print: it can move no cursor, set no colour and turn no line round.

A report is hostile until shown otherwise. A terminal obeys control characters wherever they come from: U+001B opens
escape sequences (titles, colours, on some terminals keystrokes), U+009B does the same in one character, U+202E makes
the rest of a line run from right to left.
"""

from __future__ import annotations

import re

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, delete, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction: UAX 9
    "\u2028\u2029\ufff9-\ufffb"  # line and paragraph separators, interlinear annotation
    "\ud800-\udfff\U000e0000-\U000e007f]"  # lone surrogates; tags
)


def harmless(text: str) -> str:
    r"""Write every character that a terminal obeys as a visible escape, such as ``\x1b`` or ``\u202e``.

    Tabs and line feeds stay.

    Args:
        text: Any text.
    """
    return _OBEYED.sub(_escape, text)


def one_line(text: str) -> str:
    """Make text harmless and put it on one line: each run of white space becomes one space.

    Args:
        text: Any text.
    """
    return harmless(" ".join(text.split()))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
