"""Reports of our own making on one question: will Vellmark close the Ness Tunnel? Some say so, some deny it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from store.readings import Report

from onrecord.types import (
    Act,
    Bound,
    Certainty,
    Claim,
    Confidence,
    Forecast,
    Polarity,
    Quantity,
    Role,
    Statement,
    Time,
)

ASKED = "Will Vellmark close the Ness Tunnel?"


@dataclass
class Told(Report):
    """A report whose statements have claims, with what is in them said by its words."""

    def claim(
        self,
        words: str,
        polarity: Polarity = "positive",
        *,
        hedge: str | None = None,
        stated: tuple[str, str] | None = None,
        condition: str | None = None,
        numbers: Sequence[Quantity] = (),
        times: Sequence[Time] = (),
        foretells: str | None = None,
        by: Time | None = None,
    ) -> Claim:
        """A claim on words."""
        return Claim(
            span=self.at(words),
            polarity=polarity,
            condition=self.at(condition) if condition else None,
            certainty=Certainty(span=self.at(hedge), phrase=hedge, stated=stated) if hedge else None,
            quantities=tuple(numbers),
            times=tuple(times),
            forecast=Forecast(span=self.at(foretells), by=by) if foretells else None,
        )

    def number(
        self,
        words: str,
        low: str | None,
        high: str | None,
        of: str | None,
        bound: Bound = "exact",
        unit: str | None = None,
    ) -> Quantity:
        """A number in words, and what it counts."""
        counted = self.at(of) if of else None
        return Quantity(span=self.at(words), low=low, high=high, bound=bound, unit=unit, of=counted)

    def time(self, words: str, first: str, last: str | None) -> Time:
        """A time in words."""
        return Time(span=self.at(words), type="DATE", value=first, from_=first, to=last, granularity="day")

    def tell(
        self,
        *content: str,
        speakers: Sequence[str] = (),
        act: Act = "assert",
        claims: Sequence[Claim] = (),
        sure: float = 0.9,
        said: Time | None = None,
        **fields: object,
    ) -> Statement:
        """Add a statement with its claims."""
        made = self.say(*content, speakers=speakers, act=act, said_at=said, **fields)
        told = msgspec.structs.replace(made, claims=tuple(claims) or made.claims, confidence=Confidence(statement=sure))
        self.statements[-1] = told
        return told

    def role(self, entity_id: str, title: str, organisation: str | None = None, *, former: bool = False) -> None:
        """Give somebody an office, by the words of its title."""
        for place, entity in enumerate(self.entities):
            if entity.id == entity_id:
                held = Role(title=title, organisation=organisation, former=former, span=self.at(title))
                self.entities[place] = msgspec.structs.replace(entity, roles=(*entity.roles, held))


def march(**fields: str) -> Told:
    """4 March: a minister says it will close; an unnamed official sees a condition; twelve crews are laid off."""
    report = Told(
        {
            "origin": "in/march.txt",
            "title": "Tunnel to close",
            "published": "2024-03-04",
            "publisher": "The Ness Courier",
        }
        | fields
    )
    varga = report.entity("Ilse Varga", "Varga", "the minister")
    official = report.entity("a senior port official", named=False)
    vellmark = report.entity("Vellmark", kind="state")
    report.paragraph("Tunnel to close", "headline")
    report.tell("Tunnel to close", speakers=[varga])
    report.paragraph("Ilse Varga, the transport minister, said on Monday that Vellmark will close the Ness Tunnel.")
    report.role(varga, "transport minister")
    report.mention("Vellmark", vellmark)
    report.tell(
        "that Vellmark will close the Ness Tunnel",
        speakers=[varga],
        act="announce",
        said=report.time("Monday", "2024-03-04", "2024-03-05"),
    )
    report.paragraph(
        "A senior port official warned that Vellmark may close the Ness Tunnel by 1 June 2024 if the pumps fail."
    )
    report.mention("Vellmark", vellmark)
    june = report.time("by 1 June 2024", "2024-03-04", "2024-06-01")
    report.tell(
        "that Vellmark may close the Ness Tunnel by 1 June 2024 if the pumps fail",
        speakers=[official],
        act="warn",
        claims=[
            report.claim(
                "that Vellmark may close the Ness Tunnel by 1 June 2024",
                hedge="may",
                condition="if the pumps fail",
                times=[june],
                foretells="close the Ness Tunnel",
                by=june,
            )
        ],
    )
    report.paragraph("“At least 12 crews of the Ness Tunnel were laid off,” Varga said.")
    words = "“At least 12 crews of the Ness Tunnel were laid off,”"
    report.tell(
        words,
        speakers=[varga],
        claims=[report.claim(words, numbers=[report.number("At least 12", "12", None, "crews", "at-least")])],
    )
    return report


def later(**fields: str) -> Told:
    """20 March: the minister says it will not; a mayor denies it; an institute gives odds; thirty crews, 400 boats."""
    report = Told(
        {
            "origin": "https://herald.example/tunnel",
            "title": "Tunnel stays",
            "published": "2024-03-20",
            "publisher": "Sound Herald",
        }
        | fields
    )
    varga = report.entity("Ilse Varga", "Ms Varga")
    lodz = report.entity("Tomás Łódź", "Łódź")
    tide = report.entity("the Tide Institute", kind="organisation")
    vellmark = report.entity("Vellmark", kind="state")
    report.paragraph("Ilse Varga, the acting premier, said Vellmark will not close the Ness Tunnel.")
    report.role(varga, "acting premier")
    report.mention("Vellmark", vellmark)
    report.tell(
        "Vellmark will not close the Ness Tunnel",
        speakers=[varga],
        claims=[report.claim("Vellmark will not close the Ness Tunnel", "negative")],
    )
    report.paragraph("Tomás Łódź denied that Vellmark would close the Ness Tunnel.")
    report.mention("Vellmark", vellmark)
    denied = "that Vellmark would close the Ness Tunnel"
    report.tell(denied, speakers=[lodz], act="deny", claims=[report.claim(denied, "negative")])
    report.paragraph("It is very likely that the Ness Tunnel will flood by 1 May 2024, the Tide Institute said.")
    may = report.time("by 1 May 2024", "2024-03-20", "2024-05-01")
    report.tell(
        "It is very likely that the Ness Tunnel will flood by 1 May 2024",
        speakers=[tide],
        act="predict",
        claims=[
            report.claim(
                "It is very likely that the Ness Tunnel will flood by 1 May 2024",
                hedge="very likely",
                times=[may],
                foretells="the Ness Tunnel will flood",
                by=may,
            )
        ],
    )
    report.paragraph("About 30 crews of the Ness Tunnel were laid off and 400 boats lay idle, Ms Varga said.")
    words = "About 30 crews of the Ness Tunnel were laid off and 400 boats lay idle"
    report.tell(
        words,
        speakers=[varga],
        claims=[
            report.claim(
                words,
                numbers=[
                    report.number("About 30", "30", "30", "crews", "about"),
                    report.number("400", "400", "400", "boats"),
                ],
            )
        ],
    )
    report.paragraph("“Dozens of crews have left the Ness Tunnel,” Łódź said.")
    words = "“Dozens of crews have left the Ness Tunnel,”"
    report.tell(
        words,
        speakers=[lodz],
        claims=[report.claim(words, numbers=[report.number("Dozens of", None, None, "crews", "about")])],
    )
    return report


def undated(**fields: str) -> Told:
    """No date: somebody unknown, a statement that is hardly one, and one on something else."""
    report = Told({"origin": "in/undated.txt", "title": "Notes"} | fields)
    engineers = report.entity("engineers", kind="group", named=False)
    report.paragraph("“They will close the Ness Tunnel.”")
    report.tell("“They will close the Ness Tunnel.”")
    report.paragraph("The Ness Tunnel closes early on Sundays, engineers say.")
    report.tell("The Ness Tunnel closes early on Sundays", speakers=[engineers], sure=0.3)
    report.paragraph("The fish market is open, engineers say.")
    report.tell("The fish market is open", speakers=[engineers])
    return report
