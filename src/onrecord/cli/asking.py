"""``onrecord people``, ``person``, ``numbers``, ``dossier``, ``forecasts`` and ``audit``: options and help."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from onrecord.cli.ending import endings
from onrecord.cli.scaled import DEFAULT_SCALE, ScaleName, as_scale

if TYPE_CHECKING:
    from onrecord.ask import Question

asking = typer.Typer()
"""The commands that are not a group of their own; the command line takes them over."""

forecast = typer.Typer(
    name="forecasts", no_args_is_help=True, help="What sources foretold: list it, and resolve what has come of it."
)

NumbersForm = Literal["text", "json", "csv", "html"]
DossierForm = Literal["md", "html", "json"]
StatusName = Literal["open", "due", "overdue", "resolved"]
OutcomeName = Literal["yes", "no", "void"]

Record = Annotated[str, typer.Option("--record", metavar="DB", envvar="ONRECORD_DB", help="The record to look in.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Who = Annotated[str | None, typer.Option(metavar="NAME", help="Only what this speaker said.")]
About = Annotated[str | None, typer.Option(metavar="NAME", help="Only statements that name this.")]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Only reports of this publisher.")]
From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="Only reports published on this day or later.")
]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Only reports published before this day.")]
Words = Annotated[
    list[str] | None, typer.Argument(metavar="WORDS", help="Words of the statements.", show_default=False)
]

DOSSIER_EXAMPLES = """\
[bold]Examples[/]

onrecord dossier "Will Vellmark close the Ness Tunnel?"

onrecord dossier "Will Vellmark close the Ness Tunnel?" --since 2024-03-10 --format html > dossier.html
"""


def _question(
    words: list[str] | None,
    who: str | None,
    about: str | None,
    publisher: str | None,
    first: str | None,
    last: str | None,
    limit: int = 50,
) -> Question:
    from onrecord.ask import Question

    return Question(
        words=" ".join(words or ()),
        who=who,
        about=about,
        publisher=publisher,
        published_from=first,
        published_to=last,
        limit=limit,
    )


@asking.command()
def people(
    words: Words = None,
    who: Who = None,
    about: About = None,
    publisher: Publisher = None,
    first: From = None,
    last: To = None,
    limit: Annotated[int, typer.Option(min=1, help="Print this many at most.")] = 50,
    json: Json = False,
    record: Record = "onrecord.db",
) -> None:
    """List who speaks in the record, or in the statements that are asked for."""
    with endings():
        from onrecord.cli.asked import print_people

        print_people(record, _question(words, who, about, publisher, first, last, limit), json)


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

        print_numbers(record, _question(words, who, about, publisher, first, last), form)


@asking.command(epilog=DOSSIER_EXAMPLES)
def dossier(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="As you would ask a person.")],
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Tell what is new since this day, and what differs from before.")
    ] = None,
    form: Annotated[
        DossierForm, typer.Option("--format", help="md: Markdown; html: a page that stands alone; json.")
    ] = "md",
    min_confidence: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Leave out statements that the software is less sure of than this.")
    ] = 0.0,
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
        str | None, typer.Option(metavar="DATE", help="The day that says what is due.  [default: today]")
    ] = None,
    status: Annotated[StatusName | None, typer.Option(help="Only those.", show_default=False)] = None,
    limit: Annotated[int, typer.Option(min=1, help="Print this many at most.")] = 50,
    scale: ScaleName = DEFAULT_SCALE,
    json: Json = False,
    record: Record = "onrecord.db",
) -> None:
    """List predictions, the next due first; counts by speaker, and scores where a range was given."""
    chosen = as_scale(scale)
    with endings():
        from onrecord.cli.asked import print_forecasts

        asked = _question(words, who, about, publisher, first, last, limit)
        print_forecasts(record, asked, on, status, chosen, json)


@forecast.command()
def resolve(
    prediction: Annotated[str, typer.Argument(metavar="ID", help="As `onrecord forecasts list` prints it.")],
    outcome: Annotated[OutcomeName, typer.Argument(help="Whether it came as its words say.")],
    evidence: Annotated[str, typer.Option(help="A text or an address; needed for yes and no.")] = "",
    author: Annotated[
        str, typer.Option("--author", metavar="NAME", envvar="USER", help="Who judges.", show_default=False)
    ] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, in your own words.")] = "",
    record: Record = "onrecord.db",
) -> None:
    """Keep what came of a prediction, as a judgement of yours that can be undone."""
    with endings():
        from onrecord.cli.asked import resolve_forecast

        resolve_forecast(record, prediction, outcome, evidence, author, reason)


@asking.command()
def audit(
    words: Words = None,
    who: Who = None,
    about: About = None,
    publisher: Publisher = None,
    first: From = None,
    last: To = None,
    form: Annotated[
        NumbersForm, typer.Option("--format", help="text, json, csv, or html: a page with plots that stands alone.")
    ] = "text",
    most: Annotated[int, typer.Option(min=1, help="Count this many statements at most, the latest added.")] = 100_000,
    record: Record = "onrecord.db",
) -> None:
    """Count who gets quoted: named or not, kinds, words, forms, who is first, concentration; by publisher and month."""
    with endings():
        from onrecord.cli.asked import print_audit

        print_audit(record, _question(words, who, about, publisher, first, last), form, most)
