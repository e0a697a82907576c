"""Dossier as Markdown (CommonMark): statements are numbered, and each stands with its paragraph under its speaker.

Nothing that a document brings is markup: every character that could be is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.show.dossier_words import (
    NOT_A_CONTRADICTION,
    POSITIONS,
    change_words,
    content_words,
    did,
    name_of,
    not_read,
    notes,
    place,
    searched,
    short_words,
    speaker_words,
    summary,
)
from onrecord.show.figure_words import FIGURE_HEADING, amount_words, as_of_words, source_words
from onrecord.show.harmless import one_line
from onrecord.show.wording import PAST, count

if TYPE_CHECKING:
    from onrecord.ask.dossier.exhibits import Change, Dossier, Exhibit, Moment
    from onrecord.ask.numbers.figures import Series

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|!#^$@{}]")
"""What CommonMark, or GitHub's further rules, may read as markup anywhere in a line."""

_OPENING = re.compile(r"^(\d+(?=[.)])|(?=[=:+-]))")
"""What opens a list, a heading or a rule at the start of a line, and nowhere else."""


def plain_md(text: str) -> str:
    """Text as Markdown that reads as itself, on one line.

    Args:
        text: Any text.
    """
    return _OPENING.sub(r"\1\\", _MARKUP.sub(r"\\\g<0>", one_line(text)))


def dossier_md(dossier: Dossier) -> str:
    """Write a dossier as Markdown.

    Args:
        dossier: What was found.
    """
    return "".join(f"{line}\n" for line in _lines(dossier))


def _lines(dossier: Dossier) -> Iterator[str]:
    yield f"# {plain_md(dossier.asked)}"
    yield ""
    yield f"{plain_md(summary(dossier))}. {plain_md(searched(dossier))}"
    if dossier.since:
        yield from _section(f"Since {dossier.since}", _since(dossier))
    for group in dossier.positions:
        heading = f"{POSITIONS[group.position]} ({len(group.exhibits):,})"
        yield from _section(heading, _short(dossier, group.exhibits))
    yield from _section("Who says what", _speakers(dossier))
    yield from _section("What was done", _acts(dossier))
    yield from _section("Numbers", _numbers(dossier))
    yield from _section("Timeline", (_moment(dossier, moment) for moment in dossier.timeline))
    about = (f"- {plain_md(name_of(speaker))}: in {_numbered(speaker.exhibits)}" for speaker in dossier.spoken_about)
    yield from _section("Only spoken about", about)
    left = (f"- {plain_md(line)}" for line in not_read(dossier.coverage, dossier.min_confidence))
    yield from _section("What was read, and what was not", left)


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading and its lines; nothing where there are none."""
    first = True
    for line in lines:
        if first:
            yield from ("", f"## {plain_md(heading)}", "")
            first = False
        yield line


def _numbered(places: Iterable[int]) -> str:
    return ", ".join(f"({number + 1})" for number in places)


def _short(dossier: Dossier, places: Iterable[int]) -> Iterator[str]:
    for number in places:
        one = dossier.exhibits[number]
        who, words = plain_md(speaker_words(one)), plain_md(short_words(one))
        yield f"- ({number + 1}) **{who}** {did(one)}: {words}"


def _speakers(dossier: Dossier) -> Iterator[str]:
    shown: set[int] = set()
    for place_, speaker in enumerate(dossier.speakers):
        if place_:
            yield ""
        yield f"### {plain_md(name_of(speaker))}"
        yield ""
        for number in speaker.exhibits:
            if number in shown:
                yield f"- ({number + 1}) above: {plain_md(short_words(dossier.exhibits[number]))}"
            else:
                shown.add(number)
                yield from _exhibit(dossier.exhibits[number], number)


def _exhibit(exhibit: Exhibit, number: int) -> Iterator[str]:
    new = "**new** " if exhibit.new else ""
    yield f"- ({number + 1}) {new}{did(exhibit)}: {plain_md(content_words(exhibit))}"
    for note in (*notes(exhibit), place(exhibit)):
        yield f"  - {plain_md(note)}"
    yield ""
    for paragraph in exhibit.hit.context.split("\n"):
        if paragraph.strip():
            yield f"  > {plain_md(paragraph)}"
    yield ""


def _acts(dossier: Dossier) -> Iterator[str]:
    for group in dossier.acts:
        yield f"- {PAST[group.act]} ({len(group.exhibits):,}): {_numbered(group.exhibits)}"


def _numbers(dossier: Dossier) -> Iterator[str]:
    from onrecord.ask.numbers.series import counts, difference

    if told := difference(dossier.numbers):
        yield plain_md(told)
        yield ""
    for series in dossier.numbers:
        yield f"### {plain_md(counts(series))}"
        yield ""
        yield from _table(series)
        yield ""


def _table(series: Series) -> Iterator[str]:
    yield f"| {' | '.join(FIGURE_HEADING)} |"
    yield f"|{' --- |' * len(FIGURE_HEADING)}"
    for figure in series.figures:
        cells = (
            as_of_words(figure),
            source_words(figure),
            amount_words(figure),
            f"“{figure.words}”",
            figure.counted or "not told",
            figure.publisher or figure.title,
        )
        yield f"| {' | '.join(map(plain_md, cells))} |"


def _moment(dossier: Dossier, moment: Moment) -> str:
    exhibit = dossier.exhibits[moment.exhibit]
    when = moment.date if moment.to is None else f"{moment.date} to {moment.to}"
    words = f" “{plain_md(moment.words)}”" if moment.words else ""
    who = plain_md(speaker_words(exhibit))
    return f"- {plain_md(when)}, {moment.kind}{words}: ({moment.exhibit + 1}) {who} {did(exhibit)}"


def _since(dossier: Dossier) -> Iterator[str]:
    yield f"{count(len(dossier.new), 'new statement')}."
    yield ""
    yield from _short(dossier, dossier.new)
    if dossier.changes:
        yield from ("", NOT_A_CONTRADICTION, "")
    for change in dossier.changes:
        sides = f"{_side(change, before=True)}; {_side(change, before=False)}"
        yield f"- **{plain_md(change.name)}**, {change.what}: {sides}"


def _side(change: Change, *, before: bool) -> str:
    words, places = (change.before, change.exhibits_before) if before else (change.since, change.exhibits_since)
    return f"{'before' if before else 'since'}: {plain_md(change_words(change, words))} {_numbered(places)}"
