"""Turns: who speaks in a transcript or an interview, by the labels before the paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.segment.article import Turn
from onrecord.spans import Span

ASKING = frozenset({"Q", "QUESTION"})
"""Labels of who asks."""

_NAME_WORD = r"(?:[A-ZÀ-Þ][\w.'’-]*|\d{1,2})"
_ROLE = r"(?:\s?\([^()\n]{1,60}\))?"
_LABEL = re.compile(
    rf"(?P<name>[QA])(?:[.:](?=\s)|(?<=Q)(?=\s{{1,4}}[A-Z“\"]))|(?P<word>QUESTION|ANSWER|Question|Answer)[.:](?=\s)"
    rf"|(?P<speaker>(?:[Tt]he\s)?{_NAME_WORD}(?:\s(?:{_NAME_WORD}|of|the|de|van|von|bin|al|and|&)){{0,5}}){_ROLE}\s?:(?=\s|$)"
)
_NAME_ALONE = re.compile(rf"{_NAME_WORD}(?:\s(?:{_NAME_WORD}|de|van|von|bin|al)){{1,3}}")
"""A label on a line of its own that has lost its colon with its bold type."""

_REACH = 140
"""Characters in which a label must end."""

_NO_NAME = re.compile(
    r"(?:notes?|updated?|corrections?|clarification|editor['’]?s note|breaking|exclusive|watch|read|listen|see|more"
    r"|related|photos?|videos?|pictures?|images?|credit|sources?|contributing|advertisement|file photo|urgent|latest"
    r"|live|opinion|analysis|verdict|facts?|the facts|facts first|myth|claim|reality|reality check|fact check"
    r"|winners?|losers?|pros?|cons?|age|poll|background|summary|conclusion|bottom line|also|now|one|two|three|four"
    r"|five|first|second|third|finally|when|where|what|why|how|who|cost|price|time|date|location|tickets?|phone"
    r"|e-?mail|web(?:site)?|address|home|born|education|family|career|rating|score|total|results?|warning|reminder"
    r"|context|example"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d.*|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*"
    r"|.*\b(?:coverage|newsletter|more|highlights|story))\Z",
    re.IGNORECASE,
)
"""Labels that are no speaker's."""

_FIGURES = re.compile(r"\s*[\d$£€+-][^A-Za-z]*(?:per ?cent|points?|million|billion|%)?\W*\Z")
_ENDS = re.compile(r"[.!?…,;—–-][\"'”’»)\]]*\Z")
_TALK = re.compile(r"\?|\b(?:I|I['’]m|we|you|my|your|our)\b")

TRANSCRIPT_SHARE = 0.4
"""Share of the paragraphs from the first label to the last that must have one for the others to go on a turn; in a
report with a few lines of dialogue they do not."""


class _Labelled(NamedTuple):
    """A paragraph that begins like a speaker's turn."""

    paragraph: int
    name: Span
    label: Span


def find_turns(text: str, paragraphs: Sequence[Span]) -> tuple[Turn, ...]:
    """Find speakers' labels.

    A label counts where the text has at least two, and they take turns: one comes back, or two speakers' stand in
    neighbouring paragraphs. ``Note:`` and headings with a colon are none. Without any, names on lines of their own
    count where two or more come back and talk.

    Args:
        text: The text.
        paragraphs: Its paragraphs, sorted and disjoint.

    Returns:
        Turns in order; none unless the text is a transcript, an interview or holds some lines of one.
    """
    candidates = [found for number, paragraph in enumerate(paragraphs) if (found := _label(text, number, paragraph))]
    labelled = _taking_turns(text, paragraphs, candidates) or _names_alone(text, paragraphs)
    if not labelled:
        return ()
    gaps = [after.paragraph - before.paragraph for before, after in pairwise(labelled)]
    whole = len(labelled) >= TRANSCRIPT_SHARE * (sum(gaps) + 1)
    longest = max(gaps) if whole else 1  # the last turn may be as long as the longest before it
    turns = []
    for one, gap in zip(labelled, [*gaps, min(longest, len(paragraphs) - labelled[-1].paragraph)], strict=True):
        alone = one.label.end >= paragraphs[one.paragraph].end
        last = one.paragraph + (gap - 1 if whole else min(gap - 1, alone))
        asks = one.name.of(text).upper() in ASKING
        turns.append(Turn(name=one.name, span=_spoken(text, one.label.end, paragraphs[last].end), asks=asks))
    return tuple(turns)


def _label(text: str, number: int, paragraph: Span) -> _Labelled | None:
    """The label that a paragraph begins with, if it has one."""
    match = _LABEL.match(text, paragraph.start, min(paragraph.end, paragraph.start + _REACH))
    if match is None:
        return None
    name = Span(*match.span(match.lastgroup or 0))
    if _NO_NAME.match(name.of(text)) or _FIGURES.match(text, match.end(), min(paragraph.end, match.end() + 40)):
        return None
    if match["speaker"] and match.end() < paragraph.end and not _ENDS.search(text, paragraph.end - 3, paragraph.end):
        return None  # a title: "Minister: taxes must fall"
    return _Labelled(number, name, Span(*match.span()))


def _taking_turns(text: str, paragraphs: Sequence[Span], candidates: Sequence[_Labelled]) -> list[_Labelled]:
    """Those labels that belong to an exchange: some come back, or two stand side by side and talk."""
    names = [one.name.of(text).upper() for one in candidates]
    asks = any(name in ASKING for name in names)
    kept = [(one, name) for one, name in zip(candidates, names, strict=True) if asks or name not in ("A", "ANSWER")]
    counts = Counter(name for _, name in kept)
    back = {name for name, count in counts.items() if count > 1}
    if (len(counts) > 1 and back) or max(counts.values(), default=0) > 2:
        return [one for one, _ in kept]
    if len(kept) == 2 and len(counts) == 2 and kept[1][0].paragraph - kept[0][0].paragraph == 1:
        talk = [paragraphs[one.paragraph] for one, _ in kept]
        return [one for one, _ in kept] if all(_TALK.search(text, p.start, p.end) for p in talk) else []
    return []


def _names_alone(text: str, paragraphs: Sequence[Span]) -> list[_Labelled]:
    """Names on lines of their own, of two speakers or more who take turns; a list of names comes once."""
    lines = [
        _Labelled(number, paragraph, paragraph)
        for number, paragraph in enumerate(paragraphs)
        if _NAME_ALONE.fullmatch(text, paragraph.start, paragraph.end) and not _NO_NAME.match(paragraph.of(text))
    ]
    counts = Counter(line.name.of(text) for line in lines)
    back = {name for name, count in counts.items() if count > 1}
    kept = [line for line in lines if line.name.of(text) in back]
    if any(after.paragraph - before.paragraph == 1 for before, after in pairwise(kept)):
        return []
    ends = [*(line.name.start for line in kept[1:]), len(text)]
    talk = {line.name.of(text) for line, end in zip(kept, ends, strict=False) if _TALK.search(text, line.name.end, end)}
    return kept if len(talk) > 1 else []


def _spoken(text: str, start: int, end: int) -> Span:
    """A stretch without the white space at its start."""
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
