"""``onrecord search``: a question put together from options, and its answer printed; ``onrecord index``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.answers import facet_paragraphs, hit_paragraphs
from onrecord.cli.ending import endings
from onrecord.cli.options import (
    DATE,
    About,
    From,
    Json,
    Limit,
    Publisher,
    Record,
    To,
    Who,
    Without,
    Words,
    as_day,
    known,
    question_of,
)
from onrecord.cli.output import is_terminal, say, write_out
from onrecord.cli.people import for_people
from onrecord.show.jsonline import json_line
from onrecord.show.wording import count
from onrecord.types import Act, EntityKind, Form

if TYPE_CHECKING:
    from onrecord.ask import Found, Question

SEARCH_EXAMPLES = """\
[bold]Examples[/]

onrecord search ferry closure

onrecord search '"cease fire"' --who "Ilse Varga" --from 2024-03-01 --order newest

onrecord search --about "Scar Island" --act deny --act refuse --json

onrecord search dead wounded --number --facets

onrecord search will the harbour get more boats --meaning
"""


def search(
    words: Words = None,
    meaning: Annotated[
        bool, typer.Option("--meaning", help="Rank by likeness of meaning; the words themselves need not be there.")
    ] = False,
    who: Who = None,
    about: About = None,
    person: Annotated[
        str | None, typer.Option(metavar="KEY", help="Only what this source said, by its key in the JSON output.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="Only what speakers of this kind said: person, group, state, … Repeatable."),
    ] = None,
    named: Annotated[
        bool | None, typer.Option("--named/--unnamed", help="Only what speakers with a name said, or without one.")
    ] = None,
    act: Annotated[
        list[str] | None, typer.Option(metavar="ACT", help="Only this act: deny, warn, predict, … Repeatable.")
    ] = None,
    form: Annotated[
        list[str] | None, typer.Option(metavar="FORM", help="Only this form: direct, mixed, indirect. Repeatable.")
    ] = None,
    certainty: Annotated[
        str | None,
        typer.Option(metavar="PHRASE", help="hedged, plain, or words of a hedge: unlikely, or '\"unlikely\"' alone."),
    ] = None,
    without: Without = None,
    publisher: Publisher = None,
    first: From = None,
    last: To = None,
    said_from: Annotated[
        str | None, typer.Option(metavar=DATE, callback=as_day, help="Only what was said from then on.")
    ] = None,
    said_to: Annotated[
        str | None, typer.Option(metavar=DATE, callback=as_day, help="Only what was said before then.")
    ] = None,
    about_from: Annotated[
        str | None, typer.Option(metavar=DATE, callback=as_day, help="Only what speaks of a time from then on.")
    ] = None,
    about_to: Annotated[
        str | None, typer.Option(metavar=DATE, callback=as_day, help="Only what speaks of a time before then.")
    ] = None,
    document: Annotated[
        str | None,
        typer.Option(metavar="DOC", help="Only this report: its id or the start of it, its path or address."),
    ] = None,
    no_headlines: Annotated[
        bool, typer.Option("--no-headlines", help="Leave out headlines, standfirsts and pull quotes.")
    ] = False,
    said_only: Annotated[bool, typer.Option("--said-only", help="Leave out what was only thought or wanted.")] = False,
    number: Annotated[bool, typer.Option("--number", help="Only statements with a number.")] = False,
    forecasts: Annotated[bool, typer.Option("--forecasts", help="Only statements that foretell something.")] = False,
    order: Annotated[
        str, typer.Option(metavar="ORDER", help="best, newest or oldest first: by fit, or by day of publication.")
    ] = "best",
    limit: Limit = 20,
    after: Annotated[
        str | None, typer.Option(metavar="CURSOR", help="Go on where a page ended, with what it printed.")
    ] = None,
    facets: Annotated[
        bool, typer.Option("--facets", help="Print what the statements could be narrowed by, not them.")
    ] = False,
    json: Json = False,
    record: Record = "onrecord.db",
) -> None:
    """Find statements in the record. All that is given must fit."""
    with endings():
        from msgspec import structs

        from onrecord.ask.question import Order

        question = structs.replace(
            question_of(words, who, about, publisher, first, last, limit, without),
            meaning=meaning,
            person=person,
            kinds=known(kind, EntityKind, "--kind"),
            named=named,
            acts=known(act, Act, "--act"),
            forms=known(form, Form, "--form"),
            certainty=certainty,
            said_from=said_from,
            said_to=said_to,
            about_from=about_from,
            about_to=about_to,
            document=document,
            headlines=not no_headlines,
            said_only=said_only,
            has_number=number,
            forecasts=forecasts,
            order=known([order], Order, "--order")[0],
            after=after,
        )
        answer(record, question, facets, json)


def answer(record: str, question: Question, facets: bool, json: bool) -> None:
    """Print what fits a question.

    Args:
        record: The record.
        question: What is asked.
        facets: Whether to print what it could be narrowed by instead of the statements.
        json: Whether to print JSON, one statement a line.

    Raises:
        typer.BadParameter: Nothing is asked.
        OnrecordError: The question makes no sense, or the record cannot be read.
        OutputError: It cannot be printed.
    """
    from msgspec import structs

    import onrecord.ask as asking
    from onrecord.ask.question import is_open
    from onrecord.store import open_store

    if is_open(question) and question.order == "best" and not facets:
        raise typer.BadParameter("give words to look for, --who, --about or another option; --order newest lists all")
    if question.meaning and not facets:
        index_unasked(record)
    with open_store(record) as store:
        if question.document is not None:
            question = structs.replace(question, document=store.find_document(question.document).id)
        if facets:
            counted = asking.facets(store, question)
            write_out(json_line(counted) + b"\n" if json else for_people(facet_paragraphs(counted)))
            return
        found = asking.search(store, question)
    for hit in found.hits:
        write_out(json_line(hit) + b"\n" if json else for_people(hit_paragraphs(hit)))
    _tell(found)


def index_unasked(record: str) -> None:
    """Make the vectors of a few new statements before a question by meaning; somebody who writes is not waited for.

    Args:
        record: The record.

    Raises:
        StoreError: There is none.
    """
    from onrecord.ask.meaning.index import BRIEFLY_S, index_few
    from onrecord.store import open_store

    with open_store(record, timeout_s=BRIEFLY_S) as store:
        index_few(store)


def _tell(found: Found) -> None:
    """Say what was not printed."""
    if not found.hits:
        say("no statement fits")
    elif found.after is not None:
        whole = "" if found.total is None else f" of {found.total:,}"
        say(f"{count(len(found.hits), 'statement')}{whole}; for the next ones: --after {found.after}")
    if found.capped:
        say("so many fit that only the latest added of them were ranked; ask for more, or in the order of days")


def index(
    record: Record = "onrecord.db",
) -> None:
    """Prepare the record for search by meaning.

    What was read since the last time is added; broken off, it goes on where it ended.
    """
    with endings():
        from onrecord.ask.meaning.index import index as make
        from onrecord.ask.meaning.index import index_neighbours
        from onrecord.errors import MissingExtra
        from onrecord.store import open_store

        with open_store(record) as store:
            made = make(store, _progress if is_terminal(sys.stderr) else None)
            say(f"{count(made, 'statement')} added to what meanings are compared by in {record}")
            try:
                indexed = index_neighbours(store)
            except MissingExtra as missing:  # answers are as right without it, and take longer
                say(str(missing))
            else:
                if indexed:
                    say(f"an index of {indexed:,} statements made, which makes answers by meaning quick")


def _progress(made: int, wanted: int) -> None:
    print(f"\r\033[K{made:,} of {wanted:,} statements", end="\n" if made == wanted else "", file=sys.stderr, flush=True)
