"""Carrying on: who says a statement without source words: who stands beside it, or spoke before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.attribution import Attribution
from onrecord.resolve.figure import Figure
from onrecord.resolve.findings import Found
from onrecord.resolve.lexicon import SPEECH_VERBS
from onrecord.resolve.narrated import Said, narrated_before
from onrecord.resolve.scene import Scene
from onrecord.resolve.vocabulary import PARTICIPLES
from onrecord.resolve.words import SHOUTED, Words
from onrecord.segment.interviews import QUESTION
from onrecord.spans import Span

BESIDE = 4
"""Words beside a quotation among which a name and a verb of speech are looked for."""
SENTENCE = 60
"""Words of a sentence before a quotation in which its subject is looked for."""
LABEL = 16
"""Words of a label that tells on what a quotation is."""
END_MARKS = frozenset(".?!;,”\"'")
"""Marks in which no such label ends."""
PARAGRAPHS = 2
"""Paragraphs from a speaker to where he carries on, if nobody else is named between."""
LINKS = 2
"""Links in capitals between them that are passed over; in 1,400 articles four quotations go on behind one."""

BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})
ASKED = frozenset({"asked", "accused"})
ASKING = frozenset({"ask", "asked", "asks", "asking", "quizzed"})
QUESTIONS = frozenset({"if", "whether", "how", "what", "when", "where", "which", "who", "whom", "whose", "why"})
"""Words that open what is asked."""
ADDRESSED = frozenset({"asked", "accused", "told", "urged", "warned", "ordered"})
"""Participles whose subject is spoken to or of: "Roe was asked whether…" does not make Roe the one who asks."""


def carry_on(scene: Scene, attribution: Attribution, before: Sequence[Said]) -> Found:
    """Who says a statement without source words that is nested in none.

    Args:
        scene: The stage.
        attribution: The statement.
        before: The statements before it that are nested in none, in order.
    """
    if attribution.cue:
        return _by_participle(scene, attribution, before)
    start = attribution.content[0].start
    ended = [said for said in before if said[0].content[-1].end <= start]
    last = max(ended, key=_end, default=None)
    if last is not None and last[1].figures and _is_labelled(scene.words, attribution.content[0]):
        return Found(last[1].figures, "continues", last[0].content[-1:])
    beside = _speaker_beside(scene, attribution.content[-1])
    narrated = _subject_before(scene, start, last) or narrated_before(scene, attribution.content[0], last)
    return beside or narrated or _carried(scene, start, last)


def _is_labelled(words: Words, quotation: Span) -> bool:
    """Whether a label, on a line of its own or before a colon, tells only on what a quotation is: *On the dam:* “…”."""
    first = words.at(quotation.start)
    if not 0 < first < len(words):
        return False
    paragraph, stop = words.paragraphs[first - 1], first - 1
    same = paragraph == words.paragraphs[first]
    ends = _marks_behind(words, stop)[:1]
    if (same and ends != ":") or (not same and (paragraph != words.paragraphs[first] - 1 or ends in END_MARKS)):
        return False
    start = next((at + 1 for at in range(stop, max(stop - LABEL, -1), -1) if words.paragraphs[at] != paragraph), 0)
    return stop - start < LABEL and "on" in words.lows[start : start + 2]


def _end(said: Said) -> int:
    return said[0].content[-1].end


def _speaker_beside(scene: Scene, quotation: Span) -> Found | None:
    """Whom the words beside a quotation name with a verb of speech: "…," said Park; Park said: "…"."""
    words = scene.words
    first, after = words.at(quotation.start), words.at(quotation.end)
    if not 0 < after <= len(words) or first >= len(words):
        return None
    behind = _near(scene, range(after, min(after + BESIDE, len(words))), after - 1)
    return behind or _near(scene, range(first - 1, max(first - 1 - BESIDE, -1), -1), first)


def _near(scene: Scene, indices: Sequence[int], anchor: int) -> Found | None:
    words, figures = scene.words, scene.figures
    near = [index for index in indices if words.sentences[index] == words.sentences[anchor]]
    name = next((figures.at[index] for index in near if index in figures.at), None)
    if name is None or not any(words.lows[index] in SPEECH_VERBS for index in near):
        return None
    figure = figures.of.get(name.first)
    known = figure is not None and figure.kind in ("person", "organisation", "state")
    return Found((figure,), "beside", (name.span,)) if figure is not None and known else None


def _subject_before(scene: Scene, start: int, last: Said | None) -> Found | None:
    """Who is the subject of the sentence before a quotation, and not heard yet: Park met the press.

    It stands in the quotation's paragraph, or ends the one before with a colon and tells that the subject speaks.
    """
    words = scene.words
    first = words.at(start)
    if not 0 < first < len(words):
        return None
    apart = words.paragraphs[first] - words.paragraphs[first - 1]
    if apart > 1 or (apart and not _announces(words, first - 1)):
        return None
    since = words.at(last[0].content[-1].end) if last is not None else 0
    subject = scene.subject_of(words.sentences[first - 1], max(since, first - SENTENCE))
    if subject is None or (last is not None and subject in last[1].figures):
        return None
    return Found((subject,), "sentence", _last_name(subject, first))


def _announces(words: Words, last: int) -> bool:
    """Whether the sentence that ends with a word has a verb of speech, and ends with a colon."""
    before = range(last, max(last - SENTENCE, -1), -1)
    own = (words.lows[index] for index in before if words.sentences[index] == words.sentences[last])
    return _marks_behind(words, last).endswith(":") and not SPEECH_VERBS.isdisjoint(own)


def _marks_behind(words: Words, index: int) -> str:
    """The marks behind a word on its line."""
    return words.gap(index).partition("\n")[0].strip()


def _last_name(figure: Figure, before: int) -> tuple[Span, ...]:
    """Where a figure was last named before a word."""
    spans = [name.span for name in figure.names if name.first < before]
    return tuple(spans[-1:])


def _carried(scene: Scene, start: int, last: Said | None) -> Found:
    """Who was heard before: in the same paragraph or the one before it, or over one in which nobody is named."""
    words = scene.words
    first = words.at(start)
    if last is None or not last[1].figures or first >= len(words):
        return Found()
    end = words.at(last[0].content[-1].end) - 1
    gap = words.paragraphs[first] - words.paragraphs[end]
    if gap > PARAGRAPHS + LINKS:
        return Found()
    between = _between(words, end + 1, first)
    links = [one for one in between if _is_link(words, *one) and words.paragraphs[one[0]] != words.paragraphs[end]]
    gap -= len(links)
    own = last[1].figures
    peopled = any(scene.is_peopled(*one, but=own) for one in between if one not in links)
    if gap > PARAGRAPHS or (gap == PARAGRAPHS and peopled):
        return Found()
    return Found(last[1].figures, "continues", last[0].content[-1:])


def _between(words: Words, start: int, stop: int) -> list[tuple[int, int]]:
    """The stretches of one paragraph each from one word to another: the first and the one behind the last word."""
    found = []
    while start < stop:
        end = start
        while end < stop and words.paragraphs[end] == words.paragraphs[start]:
            end += 1
        found.append((start, end))
        start = end
    return found


def _is_link(words: Words, start: int, stop: int) -> bool:
    """Whether a page set a stretch between two paragraphs of the text: all in capitals, "READ MORE GAZETTE STORIES"."""
    return all(words.flags[index] & SHOUTED for index in range(start, stop))


def is_passive(words: Words, cue: Sequence[Span]) -> bool:
    """Whether a cue tells what was said to or of somebody: "was accused", "Asked", "described as"; its source is open.

    Args:
        words: The article's words.
        cue: The cue's spans.
    """
    lows = [words.lows[index] for span in cue for index in words.inside(span)]
    if not lows or lows[0] in ASKED:
        return bool(lows)
    if any(low in BEING for low in lows):
        return len(lows) > 2 or lows[-1].endswith("ed") or lows[-1] in PARTICIPLES
    return len(lows) > 1 and lows[0].endswith("ed") and lows[-1] in ("as", "to", "of")


def is_addressed(words: Words, cue: Sequence[Span]) -> bool:
    """Whether the subject of a cue is spoken to or of, so that a source before it is not who speaks: "was asked".

    Args:
        words: The article's words.
        cue: The cue's spans.
    """
    lows = [words.lows[index] for span in cue for index in words.inside(span)]
    if lows == ["heard"]:  # "the jury heard that …"
        return True
    return bool(lows) and lows[-1] in ADDRESSED and any(low in BEING for low in lows[:-1])


def is_question(words: Words, attribution: Attribution) -> bool:
    """Whether somebody asks a question, not for a deed: "she asked *why*", "“*Why?*” she asked".

    Args:
        words: The article's words.
        attribution: The statement.
    """
    cue = {words.lows[index] for span in attribution.cue for index in words.inside(span)}
    opening = words.at(attribution.content[0].start)
    opens = opening < len(words) and words.lows[opening] in QUESTIONS
    return not cue.isdisjoint(ASKING) and (opens or has_question_mark(words, attribution))


def has_question_mark(words: Words, attribution: Attribution) -> bool:
    """Whether what is said ends with a question mark.

    Args:
        words: The article's words.
        attribution: The statement.
    """
    return QUESTION.search(attribution.content[-1].of(words.text).rstrip()) is not None


def _by_participle(scene: Scene, attribution: Attribution, before: Sequence[Said]) -> Found:
    """The speaker of a cue in -ing: who spoke before in its paragraph: "…, *adding* that"; of others nobody."""
    words = scene.words
    cue = words.inside(attribution.cue[0])
    if not before or not any(words.lows[index].endswith("ing") for index in cue):
        return Found(rule="no source named")
    last, found = before[-1]
    end = words.at((last.cue or last.content)[-1].end) - 1
    if not found.figures or words.paragraphs[end] != words.paragraphs[cue[0]]:
        return Found(rule="no source named")
    return Found(found.figures, "participle", (words.span(cue[0], cue[-1]),))
