"""What the record answers, printed: people, numbers, a dossier, forecasts, an audit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from onrecord.cli.output import say, write_out
from onrecord.cli.people import for_people
from onrecord.errors import BadJudgement
from onrecord.show.jsonline import json_line
from onrecord.show.wording import count

if TYPE_CHECKING:
    from onrecord.ask import Question
    from onrecord.ask.audit.shares import First
    from onrecord.ask.forecasts.predictions import OutcomeWord, Status
    from onrecord.judge.certainty import Scale


def print_people(record: str, question: Question, json: bool) -> None:
    """Print who speaks.

    Args:
        record: The record.
        question: In which statements.
        json: Whether to print JSON, one a line.

    Raises:
        OnrecordError: It cannot be read, or nothing is asked for.
        OutputError: It cannot be printed.
    """
    from onrecord.ask.people.listing import people
    from onrecord.show.people_text import people_paragraphs
    from onrecord.store import open_store

    with open_store(record) as store:
        found = people(store, question)
    if json:
        write_out(b"".join(json_line(who) + b"\n" for who in found.people))
    elif found.people:
        write_out(for_people(people_paragraphs(found)))
    _tell_rest(len(found.people), found.total, "nobody fits")
    if found.capped:
        say(f"counted in part: {count(found.counted, 'statement')}, the latest added")


def _tell_rest(printed: int, total: int, none: str) -> None:
    """Say how many of all were printed, where that is not all."""
    if not printed:
        say(none)
    elif printed < total:
        say(f"the first {printed:,} of {total:,}; --limit gives more")


def print_person(record: str, wanted: str, json: bool) -> None:
    """Print a profile.

    Args:
        record: The record.
        wanted: A name or a key.
        json: Whether to print JSON.

    Raises:
        OnrecordError: Nobody fits, or several do; the record cannot be read.
        OutputError: It cannot be printed.
    """
    from onrecord.ask.people.person import person
    from onrecord.show.people_text import profile_paragraphs
    from onrecord.store import open_store

    with open_store(record) as store:
        profile = person(store, wanted)
    write_out(json_line(profile) + b"\n" if json else for_people(profile_paragraphs(profile)))


def print_numbers(record: str, question: Question, form: str) -> None:
    """Print figures.

    Args:
        record: The record.
        question: In which statements.
        form: text, json, csv or html.

    Raises:
        OnrecordError: The record cannot be read, or nothing is asked for.
        OutputError: They cannot be printed.
    """
    from onrecord.ask.numbers.collect import numbers
    from onrecord.show.answers_csv import numbers_csv
    from onrecord.show.answers_html import numbers_html
    from onrecord.show.answers_text import numbers_paragraphs
    from onrecord.store import open_store

    with open_store(record) as store:
        found = numbers(store, question)
    if form == "json":
        write_out(b"".join(json_line(series) + b"\n" for series in found.series))
    elif form == "text":
        write_out(for_people(numbers_paragraphs(found)))
    else:
        write_out((numbers_csv(found) if form == "csv" else numbers_html(found)).encode())
    if not found.series:
        say("no statement that fits has a number")


def print_dossier(
    record: str, asked: str, since: str | None, form: str, min_confidence: float, limit: int, scale: Scale
) -> None:
    """Print a dossier.

    Args:
        record: The record.
        asked: The question.
        since: A day, to tell what is new since then.
        form: md, html or json.
        min_confidence: Least confidence of the statements that are shown.
        limit: How many statements to show at most.
        scale: Whose ranges hedges are given in.

    Raises:
        OnrecordError: The record cannot be read, or nothing is asked for.
        OutputError: It cannot be printed.
    """
    from onrecord.ask.dossier.compile import dossier
    from onrecord.cli.searching import index_unasked
    from onrecord.show.dossier_html import dossier_html
    from onrecord.show.dossier_md import dossier_md
    from onrecord.store import open_store

    index_unasked(record)
    with open_store(record) as store:
        found = dossier(store, asked, since=since, scale=scale, min_confidence=min_confidence, limit=limit)
    if form == "json":
        write_out(json_line(found) + b"\n")
    else:
        write_out((dossier_html(found) if form == "html" else dossier_md(found)).encode())
    if not found.exhibits:
        say("no statement bears on this")


def print_forecasts(
    record: str, question: Question, on: str | None, status: Status | None, scale: Scale, json: bool
) -> None:
    """Print predictions.

    Args:
        record: The record.
        question: In which statements.
        on: The day that says what is due; today, if it is not given.
        status: Only those.
        scale: Whose ranges hedges are given in.
        json: Whether to print them as JSON, one a line.

    Raises:
        OnrecordError: The record cannot be read, or nothing is asked for.
        OutputError: They cannot be printed.
    """
    from onrecord.ask.forecasts.ledger import forecasts
    from onrecord.show.answers_text import forecasts_paragraphs
    from onrecord.store import open_store

    with open_store(record) as store:
        found = forecasts(store, question, on=on or date.today().isoformat(), scale=scale, status=status)
    if json:
        write_out(b"".join(json_line(one) + b"\n" for one in found.predictions))
    elif found.predictions:
        write_out(for_people(forecasts_paragraphs(found)))
    _tell_rest(len(found.predictions), found.total, "no prediction fits")


def resolve_forecast(
    record: str, prediction: str, outcome: OutcomeWord, evidence: str, author: str, reason: str
) -> None:
    """Keep what came of a prediction.

    Args:
        record: The record.
        prediction: Its id, or the beginning of it.
        outcome: yes, no or void.
        evidence: A text or an address.
        author: Who judges.
        reason: Why.

    Raises:
        OnrecordError: There is no such prediction, or several begin so; or it cannot be kept.
        OutputError: The judgement's id cannot be printed.
    """
    from onrecord.ask.forecasts.ledger import find_prediction, resolve
    from onrecord.store import open_store

    if not author.strip():
        raise BadJudgement("nobody is told as the author; give --author NAME")
    with open_store(record) as store:
        found = find_prediction(store, prediction)
        judgement = resolve(store, found, outcome, evidence=evidence, author=author, reason=reason)
    write_out(f"{judgement.id}\n".encode())


def print_audit(record: str, question: Question, form: str, most: int | None) -> None:
    """Print who gets quoted.

    Args:
        record: The record.
        question: In which statements.
        form: text, json, csv or html.
        most: How many statements to count at most; None as for ``audit``.

    Raises:
        OnrecordError: The record cannot be read.
        OutputError: It cannot be printed.
    """
    from onrecord.ask.audit.count import audit
    from onrecord.show.answers_csv import audit_csv
    from onrecord.show.answers_html import audit_html
    from onrecord.show.answers_text import audit_paragraphs
    from onrecord.store import open_store

    with open_store(record) as store:
        found = audit(store, question, most=most)
    if form == "json":
        write_out(json_line(found) + b"\n")
    elif form == "text":
        write_out(for_people(audit_paragraphs(found)))
    else:
        write_out((audit_csv(found) if form == "csv" else audit_html(found)).encode())


def print_articles(record: str, question: Question, first: First | None, json: bool, most: int | None) -> None:
    """Print the articles that an audit counts.

    Args:
        record: The record.
        question: In which statements; its limit is how many articles to print at most.
        first: Only articles whose first statement is by such.
        json: Whether to print JSON, one a line.
        most: How many statements to count at most; None as for ``audit``.

    Raises:
        OnrecordError: The record cannot be read.
        OutputError: It cannot be printed.
    """
    from onrecord.ask.audit.articles import articles
    from onrecord.cli.answers import article_paragraphs
    from onrecord.store import open_store

    with open_store(record) as store:
        found = articles(store, question, first=first, most=most)
    for one in found.articles:
        write_out(json_line(one) + b"\n" if json else for_people(article_paragraphs(one)))
    _tell_rest(len(found.articles), found.total, "no article fits")
    if found.capped:
        say("counted in part, the latest added; --most counts more")
