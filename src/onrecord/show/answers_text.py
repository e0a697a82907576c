"""Numbers, forecasts and audit for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.show.figure_words import amount_words, as_of_words, source_words
from onrecord.show.harmless import one_line
from onrecord.show.layout import Paragraph, Piece
from onrecord.show.page import spell_spans
from onrecord.show.wording import INDENT, OMISSION, UNKNOWN_SPEAKER, count, deadline_words, range_words, speakers_words

if TYPE_CHECKING:
    from onrecord.ask.audit.shares import Audit, AuditRow
    from onrecord.ask.forecasts.predictions import Came, Forecasts, Prediction
    from onrecord.ask.numbers.figures import Figure, Numbers

_AMOUNT = 22
_STATUS = 10
_SHARE = 24


def numbers_paragraphs(found: Numbers) -> Iterator[Paragraph]:
    """Lay figures out, by what they count.

    Args:
        found: The figures.
    """
    from onrecord.ask.numbers.series import counts

    if found.note:
        yield Paragraph((Piece(one_line(found.note), "mark"),))
    if found.capped:
        told = f"Of the {count(found.looked_at, 'statement')} that fit best; there are more."
        yield Paragraph((Piece(told, "mark"),))
    for series in found.series:
        yield Paragraph()
        yield Paragraph((Piece(one_line(counts(series)), "title"),))
        for figure in series.figures:
            yield from _figure(figure)


def _figure(figure: Figure) -> Iterator[Paragraph]:
    hang = INDENT + _AMOUNT
    who = (Piece(one_line(source_words(figure)), "name"), Piece(f", {as_of_words(figure)}", "faint"))
    yield Paragraph(who, INDENT, hang, Piece(one_line(amount_words(figure))))
    words = f"“{one_line(figure.words)}” in {one_line(OMISSION.join(figure.statement))}"
    yield Paragraph((Piece(words, "words"),), hang, hang)
    facts = (figure.publisher, figure.title, figure.origin, figure.document_id[:8], f"at {spell_spans((figure.span,))}")
    yield Paragraph((Piece(" · ".join(one_line(fact) for fact in dict.fromkeys(facts) if fact), "faint"),), hang, hang)


def forecasts_paragraphs(found: Forecasts) -> Iterator[Paragraph]:
    """Lay predictions out: what is due, each of them, then counts by speaker and by kind, and scores.

    Args:
        found: The predictions.
    """
    states = ", ".join(f"{tally.statements:,} {tally.label}" for tally in found.statuses)
    on = f" on {found.on}" if found.on else ""
    yield Paragraph((Piece(f"{count(found.total, 'prediction')}{on}: {states}", "title"),))
    for one in found.predictions:
        yield Paragraph()
        yield from _prediction(one)
    if found.speakers:
        yield Paragraph()
        yield Paragraph((Piece("By speaker", "title"),))
    for speaker in found.speakers[:20]:
        name = one_line(speaker.name or UNKNOWN_SPEAKER)
        yield Paragraph((Piece(name, "name"), Piece(f": {_states(speaker)}")), INDENT, 4)
    if found.kinds:
        yield Paragraph()
        yield Paragraph((Piece("By kind of source", "title"),))
    for kind in found.kinds:
        yield Paragraph((Piece(kind.label, "name"), Piece(f": {_states(kind)}")), INDENT, 4)
    if found.scores:
        yield Paragraph()
        yield Paragraph((Piece(f"Brier scores (0 is best) of ranges, on {found.scale}", "title"),))
    for score in found.scores:
        told = f": {score.brier:.3f} ({score.best:.3f}–{score.worst:.3f}) over {count(score.scored, 'prediction')}"
        yield Paragraph((Piece(one_line(score.name), "name"), Piece(told)), INDENT, 4)


def _states(counted: Came) -> str:
    states = ("overdue", "due", "open", "yes", "no", "void")
    return ", ".join(f"{getattr(counted, state):,} {state}" for state in states if getattr(counted, state))


def _prediction(one: Prediction) -> Iterator[Paragraph]:
    hang = INDENT + _STATUS
    state = one.status if one.outcome is None else f"came: {one.outcome.outcome}"
    yield Paragraph((Piece(one_line(speakers_words(one.hit.speakers)), "name"),), INDENT, hang, Piece(state, "act"))
    yield Paragraph((Piece(OMISSION.join(map(one_line, one.hit.words)), "words"),), hang, hang)
    told = [f"foretells “{one.words}”"]
    told.append("no deadline" if one.by is None else deadline_words(one.by, one.by_words))
    told += [f"on the condition “{one.condition}”"] if one.condition else []
    if one.certainty is not None:
        told.append(", ".join(filter(None, (f"hedged: {one.certainty.phrase}", range_words(one.certainty)))))
    if one.outcome is not None:
        told.append(f"{one.outcome.author}, {one.outcome.at[:10]}: {one.outcome.evidence} {one.outcome.reason}")
    yield Paragraph((Piece(" · ".join(map(one_line, told)), "mark"),), hang, hang)
    facts = (one.hit.published, one.hit.publisher, one.hit.title, one.id)
    yield Paragraph((Piece(" · ".join(one_line(fact) for fact in facts if fact), "faint"),), hang, hang)


def audit_paragraphs(found: Audit) -> Iterator[Paragraph]:
    """Lay an audit out.

    Args:
        found: The counts.
    """
    told = f"{count(found.total.statements, 'statement')} in {count(found.total.documents, 'report')}, "
    yield Paragraph((Piece(f"{told}{count(found.total.words, 'word')} said", "title"),))
    if found.capped:
        yield Paragraph((Piece("Counted in part, the latest added; --most counts more.", "mark"),))
    for heading, shares in (
        ("Who", found.naming),
        ("Kind", found.kinds),
        ("Form", found.forms),
        ("Most quoted", found.speakers[:20]),
    ):
        yield Paragraph()
        yield Paragraph((Piece(heading, "title"),))
        for share in shares:
            part = f"{share.statements:,} ({share.share:.1%})".ljust(_SHARE)
            words = f" · {count(share.words, 'word')} ({share.word_share:.1%})"
            yield Paragraph((Piece(one_line(share.label), "name"), Piece(words, "faint")), INDENT, 26, Piece(part))
    first = ", ".join(f"{share.label} {share.statements:,} ({share.share:.1%})" for share in found.first)
    yield Paragraph()
    yield Paragraph((Piece("First in the report", "title"), Piece(f": {first}")))
    yield Paragraph((Piece("Concentration", "title"), Piece(f": {_concentration(found.total)}")))
    for heading, rows in (("By publisher", found.publishers), ("By month", found.months)):
        yield Paragraph()
        yield Paragraph((Piece(heading, "title"),))
        for row in rows:
            yield Paragraph((Piece(one_line(row.label), "name"), Piece(f": {_row(row)}")), INDENT, 4)


def _concentration(row: AuditRow) -> str:
    one = row.concentration
    return (
        f"of {count(one.speakers, 'speaker')} the first makes {one.top_1:.1%}, five {one.top_5:.1%}, "
        f"ten {one.top_10:.1%}; Gini {one.gini:.2f}"
    )


def _row(row: AuditRow) -> str:
    return (
        f"{count(row.statements, 'statement')} in {count(row.documents, 'report')}, {row.named:,} named, "
        f"{row.unnamed:,} not named, {row.unknown:,} not known; {row.direct:,} direct; "
        f"Gini {row.concentration.gini:.2f}"
    )
