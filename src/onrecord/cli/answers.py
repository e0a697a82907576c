"""Answers of the record laid out for people: statements found, and sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.show.harmless import one_line
from onrecord.show.layout import Paragraph, Piece
from onrecord.show.page import spell_spans
from onrecord.show.wording import ACT_COLUMNS, INDENT, OMISSION, act_words, count, listed

if TYPE_CHECKING:
    from onrecord.ask import Facets, Hit, Source
    from onrecord.ask.audit.articles import Article

ID_SHOWN = 8
"""Digits of a document's id that are printed: ``onrecord show`` takes the beginning of one."""

FACET_COLUMNS = 11
"""Where a facet's values begin, after their numbers."""

FIGURES = ("statements", "direct", "mixed", "indirect", "words", "documents")
"""Columns of numbers about a source."""


def hit_paragraphs(hit: Hit) -> Iterator[Paragraph]:
    """Lay out a statement that was found: who, what, and where it stands.

    Args:
        hit: The statement with its document.
    """
    statement = hit.statement
    who = Piece(one_line(listed(hit.speakers)), "name") if hit.speakers else Piece("Speaker not known", "mark")
    yield Paragraph((who,), hang=INDENT)
    words = OMISSION.join(one_line(part) for part in hit.words)
    indent = INDENT + ACT_COLUMNS
    yield Paragraph((Piece(words, "words"),), INDENT, indent, Piece(act_words(statement), "act"))
    mark = (Piece(f"{statement.block} · ", "mark"),) if statement.block != "body" else ()
    facts = [hit.published, hit.publisher, hit.title, hit.origin, hit.document_id[:ID_SHOWN]]
    told = [one_line(fact) for fact in dict.fromkeys(facts) if fact]
    place = " · ".join([*told, f"at {spell_spans(statement.content)}"])
    yield Paragraph((*mark, Piece(place, "faint")), indent, indent)
    yield Paragraph()


def article_paragraphs(article: Article) -> Iterator[Paragraph]:
    """Lay out an article that was counted: what it is, how many statements, and the first of them.

    Args:
        article: With that statement.
    """
    hit = article.hit
    facts = [
        hit.published,
        hit.publisher,
        hit.origin,
        hit.document_id[:ID_SHOWN],
        count(article.statements, "statement"),
    ]
    yield Paragraph((Piece(one_line(hit.title), "title"),), hang=INDENT)
    yield Paragraph((Piece(" · ".join(one_line(fact) for fact in facts if fact), "faint"),), INDENT, INDENT)
    who = Piece(one_line(listed(hit.speakers)), "name") if hit.speakers else Piece("Speaker not known", "mark")
    words = Piece(": " + OMISSION.join(one_line(part) for part in hit.words), "words")
    yield Paragraph((who, words), INDENT, INDENT + ACT_COLUMNS, Piece(act_words(hit.statement), "act"))
    yield Paragraph()


def facet_paragraphs(facets: Facets) -> Iterator[Paragraph]:
    """Lay out what statements could be narrowed by: each facet with its values and how many have them.

    Args:
        facets: Counted.
    """
    more = " at the least" if facets.capped else ""
    yield Paragraph((Piece(f"{facets.statements:,} statements{more}", "faint"),))
    for facet in facets.__struct_fields__[:-2]:
        values = getattr(facets, facet)
        if values:
            yield Paragraph()
            yield Paragraph((Piece(facet, "name"),))
        for value in values:
            yield Paragraph(
                (Piece(one_line(value.label), "words"),), 0, FACET_COLUMNS, Piece(f"{value.statements:>9,}  ")
            )


def source_paragraphs(sources: Iterable[Source]) -> Iterator[Paragraph]:
    """Lay out sources under a heading: the numbers, then who it is.

    Args:
        sources: In the order in which they are to stand.
    """
    columns = {figure: len(figure) + 2 for figure in FIGURES}
    heading = "".join(figure.rjust(columns[figure]) for figure in FIGURES)
    indent = len(heading) + 2
    yield Paragraph((Piece("source", "faint"),), 0, indent, Piece(heading, "faint"))
    for source in sources:
        figures = "".join(f"{getattr(source, figure):,}".rjust(columns[figure]) for figure in FIGURES)
        yield Paragraph(tuple(_who(source)), 0, indent, Piece(figures))


def _who(source: Source) -> Iterator[Piece]:
    yield Piece(one_line(source.name), "name")
    facts = [] if source.kind == "person" else [str(source.kind)]
    if not source.named:
        facts.append(f"not named, in {(source.document_id or '')[:ID_SHOWN]}")
    if facts:
        yield Piece(f" ({', '.join(facts)})", "faint")
