"""Readings made by hand, of reports of our own making: ``read`` for one that can be read, ``made`` for many."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.ids import identify, spell
from onrecord.spans import Span
from onrecord.types import (
    Act,
    Block,
    BlockKind,
    Claim,
    Confidence,
    Document,
    Entity,
    EntityKind,
    Form,
    Mention,
    Reading,
    Statement,
    Step,
)

MODELS = {"accurate": "ab" * 32}
RULES = "2026.11"


@dataclass
class Report:
    """A report being put together: text is added, and what stands in it is said by its words.

    Attributes:
        fields: Of the document, that are not to be the usual ones.
    """

    fields: dict[str, str] = field(default_factory=dict)
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    def paragraph(self, text: str, kind: BlockKind = "body") -> None:
        """Add a paragraph."""
        start = len(self.text)
        self.text += f"{text}\n\n"
        self.blocks.append(Block(span=Span(start, len(self.text)), kind=kind))

    def at(self, words: str) -> Span:
        """The last place where words stand."""
        start = self.text.rindex(words)
        return Span(start, start + len(words))

    def entity(
        self, name: str, *aliases: str, kind: EntityKind = "person", named: bool = True, affiliation: str | None = None
    ) -> str:
        """Add somebody or something; return the id."""
        known = Entity(
            id=identify("entity", str(len(self.entities)), name),
            kind=kind,
            named=named,
            name=name,
            aliases=aliases,
            affiliation=affiliation,
        )
        self.entities.append(known)
        return known.id

    def mention(self, words: str, entity_id: str | None) -> None:
        """Say whom the words mean."""
        span = self.at(words)
        self.mentions.append(
            Mention(id=identify("mention", spell((span,))), span=span, head=span, kind="name", entity_id=entity_id)
        )

    def say(
        self, *content: str, speakers: Sequence[str] = (), cue: str | None = None, act: Act = "assert", **fields: object
    ) -> Statement:
        """Add a statement whose content is the words; its form is seen from their quotation marks."""
        spans = tuple(self.at(words) for words in content)
        cues = () if cue is None else (self.at(cue),)
        made = Statement(
            id=identify("statement", spell(spans), spell(cues), str(fields.pop("source", ""))),
            block=self.blocks[-1].kind,
            form=form_of(content),
            act=act,
            content=spans,
            cue=cues,
            speaker_ids=tuple(speakers),
            claims=(Claim(span=spans[0], polarity="positive"),),
            confidence=Confidence(statement=0.9),
            steps=(Step(rule="own name", spans=cues, score=0.75),),
            **fields,  # type: ignore[arg-type]
        )
        self.statements.append(made)
        return made

    def reading(self, rules: str = RULES, models: dict[str, str] | None = None) -> Reading:
        """What was put together, as a reading."""
        models = MODELS if models is None else models
        usual = {"origin": "report.txt", "language": "en", "sha256": "0" * 64}
        document_id = identify("", self.fields.get("published", ""), self.text)
        fields = {"id": document_id, **usual, **self.fields}
        return Reading(
            id=identify(fields["id"], *sorted(models.values()), rules),
            document=Document(text=self.text, **fields),
            blocks=tuple(self.blocks),
            mentions=tuple(self.mentions),
            entities=tuple(self.entities),
            statements=tuple(self.statements),
            models=models,
            rules=rules,
        )


def form_of(content: Sequence[str]) -> Form:
    """direct, mixed or indirect, by curly quotation marks."""
    if all(words.startswith("“") and words.endswith("”") for words in content):
        return "direct"
    return "mixed" if any("“" in words for words in content) else "indirect"


def ferry(**fields: str) -> Report:
    """A wire story: a minister, a joint statement, an unnamed official, a headline."""
    report = Report(
        {"origin": "in/ferry.txt", "title": "Ferry stays, minister says", "published": "2024-03-12"} | fields
    )
    varga = report.entity("Ilse Varga", "Varga", "the minister")
    lodz = report.entity("Tomás Łódź", "Łódź")
    official = report.entity("a senior port official", named=False, affiliation="the port")
    island = report.entity("Scar Island", kind="state")
    report.paragraph("Ferry stays, minister says", "headline")
    report.say("Ferry stays", speakers=[varga], cue="says")
    report.paragraph("Ilse Varga said the ferry to Scar Island would be running “through the winter”.")
    report.mention("Scar Island", island)
    report.say(
        "the ferry to Scar Island would be running “through the winter”", speakers=[varga], cue="said", act="promise"
    )
    report.paragraph("“Nobody asked us,” Varga and Tomás Łódź said. “We were told by letter.”")
    report.say("“Nobody asked us,”", "“We were told by letter.”", speakers=[varga, lodz], cue="said", act="criticise")
    report.paragraph("A senior port official said Varga had denied that 6,000 passengers were stranded on its quays.")
    report.mention("Varga", varga)
    report.mention("its", island)
    outer = report.say(
        "Varga had denied that 6,000 passengers were stranded on its quays", speakers=[official], cue="said"
    )
    report.say(
        "that 6,000 passengers were stranded on its quays",
        speakers=[varga],
        cue="had denied",
        act="deny",
        parent=outer.id,
    )
    return report


def budget(**fields: str) -> Report:
    """A second story, with one person of the first, and another unnamed official of the same description."""
    report = Report(
        {
            "origin": "https://courier.example/2024/budget",
            "title": "Council “short of cash”",
            "published": "2024-05-02",
            "publisher": "The Ness Courier",
        }
        | fields
    )
    varga = report.entity("Ilse Varga", "Ms Varga")
    council = report.entity("Ness Council", "the council", kind="organisation")
    official = report.entity("a senior port official", named=False)
    report.paragraph("Ms Varga warned on Thursday that the council’s budget could not carry a new ferry.")
    report.mention("the council", council)
    report.say("that the council’s budget could not carry a new ferry", speakers=[varga], cue="warned", act="warn")
    report.paragraph("“The café stays open, too,” a senior port official said.")
    report.say("“The café stays open, too,”", speakers=[official], cue="said")
    report.paragraph("Ness Council wants the U.S. firm to pay for the pier.")
    report.say("the U.S. firm to pay for the pier", speakers=[council], cue="wants", act="want")
    report.paragraph("“It is a mess.”")
    report.say("“It is a mess.”")
    return report


_NAMES = ("Mara Ellison", "Jon Abara", "Petra Holm", "Idris Cole", "Lena Fisk", "Oskar Brandt", "Sofia Reyes")
_WORDS = (
    "bridge",
    "council",
    "harbour",
    "storm",
    "budget",
    "school",
    "strike",
    "river",
    "minister",
    "report",
    "village",
)
_WORDS += (
    "police",
    "fire",
    "market",
    "vote",
    "road",
    "mayor",
    "court",
    "train",
    "clinic",
    "water",
    "price",
    "farm",
    "ferry",
)
_WORDS += (
    "tower",
    "budgets",
    "closed",
    "opened",
    "warned",
    "asked",
    "repaired",
    "late",
    "early",
    "new",
    "kept",
    "sold",
)


def made(number: int, statements: int = 15, mentions: int = 60, words: int = 25) -> Reading:
    """A report of a number: the same one whenever it is asked for; about 600 words as it stands."""
    chance = random.Random(number)
    report = Report({"origin": f"made/{number}.txt", "title": f"Report {number}"})
    speakers = {name: report.entity(name) for name in chance.sample(_NAMES, 4)}
    for place in range(statements):
        name = chance.choice(list(speakers))
        said = " ".join(chance.choices(_WORDS, k=words))
        content = f"that {said} {number}" if place % 2 else f"“{said}, {number},”"
        report.paragraph(f"{name} said {content} on the {place + 1}th, and nobody could say whether it was to be so.")
        for _ in range(mentions // statements):
            start, _ = chance.choice(report.blocks).span
            span = Span(start, start + chance.randrange(1, 40))
            who = chance.choice([None, *speakers.values()])
            report.mentions.append(
                Mention(
                    id=identify(str(len(report.mentions)), str(span)), span=span, head=span, kind="name", entity_id=who
                )
            )
        report.say(content, speakers=[speakers[name]], cue="said")
    return report.reading()
