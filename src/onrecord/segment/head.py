"""The head of a report: headline, standfirst, byline, date, and the place that begins its first sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

REACH = 12
"""Paragraphs in which a headline, a byline or a date is looked for."""

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"

_DATE_WORD = re.compile(
    rf"{_MONTH}|{_DAY}|\d{{1,4}}(?:st|nd|rd|th)?|\d{{1,2}}[:.]\d\d(?::\d\d)?|\d{{1,4}}[/-]\d{{1,2}}[/-]\d{{2,4}}"
    r"|[ap]\.?m\.?|at|on|et|est|edt|pt|gmt|utc|bst|cet|first|last|published|updated|posted|modified|created|date|ago|hours?|minutes?|mins?|days?|h|z",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d")
_DAY_NAMED = re.compile(rf"\b(?:{_MONTH}|{_DAY}|ago|published|updated|posted)\b|\d[/-]\d", re.IGNORECASE)

_BY = re.compile(r"(?:by|written by|story by|text by|posted by|words by|reported by)\s*:?\s+", re.IGNORECASE)
_NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w.'’-]*|@\w+|[\w.]+@[\w.]+|[a-z]+\.[a-z.]+")
_SMALL_WORDS = (
    "and & with in for of the at de del della di da du la le van von der den bin al el y staff writer writers reporter "
    "reporters correspondent correspondents editor editors columnist contributor contributors producer journalist"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_NEVER_FIRST = re.compile(rf"(?:{_MONTH}|{_DAY}|The|A|An|This|That)\Z")

_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){1,3}"
_NAMES_ALONE = re.compile(
    rf"{_NAME}(?:(?:,|,?\sand|\s&)\s{_NAME}){{0,3}}(?:"
    rf"\sin\s[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){{0,1}}(?:,?\s(?:and\s)?[A-ZÀ-Þ][\w.'’-]*){{0,2}}"
    r"|,?\s(?:[\w'’-]+\s){0,4}(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Cc]olumnist|[Ww]riter))\.?"
)
"""A byline without "By": ``Ann Lee and Bo Roe in Karva``, ``Ann Lee, Political Editor``."""

_NAMES_ONLY = re.compile(rf"{_NAME}(?:(?:,|,?\sand|\s&)\s{_NAME}){{0,3}}\.?")

_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]*){0,3}"
_TITLE = r"[A-ZÀ-Þ][\w.'’/-]+(?:\s[A-ZÀ-Þ][\w.'’/-]*){0,3}"
_REST = r"(?:,\s?[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){0,2}){0,2}?"
_DATED = rf"(?:,?\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?)"
_AGENCY = r"\s?[(\[][A-Z][\w\s./&'’-]{1,40}[)\]]"
_DASH = r"(?:\s?(?:--|[–—―])|\s-)"
_DATELINE = re.compile(
    rf"(?:{_UPPER}{_REST}{_DATED}?(?:{_AGENCY})?{_DASH}|{_TITLE}{_REST}{_DATED}(?:{_AGENCY})?(?:{_DASH}|:)"
    rf"|{_TITLE}{_REST}(?:{_AGENCY}{_DASH}|\s\((?:CNN|AP|AFP|UPI|EFE|ANI|PTI|IANS|VOA|BBC)\)))"
    r"\s*(?=[\"“‘'«(]*[A-ZÀ-Þ0-9])"
)
_NO_PLACE = re.compile(
    r"(?:BREAKING|(?:FINAL )?UPDATED?|FILE|EXCLUSIVE|WATCH|VIDEO|OPINION|ANALYSIS|NOTE|WARNING|LIVE"
    r"|CORRECTION|[QA])\b"
)


def same_words(left: str, right: str) -> bool:
    """Whether two lines are equal but for case, marks and spaces."""
    return re.sub(r"\W+", "", left).lower() == re.sub(r"\W+", "", right).lower()


def is_headline(line: str) -> bool:
    """Whether a text's first line may be its headline: short, and no sentence with a full stop, or in title case."""
    end = line.rstrip("\"'”’)]")[-1:]
    if len(line) > 200 or end in (",", ";", ":", ""):
        return False
    if end != ".":
        return True
    words = re.findall(r"[^\W\d_][\w'’-]{3,}", line)
    capitals = sum(1 for word in words if word[0].isupper())
    return len(line) <= 150 and len(words) >= 2 and capitals >= 0.8 * len(words)


def is_date(line: str) -> bool:
    """Whether a line says when the report was published, and nothing else. A time alone heads a live page's entry."""
    if len(line) > 120 or not _NUMBER.search(line) or not _DAY_NAMED.search(line):
        return False
    words = [word for word in re.split(r"[\s,|/·•()–—]+", line) if word]
    return len(words) <= 24 and all(_DATE_WORD.fullmatch(word.rstrip(":")) for word in words)


def is_byline(line: str, publisher: str | None, authors: Sequence[str], headed: bool) -> bool:
    """Whether a line of the head names who wrote the report.

    ``By Ann Lee and Bo Roe``; a line that is an author's or the publisher's name; under a headline also ``Ann Lee in
    Karva`` and ``Ann Lee, Political Editor``.

    Args:
        line: A paragraph.
        publisher: The publisher's name, where it is known.
        authors: The authors' names, where they are known.
        headed: Whether a headline stands above it.
    """
    if len(line) > 160:
        return False
    if publisher and same_words(line, publisher):
        return True
    if authors and (same_words(line, "".join(authors)) or any(same_words(line, author) for author in authors)):
        return True
    by = _BY.match(line)
    if by is None:
        return headed and _NAMES_ALONE.fullmatch(line) is not None
    words = [word for word in re.split(r"[\s,|/•·–—]+", line[by.end() :].rstrip(".")) if word]
    if not words or len(words) > 24 or _NEVER_FIRST.match(words[0]) or not _NAME_WORD.fullmatch(words[0]):
        return False
    return all(
        _NAME_WORD.fullmatch(word) or word.lower() in _SMALL or _DATE_WORD.fullmatch(word.rstrip(":")) for word in words
    )


def is_names(line: str) -> bool:
    """Whether a line may be nothing but names: a byline, where the line after it is one."""
    return len(line) <= 100 and _NAMES_ONLY.fullmatch(line) is not None


def dateline_end(line: str) -> int:
    """Where the place, date and agency that begin a report's first sentence end: ``KARVA, March 3 (Newswire) — ``.

    Args:
        line: One of the first paragraphs of the body, or its beginning.

    Returns:
        The place of the sentence in the line; 0 where there is no dateline.
    """
    found = _DATELINE.match(line[:140])
    return found.end() if found and not _NO_PLACE.match(line) else 0
