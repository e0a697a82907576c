"""Characters: line breaks, odd spaces, what cannot be seen, and control characters."""

from __future__ import annotations

import re

from onrecord.clean.edits import Edit
from onrecord.spans import Span

LINE_BREAK = "line break"
ODD_SPACE = "odd space"
INVISIBLE = "invisible character"
CONTROL = "control character"

_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")

ODD_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Non-breaking, thin, ideographic and other spaces that are no ``U+0020``; a tab stays."""

INVISIBLES = re.compile("[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]")
"""Soft hyphens, zero-width characters, marks of writing direction, byte-order marks, places of objects."""

CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")

_WINDOWS_1252 = {
    chr(byte): bytes([byte]).decode("windows-1252")
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""What bytes 80 to 9F mean in Windows-1252, which browsers read for Latin-1 (WHATWG Encoding); five mean nothing."""


def break_lines(text: str) -> list[Edit]:
    r"""Find line breaks that are not ``\n``: Windows and old Mac ones, page breaks, Unicode's separators."""
    return [Edit(LINE_BREAK, Span(*match.span()), "\n") for match in _LINE_BREAKS.finditer(text)]


def space_out(line: str) -> list[Edit]:
    """Make odd spaces plain ones."""
    return [Edit(ODD_SPACE, Span(*match.span()), " ") for match in ODD_SPACES.finditer(line)]


def drop_invisible(line: str) -> list[Edit]:
    """Drop what cannot be seen and carries no word."""
    return [Edit(INVISIBLE, Span(*match.span()), "") for match in INVISIBLES.finditer(line)]


def mend_controls(line: str) -> list[Edit]:
    """Read control characters as the Windows-1252 marks that they were, and drop the others."""
    return [
        Edit(CONTROL, Span(*match.span()), _WINDOWS_1252.get(match.group(), "")) for match in CONTROLS.finditer(line)
    ]
