"""HTML: one self-contained page, without scripts: the report with its statements marked, and the record beside it.

Every word of a document passes ``html.escape`` and ``harmless`` on its way; the page's policy allows its own style
sheet, named by its digest, and nothing else, so that nothing a document brings can load or run.
"""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import pairwise

from onrecord.show.confident import confident
from onrecord.show.harmless import harmless, one_line
from onrecord.show.page import Page
from onrecord.show.wording import OMISSION, act_words, count, range_words, roles_words, speakers_words, standing
from onrecord.spans import Span
from onrecord.types import THOUGHT, Block, Reading, Statement

Mark = tuple[Span, str, Statement]
"""A span of the text, the role of its words (content, cue or source), and whose it is."""


def html_header() -> str:
    """What opens the page, before the first report. A page needs no closing: HTML ends its elements with the file."""
    style = (files("onrecord.show") / "page.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{digest}'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>On record</title>\n<style>{style}</style>\n<h1>On record</h1>\n"
    )


def record_html(reading: Reading, min_confidence: float = 0.0) -> str:
    """Write a reading as a section of the page.

    Args:
        reading: What was read.
        min_confidence: Least ``confidence.statement`` that is shown, 0 to 1.
    """
    page = Page(confident(reading, min_confidence))
    document = page.reading.document
    facts = (document.publisher, document.published, document.origin, _tally(page.reading.statements))
    head = f"<h2>{_safe(page.title)}</h2>\n<p class=facts>{_safe(' · '.join(fact for fact in facts if fact))}</p>"
    return (
        f"<section>\n<header>{head}</header>\n"
        f"<article>\n{''.join(_blocks(page))}</article>\n<aside>\n{''.join(_record(page))}</aside>\n</section>\n"
    )


def _safe(text: str) -> str:
    return escape(one_line(text))


def _tally(statements: Sequence[Statement]) -> str:
    sources = {speaker for statement in statements for speaker in statement.speaker_ids}
    return f"{count(len(statements), 'statement')}, {count(len(sources), 'source')}"


def _blocks(page: Page) -> Iterator[str]:
    """The report, paragraph by paragraph; what was not read for statements is shown as what it was taken for."""
    marks = [
        (span, role, statement)
        for statement in page.reading.statements
        for role, spans in (("content", statement.content), ("cue", statement.cue), ("source", statement.source))
        for span in spans
    ]
    coming = sorted(marks, key=lambda mark: mark[0], reverse=True)
    near: list[Mark] = []
    anchored: set[str] = set()
    for block in page.reading.blocks:
        while coming and coming[-1][0].start < block.span.end:
            near.append(coming.pop())
        near = [mark for mark in near if mark[0].end > block.span.start]
        if words := "".join(_marked(page, block, near, anchored)).strip():
            yield f'<div class="{block.kind}">{words}</div>\n'


def _marked(page: Page, block: Block, near: Iterable[Mark], anchored: set[str]) -> Iterator[str]:
    """A block's text with links from marked words to the record; where marks lie in each other, the inner one shows."""
    begin: dict[int, list[Mark]] = defaultdict(list)
    end: dict[int, list[Mark]] = defaultdict(list)
    for mark in near:
        begin[max(mark[0].start, block.span.start)].append(mark)
        end[min(mark[0].end, block.span.end)].append(mark)
    over: list[Mark] = []
    for left, right in pairwise(sorted({*block.span, *begin, *end})):
        over = [mark for mark in over if mark not in end[left]] + begin[left]
        words = escape(harmless(page.text[left:right]))
        if not over:
            yield words
            continue
        _, role, statement = min(over, key=lambda mark: mark[0].end - mark[0].start)
        anchor = "" if statement.id in anchored else f' id="s-{statement.id}"'
        anchored.add(statement.id)
        yield f'<a{anchor} class="{role}" href="#r-{statement.id}">{words}</a>'


def _record(page: Page) -> Iterator[str]:
    """The statements in the order of the text: what was said, then what was thought or wanted."""
    said = [statement for statement in page.reading.statements if statement.act not in THOUGHT]
    thought = [statement for statement in page.reading.statements if statement.act in THOUGHT]
    for heading, statements in (("Said", said), ("Thought or wanted, not said", thought)):
        if statements:
            yield f"<h3>{heading}</h3>\n<ol>\n"
            yield from (_statement(page, statement) for statement in statements)
            yield "</ol>\n"


def _statement(page: Page, statement: Statement) -> str:
    speakers = page.speakers(statement)
    names = speakers_words([speaker.name for speaker in speakers])
    what = [part for speaker in speakers[:1] for part in (roles_words(speaker), standing(speaker)) if part]
    hedges = [claim.certainty for claim in statement.claims if claim.certainty]
    notes = [", ".join(filter(None, (f"hedged: “{one.span.of(page.text)}”", range_words(one)))) for one in hedges]
    notes += ["source inferred"] * statement.inferred + [f"in the {statement.block}"] * (statement.block != "body")
    words = OMISSION.join(page.words(statement.content))
    return (
        f'<li id="r-{statement.id}"><b>{_safe(names)}</b> <span class=act>{escape(act_words(statement))}</span>'
        f'<a class=words href="#s-{statement.id}">{_safe(words)}</a>'
        f"<small>{_safe(' · '.join(what + notes))}</small></li>\n"
    )
