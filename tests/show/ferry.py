"""A report of our own making with the reading that a careful person would make of it."""

from __future__ import annotations

from onrecord.ids import identify, spell
from onrecord.spans import Span
from onrecord.types import (
    Block,
    BlockKind,
    Certainty,
    Claim,
    Confidence,
    Document,
    Entity,
    Mention,
    Reading,
    Reference,
    Role,
    Statement,
    Step,
    Time,
)

TEXT = """Ferry will not close, minister insists

By Ada Thorn

NESS, Tuesday — Ilse Varga, the transport minister, said that the ferry to Scar Island “will not close this year”.

“We will not leave the islanders on the quay,” she told reporters. “Not this winter.”

A senior port official said Varga had warned the crews that the boat may stop by May unless the pier is mended.

“Nobody asked us,” the islanders and the crews said.

Unions want the line back in public hands.

She has never said who would pay. “It is a mess.”
"""

BLOCKS: tuple[tuple[str, BlockKind], ...] = (
    ("Ferry will not close, minister insists\n\n", "headline"),
    ("By Ada Thorn\n\n", "byline"),
    ("NESS, Tuesday — ", "dateline"),
    (TEXT[TEXT.index("Ilse") :], "body"),
)


def at(words: str, after: str = "") -> Span:
    """The span of words in the text, the first after other words."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


MINISTER = Entity(
    id="e-minister",
    kind="person",
    named=True,
    name="Ilse Varga",
    aliases=("Varga",),
    roles=(Role(title="transport minister", span=at("the transport minister")),),
)
OFFICIAL = Entity(id="e-official", kind="person", named=False, name="a senior port official", affiliation="the port")
ISLANDERS = Entity(id="e-islanders", kind="group", named=False, name="the islanders")
CREWS = Entity(id="e-crews", kind="group", named=False, name="the crews")
UNIONS = Entity(id="e-unions", kind="group", named=False, name="Unions")


def statement(**fields: object) -> Statement:
    """A statement with the id that assembly would give it."""
    spans = (fields["content"], fields.get("cue", ()), fields.get("source", ()))
    return Statement(id=identify("d-ferry", *(spell(part) for part in spans)), **fields)  # type: ignore[arg-type]


def claim(words: str, **fields: object) -> Claim:
    """A claim on the words."""
    return Claim(span=at(words), **{"polarity": "positive", **fields})  # type: ignore[arg-type]


HEADLINE = statement(
    block="headline",
    form="indirect",
    act="assert",
    content=(at("Ferry will not close"),),
    cue=(at("insists"),),
    source=(at("minister"),),
    colour="insists",
    speaker_ids=(MINISTER.id,),
    claims=(claim("Ferry will not close", polarity="negative"),),
)
CLOSURE = statement(
    block="body",
    form="mixed",
    act="assert",
    content=(at("that the ferry to Scar Island “will not close this year”"),),
    cue=(at("said"),),
    source=(at("Ilse Varga, the transport minister"),),
    speaker_ids=(MINISTER.id,),
    said_at=Time(span=at("Tuesday"), type="DATE", value="2024-03-12", granularity="day"),
    confidence=Confidence(statement=0.97, source=0.99, speaker=0.9),
    steps=(Step(rule="own name", spans=(at("Ilse Varga"),), score=1.0),),
)
QUAY = statement(
    block="body",
    form="direct",
    act="refuse",
    content=(at("“We will not leave the islanders on the quay,”"), at("“Not this winter.”")),
    cue=(at("told"),),
    source=(at("she"),),
    speaker_ids=(MINISTER.id,),
    addressee=Reference(span=at("reporters")),
    confidence=Confidence(statement=0.94),
)
LEAK = statement(
    block="body",
    form="indirect",
    act="assert",
    content=(at("Varga had warned the crews that the boat may stop by May unless the pier is mended"),),
    cue=(at("said", "A senior"),),
    source=(at("A senior port official"),),
    speaker_ids=(OFFICIAL.id,),
    confidence=Confidence(statement=0.9),
)
WARNING = statement(
    block="body",
    form="indirect",
    act="warn",
    parent=LEAK.id,
    content=(at("that the boat may stop by May unless the pier is mended"),),
    cue=(at("had warned"),),
    source=(at("Varga", "A senior"),),
    speaker_ids=(MINISTER.id,),
    addressee=Reference(span=at("the crews"), entity_id=CREWS.id),
    claims=(
        claim(
            "that the boat may stop by May unless the pier is mended",
            certainty=Certainty(span=at("may"), phrase="may"),
            condition=at("unless the pier is mended"),
        ),
    ),
    confidence=Confidence(statement=0.41),
)
JOINT = statement(
    block="body",
    form="direct",
    act="criticise",
    content=(at("“Nobody asked us,”"),),
    cue=(at("said", "“Nobody"),),
    source=(at("the islanders and the crews"),),
    speaker_ids=(ISLANDERS.id, CREWS.id),
)
WISH = statement(
    block="body",
    form="indirect",
    act="want",
    content=(at("the line back in public hands"),),
    cue=(at("want"),),
    source=(at("Unions"),),
    speaker_ids=(UNIONS.id,),
)
SILENCE = statement(
    block="body",
    form="indirect",
    act="assert",
    negated=True,
    content=(at("who would pay"),),
    cue=(at("has never said"),),
    source=(at("She"),),
    speaker_ids=(MINISTER.id,),
)
MESS = statement(block="body", form="direct", act="assess", content=(at("“It is a mess.”"),))


def ferry(text: str = TEXT, **document: object) -> Reading:
    """The reading; its document's fields can be changed."""
    fields = {
        "id": "d-ferry",
        "origin": "ferry.txt",
        "title": "Ferry will not close, minister insists",
        "publisher": "The Ness Courier",
        "published": "2024-03-12",
        "language": "en",
        "sha256": "5" * 64,
        "text": text,
        **document,
    }
    blocks = []
    start = 0
    for words, kind in BLOCKS:
        blocks.append(Block(span=Span(start, start + len(words)), kind=kind))
        start += len(words)
    return Reading(
        id="r-ferry",
        document=Document(**fields),  # type: ignore[arg-type]
        blocks=tuple(blocks),
        mentions=(
            Mention(id="m-varga", span=at("Ilse Varga"), head=at("Varga", "Ilse"), kind="name", entity_id=MINISTER.id),
            Mention(id="m-she", span=at("she"), head=at("she"), kind="pronoun", entity_id=MINISTER.id),
        ),
        entities=(MINISTER, OFFICIAL, ISLANDERS, CREWS, UNIONS),
        statements=(HEADLINE, CLOSURE, QUAY, LEAK, WARNING, JOINT, WISH, SILENCE, MESS),
        models={"small": "ab" * 32, "accurate": "cd" * 32},
        rules="2026.11",
    )
