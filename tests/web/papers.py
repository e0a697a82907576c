"""Reports for the tests of the server, of invented people and places; one of them is hostile all through."""

from __future__ import annotations

from pathlib import Path

from msgspec import structs

from onrecord import read_text
from onrecord.spans import Span
from onrecord.store import open_store
from onrecord.types import Forecast, Reading, Time

FERRY = """Quellmouth ferry may not sail before June

The ferry between Quellmouth and Scarra will probably not sail before June, the harbour board said on Monday.

"We need two new shafts and we have one," said Ilse Varga, the board's engineer. "The other is still in a foundry."

Dora Penhallow, who runs the island's only shop, said 340 people depended on the boat. "Nobody asked us," she said.

The transport minister, Anton Rask, denied that the board had been starved of money. He promised that 4 million crowns
would be paid by May.

A senior official at the ministry, who asked not to be named, said the sum was closer to 6 million crowns.
"""

STRIKE = """Scarra council warns of empty shelves

Scarra's council warned on Tuesday that shelves could be empty within three weeks unless a second boat was found.

"This is not a warning any more, it is a timetable," said Dora Penhallow.

Anton Rask said he would visit the island on 12 April. Ilse Varga said about 300 people had signed a petition.

Analysts at Corran Hale expect the ferry to sail again by July.
"""

HOSTILE_TITLE = '<script>alert("title")</script> \u202egnihton'
HOSTILE = """<img src=x onerror=alert(1)> opens

"<script>document.title='owned'</script> is what I typed," said Mara O'Brien-<b>Okonkwo</b>, a tester.

The engineer \u202eatraV eslI\u202c said "the {{ 7 * 7 }} gates & sluices <i>held</i>". =HYPERLINK("x") was in the
cell, the clerk said.

Director \u0623\u062d\u0645\u062f \u0627\u0644\u0643\u0627\u062a\u0628 said the \u001b[31mred\u001b[0m gate had failed.
"""


FERRY_TITLE = "Quellmouth ferry may not sail before June"
STRIKE_TITLE = "Scarra council warns of empty shelves"


def readings() -> list[Reading]:
    """The reports, read."""
    return [
        read_text(FERRY, title=FERRY_TITLE, publisher="Scarra Post", published="2026-03-09"),
        with_forecast(read_text(STRIKE, title=STRIKE_TITLE, publisher="Halm Echo", published="2026-03-24")),
        read_text(HOSTILE, title=HOSTILE_TITLE, publisher='"><svg onload=alert(2)>', published="2026-04-01"),
    ]


def with_forecast(reading: Reading) -> Reading:
    """The same, the analysts' claim being a forecast whose outcome can be checked."""
    start = STRIKE.index("the ferry to sail again by July")
    span = Span(start, STRIKE.index(".", start))
    by = Time(span=Span(span.end - 7, span.end), type="DATE", value="2026-07", from_=None, to="2026-08-01")
    statements = []
    for statement in reading.statements:
        claims = statement.claims
        if claims and claims[-1].span.end >= span.end > claims[-1].span.start:
            foretold = structs.replace(claims[-1], forecast=Forecast(span=span, by=by))
            claims = (*claims[:-1], foretold)
        statements.append(structs.replace(statement, claims=claims))
    return structs.replace(reading, statements=tuple(statements))


def make_record(path: Path) -> Path:
    """Keep them in a record.

    Args:
        path: Where it is to be.
    """
    with open_store(path, create=True) as store:
        store.add_many(readings())
    return path
