"""The page on resolving speakers says what the record's steps say."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.extract.attribution import Attribution
from onrecord.judge import judge
from onrecord.resolve import resolve
from onrecord.segment import segment
from onrecord.spans import Span

PAGE = Path(__file__).parent.parent / "docs" / "resolving-speakers.md"
STATEMENTS = [
    ("Mayor Oda Brenn", "said", "The harbour of Velmora will close for a year"),
    ("Brenn", "told", "“We have waited too long,”"),
    ("She", "promised", "new cranes"),
    ("Tomas Wick, a lawyer for the Dockers' League", "called", "the plan a gift to the rich"),
    ("He", "said", "that his members had not been asked"),
    ("Wick", "added", "“Nobody rang us,”"),
    ("The mayor", "denied", "that."),
    ("A spokesman for the ministry of transport", "said", "the money was there"),
    ("Tidewell Lines Corp, the largest shipper", "warned", "of layoffs"),
    ("The company", "said", "300 posts were at risk"),
    ("It", "urged", "the council to wait"),
    ("Critics", "say", "the cranes are not needed"),
    ("a report", "According to", "traffic has fallen by half"),
    ("Norvania", "said", "its ships would go elsewhere"),
    ("Two officials, who asked not to be named", "said", "the talks had failed"),
    ("Ines Calloway and Jan Petrov", "wrote", "that the port was unsafe"),
    ("Petrov, an engineer", "said", "“It is a scandal,”"),
    ("Calloway", "said", "“I saw the crack myself,”"),
    ("I", "saw", "the crack myself"),
    ("Brenn", "said", "nothing was settled"),
]
"""Source, cue and content of each statement; cue and source are those that stand nearest to the content."""


def article() -> str:
    """The page's article."""
    lines = PAGE.read_text(encoding="utf-8").split("\n## ")[0].split("\n")
    return "\n".join(line[4:] for line in lines if line.startswith("    ") or not line).strip("\n")


def nearest(text: str, words: str, to: int) -> Span:
    """Where words stand that are nearest to a place."""
    places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}", text)]
    start = min(places, key=lambda place: abs(place - to))
    return Span(start, start + len(words))


def rows() -> list[str]:
    """The table's rows, from the record's steps."""
    text = article()
    attributions = []
    for source, cue, content in STATEMENTS:
        said = Span(text.index(content), text.index(content) + len(content))
        attributions.append(
            Attribution((said,), (nearest(text, cue, said.start),), (nearest(text, source, said.start),))
        )
    read = segment(text)
    cast = resolve(read, attributions, [one.target for one in judge(read, attributions)])
    names = {entity.id: entity.name for entity in cast.entities}
    out = []
    for (_, _, content), speaker in zip(STATEMENTS, cast.speakers, strict=True):
        step = speaker.steps[0]
        who = " and ".join(names[one] for one in speaker.entity_ids) or "not known"
        words = "; ".join(" ".join(span.of(text).split()) for span in step.spans)
        out.append(f"| {content} | {who} | {step.rule.removeprefix('speaker: ')} | {words} |")
    return out


def test_the_page_says_what_the_steps_say() -> None:
    table = PAGE.read_text(encoding="utf-8").split("|---|---|---|---|\n")[1]
    assert table.strip().split("\n") == rows()
