"""Words: an article's words, with what their spelling and their place say about names."""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.resolve.lexicon import ABBREVIATIONS
from onrecord.segment.article import Article
from onrecord.spans import Span

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|[^\W_]+(?:[-&'’‑][^\W_]+)*(?:\.(?:com|org|net|gov)\b)?"  # Jean-Luc, O’Brien, AT&T, example.com
)
ENDINGS = re.compile(r"['’](?:s|S|re|ve|ll|d|m)$")
APOSTROPHES = ("'", "’")
CLOSING = "”\"’')"
OPENING = frozenset("“\"‘'«„‹`:•*")

CAPITAL, INITIAL, POSSESSIVE, SHOUTED, HEADING = 1, 2, 4, 8, 16
"""Flags of a word: it begins with a capital; its capital may be owed to where it stands; ’s or ’ follows it; all of it,
two letters or more, is in capitals; it stands in a paragraph where nearly all words are capitalised."""

SMALL_IN_HEADINGS = frozenset({"from", "with", "over", "into", "than", "that", "after", "before", "amid", "about"})
HEADING_SHARE, SENTENCE_SHARE = 0.8, 0.95
"""Share of capitalised words of four letters and more from which a paragraph's capitals say nothing about names;
the second of one that ends in a full stop."""


class Words:
    """The words of the sentences of an article, as parallel lists; the labels "Q" and "A" of an interview are none.

    Attributes:
        text: The article's text, which all positions index.
        starts, ends: Where a word stands, without a possessive or contracted ending.
        stops: Where it ends with that ending and with the full stop of an abbreviation.
        forms: As printed, without the ending. lows: in lower case, without a last full stop.
        flags: Sums of the flags above.
        sentences: Number of the sentence that a word stands in.
        paragraphs: Number of its paragraph.
    """

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.stops: list[int] = []
        self.forms: list[str] = []
        self.lows: list[str] = []
        self.flags: list[int] = []
        self.sentences: list[int] = []
        self.paragraphs: list[int] = []
        labels = [turn.name for turn in article.turns if turn.name is not None]
        self._letters = {label.start for label in labels if label.end - label.start == 1}
        paragraph = 0
        heading = _is_heading(article, 0)
        for number, sentence in enumerate(article.sentences):
            while paragraph + 1 < len(article.paragraphs) and sentence.start >= article.paragraphs[paragraph].end:
                paragraph += 1
                heading = _is_heading(article, paragraph)
            self._read(sentence, number, paragraph, HEADING if heading else 0)

    def __len__(self) -> int:
        return len(self.starts)

    def _read(self, sentence: Span, number: int, paragraph: int, heading: int) -> None:
        text = self.text
        initial = INITIAL
        for match in WORD.finditer(text, sentence.start, sentence.end):
            start, stop = match.span()
            if start in self._letters:
                continue
            form = match.group()
            end = stop
            flags = heading | initial
            if form[0].isupper():
                flags |= CAPITAL
                if (start and text[start - 1] in OPENING) or (
                    start > 1 and text[start - 1] == " " and text[start - 2] in ":•*"
                ):
                    flags |= INITIAL
                if len(form) > 1 and form.isupper():
                    flags |= SHOUTED
            initial = 0
            if "'" in form or "’" in form:
                ending = ENDINGS.search(form)
                if ending:
                    form = form[: ending.start()]
                    end = start + len(form)
                    if ending.group()[1:] in ("s", "S"):
                        flags |= POSSESSIVE
            low = form.lower()
            following = text[stop : stop + 1]
            if following == "." and (low in ABBREVIATIONS or (len(form) == 1 and flags & CAPITAL)):
                stop += 1
                end = stop
            elif following in APOSTROPHES and low.endswith("s") and not text[stop + 1 : stop + 2].isalnum():
                flags |= POSSESSIVE
                stop += 1
            elif form[-1] == ".":
                low = low[:-1] if low.count(".") == 1 else low
            self.starts.append(start)
            self.ends.append(end)
            self.stops.append(stop)
            self.forms.append(form if end == start + len(form) else text[start:end])
            self.lows.append(low)
            self.flags.append(flags)
        count = len(self.starts) - len(self.sentences)
        self.sentences.extend([number] * count)
        self.paragraphs.extend([paragraph] * count)

    def adjacent(self, left: int) -> bool:
        """Whether nothing but white space stands between a word and the next, in one sentence."""
        if left + 1 >= len(self.starts) or self.sentences[left] != self.sentences[left + 1]:
            return False
        gap = self.text[self.stops[left] : self.starts[left + 1]]
        return gap == " " or (gap != "" and gap.isspace())

    def gap(self, left: int) -> str:
        """What stands between a word and the next one; a line break's worth where there is none."""
        if left + 1 >= len(self.starts):
            return "\n"
        return self.text[self.stops[left] : self.starts[left + 1]]

    def at(self, position: int) -> int:
        """Number of the first word that starts at or after a position."""
        return bisect_left(self.starts, position)

    def inside(self, span: Span) -> range:
        """Numbers of the words that start inside a span."""
        return range(self.at(span.start), self.at(span.end))

    def span(self, first: int, last: int) -> Span:
        """From the first word to the last, without the last one's ending."""
        return Span(self.starts[first], self.ends[last])


def _is_heading(article: Article, number: int) -> bool:
    """Whether a paragraph's capitals are those of a heading: nearly all its longer words have one."""
    if number >= len(article.paragraphs):
        return False
    paragraph = article.paragraphs[number]
    longer = [
        word for word in article.text[paragraph.start : paragraph.end].split() if len(word) > 3 and word[0].isalpha()
    ]
    capitalised = sum(word[0].isupper() for word in longer)
    small = sum(word in SMALL_IN_HEADINGS for word in longer)
    stopped = article.text[paragraph.start : paragraph.end].rstrip(CLOSING)[-1:] == "."
    share = SENTENCE_SHARE if stopped else HEADING_SHARE
    return len(longer) > 3 and capitalised > share * (len(longer) - small)
