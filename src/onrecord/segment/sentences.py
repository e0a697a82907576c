"""Sentences: where one ends, by rule. Made for news: titles, initials, states, companies, attributed quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.segment import abbreviations
from onrecord.segment.cues import starts_named_attribution
from onrecord.spans import Span

_STOP = re.compile(
    r"(?=[.!?…\s])(?:"  # a letter is passed over at one look
    r"(?P<stop>[.!?…](?:\s?[.…]|[!?])*+)"
    r"(?P<closing>(?:[\"'”’»›)\]}]|[“‘](?=\s|\Z))*+)"
    r"(?P<gap>\s++|(?<=[\"”»)])(?=[A-Z“])|\Z)"
    r"|(?P<bullet>(?<!\s)\s++(?=[•▪●■◦‣]\s)))"
)
"""A stop with the marks that close after it and the space that follows; or the space before a bullet in a line."""

_WORD_BEFORE = re.compile(r"[\w.'’&]*\Z")
_NEXT_WORD = re.compile(r"[^\w]*?(?P<word>[^\W_][\w'’.]*)")
_LOOK_BACK, _LOOK_AHEAD = 24, 40
"""Characters: no abbreviation is longer, and a longer word decides nothing."""


def find_sentences(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Cut paragraphs into sentences.

    Args:
        text: The text.
        paragraphs: Its paragraphs, sorted and disjoint.

    Returns:
        Sentences, sorted and disjoint, without the white space between them. Together they hold every other character
        of the paragraphs; none crosses a paragraph.
    """
    return tuple(sentence for paragraph in paragraphs for sentence in _cut(text, paragraph))


def _cut(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph."""
    start = paragraph.start + _leading_space(text, paragraph.start, paragraph.end)
    for match in _STOP.finditer(text, start, paragraph.end):
        if match.end() < paragraph.end and match.start() > start and _breaks(text, start, paragraph.end, match):
            yield Span(start, match.start("gap") if match["bullet"] is None else match.start())
            start = match.end()
    end = paragraph.end
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Span(start, end)


def _leading_space(text: str, start: int, end: int) -> int:
    """Number of white-space characters at a stretch's start."""
    place = start
    while place < end and text[place].isspace():
        place += 1
    return place - start


def _breaks(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether a sentence ends at a stop.

    Args:
        text: The text.
        start: Where the sentence begins.
        end: The paragraph's end.
        match: The stop, by ``_STOP``.
    """
    if match["bullet"] is not None:
        return True
    following = _NEXT_WORD.match(text, match.end(), min(end, match.end() + _LOOK_AHEAD))
    if following is None:
        return False
    first = following["word"][0]
    if first.islower():
        return False
    stop, closing = match["stop"], match["closing"]
    if _closes_quotation(closing) and starts_named_attribution(text, following.start("word"), end, stop == "."):
        return False
    if stop == ".":
        return _full_stop_breaks(text, start, match, following["word"])
    if stop[-1] in ".…":
        return bool(closing) or re.split("['’]", following["word"])[0] != "I"  # "I … I think so"
    return _word_before(text, start, match.start("stop")) + stop not in abbreviations.BRANDS


def _closes_quotation(closing: str) -> bool:
    """Whether one of the marks after a stop closes a quotation."""
    return any(mark in "\"'”’»›" for mark in closing)


def _word_before(text: str, start: int, end: int) -> str:
    """The word that ends at a place, with the stops inside it; of a compound with hyphens, the last part."""
    found = _WORD_BEFORE.search(text[max(start, end - _LOOK_BACK) : end])
    return found.group().lstrip(".'’") if found else ""


def _full_stop_breaks(text: str, start: int, match: re.Match[str], following: str) -> bool:
    """Whether a single full stop ends a sentence, by the word before it and the one after."""
    place = match.start("stop")
    word = _word_before(text, start, place)
    if not match["closing"] and word in abbreviations.TITLES:
        return False
    if following[0].isdigit() and (word in abbreviations.NUMBERED or word in abbreviations.MONTHS):
        return False
    if word.isdigit() and place - len(word) == start:
        return False  # the number of a list's item
    if word.lower() in ("a.m", "p.m"):
        return following.rstrip(".") not in abbreviations.AFTER_HOUR
    if word in abbreviations.MAY_END or abbreviations.STOPS_INSIDE.match(word) or (len(word) == 1 and word.isupper()):
        return _starts_sentence(text, match, following)
    return True


def _starts_sentence(text: str, match: re.Match[str], following: str) -> bool:
    """Whether what follows an abbreviation begins a sentence: a common first word, or an opening mark."""
    if text[match.end()] in "–—-―":
        return False
    if _closes_quotation(match["closing"]) or text[match.end()] in '"“‘«„':
        return True
    return following.lower().replace("’", "'") in abbreviations.STARTERS
