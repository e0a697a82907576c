"""Hearings: whose words the paragraphs of a hearing are that bears no labels: counsel's who is called upon by name.

A hearing is told by how its court is spoken to. Counsel speaks right behind the call, "Miss Park?", or where he says
who he is; and then in each paragraph that answers a question, or speaks to the court. Who sits there is not told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from onrecord.segment.interviews import QUESTION
from onrecord.spans import Span

TO_THE_COURT = re.compile(
    r"\b(?i:your honou?rs?|may it please the court)\b|\b[Mm]y [Ll](?:ord|ady|ords)\b|\bMr\. Chief Justice\b"
)
"""How counsel speaks to the court."""
PARTIES = re.compile(r"\b[Ff]or the (?:appellant|petitioner|respondent)s?\b")
"""How those who are heard are announced."""
TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Mme|Professor|Counsel|General|Senator|Representative|Congresswoman|Congressman)\.?"
PRESIDING = r"Chair|Chief|Justice|President|Secretary|Speaker|Vice"
NAMED = rf"{TITLE}\s(?!{PRESIDING})(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)?)"
CALL = re.compile(
    rf"(?:\A|(?<=\n)|(?<=[.?!]\s))"
    r"(?:(?:Alright|All right|Okay|OK|Thank you|Yes|Now|So|Please|Good (?:morning|afternoon)),?\s)?"
    rf"{NAMED}(?:,\s(?:please )?(?:proceed|go ahead|you may (?:proceed|begin))[^.?!]{{0,20}})?[.?!]\Z"
)
"""The last words of a paragraph, by which somebody is called upon."""
ADDRESSED = re.compile(rf"{NAMED},\s")
"""The first words of what is said to somebody."""
HEADING = re.compile(
    rf"(?i:(?:oral )?argument of)\s(?:{TITLE.upper()}\s)?(?P<name>[A-Z][A-Z.’' -]{{3,50}}?)(?=,|\s(?:ON|FOR)\b|\Z)"
)
LONGEST_CALL = 100
"""Characters from the end of a paragraph among which the call stands."""
SECOND_PERSON = re.compile(r"\byou(?:r|['’]re|['’]ve)?\b(?! (?:know|see)\b)(?! honou?r)", re.IGNORECASE)


def find_floor(
    text: str, paragraphs: Sequence[Span], introduced: Mapping[int, Span], is_quoted: Callable[[int], bool]
) -> dict[int, tuple[Span, bool]]:
    """Whose words the paragraphs of a hearing are, and to whom its questions are put.

    Args:
        text: The text.
        paragraphs: Its paragraphs.
        introduced: By the number of a paragraph the name of who says there who he is.
        is_quoted: Whether a position stands in a quotation: a report may quote how a court is spoken to.

    Returns:
        By the number of a paragraph the name of counsel, and whether he is spoken to there, not speaking; empty where
        the text is no hearing.
    """
    spoken = (match for one in paragraphs for match in [TO_THE_COURT.search(text, *one) or PARTIES.search(text, *one)])
    if not any(match is not None and not is_quoted(match.start()) for match in spoken):
        return {}
    return {number: (name, asked) for number, name, asked in _walk(text, paragraphs, introduced)}


def _walk(text: str, paragraphs: Sequence[Span], introduced: Mapping[int, Span]) -> Iterator[tuple[int, Span, bool]]:
    """The paragraphs from the first call on that tell whose they are."""
    counsel: Span | None = None
    his = asked = False  # whether the paragraph before is his, and whether he is to speak in this one
    for number, paragraph in enumerate(paragraphs):
        words = paragraph.of(text)
        call = introduced.get(number) or _called(text, paragraph)
        addressed = ADDRESSED.match(text, paragraph.start, paragraph.end)
        you = SECOND_PERSON.search(words) is not None
        asks = QUESTION.search(words) is not None or ("?" in words and you)
        if call is not None:
            counsel, his, asked = call, number in introduced, number not in introduced
        elif addressed is not None and you:
            counsel, his, asked = Span(*addressed.span("name")), False, True
            yield number, counsel, True
        elif counsel is None:
            continue
        elif TO_THE_COURT.search(words) is not None or (asked and not (asks and you)):
            yield number, counsel, False
            his, asked = True, False
        else:
            if asks:
                yield number, counsel, True
            his, asked = False, asks or (his and you)


def _called(text: str, paragraph: Span) -> Span | None:
    """The name by which a paragraph calls upon somebody."""
    start = max(paragraph.start, paragraph.end - LONGEST_CALL)
    found = HEADING.match(text, paragraph.start, paragraph.end) or CALL.search(text, start, paragraph.end)
    return Span(*found.span("name")) if found is not None else None
