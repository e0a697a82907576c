"""Notices of corrections, and posts of social networks that a page embeds."""

from __future__ import annotations

import re

_VERSION = r"(?:this|an earlier version of this|a previous version of this|the original version of this)"
_CORRECTION = re.compile(
    r"\(?(?:corrections?|clarifications?|erratum)\b(?: (?:and|&) (?:clarifications?|amplifications?|corrections?))?"
    r"(?: appended)?(?:\s?[(,]?[\w\s,.]{0,30}\)?\s?[:—–]|\.|\Z)"
    rf"|{_VERSION} (?:article|story|report|post|piece|headline|column|page)\b.{{0,80}}?\b(?:amended|corrected|updated"
    r"|clarified|misstated|misspelled|misidentified|incorrect(?:ly)?|erroneously|wrongly|mistakenly)\b"
    r"|(?:editor['’]?s['’]? )?(?:note|update[ds]?)\b.{0,120}?\b(?:corrected|amended|earlier version|previous version)\b"
    r"|\(\s?(?:updates|corrects|adds|recasts)\b",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\bpic\.twitter\.com/\w|[—–-]\s?[^()\n]{1,60}\(@\w{1,20}\)(?:\s\w+\s\d{1,2},\s\d{4})?\W*\Z"
    r"|\A@\w{1,20}(?:\s[·•|–-].{0,60})?\Z"
)


def is_correction(line: str) -> bool:
    """Whether a paragraph tells of a correction or an update of the report."""
    return _CORRECTION.match(line) is not None


def is_post(line: str) -> bool:
    """Whether a paragraph is an embedded post: its author's handle and date, or its picture's address, end it."""
    return ("@" in line or "pic.twitter.com" in line) and _POST.search(line) is not None
