"""``onrecord people``, ``person``, ``numbers``, ``dossier``, ``forecasts`` and ``audit``: options and help."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from onrecord.cli.ending import endings
from onrecord.cli.options import (
    DATE,
    About,
    Author,
    From,
    Json,
    Limit,
    MinConfidence,
    Publisher,
    Reason,
    Record,
    To,
    Who,
    Without,
    Words,
    as_day,
    question_of,
)
from onrecord.cli.scaled import DEFAULT_SCALE, ScaleName, as_scale

asking = typer.Typer()
"""The commands that are not a group of their own; the command line takes them over."""

forecast = typer.Typer(
    name="forecasts", no_args_is_help=True, help="What sources foretold: list it, and resolve what has come of it."
)

NumbersForm = Literal["text", "json", "csv", "html"]
DossierForm = Literal["md", "html", "json"]
StatusName = Literal["open", "due", "overdue", "resolved"]
OutcomeName = Literal["yes", "no", "void"]
FirstName = Literal["named", "unnamed", "unknown"]

DOSSIER_EXAMPLES = """\
[bold]Examples[/]

onrecord dossier "Will Vellmark close the Ness Tunnel?"

onrecord dossier "Will Vellmark close the Ness Tunnel?" --since 2024-03-10 --format html > dossier.html
"""

AUDIT_EXAMPLES = """\
[bold]Examples[/]

onrecord audit --publisher "The Ness Courier" --format csv > courier.csv

onrecord audit ferry --articles

onrecord audit --from 2024-03 --to 2024-04 --first unnamed
"""


@asking.command()
def people(
    words: Words = None,
    who: Who = None,
    about: About = None,
    publisher: Publisher = None,
    first: From = None,
    last: To = None,
    limit: Limit = 50,
    json: Json = False,
    record: Record = "onrecord.db",
) -> None:
    """List who speaks in the record, or in the statements that are asked for."""
    with endings():
        from onrecord.cli.asked import print_people

        print_people(record, question_of(words, who, about, publisher, first, last, limit), json)


@asking.command()
def person(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, words of it, or a key.")],
    json: Json = False,
    record: Record = "onrecord.db",
) -> None:
    """Print all that the record has on a person, an organisation or another source."""
    with endings():
        from onrecord.cli.asked import print_person

        print_person(record, name, json)


@asking.command()
def numbers(
    words: Words = None,
    who: Who = None,
    about: About = None,
    publisher: Publisher = None,
    first: From = None,
    last: To = None,
    form: Annotated[
        NumbersForm, typer.Option("--format", help="text, json, csv, or html: a page with plots that stands alone.")
    ] = "text",
    record: Record = "onrecord.db",
) -> None:
    """Print the figures that sources gave, apart by what they count: `onrecord numbers casualties`."""
    if not (words or who or about):
        raise typer.BadParameter("give words to look for, or --who or --about")
    with endings():
        from onrecord.cli.asked import print_numbers

        print_numbers(record, question_of(words, who, about, publisher, first, last), form)


@asking.command(epilog=DOSSIER_EXAMPLES)
def dossier(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="As you would ask a person.")],
    since: Annotated[
        str | None,
        typer.Option(
            metavar=DATE, callback=as_day, help="Tell what is new since this day, and what differs from before."
        ),
    ] = None,
    form: Annotated[
        DossierForm, typer.Option("--format", help="md: Markdown; html: a page that stands alone; json.")
    ] = "md",
    min_confidence: MinConfidence = 0.0,
    limit: Annotated[int, typer.Option(min=1, max=2000, help="Show this many statements at most.")] = 200,
    scale: ScaleName = DEFAULT_SCALE,
    record: Record = "onrecord.db",
) -> None:
    """Put together what the record has on a question: who says what, numbers, a timeline, and what was not read."""
    on = as_scale(scale)
    with endings():
        from onrecord.cli.asked import print_dossier

        print_dossier(record, question, since, form, min_confidence, limit, on)


@forecast.command("list")
def list_(
    words: Words = None,
    who: Who = None,
    about: About = None,
    publisher: Publisher = None,
    first: From = None,
    last: To = None,
    on: Annotated[
        str | None, typer.Option(metavar=DATE, callback=as_day, help="The day that says what is due.  [default: today]")
    ] = None,
    status: Annotated[StatusName | None, typer.Option(help="Only those.", show_default=False)] = None,
    limit: Limit = 50,
    scale: ScaleName = DEFAULT_SCALE,
    json: Json = False,
    record: Record = "onrecord.db",
) -> None:
    """List predictions, the next due first; counts by speaker, and scores where a range was given."""
    chosen = as_scale(scale)
    with endings():
        from onrecord.cli.asked import print_forecasts

        asked = question_of(words, who, about, publisher, first, last, limit)
        print_forecasts(record, asked, on, status, chosen, json)


@forecast.command()
def resolve(
    prediction: Annotated[
        str, typer.Argument(metavar="ID", help="As `onrecord forecasts list` prints it, or the beginning of it.")
    ],
    outcome: Annotated[OutcomeName, typer.Argument(help="Whether it came as its words say.")],
    evidence: Annotated[str, typer.Option(help="A text or an address; needed for yes and no.")] = "",
    author: Author = "",
    reason: Reason = "",
    record: Record = "onrecord.db",
) -> None:
    """Keep what came of a prediction, as a judgement of yours that can be undone."""
    with endings():
        from onrecord.cli.asked import resolve_forecast

        resolve_forecast(record, prediction, outcome, evidence, author, reason)


@asking.command(epilog=AUDIT_EXAMPLES)
def audit(
    words: Words = None,
    who: Who = None,
    about: About = None,
    without: Without = None,
    publisher: Publisher = None,
    first: From = None,
    last: To = None,
    articles: Annotated[
        bool, typer.Option("--articles", help="List the articles that are counted, each with its first statement.")
    ] = False,
    by: Annotated[
        FirstName | None,
        typer.Option("--first", help="List only those whose first statement is by such.", show_default=False),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="List this many articles at most.")] = 50,
    form: Annotated[
        NumbersForm, typer.Option("--format", help="text, json, csv, or html: a page with plots that stands alone.")
    ] = "text",
    most: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="Count this many statements at most, the latest added. Usually all; of words or a name, 100,000.",
        ),
    ] = None,
    record: Record = "onrecord.db",
) -> None:
    """Count who gets quoted: named or not, kinds, words, forms, who is first, concentration; by publisher and month.

    --articles and --first open its numbers of articles, `onrecord people` and `search` those of sources and statements.
    """
    listing = articles or by is not None
    if listing and form not in ("text", "json"):
        raise typer.BadParameter(f"articles are listed as text or json, not as {form}", param_hint="--format")
    with endings():
        from onrecord.cli.asked import print_articles, print_audit

        asked = question_of(words, who, about, publisher, first, last, limit, without)
        if listing:
            print_articles(record, asked, by, form == "json", most)
        else:
            print_audit(record, asked, form, most)
