"""Statements: what the anchors found put together, with the edges that the record's rules ask for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.encode.words import CLOSING, Words
from onrecord.extract.anchors import CUE_ANCHOR
from onrecord.extract.roles import CONTENT, CUE, SOURCE, Part
from onrecord.segment.quotes import Quotation
from onrecord.spans import Span, normalise

TRAILING = frozenset(".,;:–—-")
"""Marks that belong to the reporter's sentence, not to the content, when they stand outside of quotation marks."""

JOINS = frozenset({"But", "And", "Yet"})
"""The reporter's conjunction at the head of a sentence; inside quotation marks a mark stands before it."""

SAME = 0.5
"""Share of a content from which two statements are the same: of the shorter one's, or of the one's without a cue."""

HOLE, WAVER = 8, 0.1
"""Words that may be missing within a source, and their mean probability from which they are taken to be in it."""

SURELY_NOT = 0.8
"""Mean probability of having no role from which words part a content, though no mark stands about them. Exact
contents of readings dev 77.3 to 77.8; .7 gives 77.7, and .9 joins two statements there."""

CLOCK, LONGEST_CLOCK = re.compile(r"\d{1,2}:\d{2}(?: ?[ap]m)?(?=\s+[“‘\"']?[A-Z])"), 16
"""A line's first word where it is a time, and as far as it is looked for."""

ARTICLES = frozenset({"a", "an", "the"})
"""What is left of a source when the network has lost it, or never had one ("the claim that …")."""

SURE = 0.6
"""Summed probability of a run's words from which it can be a source on its own: a pronoun's, not a stray article's."""

QUOTED_ENDS = frozenset(",!?…—–")
"""Marks that end what is quoted where the reporter's sentence goes on."""

MOST_GIVEN = 3
"""Words of a name that may have been cut off from its last ones."""

Run = tuple[int, int]
"""Words of one role that stand together, half-open."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement on words.

    Attributes:
        part: What the network said about its anchor.
        content, cue, source: Runs of words, in order.
    """

    part: Part
    content: tuple[Run, ...]
    cue: tuple[Run, ...] = ()
    source: tuple[Run, ...] = ()


def draft_statements(parts: Iterable[Part], words: Words) -> list[Draft]:
    """Make statements of parts.

    Those without content are dropped; of two that are the same the one with a cue is kept, or the surer. A new
    paragraph is a new statement: content in another paragraph than the one that the cue introduces stands alone, with
    no cue and no source of its own.

    Args:
        parts: What the network says of each anchor.
        words: The article's words.

    Returns:
        Drafts by where their content begins.
    """
    drafts = [draft for part in parts for draft in _drafts(part, words)]
    kept: list[Draft] = []
    contents: list[frozenset[int]] = []
    by_content: dict[int, list[int]] = {}
    for draft in sorted(drafts, key=lambda draft: (not draft.cue, -draft.part.anchor.chance)):
        own = _numbers(draft.content)
        shared = Counter(number for word in own for number in by_content.get(word, ()))
        if any(_same(draft, len(own), kept[n], len(contents[n]), common) for n, common in shared.items()):
            continue
        for word in own:
            by_content.setdefault(word, []).append(len(kept))
        kept.append(draft)
        contents.append(own)
    return sorted(kept, key=lambda draft: (draft.content, draft.cue))


def _drafts(part: Part, words: Words) -> Iterator[Draft]:
    """The draft of one part, and one more for each other paragraph that its content goes into."""
    cue: tuple[Run, ...] = ()
    source: tuple[Run, ...] = ()
    if part.anchor.kind == CUE_ANCHOR:
        cue = _runs(part.words(CUE), words) or ((part.anchor.word, part.anchor.word + 1),)
        source = _source(part, words, cue)
    home = int(words.paragraphs[part.anchor.word])
    content, source = _with_whole_name(words, _without_holes(part, words, _runs(part.words(CONTENT), words)), source)
    groups = _by_paragraph(content, words)
    if part.anchor.kind != CUE_ANCHOR:  # nothing of the reporter's parts what has no cue
        groups = {place: ((runs[0][0], runs[-1][1]),) for place, runs in groups.items()}
    for number, place in enumerate(sorted(groups, key=lambda place: (abs(place - home), place < home))):
        if number and sum(last - first for first, last in groups[place]) == 1:
            continue  # one word of another paragraph is no statement: the network wavered
        yield Draft(part, groups[place]) if number else Draft(part, groups[place], cue, source)


def _source(part: Part, words: Words, cue: Sequence[Run]) -> tuple[Run, ...]:
    """The source: one run, of several sure ones the nearest to the cue. Two in 1,910 of the readings' are in pieces."""
    runs: list[Run] = []
    for run in _runs(part.words(SOURCE), words):
        if runs and _is_hole(part, words, runs[-1][1], run[0]):
            runs[-1] = (runs[-1][0], run[1])
        else:
            runs.append(run)
    runs = [whole for run in runs for whole in _with_noun(part, words, run, cue[0][0])]
    sure = [run for run in runs if part.mass(*run) >= SURE] or runs
    return tuple(sorted(sure, key=lambda run: min(max(run[0] - last, first - run[1]) for first, last in cue))[:1])


def _with_noun(part: Part, words: Words, run: Run, cue: int) -> Iterator[Run]:
    """A run of a source; an article alone with what stands between it and the cue, and not without that."""
    first, last = run
    if words.span(first, last).of(words.text).casefold() not in ARTICLES:
        yield run
        return
    free = last < cue <= last + HOLE and not part.roles[last - part.first : cue - part.first].any()
    if free and _together(words, last, cue):
        yield first, cue


def _with_whole_name(
    words: Words, content: tuple[Run, ...], source: tuple[Run, ...]
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Content and source, the source with all of a name whose beginning was content: "“Go,” *Ines* Dorrell said"."""
    if not source or not _is_capital(words, source[0][0]):
        return content, source
    first, last = source[0]
    begin = first
    while begin > 0 and first - begin < MOST_GIVEN and _is_capital(words, begin - 1):
        begin -= 1
    if begin == first or not _ends_quotation(words, begin):
        return content, source
    kept = tuple((start, begin) if start < begin and stop == first else (start, stop) for start, stop in content)
    return (content, source) if kept == content else (kept, ((begin, last), *source[1:]))


def _is_capital(words: Words, number: int) -> bool:
    """Whether a word begins with a capital, is no conjunction and stands in no quotation."""
    join = words.span(number, number + 1).of(words.text) in JOINS
    return bool(words.features[number] // 4) and not words.is_quoted(number) and not join


def _ends_quotation(words: Words, number: int) -> bool:
    """Whether a quotation whose end a mark tells stands right before a word: “Go,” or ‘Go’, before it."""
    comma = number > 1 and words.text[words.starts[number - 1]] == ","
    closing = number - 2 if comma else number - 1
    if closing < 1 or words.marks[closing] != CLOSING:
        return False
    return comma or words.text[words.starts[closing - 1]] in QUOTED_ENDS


def _without_holes(part: Part, words: Words, runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs of content, joined where the words between are nobody's and no mark sets them off, as it does an aside."""
    joined: list[Run] = []
    for first, last in runs:
        if joined and _is_unmarked(part, words, joined[-1][1], first):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return tuple(joined)


def _is_unmarked(part: Part, words: Words, first: int, last: int) -> bool:
    """Whether the network only wavered on the words between two runs of content, and no mark is among them."""
    hole = slice(first - part.first, last - part.first)
    if last - first > HOLE or part.roles[hole].any() or not _together(words, first, last):
        return False
    marked = any(_only_marks(words.text, words.starts[word], words.ends[word]) for word in range(first, last))
    return not marked and bool(part.chances[hole].mean() < SURELY_NOT)


def _is_hole(part: Part, words: Words, first: int, last: int) -> bool:
    """Whether the network only wavered on the words between two runs of a source, which are in one paragraph."""
    together = bool(words.paragraphs[first - 1] == words.paragraphs[last])
    free = not part.roles[first - part.first : last - part.first].any()
    return together and free and last - first <= HOLE and part.mass(first, last) >= WAVER * (last - first)


def _by_paragraph(runs: Sequence[Run], words: Words) -> dict[int, tuple[Run, ...]]:
    groups: dict[int, tuple[Run, ...]] = {}
    for run in runs:
        place = int(words.paragraphs[run[0]])
        groups[place] = (*groups.get(place, ()), run)
    return groups


def _runs(numbers: Sequence[int], words: Words) -> tuple[Run, ...]:
    """Join numbers of words that follow each other in one paragraph."""
    runs: list[Run] = []
    for word in numbers:
        if runs and runs[-1][1] == word and words.paragraphs[word] == words.paragraphs[word - 1]:
            runs[-1] = (runs[-1][0], word + 1)
        else:
            runs.append((word, word + 1))
    return tuple(runs)


def _numbers(runs: Iterable[Run]) -> frozenset[int]:
    return frozenset(word for first, last in runs for word in range(first, last))


def _same(draft: Draft, size: int, other: Draft, other_size: int, common: int) -> bool:
    """Whether two drafts that share words of content are one statement found twice.

    Two with cues are only if these touch: else one stands in the other, or two verbs attribute the same. One without
    a cue, a quotation, is the same as what covers it; a statement within it is not.

    Args:
        draft: A draft.
        size: Words of its content.
        other: Another.
        other_size: Words of the other's content.
        common: Words that both contents have.
    """
    if draft.cue and other.cue:
        touch = any(first < end and begin < last for first, last in draft.cue for begin, end in other.cue)
        return touch and common > SAME * min(size, other_size)
    without_cue = [n for n, one in ((size, draft), (other_size, other)) if not one.cue]
    return common > SAME * min(without_cue)


def content_spans(words: Words, runs: Sequence[Run], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """The spans of a content: runs with nothing but marks between them joined, edges set; none without a word.

    Args:
        words: The article's words.
        runs: Of the content, in order.
        quotations: The article's outer quotations.
    """
    joined = _joined(words, runs)
    return normalise(content_span(words, *run, quotations) for run in joined if _has_word(words, *run))


def role_spans(words: Words, runs: Sequence[Run]) -> tuple[Span, ...]:
    """The spans of a cue or source: runs with nothing but marks between them joined, without marks at their edges.

    A bracket that closes what was opened inside is no such mark: of 218 sources with one in train all have it.
    """
    return normalise(_closed(words, *_without_marks(words, *run)) for run in _joined(words, runs))


def _closed(words: Words, first: int, last: int) -> Span:
    """The span of words, with the bracket after them where they opened it."""
    span = words.span(first, last)
    inside, after = span.of(words.text), words.text[span.end : span.end + 2]
    opened = inside.count("(") > inside.count(")")
    close = after.find(")") + 1 if opened and after.lstrip(".")[:1] == ")" else 0
    return Span(span.start, span.end + close)


def _joined(words: Words, runs: Sequence[Run]) -> list[Run]:
    joined: list[Run] = []
    for first, last in runs:
        if joined and not _has_word(words, joined[-1][1], first) and _together(words, joined[-1][1], first):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _together(words: Words, before: int, after: int) -> bool:
    """Whether a run that ends before one word and one that begins at another are in one paragraph."""
    return bool(words.paragraphs[before - 1] == words.paragraphs[after])


def content_span(words: Words, first: int, last: int, quotations: Sequence[Quotation]) -> Span:
    """A content's edges: its quotation marks are its own, the reporter's comma and full stop are not.

    A content that begins within a quotation (a statement nested in it) leaves the quotation its closing marks.

    Args:
        words: The article's words.
        first: The first word tagged as content.
        last: The word after the last one.
        quotations: The article's outer quotations, by start; they are disjoint.
    """
    text = words.text
    first, last = _uncut(words, first, last)
    while first < last - 1 and (
        text[words.starts[first]] in TRAILING
        or words.span(first, first + 1).of(text) in JOINS
        or _is_of_clock(text, words.span(first, first + 1))
    ):
        first += 1
    while last - 1 > first and not words.is_quoted(last - 1) and text[words.starts[last - 1]] in TRAILING:
        last -= 1
    span = words.span(first, last)
    low = bisect_left(quotations, span.start, key=lambda quotation: quotation.span.end)
    high = bisect_left(quotations, span.end, key=lambda quotation: quotation.span.start)
    for quotation in quotations[low:high]:
        if not quotation.span.overlaps(span):
            continue
        if span.start > quotation.opening.end and not _only_marks(text, quotation.opening.end, span.start):
            if quotation.closing.start <= span.end <= quotation.span.end:
                span = _without_trail(text, Span(span.start, quotation.closing.start))
            continue
        if _only_marks(text, quotation.opening.end, span.start):
            span = Span(quotation.span.start, span.end)
        if _only_marks(text, span.end, quotation.closing.start):
            span = Span(span.start, quotation.span.end)
    return span


def _uncut(words: Words, first: int, last: int) -> Run:
    """A run without an edge inside a word: "Park's" and "won't" are whole, but a possessive's "s" begins nothing."""
    if last < len(words) and _within(words, last - 1) and last - 1 > first:
        last += 1
    mark = first if _within(words, first) else first - 1
    if mark > 0 and _within(words, mark):
        possessive = words.span(mark + 1, mark + 2).of(words.text) == "s"
        first = min(mark + 2, last - 1) if possessive else mark - 1
    return first, last


def _within(words: Words, number: int) -> bool:
    """Whether a word is an apostrophe between two letters."""
    start, text = words.starts[number], words.text
    return text[start] in "'’" and text[max(0, start - 1)].isalnum() and text[start + 1 : start + 2].isalpha()


def _is_of_clock(text: str, word: Span) -> bool:
    """Whether a word is of the time that an update is headed with: *14:32* Trains suspended."""
    line = text.rfind("\n", 0, word.start) + 1
    clock = CLOCK.match(text, line, line + LONGEST_CLOCK)
    return clock is not None and word.end <= clock.end()


def _without_trail(text: str, span: Span) -> Span:
    """A span without the marks at its end that belong to the sentence around it."""
    end = span.end
    while end - 1 > span.start and text[end - 1] in TRAILING:
        end -= 1
    return Span(span.start, end)


def _only_marks(text: str, start: int, end: int) -> bool:
    """Whether a short gap holds no word: at most three code points, none a letter or digit."""
    return 0 <= end - start <= 3 and not any(ch.isalnum() or ch == "\n" for ch in text[start:end])


def _has_word(words: Words, first: int, last: int) -> bool:
    return any(words.text[start].isalnum() for start in words.starts[first:last])


def _without_marks(words: Words, first: int, last: int) -> tuple[int, int]:
    """Leave out marks at the edges of a cue or source, unless there is nothing else (a colon can be a cue)."""
    begin, end = _uncut(words, first, last)
    while begin < end and not words.text[words.starts[begin]].isalnum():
        begin += 1
    while end > begin and not words.text[words.starts[end - 1]].isalnum():
        end -= 1
    return (begin, end) if begin < end else (first, last)
