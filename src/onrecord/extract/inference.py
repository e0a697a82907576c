"""Inference of a source: a statement whose verb has a source that is not repeated takes the nearest one, and says so.

"She denied it and added that …", "Noting the cost, she …": the verb has a subject, the sentence spares it. Of a passive
("was accused of"), a noun ("allegations that", "calls for") or a question put to somebody ("Asked whether") it is
nobody's business to guess: of 102 statements in 300 articles of train whose source was inferred whatever the cue, 26
had it right and 60 had none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from onrecord.encode.words import Words
from onrecord.extract.statements import Draft, role_spans
from onrecord.spans import Span

FARTHEST = 400
"""Penalty from which no source is taken; the penalties below are in characters (tuned on 840 train articles)."""

LONGEST_SOURCE = 1000
"""Code points from a source's first to its last; a longer one is not looked for."""

BREAKS = re.compile(r"\n+")

PARAGRAPH_BEFORE, PARAGRAPH_AFTER, AFTER = 150, 400, 20

_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|gets?|got|c[ao]mes?|coming|asked|pressed|reportedly|allegedly)\b"
    r"|['’](?:s|re)\b",
    re.IGNORECASE,
)
"""Words of a cue whose subject is not its source: "was accused", "are said", "came under fire", "asked whether"."""

_VERB = re.compile(
    r"\W*(?:\w+ing|\w+ed|said|told|wrote|thought|knew|felt|held|saw|found|put|made|gave|swore)\b", re.IGNORECASE
)
_VERB_OR_NOUN = re.compile(
    r"\W*(?!\w+(?:tion|ment|ism)s?\b)"
    r"(?:\w+s|want|say|think|believe|hope|argue|claim|call|demand|urge|warn|insist|deny|add)\b",
    re.IGNORECASE,
)
"""Beginnings of a cue that are a verb by their ending; and those that may as well be a noun ("claims", "calls")."""

_OTHERWISE = re.compile(
    r"\b(?:an?|the|this|that|these|those|any|no|some|such|every|each|as|its|of|who)\s+\Z", re.IGNORECASE
)
"""What stands before a noun, before "As reported", and before a verb whose subject stands there ("those who said")."""

_GOING_ON = re.compile(r"(?:\b(?:and|but|or|yet|then|also|later|now|still)|[,;:”\"’'])\s+\Z", re.IGNORECASE)
"""What stands before a verb that goes on with the subject of the sentence."""

_SUBJECT = re.compile(
    r"\b(?!(?:about|after|against|and|as|at|before|between|but|by|for|from|in|into|like|near|of|on|or|over|since|than"
    r"|that|to|under|until|when|where|while|with)\b)[a-z]+\)?[,;:]? "
    r"((?:(?!\w+day |[A-Z]\w+uary )[A-Z][\w.’'-]* ){1,4}[A-Z][\w’'-]*) \Z"
)
"""Somebody's full name right before a verb, which so has its subject: "former envoy *Marie Pell* alleged"."""
LONGEST_SUBJECT = 60
"""Code points in which such a name is looked for."""

_BY_SOMEBODY = re.compile(r"\s+(?:to|by)\b")
"""After "attributed" or "announced": a passive without its auxiliary."""

LOOK = 24
"""Code points before a cue in which the word before it is looked for."""


def find_sources(words: Words, drafts: Sequence[Draft]) -> list[tuple[Span, ...]]:
    """The words for each draft's source: its own, or, where its cue is a verb that spares it, the nearest one.

    Args:
        words: The article's words.
        drafts: Its statements.
    """
    own = [role_spans(words, draft.source) for draft in drafts]
    found: dict[bool, list[tuple[Span, ...]]] = {True: [], False: []}
    for source in sorted(filter(None, own)):
        found[_is_quoted(words, source[0])].append(source)
    return [
        source or (_inferred(words, role_spans(words, draft.cue), found) if draft.cue else ())
        for draft, source in zip(drafts, own, strict=True)
    ]


def _inferred(
    words: Words, cue: tuple[Span, ...], found: Mapping[bool, Sequence[tuple[Span, ...]]]
) -> tuple[Span, ...]:
    """The nearest source; for a verb within a quotation one that is quoted too, and the other way round."""
    if not spares_source(words.text, cue):
        return ()
    subject = _SUBJECT.search(words.text, max(0, cue[0].start - LONGEST_SUBJECT), cue[0].start)
    if subject is not None:
        return (Span(subject.start(1), subject.end(1)),)
    return nearest_source(words.text, cue[0], found[_is_quoted(words, cue[0])])


def _is_quoted(words: Words, span: Span) -> bool:
    return words.is_quoted(words.touching(span).start)


def spares_source(text: str, cue: Sequence[Span]) -> bool:
    """Whether a cue is an active verb, whose source is only not repeated.

    Args:
        text: The article's text.
        cue: The cue's spans; at least one.
    """
    words = " ".join(span.of(text) for span in cue)
    before = text[max(0, cue[0].start - LOOK) : cue[0].start]
    if _PASSIVE.search(words) or _OTHERWISE.search(before):
        return False
    if _VERB.match(words):
        return not (words.endswith("ed") and _BY_SOMEBODY.match(text, cue[-1].end))
    return bool(_VERB_OR_NOUN.match(words) and _GOING_ON.search(before))


def nearest_source(text: str, cue: Span, sources: Sequence[tuple[Span, ...]]) -> tuple[Span, ...]:
    """The source that stands nearest to a cue; one after it is taken only where none before it is as near.

    Args:
        text: The article's text.
        cue: The cue's first span.
        sources: The sources of the article's statements, sorted.

    Returns:
        One of ``sources``, or () where none is near.
    """
    best: tuple[float, tuple[Span, ...]] = (FARTHEST, ())
    low = bisect_left(sources, cue.start - FARTHEST - LONGEST_SOURCE, key=lambda source: source[0].start)
    high = bisect_left(sources, cue.end + FARTHEST, key=lambda source: source[0].start)
    for source in sources[low:high]:
        start, end = source[0].start, source[-1].end
        if max(cue.start - end, start - cue.end) >= FARTHEST:
            continue
        if end <= cue.start:
            gap = text[end : cue.start]
            penalty = len(gap) + PARAGRAPH_BEFORE * min(3, _paragraphs(gap))
        elif start >= cue.end:
            gap = text[cue.end : start]
            penalty = 2 * len(gap) + PARAGRAPH_AFTER * _paragraphs(gap) + AFTER
        else:
            continue
        if penalty < best[0]:
            best = (penalty, source)
    return best[1]


def _paragraphs(gap: str) -> int:
    """Paragraph breaks in a gap: runs of line breaks."""
    return len(BREAKS.findall(gap))
