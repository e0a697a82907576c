"""Mojibake: UTF-8 that was read as Windows-1252 or Latin-1, decoded piece by piece.

ftfy decodes a whole stretch at a time and so loses which characters became which; here each sequence is one edit.
Sequences that cannot be meant in English (those of Â, Ã, â€ and of emoji) are decoded at sight. Others are letters and
marks that can stand side by side ("CAFÉ”"), and are decoded where ftfy's heuristic (``ftfy.badness``, Speer 2019)
finds their stretch bad.
"""

from __future__ import annotations

import re
import unicodedata

from onrecord.clean.edits import Edit
from onrecord.spans import Span

MOJIBAKE = "mojibake"


def _byte_table() -> dict[str, int]:
    """Character → byte, for both encodings at once; Windows-1252's holes are read as Latin-1, as browsers do."""
    table = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        character = bytes([byte]).decode("windows-1252", "ignore")
        if character:
            table[character] = byte
    return table


_BYTES = _byte_table()
_LATER = "[" + "".join(sorted(re.escape(c) for c, byte in _BYTES.items() if byte < 0xC0)) + "]"
_SEQUENCE = f"(?:[Â-ß]{_LATER}|[à-ï]{_LATER}{{2}}|[ð-ô]{_LATER}{{3}})"

SUSPICIOUS = re.compile(f"[Â-ô](?:{_LATER}|[\"'\ufffd])|â€")
"""A cheap test: the first byte of a sequence with a second one."""

_CUT_SHORT = re.compile("â[€\x80][\"'\ufffd]?")
_CHAINS = re.compile(f"{_SEQUENCE}+|{_CUT_SHORT.pattern}")
_SEQUENCES = re.compile(_SEQUENCE)
_SURE = re.compile("[ÂÃ]|â[€\x80]|ð[Ÿ\x9f]|ï»¿")

_LOST = {'"': "—", "'": "’", "\ufffd": "”", "": "”"}
"""What stands after â€ when its third byte is lost → what stood there.

Windows-1252 has no character for the third byte of ”, so it is lost most often; a tool that straightens quotation
marks turns the third character of — into ``"`` and that of ’ into ``'``.
"""

_UNSEEN = frozenset({"Cc", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Categories that no reading may give: the stretch was not mojibake, or would break its line. Of the control characters
80 to 9F are let through: text that went wrong twice has them halfway."""


def decode_mojibake(line: str) -> list[Edit]:
    """Find UTF-8 that was read as Windows-1252 or Latin-1.

    Text that went wrong twice is decoded by two passes.
    """
    edits: list[Edit] = []
    for chain in _CHAINS.finditer(line):
        if _CUT_SHORT.fullmatch(chain.group()):
            edits.append(Edit(MOJIBAKE, Span(*chain.span()), _guess_lost(line, Span(*chain.span()))))
            continue
        bad: bool | None = None
        for sequence in _SEQUENCES.finditer(line, *chain.span()):
            decoded = _decode(sequence.group())
            if decoded is None:
                continue
            if not _SURE.match(sequence.group()):
                bad = _looks_bad(line[max(0, chain.start() - 1) : chain.end() + 1]) if bad is None else bad
                if not bad:
                    continue
            edits.append(Edit(MOJIBAKE, Span(*sequence.span()), decoded))
    return edits


def _decode(sequence: str) -> str | None:
    """Decode one sequence; None where it is no UTF-8 or gives nothing that could be printed."""
    try:
        decoded = bytes(_BYTES[character] for character in sequence).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if unicodedata.category(decoded) in _UNSEEN and not "\x80" <= decoded <= "\x9f":
        return None
    return decoded


def _guess_lost(line: str, span: Span) -> str:
    """What a sequence of three was whose third byte is lost; between letters a hyphen, which loses it too."""
    if (
        span.end - span.start == 2
        and line[span.start - 1 : span.start].isalnum()
        and line[span.end : span.end + 1].isalnum()
    ):
        return "-"
    return _LOST[line[span.start + 2 : span.end]]


def _looks_bad(stretch: str) -> bool:
    """Whether ftfy takes a stretch for mojibake. ftfy is imported only here: it costs 0.1 s."""
    from ftfy.badness import is_bad

    return is_bad(stretch)
