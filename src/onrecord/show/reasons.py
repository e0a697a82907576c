"""Reasons: the steps that led to a statement, told in plain words, the speaker's first and in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.show.page import Page
from onrecord.show.reason_words import LAST_NAMED, PRONOUN, TOPICS, Topic, words_for
from onrecord.show.wording import day, listed
from onrecord.spans import Span
from onrecord.types import BY_PERSON, Spans, Statement, Step

ADJACENT = 2
"""Code points between a source and its verb that still stand side by side: a mark and a space."""

_HOLE = re.compile(r"\{(own|other|words|who)\}")
_DECIDED = re.compile(r"(?P<what>[a-z_ ]+): (?P<author>.*?), (?P<at>\d{4}-\d\d-\d\d)T[^ ]*?(?:: (?P<reason>.*))?", re.S)
_FIELDS = {
    "speaker_ids": "speaker",
    "act": "act",
    "form": "form",
    "negated": "whether it was said",
    "certainty": "how sure it is",
    "via": "way",
    "basis": "what it rests on",
    "addressee": "to whom",
    "target": "of whom",
    "topic": "matter",
    "said_at": "time",
}
_ABSENT = {"own": "the source", "other": "words elsewhere", "words": "the words", "who": "nobody who is known"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the article that are shown as evidence."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name, of a source or of who decided, or a reason that they gave: anybody's words."""

    name: str


Part = str | Quoted | Named


@dataclass(frozen=True, slots=True)
class Reason:
    """A step, told.

    Attributes:
        parts: What is told: plain text of ours, quoted words and names, in order.
        small: The rule, its score and its note as the record has them, for who looks closer; may be empty.
        by_person: Whether a person decided it.
    """

    parts: Sequence[Part]
    small: str = ""
    by_person: bool = False

    @property
    def text(self) -> str:
        """The same as plain text, the quoted words in quotation marks."""
        return "".join(map(_plain, self.parts))


def _plain(part: Part) -> str:
    if isinstance(part, str):
        return part
    return f"“{part.words}”" if isinstance(part, Quoted) else part.name


def reasons_of(page: Page, statement: Statement) -> list[tuple[Topic, str, list[Reason]]]:
    """Tell why a statement is as it is.

    Args:
        page: Its article's.
        statement: One of the article's.

    Returns:
        Topics that have reasons, each with its heading and reasons in order; the speaker's always, and first.
    """
    told: dict[Topic, list[Reason]] = {topic: [] for topic in TOPICS}
    corrected = any(_topic_decided(step) == "speaker" for step in statement.steps if step.rule == BY_PERSON)
    told["speaker"] += _stands(page, statement)
    for step in statement.steps:
        if step.rule == BY_PERSON:
            told[_topic_decided(step)].append(_decided(step))
            continue
        words = words_for(step.rule)
        topic: Topic = words.topic if words is not None else "act"
        told[topic].append(_told(page, statement, step, words.told if words is not None else "{words}", corrected))
    return [(topic, heading, told[topic]) for topic, heading in TOPICS.items() if told[topic] or topic == "speaker"]


def _stands(page: Page, statement: Statement) -> Iterator[Reason]:
    """Where the source stands by its verb, as the first thing that is seen."""
    if not statement.cue:
        return
    cue = Quoted(statement.cue[0], statement.cue[0].of(page.text))
    if not statement.source:
        yield Reason((f"No source stands by {_kind_of(cue)}", cue, "."))
        return
    source = Quoted(statement.source[0], statement.source[0].of(page.text))
    yield Reason((source, f" is named {_where(page, source.span, cue.span)} {_kind_of(cue)}", cue, "."))


def _kind_of(cue: Quoted) -> str:
    """What a cue is called, with a space: a verb; nothing for a mark or "according to"."""
    is_verb = any(map(str.isalpha, cue.words)) and not cue.words.casefold().startswith("according")
    return "the verb " if is_verb else ""


def _where(page: Page, source: Span, cue: Span) -> str:
    before = source.start < cue.start
    between = page.text[source.end : cue.start] if before else page.text[cue.end : source.start]
    side = "before" if before else "after"
    if not between.strip(" \n,“”\"'") or len(between) <= ADJACENT:
        return f"right {side}"
    return f"in another paragraph, {side}" if "\n\n" in between else side


def _told(page: Page, statement: Statement, step: Step, told: str, corrected: bool) -> Reason:
    own = tuple(span for span in step.spans if any(map(span.overlaps, statement.source)))
    other = tuple(span for span in step.spans if span not in own)
    holes: dict[str, Spans] = {
        "own": own or step.spans[:1],
        "other": other if own else step.spans[1:],
        "words": step.spans,
    }
    if told == PRONOUN and own and len(other) == 1 and _is_last_named(page, other[0], own[0]):
        told = LAST_NAMED
    names = [] if corrected else [speaker.name for speaker in page.speakers(statement)]
    if corrected or [span.of(page.text) for span in holes["own"]] == names:
        told = told.removesuffix(": {who}")  # it is somebody else now, or the words say it
    parts: list[Part] = ["The software had found: "] if corrected and step.rule.startswith("speaker: ") else []
    shown: set[Span] = set()
    for place, piece in enumerate(_HOLE.split(told)):
        if place % 2 == 0:
            parts.append(piece)
        elif piece == "who":
            parts.append(Named(listed(names)) if names else "somebody" if corrected else _ABSENT[piece])
        else:
            parts += _quoted(page, holes[piece]) or [_ABSENT[piece]]
            shown.update(holes[piece])
    if rest := tuple(span for span in step.spans if span not in shown):
        parts += [" (", *_quoted(page, rest), ")"]
    if step.note and _is_plain(step):
        parts.append(f"; {step.note}")
    parts.append(".")
    small = " · ".join(
        [step.rule, *([f"{step.score:.2f}"] if step.score is not None else []),
         *([step.note] if step.note and not _is_plain(step) else [])]
    )  # fmt: skip
    return Reason(tuple(part for part in parts if part), small)


def _quoted(page: Page, spans: Spans) -> list[Part]:
    parts: list[Part] = []
    for place, span in enumerate(spans):
        parts += [", "] if place else []
        parts.append(Quoted(span, span.of(page.text)))
    return parts


def _is_plain(step: Step) -> bool:
    """Whether a step's note is for people: why a verb judges, what a time lacks. Others name features and rules."""
    return step.rule.startswith(("colour.", "time.", "said_at."))


def _is_last_named(page: Page, named: Span, pronoun: Span) -> bool:
    """Whether the words named stand before a pronoun and no other person is named between them."""
    mentions = page.reading.mentions
    whose = {one.entity_id for one in mentions if one.span == named and one.kind == "name"}
    between = (one for one in mentions if one.kind == "name" and named.end <= one.span.start < pronoun.start)
    kinds = {one.entity_id for one in between if one.entity_id is None or page.entities[one.entity_id].kind == "person"}
    return bool(whose) and named.end <= pronoun.start and kinds <= whose


def _topic_decided(step: Step) -> Topic:
    what = (step.note or "").partition(":")[0].split(" and ")
    if "speaker_ids" in what or "source" in what or "added" in what:
        return "speaker"
    return "sure" if set(what) <= {"accepted", "certainty"} else "act"


def _decided(step: Step) -> Reason:
    match = _DECIDED.fullmatch(step.note or "")
    if match is None:
        return Reason((f"Decided by a person: {step.note or 'no more is known'}.",), by_person=True)
    what = match["what"]
    verb = {"accepted": "Accepted", "added": "Marked in the text"}.get(what, "Corrected")
    fields = [_FIELDS.get(name, name.replace("_", " ")) for name in what.split(" and ")] if verb == "Corrected" else []
    which = f" ({listed(fields)})" if fields else ""
    why = (": ", Named(match["reason"])) if match["reason"] else (".",)
    return Reason((f"{verb} by ", Named(match["author"]), f" on {day(match['at'])}{which}", *why), by_person=True)
