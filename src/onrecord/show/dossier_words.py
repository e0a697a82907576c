"""Words of a dossier, the same in HTML and Markdown: headings, notes and what was not read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.show.page import spell_spans
from onrecord.show.wording import OMISSION, PAST, UNKNOWN_SPEAKER, act_words, count, range_words, speakers_words

if TYPE_CHECKING:
    from onrecord.ask.dossier.exhibits import Change, Coverage, Dossier, Exhibit, Speaker

POSITIONS = {
    "for": "Held to be so",
    "against": "Held not to be so",
    "untold": "Position not told by the words",
}
_HELD = {str(position): words.lower() for position, words in POSITIONS.items()}
NOT_A_CONTRADICTION = "Side by side, as printed. That they differ is no contradiction: what is meant may differ."
SHORT = 160
"""Characters of a statement that stand in a list which leads to the whole."""


def speaker_words(exhibit: Exhibit) -> str:
    """Who says it."""
    return speakers_words(exhibit.hit.speakers)


def name_of(speaker: Speaker) -> str:
    """A speaker with what they are beyond the name."""
    if speaker.key is None:
        return UNKNOWN_SPEAKER
    facts = [] if speaker.kind in (None, "person") else [str(speaker.kind)]
    facts += [] if speaker.named else ["not named"]
    return f"{speaker.name} ({', '.join(facts)})" if facts else speaker.name


def content_words(exhibit: Exhibit) -> str:
    """The whole statement, with a mark where the reporter's words stood between."""
    return OMISSION.join(exhibit.hit.words)


def short_words(exhibit: Exhibit) -> str:
    """The statement on one line, cut to a length."""
    words = " ".join(content_words(exhibit).split())
    return words if len(words) <= SHORT else f"{words[: SHORT - 1]}…"


def did(exhibit: Exhibit) -> str:
    """What was done by it."""
    return act_words(exhibit.hit.statement)


def notes(exhibit: Exhibit) -> Iterator[str]:
    """What stands under a statement: hedges with their range, conditions, the position and on what it rests."""
    for hedge, words in zip(exhibit.hedges, exhibit.hedge_words, strict=True):
        yield ", ".join(filter(None, (f"hedged: “{words}”", range_words(hedge))))
    if exhibit.meaning is not None:
        yield f"found by its meaning alone (likeness {exhibit.meaning:.2f})"
    for words in exhibit.conditions:
        yield f"on the condition “{words}”"
    if exhibit.position != "untold":
        yield f"{_HELD[exhibit.position]}: {exhibit.why}"
    elif exhibit.why:
        yield f"position not told: {exhibit.why}"


def place(exhibit: Exhibit) -> str:
    """Where and when it stands."""
    hit = exhibit.hit
    when = f"said {exhibit.said}" if exhibit.said and exhibit.said != (hit.published or "")[:10] else None
    facts = (hit.published, hit.publisher, hit.title, hit.origin, when, f"at {spell_spans(hit.statement.content)}")
    return " · ".join(fact for fact in dict.fromkeys(facts) if fact)


def change_words(change: Change, words: str) -> str:
    """One side of a change in words: of acts "announced, denied", of positions "held to be so".

    Args:
        change: Which it is.
        words: ``change.before`` or ``change.since``.
    """
    if change.what == "figure":
        return words
    told: dict[str, str] = {str(word): past for word, past in PAST.items()} | _HELD
    return ", ".join(told.get(part, part) for part in words.split(", "))


def summary(dossier: Dossier) -> str:
    """How much there is, in one line."""
    known = sum(speaker.key is not None for speaker in dossier.speakers)
    parts = [
        f"{count(len(dossier.exhibits), 'statement')} by {count(known, 'source')}",
        f"in {dossier.coverage.matched:,} of {count(dossier.coverage.documents, 'report')}",
    ]
    return " ".join(parts)


def searched(dossier: Dossier) -> str:
    """What was searched, and on what scale ranges are."""
    words = ", ".join(f"“{words}”" for words in dossier.words)
    how = "by words and by meaning" if dossier.coverage.by_meaning else "by words and names"
    return f"Searched {how}: {words}. Ranges of hedges are on the scale {dossier.scale}."


def not_read(coverage: Coverage, min_confidence: float) -> Iterator[str]:
    """What was left out, and what could not be placed; one line each."""
    yield f"{count(coverage.documents, 'report')} in the record, {coverage.matched:,} with a statement shown here."
    yield (
        f"{count(coverage.statements, 'statement')} with enough of the question"
        + (" among those looked through; the record has more." if coverage.capped else ".")
    )
    if coverage.headlines:
        yield f"{coverage.headlines:,} in headlines, standfirsts and pull quotes are left out: they repeat the text."
    if coverage.unsure:
        yield f"{coverage.unsure:,} are left out because the software is less sure of them than {min_confidence:.2f}."
    if coverage.over:
        yield f"{coverage.over:,} more fit less well and are left out."
    if coverage.left_out:
        yield f"Not searched, for there are too many words: {', '.join(coverage.left_out)}."
    if not coverage.by_meaning and coverage.documents:
        yield "What is said in other words was not looked for: `onrecord index` prepares the record for that."
    if coverage.behind:
        yield "Of the latest reports only what has the words was looked for: `onrecord index` reads their meanings."
    if coverage.undated:
        yield (
            f"{count(coverage.undated, 'report')} without a date: nothing tells whether what they say is new, "
            "and it is on no timeline."
        )
    yield "What is not in the record was not read: reports in other languages, and those that could not be opened."
