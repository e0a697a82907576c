"""Boilerplate: what a web page prints around a report: share bars, sign-ups, links to other pages, comment forms.

Every rule covers a whole line or its first words, for a sentence of the report that is taken for boilerplate loses its
statements.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from onrecord.segment import page_phrases as phrases

LONGEST = 400
"""Characters: a longer paragraph is not boilerplate, whatever it begins with."""

LONGEST_LINK = 200
"""Characters: titles of other pages are shorter."""

LONGEST_LIST = 12
"""Titles in a list of other pages."""

_BULLETS = "-–—•*⦁▪|>»[( "
_WORD = re.compile(r"[^\W_]")
_SPEECH = re.compile(r"[\"“”«»]|\b(?:said|says|told|wrote|added|according to)\b")


def is_boilerplate(line: str) -> bool:
    """Whether a paragraph is printed around the report and does not belong to it.

    Args:
        line: A paragraph, without white space around it.
    """
    if len(line) > LONGEST:
        return False
    line = line.lstrip(_BULLETS) or line
    if not _WORD.search(line) or phrases.SURE.match(line) or _is_whole(line):
        return True
    if len(line) <= LONGEST_LINK and phrases.LINK.match(line):
        return True
    if _SPEECH.search(line):
        return False
    return bool(phrases.BEGINS.match(line) or phrases.INBOX.search(line))


def _is_whole(line: str) -> bool:
    """Whether a line is one of the phrases, but for the marks after it."""
    return phrases.WHOLE.fullmatch(line.rstrip(" .:…!»›>*)]") or line) is not None


def comment_form(lines: Sequence[str], report: Sequence[bool]) -> int:
    """Where the readers' comments or the form for them begin: all from there is boilerplate.

    Args:
        lines: The paragraphs.
        report: Of each, whether it reads like a paragraph of a report. Two must stand before the form, for some pages
            print a link to it at the top.

    Returns:
        The place of its first paragraph; the number of paragraphs where there is none.
    """
    seen = 0
    for number, line in enumerate(lines):
        if seen >= 2 and len(line) <= LONGEST:
            if phrases.FORM.fullmatch(line):
                return number
            after = lines[number + 1 : number + 4]
            if phrases.COMMENTS.fullmatch(line) and any(phrases.COMMENTER.match(comment) for comment in after):
                return number
        seen += report[number]
    return len(lines)


def linked_titles(lines: Sequence[str], start: int) -> int:
    """How many titles of other pages are listed after a line such as ``Related stories:``.

    Args:
        lines: The paragraphs.
        start: The place of the line that may head a list.
    """
    if len(lines[start]) > LONGEST or not phrases.LIST_TITLE.fullmatch(lines[start]):
        return 0
    following = lines[start + 1 : start + 1 + LONGEST_LIST]
    titles = takewhile(lambda line: len(line) <= LONGEST_LINK and line[-1] not in '.!:"”’', following)
    return sum(1 for _ in titles)
