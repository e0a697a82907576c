"""Dossier as one HTML file: every statement opens its words in their paragraph; no script, nothing loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from onrecord.show.answer_page import answer_page
from onrecord.show.charts import Dot, timeline
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
from onrecord.show.figure_words import series_plot, series_table
from onrecord.show.harmless import harmless
from onrecord.show.plates import Cell, Table, safe, table_html
from onrecord.show.wording import PAST, UNKNOWN_SPEAKER, count
from onrecord.spans import Span

if TYPE_CHECKING:
    from onrecord.ask.dossier.exhibits import Change, Dossier, Exhibit, Speaker
    from onrecord.ask.hits import Hit
    from onrecord.ask.numbers.figures import Figure

MOST_LANES = 15
"""Speakers who have a lane of their own on the timeline; the others share one."""


def dossier_html(dossier: Dossier) -> str:
    """Write a dossier as a page that stands alone.

    Args:
        dossier: What was found.
    """
    sections = [
        ("changes", f"Since {dossier.since}", _since(dossier) if dossier.since else ""),
        ("positions", "Positions", _positions(dossier)),
        ("speakers", "Who says what", "".join(_speakers(dossier))),
        ("acts", "What was done", _acts(dossier)),
        ("numbers", "Numbers", "".join(_numbers(dossier))),
        ("timeline", "Timeline", _timeline(dossier)),
        ("about", "Only spoken about", _spoken_about(dossier)),
        ("read", "What was read, and what was not", _lines(not_read(dossier.coverage, dossier.min_confidence))),
    ]
    there = [section for section in sections if section[2]]
    links = "".join(f'<a href="#{name}">{safe(heading)}</a>' for name, heading, _ in there)
    body = "".join(
        f'<section id="{name}"><h2>{safe(heading)}</h2>\n{html}</section>\n' for name, heading, html in there
    )
    head = (
        f"<h1>{safe(dossier.asked)}</h1>\n<p class=facts>{safe(summary(dossier))}. {safe(searched(dossier))}</p>\n"
        f'<nav aria-label="Parts">{links}</nav>\n'
    )
    return answer_page(dossier.asked, head + body)


def _lines(lines: Iterable[str]) -> str:
    return f"<ul class=lines>{''.join(f'<li>{safe(line)}</li>' for line in lines)}</ul>"


def _positions(dossier: Dossier) -> str:
    return "".join(
        f"<h3>{POSITIONS[group.position]} ({len(group.exhibits):,})</h3>\n{_links(dossier, group.exhibits)}"
        for group in dossier.positions
    )


def _links(dossier: Dossier, places: Iterable[int]) -> str:
    return f"<ul class=lines>{''.join(_link(dossier.exhibits[number], number) for number in places)}</ul>\n"


def _link(exhibit: Exhibit, number: int) -> str:
    who, when = safe(speaker_words(exhibit)), safe(exhibit.hit.published or "")
    return (
        f"<li><b>{who}</b> <span class=act>{safe(did(exhibit))}</span> "
        f'<a href="#e-{number}">{safe(short_words(exhibit))}</a> <small>{when}</small></li>'
    )


def _speakers(dossier: Dossier) -> Iterator[str]:
    """Every exhibit once, under the first of its speakers; under the others a link."""
    shown: set[int] = set()
    for speaker in dossier.speakers:
        whole = [number for number in speaker.exhibits if number not in shown]
        again = [number for number in speaker.exhibits if number in shown]
        shown.update(whole)
        yield f"<h3>{safe(name_of(speaker))}</h3>\n<ol class=exhibits>\n"
        yield from (_exhibit(dossier.exhibits[number], number) for number in whole)
        yield "</ol>\n"
        if again:
            yield _links(dossier, again)


def _exhibit(exhibit: Exhibit, number: int) -> str:
    """A line that opens its paragraph. The id is the paragraph's: a browser that goes to it opens what it lies in."""
    new = "<span class=new>new</span> " if exhibit.new else ""
    told = "".join(f"<small>{safe(note)}</small>" for note in notes(exhibit))
    return (
        f"<li><details><summary>{new}<span class=act>{safe(did(exhibit))}</span> "
        f"{safe(content_words(exhibit))}{told}<small>{safe(place(exhibit))}</small></summary>\n"
        f'<blockquote id="e-{number}">{_paragraph(exhibit.hit)}</blockquote></details></li>\n'
    )


def _paragraph(hit: Hit) -> str:
    """The paragraphs with the statement's content, cue and source marked."""
    statement, start = hit.statement, hit.paragraph.start
    roles = (("content", statement.content), ("cue", statement.cue), ("source", statement.source))
    marks = sorted((span, role) for role, spans in roles for span in spans if hit.paragraph.covers(span))
    html, end = "", start
    for span, role in marks:
        if span.start >= end:
            html += _cut(hit, Span(end, span.start)) + f'<mark class="{role}">{_cut(hit, span)}</mark>'
            end = span.end
    return html + _cut(hit, Span(end, hit.paragraph.end))


def _cut(hit: Hit, span: Span) -> str:
    return escape(harmless(hit.words_at(span) or ""))


def _acts(dossier: Dossier) -> str:
    return "".join(
        f"<details><summary>{PAST[group.act]} ({len(group.exhibits):,})</summary>{_links(dossier, group.exhibits)}"
        "</details>\n"
        for group in dossier.acts
    )


def _numbers(dossier: Dossier) -> Iterator[str]:
    from onrecord.ask.numbers.series import counts, difference

    at = {(one.hit.document_id, one.hit.statement.id): place for place, one in enumerate(dossier.exhibits)}

    def href(figure: Figure) -> str:
        return f"#e-{at[figure.document_id, figure.statement_id]}"

    if told := difference(dossier.numbers):
        yield f"<p>{safe(told)}</p>\n"
    for number, series in enumerate(dossier.numbers):
        title = f"What is counted: {counts(series)}"
        plot = series_plot(f"n-{number}", title, series, href)
        yield plot or f"<h3>{safe(title)}</h3><div class=chart>{table_html(series_table(series.figures, href))}</div>\n"


def _timeline(dossier: Dossier) -> str:
    if not dossier.timeline:
        return ""
    lanes = [speaker.name or UNKNOWN_SPEAKER for speaker in dossier.speakers[:MOST_LANES]]
    dots, rows = [], []
    for moment in dossier.timeline:
        exhibit = dossier.exhibits[moment.exhibit]
        first = exhibit.hit.speakers[0] if exhibit.hit.speakers else UNKNOWN_SPEAKER
        dots.append(Dot(moment.date, first if first in lanes else "others", hollow=moment.kind == "spoken of"))
        when = moment.date if moment.to is None else f"{moment.date} to {moment.to}"
        words = f"{moment.kind}: “{moment.words}”" if moment.words else moment.kind
        said = Cell(f"{did(exhibit)} {short_words(exhibit)}", f"#e-{moment.exhibit}")
        rows.append((Cell(when), Cell(words), Cell(speaker_words(exhibit)), said))
    table = Table(("date", "said, or spoken of", "source", "statement"), tuple(rows))
    plot = timeline("t", "What was said or published (full) and what was spoken of (hollow), by date", dots, table)
    return plot or f"<div class=chart>{table_html(table)}</div>"


def _spoken_about(dossier: Dossier) -> str:
    return "".join(_about(dossier, speaker) for speaker in dossier.spoken_about)


def _about(dossier: Dossier, speaker: Speaker) -> str:
    head = f"{safe(name_of(speaker))}: in {count(len(speaker.exhibits), 'statement')}"
    return f"<details><summary>{head}</summary>{_links(dossier, speaker.exhibits)}</details>\n"


def _since(dossier: Dossier) -> str:
    new = f"<p>{count(len(dossier.new), 'new statement')}.</p>\n{_links(dossier, dossier.new)}" if dossier.new else ""
    changed = "".join(_change(dossier, change) for change in dossier.changes)
    told = f"<p>{NOT_A_CONTRADICTION}</p>\n" if changed else ""
    return new + told + changed or "<p>Nothing new in the reports that have a date.</p>\n"


def _change(dossier: Dossier, change: Change) -> str:
    sides = (
        (f"before {dossier.since}", change.before, change.exhibits_before),
        (f"since {dossier.since}", change.since, change.exhibits_since),
    )
    columns = "".join(
        f"<div><small>{safe(when)}</small><b>{safe(change_words(change, what))}</b>{_links(dossier, places)}</div>"
        for when, what, places in sides
    )
    return f"<h3>{safe(change.name)}: {change.what}</h3>\n<div class=sides>{columns}</div>\n"
