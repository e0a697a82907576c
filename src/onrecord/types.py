"""The records: frozen structs, no logic. Every span is in code points of ``Document.text``.

While a report is being read, the stages use the same structs with spans of the cleaned view and local ids;
``assemble`` maps the spans back and gives the lasting ids. Nothing outside of the stages ever sees a view's span.
"""

from __future__ import annotations

from typing import Any, Literal, get_args

import msgspec

from onrecord.spans import Span

Spans = tuple[Span, ...]

BlockKind = Literal[
    "headline",
    "standfirst",
    "dateline",
    "byline",
    "body",
    "subheading",
    "pull-quote",
    "caption",
    "credit",
    "post",
    "correction",
    "boilerplate",
]
MentionKind = Literal["name", "pronoun", "description"]
EntityKind = Literal["person", "group", "organisation", "state", "document", "poll", "reporter"]
Form = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "assert",
    "deny",
    "refuse",
    "decline",
    "admit",
    "agree",
    "accuse",
    "criticise",
    "praise",
    "warn",
    "threaten",
    "predict",
    "estimate",
    "assess",
    "promise",
    "announce",
    "demand",
    "propose",
    "ask",
    "thank",
    "apologise",
    "express",
    "think",
    "want",
]
Polarity = Literal["positive", "negative"]
Bound = Literal["exact", "about", "at-least", "at-most", "more-than", "less-than", "range"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Mood = Literal["declarative", "interrogative", "hypothetical"]
Verb = Literal["accept", "reject", "change", "merge", "split", "add"]

ACTS: tuple[Act, ...] = get_args(Act)
THOUGHT: tuple[Act, ...] = ("think", "want")
"""Acts that were thought or wanted, not said; shown apart."""
BY_HAND = "by hand"
"""In place of a certainty scale: the range is what a person judged it to be."""
BY_PERSON = "a person's judgement"
"""The rule of the step that a judgement leaves in a statement."""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it was found. Made once and never changed.

    Attributes:
        id: Hash of canonical address or "", publication date or "", and text.
        origin: The path or address as it was given.
        url: The report's own address, as ids have it; None where none is known.
        title, publisher, authors, published, fetched: As found or given; dates in ISO 8601; None where unknown.
        language: ISO 639-1 code.
        sha256: Of the raw bytes.
        text: The text that every span indexes.
    """

    id: str
    origin: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    fetched: str | None = None
    url: str | None = None
    language: str
    sha256: str
    text: str


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the text and what it is. Blocks partition the text."""

    span: Span
    kind: BlockKind


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A place where somebody or something is named or meant.

    Attributes:
        head: The word that carries it ("official" in "a senior US defense official").
        entity_id: Whom it means; None where that is not known.
    """

    id: str
    span: Span
    head: Span
    kind: MentionKind
    entity_id: str | None = None


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """An office or description that the text gives somebody; absent parts are None."""

    title: str | None = None
    organisation: str | None = None
    former: bool = False
    span: Span


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something in one document.

    Attributes:
        named: Whether the document gives a proper name.
        name: The fullest form in the document; an unnamed source's phrase as printed.
        aliases: The other printed forms.
        affiliation: Whose: "Kyiv" for "officials in Kyiv".
    """

    id: str
    kind: EntityKind
    named: bool
    name: str
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None
    roles: tuple[Role, ...] = ()


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """Words in a statement that point to somebody or something: a relay, a basis, an addressee, a target."""

    span: Span
    entity_id: str | None = None


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression, by TIMEX3.

    Attributes:
        value: TIMEX3's value, X for what is not known of it; None where nothing is.
        from_, to: The interval, ISO 8601, half-open; None for a side that is open or not known.
        granularity: The smallest unit that is said: "day", "week", "quarter".
        mod: TIMEX3's modifier: START, MID or END of the value, APPROX, MORE_THAN and the like; None without one.
    """

    span: Span
    type: TimeType
    value: str | None = None
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    granularity: str | None = None
    mod: str | None = None


class Certainty(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a hedge.

    Attributes:
        phrase: Normalised; the key of a band of the scale, where there is one.
        stated: The chance that the source gives in numbers, lowest and highest, in per cent; None where it gives none.
            Like the range, it is that of the proposition without its "not".
        scale, low, high: Set where a record is printed on a scale, in per cent; never stored, unless a person gave the
            range: then the scale is ``BY_HAND``.
    """

    span: Span
    phrase: str
    stated: tuple[str, str] | None = None
    scale: str | None = None
    low: str | None = None
    high: str | None = None


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number with what it counts. low and high are decimal strings; an open side is None."""

    span: Span
    low: str | None = None
    high: str | None = None
    bound: Bound
    unit: str | None = None
    of: Span | None = None
    change: str | None = None
    per: str | None = None


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """What a claim foretells, where its outcome can be checked.

    Attributes:
        span: The words of what is to happen.
        by: When it is to have happened at the latest; None where that is open.
    """

    span: Span
    by: Time | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One proposition of a statement.

    Attributes:
        mood: Whether it is put forward, asked, or supposed.
        condition: The span of an "if" or "unless" clause.
        certainty, quantities, times: What the source itself says of it.
        forecast: What it foretells; None where nothing, or nothing that can be checked.
    """

    span: Span
    polarity: Polarity
    mood: Mood = "declarative"
    condition: Span | None = None
    certainty: Certainty | None = None
    quantities: tuple[Quantity, ...] | None = None
    times: tuple[Time, ...] | None = None
    forecast: Forecast | None = None


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a decision: the rule, the words it rests on, and its score between 0 and 1 where there is one."""

    rule: str
    spans: Spans = ()
    score: float | None = None
    note: str | None = None


class Confidence(msgspec.Struct, frozen=True, kw_only=True):
    """How sure the software is, 0 to 1; None where it has no measure."""

    statement: float | None = None
    source: float | None = None
    speaker: float | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what: the record's unit.

    Attributes:
        id: Hash of the document and of the content, cue and source spans.
        block: The kind of block that it stands in.
        inferred: Whether the source words were inferred from a neighbouring attribution.
        parent: The statement whose content this one stands in.
        speaker_ids: Empty when unknown; several for a joint statement.
        via: Relay or medium. basis: what the source cites. target: who is accused, what is denied.
        colour: The reporter's cue where it is not neutral.
    """

    id: str
    block: BlockKind
    form: Form
    act: Act
    negated: bool = False
    colour: str | None = None
    parent: str | None = None
    content: Spans
    cue: Spans = ()
    source: Spans = ()
    inferred: bool = False
    speaker_ids: tuple[str, ...] = ()
    via: Reference | None = None
    basis: Reference | None = None
    addressee: Reference | None = None
    target: Reference | None = None
    topic: Span | None = None
    said_at: Time | None = None
    claims: tuple[Claim, ...] = ()
    confidence: Confidence = Confidence()
    steps: tuple[Step, ...] = ()


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that one version of the models and rules found in a document.

    Attributes:
        id: Hash of the document, the models' digests and the rules' version.
        models: Model name → SHA-256 of its file.
        rules: Version of the rules.
    """

    id: str
    document: Document
    blocks: tuple[Block, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    models: dict[str, str]
    rules: str


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided about the record. It is never overwritten by a reading; it can be withdrawn.

    Attributes:
        id: Hash of all but the withdrawal.
        document_id: The document it is about; None where it is about entities of several.
        target: Id of the statement or of the entity; to accept a whole document as read through, the document's.
        verb: accept and reject a statement; change a field; merge and split entities (of several
            documents: they are one, or they are not the same); add a missed statement.
        before, after: The fields that change, as they were and as they are to be, by name; of a document read through,
            the reading that it was read through in.
        spans: The content of the statement when it was judged: what it is attached again by.
        author, at, reason: Who, when (ISO 8601, UTC), and why in their own words.
        withdrawn: When it was taken back; None while it holds.
        withdrawn_by: Who took it back.
    """

    id: str
    document_id: str | None = None
    target: str
    verb: Verb
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    spans: Spans = ()
    author: str
    at: str
    reason: str = ""
    withdrawn: str | None = None
    withdrawn_by: str | None = None
